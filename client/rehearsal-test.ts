/** A rehearsal as a test: what was recorded, each on its day, and where it stood in the end. It passes as it is printed, whenever it is run. */
import { zonesOf } from '../clauses/agreement.ts';
import { latest, legalToday, type CalendarDate } from '../clauses/calendar.ts';
import { descriptionOf } from '../dossier/description.ts';
import { standingOn, type RegisterDossier } from '../dossier/dossier.ts';
import { rehearsedAt } from '../dossier/rehearsed.ts';
import type { Entry } from '../machines/facts.ts';
import type { Description } from '../register/types.ts';
import type { Context } from './context.ts';
import { dossierOf } from './dossiers.ts';
import { InvalidRequest } from './failures.ts';

/** @throws InvalidRequest where it is a real agreement: its facts are in no test */
export async function storyTest(context: Context, id: string): Promise<string> {
  const dossier = await dossierOf(context, id);
  if (!dossier.rehearsal) throw new InvalidRequest('noRehearsal', { agreement: id }, context.wording);
  const { opening, later, reached } = storyIn(dossier);
  const { desk: _office, ...agreement } = descriptionOf(dossier.rows, id).agreement;
  const { status, period, termination, dates } = standingOn(dossier, { asOf: reached });
  const expected = { status, period: period?.number ?? null, lastDayInForce: termination?.lastDayInForce ?? null };
  return `import { afterAll, expect, it } from 'vitest';
import { startTestService, type Treaty } from 'servanda/testing';

const service = await startTestService();
afterAll(() => service.close());

/** A day that is past when this runs needs no waiting. */
async function reach(treaty: Treaty, day: string): Promise<void> {
  if ((await treaty.today()) < day) await treaty.skipTo(day);
}

it('${id}: ${status} on ${reached}', async () => {
  const treaty = await service.open(${inCode({ ...agreement, facts: opening }, 1)});
${later.map(({ day, entry }) => `  await reach(treaty, '${day}');\n  ${callFor(entry)}`).join('\n')}
  await reach(treaty, '${reached}');
  const { status, period, termination, dates } = await treaty.standing({ asOf: '${reached}' });
  expect({ status, period: period?.number ?? null, lastDayInForce: termination?.lastDayInForce ?? null }).toEqual(${inCode(expected, 1)});
  expect(dates.filter(d => d.date <= '${reached}').map(d => \`\${d.date} \${d.what}\`)).toEqual(${inCode(
    dates.filter(d => d.date <= reached).map(d => `${d.date} ${d.what}`),
    1,
  )});
}, 60_000);
`;
}

interface Recorded {
  day: CalendarDate;
  entry: Entry;
}

/** What was there when it was opened, and what was recorded later, on which day. */
function storyIn(dossier: RegisterDossier): { opening: Entry[]; later: Recorded[]; reached: CalendarDate } {
  const zones = zonesOf(dossier.agreement);
  const first = dossier.rows[0]!.entry as Description;
  const known = new Set(first.facts ?? []);
  const opening = dossier.entries.filter(e => known.has(e.id));
  const later = dossier.entries
    .filter(e => !known.has(e.id))
    .map(entry => ({ entry, day: legalToday(dossier.rows.find(r => r.entry.id === entry.id)!.entered.at, zones) }));
  return { opening, later, reached: latest(legalToday(rehearsedAt(dossier, 0), zones), ...later.map(l => l.day)) };
}

function callFor(entry: Entry): string {
  const { id: _id, recorded: _recorded, type, ...fields } = entry as Entry & { recorded?: unknown };
  switch (type) {
    case 'struck': {
      const { of, reason } = fields as { of: string; reason: string };
      return `await treaty.strike('${of}', ${inCode({ reason, id: entry.id }, 1)});`;
    }
    case 'corrected': {
      const { of, reason, ...set } = fields as { of: string; reason?: string };
      return `await treaty.correct('${of}', ${inCode(set, 1)}, ${inCode({ id: entry.id, ...(reason ? { reason } : {}) }, 1)});`;
    }
    default:
      return `await treaty.record(${inCode(entry, 1)});`;
  }
}

/** A value as code, set in by so many steps. JSON is TypeScript. */
const inCode = (value: unknown, depth: number): string => JSON.stringify(value, null, 2).replaceAll('\n', `\n${'  '.repeat(depth)}`);
