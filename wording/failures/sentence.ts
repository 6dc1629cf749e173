/** Renders a failure as a sentence. */
import { OwnFailure } from '../../machines/own-failure.ts';
import { refuse } from '../../machines/refusal.ts';
import { message, type Values } from '../message.ts';
import { refusalSentence } from '../refusals/sentence.ts';
import type { Wording } from '../wording.ts';
import { mistakeOfVariableIn } from './configuration.ts';
import { limitFaultIn } from './limits.ts';
import type { Fault } from './messages.ts';
import { linesOfGaps, linesOfTried } from './servers.ts';
import { discoveryFaultIn, headsFaultIn, lineFaultIn } from './parts.ts';
import { valuesOf } from './values.ts';

/** For a failure of our own; undefined for any other. */
export const failureIn = (failure: unknown, w: Wording): string | undefined =>
  failure instanceof OwnFailure ? faultIn(failure.fault as Fault, w) : undefined;

export function faultIn(fault: Fault, w: Wording): string {
  if (fault.code === 'idInUse' || fault.code === 'keptElsewhere') return sentenceOfRefusal(fault, w);
  const say = (values: Values): string => message(w.failures.faults[fault.code], w.locale, values);
  const { code: _, ...values } = fault;
  switch (fault.code) {
    case 'configuration': {
      const lines = fault.mistakes.map(mistake => `  ${mistakeOfVariableIn(mistake, w)}`);
      return [say({ count: fault.mistakes.length }), ...lines].join('\n');
    }
    case 'notSound':
      return say({ faults: fault.faults.map(f => lineFaultIn(f, w)).join('; ') });
    case 'backupHeads':
      return say({ file: fault.file, why: headsFaultIn(fault.why, w) });
    case 'backupOtherHead': {
      const { said, found } = fault;
      return say({ file: fault.file, line: said.seq, hash: said.hash, end: found.seq, endHash: found.hash });
    }
    case 'notDiscovered':
      return say({ address: fault.address, why: discoveryFaultIn(fault.why, w) });
    case 'notKeyFile':
    case 'otherKeyContent':
      return say({ file: fault.file, kind: w.failures.keyFileKinds[fault.kind] });
    case 'serverNotFound':
      return linesOfTried(say({ server: w.failures.servers[fault.server], helps: 'false' }), fault, w);
    case 'noExecutable':
      return say({ server: w.failures.servers[fault.server] });
    case 'namespaceNotReady':
      return linesOfGaps(say, fault, w);
    case 'foldTooLong':
    case 'boundsTooWide':
      return limitFaultIn(fault, w);
    default:
      return say(valuesOf(values));
  }
}

type OfRefusal = Extract<Fault, { code: 'idInUse' | 'keptElsewhere' }>;

function sentenceOfRefusal(fault: OfRefusal, w: Wording): string {
  if (fault.code === 'idInUse') {
    const { code, ...params } = fault;
    return refusalSentence(refuse(code, params), w);
  }
  const { code, ...params } = fault;
  return refusalSentence(refuse(code, params), w);
}
