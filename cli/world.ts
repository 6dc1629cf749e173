/** What a command needs from its process: where to print, whom to ask, and the time. */
import { readFileSync } from 'node:fs';
import type { StricliProcess } from '@stricli/core';
import { userOf } from '../client/person.ts';
import type { Instant } from '../clauses/calendar.ts';
import type { Language } from '../clauses/desk.ts';
import { inPackage } from '../package-root.ts';
import type { Words } from './words.ts';

/** Emphasis at a terminal; plain text elsewhere. */
export interface Style {
  strong(text: string): string;
  faint(text: string): string;
}

/** What a page is rendered with. */
export interface Page {
  readonly style: Style;
  readonly words: Words;
  /** The terminal's width; undefined elsewhere. */
  readonly columns?: number | undefined;
}

/** The context of one command: its process, and the language of its answers. */
export interface CliContext extends ProcessContext, Page {
  /** The language given by --language, if any. */
  readonly chosen: Language | undefined;
  readonly ask: ((question: string) => Promise<boolean>) | undefined;
}

/** The context before the command line is parsed. */
export interface ProcessContext {
  readonly process: StricliProcess & { env: NodeJS.ProcessEnv };
  /** Prints a result to standard output, in one or more lines. */
  print(text: string): void;
  /** Prints a message to standard error, so that results can be piped. */
  warn(text: string): void;
  /** The command line's only clock. */
  now(): Instant;
  /** The person at the keyboard. */
  readonly user: string;
  readonly style: Style;
  /** The width of the terminal for results, and of that for messages; undefined elsewhere. */
  readonly columns?: number | undefined;
  readonly messageColumns?: number | undefined;
  /** Asks a yes-or-no question; `yes`: the answers that mean yes. Undefined if nobody can answer. */
  readonly ask: ((question: string, yes: RegExp) => Promise<boolean>) | undefined;
  /** Asks for an answer in words; it resolves to undefined at the end of input. Undefined if nobody can answer. */
  readonly prompt: ((question: string) => Promise<string | undefined>) | undefined;
}

const plain: Style = { strong: text => text, faint: text => text };
const drawn: Style = { strong: text => `\u001b[1m${text}\u001b[22m`, faint: text => `\u001b[2m${text}\u001b[22m` };

/** The context from this process, its terminal and the system clock. */
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

/**
 * Replaces characters that could control a terminal or reverse a line by �, except for our own emphasis: names and notes may contain them.
 */
export const harmless = (text: string): string => text.replaceAll(controls, '\ufffd');

/** The reader has closed the pipe, as `| head` does, which is not a failure. */
function leaveWhenNobodyReads(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
}

async function askAtTerminal(question: string, yes: RegExp): Promise<boolean> {
  const said = await promptAtTerminal(question);
  return yes.test((said ?? '').trim());
}

/** Lines that were typed or pasted before their questions. */
const ahead: string[] = [];

/** Undefined on Ctrl-C and Ctrl-D. */
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

/** servanda's version, from its package. */
export const ownVersion = (): string => (JSON.parse(readFileSync(inPackage('package.json'), 'utf8')) as { version: string }).version;
