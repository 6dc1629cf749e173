/** The machine's drawing in each language: whole words, no overlaps, hardly wider than a screen. */
import { expect, it } from 'vitest';
import { languages } from '../../clauses/desk.ts';
import { measured } from '../../web/lifeline/measure.ts';
import { machinePart } from '../../web/machine/part.ts';
import { wordsIn } from '../../web/words.ts';

/** Each with the states around it. */
const standings = [
  ['inForce_period_running_open', 'inForce_notice_none_begun', 'inForce_operation_operating', 'inForce_succession_none'],
  ['inForce_period_withoutLimit', 'inForce_notice_running', 'inForce_operation_suspensionAhead', 'inForce_succession_ahead'],
  ['signed_entry_awaited', 'signed_application_ahead'],
];
const around = (id: string): string[] => id.split('_').map((_, i, parts) => parts.slice(0, i + 1).join('_'));

interface Box {
  what: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Of the names of outer states, of the inner ones, and of the words on arrows. */
function boxesIn(page: string): Box[] {
  const outer = [...page.matchAll(/<text class="mn" x="([\d.-]+)" y="([\d.-]+)">([^<]*)/g)].map(([, x, y, name]) => ({
    what: name!,
    left: Number(x),
    top: Number(y) - 11,
    right: Number(x) + measured(name!, 13, true),
    bottom: Number(y) + 3,
  }));
  const inner = [...page.matchAll(/<rect class="ms[^"]*" x="([\d.-]+)" y="([\d.-]+)" width="([\d.]+)" height="([\d.]+)"/g)].map(m => {
    const [x, y, width, height] = m.slice(1).map(Number) as [number, number, number, number];
    return { what: `the state at ${x}, ${y}`, left: x, top: y, right: x + width, bottom: y + height };
  });
  const beside = [...page.matchAll(/<text class="ml"[^>]*>(.*?)<\/text>/g)].flatMap(([, lines]) =>
    [...lines!.matchAll(/<tspan x="([\d.-]+)" y="([\d.-]+)">([^<]*) <\/tspan>/g)].map(([, x, y, line]) => {
      const half = measured(line!, 12.5) / 2;
      return { what: line!, left: Number(x) - half, top: Number(y) - 10, right: Number(x) + half, bottom: Number(y) + 3 };
    }),
  );
  return [...outer, ...inner, ...beside];
}

const overlap = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

it.each(languages)('no words overlap in the machine’s drawing, which is at most a tenth wider than a screen, in %s', async language => {
  for (const leaves of standings) {
    const page = (await machinePart({ machine: [...new Set(leaves.flatMap(around))] }, wordsIn(language))).toString();
    const boxes = boxesIn(page);
    const over = boxes.flatMap((a, i) => boxes.slice(i + 1).flatMap(b => (overlap(a, b) ? [`${a.what} and ${b.what}`] : [])));
    expect(over).toEqual([]);
    expect(boxes.length).toBeGreaterThan(50);
    const [, width] = /<svg viewBox="[^"]*" width="([\d.]+)"/.exec(page)!;
    expect(Number(width)).toBeLessThan(1_480);
  }
});
