/** Faults in key files, lines and heads, as parts of sentences. */
import type { DiscoveryFault } from '../../identity/token-faults.ts';
import type { Fault as Unsound, HeadFault, HeadsFault } from '../../register/faults.ts';
import type { KeyFault, KeysFileFault } from '../../secrets/faults.ts';
import { message } from '../message.ts';
import type { Wording } from '../wording.ts';
import { valuesOf } from './values.ts';

/** Follows the name of the file; no full stop. */
export function keysFileFaultIn(fault: KeysFileFault, w: Wording): string {
  const { keysFiles, keysFileKinds } = w.failures;
  const { code, ...values } = fault;
  return message(keysFiles[code], w.locale, { ...valuesOf(values), ...('kind' in fault ? { kind: keysFileKinds[fault.kind] } : {}) });
}

/** The fault of a line, with its number, or of an agreement as a whole. */
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

/** `name`: the register or the agreement. */
export function headFaultIn(fault: HeadFault, name: string, w: Wording): string {
  const { code, ...values } = fault;
  return message(w.failures.head[code], w.locale, { ...valuesOf(values), name });
}

export function discoveryFaultIn(fault: DiscoveryFault, w: Wording): string {
  const { code, ...values } = fault;
  return message(w.failures.discovery[code], w.locale, valuesOf(values));
}

/** What a workflow could not decode. The worker's codec passes key faults on as data; any other text is unchanged. */
export function decodingFaultIn(why: string, w: Wording): string {
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
