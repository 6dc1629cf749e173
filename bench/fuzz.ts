/**
 * `npm run fuzz -- --door NAME --runs 10000 --seed 1 [--only N]`: feeds almost valid input to one door or all of them. Prints how much was
 * accepted and refused, and each fault with its run number. Exits with 1 if an input was neither, or took more than five seconds.
 */
import { doorNames, type DoorName } from '../tests/support/fuzz/doors.ts';
import { fuzz } from '../tests/support/fuzz/run.ts';
import { flagsOf } from './flags.ts';

const { values, refuse } = flagsOf(
  {
    door: { type: 'string' },
    runs: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
  },
  `fuzz -- [--door ${doorNames.join('|')}] [--runs NUMBER] [--seed NUMBER] [--only RUN]`,
);
const [runs, seed, only] = [Number(values.runs), Number(values.seed), values.only === undefined ? undefined : Number(values.only)];
const named = values.door === undefined ? doorNames : doorNames.filter(name => name === values.door);
if (!named.length || !Number.isInteger(runs) || runs < 1 || !Number.isInteger(seed) || (only !== undefined && !Number.isInteger(only)))
  refuse();
for (const door of named as readonly DoorName[]) {
  const report = await fuzz(door, runs, seed, only);
  console.log(JSON.stringify(report, null, 2));
  if (report.faults.length || report.slow.length) process.exitCode = 1;
}
