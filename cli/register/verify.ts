/** servanda register verify: whether the register is as it was written. Exit 1 when a line or a document is not, each named. */
import { buildCommand } from '@stricli/core';
import { DocumentUnsound, readDocument } from '../../register/documents.ts';
import { faultInWords } from '../../register/errors.ts';
import type { Registers } from '../../register/home.ts';
import type { Keyring } from '../../secrets/keyring.ts';
import { NotAsAsked } from '../failures.ts';
import { home, json } from '../flags.ts';
import { configurationOf } from '../service.ts';
import { inRegisters } from '../source.ts';
import type { World } from '../world.ts';
import { documentsIn, nameOf } from './both.ts';

interface Flags {
  home?: string;
  json?: boolean;
}

async function verify(this: World, { home: folder, json: asJson }: Flags): Promise<void> {
  const { keys } = (await configurationOf(this, folder)).secrets;
  const found = await inRegisters(this, folder, async registers => ({
    agreements: await examined(registers, false, keys),
    rehearsals: await examined(registers, true, keys),
  }));
  const faults = Object.values(found).flatMap(f => f.faults);
  if (asJson) this.print(JSON.stringify(found, null, 2));
  else
    for (const [name, { sound, where, lines, of, documents, head }] of Object.entries(found))
      this.print(
        sound
          ? `${name}: sound, ${lines} lines of ${of} agreements, ${documents} documents; head ${head.seq} ${head.hash} (${where})`
          : `${name}: NOT AS IT WAS WRITTEN (${where})`,
      );
  if (faults.length)
    throw new NotAsAsked(`${faults.join('\n')}\nRestore the register from a copy, and compare its head with one kept elsewhere.`);
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
  const documents = await documentsIn(register);
  const faults: string[] = [];
  for (const document of documents)
    await readDocument(registers.home, document, keys).catch((cause: unknown) => {
      if (!(cause instanceof DocumentUnsound)) throw cause;
      faults.push(`document ${document.id}: ${cause.message}`);
    });
  return { where, sound: faults.length === 0, lines: found.lines, of: found.agreements, documents: documents.length, head, faults };
}

export const command = buildCommand<Flags, [], World>({
  docs: {
    brief: 'Every line against its seal, every document against its hash',
    customUsage: ['[--home FOLDER] [--json]'],
    fullDescription: `Recomputes the register: every line against its seal in the journal, every chain from its beginning, every document against the hash in its
entry. A line that was changed, taken out, moved or put in is named, with exit 1. The head stands for all of it: keep it elsewhere, and
compare. It needs no server.

EXAMPLES
  npx servanda register verify
  DATABASE_URL=postgres://servanda@127.0.0.1/servanda npx servanda register verify --json`,
  },
  parameters: { flags: { home, json } },
  func: verify,
});
