/** servanda deadlines: what must be done by when, over all agreements, soonest first. */
import type { Dossier } from '../../machines/ledger.ts';
import { agreementFile, listAgreements } from '../../agreements/find.ts';
import { after, date, type CalendarDate, type Length } from '../../clauses/calendar.ts';
import { define } from '../define.ts';
import { NotAsAsked } from '../failures.ts';
import { asOf, home, json, lengthOf, yesOrNo } from '../flags.ts';
import { table } from '../page.ts';
import { failOfUnread, fromFile, inEach, inRegisters, todayOf } from '../source.ts';
import { deadlinesListed, listingsNow } from '../../dossier/listing.ts';
import { deadlinesOf, type Deadline } from '../../dossier/upcoming.ts';
import type { Registers } from '../../register/home.ts';
import { statementIn } from '../../wording/statements.ts';
import type { Words } from '../words.ts';
import type { Page, World } from '../world.ts';

interface Flags {
  within: Length;
  files?: boolean;
  undecided?: boolean;
  asOf?: CalendarDate;
  home?: string;
  json?: boolean;
}

async function deadlines(
  this: World,
  { within, files, undecided, asOf: day, home: folder, json: asJson }: Flags,
  ...named: string[]
): Promise<void> {
  let count = 0;
  const asAsked = (found: readonly Deadline[], today: CalendarDate): (Deadline & { asOf: CalendarDate })[] => {
    count += 1;
    const dated = found.map(d => ({ ...d, asOf: today }));
    return undecided ? dated.filter(d => d.decision === 'undecided') : dated;
  };
  const folded = (source: Dossier) => {
    const today = day ?? todayOf(this, source.agreement);
    return asAsked(deadlinesOf(source, today, after(today, within)), today);
  };
  const inRegister = async (registers: Registers) => {
    const listings = day ? undefined : await listingsNow(registers, this.now());
    return inEach(this.words, registers, named, folded, id => {
      const listing = listings?.get(id);
      const found = listing && deadlinesListed(listing, after(listing.glance.asOf, within));
      return found && asAsked(found, listing.glance.asOf);
    });
  };
  const { found: all, unread } = files
    ? { found: fromFiles(this.words, named).flatMap(folded), unread: [] }
    : await inRegisters(this, folder, inRegister);
  const sorted = all.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.agreement < b.agreement ? -1 : 1));
  if (asJson) this.print(JSON.stringify(sorted, null, 2));
  else if (sorted.length) this.print(inText(sorted, this));
  failOfUnread(this.words, unread);
  if (undecided) return sayUndecided(this, sorted, within);
  const { m, counted, length } = this.words;
  if (!sorted.length) throw new NotAsAsked(counted(m.deadlines.none, count, { within: length(within) }));
}

/** Nobody may be silent by oversight: what is undecided is a failure, so that a script can watch for it. */
function sayUndecided(world: World, all: readonly Deadline[], within: Length): void {
  const { m, say, counted, length } = world.words;
  if (!all.length) return world.tell(say(m.deadlines.nothingUndecided, { within: length(within) }));
  const { agreement, what } = all[0]!;
  throw new NotAsAsked(counted(m.deadlines.undecided, all.length, { agreement, expires: String(what === 'end') }));
}

const fromFiles = (words: Words, named: readonly string[]): Dossier[] =>
  (named.length ? named.map(n => agreementFile(n)) : listAgreements().map(a => a.file)).map(f => fromFile(words, f));

function inText(all: readonly (Deadline & { asOf: CalendarDate })[], page: Page): string {
  const { words } = page;
  const { m, say, column } = words;
  const { columns, past, what } = m.deadlines;
  const sendBy = (day: CalendarDate, asOf: CalendarDate): string => (day < asOf ? say(past, { day: column(day) }) : column(day));
  const rows = all.map(d => [
    words.columnWithDaysLeft(d.date, d.asOf),
    d.sendBy ? sendBy(d.sendBy, d.asOf) : '',
    d.rehearsal ? say(m.words.rehearsal, { agreement: d.agreement }) : d.agreement,
    say(what, { label: statementIn(d.says, words.wording), basis: words.columnBasis(d.basis), others: others(d, words) }),
    d.decision ? m.decisions[d.decision] : '',
  ]);
  return table(columns, rows, page);
}

/** What other readings give for an end. */
function others({ certain, alternatives }: Deadline, { m, day }: Words): string {
  if (certain || !alternatives.length) return 'none';
  return alternatives.map(a => (a.date ? day(a.date) : m.deadlines.noEnd)).join(m.deadlines.orOther);
}

/** Beyond a century no date says anything, and calendars end. */
function withinACentury(this: World, given: string): Length {
  const within = lengthOf(given, this.words);
  if (after(date('2000-01-01'), within) > '2100-01-01') throw new RangeError(this.words.m.deadlines.tooFar);
  return within;
}

export const command = define<Flags, string[]>({
  usage: ['[agreement...] [--within P1Y] [--as-of DATE] [--json]', '--files [file-or-id...] [--within P1Y] [--as-of DATE] [--json]'],
  examples: `
  npx servanda deadlines
  npx servanda deadlines --files --within P2Y --as-of 2026-11-22
  npx servanda deadlines --files jp-kr-2016-military-information --within P18M --as-of 2026-11-22 --json`,
  parameters: {
    positional: {
      kind: 'array',
      parameter: {
        placeholder: 'agreement',
        brief: 'agreementsOrFiles',
        parse: (value: string): string => value,
      },
    },
    flags: {
      within: {
        kind: 'parsed',
        parse: withinACentury,
        default: 'P1Y',
        placeholder: 'LENGTH',
        brief: 'within',
      },
      files: yesOrNo('fromFiles'),
      undecided: yesOrNo('undecided'),
      asOf,
      home,
      json,
    },
  },
  func: deadlines,
});
