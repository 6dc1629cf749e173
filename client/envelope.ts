/** An answer to pass on: with every article that it cites, the readings that differ, and the register's head that it was read at. */
import type { Head } from '../register/types.ts';
import type { Registers } from '../register/home.ts';
import type { Context } from './context.ts';
import type { Which } from './dossiers.ts';

export interface Enveloped {
  /** The head of the agreement's part of its register, or of the whole register: of rehearsals, if the answer has nothing else. */
  head: HeadOf;
  /** The head of the register of rehearsals, if the answer is from both. */
  headOfRehearsals?: HeadOf;
  articles: string[];
  /** Each reading that changes something in the answer. */
  readings: unknown[];
  answer: unknown;
}

type HeadOf = Head & { of: string };

/** The subject of the answer: one agreement, a list of named agreements, or all. */
export type AskedAbout = string | Which;

/** @throws Unavailable */
export async function enveloped(context: Context, answer: unknown, asked: AskedAbout = {}): Promise<Enveloped> {
  const heads = await headsOf(await context.registersThere(), asked);
  const plain = JSON.parse(JSON.stringify(answer)) as unknown;
  const readings = new Map(
    ['when', 'onlyIf']
      .flatMap(field => valuesOf(plain, field))
      .flat()
      .map(one => [JSON.stringify(one), one]),
  );
  const articles = valuesOf(plain, 'basis').filter((one): one is string => typeof one === 'string');
  return {
    ...heads,
    articles: [...new Set(articles)],
    readings: [...readings.values()],
    answer: plain,
  };
}

async function headsOf(registers: Registers, asked: AskedAbout): Promise<Pick<Enveloped, 'head' | 'headOfRehearsals'>> {
  if (typeof asked === 'string') {
    const found = await registers.find(asked);
    if (found) return { head: { of: asked, ...(await found.register.head(asked)) } };
    return headsOf(registers, {});
  }
  const { agreements = [], rehearsals = false } = asked;
  const kinds = (await Promise.all(agreements.map(id => registers.find(id)))).map(found => found?.rehearsal ?? false);
  const [real, rehearsed] = kinds.length ? [kinds.includes(false), kinds.includes(true)] : [true, rehearsals];
  const headOf = async (isRehearsal: boolean): Promise<HeadOf> => ({
    of: isRehearsal ? 'rehearsals' : 'register',
    ...(await registers.of(isRehearsal).head()),
  });
  return { head: await headOf(!real), ...(real && rehearsed ? { headOfRehearsals: await headOf(true) } : {}) };
}

/** All values of a field, at any depth. */
function valuesOf(value: unknown, field: string): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value as Record<string, unknown>).flatMap(([key, inside]) => (key === field ? [inside] : valuesOf(inside, field)));
}
