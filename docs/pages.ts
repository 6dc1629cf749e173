/** Keeps the pages current: runs their transcripts and redraws their diagrams. `npm run docs` writes them; a test compares. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { machines } from '../machines/index.ts';
import { toMermaid } from '../machines/mermaid.ts';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const readme = join(root, 'README.md');

/** README, CONTRIBUTING and every page of docs/, by path. */
export const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).map(p => `docs/${p}`),
]
  .filter(path => path.endsWith('.md'))
  .sort();

const transcript = /```console\n\$ npx servanda (.*)\n[^]*?```/g;
const diagram = /<!-- machine: (\w+) -->\n\n```mermaid\n[^]*?```/g;

/** A page with its transcripts (```console, one command after `$`; a line `…` marks omitted lines) and diagrams brought up to date. */
export function refreshed(text: string): string {
  return text
    .replaceAll(transcript, (before, args: string) => `\`\`\`console\n$ npx servanda ${args}\n${shortened(outputOf(args), before)}\`\`\``)
    .replaceAll(diagram, (_, name: string) => {
      const drawn = toMermaid(machines[name as keyof typeof machines]);
      return `<!-- machine: ${name} -->\n\n\`\`\`mermaid\n${drawn}\`\`\``;
    });
}

/** Cuts the output where the page omits lines: keeps as many lines before and after its `…` as the page has. */
function shortened(output: string, before: string): string {
  const shown = before.split('\n').slice(2, -1);
  const [lines, cut] = [output.trimEnd().split('\n'), shown.indexOf('…')];
  if (cut < 0) return output;
  const last = shown.length - cut - 1;
  return `${[...lines.slice(0, cut), '…', ...(last ? lines.slice(-last) : [])].join('\n')}\n`;
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

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const path of pages) {
    const text = readFileSync(join(root, path), 'utf8');
    const now = refreshed(text);
    if (now !== text) writeFileSync(join(root, path), now);
  }
