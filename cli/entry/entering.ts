/** Entering something in the register: checked, its consequences shown, asked about, sent, and answered for. */
import type { RegisterDossier } from '../../activities/dossier.ts';
import type { CalendarDate, Instant } from '../../clauses/calendar.ts';
import { isAmending, type Entry } from '../../machines/facts.ts';
import { foldLedger, reasonOf } from '../../machines/fold-failure.ts';
import { standing } from '../../machines/standing.ts';
import { isRefusal } from '../../machines/refusal.ts';
import { readEntry, refusalByLedger } from '../../machines/refusals.ts';
import { canonical } from '../../register/canonical.ts';
import { IdConflict } from '../../register/errors.ts';
import { actSentence } from '../../wording/acts/sentence.ts';
import { wordings } from '../../wording/index.ts';
import type { Answer } from '../../workflows/messages.ts';
import { consequencesOf, consequencesPage, entryInWords } from '../answers/consequences.ts';
import { datesInWords } from '../days.ts';
import { BadInput, NotAsAsked } from '../failures.ts';
import { withService } from '../service/service.ts';
import { fromRegister, inRegisters, refusalInWords, todayOf } from '../source.ts';
import { sendEntry } from '../updates.ts';
import type { World } from '../world.ts';

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
  const kept = await inRegisters(world, flags.home, registers => fromRegister(registers, agreement));
  const today = todayOf(world, kept.agreement);
  const entries = inOrder(make(kept, today)).map(e => asBefore(e, kept));
  check(entries, kept, world.now());
  const fresh = entries.filter(e => !isKept(e, kept));
  world.tell(preview(world, kept, entries, fresh, today));
  if (fresh.length && !flags.yes && !world.ask)
    throw new BadInput('Nothing was entered: there is no terminal to ask at. To enter it without being asked, add --yes.');
  return withService(world, flags.home, async service => {
    if (fresh.length && !flags.yes && !(await world.ask!(entries.length === 1 ? 'Enter it?' : `Enter these ${entries.length}?`)))
      throw new NotAsAsked('Nothing was entered.');
    const answers: Answer[] = [];
    for (const entry of entries) {
      const to = { agreement, rehearsal: kept.rehearsal, head: kept.rows.length + answers.length };
      const answer = await sendEntry(service, to, entry, flags.enteredBy ?? world.user).catch(after(answers, entries));
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
function check(entries: readonly Entry[], kept: RegisterDossier, now: Instant): void {
  const told = entries.flatMap((entry, i) => {
    if (isKept(entry, kept)) return [];
    const row = kept.rows.find(r => r.entry.id === entry.id);
    if (row) return [new IdConflict(row, entry).message];
    const read = readEntry(entry, kept.agreement, now);
    const refusal = isRefusal(read) ? read : refusalByLedger([...kept.entries, ...entries.slice(0, i)], entry, kept.agreement);
    return refusal ? [refusalInWords(refusal)] : [];
  });
  if (told.length) throw new BadInput([...told, 'Nothing was entered.'].join('\n'));
}

function preview({ ink }: World, kept: RegisterDossier, entries: readonly Entry[], fresh: readonly Entry[], today: CalendarDate): string {
  const again = entries.filter(e => !fresh.includes(e)).map(e => `${e.id} is in the register already: sent again, it changes nothing.`);
  if (!fresh.length) return again.join('\n');
  const lines = fresh.map(e => `  ${e.id}: ${entryInWords(e)}`);
  return [ink.strong(`To be entered in ${kept.agreement.id}:`), ...lines, ...again, '', consequencesIn(kept, fresh, today, ink), ''].join(
    '\n',
  );
}

/**
 * Where the register can't be folded before, what is entered may mend that: then the standing after it is shown alone.
 * @throws BadInput when it is what is entered that can't be folded
 */
function consequencesIn(kept: RegisterDossier, fresh: readonly Entry[], today: CalendarDate, ink: World['ink']): string {
  try {
    return consequencesPage(consequencesOf(kept, fresh, today), ink);
  } catch (cause) {
    const before = failureOf(kept, today);
    if (!before) throw new BadInput(`It can't be folded with that: ${reasonOf(cause)} Nothing was entered.`);
    const after = failureOf({ ...kept, entries: [...kept.entries, ...fresh] }, today);
    if (!after) return `${before.message}\nAfter it, the register can be folded again.`;
    if (fresh.every(e => e.type === 'struck')) return `${before.message}\nAfter it: ${after.message}`;
    throw new BadInput(`${before.message} Nothing was entered.`);
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
  (done: readonly Answer[], entries: readonly Entry[]) =>
  (cause: unknown): never => {
    if (done.length && cause instanceof Error)
      cause.message += `\nEntered before it: ${entries
        .slice(0, done.length)
        .map(e => e.id)
        .join(', ')}.`;
    throw cause;
  };

/** What the service answered, for people. */
export function answerInWords({ entry, existing, changed, withoutEffect, announced, withdrawn }: Answer, agreement: string): string {
  if (existing) return `${entry.id} was in ${agreement} already, line ${entry.seq}: nothing was done twice.`;
  return [
    `Entered ${entry.id} in ${agreement}, line ${entry.seq}.`,
    ...(withoutEffect ? [`  without effect: ${withoutEffect}`] : []),
    ...changesInWords({ changed, announced, withdrawn }),
  ].join('\n');
}

/** What moved, and what was announced or withdrawn for it. */
export const changesInWords = ({ changed, announced, withdrawn }: Pick<Answer, 'changed' | 'announced' | 'withdrawn'>): string[] => [
  ...changed.map(c => `  ${datesInWords(c)}`),
  ...aFew(announced.map(act => `  announced: ${actSentence(act, wordings.en)}`)),
  ...aFew(withdrawn.map(act => `  withdrawn: ${actSentence(act, wordings.en)}`)),
];

/** A change of the past can withdraw twenty years of announcements: --json has them all. */
const aFew = (lines: readonly string[]): string[] =>
  lines.length > 6 ? [...lines.slice(0, 5), `  and ${lines.length - 5} more (--json)`] : [...lines];
