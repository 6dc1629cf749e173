/** Documents as bytes: attachments of an agreement, notes verbales and cover pages, certificates of status; and tables to import. */
import { z } from '@hono/zod-openapi';
import { certificate, certificatePdf } from '../../client/certificates.ts';
import { attach, documentNamed, documentsOf } from '../../client/documents.ts';
import { bytesOf, mediaTypes, printedNotice, printFormats, printedProtocol, type PrintFormat } from '../../client/printed-documents.ts';
import { tableRead } from '../../client/tables.ts';
import type { PrintedDocument } from '../../documents/printed-document.ts';
import { csv, fileLimit, keyed, mediaType, newPart, xlsx } from './middleware.ts';
import { isKnown } from './etag.ts';
import { operation } from './operation.ts';
import { inQuery, isTrue } from './parameters.ts';
import { json, unchanged } from './responses.ts';
import { answered, plain } from './schemas.ts';

const bytes = z.any().openapi({ type: 'string', format: 'binary' });

const document = z.looseObject({ id: z.string(), to: z.string(), name: z.string(), sha256: z.string(), size: z.int(), on: z.iso.date() });
const line = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}]+$/u);

const listRoute = operation('get', '/agreements/{agreement}/documents', {
  operationId: 'documents',
  summary: 'Lists the attached documents',
  tag: 'Documents',
  responses: { 200: json('Its documents.', answered('Documents', z.array(document))) },
});
const attachRoute = operation('post', '/agreements/{agreement}/documents', {
  operationId: 'attach',
  summary: 'Attaches a document to a notice, a protocol or an entry, and records its hash',
  tag: 'Documents',
  query: {
    to: z
      .string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/)
      .describe('The notice, protocol or entry that the document belongs to.'),
    name: line.describe('The name of the file.'),
    note: line.optional(),
  },
  body: { required: true, content: { 'application/octet-stream': { schema: bytes } } },
  responses: {
    200: json('Entered; or the document, where it was attached already.', answered('AttachedOrEntered', z.looseObject({}))),
  },
});
const contentRoute = operation('get', '/agreements/{agreement}/documents/{document}', {
  operationId: 'document',
  summary: 'Returns a document unchanged, checked against its hash',
  tag: 'Documents',
  responses: { 200: { description: 'The bytes of the document.', content: { 'application/octet-stream': { schema: bytes } } } },
});

const formats = { format: z.enum(printFormats).optional().describe('pdf by default.') };
const printedResponses = {
  200: { description: 'The document.', content: { [mediaTypes.pdf]: { schema: bytes }, [mediaTypes.docx]: { schema: bytes } } },
};
const noteRoute = operation('get', '/agreements/{agreement}/notices/{notice}/document', {
  operationId: 'noticeDocument',
  summary: 'Returns a notice as a note verbale, in the given language',
  tag: 'Documents',
  query: formats,
  responses: printedResponses,
});
const coverRoute = operation('get', '/agreements/{agreement}/protocols/{protocol}/document', {
  operationId: 'protocolDocument',
  summary: 'Returns the cover page of a protocol, in the given language',
  tag: 'Documents',
  query: formats,
  responses: printedResponses,
});
const certificateRoute = operation('get', '/agreements/{agreement}/certificate', {
  operationId: 'certificate',
  summary: 'Returns a certificate of status, as data or as a PDF; signed if the service has a key',
  tag: 'Documents',
  query: {
    asOf: inQuery.asOf,
    knownOn: inQuery.knownOn,
    format: z.enum(['json', 'pdf']).optional().describe('json by default.'),
  },
  responses: {
    200: {
      description: 'The certificate.',
      content: {
        'application/json': { schema: z.looseObject({ servanda: z.string(), answer: z.string() }).openapi('Certificate') },
        [mediaTypes.pdf]: { schema: bytes },
      },
    },
    ...unchanged,
  },
});
const importRoute = operation('post', '/imports', {
  operationId: 'importTable',
  summary:
    'Reads a table of agreements: returns, for each row, the agreement or the errors. Nothing is written: POST /agreements opens each',
  tag: 'Entering',
  query: { rehearsals: inQuery.rehearsals.describe('Imports the rows as rehearsals, whose facts are invented.') },
  body: {
    required: true,
    description: 'CSV, or the first sheet of a workbook.',
    content: { [csv]: { schema: z.any().openapi({ type: 'string' }) }, [xlsx]: { schema: bytes } },
  },
  responses: {
    200: json(
      'Row by row.',
      answered(
        'TableRead',
        z.looseObject({
          unknownColumns: z.array(z.string()),
          missingColumns: z.array(z.string()),
          rows: z.array(z.looseObject({ line: z.int(), reasons: z.array(z.string()) })),
        }),
      ),
    ),
  },
});

const drawn = async (made: PrintedDocument, format: PrintFormat = 'pdf'): Promise<Response> =>
  file(await bytesOf(made, format), mediaTypes[format]);

/** Sandboxed away from pages, whatever type its bytes claim to have. */
const file = (content: Uint8Array, type: string, name?: string): Response =>
  new Response(new Uint8Array(content), {
    headers: {
      'content-type': type,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'content-disposition': `attachment${name === undefined ? '' : `; filename*=UTF-8''${encodeURIComponent(name)}`}`,
    },
  });

export const filesPart = () =>
  newPart()
    .openapi(listRoute, async c => c.json(plain(await documentsOf(c.var.asker.context, c.req.valid('param').agreement)), 200))
    .openapi(attachRoute, async c => {
      const { to, name, note } = c.req.valid('query');
      const content = Buffer.from(await c.req.arrayBuffer());
      const given = { to, name, ...keyed('id', c.var.key), ...(note === undefined ? {} : { note }) };
      return c.json(plain(await attach(c.var.asker.context, c.req.valid('param').agreement, content, given)), 200);
    })
    .openapi(contentRoute, async c => {
      const { agreement, document: id } = c.req.valid('param');
      const found = await documentNamed(c.var.asker.context, agreement, id);
      return file(found.bytes, 'application/octet-stream', found.document.name);
    })
    .openapi(noteRoute, async c => {
      const [{ agreement, notice }, { context }] = [c.req.valid('param'), c.var.asker];
      return drawn(await printedNotice(context, agreement, notice, context.language), c.req.valid('query').format);
    })
    .openapi(coverRoute, async c => {
      const [{ agreement, protocol }, { context }] = [c.req.valid('param'), c.var.asker];
      return drawn(await printedProtocol(context, agreement, protocol, context.language), c.req.valid('query').format);
    })
    .openapi(certificateRoute, async c => {
      const [{ agreement }, { format, ...days }, { context }] = [c.req.valid('param'), c.req.valid('query'), c.var.asker];
      if (await isKnown(c, context, `certificate ${format ?? 'json'}`, agreement, days)) return c.body(null, 304);
      const found = await certificate(context, agreement, days);
      if (format !== 'pdf') return c.json(found.data as { servanda: string; answer: string }, 200);
      return file((await certificatePdf(found, context.language)).bytes, mediaTypes.pdf);
    })
    .openapi(importRoute, async c => {
      const content = new Uint8Array(await c.req.arrayBuffer());
      const name = mediaType(c) === xlsx ? 'table.xlsx' : 'table.csv';
      const read = { name, limit: fileLimit, rehearsal: isTrue(c.req.valid('query').rehearsals) };
      return c.json(plain(await tableRead(c.var.asker.context, content, read)), 200);
    });
