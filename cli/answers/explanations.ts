/** Why each date is what it is: its article, its anchor, how it was counted, and what other readings make of it. */
import { dayBefore, inWords, lengthInWords, type CalendarDate } from '../../clauses/calendar.ts';
import { lastDayForNoticeReckoned, periodEndReckoned } from '../../clauses/periods.ts';
import type { Condition, Reading } from '../../clauses/reading.ts';
import type { Reckoning } from '../../clauses/reckoning.ts';
import { unsureDayInWords } from '../../machines/within/bounded.ts';
import { fold } from '../../machines/fold.ts';
import type { Family } from '../../machines/family.ts';
import { factsThatCount } from '../../machines/reaching-back.ts';
import { factsKnown } from '../../machines/ledger.ts';
import { alternatives, liveQuestions, underEveryReading, type Answers } from '../../machines/readings.ts';
import { safeWindow } from '../../machines/safe-window.ts';
import type { DateLine, Standing } from '../../machines/standing-types.ts';
import type { Dossier } from '../../machines/ledger.ts';
import { safeByInWords } from './safe-day-words.ts';

export interface Explained extends DateLine {
  how: string;
  /** Every reading gives this date. */
  certain: boolean;
  /** What other readings give; null where by them the day does not come. */
  alternatives: { date: CalendarDate | null; when: Condition[] }[];
}

