/** servanda document attach: stores a received or signed document beside the register, and records its hash. */
import { basename } from 'node:path';
import { attachedBefore, attachmentOf, documentLimit, keep, targetOf } from '../../client/documents.ts';
import { formatAnswer, enter } from '../entry/entering.ts';
import { define } from '../define.ts';
import { UsageError } from '../failures.ts';
import { contextOf } from '../client.ts';
import { anAgreement, argument, home, json, positional, text, yes } from '../flags.ts';
import type { CliContext } from '../world.ts';

interface Flags {
  to?: string;
  person?: string;
  note?: string;
  yes?: boolean;
  home?: string;
  json?: boolean;
}

async function attach(
  this: CliContext,
  { to, person, note, yes: sure, home: folder, json: asJson }: Flags,
  agreement: string,
  file: string,
): Promise<void> {
  const { m, say } = this.words;
  if (!to) throw new UsageError(m.document.toMissing);
  const context = contextOf(this, folder);
  await targetOf(context, agreement, to);
  const kept = await keep(context, { file });
  const before = await attachedBefore(context, agreement, to, kept);
  if (before) return this.print(asJson ? JSON.stringify(before, null, 2) : say(m.document.already, { id: before.id, to }));
  const given = { to, name: basename(file), person: person ?? this.user, note };
  const flags = { enteredBy: this.user, ...(sure ? { yes: sure } : {}), ...(folder ? { home: folder } : {}) };
  const [answer] = await enter(this, agreement, flags, attachmentOf(this.words.wording, given, kept));
  this.print(asJson ? JSON.stringify(answer, null, 2) : formatAnswer(answer!, agreement, this.words));
}

export const command = define<Flags, [string, string]>({
  usage: ['<agreement> <file> --to ID [--person NAME] [--note TEXT] [--yes]'],
  examples: `
  npx servanda document attach rehearsal scan.pdf --to 2026-1 --person "registry"`,
  values: { megabytes: String(documentLimit / 1024 / 1024) },
  parameters: {
    positional: positional(anAgreement, argument('file', 'document')),
    flags: {
      to: text('ID', 'attachTo'),
      person: text('NAME', 'attachPerson'),
      note: text('TEXT', 'note'),
      yes,
      home,
      json,
    },
  },
  func: attach,
});
