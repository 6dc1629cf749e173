/**
 * `npm run bench:midnight [-- --agreements N] [--minutes N] [--before FOLDER]`: N agreements whose last day for notice is today, with both
 * Parties in a zone where midnight is some minutes away, in real time. Measures how long after midnight the register has the last renewal,
 * and how long recording a fact of another agreement takes meanwhile. Compares with as many bare workflows, each with a timer that fires at
 * one instant and writes a row.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { mapConcurrently } from '../reconciliation/map-concurrently.ts';
import { addDays, addMonths, beginsEverywhere, localDate } from '../clauses/calendar.ts';
import { inForceFrom, testAgreement } from '../tests/support/test-agreement.ts';
import { bareSide, root, servandaSide, startBench, timed, timersOf, type Opening, type ServandaSide, type Side } from './sides.ts';
import { flagsOf } from './flags.ts';

const { values, refuse } = flagsOf(
  { agreements: { type: 'string', default: '1000' }, minutes: { type: 'string', default: '4' }, before: { type: 'string' } },
  'bench:midnight [-- --agreements NUMBER] [--minutes NUMBER] [--before FOLDER]',
);
const [agreements, minutes] = [Number(values.agreements), Number(values.minutes)];
if (![agreements, minutes].every(n => Number.isInteger(n) && n >= 1) || minutes > 600) refuse();
const bench = await startBench();
const numbers = Array.from({ length: agreements }, (_, n) => n);

try {
  const servanda = await servandaSide(bench, 'servanda', root);
  await servanda.open(-2);
  const bare = await bareTook(await timersOf(bench, servanda, -2));
  say('bare', bare);
  say('servanda', await servandaTook(servanda), bare);
  if (values.before) say('before', await servandaTook(await servandaSide(bench, 'before', values.before)), bare);
} finally {
  await bench.stop();
}
process.exit();

/** In milliseconds: until all were done, and the longest wait of a record meanwhile. */
interface Took {
  all: number;
  waited: number;
}

function say(name: string, { all, waited }: Took, bare?: Took): void {
  const ratio = bare ? ` (${(all / bare.all).toFixed(2)} × bare)` : '';
  console.log(`${name.padEnd(10)}${agreements} due at one instant: ${all} ms${ratio}; a record waited at most ${waited} ms`);
}

async function bareTook(timers: number[]): Promise<Took> {
  const bare = await bareSide(bench, [timers]);
  const instant = Date.now() + 30_000 + agreements * 25;
  await bare.open(-1);
  await mapConcurrently(numbers, 20, n => bare.openDue(n, instant));
  return from(instant, bare, async () => bare.rowsDue());
}

async function servandaTook(side: ServandaSide): Promise<Took> {
  const zone = zoneOfNextMidnight();
  const today = localDate(Date.now(), zone);
  const due: Opening = id => ({
    description: testAgreement(id, {
      rehearsal: false,
      parties: ['KZ', 'AZ'].map(party => ({ id: party, name: { en: party }, zone })),
    }),
    facts: inForceFrom(addMonths(addDays(today, 1), 6 - 60)), // today is the last day for notice of the first period
  });
  await side.open(-1);
  await mapConcurrently(numbers, 20, n => side.open(n, due));
  const isSettled = async (n: number): Promise<boolean> =>
    (await side.registers.of(false).outbox(`${side.name}-${n}`)).some(l => l.step === 'performed' && l.body.what === 'renewalSettled');
  let settled = 0; // checked in order, to keep the check cheap
  return from(beginsEverywhere(addDays(today, 1), [zone]), side, async () => {
    while (settled < agreements && (await isSettled(settled))) settled += 1;
    return settled;
  });
}

/** The offset from UTC where midnight is some minutes away. */
function zoneOfNextMidnight(): string {
  const now = new Date();
  const left = 1440 - (now.getUTCHours() * 60 + now.getUTCMinutes() + 1 + minutes);
  const offset = left > 14 * 60 ? left - 1440 : left;
  const [hours, rest] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  return `${offset < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}

/** Measures from an instant on, while recording facts of another agreement one after another. */
async function from(instant: number, side: Side, done: () => Promise<number>): Promise<Took> {
  if (Date.now() > instant) throw new Error('Midnight came before the setup was done. Increase --minutes.');
  await pause(instant - Date.now());
  let waited = 0;
  for (let turn = 0; (await done()) < agreements; turn += 1) {
    const entry = { id: `x${turn}`, type: 'termination.notified', by: 'AZ', received: '2026-11-01', form: 'oral' };
    waited = Math.max(waited, await timed(() => side.record(-1, entry)));
    await pause(200);
  }
  return { all: Date.now() - instant, waited: Math.round(waited) };
}
