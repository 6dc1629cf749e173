/** The home folder: servanda's data directory. */
import { resolve } from 'node:path';

/** SERVANDA_HOME, or `.servanda` in the current folder. */
export function homeFrom(env: Readonly<Record<string, string | undefined>>, cwd = process.cwd()): string {
  return resolve(cwd, env.SERVANDA_HOME?.trim() || '.servanda');
}
