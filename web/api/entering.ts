/** Operations that enter agreements, facts, corrections, strikes and decisions, each authorised by the caller's right. */
import { z } from '@hono/zod-openapi';
import type { DecisionGiven } from '../../client/facts.ts';
import type { AgreementGiven, FactGiven, FieldsGiven } from '../../client/requests.ts';
import { agreement as agreementSchema, descriptionLimit, entry, fact, factAsEntered } from '../../client/schemas.ts';
import { keyed, newPart } from './middleware.ts';
import { operation } from './operation.ts';
import { json, sent } from './responses.ts';
import { body, plain } from './schemas.ts';
import { DecidedNow, EnteredNow, OpenedNow, ReplannedNow, Revised } from './shapes.ts';

const text = z.string().trim().min(1).max(2000);
const person = z.string().trim().min(1).max(200);
const entered = { 200: json('Entered, and what moved by it; `existing` where it was there already.', EnteredNow) };

const described = agreementSchema.safeExtend({ facts: z.array(entry).optional() });

const openRoute = operation('post', '/agreements', {
  operationId: 'open',
  summary: 'Opens an agreement: servanda keeps it from now on. Repeating it changes nothing',
  tag: 'Entering',
  body: sent(body<AgreementGiven>('AgreementFile', described, {}, descriptionLimit)),
  responses: { 200: json('It is kept.', OpenedNow) },
});

const reviseRoute = operation('post', '/agreements/{agreement}/revisions', {
  operationId: 'revise',
  summary: 'Puts a changed description into use',
  tag: 'Entering',
  body: sent(
    body<{ agreement: AgreementGiven; reason: string }>(
      'Revision',
      z.strictObject({ agreement: described, reason: text }),
      {},
      descriptionLimit,
    ),
  ),
  responses: { 200: json('In use, and what moved by it.', Revised) },
});

const recordRoute = operation('post', '/agreements/{agreement}/facts', {
  operationId: 'record',
  summary: 'Enters a fact',
  tag: 'Entering',
  body: sent(body<FactGiven>('Fact', factAsEntered, { id: 'fact' })),
  responses: entered,
});

const correctRoute = operation('post', '/agreements/{agreement}/entries/{entry}/corrections', {
  operationId: 'correct',
  summary: 'Corrects fields of an entry by a later entry; null clears a field (VCLT art. 79)',
  tag: 'Entering',
  body: sent(
    body<{ fields: FieldsGiven; reason?: string }>(
      'Correction',
      z.strictObject({ fields: z.record(z.string(), z.unknown()), reason: text.optional() }),
    ),
  ),
  responses: entered,
});

const strikeRoute = operation('post', '/agreements/{agreement}/entries/{entry}/strikes', {
  operationId: 'strike',
  summary: 'Strikes an entry by a later entry: it stays in the register, without effect',
  tag: 'Entering',
  body: sent(body<{ reason: string }>('Strike', z.strictObject({ reason: text }))),
  responses: entered,
});

const decisions = fact.options.find(o => o.shape.type.value === 'decision.made')!.shape as unknown as { decision: z.ZodType };

const decideRoute = operation('post', '/agreements/{agreement}/decisions', {
  operationId: 'decide',
  summary: 'Records a decision: renew, give notice, negotiate or let lapse',
  tag: 'Entering',
  body: sent(
    body<Omit<DecisionGiven, 'id' | 'person'> & { person?: string }>(
      'Decision',
      z.strictObject({
        decision: decisions.decision,
        authority: text,
        person: person.optional(),
        note: text.optional(),
        for: z.string().optional(),
      }),
    ),
  ),
  responses: { 200: json('Entered; `late` says what a notice can no longer prevent, where it comes late.', DecidedNow) },
});

const acknowledgeRoute = operation('post', '/agreements/{agreement}/acknowledgements', {
  operationId: 'acknowledge',
  summary: 'Acknowledges the reminders sent so far',
  tag: 'Entering',
  body: sent(body<{ for?: string }>('Acknowledgement', z.strictObject({ for: z.string().optional() }))),
  responses: entered,
});

const replanRoute = operation('post', '/agreements/{agreement}/replans', {
  operationId: 'replan',
  summary: 'Recalculates the agreement after the rules were corrected',
  tag: 'Entering',
  body: sent(body<object>('Replan', z.strictObject({}))),
  responses: { 200: json('What moved.', ReplannedNow) },
});

export const enteringPart = () =>
  newPart()
    .openapi(openRoute, async c => c.json(plain(await c.var.asker.servanda.open(c.req.valid('json'))), 200))
    .openapi(reviseRoute, async c => {
      const { agreement, reason } = c.req.valid('json');
      const { agreement: id } = c.req.valid('param');
      return c.json(plain(await c.var.asker.servanda.revise({ ...agreement, id }, { reason })), 200);
    })
    .openapi(recordRoute, async c => {
      const given = { ...keyed('id', c.var.key), ...c.req.valid('json') };
      return c.json(plain(await c.var.asker.servanda.record(c.req.valid('param').agreement, given)), 200);
    })
    .openapi(correctRoute, async c => {
      const [{ agreement, entry: of }, { fields, reason }] = [c.req.valid('param'), c.req.valid('json')];
      const how = { ...keyed('id', c.var.key), ...(reason === undefined ? {} : { reason }) };
      return c.json(plain(await c.var.asker.servanda.correct(agreement, of, fields, how)), 200);
    })
    .openapi(strikeRoute, async c => {
      const { agreement, entry: of } = c.req.valid('param');
      return c.json(plain(await c.var.asker.servanda.strike(agreement, of, { ...keyed('id', c.var.key), ...c.req.valid('json') })), 200);
    })
    .openapi(decideRoute, async c => {
      const { servanda, context } = c.var.asker;
      const given = { person: context.person, ...keyed('id', c.var.key), ...c.req.valid('json') };
      return c.json(plain(await servanda.decide(c.req.valid('param').agreement, given)), 200);
    })
    .openapi(acknowledgeRoute, async c => {
      const how = { ...keyed('id', c.var.key), ...c.req.valid('json') };
      return c.json(plain(await c.var.asker.servanda.acknowledge(c.req.valid('param').agreement, how)), 200);
    })
    .openapi(replanRoute, async c => c.json(plain(await c.var.asker.servanda.replan(c.req.valid('param').agreement)), 200));
