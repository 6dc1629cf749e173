/** Lists over many agreements: one line for each, deadlines, notices and protocols. */
import { z } from '@hono/zod-openapi';
import {
  agreementsNamed,
  deadlinesWithin,
  glances,
  noticesNamed,
  noticesOf,
  placeOf,
  protocolsNamed,
  protocolsOf,
  whole,
  type ProtocolOf,
} from '../../client/lists.ts';
import { newPart } from './middleware.ts';
import { isListKnown } from './etag.ts';
import { operation } from './operation.ts';
import { byNumber, keyIn, mostByDefault, paged, pageOf } from './paging.ts';
import { inQuery, isTrue } from './parameters.ts';
import { json, unchanged } from './responses.ts';
import { plain } from './schemas.ts';
import { shapes } from './shapes.ts';

const { asOf, within, rehearsals, undecided, party, responsible, cursor, limit } = inQuery;
const page = { cursor, limit };
/** The agreements, as repeated parameters or separated by commas. Default: all. */
const agreements = z
  .string()
  .regex(/^[A-Za-z0-9._-]{1,80}(,[A-Za-z0-9._-]{1,80}){0,49}$/)
  .optional()
  .describe('Only these agreements, separated by commas.');

const listRoute = operation('get', '/agreements', {
  operationId: 'list',
  summary: 'Lists the agreements of the register',
  tag: 'Lists',
  query: { ...page, asOf, rehearsals },
  responses: { 200: json('A page of them, by their ids.', paged('Agreements', shapes.glance)), ...unchanged },
});

const deadlinesRoute = operation('get', '/deadlines', {
  operationId: 'deadlines',
  summary: 'Lists what must be done by when, sorted by the day by which to act: `sendBy`, otherwise `date`',
  tag: 'Lists',
  query: { ...page, asOf, within, rehearsals, undecided, agreements, party, responsible },
  responses: { 200: json('A page of deadlines.', paged('Deadlines', shapes.deadline)), ...unchanged },
});

const noticesRoute = operation('get', '/notices', {
  operationId: 'notices',
  summary: 'Lists the notices of these agreements, or of all, including closed ones',
  tag: 'Notices',
  query: { ...page, agreements },
  responses: { 200: json('A page of notices.', paged('Notices', shapes.notice)) },
});

const protocolsRoute = operation('get', '/protocols', {
  operationId: 'protocols',
  summary: 'Lists the protocols of these agreements, or of all',
  tag: 'Protocols',
  query: { ...page, agreements },
  responses: { 200: json('A page of protocols.', paged('Protocols', shapes.protocol)) },
});

const named = (given: string | undefined): string[] => (given === undefined ? [] : [...new Set(given.split(','))].sort());

const byProtocol = ({ agreement, protocol }: ProtocolOf): string => JSON.stringify([agreement, protocol]);
/** The greatest possible key of an item of this agreement. */
const lastOf = (agreement: string): string => `${JSON.stringify([agreement]).slice(0, -1)},\uffff`;

export const listsPart = () =>
  newPart()
    .openapi(listRoute, async c => {
      const [asked, { context }] = [c.req.valid('query'), c.var.asker];
      if (await isListKnown(c, context, 'list', asked)) return c.body(null, 304);
      const which = { asOf: asked.asOf, rehearsals: isTrue(asked.rehearsals) };
      const { items, next } = pageOf(await agreementsNamed(context, which), id => id, asked);
      return c.json(plain({ items: await whole(context, glances(context, which, items)), next }), 200);
    })
    .openapi(deadlinesRoute, async c => {
      const [asked, { context }] = [c.req.valid('query'), c.var.asker];
      if (await isListKnown(c, context, 'deadlines', asked)) return c.body(null, 304);
      const found = await whole(
        context,
        deadlinesWithin(context, {
          asOf: asked.asOf,
          ...(asked.within ? { within: asked.within } : {}),
          undecided: isTrue(asked.undecided),
          rehearsals: isTrue(asked.rehearsals),
          agreements: named(asked.agreements),
          ...(asked.party ? { party: asked.party } : {}),
          ...(asked.responsible ? { responsible: asked.responsible } : {}),
        }),
      );
      return c.json(plain(pageOf(found, placeOf, asked)), 200);
    })
    .openapi(noticesRoute, async c => {
      const [asked, { context }] = [c.req.valid('query'), c.var.asker];
      const which = { agreements: named(asked.agreements) };
      const { items, next } = pageOf(await noticesNamed(context, which), byNumber, asked);
      const found = await whole(context, noticesOf(context, which, items));
      return c.json(plain({ ...pageOf(found, byNumber, { limit: asked.limit }), next }), 200);
    })
    .openapi(protocolsRoute, async c => {
      const [asked, { context }] = [c.req.valid('query'), c.var.asker];
      const which = { agreements: named(asked.agreements) };
      const [after, most] = [keyIn(asked.cursor) ?? '', Number(asked.limit ?? mostByDefault)];
      const some = {
        isPassed: (agreement: string) => lastOf(agreement) < after,
        isEnough: (found: readonly ProtocolOf[]) => found.filter(one => byProtocol(one) > after).length > most,
      };
      const { items, next } = pageOf(await whole(context, protocolsNamed(context, which, some)), byProtocol, asked);
      const found = await whole(context, protocolsOf(context, which, items));
      return c.json(plain({ ...pageOf(found, p => byProtocol(p.known.protocol), { limit: asked.limit }), next }), 200);
    });
