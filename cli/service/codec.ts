/** servanda codec: runs only the codec server, for the UI of a Temporal server elsewhere and for Temporal's command line. */
import { faultIn } from '../../wording/failures/sentence.ts';
import { wordings } from '../../wording/index.ts';
import { noted } from '../../worker/log-note.ts';
import { define } from '../define.ts';
import { UsageError, CommandFailed } from '../failures.ts';
import { home, text } from '../flags.ts';
import { readNote } from '../../client/service-note.ts';
import { configurationOf } from '../client.ts';
import type { Words } from '../words.ts';
import type { CliContext } from '../world.ts';

interface Flags {
  origin?: string;
  home?: string;
}

async function codec(this: CliContext, { origin, home: folder }: Flags): Promise<void> {
  const config = await configurationOf(this, folder);
  const { keys, codec: at } = config.secrets;
  const { m, say } = this.words;
  const { service: texts } = m.administration;
  if (keys.isEmpty) throw new UsageError(texts.noKeys);
  const ui = originOf(this.words, origin ?? readNote(config.home)?.ui ?? undefined);
  const { startCodecServer } = await import('../../secrets/codec-server.ts');
  const { createLog } = await import('../../worker/log.ts');
  const { stopSignal } = await import('../../worker/signals.ts');
  const server = await startCodecServer({
    keys,
    ...at,
    origins: () => [ui],
    say: fault => faultIn(fault, wordings[config.language]),
  }).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'EADDRINUSE') throw new CommandFailed(say(texts.portTaken, { port: `${at.port}` }));
    throw cause;
  });
  this.print(say(texts.codec, { address: server.address, origin: ui, token: String(Boolean(at.token)) }));
  this.warn(texts.stopsIt);
  const log = createLog(config);
  const quiet = await stopSignal(note => noted(log, 'info', note));
  await server.stop().finally(quiet);
}

function originOf({ m, say }: Words, given: string | undefined): string {
  const { service: texts } = m.administration;
  if (given === undefined) throw new UsageError(texts.originMissing);
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || (url.pathname !== '/' && url.pathname !== ''))
    throw new UsageError(say(texts.originWrong, { origin: given }));
  return url.origin;
}

export const command = define<Flags, []>({
  usage: ['[--origin URL] [--home FOLDER]'],
  examples: `
  npx servanda codec --origin https://temporal.example.org`,
  parameters: { flags: { origin: text('URL', 'origin'), home } },
  func: codec,
});
