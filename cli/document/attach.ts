/** servanda document attach: a document that came in or was signed, kept beside the register, its hash in an entry. */
import { basename } from 'node:path';
import { buildCommand } from '@stricli/core';
import type { Entry } from '../../machines/facts.ts';
import { documentLimit, storeDocument } from '../../register/documents.ts';
import { homeFrom } from '../../register/home.ts';
import { checkKeysInUse } from '../../secrets/keys-in-use.ts';
import { answerInWords, enter } from '../entry/entering.ts';
import { BadInput } from '../failures.ts';
import { checkedEntry } from '../entry/fact-flags.ts';
import { home, json, text, yes } from '../flags.ts';
import { nextId } from '../entry/personal.ts';
import { configurationOf } from '../service/service.ts';
import { fromRegister, inRegisters } from '../source.ts';
import type { World } from '../world.ts';
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
  this: World,
  { to, person, note, yes: sure, home: folder, json: asJson }: Flags,
  agreement: string,
  file: string,
): Promise<void> {
  const { m, say } = this.words;
  if (!to) throw new BadInput(m.document.toMissing);
  const found = await inRegisters(this, folder, registers => fromRegister(this.words, registers, agreement));
  checkTarget(this.words, found, to);
  const { secrets } = await configurationOf(this, folder);
  const place = homeFrom({ SERVANDA_HOME: folder ?? this.process.env['SERVANDA_HOME'] });
  await checkKeysInUse(place, secrets.keys);
  const stored = await storeDocument(place, file, secrets.keys);
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
    return [checkedEntry(this.words, { ...fact, ...(note ? { note } : {}) }, kept.agreement)];
  });
  this.print(asJson ? JSON.stringify(answer, null, 2) : answerInWords(answer!, agreement, this.words));
}

export const command = buildCommand<Flags, [string, string], World>({
  docs: {
    brief: 'Attach a document: kept by its hash beside the register',
    customUsage: ['<agreement> <file> --to ID [--person NAME] [--note TEXT] [--yes]'],
    fullDescription: `Keeps a document that came in or was signed: its bytes under their SHA-256 in the folder documents beside the register, and an entry
with the hash, the name and the size; encrypted, where there are keys (SERVANDA_KEYS_FILE). It is given back as it was, checked against its hash, and never opened, run or drawn. At most
${documentLimit / 1024 / 1024} MB. Copy the folder documents together with the register.
The rehearsal of the examples is kept apart from real agreements: npx servanda agreement open docs/rehearsal.yaml.

EXAMPLES
  npx servanda document attach rehearsal scan.pdf --to 2026-1 --person "registry"`,
  },
  parameters: {
    positional: {
      kind: 'tuple',
      parameters: [
        { placeholder: 'agreement', brief: 'Id of an agreement in the register', parse: (value: string): string => value },
        { placeholder: 'file', brief: 'The document', parse: (value: string): string => value },
      ],
    },
    flags: {
      to: text('ID', 'The number of a notice, a protocol, or the id of an entry'),
      person: text('NAME', 'Who attaches it (default: your user name)'),
      note: text('TEXT', 'A remark'),
      yes,
      home,
      json,
    },
  },
  func: attach,
});
