/**
 * `npm run kills -- --kills 100 --seed 7 [--database sqlite|postgres]`: `kill -9` at random moments, as described in
 * `tests/support/kills/run.ts`. Logs each kill on standard error, then prints the report. Exits with 1 if anything was lost or done twice.
 */
import { run } from '../tests/support/kills/run.ts';
import { startPostgres } from '../tests/support/start-postgres.ts';
import { en } from '../wording/en.ts';
import { noteIn } from '../wording/log/sentence.ts';
import { locateExecutable } from '../worker/locator.ts';
import { flagsOf } from './flags.ts';

const { values, refuse } = flagsOf(
  {
    kills: { type: 'string', default: '100' },
    seed: { type: 'string', default: '7' },
    database: { type: 'string', default: 'sqlite' },
  },
  'kills -- [--kills NUMBER] [--seed NUMBER] [--database sqlite|postgres]',
);
const [kills, seed] = [Number(values.kills), Number(values.seed)];
if (!Number.isInteger(kills) || kills < 1 || !Number.isInteger(seed) || !['sqlite', 'postgres'].includes(values.database)) refuse();

// Ends all child processes with this one, including the server in its own process group.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
const began = Date.now();
const say = (sentence: string): void => console.error(`${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s  ${sentence}`);
const postgres = values.database === 'postgres' ? await startPostgres() : undefined;
if (postgres && 'why' in postgres) {
  console.error(postgres.why);
  process.exit(1);
}
try {
  const executable = await locateExecutable('temporal', { say: note => say(noteIn(note, en)) });
  const report = await run({ kills, seed, executable, databaseUrl: postgres?.url, say });
  console.log(JSON.stringify({ database: values.database, seed, ...report }, null, 2));
  process.exitCode = report.faults.length ? 1 : 0;
} finally {
  await postgres?.stop();
}
process.exit(); // a connection to a killed server may still be waiting
