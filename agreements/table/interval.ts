/** Parses the interval from a notification to a day, `2 months + 30 days + first of month 2`, and which date of the notification counts. */
import type { FieldValue } from './values.ts';

export interface Interval {
  months?: number;
  days?: number;
  expired?: true;
  firstDayOfMonth?: number;
  firstDayOfYear?: number;
}

/** In this order, each at most once. */
const steps: readonly [RegExp, (n: number, expired: boolean) => Interval][] = [
  [/^(\d+) months?$/i, months => ({ months })],
  [/^(\d+) days?( expired)?$/i, (days, expired) => ({ days, ...(expired ? { expired: true } : {}) })],
  [/^first of month (\d+)$/i, firstDayOfMonth => ({ firstDayOfMonth })],
  [/^1 January(?: of year ([2-9]|10))?$/i, firstDayOfYear => ({ firstDayOfYear })],
];

/** Parses steps separated by `+`, in the order of `steps`; the first of a month and 1 January exclude each other. */
export function readInterval(text: string): FieldValue<Interval> {
  const interval: Interval = {};
  let least = 0;
  for (const one of text.split(/\s*\+\s*/)) {
    const at = steps.findIndex(([form]) => form.test(one));
    if (at < least) return { why: { code: 'noInterval', text: one } };
    const [form, step] = steps[at]!;
    const [, n, expired] = form.exec(one)!;
    Object.assign(interval, step(Number(n ?? 1), expired !== undefined));
    least = at < 2 ? at + 1 : steps.length;
  }
  return { is: interval };
}

export type Counted = 'received' | 'dispatched' | 'dated';

/** Splits `P6M, counts dispatched` into what counts and the text before it. */
export function withoutCounts(text: string): { rest: string; counts?: Counted } {
  const [, rest, counts] = /^(.*?),\s*counts (received|dispatched|dated)$/i.exec(text) ?? [];
  return rest && counts ? { rest, counts: counts.toLowerCase() as Counted } : { rest: text };
}
