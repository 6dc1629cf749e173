/** servanda deadlines: what must be done by when, for all agreements, in the order of the days by which to act. */
import { after, date, type CalendarDate, type Length } from '../../clauses/calendar.ts';
import { define } from '../define.ts';
import { failOfUnread, CommandFailed } from '../failures.ts';
import { asOf, home, json, lengthOf, rehearsals, yesOrNo } from '../flags.ts';
import { table } from '../page.ts';
import { deadlinesWithin, otherDays, type DatedDeadline } from '../../client/lists.ts';
import { actBy, type Deadline } from '../../dossier/deadline.ts';
import { contextOf } from '../client.ts';
import { warnOfLeftOut } from '../warn-of-left-out.ts';
import { onlyIn } from '../../wording/conditions.ts';
import { oneOf } from '../../wording/intl.ts';
import { statementIn } from '../../wording/statements.ts';
import type { Words } from '../words.ts';
import type { Page, CliContext } from '../world.ts';

interface Flags {
  within: Length;
  files?: boolean;
  undecided?: boolean;
  rehearsals?: boolean;
  asOf?: CalendarDate;
  home?: string;
  json?: boolean;
}

async function deadlines(
  this: CliContext,
  { within, files, undecided, rehearsals: too = false, asOf: day, home: folder, json: asJson }: Flags,
  ...named: string[]
): Promise<void> {
  const asked = files ? { files: named } : { agreements: named };
  const gathered = await deadlinesWithin(contextOf(this, folder), { ...asked, rehearsals: too, within, undecided, asOf: day });
  const { found: sorted, unread, looked } = gathered;
  if (asJson) this.print(JSON.stringify(sorted, null, 2));
  else if (sorted.length) this.print(inText(sorted, this));
  warnOfLeftOut(this, gathered.leftOut);
  failOfUnread(sorted, unread, this.words);
  if (undecided) return failIfUndecided(this, sorted, within);
  const { m, counted, length } = this.words;
  if (!sorted.length) throw new CommandFailed(counted(m.deadlines.none, looked, { within: length(within) }));
}

/** Nobody should stay silent by oversight: undecided questions make the command fail, so that a script can watch for them. */
function failIfUndecided(world: CliContext, all: readonly Deadline[], within: Length): void {
  const { m, say, counted, length } = world.words;
  if (!all.length) return world.warn(say(m.deadlines.nothingUndecided, { within: length(within) }));
  const missed = all.filter(d => d.what === 'missed');
  const open = all.filter(d => d.what !== 'missed');
  const said = (text: string, of: readonly Deadline[]): string[] =>
    of.length ? [counted(text, of.length, { agreement: theOne(of) ?? '<agreement>', expires: expiring(of) })] : [];
  throw new CommandFailed([...said(m.deadlines.undecided, open), ...said(m.deadlines.safeDayPast, missed)].join('\n'));
}

/** The agreement, where all are of one. */
const theOne = (all: readonly Deadline[]): string | undefined =>
  new Set(all.map(d => d.agreement)).size === 1 ? all[0]!.agreement : undefined;

/** What silence brings: `true` for an expiry, `false` for a renewal, and both where there are some of each. */
const expiring = (all: readonly Deadline[]): string =>
  all.every(d => d.what === 'end') ? 'true' : all.some(d => d.what === 'end') ? 'both' : 'false';

function inText(all: readonly DatedDeadline[], page: Page): string {
  const { words } = page;
  const { m, say, column } = words;
  const { columns, past, what } = m.deadlines;
  const by = (day: CalendarDate, asOf: CalendarDate): string =>
    day < asOf ? say(past, { day: column(day) }) : words.columnWithDaysLeft(day, asOf);
  const rows = all.map(d => [
    by(actBy(d), d.asOf),
    column(d.date),
    d.rehearsal ? say(m.words.rehearsal, { agreement: d.agreement }) : d.agreement,
    say(what, {
      label: labelOf(d, words),
      basis: words.columnBasis(d.basis),
      others: others(d, words),
      only: d.onlyIf.length ? onlyIn(d.onlyIf, words.wording) : 'none',
      overdue: String(isToSend(d)),
      sent: d.onItsWay?.notice ?? 'none',
      dispatched: d.onItsWay ? column(d.onItsWay.dispatched) : '',
    }),
    d.decision ? m.decisions[d.decision] : '',
  ]);
  return table(columns, rows, page);
}

const labelOf = ({ says }: Deadline, { wording }: Words): string => statementIn(says, wording);

/** A missed decision has a text of its own. */
const isToSend = ({ overdue, what }: Deadline): boolean => overdue && what === 'notice';

/** The end under other readings. */
function others(deadline: Deadline, { m, day, wording }: Words): string {
  const days = otherDays(deadline);
  if (!days.length) return 'none';
  return oneOf(
    wording.locale,
    days.map(d => (d ? day(d) : m.deadlines.noEnd)),
  );
}

/** The limit is a century: later dates mean nothing, and calendars end. */
function withinACentury(this: CliContext, given: string): Length {
  const within = lengthOf(given, this.words);
  if (after(date('2000-01-01'), within) > '2100-01-01') throw new RangeError(this.words.m.deadlines.tooFar);
  return within;
}

export const command = define<Flags, string[]>({
  usage: [
    '[agreement...] [--within P1Y] [--undecided] [--rehearsals] [--as-of DATE] [--json]',
    '--files [file-or-id...] [--within P1Y] [--as-of DATE] [--json]',
  ],
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
      rehearsals,
      asOf,
      home,
      json,
    },
  },
  func: deadlines,
});
