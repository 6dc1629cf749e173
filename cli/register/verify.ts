/** servanda register verify: whether the register is as it was written. Exit 1 when a line or a document is not, each named. */
import { documentsNamedIn } from '../../register/attached.ts';
import { DocumentUnsound, readDocument } from '../../register/documents.ts';
import { faultInWords } from '../../register/errors.ts';
import { notAsTheHeadsSay, type Heads } from '../../register/heads.ts';
import type { Registers } from '../../register/home.ts';
import type { Keyring } from '../../secrets/keyring.ts';
import { signerOf } from '../../secrets/signatures.ts';
import { define } from '../define.ts';
import { BadInput, NotAsAsked } from '../failures.ts';
import { home, json, text } from '../flags.ts';
import { headsIn } from './heads-file.ts';
import { publicKey } from '../public-key.ts';
import { configurationOf } from '../service/service.ts';
import { inRegisters } from '../source.ts';
import type { World } from '../world.ts';
import { nameOf } from './both.ts';

interface Flags {
  head?: string;
  publicKey?: string;
  home?: string;
  json?: boolean;
}

async function verify(this: World, { head: file, publicKey: of, home: folder, json: asJson }: Flags): Promise<void> {
  if (of && !file) throw new BadInput('--public-key checks who signed a head: name its file with --head.');
  const kept = file === undefined ? undefined : await headsIn(file, of);
  const { keys } = (await configurationOf(this, folder)).secrets;
  const found = await inRegisters(this, folder, async registers => ({
    agreements: await examined(registers, false, keys),
    rehearsals: await examined(registers, true, keys),
    ...(kept ? { head: await compared(registers, kept, of) } : {}),
  }));
  const { head, ...registers } = found;
  const faults = [...Object.values(registers), ...(head ? [head] : [])].flatMap(f => f.faults);
  if (asJson) this.print(JSON.stringify(found, null, 2));
  else {
    for (const [name, { sound, where, lines, of, documents, head }] of Object.entries(registers))
      this.print(
        sound
          ? `${name}: sound, ${lines} lines of ${of} agreements, ${documents} documents; head ${head.seq} ${head.hash} (${where})`
          : `${name}: NOT AS IT WAS WRITTEN (${where})`,
      );
    if (head) this.print(headInWords(file!, head));
  }
  if (faults.length)
    throw new NotAsAsked(`${faults.join('\n')}\nRestore the register from a copy, and compare its head with one kept elsewhere.`);
}

/** A head that was kept elsewhere against the registers as they are: they may have grown, and nothing else. */
async function compared(registers: Registers, kept: Heads, publicKey: string | undefined) {
  const faults = await notAsTheHeadsSay(registers, kept);
  return { kept: faults.length === 0, said: kept.said, signedBy: publicKey && kept.signature ? signerOf(kept.signature) : null, faults };
}

function headInWords(file: string, { kept, said, signedBy }: Awaited<ReturnType<typeof compared>>): string {
  const by = signedBy ? `signed by the key ${signedBy}` : 'who signed it was not asked (--public-key)';
  return `${file}: said ${said}, ${by}; ${kept ? 'each head is in its place' : 'NOT IN THIS REGISTER'}`;
}

async function examined(registers: Registers, rehearsals: boolean, keys: Keyring) {
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
      faults: found.faults.map(f => `${nameOf(rehearsals)}: ${faultInWords(f)}`),
    };
  const documents = await documentsNamedIn(register);
  const faults: string[] = [];
  for (const document of documents)
    await readDocument(registers.home, document, keys).catch((cause: unknown) => {
      if (!(cause instanceof DocumentUnsound)) throw cause;
      faults.push(`document ${document.id}: ${cause.message}`);
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
