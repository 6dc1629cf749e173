/** Entering something in the register: checked, its consequences shown, asked about, sent, and answered for. */
import type { RegisterDossier } from '../../dossier/dossier.ts';
import type { CalendarDate, Instant } from '../../clauses/calendar.ts';
import type { Act } from '../../machines/acts.ts';
import { isAmending, type Entry } from '../../machines/facts.ts';
import { foldLedger, reasonOf } from '../../machines/fold-failure.ts';
import { standing } from '../../machines/standing.ts';
import { isRefusal, refuse } from '../../machines/refusal.ts';
import { readEntry, refusalByLedger } from '../../machines/refusals.ts';
import { canonical } from '../../register/canonical.ts';
import { IdConflict } from '../../register/errors.ts';
import { actSentence } from '../../wording/acts/sentence.ts';
import type { Answer } from '../../workflows/messages.ts';
import { consequencesOf, consequencesPage, entryInWords, moveInWords } from '../answers/consequences.ts';
import { BadInput, followedBy, NotAsAsked, toldOf } from '../failures.ts';
import { withService } from '../service/service.ts';
import { fromRegister, inRegisters, todayOf } from '../source.ts';
import { sendEntry } from '../updates.ts';
import { failureIn } from '../../wording/failures/sentence.ts';
import { statementIn } from '../../wording/statements.ts';
import type { Words } from '../words.ts';
import type { Page, World } from '../world.ts';

export interface EnterFlags {
  enteredBy?: string;
  yes?: boolean;
  home?: string;
  json?: boolean;
}

/** Enters what `make` makes of the agreement as the register has it. The answers, in the order of the entries. */
export async function enter(
  world: World,
  agreement: string,
  flags: EnterFlags,
  make: (kept: RegisterDossier, today: CalendarDate) => Entry[],
): Promise<Answer[]> {
  const kept = await inRegisters(world, flags.home, registers => fromRegister(world.words, registers, agreement));
  const today = todayOf(world, kept.agreement);
  const entries = inOrder(make(kept, today)).map(e => asBefore(e, kept));
  check(world.words, entries, kept, world.now());
  const fresh = entries.filter(e => !isKept(e, kept));
  world.tell(preview(world, kept, entries, fresh, today));
  const { m, counted } = world.words;
  if (fresh.length && !flags.yes && !world.ask) throw new BadInput(m.enter.notConfirmed);
  return withService(world, flags.home, async service => {
    if (fresh.length && !flags.yes && !(await world.ask!(counted(m.enter.question, entries.length)))) throw new NotAsAsked(m.enter.nothing);
    const answers: Answer[] = [];
    for (const entry of entries) {
      const to = { agreement, rehearsal: kept.rehearsal, head: kept.rows.length + answers.length };
      const answer = await sendEntry(world, service, to, entry, flags.enteredBy ?? world.user).catch(after(world.words, answers, entries));
      // Temporal gives a repeat its first answer, in which the entry was new.
      answers.push({ ...answer, existing: answer.existing || !fresh.includes(entry) });
    }
    return answers;
  });
}

/** What names another entry comes after it; otherwise as given. */
function inOrder(entries: readonly Entry[]): Entry[] {
  const rank = (e: Entry): number =>
    e.type === 'struck'
      ? 4
      : e.type === 'corrected'
        ? 3
        : e.type === 'termination.revocationConsented'
          ? 2
          : e.type === 'termination.revoked'
            ? 1
            : 0;
  return [...entries].sort((a, b) => rank(a) - rank(b));
}

/** A repeat is what it was: recorded on the day on which it was first entered. */
function asBefore(entry: Entry, { entries }: RegisterDossier): Entry {
  const before = entries.find(e => e.id === entry.id);
  return before && isAmending(entry) ? { ...entry, recorded: before.recorded ?? entry.recorded } : entry;
}

const withRecorded = (entry: Entry, before: Entry): Entry => ({ ...entry, recorded: entry.recorded ?? before.recorded }) as Entry;

const isKept = (entry: Entry, { entries }: RegisterDossier): boolean =>
  entries.some(e => e.id === entry.id && canonical(e) === canonical(withRecorded(entry, e)));

