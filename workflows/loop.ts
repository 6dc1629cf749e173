/**
 * The loop of the workflows of agreements, notices and protocols: take a request or a due timer, run the step, arm the timers of its plan.
 * One step at a time, until there is nothing left to wait for or the run has grown long.
 */
import {
  allHandlersFinished,
  CancellationScope,
  condition,
  getCurrentDetails,
  log,
  setCurrentDetails,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';
import { longestRun } from '../machines/limits.ts';
import { fallbackLogMessage, fallbackMessage } from './fallback-messages.ts';
import { Inbox } from './inbox.ts';
import { Timers } from './timers.ts';

export interface Steps<Command, Answer> {
  /** Runs the step for a request and returns its answer. */
  answer: (command: Command) => Promise<Answer>;
  /** Runs the step for a due timer or a changed ledger. `why` is for the Temporal UI: the timers' summaries or the signal's name. */
  look: (why: string) => Promise<void>;
  /** Work that a step leaves to be done after its answer. */
  settle?: () => readonly Promise<unknown>[];
  /** Whether the run may end while no request is waiting. */
  mayEnd: () => boolean;
}

export class Loop<Command, Answer> {
  private readonly inbox = new Inbox<Command, Answer>();
  private hasMoved = false;
  readonly timers = new Timers();

  /** For update handlers. */
  readonly ask = (command: Command): Promise<Answer> => this.inbox.ask(command);
  /** For the handler of the signal that reports a changed ledger. */
  readonly recheck = (): void => void (this.hasMoved = true);

  async run({ answer, look, settle, mayEnd }: Steps<Command, Answer>): Promise<void> {
    for (;;) {
      const left = settle?.() ?? [];
      if (left.length) await Promise.all(left);
      if (this.isQuiet) await condition(() => !this.isQuiet || (mayEnd() && allHandlersFinished()));
      if (!this.inbox.isEmpty) await this.inbox.answerFirst(answer);
      else if (!this.isQuiet) await look(this.wakeReason());
      else return;
    }
  }

  private get isQuiet(): boolean {
    return this.inbox.isEmpty && !this.timers.haveFired && !this.hasMoved;
  }

  private wakeReason(): string {
    const fired = this.timers.consumeFired();
    const moved = this.hasMoved ? ['moved'] : [];
    this.hasMoved = false;
    return [...fired, ...moved].join('; ');
  }
}

/** Whether the run is long enough to continue as new. */
export const isLong = (): boolean =>
  workflowInfo().continueAsNewSuggested || Date.now() - workflowInfo().runStartTime.getTime() >= longestRun;

/**
 * Ignores a cancellation requested from outside (the Temporal UI's only filled button). A workflow ends by law, or by termination, which
 * the daily reconciliation undoes.
 */
export function uncancelled<T>(body: () => Promise<T>): Promise<T> {
  CancellationScope.current().cancelRequested.catch(() => {
    log.warn(fallbackLogMessage('cancelled'));
    setCurrentDetails(`**${fallbackMessage('cancelled')}**\n\n${getCurrentDetails()}`);
    // The page with that button reports that the workflow will be cancelled; it lists timers but no details, so a timer carries the
    // message.
    void CancellationScope.nonCancellable(() => sleep(1, { summary: fallbackMessage('cancellationIgnored') }));
  });
  return CancellationScope.nonCancellable(body);
}
