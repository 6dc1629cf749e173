/** The mutation tester: which faults it inserts, on which tests it tries them, and that its instrumentation changes nothing. */
import { describe, expect, it } from 'vitest';
import { testsFor } from '../bench/mutation/coverage.ts';
import type { Coverage } from '../bench/mutation/messages.ts';
import { mutantsOf, mutated } from '../bench/mutation/mutants.ts';
import { interruptible } from '../bench/mutation/schemata.ts';
import { instrumented, regionAround, regionsOf } from '../bench/mutation/regions.ts';

const mutants = (source: string): string[] => mutantsOf('x.ts', source).map(m => mutated(source, m));

describe('a mutant of the source', () => {
  it.each([
    ['a < b', ['a <= b', 'a >= b']],
    ['a === b', ['a !== b']],
    ['a && b', ['a || b']],
    ['a ?? b', ['a', 'b']],
    ['a?.b', ['a.b']],
    ['!a', ['a']],
    ['a ? b : c', ['true ? b : c', 'false ? b : c']],
    ['a + 1', ['a - 1', 'a + 2']],
    ['`${a}!` + b', ['`` + b']],
    ["f('code')", ["f('')"]],
    ['[a, b]', ['[]']],
    ['all.some(f)', ['all.every(f)']],
    ['all.filter(f)', ['all']],
    ['(a as Length)', []],
  ])('of %s is one small change to it', (expression, expected) => {
    expect(mutants(`const x = ${expression};`)).toEqual(expected.map(e => `const x = ${e};`));
  });

  it('swaps two functions of days only if the source knows both', () => {
    expect(mutants('const x = dayAfter(day);')).toEqual(['const x = day;']);
    expect(mutants("import { dayAfter, dayBefore } from 'y';\nconst x = dayAfter(day);").map(s => s.split('\n')[1])).toEqual([
      'const x = dayBefore(day);',
      'const x = day;',
    ]);
  });

  it('leaves out a statement, or the value returned', () => {
    expect(mutants('function f() { g(); return 1; }')).toEqual([
      'function f() { ; return 1; }',
      'function f() { g(); return undefined; }',
      'function f() { g(); return 2; }',
    ]);
    expect(mutants('function f(x: never) { return x satisfies never; }')).toEqual([]); // never run
  });

  it('never changes types, imports or keys of an object', () => {
    expect(mutants("import { a } from 'b';\nexport type T = 'x' | 'y';\nconst o = { 'k': a } satisfies Record<'k', T>;")).toEqual([]);
  });

  it('is found again by its line, wherever that has moved', () => {
    const [mutant] = mutantsOf('x.ts', '\n  const x = a < b;');
    expect(mutant).toMatchObject({ line: 2, column: 15, from: '<', to: '<=', code: 'const x = a < b;' });
  });
});

describe('an instrumented source, which records the regions reached,', () => {
  const source =
    'const f = a => (a ? g(a) : { b: [a] });\nfunction g(a) { if (a > 1) return a; else { a += 2; } return a || 7; }\nresult = [f(0), f(1), f(2)];';
  const run = (text: string): { result: unknown; reached: number[] } => {
    const reached = new Set<number>();
    // eslint-disable-next-line @typescript-eslint/no-implied-eval, no-new-func -- the text is this test's own
    const result: unknown = new Function('globalThis', `let result; ${text}; return result;`)({ reached: (n: number) => reached.add(n) });
    return { result, reached: [...reached].sort((a, b) => a - b) };
  };

  it('behaves as before, on the same lines', () => {
    const text = instrumented(source, 100);
    expect(run(text).result).toEqual(run(source).result);
    expect(text.split('\n')).toHaveLength(source.split('\n').length);
  });

  it('names the smallest region around a place, and only those that were reached', () => {
    const regions = regionsOf(source);
    const regionOf = (part: string): number => {
      const start = source.indexOf(part);
      return regionAround(regions, { start, end: start + part.length });
    };
    const { reached } = run(instrumented(source, 0));
    expect(['result', 'b: [a]', 'g(a) :', 'return a;', 'a += 2', '7'].map(part => reached.includes(regionOf(part)))).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
    ]);
    expect(regionOf('7')).not.toBe(regionOf('return a || 7'));
  });
});

describe('a source that can be interrupted', () => {
  const source = 'for (const a of [1, 2]) for (const b of [3]) sum += a * b; while (sum < 20) { sum += 1; } do sum += 5; while (sum < 30);';
  const run = (text: string, turn?: () => void): unknown =>
    // eslint-disable-next-line @typescript-eslint/no-implied-eval, no-new-func -- the text is this test's own
    new Function('globalThis', `let sum = 0; ${text}; return sum;`)({ turn });

  it('computes the same, and reports each turn of its loops', () => {
    let turns = 0;
    expect(run(interruptible(source), () => void (turns += 1))).toBe(run(source));
    expect(turns).toBe(2 + 2 + 11 + 2);
  });

  it('leaves an endless loop when interrupted', () => {
    let turns = 0;
    const interrupt = (): void => {
      if ((turns += 1) > 100) throw new Error('interrupted');
    };
    expect(() => run(interruptible('for (;;) sum += 1'), interrupt)).toThrow('interrupted');
  });
});

describe('the tests on which a mutant is tried', () => {
  const source = 'const f = a => a + 1;';
  const of = (id: string, milliseconds: number, reached: number[], outside: number[] = []): [string, Coverage] => [
    `${id}.test.ts`,
    { tests: [{ id, milliseconds, reached }], outside },
  ];
  const covered = {
    sources: [{ file: 'x.ts', source, first: 7, regions: regionsOf(source) }],
    byTest: new Map([
      of('whole', 10, [1, 2, 3, 8]),
      of('own', 100, [8]),
      of('slow', 5_000, [8]),
      of('loading', 5, [1], [8]),
      of('another', 1, [7]),
    ]),
  };
  const [mutant] = mutantsOf('x.ts', source);
  const chosen = (most: number) => {
    const { tests, isCut } = testsFor(covered, mutant!, most);
    return [tests.map(t => t.file.split('.')[0]), isCut];
  };

  it('are all that reach it, the cheapest first', () => {
    expect(chosen(60_000)).toEqual([['loading', 'whole', 'own', 'slow'], false]);
  });

  it('are, if time is short, those of whose work its file is a large part, and quick', () => {
    expect(chosen(1_200)).toEqual([['whole', 'own'], true]);
    expect(chosen(1_000)).toEqual([['own'], true]);
  });
});
