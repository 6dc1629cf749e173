/** A register with one agreement, in force since 2021, and a document: four lines of facts, and the document's bytes. */
import { descriptionHash } from '../../dossier/description.ts';
import { date } from '../../clauses/calendar.ts';
import type { Agreement } from '../../clauses/agreement.ts';
import type { Entry } from '../../machines/facts.ts';
import { storeDocument, type StoredDocument } from '../../register/documents.ts';
import { openRegisters } from '../../register/home.ts';
import { noKeys } from '../../secrets/keyring.ts';
import { inForceFrom } from './test-agreement.ts';
import { enter } from './enter.ts';

/** Writes it to a home; `document` is a file. */
export async function writeKeptRegister(home: string, agreement: Agreement, document: string): Promise<StoredDocument> {
  const stored = await storeDocument(home, document, noKeys);
  const described = { type: 'described', id: 'description-1', hash: descriptionHash(agreement), content: agreement } as const;
  const about = { id: 'd1', type: 'document.attached', on: date('2021-04-01'), person: 'registry', to: 's', name: 'note.pdf' };
  const registers = await openRegisters(home);
  for (const entry of [described, ...inForceFrom('2021-03-10'), { ...about, ...stored }] as Entry[])
    await enter(registers.of(false), agreement.id, entry, { by: 'desk', at: 1_700_000_000_000 });
  await registers.close();
  return stored;
}
