/** The letters of a run: what is still owed, and whether each has arrived as the register says. */
import { descriptionOf } from '../../../dossier/description.ts';
import { lettersOwed } from '../../../delivery/owed.ts';
import type { Register } from '../../../register/types.ts';
import type { Faults } from './findings.ts';

/** Letters still to be sent, over all agreements. */
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
 * Every letter that the register calls sent has arrived, once. If a worker is killed after the mail server has accepted a letter and before
 * the line is written, the letter is sent again or, if no longer owed by then, unknown to the register: both are counted, and each needs
 * such a kill.
 */
export async function faultsOfLetters(
  register: Register,
  arrived: readonly Arrived[],
  kills: readonly number[],
): Promise<{ faults: Faults; twice: number; unknown: number }> {
  const keyOf = ({ agreement, outbox, recipient }: { agreement: string; outbox: number | string; recipient: string }): string =>
    `${agreement}.${outbox}.${recipient}`;
  const deliveries = (await Promise.all((await register.agreements()).map(id => register.deliveries(id)))).flat();
  const sent = new Set(deliveries.filter(d => d.became === 'sent').map(keyOf));
  const open = new Set(deliveries.filter(d => d.became === 'unknown').map(keyOf));
  const came = new Map<string, number[]>();
  for (const { messageId, at } of arrived) {
    const [agreement, outbox, recipient] = messageId.slice(1).split('.') as [string, string, string];
    const key = keyOf({ agreement, outbox, recipient });
    came.set(key, [...(came.get(key) ?? []), at]);
  }
  const isKilled = (from: number, to: number): boolean => kills.some(k => k >= from - inFlight && k <= to);
  const faults = [...sent].filter(key => !came.has(key)).map(key => `letter ${key} counts as sent but has not arrived`);
  let [twice, unknown] = [0, 0];
  for (const [key, times] of came) {
    twice += times.length - 1;
    if (times.some((at, i) => i > 0 && !isKilled(times[i - 1]!, at)))
      faults.push(`letter ${key} arrived again without a kill of the worker in between`);
    if (sent.has(key) || open.has(key)) continue;
    unknown += 1;
    const last = times.at(-1)!;
    if (!isKilled(last, last + written))
      faults.push(`letter ${key} has arrived although the register does not say so, and no kill explains it`);
  }
  return { faults, twice, unknown };
}

/** In milliseconds: how long a letter whose sender is already dead may still be in transit, and how long its line may take. */
const [inFlight, written] = [10_000, 60_000];
