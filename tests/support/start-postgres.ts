/**
 * A PostgreSQL server for the tests, on 127.0.0.1, if Debian's package is installed; with it, all tests of the register run on both
 * databases.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { freePort } from '../../worker/ports.ts';

/** The URL of an empty database whose owner is not a superuser, or why there is none. */
export type Postgres = { url: string } | { why: string };

declare module 'vitest' {
  interface ProvidedContext {
    postgres: Postgres;
  }
}

export default async function provided(project: TestProject): Promise<(() => Promise<void>) | void> {
  const postgres = await startPostgres();
  if ('why' in postgres) return project.provide('postgres', postgres);
  project.provide('postgres', { url: postgres.url });
  return postgres.stop;
}

/** A separate server, for benchmarks as well; stopping it removes every trace. */
export async function startPostgres(): Promise<{ url: string; stop: () => Promise<void> } | { why: string }> {
  const bin = programs();
  if (!bin) return { why: 'PostgreSQL is not installed: apt-get install postgresql' };
  const folder = mkdtempSync(join(tmpdir(), 'servanda-postgres-'));
  const { url, server } = await start(bin, folder);
  process.once('exit', () => server.kill('SIGINT'));
  const stop = async (): Promise<void> => {
    const gone = new Promise(done => server.once('exit', done));
    server.kill('SIGINT');
    await gone;
    rmSync(folder, { recursive: true, force: true });
  };
  return { url, stop };
}

/** Where Debian puts the server's own programs: outside the PATH, by version. */
function programs(): string | undefined {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).toSorted((a, b) => Number(b) - Number(a)) : [];
  return versions.map(v => join(root, v, 'bin')).find(bin => existsSync(join(bin, 'initdb')));
}

async function start(bin: string, folder: string): Promise<{ url: string; server: ChildProcess }> {
  const user = asUser();
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid!);
  const data = join(folder, 'data');
  const made = spawnSync(join(bin, 'initdb'), ['-D', data, '-U', 'admin', '-A', 'trust', '-E', 'UTF8', '--no-sync'], {
    ...user,
    cwd: folder,
  });
  if (made.status !== 0) throw new Error(`initdb failed: ${String(made.stderr)}`);
  for (let tries = 1; ; tries++) {
    const port = await freePort();
    const args = ['-D', data, '-p', String(port), '-k', folder, '-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=off'];
    const server = spawn(join(bin, 'postgres'), args, { ...user, cwd: folder, stdio: 'ignore' });
    try {
      const admin = await connected(`postgres://admin@127.0.0.1:${port}/postgres`, server);
      await admin.query('create role servanda login createdb');
      await admin.query('create database servanda owner servanda');
      await admin.end();
      return { url: `postgres://servanda@127.0.0.1:${port}/servanda`, server };
    } catch (cause) {
      // Another program may take the port before the server does, which then ends.
      if (server.exitCode === null || tries === 3) throw cause;
    }
  }
}

/** PostgreSQL refuses to run as root: it gets its own user, made by the package. */
function asUser(): { uid?: number; gid?: number } {
  if (userInfo().uid !== 0) return {};
  const id = (flag: string): number => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout.trim());
  return { uid: id('-u'), gid: id('-g') };
}

async function connected(url: string, server: ChildProcess): Promise<Client> {
  for (let tries = 0; ; tries++) {
    // Another program on the port may accept and say nothing.
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    try {
      await client.connect();
      return client;
    } catch (cause) {
      await client.end().catch(() => {});
      if (tries > 200 || server.exitCode !== null) throw cause;
      await pause(50);
    }
  }
}