/** Each date of a standing, with those that the safe side adds: safe day, send-by day. In the order of days. */
export function explanationsOf(source: Dossier, s: Standing): Explained[] {
  const readings = reckonedUnderEveryReading(source, s);
  const lines = s.dates.map(line => explained(line, s, readings));
  return [...safeSide(source, s), ...lines, ...otherNotices(source, s)].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** Under each reading the dates of each period, by place: periods may be numbered anew by a protocol. */
type Reckoned = ReadonlyMap<string, Reckoning>;

function reckonedUnderEveryReading({ agreement, entries }: Dossier, { asOf, knownOn }: Standing): Answers<Reckoned> {
  const { facts } = factsKnown(entries, knownOn ?? undefined, agreement.clauses);
  const folded = (reading: Reading): Family => fold(agreement, facts, reading, asOf);
  const live = liveQuestions(agreement, factsThatCount(folded(agreement.reading)));
  return underEveryReading(live, agreement.reading, reading => periodsOf(folded(reading)));
}

function periodsOf({ trail }: Family): Reckoned {
  const last = new Map(
    trail.flatMap(({ context: c }) => (c.period && c.cycle ? [[`${c.cycle.anchor} ${c.period.number}`, c] as const] : [])),
  );
  const reckoned = new Map<string, Reckoning>();
  [...last.values()].forEach(({ period, cycle, terms, reading }, place) => {
    const { article } = terms.duration;
    const notice = lastDayForNoticeReckoned(period!, article, reading);
    reckoned.set(`periodEnd ${place}`, periodEndReckoned(period!, cycle!, article, reading));
    if (notice) reckoned.set(`lastDayForNotice ${place}`, notice);
  });
  return reckoned;
}

function explained(line: DateLine, s: Standing, readings: Answers<Reckoned>): Explained {
  const certainly = { certain: true, alternatives: [] };
  if (s.within && line.notAfter !== undefined) return { ...line, how: withinInWords(line, s), certain: false, alternatives: [] };
  switch (line.what) {
    case 'periodEnd':
    case 'lastDayForNotice': {
      const found = [...readings.each[0]!.value].find(([key, r]) => key.startsWith(`${line.what} `) && r.date === line.date);
      if (!found) return { ...line, how: 'by the length of the period', ...certainly };
      const others = alternatives(readings, r => r.get(found[0])?.date ?? null).map(({ value, when }) => ({ date: value, when }));
      return { ...line, how: found[1].how, certain: others.length === 0, alternatives: others };
    }
    case 'terminationEffect':
      return s.termination
        ? { ...line, how: s.termination.how, ...endOtherwise(s.termination) }
        : { ...line, how: 'by the end that was running', ...certainly };
    case 'entryIntoForce':
      return line.date === s.entryIntoForce.date
        ? { ...line, how: s.entryIntoForce.how, certain: s.entryIntoForce.certain, alternatives: s.entryIntoForce.alternatives }
        : { ...line, how: 'by its own last notification, and not before the agreement', ...certainly };
    case 'lastDayForFixedDay':
      return line.date === s.nextWayOut?.lastDayForNotice
        ? { ...line, how: s.nextWayOut.how, certain: s.nextWayOut.certain, alternatives: s.nextWayOut.alternatives }
        : { ...line, how: 'by the time for notice before the fixed day', ...certainly };
    case 'conditionEffect':
      return { ...line, how: 'the day on which the condition was met is the last', ...certainly };
    case 'provisionalApplicationBegins':
      return { ...line, how: s.provisionalApplication!.how, ...certainly };
    case 'survivalEnd': {
      const found = s.survivals!.find(l => l.lastDay === line.date)!;
      return { ...line, how: found.how, certain: found.certain, alternatives: found.alternatives };
    }
    case 'supersession':
      return { ...line, how: s.termination?.how ?? 'by the later treaty', ...certainly };
    default:
      return { ...line, how: 'a fact, as it was entered', ...certainly };
  }
}

/** Of a day that is reckoned from one that is known only within bounds there is a first and a last, and no single count. */
function withinInWords({ what }: DateLine, { within, entryIntoForce }: Standing): string {
  if (what === 'entryIntoForce') return entryIntoForce.how;
  const unsure = within!.unsure.map(u => `${u.fact}, which is ${u.counted ? '' : 'on '}${unsureDayInWords(u)}`).join('; ');
  return `the first and the last day possible, reckoned on the default reading from every day of ${unsure}`;
}

const endOtherwise = ({
  certain,
  alternatives: others,
}: NonNullable<Standing['termination']>): Pick<Explained, 'certain' | 'alternatives'> => ({
  certain,
  alternatives: others.map(({ firstDayOut, when }) => ({ date: firstDayOut && dayBefore(firstDayOut), when })),
});

function safeSide({ agreement }: Dossier, { period, asOf, within }: Standing): Explained[] {
  const side = within?.safeDay ? { ...within.safeDay, how: within.safeDayHow } : period && !period.settled && safeSideOf(period, asOf);
  if (!side) return [];
  const { date: safe, sendBy, basis, how } = side;
  const add = (what: string, label: string, date: CalendarDate, dateHow: string): Explained => ({
    what,
    label,
    date,
    basis,
    how: dateHow,
    past: date < asOf,
    certain: true,
    alternatives: [],
  });
  const onTheWay = `${lengthInWords(agreement.transit)} on the way, before the safe day ${inWords(safe)}`;
  return [add('sendBy', 'Send a notice by', sendBy, onTheWay), add('safeDay', 'Safe day for notice', safe, how)];
}

function safeSideOf({ lastDayForNotice: last }: NonNullable<Standing['period']>, asOf: CalendarDate) {
  const window = last && (safeWindow(last, asOf) ?? { from: asOf, safe: last.safe!, sendBy: last.sendBy! });
  return (
    window && {
      date: window.safe,
      sendBy: window.sendBy,
      basis: last.basis,
      how: [
        `the last day on which a notice is in time on every reading${window.from > asOf ? `, received from ${inWords(window.from)} on` : ''}`,
        ...safeByInWords(last),
      ].join('; '),
    }
  );
}

/** Notices that run beside the one that ends the agreement. */
function otherNotices({ agreement }: Dossier, { notices, notice, asOf }: Standing): Explained[] {
  const basis = agreement.clauses.termination?.article ?? 'VCLT art. 54';
  return notices
    .filter(n => n.id !== notice?.id && !n.revoked)
    .map(({ id, lastDayInForce: date, how }) => ({
      what: 'notice',
      label: `Last day in force by notice ${id} alone`,
      date,
      basis,
      how,
      past: date < asOf,
      certain: true,
      alternatives: [],
    }));
}
