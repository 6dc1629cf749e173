/**
 * `npm run bench [-- --rounds N]`: the fold of a family of sixty-six years against a hand-written reducer on the same facts. The two are
 * timed alternately in one run; only their ratio is meaningful.
 */
import { addDays, date, daysBetween, type CalendarDate } from '../clauses/calendar.ts';
import type { Fact } from '../machines/facts.ts';
import { fold } from '../machines/fold.ts';
import { liveQuestions } from '../machines/readings.ts';
import { standing } from '../machines/standing.ts';
import { viewOf } from '../machines/view.ts';
import { benchAgreement, benchEntries } from './family.ts';
import { reduced, type Reduced } from './reducer.ts';
import { flagsOf } from './flags.ts';

const { values, refuse } = flagsOf({ rounds: { type: 'string', default: '60' } }, 'bench [-- --rounds NUMBER]');
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) refuse();
const facts = benchEntries as readonly Fact[];
const [first, last] = [date('1960-01-01'), date('2026-06-30')];

function folded(asOf: CalendarDate): Reduced {
  const { status, period, end } = viewOf(fold(benchAgreement, facts, benchAgreement.reading, asOf), asOf);
  return {
    status,
    period: period?.number ?? null,
    lastDay: period?.lastDay.date ?? null,
    lastDayForNotice: period?.lastDayForNotice?.date ?? null,
    lastDayInForce: end?.lastDayInForce.date ?? null,
  };
}

/** Both must agree on many days, or there is nothing to compare. */
function agree(days: number): void {
  const step = Math.floor(daysBetween(first, addDays(last, 60)) / days);
  for (let n = 0; n <= days; n++) {
    const day = addDays(first, n * step);
    const [one, other] = [JSON.stringify(folded(day)), JSON.stringify(reduced(facts, day))];
    if (one !== other) throw new Error(`They differ on ${day}: the fold returns ${one}, the reducer ${other}`);
  }
}

const timed = (run: () => unknown): number => {
  const start = process.hrtime.bigint();
  run();
  return Number(process.hrtime.bigint() - start) / 1e6;
};

function summary(name: string, times: number[]): { line: string; median: number } {
  const sorted = [...times].sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)]!;
  const ms = (n: number): string => n.toFixed(2).padStart(8);
  return { line: `${name.padEnd(34)}${ms(sorted[0]!)}${ms(median)}${ms(sorted.at(-1)!)}`, median };
}

agree(240);
const times: Record<'fold' | 'reducer' | 'standing', number[]> = { fold: [], reducer: [], standing: [] };
const all = { agreement: benchAgreement, description: '', entries: benchEntries, asOf: date('2026-02-01') };
for (let round = -5; round < rounds; round++) {
  const now = {
    fold: timed(() => folded(last)),
    reducer: timed(() => reduced(facts, last)),
    standing: round % 10 ? undefined : timed(() => standing(all)),
  };
  if (round < 0) continue; // warm-up
  times.fold.push(now.fold);
  times.reducer.push(now.reducer);
  if (now.standing) times.standing.push(now.standing);
}
const readings = 2 ** liveQuestions(benchAgreement, facts).length;
const [foldTimes, reducerTimes, standingTimes] = [
  summary('fold', times.fold),
  summary('hand-written reducer', times.reducer),
  summary(`standing, ${readings} readings`, times.standing),
];
process.stdout.write(`${facts.length} facts over 66 years, ${rounds} alternating rounds\n${'ms'.padEnd(34)}     min  median     max\n`);
for (const { line } of [foldTimes, reducerTimes, standingTimes]) process.stdout.write(`${line}\n`);
process.stdout.write(`fold : reducer = ${(foldTimes.median / reducerTimes.median).toFixed(1)} : 1\n`);
process.stdout.write(`standing : fold = ${(standingTimes.median / foldTimes.median).toFixed(1)} : 1\n`);
