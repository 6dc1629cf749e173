/** The project's code in a worker's workflow bundle: no law, no machine, no schema and no calendar; and all workflows share it. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { bundleWorkflows, workflowsPath } from '../worker/bundle.ts';

const sharedPath = fileURLToPath(new URL('../workflows/shared.ts', import.meta.url));

/** The modules of a bundle. */
const modulesIn = (code: string): string[] => [...code.matchAll(/^\/\*{3}\/ "\.\/([^"]+)"$/gm)].map(([, file]) => file!);
const ofOurs = (file: string): boolean => /^(clauses|identity|machines|wording)\//.test(file);

/** Rights, size limits, refusals, what is reported when no activity answers, and descriptions of handlers. */
const pure = [
  'identity/request-hash.ts',
  'identity/right.ts',
  'identity/shapes.ts',
  'identity/signature-in-workflow.ts',
  'machines/confusables.ts',
  'machines/limits.ts',
  'machines/persons.ts',
  'machines/refusal.ts',
  'machines/rights.ts',
  'wording/fallback/az.ts',
  'wording/fallback/en.ts',
  'wording/fallback/kk.ts',
  'wording/fallback/ru.ts',
  'wording/fallback/sentence.ts',
  'wording/handlers/az.ts',
  'wording/handlers/en.ts',
  'wording/handlers/kk.ts',
  'wording/handlers/ru.ts',
  'wording/handlers/sentence.ts',
];

describe.each([
  ['without keys', false],
  ['with keys', true],
])('the bundle of the workflows %s', (_, sealed) => {
  it('contains no clause, no machine, no schema and no calendar', async () => {
    const modules = modulesIn(await bundleWorkflows(workflowsPath, sealed));
    expect(modules).toContain('workflows/notice.ts');
    expect(modules.filter(ofOurs).toSorted()).toEqual(pure);
    expect(modules.filter(file => /node_modules\/(xstate|zod|temporal-polyfill)\//.test(file))).toEqual([]);
  });
});

it('the workflow bundle is shared by all workflows of a worker', async () => {
  expect(
    modulesIn(await bundleWorkflows(sharedPath))
      .filter(ofOurs)
      .toSorted(),
  ).toEqual(pure);
});
