/**
 * `npm run bench:safe-day [-- --families N --seed S]`: tests the promise of the safe day on random families. Our notice, inserted on any
 * day up to it, must prevent the renewal on every reading; on the day after, it must fail on one. Exits with 1 and prints the family if the
 * promise is broken.
 */
import fc from 'fast-check';
import { aFamily, tried } from '../tests/law/safe-day-promise.ts';
import { flagsOf } from './flags.ts';

const { values, refuse } = flagsOf(
  { families: { type: 'string', default: '5000' }, seed: { type: 'string', default: '20281128' } },
  'bench:safe-day [-- --families NUMBER] [--seed NUMBER]',
);
const [families, seed] = [Number(values.families), Number(values.seed)];
if (!Number.isInteger(families) || families < 1 || !Number.isInteger(seed)) refuse();
const drawn = fc.sample(fc.tuple(aFamily, fc.array(fc.nat(), { minLength: 2, maxLength: 2 })), {
  numRuns: families,
  seed,
});
const totals = { families: 0, withSafeDay: 0, upTo: 0, beyond: 0, broken: 0 };
for (const [family, pick] of drawn) {
  const found = tried(family, pick);
  totals.families += 1;
  if (!found) continue;
  totals.withSafeDay += 1;
  totals.upTo += found.upTo;
  totals.beyond += found.beyond;
  if (!found.broken) continue;
  totals.broken += 1;
  const { duration, termination, amendment } = family.agreement.clauses;
  console.log(
    found.broken,
    JSON.stringify({ asked: family.asked, reading: family.agreement.reading, duration, termination, amendment, facts: family.facts }),
  );
}
console.log(
  `Seed ${values.seed}: ${totals.families} families, ${totals.withSafeDay} with a last day for notice; notices inserted on ${totals.upTo} days up to the safe day and ${totals.beyond} beyond; broken ${totals.broken}.`,
);
process.exitCode = totals.broken ? 1 : 0;
