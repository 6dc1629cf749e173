/** The bar of a long work: at a terminal alone, drawn only when a hundredth more is done. */
import { expect, it } from 'vitest';
import { progressOf } from '../cli/progress.ts';
import type { World } from '../cli/world.ts';

function at(isTTY: boolean): { world: World; drawn: string[] } {
  const drawn: string[] = [];
  const stderr = { isTTY, write: (text: string) => void drawn.push(text) };
  return { world: { process: { stderr } } as unknown as World, drawn };
}

it('says how far the work has come, a hundredth at a time, and leaves a clean line', () => {
  const { world, drawn } = at(true);
  const progress = progressOf(world, 10_000);
  for (let i = 0; i < 10_000; i++) progress.step();
  expect(drawn).toHaveLength(101);
  expect(drawn[50]).toBe(`\r${'█'.repeat(15)}${'░'.repeat(15)} 5000 of 10000`);
  progress.clear();
  expect(drawn.at(-1)).toBe('\r\u001b[K');
});

it('is drawn again after what was printed in between', () => {
  const { world, drawn } = at(true);
  const progress = progressOf(world, 1000);
  progress.step();
  progress.clear();
  progress.step();
  expect(drawn.at(-1)).toContain('2 of 1000');
});

it.each([
  ['where nobody looks', false, 10],
  ['for a single one', true, 1],
])('%s nothing is drawn', (_, isTTY, many) => {
  const { world, drawn } = at(isTTY);
  const progress = progressOf(world, many);
  progress.step();
  progress.clear();
  expect(drawn).toEqual([]);
});
