/** The embedded server: started with its file, found again, stopped; never two on one file. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Connection } from '@temporalio/client';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startDevServer, type DevServer } from '../../worker/embedded.ts';
import { answers, isFree } from '../../worker/ports.ts';
import { claim, isServerOn, readClaim } from '../../worker/server-claim.ts';
import { childScript } from '../support/child-script.ts';
import { executableOf, startTestDevServer } from '../support/servers.ts';
import { saidOf } from '../support/failures.ts';

let folder: string;
let file: string;
let started: DevServer[];
let logged: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'servanda-embedded-'));
  file = join(folder, 'home', 'temporal.db');
  started = [];
  logged = [];
});

afterEach(async () => {
  for (const server of started) await server.stop();
  await rm(folder, { recursive: true });
});

const log = Object.assign(pino({ base: undefined }, { write: line => void logged.push((JSON.parse(line) as { msg: string }).msg) }), {
  language: 'en' as const,
});

async function start(options: Parameters<typeof startTestDevServer>[0] = {}): Promise<DevServer> {
  const server = await startTestDevServer({ file, log, ...options });
  started.push(server);
  return server;
}

async function namespacesOf({ address }: DevServer): Promise<string[]> {
  const connection = await Connection.connect({ address });
  const { namespaces } = await connection.workflowService.listNamespaces({});
  await connection.close();
  return namespaces.map(n => n.namespaceInfo!.name!);
}

/** The first line a process prints, as JSON. @throws with its other output, if it ends before */
async function firstLine({ stdout, stderr }: ChildProcessWithoutNullStreams): Promise<{ address: string; pid: number }> {
  let said = '';
  stderr.on('data', (data: Buffer) => (said += data.toString()));
  for await (const line of createInterface({ input: stdout })) return JSON.parse(line) as { address: string; pid: number };
  throw new Error(`The process ended before its first line. Its output: ${said}`);
}

