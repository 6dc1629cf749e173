/**
 * Derives the fact that results from a notice or protocol from its steps in the register and the person's authorized request. It trusts
 * neither the workflow nor anyone who calls in its place; the machine decides whether the step is allowed.
 */
import { isDeepStrictEqual } from 'node:util';
import { latestToday, type Instant } from '../clauses/calendar.ts';
import { zonesOf } from '../clauses/agreement.ts';
import { requestHash, without } from '../identity/request-hash.ts';
import type { RequestTarget } from '../identity/right.ts';
import type { NoticeEvent } from '../machines/notice/context.ts';
import { contextOf, replay, applyTo, type NoticeStepResult } from '../machines/notice/replay.ts';
import { factOf } from '../machines/notice/facts.ts';
import { refusalOfEvent } from '../machines/notice/refusals.ts';
import { eventFor, noticeRequests, readAs, type NoticeRequestName } from '../machines/notice/steps.ts';
import { knownOf } from '../machines/protocol/desk.ts';
import { factFor as factForProtocol, proposalFact, protocolRefusal } from '../machines/protocol/requests.ts';
import { protocolOpening, protocolRequests, type ProtocolRequestName } from '../machines/protocol/steps.ts';
import type { Refusal } from '../machines/refusal.ts';
import { readEntry } from '../machines/read-entries.ts';
import { authorizeProtocolOpening, authorizeNoticeUpdate, authorizeProtocolUpdate, type Holder } from '../machines/rights.ts';
import { originWorkflowId, type FactOrigin } from '../workflows/messages.ts';
import { noticeSteps, protocolSteps } from '../dossier/description.ts';
import { todayOf, type RegisterDossier } from '../dossier/dossier.ts';
import { asStored } from './desk.ts';
import { noticeOf } from './notices.ts';
import { accepted, refusal, throwRefusal, refuseIf } from './refusal-failures.ts';

export type Fact = { id: string } & Record<string, unknown>;

export interface Derived {
  fact: Fact;
  by: string;
  /** Why the holder of the right may not make the request. */
  whyNot: (holder: Holder) => Refusal | undefined;
}

/** What the right to the original request must be valid for. An audience is the namespace followed by the workflow. */
export const originTarget = (agreement: string, origin: FactOrigin, audience: string): RequestTarget => ({
  audience: `${audience.slice(0, audience.indexOf('/'))}/${originWorkflowId(agreement, origin)}`,
  name: origin.name,
  hash: requestHash(origin.name, origin.request),
});

/** @throws ApplicationFailure of type Refused if no fact follows */
export function derivedFact(origin: FactOrigin, dossier: RegisterDossier, now: Instant): Derived {
  const { kind, id, name, request } = origin;
  const made =
    kind === 'notice'
      ? ofNotice(dossier, id, name, request, now)
      : kind === 'protocol'
        ? ofProtocol(dossier, id, name, request, now)
        : undefined;
  return made ?? throwRefusal('noFactOf', { what: originWorkflowId(dossier.agreement.id, origin), asked: name });
}

/** Whether two facts are identical as the register stores them. */
export const isSameFact = (one: unknown, other: unknown): boolean => isDeepStrictEqual(asStored(one), asStored(other));

function ofNotice(dossier: RegisterDossier, number: string, name: string, request: object, now: Instant): Derived | undefined {
  const steps = noticeSteps(dossier.rows, number);
  if (!steps.length || !Object.hasOwn(noticeRequests, name)) return undefined;
  const event = noticeEvent(name as NoticeRequestName, request, dossier, now);
  const { instance } = replay(steps, event.at);
  const next = applyTo(instance, event);
  if (!next) throw refusal(refusalOfEvent(instance, event));
  const fact = factOfStep(event, next);
  if (!fact) return undefined;
  const itself = noticeOf(contextOf(instance), dossier);
  return { fact, by: event.by, whyNot: holder => authorizeNoticeUpdate(holder, name as NoticeRequestName, itself) };
}

/** A person's request as an event. Dated by the latest of the Parties’ local dates: the event has already happened there. */
export function noticeEvent(
  name: NoticeRequestName,
  request: object,
  { agreement }: Pick<RegisterDossier, 'agreement'>,
  now: Instant,
): Extract<NoticeEvent, { by: string }> {
  const read = accepted(readAs<object>(noticeRequests[name], without(request), name));
  const at = latestToday(now, zonesOf(agreement));
  return asStored({ ...read, type: eventFor[name], at }) as Extract<NoticeEvent, { by: string }>;
}

/** The fact established by the receipt of a notice. */
export function factOfStep(event: NoticeEvent, { instance }: NoticeStepResult): Fact | undefined {
  switch (event.type) {
    case 'notice.received':
    case 'notice.accepted':
      return factOf(contextOf(instance));
    case 'notice.found.defective':
      return factOf(contextOf(instance), event.reason);
    default:
      return undefined;
  }
}

function ofProtocol(dossier: RegisterDossier, protocol: string, name: string, request: object, now: Instant): Derived | undefined {
  const steps = protocolSteps(dossier.rows, protocol);
  if (name === 'openProtocol') {
    const { protocol: opened, proposal, by } = accepted(readAs(protocolOpening, without(request), 'protocol'));
    if (opened !== protocol) return undefined;
    return proposal && { fact: proposalFact(protocol, proposal), by, whyNot: holder => authorizeProtocolOpening(holder, proposal.by) };
  }
  if (!Object.hasOwn(protocolRequests, name) || name === 'settleText') return undefined;
  const { agreement, entries } = dossier;
  const today = todayOf(dossier, now);
  const known =
    knownOf({ agreement, entries, today }, protocol, steps) ?? throwRefusal('unknownProtocol', { protocol, agreement: agreement.id });
  const of = name as Exclude<ProtocolRequestName, 'settleText'>;
  const read = accepted(readAs<{ by: string } & Parameters<typeof protocolRefusal>[1]>(protocolRequests[of], without(request), name));
  refuseIf(protocolRefusal(of, read, known));
  return { fact: factForProtocol(of, read, known), by: read.by, whyNot: holder => authorizeProtocolUpdate(holder, of) };
}

/** Whether the ledger has the fact, ignoring the day on which it was recorded, which is added when it is recorded. */
export function isRecorded({ agreement, entries }: Pick<RegisterDossier, 'agreement' | 'entries'>, fact: Fact, now: Instant): boolean {
  const there = entries.find(entry => entry.id === fact.id);
  if (!there) return false;
  const { recorded: _, ...rest } = there as { recorded?: unknown };
  return isSameFact(rest, accepted(readEntry(fact, agreement, now)));
}
