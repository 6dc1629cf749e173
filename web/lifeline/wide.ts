/** The lifeline for 1120 pixels: above the whole life to scale, below the part that matters now. */
import { monthIn } from '../../wording/forms.ts';
import type { Names, Words } from '../words.ts';
import { stripAbove, type Beside } from './differences.ts';
import type { Measure } from './measure.ts';
import { dayOfNumber, type Day, type Life } from './model.ts';
import { placed, type Label } from './place.ts';
import { longest, scaleOf, type Piece, type Scale } from './scale.ts';
import { disputed, line, path, rect, round, text, typeface, type Drawing, type Shape, type Text } from './shapes.ts';

export interface Said {
  /** The day asked about is another than today: it is called by its date. */
  isAnotherDay?: boolean;
  words: Words;
  names: Names;
  measure: Measure;
}

const width = 1120;
const left = 1;
const right = 1119;

/** `beside`: the other of two that are compared, drawn on the same days. */
export function wideLifeline(life: Life, said: Said, beside?: Beside): Drawing {
  const { words } = said;
  const m = words.m.lifeline;
  const whole = wholeLife(life, said, beside);
  const near = nearPart(life, said, whole, beside);
  const day = (n: Day): string => words.day(dayOfNumber(n));
  return {
    width,
    height: round((near?.bottom ?? whole.bottom) + 2),
    shapes: [...(near?.lens ?? []), ...whole.shapes, ...(near?.shapes ?? [])],
    title: words.say(m.title, { from: day(whole.from), to: day(whole.to) }),
    description: descriptionOf(life, said),
    below: near?.below ?? [],
  };
}

/** Today, or the day asked about where that is another. */
export const dayAsked = ({ words, isAnotherDay = false }: Pick<Said, 'words' | 'isAnotherDay'>, asked: Day): string =>
  words.say(isAnotherDay ? words.m.asOf : words.m.lifeline.today, { day: words.day(dayOfNumber(asked)) });

/** The marks in words, for whoever does not see them. */
export function descriptionOf(life: Life, said: Pick<Said, 'words' | 'isAnotherDay'>): string {
  const { words } = said;
  const m = words.m.lifeline;
  const day = (n: Day): string => words.day(dayOfNumber(n));
  const { window: w, end } = life;
  const running = life.periods.find(p => p.kind === 'running');
  return [
    dayAsked(said, life.asOf),
    ...(w ? [words.say(m.sendBy, { day: day(w.sendBy) }), `${words.say(m.safeDay, { day: day(w.safe) })}, ${m.onEvery}`] : []),
    ...(w?.lasts.slice(1).map(d => words.say(m.onSome, { day: day(d), some: w.lasts.filter(l => l >= d).length, all: w.lasts.length })) ??
      []),
    ...(end ? [words.say(m.lastDay, { day: words.days(end.lasts.map(dayOfNumber)) })] : []),
    ...(running && !end ? [`${words.say(m.lastDayOf, { n: running.number })}: ${words.days(running.lasts.map(dayOfNumber))}`] : []),
  ].join('. ');
}

interface Whole {
  shapes: Shape[];
  from: Day;
  to: Day;
  bottom: number;
  /** Of the band. */
  y: number;
}

const bandHeight = 22;

