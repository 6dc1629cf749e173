/** Recording in the register: displays the consequences, asks for confirmation, sends the entry, and prints the answer. */
import type { CalendarDate } from '../../clauses/calendar.ts';
import { consequencesOf } from '../../client/consequences.ts';
import { prepare, sendAll, type Prepared } from '../../client/entering.ts';
import type { Make } from '../../client/facts.ts';
import type { RegisterDossier } from '../../dossier/dossier.ts';
import type { Act } from '../../machines/acts.ts';
import type { Entry } from '../../machines/facts.ts';
import { foldFaultOf, foldLedger } from '../../machines/fold-failure.ts';
import { standing } from '../../machines/standing.ts';
import { actSentence } from '../../wording/acts/sentence.ts';
import { foldFaultIn } from '../../wording/refusals/fold-fault.ts';
import type { RecordAnswer } from '../../client/updates.ts';
import { consequencesPage, formatMove } from '../answers/consequences.ts';
import { formatEntry } from '../answers/entry-words.ts';
import { contextOf } from '../client.ts';
import { UsageError, CommandFailed, failureSentence } from '../failures.ts';
import { lineOn, wrapped } from '../page.ts';
import type { Words } from '../words.ts';
import type { Page, CliContext } from '../world.ts';
import { sendUnlessMoved } from './send-unless-moved.ts';

export interface EnterFlags {
  enteredBy?: string;
  yes?: boolean;
  home?: string;
  json?: boolean;
}

/** Records the entries that `make` derives from the dossier; returns the answers in order. The text of `first` is printed first. */
export async function enter(
  world: CliContext,
  agreement: string,
  flags: EnterFlags,
  make: Make,
  { first }: { first?: (prepared: Prepared) => Promise<string | null> } = {},
): Promise<RecordAnswer[]> {
  const context = contextOf(world, flags.home);
  const { m, say, counted, wording } = world.words;
  const { enteredBy } = flags;
  for (;;) {
    const prepared = await prepare(context, agreement, make);
    const { dossier, entries, fresh } = prepared;
    const said = fresh.length && first ? await first(prepared) : null;
    if (said) world.warn([...wrapped(said, lineOn(world)), ''].join('\n'));
    world.warn(preview(world, prepared));
    if (!fresh.length || flags.yes) return sendAll(context, prepared, { enteredBy });
    if (!world.ask) throw new UsageError(m.enter.notConfirmed);
    await context.service(); // fails before anybody is asked
    if (!(await world.ask(counted(m.enter.question, entries.length)))) throw new CommandFailed(wording.client.refused.nothing);
    const answers = await sendUnlessMoved(context, dossier, () => sendAll(context, prepared, { enteredBy, confirmed: true }));
    if (answers) return answers;
    world.warn(say(m.enter.moved, { agreement }));
  }
}

function preview(page: Page, { dossier: kept, entries, fresh, today }: Prepared): string {
  const { style, words } = page;
  const { m, say } = words;
  const again = entries.filter(e => !fresh.includes(e)).map(({ id }) => say(m.enter.again, { id }));
  if (!fresh.length) return again.join('\n');
  const lines = fresh.map(e => `  ${e.id}: ${formatEntry(e, words)}`);
  const heading = style.strong(say(m.enter.heading, { agreement: kept.agreement.id }));
  return [heading, ...lines, ...again, '', consequencesIn(kept, fresh, today, page), ''].join('\n');
}

/**
 * Where the register can't be folded, the entry may repair it: then the page has only the standing after it. @throws UsageError if the
 * entry itself can't be folded
 */
function consequencesIn(kept: RegisterDossier, fresh: readonly Entry[], today: CalendarDate, page: Page): string {
  const { m, say, wording } = page.words;
  const told = (failure: Error): string => failureSentence(failure, page.words);
  try {
    return consequencesPage(consequencesOf(wording, kept, fresh, today), page);
  } catch (cause) {
    const before = failureOf(kept, today);
    if (!before) throw new UsageError(say(m.enter.cantFold, { why: foldFaultIn(foldFaultOf(cause), wording) }));
    const after = failureOf({ ...kept, entries: [...kept.entries, ...fresh] }, today);
    if (!after) return `${told(before)}\n${m.enter.foldsAgain}`;
    if (fresh.every(e => e.type === 'struck')) return `${told(before)}\n${say(m.enter.after, { why: told(after) })}`;
    throw new UsageError(`${told(before)} ${wording.client.refused.nothing}`);
  }
}

function failureOf(kept: RegisterDossier, asOf: CalendarDate): Error | undefined {
  try {
    foldLedger(kept.agreement.id, kept.entries, entries => standing({ ...kept, entries, asOf }));
    return undefined;
  } catch (cause) {
    return cause as Error;
  }
}

/** The service's answer, for people. */
export function formatAnswer(answer: RecordAnswer, agreement: string, words: Words): string {
  const { entry, existing, why } = answer;
  const { m, say } = words;
  const values = { id: entry.id, agreement, line: `${entry.seq}` };
  if (existing) return say(m.enter.existing, values);
  return [
    say(m.enter.entered, values),
    ...(why === null ? [] : [`  ${say(m.enter.withoutEffect, { why })}`]),
    ...formatChanges(answer, words),
  ].join('\n');
}

/** The dates that moved, and the acts announced or withdrawn. */
export function formatChanges(
  { changed, announced, withdrawn }: Pick<RecordAnswer, 'changed' | 'announced' | 'withdrawn'>,
  words: Words,
): string[] {
  const { m, say, wording } = words;
  const act = (text: string) => (one: Act) => `  ${say(text, { act: actSentence(one, wording) })}`;
  return [
    ...changed.map(c => `  ${say(m.moves.line, formatMove({ ...c, of: null }, words))}`),
    ...aFew(announced.map(act(m.enter.announced)), words),
    ...aFew(withdrawn.map(act(m.enter.withdrawn)), words),
  ];
}

/** A change of the past can withdraw twenty years of announcements; --json lists all of them. */
const aFew = (lines: readonly string[], { m, say }: Words): string[] =>
  lines.length > 6 ? [...lines.slice(0, 5), `  ${say(m.enter.more, { n: lines.length - 5 })}`] : [...lines];
