/** Keeps the README true: its transcripts are run and its diagram drawn again. `npm run docs` writes it; a test compares. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { machines } from '../machines/index.ts';
import { toMermaid } from '../machines/mermaid.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const readme = join(root, 'README.md');

/** A text with every transcript (```console, one command after `$`) and the diagram (```mermaid) as they are today. */
export function refreshed(text: string): string {
  return text
    .replaceAll(
      /```console\n\$ npx servanda (.*)\n[^]*?```/g,
      (_, args: string) => `\`\`\`console\n$ npx servanda ${args}\n${outputOf(args)}\`\`\``,
    )
    .replaceAll(/```mermaid\n[^]*?```/g, () => `\`\`\`mermaid\n${toMermaid(machines.agreement)}\`\`\``);
}

function outputOf(args: string): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(root, 'cli/servanda.mjs'), ...args.split(' ')], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', LC_ALL: 'C', SERVANDA_HOME: join(root, 'node_modules/.cache/servanda/none') },
  });
  if (status !== 0) throw new Error(`servanda ${args} ended with ${status}: ${stderr}`);
  return stdout.replaceAll(/ +$/gm, '');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(readme, refreshed(readFileSync(readme, 'utf8')));
