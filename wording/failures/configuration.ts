/** Renders a configuration mistake as a line. */
import type { Mistake } from '../../worker/configuration-mistakes.ts';
import { message } from '../message.ts';
import type { Wording } from '../wording.ts';
import { keysFileFaultIn } from './parts.ts';
import { valuesOf } from './values.ts';

/** `SERVANDA_PORT=65536: must be a whole number from 1 to 65535` */
export const mistakeOfVariableIn = ({ name, given, fault }: Mistake, w: Wording): string =>
  `${name}${given === undefined ? '' : `=${given}`}: ${problemIn(fault, w)}`;

function problemIn(fault: Mistake['fault'], w: Wording): string {
  if (fault.code === 'keysFile') return keysFileFaultIn(fault.fault, w);
  const { code, ...values } = fault;
  const { mistakes, unwritable } = w.failures;
  // Limits are shown as they would be typed, without digit grouping.
  const plain = Object.fromEntries(Object.entries(valuesOf(values)).map(([n, value]) => [n, String(value)]));
  if (fault.code !== 'homeUnwritable') return message(mistakes[code], w.locale, plain);
  const why = fault.because === 'other' ? fault.system : unwritable[fault.because];
  return message(mistakes[code], w.locale, { why });
}
