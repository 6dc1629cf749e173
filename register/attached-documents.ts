/** Every document that was ever attached in a register, even if its entry was struck later: nothing is lost. */
import type { StoredDocument } from './documents.ts';
import type { Register } from './types.ts';

export interface Named extends StoredDocument {
  /** The entry that attached it. */
  id: string;
}

/** Each document once, by its hash. */
export async function attachedDocuments(register: Pick<Register, 'agreements' | 'rows'>): Promise<Named[]> {
  const found = new Map<string, Named>();
  for (const agreement of await register.agreements())
    for (const { entry } of await register.rows(agreement))
      if (entry.type === 'document.attached') found.set(entry.sha256, { id: entry.id, sha256: entry.sha256, size: entry.size });
  return [...found.values()];
}
