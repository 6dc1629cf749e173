/** Renders input or output beyond a limit as a sentence. */
import type { LimitFault } from '../../machines/beyond-limit.ts';
import { dayInText } from '../forms.ts';
import { message, type Values } from '../message.ts';
import type { Wording } from '../wording.ts';

export function limitFaultIn(fault: LimitFault, w: Wording): string {
  const say = (values: Values): string => message(w.failures.faults[fault.code], w.locale, values);
  switch (fault.code) {
    case 'foldTooLong':
      return say({ day: dayInText(w, fault.day), most: fault.most });
    case 'boundsTooWide':
      return say({ notBefore: dayInText(w, fault.notBefore), notAfter: dayInText(w, fault.notAfter) });
    default: {
      const { code: _, ...values } = fault;
      return say(values);
    }
  }
}
