/** A stopped service ends although an agreement is blocked by a register that does not answer; until then no second service starts. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'libsql';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { stringify } from 'yaml';
import { readNote } from '../../client/service-note.ts';
import { portOrAnother } from '../../worker/ports.ts';
import { bareEnvironment, servanda, temporaryFolder } from '../support/cli.ts';
import { inForceFrom, testAgreement } from '../support/test-agreement.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = temporaryFolder();
afterAll(() => folder.remove());

const agreements = join(folder.path, 'agreements');
mkdirSync(agreements);
writeFileSync(
  join(agreements, 'wedged.yaml'),
  stringify({ ...testAgreement('wedged', { rehearsal: true }), facts: inForceFrom('2021-03-10') }),
);

let processes: ChildProcess[] = [];
afterEach(async () => {
  for (const one of processes)
    if (one.exitCode === null) {
      one.kill('SIGKILL');
      await once(one, 'exit');
    }
  processes = [];
});

async function start(home: string, env: NodeJS.ProcessEnv, ...args: string[]) {
  const child = spawn(process.execPath, ['cli/servanda.mjs', ...args], {
    cwd: root,
    env: bareEnvironment({ SERVANDA_HOME: home, ...env }),
  });
  processes.push(child);
  const heard = { said: '' };
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (d: Buffer) => (heard.said += d.toString()));
  return { child, heard };
}

describe.each([['up'], ['worker']])('%s', what => {
  it('stops within its grace period while the register answers nobody, and holds its home until then', { timeout: 240_000 }, async () => {
    const home = join(folder.path, what);
    const [port, ui, codec] = await Promise.all([0, 0, 0].map(p => portOrAnother(p, 'server', () => {})));
    const env = { SERVANDA_PORT: `${port}`, SERVANDA_UI_PORT: `${ui}`, SERVANDA_CODEC_PORT: `${codec}`, SERVANDA_LOG: 'info' };
    const up = await start(home, env, 'up', '--agreements', agreements);
    await vi.waitUntil(() => up.heard.said.includes('Temporal UI'), { timeout: 100_000, interval: 200 });
    const stopped = what === 'up' ? up : await start(home, env, 'worker');
    if (what === 'worker') {
      await vi.waitUntil(() => stopped.heard.said.includes('The worker runs'), { timeout: 60_000, interval: 200 });
      const { address } = readNote(home)!;
      expect(address).toContain('127.0.0.1');
    }
    const lock = new Database(join(home, 'rehearsals.db'));
    lock.exec('begin immediate');
    try {
      await servanda(['record', 'wedged', 'suspension.agreed', '--on', '2025-01-01', '--yes'], { SERVANDA_HOME: home });
      const ended = once(stopped.child, 'exit');
      stopped.child.kill('SIGTERM');
      if (what === 'up') {
        await vi.waitUntil(() => readNote(home)?.stopping, { timeout: 20_000, interval: 50 });
        const second = await servanda(['up', '--agreements', agreements], { SERVANDA_HOME: home, ...env });
        if (stopped.child.exitCode === null)
          expect(second).toMatchObject({ code: 1, stderr: expect.stringContaining('is already running in') as unknown });
      }
      await ended;
      expect(stopped.heard.said).not.toMatch(/^ {4}at /m);
    } finally {
      lock.exec('rollback');
      lock.close();
    }
    // Orderly, so that its Temporal server stops with it.
    if (up.child.exitCode === null) {
      const gone = once(up.child, 'exit');
      up.child.kill('SIGTERM');
      await gone;
    }
    expect(readNote(home)).toBeUndefined();
  });
});
