/**
 * Delivers the letters of one agreement: asks which are owed, sends them concurrently, retries each until it is accepted or given up, then
 * asks again. Completes when no letter is owed or in transit; the next act starts it again.
 */
import { condition, proxyActivities, setCurrentDetails, upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import type { Activities } from '../activities/index.ts';
import type { LetterShown } from '../delivery/index.ts';
import { handle } from './handlers.ts';
import { fallbackMessage, speak } from './fallback-messages.ts';
import { uncancelled } from './loop.ts';
import * as messages from './messages.ts';
import { assertOwnId } from './own-id.ts';
import { agreementAttribute, kindAttribute } from './search-attributes.ts';
import { runSteadily } from './run-activity.ts';
import { decoded } from './undecoded.ts';
import { whyNotDelivered } from './delivery-failure.ts';

/**
 * Runs on its own task queue. Retries soon at first, then at growing intervals; after three days the letter is given up and the register
 * records it.
 */
const deliveries = () =>
  proxyActivities<Activities>({
    taskQueue: messages.deliveriesQueue(workflowInfo().taskQueue),
    startToCloseTimeout: '2 minutes', // longer than the SMTP time-out of each stage
    scheduleToCloseTimeout: '3 days',
    retry: { initialInterval: '5 seconds', backoffCoefficient: 2, maximumInterval: '30 minutes' },
  });

export function delivery(input: messages.DeliveryInput = {} as messages.DeliveryInput): Promise<void> {
  return uncancelled(() => deliverLetters(decoded(input)));
}

async function deliverLetters(input: messages.DeliveryInput): Promise<void> {
  const { agreement, language } = input;
  speak(language);
  assertOwnId('delivery', ['agreement'], input, messages.deliveryWorkflowId);
  setCurrentDetails(fallbackMessage('delivers', { agreement }));
  const { deliver } = deliveries();
  let isAsked = true;
  const underWay = new Set<string>();
  const notTaken: (() => Promise<void>)[] = [];
  handle(messages.recheck, () => void (isAsked = true));
  upsertSearchAttributes([
    { key: agreementAttribute, value: agreement },
    { key: kindAttribute, value: 'delivery' },
  ]);

  /** Asks again once the letter is delivered: if its act was withdrawn in the meantime, the correction is owed only from then on. */
  const carry = async ({ summary, ...letter }: LetterShown, name: string): Promise<void> => {
    const asked = { agreement, ...letter };
    const isOver = (): void => void underWay.delete(name);
    await deliver.executeWithOptions({ summary }, [asked]).then(isOver, (cause: unknown) => {
      notTaken.push(() =>
        runSteadily('giveUp', `giveUp: ${summary}`, { ...asked, now: Date.now(), ...whyNotDelivered(cause) }).then(isOver),
      );
    });
    isAsked = true;
  };

  for (;;) {
    await condition(() => isAsked || underWay.size === 0);
    if (!isAsked) return;
    isAsked = false;
    // One local activity at a time: two that finish together would be replayed in a different order.
    for (const recordGivenUp of notTaken.splice(0)) await recordGivenUp();
    for (const letter of await runSteadily('lettersOwed', 'lettersOwed', { agreement, now: Date.now() })) {
      const name = [letter.outbox, letter.recipient, letter.way].join();
      if (underWay.has(name)) continue;
      underWay.add(name);
      void carry(letter, name);
    }
  }
}
