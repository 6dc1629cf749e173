/** Requests under way: a handler leaves a letter and waits; the one loop of the workflow answers them in turn. */
import { ActivityFailure, ApplicationFailure } from '@temporalio/workflow';
import type { Refusal } from '../machines/refusal.ts';

interface Letter<Asked, Answer> {
  asked: Asked;
  answer: (answer: Answer) => void;
  refuse: (why: ApplicationFailure) => void;
}

export class Inbox<Asked, Answer> {
  private readonly letters: Letter<Asked, Answer>[] = [];

  get isEmpty(): boolean {
    return this.letters.length === 0;
  }

  /**
   * For a handler: the answer, once the loop has it. A bare promise: no cancellation reaches it, and each promise in a workflow costs the
   * worker a stack trace. @throws ApplicationFailure when it is refused
   */
  ask(asked: Asked): Promise<Answer> {
    return new Promise((answer, refuse) => void this.letters.push({ asked, answer, refuse }));
  }

  /** For the loop: answers the oldest letter. It stays in the inbox until it has its reply. */
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
 * Why the register can't be folded, where that is what failed: no end of the workflow, which stays with what it has until it is told
 * what takes the bad entry out. @throws ApplicationFailure when it is another failure
 */
export function whyNotFolded(cause: unknown): string {
  const failure = failureOf(cause);
  if ((failure.details?.[0] as Partial<Refusal> | undefined)?.refused !== 'notFolded') throw failure;
  return failure.message;
}

/** A handler throws this kind alone: any other would make the workflow task retry for ever. */
export function failureOf(cause: unknown): ApplicationFailure {
  const inner = cause instanceof ActivityFailure ? cause.cause : cause;
  if (inner instanceof ApplicationFailure) return ApplicationFailure.nonRetryable(inner.message, inner.type, ...(inner.details ?? []));
  return ApplicationFailure.nonRetryable(inner instanceof Error ? inner.message : String(inner), 'NotKept');
}
