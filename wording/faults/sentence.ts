/** Renders a fault in a file as a sentence. */
import type { FileFault, ActualValue, Mistake } from '../../agreements/mistakes.ts';
import { findingIn } from '../findings/messages.ts';
import { message } from '../message.ts';
import { ruleIn } from './rule.ts';
import { withSlips } from './slips.ts';
import type { Wording } from '../wording.ts';

export function mistakeIn(fault: FileFault, w: Wording): string {
  if (fault.code === 'senseless') return findingIn(fault.finding, w);
  const text = w.faults.files[fault.code];
  if (fault.code === 'unknownKey') return message(text, w.locale, { near: fault.near ?? 'none', known: fault.known.join(', ') });
  if (fault.code !== 'notAllowed') {
    const { code: _, ...values } = fault;
    return message(text, w.locale, values);
  }
  const { found, must, near } = fault;
  const said = message(text, w.locale, {
    found: found ? foundIn(found, w) : 'none',
    must: ruleIn(must.rule, must, w),
    near: near ?? 'none',
  });
  return found?.is === 'value' ? withSlips(said, found.shown, w) : said;
}

const foundIn = ({ is, ...values }: ActualValue, w: Wording): string => message(w.faults.found[is], w.locale, values);

/** All mistakes of a file, one per line. */
export function mistakesIn(problems: readonly Mistake[], w: Wording): string {
  const [first] = problems;
  const lines = problems.map(
    p => `  ${[p.line ? `${p.line}:${p.column}` : '', p.path && `${p.path}:`, mistakeIn(p.fault, w)].filter(Boolean).join(' ')}`,
  );
  return [`${first?.file}: ${message(w.faults.mistakes, w.locale, { count: problems.length })}`, ...lines].join('\n');
}
