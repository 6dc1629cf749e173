/** The labels of facts and due dates, as data, with their basis. Due dates are named after the machines' delays. */
import { calendarDate, dayBefore, type CalendarDate, type Length } from '../clauses/calendar.ts';
import { comingEnd, endByCondition, nextSurvivals, type AgreementContext } from './agreement/context.ts';
import { isToExpire } from './agreement/changes-ahead.ts';
import type { DueDate } from './driver.ts';
import { isBounded } from '../clauses/bounds.ts';
import type { Statement } from '../clauses/statement.ts';
import type { Counted } from '../clauses/terms.ts';
import type { Fact, FactAsEntered, FactOf } from './facts.ts';
import type { Timing } from './protocol/timing.ts';

/** The order of due dates on one day: ends first, termination before renewal; then beginnings. */
export const dueOrder = [
  'terminationEffect',
  'supersession',
  'periodEnd',
  'conditionEffect',
  'lastDayForNotice',
  'lastDayForFixedDay',
  'entryIntoForce',
  'provisionalApplicationBegins',
  'suspensionBegins',
  'resumptionBegins',
  'survivalEnd',
] as const;
export type DueName = (typeof dueOrder)[number];

/** Due dates that begin something show their first day; the others fall due at the end of a day and show that day. */
const begins: readonly string[] = [
  'entryIntoForce',
  'provisionalApplicationBegins',
  'suspensionBegins',
  'resumptionBegins',
  'supersession',
];
/**
 * Returns whether a due date takes effect at the beginning of its day, as protocol changes do; the others fall due at the end of theirs.
 */
export const beginsItsDay = (what: string): boolean =>
  begins.includes(what) || what === 'protocol.changesApplied' || what === 'protocol.applicationEnded';
export const dayOf = (due: Pick<DueDate, 'name' | 'on'>): CalendarDate => (begins.includes(due.name) ? due.on : dayBefore(due.on));

/** The labels, as data. */
export interface LabelArgs extends FactLabels, DueLabels {
  /** For changes that apply from a day of their own, or cease to apply. */
  changesHold: { protocol: string; how: Timing['how'] | 'ended' };
  /** For a range of possible days, if a day is known only within bounds. */
  labelUntil: { label: Label; until: CalendarDate };
}

type By = { by: string };
type OfProtocol = { protocol: string };

interface FactLabels {
  signed: { place: string | null };
  /** `notBefore`, `notAfter`: for a date known only within bounds. */
  'entry.agreed': { isPublished: boolean; date: CalendarDate | null; notBefore: CalendarDate | null; notAfter: CalendarDate | null };
  'completion.notified': By & { counted: Counted };
  'instruments.exchanged': object;
  'provisionalApplication.ended': By & { id: string };
  'condition.met': { condition: string };
  'protocol.proposed': OfProtocol & By;
  'protocol.agreed': OfProtocol;
  'protocol.signed': OfProtocol;
  'protocol.completion.notified': OfProtocol & By & { counted: Counted };
  'protocol.abandoned': OfProtocol;
  'renewal.agreed': { length: Length | null; until: CalendarDate | null };
  'suspension.agreed': { from: CalendarDate };
  'resumption.agreed': { from: CalendarDate };
  'termination.notified': By & { id: string };
  'termination.agreed': { firstDayOut: CalendarDate };
  'termination.revoked': By & { id: string };
  'termination.revocationConsented': By & { of: string };
  superseded: { laterTreaty: string };
  'consultations.requested': By & { subject: string };
  'communications.requested': By & { payer: string; subject: string };
  'organisation.notified': By & { organisation: string };
  'error.notified': By;
  'note.received': By & { subject: string };
  'decision.made': By & { person: string; decision: FactOf<'decision.made'>['decision'] };
  'reminder.acknowledged': { person: string };
  'document.attached': { to: string; name: string };
}

interface DueLabels {
  terminationEffect: object;
  supersession: { laterTreaty: string };
  expiry: object;
  periodEnd: { period: number };
  conditionEffect: object;
  provisionalApplicationBegins: object;
  survivalEnd: { survivals: readonly string[] };
  lastDayForNotice: object;
  lastDayForFixedDay: { lastDay: CalendarDate };
  entryIntoForce: object;
  protocolEntryIntoForce: OfProtocol;
  suspensionBegins: object;
  resumptionBegins: object;
}

export type Label = Statement<LabelArgs>;

export interface Labelled {
  label: Label;
  basis: string;
}

const labelled = <C extends keyof LabelArgs>(code: C, args: LabelArgs[C], basis: string): Labelled => ({
  label: { code, args } as Label,
  basis,
});

