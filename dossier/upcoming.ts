/** What comes next for an agreement and by when somebody must act, for lists of many agreements. */
import { after, dayBefore, daysBetween, type CalendarDate } from '../clauses/calendar.ts';
import type { Reason } from '../clauses/reason.ts';
import type { Condition } from '../clauses/reading.ts';
import type { Coming } from '../machines/coming.ts';
import { entryTypes } from '../machines/facts.ts';
import type { OpenDecision } from '../machines/decisions.ts';
import { beginsItsDay } from '../machines/labels.ts';
import type { Dossier } from '../machines/ledger.ts';
import { BeyondLimit } from '../machines/beyond-limit.ts';
import { renewalDay } from '../machines/renewal-day.ts';
import { safeWayOut, safeWindow, type SafeWayOut } from '../machines/safe-window.ts';
import type { SafeWindow } from '../machines/standing-types.ts';
import type { Answer } from '../wording/answer.ts';
import { wordings, type Wording } from '../wording/index.ts';
import { statementIn } from '../wording/statements.ts';
import { decisionFor, decisionStateOn, standingOn, type DecisionState } from './dossier.ts';
import { onItsWay, type OnItsWay } from './notice-in-transit.ts';

/** The next date of a standing, on the safe side; `date` is null if nothing falls due by date, and then there is no article. */
export interface Next {
  date: CalendarDate | null;
  says: Coming;
  basis: string | null;
}

export function nextOf(known: Pick<Known, 'standing' | 'isOpen' | 'owed'>): Next {
  const { standing: s } = known;
  const safe = s.within?.safeDay;
  if (safe) return { date: safe.date, says: { code: 'safeDayAtEarliest', args: {} }, basis: safe.basis };
  if (s.within?.periods) return { date: null, says: s.within.safeDayReason, basis: null };
  const last = s.period?.lastDayForNotice;
  const window = last && safeWindow(last, s.asOf);
  const coming = s.dates
    .filter(d => !d.past && (d.date > s.asOf || !hasHappened(d.what)))
    .filter(d => d.what !== 'lastDayForNotice' || !isEnding(known))
    .map((d): Next & { date: CalendarDate } =>
      window && d.what === 'lastDayForNotice'
        ? { date: window.sendBy >= s.asOf ? window.sendBy : window.safe, says: safeDayOf(window, s.asOf, known.owed), basis: d.basis }
        : isWayOut(s, d)
          ? { ...wayOutDay(s, known.owed), basis: d.basis }
          : { date: d.date, says: { code: 'comes', args: { label: d.labelled } }, basis: d.basis },
    )
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const otherwise = windowOtherwise(known);
  if (otherwise) {
    const { step, owed, ...window } = otherwise;
    return { date: window.sendBy >= s.asOf ? window.sendBy : window.safe, says: safeDayOf(window, s.asOf, owed), basis: step.basis };
  }
  return coming[0] ?? { date: null, says: withoutDate(s), basis: null };
}

/** For an agreement over on the default reading but in force on another: the decision owed there, and how its safe day is counted. */
function windowOtherwise({ standing: { period, reckoning, asOf }, owed }: Pick<Known, 'standing' | 'owed'>) {
  const step = owed && reckoning.find(r => r.id === `safeDay/${owed.due}`);
  return !period && step && owed.sendBy ? { from: asOf, safe: owed.due, sendBy: owed.sendBy, owed, step } : undefined;
}

/** The agreement ends on every reading and nothing is left to decide: no notice would prevent a renewal. */
const isEnding = ({ standing: { termination: end }, isOpen }: Pick<Known, 'standing' | 'isOpen'>): boolean =>
  Boolean(end?.alternatives.every(a => a.firstDayOut !== null)) && !isOpen;

/** Both days, since the send-by day is what matters to the person who must act. */
function safeDayOf({ sendBy, safe }: SafeWindow, asOf: CalendarDate, owed: Known['owed']): Coming {
  if (isToRenew(owed, safe)) return changeable({ sendBy, safe }, asOf);
  if (sendBy === safe) return { code: 'safeDayComes', args: {} };
  return sendBy >= asOf ? { code: 'sendByThen', args: { safe } } : { code: 'sendByWasPast', args: { sendBy } };
}

/** Once renewal is decided, nobody has to send anything. */
const isToRenew = (owed: Known['owed'], safe: CalendarDate): boolean => owed?.due === safe && owed.state === 'renew';

