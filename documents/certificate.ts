/**
 * A certificate of status as data: the register's answer about an agreement as of one day, as known on another. "Not in force" is an
 * answer, and so is that nothing was known. It reads no clock: the same question to the same register gives the same certificate.
 */
import { zonesOf, type Agreement } from '../clauses/agreement.ts';
import type { Bounds } from '../clauses/bounds.ts';
import { beginsEverywhere, date, dayAfter, latest, type CalendarDate } from '../clauses/calendar.ts';
import { dateOf, recordedOn } from '../machines/facts.ts';
import { fold } from '../machines/fold.ts';
import { factsKnown } from '../machines/ledger.ts';
import type { Standing } from '../machines/standing-types.ts';
import { viewOf, type View } from '../machines/view.ts';
import type { Head, Row } from '../register/types.ts';
import { certified, withKnownEntryIntoForce, type Certified } from './certified.ts';
import { descriptionOf, entriesOf } from '../dossier/description.ts';
import type { RegisterDossier } from '../dossier/dossier.ts';

/**
 * `notShown`: it is signed, or not even that is recorded, and no entry into force follows from the entries; a document may exist that shows
 * otherwise. `disputed`: the readings of the text give different answers. `nothingKnown`: none of its lines was known on that day.
 */
export type Answer = 'inForce' | 'suspended' | 'appliedProvisionally' | 'notInForce' | 'disputed' | 'notShown' | 'nothingKnown';

/** Version 1. Dates are calendar dates, `basis` is an article, `how` explains the count in English; null means that there is no value. */
export interface Certificate {
  servanda: 'certificate';
  version: 1;
  agreement: {
    id: string;
    /** By language; always in English. */
    title: Readonly<Record<string, string>>;
    parties: { id: string; name: Readonly<Record<string, string>> }[];
    /** `on` is null if the day is known only within bounds, which are then given. */
    signed: ({ on: CalendarDate | null; place: string | null; basis: string } & Partial<Bounds>) | null;
  };
  /** True if the facts are invented: the certificate then certifies nothing. */
  rehearsal: boolean;
  asOf: CalendarDate;
  knownOn: CalendarDate;
  answer: Answer;
  /** The standing; null if nothing was known. */
  standing: Certified | null;
  register: {
    kept: 'agreements' | 'rehearsals';
    /** The heads of that register and of the agreement's lines in it, when the certificate was made. */
    head: Head;
    headOfAgreement: Head;
    /** The lines of the agreement's own chain (facts, descriptions, steps), and how many of them were known on the day. */
    lines: number;
    known: number;
  };
}

/** Without `knownOn`: everything recorded, as known today. */
export function certificateOf(
  id: string,
  kept: Pick<RegisterDossier, 'rows' | 'rehearsal'> & { head: Head; headOfAgreement: Head },
  days: { asOf: CalendarDate; knownOn?: CalendarDate; today: CalendarDate },
): Certificate {
  const { rows, rehearsal, head, headOfAgreement } = kept;
  const { asOf, knownOn, today } = days;
  const { agreement, hash } = descriptionKnown(rows, id, knownOn);
  const entries = entriesOf(rows);
  const { facts, possible } = factsKnown(entries, knownOn, agreement.clauses);
  const known = knownOn ? rows.filter(row => isKnown(row, agreement, knownOn)).length : rows.length;
  const signed = facts.find(f => f.type === 'signed');
  const unsure = possible?.unsure.find(u => u.fact === signed?.id);
  const on = (day: CalendarDate): View => viewOf(fold(agreement, facts, agreement.reading, day), day);
  const view = on(asOf);
  const question = { agreement, description: hash, entries, knownOn };
  const now = latest(asOf, knownOn ?? today);
  const s = withKnownEntryIntoForce({ ...question, asOf }, view, { ...question, asOf: now }, on(now));
  return {
    servanda: 'certificate',
    version: 1,
    agreement: {
      id,
      title: agreement.title,
      parties: agreement.parties.map(p => ({ id: p.id, name: p.name })),
      signed:
        signed && dateOf(signed) <= asOf
          ? {
              ...(unsure ? { on: null, notBefore: unsure.notBefore, notAfter: unsure.notAfter } : { on: dateOf(signed) }),
              place: signed.place ?? null,
              basis: 'VCLT art. 10',
            }
          : null,
    },
    rehearsal,
    asOf,
    knownOn: knownOn ?? today,
    answer: known === 0 ? 'nothingKnown' : answerOf(s, signed !== undefined && dateOf(signed) > asOf),
    standing: known === 0 ? null : certified(s, view, agreement),
    register: { kept: rehearsal ? 'rehearsals' : 'agreements', head, headOfAgreement, lines: rows.length, known },
  };
}

function descriptionKnown(rows: readonly Row[], id: string, knownOn: CalendarDate | undefined): { agreement: Agreement; hash: string } {
  const now = descriptionOf(rows, id);
  return knownOn ? descriptionOf(rows, id, beginsEverywhere(dayAfter(knownOn), zonesOf(now.agreement)) - 1) : now;
}

/** A fact is known from its day of recording, a description from that of its entry, and a step from its own day. */
function isKnown({ entry, entered }: Row, agreement: Agreement, knownOn: CalendarDate): boolean {
  switch (entry.type) {
    case 'described':
      return entered.at < beginsEverywhere(dayAfter(knownOn), zonesOf(agreement));
    case 'notice.step':
      return (entry.step.type === 'notice.drafted' ? entry.step.input.today : date(entry.step.at)) <= knownOn;
    case 'protocol.step':
      return date(entry.step.at) <= knownOn;
    default:
      return recordedOn(entry) <= knownOn;
  }
}

/**
 * For a day known only within bounds, the answer must hold on every possible day; if it does not, the answer is `notShown`. If it does not
 * hold under every reading, it is `disputed`.
 */
function answerOf(s: Standing, isSignedLater: boolean): Answer {
  const answersFor = (statuses: readonly Standing['status'][]): Answer[] => [
    ...new Set(statuses.map(status => answerFor(status, s, isSignedLater))),
  ];
  const [answer, ...onOtherDays] = answersFor(s.within?.statuses ?? [s.status]);
  if (onOtherDays.length) return 'notShown';
  return answersFor(s.statusAlternatives.map(a => a.status as Standing['status'])).some(other => other !== answer) ? 'disputed' : answer!;
}

function answerFor(status: Standing['status'], { entryIntoForce, asOf }: Standing, isSignedLater: boolean): Answer {
  switch (status) {
    case 'inForce':
    case 'suspended':
    case 'appliedProvisionally':
      return status;
    case 'terminated':
    case 'expired':
    case 'superseded':
      return 'notInForce';
    case 'signed':
    case 'negotiated':
      // One known notification excludes only the days before it.
      return isSignedLater || entryIntoForce.date || (entryIntoForce.notBefore ?? asOf) > asOf ? 'notInForce' : 'notShown';
    default:
      return status satisfies never;
  }
}
