/** What is drawn up as a document, for download in the language that is asked for. */
import { languages, type Language } from '../../clauses/desk.ts';
import type { Paper } from '../../documents/paper.ts';
import type { Request } from '../request.ts';

const types = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

export async function paper(c: Request, format: 'pdf' | 'docx', name: string, drawnUp: (language: Language) => Paper): Promise<Response> {
  const language = languages.find(l => l === c.req.query('in')) ?? c.get('words').language;
  const { docxOf, pdfOf } = await import('../../documents/index.ts');
  const made = drawnUp(language);
  const bytes = format === 'pdf' ? await pdfOf(made) : await docxOf(made);
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': types[format],
    'content-disposition': `attachment; filename="${name}-${language}.${format}"`,
    'cache-control': 'no-store',
  });
}
