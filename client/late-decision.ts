/**
 * What a notice can no longer prevent after a late decision, and what it would still do. Part of every answer where a decision can be made.
 */
import type { CalendarDate } from '../clauses/calendar.ts';
import { articleIn, dayInText } from '../wording/forms.ts';
import { oneOf } from '../wording/intl.ts';
import { message } from '../wording/message.ts';
import type { Wording } from '../wording/wording.ts';
import { headlineOf, type Headline, type HeadlineSource } from './headline.ts';

/** `safeDayPast`: a notice is still in time under some readings. `renews`: under the default reading it no longer is. */
export type LateDecision = Extract<Headline, { code: 'safeDayPast' | 'renews' }> & {
  /** The same as sentences. */
  sentence: string;
};

/** Null if a notice still certainly prevents the renewal, or if there is no renewal to prevent. */
export function lateDecisionOf(source: HeadlineSource, wording: Wording): LateDecision | null {
  const headline = headlineOf(source);
  return isLate(headline) ? { ...headline, sentence: saidOf(headline, source.asOf, wording) } : null;
}

export const isLate = (headline: Headline): headline is Extract<Headline, { code: 'safeDayPast' | 'renews' }> =>
  headline.code === 'safeDayPast' || headline.code === 'renews';

/** The first two sentences of the agreement's page, without links. */
function saidOf(h: Extract<Headline, { code: 'safeDayPast' | 'renews' }>, asOf: CalendarDate, w: Wording): string {
  const m = w.client.late;
  const say = (text: string, values: Readonly<Record<string, string>> = {}): string => message(text, w.locale, values);
  const listed = (days: readonly CalendarDate[]): string =>
    oneOf(
      w.locale,
      days.map(d => dayInText(w, d)),
    );
  const article = (basis: string): string => (w.locale === 'en-GB' ? basis : (articleIn(w, basis) ?? basis));
  const onSome = h.lastDays.length ? [say(m.lastDays, { days: listed(h.lastDays), basis: article(h.basis) })] : [];
  if (h.code === 'safeDayPast') {
    const first = h.safe ? say(m.safeDayPast, { day: dayInText(w, h.safe) }) : m.noSafeDay;
    return [`${first}.`, ...onSome, say(m.otherwise, { days: listed(h.renewsOn) })].join(' ');
  }
  const { lateNotice: late } = h;
  return [
    `${say(m.renews, { days: listed(h.renewsOn) })}.`,
    ...onSome,
    say(onSome.length ? m.silence : m.renewal, { basis: article(h.basis) }),
    ...(late ? [say(m.lateNotice, { day: dayInText(w, asOf), days: listed(late.lastDays), basis: article(late.basis) })] : []),
  ].join(' ');
}
