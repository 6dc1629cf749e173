/** servanda certificate: the status of an agreement on a day, as known on a day, as a document and as signed data. */
import { resolve } from 'node:path';
import type { CalendarDate } from '../../clauses/calendar.ts';
import { languages } from '../../clauses/desk.ts';
import { certificate as certified, certificateJson, certificatePdf } from '../../client/certificates.ts';
import { define } from '../define.ts';
import { UsageError } from '../failures.ts';
import { agreementArgument, asOf, home, knownOn, text } from '../flags.ts';
import { printFlags, writeSame, type PrintFlags } from '../print-flags.ts';
import { contextOf } from '../client.ts';
import type { CliContext } from '../world.ts';

interface Flags extends Pick<PrintFlags, 'language'> {
  asOf?: CalendarDate;
  knownOn?: CalendarDate;
  format?: string;
  out?: string;
  home?: string;
}

async function certificate(
  this: CliContext,
  { home: folder, format = 'pdf', out, language: _, ...days }: Flags,
  id: string,
): Promise<void> {
  const { m, say } = this.words;
  if (format !== 'pdf' && format !== 'json') throw new UsageError(say(m.print.format, { format, known: 'pdf, json' }));
  const language = this.chosen ?? 'en';
  const found = await certified(contextOf(this, folder), id, days);
  if (!found.signedBy) this.warn(m.print.notSigned);
  const json = certificateJson(found);
  if (format === 'json') return out ? writeSame(this, resolve(out), Buffer.from(json)) : this.print(json.trimEnd());
  const { name, bytes } = await certificatePdf(found, language);
  writeSame(this, resolve(out ?? name), bytes);
}

export const command = define<Flags, [string]>({
  usage: [
    `<agreement> [--as-of DATE] [--known-on DATE] [--format pdf|json] [--language ${languages.join('|')}] [--out FILE] [--home FOLDER]`,
  ],
  examples: `
  npx servanda certificate kz-az-2004-government-communications --language ru
  npx servanda certificate kz-az-2004-government-communications --as-of 2028-02-01 --known-on 2026-01-10 --out status.pdf
  npx servanda certificate kz-az-2004-government-communications --format json --out status.json`,
  parameters: {
    positional: agreementArgument,
    flags: {
      asOf,
      knownOn,
      format: text('FORMAT', 'certificateFormat'),
      language: printFlags.language,
      out: printFlags.out,
      home,
    },
  },
  func: certificate,
});
