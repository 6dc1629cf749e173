/** Where the package lies, whether its sources run or what was compiled from them into dist/: what is read beside the code is found from here. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(import.meta.url);

/** `.ts`, or `.js` in dist/. */
export const ownExtension = here.endsWith('.js') ? '.js' : '.ts';

const packageRoot = ownExtension === '.js' ? dirname(dirname(here)) : dirname(here);

/** A file of the package by its path from the root. */
export const inPackage = (path: string): string => join(packageRoot, path);

/** Whether it was packed for use: then there are no sources, and what is bundled was bundled ahead. */
export const isPacked = !existsSync(inPackage('package-root.ts'));
