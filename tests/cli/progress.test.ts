/** The progress bar of long work: only on a terminal, with the rate and the time left. */
import { expect, it } from 'vitest';
import { Progress } from '../../cli/progress.ts';
import { wordsIn } from '../../cli/words.ts';
import type { CliContext } from '../../cli/world.ts';

const words = await wordsIn('en');

/** A terminal, and a clock that advances by a tenth of a second at each call. */
function at(isTTY: boolean): { world: CliContext; drawn: string[]; told: string[] } {
  const [drawn, told]: [string[], string[]] = [[], []];
  let now = 0;
  const stderr = { isTTY, write: (text: string) => void drawn.push(text) };
  const world = { words, process: { stderr }, now: () => (now += 100), warn: (text: string) => void told.push(text) };
  return { world: world as unknown as CliContext, drawn, told };
}

it('progress is shown from time to time, and leaves a clean line', () => {
  const { world, drawn, told } = at(true);
  const progress = new Progress(world, 100, 'agreements');
  for (let i = 0; i < 100; i++) progress.advance();
  expect(drawn.length).toBeLessThan(60);
  expect(drawn[20]).toMatch(/^\r\[#+\.+\] {2}\d+ of 100 {2}10 a second {2}\d+ s left/);
  progress.end();
  expect(drawn.at(-1)).toBe('\r\u001b[K');
  expect(told).toEqual([expect.stringContaining('100 of 100 agreements in 10 s')]);
});

it('progress is drawn again after output in between', () => {
  const { world, drawn } = at(true);
  const progress = new Progress(world, 1000, 'agreements');
  progress.advance();
  progress.clear();
  progress.advance();
  expect(drawn.at(-1)).toContain('2 of 1,000');
});

it.each([
  ['without a terminal', false, 10],
  ['for a single item', true, 1],
])('%s, no progress is drawn', (_, isTTY, many) => {
  const { world, drawn } = at(isTTY);
  const progress = new Progress(world, many, 'agreements');
  progress.advance();
  progress.clear();
  expect(drawn).toEqual([]);
});
