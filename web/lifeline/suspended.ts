/**
 * Suspension of the agreement's operation: a strip with rungs like a ladder next to the band, on which periods and deadlines continue. VCLT
 * art. 57, 58.
 */
import type { Words } from '../words.ts';
import { dayOfNumber, type Day, type Life, type Suspended } from './model.ts';
import type { Label } from './place-labels.ts';
import { rect, type Shape } from './shapes.ts';

interface Stretch {
  from: Day;
  /** Exclusive. */
  to: Day;
}

/** Clipped to what is in force and visible. */
function stretchesIn({ suspended, end }: Life, shown: Stretch): Stretch[] {
  const over = end ? end.lasts.at(-1)! + 1 : Infinity;
  return suspended
    .map(({ from, resumes }) => ({ from: Math.max(from, shown.from), to: Math.min(resumes ?? Infinity, over, shown.to) }))
    .filter(({ from, to }) => to > from);
}

const least = 4;

export const stripsBelow = (life: Life, shown: Stretch, x: (day: Day) => number, y: number, thickness: number): Shape[] =>
  stretchesIn(life, shown).map(({ from, to }) => rect(x(from), y + 1, Math.max(least, x(to) - x(from)), thickness, 'suspended', 'rungs'));

export const stripsBeside = (life: Life, shown: Stretch, y: (day: Day) => number, x: number): Shape[] =>
  stretchesIn(life, shown).map(({ from, to }) => rect(x + 2, y(from), 7, Math.max(least, y(to) - y(from)), 'suspended', 'rungs'));

/** The first start of a suspension between two days, else the first resumption, with its label. */
export function suspensionTurn({ suspended }: Life, { from, to }: Stretch, words: Words): { day: Day; lines: Label['lines'] }[] {
  const m = words.m.lifeline.suspended;
  const day = (n: Day): string => words.day(dayOfNumber(n));
  const isIn = (n: Day | null): n is Day => n !== null && n > from && n < to;
  const said = (n: Day, what: string): { day: Day; lines: Label['lines'] } => ({
    day: n,
    lines: [
      { text: day(n), style: 'bold' },
      { text: what, style: 'plain', color: 'soft' },
    ],
  });
  return suspended.flatMap(s => {
    if (isIn(s.from)) return [said(s.from, s.resumes === null ? m.begins : words.say(m.beginsUntil, { day: day(s.resumes) }))];
    return isIn(s.resumes) ? [said(s.resumes, m.resumes)] : [];
  });
}

/** The suspensions in words: from when, and from when it is in operation again. */
export function spansOf({ suspended }: Pick<Life, 'suspended'>, words: Words): string {
  const m = words.m.lifeline.suspended;
  const day = (n: Day): string => words.day(dayOfNumber(n));
  const spanOf = ({ from, resumes }: Suspended): string =>
    resumes === null ? words.say(m.from, { day: day(from) }) : words.say(m.fromTo, { from: day(from), again: day(resumes) });
  return suspended.map(spanOf).join('; ');
}
