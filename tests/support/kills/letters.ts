/** The letters of a run: what is still owed, and whether each has arrived as the register says. */
import { descriptionOf } from '../../../activities/description.ts';
import { lettersOwed } from '../../../activities/post/owed.ts';
import type { Register } from '../../../register/types.ts';
import type { Faults } from './findings.ts';

/** What is still to be sent, over all agreements. */
export async function lettersStillOwed(register: Register, now: number): Promise<number> {
  let count = 0;
  for (const id of await register.agreements()) {
    const { desk } = descriptionOf(await register.rows(id), id).agreement;
    const [outbox, deliveries] = [await register.outbox(id), await register.deliveries(id)];
    count += lettersOwed({ outbox, deliveries, recipients: desk?.recipients ?? [], now }).length;
  }
  return count;
}

export interface Arrived {
  messageId: string;
  at: number;
}

/**
 * Every letter that the register says was sent has arrived, and none that it does not know. One that arrived twice did so because the
 * worker was killed after the mail server had taken it and before the line was written: a kill lies between the two.
 */
export async function faultsOfLetters(
  register: Register,
  arrived: readonly Arrived[],
  kills: readonly number[],
): Promise<{ faults: Faults; twice: number }> {
  const byId = new Map<string, number[]>();
  for (const { messageId, at } of arrived) byId.set(messageId, [...(byId.get(messageId) ?? []), at]);
  const faults: Faults = [];
  let twice = 0;
  const keyOf = (outbox: number | string, recipient: string): string => `${outbox}.${recipient}`;
  const sent = new Set((await register.deliveries()).filter(d => d.became === 'sent').map(d => keyOf(d.outbox, d.recipient)));
  const came = new Map([...byId].map(([id, times]) => [id.slice(1).split('.').slice(0, 2).join('.'), times]));
  for (const key of sent) if (!came.has(key)) faults.push(`letter ${key} is said to be sent and has not arrived`);
  for (const [key, times] of came) {
    if (!sent.has(key)) faults.push(`letter ${key} has arrived and the register does not say so`);
    for (const [i, at] of times.entries()) {
      if (i === 0) continue;
      twice += 1;
      if (!kills.some(k => k >= times[i - 1]! && k <= at)) faults.push(`letter ${key} arrived again without a kill of the worker between`);
    }
  }
  return { faults, twice };
}
