/** Documents in four languages, as PDF to sign and DOCX to edit. */
export { printedCertificate } from './printed-certificate.ts';
export { docxOf } from './docx.ts';
export { printedNote, type NoteMatter } from './note.ts';
export { pdfOf } from './pdf.ts';
export { protocolCover } from './protocol-cover.ts';
