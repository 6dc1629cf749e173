/**
 * Runs an async function over many items, a few at a time, holding no more of them in memory than are in progress. After a failure it
 * starts no others, waits for those in progress, and throws the first failure.
 */
export async function mapConcurrently<T>(all: Iterable<T>, atOnce: number, act: (one: T) => Promise<void>): Promise<void> {
  const waiting = all[Symbol.iterator]();
  const failures: unknown[] = [];
  const takeTurns = async (): Promise<void> => {
    for (let next = waiting.next(); !next.done && !failures.length; next = waiting.next())
      await act(next.value).catch((failure: unknown) => failures.push(failure));
  };
  await Promise.all(Array.from({ length: atOnce }, takeTurns));
  if (failures.length) throw failures[0];
}

/** Enough to be quick, few enough for a small server. */
export const fewAtOnce = 8;
