/** What a command needs of the process that runs it: where to print, whom to ask, and what time it is. */
import { readFileSync } from 'node:fs';
import type { StricliProcess } from '@stricli/core';
import { userOf } from '../client/person.ts';
import type { Instant } from '../clauses/calendar.ts';
import type { Language } from '../clauses/desk.ts';
import { inPackage } from '../package-root.ts';
import type { Words } from './words.ts';

/** Emphasis for a terminal; plain text elsewhere. */
export interface Style {
  strong(text: string): string;
  faint(text: string): string;
}

/** What a page is made with. */
export interface Page {
  readonly style: Style;
  readonly words: Words;
  /** The width of the terminal; undefined elsewhere. */
  readonly columns?: number | undefined;
}

/** A command's own: the process around it, and the language in which it answers. */
export interface CliContext extends ProcessContext, Page {
  /** The language of --language, where one was named. */
  readonly chosen: Language | undefined;
  readonly ask: ((question: string) => Promise<boolean>) | undefined;
}

/** What is there before the command line is read. */
export interface ProcessContext {
  readonly process: StricliProcess & { env: NodeJS.ProcessEnv };
  /** A result: a line, or several, to standard output. */
  print(text: string): void;
  /** A message: to standard error, so that results can go into a pipe. */
  warn(text: string): void;
  /** The only clock of the command line. */
  now(): Instant;
  /** Who is at the keyboard. */
  readonly user: string;
  readonly style: Style;
  /** The width of the terminal to which results go, and of that to which messages go; undefined elsewhere. */
  readonly columns?: number | undefined;
  readonly messageColumns?: number | undefined;
  /** Asks a question of yes or no; `yes`: what counts as one. Undefined where nobody is there to answer. */
  readonly ask: ((question: string, yes: RegExp) => Promise<boolean>) | undefined;
  /** Asks for an answer in words: undefined when there will be none. Itself undefined where nobody is there. */
  readonly prompt: ((question: string) => Promise<string | undefined>) | undefined;
}

const plain: Style = { strong: text => text, faint: text => text };
const drawn: Style = { strong: text => `\u001b[1m${text}\u001b[22m`, faint: text => `\u001b[2m${text}\u001b[22m` };

/** What is around the command line: this process, its terminal, the clock of the machine. */
export function processContext(): ProcessContext {
  const { stdout, stderr, stdin, env } = process;
  for (const stream of [stdout, stderr]) stream.on('error', leaveWhenNobodyReads);
  const coloured = stdout.isTTY && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
  return {
    process: { stdout, stderr, env },
    print: text => void stdout.write(`${harmless(text)}\n`),
    warn: text => void stderr.write(`${harmless(text)}\n`),
    now: () => Date.now(),
    user: userOf(env['SERVANDA_IDENTITY'], env),
    style: coloured ? drawn : plain,
    columns: stdout.isTTY ? stdout.columns : undefined,
    messageColumns: stderr.isTTY ? stderr.columns : undefined,
    ask: stdin.isTTY && stderr.isTTY ? askAtTerminal : undefined,
    prompt: stdin.isTTY && stderr.isTTY ? promptAtTerminal : undefined,
  };
}

const controls = new RegExp(String.raw`(?!\n|\t|\r\n|\u001b\[(?:1|2|22)m|[\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]`, 'gu');

/** A name or a note may hold signs by which a terminal is steered or a line turned round: they are shown as �, all but our own emphasis. */
export const harmless = (text: string): string => text.replaceAll(controls, '\ufffd');

/** As with `| head`: the reader has gone, and that is no failure. */
function leaveWhenNobodyReads(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
}

async function askAtTerminal(question: string, yes: RegExp): Promise<boolean> {
  const said = await promptAtTerminal(question);
  return yes.test((said ?? '').trim());
}

/** Lines that were typed, or pasted, ahead of their questions. */
const ahead: string[] = [];

/** Undefined at Ctrl-C and Ctrl-D. */
async function promptAtTerminal(question: string): Promise<string | undefined> {
  if (ahead.length) {
    process.stderr.write(`${harmless(question)}\n`);
    return ahead.shift();
  }
  const { createInterface } = await import('node:readline');
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  terminal.on('line', line => ahead.push(line));
  const [last, ...above] = harmless(question).split('\n').reverse();
  for (const line of above.reverse()) process.stderr.write(`${line}\n`);
  terminal.setPrompt(last!);
  terminal.prompt();
  await new Promise<void>(resolve => {
    terminal.once('close', resolve);
    terminal.once('line', () => setImmediate(resolve));
  });
  terminal.close();
  return ahead.shift();
}

/** The version of servanda, from its package. */
export const ownVersion = (): string => (JSON.parse(readFileSync(inPackage('package.json'), 'utf8')) as { version: string }).version;
