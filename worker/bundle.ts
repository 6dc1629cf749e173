/**
 * The workflows bundled into one file for Temporal's sandbox. `npm run build` prepares it for production; in development the worker bundles
 * at startup. There are two variants: with keys, workflow failures are encrypted as well, and their converter must be in the bundle.
 */
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { bundleWorkflowCode, DefaultLogger, type WorkerOptions } from '@temporalio/worker';
import { inPackage, isCompiled, isPacked, modulePath } from '../package-root.ts';
import { NotStarted } from './not-started.ts';
import { failureConverterPath, payloadConverterPath } from '../secrets/temporal-options.ts';

export const workflowsPath = modulePath('workflows/index');
const shared = modulePath('workflows/shared');
export const builtBundle = (sealed: boolean): string => inPackage(sealed ? 'build/workflows-sealed.js' : 'build/workflows.js');

/** The worker's bundle: prebuilt in production and in a package, else built from the sources. @throws NotStarted if it is missing */
export async function workflowBundle(
  production: boolean,
  sealed: boolean,
  built: string = builtBundle(sealed),
): Promise<WorkerOptions['workflowBundle']> {
  if (!production && !isPacked) return bundleOfSources(sealed);
  if (existsSync(built)) return { codePath: built };
  throw new NotStarted({ code: 'noBundle', file: built });
}

/** Bundles the compiled sources and caches the result until the next compilation. Not named `.js`, since a package includes those. */
async function bundleOfSources(sealed: boolean): Promise<{ code: string } | { codePath: string }> {
  if (!isCompiled) return { code: await bundleWorkflows(workflowsPath, sealed) };
  const codePath = inPackage(sealed ? 'dist/workflows-sealed.cjs' : 'dist/workflows.cjs');
  if (existsSync(codePath)) return { codePath };
  const code = await bundleWorkflows(workflowsPath, sealed);
  try {
    writeWhole(codePath, code);
  } catch {
    // On a read-only medium, every start bundles.
  }
  return { code };
}

/** The code of all workflows that a file exports. @throws with the bundler's report, which is also logged as errors */
export async function bundleWorkflows(from: string = workflowsPath, sealed = false): Promise<string> {
  // Webpack is verbose even on success.
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

/** Writes the file atomically. */
function writeWhole(to: string, code: string): void {
  mkdirSync(dirname(to), { recursive: true });
  const written = `${to}.${process.pid}`;
  writeFileSync(written, code);
  renameSync(written, to);
}
