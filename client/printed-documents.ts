/** Documents of an agreement in one language: a notice as a note verbale, the cover page of a protocol; as PDF to sign or DOCX to edit. */
import type { Language } from '../clauses/desk.ts';
import type { PrintedDocument } from '../documents/printed-document.ts';
import type { Context } from './context.ts';
import { dossierToday, standingOf } from './dossiers.ts';
import { assertVisible } from './draft-access.ts';
import { noticeToday } from './notices.ts';
import { knownProtocol, protocolToday } from './protocols.ts';

export const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

export type PrintFormat = keyof typeof mediaTypes;
export const printFormats = Object.keys(mediaTypes) as PrintFormat[];

/** @throws InvalidRequest; Unavailable if it is a draft that the caller may not see */
export async function printedNotice(context: Context, agreement: string, number: string, language: Language): Promise<PrintedDocument> {
  const { dossier, today } = await dossierToday(context, agreement);
  const shown = noticeToday(context.wording, dossier, number, today);
  await assertVisible(context, dossier, shown);
  const { printedNote } = await import('../documents/note.ts');
  const standing = await standingOf(context, dossier);
  const { content } = shown.notice;
  const protocolTitle = ('protocol' in content && knownProtocol(dossier, content.protocol, today)?.title) || null;
  return printedNote({ ...dossier, notice: shown.notice, protocolTitle, assessment: shown.now, standing }, language);
}

/** @throws InvalidRequest, Unavailable */
export async function printedProtocol(context: Context, agreement: string, protocol: string, language: Language): Promise<PrintedDocument> {
  const { dossier, today } = await dossierToday(context, agreement);
  const { title, changes } = protocolToday(context.wording, dossier, protocol, today).known;
  const { protocolCover } = await import('../documents/protocol-cover.ts');
  return protocolCover({ ...dossier, protocol, title, changes, standing: await standingOf(context, dossier) }, language);
}

export async function bytesOf(printed: PrintedDocument, format: PrintFormat): Promise<Buffer> {
  const { docxOf, pdfOf } = await import('../documents/index.ts');
  return format === 'pdf' ? pdfOf(printed) : docxOf(printed);
}