const changeable = ({ sendBy, safe }: Pick<SafeWindow, 'sendBy' | 'safe'>, asOf: CalendarDate): Coming => ({
  code: 'changeableThen',
  args: { safe: sendBy >= asOf && sendBy < safe ? safe : null },
});

const isWayOut = ({ nextWayOut: next }: Answer, { what, date }: Answer['dates'][number]): boolean =>
  what === 'lastDayForFixedDay' && next !== undefined && safeWayOut(next) !== undefined && date === next.lastDayForNotice;

/** The same for a notice that ends the agreement only on fixed days. */
function wayOutDay({ nextWayOut, asOf }: Answer, owed: Known['owed']): { date: CalendarDate; says: Coming } {
  const { sendBy, safe, lastDayInForce } = safeWayOut(nextWayOut!)!;
  if (isToRenew(owed, safe)) return { date: sendBy >= asOf ? sendBy : safe, says: changeable({ sendBy, safe }, asOf) };
  return sendBy >= asOf && sendBy < safe
    ? { date: sendBy, says: { code: 'sendByToEndOn', args: { lastDayInForce, safe } } }
    : { date: safe, says: { code: 'safeDayToEndOn', args: { lastDayInForce } } };
}

/** What happened or began today is past; what falls due today is not, since it does so at the end of the day. */
const hasHappened = (what: string): boolean => entryTypes.includes(what) || beginsItsDay(what);

function withoutDate({ status, entryIntoForce, termination }: Answer): Coming {
  switch (status) {
    case 'negotiated':
    case 'signed':
    case 'appliedProvisionally':
      return entryIntoForce.reason;
    case 'inForce':
    case 'suspended':
      return { code: 'nothingComes', args: {} };
    case 'terminated':
    case 'expired':
    case 'superseded': {
      if (!termination) return { code: 'isOver', args: {} };
      const { cause, lastDayInForce } = termination;
      return { code: 'hasEndedBy', args: { cause, lastDayInForce } };
    }
    default:
      return status satisfies never;
  }
}

/** The text for a list, with its article if it has one. */
export function comingIn(says: Coming, basis: string | null, w: Wording): string {
  const said = statementIn(says, w);
  return basis === null ? said : `${said.charAt(0).toLocaleLowerCase(w.locale)}${said.slice(1)}, ${basis}`;
}

/** A day by which somebody must act, or on which something ends. */
export interface Deadline {
  agreement: string;
  title: string;
  /** The title by language. */
  titles: Readonly<Record<string, string>>;
  parties: readonly string[];
  status: Answer['status'];
  /** The number of its period; null if none runs or it is unknown which. */
  period: number | null;
  /** Belongs to a rehearsal, which lists show among real agreements. */
  rehearsal: boolean;
  /** The first recipient of reminders; null if there is none. */
  responsible: string | null;
  /** `missed`: a safe day passed without action, and silence renews the agreement on `date`. */
  what: 'notice' | 'end' | 'missed';
  label: string;
  /** The label as data. */
  says: Coming;
  /** For a notice the safe day: if received by then, it is in time on every reading. */
  date: CalendarDate;
  daysLeft: number;
  /** The day to act by has passed: a notice should have been sent, or a decision made. */
  overdue: boolean;
  /** For a missed deadline: the safe day that passed, and the consequence. */
  since: CalendarDate | null;
  follows: { what: 'renewal'; on: CalendarDate } | null;
  sendBy: CalendarDate | null;
  /** Until the send-by day; negative once it has passed. */
  daysLeftToSend: number | null;
  /** The notice sent for this deadline and not yet received; null if there is none. */
  onItsWay: OnItsWay | null;
  /** That day holds on every reading; for an end also what other readings give, null if they give no end. */
  certain: boolean;
  alternatives: readonly { date: CalendarDate | null; when: readonly Condition[] }[];
  /** The last day for notice on the agreement's own reading. */
  lastDay: CalendarDate | null;
  /** For the current period: the decision, or `undecided` even if it was missed; null if there is nothing to decide. */
  decision: OpenDecision['state'] | null;
  basis: string;
  reason: Reason;
  how: string;
}

/** The fields common to all of an agreement's deadlines. */
const common = ({ agreement: { id, title, parties, rehearsal, desk } }: Dossier, { status, period }: Answer) => ({
  agreement: id,
  title: title['en']!,
  titles: title,
  parties: parties.map(p => p.id),
  status,
  period: period?.number ?? null,
  rehearsal,
  responsible: desk?.recipients?.[0]?.name ?? null,
});