function wholeLife(life: Life, said: Said, beside: Beside | undefined): Whole {
  const { words, names, measure } = said;
  const m = words.m.lifeline;
  const day = (n: Day): string => words.day(dayOfNumber(n));
  const { from, to } = beside ?? boundsOf(life);
  const plain = (d: Day): number => round(left + ((d - from) / Math.max(1, to - from)) * (right - left));
  const all = life.protocols.filter(p => p.signed !== null || p.inForce !== null);
  const strands = all.slice(0, 4);
  const y = 58 + Math.max(0, strands.length - 1) * 24;
  const shapes: Shape[] = [];
  const opening =
    life.signed !== null && life.inForce !== null
      ? words.say(m.signedInForce, { day: day(life.signed), since: day(life.inForce) })
      : life.inForce !== null
        ? words.say(m.inForceSince, { since: day(life.inForce) })
        : life.signed !== null
          ? words.say(m.signed, { day: day(life.signed) })
          : '';
  const today = dayAsked(said, life.asOf);
  const x = plain(life.asOf);
  const todayWidth = measure(today, typeface.bold.size, true);
  const todayX = Math.min(Math.max(x, todayWidth / 2), width - todayWidth / 2);
  const openingWidth = measure(opening, typeface.plain.size);
  if (opening && openingWidth + 12 < todayX - todayWidth / 2) shapes.push(text(0, 15, opening, 'plain'));
  else if (opening && todayX + todayWidth / 2 + 12 + openingWidth < width)
    shapes.push(text(width, 15, opening, 'plain', { anchor: 'end' }));
  else if (opening) shapes.push(text(0, y + bandHeight + 36, opening, 'plain'));
  shapes.push(text(todayX, 15, today, 'bold', { anchor: 'middle' }));
  strands.forEach((p, i) => {
    const more = i === strands.length - 1 ? all.length - strands.length : 0;
    shapes.push(...strandOf(p, i, { plain, words, names, measure, x, to, life, more }));
  });
  shapes.push(...bandsOf(life, { plain, y, words, measure, x, from, to }));
  shapes.push(...yearsOf(life, plain, y, measure, from), ...(beside?.differences.flatMap(d => stripAbove(d, plain, y)) ?? []));
  shapes.push(line('hair', x, 21, x, y + bandHeight + 4));
  const openingBelow = opening && openingWidth + 12 >= todayX - todayWidth / 2 && todayX + todayWidth / 2 + 12 + openingWidth >= width;
  return { shapes, from, to, bottom: y + bandHeight + (openingBelow ? 42 : 20), y };
}

const year = 365;

/** Since when it is in force outside its periods: without any, or after the last of them. Null where it is not. */
export function goesOnFrom({ periods, inForce, isOver }: Pick<Life, 'periods' | 'inForce' | 'isOver'>): Day | null {
  const last = periods.at(-1);
  if (!last || inForce === null) return inForce;
  return last.kind === 'past' && !isOver ? last.lasts[0]! + 1 : null;
}

/** The days that the whole life takes. */
export function boundsOf({ asOf, signed, inForce, applied, periods, end, isOver }: Life): { from: Day; to: Day } {
  const known = [signed, inForce, applied].filter(d => d !== null);
  const from = Math.min(...(known.length ? known : [asOf - year]), asOf - 30);
  const last = periods.at(-1)?.lasts.at(-1);
  const to = end
    ? end.lasts.at(-1)! + (isOver ? Math.max(270, asOf - end.lasts.at(-1)! + 30) : 270)
    : goesOnFrom({ periods, inForce, isOver }) !== null
      ? asOf + 5 * year
      : (last ?? asOf + 5 * year);
  return { from, to: Math.max(to, asOf + 30) };
}

interface On {
  plain: (day: Day) => number;
  words: Words;
  measure: Measure;
  /** Of today. */
  x: number;
}

/** In force since when, or what it awaits. */
export function protocolState(
  { inForce, awaits, status }: Life['protocols'][number],
  { words, names }: Pick<Said, 'words' | 'names'>,
): string {
  const m = words.m.lifeline;
  if (inForce !== null) return words.say(m.protocolInForce, { day: words.day(dayOfNumber(inForce)) });
  if (awaits.length) return words.say(m.protocolAwaits, { who: words.and(awaits.map(party => words.party(party, names))) });
  return words.values.phases[status as keyof typeof words.values.phases];
}

