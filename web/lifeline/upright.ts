/** The lifeline for 358 pixels, upright: one strand, time downwards, the past to scale above a break mark. */
import { stripBeside, type Beside, type Difference } from './differences.ts';
import { inRoom } from './measure.ts';
import { longest } from './scale.ts';
import { dayOfNumber, type Day, type Life } from './model.ts';
import { disputed, line, path, rect, round, text, typeface, type Drawing, type Shape, type Text } from './shapes.ts';
import { dayAsked, descriptionOf, goesOnFrom, protocolState, stillInForce, type Said } from './wide.ts';

const width = 358;
const strand = 34;
const thick = 30;
const labelX = 92;
const room = width - labelX;

interface Note {
  y: number;
  lines: readonly { text: string; style: Text['style']; color?: Text['color'] }[];
  leader: string;
}

export function uprightLifeline(life: Life, said: Said, beside?: Beside): Drawing {
  const { words } = said;
  const day = (n: Day): string => words.day(dayOfNumber(n));
  const past = pastOf(life, said);
  const present = life.isOver
    ? { shapes: [], notes: [], known: [], bottom: past.bottom, top: past.bottom }
    : // Below the labels of the past, which may reach further down than its strand.
      presentOf(life, said, Math.max(past.bottom + 26, labelled(past.notes, said).bottom + 12));
  const labels = labelled([...past.notes, ...present.notes], said);
  const lens = present.shapes.length
    ? [path('lens', `M14 ${round(present.top - 5)}H${width}V${round(Math.max(present.bottom, labels.lensBottom(present.top)))}H14Z`)]
    : [];
  const strips = beside?.differences.flatMap(d => [past, present].flatMap(part => stripIn(part.known, d))) ?? [];
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

/** As far as the part shows days: between two of which the place is known, in proportion. */
function stripIn(known: Part['known'], d: Difference): Shape[] {
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last || d.to <= first.day || d.from >= last.day) return [];
  const y = (day: Day): number => {
    const i = Math.max(
      1,
      known.findIndex(k => k.day >= day),
    );
    const [a, b] = [known[i - 1]!, known[i] ?? last];
    return b.day === a.day ? b.y : round(a.y + ((day - a.day) / (b.day - a.day)) * (b.y - a.y));
  };
  return stripBeside({ ...d, from: Math.max(d.from, first.day), to: Math.min(d.to, last.day) }, y, strand);
}

interface Part {
  shapes: Shape[];
  /** Days whose place is known, in order. */
  known: readonly { day: Day; y: number }[];
  notes: Note[];
  top: number;
  bottom: number;
}

const pastHeight = 176;

const soft = (said: string): Note['lines'][number] => ({ text: said, style: 'plain', color: 'soft' });

