/**
 * `npm run bench:desk [-- --agreements N] [--requests N]`: the desk over a register of N agreements (`desk-fill.ts`). Measures the time to
 * first byte of Today, a search, the list, the notices and one agreement, with the number of database statements and the size of the page.
 * The first request reads every projection, later ones only what has changed.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'libsql';
import { deskOf } from '../web/context.ts';
import { serveDesk } from '../web/serve.ts';
import { deskAgreement, now } from './desk-fill.ts';
import { flagsOf } from './flags.ts';

const { values, refuse } = flagsOf(
  { agreements: { type: 'string', default: '20000' }, requests: { type: 'string', default: '40' } },
  'bench:desk [-- --agreements NUMBER] [--requests NUMBER]',
);
const [agreements, requests] = [Number(values.agreements), Number(values.requests)];
if (![agreements, requests].every(n => Number.isInteger(n) && n >= 1)) refuse();
const asked = { count: 0 };
countStatements();
const home = mkdtempSync(join(tmpdir(), 'servanda-bench-'));
const desk = deskOf({ service: { home, env: {}, now: () => now } });
try {
  const fill = fileURLToPath(new URL('desk-fill.ts', import.meta.url));
  const filled = spawnSync(process.execPath, ['--import', 'tsx', fill, home, String(agreements)], { encoding: 'utf8' });
  if (filled.status !== 0) throw new Error(filled.stderr);
  const server = await serveDesk({ desk, home, port: 0, person: 'officer' });
  try {
    const cookie = await signedIn(server.address);
    const get = (path: string): Promise<Response> => fetch(`${server.origin}${path}`, { headers: { cookie } });
    const paths = {
      Today: '/',
      'Today, a search': `/?q=${encodeURIComponent('сотрудничестве')}`,
      'the list': '/agreements',
      'the notices': '/notices',
      'one agreement': `/agreements/${deskAgreement(Math.floor(agreements / 2))}`,
    };
    console.log(`${agreements} agreements, ${requests} requests each; milliseconds to the first byte`);
    console.log(`${''.padEnd(18)}${['first', 'p50', 'p95', 'of CPU, p50', 'statements', 'bytes'].map(h => h.padStart(12)).join('')}`);
    for (const [name, path] of Object.entries(paths)) await report(name, () => get(path));
    console.log(`memory of the process, MB: ${Math.round(process.memoryUsage().rss / 2 ** 20)}`);
  } finally {
    await server.stop();
  }
} finally {
  await desk.close();
  rmSync(home, { recursive: true, force: true });
}

async function report(name: string, get: () => Promise<Response>): Promise<void> {
  const first = await timed(get);
  const others: Timed[] = [];
  for (let i = 0; i < requests; i++) others.push(await timed(get));
  const at = (share: number, of: 'milliseconds' | 'cpu'): number => {
    const sorted = others.map(o => o[of]).sort((a, b) => a - b);
    return sorted[Math.ceil(sorted.length * share) - 1]!;
  };
  const { statements, bytes } = others.at(-1)!;
  const cells = [first.milliseconds, at(0.5, 'milliseconds'), at(0.95, 'milliseconds'), at(0.5, 'cpu'), statements, bytes].map(n =>
    String(Math.round(n)).padStart(12),
  );
  console.log(`${name.padEnd(18)}${cells.join('')}`);
}

interface Timed {
  milliseconds: number;
  /** CPU time of client and server: more reliable than wall time on a busy machine. */
  cpu: number;
  statements: number;
  bytes: number;
}

async function timed(get: () => Promise<Response>): Promise<Timed> {
  asked.count = 0;
  const [began, used] = [performance.now(), process.cpuUsage()];
  const answer = await get();
  const milliseconds = performance.now() - began;
  if (answer.status !== 200) throw new Error(`${answer.url} answered ${answer.status}`);
  const bytes = (await answer.arrayBuffer()).byteLength;
  const { user, system } = process.cpuUsage(used);
  return { milliseconds, cpu: (user + system) / 1000, statements: asked.count, bytes };
}

async function signedIn(address: string): Promise<string> {
  const entered = await fetch(address, { redirect: 'manual' });
  return entered.headers
    .getSetCookie()
    .map(c => c.split(';')[0]!)
    .join('; ');
}

/** Counts statements on every connection opened from now on. */
function countStatements(): void {
  const { prepare } = Database.prototype as { prepare: (this: Database.Database, sql: string) => Database.Statement };
  Object.assign(Database.prototype, {
    prepare(this: Database.Database, sql: string) {
      const statement = prepare.call(this, sql);
      const counting =
        (run: (values: unknown[]) => unknown) =>
        (values: unknown[]): unknown => {
          asked.count += 1;
          return run(values);
        };
      return Object.assign(statement, { all: counting(statement.all.bind(statement)), run: counting(statement.run.bind(statement)) });
    },
  });
}