describe('the embedded server', () => {
  it('answers once it has started, with its UI, and is gone once it has stopped', async () => {
    const server = await start();
    expect(await answers(server.address)).toBe(true);
    expect((await fetch(server.uiAddress!)).status).toBe(200);
    await Promise.all([server.stop(), server.stop()]);
    expect(await answers(server.address)).toBe(false);
    expect(readClaim(file)).toBeUndefined();
  });

  it('finds at its second start what it stored at the first', async () => {
    await (await start({ namespace: 'kept' })).stop();
    expect(await namespacesOf(await start())).toContain('kept');
  });

  it('reports that a port is taken, and uses another', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const server = await start({ port });
    other.close();
    expect(server.address).not.toBe(`127.0.0.1:${port}`);
    expect(logged).toContainEqual(
      expect.stringMatching(`^Port ${port} is taken by another program; the Temporal server takes \\d+ instead`),
    );
  });

  it.each([
    ['is reported', 'bind: address already in use', 1],
    ['crashes it', 'panic: failed assigning ephemeral port\n\ngoroutine 1 [running]:\nmain.main()', 2],
  ])('uses other ports if one is taken meanwhile and this %s', async (_how, words, code) => {
    const once = join(folder, 'temporal');
    const lines = [
      '#!/bin/sh',
      `[ -e "$0.tried" ] && exec "${executableOf('temporal')}" "$@"`,
      'touch "$0.tried"',
      `printf '${words}\n'`,
      `exit ${code}`,
      '',
    ];
    await writeFile(once, lines.join('\n'), { mode: 0o755 });
    expect(await answers((await start({ executable: once })).address)).toBe(true);
  });

  it('uses other ports if a server runs and does not answer', { timeout: 240_000 }, async () => {
    const silent = join(folder, 'temporal');
    const lines = ['#!/bin/sh', `[ -e "$0.tried" ] && exec "${executableOf('temporal')}" "$@"`, 'touch "$0.tried"', 'exec sleep 600', ''];
    await writeFile(silent, lines.join('\n'), { mode: 0o755 });
    expect(await answers((await start({ executable: silent })).address)).toBe(true);
  });

  it('repeats what the server printed if it does not start', async () => {
    const broken = join(folder, 'temporal');
    await writeFile(broken, '#!/bin/sh\necho "no room on the disk"\nexit 7\n', { mode: 0o755 });
    expect(await saidOf(start({ executable: broken }))).toMatch(
      /did not start: it does not answer .*exit 7; it said:\nno room on the disk/,
    );
    expect(readClaim(file)).toBeUndefined();
  });

  it('repeats why it crashed, without its stack, if it crashes each time', async () => {
    const broken = join(folder, 'temporal');
    const stack = Array.from({ length: 20 }, (_, i) => `main.f${i}()`).join('\n');
    await writeFile(broken, `#!/bin/sh\nprintf 'panic: no port\n\ngoroutine 1 [running]:\n${stack}\n'\nexit 2\n`, { mode: 0o755 });
    expect(await saidOf(start({ executable: broken }))).toMatch(
      /did not start: it does not answer .*exit 2; it said:\npanic: no port\)\.$/,
    );
    expect(readClaim(file)).toBeUndefined();
  });

  it('reports a missing executable', async () => {
    expect(await saidOf(start({ executable: join(folder, 'none') }))).toMatch(/did not start .*ENOENT/);
    expect(readClaim(file)).toBeUndefined();
  });

  it('is not started if TEMPORAL_ADDRESS names a server', async () => {
    const before = process.env['TEMPORAL_ADDRESS'];
    process.env['TEMPORAL_ADDRESS'] = '127.0.0.1:7233';
    const server = await startDevServer({ log });
    if (before === undefined) delete process.env['TEMPORAL_ADDRESS'];
    expect(server).toMatchObject({ address: '127.0.0.1:7233' });
    expect(server.pid).toBeUndefined();
    expect(logged).toContain('temporal: the server at 127.0.0.1:7233 (TEMPORAL_ADDRESS).');
  });
});

describe('a server on a file that is already being served', () => {
  it('is not started again: that of a living process is shared, and left running', async () => {
    const first = await start();
    const holder = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    await writeFile(`${file}.server.json`, JSON.stringify({ ...readClaim(file), holder: holder.pid }));
    const second = await start();
    expect(second).toMatchObject({ address: first.address, pid: first.pid });
    await second.stop();
    holder.kill('SIGKILL');
    expect(await answers(first.address)).toBe(true);
  });

  it('is not started again: that of a killed process is used, and stopped at the end', async () => {
    const parent = spawn(process.execPath, [await childScript('run-dev-server'), executableOf('temporal'), file]);
    const ended = once(parent, 'exit');
    const left = await firstLine(parent);
    parent.kill('SIGKILL');
    await ended;
    expect(await answers(left.address)).toBe(true);

    const server = await start();
    expect(server).toMatchObject(left);
    expect(logged).toContainEqual(expect.stringContaining(`A Temporal server (process ${left.pid}) was still running`));
    await server.stop();
    expect(await answers(left.address)).toBe(false);
  });

  it('is started once if two start it at the same time', async () => {
    const [one, other] = await Promise.all([start(), start()]);
    expect(one.pid).toBe(other.pid);
  });

  it('is started if the note next to it names a process that is not a server', async () => {
    claim(file, { holder: process.ppid, server: process.ppid, address: '127.0.0.1:1', uiAddress: '' });
    expect(await isServerOn(file, process.ppid)).toBe(false);
    const server = await start();
    expect(await isServerOn(file, server.pid!)).toBe(true);
    expect(await isFree(Number(server.address.split(':')[1]))).toBe(false);
    expect(JSON.parse(await readFile(`${file}.server.json`, 'utf8'))).toMatchObject({ holder: process.pid, server: server.pid });
  });
});
