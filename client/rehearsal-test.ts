/** A rehearsal as a test: what was recorded, each on its day, and the final standing. It passes as printed, whenever it is run. */
import { inspect } from 'node:util';
import { zonesOf } from '../clauses/agreement.ts';
import { latest, legalToday, type CalendarDate } from '../clauses/calendar.ts';
import { descriptionOf } from '../dossier/description.ts';
import { standingOn, type RegisterDossier } from '../dossier/dossier.ts';
import { rehearsalNow } from '../dossier/rehearsal-time.ts';
import type { Entry } from '../machines/facts.ts';
import type { Description } from '../register/types.ts';
import type { Context } from './context.ts';
import { dossierOf } from './dossiers.ts';
import { InvalidRequest } from './failures.ts';

/** @throws InvalidRequest if it is a real agreement, whose facts must not end up in a test */
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
  const treaty = await service.open(${codeLiteral({ ...agreement, facts: opening }, 1)});
${later.map(callsFor).join('\n')}
  await reach(treaty, '${reached}');
  const { status, period, termination, dates } = await treaty.standing({ asOf: '${reached}' });
  expect({ status, period: period?.number ?? null, lastDayInForce: termination?.lastDayInForce ?? null }).toEqual(${codeLiteral(expected, 1)});
  expect(dates.filter(d => d.date <= '${reached}').map(d => \`\${d.date} \${d.what}\`)).toEqual(${codeLiteral(
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

/** The facts at the opening, and those recorded later, each with its day. */
function storyIn(dossier: RegisterDossier): { opening: Entry[]; later: Recorded[]; reached: CalendarDate } {
  const zones = zonesOf(dossier.agreement);
  const first = dossier.rows[0]!.entry as Description;
  const known = new Set(first.facts ?? []);
  const opening = dossier.entries.filter(e => known.has(e.id));
  const later = dossier.entries
    .filter(e => !known.has(e.id))
    .map(entry => ({ entry, day: legalToday(dossier.rows.find(r => r.entry.id === entry.id)!.entered.at, zones) }));
  return { opening, later, reached: latest(legalToday(rehearsalNow(dossier, 0), zones), ...later.map(l => l.day)) };
}

/** Several entries of one day are recorded one after the other. */
function callsFor({ day, entry }: Recorded, i: number, all: readonly Recorded[]): string {
  const reach = all[i - 1]?.day === day ? [] : [`  await reach(treaty, '${day}');`];
  return [...reach, `  ${callFor(entry)}`].join('\n');
}

function callFor({ id, type, ...given }: Entry): string {
  const { recorded: _, of, reason, ...fields } = given as { recorded?: unknown; of?: string; reason?: string };
  if (type === 'struck') return `await treaty.strike('${of}', ${codeLiteral({ reason, id }, 1)});`;
  if (type === 'corrected')
    return `await treaty.correct('${of}', ${codeLiteral(fields, 1)}, ${codeLiteral({ id, ...(reason ? { reason } : {}) }, 1)});`;
  return `await treaty.record(${codeLiteral({ id, type, ...given }, 1)});`;
}

/** A value as code, indented by `depth` steps. */
const codeLiteral = (value: unknown, depth: number): string =>
  inspect(value, { depth: null, breakLength: 120, maxArrayLength: null, maxStringLength: null }).replaceAll(
    '\n',
    `\n${'  '.repeat(depth)}`,
  );
