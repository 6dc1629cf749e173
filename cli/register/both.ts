/** The two registers of a home, real agreements and rehearsals, and the documents that their entries name. For every `register` command. */
import { descriptionOf, entriesOf } from '../../activities/description.ts';
import type { Register } from '../../register/types.ts';
import { documentsOf, type Attached } from '../document/desk.ts';

export const nameOf = (rehearsals: boolean): 'agreements' | 'rehearsals' => (rehearsals ? 'rehearsals' : 'agreements');

/** Every document that is attached in a register, once each. */
export async function documentsIn(register: Register): Promise<Attached[]> {
  const found = new Map<string, Attached>();
  for (const id of await register.agreements()) {
    const rows = await register.rows(id);
    descriptionOf(rows, id);
    for (const d of documentsOf({ entries: entriesOf(rows) })) found.set(d.sha256, d);
  }
  return [...found.values()];
}
