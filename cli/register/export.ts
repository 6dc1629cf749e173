/** servanda register export: the register as one JSON Lines file, its documents in a folder beside it. */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildCommand } from '@stricli/core';
import { documentsNamedIn } from '../../register/attached.ts';
import { readDocument } from '../../register/documents.ts';
import { faultInWords } from '../../register/errors.ts';
import { exportText } from '../../register/export-file.ts';
import { BadInput, NotAsAsked } from '../failures.ts';
import { home, yesOrNo } from '../flags.ts';
import { configurationOf } from '../service.ts';
import { inRegisters } from '../source.ts';
import type { World } from '../world.ts';
import { nameOf } from './both.ts';

interface Flags {
  rehearsals?: boolean;
  home?: string;
}

async function exporting(this: World, { rehearsals = false, home: folder }: Flags, file: string): Promise<void> {
  const beside = `${file}.documents`;
  for (const place of [file, beside]) if (existsSync(place)) throw new BadInput(`${place} is there already. Name another file.`);
  const { keys, signing } = (await configurationOf(this, folder)).secrets;
  await inRegisters(this, folder, async registers => {
    const register = registers.of(rehearsals);
    const found = await register.verifyAll();
    if (!found.sound)
      throw new NotAsAsked(`Nothing was exported, since the register is not sound: ${found.faults.map(faultInWords).join('; ')}.`);
    const all = await register.everything();
    const last = all.at(-1)?.seal;
    const head = { seq: last?.seq ?? 0, hash: last?.hash ?? found.head.hash };
    const documents = await documentsNamedIn(register);
    const bytes = await Promise.all(documents.map(async d => ({ ...d, bytes: await readDocument(registers.home, d, keys) })));
    if (bytes.length) await mkdir(beside, { mode: 0o700 });
    for (const d of bytes) await writeFile(join(beside, d.sha256), d.bytes, { flag: 'wx', mode: 0o400 });
    await writeFile(file, await exportText(all, head, rehearsals, signing), { flag: 'wx', mode: 0o600 });
    this.print(
      `${file}: ${all.length} lines of the ${nameOf(rehearsals)}, ${bytes.length} documents${bytes.length ? ` in ${beside}` : ''}; head ${head.seq} ${head.hash}; ${signing ? `signed by the key ${signing.id}` : 'not signed'}`,
    );
  });
}

export const command = buildCommand<Flags, [string], World>({
  docs: {
    brief: 'The register as one file, its documents beside it',
    customUsage: ['<file> [--rehearsals] [--home FOLDER]'],
    fullDescription: `Writes every line of the register with its seal to one JSON Lines file, the last line the SHA-256 of all before, signed where
SERVANDA_SIGNING_KEY_FILE names a key; and the documents to the folder FILE.documents. The service may run meanwhile: one state is
exported, and verified first. It holds all that was entered in clear text: keep it as carefully as the register.

EXAMPLES
  npx servanda register export register-2026-11.jsonl
  npx servanda register export rehearsals.jsonl --rehearsals`,
  },
  parameters: {
    positional: { kind: 'tuple', parameters: [{ placeholder: 'file', brief: 'The file to write', parse: String }] },
    flags: { rehearsals: yesOrNo('The register of rehearsals, in place of that of real agreements'), home },
  },
  func: exporting,
});