const labelled = (says: Coming): Pick<Deadline, 'label' | 'says'> => ({ label: statementIn(says, wordings.en), says });

/** Holds on every reading. */
const sure = { certain: true, alternatives: [] } as const;

/** Overdue once the send-by day has passed, unless renewal was decided, nothing is left to decide, or a notice is in transit. */
const toSend = (
  asOf: CalendarDate,
  sendBy: CalendarDate | null,
  decision: Deadline['decision'] = null,
  sent: OnItsWay | null = null,
): Pick<Deadline, 'sendBy' | 'daysLeftToSend' | 'overdue' | 'since' | 'follows' | 'onItsWay'> => ({
  sendBy,
  daysLeftToSend: sendBy && daysBetween(asOf, sendBy),
  overdue: sendBy !== null && sendBy < asOf && decision !== null && decision !== 'renew' && !sent,
  onItsWay: sent,
  since: null,
  follows: null,
});

/** More than a hundred years of yearly periods. */
const mostAhead = 120;

/** The deadlines found from one day: the day of the question, or the first day of a later period. */
export interface Ahead {
  day: CalendarDate;
  deadlines: Deadline[];
  /** A day is known only within bounds: these deadlines replace all found before. */
  instead?: true;
}

/** What is known of an agreement on the day of the question. */
export interface Known extends DecisionState {
  standing: Answer;
}

/** The deadlines from one day through another: of the current period, and of later ones if it is renewed. */
export const deadlinesOf = (source: Dossier, asOf: CalendarDate, through: CalendarDate): Deadline[] =>
  deadlinesThrough(deadlinesAhead(source, asOf, through), through);

export function deadlinesThrough(ahead: readonly Ahead[], through: CalendarDate): Deadline[] {
  const reached = ahead.filter(({ day, instead }) => day <= through || !instead);
  const last = reached.at(-1);
  return (last?.instead ? [last] : reached).flatMap(({ deadlines }) => deadlines).filter(d => actBy(d) <= through || d.what === 'missed');
}

/** The day by which somebody must act: a notice must be sent before it must be received. */
export const actBy = ({ sendBy, date }: Pick<Deadline, 'sendBy' | 'date'>): CalendarDate => sendBy ?? date;

/** The deadlines grouped by the day they are found from, for any `through` up to this one. */
export function deadlinesAhead(source: Dossier, asOf: CalendarDate, through: CalendarDate, known = knownOn(source, asOf)): Ahead[] {
  const { owed } = known;
  const sent = onItsWay(source, asOf);
  const ahead: Ahead[] = [];
  const reach = after(through, source.agreement.transit); // a notice for a later period may have to be sent before that period begins
  let count = 0;
  for (let day: CalendarDate | undefined = asOf; day && day <= reach;) {
    if (count > mostAhead) throw new BeyondLimit({ code: 'tooManyDeadlines', agreement: source.agreement.id, most: mostAhead });
    const s: Answer = day === asOf ? known.standing : standingOn(source, { asOf: day });
    const isLater = day > asOf;
    if (s.within?.periods) return [...ahead, { day, deadlines: deadlinesWithin(s, source), instead: true }];
    const found: Deadline[] = isLater ? [] : missedDeadline(source, known);
    ahead.push({ day, deadlines: found });
    const last = s.period?.lastDayForNotice;
    const end = s.termination;
    const window = last && safeWindow(last, day);
    const decision = isLater ? null : (owed?.state ?? null);
    if (last && window && !(day === asOf && isEnding(known))) {
      found.push({
        ...common(source, s),
        ...toSend(asOf, window.sendBy, decision, isLater ? null : sent),
        ...sure,
        what: 'notice',
        ...labelled({ code: 'safeDayOfPeriod', args: { period: s.period!.number, isLater } }),
        date: window.safe,
        daysLeft: daysBetween(asOf, window.safe),
        lastDay: last.date,
        decision,
        basis: last.basis,
        reason: last.reason,
        how: last.how,
      });
    }
    if (!isLater) found.push(...deadlineOtherwise(source, known, sent));
    const wayOut = s.nextWayOut && safeWayOut(s.nextWayOut);
    if (wayOut && !ahead.some(a => a.deadlines.some(d => isToEndOn(d, wayOut))))
      found.push(wayOutDeadline(source, s, wayOut, { asOf, owed, sent }));
    if (end && end.lastDayInForce >= asOf) {
      const { lastDayInForce: date, basis, reason, how, cause } = end;
      const asked = day === asOf && cause === 'expiry' ? owed : undefined;
      found.push({
        ...common(source, s),
        ...toSend(asOf, null),
        certain: end.certain,
        alternatives: end.alternatives.map(a => ({ date: a.firstDayOut && dayBefore(a.firstDayOut), when: a.when })),
        what: 'end',
        ...labelled(cause === 'expiry' ? { code: 'comingExpiry', args: { isLater } } : { code: 'comingEnd', args: { cause, isLater } }),
        date,
        daysLeft: daysBetween(asOf, date),
        lastDay: null,
        decision: asked?.question === 'expiry' ? asked.state : null,
        basis,
        reason,
        how,
      });
    }
    count += found.length;
    day = end || !s.period ? undefined : renewalDay(s.period, s);
  }
  return ahead;
}

