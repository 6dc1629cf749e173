/** Notices and protocols at the desk: opening them, reading them, their steps and their documents. */
import { z } from '@hono/zod-openapi';
import type { ArrivalGiven, DraftGiven, NoticeContentGiven, NoticeRequest, ProposalGiven, ProtocolRequest } from '../../client/requests.ts';
import type { NoticeShown, ProtocolShown } from '../../workflows/messages.ts';
import {
  noticeContent,
  noticeDraft,
  noticeRequests,
  protocolOpening,
  protocolRequests,
  slug,
  type NoticeRequestName,
  type ProtocolRequestName,
} from '../../client/schemas.ts';
import type { Asker } from './caller.ts';
import { keyed, newPart } from './middleware.ts';
import { operation } from './operation.ts';
import { json, sent } from './responses.ts';
import { body, plain } from './schemas.ts';
import { NoticeNow, NoticeStepped, ProtocolNow, ProtocolStepped } from './shapes.ts';

type Drafted = { content: NoticeContentGiven } & Pick<DraftGiven, 'number' | 'channel'>;
type Arrived = { content: NoticeContentGiven } & Omit<ArrivalGiven, 'by'>;
type Proposed = { protocol: string } & Omit<ProposalGiven, 'person'>;
/** A request under the name of its step. */
type NoticeStepGiven = { [N in NoticeRequestName]: { step: N } & Omit<NoticeRequest<N>, 'by'> }[NoticeRequestName];
type ProtocolStepGiven = { [N in ProtocolRequestName]: { step: N } & Omit<ProtocolRequest<N>, 'by'> }[ProtocolRequestName];

const { draft, arrival } = {
  draft: z.strictObject({ content: noticeContent, number: slug.optional(), channel: noticeDraft.shape.channel.optional() }),
  arrival: z.strictObject({ content: noticeContent, number: slug.optional(), ...noticeDraft.shape.arrival.unwrap().shape }),
};
const proposal = z.strictObject({
  protocol: slug,
  title: protocolOpening.shape.title,
  changes: protocolOpening.shape.changes,
  ...protocolOpening.shape.proposal.unwrap().shape,
});

type Step = z.ZodObject<{ step: z.ZodLiteral<string> }>;
const stepsOf = (requests: Readonly<Record<string, z.ZodObject>>): z.ZodType => {
  const [first, ...others] = Object.entries(requests).map(
    ([name, request]) => request.omit({ by: true }).extend({ step: z.literal(name) }) as unknown as Step,
  );
  return z.discriminatedUnion('step', [first!, ...others]);
};

const showNotice = operation('get', '/agreements/{agreement}/notices/{notice}', {
  operationId: 'showNotice',
  summary: 'Returns a notice as it stands today, with its steps and its legal outcome',
  tag: 'Notices',
  responses: { 200: json('The notice.', NoticeNow) },
});
const draftNotice = operation('post', '/agreements/{agreement}/notices', {
  operationId: 'draftNotice',
  summary: 'Drafts our own notice; another person must approve it before dispatch',
  tag: 'Notices',
  body: sent(body<Drafted>('NoticeDraft', draft)),
  responses: { 200: json('The notice.', NoticeNow) },
});
const enterNotice = operation('post', '/agreements/{agreement}/arrivals', {
  operationId: 'enterNotice',
  summary: 'Enters a notice received from the other Party; it counts once examined and accepted',
  tag: 'Notices',
  body: sent(body<Arrived>('NoticeArrival', arrival)),
  responses: { 200: json('The notice.', NoticeNow) },
});
const stepNotice = operation('post', '/agreements/{agreement}/notices/{notice}/steps', {
  operationId: 'stepNotice',
  summary: 'Takes a step of a notice: approve, dispatch, confirm receipt, …',
  tag: 'Notices',
  body: sent(body<NoticeStepGiven>('NoticeStep', stepsOf(noticeRequests))),
  responses: { 200: json('The notice after it.', NoticeStepped) },
});
const showProtocol = operation('get', '/agreements/{agreement}/protocols/{protocol}', {
  operationId: 'showProtocol',
  summary: 'Returns a protocol as it stands today, and what it awaits',
  tag: 'Protocols',
  responses: { 200: json('The protocol.', ProtocolNow) },
});
const proposeProtocol = operation('post', '/agreements/{agreement}/protocols', {
  operationId: 'proposeProtocol',
  summary: 'Proposes a protocol',
  tag: 'Protocols',
  body: sent(body<Proposed>('ProtocolProposal', proposal)),
  responses: { 200: json('The protocol.', ProtocolNow) },
});
const stepProtocol = operation('post', '/agreements/{agreement}/protocols/{protocol}/steps', {
  operationId: 'stepProtocol',
  summary: 'Takes a step of a protocol: agree, settle a text, sign or abandon',
  tag: 'Protocols',
  body: sent(body<ProtocolStepGiven>('ProtocolStep', stepsOf(protocolRequests))),
  responses: { 200: json('The protocol after it.', ProtocolStepped) },
});

type StepCall<R> = (agreement: string, id: string, request: object) => Promise<R>;

const takeNoticeStep = (
  { servanda }: Asker,
  agreement: string,
  number: string,
  { step, ...request }: NoticeStepGiven,
): Promise<NoticeShown> => (servanda.notice[step] as StepCall<NoticeShown>)(agreement, number, request);
const takeProtocolStep = (
  { servanda }: Asker,
  agreement: string,
  id: string,
  { step, ...request }: ProtocolStepGiven,
): Promise<ProtocolShown> => (servanda.protocol[step] as StepCall<ProtocolShown>)(agreement, id, request);

export const noticesAndProtocolsPart = () =>
  newPart()
    .openapi(showNotice, async c => {
      const { agreement, notice } = c.req.valid('param');
      return c.json(plain(await c.var.asker.servanda.notice.show(agreement, notice)), 200);
    })
    .openapi(draftNotice, async c => {
      const { content, ...how } = c.req.valid('json');
      const { agreement } = c.req.valid('param');
      return c.json(plain(await c.var.asker.servanda.notice.draft(agreement, content, { ...keyed('number', c.var.key), ...how })), 200);
    })
    .openapi(enterNotice, async c => {
      const { content, ...how } = c.req.valid('json');
      const { agreement } = c.req.valid('param');
      return c.json(plain(await c.var.asker.servanda.notice.enter(agreement, content, { ...keyed('number', c.var.key), ...how })), 200);
    })
    .openapi(stepNotice, async c => {
      const { agreement, notice } = c.req.valid('param');
      return c.json(plain(await takeNoticeStep(c.var.asker, agreement, notice, c.req.valid('json'))), 200);
    })
    .openapi(showProtocol, async c => {
      const { agreement, protocol } = c.req.valid('param');
      return c.json(plain(await c.var.asker.servanda.protocol.show(agreement, protocol)), 200);
    })
    .openapi(proposeProtocol, async c => {
      const { protocol, ...how } = c.req.valid('json');
      return c.json(plain(await c.var.asker.servanda.protocol.propose(c.req.valid('param').agreement, protocol, how)), 200);
    })
    .openapi(stepProtocol, async c => {
      const { agreement, protocol } = c.req.valid('param');
      return c.json(plain(await takeProtocolStep(c.var.asker, agreement, protocol, c.req.valid('json'))), 200);
    });
