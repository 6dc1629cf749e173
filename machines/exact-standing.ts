/** The answer if every day is exact: one fold on the default reading and one on each of the others. */
import { addDays, dayAfter, dayBefore, type CalendarDate } from '../clauses/calendar.ts';
import type { Reading } from '../clauses/reading.ts';
import { withAlternativeCounts } from './alternative-counts.ts';
import { admittedOn } from './admitted.ts';
import { answerFor } from './answer.ts';
import { ineffectiveDecisions } from './decisions.ts';
import type { Fact } from './facts.ts';
import { fold } from './fold.ts';
import type { TreatyState, WithoutEffect, LaterFact } from './treaty-state.ts';
import { stateStillInForce } from './continuing-reading.ts';
import { factsThatCount } from './later-facts.ts';
import { hindsightLine, hindsightNotes } from './hindsight-lines.ts';
import { noticeLines, readingView, withoutEffectOn, withoutEffectOtherwise, type ReadingView, type Views } from './other-readings.ts';
import { decisionLine, periodAhead, questionRows, readingRows, suspensionsOn } from './page-lines.ts';
import { carriedOn } from './carried-on.ts';
import { safeDayOn } from './safe-day.ts';
import { alternatives, liveQuestions, underEveryReading, type Answers } from './readings.ts';
import { periodsReckoned, reckoningOf, stepOf, type ReckonedPeriods } from './reckoning.ts';
import type { PeriodView, View } from './view.ts';
import { RULES_VERSION } from './rules-version.ts';
import type { StandingQuestion, Standing } from './standing-types.ts';
import { entryLine, protocolLine, periodLine, decisiveLine, applicationLine } from './standing-lines.ts';
import {
  wayOutLine,
  noticeFromLine,
  lateNoticeLine,
  aheadLine,
  isSameEnd,
  countsApart,
  terminationLine,
  survivalLines,
  endsOtherwise,
} from './end-lines.ts';
import { linesOf, dateLine } from './date-lines.ts';
import { notesOn } from './standing-notes.ts';

/**
 * Answers the question, and names each later fact without which the answer would differ. `family`: the fold of the facts on the default
 * reading.
 */
export function exactStanding(
  q: StandingQuestion,
  facts: readonly Fact[],
  spoilt: readonly WithoutEffect[],
  family = foldFor(q, facts),
): Standing {
  const { reachingBack, ...answer } = answerFrom(q, facts, spoilt, family);
  if (!reachingBack.length) return { ...answer, hindsight: [] };
  const now = { ...q, until: undefined };
  const whole = comparable(q.until ? answerFrom(now, facts, spoilt, family) : answer);
  const isDecisive = ({ fact }: LaterFact): boolean => {
    const others = facts.filter(f => f.id !== fact.id);
    return comparable(answerFrom(now, others, spoilt, foldFor(q, others))) !== whole;
  };
  const hindsight = reachingBack.filter(isDecisive).map(r => hindsightLine(r, q.agreement));
  return { ...answer, hindsight, notes: [...answer.notes, ...hindsightNotes(hindsight)] };
}

const foldFor = ({ agreement, asOf }: StandingQuestion, facts: readonly Fact[]): TreatyState =>
  fold(agreement, facts, agreement.reading, asOf);

const comparable = (answer: Omit<Answer, 'reachingBack'>): string =>
  JSON.stringify({ ...answer, reachingBack: [], readings: [], reckoning: [] });

type Answer = Omit<Standing, 'hindsight'> & { reachingBack: readonly LaterFact[] };

