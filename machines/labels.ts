/** What people see of a fact or of something that falls due: a label and its basis. The names of dues are the machines' delays. */
import { dayBefore, inWords, lengthInWords, type CalendarDate } from '../clauses/calendar.ts';
import { comingEnd, endByCondition, nextSurvivals, type AgreementContext } from './agreement/context.ts';
import { isToExpire } from './agreement/amending.ts';
import type { Due } from './driver.ts';
import { isBounded } from '../clauses/bounds.ts';
import { boundsInWords } from './within/bounded.ts';
import { dayOf as dayOfFact, type Fact, type FactAsEntered } from './facts.ts';
import type { NotificationDates } from '../clauses/counted-date.ts';
import type { Timing } from './protocol/timing.ts';

/** What falls due on one day, in this order: ends first, termination before renewal; then what begins. */
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

/** What falls due at the end of a day shows that day; what begins shows its first day. */
const begins: readonly string[] = [
  'entryIntoForce',
  'provisionalApplicationBegins',
  'suspensionBegins',
  'resumptionBegins',
  'supersession',
];
export const dayOf = (due: Due): CalendarDate => (begins.includes(due.name) ? due.on : dayBefore(due.on));

export interface Label {
  label: string;
  basis: string;
}

export function labelOfFact(f: Fact): Label {
  switch (f.type) {
    case 'signed':
      return { label: f.place ? `Signed at ${f.place}` : 'Signed', basis: 'VCLT art. 12' };
    case 'entry.agreed':
      return { label: `Entry into force ${f.published ? 'published as' : 'agreed for'} ${inWords(f.date)}`, basis: 'VCLT art. 24' };
    case 'completion.notified':
      return { label: `Completion of internal procedures notified by ${f.by}, ${dateShown(f)}`, basis: 'VCLT art. 78' };
    case 'instruments.exchanged':
      return { label: 'Instruments exchanged', basis: 'VCLT art. 13' };
    case 'provisionalApplication.ended':
      return { label: `No longer applied provisionally: notice of ${f.by} (${f.id}) received`, basis: 'VCLT art. 25(2)' };
    case 'condition.met':
      return { label: `Condition ${f.condition} met`, basis: 'VCLT art. 24, 54' };
    case 'protocol.proposed':
      return { label: `Protocol ${f.protocol} proposed by ${f.by}`, basis: 'VCLT art. 39' };
    case 'protocol.agreed':
      return { label: `Text of protocol ${f.protocol} agreed`, basis: 'VCLT art. 9' };
    case 'protocol.signed':
      return { label: `Protocol ${f.protocol} signed`, basis: 'VCLT art. 12' };
    case 'protocol.completion.notified':
      return { label: `Completion for protocol ${f.protocol} notified by ${f.by}, ${dateShown(f)}`, basis: 'VCLT art. 78' };
    case 'protocol.abandoned':
      return { label: `Protocol ${f.protocol} abandoned`, basis: 'VCLT art. 54' };
    case 'renewal.agreed':
      return {
        label: `Renewal${f.length ? ` for ${lengthInWords(f.length)}` : f.until ? ` until ${inWords(f.until)}` : ''} agreed`,
        basis: 'VCLT art. 39',
      };
    case 'suspension.agreed':
      return { label: 'Suspension agreed', basis: 'VCLT art. 57' };
    case 'resumption.agreed':
      return { label: 'Resumption agreed', basis: 'VCLT art. 57' };
    case 'termination.notified':
      return { label: `Notice of termination by ${f.by} (${f.id}) received`, basis: 'VCLT art. 78' };
    case 'termination.agreed':
      return { label: `Termination agreed: first day out ${inWords(f.firstDayOut)}`, basis: 'VCLT art. 54' };
    case 'termination.revoked':
      return { label: `Revocation by ${f.by} (${f.id}) received`, basis: 'VCLT art. 68' };
    case 'termination.revocationConsented':
      return { label: `Consent of ${f.by} to revocation ${f.of} received`, basis: 'VCLT art. 68' };
    case 'superseded':
      return { label: `Later treaty: ${f.laterTreaty}`, basis: 'VCLT art. 59' };
    case 'consultations.requested':
      return { label: `Consultations requested by ${f.by}: ${f.subject}`, basis: 'VCLT art. 65' };
    case 'communications.requested':
      return { label: `Communications for a visit requested by ${f.by}, ${f.payer} pays: ${f.subject}`, basis: 'VCLT art. 26' };
    case 'organisation.notified':
      return { label: `Competent organisation of ${f.by}: ${f.organisation}`, basis: 'VCLT art. 78' };
    case 'error.notified':
      return { label: `Error in the text notified by ${f.by}`, basis: 'VCLT art. 79' };
    case 'note.received':
      return { label: `Note of ${f.by}: ${f.subject}`, basis: 'VCLT art. 78' };
    case 'decision.made':
      return { label: `Decided for ${f.by} by ${f.person}: ${decisionInWords[f.decision]}`, basis: f.authority };
    case 'reminder.acknowledged':
      return { label: `Reminder acknowledged by ${f.person}`, basis: 'register' };
    case 'document.attached':
      return { label: `Document attached to ${f.to}: ${f.name}`, basis: 'register' };
    /* v8 ignore next 2 -- @preserve the union is closed, and the compiler says so */
    default:
      return f satisfies never;
  }
}

