/** The result of each notice on all readings, and of each fact without effect on some of them. No reading's result is left out. */
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

/** The view on one reading, and the facts without effect on it. */
export interface ReadingView extends View {
  reckoned: ReckonedPeriods;
  withoutEffect: readonly WithoutEffect[];
}

export type Views = Answers<ReadingView>;

export const readingView = (family: TreatyState, asOf: CalendarDate): ReadingView => ({
  ...viewOf(family, asOf),
  withoutEffect: family.withoutEffect,
  reckoned: periodsReckoned(family, asOf),
});

/** Returns the notices of the default reading, then those with an effect only on others. */
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

/** `all`: the notice on each reading that has it; `shown`: the one displayed. */
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

/** Always, if the clause says so; on one reading, once the last day for notice of the period whose renewal it prevents has passed. */
function consentOf(all: readonly Notice[], { termination }: Terms): NoticeLine['consent'] {
  if (termination?.withdrawal === 'byConsent') return { by: 'clause', from: all[0]!.dates.received };
  const lasts = all.flatMap(n => n.prevents?.lastDayForNotice ?? []);
  return lasts.length ? { by: 'reading', from: dayAfter(earliest(...lasts)) } : null;
}

/**
 * Chooses between readings for a notice that the default one does not have: one on which it runs over one on which it was revoked, then the
 * earliest end.
 */
function decisive(all: readonly Notice[]): Notice {
  const running = all.filter(n => !n.revoked && !n.replacedBy);
  const among = running.length ? running : all;
  const first = earliest(...among.map(n => n.outcome.lastDayInForce.date));
  return among.find(n => n.outcome.lastDayInForce.date === first)!;
}

/** Disputed if the readings differ, or if it has no effect at all on some of them. */
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

/** Returns the facts without effect on the default reading, marking those with an effect on others. */
export function withoutEffectOn({ each }: Views): WithoutEffect[] {
  return each[0]!.value.withoutEffect.map(w => {
    const isOnAll = each.every(({ value }) => value.withoutEffect.some(o => o.fact === w.fact));
    return isOnAll ? w : { ...w, onSomeReadings: true };
  });
}

/** Notes for the officer the facts with an effect on the default reading but none on another, with the reason. */
export function withoutEffectOtherwise({ each: [byDefault, ...others] }: Views): Note[] {
  const without = new Map(others.flatMap(({ value }) => value.withoutEffect.map(w => [w.fact, w.reason] as const)));
  for (const { fact } of byDefault!.value.withoutEffect) without.delete(fact);
  return [...without].sort(([a], [b]) => byText(a, b)).map(([fact, why]) => ({ code: 'withoutEffectOtherwise', args: { fact, why } }));
}
