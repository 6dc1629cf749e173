/** Runs a command to its end, quietly: what it said is kept only when it fails. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { OwnFailure } from '../machines/own-failure.ts';
import type { CommandEnd } from './server-faults.ts';

/** What the command printed. @throws CommandFailed with its last words. */
export async function command(file: string, args: readonly string[], env: NodeJS.ProcessEnv = {}, milliseconds = 600_000): Promise<string> {
  try {
    const options = { env: { ...process.env, ...env }, timeout: milliseconds, maxBuffer: 64 << 20 };
    return (await promisify(execFile)(file, [...args], options)).stdout.trim();
  } catch (e) {
    throw new CommandFailed(endOf(e));
  }
}

export class CommandFailed extends OwnFailure<CommandEnd> {
  override readonly name = 'CommandFailed';
}

/** The last line of what a command said on its way out, or why it could not be started. */
function endOf(e: unknown): CommandEnd {
  const { stderr, code, message, killed } = e as NodeJS.ErrnoException & { stderr?: string; killed?: boolean };
  if (killed) return { code: 'tookTooLong' };
  if (code === 'ENOENT') return { code: 'noSuchCommand' };
  // pip ends with warnings and with notices of newer versions; the reason stands before them.
  const lines = (stderr ?? '').split('\n').filter(line => line.trim() && !/^(WARNING|\[notice\])/.test(line));
  return { code: 'said', words: lines.at(-1)?.trim() ?? message };
}

/** How a command ended that threw; what else was thrown is in the words of who threw it. */
export const endOfCommand = (cause: unknown): CommandEnd =>
  cause instanceof CommandFailed ? cause.fault : { code: 'said', words: (cause as Error).message };
