/** An answer to pass on: with every article that it cites, the readings that differ, and the register's head that it was read at. */
import type { Head } from '../register/types.ts';
import type { Context } from './context.ts';

export interface Enveloped {
  /** The head of the agreement's part of the register, or of the whole register. */
  head: Head & { of: string };
  articles: string[];
  /** Each reading that changes something in the answer. */
  readings: unknown[];
  answer: unknown;
}

/** @throws Unavailable */
export async function enveloped(context: Context, answer: unknown, agreement?: string): Promise<Enveloped> {
  const registers = await context.registersThere();
  const found = agreement === undefined ? undefined : await registers.find(agreement);
  const head = await (found?.register ?? registers.of(false)).head(found ? agreement : undefined);
  const plain = JSON.parse(JSON.stringify(answer)) as unknown;
  const readings = new Map(
    valuesOf(plain, 'when')
      .flat()
      .map(one => [JSON.stringify(one), one]),
  );
  const articles = valuesOf(plain, 'basis').filter((one): one is string => typeof one === 'string');
  return {
    head: { of: found ? agreement! : 'register', ...head },
    articles: [...new Set(articles)],
    readings: [...readings.values()],
    answer: plain,
  };
}

/** All values of a field, at any depth. */
function valuesOf(value: unknown, field: string): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value as Record<string, unknown>).flatMap(([key, inside]) => (key === field ? [inside] : valuesOf(inside, field)));
}
