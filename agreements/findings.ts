/** What makes no sense in the clauses of a file, each finding with its place and a sentence. */
import type { Agreement } from '../clauses/agreement.ts';
import { inWords, lengthInWords, type CalendarDate, type Length } from '../clauses/calendar.ts';
import { questions } from '../clauses/reading.ts';
import { clauseFindings, type Finding, type FindingName } from '../machines/clause-findings/index.ts';
import type { Entry } from '../machines/facts.ts';
import { wordings } from '../wording/index.ts';
import { statementIn } from '../wording/statements.ts';
import { pathInWords, type Mistake } from './mistakes.ts';
import type { YamlText } from './yaml-text.ts';

/** A finding as a mistake of the file: where it stands, and what is said of it. */
export interface FoundInFile extends Mistake {
  finding: Finding;
}

export function findingsIn(agreement: Agreement, facts: readonly Entry[], text: YamlText): FoundInFile[] {
  const { reading } = text.data as { reading?: object };
  const written = questions.filter(q => Object.hasOwn(reading ?? {}, q));
  return clauseFindings(agreement, facts, written).map(finding => ({
    ...text.mistake(finding.path, messageOf(finding)),
    path: pathInWords(finding.path),
    finding,
  }));
}

/** `noticeLongerThanPeriod (art. 13): No notice …` */
export const messageOf = (finding: Finding): string => `${finding.name} (${finding.article}): ${sentenceOf(finding)}`;

interface Said {
  /** A date of the story, for people. */
  on: (which: string) => string;
  /** A value of the file. */
  is: (which: string) => string;
  /** Why a notice has no effect. */
  why: string;
}

const sentences: Record<FindingName, (said: Said) => string> = {
  fixedDateBeforeSignature: ({ on }) =>
    `the text fixes entry into force on ${on('date')}, before signature on ${on('signed')}; it then counts from ${on('inForce')}. Give the date that the text names.`,
  fixedEndBeforeEntry: ({ on }) => `the first period ends on ${on('lastDay')}, before the agreement enters into force on ${on('inForce')}.`,
  neverAppliedProvisionally: ({ on }) =>
    `it is never applied provisionally: that would begin on ${on('from')}, and the agreement is in force from ${on('inForce')}.`,
  noticeLongerThanPeriod: ({ on, is }) =>
    `no notice can ever be in time: the last day for notice of period ${is('period')} is ${on('lastDayForNotice')}, and the period begins only on ${on('firstDay')} (to ${on('lastDay')}).`,
  noticeLongerThanSomePeriods: ({ on, is }) =>
    `no notice can be in time for period ${is('period')}: it begins on ${on('firstDay')}, and its last day for notice is ${on('lastDayForNotice')}.`,
  noticeAsLongAsPeriod: ({ on, is }) =>
    `the notice is as long as the period: period ${is('period')} begins on ${on('firstDay')}, its last day for notice is ${on('lastDayForNotice')}. Only a notice of the first day, if any, is in time.`,
  noRenewalToPrevent: ({ on }) =>
    `there is no renewal to prevent: the agreement expires on ${on('lastDay')} with or without a notice by ${on('lastDayForNotice')}. Leave noticeBefore out, or say how the agreement is renewed.`,
  limitNeverReached: ({ on, is }) =>
    `${is('times')} renewals are no limit: after the period that ends on ${on('lastDay')} there are still more than two hundred years to come.`,
  daysAgainstYears: ({ on, is }) =>
    `the first period is counted in days and the later ones in months or years: it ends on ${on('lastDay')}, where ${lengthInWords(is('years') as Length)} would end a day before ${on('byYears')}. Write ${is('years')} if years are meant.`,
  transitLongerThanPeriod: ({ on, is }) =>
    `a notice sent on ${on('firstDay')}, when the period begins, arrives on ${on('arrival')}, after it has ended on ${on('lastDay')} (transit ${lengthInWords(is('transit') as Length)}).`,
  noticeWithoutEffect: ({ on, why }) => `no notice can have an effect. One received on ${on('received')}: ${why}`,
  noticeChangesNothing: ({ on }) =>
    `a notice changes nothing: received on ${on('received')} or later, it ends the agreement on ${on('lastDay')}, when it expires without one.`,
  noticeBeyondPeriods: ({ on }) =>
    `a notice is longer than any period: received on ${on('received')}, too late for the period to ${on('periodEnd')}, it ends the agreement only on ${on('lastDay')}, after further renewals.`,
  endlessAfterFirstPeriod: ({ on }) =>
    `from ${on('withoutLimitFrom')} the agreement is in force without limit, and a notice can end it only with a period: no notice ends it any more.`,
  amendmentNeverMet: ({ on }) =>
    `no protocol can enter into force: one signed on ${on('signed')}, with both notifications received on ${on('notified')}, never does.`,
  amendmentDatePassed: ({ on }) =>
    `${on('date')} is past before any protocol: one signed on ${on('signed')} enters into force on ${on('entry')}. Say how each protocol enters into force.`,
  readingNeverDiffers: ({ is }) =>
    `${is('question')}: ${is('choice')} makes no difference under these clauses; no date depends on it. ${is('question') === 'revocation' ? 'Where a notice is withdrawn only by consent, write termination.withdrawal: byConsent.' : 'Leave it out, or look at the clause that it is meant for.'}`,
};

const sentenceOf = ({ name, values, why, story: { dates } }: Finding): string =>
  sentences[name]({
    on: which => inWords(dates[which] as CalendarDate),
    is: which => values[which]!,
    why: why ? statementIn(why, wordings.en) : '',
  });
