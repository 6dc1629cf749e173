/** Notes under an answer: what its dates leave open or do not show. */
import type { Agreement } from '../clauses/agreement.ts';
import type { CalendarDate } from '../clauses/calendar.ts';
import { bentNotes, conditionNotes, entryNotKnown } from './clause-notes.ts';
import type { TreatyState } from './treaty-state.ts';
import { nonWorkingDay } from '../clauses/non-working-days.ts';
import type { Note } from './notes.ts';
import { protocolNotes } from './protocol/notes.ts';
import type { View } from './view.ts';
import { safeWindow } from './safe-window.ts';
import type { Standing } from './standing-types.ts';

export function notesOn(
  view: View,
  family: TreatyState,
  { clauses, parties }: Agreement,
  line: Standing['period'],
  asOf: CalendarDate,
): Note[] {
  const { duration } = clauses;
  return [
    ...(!view.entry && view.status !== 'negotiated' ? [entryNotKnown(view, clauses)] : []),
    ...(view.entryRemark ? [{ code: 'entryRemark' as const, args: { remark: view.entryRemark } }] : []),
    ...conditionNotes(view, clauses),
    ...(duration.kind === 'indefinite' && duration.unseen && !view.end
      ? [{ code: 'notDescribed' as const, args: { article: duration.article } }]
      : []),
    ...firstPeriodPassedOver(family),
    ...closedDays(
      line,
      parties.map(p => p.id),
      asOf,
    ),
    ...view.notices.flatMap(({ id, outcome: { remarks } }): Note[] =>
      remarks ? [{ code: 'noticeRemarks', args: { notice: id, remarks } }] : [],
    ),
    ...protocolNotes(family),
    ...bentNotes(family.agreement.snapshot.context.terms),
  ];
}

/** Notes a first period that ended before entry into force: counted from an earlier day, or fixed by the text. */
function firstPeriodPassedOver({ agreement }: TreatyState): Note[] {
  const { entry, firstPeriodLastDay: last, terms } = agreement.snapshot.context;
  return entry && last && last < entry.date
    ? [{ code: 'firstPeriodOver', args: { article: terms.duration.article, lastDay: last, entryIntoForce: entry.date } }]
    : [];
}

/** Warns of days on which offices are closed. They change no date. */
function closedDays(period: Standing['period'], parties: readonly string[], asOf: CalendarDate): Note[] {
  const last = period?.lastDayForNotice;
  const window = last && safeWindow(last, asOf);
  if (!window) return [];
  const warned = (which: 'sendBy' | 'safeDay', day: CalendarDate): Note[] => {
    const closed = nonWorkingDay(day, parties);
    const isListed = closed.some(d => d.why !== 'notListed'); // days before the lists begin are past: nobody can still act on them
    return isListed && day >= asOf ? [{ code: 'officesClosed', args: { which, day, closed } }] : [];
  };
  return [...(window.sendBy === window.safe ? [] : warned('sendBy', window.sendBy)), ...warned('safeDay', window.safe)];
}