function pastOf(life: Life, said: Said): Part {
  const { words, measure } = said;
  const m = words.m.lifeline;
  const day = (n: Day): string => words.day(dayOfNumber(n));
  const { signed, inForce, asOf, periods, end, isOver } = life;
  const from = Math.min(...[signed, inForce, asOf - 30].filter(d => d !== null));
  const to = Math.max(isOver ? (end?.lasts[0] ?? asOf) + 1 : asOf, from + 30);
  const y = (d: Day): number => round(8 + ((Math.min(d, to) - from) / (to - from)) * pastHeight);
  const shapes: Shape[] = [];
  const notes: Note[] = [];
  if (signed !== null)
    notes.push({
      y: y(signed),
      leader: 'lead',
      lines: [{ text: day(signed), style: 'bold' }, soft(m.signedUp)],
    });
  if (inForce === null || inForce > from) shapes.push(rect(strand, 8, thick, y(inForce ?? to) - 8, 'next'));
  if (inForce !== null && inForce <= to)
    notes.push({
      y: y(inForce),
      leader: 'lead',
      lines: [{ text: day(inForce), style: 'bold' }, soft(m.entered)],
    });
  periods
    .filter(p => p.first < to)
    .forEach((p, i) => {
      const [a, b] = [y(p.first), y(Math.min(p.lasts[0]! + 1, to))];
      shapes.push(rect(strand, a, thick, b - a, p.kind === 'running' ? 'cur' : i % 2 ? 'p2' : 'p1'));
      if (b - a > 18 && measure(`${p.number}`, 13) < thick)
        shapes.push(text(strand + thick / 2, (a + b) / 2 + 5, `${p.number}`, 'sm', { anchor: 'middle' }));
    });
  const since = goesOnFrom(life);
  if (since !== null && since < to) shapes.push(rect(strand, y(since), thick, y(to) - y(since), isOver ? 'p1' : 'cur'));
  const protocols = life.protocols.filter(p => p.signed !== null);
  const strands = protocols.slice(0, 2);
  strands.forEach((p, i) => {
    const more = i === strands.length - 1 ? protocols.length - strands.length : 0;
    const x = 18 - i * 10;
    const [a, b] = [y(p.signed!), y(to)];
    const turn = p.inForce === null ? b : y(p.inForce);
    shapes.push({ kind: 'circle', x, y: a, r: 4, style: 'hollow' });
    if (turn > a + 5) shapes.push(line('dash', x, a + 5, x, turn));
    if (b > turn + 1) shapes.push(line('solid', x, Math.max(turn, a + 5), x, b));
    notes.push({
      y: a,
      leader: 'lead',
      lines: [
        { text: words.say(m.protocol, { id: p.id }), style: 'bold' },
        soft(`${words.say(m.protocolSigned, { day: day(p.signed!) })}, ${protocolState(p, said)}`),
        ...(more ? [soft(words.counted(m.moreProtocols, more))] : []),
      ],
    });
  });
  if (isOver && end) {
    const at = end.lasts[0]!;
    notes.push({
      y: y(at + 1),
      leader: 'lead red',
      lines: [{ text: words.say(m.lastDay, { day: day(at) }), style: 'main', color: 'red' }, soft(m.over)],
    });
  }
  const known = [from, to].map(d => ({ day: d, y: y(d) }));
  return { shapes, notes: notes.sort((a, b) => a.y - b.y), known, top: 8, bottom: 8 + pastHeight };
}

