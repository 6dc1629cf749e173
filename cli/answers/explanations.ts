/** Why each date is what it is: its article, its anchor, how it was counted, and what other readings make of it. */
import { dayBefore, type CalendarDate } from '../../clauses/calendar.ts';
import { lastDayForNoticeReckoned, periodEndReckoned } from '../../clauses/periods.ts';
import type { Condition, Reading } from '../../clauses/reading.ts';
import type { Reckoning } from '../../clauses/reckoning.ts';
import { unsureFact } from '../../machines/within/bounded.ts';
import { fold } from '../../machines/fold.ts';
import type { Family } from '../../machines/family.ts';
import { factsThatCount } from '../../machines/reaching-back.ts';
import { factsKnown } from '../../machines/ledger.ts';
import { alternatives, liveQuestions, underEveryReading, type Answers } from '../../machines/readings.ts';
import { safeWindow } from '../../machines/standing.ts';
import type { Answer, AnsweredDate } from '../../wording/answer.ts';
import { statementIn } from '../../wording/statements.ts';
import type { Dossier } from '../../machines/ledger.ts';
import type { Words } from '../words.ts';
import { safeByInWords } from './safe-day-words.ts';

export interface Explained extends Omit<AnsweredDate, 'labelled'> {
  how: string;
  /** Every reading gives this date. */
  certain: boolean;
  /** What other readings give; null where by them the day does not come. */
  alternatives: { date: CalendarDate | null; when: Condition[] }[];
}

/** Each date of a standing, with those that the safe side adds: safe day, send-by day. In the order of days. */
export function explanationsOf(source: Dossier, s: Answer, words: Words): Explained[] {
  const readings = reckonedUnderEveryReading(source, s);
  const lines = s.dates.map(line => explained(line, s, readings, words));
  return [...safeSide(source, s, words), ...lines, ...otherNotices(source, s, words)].sort((a, b) =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : 0,
  );
}

/** Under each reading the dates of each period, by place: periods may be numbered anew by a protocol. */
type Reckoned = ReadonlyMap<string, Reckoning>;

function reckonedUnderEveryReading({ agreement, entries }: Dossier, { asOf, knownOn }: Answer): Answers<Reckoned> {
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

function explained({ labelled: _, ...line }: AnsweredDate, s: Answer, readings: Answers<Reckoned>, words: Words): Explained {
  const { how } = words.m.explain;
  const certainly = { certain: true, alternatives: [] };
  if (s.within && line.notAfter !== undefined) return { ...line, how: withinInWords(line, s, words), certain: false, alternatives: [] };
  switch (line.what) {
    case 'periodEnd':
    case 'lastDayForNotice': {
      const found = [...readings.each[0]!.value].find(([key, r]) => key.startsWith(`${line.what} `) && r.date === line.date);
      if (!found) return { ...line, how: how.periodLength, ...certainly };
      const others = alternatives(readings, r => r.get(found[0])?.date ?? null).map(({ value, when }) => ({ date: value, when }));
      return { ...line, how: statementIn(found[1].reason, words.wording), certain: others.length === 0, alternatives: others };
    }
    case 'terminationEffect':
      return s.termination
        ? { ...line, how: s.termination.how, ...endOtherwise(s.termination) }
        : { ...line, how: how.runningEnd, ...certainly };
    case 'entryIntoForce':
      return line.date === s.entryIntoForce.date
        ? { ...line, how: s.entryIntoForce.how, certain: s.entryIntoForce.certain, alternatives: s.entryIntoForce.alternatives }
        : { ...line, how: how.ownNotification, ...certainly };
    case 'lastDayForFixedDay':
      return line.date === s.nextWayOut?.lastDayForNotice
        ? { ...line, how: s.nextWayOut.how, certain: s.nextWayOut.certain, alternatives: s.nextWayOut.alternatives }
        : { ...line, how: how.beforeFixedDay, ...certainly };
    case 'conditionEffect':
      return { ...line, how: how.conditionMet, ...certainly };
    case 'provisionalApplicationBegins':
      return { ...line, how: s.provisionalApplication!.how, ...certainly };
    case 'survivalEnd': {
      const found = s.survivals!.find(l => l.lastDay === line.date)!;
      return { ...line, how: found.how, certain: found.certain, alternatives: found.alternatives };
    }
    case 'supersession':
      return { ...line, how: s.termination?.how ?? how.laterTreaty, ...certainly };
    default:
      return { ...line, how: how.recordedFact, ...certainly };
  }
}

/** Of a day that is reckoned from one that is known only within bounds there is a first and a last, and no single count. */
function withinInWords({ what }: Pick<AnsweredDate, 'what'>, { within, entryIntoForce }: Answer, words: Words): string {
  if (what === 'entryIntoForce') return entryIntoForce.how;
  const unsure = statementIn({ code: 'withinBounds', args: { unsure: within!.unsure.map(unsureFact) } }, words.wording);
  return words.say(words.m.explain.how.within, { unsure });
}

const endOtherwise = ({
  certain,
  alternatives: others,
}: NonNullable<Answer['termination']>): Pick<Explained, 'certain' | 'alternatives'> => ({
  certain,
  alternatives: others.map(({ firstDayOut, when }) => ({ date: firstDayOut && dayBefore(firstDayOut), when })),
});

function safeSide({ agreement }: Dossier, { period, asOf, within }: Answer, words: Words): Explained[] {
  const side = within?.safeDay
    ? { ...within.safeDay, how: within.safeDayHow }
    : period && !period.settled && safeSideOf(period, asOf, words);
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
  const { how: texts, labels } = words.m.explain;
  const onTheWay = words.say(texts.onTheWay, { transit: words.length(agreement.transit), safe: words.day(safe) });
  return [add('sendBy', labels.sendBy, sendBy, onTheWay), add('safeDay', labels.safeDay, safe, how)];
}

function safeSideOf({ lastDayForNotice: last }: NonNullable<Answer['period']>, asOf: CalendarDate, words: Words) {
  const window = last && (safeWindow(last, asOf) ?? { from: asOf, safe: last.safe!, sendBy: last.sendBy! });
  return (
    window && {
      date: window.safe,
      sendBy: window.sendBy,
      basis: last.basis,
      how: [
        words.say(words.m.explain.how.safeDay, { from: window.from > asOf ? words.day(window.from) : 'none' }),
        ...safeByInWords(last, words),
      ].join('; '),
    }
  );
}

/** Notices that run beside the one that ends the agreement. */
function otherNotices({ agreement }: Dossier, { notices, notice, asOf }: Answer, { m, say }: Words): Explained[] {
  const basis = agreement.clauses.termination?.article ?? 'VCLT art. 54';
  return notices
    .filter(n => n.id !== notice?.id && !n.revoked)
    .map(({ id, lastDayInForce: date, how }) => ({
      what: 'notice',
      label: say(m.explain.labels.byNotice, { id }),
      date,
      basis,
      how,
      past: date < asOf,
      certain: true,
      alternatives: [],
    }));
}