export const knownOn = (source: Dossier, asOf: CalendarDate): Known => ({
  standing: standingOn(source, { asOf }),
  ...decisionStateOn(source, asOf),
});

/** A deadline that no longer applies: a notice or an agreed end came first, or the notice that set it was revoked. */
export interface ClosedDeadline extends ReturnType<typeof common> {
  what: 'notice' | 'end';
  says: Coming;
  date: CalendarDate;
  sendBy: CalendarDate | null;
  basis: string;
}

/** `ahead`: the deadlines that still apply. */
export function closedDeadlines(source: Dossier, { standing: s }: Pick<Known, 'standing'>, ahead: readonly Deadline[]): ClosedDeadline[] {
  const closed: ClosedDeadline[] = [];
  const last = s.period?.lastDayForNotice;
  const isOf = (period: number) => (d: Deadline) => d.says.code === 'safeDayOfPeriod' && d.says.args.period === period;
  if (s.period && last?.safe && s.termination && !ahead.some(isOf(s.period.number))) {
    const says: Coming = { code: 'safeDayOfPeriod', args: { period: s.period.number, isLater: false } };
    closed.push({ ...common(source, s), what: 'notice', says, date: last.safe, sendBy: last.sendBy, basis: last.basis });
  }
  const revoked = s.notices.filter(n => n.revoked).at(-1);
  if (revoked && revoked.lastDayInForce >= s.asOf && !s.termination && !s.within) {
    const says: Coming = { code: 'comingEnd', args: { cause: 'notice', isLater: false } };
    closed.push({ ...common(source, s), what: 'end', says, date: revoked.lastDayInForce, sendBy: null, basis: 'VCLT art. 68' });
  }
  return closed;
}

/** It is disputed whether the agreement is still in force; if it is, silence would renew it. */
function deadlineOtherwise(source: Dossier, known: Known, sent: OnItsWay | null): Deadline[] {
  const { standing: s } = known;
  const otherwise = windowOtherwise(known);
  if (!otherwise) return [];
  const { safe, sendBy, owed, step } = otherwise;
  return [
    {
      ...common(source, s),
      ...toSend(s.asOf, sendBy, owed.state, sent),
      period: owed.number,
      certain: false,
      alternatives: [],
      what: 'notice',
      ...labelled({ code: 'safeDayOfPeriod', args: { period: owed.number, isLater: false } }),
      date: safe,
      daysLeft: daysBetween(s.asOf, safe),
      lastDay: null,
      decision: owed.state,
      basis: step.basis,
      reason: step.reason,
      how: step.how,
    },
  ];
}

/** A safe day of the current period that passed without action: listed until the renewal, however far ahead that is. */
function missedDeadline(source: Dossier, known: Known): Deadline[] {
  const line = missedOf(known);
  if (!line) return [];
  const { standing: s, missed } = known;
  const { period, asOf } = s as typeof s & { period: NonNullable<Answer['period']> };
  const { due, sendBy } = missed!;
  const { lastDayForNotice: last } = period;
  const renewal = renewalDay(period, s);
  const { basis, reason, how } = last ?? period;
  return [
    {
      ...common(source, s),
      ...toSend(asOf, sendBy),
      ...sure,
      what: 'missed',
      ...labelled(line.says),
      date: renewal,
      daysLeft: daysBetween(asOf, renewal),
      overdue: true,
      since: due,
      follows: { what: 'renewal', on: renewal },
      lastDay: last?.date ?? null,
      decision: line.state,
      basis,
      reason,
      how,
    },
  ];
}