/** Which of its dates a notification is listed by: its receipt, where that is known. */
const dateShown = ({ received, dispatched }: NotificationDates): string => (received ? 'received' : dispatched ? 'dispatched' : 'dated');

/** A fact as it was entered, in a line, with its day or the bounds of it. */
export function enteredInWords(f: FactAsEntered): string {
  const label =
    f.type === 'entry.agreed' && isBounded(f.date)
      ? `Entry into force ${f.published ? 'published as' : 'agreed for'} ${boundsInWords(f.date)},`
      : labelOfFact(f as Fact).label;
  const day = dayOfFact(f);
  return `${label} ${isBounded(day) ? boundsInWords(day) : inWords(day)}`;
}

/** A label for changes of a protocol that hold from a day of their own, or no longer do. */
export function labelOfTiming({ protocol, how }: { protocol: string; how?: Timing['how'] }): Label {
  switch (how) {
    case undefined:
      return { label: `Protocol ${protocol} no longer applied provisionally`, basis: 'VCLT art. 25' };
    case 'provisional':
      return { label: `Protocol ${protocol} applied provisionally`, basis: 'VCLT art. 25' };
    case 'retroactive':
      return { label: `Changes of protocol ${protocol} hold, with retroactive effect`, basis: 'VCLT art. 28' };
    case 'namedDay':
      return { label: `Changes of protocol ${protocol} hold`, basis: 'VCLT art. 24' };
    /* v8 ignore next 2 -- @preserve the union is closed, and the compiler says so */
    default:
      return how satisfies never;
  }
}

export const decisionInWords = { renew: 'renew', terminate: 'give notice', negotiate: 'negotiate', lapse: 'let lapse' } as const;

/** A label for something that falls due, with the machine's context before it does. `protocol` when it is a protocol's. */
export function labelOfDue(name: DueName, c: AgreementContext, protocol?: string): Label {
  const { duration, entryIntoForce } = c.terms;
  switch (name) {
    case 'terminationEffect':
      return { label: 'Last day in force', basis: comingEnd(c)!.lastDayInForce.basis };
    case 'supersession':
      return { label: `First day out: superseded by ${c.succession!.laterTreaty}`, basis: 'VCLT art. 59' };
    case 'periodEnd':
      return isToExpire(c)
        ? { label: 'Expires unless the Parties agree to renew', basis: duration.article }
        : { label: `Last day of period ${c.period!.number}`, basis: duration.article };
    case 'conditionEffect':
      return { label: 'Last day: the condition is met', basis: endByCondition(c)!.basis };
    case 'provisionalApplicationBegins':
      return { label: 'Applied provisionally', basis: c.terms.provisionalApplication!.article };
    case 'survivalEnd': {
      const { over } = nextSurvivals(c)!;
      return { label: `Last day of what survives: ${over.map(s => s.what).join('; ')}`, basis: over[0]!.article };
    }
    case 'lastDayForNotice':
      return { label: 'Last day for notice', basis: duration.article };
    case 'lastDayForFixedDay':
      return { label: `Last day for notice to end it on ${inWords(c.nextWayOut!.lastDay)}`, basis: c.terms.termination!.article };
    case 'entryIntoForce':
      return protocol
        ? { label: `Protocol ${protocol} enters into force`, basis: c.terms.amendment?.article ?? entryIntoForce.article }
        : { label: 'Entry into force', basis: c.entry?.basis ?? entryIntoForce.article };
    case 'suspensionBegins':
      return { label: 'Suspension begins', basis: 'VCLT art. 57' };
    case 'resumptionBegins':
      return { label: 'Operation resumes', basis: 'VCLT art. 57' };
    /* v8 ignore next 2 -- @preserve the union is closed, and the compiler says so */
    default:
      return name satisfies never;
  }
}
