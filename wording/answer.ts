/**
 * The answer in a language: where an agreement stands, with a sentence next to everything that is data (`how` next to a date's `reason`,
 * `why` for what has no effect, `label`, `notes`). `--json` prints it and pages display it. The only place that renders a standing.
 */
import type { Standing } from '../machines/standing-types.ts';
import type { Wording } from './wording.ts';
import { statementIn } from './statements.ts';
import type { AnyStatement } from '../machines/statements.ts';

type Why<T> = T & { why: string };
type How<T> = T & { how: string };
type Reckoned = Standing['reckoning'][number];

type Rewritten =
  | 'entryIntoForce'
  | 'period'
  | 'admitted'
  | 'nextWayOut'
  | 'lateNotice'
  | 'notices'
  | 'termination'
  | 'provisionalApplication'
  | 'survivals'
  | 'dates'
  | 'reckoning'
  | 'answer'
  | 'withoutEffect'
  | 'hindsight'
  | 'notes'
  | 'within';

type Period = NonNullable<Standing['period']>;
type DateLine = Standing['dates'][number];

export interface AnsweredDate extends Omit<DateLine, 'label'> {
  label: string;
  labelled: DateLine['label'];
}

export interface Answer extends Omit<Standing, Rewritten> {
  /** Where it stands, in one sentence. */
  answer: Standing['answer'] & { sentence: string };
  entryIntoForce: How<Standing['entryIntoForce']>;
  period:
    | (How<Omit<Period, 'lastDayForNotice' | 'agreedRenewal'>> & {
        lastDayForNotice: How<NonNullable<Period['lastDayForNotice']>> | null;
        agreedRenewal?: How<NonNullable<Period['agreedRenewal']>>;
      })
    | null;
  admitted: (Standing['admitted'][number] & { why: string | null })[];
  nextWayOut?: How<NonNullable<Standing['nextWayOut']>>;
  lateNotice?: How<NonNullable<Standing['lateNotice']>>;
  notices: How<Standing['notices'][number]>[];
  termination: How<NonNullable<Standing['termination']>> | null;
  provisionalApplication?: How<NonNullable<Standing['provisionalApplication']>>;
  survivals?: How<NonNullable<Standing['survivals']>[number]>[];
  dates: AnsweredDate[];
  reckoning: (How<Omit<Reckoned, 'otherCounts'>> & { otherCounts: How<Reckoned['otherCounts'][number]>[] })[];
  withoutEffect: Why<Standing['withoutEffect'][number]>[];
  hindsight: Why<Standing['hindsight'][number]>[];
  notes: string[];
  noted: Standing['notes'];
  within?: NonNullable<Standing['within']> & { safeDayHow: string };
}

export function answerIn(s: Standing, w: Wording): Answer {
  const say = (statement: AnyStatement): string => statementIn(statement, w);
  const how = <T extends { reason: AnyStatement }>(line: T): How<T> => ({ ...line, how: say(line.reason) });
  const why = <T extends { reason: AnyStatement }>(line: T): Why<T> => ({ ...line, why: say(line.reason) });
  const { period, nextWayOut, lateNotice, termination, provisionalApplication, survivals, within, ...rest } = s;
  return {
    ...rest,
    answer: { ...s.answer, sentence: say(s.answer) },
    entryIntoForce: how(s.entryIntoForce),
    period: period && periodIn(period, how),
    admitted: s.admitted.map(a => ({ ...a, why: a.reason && say(a.reason) })),
    ...(nextWayOut ? { nextWayOut: how(nextWayOut) } : {}),
    ...(lateNotice ? { lateNotice: how(lateNotice) } : {}),
    notices: s.notices.map(how),
    termination: termination && how(termination),
    ...(provisionalApplication ? { provisionalApplication: how(provisionalApplication) } : {}),
    ...(survivals ? { survivals: survivals.map(how) } : {}),
    dates: s.dates.map(d => ({ ...d, label: say(d.label), labelled: d.label })),
    reckoning: s.reckoning.map(step => ({ ...how(step), otherCounts: step.otherCounts.map(how) })),
    withoutEffect: s.withoutEffect.map(why),
    hindsight: s.hindsight.map(why),
    notes: s.notes.map(say),
    noted: s.notes,
    ...(within ? { within: { ...within, safeDayHow: say(within.safeDayReason) } } : {}),
  };
}

function periodIn(period: Period, how: <T extends { reason: AnyStatement }>(line: T) => How<T>): Answer['period'] {
  const { lastDayForNotice, agreedRenewal, ...rest } = period;
  return {
    ...how(rest),
    lastDayForNotice: lastDayForNotice && how(lastDayForNotice),
    ...(agreedRenewal ? { agreedRenewal: how(agreedRenewal) } : {}),
  };
}
