/** What comes next for an agreement, in one line of a list. */
import { byText, earliest, latest, type CalendarDate } from '../clauses/calendar.ts';
import type { Coming } from '../machines/coming.ts';
import { entryTypes } from '../machines/facts.ts';
import { beginsItsDay } from '../machines/labels.ts';
import { safeWayOut, safeWindow } from '../machines/safe-window.ts';
import type { SafeWindow } from '../machines/standing-types.ts';
import type { Answer } from '../wording/answer.ts';
import type { Wording } from '../wording/index.ts';
import { statementIn } from '../wording/statements.ts';
import type { Known } from './known.ts';
import { missedOf } from './missed-deadline.ts';

/** The next date of a standing, on the safe side; `date` is null if nothing falls due by date, and then there is no article. */
export interface Next {
  date: CalendarDate | null;
  says: Coming;
  basis: string | null;
}

export function nextOf(known: Known): Next {
  const { standing: s } = known;
  const safe = s.within?.safeDay;
  if (safe) return { date: safe.date, says: { code: 'safeDayAtEarliest', args: {} }, basis: safe.basis };
  if (s.within?.periods) return { date: null, says: s.within.safeDayReason, basis: null };
  const last = s.period?.lastDayForNotice;
  const window = (last && safeWindow(last, s.asOf)) ?? s.ahead;
  const coming = s.dates
    .filter(d => !d.past && (d.date > s.asOf || !hasHappened(d.what)))
    .filter(d => d.what !== 'lastDayForNotice' || !(window || isEnding(known)))
    // within bounds its earliest day may be past
    .map((d): Dated =>
      isWayOut(s, d)
        ? { ...wayOutDay(s, known.owed), basis: d.basis }
        : { date: latest(d.date, s.asOf), says: { code: 'comes', args: { label: d.labelled } }, basis: d.basis },
    );
  const notice = window && !isEnding(known) ? [windowDay(window, s.asOf, known.owed, s.period!.basis)] : [];
  const otherwise = [...noticeOtherwise(known), ...missedOtherwise(known), ...endOtherwise(s)];
  const [next] = [...coming, ...notice, ...otherwise].sort((a, b) => byText(a.date, b.date));
  return next ?? { date: null, says: withoutDate(s), basis: null };
}

/** The earliest end ahead on another reading, where that is not the end on the default one. */
function endOtherwise({ readings, termination, asOf }: Answer): Dated[] {
  const ends = readings.flatMap(r => (r.lastDayInForce && r.lastDayInForce >= asOf ? r.lastDayInForce : []));
  const date = ends.length ? earliest(...ends) : undefined;
  return date && date !== termination?.lastDayInForce ? [{ date, says: { code: 'lastDayAtEarliest', args: {} }, basis: null }] : [];
}

function noticeOtherwise(known: Pick<Known, 'standing' | 'owed'>): Dated[] {
  const otherwise = windowOtherwise(known);
  if (!otherwise) return [];
  const { step, owed, ...window } = otherwise;
  return [windowDay(window, known.standing.asOf, owed, step.basis)];
}

/** The end of a period that silence renews on another reading, although the agreement is over on the default one. */
function missedOtherwise(known: Known): Dated[] {
  const { standing, missed } = known;
  const line = !standing.period && missed && missed.lastDay >= standing.asOf ? missedOf(known) : null;
  return line ? [{ date: missed!.lastDay, says: line.says, basis: null }] : [];
}

/** For an agreement over on the default reading but in force on another: the decision owed there, and how its safe day is counted. */
function windowOtherwise({ standing: { period, reckoning, asOf }, owed }: Pick<Known, 'standing' | 'owed'>) {
  const step = owed && reckoning.find(r => r.id === `safeDay/${owed.due}`);
  return !period && step && owed.sendBy ? { from: asOf, safe: owed.due, sendBy: owed.sendBy, owed, step } : undefined;
}

/** The agreement ends on every reading and nothing is left to decide: no notice would prevent a renewal. */
export const isEnding = ({ standing: { termination: end }, isOpen }: Pick<Known, 'standing' | 'isOpen'>): boolean =>
  Boolean(end?.alternatives.every(a => a.firstDayOut !== null)) && !isOpen;

type Dated = Next & { date: CalendarDate };

/** The day to send by, or the safe day once that is past. */
const windowDay = (window: SafeWindow, asOf: CalendarDate, owed: Known['owed'], basis: string): Dated => ({
  date: window.sendBy >= asOf ? window.sendBy : window.safe,
  says: safeDayOf(window, asOf, owed),
  basis,
});

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