function answerFrom(q: StandingQuestion, facts: readonly Fact[], spoilt: readonly WithoutEffect[], family: TreatyState): Answer {
  const byDefault = readingView(family, q.asOf);
  const answers = underEveryReading(liveQuestions(q.agreement, factsThatCount(family)), q.agreement.reading, r =>
    r === q.agreement.reading ? byDefault : viewBeside(byDefault, q, facts, r),
  );
  const view = answers.each[0]!.value;
  const goesOn = stateStillInForce(q.agreement, facts, family, q.asOf);
  const course = { agreement: q.agreement, facts: family.taken, history: goesOn.history };
  const statuses = alternatives(answers, v => v.status);
  const carried = carriedOn(q.agreement, family.taken, q.asOf, family.history);
  const period = periodLine(view, answers, q.agreement, safeDayOn(carried, q.asOf));
  const { duration, termination: clause } = q.agreement.clauses;
  const articleOfNotice = clause?.article ?? 'VCLT art. 54';
  const told = {
    asOf: q.asOf,
    status: view.status,
    certain: statuses.length === 0,
    entryIntoForce: entryLine(view, answers, q.agreement),
    period,
    ...wayOutLine(view, answers, carried),
    ...noticeFromLine(view, answers, articleOfNotice),
    ...lateNoticeLine(view, q, family),
    ...aheadLine(view, answers, q, family),
    notices: noticeLines(answers, q.agreement),
    notice: decisiveLine(family, answers),
    termination: terminationLine(view, answers),
    ...applicationLine(view, answers),
    ...survivalLines(answers),
    protocols: view.protocols.map(p => protocolLine(p, answers, family)),
    decision: decisionLine(course, q.asOf, goesOn === family ? carried : undefined),
  };
  const suspensions = suspensionsOn(family.history, view.end?.lastDayInForce.date);
  const vain = ineffectiveDecisions(course);
  const lines = linesOf(q, family).filter(({ fact }) => !vain.some(v => v.fact === fact));
  const reached = { told, family, periods: periodsThrough(q, family, answers), articleOfNotice, transit: q.agreement.transit };
  const reckoning = withAlternativeCounts(reckoningOf(reached, lines), answers, reached);
  return {
    agreement: q.agreement.id,
    knownOn: q.knownOn ?? null,
    reading: 'default',
    law: RULES_VERSION,
    description: q.description,
    answer: answerFor(told, duration),
    ...told,
    statusAlternatives: statuses.map(({ value, when }) => ({ status: value, when })),
    periods: view.periods.map((p, i) => periodAhead(p, i, answers)),
    readings: readingRows(answers),
    questions: questionRows(q.agreement, answers.of),
    admitted: admittedOn(family, q.asOf),
    rehearsal: q.agreement.rehearsal,
    otherEnds: view.end ? [] : endsOtherwise(answers),
    ...(suspensions.length ? { suspensions } : {}),
    dates: lines.map(line => dateLine(line, q.asOf, answers, reckoning, stepOf(line, reached))),
    reckoning,
    withoutEffect: [...spoilt, ...withoutEffectOn(answers), ...vain],
    notes: [...notesOn(view, family, q.agreement, period, q.asOf), ...withoutEffectOtherwise(answers)],
    reachingBack: family.reachingBack,
  };
}

/**
 * Returns the periods under each reading, as far ahead as dates are asked for: the running period, those before it, and those until then. A
 * period that has begun by then on the default reading has begun on all.
 */
function periodsThrough({ agreement, asOf, until }: StandingQuestion, { taken }: TreatyState, answers: Views): Answers<ReckonedPeriods> {
  const reckonedOn = (reading: Reading, day: CalendarDate): ReckonedPeriods => periodsReckoned(fold(agreement, taken, reading, day), day);
  return until && until > asOf
    ? underEveryReading(answers.of, agreement.reading, r => reckonedOn(r, r === agreement.reading ? until : addDays(until, countsApart)))
    : { of: answers.of, each: answers.each.map(({ reading, value }) => ({ reading, value: value.reckoned })) };
}

/**
 * Returns the view on another reading, for the period that the default reading shows: an alternative for the end of a period must be an end
 * of that same period.
 */
function viewBeside({ period: shown }: View, q: StandingQuestion, facts: readonly Fact[], reading: Reading): ReadingView {
  const family = fold(q.agreement, facts, reading, q.asOf);
  const view = readingView(family, q.asOf);
  const day = shown && dayOfSamePeriod(shown, view);
  if (!day) return view;
  const { period, periods, reckoned } = readingView(fold(q.agreement, family.taken, reading, day), day);
  return { ...view, period, periods, reckoned: day > q.asOf ? reckoned : view.reckoned };
}

/** Returns a day of the shown period on a reading on which the previous period still runs, or this one is already over. */
function dayOfSamePeriod(shown: PeriodView, { period: running, end }: View): CalendarDate | undefined {
  if (!running) return end && isSameEnd(end.lastDayInForce.date, shown.lastDay.date) ? end.lastDayInForce.date : undefined;
  if (running.number === shown.number - 1 && isSameEnd(running.lastDay.date, shown.firstDay)) return dayAfter(running.lastDay.date);
  if (running.number === shown.number + 1 && isSameEnd(shown.lastDay.date, running.firstDay)) return dayBefore(running.firstDay);
  return undefined;
}