function strandOf(
  p: Life['protocols'][number],
  i: number,
  { plain, words, names, measure, x, to, life, more }: On & { names: Names; to: Day; life: Life; more: number },
): Shape[] {
  const m = words.m.lifeline;
  const y = 46 + i * 24;
  const day = (n: Day): string => words.day(dayOfNumber(n));
  const start = plain(p.signed ?? p.inForce!);
  const end = p.inForce === null ? x : plain(Math.min(to, life.end?.lasts.at(-1) ?? to));
  const said = `${words.say(m.protocol, { id: p.id })}: ${[...(p.signed !== null ? [words.say(m.protocolSigned, { day: day(p.signed) })] : []), protocolState(p, { words, names })].join(', ')}${more ? `; ${words.counted(m.moreProtocols, more)}` : ''}`;
  const room = measure(said, typeface.plain.size);
  // Beside the hair of today where there is room, else over it, but never cut.
  const meetsToday = (from: number): boolean => from < x + 6 && from + room > x - 6;
  const at =
    [start + 12, x - 10 - room, x + 10].find(from => from >= 0 && from + room <= width && !meetsToday(from)) ??
    Math.max(0, Math.min(start + 12, width - room));
  const label = text(at, y - 7, said, 'plain', { color: 'soft' });
  const split = p.inForce === null ? end : plain(p.inForce);
  return [
    label,
    { kind: 'circle', x: round(start), y, r: 4, style: 'hollow' },
    ...(split > start + 5 ? [line('dash', start + 5, y, Math.min(split, end), y)] : []),
    ...(p.inForce !== null ? [line('solid', Math.max(split, start + 5), y, end, y)] : []),
  ];
}

function bandsOf(life: Life, { plain, y, words, measure, x, from, to }: On & { y: number; from: Day; to: Day }): Shape[] {
  const m = words.m.lifeline;
  const { inForce, end, periods, isOver } = life;
  const shapes: Shape[] = [];
  const band = (a: Day, b: Day, style: string): Shape => rect(plain(a), y, plain(b) - plain(a), bandHeight, style);
  if (inForce === null || inForce > from) shapes.push(band(from, inForce === null ? Math.max(life.asOf, from + 30) : inForce, 'next'));
  const firstEnd = end ? end.lasts[0]! + 1 : Infinity;
  const lastEnd = end ? end.lasts.at(-1)! + 1 : Infinity;
  periods
    .filter(p => p.first < lastEnd && p.first < to)
    .forEach((p, i) => {
      const stop = Math.min(p.lasts[0]! + 1, firstEnd);
      const style = p.kind === 'running' ? 'cur' : p.kind === 'ahead' ? 'next' : i % 2 ? 'p2' : 'p1';
      if (stop > p.first) shapes.push(band(p.first, stop, style));
      if (p.notice !== null && p.notice < stop) shapes.push(line('tick', plain(p.notice), y + 17, plain(p.notice), y + bandHeight));
      if (stop <= p.first) return;
      const name = words.say(p.kind === 'ahead' ? m.ifRenewed : m.period, { n: p.number });
      const [a, b] = [plain(p.first), plain(stop)];
      const spot = spotIn(a, b, x, [name, `${p.number}`], measure);
      if (spot) shapes.push(text(spot.x, y + 16, spot.name, 'sm', { anchor: 'middle' }));
    });
  const since = goesOnFrom(life);
  if (since !== null) {
    const stop = Math.min(firstEnd, to);
    if (since < stop) shapes.push(band(since, stop, isOver ? 'p1' : 'cur'));
    if (!end) {
      const spot = spotIn(plain(since), plain(stop), x, [m.noEnd], measure);
      if (spot) shapes.push(text(spot.x, y + 16, spot.name, 'sm', { anchor: 'middle' }));
    }
  }
  if (end) {
    if (lastEnd > firstEnd) shapes.push(...disputed(plain(firstEnd), y, plain(lastEnd) - plain(firstEnd), bandHeight));
    if (plain(lastEnd) < right - 2) shapes.push(band(lastEnd, to, 'next'));
  }
  return shapes;
}

