/** What was recorded and done lately, line by line, as far as the caller may see it. Nothing is folded. */
import type { Act } from '../machines/acts.ts';
import { isAmending } from '../machines/facts.ts';
import type { ChangeLine, Line, Step } from '../register/types.ts';
import { actSentence } from '../wording/acts/sentence.ts';
import { enteredIn } from '../wording/recorded-fact.ts';
import type { Wording } from '../wording/wording.ts';
import type { Context } from './context.ts';
import { dossierOf } from './dossiers.ts';
import { entryFilterFor } from './draft-access.ts';

export interface ChangesGiven {
  /** The id of one agreement; all agreements by default. */
  agreement?: string | undefined;
  /** Lists rehearsals, whose facts are invented, instead of real agreements; the two are kept apart. */
  rehearsals?: boolean | undefined;
  most: number;
  before?: number | undefined;
}

export interface Change extends ChangeLine {
  /** One sentence for each entry and each act, in the caller's language. */
  sentences: string[];
}

/** Latest first. `next`: the line before which the next page begins. */
export async function changes(
  context: Context,
  { rehearsals, agreement, ...page }: ChangesGiven,
): Promise<{ found: Change[]; next?: number }> {
  const registers = await context.registersThere();
  const isRehearsal = agreement === undefined ? rehearsals === true : (await dossierOf(context, agreement)).rehearsal;
  const lines = await registers.of(isRehearsal).changes({ ...page, agreement });
  const filters = new Map<string, Filter>();
  const found: Change[] = [];
  for (const line of lines) {
    const filter = filters.get(line.agreement) ?? (await filterOf(context, line.agreement));
    filters.set(line.agreement, filter);
    const entries = line.entries.filter(e => filter.entry(e));
    const acts = line.acts.filter(a => filter.act(a));
    if (!entries.length && !acts.length && !line.rules) continue;
    const sentences = [...entries.map(e => saidOf(e, context.wording)), ...acts.map(a => actSaid(a, context.wording))];
    found.push({ ...line, entries, acts, sentences });
  }
  return { found, ...(lines.length === page.most ? { next: lines.at(-1)!.seq } : {}) };
}

interface Filter {
  entry(entry: Line): boolean;
  act(act: Step): boolean;
}

/** Hides an act that names a draft if the caller may not see that draft. */
async function filterOf(context: Context, agreement: string): Promise<Filter> {
  const dossier = await dossierOf(context, agreement);
  const entry = await entryFilterFor(context, dossier);
  const hidden = new Set(dossier.rows.flatMap(row => (row.entry.type === 'notice.step' && !entry(row.entry) ? [row.entry.notice] : [])));
  const noticeOf = ({ params }: Act): string | undefined => ('notice' in params ? (params.notice ?? undefined) : undefined);
  return { entry, act: ({ body }) => !hidden.has(noticeOf(body) ?? '') };
}

function saidOf(entry: Line, w: Wording): string {
  switch (entry.type) {
    case 'described':
      return `${entry.type} ${entry.id}`;
    case 'notice.step':
      return `${entry.step.type} ${entry.notice}`;
    case 'protocol.step':
      return `${entry.step.type} ${entry.protocol}`;
    default:
      return isAmending(entry) ? `${entry.type} ${entry.of}` : enteredIn(entry, w);
  }
}

const actSaid = ({ step, body }: Step, w: Wording): string =>
  `${step === 'withdrawn' ? `${w.letter.withdrawn}: ` : ''}${actSentence(body, w)}`;
