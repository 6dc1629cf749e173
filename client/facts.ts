/** Facts, corrections and strikes as a person gives them: each gets its id, and the same checks as in a file. */
import { AgreementFileError, parseFacts } from '../agreements/load.ts';
import { nearest } from '../agreements/nearest.ts';
import type { Agreement } from '../clauses/agreement.ts';
import { latestDay, type DayOrBounds } from '../clauses/bounds.ts';
import type { CalendarDate } from '../clauses/calendar.ts';
import type { RegisterDossier } from '../dossier/dossier.ts';
import { amendmentsOf } from '../machines/corrections.ts';
import { fixedFields, isAmending, type AmendingEntry, type Entry, type FactOf } from '../machines/facts.ts';
import { contentHash } from '../register/canonical.ts';
import { allOf, oneOf } from '../wording/intl.ts';
import { typeIn } from '../wording/refusals/sentence.ts';
import type { Wording } from '../wording/wording.ts';
import { InvalidRequest } from './failures.ts';

/** Makes the entries from the agreement's dossier and its legal today. */
export type Make = (dossier: RegisterDossier, today: CalendarDate) => Entry[];

type Raw = Readonly<Record<string, unknown>>;

/** The fact under its own id, or under one made from its content: `tn-2028-01-20-AZ` for a termination notified. */
export const withId = ({ id, ...raw }: Raw & { type: string }): Raw => ({ id: id ?? idFor(raw), ...raw });

function idFor({ type, protocol, received, on, by }: Raw): string {
  const initials = (type as string)
    .split(/[.]|(?=[A-Z])/)
    .map(word => word.charAt(0).toLowerCase())
    .join('');
  const at = received ?? on;
  // Leaves out characters that an id can't contain, so that the error is reported for the field they came from.
  return [initials, protocol, at && latestDay(at as DayOrBounds), by]
    .filter(Boolean)
    .join('-')
    .replaceAll(/[^\w.-]/g, '')
    .slice(0, 64);
}

/** `beside`: the entry that it corrects. @throws InvalidRequest naming each field at fault */
export function checkedEntry(wording: Wording, raw: Raw, agreement: Agreement, beside: readonly Entry[] = []): Entry {
  try {
    return parseFacts(JSON.stringify([...beside, raw]), 'fact', agreement).at(-1)!;
  } catch (failure) {
    if (!(failure instanceof AgreementFileError)) throw failure;
    throw new InvalidRequest('unfitFact', { type: typeIn(String(raw['type']), wording), id: String(raw['id']) }, wording, failure.problems);
  }
}

/** A correction sets fields of an entry; null clears one. VCLT art. 79. */
export function correctionOf(wording: Wording, of: string, fields: Raw, { reason, id }: { reason?: string; id?: string } = {}): Make {
  const own = id ?? `c-${of}-${contentHash({ of, fields }).slice('sha256:'.length, 'sha256:'.length + 6)}`.slice(0, 64);
  return (dossier, today) => {
    const entry = entryNamed(wording, of, dossier);
    refuseFixed(wording, own, fields);
    const raw = { id: own, type: 'corrected', of, recorded: today, ...(reason ? { reason } : {}), ...fields };
    return [checkedEntry(wording, raw, dossier.agreement, isAmending(entry) ? [] : [entry])];
  };
}

/** Fields set beside those of the correction itself: a type among them would make it another entry. @throws InvalidRequest */
function refuseFixed(wording: Wording, id: string, fields: Raw): void {
  const mistakes = fixedFields
    .filter(key => Object.hasOwn(fields, key))
    .map(key => ({ file: 'fact', line: 0, column: 0, path: key, fault: { code: 'notCorrectable' as const, key } }));
  if (mistakes.length) throw new InvalidRequest('unfitFact', { type: typeIn('corrected', wording), id }, wording, mistakes);
}

/** A strike deprives an entry of effect. The entry stays in the register. */
export function strikeOf(wording: Wording, of: string, reason: string, given?: string): Make {
  return (dossier, today) => {
    entryNamed(wording, of, dossier);
    const id = given ?? strikeId(of, dossier);
    return [checkedEntry(wording, { id, type: 'struck', of, recorded: today, reason }, dossier.agreement)];
  };
}

