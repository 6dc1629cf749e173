/** The documents of an agreement as its entries have them. */
import type { RegisterDossier } from '../../dossier/dossier.ts';
import { factsKnown } from '../../machines/ledger.ts';
import type { FactOf } from '../../machines/facts.ts';
import { UsageError } from '../failures.ts';
import { noticeNumbers } from '../../dossier/description.ts';
import { protocolIds } from '../../client/protocols.ts';
import type { Words } from '../words.ts';

export type Attached = FactOf<'document.attached'>;

export const documentsOf = ({ entries }: Pick<RegisterDossier, 'entries'>, to?: string): Attached[] =>
  factsKnown(entries)
    .facts.filter(f => f.type === 'document.attached')
    .filter(f => to === undefined || f.to === to);

/** Of those that may be seen. @throws UsageError */
export function documentNamed({ m, say }: Words, kept: RegisterDossier, id: string, isSeen: (document: Attached) => boolean): Attached {
  const found = documentsOf(kept).find(f => f.id === id && isSeen(f));
  if (!found) throw new UsageError(say(m.document.unknown, { agreement: kept.agreement.id, id }));
  return found;
}

/** What a document may be attached to: a notice, a protocol, or any entry. @throws UsageError */
export function checkTarget({ m, say }: Words, kept: RegisterDossier, to: string): void {
  const known = [...noticeNumbers(kept.rows), ...protocolIds(kept), ...kept.rows.map(r => r.entry.id)];
  if (!known.includes(to)) throw new UsageError(say(m.document.noTarget, { agreement: kept.agreement.id, to }));
}