export function labelOfFact(f: Fact | FactAsEntered): Labelled {
  switch (f.type) {
    case 'signed':
      return labelled(f.type, { place: f.place ?? null }, 'VCLT art. 10');
    case 'entry.agreed': {
      const isPublished = f.published ?? false;
      const date = isBounded(f.date) ? { date: null, ...f.date } : { date: f.date, notBefore: null, notAfter: null };
      return labelled(f.type, { isPublished, ...date }, 'VCLT art. 24');
    }
    case 'completion.notified':
      return labelled(f.type, { by: f.by, counted: dateShown(f) }, 'VCLT art. 78');
    case 'instruments.exchanged':
      return labelled(f.type, {}, 'VCLT art. 13');
    case 'provisionalApplication.ended':
      return labelled(f.type, { by: f.by, id: f.id }, 'VCLT art. 25(2)');
    case 'condition.met':
      return labelled(f.type, { condition: f.condition }, 'VCLT art. 24, 54');
    case 'protocol.proposed':
      return labelled(f.type, { protocol: f.protocol, by: f.by }, 'VCLT art. 39');
    case 'protocol.agreed':
      return labelled(f.type, { protocol: f.protocol }, 'VCLT art. 9');
    case 'protocol.signed':
      return labelled(f.type, { protocol: f.protocol }, 'VCLT art. 10');
    case 'protocol.completion.notified':
      return labelled(f.type, { protocol: f.protocol, by: f.by, counted: dateShown(f) }, 'VCLT art. 78');
    case 'protocol.abandoned':
      return labelled(f.type, { protocol: f.protocol }, 'VCLT art. 18');
    case 'renewal.agreed':
      return labelled(f.type, { length: f.length ?? null, until: f.until ?? null }, 'VCLT art. 39');
    case 'suspension.agreed':
    case 'resumption.agreed':
      return labelled(f.type, { from: f.from ?? f.on }, 'VCLT art. 57');
    case 'termination.notified':
      return labelled(f.type, { by: f.by, id: f.id }, 'VCLT art. 78');
    case 'termination.agreed':
      return labelled(f.type, { firstDayOut: f.firstDayOut }, 'VCLT art. 54');
    case 'termination.revoked':
      return labelled(f.type, { by: f.by, id: f.id }, 'VCLT art. 68');
    case 'termination.revocationConsented':
      return labelled(f.type, { by: f.by, of: f.of }, 'VCLT art. 68');
    case 'superseded':
      return labelled(f.type, { laterTreaty: f.laterTreaty }, 'VCLT art. 59');
    case 'consultations.requested':
      return labelled(f.type, { by: f.by, subject: f.subject }, 'VCLT art. 65');
    case 'communications.requested':
      return labelled(f.type, { by: f.by, payer: f.payer, subject: f.subject }, 'VCLT art. 26');
    case 'organisation.notified':
      return labelled(f.type, { by: f.by, organisation: f.organisation }, 'VCLT art. 78');
    case 'error.notified':
      return labelled(f.type, { by: f.by }, 'VCLT art. 79');
    case 'note.received':
      return labelled(f.type, { by: f.by, subject: f.subject }, 'VCLT art. 78');
    case 'decision.made':
      return labelled(f.type, { by: f.by, person: f.person, decision: f.decision }, f.authority);
    case 'reminder.acknowledged':
      return labelled(f.type, { person: f.person }, 'register');
    case 'document.attached':
      return labelled(f.type, { to: f.to, name: f.name }, 'register');
    /* v8 ignore next 2 -- @preserve unreachable: the compiler checks that the union is closed */
    default:
      return f satisfies never;
  }
}

/** Returns the date that lists a notification: its receipt, if known. */
const dateShown = ({ received, dispatched }: { received?: unknown; dispatched?: unknown }): Counted =>
  received ? 'received' : dispatched ? 'dispatched' : 'dated';

const basisOfTiming = {
  ended: 'VCLT art. 25',
  provisional: 'VCLT art. 25',
  retroactive: 'VCLT art. 28',
  namedDay: 'VCLT art. 24',
} as const;

/** Labels the changes of a protocol that apply from a day of their own, or cease to apply. */
export const labelOfTiming = ({ protocol, how = 'ended' }: { protocol: string; how?: Timing['how'] | 'ended' }): Labelled =>
  labelled('changesHold', { protocol, how }, basisOfTiming[how]);

/** Combines the labels of the first and last possible days. */
export const labelUntil = (first: Label, last: Label): Label => ({
  code: 'labelUntil',
  args: { label: first, until: datesIn(last).at(-1)! },
});

/** Returns a label without its dates, as a string for comparison. */
export const withoutDates = (label: Label): string => JSON.stringify(label, (_, value: unknown) => (isDate(value) ? null : value));

const isDate = (value: unknown): value is CalendarDate => calendarDate.safeParse(value).success;
const datesIn = ({ args }: Label): CalendarDate[] => Object.values(args).filter(isDate);

/**
 * Labels a due date, with the machine's context before it fires. `protocol`: set for a protocol's due date, with the clause under which it
 * enters into force.
 */
export function labelOfDue(name: DueName, c: AgreementContext, protocol?: { id: string; article: string }): Labelled {
  const { duration, entryIntoForce } = c.terms;
  switch (name) {
    case 'terminationEffect':
      return labelled(name, {}, comingEnd(c)!.lastDayInForce.basis);
    case 'supersession':
      return labelled(name, { laterTreaty: c.succession!.laterTreaty }, 'VCLT art. 59');
    case 'periodEnd':
      return isToExpire(c) ? labelled('expiry', {}, duration.article) : labelled(name, { period: c.period!.number }, duration.article);
    case 'conditionEffect':
      return labelled(name, {}, endByCondition(c)!.basis);
    case 'provisionalApplicationBegins':
      return labelled(name, {}, c.terms.provisionalApplication!.article);
    case 'survivalEnd': {
      const { over } = nextSurvivals(c)!;
      return labelled(name, { survivals: over.map(s => s.what) }, over[0]!.article);
    }
    case 'lastDayForNotice':
      return labelled(name, {}, duration.article);
    case 'lastDayForFixedDay':
      return labelled(name, { lastDay: c.nextWayOut!.lastDay }, c.terms.termination!.article);
    case 'entryIntoForce':
      return protocol
        ? labelled('protocolEntryIntoForce', { protocol: protocol.id }, protocol.article)
        : labelled(name, {}, c.entry?.basis ?? entryIntoForce.article);
    case 'suspensionBegins':
    case 'resumptionBegins':
      return labelled(name, {}, 'VCLT art. 57');
    /* v8 ignore next 2 -- @preserve unreachable: the compiler checks that the union is closed */
    default:
      return name satisfies never;
  }
}
