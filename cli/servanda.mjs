#!/usr/bin/env node
/** The command `servanda`: runs what was compiled to dist/ or, if a source is newer, the TypeScript itself through tsx. */
import { isFresh, isPacked, loadCommands } from '../compiled.mjs';

const args = process.argv.slice(2);

// Everything that servanda and its embedded server write is readable only by its owner: register, keys, notes, letters, copies.
process.umask(0o077);

const { main } = isPacked() || isFresh() ? loadCommands() : await fromSources();
process.exitCode = await main(args);

async function fromSources() {
  // Packages of a hundred small files are imported before tsx, whose hook would inspect each of them and take longer than everything else.
  for (const name of packagesOf(args[0])) await import(name);
  const { register } = await import('tsx/esm/api');
  register({ tsconfig: false });
  return import('./main.ts');
}

function packagesOf(command = '--help') {
  if (command.startsWith('-') || args.includes('--help')) return [];
  return ['timeline', 'explain', 'simulate', 'diagram'].includes(command) ? ['zod'] : ['zod', 'kysely'];
}
