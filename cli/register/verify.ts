/** servanda register verify: checks that the register is as it was written. Exit 1, naming each, if a line or a document is not. */
import { attachedDocuments } from '../../register/attached-documents.ts';
import { DocumentUnsound, readDocument } from '../../register/documents.ts';
import { compareWithHeads, type Heads } from '../../register/heads.ts';
import type { Registers } from '../../register/home.ts';
import { noteUpkeep } from '../../register/upkeep.ts';
import type { Keyring } from '../../secrets/keyring.ts';
import { signerOf } from '../../secrets/signatures.ts';
import { define } from '../define.ts';
import { headFaultIn, lineFaultIn } from '../../wording/failures/parts.ts';
import { UsageError, CommandFailed, whyIn } from '../failures.ts';
import { home, json, text } from '../flags.ts';
import { headsIn } from './heads-file.ts';
import { publicKey } from '../public-key.ts';
import { configurationOf, inRegisters } from '../client.ts';
import type { Words } from '../words.ts';
import type { CliContext } from '../world.ts';
import { nameOf } from './register-names.ts';

interface Flags {
  head?: string;
  publicKey?: string;
  home?: string;
  json?: boolean;
}

async function verify(this: CliContext, { head: file, publicKey: of, home: folder, json: asJson }: Flags): Promise<void> {
  const { m, say } = this.words;
  const { names, verify: texts } = m.administration;
  if (of && !file) throw new UsageError(texts.keyWithoutHead);
  const kept = file === undefined ? undefined : await headsIn(this.words, file, of);
  const { keys } = (await configurationOf(this, folder)).secrets;
  const found = await inRegisters(this, folder, async registers => {
    const agreements = await examined(registers, false, keys, this.words);
    const rehearsals = await examined(registers, true, keys, this.words);
    const head = kept && (await compared(registers, kept, of, this.words));
    const sound = [agreements, rehearsals, ...(head ? [head] : [])].every(({ faults }) => !faults.length);
    const lines = agreements.head.seq + rehearsals.head.seq;
    await noteUpkeep(registers.home, 'verified', { at: this.now(), sound, lines });
    return { agreements, rehearsals, ...(head ? { head } : {}) };
  });
  const { head, ...registers } = found;
  const faults = [...Object.values(registers), ...(head ? [head] : [])].flatMap(f => f.faults);
  if (asJson) this.print(JSON.stringify(found, null, 2));
  else {
    for (const [name, { sound, head, ...rest }] of Object.entries(registers)) {
      const values = { ...rest, name: names[name as keyof typeof names], seq: `${head.seq}`, hash: head.hash, faults: '' };
      this.print(say(sound ? texts.sound : texts.unsound, values));
    }
    if (head) this.print(formatHead(file!, head, this.words));
  }
  if (faults.length) throw new CommandFailed(`${faults.join('\n')}\n${texts.restore}`);
}

/** Compares heads stored elsewhere with the registers, which may have grown and must not differ otherwise. */
async function compared(registers: Registers, kept: Heads, publicKey: string | undefined, { m, wording }: Words) {
  const { names } = m.administration;
  const found = await compareWithHeads(registers, kept);
  const faults = found.map(f => headFaultIn(f, f.of in names ? names[f.of as keyof typeof names] : f.of, wording));
  return {
    matches: faults.length === 0,
    takenAt: kept.takenAt,
    signedBy: publicKey && kept.signature ? signerOf(kept.signature) : null,
    faults,
  };
}

function formatHead(file: string, { matches, takenAt, signedBy }: Awaited<ReturnType<typeof compared>>, { m, say, time }: Words): string {
  const { signedBy: signed, verify: texts } = m.administration;
  const by = signedBy ? say(signed, { key: signedBy }) : texts.notAsked;
  return say(texts.kept, { file, takenAt: time(takenAt), by, matches: String(matches) });
}

async function examined(registers: Registers, rehearsals: boolean, keys: Keyring, words: Words) {
  const { m, say, wording } = words;
  const register = registers.of(rehearsals);
  const found = await register.verifyAll();
  const head = await register.head();
  const where = register.name;
  if (!found.sound)
    return {
      where,
      sound: false,
      lines: 0,
      of: 0,
      documents: 0,
      head,
      faults: found.faults.map(f => `${m.administration.names[nameOf(rehearsals)]}: ${lineFaultIn(f, wording)}`),
    };
  const documents = await attachedDocuments(register);
  const faults: string[] = [];
  for (const document of documents)
    await readDocument(registers.home, document, keys).catch((cause: unknown) => {
      if (!(cause instanceof DocumentUnsound)) throw cause;
      faults.push(say(m.administration.verify.document, { id: document.id, why: whyIn(cause, words) }));
    });
  return { where, sound: faults.length === 0, lines: found.lines, of: found.agreements, documents: documents.length, head, faults };
}

export const command = define<Flags, []>({
  usage: ['[--head FILE [--public-key FILE]] [--home FOLDER] [--json]'],
  examples: `
  npx servanda register verify
  npx servanda register verify --head head-2026-11-22.json --public-key signing-key.pub.json
  DATABASE_URL=postgres://servanda@127.0.0.1/servanda npx servanda register verify --json`,
  parameters: {
    flags: { head: text('FILE', 'keptHead'), publicKey, home, json },
  },
  func: verify,
});
