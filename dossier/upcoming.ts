/** The deadlines of an agreement: of the current period, and of later ones if it is renewed. */
import { after, dayAfter, daysBetween, type CalendarDate } from '../clauses/calendar.ts';
import type { Dossier } from '../machines/ledger.ts';
import { BeyondLimit } from '../machines/beyond-limit.ts';
import { safeWayOut, safeWindow } from '../machines/safe-window.ts';
import type { Answer } from '../wording/answer.ts';
import { deadlinesWithin, endWithin } from './bounded-deadlines.ts';
import { actBy, common, labelled, sure, toSend, type Deadline } from './deadline.ts';
import { decisionListed } from './decision-listed.ts';
import { standingOn } from './dossier.ts';
import { endDeadlines } from './end-deadlines.ts';
import { knownOn } from './known.ts';
import { missedDeadline } from './missed-deadline.ts';
import { isEnding } from './next.ts';
import { onItsWay } from './notice-in-transit.ts';
import { decidingWayOut, isSameWayOut, laterWaysOut, wayOutDeadline } from './notice-deadlines.ts';
import { goingOn, ifInForce } from './other-readings.ts';

/** The deadlines from one day through another: of the current period, and of later ones if it is renewed. */
export const deadlinesOf = (source: Dossier, asOf: CalendarDate, through: CalendarDate): Deadline[] =>
  deadlinesThrough(deadlinesAhead(source, asOf, through), through);

/** The deadlines grouped by the day they are found from, for any `through` up to this one. */
export function deadlinesAhead(source: Dossier, asOf: CalendarDate, through: CalendarDate, known = knownOn(source, asOf)): Ahead[] {
  const sent = onItsWay(source, asOf);
  const other = goingOn(source, known);
  const goesOn = { ...known, standing: other.standing };
  const ahead: Ahead[] = [];
  const reach = after(through, source.agreement.transit); // a notice for a later period may have to be sent before that period begins
  let count = 0;
  for (let day: CalendarDate | undefined = asOf; day && day <= reach;) {
    if (count > mostAhead) throw new BeyondLimit({ code: 'tooManyDeadlines', agreement: source.agreement.id, most: mostAhead });
    const s: Answer = day === asOf ? other.standing : standingOn(other.source, { asOf: day });
    const isLater = day > asOf;
    if (s.within?.periods) return [...ahead, { day, deadlines: deadlinesWithin(s, source, known), instead: true }];
    const found: Deadline[] = isLater ? [] : missedDeadline(source, goesOn);
    const last = s.period?.lastDayForNotice;
    const end = s.termination;
    const window = last && safeWindow(last, day);
    const owed = isLater ? undefined : known.owed;
    if (last && window && !(!isLater && isEnding(goesOn))) {
      found.push({
        ...common(source, s),
        ...toSend(asOf, window.sendBy, owed, isLater ? null : sent),
        ...sure,
        what: 'notice',
        ...labelled({ code: 'safeDayOfPeriod', args: { period: s.period!.number, isLater } }),
        date: window.safe,
        daysLeft: daysBetween(asOf, window.safe),
        lastDay: last.date,
        decision: owed ? decisionListed(known) : null,
        basis: last.basis,
        reason: last.reason,
        how: last.how,
      });
    }
    const wayOut = s.nextWayOut && safeWayOut(s.nextWayOut);
    const waysOut = wayOut ? [wayOutDeadline(source, s, wayOut, goesOn, sent)] : [];
    if (!isLater) waysOut.push(...laterWaysOut(other.source, goesOn, reach, sent));
    else if (s.nextWayOut) waysOut.push(...decidingWayOut(other.source, s, goesOn, reach, sent));
    for (const line of waysOut) if (![...ahead.flatMap(a => a.deadlines), ...found].some(l => isSameWayOut(l, line))) found.push(line);
    const ends = isLater ? endDeadlines(other.source, s, known) : endDeadlines(source, known.standing, known);
    if (!isLater && s.within && !known.standing.termination) ends.push(...endWithin(known.standing, source));
    const deadlines = [...found.map(notice => ifInForce(notice, known.standing)), ...ends];
    ahead.push({ day, deadlines });
    count += deadlines.length;
    day = end || !s.period ? undefined : dayAfter(s.period.lastDay);
  }
  return ahead;
}

/** The deadlines found from one day: the day of the question, or the first day of a later period. */
export interface Ahead {
  day: CalendarDate;
  deadlines: Deadline[];
  /** A day is known only within bounds: these deadlines replace all found before. */
  instead?: true;
}

export function deadlinesThrough(ahead: readonly Ahead[], through: CalendarDate): Deadline[] {
  const reached = ahead.filter(({ day, instead }) => day <= through || !instead);
  const last = reached.at(-1);
  return (last?.instead ? [last] : reached).flatMap(({ deadlines }) => deadlines).filter(d => actBy(d) <= through || d.what === 'missed');
}

/** More than a hundred years of yearly periods. */
const mostAhead = 120;
