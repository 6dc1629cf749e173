/** Clauses in a file that make no sense, as sentences: one message for each finding. */
import type { Length } from '../../clauses/calendar.ts';
import type { Finding, FindingName } from '../../machines/clause-findings/index.ts';
import { dayInText, lengthIn } from '../forms.ts';
import { message } from '../message.ts';
import { statementIn } from '../statements.ts';
import type { Wording } from '../wording.ts';

export type FindingMessages = Readonly<Record<FindingName, string>>;

/** `noticeLongerThanPeriod (art. 13): no notice …` */
export function findingIn({ name, article, values, why, story }: Finding, w: Wording): string {
  const days = Object.entries(story.dates).map(([which, day]) => [which, dayInText(w, day)]);
  const lengths = (['years', 'transit'] as const).flatMap(which => (values[which] ? [[which, lengthIn(w, values[which] as Length)]] : []));
  const said = Object.fromEntries([...Object.entries(values), ...lengths, ...days]) as Record<string, string>;
  const sentence = message(w.findings[name], w.locale, { ...said, written: values['years'] ?? '', why: why ? statementIn(why, w) : '' });
  return `${name} (${article}): ${sentence}`;
}
