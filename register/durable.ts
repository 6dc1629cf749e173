/** Files that stay when the power fails: written through to the disk, the folder that names them as well. */
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** A file, or a folder with its names. */
export async function throughToDisk(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A folder and all that is in it. */
export async function allThroughToDisk(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true }))
    await (entry.isDirectory() ? allThroughToDisk : throughToDisk)(join(folder, entry.name));
  await throughToDisk(folder);
}
