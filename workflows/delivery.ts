/**
 * Carries the letters of one agreement: asks which are owed and delivers each, side by side, tried again until it is taken or
 * given up; then asks again. Ends when nothing is under way or owed; the next act wakes it again.
 */
import { condition, proxyActivities, setCurrentDetails, upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import type { Activities } from '../activities/index.ts';
import type { LetterShown } from '../delivery/index.ts';
import { handle } from './handlers.ts';
import { inTrouble, speak } from './in-trouble.ts';
import { uncancelled } from './loop.ts';
import * as messages from './messages.ts';
import { assertOwnId } from './own-id.ts';
import { agreementAttribute, kindAttribute } from './search-attributes.ts';
import { steadily } from './steadily.ts';
import { decoded } from './undecoded.ts';

/**
 * On a task queue of its own. Soon tried again at first, then ever later; after three days a letter is given up, and the register says so.
 */
const deliveries = () =>
  proxyActivities<Activities>({
    taskQueue: messages.deliveriesQueue(workflowInfo().taskQueue),
    startToCloseTimeout: '2 minutes', // longer than a mail server may be silent at each stage
    scheduleToCloseTimeout: '3 days',
    retry: { initialInterval: '5 seconds', backoffCoefficient: 2, maximumInterval: '30 minutes' },
  });

export function delivery(input: messages.DeliveryInput = {} as messages.DeliveryInput): Promise<void> {
  return uncancelled(() => carryLetters(decoded(input)));
}

async function carryLetters(input: messages.DeliveryInput): Promise<void> {
  const { agreement, language } = input;
  speak(language);
  assertOwnId('delivery', ['agreement'], input, messages.deliveryWorkflowId);
  setCurrentDetails(inTrouble('delivers', { agreement }));
  const { deliver } = deliveries();
  let isAsked = true;
  const underWay = new Set<string>();
  const notTaken: (() => Promise<void>)[] = [];
  handle(messages.recheck, () => void (isAsked = true));
  upsertSearchAttributes([
    { key: agreementAttribute, value: agreement },
    { key: kindAttribute, value: 'delivery' },
  ]);

  /** Asks again when it has gone: what was taken back meanwhile is owed only then. */
  const carry = async ({ summary, ...letter }: LetterShown, name: string): Promise<void> => {
    const asked = { agreement, ...letter };
    const isOver = (): void => void underWay.delete(name);
    await deliver.executeWithOptions({ summary }, [asked]).then(isOver, (cause: unknown) => {
      notTaken.push(() => steadily('giveUp', `giveUp: ${summary}`, { ...asked, now: Date.now(), why: reasonOf(cause) }).then(isOver));
    });
    isAsked = true;
  };

  for (;;) {
    await condition(() => isAsked || underWay.size === 0);
    if (!isAsked) return;
    isAsked = false;
    // One local activity at a time: two that end together are replayed in another order than they were run.
    for (const enterGivenUp of notTaken.splice(0)) await enterGivenUp();
    for (const letter of await steadily('lettersOwed', 'lettersOwed', { agreement, now: Date.now() })) {
      const name = [letter.outbox, letter.recipient, letter.way].join();
      if (underWay.has(name)) continue;
      underWay.add(name);
      void carry(letter, name);
    }
  }
}

function reasonOf(cause: unknown): string {
  const { cause: inner } = cause as { cause?: unknown };
  return inner instanceof Error ? inner.message : String(cause);
}
