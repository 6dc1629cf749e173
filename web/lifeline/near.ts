/** The stretch that matters now, enlarged below the whole life. */
import { stripAbove, type Beside } from './differences.ts';
import { bracketsOf, nextPeriodOf } from './brackets.ts';
import { bandHeight, left, right, width } from './frame.ts';
import { marksOf } from './marks.ts';
import type { Day, Life } from './model.ts';
import { monthsOf } from './months.ts';
import { nearBands, nearHeight } from './near-bands.ts';
import { hatchAcross } from './over-on-some.ts';
import { piecesOf } from './pieces.ts';
import { placed } from './place-labels.ts';
import type { LifelineContext } from './wording.ts';
import { scaleOf } from './scale.ts';
import { line, path, round, type Drawing, type Shape } from './shapes.ts';
import { stripsBelow } from './suspended.ts';
import type { Whole } from './whole.ts';

interface Near {
  lens: Shape[];
  shapes: Shape[];
  below: Drawing['below'];
  bottom: number;
}

/** The enlarged stretch; undefined if nothing is pending. */
export function nearPart(life: Life, said: LifelineContext, whole: Whole, beside: Beside | undefined): Near | undefined {
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
      ...bracketsOf(lanes, running.length - lanes.length, said, scale, monthsAt + 19),
      ...nextPeriodOf(life, said, scale, band, lanes.length),
      ...nearBands(life, said, scale, band, to, from),
      ...hatchAcross(life, { from, to }, scale, band, nearHeight),
      ...stripsBelow(life, { from, to }, scale, band + nearHeight, 8),
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
