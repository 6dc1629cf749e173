/** The dates of an answer, each with what other readings give. */
import { byText, type CalendarDate } from '../clauses/calendar.ts';
import { fold } from './fold.ts';
import type { TreatyState } from './treaty-state.ts';
import { duesAhead } from './due-dates.ts';
import { labelOfTiming } from './labels.ts';
import type { Views } from './other-readings.ts';
import { conditionsWhere } from './readings.ts';
import type { Line, ReckonedStep } from './reckoning.ts';
import { isOver } from './view.ts';
import type { DateLine, StandingQuestion } from './standing-types.ts';

export function linesOf({ agreement, asOf, until }: StandingQuestion, family: TreatyState): Line[] {
  const steps = until && until > asOf ? fold(agreement, family.taken, agreement.reading, until).timeline : family.timeline;
  const pending = until
    ? []
    : [
        ...duesAhead(family, asOf).map(({ due, day, label, basis }) => ({ day, what: due.name, label, basis })),
        ...resumptionAhead(family),
        ...family.timings.filter(t => t.begins > asOf).map(t => ({ day: t.begins, what: 'protocol.changesApplied', ...labelOfTiming(t) })),
      ];
  const isUneventful = ({ what, day }: { what: string; day: CalendarDate }): boolean => what === 'lastDayForFixedDay' && day < asOf;
  return [...steps.filter(s => !isUneventful(s)), ...pending].sort((a, b) => byText(a.day, b.day));
}

/** A resumption agreed before the suspension has begun: no timer waits for it yet. */
function resumptionAhead({ agreement }: TreatyState): Line[] {
  const { today, suspendedFrom, resumesFrom } = agreement.snapshot.context;
  const isAhead = suspendedFrom && resumesFrom && suspendedFrom > today && resumesFrom > suspendedFrom;
  return isAhead
    ? [{ day: resumesFrom, what: 'resumptionBegins', label: { code: 'resumptionBegins', args: {} }, basis: 'VCLT art. 57' }]
    : [];
}

export function dateLine(
  { day, what, label, basis }: Line,
  asOf: CalendarDate,
  answers: Views,
  reckoning: readonly ReckonedStep[],
  step: string,
): DateLine {
  const { certain, alternatives: others } = reckoning.find(r => r.id === step)!;
  return { date: day, what, label, basis, past: day < asOf, step, certain, alternatives: others, ...ifStillInForce(day, answers) };
}

/** For a date after a coming end: the readings on which it still falls due. */
function ifStillInForce(day: CalendarDate, answers: Views): Pick<DateLine, 'ifStillInForce'> {
  const when = conditionsWhere(answers, ({ status, end }) => isOver(status) || !end || end.lastDayInForce.date >= day);
  return when ? { ifStillInForce: when } : {};
}
