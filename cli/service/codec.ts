/** servanda codec: the codec server alone, for the UI of a Temporal server that runs elsewhere, and for Temporal's command line. */
import { define } from '../define.ts';
import { BadInput, NotAsAsked } from '../failures.ts';
import { home, text } from '../flags.ts';
import { configurationOf } from './service.ts';
import { readNote } from './service-note.ts';
import type { World } from '../world.ts';

interface Flags {
  origin?: string;
  home?: string;
}

async function codec(this: World, { origin, home: folder }: Flags): Promise<void> {
  const config = await configurationOf(this, folder);
  const { keys, codec: at } = config.secrets;
  if (keys.isEmpty)
    throw new BadInput('There are no keys to decrypt with. Name their file in SERVANDA_KEYS_FILE: npx servanda keys new --help.');
  const ui = originOf(origin ?? readNote(config.home)?.ui ?? undefined);
  const { startCodecServer } = await import('../../secrets/codec-server.ts');
  const { createLog } = await import('../../worker/log.ts');
  const { onStopSignals } = await import('../../worker/signals.ts');
  const server = await startCodecServer({ keys, ...at, origins: () => [ui] }).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'EADDRINUSE') throw new NotAsAsked(`Port ${at.port} is taken. Name another one: SERVANDA_CODEC_PORT.`);
    throw cause;
  });
  this.print(`Codec server: ${server.address}, for ${ui}${at.token ? ', with the token of SERVANDA_CODEC_TOKEN' : ''}`);
  this.tell('Ctrl-C stops it.');
  const quiet = await new Promise<() => void>(resolve => {
    const off = onStopSignals(createLog(config), () => resolve(off));
  });
  await server.stop().finally(quiet);
}

function originOf(given: string | undefined): string {
  if (given === undefined) throw new BadInput('--origin is missing: the address of the Temporal UI, such as https://temporal.example.org.');
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || (url.pathname !== '/' && url.pathname !== ''))
    throw new BadInput(`--origin ${given}: must be the address of the Temporal UI without a path, such as https://temporal.example.org.`);
  return url.origin;
}

export const command = define<Flags, []>({
  usage: ['[--origin URL] [--home FOLDER]'],
  examples: `
  npx servanda codec --origin https://temporal.example.org`,
  parameters: { flags: { origin: text('URL', 'origin'), home } },
  func: codec,
});
