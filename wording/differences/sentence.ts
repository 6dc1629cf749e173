/** Renders a difference between a workflow and the register, and its repair, as a sentence. */
import type { Difference } from '../../reconciliation/differences.ts';
import type { ReportedValues } from '../../reconciliation/expected.ts';
import type { FailingLetter } from '../../reconciliation/failing-letters.ts';
import type { Failure } from '../../reconciliation/failure.ts';
import type { Repair } from '../../reconciliation/repair.ts';
import type { Change } from '../../machines/changes.ts';
import { isRefusal } from '../../machines/refusal.ts';
import { actSentence } from '../acts/sentence.ts';
import { dayInText, timeInText } from '../forms.ts';
import { message, type Values } from '../message.ts';
import type { Fault } from '../failures/messages.ts';
import { faultIn } from '../failures/sentence.ts';
import { followsIn } from '../plan.ts';
import { refusalSentence } from '../refusals/sentence.ts';
import { say, statementIn } from '../statements.ts';
import type { Wording } from '../wording.ts';
import { oneOf } from '../intl.ts';

export const differenceIn = (difference: Difference, w: Wording): string =>
  message(w.differences.differences[difference.code], w.locale, valuesOf(difference, w));

function valuesOf(difference: Difference, w: Wording): Values {
  switch (difference.code) {
    case 'otherValue': {
      const { name, found, expected } = difference;
      const { names, values } = w.differences;
      return {
        name: names[name],
        found: found === undefined ? values.nothing : valueIn(name, found, w),
        expected: valueIn(name, expected, w),
      };
    }
    case 'notInOutbox':
    case 'notWithdrawn':
      return { act: actSentence(difference.act, w) };
    case 'letterFailing':
      return failingLetterValues(difference.letter, w);
    case 'notCompared':
      return { why: failureIn(difference.why, w) };
    default: {
      const { workflowId: _, what: _what, code: _code, ...values } = difference;
      return values;
    }
  }
}

export const failingLetterIn = (letter: FailingLetter, w: Wording): string =>
  message(w.differences.differences.letterFailing, w.locale, failingLetterValues(letter, w));

/** The act that a letter announces or withdraws, without its day, which has a column of its own. */
export const letterAbout = ({ what, withdrawn: isWithdrawn }: Pick<FailingLetter, 'what' | 'withdrawn'>, w: Wording): string =>
  say('letterIsAbout', { isWithdrawn, what: w.letter.acts[what] }, w);

/** `said`: the error of the last attempt; our own errors in the reader's language. */
export function failingLetterValues(letter: FailingLetter, w: Wording): Values {
  const { recipient, way, tries, since, until, next } = letter;
  return {
    recipient,
    way,
    about: letterAbout(letter, w),
    on: dayInText(w, letter.on),
    tries,
    since: timeInText(w, since),
    next: next ? timeInText(w, next) : 'none',
    until: timeInText(w, until),
    said: saidOfLetter(letter, w),
  };
}

function saidOfLetter({ why, fault }: Pick<FailingLetter, 'why' | 'fault'>, w: Wording): string {
  if (fault && isRefusal(fault)) return asPart(refusalSentence(fault, w));
  return fault && Object.hasOwn(w.failures.faults, fault.code) ? asPart(faultIn(fault as Fault, w)) : why;
}

/** `moved`: renders the changes of a plan, if any. */
export function repairIn(repair: Repair, w: Wording, moved: (change: Change) => string): string {
  const { repairs } = w.differences;
  const values: Values =
    repair.did === 'foldedAgain'
      ? { moved: repair.changed.map(moved).join('; ') || 'none' }
      : 'why' in repair
        ? { why: failureIn(repair.why, w) }
        : {};
  return message(repairs[repair.did], w.locale, values);
}

export function failureIn(failure: Failure, w: Wording): string {
  if (failure.code === 'refused') return refusalSentence(failure.refusal, w);
  const { code, ...values } = failure;
  return message(w.differences.failures[code], w.locale, { ...values });
}

/** A value that a workflow reports, formatted for the language. */
function valueIn<N extends keyof ReportedValues>(name: N, value: ReportedValues[N], w: Wording): string;
function valueIn(name: keyof ReportedValues, value: ReportedValues[keyof ReportedValues], w: Wording): string {
  const { values } = w.differences;
  if (value === null) return values.none;
  if (typeof value === 'boolean') return value ? values.yes : values.no;
  switch (name) {
    case 'status':
      return w.certificate.statuses[value as ReportedValues['status']];
    case 'noticeState':
      return w.refusals.noticeStates[value as ReportedValues['noticeState']];
    case 'protocolState':
      return w.refusals.protocolStates[value as ReportedValues['protocolState']];
    case 'period':
      return message(values.period, w.locale, periodIn(value as NonNullable<ReportedValues['period']>, w));
    case 'within':
      return message(values.within, w.locale, withinIn(value as ReportedValues['within'], w));
    case 'follows':
      return asPart(followsIn(value as ReportedValues['follows'], w)) || values.none;
    case 'missing':
      return asPart(statementIn(value as NonNullable<ReportedValues['missing']>, w));
    case 'law':
    case 'description':
      return value as string;
    default:
      return dayInText(w, value as never);
  }
}

/** A whole sentence as part of another. */
const asPart = (sentence: string): string => sentence.replace(/\.$/, '');

function periodIn(period: NonNullable<ReportedValues['period']>, w: Wording): Values {
  const { number, ...days } = period;
  return { number, ...Object.fromEntries(Object.entries(days).map(([name, day]) => [name, day === null ? 'none' : dayInText(w, day)])) };
}

function withinIn({ statuses, entryIntoForce: e, safe }: ReportedValues['within'], w: Wording): Values {
  const either = oneOf(
    w.locale,
    statuses.map(s => w.certificate.statuses[s]),
  );
  return {
    statuses: either,
    notBefore: e ? dayInText(w, e.notBefore) : 'none',
    notAfter: e ? dayInText(w, e.notAfter) : 'none',
    safe: safe === null ? 'none' : dayInText(w, safe),
  };
}
