/** Runs a command to completion; its output on standard error matters only if it fails. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { OwnFailure } from '../machines/own-failure.ts';
import type { CommandEnd } from './server-faults.ts';

/** The command's output. @throws CommandFailed with its last words */
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

/** The last line of the command's error output, or why it could not be started. */
function endOf(e: unknown): CommandEnd {
  const { stderr, code, message, killed } = e as NodeJS.ErrnoException & { stderr?: string; killed?: boolean };
  if (killed) return { code: 'tookTooLong' };
  if (code === 'ENOENT') return { code: 'noSuchCommand' };
  // pip ends with warnings and notices about newer versions, after the actual reason.
  const lines = (stderr ?? '').split('\n').filter(line => line.trim() && !/^(WARNING|\[notice\])/.test(line));
  return { code: 'said', words: lines.at(-1)?.trim() ?? message };
}

/** How a failed command ended; for any other failure, its message. */
export const endOfCommand = (cause: unknown): CommandEnd =>
  cause instanceof CommandFailed ? cause.fault : { code: 'said', words: (cause as Error).message };
