/** The result of a rehearsal: a lifeline for each course, what the notice changes, and the dates next to each other. */
import { byText, latest, type CalendarDate } from '../../../clauses/calendar.ts';
import { headlineOf } from '../../../client/headline.ts';
import { movesBetween, type Move } from '../../../client/moves.ts';
import type { Rehearsed } from '../../../client/rehearsal.ts';
import { valueIn } from '../../forms/consequences.ts';
import { withDays, withTimes } from '../../days-in-text.ts';
import { html, joined, type Html } from '../../html.ts';
import { measured } from '../../lifeline/measure.ts';
import { lifeOf } from '../../lifeline/model.ts';
import { svgOf } from '../../lifeline/svg.ts';
import { uprightLifeline } from '../../lifeline/upright.ts';
import { wideLifeline } from '../../lifeline/wide.ts';
import { address, agreementPath } from '../../request.ts';
import { tableOf } from '../../table.ts';
import type { Words } from '../../words.ts';
import { isRunning, type Run } from './runs.ts';

type CourseRun = Run['courses'][number];

export function resultBody(run: Run, title: string, words: Words): Html {
  const { rehearsal, courses, whyNot } = run;
  const { notice, of } = rehearsal;
  const m = words.values.rehearsal;
  const last = reached(run, courses);
  const [without, and] = courses;
  const moves = without?.ended && and?.ended ? movesBetween(without.ended.standing, and.ended.standing) : [];
  return html`<h1>${title}</h1>
    <p class="sub">
      <a href="${agreementPath(of)}">${of}</a>. ${notice && courses.some(c => c.course === 'with') ? opening(of, words.say(m.pair.notice, { by: notice.by, sendBy: words.day(notice.sendBy), safe: words.day(notice.safe) }), words) : notice || isStory(run) ? '' : m.pair.noNotice}
    </p>
    ${whyNot ? html`<p>${m[whyNot]}</p>` : ''}
    ${
      isRunning(run)
        ? html`<p role="status"><b>${withTimes(words.say(m.page.running, { day: words.day(last) }), words)}</b></p>
          <noscript><p><a href="">${m.page.renew}</a></p></noscript>`
        : ''
    }
    ${courses.map(c => coursePart(run, c, words))}
    ${moves.length ? movesPart(moves, rehearsal.until, words) : ''} ${datesPart(run, words)}`;
}

/** A sentence about the rehearsed agreement. */
const opening = (agreement: string, text: string, words: Words): Html =>
  withDays(text, words, (_, day) => html`<a href="${agreementPath(agreement, '/reckoning')}">${day}</a>`);

const nameOf = ({ course }: CourseRun, { values: { rehearsal } }: Words): string =>
  course === 'story' ? rehearsal.page.withStory : rehearsal.pair[course];

/** It begins with its own first fact, possibly long past. */
const isStory = ({ courses }: Pick<Run, 'courses'>): boolean => courses.some(c => c.course === 'story');

/** The day that it has reached. */
function reached(run: Run, courses: readonly CourseRun[]): CalendarDate {
  const passed = courses.flatMap(c => c.passed.map(d => d.date)).sort(byText);
  return isStory(run) ? (passed.at(-1) ?? run.rehearsal.today) : latest(run.rehearsal.today, ...passed);
}

function coursePart(run: Run, c: CourseRun, words: Words): Html {
  const { rehearsal, whyNot } = run;
  const { page } = words.values.rehearsal;
  if (c.failure) {
    const day = words.day(reached(run, [c]));
    return html`<h2>${nameOf(c, words)}</h2>
      <p>${withTimes(words.say(page.stopped, { day, why: c.failure.message }), words)}</p>`;
  }
  if (!c.ended) return html``;
  const { agreement } = rehearsal.courses.find(r => r.course === c.course)!.story;
  const life = lifeOf(c.ended.standing, headlineOf(c.ended.standing));
  const said = { words, names: agreement, measure: measured };
  return html`<h2>${nameOf(c, words)}</h2>
    ${svgOf(wideLifeline(life, said), 'wide')}${svgOf(uprightLifeline(life, said), 'tall')}
    <p>${outcome(c.ended, words)}${whyNot ? '' : html` <a href="${address(agreementPath(c.copy), { 'as-of': c.ended.reached })}">${c.copy}</a>`}</p>`;
}

function outcome({ from, reached, lived }: Rehearsed, words: Words): Html {
  const m = words.values.rehearsal;
  const days = { from: words.day(from), reached: words.day(reached) };
  if (!lived) return withTimes(words.say(m.folded, days), words);
  const acts = lived.reminders + lived.announcements;
  const counts = {
    seconds: words.number(Math.round(lived.seconds * 10) / 10),
    timers: lived.timersFired,
    n: words.number(lived.timersFired),
    acts,
  };
  return joined(
    [
      withTimes(words.say(m.lived, { ...days, ...counts }), words),
      ...(lived.unrecorded.length ? [words.say(m.unrecorded, { ids: lived.unrecorded.join(', ') })] : []),
      lived.differences.length ? m.differs : m.same,
      ...(lived.differences.length ? [movesTable(lived.differences, m.differsColumns, words)] : []),
      ...(lived.address ? [html`<a href="${lived.address}">${words.m.foot.temporal}</a>`] : []),
    ],
    ' ',
  );
}

const movesPart = (moves: readonly Move[], until: CalendarDate, words: Words): Html =>
  html`<h2>${withTimes(words.say(words.values.rehearsal.pair.moves, { day: words.day(until) }), words)}</h2>
    ${movesTable(moves, words.values.rehearsal.pair.movesColumns, words)}`;

const movesTable = (moves: readonly Move[], columns: readonly string[], words: Words): Html =>
  tableOf(
    'moves stack',
    columns,
    moves
      .filter(move => !move.past)
      .map(
        move =>
          html`<tr>
            <td>${words.say(words.values.moves.names[move.what], { id: move.of ?? '' })}</td>
            <td>${withTimes(valueIn(move, move.before, words), words)}</td>
            <td>${withTimes(valueIn(move, move.after, words), words)}</td>
          </tr>`,
      ),
  );

/** Each day since today, or since the beginning of a story, on which something happens in a course; it links to the copy as of that day. */
function datesPart(run: Run, words: Words): Html {
  const { courses, rehearsal, whyNot } = run;
  const { page, pair, line } = words.values.rehearsal;
  const of = (c: CourseRun) => c.ended?.dates ?? c.passed;
  const days = [...new Set(courses.flatMap(c => of(c).map(d => d.date)))]
    .filter(day => isStory(run) || day >= rehearsal.today)
    .sort(byText);
  const opened = (day: CalendarDate): Html => {
    const copy = courses.find(c => of(c).some(d => d.date === day))!.copy;
    return whyNot
      ? withTimes(words.day(day), words)
      : html`<a href="${address(agreementPath(copy), { 'as-of': day })}">${words.day(day)}</a>`;
  };
  const cell = (c: CourseRun, day: CalendarDate): string =>
    of(c)
      .filter(d => d.date === day)
      .map(d => words.say(line, { label: words.statement(d.labelled), basis: words.basis(d.basis), invented: String(d.invented) }))
      .join('; ');
  if (!days.length) return html``;
  return html`<h2>${page.dates}</h2>
    ${tableOf(
      'stack',
      [pair.columns[0], ...courses.map(c => nameOf(c, words))],
      days.map(
        day =>
          html`<tr>
            <td class="num">${opened(day)}</td>
            ${courses.map(c => html`<td>${withTimes(cell(c, day), words)}</td>`)}
          </tr>`,
      ),
    )}`;
}
