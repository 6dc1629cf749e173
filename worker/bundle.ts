/**
 * The workflows as one file of code, as Temporal's sandbox takes them. `npm run build` makes it ahead for production;
 * in development the worker makes it at its start. There are two: with keys, the failures of workflows are encrypted too,
 * and the converter that does it must be inside.
 */
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger, type WorkerOptions } from '@temporalio/worker';
import { inPackage, isPacked, ownExtension } from '../package-root.ts';
import { NotStarted } from './not-started.ts';
import { failureConverterPath, payloadConverterPath } from '../secrets/temporal-options.ts';

const workflow = (name: string): string => fileURLToPath(new URL(`../workflows/${name}${ownExtension}`, import.meta.url));

export const workflowsPath = workflow('index');
const shared = workflow('shared');
export const builtBundle = (sealed: boolean): string => inPackage(sealed ? 'build/workflows-sealed.js' : 'build/workflows.js');

/** What the worker runs: in production and in a package the bundle that was built, else one of these sources. @throws when there is none in production. */
export async function workflowBundle(
  production: boolean,
  sealed: boolean,
  built: string = builtBundle(sealed),
): Promise<WorkerOptions['workflowBundle']> {
  if (!production && !isPacked) return bundleOfSources(sealed);
  if (existsSync(built)) return { codePath: built };
  throw new NotStarted({ code: 'noBundle', file: built });
}

/** Of what was compiled, kept beside it until it is compiled again: a start does not bundle what the last one did. No `.js`, since a package takes those. */
async function bundleOfSources(sealed: boolean): Promise<{ code: string } | { codePath: string }> {
  if (ownExtension === '.ts') return { code: await bundleWorkflows(workflowsPath, sealed) };
  const codePath = inPackage(sealed ? 'dist/workflows-sealed.cjs' : 'dist/workflows.cjs');
  if (existsSync(codePath)) return { codePath };
  const code = await bundleWorkflows(workflowsPath, sealed);
  try {
    writeWhole(codePath, code);
  } catch {
    // Where nothing can be written, each start bundles.
  }
  return { code };
}

/** The code of all workflows that a file exports. @throws with the bundler's report, logged as errors. */
export async function bundleWorkflows(from: string = workflowsPath, sealed = false): Promise<string> {
  // Webpack says much when all is well.
  const logger = new DefaultLogger('WARN');
  const { code } = await bundleWorkflowCode({
    workflowsPath: from,
    logger,
    payloadConverterPath,
    ...(from === workflowsPath ? { preloadModules: [shared] } : {}),
    ...(sealed ? { failureConverterPath } : {}),
  });
  return code;
}

/** Bundles into a file. */
export async function buildBundle(to: string, from: string = workflowsPath, sealed = false): Promise<void> {
  writeWhole(to, await bundleWorkflows(from, sealed));
}

/** The file is there whole or not at all. */
function writeWhole(to: string, code: string): void {
  mkdirSync(dirname(to), { recursive: true });
  const written = `${to}.${process.pid}`;
  writeFileSync(written, code);
  renameSync(written, to);
}
