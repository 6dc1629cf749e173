/** The pieces of the enlarged part: their days and their least widths. */
import type { Day, Life } from './model.ts';
import type { Piece } from './scale.ts';

/**
 * The enlarged days: from a month before today, or two weeks before an effective notice's receipt, to three months after what is pending.
 */
export function piecesOf({ asOf, window: w, end, isOver, periods, notices }: Life): Piece[] | undefined {
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
    stops.push({ at: asOf, least: 30 }, { at: w.from, least: 30 }, { at: Math.max(w.from, w.sendBy + 1), least: 0 });
    stops.push({ at: w.safe + 1, least: 30 });
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
