/** A paper as DOCX, for editing: what is sent is what people made of it, and the register keeps what they attach. */
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

function body(paper: Paper): (Paragraph | Table)[] {
  const { signature: s } = paper;
  return [
    text(paper.draft ? `${paper.head} (${paper.draft})` : paper.head, { bold: true, size: 30, centred: true }),
    table(paper.block),
    ...paper.body.map(t => text(t)),
    ...(paper.answer ? [text(paper.answer, { bold: true })] : []),
    ...(paper.dates.length ? [text(paper.datesHead, { bold: true }), table(paper.dates)] : []),
    ...(paper.sections ?? []).flatMap(({ head, rows }) => [text(head, { bold: true }), table(rows)]),
    ...(paper.closing ? [text(paper.closing)] : []),
    ...(s
      ? [text(`${s.seal}    ______________________________`), text(s.name || s.label), ...(s.authority ? [text(s.authority)] : [])]
      : []),
    ...(paper.tongue ? [text(paper.tongue, { size: 18 })] : []),
    ...(paper.foot ?? []).map(line => text(line, { size: 14 })),
  ];
}

const text = (said: string, { bold = false, size = 22, centred = false } = {}): Paragraph =>
  new Paragraph({
    alignment: centred ? AlignmentType.CENTER : AlignmentType.LEFT,
    spacing: { before: 160, after: 80 },
    children: [new TextRun({ text: said, bold, size, font })],
  });

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const borders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };

const table = (rows: readonly Row[]): Table =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders,
    rows: rows.map(
      row =>
        new TableRow({
          children: row.map(
            (said, i) =>
              new TableCell({
                width: { size: i ? 68 : 32, type: WidthType.PERCENTAGE },
                children: [new Paragraph({ children: [new TextRun({ text: said, size: 22, font })] })],
              }),
          ),
        }),
    ),
  });
