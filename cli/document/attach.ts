/** servanda document attach: a document that came in or was signed, kept beside the register, its hash in an entry. */
import { basename } from 'node:path';
import type { Entry } from '../../machines/facts.ts';
import { documentLimit, storeDocument } from '../../register/documents.ts';
import { checkKeysInUse } from '../../secrets/keys-in-use.ts';
import { formatAnswer, enter } from '../entry/entering.ts';
import { define } from '../define.ts';
import { UsageError } from '../failures.ts';
import { checkedEntry, nextId } from '../../client/facts.ts';
import { dossierOf } from '../../client/dossiers.ts';
import { contextOf } from '../client.ts';
import { home, json, text, yes } from '../flags.ts';
import type { CliContext } from '../world.ts';
import { checkTarget, documentsOf } from './desk.ts';

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
  const found = await dossierOf(context, agreement);
  checkTarget(this.words, found, to);
  const { secrets } = await context.configuration();
  await checkKeysInUse(context.home, secrets.keys);
  const stored = await storeDocument(context.home, file, secrets.keys);
  const before = documentsOf(found, to).find(d => d.sha256 === stored.sha256);
  if (before) return this.print(asJson ? JSON.stringify(before, null, 2) : say(m.document.already, { id: before.id, to }));
  const name = basename(file);
  const flags = { enteredBy: this.user, ...(sure ? { yes: sure } : {}), ...(folder ? { home: folder } : {}) };
  const [answer] = await enter(this, agreement, flags, (kept, today): Entry[] => {
    const fact = {
      id: nextId(kept, 'document', today),
      type: 'document.attached',
      on: today,
      person: person ?? this.user,
      to,
      name,
      ...stored,
    };
    return [checkedEntry(this.words.wording, { ...fact, ...(note ? { note } : {}) }, kept.agreement)];
  });
  this.print(asJson ? JSON.stringify(answer, null, 2) : formatAnswer(answer!, agreement, this.words));
}

export const command = define<Flags, [string, string]>({
  usage: ['<agreement> <file> --to ID [--person NAME] [--note TEXT] [--yes]'],
  examples: `
  npx servanda document attach rehearsal scan.pdf --to 2026-1 --person "registry"`,
  values: { megabytes: String(documentLimit / 1024 / 1024) },
  parameters: {
    positional: {
      kind: 'tuple',
      parameters: [
        { placeholder: 'agreement', brief: 'agreement', parse: (value: string): string => value },
        { placeholder: 'file', brief: 'document', parse: (value: string): string => value },
      ],
    },
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
