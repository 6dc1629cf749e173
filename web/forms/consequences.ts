/** What something would do: the dates that move, and the two lifelines, one above the other. */
import { date } from '../../clauses/calendar.ts';
import type { Consequences } from '../../client/consequences.ts';
import { headlineOf } from '../../client/headline.ts';
import type { AgreementStanding } from '../../client/answers.ts';
import type { Move } from '../../client/moves.ts';
import { html, type Html } from '../html.ts';
import { measured } from '../lifeline/measure.ts';
import { lifeOf } from '../lifeline/model.ts';
import { svgOf } from '../lifeline/svg.ts';
import { uprightLifeline } from '../lifeline/upright.ts';
import { wideLifeline } from '../lifeline/wide.ts';
import type { Words } from '../words.ts';

export function consequencesPart(
  { before, after, moves, withoutEffect, warnings }: Consequences,
  s: Pick<AgreementStanding, 'described'>,
  words: Words,
): Html {
  const { would: m } = words.m.desk;
  const now = moves.filter(move => !move.past);
  const said = { words, names: s.described, measure: measured };
  const drawn = (answer: Consequences['before']): Html => {
    const life = lifeOf(answer, headlineOf(answer));
    return html`${svgOf(wideLifeline(life, said), 'wide')}${svgOf(uprightLifeline(life, said), 'tall')}`;
  };
  return html`<section><h2>${m.heading}</h2>
${withoutEffect.map(w => html`<p><b>${words.say(m.withoutEffect, { why: w.why })}</b></p>`)}${warnings.map(w => html`<p>${w}</p>`)}
${now.length ? html`<table class="dates stack"><thead><tr><th scope="col">${m.columns.what}<th scope="col">${m.columns.before}<th scope="col">${m.columns.after}</tr></thead><tbody>${now.map(move => html`<tr><td>${words.say(words.values.moves.names[move.what], { id: move.of ?? '' })}<td>${valueIn(move, move.before, words)}<td><b>${valueIn(move, move.after, words)}</b></tr>`)}</tbody></table>` : html`<p>${m.none}</p>`}
<div class="two-lives"><h3>${m.now}</h3>${drawn(before)}<h3>${m.then}</h3>${drawn(after)}</div></section>`;
}

export function valueIn({ what }: Move, value: string | null, words: Words): string {
  const { values, wording, m } = words;
  if (value === null) return m.words.none;
  switch (what) {
    case 'status':
      return values.statuses[value as keyof typeof values.statuses];
    case 'end':
      return wording.certificate.causes[value as keyof typeof wording.certificate.causes];
    case 'protocol':
      return values.phases[value as keyof typeof values.phases];
    case 'notice':
      return value === 'revoked' ? values.moves.noticeRevoked : values.moves.noticeRunning;
    case 'withoutEffect':
      return values.moves.extents[value as keyof typeof values.moves.extents];
    case 'period':
      return value;
    default:
      return value
        .split('..')
        .map(d => (d ? words.day(date(d)) : '…'))
        .join(' – ');
  }
}
