/** servanda explain: every date with its article, its anchor, how it is counted, and what other readings give. */
import type { CalendarDate } from '../../clauses/calendar.ts';
import { hindsightNotes } from '../../machines/hindsight-lines.ts';
import { withConditions, type Explanation } from '../../client/answers.ts';
import { explanationsOf } from '../../client/explanations.ts';
import { define } from '../define.ts';
import { CommandFailed } from '../failures.ts';
import { addFacts, asOf, facts, fileOrId, home, json, knownOn, register } from '../flags.ts';
import { amendmentsOf } from '../../machines/corrections.ts';
import { recordedOn } from '../../machines/facts.ts';
import { factsKnown, type Dossier } from '../../machines/ledger.ts';
import { labelled, lineOn, wrapped } from '../page.ts';
import { statementIn } from '../../wording/statements.ts';
import { conditionLines, otherDate, until } from './standing-page.ts';
import type { Words } from '../words.ts';
import type { Page, CliContext } from '../world.ts';
import { describedIn } from './described.ts';
import { detailsOf, formatEntry } from './entry-words.ts';
import { standingAsked, type SourceFlags } from './source.ts';

interface Flags extends SourceFlags {
  asOf?: CalendarDate;
  knownOn?: CalendarDate;
  json?: boolean;
}

async function explain(this: CliContext, { json: asJson, ...asked }: Flags, given: string): Promise<void> {
  const { dossier, standing, sayFrom } = await standingAsked(this, given, asked);
  const { words } = this;
  const { m, say } = words;
  const all = explanationsOf(standing, words.wording).map(e => withConditions(e, words.wording));
  if (asJson) {
    this.print(JSON.stringify(all, null, 2));
    return sayFrom();
  }
  if (!all.length) throw new CommandFailed(say(m.explain.nothing, { notes: standing.notes.join(' ') }).trim());
  const later = hindsightNotes(standing.hindsight).map(note => wrapped(statementIn(note, words.wording), lineOn(this)).join('\n'));
  const conditions = conditionLines(all, this).join('\n').trim();
  const entered = (e: Explanation): string[] =>
    e.step.startsWith('fact/') ? evidenceAndAmendments(e.step.slice('fact/'.length), dossier, asked.knownOn, words) : [];
  const sources = labelled(describedIn(dossier.agreement, words), this);
  this.print(
    [...all.map(e => inText(e, entered(e), standing.asOf, this)), ...(conditions ? [conditions] : []), ...later, sources].join('\n\n'),
  );
  const { date, how, basis } = standing.entryIntoForce;
  if (!date) this.warn(say(m.explain.entry, { how, basis: words.basis(basis) }));
  sayFrom();
}

/** The evidence of a fact, and what later entries changed. */
function evidenceAndAmendments(id: string, { entries, agreement }: Dossier, knownOn: CalendarDate | undefined, words: Words): string[] {
  const { facts } = factsKnown(entries, knownOn, agreement.clauses);
  const fact = facts.find(f => f.id === id);
  const known = knownOn ? entries.filter(e => recordedOn(e) <= knownOn) : entries;
  return [...(fact ? detailsOf(fact, words) : []), ...amendmentsOf(id, known).map(a => formatEntry(a, words))];
}

function inText(
  { date, notAfter, label, basis, how, past, ifStillInForce, alternatives }: Explanation,
  entered: readonly string[],
  today: CalendarDate,
  page: Page,
): string {
  const { style, words } = page;
  const { m, say } = words;
  const named = say(m.explain.heading, { label, day: `${words.withDaysLeft(date, today)}${until(notAfter, words)}` });
  const heading = ifStillInForce ? say(m.dates.ifStillInForce, { label: named }) : named;
  return [
    past ? heading : style.strong(heading),
    ...[say(m.explain.line, { basis: words.basis(basis), how }), ...entered, ...otherCounts(alternatives, words)].flatMap(l =>
      wrapped(l, lineOn(page) - 2).map(part => `  ${part}`),
    ),
  ].join('\n');
}

/** The dates under other readings, and how those count them. */
const otherCounts = (alternatives: Explanation['alternatives'], words: Words): string[] =>
  alternatives.map(a => {
    const line = otherDate(a, words);
    return a.how ? words.say(words.m.explain.otherCount, { line, how: a.how }) : line;
  });

export const command = define<Flags, [string]>({
  usage: ['<file-or-id> [--facts FILE | --add-facts FILE | --register] [--as-of DATE] [--known-on DATE] [--json]'],
  examples: `
  npx servanda explain kz-az-2004-government-communications --add-facts cli/example-facts.yaml
  npx servanda explain jp-kr-2016-military-information --as-of 2020-01-01 --json
  npx servanda explain kz-az-2004-government-communications --register`,
  parameters: { positional: fileOrId, flags: { facts, addFacts, register, asOf, knownOn, home, json } },
  func: explain,
});
