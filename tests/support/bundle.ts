/** The workflow bundle for tests: built once for each state of the sources, and shared by all files. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { buildBundle, workflowsPath } from '../../worker/bundle.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The workflow bundle, built once for each state of the sources and shared by all test files. For `workflowBundle`. */
export async function testWorkflowBundle(from: string = workflowsPath, sealed = false): Promise<{ codePath: string }> {
  const sources = ['clauses', 'identity', 'machines', 'workflows', 'secrets', 'tests/support'].flatMap(room => codeFiles(join(root, room)));
  const hash = createHash('sha256').update(`${from} ${sealed}`);
  for (const source of [...sources, join(root, 'worker/bundle.ts'), join(root, 'package-lock.json')]) hash.update(readFileSync(source));
  const codePath = join(root, 'node_modules/.cache/servanda', `workflows-${hash.digest('hex').slice(0, 16)}.js`);
  if (!existsSync(codePath)) await builtOnce(codePath, () => buildBundle(codePath, from, sealed));
  return { codePath };
}

/** Built by the first process that wants it; the others wait, unless that one is gone. */
async function builtOnce(codePath: string, build: () => Promise<void>): Promise<void> {
  const claim = `${codePath}.builder`;
  mkdirSync(dirname(claim), { recursive: true });
  while (!existsSync(codePath)) {
    try {
      writeFileSync(claim, String(process.pid), { flag: 'wx' });
    } catch {
      if (isGone(claim)) rmSync(claim, { force: true });
      await pause(100);
      continue;
    }
    await build().finally(() => rmSync(claim, { force: true }));
  }
}

function isGone(claim: string): boolean {
  try {
    process.kill(Number(readFileSync(claim, 'utf8')), 0);
    return false;
  } catch (e) {
    return (e as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

const codeFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.m?[jt]s$/.test(name))
    .sort()
    .map(name => join(folder, name));
