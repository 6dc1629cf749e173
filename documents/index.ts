/** Documents in four languages, as PDF to sign and DOCX to edit. */
export { certificatePaper } from './certificate-paper.ts';
export { docxOf } from './docx.ts';
export { notePaper, type NoteMatter } from './note.ts';
export { pdfOf } from './pdf.ts';
export { protocolCover } from './protocol-cover.ts';
