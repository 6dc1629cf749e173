/**
 * The life of a notice. Ours: from the draft at a desk to its effect; four eyes before it leaves, no effect before its receipt is proved.
 * Theirs: received, examined, accepted or found defective. VCLT art. 67 (writing, authority), 68 (revocation), 78 (receipt).
 */
import { and, assign, setup } from 'xstate';
import { dayAfter } from '../../clauses/calendar.ts';
import type { Emitted } from '../acts.ts';
import { pure, until } from '../driver.ts';
import * as acts from './acts.ts';
import type { NoticeContext, NoticeEvent, NoticeEventOf, NoticeInput } from './context.ts';
import { isSamePerson } from '../persons.ts';

/** Four eyes: the approver is neither the person who drafted or last changed it, nor the one who recorded the decision behind it. */
const isAnotherPerson = ({ draftedBy, enteredBy = draftedBy }: NoticeContext, { by }: NoticeEventOf<'notice.approved'>): boolean =>
  ![draftedBy, enteredBy].some(name => isSamePerson(by, name));

const amend = (c: NoticeContext, { by, content = c.content, channel = c.channel }: NoticeEventOf<'notice.amended'>) => ({
  draftedBy: by,
  enteredBy: undefined,
  approvedBy: undefined,
  content,
  channel,
});

const dispatch = (c: NoticeContext, { on, dated, reference, channel = c.channel }: NoticeEventOf<'notice.dispatched'>) => ({
  dispatched: on,
  dated,
  channel,
  content: reference ? { ...c.content, reference } : c.content,
});

const definition = setup({
  types: {
    context: {} as NoticeContext,
    events: {} as NoticeEvent,
    emitted: {} as Emitted,
    input: {} as NoticeInput,
    meta: {} as { article: string } | { desk: true },
  },
  guards: {
    isTheirs: ({ context }) => context.direction === 'theirs',
    isAnotherPerson: pure(isAnotherPerson),
    isNotTooLate: ({ context }) => context.assessment.tooLate === null,
    isDispatchNotAhead: pure((_: NoticeContext, { on, at }: NoticeEventOf<'notice.dispatched'>) => on <= at),
    isDatedBeforeDispatch: pure(
      (_: NoticeContext, { dated, on }: NoticeEventOf<'notice.dispatched'>) => dated === undefined || dated <= on,
    ),
    isReceivedAfterDispatch: pure((c: NoticeContext, { received }: NoticeEventOf<'notice.received'>) => received >= c.dispatched!),
    hasNoSendBy: ({ context }) => context.assessment.sendBy === null,
    isSendByPast: ({ context }) => context.assessment.sendBy! < context.today,
    isFar: ({ context }) => acts.warningDay(context, 'near') > context.today,
    isNear: ({ context }) => acts.warningDay(context, 'close') > context.today,
    isStillRunning: pure((_: NoticeContext, { assessment }: NoticeEventOf<'notice.assessed'>) => assessment.verdict === 'running'),
    hasTakenEffect: pure((_: NoticeContext, { assessment }: NoticeEventOf<'notice.assessed'>) => assessment.verdict === 'tookEffect'),
    isRevoked: pure((_: NoticeContext, { assessment }: NoticeEventOf<'notice.assessed'>) => assessment.verdict === 'revoked'),
  },
  actions: {
    approve: assign(pure((_: NoticeContext, { by }: NoticeEventOf<'notice.approved'>) => ({ approvedBy: by }))),
    amend: assign(pure(amend)),
    dispatch: assign(pure(dispatch)),
    receive: assign(pure((_: NoticeContext, { received, evidence }: NoticeEventOf<'notice.received'>) => ({ received, evidence }))),
    accept: assign(
      pure((c: NoticeContext, { by }: NoticeEventOf<'notice.accepted'>) => ({ received: c.arrival!.received, approvedBy: by })),
    ),
    giveReason: assign(pure((_: NoticeContext, { reason }: NoticeEventOf<'notice.returned'>) => ({ reason }))),
    findDefective: assign(
      pure((c: NoticeContext, { reason }: NoticeEventOf<'notice.found.defective'>) => ({
        received: c.arrival!.received,
        defect: reason,
        reason,
      })),
    ),
    assess: assign(pure((_: NoticeContext, { assessment }: NoticeEventOf<'notice.assessed'>) => ({ assessment }))),
  },
  delays: {
    sendByNear: ({ context }) => until(context.today, acts.warningDay(context, 'near')),
    sendByClose: ({ context }) => until(context.today, acts.warningDay(context, 'close')),
    sendBy: ({ context }) => until(context.today, dayAfter(context.assessment.sendBy!)),
    proofOfReceipt: ({ context }) => until(context.today, acts.firstAsked(context)),
    proofStillMissing: ({ context }) => until(context.today, acts.askedAgain(context)),
    examination: ({ context }) => until(context.today, acts.examinationDue(context)),
    examinationStillOwed: ({ context }) => until(context.today, acts.askedAgain(context)),
  },
});

const warnOne = definition.emit(({ context }) => acts.sendByNears(context, 1));
const warnTwo = definition.emit(({ context }) => acts.sendByNears(context, 2));
const warnAll = definition.emit(pure(acts.sendByPassed));
const askForProof = definition.emit(pure(acts.proofMissing));
const askForExamination = definition.emit(pure(acts.examinationOwed));
const announceOutcome = definition.emit(pure(acts.outcomeEntered));

