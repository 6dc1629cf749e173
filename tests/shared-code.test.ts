/** What all workflows of a worker share: all of the pure code that they call, and no schema frozen. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import { bundleWorkflows, workflowsPath } from '../worker/bundle.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const sharedPath = join(root, 'workflows/shared.ts');

/** The modules of a bundle that are ours, and know no workflow. */
const pureModules = (code: string): string[] =>
  [...code.matchAll(/^\/\*\*\*\/ "\.\/((?:clauses|identity|machines)\/[^"]+)"$/gm)].map(([, file]) => file!);

let called: string[];
let shared: string[];
beforeAll(async () => {
  called = pureModules(await bundleWorkflows(workflowsPath));
  shared = pureModules(await bundleWorkflows(sharedPath));
});

function holdsSchema(value: unknown, seen = new Set<unknown>()): boolean {
  if (typeof value !== 'object' || value === null || seen.has(value)) return false;
  seen.add(value);
  return '_zod' in value || Object.values(value).some(v => holdsSchema(v, seen));
}

it('is all that they call and that knows no workflow', () => {
  expect(called.length).toBeGreaterThan(40);
  expect(shared.toSorted()).toEqual(called.toSorted());
});

it('is closed where it exports schemas, so that Temporal freezes none of them', async () => {
  const text = readFileSync(sharedPath, 'utf8');
  const closed = [...text.matchAll(/import \* as (\w+) from '\.\.\/(.+)'/g)]
    .filter(([, name]) => new RegExp(`= \\[[^\\]]*\\b${name}\\b[^\\]]*\\]`).test(text))
    .map(([, , file]) => file!);
  const holding: string[] = [];
  for (const file of called) {
    const exported = (await import(join(root, file))) as Record<string, unknown>;
    if (Object.values(exported).some(v => holdsSchema(v))) holding.push(file);
  }
  expect(holding.length).toBeGreaterThan(5);
  expect(holding.filter(file => !closed.includes(file))).toEqual([]);
});
