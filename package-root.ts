/** Locates the package's files from both the sources and the compiled code in dist/. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(import.meta.url);

/** `.ts`, or `.js` in dist/. */
export const ownExtension = here.endsWith('.js') ? '.js' : '.ts';

const packageRoot = ownExtension === '.js' ? dirname(dirname(here)) : dirname(here);

/** A file of the package by its path from the root. */
export const inPackage = (path: string): string => join(packageRoot, path);

/** Whether this is the packed package: it has no sources, and its bundles are prebuilt. */
export const isPacked = !existsSync(inPackage('package-root.ts'));
