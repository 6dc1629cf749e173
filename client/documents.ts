/** Documents attached to a notice, a protocol or an entry: storing them, listing them, and returning their bytes unchanged. */
import { noticeNumbers, protocolIds } from '../dossier/description.ts';
import type { RegisterDossier } from '../dossier/dossier.ts';
import { factsKnown } from '../machines/ledger.ts';
import type { FactOf } from '../machines/facts.ts';
import { readDocument, storeBytes, storeDocument, type StoredDocument } from '../register/documents.ts';
import { checkKeysInUse } from '../secrets/keys-in-use.ts';
import type { Wording } from '../wording/wording.ts';
import type { Answer } from '../workflows/messages.ts';
import type { Context } from './context.ts';
import { dossierOf } from './dossiers.ts';
import { entryFilterFor } from './draft-access.ts';
import { checkedEntry, nextId, type Make } from './facts.ts';
import { InvalidRequest } from './failures.ts';
import { enter } from './recording.ts';

export { documentLimit } from '../register/documents.ts';
export type Kept = StoredDocument;
export type Attached = FactOf<'document.attached'>;

/** The documents that the entries name. `to`: only those of one notice, protocol or entry. */
export const attachedIn = ({ entries }: Pick<RegisterDossier, 'entries'>, to?: string): Attached[] =>
  factsKnown(entries).facts.filter((f): f is Attached => f.type === 'document.attached' && (to === undefined || f.to === to));

/** The documents that the caller may see. @throws InvalidRequest, Unavailable */
export async function documentsOf(context: Context, agreement: string, to?: string): Promise<Attached[]> {
  const dossier = await dossierOf(context, agreement);
  return attachedIn(dossier, to).filter(await entryFilterFor(context, dossier));
}

/** A document's bytes, checked against their hash. @throws InvalidRequest, DocumentUnsound */
export async function documentNamed(context: Context, agreement: string, id: string): Promise<{ document: Attached; bytes: Buffer }> {
  const document = (await documentsOf(context, agreement)).find(d => d.id === id);
  if (!document) throw new InvalidRequest('unknownDocument', { agreement, id }, context.wording);
  const { keys } = (await context.configuration()).secrets;
  return { document, bytes: await readDocument(context.home, document, keys) };
}

export interface AttachmentGiven {
  /** The notice, protocol or entry that it belongs to. */
  to: string;
  name: string;
  note?: string | undefined;
  /** The id of the entry. */
  id?: string | undefined;
}

/** Stores bytes, or a file's bytes, beside the register under their hash; no entry names them yet. @throws DocumentRefused */
export async function keep(context: Context, from: Buffer | { file: string }): Promise<Kept> {
  const { keys } = (await context.configuration()).secrets;
  await checkKeysInUse(context.home, keys);
  return 'file' in from ? storeDocument(context.home, from.file, keys) : storeBytes(context.home, from, keys);
}

/** Stores bytes and records their hash, or returns the document if they are already attached there. @throws Refused, InvalidRequest */
export async function attach(context: Context, agreement: string, bytes: Buffer, given: AttachmentGiven): Promise<Answer | Attached> {
  await targetOf(context, agreement, given.to);
  return attachKept(context, agreement, await keep(context, bytes), given);
}

/** Attaches bytes that are already stored. @throws Refused, InvalidRequest */
export async function attachKept(context: Context, agreement: string, kept: Kept, given: AttachmentGiven): Promise<Answer | Attached> {
  await targetOf(context, agreement, given.to);
  const before = await attachedBefore(context, agreement, given.to, kept);
  if (before) return before;
  const [answer] = await enter(context, agreement, attachmentOf(context.wording, { ...given, person: context.person }, kept));
  return answer!;
}

/** The document with the same bytes, attached to the same target. */
export const attachedBefore = async (context: Context, agreement: string, to: string, { sha256 }: Kept): Promise<Attached | undefined> =>
  (await documentsOf(context, agreement, to)).find(d => d.sha256 === sha256);

export const attachmentOf =
  (wording: Wording, { id, person, to, name, note }: AttachmentGiven & { person: string }, { sha256, size }: Kept): Make =>
  (dossier, today) => {
    const own = { id: id ?? nextId(dossier, 'document', today), on: today, person, to, name, sha256, size };
    return [checkedEntry(wording, { ...own, type: 'document.attached', ...(note ? { note } : {}) }, dossier.agreement)];
  };

/** @throws InvalidRequest if there is no such notice, protocol or entry */
export async function targetOf(context: Context, agreement: string, to: string): Promise<void> {
  const dossier = await dossierOf(context, agreement);
  const known = [...noticeNumbers(dossier.rows), ...protocolIds(dossier), ...dossier.rows.map(r => r.entry.id)];
  if (!known.includes(to)) throw new InvalidRequest('noDocumentTarget', { agreement, to }, context.wording);
}
