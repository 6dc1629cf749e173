/**
 * A protocol on its way, as the desk sees it: proposed, its text agreed and settled in each language, signed, notified by each
 * Party. Its effect in law is the family's fold; here it is seen who is waited for. VCLT art. 9, 10, 39; here art. 10.
 */
import { assign, setup } from 'xstate';
import { after, dayAfter, latest, type CalendarDate } from '../../clauses/calendar.ts';
import type { Statement } from '../../clauses/statement.ts';
import type { ActParams, Emitted } from '../acts.ts';
import type { At } from '../agreement/context.ts';
import { pure, until } from '../driver.ts';
import { waits } from '../waits.ts';

export interface ProcessInput {
  today: CalendarDate;
  agreement: string;
  protocol: string;
  parties: readonly string[];
  /** The authentic languages, in which a text must be settled before signature. */
  languages: readonly string[];
  /** Who is told: ids of the agreement's list. */
  tell: readonly string[];
  basis: string;
}

export interface ProcessContext extends ProcessInput {
  texts: readonly string[];
  completions: readonly string[];
  /** The day on which the present stage began. */
  since: CalendarDate;
}

export type ProcessEvent =
  | At<{ type: 'protocol.proposed' }>
  | At<{ type: 'protocol.agreed' }>
  | At<{ type: 'protocol.text.settled'; language: string }>
  | At<{ type: 'protocol.signed' }>
  | At<{ type: 'protocol.completion.notified'; by: string }>
  | At<{ type: 'protocol.enteredIntoForce' }>
  | At<{ type: 'protocol.abandoned' }>
  | At<{ type: 'agreement.ended' }>;
type EventOf<T extends ProcessEvent['type']> = Extract<ProcessEvent, { type: T }>;

export const textsMissing = ({ languages, texts }: ProcessContext): string[] => languages.filter(l => !texts.includes(l));
export const notNotified = ({ parties, completions }: ProcessContext): string[] => parties.filter(p => !completions.includes(p));

/** What is awaited, of whom and in which languages; undefined where nothing is. */
export interface Awaited {
  what: ActParams['protocolAwaited']['awaited'];
  languages: readonly string[];
  parties: readonly string[];
}

export function awaitedIn(state: ProcessState, c: ProcessContext): Awaited | undefined {
  const [languages, parties] = [textsMissing(c), notNotified(c)];
  const none = { languages: [], parties: [] };
  switch (state) {
    case 'proposed':
      return { ...none, what: 'consent' };
    case 'agreed':
      return languages.length ? { ...none, what: 'texts', languages } : { ...none, what: 'signature' };
    case 'signed':
      return parties.length ? { ...none, what: 'completion', parties } : { ...none, what: 'entryOfAgreement' };
    case 'inForce':
    case 'neverOperates':
    case 'abandoned':
      return undefined;
    /* v8 ignore next 2 -- @preserve the union is closed, and the compiler says so */
    default:
      return state satisfies never;
  }
}

/** What is missing for its entry into force, as data. */
export interface MissingArgs {
  protocolAwaits: Awaited & { protocol: string };
}

export type Missing = Statement<MissingArgs>;

/** Undefined where nothing is missing. */
export function missingIn(state: ProcessState, c: ProcessContext): Missing | undefined {
  const awaited = awaitedIn(state, c);
  return awaited && { code: 'protocolAwaits', args: { ...awaited, protocol: c.protocol } };
}

export type ProcessState = 'proposed' | 'agreed' | 'signed' | 'inForce' | 'neverOperates' | 'abandoned';

function remind(state: ProcessState, c: ProcessContext): Emitted {
  const { what: awaited, languages, parties } = awaitedIn(state, c)!; // states in which nothing is awaited remind of nothing
  return {
    type: 'act',
    kind: 'remind',
    what: 'protocolAwaited',
    on: c.today,
    basis: c.basis,
    params: { agreement: c.agreement, protocol: c.protocol, awaited, languages, parties, since: c.since },
    due: c.since,
    ...(c.tell.length > 1 ? { to: c.tell.slice(0, 1) } : {}),
  };
}

const definition = setup({
  types: {
    context: {} as ProcessContext,
    events: {} as ProcessEvent,
    emitted: {} as Emitted,
    input: {} as ProcessInput,
    meta: {} as { article: string },
  },
  actions: {
    enter: assign(({ context }) => ({ since: context.today })),
    settleText: assign(pure((c: ProcessContext, { language }: EventOf<'protocol.text.settled'>) => ({ texts: [...c.texts, language] }))),
    takeCompletion: assign(
      pure((c: ProcessContext, { by }: EventOf<'protocol.completion.notified'>) => ({ completions: [...c.completions, by] })),
    ),
  },
  delays: {
    consentAwaited: ({ context }) => until(context.today, next(context)),
    signatureAwaited: ({ context }) => until(context.today, next(context)),
    completionAwaited: ({ context }) => until(context.today, next(context)),
  },
});

/** The next time to remind, counted from the day on which the stage began. */
function next({ since, today }: ProcessContext): CalendarDate {
  let day = after(since, waits.protocolAwaited);
  while (day <= today) day = after(day, waits.protocolAwaited);
  return latest(day, dayAfter(today));
}

const remindOfConsent = definition.emit(({ context }) => remind('proposed', context));
const remindOfSignature = definition.emit(({ context }) => remind('agreed', context));
const remindOfCompletion = definition.emit(({ context }) => remind('signed', context));

export const protocolProcess = definition.createMachine({
  id: 'protocolProcess',
  context: ({ input }) => ({ ...input, texts: [], completions: [], since: input?.today }),
  initial: 'proposed',
  on: {
    'protocol.text.settled': { actions: 'settleText' },
    'protocol.completion.notified': { actions: 'takeCompletion' },
    'protocol.abandoned': '.abandoned',
    'protocol.enteredIntoForce': '.inForce',
    'agreement.ended': '.neverOperates',
  },
  states: {
    proposed: {
      meta: { article: 'clause: amendment' },
      entry: 'enter',
      initial: 'awaited',
      states: {
        awaited: {
          meta: { article: 'clause: amendment' },
          after: { consentAwaited: { target: 'awaited', reenter: true, actions: remindOfConsent } },
        },
      },
      on: { 'protocol.agreed': 'agreed', 'protocol.signed': 'signed', 'protocol.proposed': { actions: 'enter' } },
    },
    agreed: {
      description: 'The text is agreed; it is settled in each language, then signed.',
      meta: { article: 'VCLT art. 9, 10' },
      entry: 'enter',
      initial: 'awaited',
      states: {
        awaited: {
          meta: { article: 'VCLT art. 10' },
          after: { signatureAwaited: { target: 'awaited', reenter: true, actions: remindOfSignature } },
        },
      },
      on: { 'protocol.signed': 'signed' },
    },
    signed: {
      description: 'Each Party notifies the completion of its internal procedures.',
      meta: { article: 'clause: entry into force' },
      entry: 'enter',
      initial: 'awaited',
      states: {
        awaited: {
          meta: { article: 'clause: entry into force' },
          after: { completionAwaited: { target: 'awaited', reenter: true, actions: remindOfCompletion } },
        },
      },
    },
    inForce: { type: 'final', entry: 'enter', description: 'An integral part of the agreement.', meta: { article: 'VCLT art. 39' } },
    neverOperates: { type: 'final', entry: 'enter', meta: { article: 'VCLT art. 44' } },
    abandoned: { type: 'final', entry: 'enter', meta: { article: 'VCLT art. 54' } },
  },
});
