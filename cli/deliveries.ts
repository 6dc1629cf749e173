/** servanda deliveries: the letters that were sent, those that were not, and those being retried. Exits with 1 if one was given up or is owed. */
import { letterAbout, letterSaid } from '../client/letter-sentences.ts';
import { define } from './define.ts';
import { CommandFailed, failureSentence } from './failures.ts';
import { agreementsArgument, home, json } from './flags.ts';
import { table } from './page.ts';
import { fromRegister, keptIds } from '../client/dossiers.ts';
import { lettersOf, type SentLetter, type TriedLetter } from '../client/letters.ts';
import { contextOf } from './client.ts';
import type { CliContext } from './world.ts';

interface Flags {
  home?: string;
  json?: boolean;
}

type Letter = SentLetter | TriedLetter;

async function delivery(this: CliContext, { home: folder, json: asJson }: Flags, ...asked: string[]): Promise<void> {
  const context = contextOf(this, folder);
  const registers = await context.registersThere();
  for (const id of asked) await fromRegister(this.words.wording, registers, id);
  const ids = asked.length ? asked : await keptIds(registers);
  const { sent, failing, waiting, failure } = await lettersOf(context, ids);
  const { m, say, wording } = this.words;
  if (failure) this.warn(say(m.deliveries.unasked, { why: failureSentence(failure, this.words) }));
  const letters: Letter[] = [...sent, ...failing];
  const notSent = waiting.map(({ agreement, count }) => this.words.counted(m.deliveries.waiting, count, { agreement }));
  const invented = new Set(await registers.of(true).agreements());
  const none = asked.length && ids.every(id => invented.has(id)) ? m.deliveries.ofRehearsal : say(m.deliveries.none, { ways: ways(this) });
  if (asJson)
    this.print(
      JSON.stringify(
        letters.map(l => ({ ...l, words: letterSaid(l, m, wording) })),
        null,
        2,
      ),
    );
  else if (!letters.length && !notSent.length) this.print(none);
  else if (letters.length)
    this.print(
      table(
        m.deliveries.columns,
        letters.map(l => [
          this.words.columnTime(l.became === 'failing' ? l.since : l.at),
          l.agreement,
          l.recipient,
          l.way,
          letterAbout(l, wording),
          this.words.column(l.on),
          m.deliveries.became[l.became],
          letterSaid(l, m, wording),
        ]),
        this,
      ),
    );
  const failed = sent.filter(l => l.became === 'failed').length;
  const why = [...notSent, ...(failed ? [say(m.deliveries.failed, { n: `${failed}` })] : [])];
  if (why.length) throw new CommandFailed(why.join('\n'));
}

const ways = ({ process: { env }, words: { m } }: CliContext): string =>
  env['SERVANDA_SMTP_URL'] || env['SERVANDA_WEBHOOK_SECRET'] ? m.deliveries.leave : m.deliveries.notConfigured;

export const command = define<Flags, string[]>({
  usage: ['[agreement...] [--json]'],
  examples: `
  npx servanda deliveries
  npx servanda deliveries kz-az-2004-government-communications --json`,
  parameters: {
    positional: agreementsArgument,
    flags: { home, json },
  },
  func: delivery,
});
