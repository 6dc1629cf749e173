/** Runs a command to its end, quietly: what it said is shown only when it fails. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** What the command printed. @throws CommandFailed with its last words. */
export async function command(file: string, args: readonly string[], env: NodeJS.ProcessEnv = {}, milliseconds = 600_000): Promise<string> {
  try {
    const options = { env: { ...process.env, ...env }, timeout: milliseconds, maxBuffer: 64 << 20 };
    return (await promisify(execFile)(file, [...args], options)).stdout.trim();
  } catch (e) {
    throw new CommandFailed(reasonOf(e));
  }
}

export class CommandFailed extends Error {
  override readonly name = 'CommandFailed';
}

/** The last line of what a command said on its way out, or why it could not be started. */
function reasonOf(e: unknown): string {
  const { stderr, code, message, killed } = e as NodeJS.ErrnoException & { stderr?: string; killed?: boolean };
  if (killed) return 'it took too long and was stopped';
  if (code === 'ENOENT') return 'there is no such command';
  // pip ends with warnings and with notices of newer versions; the reason stands before them.
  const lines = (stderr ?? '').split('\n').filter(line => line.trim() && !/^(WARNING|\[notice\])/.test(line));
  return lines.at(-1)?.trim() ?? message;
}
