/**
 * servanda rehearse: a copy of an agreement lives through its dates in seconds, with a story, or without and with a notice side by side.
 */
import { loadFacts } from '../agreements/load.ts';
import { byText, type CalendarDate } from '../clauses/calendar.ts';
import { loadVisibleDossier } from '../client/answers.ts';
import { movesBetween, type Move } from '../client/moves.ts';
import type { PassedDate, Rehearsed, WhyNotLived } from '../client/rehearsal.ts';
import type { Rehearsal } from '../client/rehearsal-story.ts';
import { formatMove } from './answers/consequences.ts';
import { sourceOf } from './answers/source.ts';
import { contextOf } from './client.ts';
import { define } from './define.ts';
import { day, fileOrId, home, json, text } from './flags.ts';
import { hanging, table, wrapped } from './page.ts';
import type { CliContext, Page } from './world.ts';

interface Flags {
  story?: string;
  until?: CalendarDate;
  home?: string;
  json?: boolean;
}

async function rehearse(this: CliContext, { story: file, until, home: folder, json: asJson = false }: Flags, given: string): Promise<void> {
  const { rehearsalOf } = await import('../client/rehearsal-story.ts');
  const { foldThrough, liveThrough, whyNotLived } = await import('../client/rehearsal.ts');
  const context = contextOf(this, folder);
  const { m } = this.words;
  const { source } = await sourceOf(this, given, { home: folder });
  const dossier = await loadVisibleDossier(context, source);
  const story = file === undefined ? undefined : loadFacts(file, dossier.agreement);
  const rehearsal = await rehearsalOf(context, dossier, { story, until });
  const whyNot = await whyNotLived(context);
  if (whyNot) this.warn(m.rehearsal[whyNot]);
  if (!story && !rehearsal.notice) this.warn(m.rehearsal.pair.noNotice);
  if (!asJson) this.print(headingOf(rehearsal, this));
  const isPair = rehearsal.courses.length > 1;
  const onPassed =
    isPair || asJson ? undefined : (passed: readonly PassedDate[]) => this.print(passed.map(d => lineOf(d, this)).join('\n'));
  const watching = { until: rehearsal.until, ...(onPassed ? { onPassed } : {}) };
  const lived = await Promise.all(rehearsal.courses.map(c => (whyNot ? foldThrough : liveThrough)(context, c.story, watching)));
  const moves = isPair ? movesBetween(lived[0]!.standing, lived[1]!.standing) : [];
  if (asJson) this.print(inJson(rehearsal, lived, moves, whyNot));
  else if (isPair) this.print(pairPage(rehearsal, lived as [Rehearsed, Rehearsed], moves, this));
  else if (lived[0]!.lived) this.print(`\n${outcomeOf(lived[0]!, lived[0]!.lived, this)}`);
}

/** The default width, since a rehearsal is printed as it passes. */
const columnsOf = ({ columns = 80 }: Page): number => Math.min(columns, 110);

function headingOf({ of, until }: Rehearsal, page: Page): string {
  const { m, say, day } = page.words;
  return `${page.style.strong(wrapped(say(m.rehearsal.heading, { agreement: of, until: day(until) }), columnsOf(page)).join('\n'))}\n`;
}

/** `14 Mar 2029  Last day for notice (art. 13)` */
function lineOf({ date, ...said }: PassedDate, page: Page): string {
  const { column } = page.words;
  const from = `${column(date).padStart(11)}  `;
  return hanging(saidOf(said, page).split(' '), { columns: columnsOf(page), from, further: ' '.repeat(from.length) }).join('\n');
}

const saidOf = ({ label, basis, invented }: Omit<PassedDate, 'date'>, { words }: Page): string =>
  words.say(words.m.rehearsal.line, { label, basis: words.columnBasis(basis), invented: String(invented) });

type Lived = NonNullable<Rehearsed['lived']>;

function outcomeOf({ from, reached }: Rehearsed, lived: Lived, page: Page): string {
  const { words } = page;
  const { m, say, day, number } = words;
  const days = { from: day(from), reached: day(reached) };
  const lines = (texts: readonly string[]): string => texts.flatMap(t => wrapped(t, columnsOf(page))).join('\n');
  const { seconds, timersFired, reminders, announcements, differences, unrecorded, address } = lived;
  const acts = reminders + announcements;
  const counts = { seconds: number(Math.round(seconds * 10) / 10), timers: timersFired, n: number(timersFired), acts };
  return [
    lines([say(m.rehearsal.lived, { ...days, ...counts })]),
    ...(unrecorded.length ? [lines([say(m.rehearsal.unrecorded, { ids: unrecorded.join(', ') })])] : []),
    ...(differences.length ? [m.rehearsal.differs, movesTable(m.rehearsal.differsColumns, differences, page)] : [m.rehearsal.same]),
    ...(address ? [say(m.rehearsal.address, { address })] : []), // an address is never broken
  ].join('\n');
}

function movesTable(columns: readonly string[], moves: readonly Move[], page: Page): string {
  const rows = moves.filter(move => !move.past).map(move => Object.values(formatMove(move, page.words)));
  return rows.length ? table(columns, rows, { ...page, columns: columnsOf(page) }) : page.words.m.moves.none;
}

/** One line for each day, from today, on which something happens in one of the two. */
function pairPage({ until, today, notice }: Rehearsal, courses: [Rehearsed, Rehearsed], moves: readonly Move[], page: Page): string {
  const { m, say, day, column } = page.words;
  const { pair } = m.rehearsal;
  const dates = [...new Set(courses.flatMap(c => c.dates.map(d => d.date)))].filter(date => date >= today).sort(byText);
  const cell = ({ dates: all }: Rehearsed, date: CalendarDate): string =>
    all
      .filter(d => d.date === date)
      .map(d => saidOf(d, page))
      .join('; ');
  const rows = dates.map(date => [column(date), ...courses.map(c => cell(c, date))]);
  const sent = notice && say(pair.notice, { by: notice.by, sendBy: day(notice.sendBy), safe: day(notice.safe) });
  return [
    ...(sent ? [...wrapped(sent, columnsOf(page)), ''] : []),
    table(pair.columns, rows, { ...page, columns: columnsOf(page) }),
    '',
    say(pair.moves, { day: day(until) }),
    movesTable(pair.movesColumns, moves, page),
    ...courses.flatMap((c, i) => (c.lived ? ['', page.style.strong(i ? pair.with : pair.without), outcomeOf(c, c.lived, page)] : [])),
  ].join('\n');
}

function inJson(
  { of, until, notice, courses }: Rehearsal,
  lived: readonly Rehearsed[],
  moves: readonly Move[],
  whyNot?: WhyNotLived,
): string {
  const each = lived.map(({ standing: { status, certain, termination }, ...rest }, i) => ({
    course: courses[i]!.course,
    ...rest,
    status,
    certain,
    lastDayInForce: termination?.lastDayInForce ?? null,
  }));
  return JSON.stringify({ agreement: of, until, calculatedOnly: whyNot ?? null, notice, courses: each, moves }, null, 2);
}

export const command = define<Flags, [string]>({
  usage: ['<file-or-id> [--story FILE] [--until DATE] [--json] [--home FOLDER]'],
  examples: `
  npx servanda rehearse kz-az-2004-government-communications --story docs/rehearsal-2044.yaml
  npx servanda rehearse es-za-1998-investment
  npx servanda rehearse jp-kr-2016-military-information --until 2040-01-01 --json`,
  parameters: {
    positional: fileOrId,
    flags: { story: text('FILE', 'story'), until: day('rehearseUntil'), home, json },
  },
  func: rehearse,
});