/** Each piece has the height that its meaning asks for, not its days. */
function presentOf(life: Life, said: Said, top: number): Part {
  const { words, names } = said;
  const m = words.m.lifeline;
  const day = (n: Day): string => words.day(dayOfNumber(n));
  const { asOf, window: w, end, periods, notices } = life;
  const running = periods.find(p => p.kind === 'running');
  const shapes: Shape[] = [];
  const notes: Note[] = [];
  let y = top;
  const known: { day: Day; y: number }[] = [];
  const know = (at: Day): void => {
    if (at >= (known.at(-1)?.day ?? -Infinity)) known.push({ day: at, y });
  };
  const piece = (height: number, style: string): number => {
    if (height) shapes.push(rect(strand, y, thick, height, style));
    return (y += height);
  };
  const fade = (height: number): number => {
    shapes.push(...disputed(strand, y, thick, height));
    return (y += height);
  };
  shapes.push(path('brk', `M${strand - 5} ${top - 7}l10 -5l10 6l10 -6l10 5`));
  const today = (lines: Note['lines']): void => {
    know(asOf);
    shapes.push(line('hair', strand - 8, y, strand + thick + 8, y));
    notes.push({ y, leader: 'lead', lines });
  };
  const here = { text: dayAsked(said, asOf), style: 'bold' as const };
  if (end) {
    const notice = notices.find(n => n.effect === end.lasts[0] && n.received <= asOf);
    const begin = y;
    if (notice) {
      notes.push({
        y: y + 6,
        leader: 'lead',
        lines: [
          { text: day(notice.received), style: 'bold' },
          soft(
            [
              words.say(m.noticeReceived, { by: words.party(notice.by, names) }),
              ...(notice.revocableUntil !== null ? [words.say(m.revocable, { day: day(notice.revocableUntil) })] : []),
            ].join('; '),
          ),
        ],
      });
      piece(100, 'cur');
    } else piece(16, 'cur');
    today([here]);
    piece(24, 'cur');
    know(end.lasts[0]! + 1);
    if (notice) shapes.push(path('hair', `M${strand - 4} ${begin + 6}H${strand - 14}V${y}H${strand - 4}`));
    const others = end.lasts.slice(1);
    notes.push({
      y,
      leader: 'lead red',
      lines: [
        { text: words.say(m.lastDay, { day: day(end.lasts[0]!) }), style: 'main', color: 'red' },
        ...(others.length ? [soft(m.lastCertain)] : []),
      ],
    });
    if (others.length) {
      const from = y;
      fade(190);
      know(end.lasts.at(-1)! + 1);
      notes.push({
        y: (from + y) / 2,
        leader: 'lead',
        lines: [
          { text: m.disputedUp, style: 'bold' },
          soft(words.say(m.onReadings, { some: stillInForce(end.lasts), all: end.lasts.length })),
        ],
      });
      notes.push({
        y,
        leader: 'lead',
        lines: [{ text: words.days(others.slice(-2).map(dayOfNumber), 'conjunction'), style: 'bold' }, soft(m.lastOthers)],
      });
    }
    piece(40, 'next');
    know(end.lasts.at(-1)! + 1 + longest);
    return { shapes, notes, known, top, bottom: y };
  }
  piece(16, life.inForce === null ? 'next' : 'cur');
  if (!w) {
    today([here]);
    if (!running) {
      piece(84, life.inForce === null ? 'next' : 'cur');
      notes.push({ y: y - 30, leader: 'lead', lines: [{ text: life.inForce === null ? m.notInForce : m.noEnd, style: 'bold' }] });
      return { shapes, notes, known, top, bottom: y };
    }
    piece(98, 'cur');
  } else {
    const late = w.sendBy < asOf;
    today([here, ...(late ? [] : [soft(words.counted(m.daysToSend, w.sendBy - asOf))])]);
    if (!late) piece(w.sendBy === asOf ? 20 : 180, 'open');
    know(w.sendBy + 1);
    notes.push({
      y,
      leader: 'lead red',
      lines: [
        { text: words.say(m.sendBy, { day: day(w.sendBy) }), style: 'main', color: 'red' },
        soft(words.counted(m.delivery, w.safe - Math.max(w.sendBy, asOf))),
      ],
    });
    shapes.push(rect(strand, y, thick, 46, 'open'), rect(strand, y, thick, 46, 'none', 'hatch'));
    y += 46;
    know(w.safe + 1);
    notes.push({
      y,
      leader: 'lead blue',
      lines: [{ text: words.say(m.safeDay, { day: day(w.safe) }), style: 'main', color: 'blue' }, soft(m.onEvery)],
    });
    const later = w.lasts.slice(1);
    if (later.length) {
      fade(44);
      know(later.at(-1)! + 1);
      notes.push({
        y,
        leader: 'lead',
        lines: [
          { text: words.days(later.map(dayOfNumber)), style: 'bold' },
          soft(words.say(m.lastOnSome, { some: later.length, all: w.lasts.length })),
        ],
      });
    }
    if (!running) {
      piece(84, 'cur');
      return { shapes, notes, known, top, bottom: y };
    }
    piece(98, 'cur');
  }
  know(running.lasts[0]! + 1);
  const last = y;
  if (running.lasts.length > 1) fade(20);
  notes.push({
    y: last,
    leader: 'lead',
    lines: [{ text: words.days(running.lasts.map(dayOfNumber)), style: 'bold' }, soft(words.say(m.lastDayOf, { n: running.number }))],
  });
  const bottom = y;
  for (const p of periods.filter(one => one.kind === 'ahead')) {
    const from = y;
    piece(42, 'next');
    know(p.lasts[0]! + 1);
    shapes.push(text(strand + thick / 2, from + 26, `${p.number}`, 'sm', { anchor: 'middle' }));
    notes.push({
      y: from + 21,
      leader: 'lead',
      lines: [{ text: words.say(m.period, { n: p.number }), style: 'bold' }, soft(m.periodAhead)],
    });
  }
  return { shapes, notes, known, top, bottom };
}

/** Labels keep the order of their marks, so that no leader crosses another; pushed down until they are 9 pixels apart. */
function labelled(notes: readonly Note[], { measure }: Said): { shapes: Shape[]; bottom: number; lensBottom: (top: number) => number } {
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
