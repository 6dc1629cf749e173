/** The words of a lifeline, and a text that describes its marks. */
import type { Names, Words } from '../words.ts';
import type { Measure } from './measure.ts';
import { dayOfNumber, type Day, type Life } from './model.ts';
import { spansOf } from './suspended.ts';

export interface LifelineContext {
  /** The day asked about is not today, so it is called by its date. */
  isAnotherDay?: boolean;
  words: Words;
  names: Names;
  measure: Measure;
}

/** Today, or the day asked about. */
export const dayAsked = ({ words, isAnotherDay = false }: Pick<LifelineContext, 'words' | 'isAnotherDay'>, asked: Day): string =>
  words.say(isAnotherDay ? words.m.asOf : words.m.lifeline.today, { day: words.day(dayOfNumber(asked)) });

/** Describes the marks in words, for people who can't see them. */
export function descriptionOf(life: Life, said: Pick<LifelineContext, 'words' | 'isAnotherDay'>): string {
  const { words } = said;
  const m = words.m.lifeline;
  const day = (n: Day): string => words.day(dayOfNumber(n));
  const { window: w, end } = life;
  const running = life.periods.find(p => p.kind === 'running');
  return [
    dayAsked(said, life.asOf),
    ...(w && w.from > life.asOf ? [words.say(m.noticeFrom, { day: day(w.from) })] : []),
    ...(w && isToBeSent(life) ? [words.say(w.isDecided ? m.changeable : m.sendBy, { day: day(w.sendBy) })] : []),
    ...(w ? [`${words.say(m.safeDay, { day: day(w.safe) })}, ${m.onEvery}`] : []),
    ...(w?.lasts.slice(1).map(d => words.say(m.onSome, { day: day(d), some: w.lasts.filter(l => l >= d).length, all: w.lasts.length })) ??
      []),
    ...(life.suspended.length ? [words.say(m.key.suspended, { spans: spansOf(life, words) })] : []),
    ...(life.overOnSome !== null ? [words.say(m.overOnSome, { day: day(life.overOnSome) })] : []),
    ...(end ? [words.say(m.lastDay, { day: words.days(end.lasts.map(dayOfNumber)) })] : []),
    ...(running && !end ? [`${words.say(m.lastDayOf, { n: running.number })}: ${words.days(running.lasts.map(dayOfNumber))}`] : []),
  ].join('. ');
}

/** Whether the send-by day counts: once renewal is decided, it does not when it is past. */
export const isToBeSent = ({ window: w, asOf }: Life): boolean => w !== null && !(w.isDecided && w.sendBy < asOf);

/** The time left to send a notice, or to change a decision to renew. */
export const timeLeft = ({ sendBy, isDecided }: NonNullable<Life['window']>, asOf: Day, { m, counted }: Words): string =>
  counted(isDecided ? m.lifeline.daysToChange : m.lifeline.daysToSend, sendBy - asOf);

/** Since when it is in force, or what it awaits. */
export function protocolState(
  { inForce, awaits, status }: Life['protocols'][number],
  { words, names }: Pick<LifelineContext, 'words' | 'names'>,
): string {
  const m = words.m.lifeline;
  if (inForce !== null) return words.say(m.protocolInForce, { day: words.day(dayOfNumber(inForce)) });
  if (awaits.length) return words.say(m.protocolAwaits, { who: words.and(awaits.map(party => words.party(party, names))) });
  return words.values.phases[status as keyof typeof words.values.phases];
}

/** On how many readings it is in force during the longest disputed stretch. */
export function stillInForce(lasts: readonly Day[]): number {
  const stretches = lasts.slice(1).map((d, i) => ({ days: d - lasts[i]!, later: lasts.length - i - 1 }));
  return stretches.reduce((a, b) => (b.days > a.days ? b : a)).later;
}
