/** The protocols above the band: a hollow dot at signature, dotted until entry into force. */
import type { Names } from '../words.ts';
import type { On } from './bands.ts';
import { dayOfNumber, type Day, type Life } from './model.ts';
import { protocolState } from './wording.ts';
import { line, round, text, typeface, type Shape } from './shapes.ts';
import { width } from './frame.ts';

export function strandOf(
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
  // Next to the line of today if there is room, else across it, but never cut off.
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
