/** A document as PDF. The same document gives the same bytes: neither a clock nor random values are used. */
import pdfmake from 'pdfmake';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { bold, checkLetters, regular } from './font.ts';
import type { Attachment, PrintedDocument, Row, Section } from './printed-document.ts';

pdfmake.setFonts({ NotoSerif: { normal: regular, bold } });
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy(path => path === regular || path === bold);

/** A fixed date of creation: the document's own dates are in its text. */
const noDay = new Date(0);

/** `attached`: data to embed in the PDF. @throws NoLetterError */
export async function pdfOf(printed: PrintedDocument, attached?: Attachment): Promise<Buffer> {
  checkLetters(printed);
  return pdfmake.createPdf(layout(printed, attached)).getBuffer();
}

const layout = (printed: PrintedDocument, attached: Attachment | undefined): TDocumentDefinitions => ({
  pageSize: 'A4',
  pageMargins: [71, 64, 57, 71],
  info: { title: printed.head, creator: 'servanda', producer: 'servanda', creationDate: noDay, modDate: noDay },
  defaultStyle: { font: 'NotoSerif', fontSize: printed.sections ? 10 : 11, lineHeight: printed.sections ? 1.15 : 1.25 },
  language: printed.language,
  ...(printed.draft ? { watermark: { text: printed.draft, opacity: 0.08, bold: true } } : {}),
  ...(attached ? { files: { [attached.name]: fileOf(attached) } } : {}),
  footer: (page, pages) => ({ text: `${page} / ${pages}`, alignment: 'center', fontSize: 9, margin: [0, 24, 0, 0] }),
  content: [
    { text: printed.head, bold: true, fontSize: 15, alignment: 'center', margin: [0, 0, 0, 18] },
    table(printed.block),
    ...ending(printed),
  ],
});

/** Everything after the block. The last of the text stays on one page with the signature and what follows it. */
function ending(printed: PrintedDocument): Content[] {
  const after = [...signature(printed), ...tongue(printed), ...foot(printed)];
  const { sections = [], closing } = printed;
  const last = closing ? undefined : sections.at(-1);
  if (last) return [...contents({ ...printed, sections: sections.slice(0, -1) }), section(last, after)];
  const before = contents(printed);
  return [...before.slice(0, -1), { unbreakable: true, stack: [...before.slice(-1), ...after] }];
}

/** In parts, of which the last is short enough for a page with the signature. */
const contents = (printed: PrintedDocument): Content[] => [
  ...printed.body.map((text, i): Content => ({ text, margin: [0, i ? 8 : 16, 0, 0] })),
  ...(printed.answer ? [{ text: printed.answer, bold: true, fontSize: 13, margin: [0, 6, 0, 0] as [number, number, number, number] }] : []),
  ...(printed.dates.length
    ? [{ text: printed.datesHead, bold: true, margin: [0, 16, 0, 4] as [number, number, number, number] }, ...inTwo(printed.dates, table)]
    : []),
  ...(printed.sections ?? []).map(part => section(part)),
  ...(printed.closing ? [{ text: printed.closing, margin: [0, 16, 0, 0] as [number, number, number, number] }] : []),
];

/** All rows but the last, and the last. */
const inTwo = (rows: readonly Row[], first: (rows: readonly Row[]) => Content): Content[] =>
  rows.length > 1 ? [first(rows.slice(0, -1)), table(rows.slice(-1))] : [first(rows)];

const tongue = (printed: PrintedDocument): Content[] =>
  printed.tongue ? [{ text: printed.tongue, fontSize: 9, margin: [0, 28, 0, 0] }] : [];

const fileOf = ({ name, text }: Attachment) => ({
  name,
  src: `data:application/json;base64,${Buffer.from(text).toString('base64')}`,
  creationDate: noDay,
  modifiedDate: noDay,
});

/**
 * Keeps a heading with its first row, never splits a row across pages, and repeats the heading above rows on a further page.
 * `after`: content that must stay with the last row.
 */
const section = ({ head, rows }: Section, after: Content[] = []): Content => ({
  margin: [0, 12, 0, 0],
  layout: 'noBorders',
  table: {
    widths,
    headerRows: 1,
    keepWithHeaderRows: 1,
    dontBreakRows: true,
    body: [
      [{ text: head, bold: true, colSpan: 2 }, {}],
      ...rows.map((row, i) => (after.length && i === rows.length - 1 ? together(row, after) : cells(row))),
    ],
  },
});

const foot = ({ foot: lines = [] }: PrintedDocument): Content[] =>
  lines.length
    ? [{ unbreakable: true, margin: [0, 24, 0, 0], stack: lines.map((text): Content => ({ text, fontSize: 7.5, color: '#444444' })) }]
    : [];

const labelWidth = 150;
const widths = [labelWidth, '*'];
const cells = ([label, value]: Row): Content[] => [{ text: label, color: '#444444' }, { text: value }];
/** In one cell, where the label and the value stand as in two. */
const together = (row: Row, after: Content[]): Content[] => {
  const [label, value] = cells(row) as [object, object];
  return [
    {
      colSpan: 2,
      stack: [
        {
          columns: [
            { ...label, width: labelWidth },
            { ...value, width: '*' },
          ],
          columnGap: 8,
        },
        ...after,
      ],
    },
    {},
  ] as Content[];
};
const table = (rows: readonly Row[]): Content => ({ layout: 'noBorders', table: { widths, dontBreakRows: true, body: rows.map(cells) } });

function signature({ signature: s }: PrintedDocument): Content[] {
  if (!s) return [];
  const line = { type: 'line' as const, x1: 0, y1: 0, x2: 200, y2: 0, lineWidth: 0.6 };
  return [
    {
      unbreakable: true,
      margin: [0, 40, 0, 0],
      columns: [
        { width: 80, text: s.seal },
        {
          width: '*',
          stack: [
            { canvas: [line] },
            { text: s.name || s.label, margin: [0, 4, 0, 0] },
            ...(s.authority ? [{ text: s.authority, fontSize: 9 }] : []),
          ],
        },
      ],
    },
  ];
}
