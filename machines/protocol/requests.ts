/** Requests to a protocol: the fact that each creates, or why it is refused. VCLT art. 9, 10, 12, 54. */
import type { CalendarDate } from '../../clauses/calendar.ts';
import { languagesMissing, type ProtocolOnDesk, type ProtocolState } from './awaited.ts';
import { isOver, type ProtocolKnown } from './desk.ts';
import type { ProtocolOpening, ProtocolRequestName, ProtocolRequestOf } from './steps.ts';
import { refuse, type Refusal } from '../refusal.ts';

/** Returns why a request is refused; undefined if it may proceed. */
export function protocolRefusal(
  name: ProtocolRequestName,
  request: { language?: string; on?: CalendarDate },
  { state, protocol: onDesk }: Pick<ProtocolKnown, 'state' | 'protocol'>,
): Refusal | undefined {
  const { protocol, since } = onDesk;
  const tooEarly = (): Refusal | undefined =>
    request.on !== undefined && request.on < since && !isOver(state)
      ? refuse('beforeProtocol', { protocol, state, day: request.on, since })
      : undefined;
  switch (name) {
    case 'agree':
      return state === 'proposed' ? tooEarly() : refuse('notAgreeable', { protocol, state });
    case 'settleText':
      return whyNotSettled(state, request, onDesk);
    case 'sign':
      return whyNotSigned(state, onDesk) ?? tooEarly();
    case 'abandon':
      return isOver(state) ? refuse('notAbandonable', { protocol, state }) : tooEarly();
    /* v8 ignore next 2 -- @preserve unreachable: the compiler checks that the union is closed */
    default:
      return name satisfies never;
  }
}

function whyNotSettled(
  state: ProtocolState,
  { language }: { language?: string },
  { protocol, languages, texts }: ProtocolOnDesk,
): Refusal | undefined {
  if (state !== 'agreed') return refuse('notSettleable', { protocol, state });
  if (languages.length && !languages.includes(language!)) return refuse('notAuthentic', { protocol, language: language!, languages });
  return texts.includes(language!) ? refuse('alreadySettled', { protocol, language: language! }) : undefined;
}

function whyNotSigned(state: ProtocolState, onDesk: ProtocolOnDesk): Refusal | undefined {
  const { protocol } = onDesk;
  if (state !== 'agreed') return refuse('notSignable', { protocol, state });
  const languages = languagesMissing(onDesk);
  return languages.length ? refuse('textsMissing', { protocol, languages }) : undefined;
}

/** The fact of the proposal that opens a protocol. */
export const proposalFact = (
  protocol: string,
  proposal: NonNullable<ProtocolOpening['proposal']>,
): { id: string } & Record<string, unknown> => ({
  id: `${protocol}.proposed`,
  type: 'protocol.proposed',
  protocol,
  ...proposal,
});

/** Returns the fact that a request creates. If an earlier one was struck, the new one gets another id. */
export function factFor(
  name: Exclude<ProtocolRequestName, 'settleText'>,
  request: { on?: CalendarDate },
  { protocol: { protocol }, changes, used }: ProtocolKnown,
): { id: string } & Record<string, unknown> {
  const { on, place, evidence, changes: given, reason } = request as Partial<ProtocolRequestOf<'sign'> & ProtocolRequestOf<'abandon'>>;
  const what = { agree: 'agreed', sign: 'signed', abandon: 'abandoned' }[name];
  const base = { type: `protocol.${what}`, protocol, on, ...(evidence ? { evidence } : {}), ...(reason ? { note: reason } : {}) };
  const id = freeId(`${protocol}.${what}`, used);
  if (name !== 'sign') return { id, ...base };
  const signed = given ?? changes;
  return { id, ...base, ...(place ? { place } : {}), ...(signed ? { changes: signed } : {}) };
}

function freeId(id: string, used: readonly string[]): string {
  let n = 1;
  while (used.includes(n === 1 ? id : `${id}-${n}`)) n += 1;
  return n === 1 ? id : `${id}-${n}`;
}
