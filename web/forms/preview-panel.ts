/** The panel next to a description being written: the linter's findings, and the dates that would follow today. */
import type { Mistake, Place } from '../../agreements/mistakes.ts';
import { inFlow, type Preview } from '../../client/checking.ts';
import { headlineOf } from '../../client/headline.ts';
import { mistakeIn } from '../../wording/faults/sentence.ts';
import { findingIn } from '../../wording/findings/messages.ts';
import { withTimes } from '../days-in-text.ts';
import { html, type Html } from '../html.ts';
import { measured } from '../lifeline/measure.ts';
import { lifeOf } from '../lifeline/model.ts';
import { svgOf } from '../lifeline/svg.ts';
import { uprightLifeline } from '../lifeline/upright.ts';
import { wideLifeline } from '../lifeline/wide.ts';
import { tableOf } from '../table.ts';
import type { Words } from '../words.ts';

/** How many dates are listed next to the questions. */
const most = 8;
/** How many past dates. */
const recent = 2;

/** Renders a text with its days as links if the agreement is in the register. */
type RenderDays = (text: string) => Html;

/** `preview`: undefined while required questions are unanswered. */
export function previewPanel(preview: Preview | undefined, words: Words, days: RenderDays = text => withTimes(text, words)): Html {
  const m = words.m.editor;
  const body = preview
    ? html`${findingsPart(preview, words)}${preview.today ? datesPart(preview, words, days) : ''}`
    : html`<p>${m.soFar}</p>`;
  return html`<section id="beside" class="noprint" aria-live="polite" aria-labelledby="beside-title" tabindex="0"><h2 id="beside-title">${m.beside}</h2>${body}</section>`;
}

export function findingsPart({ checked, refusals }: Preview, words: Words): Html {
  const { mistakes, findings, unprintable } = checked;
  const { wording, values, m } = words;
  const { severity, shownBy } = values.check;
  const noGlyph = (letters: readonly string[]): string => words.say(wording.client.noGlyph, { letters: letters.join(', ') });
  const lines = [
    ...mistakes.map(found => line(severity.error, found, mistakeIn(found.fault, wording))),
    ...findings.map(found =>
      line(
        severity[found.finding.severity],
        found,
        findingIn(found.finding, wording),
        html`<details><summary>${shownBy}</summary><pre>${found.finding.story.facts.map(f => `- ${inFlow(f)}`).join('\n')}</pre></details>`,
      ),
    ),
    ...unprintable.map(found => line(severity.warning, found, noGlyph(found.letters))),
    ...refusals.map(said => html`<li><b>${severity.error}:</b> ${said}</li>`),
  ];
  return lines.length
    ? html`<p>${words.counted(m.editor.findings, lines.length)}</p><ul class="may">${lines}</ul>`
    : html`<p>${m.editor.noFinding}</p>`;
}

const line = (severity: string, { line: at, column, path }: Place | Mistake, said: string, more?: Html): Html =>
  html`<li><b>${severity}</b> <code>${[at ? `${at}:${column}` : '', path].filter(Boolean).join(' ')}</code>: ${said}${more ?? ''}</li>`;

function datesPart({ today }: Preview, words: Words, days: RenderDays): Html {
  const m = words.m.editor;
  const { dates } = today!;
  const ahead = [...dates.filter(d => d.past).slice(-recent), ...dates.filter(d => !d.past)].slice(0, most);
  return html`<h3>${m.dates}</h3>${ahead.length ? datesTable(ahead, words, days) : html`<p>${m.noDates}</p>`}`;
}

const datesTable = (dates: NonNullable<Preview['today']>['dates'], words: Words, days: RenderDays): Html => {
  const { columns } = words.m.dates;
  const rows = dates.map(d => html`<tr><td class="num">${days(words.day(d.date))}<td>${days(d.label)}<td>${words.basis(d.basis)}</tr>`);
  return tableOf('dates', [columns.date, columns.what, columns.basis], rows);
};

/** Everything that would follow, with the lifeline. */
export function followsPart({ checked, today }: Preview, words: Words): Html | '' {
  if (!today || !checked.read) return '';
  const m = words.m.editor;
  const life = lifeOf(today, headlineOf(today));
  const said = { words, names: checked.read.agreement, measure: measured };
  return html`<section><h2>${words.m.lifeline.heading}</h2>${svgOf(wideLifeline(life, said), 'wide')}${svgOf(uprightLifeline(life, said), 'tall')}</section>
<section><h2>${m.dates}</h2>${today.dates.length ? datesTable(today.dates, words, text => withTimes(text, words)) : html`<p>${m.noDates}</p>`}</section>`;
}
