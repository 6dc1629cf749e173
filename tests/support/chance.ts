/** Seeded random numbers: the same seed draws the same numbers everywhere. Mulberry32. */
export class Chance {
  constructor(private state: number) {}

  /** An integer from 0 to below `n`. */
  below(n: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % n;
  }

  /** True in `n` of a hundred. */
  in100(n: number): boolean {
    return this.below(100) < n;
  }

  one<T>(of: readonly T[]): T {
    return of[this.below(of.length)]!;
  }
}

/** A generator for a seed and some words: different for each. */
export function chanceOf(seed: number, ...words: readonly (string | number)[]): Chance {
  let state = seed | 0;
  for (const c of words.join('/')) state = Math.imul(state ^ c.codePointAt(0)!, 0x01000193);
  return new Chance(state);
}
