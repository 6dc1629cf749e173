/** Locates the package's files from both the sources and the compiled code in dist/. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(import.meta.url);

/** Whether this runs from dist/. */
export const isCompiled = !here.endsWith('.ts');

const packageRoot = isCompiled ? dirname(dirname(here)) : dirname(here);

/** A module by its path from the root without extension: its source, or its compiled file if this runs from dist/. */
export const modulePath = (path: string): string => join(dirname(here), `${path}${isCompiled ? '.js' : '.ts'}`);

/** A file of the package by its path from the root. */
export const inPackage = (path: string): string => join(packageRoot, path);

/** Whether this is the packed package: it has no sources, and its bundles are prebuilt. */
export const isPacked = !existsSync(inPackage('package-root.ts'));
