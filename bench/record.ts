/**
 * `npm run bench:record [-- --agreements N] [--rounds N] [--before FOLDER]`: records facts from one caller at a time, then from fifty at
 * once. Compares with a bare workflow and, if a folder is given, with the version of servanda in it.
 */
import { mapConcurrently } from '../reconciliation/map-concurrently.ts';
import { bareSide, report, root, servandaSide, startBench, Taken, timed, timersOf, type Facts } from './sides.ts';
import { flagsOf } from './flags.ts';

const { values, refuse } = flagsOf(
  { agreements: { type: 'string', default: '100' }, rounds: { type: 'string', default: '3' }, before: { type: 'string' } },
  'bench:record [-- --agreements NUMBER (at least 50)] [--rounds NUMBER] [--before FOLDER]',
);
const [agreements, rounds] = [Number(values.agreements), Number(values.rounds)];
if (!Number.isInteger(agreements) || agreements < 50 || !Number.isInteger(rounds) || rounds < 1) refuse();
const today = new Date().toISOString().slice(0, 10);

/** Alternates a notice of termination, which moves every timer, with its revocation, which moves them back. */
const factOf = (turn: number): Facts[number] =>
  turn % 2
    ? { id: `r${turn}`, type: 'termination.revoked', by: 'AZ', of: `t${turn - 1}`, received: today }
    : { id: `t${turn}`, type: 'termination.notified', by: 'AZ', received: today, evidence: 'note 17 of the embassy, file 7/12' };

const bench = await startBench();
const numbers = Array.from({ length: agreements }, (_, n) => n);
const [one, fifty] = ['one caller, ms', 'fifty callers, a second'] as const;

try {
  const servanda = await servandaSide(bench, 'servanda', root);
  await servanda.open(-1);
  const before = await timersOf(bench, servanda, -1);
  await servanda.record(-1, factOf(0));
  const bare = await bareSide(bench, [before, await timersOf(bench, servanda, -1)]);
  const sides = [bare, servanda, ...(values.before ? [await servandaSide(bench, 'before', values.before)] : [])];
  for (const side of sides) await mapConcurrently(numbers, 20, n => side.open(n));
  const taken = new Taken();
  for (let round = 0, turn = 0; round < rounds; round += 1, turn += 2) {
    for (const side of sides)
      for (const n of numbers.slice(0, 50)) taken.note(side.name, one, await timed(() => side.record(n, factOf(turn))));
    for (const side of sides) for (const n of numbers.slice(50)) await side.record(n, factOf(turn));
    for (const side of sides) {
      const milliseconds = await timed(() => mapConcurrently(numbers, 50, async n => void (await side.record(n, factOf(turn + 1)))));
      taken.note(side.name, fifty, (agreements / milliseconds) * 1000);
    }
  }
  console.log(`${agreements} agreements, ${rounds} rounds; medians`);
  report([one, fifty], taken.all);
} finally {
  await bench.stop();
}
process.exit();