/** In the middle; what the hair of today would cross moves to its wider side. Nothing where no name has room. */
function spotIn(a: number, b: number, x: number, names: readonly string[], measure: Measure): { x: number; name: string } | undefined {
  for (const name of names) {
    const w = measure(name, typeface.sm.size);
    if (w + 8 > b - a) continue;
    const middle = (a + b) / 2;
    if (x < middle - w / 2 - 6 || x > middle + w / 2 + 6 || x < a || x > b) return { x: middle, name };
    const [from, to] = x - a > b - x ? [a, x] : [x, b];
    if (w + 12 <= to - from) return { x: (from + to) / 2, name };
  }
  return undefined;
}

function yearsOf({ periods, inForce, signed, end }: Life, plain: (day: Day) => number, y: number, measure: Measure, from: Day): Shape[] {
  const days = periods.length ? periods.map(p => p.first).filter(d => !end || d <= end.lasts[0]!) : [inForce ?? signed ?? from];
  const shapes: Shape[] = [];
  let free = -Infinity;
  for (const d of days) {
    const said = dayOfNumber(d).slice(0, 4);
    const w = measure(said, typeface.sm.size);
    const x = Math.min(Math.max(plain(d), w / 2), width - w / 2);
    if (x - w / 2 < free) continue;
    shapes.push(text(x, y + 39, said, 'sm', { color: 'soft', anchor: 'middle' }));
    free = x + w / 2 + 10;
  }
  return shapes;
}

interface Near {
  lens: Shape[];
  shapes: Shape[];
  below: Drawing['below'];
  bottom: number;
}

/** The stretch that matters: undefined where nothing is open or coming. */
function nearPart(life: Life, said: Said, whole: Whole, beside: Beside | undefined): Near | undefined {
  const pieces = piecesOf(life);
  if (!pieces) return undefined;
  const plain = (d: Day): number => round(left + ((d - whole.from) / Math.max(1, whole.to - whole.from)) * (right - left));
  const scale = scaleOf(pieces, left, right - left);
  const [from, to] = [pieces[0]!.from, pieces.at(-1)!.to];
  const lensTop = whole.y + bandHeight;
  const monthsAt = lensTop + 60;
  const running = life.notices.filter(n => n.effect >= life.asOf && n.received < to);
  const lanes = running.slice(0, 4);
  const band = monthsAt + 50 + Math.max(0, lanes.length - 1) * 30;
  const fromX = plain(Math.max(from, whole.from));
  const toX = plain(Math.min(to, whole.to));
  const lens = path(
    'lens',
    `M${fromX} ${lensTop}V${lensTop + 23}L${left} ${monthsAt - 12}V${monthsAt + 14}H${right}V${monthsAt - 12}L${toX} ${lensTop + 23}V${lensTop}Z`,
  );
  const marks = marksOf(life, said, scale);
  const under = placed(marks, { width, from: band - 4, top: band + 70, levels: 6, measure: said.measure });
  return {
    lens: [lens],
    shapes: [
      ...monthsOf(scale, from, to, monthsAt, said),
      ...bracketsOf(lanes, running.length - lanes.length, said, scale, monthsAt + 14),
      ...nextPeriodOf(life, said, scale, band, lanes.length),
      ...nearBands(life, said, scale, band, to, from),
      ...scale.cuts.map(({ from: a, to: b }) => breakMark((scale(a) + scale(b)) / 2 + 60, band)),
      ...(beside?.differences
        .filter(d => d.to > from && d.from < to)
        .flatMap(d => stripAbove({ ...d, from: Math.max(d.from, from), to: Math.min(d.to, to) }, scale, band)) ?? []),
      line('hair', scale(life.asOf), band - 6, scale(life.asOf), band + 52),
      ...under.shapes,
    ],
    below: under.below,
    bottom: Math.max(under.bottom, band + 54),
  };
}

const breakMark = (x: number, y: number): Shape => path('brk', `M${round(x - 4)} ${y - 3}l6 10l-6 10l6 10l-6 10l6 10`);

