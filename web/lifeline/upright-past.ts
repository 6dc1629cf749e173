/** The past on the upright strand, to scale. */
import { goesOnFrom } from './bounds.ts';
import { dayOfNumber, type Day, type Life } from './model.ts';
import { protocolState, type LifelineContext } from './wording.ts';
import { line, rect, round, text, type Shape } from './shapes.ts';
import { strand, thick, soft, type Note, type Part } from './upright-part.ts';

const pastHeight = 176;

export function pastOf(life: Life, said: LifelineContext): Part {
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
