/** What the readings make of each notice, and of each fact that has no effect on some of them: nothing that one of them gives is left out. */
import type { Agreement } from '../clauses/agreement.ts';
import { byText, dayAfter, earliest, type CalendarDate } from '../clauses/calendar.ts';
import type { Terms } from '../clauses/terms.ts';
import type { Notice } from './agreement/context.ts';
import type { TreatyState, WithoutEffect } from './treaty-state.ts';
import type { Note } from './notes.ts';
import type { Answers } from './readings.ts';
import { dates } from './page-lines.ts';
import { certainly, periodsReckoned, type ReckonedPeriods } from './reckoning.ts';
import { viewOf, type View } from './view.ts';
import type { Alternatives, InTime, NoticeLine } from './standing-types.ts';

/** The view on one reading, and the facts that have no effect on it. */
export interface OnReading extends View {
  reckoned: ReckonedPeriods;
  withoutEffect: readonly WithoutEffect[];
}

export type Views = Answers<OnReading>;

export const onReading = (family: TreatyState, asOf: CalendarDate): OnReading => ({
  ...viewOf(family, asOf),
  withoutEffect: family.withoutEffect,
  reckoned: periodsReckoned(family),
});

/** Those of the default reading, then those that have an effect on others only. */
export function noticeLines(answers: Views, { clauses }: Pick<Agreement, 'clauses'>): NoticeLine[] {
  const byId = new Map<string, Notice[]>();
  for (const notice of answers.each.flatMap(({ value }) => value.notices)) byId.set(notice.id, [...(byId.get(notice.id) ?? []), notice]);
  const byReading = new Map(answers.each.map(({ value }) => [value as View, new Map(value.notices.map(n => [n.id, n]))]));
  const on = (view: View, id: string): Notice | undefined => byReading.get(view)!.get(id);
  const byDefault = answers.each[0]!.value;
  return [...byId].map(([id, all]) => {
    const shown = on(byDefault, id) ?? decisive(all);
    const isRunning = !shown.revoked && !shown.replacedBy;
    const others = isRunning ? dates(answers, view => on(view, id)?.outcome.lastDayInForce.date) : certainly;
    return { ...noticeLine(id, all, shown, answers), consent: consentOf(all, clauses), ...others };
  });
}

/** `all`: the notice on each reading that knows it; `shown`: the one that is shown. */
function noticeLine(id: string, all: readonly Notice[], shown: Notice, answers: Views): Omit<NoticeLine, keyof Alternatives | 'consent'> {
  const { date, reason } = shown.outcome.lastDayInForce;
  return {
    id,
    by: shown.by,
    received: shown.dates.received,
    inTime: amongReadings(all, answers),
    ...(shown.preventsNothing ? { preventsNothing: true } : {}),
    revoked: shown.revoked?.on ?? null,
    replacedBy: shown.replacedBy ?? null,
    lastDayInForce: date,
    reason,
    revocableUntil: null, // known only with the whole answer
  };
}

/** By the clause always; on one reading once the last day for notice of the period whose renewal it prevents is past. */
function consentOf(all: readonly Notice[], { termination }: Terms): NoticeLine['consent'] {
  if (termination?.withdrawal === 'byConsent') return { by: 'clause', from: all[0]!.dates.received };
  const lasts = all.flatMap(n => n.prevents?.lastDayForNotice ?? []);
  return lasts.length ? { by: 'reading', from: dayAfter(earliest(...lasts)) } : null;
}

/** Of a notice that the default reading does not know: where it runs rather than where it was revoked, and of the earliest end. */
function decisive(all: readonly Notice[]): Notice {
  const running = all.filter(n => !n.revoked && !n.replacedBy);
  const among = running.length ? running : all;
  const first = earliest(...among.map(n => n.outcome.lastDayInForce.date));
  return among.find(n => n.outcome.lastDayInForce.date === first)!;
}

/** Disputed where the readings differ on it, or where on some of them it has no effect at all. */
export const inTime = (id: string, answers: Views): InTime =>
  amongReadings(
    answers.each.flatMap(({ value }) => value.notices.filter(n => n.id === id)),
    answers,
  );

function amongReadings(all: readonly Notice[], answers: Views): InTime {
  const said = new Set(all.map(inTimeOn));
  return said.size > 1 || all.length < answers.each.length ? 'disputed' : [...said][0]!;
}

function inTimeOn({ outcome: { unsure, inTime: isInTime }, preventsNothing }: Notice): InTime {
  if (preventsNothing) return 'yes'; // nothing to be late for
  return unsure ? 'disputed' : isInTime ? 'yes' : 'no';
}

/** The facts without effect on the default reading, each with whether others give it one. */
export function withoutEffectOn({ each }: Views): WithoutEffect[] {
  return each[0]!.value.withoutEffect.map(w => {
    const isOnAll = each.every(({ value }) => value.withoutEffect.some(o => o.fact === w.fact));
    return isOnAll ? w : { ...w, onSomeReadings: true };
  });
}

/** The facts that have an effect on the default reading and none on another, for the officer: which, and why not. */
export function withoutEffectOtherwise({ each: [byDefault, ...others] }: Views): Note[] {
  const without = new Map(others.flatMap(({ value }) => value.withoutEffect.map(w => [w.fact, w.reason] as const)));
  for (const { fact } of byDefault!.value.withoutEffect) without.delete(fact);
  return [...without].sort(([a], [b]) => byText(a, b)).map(([fact, why]) => ({ code: 'withoutEffectOtherwise', args: { fact, why } }));
}
