/** Makes files survive a power failure: syncs them and the folders that contain them to disk. */
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Syncs a file, or a folder with its names. */
export async function syncToDisk(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Syncs a folder with everything in it. */
export async function allThroughToDisk(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true }))
    await (entry.isDirectory() ? allThroughToDisk : syncToDisk)(join(folder, entry.name));
  await syncToDisk(folder);
}
