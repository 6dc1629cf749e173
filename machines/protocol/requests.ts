/** What people tell a protocol: the fact that it makes, or why it is refused. VCLT art. 9, 10, 12, 54. */
import { inWords, type CalendarDate } from '../../clauses/calendar.ts';
import { languagesMissing, processContextOf, processStateOf, type ProtocolCourse, type ProtocolKnown } from './course.ts';
import type { ProcessState } from './process.ts';
import type { ProtocolOpening, ProtocolRequestName, ProtocolRequestOf } from './steps.ts';
import type { Refusal } from '../refusal.ts';

const stood: Record<ProcessState, string> = {
  proposed: 'proposed, its text not agreed',
  agreed: 'agreed and not signed',
  signed: 'signed',
  inForce: 'in force, an integral part of the agreement',
  neverOperates: 'without effect: the agreement ended first',
  abandoned: 'abandoned',
};
export const processInWords = (state: ProcessState): string => stood[state];

/** Why a request is refused; undefined when it may go on. */
export function whyNot(
  name: ProtocolRequestName,
  request: { language?: string; on?: CalendarDate },
  course: ProtocolCourse,
): Refusal | undefined {
  const state = processStateOf(course);
  const { protocol, since } = processContextOf(course);
  const refuse = (message: string, basis: string): Refusal => ({ refused: 'noRight', message: `Protocol ${protocol}: ${message}`, basis });
  const isOver = ['inForce', 'neverOperates', 'abandoned'].includes(state);
  const early = request.on !== undefined && request.on < since && !isOver;
  const tooEarly = (): Refusal =>
    refuse(`${inWords(request.on!)} is before it was ${stood[state].split(/[ ,]/)[0]}, ${inWords(since)}. Check the date.`, 'VCLT art. 39');
  switch (name) {
    case 'agree':
      if (state === 'proposed') return early ? tooEarly() : undefined;
      return refuse(`its text can't be agreed: it is ${stood[state]}.`, 'VCLT art. 9');
    case 'settleText':
      return whyNotSettled(state, request, course, refuse);
    case 'sign':
      return whyNotSigned(state, course, refuse) ?? (early ? tooEarly() : undefined);
    case 'abandon':
      if (isOver) return refuse(`it can't be abandoned: it is ${stood[state]}.`, 'VCLT art. 54');
      return early ? tooEarly() : undefined;
    /* v8 ignore next 2 -- @preserve the union is closed, and the compiler says so */
    default:
      return name satisfies never;
  }
}

type Refuse = (message: string, basis: string) => Refusal;

function whyNotSettled(
  state: ProcessState,
  { language }: { language?: string },
  course: ProtocolCourse,
  refuse: Refuse,
): Refusal | undefined {
  const { languages, texts } = processContextOf(course);
  if (state !== 'agreed')
    return refuse(`its texts are settled once it is agreed and before it is signed; it is ${stood[state]}.`, 'VCLT art. 10');
  if (languages.length && !languages.includes(language!))
    return refuse(`${language} is no authentic language of the agreement. They are ${languages.join(', ')}.`, 'VCLT art. 33');
  return texts.includes(language!) ? refuse(`its text in ${language} is settled already.`, 'VCLT art. 10') : undefined;
}

function whyNotSigned(state: ProcessState, course: ProtocolCourse, refuse: Refuse): Refusal | undefined {
  if (state !== 'agreed') return refuse(`it can't be signed: it is ${stood[state]}.`, 'VCLT art. 10');
  const missing = languagesMissing(course);
  return missing.length
    ? refuse(`its text is not settled in ${missing.join(', ')}. Settle each with: protocol text.`, 'VCLT art. 10')
    : undefined;
}

/** The fact of the proposal with which a protocol is opened. */
export const proposalFact = (
  protocol: string,
  proposal: NonNullable<ProtocolOpening['proposal']>,
): { id: string } & Record<string, unknown> => ({
  id: `${protocol}.proposed`,
  type: 'protocol.proposed',
  protocol,
  ...proposal,
});

/** The fact that a request makes. Struck and made again, it has an id of its own. */
export function factFor(
  name: Exclude<ProtocolRequestName, 'settleText'>,
  request: { on?: CalendarDate },
  { protocol, changes, used }: ProtocolKnown,
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