/** The missed decision, while that period's renewal is still ahead; null if none was missed or the agreement ends first. */
export function missedOf({ standing, missed }: Known): MissedLine | null {
  const { period, termination: end, asOf } = standing;
  if (!missed || !period || (end && end.lastDayInForce < renewalDay(period, standing))) return null;
  const { number, due, decided } = missed;
  const last = period.lastDayForNotice?.date;
  const says: Coming = {
    code: 'safeDayMissed',
    args: { period: number, decided, since: due, lastDay: last && last >= asOf ? last : null },
  };
  return { state: decided ?? 'undecided', says };
}

/** A safe day that passed without action, as pages show it. */
export interface MissedLine {
  /** Nobody decided, or the notice that was decided on has not been received. */
  state: 'undecided' | 'terminate';
  says: Coming;
}

/** A day by which a notice would end the agreement; if silence renews the period ending then, a decision is owed by that day. */
function wayOutDeadline(
  source: Dossier,
  s: Answer,
  { safe, sendBy, lastDayInForce }: SafeWayOut,
  { asOf, owed, sent }: { asOf: CalendarDate; owed: Known['owed']; sent: OnItsWay | null },
): Deadline {
  const { lastDayForNotice, basis, reason, how } = s.nextWayOut!;
  const decision = owed?.due === safe ? owed.state : null;
  return {
    ...common(source, s),
    ...toSend(asOf, sendBy, decision, sent),
    ...sure,
    what: 'notice',
    ...labelled({ code: 'safeDayToEndOn', args: { lastDayInForce } }),
    date: safe,
    daysLeft: daysBetween(asOf, safe),
    lastDay: lastDayInForce === s.nextWayOut!.lastDayInForce ? lastDayForNotice : null,
    decision,
    basis,
    reason,
    how,
  };
}

/** The next fixed day of one period may also be the first of the following period. */
const isToEndOn = ({ says }: Deadline, { lastDayInForce }: SafeWayOut): boolean =>
  says.code === 'safeDayToEndOn' && says.args.lastDayInForce === lastDayInForce;

/**
 * For a day known only within bounds: the earliest safe day, or today if none can be given; the last day on which a notice may still be in
 * time for the current period, if that may be over; and the earliest end ahead.
 */
function deadlinesWithin(s: Answer, source: Dossier): Deadline[] {
  const { within, termination, asOf, entryIntoForce } = s;
  const { safeDay, safeDayReason, safeDayHow, safeDayMissing, lastDayInForce, periods } = within!;
  const line = (
    code: 'safeDayAtEarliest' | 'noSafeDayGiven' | 'lastDayForNoticeAtLatest' | 'lastDayAtEarliest',
    more: Pick<Deadline, 'what' | 'date' | 'decision'>,
  ): Deadline => ({
    ...labelled({ code, args: {} }),
    ...common(source, s),
    ...toSend(asOf, null),
    certain: false,
    alternatives: [],
    daysLeft: daysBetween(asOf, more.date),
    lastDay: null,
    basis: safeDay?.basis ?? entryIntoForce.basis,
    reason: safeDayReason,
    how: safeDayHow,
    ...more,
  });
  const decision = decisionFor(source, asOf)?.state ?? null;
  const earliestEnd = termination?.lastDayInForce ?? lastDayInForce?.notBefore;
  const undecided = decision ?? 'undecided';
  const notices = safeDay
    ? [
        {
          ...line('safeDayAtEarliest', { what: 'notice', date: safeDay.date, decision }),
          ...sure,
          ...toSend(asOf, safeDay.sendBy, decision, onItsWay(source, asOf)),
        },
      ]
    : safeDayMissing
      ? [line('noSafeDayGiven', { what: 'notice', date: asOf, decision: undecided })]
      : [];
  const end = earliestEnd && line('lastDayAtEarliest', { what: 'end', date: earliestEnd, decision: null });
  const latest = periods?.lastDayForNotice?.notAfter;
  const isOpen = !end && safeDay && safeDay.from > asOf && latest && latest >= asOf;
  return [
    ...(isOpen ? [line('lastDayForNoticeAtLatest', { what: 'notice', date: latest, decision: undecided })] : []),
    ...notices.filter(n => !end || n.date <= end.date),
    ...(end && end.date >= asOf ? [end] : []),
  ];
}
