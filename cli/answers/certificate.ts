/** servanda certificate: the status of an agreement on a day, as known on a day, as a paper and as signed data. */
import { resolve } from 'node:path';
import { certificateOf, type Certificate } from '../../documents/certificate.ts';
import { descriptionOf } from '../../dossier/description.ts';
import type { CalendarDate } from '../../clauses/calendar.ts';
import { languages } from '../../clauses/desk.ts';
import type { Registers } from '../../register/home.ts';
import { signed } from '../../register/signed.ts';
import { define } from '../define.ts';
import { UsageError } from '../failures.ts';
import { agreementArgument, asOf, home, knownOn, text } from '../flags.ts';
import { paperFlags, writeSame } from '../paper-flags.ts';
import { todayIn, unknownAgreement } from '../../client/dossiers.ts';
import { configurationOf, contextOf } from '../client.ts';
import type { Words } from '../words.ts';
import type { CliContext } from '../world.ts';

interface Flags {
  asOf?: CalendarDate;
  knownOn?: CalendarDate;
  format?: string;
  out?: string;
  home?: string;
}

async function certificate(this: CliContext, { home: folder, format = 'pdf', out, ...days }: Flags, id: string): Promise<void> {
  const { m, say } = this.words;
  if (format !== 'pdf' && format !== 'json') throw new UsageError(say(m.paper.format, { format, known: 'pdf, json' }));
  const language = this.chosen ?? 'en';
  const { signing } = (await configurationOf(this, folder)).secrets;
  const kept = await keptIn(this.words, await contextOf(this, folder).registersThere(), id);
  const today = todayIn(descriptionOf(kept.rows, id).agreement, this.now());
  if (days.knownOn && days.knownOn > today) throw new UsageError(say(m.paper.notYetKnown, { day: days.knownOn, today }));
  const content: Certificate = certificateOf(id, kept, { ...days, asOf: days.asOf ?? today, today });
  const said = await signed(content, 'certificate', signing);
  if (!signing) this.warn(m.paper.notSigned);
  const json = `${JSON.stringify(said, null, 2)}\n`;
  if (format === 'json') return out ? writeSame(this, resolve(out), Buffer.from(json)) : this.print(json.trimEnd());
  const { certificatePaper, pdfOf } = await import('../../documents/index.ts');
  const paper = certificatePaper(content, language, signing?.id);
  const name = `${id}-status-${content.asOf}-known-${content.knownOn}-${language}.pdf`;
  writeSame(this, resolve(out ?? name), await pdfOf(paper, { name: 'certificate.json', text: json }));
}

/** @throws InvalidRequest when no register has it */
async function keptIn(words: Words, registers: Registers, id: string): Promise<Parameters<typeof certificateOf>[1]> {
  const found = await registers.find(id);
  if (!found) throw await unknownAgreement(words.wording, registers, id);
  return { rehearsal: found.rehearsal, ...(await found.register.stateOf(id)) };
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
      out: paperFlags.out,
      home,
    },
  },
  func: certificate,
});
