/** What was found of many; what could not be read is said beside it, and holds up no other. */
import { Incomplete } from '../client/failures.ts';

export const gathered = <T>(asked: Promise<T[]>): Promise<{ found: T[]; unread: readonly string[] }> =>
  asked.then(
    found => ({ found, unread: [] }),
    (cause: unknown) => {
      if (cause instanceof Incomplete) return { found: cause.found as T[], unread: cause.unread };
      throw cause;
    },
  );