/** What is enlarged: from a month before today, or two weeks before the receipt of an effective notice, to three months after what is coming. */
function piecesOf({ asOf, window: w, end, isOver, periods, notices }: Life): Piece[] | undefined {
  if (isOver) return undefined;
  const running = periods.find(p => p.kind === 'running');
  const stops: { at: Day; least: number }[] = [];
  let from = asOf - 30;
  if (end) {
    const effective = notices.filter(n => end.lasts.includes(n.effect));
    from = Math.min(from, ...effective.map(n => n.received - 14));
    stops.push({ at: asOf, least: 30 }, { at: end.lasts[0]! + 1, least: 30 });
    end.lasts.slice(1).forEach(d => stops.push({ at: d + 1, least: 16 }));
    stops.push({ at: end.lasts.at(-1)! + 91, least: 60 });
  } else if (w) {
    stops.push({ at: asOf, least: 30 }, { at: Math.max(asOf, w.sendBy + 1), least: 0 }, { at: w.safe + 1, least: 30 });
    w.lasts.slice(1).forEach(d => stops.push({ at: d + 1, least: 16 }));
    if (running) {
      running.lasts.forEach((d, i) => stops.push({ at: d + 1, least: i ? 16 : 0 }));
      stops.push({ at: running.lasts.at(-1)! + 91, least: 60 });
    } else stops.push({ at: w.safe + 91, least: 60 });
  } else if (running) {
    stops.push({ at: asOf, least: 30 });
    running.lasts.forEach((d, i) => stops.push({ at: d + 1, least: i ? 16 : 0 }));
    stops.push({ at: running.lasts.at(-1)! + 91, least: 60 });
  } else return undefined;
  let before = from;
  const pieces: Piece[] = [];
  for (const { at, least } of stops.sort((a, b) => a.at - b.at)) {
    if (at <= before) continue;
    pieces.push({ from: before, to: at, least });
    before = at;
  }
  return pieces;
}

function monthsOf(scale: Scale, from: Day, to: Day, y: number, { words, measure }: Said): Shape[] {
  const shapes: Shape[] = [];
  const every = to - from > 12 * longest ? 60 : to - from > 6 * year ? 12 : to - from > 400 ? 3 : 1;
  let free = left;
  for (let d = firstOfMonthFrom(from); d <= to; d = firstOfMonthFrom(d + 28)) {
    const iso = dayOfNumber(d);
    const month = Number(iso.slice(5, 7));
    if ((month - 1) % Math.min(every, 12) !== 0 || (every === 60 && Number(iso.slice(0, 4)) % 5)) continue;
    const isYear = month === 1;
    const name = isYear ? iso.slice(0, 4) : monthIn(words.wording, iso, true);
    const x = scale(d);
    const w = measure(name, typeface.sm.size, isYear);
    if (x < free + 4 || x + 4 + w > right) continue;
    shapes.push(
      line('tick', x, y - (isYear ? 0 : -8), x, y + 14),
      text(x + 4, y + 8, name, isYear ? 'smb' : 'sm', isYear ? {} : { color: 'soft' }),
    );
    free = x + 4 + w + 6;
  }
  return shapes;
}

function firstOfMonthFrom(d: Day): Day {
  const [y, m, dd] = dayOfNumber(d).split('-').map(Number) as [number, number, number];
  return dd === 1 ? d : Date.UTC(y, m, 1) / 86_400_000;
}

/** Notices from receipt to effect, a lane each, with until when they can be revoked. */
function bracketsOf(lanes: Life['notices'], more: number, { words, names, measure }: Said, scale: Scale, top: number): Shape[] {
  const m = words.m.lifeline;
  const shapes: Shape[] = lanes.flatMap((n, i) => {
    const y = top + 13 + i * 30;
    // One that was received before what is shown, or ends after it, goes on to the edge.
    const [a, b] = [Math.max(left, scale(n.received)), Math.min(right, scale(n.effect + 1))];
    const said = [
      words.say(m.notice, { by: words.party(n.by, names) }),
      ...(n.revocableUntil !== null ? [words.say(m.revocable, { day: words.day(dayOfNumber(n.revocableUntil)) })] : []),
    ].join(': ');
    const w = measure(said, typeface.smb.size, true);
    const label =
      b - a > w + 20
        ? text((a + b) / 2, y - 4, said, 'smb', { anchor: 'middle' })
        : b + 8 + w < width
          ? text(b + 6, y + 5, said, 'smb')
          : a - 8 - w > 0
            ? text(a - 6, y + 5, said, 'smb', { anchor: 'end' })
            : text(Math.max(0, Math.min((a + b - w) / 2, width - w)), y - 4, said, 'smb');
    return [path('hair', `M${a} ${y + 10}V${y}H${b}V${y + 10}`), label];
  });
  const last = lanes.at(-1);
  if (more > 0 && last)
    shapes.push(text(width, top + 18 + (lanes.length - 1) * 30, words.counted(m.more, more), 'sm', { anchor: 'end', color: 'soft' }));
  return shapes;
}

