/** Pending requests: a handler queues a request and waits; the workflow's single loop answers them in order. */
import { ActivityFailure, ApplicationFailure } from '@temporalio/workflow';
import type { Refusal } from '../machines/refusal.ts';

interface PendingRequest<Asked, Answer> {
  asked: Asked;
  answer: (answer: Answer) => void;
  refuse: (why: ApplicationFailure) => void;
}

export class Inbox<Asked, Answer> {
  private readonly letters: PendingRequest<Asked, Answer>[] = [];

  get isEmpty(): boolean {
    return this.letters.length === 0;
  }

  /**
   * Called by a handler; resolves with the loop's answer. A plain promise, because cancellation must not reach it and each Temporal promise
   * costs the worker a stack trace. @throws ApplicationFailure when the request is refused
   */
  ask(asked: Asked): Promise<Answer> {
    return new Promise((answer, refuse) => void this.letters.push({ asked, answer, refuse }));
  }

  /** Called by the loop: answers the oldest request. It stays in the inbox until it has been answered. */
  async answerFirst(answer: (asked: Asked) => Promise<Answer>): Promise<void> {
    const letter = this.letters[0]!;
    try {
      letter.answer(await answer(letter.asked));
    } catch (cause) {
      letter.refuse(failureOf(cause));
    }
    this.letters.shift();
  }
}

/**
 * Why the register can't be folded, if that is the cause. This does not end the workflow: it keeps its last plan until a request removes
 * the entry at fault. @throws ApplicationFailure for any other failure
 */
export function foldFailureMessage(cause: unknown): string {
  const failure = failureOf(cause);
  if ((failure.details?.[0] as Partial<Refusal> | undefined)?.refused !== 'notFolded') throw failure;
  return failure.message;
}

/** The only failure that a handler may throw: any other would make Temporal retry the workflow task for ever. */
export function failureOf(cause: unknown): ApplicationFailure {
  const inner = cause instanceof ActivityFailure ? cause.cause : cause;
  if (inner instanceof ApplicationFailure) return ApplicationFailure.nonRetryable(inner.message, inner.type, ...(inner.details ?? []));
  return ApplicationFailure.nonRetryable(inner instanceof Error ? inner.message : String(inner), 'NotKept');
}
