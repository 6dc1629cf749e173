/** What is open or pending, on the upright strand. */
import { dayOfNumber, type Day, type Life } from './model.ts';
import { dayAsked, stillInForce, timeLeft, type LifelineContext } from './wording.ts';
import { longest } from './scale.ts';
import { disputed, line, path, rect, text, type Shape } from './shapes.ts';
import { bracketsBeside, heightOf, lanesOf, noticeNotes } from './upright-notices.ts';
import { strand, thick, soft, type Note, type Part } from './upright-part.ts';

/** The height of each piece follows its meaning, not its number of days. */
export function presentOf(life: Life, said: LifelineContext, top: number): Part {
  const { words } = said;
  const m = words.m.lifeline;
  const day = (n: Day): string => words.day(dayOfNumber(n));
  const { asOf, window: w, end, periods } = life;
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
    const { lanes, more } = lanesOf(life);
    const begin = y;
    notes.push(...noticeNotes(lanes, more, said, begin));
    piece(lanes.length ? heightOf(lanes) : 16, 'cur');
    today([here]);
    piece(24, 'cur');
    know(end.lasts[0]! + 1);
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
    shapes.push(...bracketsBeside(lanes, known, begin));
    return { shapes, notes, known, top, bottom: y };
  }
  piece(16, life.inForce === null ? 'next' : 'cur');
  if (!w) {
    today([here]);
    if (!running) {
      piece(84, life.inForce === null ? 'next' : 'cur');
      notes.push({
        y: y - 30,
        leader: 'lead',
        lines: [{ text: life.inForce === null ? m.notInForce : m.noEnd[life.noEnd], style: 'bold' }],
      });
      return { shapes, notes, known, top, bottom: y };
    }
    piece(98, 'cur');
  } else {
    const late = w.sendBy < asOf;
    today([here, ...(late ? [] : [soft(timeLeft(w, asOf, words))])]);
    if (w.from > asOf) {
      piece(60, 'cur');
      know(w.from);
      notes.push({ y, leader: 'lead', lines: [{ text: words.say(m.noticeFrom, { day: day(w.from) }), style: 'bold' }] });
    }
    if (w.sendBy >= w.from) piece(w.sendBy === asOf ? 20 : 180, 'open');
    know(Math.max(w.from, w.sendBy + 1));
    const delivery = soft(words.counted(m.delivery, w.safe - Math.max(w.sendBy, asOf)));
    if (!w.isDecided) {
      const sendBy = { text: words.say(m.sendBy, { day: day(w.sendBy) }), style: 'main' as const, color: 'red' as const };
      notes.push({ y, leader: 'lead red', lines: [sendBy, delivery] });
    } else if (!late)
      notes.push({ y, leader: 'lead', lines: [{ text: words.say(m.changeable, { day: day(w.sendBy) }), style: 'bold' }, delivery] });
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
