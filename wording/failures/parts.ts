/** What is wrong with keys' files, with lines and with heads: parts of sentences, in a language. */
import type { DiscoveryFault } from '../../identity/token-faults.ts';
import type { Fault as Unsound, HeadFault, HeadsFault } from '../../register/faults.ts';
import type { KeyFault, KeysFileFault } from '../../secrets/faults.ts';
import { message } from '../message.ts';
import type { Wording } from '../wording.ts';
import { valuesOf } from './values.ts';

/** After the name of the file, without a full stop. */
export function keysFileFaultIn(fault: KeysFileFault, w: Wording): string {
  const { keysFiles, keysFileKinds } = w.failures;
  const { code, ...values } = fault;
  return message(keysFiles[code], w.locale, { ...valuesOf(values), ...('kind' in fault ? { kind: keysFileKinds[fault.kind] } : {}) });
}

/** What is wrong with a line, with its number, or with an agreement as a whole. */
export function lineFaultIn({ line, agreement, why }: Unsound, w: Wording): string {
  const { code, ...values } = why;
  return message(w.failures.line, w.locale, {
    line: line || 'none',
    agreement: agreement || 'none',
    why: message(w.failures.lines[code], w.locale, valuesOf(values)),
  });
}

export function headsFaultIn(fault: HeadsFault, w: Wording): string {
  const { code, ...values } = fault;
  return message(w.failures.heads[code], w.locale, valuesOf(values));
}

/** `name`: of the register or the agreement. */
export function headFaultIn(fault: HeadFault, name: string, w: Wording): string {
  const { code, ...values } = fault;
  return message(w.failures.head[code], w.locale, { ...valuesOf(values), name });
}

export function discoveryFaultIn(fault: DiscoveryFault, w: Wording): string {
  const { code, ...values } = fault;
  return message(w.failures.discovery[code], w.locale, valuesOf(values));
}

/** What a workflow could not decode: a fault of keys, as the codec of the worker passes it on; what is none stays as it is. */
export function undecodedIn(why: string, w: Wording): string {
  const fault = keyFaultOf(why);
  if (!fault) return why;
  const { code, ...values } = fault;
  return message(w.failures.faults[code], w.locale, valuesOf(values)).replace(/\.$/, '');
}

function keyFaultOf(why: string): KeyFault | undefined {
  try {
    const read = JSON.parse(why) as Partial<KeyFault> | null;
    return read?.code === 'keyMissing' || read?.code === 'sealBroken' ? (read as KeyFault) : undefined;
  } catch {
    return undefined;
  }
}