/** All is checked before anything is sent. @throws BadInput */
function check(words: Words, entries: readonly Entry[], kept: RegisterDossier, now: Instant): void {
  const told = entries.flatMap((entry, i) => {
    if (isKept(entry, kept)) return [];
    const row = kept.rows.find(r => r.entry.id === entry.id);
    if (row) return [words.refusal(refuse('idInUse', { ...new IdConflict(row, entry).asData }))];
    const read = readEntry(entry, kept.agreement, now);
    const refusal = isRefusal(read) ? read : refusalByLedger([...kept.entries, ...entries.slice(0, i)], entry, kept.agreement);
    return refusal ? [words.refusal(refusal)] : [];
  });
  if (told.length) throw new BadInput([...told, words.m.enter.nothing].join('\n'));
}

function preview(page: Page, kept: RegisterDossier, entries: readonly Entry[], fresh: readonly Entry[], today: CalendarDate): string {
  const { ink, words } = page;
  const { m, say } = words;
  const again = entries.filter(e => !fresh.includes(e)).map(({ id }) => say(m.enter.again, { id }));
  if (!fresh.length) return again.join('\n');
  const lines = fresh.map(e => `  ${e.id}: ${entryInWords(e, words)}`);
  const heading = ink.strong(say(m.enter.heading, { agreement: kept.agreement.id }));
  return [heading, ...lines, ...again, '', consequencesIn(kept, fresh, today, page), ''].join('\n');
}

/**
 * Where the register can't be folded before, what is entered may mend that: then the standing after it is shown alone.
 * @throws BadInput when it is what is entered that can't be folded
 */
function consequencesIn(kept: RegisterDossier, fresh: readonly Entry[], today: CalendarDate, page: Page): string {
  const { m, say, wording } = page.words;
  const told = (failure: Error): string => toldOf(failure, page.words);
  try {
    return consequencesPage(consequencesOf(page.words, kept, fresh, today), page);
  } catch (cause) {
    const before = failureOf(kept, today);
    if (!before) throw new BadInput(say(m.enter.cantFold, { why: failureIn(cause, wording) ?? reasonOf(cause) }));
    const after = failureOf({ ...kept, entries: [...kept.entries, ...fresh] }, today);
    if (!after) return `${told(before)}\n${m.enter.foldsAgain}`;
    if (fresh.every(e => e.type === 'struck')) return `${told(before)}\n${say(m.enter.after, { why: told(after) })}`;
    throw new BadInput(`${told(before)} ${m.enter.nothing}`);
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

/** Of several entries the first may stand already when a later one fails. */
const after =
  (words: Words, done: readonly Answer[], entries: readonly Entry[]) =>
  (cause: unknown): never => {
    if (!done.length) throw cause;
    const ids = entries.slice(0, done.length).map(e => e.id);
    throw followedBy(cause, words.say(words.m.enter.enteredBefore, { ids: ids.join(', ') }), words);
  };

/** What the service answered, for people. */
export function answerInWords(answer: Answer, agreement: string, words: Words): string {
  const { entry, existing, reason } = answer;
  const { m, say, wording } = words;
  const values = { id: entry.id, agreement, line: `${entry.seq}` };
  if (existing) return say(m.enter.existing, values);
  return [
    say(m.enter.entered, values),
    ...(reason ? [`  ${say(m.enter.withoutEffect, { why: statementIn(reason, wording) })}`] : []),
    ...changesInWords(answer, words),
  ].join('\n');
}

/** What moved, and what was announced or withdrawn for it. */
export function changesInWords(
  { changed, announced, withdrawn }: Pick<Answer, 'changed' | 'announced' | 'withdrawn'>,
  words: Words,
): string[] {
  const { m, say, wording } = words;
  const act = (text: string) => (one: Act) => `  ${say(text, { act: actSentence(one, wording) })}`;
  return [
    ...changed.map(c => `  ${say(m.moves.line, moveInWords({ ...c, of: null }, words))}`),
    ...aFew(announced.map(act(m.enter.announced)), words),
    ...aFew(withdrawn.map(act(m.enter.withdrawn)), words),
  ];
}

/** A change of the past can withdraw twenty years of announcements: --json has them all. */
const aFew = (lines: readonly string[], { m, say }: Words): string[] =>
  lines.length > 6 ? [...lines.slice(0, 5), `  ${say(m.enter.more, { n: lines.length - 5 })}`] : [...lines];
