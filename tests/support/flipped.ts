/** The workflow bundle as it would be after a constant changed: of what the machines wait for, or of how the law counts. */
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflows } from '../../worker/bundle.ts';
import { testWorkflowBundle } from './bundle.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface Flip {
  file: string;
  from: string;
  to: string;
}

/** The source with the change. @throws Error if `from` does not occur exactly once in the file */
async function changed({ file, from, to }: Flip): Promise<string> {
  const parts = (await readFile(join(root, file), 'utf8')).split(from);
  if (parts.length !== 2) throw new Error(`${from} occurs ${parts.length - 1} times in ${file}, not once.`);
  return parts.join(to);
}

/**
 * Bundled from a copy of the sources; undefined if the bundle contains nothing of the file, so that the change does not affect it. @throws
 * Error if `from` does not occur exactly once in the file
 */
export async function flippedBundle(flip: Flip): Promise<{ code: string } | undefined> {
  const source = await changed(flip);
  if (!(await sourcesOf(await testWorkflowBundle())).some(name => name.endsWith(`/${flip.file}`))) return undefined;
  const folder = await mkdtemp(join(tmpdir(), 'servanda-flipped-'));
  try {
    for (const room of ['clauses', 'machines', 'identity', 'wording', 'workflows'])
      await cp(join(root, room), join(folder, room), { recursive: true });
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
    await writeFile(join(folder, flip.file), source);
    return { code: await bundleWorkflows(join(folder, 'workflows/index.ts')) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** From the bundle's source map. @throws Error if it has none */
async function sourcesOf({ codePath }: { codePath: string }): Promise<string[]> {
  const [, map] = /sourceMappingURL=data:[^,]*;base64,(\S+)/.exec(await readFile(codePath, 'utf8')) ?? [];
  if (!map) throw new Error(`${codePath} has no source map.`);
  return (JSON.parse(Buffer.from(map, 'base64').toString()) as { sources: string[] }).sources;
}
