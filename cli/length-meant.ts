/** What a malformed length on the command line was probably meant to be. */
import { length, type Length } from '../clauses/calendar.ts';

/** `1Y`, `p6m`, `18 months`, `1y6m`, as ISO 8601 writes it; undefined if it can't be told. */
export function lengthMeant(given: string): Length | undefined {
  const [, parts] = /^p?((?:\s*\d+\s*[a-z]+)+)$/i.exec(given.trim()) ?? [];
  const said = parts && [...parts.matchAll(/(\d+)\s*([a-z]+)/gi)].map(([, n, unit]) => ({ n, unit: units.exec(unit!)?.[0][0] }));
  if (!said || said.some(({ unit }) => !unit)) return undefined;
  return length.safeParse(`P${said.map(({ n, unit }) => `${Number(n)}${unit!.toUpperCase()}`).join('')}`).data;
}

const units = /^(?:y(?:(?:ea)?rs?)?|m(?:o(?:nths?)?)?|w(?:ee)?k?s?|d(?:ays?)?)$/i;
