/** What was recorded and done lately, line by line, as far as the caller may see it. Nothing is folded. */
import type { ChangeLine } from '../register/types.ts';
import type { Context } from './context.ts';
import { dossierOf } from './dossiers.ts';
import { visibleIn, type Visible } from './draft-access.ts';

export interface ChangesGiven {
  /** The id of one agreement; all agreements by default. */
  agreement?: string | undefined;
  /** Lists rehearsals, whose facts are invented, instead of real agreements; the two are kept apart. */
  rehearsals?: boolean | undefined;
  most: number;
  before?: number | undefined;
}

/** Read from the register at once. */
const linesAtOnce = 100;

/** Latest first. `next`: the line before which the next page begins, if the caller may see any of it. */
export async function changes(
  context: Context,
  { rehearsals, agreement, most, before }: ChangesGiven,
): Promise<{ found: ChangeLine[]; next?: number }> {
  const registers = await context.registersThere();
  const isRehearsal = agreement === undefined ? rehearsals === true : (await dossierOf(context, agreement)).rehearsal;
  const filters = new Map<string, Visible>();
  const seenOf = async (line: ChangeLine): Promise<ChangeLine | undefined> => {
    const filter = filters.get(line.agreement) ?? (await visibleIn(context, await dossierOf(context, line.agreement)));
    filters.set(line.agreement, filter);
    const entries = line.entries.filter(e => filter.entry(e));
    const acts = line.acts.filter(a => filter.act(a.body));
    return entries.length || acts.length || line.rules ? { ...line, entries, acts } : undefined;
  };
  const found: ChangeLine[] = [];
  const atOnce = Math.max(most + 1, linesAtOnce);
  let from = before;
  // Reads one line more than requested, because lines hidden from the caller must not affect whether a next page is offered.
  while (found.length <= most) {
    const lines = await registers.of(isRehearsal).changes({ agreement, most: atOnce, before: from });
    for (const line of lines) {
      const seen = await seenOf(line);
      if (seen) found.push(seen);
      if (found.length > most) break;
    }
    if (lines.length < atOnce) break;
    from = lines.at(-1)!.seq;
  }
  const shown = found.slice(0, most);
  return { found: shown, ...(found.length > most ? { next: shown.at(-1)!.seq } : {}) };
}
