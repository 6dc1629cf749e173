/** The running notices on the upright strand: a label for each, and a bracket from its receipt to its effect. */
import { dayOfNumber, type Life } from './model.ts';
import { path, type Shape } from './shapes.ts';
import { placeIn, soft, strand, type Note, type Part } from './upright-part.ts';
import type { LifelineContext } from './wording.ts';

/** At most four, by receipt, among them the one that ends the agreement; and how many there are besides. */
export function lanesOf({ notices, asOf, end }: Life): { lanes: Life['notices']; more: number } {
  const running = notices.filter(n => n.received <= asOf && n.effect >= asOf).sort((a, b) => a.received - b.received);
  const decisive = running.find(n => n.effect === end?.lasts[0]);
  const shown = [...new Set([...(decisive ? [decisive] : []), ...running])].slice(0, 4);
  const lanes = running.filter(n => shown.includes(n));
  return { lanes, more: running.length - lanes.length };
}

/** The height of a label with its distance to the next. */
const step = 58;

/** The height of the strand before today. */
export const heightOf = (lanes: Life['notices']): number => 100 + (lanes.length - 1) * step;

const placeOf = (i: number, top: number): number => top + 6 + i * step;

export function noticeNotes(lanes: Life['notices'], more: number, { words, names }: LifelineContext, top: number): Note[] {
  const m = words.m.lifeline;
  const isAlone = lanes.length + more === 1;
  return lanes.map((n, i) => {
    const by = words.party(n.by, names);
    const said = [
      isAlone ? words.say(m.noticeReceived, { by }) : words.say(m.notice, { number: n.id, by }),
      ...(n.revocableUntil !== null
        ? [words.say(m.revocable, { day: words.day(dayOfNumber(n.revocableUntil)), consent: String(n.byConsent) })]
        : []),
    ].join('; ');
    const last = more > 0 && i === lanes.length - 1 ? [soft(words.counted(m.more, more))] : [];
    return {
      y: placeOf(i, top),
      leader: 'lead',
      lines: [{ text: words.day(dayOfNumber(n.received)), style: 'bold' }, soft(said), ...last],
    };
  });
}

/** Left of the strand; the first is joined to it. */
export const bracketsBeside = (lanes: Life['notices'], known: Part['known'], top: number): Shape[] =>
  lanes.map(({ effect }, i) => {
    const x = strand - 14 - 4 * i;
    const tick = i ? x + 3 : strand - 4;
    return path('hair', `M${tick} ${placeOf(i, top)}H${x}V${placeIn(known)(effect + 1)}H${tick}`);
  });
