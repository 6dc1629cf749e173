/** A document as DOCX, for editing: people send their own version of it, and the register stores what they attach. */
import { AlignmentType, BorderStyle, Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import type { Paper, Row } from './paper.ts';

const font = 'Noto Serif';

export async function docxOf(paper: Paper): Promise<Buffer> {
  const document = new Document({
    creator: 'servanda',
    title: paper.head,
    styles: { default: { document: { run: { font, size: 22 } } } },
    sections: [{ children: [...body(paper)] }],
  });
  return Packer.toBuffer(document);
}

/** Keeps the last of the text on one page with the signature and what follows it. */
function body(paper: Paper): (Paragraph | Table)[] {
  const { closing, dates, sections = [] } = paper;
  const isSigned = paper.signature !== undefined;
  const keepsDates = isSigned && !closing && !sections.length;
  const keepsBody = keepsDates && !dates.length;
  return [
    text(paper.draft ? `${paper.head} (${paper.draft})` : paper.head, { bold: true, size: 30, centred: true }),
    table(paper.block),
    ...paper.body.map((t, i) => text(t, { keepNext: keepsBody && !paper.answer && i === paper.body.length - 1 })),
    ...(paper.answer ? [text(paper.answer, { bold: true, keepNext: keepsBody })] : []),
    ...(dates.length ? [text(paper.datesHead, { bold: true, keepNext: true }), table(dates, keepsDates)] : []),
    ...sections.flatMap(({ head, rows }, i) => [
      text(head, { bold: true, keepNext: true }),
      table(rows, isSigned && !closing && i === sections.length - 1),
    ]),
    ...(closing ? [text(closing, { keepNext: isSigned })] : []),
    ...ending(paper).map(([said, size], i, all) => text(said, { size, keepNext: i < all.length - 1 })),
  ];
}

/** The signature and what follows it, each with its size. */
const ending = ({ signature: s, tongue, foot = [] }: Paper): [said: string, size: number][] => [
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
