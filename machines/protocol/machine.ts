/**
 * The life of a protocol, the instrument that amends the agreement: a treaty of its own until it is in force, an integral part from then
 * on. It can operate neither before the agreement nor after its end. VCLT art. 39; here art. 10.
 */
import { assign, setup } from 'xstate';
import { latest, type CalendarDate } from '../../clauses/calendar.ts';
import {
  entryIntoForce,
  hasNotified,
  isAwaited,
  withNotification,
  type Consents,
  type EntryIntoForce,
} from '../../clauses/entry-into-force.ts';
import type { Reading } from '../../clauses/reading.ts';
import type { Reckoning } from '../../clauses/reckoning.ts';
import type { Changes, EntryIntoForceClause } from '../../clauses/terms.ts';
import type { Emitted } from '../acts.ts';
import type { At, AtEarliest } from '../agreement/context.ts';
import { pure, until } from '../driver.ts';
import type { FactOf, FactType } from '../facts.ts';

export interface ProtocolContext {
  today: CalendarDate;
  id: string;
  parties: readonly string[];
  reading: Reading;
  clause: EntryIntoForceClause;
  /** The article that makes a protocol part of the agreement. */
  article: string;
  proposed?: CalendarDate;
  consents: Consents;
  changes?: Changes;
  /** The agreement's own entry into force, before which no protocol operates. */
  agreementInForceSince?: CalendarDate;
  entry?: Reckoning;
}

export type ProtocolFactType = Extract<FactType, `protocol.${string}`>;
/** A signature carries the clause under which this protocol enters into force: the one in effect on that day. */
export type ProtocolEvent =
  | At<FactOf<Exclude<ProtocolFactType, 'protocol.signed' | 'protocol.completion.notified'>>>
  | AtEarliest<FactOf<'protocol.completion.notified'>>
  | At<FactOf<'protocol.signed'> & { clause: EntryIntoForceClause }>
  | At<{ type: 'agreement.enteredIntoForce' }>
  | At<{ type: 'agreement.ended' }>;

export interface ProtocolInput {
  today: CalendarDate;
  id: string;
  parties: readonly string[];
  reading: Reading;
  clause: EntryIntoForceClause;
  article: string;
  agreementInForceSince?: CalendarDate;
}

type EventOf<T extends ProtocolEvent['type']> = Extract<ProtocolEvent, { type: T }>;

/** Returns the protocol's entry into force as far as it is known, from its own consents only. */
export const protocolEntryKnown = (c: ProtocolContext): EntryIntoForce => entryIntoForce(c.clause, c.parties, c.consents, c.reading);

const isFirstCompletion = ({ clause, consents }: ProtocolContext, { by }: EventOf<'protocol.completion.notified'>): boolean =>
  isAwaited(clause, by) && !hasNotified(consents, by);

const sign = (c: ProtocolContext, { at, changes, clause }: EventOf<'protocol.signed'>) => ({
  clause,
  consents: { ...c.consents, signed: at },
  ...(changes ? { changes } : {}),
});

const takeCompletion = (c: ProtocolContext, { by, at, isEarliest }: EventOf<'protocol.completion.notified'>) => ({
  consents: withNotification(c.consents, by, at, isEarliest === true),
});

function operateFrom(c: ProtocolContext): Reckoning {
  const own = protocolEntryKnown(c).settled!;
  const date = latest(own.date, c.agreementInForceSince!);
  return date === own.date
    ? own
    : { date, basis: own.basis, reason: { code: 'notBeforeAgreement', args: { reason: own.reason, day: date } } };
}

const neverOperates = (c: ProtocolContext): Emitted => ({
  type: 'act',
  kind: 'announce',
  what: 'protocolNeverOperates',
  on: c.today,
  basis: c.article,
  params: { protocol: c.id },
});