/** Drafted, then approved by another person. A returned notice is sent again, or changed and approved again. */
const text = definition.createStateConfig({
  initial: 'drafted',
  meta: { desk: true },
  states: {
    drafted: {
      meta: { desk: true },
      on: {
        'notice.approved': { guard: 'isAnotherPerson', target: 'approved', actions: 'approve' },
        'notice.amended': { actions: 'amend' },
      },
    },
    approved: {
      description: 'Approved by someone other than the drafter.',
      meta: { desk: true },
      on: {
        'notice.amended': { target: 'drafted', actions: 'amend' },
        'notice.dispatched': {
          guard: and(['isNotTooLate', 'isDispatchNotAhead', 'isDatedBeforeDispatch']),
          target: '#notice.dispatched',
          actions: 'dispatch',
        },
      },
    },
    returned: {
      description: 'It came back or was lost; it may be sent again.',
      meta: { desk: true },
      on: {
        'notice.amended': { target: 'drafted', actions: 'amend' },
        'notice.dispatched': {
          guard: and(['isNotTooLate', 'isDispatchNotAhead', 'isDatedBeforeDispatch']),
          target: '#notice.dispatched',
          actions: 'dispatch',
        },
      },
    },
  },
});

/** The send-by day runs in parallel with the text: as it nears, each warning goes to one more person. */
const deadline = definition.createStateConfig({
  initial: 'assessed',
  meta: { desk: true },
  on: { 'notice.assessed': { target: '.assessed', actions: 'assess' } },
  states: {
    assessed: {
      meta: { desk: true },
      always: [
        { guard: 'hasNoSendBy', target: 'unwatched' },
        { guard: 'isSendByPast', target: 'past', actions: warnAll },
        { target: 'ahead' },
      ],
    },
    unwatched: { description: 'The law sets no day for it.', meta: { desk: true } },
    ahead: {
      meta: { desk: true },
      initial: 'placed',
      after: { sendBy: { target: 'past', actions: warnAll } },
      states: {
        placed: {
          meta: { desk: true },
          always: [{ guard: 'isFar', target: 'far' }, { guard: 'isNear', target: 'near' }, { target: 'close' }],
        },
        far: { meta: { desk: true }, after: { sendByNear: { target: 'near', actions: warnOne } } },
        near: { meta: { desk: true }, after: { sendByClose: { target: 'close', actions: warnTwo } } },
        close: { meta: { desk: true } },
      },
    },
    past: { description: 'It may be received too late.', meta: { desk: true } },
  },
});

export const noticeMachine = definition.createMachine({
  id: 'notice',
  context: ({ input }) => ({ ...input }),
  initial: 'opened',
  states: {
    opened: { meta: { desk: true }, always: [{ guard: 'isTheirs', target: 'examination' }, { target: 'desk' }] },
    desk: {
      type: 'parallel',
      meta: { desk: true },
      states: { text, deadline },
      on: { 'notice.recalled': { target: 'recalled', actions: 'giveReason' } },
    },
    dispatched: {
      description: 'In transit; without effect until its receipt is proved.',
      meta: { article: 'VCLT art. 78' },
      initial: 'awaited',
      states: {
        awaited: { meta: { desk: true }, after: { proofOfReceipt: { target: 'missing', actions: askForProof } } },
        missing: {
          description: 'Proof of receipt is overdue.',
          meta: { desk: true },
          after: { proofStillMissing: { target: 'missing', reenter: true, actions: askForProof } },
        },
      },
      on: {
        'notice.received': { guard: 'isReceivedAfterDispatch', target: 'received', actions: 'receive' },
        'notice.returned': { target: '#notice.desk.text.returned', actions: 'giveReason' },
        'notice.recalled': { target: 'recalled', actions: 'giveReason' },
        'notice.assessed': { actions: 'assess' },
      },
    },
    examination: {
      description: 'Received from the other Party; to be examined.',
      meta: { desk: true },
      initial: 'begun',
      states: {
        begun: { meta: { desk: true }, after: { examination: { target: 'owed', actions: askForExamination } } },
        owed: {
          meta: { desk: true },
          after: { examinationStillOwed: { target: 'owed', reenter: true, actions: askForExamination } },
        },
      },
      on: {
        'notice.accepted': { target: 'received', actions: 'accept' },
        'notice.found.defective': { target: 'defective', actions: 'findDefective' },
        'notice.assessed': { actions: 'assess' },
      },
    },
    received: {
      description: 'It counts from here; from now on it can only be revoked.',
      meta: { article: 'VCLT art. 78' },
      on: {
        'notice.assessed': [
          { guard: 'isStillRunning', actions: ['assess', announceOutcome] },
          { guard: 'hasTakenEffect', target: 'inEffect', actions: ['assess', announceOutcome] },
          { guard: 'isRevoked', target: 'revoked', actions: ['assess', announceOutcome] },
          { target: 'withoutEffect', actions: ['assess', announceOutcome] },
        ],
      },
    },
    inEffect: { type: 'final', meta: { article: 'VCLT art. 54' } },
    revoked: { type: 'final', meta: { article: 'VCLT art. 68' } },
    withoutEffect: { type: 'final', description: 'The law has no use for it, as things stand.', meta: { article: 'VCLT art. 78' } },
    recalled: { type: 'final', description: 'Taken back before receipt: free.', meta: { article: 'VCLT art. 78' } },
    defective: { type: 'final', description: 'No notice; entered with the reason.', meta: { article: 'VCLT art. 67' } },
  },
});