/** The id of the strike that stands, so that a repeat changes nothing; if that strike was struck itself, a new id with a number. */
function strikeId(of: string, { entries }: RegisterDossier): string {
  for (let n = 1; ; n += 1) {
    const end = n === 1 ? '' : `-${n}`;
    const id = `${`k-${of}`.slice(0, 64 - end.length)}${end}`;
    if (!amendmentsOf(id, entries).some(a => a.type === 'struck')) return id;
  }
}

export interface DecisionGiven {
  decision: FactOf<'decision.made'>['decision'];
  /** Who decided. */
  person: string;
  /** The authority for it, such as an instruction and its number. */
  authority: string;
  note?: string;
  /** The Party that decides; by default the Party of the agreement's desk. */
  for?: string;
  /** The id of the entry; a repeat with the same id changes nothing. By default the id contains the day. */
  id?: string;
}

/** A decision made before the agreement is renewed or ends by silence. The entry has no effect in law. */
export const decisionOf =
  (wording: Wording, { for: party, note, decision, person, authority, id }: DecisionGiven): Make =>
  (dossier, today) => {
    const by = partyOf(wording, dossier, party);
    const own = { id: id ?? nextId(dossier, 'decision', today), on: firstEnteredOn(dossier, id) ?? today };
    const raw = { ...own, type: 'decision.made', by, person, authority, decision };
    return [checkedEntry(wording, { ...raw, ...(note ? { note } : {}) }, dossier.agreement)];
  };

/** A person confirms having seen the reminders so far. */
export const acknowledgementOf =
  (wording: Wording, { for: party, person, id }: { for?: string | undefined; person: string; id?: string | undefined }): Make =>
  (dossier, today) => {
    const by = partyOf(wording, dossier, party);
    const own = { id: id ?? nextId(dossier, 'acknowledged', today), on: firstEnteredOn(dossier, id) ?? today };
    const raw = { ...own, type: 'reminder.acknowledged', by, person };
    return [checkedEntry(wording, raw, dossier.agreement)];
  };

/** The day on which a repeated entry was first recorded. */
function firstEnteredOn({ entries }: RegisterDossier, id: string | undefined): DayOrBounds | undefined {
  const before = id === undefined ? undefined : entries.find(e => e.id === id);
  return before && 'on' in before ? (before.on as DayOrBounds) : undefined;
}

/** The entry with this id. @throws InvalidRequest naming some of the ids there are */
export function entryNamed(wording: Wording, id: string, { entries, agreement }: RegisterDossier): Entry | AmendingEntry {
  const found = entries.find(e => e.id === id);
  if (found) return found;
  const ids = entries.map(e => e.id);
  throw unknownEntry(wording, agreement.id, id, ids);
}

/** The most ids that the error lists. */
const idsNamed = 10;

export function unknownEntry(wording: Wording, agreement: string, id: string, ids: readonly string[]): InvalidRequest {
  const some = [...ids.slice(0, idsNamed), ...(ids.length > idsNamed ? ['…'] : [])].join(', ') || 'none';
  return new InvalidRequest('unknownEntry', { agreement, id, near: nearest(id, ids) ?? 'none', ids: some }, wording);
}

/** The Party named, or the Party of the agreement's desk. @throws InvalidRequest */
function partyOf(wording: Wording, { agreement }: RegisterDossier, named: string | undefined): string {
  const parties = agreement.parties.map(p => p.id);
  const party = named ?? agreement.desk?.party;
  if (!party) throw new InvalidRequest('partyMissing', { parties: oneOf(wording.locale, parties) }, wording);
  if (!parties.includes(party))
    throw new InvalidRequest(
      'partyUnknown',
      { party, parties: allOf(wording.locale, parties), near: nearest(party, parties) ?? 'none' },
      wording,
    );
  return party;
}

/** `decision-2029-03-01`; with a number if that id is in use. */
export function nextId({ rows }: RegisterDossier, what: string, today: CalendarDate): string {
  const used = new Set(rows.map(r => r.entry.id));
  const id = `${what}-${today}`;
  let n = 1;
  while (used.has(n === 1 ? id : `${id}-${n}`)) n += 1;
  return n === 1 ? id : `${id}-${n}`;
}
