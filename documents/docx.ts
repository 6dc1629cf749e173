/** A document as DOCX, for editing: people send their own version of it, and the register stores what they attach. */
import { AlignmentType, BorderStyle, Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import type { PrintedDocument, Row } from './printed-document.ts';

const font = 'Noto Serif';

export async function docxOf(printed: PrintedDocument): Promise<Buffer> {
  const document = new Document({
    creator: 'servanda',
    title: printed.head,
    styles: { default: { document: { run: { font, size: 22 } } } },
    sections: [{ children: [...body(printed)] }],
  });
  return Packer.toBuffer(document);
}

/** Keeps the last of the text on one page with the signature and what follows it. */
function body(printed: PrintedDocument): (Paragraph | Table)[] {
  const { closing, dates, sections = [] } = printed;
  const isSigned = printed.signature !== undefined;
  const keepsDates = isSigned && !closing && !sections.length;
  const keepsBody = keepsDates && !dates.length;
  return [
    text(printed.draft ? `${printed.head} (${printed.draft})` : printed.head, { bold: true, size: 30, centred: true }),
    table(printed.block),
    ...printed.body.map((t, i) => text(t, { keepNext: keepsBody && !printed.answer && i === printed.body.length - 1 })),
    ...(printed.answer ? [text(printed.answer, { bold: true, keepNext: keepsBody })] : []),
    ...(dates.length ? [text(printed.datesHead, { bold: true, keepNext: true }), table(dates, keepsDates)] : []),
    ...sections.flatMap(({ head, rows }, i) => [
      text(head, { bold: true, keepNext: true }),
      table(rows, isSigned && !closing && i === sections.length - 1),
    ]),
    ...(closing ? [text(closing, { keepNext: isSigned })] : []),
    ...ending(printed).map(([said, size], i, all) => text(said, { size, keepNext: i < all.length - 1 })),
  ];
}

/** The signature and what follows it, each with its size. */
const ending = ({ signature: s, tongue, foot = [] }: PrintedDocument): [said: string, size: number][] => [
  ...(s ? [`${s.seal}    ______________________________`, s.name || s.label, s.authority].filter(Boolean).map(of(22)) : []),
  ...(tongue ? [tongue].map(of(18)) : []),
  ...foot.map(of(14)),
];

const of =
  (size: number) =>
  (said: string): [string, number] => [said, size];

const text = (said: string, { bold = false, size = 22, centred = false, keepNext = false } = {}): Paragraph =>
  new Paragraph({
    alignment: centred ? AlignmentType.CENTER : AlignmentType.LEFT,
    spacing: { before: 160, after: 80 },
    keepNext,
    children: [new TextRun({ text: said, bold, size, font })],
  });

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const borders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };

/** `keepsLast`: keeps its last row on the page of what follows. */
const table = (rows: readonly Row[], keepsLast = false): Table =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders,
    rows: rows.map(
      (row, n) =>
        new TableRow({
          cantSplit: true,
          children: row.map(
            (said, i) =>
              new TableCell({
                width: { size: i ? 68 : 32, type: WidthType.PERCENTAGE },
                children: [
                  new Paragraph({ keepNext: keepsLast && n === rows.length - 1, children: [new TextRun({ text: said, size: 22, font })] }),
                ],
              }),
          ),
        }),
    ),
  });
