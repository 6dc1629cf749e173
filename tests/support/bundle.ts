/** The workflows' code for tests: bundled once for each state of the sources, and shared by all files. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildBundle, workflowsPath } from '../../worker/bundle.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The workflows' code, bundled once for each state of the sources and shared by all test files. For `workflowBundle`. */
export async function testWorkflowBundle(from: string = workflowsPath, sealed = false): Promise<{ codePath: string }> {
  const sources = ['clauses', 'identity', 'machines', 'workflows', 'secrets', 'tests/support'].flatMap(room => codeFiles(join(root, room)));
  const hash = createHash('sha256').update(`${from} ${sealed}`);
  for (const source of [...sources, join(root, 'worker/bundle.ts'), join(root, 'package-lock.json')]) hash.update(readFileSync(source));
  const codePath = join(root, 'node_modules/.cache/servanda', `workflows-${hash.digest('hex').slice(0, 16)}.js`);
  if (!existsSync(codePath)) await buildBundle(codePath, from, sealed);
  return { codePath };
}

const codeFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.m?[jt]s$/.test(name))
    .sort()
    .map(name => join(folder, name));
