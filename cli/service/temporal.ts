/** servanda temporal: runs Temporal's own command line on a home's service. All arguments after it, flags included, are Temporal's. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { constants } from 'node:os';
import { Unavailable } from '../../client/failures.ts';
import { readNote } from '../../client/service-note.ts';
import { faultIn } from '../../wording/failures/sentence.ts';
import type { Wording } from '../../wording/wording.ts';
import type { Configuration } from '../../worker/configuration.ts';
import { configurationOf } from '../client.ts';
import { define } from '../define.ts';
import { argument, home } from '../flags.ts';
import { refusalTranslator } from './refusal-sentences.ts';
import type { CliContext } from '../world.ts';

interface Flags {
  home?: string;
}

/** Variables of Temporal's command line. Its flags take precedence over them. */
type Variables = Record<`TEMPORAL_${string}`, string>;

async function temporal(this: CliContext, { home: folder }: Flags, ...args: string[]): Promise<void> {
  const { env } = this.process;
  const config = await configurationOf(this, folder);
  const server = serverFor(config, args, env);
  // Temporal's default is port 7233 of this machine, where another home's service may run.
  if (!server && needsServer(args)) throw new Unavailable('notRunning', { home: config.home, given: 'false' }, this.words.wording);
  const executable = await executableFor(config, env);
  const codec = await codecFor(config, args, env, this);
  try {
    this.process.exitCode = await run(executable, args, { ...env, ...server, ...codec?.variables }, this.words.wording);
  } finally {
    await codec?.stop();
  }
}

async function executableFor(config: Configuration, env: NodeJS.ProcessEnv): Promise<string> {
  const { createLog } = await import('../../worker/log.ts');
  const { locateExecutable } = await import('../../worker/locator.ts');
  const { noted } = await import('../../worker/log-note.ts');
  const log = createLog(config);
  // Logs only a download of the program, not its location.
  return locateExecutable('temporal', { env, say: note => (note.code === 'found' ? undefined : noted(log, 'info', note)) });
}

/** The flags and variables that name a server, or a file or profile that names one. */
const naming = {
  flags: ['--address', '--profile', '--config-file', '--env', '--env-file'],
  variables: ['TEMPORAL_ENV', 'TEMPORAL_ENV_FILE'],
};

/** The server of the `up` that runs on the home, if nothing else names one; undefined if no `up` runs. */
function serverFor({ home, temporal }: Configuration, args: readonly string[], env: NodeJS.ProcessEnv): Variables | undefined {
  if (temporal.connection.address || naming.variables.some(name => env[name]) || naming.flags.some(flag => isGiven(flag, args))) return {};
  const note = readNote(home);
  return note && { TEMPORAL_ADDRESS: note.address, TEMPORAL_NAMESPACE: note.namespace };
}

const needsServer = (args: readonly string[]): boolean =>
  args.length > 0 && !ofItself.includes(args[0]!) && !['--help', '-h'].some(flag => isGiven(flag, args));
const ofItself = ['server', 'config', 'env', 'completion', 'options', 'help', '--version', '-v'];

const isGiven = (flag: string, args: readonly string[]): boolean => args.some(arg => arg === flag || arg.startsWith(`${flag}=`));

/** If there are keys, a codec server for this one command: on a free port, with a token of its own. */
async function codecFor(
  { secrets: { keys } }: Configuration,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  { words }: CliContext,
): Promise<{ variables: Variables; stop: () => Promise<void> } | undefined> {
  if (keys.isEmpty || env['TEMPORAL_CODEC_ENDPOINT'] || isGiven('--codec-endpoint', args)) return undefined;
  const { startCodecServer } = await import('../../secrets/codec-server.ts');
  const token = randomBytes(32).toString('base64url');
  const server = await startCodecServer({
    keys,
    port: 0,
    token,
    origins: () => [],
    say: fault => faultIn(fault, words.wording),
  });
  return { variables: { TEMPORAL_CODEC_ENDPOINT: server.address, TEMPORAL_CODEC_AUTH: `Bearer ${token}` }, stop: () => server.stop() };
}

/** The exit code; after a signal, the one that a shell would return. */
async function run(executable: string, args: readonly string[], env: NodeJS.ProcessEnv, wording: Wording): Promise<number> {
  // A workflow's answer arrives in the errors of these commands; all others use the terminal directly.
  const child = spawn(executable, args, { env, stdio: ['inherit', 'inherit', args[0] === 'workflow' ? 'pipe' : 'inherit'] });
  child.stderr?.setEncoding('utf8').pipe(refusalTranslator(wording)).pipe(process.stderr, { end: false });
  // Ctrl-C reaches both, and the child decides when to end. Signals sent only to this process are passed on.
  const wait = (): void => {};
  const pass = (signal: NodeJS.Signals): void => void child.kill(signal);
  process.on('SIGINT', wait).on('SIGTERM', pass).on('SIGHUP', pass);
  try {
    const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
    return code ?? 128 + constants.signals[signal!];
  } finally {
    process.off('SIGINT', wait).off('SIGTERM', pass).off('SIGHUP', pass);
  }
}

export const command = define<Flags, string[]>({
  usage: ['[--home FOLDER] <arguments of temporal>'],
  examples: `
  npx servanda temporal workflow list --query "ServandaKind = 'agreement'"
  npx servanda temporal workflow describe --workflow-id agreement/rehearsal
  npx servanda temporal workflow list --help`,
  parameters: {
    positional: { kind: 'array', parameter: argument('argument', 'ofTemporal') },
    flags: { home },
  },
  func: temporal,
});
