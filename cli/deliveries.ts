/** servanda deliveries: which letters left, to whom, which did not, and which are tried in vain just now. Exit 1 when one was given up. */
import { readDetail, readFailure, type DetailCode } from '../delivery/detail.ts';
import { isRefusal } from '../machines/refusal.ts';
import { failingLetterValues } from '../wording/differences/sentence.ts';
import type { Fault } from '../wording/failures/messages.ts';
import { faultIn } from '../wording/failures/sentence.ts';
import { refusalSentence } from '../wording/refusals/sentence.ts';
import { define } from './define.ts';
import { CommandFailed, failureSentence } from './failures.ts';
import { agreementsArgument, home, json } from './flags.ts';
import { table } from './page.ts';
import { fromRegister, keptIds } from '../client/dossiers.ts';
import { lettersOf, type SentLetter, type TriedLetter } from '../client/letters.ts';
import { contextOf } from './client.ts';
import type { Words } from './words.ts';
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
  const { sent, failing, failure } = await lettersOf(context, asked.length ? asked : await keptIds(registers));
  const { m, say } = this.words;
  if (failure) this.warn(say(m.deliveries.unasked, { why: failureSentence(failure, this.words) }));
  const letters: Letter[] = [...sent, ...failing];
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
          toTheMinute(l.became === 'failing' ? l.since : l.at),
          l.agreement,
          l.recipient,
          l.way,
          about(this.words, l),
          m.deliveries.became[l.became],
          saidOf(this.words, l),
        ]),
        this,
      ),
    );
  const failed = sent.filter(l => l.became === 'failed').length;
  if (failed) throw new CommandFailed(say(m.deliveries.failed, { n: `${failed}` }));
}

const toTheMinute = (at: string | number): string => `${new Date(at).toISOString().slice(0, 16)}Z`;

const about = ({ m, say, wording, language }: Words, { what, on, withdrawn }: Letter): string =>
  say(m.deliveries.about, { withdrawn: String(withdrawn), what: language === 'en' ? what : wording.letter.acts[what], on });

/** What the other side said, or why it was not asked. */
function saidOf(words: Words, letter: Letter): string {
  const { m, say, wording } = words;
  if (letter.became === 'failing') return say(m.deliveries.failing, failingLetterValues(letter, wording));
  return detailIn(words, letter.detail);
}

/** Why a letter was given up, or what was said as it was taken. */
export function detailIn({ m, say, wording }: Words, detail: string): string {
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
    positional: agreementsArgument,
    flags: { home, json },
  },
  func: delivery,
});
