/** Merges what the answers on several possible days contain under the same key. Nothing that any of them contains is left out. */
import type { WithoutEffect } from '../treaty-state.ts';

/** Returns the values for each key, in the order of the answers; fewer than the answers if some lack the key. */
export function byKey<T>(answers: readonly ReadonlyMap<string, T>[]): T[][] {
  const keys = new Set(answers.flatMap(lines => [...lines.keys()]));
  return [...keys].map(key => answers.flatMap(lines => lines.get(key) ?? []));
}

/** Marks facts that have no effect only on some possible days. */
export function withoutEffectWithin(all: readonly (readonly WithoutEffect[])[]): WithoutEffect[] {
  return byKey(all.map(list => new Map(list.map(w => [w.fact, w])))).map(same => {
    const last = same.find(w => w.onSomeReadings) ?? same.at(-1)!;
    if (same.length === all.length) return last;
    return { ...last, reason: { code: 'onSomeDaysOnly', args: { why: last.reason } }, onSomeDays: true };
  });
}
