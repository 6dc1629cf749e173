/** servanda deliveries: which letters left, to whom, and which did not. Exit 1 when one was given up. */
import { readDetail, readFailure, type DetailCode } from '../delivery/detail.ts';
import type { Act } from '../machines/acts.ts';
import { isRefusal } from '../machines/refusal.ts';
import type { DeliveryLine } from '../register/types.ts';
import type { Fault } from '../wording/failures/messages.ts';
import { faultIn } from '../wording/failures/sentence.ts';
import { refusalSentence } from '../wording/refusals/sentence.ts';
import { define } from './define.ts';
import { CommandFailed } from './failures.ts';
import { home, json } from './flags.ts';
import { table } from './page.ts';
import { fromRegister, keptIds } from '../client/dossiers.ts';
import { contextOf } from './client.ts';
import type { Words } from './words.ts';
import type { CliContext } from './world.ts';

interface Flags {
  home?: string;
  json?: boolean;
}

interface Letter extends DeliveryLine {
  what: string;
}

async function delivery(this: CliContext, { home: folder, json: asJson }: Flags, ...asked: string[]): Promise<void> {
  const registers = await contextOf(this, folder).registersThere();
  for (const id of asked) await fromRegister(this.words.wording, registers, id);
  const ids = asked.length ? asked : await keptIds(registers);
  const register = registers.of(false);
  const each = await Promise.all(
    ids.map(async (id): Promise<Letter[]> => {
      const lines = new Map((await register.outbox(id)).map(l => [l.seq, l]));
      return (await register.deliveries(id)).map(d => ({ ...d, what: about(this.words, lines.get(d.outbox)!) }));
    }),
  );
  const letters = each.flat().sort((a, b) => a.seq - b.seq);
  const { m, say } = this.words;
  if (!letters.length) throw new CommandFailed(say(m.deliveries.none, { ways: ways(this) }));
  if (asJson)
    this.print(
      JSON.stringify(
        letters.map(l => ({ ...l, words: saidOf(this.words, l) })),
        null,
        2,
      ),
    );
  else
    this.print(
      table(
        m.deliveries.columns,
        letters.map(l => [
          `${new Date(l.at).toISOString().slice(0, 16)}Z`,
          l.agreement,
          l.recipient,
          l.way,
          l.what,
          m.deliveries.became[l.became],
          saidOf(this.words, l),
        ]),
        this,
      ),
    );
  const failed = letters.filter(l => l.became === 'failed').length;
  if (failed) throw new CommandFailed(say(m.deliveries.failed, { n: `${failed}` }));
}

function about({ m, say, wording, language }: Words, { step, body }: { step: string; body: unknown }): string {
  const { what, on } = body as Act;
  return say(m.deliveries.about, {
    withdrawn: String(step === 'withdrawn'),
    what: language === 'en' ? what : wording.letter.acts[what],
    on,
  });
}

/** What the other side said, or why it was not asked. */
function saidOf({ m, say, wording }: Words, { detail }: DeliveryLine): string {
  const failure = readFailure(detail);
  if (failure && isRefusal(failure)) return refusalSentence(failure, wording);
  if (failure) return Object.hasOwn(wording.failures.faults, failure.code) ? faultIn(failure as Fault, wording) : detail;
  const read = readDetail(detail);
  return read && Object.hasOwn(m.deliveries.details, read.code) ? say(m.deliveries.details[read.code as DetailCode], { ...read }) : detail;
}

const ways = ({ process: { env }, words: { m } }: CliContext): string =>
  env['SERVANDA_SMTP_URL'] || env['SERVANDA_WEBHOOK_SECRET'] ? m.deliveries.leave : m.deliveries.notConfigured;

export const command = define<Flags, string[]>({
  usage: ['[agreement...] [--json]'],
  examples: `
  npx servanda deliveries
  npx servanda deliveries kz-az-2004-government-communications --json`,
  parameters: {
    positional: {
      kind: 'array',
      parameter: { placeholder: 'agreement', brief: 'agreements', parse: (value: string): string => value },
    },
    flags: { home, json },
  },
  func: delivery,
});
