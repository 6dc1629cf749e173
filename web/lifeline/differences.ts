/** Days on which two lives of one agreement differ, with a notice and without it: drawn as a hatched strip, and listed. */
import type { Day, Life } from './model.ts';
import { rect, type Shape } from './shapes.ts';

/** The state on a day: not in force, disputed, in force, in a period or in a future one; in operation or suspended. */
export type Held = ({ code: 'none' | 'disputed' | 'inForce' } | { code: 'period' | 'ahead'; number: number }) & {
  /** Its operation is suspended. */
  isSuspended?: true;
  /** On another reading it has ended. */
  isOverOnSome?: true;
};

export interface Difference {
  from: Day;
  /** Exclusive. */
  to: Day;
  before: Held;
  after: Held;
}

/** Drawn with one of two compared lifelines: the days of both, and where they differ. */
export interface Beside {
  from: Day;
  to: Day;
  differences: readonly Difference[];
}

export function differencesOf(before: Life, after: Life, { from, to }: { from: Day; to: Day }): Difference[] {
  const turns = [...new Set([from, ...turnsOf(before), ...turnsOf(after)])].filter(d => d >= from && d < to).sort((a, b) => a - b);
  const found: Difference[] = [];
  turns.forEach((day, i) => {
    const next = turns[i + 1] ?? to;
    const held = { before: heldOn(day, before), after: heldOn(day, after) };
    if (isSame(held.before, held.after)) return;
    const last = found.at(-1);
    if (last && last.to === day && isSame(last.before, held.before) && isSame(last.after, held.after)) last.to = next;
    else found.push({ from: day, to: next, ...held });
  });
  return found;
}

const isSame = (a: Held, b: Held): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The days on which the state changes. */
const turnsOf = ({ inForce, periods, end, suspended, overOnSome }: Life): Day[] => [
  ...[inForce, overOnSome].filter(day => day !== null),
  ...periods.flatMap(p => [p.first, ...p.lasts.map(d => d + 1)]),
  ...(end?.lasts.map(d => d + 1) ?? []),
  ...suspended.flatMap(s => [s.from, s.resumes ?? s.from]),
];

function heldOn(day: Day, life: Life): Held {
  const held = inForceOn(day, life);
  const isSuspended = held.code !== 'none' && life.suspended.some(s => s.from <= day && (s.resumes === null || day < s.resumes));
  const isOverOnSome = life.overOnSome !== null && day >= life.overOnSome;
  return { ...held, ...(isSuspended ? { isSuspended } : {}), ...(isOverOnSome ? { isOverOnSome } : {}) };
}

function inForceOn(day: Day, { inForce, periods, end, asOf }: Life): Held {
  if (inForce === null || day < inForce) return { code: 'none' };
  if (end && day > end.lasts[0]!) return day <= end.lasts.at(-1)! || end.orNever ? { code: 'disputed' } : { code: 'none' };
  const period = periods.findLast(p => p.first <= day);
  if (!period) return { code: 'inForce' };
  const isAhead = period.kind === 'ahead' && period.first > asOf;
  return { code: isAhead ? 'ahead' : 'period', number: period.number };
}

const thickness = 7;

/** Next to the band: it covers nothing and stands out in grey. */
export const stripAbove = ({ from, to }: Difference, x: (day: Day) => number, y: number): Shape[] =>
  x(to) - x(from) < 0.5 ? [] : [rect(x(from), y - thickness - 1, Math.max(2, x(to) - x(from)), thickness, 'differs', 'differs')];

export const stripBeside = ({ from, to }: Difference, y: (day: Day) => number, x: number): Shape[] =>
  y(to) - y(from) < 0.5 ? [] : [rect(x - thickness - 2, y(from), thickness, Math.max(2, y(to) - y(from)), 'differs', 'differs')];
