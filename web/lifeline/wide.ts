/** The lifeline for 1120 pixels: the whole life to scale, and below it the part that matters now. */
import type { Beside } from './differences.ts';
import { width } from './frame.ts';
import { dayOfNumber, type Day, type Life } from './model.ts';
import { nearPart } from './near.ts';
import { descriptionOf, type LifelineContext } from './wording.ts';
import { round, type Drawing } from './shapes.ts';
import { wholeLife } from './whole.ts';

/** `beside`: the other of two compared lifelines, drawn over the same days. */
export function wideLifeline(life: Life, said: LifelineContext, beside?: Beside): Drawing {
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
