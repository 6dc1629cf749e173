/** What an entry would do: the dates that move, and the two lifelines one above the other. */
import { date } from '../../clauses/calendar.ts';
import { notYetWritten } from '../../client/dry-run.ts';
import { otherEndsIn, type Consequences } from '../../client/consequences.ts';
import { headlineOf } from '../../client/headline.ts';
import type { AgreementStanding } from '../../client/answers.ts';
import { sideIn, type Move } from '../../client/moves.ts';
import { html, markup, type Html } from '../html.ts';
import { Days } from '../pages/agreement/days.ts';
import { differencesOf, type Difference, type Held } from '../lifeline/differences.ts';
import { measured } from '../lifeline/measure.ts';
import { dayOfNumber, lifeOf, type Life } from '../lifeline/model.ts';
import { svgOf } from '../lifeline/svg.ts';
import { uprightLifeline } from '../lifeline/upright.ts';
import { boundsOf } from '../lifeline/bounds.ts';
import { wideLifeline } from '../lifeline/wide.ts';
import { tableOf } from '../table.ts';
import type { Words } from '../words.ts';

/** `s`: the agreement as recorded, in which days are looked up. What would follow has no reckoning yet. */
export function consequencesPart(found: Consequences, s: AgreementStanding, words: Words): Html {
  const { before, after, moves, withoutEffect, warnings } = found;
  const { would: m } = words.m.desk;
  const days = new Days(s, words, {});
  const [now, past] = [false, true].map(isPast => moves.filter(move => Boolean(move.past) === isPast)) as [Move[], Move[]];
  const said = { words, names: s.described, measure: measured, isAnotherDay: before.asOf !== s.asOf };
  const [was, is] = [before, after].map(answer => lifeOf(answer, headlineOf(answer))) as [Life, Life];
  const bounds = [boundsOf(was), boundsOf(is)];
  const shown = { from: Math.min(...bounds.map(b => b.from)), to: Math.max(...bounds.map(b => b.to)) };
  const differences = differencesOf(was, is, shown);
  const beside = { ...shown, differences };
  const drawn = (life: Life): Html =>
    html`${svgOf(wideLifeline(life, said, beside), 'wide', days.drawn)}${svgOf(uprightLifeline(life, said, beside), 'tall', days.drawn)}`;
  return html`<section><h2>${m.heading}</h2>
${withoutEffect.map(w => html`<p><b>${days.said(words.say(m.withoutEffect, { why: w.why }))}</b></p>`)}${warnings.map(w => html`<p>${days.said(w)}</p>`)}
${now.length ? tableOfMoves(now, words, days) : past.length ? '' : html`<p>${m.none}</p>`}
${past.length ? html`<details><summary>${words.say(m.past, { n: words.number(past.length) })}</summary>${tableOfMoves(past, words, days)}</details>` : ''}
${otherReadingsHtml(found, words, days)}
${differences.length ? differencesHtml(differences, words, days) : ''}
<div class="two-lives"><h3>${m.now}</h3>${drawn(was)}<h3>${m.then}</h3>${drawn(is)}</div></section>`;
}

function tableOfMoves(moves: readonly Move[], words: Words, days: Days): Html {
  const { columns } = words.m.desk.would;
  const rows = moves.map(move => rowOf(move, words, days));
  return tableOf('moves stack', [columns.what, columns.before, columns.after], rows);
}

const rowOf = (move: Move, words: Words, days: Days): Html =>
  html`<tr><td>${words.say(words.values.moves.names[move.what], { id: move.of === notYetWritten ? '' : (move.of ?? '') }).trim()}<td>${days.said(valueIn(move, move.before, words))}<td><b>${days.said(valueIn(move, move.after, words))}</b></tr>`;

/** The end on other readings; the table gives it only on the first of them. */
function otherReadingsHtml(found: Consequences, words: Words, days: Days): Html | '' {
  const others = otherEndsIn(found);
  const { otherEnd, otherNoEnd } = words.values.standing;
  const said = others.map(({ firstDayOut, when }) => {
    const conditions = words.conditions(when);
    return words.capital(
      firstDayOut ? words.say(otherEnd, { day: words.day(firstDayOut), conditions }) : words.say(otherNoEnd, { conditions }),
    );
  });
  return said.length ? html`<h3>${words.m.reckoning.others}</h3><ul>${said.map(line => html`<li>${days.said(line)}</li>`)}</ul>` : '';
}

/** The same as a list, with the mark that the drawings use. */
function differencesHtml(differences: readonly Difference[], words: Words, days: Days): Html {
  const { would: m } = words.m.desk;
  const day = (n: number): string => words.day(dayOfNumber(n));
  const lines = differences.map(d =>
    words.say(m.differs.line, {
      isOneDay: String(d.to - 1 === d.from),
      from: day(d.from),
      to: day(d.to - 1),
      before: heldIn(d.before, words),
      after: heldIn(d.after, words),
    }),
  );
  return html`<h3>${differsMark} ${m.differs.heading}</h3><ul>${lines.map(line => html`<li>${days.said(line)}</li>`)}</ul>`;
}

function heldIn(held: Held, { say, m }: Words): string {
  const { differs } = m.desk.would;
  const said = 'number' in held ? say(differs[held.code], { n: held.number }) : differs[held.code];
  const disputed = held.isOverOnSome ? say(differs.overOnSome, { held: said }) : said;
  return held.isSuspended ? say(differs.suspended, { held: disputed }) : disputed;
}

const differsMark = markup(
  '<svg class="mark" viewBox="0 0 26 14" aria-hidden="true"><rect x="1" y="1" width="24" height="12" fill="#fff" stroke="#0b1a2a"/><path d="M2 2L12 12M9 2L19 12M16 2L25 11" stroke="#0b1a2a" stroke-width="3"/></svg>',
);

export function valueIn({ what }: Move, value: string | null, { values, wording, day }: Words): string {
  const days = (bounds: string): string =>
    bounds
      .split('..')
      .map(d => (d ? day(date(d)) : '…'))
      .join(' – ');
  return sideIn(what, value, { m: values, wording, days });
}
