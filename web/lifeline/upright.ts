/** The lifeline for 358 pixels: one upright strand, time downwards, the past to scale above a break mark. */
import { stripBeside, type Beside } from './differences.ts';
import { inRoom } from './measure.ts';
import { dayOfNumber, type Day, type Life } from './model.ts';
import { descriptionOf, type LifelineContext } from './wording.ts';
import { path, round, text, typeface, type Drawing, type Shape } from './shapes.ts';
import { stripsBeside, suspensionTurn } from './suspended.ts';
import { hatchAlong } from './over-on-some.ts';
import { placeIn, strand, thick, type Note, type Part } from './upright-part.ts';
import { pastOf } from './upright-past.ts';
import { presentOf } from './upright-present.ts';

const width = 358;
const labelX = 92;
const room = width - labelX;

export function uprightLifeline(life: Life, said: LifelineContext, beside?: Beside): Drawing {
  const { words } = said;
  const day = (n: Day): string => words.day(dayOfNumber(n));
  const notesOf = (part: Part): Note[] => [...part.notes, ...suspensionNotes(part, life, said)].sort((a, b) => a.y - b.y);
  const past = pastOf(life, said);
  const present = life.isOver
    ? { shapes: [], notes: [], known: [], bottom: past.bottom, top: past.bottom }
    : // Below the labels of the past, which may extend beyond its strand.
      presentOf(life, said, Math.max(past.bottom + 26, labelled(notesOf(past), said).bottom + 12));
  const labels = labelled([past, present].flatMap(notesOf), said);
  const lens = present.shapes.length
    ? [path('lens', `M14 ${round(present.top - 5)}H${width}V${round(Math.max(present.bottom, labels.lensBottom(present.top)))}H14Z`)]
    : [];
  const strips = [past, present].flatMap(part => {
    const days = daysOf(part.known);
    if (!days) return [];
    const y = placeIn(part.known);
    const differing = beside?.differences.filter(d => d.to > days.from && d.from < days.to) ?? [];
    return [
      ...differing.flatMap(d => stripBeside({ ...d, from: Math.max(d.from, days.from), to: Math.min(d.to, days.to) }, y, strand)),
      ...hatchAlong(life, days, y, strand, thick),
      ...stripsBeside(life, days, y, strand + thick),
    ];
  });
  const from = life.signed ?? life.inForce ?? life.asOf;
  const to = life.end?.lasts.at(-1) ?? life.periods.at(-1)?.lasts.at(-1) ?? life.asOf;
  return {
    width,
    height: round(Math.max(labels.bottom, present.bottom) + 8),
    shapes: [...lens, ...past.shapes, ...present.shapes, ...strips, ...labels.shapes],
    title: words.say(words.m.lifeline.title, { from: day(from), to: day(to) }),
    description: descriptionOf(life, said),
    below: [],
    upright: true,
  };
}

function suspensionNotes({ known }: Part, life: Life, { words }: LifelineContext): Note[] {
  const days = daysOf(known);
  return days ? suspensionTurn(life, days, words).map(({ day, lines }) => ({ y: placeIn(known)(day), leader: 'lead', lines })) : [];
}

function daysOf(known: Part['known']): { from: Day; to: Day } | undefined {
  const [first, last] = [known[0], known.at(-1)];
  return first && last && { from: first.day, to: last.day };
}

/** Labels keep the order of their marks, so that no leaders cross; they are pushed down until 9 pixels apart. */
function labelled(
  notes: readonly Note[],
  { measure }: LifelineContext,
): { shapes: Shape[]; bottom: number; lensBottom: (top: number) => number } {
  const shapes: Shape[] = [];
  let free = 0;
  const ends: { y: number; bottom: number }[] = [];
  for (const note of notes) {
    const lines = note.lines.flatMap(l =>
      inRoom(l.text, room, typeface[l.style].size, typeface[l.style].bold, measure).map(t => ({ ...l, text: t })),
    );
    const first = Math.max(note.y + 7, free + 14);
    const elbow = round(first - 5);
    shapes.push(path(note.leader, `M${strand + thick} ${round(note.y)}H${strand + thick + 8}L${labelX - 10} ${elbow}H${labelX - 5}`));
    lines.forEach((l, i) => shapes.push(text(labelX, first + i * 18, l.text, l.style, { color: l.color })));
    free = first + (lines.length - 1) * 18 + 4 + 9;
    ends.push({ y: note.y, bottom: free });
  }
  return { shapes, bottom: free, lensBottom: top => Math.max(0, ...ends.filter(e => e.y >= top).map(e => e.bottom - 4)) };
}
