/** The workflows' code as it would be after a change of a constant: of what the machines wait for, or of how the law counts. */
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflows } from '../../worker/bundle.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface Flip {
  file: string;
  from: string;
  to: string;
}

/** Bundled from a copy of the sources. @throws Error where the file does not say `from` once */
export async function flippedBundle({ file, from, to }: Flip): Promise<{ code: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'servanda-flipped-'));
  try {
    for (const room of ['clauses', 'machines', 'identity', 'wording', 'workflows'])
      await cp(join(root, room), join(folder, room), { recursive: true });
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
    const parts = (await readFile(join(folder, file), 'utf8')).split(from);
    if (parts.length !== 2) throw new Error(`${file} says ${from} ${parts.length - 1} times.`);
    await writeFile(join(folder, file), parts.join(to));
    return { code: await bundleWorkflows(join(folder, 'workflows/index.ts')) };
  } finally {
    await rm(folder, { recursive: true });
  }
}
