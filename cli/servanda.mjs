#!/usr/bin/env node
/** The command `servanda`: registers tsx, so that Node reads TypeScript, and hands over to main.ts. */
import { register } from 'tsx/esm/api';

const args = process.argv.slice(2);

// What servanda writes, and the server that it starts, is its owner's alone: register, keys, notes, letters, copies.
process.umask(0o077);

// Packages of a hundred small files come before tsx: its hook would look at each of them, for longer than all else takes.
for (const name of packagesOf(args[0])) await import(name);
register({ tsconfig: false });
const { main } = await import('./main.ts');
process.exitCode = await main(args);

function packagesOf(command = '--help') {
  if (command.startsWith('-') || args.includes('--help')) return [];
  return ['timeline', 'explain', 'simulate', 'diagram'].includes(command) ? ['zod'] : ['zod', 'kysely'];
}
