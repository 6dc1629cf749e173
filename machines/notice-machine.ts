/**
 * The life of a notice of ours, from the draft on a desk to its effect: four eyes before it leaves, and no effect before its
 * receipt is proved. VCLT art. 67 (in writing, authority), 68 (revocation), 78 (receipt).
 */
import { and, assign, setup } from 'xstate';
import { dayAfter, inWords, type CalendarDate } from '../clauses/calendar.ts';
import type { Emitted } from './acts.ts';
import type { At } from './agreement-context.ts';
import { until } from './driver.ts';

export interface NoticeContext {
  today: CalendarDate;
  id: string;
  draftedBy: string;
  approvedBy?: string;
  /** The send-by day: after it the notice may not arrive by the safe day. */
  sendBy?: CalendarDate;
  /** How long receipt may take, in days, before its proof is asked for. */
  proofWithin: number;
  dispatched?: CalendarDate;
  received?: CalendarDate;
}

export type NoticeEvent =
  | At<{ type: 'notice.approved'; by: string }>
  | At<{ type: 'notice.amended'; by: string }>
  | At<{ type: 'notice.dispatched' }>
  | At<{ type: 'notice.received'; received: CalendarDate }>
  | At<{ type: 'notice.returned'; reason: string }>
  | At<{ type: 'notice.recalled' }>
  | At<{ type: 'notice.found.defective'; reason: string }>
  | At<{ type: 'notice.revoked' }>
  | At<{ type: 'notice.took.effect' }>;

export interface NoticeInput {
  today: CalendarDate;
  id: string;
  draftedBy: string;
  sendBy?: CalendarDate;
  proofWithin: number;
}

type EventOf<T extends NoticeEvent['type']> = Extract<NoticeEvent, { type: T }>;

const act = (c: NoticeContext, a: { what: 'sendBy' | 'proofOfReceipt'; basis: string; text: string }): Emitted => ({
  type: 'act',
  kind: 'remind',
  on: c.today,
  ...a,
});

const sendByPassed = (c: NoticeContext): Emitted =>
  act(c, {
    what: 'sendBy',
    basis: 'VCLT art. 78',
    text: `Notice ${c.id} has not left by ${inWords(c.sendBy!)}: it may be received too late.`,
  });

const proofMissing = (c: NoticeContext): Emitted =>
  act(c, {
    what: 'proofOfReceipt',
    basis: 'VCLT art. 78',
    text: `Notice ${c.id} left on ${inWords(c.dispatched!)}; proof of its receipt is missing. Without it the notice has no effect.`,
  });

const proofDue = (c: NoticeContext): number => c.proofWithin * 86_400_000;

const definition = setup({
  types: {
    context: {} as NoticeContext,
    events: {} as NoticeEvent,
    emitted: {} as Emitted,
    input: {} as NoticeInput,
    meta: {} as { article: string },
  },
  guards: {
    /** Four eyes: who drafted it, or last changed it, does not approve it. */
    isAnotherPerson: ({ context, event }) => (event as EventOf<'notice.approved'>).by !== context.draftedBy,
    isReceivedAfterDispatch: ({ context, event }) => (event as EventOf<'notice.received'>).received >= context.dispatched!,
    isReceiptNotAhead: ({ event }) => (event as EventOf<'notice.received'>).received <= event.at,
    hasSendByAhead: ({ context }) => context.sendBy !== undefined && context.sendBy >= context.today,
  },
  actions: {
    approve: assign({ approvedBy: ({ event }) => (event as EventOf<'notice.approved'>).by }),
    amend: assign({ draftedBy: ({ event }) => (event as EventOf<'notice.amended'>).by, approvedBy: undefined }),
    dispatch: assign({ dispatched: ({ context }) => context.today }),
    receive: assign({ received: ({ event }) => (event as EventOf<'notice.received'>).received }),
  },
  delays: {
    sendBy: ({ context }) => until(context.today, dayAfter(context.sendBy!)),
    proofOfReceipt: ({ context }) => proofDue(context),
  },
});

const warnOfSendBy = definition.emit(({ context }) => sendByPassed(context));
const askForProof = definition.emit(({ context }) => proofMissing(context));

/** On the desk: drafted, then approved by another person; the send-by day runs beside it. */
const desk = definition.createStateConfig({
  type: 'parallel',
  meta: { article: 'VCLT art. 67' },
  states: {
    text: {
      initial: 'drafted',
      meta: { article: 'VCLT art. 67' },
      states: {
        drafted: {
          meta: { article: 'VCLT art. 67' },
          on: {
            'notice.approved': { guard: 'isAnotherPerson', target: 'approved', actions: 'approve' },
            'notice.amended': { actions: 'amend' },
          },
        },
        approved: {
          description: 'By another person than the one who drafted it.',
          meta: { article: 'VCLT art. 67' },
          on: {
            'notice.amended': { target: 'drafted', actions: 'amend' },
            'notice.dispatched': { target: '#notice.dispatched', actions: 'dispatch' },
          },
        },
      },
    },
    deadline: {
      initial: 'weighed',
      meta: { article: 'VCLT art. 78' },
      states: {
        weighed: { meta: { article: 'VCLT art. 78' }, always: [{ guard: 'hasSendByAhead', target: 'ahead' }, { target: 'unwatched' }] },
        ahead: { meta: { article: 'VCLT art. 78' }, after: { sendBy: { target: 'unwatched', actions: warnOfSendBy } } },
        unwatched: { meta: { article: 'VCLT art. 78' } },
      },
    },
  },
  on: { 'notice.recalled': '#notice.recalled' },
});

export const noticeMachine = definition.createMachine({
  id: 'notice',
  context: ({ input }) => ({
    today: input?.today,
    id: input?.id,
    draftedBy: input?.draftedBy,
    proofWithin: input?.proofWithin,
    ...(input?.sendBy ? { sendBy: input.sendBy } : {}),
  }),
  initial: 'desk',
  states: {
    desk,
    dispatched: {
      description: 'On its way; without effect until its receipt is proved.',
      meta: { article: 'VCLT art. 78' },
      on: {
        'notice.received': { guard: and(['isReceivedAfterDispatch', 'isReceiptNotAhead']), target: 'received', actions: 'receive' },
        'notice.returned': 'returned',
        'notice.recalled': 'recalled',
      },
      after: { proofOfReceipt: { actions: askForProof } },
    },
    returned: {
      description: 'Came back or was lost; it may be sent again.',
      meta: { article: 'VCLT art. 78' },
      on: { 'notice.dispatched': { target: 'dispatched', actions: 'dispatch' }, 'notice.recalled': 'recalled' },
    },
    received: {
      description: 'It counts from here; taking it back now needs a revocation.',
      meta: { article: 'VCLT art. 78' },
      on: {
        'notice.took.effect': 'inEffect',
        'notice.revoked': 'revoked',
        'notice.found.defective': 'defective',
      },
    },
    inEffect: { type: 'final', meta: { article: 'VCLT art. 54' } },
    revoked: { type: 'final', meta: { article: 'VCLT art. 68' } },
    recalled: { type: 'final', description: 'Taken back before receipt: free.', meta: { article: 'VCLT art. 78' } },
    defective: { type: 'final', meta: { article: 'VCLT art. 67' } },
  },
});
