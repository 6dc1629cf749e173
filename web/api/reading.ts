/** Operations that read one agreement: its standing, dates, reckonings, ledger and timers, and what a fact would change. */
import { z } from '@hono/zod-openapi';
import { ledger } from '../../client/answers.ts';
import type { FactGiven } from '../../client/requests.ts';
import { calendarDate } from '../../clauses/calendar.ts';
import { factAsEntered } from '../../client/schemas.ts';
import { newPart } from './middleware.ts';
import { isKnown } from './etag.ts';
import { operation } from './operation.ts';
import { bySeq, paged, pageOf } from './paging.ts';
import { inQuery } from './parameters.ts';
import { json, sent, unchanged } from './responses.ts';
import { answered, body, plain } from './schemas.ts';
import { Dates, shapes, Simulated, Standing } from './shapes.ts';

const { asOf, knownOn, until, cursor, limit } = inQuery;
const days = { asOf, knownOn };

const standingRoute = operation('get', '/agreements/{agreement}', {
  operationId: 'standing',
  summary: 'Returns the standing by the register, with the entries, the clauses as they stand and the decision owed',
  tag: 'Agreements',
  query: days,
  responses: { 200: json('Its standing.', Standing), ...unchanged },
});

const datesRoute = operation('get', '/agreements/{agreement}/dates', {
  operationId: 'dates',
  summary: 'Returns the standing and all dates, as `timeline --json` does',
  tag: 'Agreements',
  query: { ...days, until },
  responses: { 200: json('Its dates.', Dates), ...unchanged },
});

const explanationsRoute = operation('get', '/agreements/{agreement}/explanations', {
  operationId: 'explain',
  summary: 'Explains every date: its article, its anchor, how it was counted, and what other readings give',
  tag: 'Agreements',
  query: days,
  responses: { 200: json('The dates explained.', answered('Explanations', z.array(shapes.explanation))), ...unchanged },
});

const ledgerRoute = operation('get', '/agreements/{agreement}/ledger', {
  operationId: 'ledger',
  summary: 'Lists every entry in order, with the right under which it was entered',
  tag: 'Agreements',
  query: { cursor, limit },
  responses: { 200: json('A page of its entries.', paged('Ledger', shapes.row)) },
});

const timersRoute = operation('get', '/agreements/{agreement}/timers', {
  operationId: 'timers',
  summary: 'Lists the timers really pending in Temporal, the next one first',
  tag: 'Agreements',
  responses: { 200: json('Its timers.', answered('Timers', z.array(shapes.timer))) },
});

const simulationRoute = operation('post', '/agreements/{agreement}/simulations', {
  operationId: 'simulate',
  summary: 'Simulates a fact: the standing before and after it. Nothing is written',
  tag: 'Agreements',
  body: sent(
    body<{ fact: FactGiven; asOf?: string }>('SimulationRequest', z.strictObject({ fact: factAsEntered, asOf: calendarDate.optional() }), {
      fact: { id: 'fact' },
    }),
  ),
  responses: { 200: json('Both standings, and what moves.', Simulated) },
});

export const readingPart = () =>
  newPart()
    .openapi(standingRoute, async c => {
      const [{ agreement }, asked, { context, servanda }] = [c.req.valid('param'), c.req.valid('query'), c.var.asker];
      if (await isKnown(c, context, 'standing', agreement, asked)) return c.body(null, 304);
      return c.json(plain(await servanda.standing(agreement, asked)), 200);
    })
    .openapi(datesRoute, async c => {
      const [{ agreement }, asked, { context, servanda }] = [c.req.valid('param'), c.req.valid('query'), c.var.asker];
      if (await isKnown(c, context, 'dates', agreement, asked)) return c.body(null, 304);
      return c.json(plain(await servanda.timeline(agreement, asked)), 200);
    })
    .openapi(explanationsRoute, async c => {
      const [{ agreement }, asked, { context, servanda }] = [c.req.valid('param'), c.req.valid('query'), c.var.asker];
      if (await isKnown(c, context, 'explanations', agreement, asked)) return c.body(null, 304);
      return c.json(plain(await servanda.explain(agreement, asked)), 200);
    })
    .openapi(ledgerRoute, async c => {
      const [{ agreement }, asked] = [c.req.valid('param'), c.req.valid('query')];
      return c.json(plain(pageOf(await ledger(c.var.asker.context, agreement), bySeq, asked)), 200);
    })
    .openapi(timersRoute, async c => c.json(plain(await c.var.asker.servanda.timers(c.req.valid('param').agreement)), 200))
    .openapi(simulationRoute, async c => {
      const { fact, asOf: day } = c.req.valid('json');
      return c.json(plain(await c.var.asker.servanda.simulate(c.req.valid('param').agreement, fact, { asOf: day })), 200);
    });
