/** The lifeline and the fan of an answer, each wide and upright, with a legend below. */
import { dayBefore } from '../../../clauses/calendar.ts';
import type { AgreementStanding } from '../../../client/answers.ts';
import { isAhead, isToMove, type Headline } from '../../../client/headline.ts';
import { html, markup, type Html } from '../../html.ts';
import { fanOf, uprightFan, wideFan, type Fan } from '../../lifeline/fan.ts';
import { measured } from '../../lifeline/measure.ts';
import { lifeOf } from '../../lifeline/model.ts';
import { spansOf } from '../../lifeline/suspended.ts';
import { svgOf } from '../../lifeline/svg.ts';
import { uprightLifeline } from '../../lifeline/upright.ts';
import { wideLifeline } from '../../lifeline/wide.ts';
import { listOf } from '../../table.ts';
import type { Words } from '../../words.ts';
import type { Days } from './days.ts';

/** `isAnotherDay`: the day asked about is called by its date instead of today. */
export function lifeline(s: AgreementStanding, headline: Headline, words: Words, days: Days, isAnotherDay: boolean): Html {
  const life = lifeOf(s, headline);
  const said = { words, names: s.described, measure: measured, isAnotherDay };
  const wide = wideLifeline(life, said);
  const isShort = life.isOver || (!life.window && !life.end && !life.periods.some(p => p.kind === 'running'));
  const keys = [
    ...(life.inForce === null || life.isOver ? [] : (['certain'] as const)),
    ...(life.window ? (['open', 'delivery'] as const) : []),
    ...((life.window?.lasts.length ?? 0) > 1 ||
    (life.end?.lasts.length ?? 0) > 1 ||
    life.periods.some(p => p.lasts.length > 1 && p.kind === 'running')
      ? (['disputed'] as const)
      : []),
    'dashed' as const,
    ...(life.suspended.length ? (['suspended'] as const) : []),
  ];
  return html`<h2>${words.m.lifeline.heading}</h2>
    <p>${isShort ? words.m.lifeline.introShort : words.m.lifeline.intro}</p>
    ${svgOf(wide, 'wide', days.drawn)}${svgOf(uprightLifeline(life, said), 'tall', days.drawn)}
    ${
      wide.below.length
        ? html`<ol>
            ${wide.below.map(b => html`<li value="${b.number}">${days.said(b.text)}</li>`)}
          </ol>`
        : ''
    }
    ${listOf(
      'key',
      keys.map(k => [
        swatches[k],
        k === 'suspended' ? days.said(words.say(words.m.lifeline.key.suspended, { spans: spansOf(life, words) })) : words.m.lifeline.key[k],
      ]),
    )}`;
}

const swatch = (inside: string): Html => markup(`<svg viewBox="0 0 26 14" aria-hidden="true">${inside}</svg>`);
const hatch = '<path d="M4 14L14 0M10 14L20 0M16 14L26 0" stroke="#0b1a2a"';
const swatches = {
  certain: swatch('<rect x="1" y="1" width="24" height="12" class="cur"/>'),
  open: swatch('<rect x="1.5" y="1.5" width="23" height="11" class="open"/>'),
  delivery: swatch(`<rect x="1" y="1" width="24" height="12" class="open"/>${hatch} stroke-width="1.6"/>`),
  disputed: swatch(`<rect width="26" height="14" class="p1 none"/>${hatch} stroke-opacity=".35"/>`),
  suspended: swatch(
    '<rect x="1" y="3" width="24" height="8" class="suspended" fill="#fff"/><path d="M4 3V11M9 3V11M14 3V11M19 3V11M24 3V11" stroke="#0b1a2a" stroke-width="2"/>',
  ),
  dashed: swatch('<rect x="1" y="1" width="24" height="12" class="next"/>'),
};

/** The fan of the disputed day: the pending end, else the last day for notice. Undefined if all readings agree. */
export function fan(s: AgreementStanding, words: Words, days: Days): Html | undefined {
  const found = fanFor(s, words);
  if (!found || found.fan.lines.length < 2 || !found.fan.lines[0]!.day) return undefined;
  const said = { words, names: s.described, measure: measured };
  const intro = found.fan.about === 'end' ? words.m.fan.forEnd : words.m.fan.forNotice;
  return html`<h2>${words.m.fan.heading}</h2>
    <p>${words.say(intro, { basis: words.basis(found.basis) })}</p>
    ${svgOf(wideFan(found.fan, said), 'wide', days.drawn)}${svgOf(uprightFan(found.fan, said), 'tall', days.drawn)}`;
}

function fanFor({ termination, period, asOf }: AgreementStanding, words: Words): { fan: Fan; basis: string } | undefined {
  if (termination && isAhead(termination, asOf)) {
    const { lastDayInForce: day, how, alternatives, basis } = termination;
    const others = alternatives.map(a => ({
      day: a.firstDayOut && dayBefore(a.firstDayOut),
      isFirstChoice: false,
      says: words.conditions(a.when),
    }));
    return { basis, fan: fanOf('end', [{ day, isFirstChoice: true, says: how }, ...others]) };
  }
  const last = period?.lastDayForNotice;
  if (!last || period.settled || isToMove(last)) return undefined;
  const others = last.alternatives.map(a => ({ day: a.date, isFirstChoice: false, says: words.conditions(a.when) }));
  return { basis: last.basis, fan: fanOf('safe', [{ day: last.date, isFirstChoice: true, says: last.how }, ...others]) };
}
