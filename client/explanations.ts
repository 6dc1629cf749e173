/** Why each date is what it is: its article, its anchor, how it was counted, and what other readings make of it. As the answer has it. */
import type { CalendarDate } from '../clauses/calendar.ts';
import type { Condition } from '../clauses/reading.ts';
import type { Answer, AnsweredDate } from '../wording/answer.ts';
import { message } from '../wording/message.ts';
import type { Wording } from '../wording/wording.ts';

export interface Explained {
  /** The id of the step by which it was reached. */
  step: string;
  what: string;
  label: string;
  date: CalendarDate;
  notAfter?: CalendarDate | null;
  basis: string;
  how: string;
  past: boolean;
  /** Every reading gives this date. */
  certain: boolean;
  /** It comes only if the agreement is still in force then, after an end that is coming: on which readings it is; on none unless that end is revoked. */
  ifStillInForce?: readonly Condition[];
  /** What other readings give; null where by them the day does not come. */
  /** `how`: as that reading counts it; null where the day does not come. */
  alternatives: readonly { date: CalendarDate | null; when: readonly Condition[]; how: string | null }[];
}

/** Each date of an answer, with those that the safe side adds: safe day, send-by day. In the order of days. */
export function explanationsOf(s: Answer, wording: Wording): Explained[] {
  const lines = s.dates.map(line => explained(line, s));
  return [...safeSide(s, wording), ...lines, ...otherNotices(s, wording)].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

function explained({ labelled: _, ...line }: AnsweredDate, { reckoning }: Answer): Explained {
  const step = reckoning.find(r => r.id === line.step)!;
  return { ...line, how: step.how, alternatives: countedOtherwise(line.alternatives, step) };
}

const countedOtherwise = (
  others: AnsweredDate['alternatives'],
  { otherCounts }: Pick<Reckoned, 'otherCounts'>,
): Explained['alternatives'] => others.map(a => ({ ...a, how: otherCounts.find(o => o.date === a.date)?.how ?? null }));

type Reckoned = Answer['reckoning'][number];

const ofStep = (
  what: string,
  label: string,
  { id, date, basis, how, certain, alternatives, otherCounts }: Reckoned,
  asOf: CalendarDate,
): Explained => ({
  step: id,
  what,
  label,
  date,
  basis,
  how,
  past: date < asOf,
  certain,
  alternatives: countedOtherwise(alternatives, { otherCounts }),
});

/** They are days of the last day for notice that comes: where that comes only after an end, so do they. */
function safeSide({ reckoning, dates, asOf }: Answer, { client: { labels } }: Wording): Explained[] {
  const { ifStillInForce } = dates.find(d => (d.what === 'lastDayForNotice' || d.what === 'lastDayForFixedDay') && !d.past) ?? {};
  const only = ifStillInForce && { ifStillInForce };
  const line = (id: string, label: string): Explained[] =>
    reckoning.filter(r => r.id === id).map(r => ({ ...ofStep(id, label, r, asOf), ...only }));
  return [...line('sendBy', labels.sendBy), ...line('safeDay', labels.safeDay)];
}

/** Notices that run beside the one that ends the agreement. */
const otherNotices = ({ reckoning, notices, notice, asOf }: Answer, { client: { labels }, locale }: Wording): Explained[] =>
  notices
    .filter(n => n.id !== notice?.id)
    .flatMap(({ id }) =>
      reckoning.filter(r => r.id === `notice/${id}`).map(r => ofStep('notice', message(labels.byNotice, locale, { id }), r, asOf)),
    );
