#!/usr/bin/env node
/** The command `servanda`: runs what was compiled to dist/; where a source is newer, has tsx read the TypeScript itself. */
import { isFresh, isPacked } from '../compiled.mjs';

const args = process.argv.slice(2);

// What servanda writes, and the server that it starts, is its owner's alone: register, keys, notes, letters, copies.
process.umask(0o077);

const { main } = await (isPacked() || isFresh() ? import('../dist/cli/main.js') : fromSources());
process.exitCode = await main(args);

async function fromSources() {
  // Packages of a hundred small files come before tsx: its hook would look at each of them, for longer than all else takes.
  for (const name of packagesOf(args[0])) await import(name);
  const { register } = await import('tsx/esm/api');
  register({ tsconfig: false });
  return import('./main.ts');
}

function packagesOf(command = '--help') {
  if (command.startsWith('-') || args.includes('--help')) return [];
  return ['timeline', 'explain', 'simulate', 'diagram'].includes(command) ? ['zod'] : ['zod', 'kysely'];
}
