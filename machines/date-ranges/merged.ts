/** What the answers on several possible days say of the same thing, put together: nothing that one of them says is left out. */
import type { WithoutEffect } from '../treaty-state.ts';

/** What the answers have under each key, in their order; fewer than there are answers where some have none. */
export function byKey<T>(answers: readonly ReadonlyMap<string, T>[]): T[][] {
  const keys = new Set(answers.flatMap(lines => [...lines.keys()]));
  return [...keys].map(key => answers.flatMap(lines => lines.get(key) ?? []));
}

/** What has no effect on some possible days alone says so. */
export function withoutEffectWithin(all: readonly (readonly WithoutEffect[])[]): WithoutEffect[] {
  return byKey(all.map(list => new Map(list.map(w => [w.fact, w])))).map(same => {
    const last = same.find(w => w.onSomeReadings) ?? same.at(-1)!;
    if (same.length === all.length) return last;
    return { ...last, reason: { code: 'onSomeDaysOnly', args: { why: last.reason } }, onSomeDays: true };
  });
}
