/** A paper as PDF. The same paper gives the same bytes: no clock and no chance goes into it. */
import pdfmake from 'pdfmake';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { bold, checkLetters, regular } from './font.ts';
import type { Paper, Row } from './paper.ts';

pdfmake.setFonts({ NotoSerif: { normal: regular, bold } });
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy(path => path === regular || path === bold);

/** No day of its own: the paper's dates stand on it. */
const noDay = new Date(0);

/** @throws NoLetterError */
export async function pdfOf(paper: Paper): Promise<Buffer> {
  checkLetters(paper);
  return pdfmake.createPdf(layout(paper)).getBuffer();
}

const layout = (paper: Paper): TDocumentDefinitions => ({
  pageSize: 'A4',
  pageMargins: [71, 64, 57, 71],
  info: { title: paper.head, creator: 'servanda', producer: 'servanda', creationDate: noDay, modDate: noDay },
  defaultStyle: { font: 'NotoSerif', fontSize: 11, lineHeight: 1.25 },
  language: paper.language,
  ...(paper.draft ? { watermark: { text: paper.draft, opacity: 0.08, bold: true } } : {}),
  footer: (page, pages) => ({ text: `${page} / ${pages}`, alignment: 'center', fontSize: 9, margin: [0, 24, 0, 0] }),
  content: [
    { text: paper.head, bold: true, fontSize: 15, alignment: 'center', margin: [0, 0, 0, 18] },
    table(paper.block),
    ...paper.body.map((text, i): Content => ({ text, margin: [0, i ? 8 : 16, 0, 0] })),
    ...(paper.dates.length
      ? [{ text: paper.datesHead, bold: true, margin: [0, 16, 0, 4] as [number, number, number, number] }, table(paper.dates)]
      : []),
    ...(paper.closing ? [{ text: paper.closing, margin: [0, 16, 0, 0] as [number, number, number, number] }] : []),
    ...signature(paper),
    ...(paper.tongue ? [{ text: paper.tongue, fontSize: 9, margin: [0, 28, 0, 0] as [number, number, number, number] }] : []),
  ],
});

const table = (rows: readonly Row[]): Content => ({
  layout: 'noBorders',
  table: { widths: [150, '*'], body: rows.map(([label, value]) => [{ text: label, color: '#444444' }, { text: value }]) },
});

function signature({ signature: s }: Paper): Content[] {
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
