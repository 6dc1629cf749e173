/**
 * The workflows as one file of code, as Temporal's sandbox takes them. `npm run build` makes it ahead for production;
 * in development the worker makes it at its start.
 */
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger, type WorkerOptions } from '@temporalio/worker';

const inProject = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

export const workflowsPath = inProject('workflows/index.ts');
export const builtBundle = inProject('build/workflows.js');

/** What the worker runs: in production the bundle that was built, else one made now. @throws when there is none in production. */
export async function workflowBundle(production: boolean, built: string = builtBundle): Promise<WorkerOptions['workflowBundle']> {
  if (!production) return { code: await bundleWorkflows() };
  if (existsSync(built)) return { codePath: built };
  throw new Error(`There is no workflow bundle at ${built}. In production it is built ahead: run npm run build, then start again.`);
}

/** The code of all workflows that a file exports. @throws with the bundler's report, logged as errors. */
export async function bundleWorkflows(from: string = workflowsPath): Promise<string> {
  // Webpack says much when all is well.
  const logger = new DefaultLogger('WARN');
  const { code } = await bundleWorkflowCode({ workflowsPath: from, logger });
  return code;
}

/** Bundles into a file, which is there whole or not at all. */
export async function buildBundle(to: string = builtBundle, from: string = workflowsPath): Promise<void> {
  const code = await bundleWorkflows(from);
  mkdirSync(dirname(to), { recursive: true });
  const written = `${to}.${process.pid}`;
  writeFileSync(written, code);
  renameSync(written, to);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildBundle();
  console.log(`Wrote ${relative(process.cwd(), builtBundle)}.`);
}
