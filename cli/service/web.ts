/** servanda web: runs only the desk, over a service elsewhere or that of the home. */
import { stopSignal } from '../../worker/signals.ts';
import { noted } from '../../worker/log-note.ts';
import { define } from '../define.ts';
import { home } from '../flags.ts';
import { configurationOf } from '../client.ts';
import type { CliContext } from '../world.ts';
import { startDesk } from './desk.ts';

interface Flags {
  home?: string;
}

async function web(this: CliContext, { home: folder }: Flags): Promise<void> {
  const { m, say } = this.words;
  const config = await configurationOf(this, folder, { keeps: true });
  const { createLog } = await import('../../worker/log.ts');
  const log = createLog(config);
  const desk = await startDesk(this, config, log);
  this.print(say(m.service.desk, { address: desk.address }));
  this.warn(m.administration.service.stopsIt);
  const quiet = await stopSignal(note => noted(log, 'info', note));
  await desk.stop().finally(quiet);
}

export const command = define<Flags, []>({
  usage: ['[--home FOLDER]'],
  examples: `
  npx servanda web
  SERVANDA_DESK_PORT=8090 npx servanda web --home .servanda`,
  parameters: { flags: { home } },
  func: web,
});