/** What comes after the period, said above its end where no bracket is. */
function nextPeriodOf({ periods, end }: Life, { words, measure }: Said, scale: Scale, band: number, lanes: number): Shape[] {
  const i = periods.findIndex(p => p.kind === 'running');
  const running = periods[i];
  if (!running || end || lanes) return [];
  const x = scale(running.lasts[0]! + 1);
  const said = words.say(words.m.lifeline.nextPeriod, {
    days: words.days(running.lasts.map(d => dayOfNumber(d + 1))),
    n: running.number + 1,
  });
  const w = measure(said, typeface.plain.size);
  return [
    line('lead', x, band - 26, x, band),
    x - 7 - w >= 0 ? text(x - 7, band - 13, said, 'plain', { anchor: 'end' }) : text(x + 7, band - 13, said, 'plain'),
  ];
}

const nearHeight = 44;

function nearBands(life: Life, { words, measure }: Said, scale: Scale, y: number, to: Day, from: Day): Shape[] {
  const m = words.m.lifeline;
  const shapes: Shape[] = [];
  const band = (a: Day, b: Day, style: string, fill?: 'hatch'): void => {
    if (b > a) shapes.push(rect(scale(a), y, scale(b) - scale(a), nearHeight, style, fill));
  };
  const named = (a: Day, b: Day, said: string, style: Text['style'], plate = false): void => {
    const w = measure(said, typeface[style].size, typeface[style].bold);
    const [x0, x1] = [scale(a), scale(b)];
    if (w + 16 > x1 - x0) return;
    const x = (x0 + x1) / 2;
    if (plate) shapes.push(rect(x - w / 2 - 8, y + 11, w + 16, 22, 'plate'));
    shapes.push(text(x, y + 27, said, style, { anchor: 'middle' }));
  };
  const { asOf, window: w, end } = life;
  const begin = Math.max(from, life.inForce ?? from);
  const running = life.periods.find(p => p.kind === 'running');
  if (end) {
    const [first, last] = [end.lasts[0]! + 1, end.lasts.at(-1)! + 1];
    band(begin, first, 'cur');
    if (last > first) {
      shapes.push(...disputed(scale(first), y, scale(last) - scale(first), nearHeight));
      named(first, last, words.say(m.disputed, { some: stillInForce(end.lasts), all: end.lasts.length }), 'bold', true);
    }
    band(last, to, 'next');
    return shapes;
  }
  if (w) {
    const open = Math.max(asOf, w.sendBy + 1);
    band(begin, asOf, 'cur');
    band(asOf, open, 'open');
    named(asOf, open, words.counted(m.daysToSend, w.sendBy - asOf), 'big');
    band(open, w.safe + 1, 'open');
    shapes.push(rect(scale(open), y, scale(w.safe + 1) - scale(open), nearHeight, 'none', 'hatch'));
    const closed = w.lasts.at(-1)! + 1;
    if (closed > w.safe + 1) shapes.push(...disputed(scale(w.safe + 1), y, scale(closed) - scale(w.safe + 1), nearHeight));
    if (!running) {
      band(closed, to, 'cur');
      return shapes;
    }
    band(closed, running.lasts[0]! + 1, 'cur');
    named(closed, running.lasts[0]! + 1, words.say(m.tooLate, { n: running.number }), 'plain');
  } else if (running) band(begin, running.lasts[0]! + 1, 'cur');
  if (running) {
    const last = running.lasts.at(-1)! + 1;
    const first = running.lasts[0]! + 1;
    if (last > first) shapes.push(...disputed(scale(first), y, scale(last) - scale(first), nearHeight));
    band(last, to, 'next');
    named(last, to, `${running.number + 1}`, 'plain');
  }
  return shapes;
}