const definition = setup({
  types: {
    context: {} as ProtocolContext,
    events: {} as ProtocolEvent,
    emitted: {} as Emitted,
    input: {} as ProtocolInput,
    meta: {} as { article: string },
  },
  guards: {
    isUnproposed: ({ context }) => context.proposed === undefined,
    isFirstCompletion: pure(isFirstCompletion),
    entryIsSettled: ({ context }) => protocolEntryKnown(context).settled !== undefined,
    entryHasCome: ({ context }) => protocolEntryKnown(context).settled!.date <= context.today,
    agreementIsInForce: ({ context }) => context.agreementInForceSince !== undefined,
  },
  actions: {
    propose: assign(({ context }) => ({ proposed: context.today })),
    sign: assign(pure(sign)),
    takeCompletion: assign(pure(takeCompletion)),
    agreementEntered: assign(({ context }) => ({ agreementInForceSince: context.today })),
    enterIntoForce: assign(({ context }) => ({ entry: operateFrom(context) })),
  },
  delays: { entryIntoForce: ({ context }) => until(context.today, protocolEntryKnown(context).settled!.date) },
});

const informAgreement = definition.emit(({ context }) => ({
  type: 'tell',
  tell: 'agreement',
  event: { type: 'protocol.enteredIntoForce', protocol: context.id },
}));
const announceNeverOperates = definition.emit(pure(neverOperates));

export const protocolMachine = definition.createMachine({
  id: 'protocol',
  context: ({ input }) => ({
    today: input?.today,
    id: input?.id,
    parties: input?.parties ?? [],
    reading: input?.reading,
    clause: input?.clause,
    article: input?.article,
    consents: { completions: {} },
    ...(input?.agreementInForceSince ? { agreementInForceSince: input.agreementInForceSince } : {}),
  }),
  initial: 'proposed',
  on: {
    'agreement.enteredIntoForce': { actions: 'agreementEntered' },
  },
  states: {
    proposed: {
      meta: { article: 'clause: amendment' },
      on: {
        'protocol.proposed': { guard: 'isUnproposed', actions: 'propose' },
        'protocol.agreed': 'agreed',
        'protocol.signed': { target: 'signed', actions: 'sign' },
        'protocol.completion.notified': { guard: 'isFirstCompletion', actions: 'takeCompletion' },
        'protocol.abandoned': 'abandoned',
        'agreement.ended': { target: 'neverOperates', actions: announceNeverOperates },
      },
    },
    agreed: {
      description: 'The text is settled.',
      meta: { article: 'VCLT art. 9' },
      on: {
        'protocol.signed': { target: 'signed', actions: 'sign' },
        'protocol.completion.notified': { guard: 'isFirstCompletion', actions: 'takeCompletion' },
        'protocol.abandoned': 'abandoned',
        'agreement.ended': { target: 'neverOperates', actions: announceNeverOperates },
      },
    },
    signed: {
      meta: { article: 'VCLT art. 39' },
      initial: 'awaited',
      states: {
        awaited: { meta: { article: 'clause: entry into force' }, always: { guard: 'entryIsSettled', target: 'scheduled' } },
        scheduled: {
          meta: { article: 'clause: entry into force' },
          always: { guard: 'entryHasCome', target: 'complete' },
          after: { entryIntoForce: 'complete' },
        },
        complete: {
          description: 'All consents are given; it waits for the agreement if that is not yet in force.',
          meta: { article: 'clause: amendment' },
          always: { guard: 'agreementIsInForce', target: '#protocol.inForce' },
        },
      },
      on: {
        'protocol.completion.notified': { guard: 'isFirstCompletion', actions: 'takeCompletion' },
        'protocol.abandoned': 'abandoned',
        'agreement.ended': { target: 'neverOperates', actions: announceNeverOperates },
      },
    },
    inForce: {
      description: 'An integral part of the agreement: it cannot be ended separately.',
      meta: { article: 'clause: amendment' },
      entry: ['enterIntoForce', informAgreement],
      on: { 'agreement.ended': 'ended' },
    },
    ended: { type: 'final', meta: { article: 'clause: amendment' } },
    neverOperates: { type: 'final', meta: { article: 'clause: amendment' } },
    abandoned: { type: 'final', meta: { article: 'VCLT art. 18' } },
  },
});
