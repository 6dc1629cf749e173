/** The client's failures in the words of the command line: where a flag is at fault, the message names it. */
import { InvalidRequest, Unavailable, type InvalidCode, type UnavailableCode } from '../client/failures.ts';
import { mistakeIn } from '../wording/faults/sentence.ts';
import type { Mistake } from '../agreements/mistakes.ts';
import type { Wording } from '../wording/wording.ts';
import type { Words } from './words.ts';

/** Undefined if the command line uses the failure's own message. */
export function formatClientFailure(failure: unknown, { m, say, wording }: Words): string | undefined {
  if (!(failure instanceof InvalidRequest || failure instanceof Unavailable)) return undefined;
  const text = textFor(failure.code, m);
  if (text === undefined) return undefined;
  const lines = failure instanceof InvalidRequest ? failure.mistakes.map(mistake => inFlags(mistake, wording)) : [];
  return [say(text, failure.values), ...lines].join('\n  ');
}

function textFor(code: InvalidCode | UnavailableCode, m: Words['m']): string | undefined {
  switch (code) {
    case 'unfitFact':
      return m.enter.asItIs;
    case 'partyMissing':
      return m.enter.partyMissing;
    case 'partyUnknown':
      return m.enter.partyUnknown;
    case 'numberInUse':
      return m.notice.inUse;
    case 'factIdInUse':
      return m.simulate.idInUse;
    case 'untilBefore':
      return m.source.untilBefore;
    case 'notYetKnown':
      return m.print.notYetKnown;
    case 'noDocumentTarget':
      return m.document.noTarget;
    case 'eitherFacts':
      return m.source.oneOfTwo;
    case 'noRegister':
    case 'registerNeeded':
      return m.source.noRegister;
    default:
      return undefined;
  }
}

function inFlags({ path, fault }: Mistake, wording: Wording): string {
  const message = mistakeIn(fault, wording);
  const [field = '', ...rest] = path.replace(/^\[\d+\]\.?/, '').split('.');
  if (field === 'type' || field === '') return asSentence(`${field || 'entry'}: ${message}`);
  const flag = field === 'form' ? 'oral' : field === 'names' ? 'names-first-day-out' : field.replace(/[A-Z]/g, l => `-${l.toLowerCase()}`);
  return asSentence(`--${[flag, ...(field === 'names' ? [] : rest)].join(' ')}: ${message}`);
}

/** In English some go on as a sentence: no colon stands before a verb. */
export const asSentence = (said: string): string => said.replace(/^([^:]+): (?=(?:is|must|can’t|has|belongs) )/, '$1 ');
