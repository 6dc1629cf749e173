/** The command line as a user runs it, in a process of its own; and in this process, with a fixed clock. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { main } from '../../cli/main.ts';
import type { ProcessContext } from '../../cli/world.ts';

export interface Said {
  code: number | null;
  stdout: string;
  stderr: string;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/** An environment without the settings of the person who runs the tests. */
export function bareEnvironment(more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^((SERVANDA|TEMPORAL|LC)_|(LANG|DATABASE_URL)$)/.test(name) && name !== 'NODE_ENV' && name !== 'NODE_OPTIONS',
  );
  return { ...Object.fromEntries(kept), ...more };
}

/** `node cli/servanda.mjs …`, as `npx servanda …` runs it; or a shell line that calls it as `$SERVANDA`. */
export function servanda(args: readonly string[] | { shell: string }, env: NodeJS.ProcessEnv = {}): Promise<Said> {
  const all = bareEnvironment(env);
  const child =
    'shell' in args
      ? spawn('sh', ['-c', args.shell.replaceAll('$SERVANDA', `"${process.execPath}" cli/servanda.mjs`)], { cwd: root, env: all })
      : spawn(process.execPath, ['cli/servanda.mjs', ...args], { cwd: root, env: all });
  const said: Said = { code: null, stdout: '', stderr: '' };
  child.stdin?.end();
  child.stdout.on('data', (data: Buffer) => (said.stdout += data.toString()));
  child.stderr.on('data', (data: Buffer) => (said.stderr += data.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', code => resolve({ ...said, code }));
  });
}

/**
 * The same in this process. `now`: an instant. `answer` may do something before it answers; `answers` are given one after the other;
 * without either, nobody is there to be asked. With `columns`, output is a terminal.
 */
export async function inProcess(
  args: readonly string[],
  {
    now = Date.UTC(2026, 10, 22, 12),
    env = {},
    answer,
    answers,
    columns,
  }: {
    now?: number;
    env?: NodeJS.ProcessEnv;
    answer?: boolean | ((question: string) => Promise<boolean>);
    answers?: readonly string[];
    columns?: number;
  } = {},
): Promise<Said> {
  const said: Said = { code: null, stdout: '', stderr: '' };
  const left = [...(answers ?? [])];
  const stdout = { write: (text: string) => void (said.stdout += text) };
  const stderr = { write: (text: string) => void (said.stderr += text) };
  const around: ProcessContext = {
    process: { stdout, stderr, env: bareEnvironment(env) },
    print: text => stdout.write(`${text}\n`),
    warn: text => stderr.write(`${text}\n`),
    now: () => now,
    user: 'desk',
    style: { strong: text => text, faint: text => text },
    columns,
    messageColumns: columns,
    ask: answer === undefined ? undefined : async question => (typeof answer === 'function' ? answer(question) : answer),
    prompt: answers && (async question => (stderr.write(`${question}\n`), left.shift())),
  };
  said.code = await main(args, around);
  return said;
}

/** A folder for one test, and files in it. */
export function temporaryFolder(): { path: string; file: (name: string, content: string) => string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'servanda-cli-'));
  return {
    path,
    file: (name, content) => {
      writeFileSync(join(path, name), content);
      return join(path, name);
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}