/** On how many readings it is in force on the longest of the disputed stretches. */
export function stillInForce(lasts: readonly Day[]): number {
  const stretches = lasts.slice(1).map((d, i) => ({ days: d - lasts[i]!, later: lasts.length - i - 1 }));
  return stretches.reduce((a, b) => (b.days > a.days ? b : a)).later;
}

/** At most four marks below the band, the main ones first: they find a place before the others. */
function marksOf(life: Life, { words, names, isAnotherDay = false }: Said, scale: Scale): Label[] {
  const m = words.m.lifeline;
  const day = (n: Day): string => words.day(dayOfNumber(n));
  const { asOf, window: w, end, notices } = life;
  const soft = (said: string): Label['lines'][number] => ({ text: said, style: 'plain', color: 'soft' });
  const today: Label = {
    x: scale(asOf),
    side: 'right',
    leader: 'lead',
    lines: [{ text: isAnotherDay ? day(asOf) : m.todayShort, style: 'bold' }],
  };
  if (end) {
    const others = end.lasts.slice(1);
    const received = notices.filter(n => n.effect === end.lasts[0] && n.received <= asOf).slice(0, 1);
    return [
      {
        x: scale(end.lasts[0]! + 1),
        side: 'right',
        leader: 'lead red',
        lines: [
          { text: words.say(m.lastDay, { day: day(end.lasts[0]!) }), style: 'main', color: 'red' },
          ...(others.length ? [soft(m.lastCertain)] : []),
        ],
      },
      { ...today, side: 'left' },
      ...(others.length
        ? [
            {
              x: scale(others.at(-1)! + 1),
              side: 'left' as const,
              leader: 'lead',
              lines: [{ text: words.days(others.slice(-2).map(dayOfNumber), 'conjunction'), style: 'bold' as const }, soft(m.lastOthers)],
            },
          ]
        : []),
      ...received.map((n): Label => ({
        x: scale(n.received),
        side: 'right',
        leader: 'lead',
        lines: [{ text: day(n.received), style: 'bold' }, soft(words.say(m.noticeReceived, { by: words.party(n.by, names) }))],
      })),
    ];
  }
  if (!w) {
    const running = life.periods.find(p => p.kind === 'running');
    return [
      today,
      ...(running
        ? [
            {
              x: scale(running.lasts[0]! + 1),
              side: 'left' as const,
              leader: 'lead',
              lines: [
                { text: words.days(running.lasts.map(dayOfNumber)), style: 'bold' as const },
                soft(words.say(m.lastDayOf, { n: running.number })),
              ],
            },
          ]
        : []),
    ];
  }
  const later = w.lasts.slice(1);
  const late = w.sendBy < asOf;
  return [
    {
      x: scale(Math.max(asOf, w.sendBy + 1)),
      side: 'left',
      leader: 'lead red',
      lines: [
        { text: words.say(m.sendBy, { day: day(w.sendBy) }), style: 'main', color: 'red' },
        soft(words.counted(m.delivery, w.safe - Math.max(w.sendBy, asOf))),
      ],
    },
    {
      x: scale(w.safe + 1),
      side: 'right',
      leader: 'lead blue',
      lines: [
        { text: words.say(m.safeDay, { day: day(w.safe) }), style: 'main', color: 'blue' },
        soft(m.onEvery),
        ...(later.length ? [soft(words.say(m.onSome, { day: day(later[0]!), some: later.length, all: w.lasts.length }))] : []),
      ],
    },
    ...(late ? [] : [today]),
  ];
}
