/** Why each date is what it is: its article, its anchor, how it is counted, and what other readings give. Taken from the answer. */
import type { CalendarDate } from '../clauses/calendar.ts';
import type { Condition } from '../clauses/reading.ts';
import type { Answer, AnsweredDate } from '../wording/answer.ts';
import { message } from '../wording/message.ts';
import type { Wording } from '../wording/wording.ts';

export interface Explained {
  /** The id of the step of the reckoning that gives the date. */
  step: string;
  what: string;
  label: string;
  date: CalendarDate;
  notAfter?: CalendarDate | null;
  basis: string;
  how: string;
  past: boolean;
  /** True if every reading gives this date. */
  certain: boolean;
  /**
   * The date comes only if the agreement is still in force then, after an end that is due: the readings under which it is; empty if only a
   * revocation of that end would keep it in force.
   */
  ifStillInForce?: readonly Condition[];
  /**
   * The dates that other readings give, each with how that reading counts it; date and `how` are null if the day does not come under it.
   */
  alternatives: readonly { date: CalendarDate | null; when: readonly Condition[]; how: string | null }[];
}

/** Each date of an answer, and those that the safe side adds (safe day, send-by day), in the order of days. */
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

/** They belong to the next last day for notice: if that comes only after an end, so do they. */
function safeSide({ reckoning, dates, asOf }: Answer, { client: { labels } }: Wording): Explained[] {
  const { ifStillInForce } = dates.find(d => (d.what === 'lastDayForNotice' || d.what === 'lastDayForFixedDay') && !d.past) ?? {};
  const only = ifStillInForce && { ifStillInForce };
  const line = (id: string, label: string): Explained[] =>
    reckoning.filter(r => r.id === id).map(r => ({ ...ofStep(id, label, r, asOf), ...only }));
  return [...line('sendBy', labels.sendBy), ...line('safeDay', labels.safeDay)];
}

/** Notices that run in addition to the one that ends the agreement. */
const otherNotices = ({ reckoning, notices, notice, asOf }: Answer, { client: { labels }, locale }: Wording): Explained[] =>
  notices
    .filter(n => n.id !== notice?.id)
    .flatMap(({ id }) =>
      reckoning.filter(r => r.id === `notice/${id}`).map(r => ofStep('notice', message(labels.byNotice, locale, { id }), r, asOf)),
    );
