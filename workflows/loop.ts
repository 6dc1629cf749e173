/**
 * What the workflows of an agreement, a notice and a protocol have in common: a request or a due timer comes in, the step is run, the
 * timers of its plan are armed. One at a time, until nothing is left to wait for, or the run has become long.
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
import { inLog, inTrouble } from './in-trouble.ts';
import { Inbox } from './inbox.ts';
import { Timers } from './timers.ts';

export interface Steps<Command, Answer> {
  /** Runs the step for a request, and answers it. */
  answer: (command: Command) => Promise<Answer>;
  /** Runs it for what fell due, or because the ledger has moved. `why`: for the Temporal UI, summaries of timers or the name of the signal. */
  look: (why: string) => Promise<void>;
  /** What a step leaves to be done after its answer. */
  settle?: () => readonly Promise<unknown>[];
  /** Whether the run may end where nobody waits for an answer. */
  mayEnd: () => boolean;
}

export class Loop<Command, Answer> {
  private readonly inbox = new Inbox<Command, Answer>();
  private hasMoved = false;
  readonly timers = new Timers();

  /** For the handlers of updates. */
  readonly ask = (command: Command): Promise<Answer> => this.inbox.ask(command);
  /** For the handler of the signal that the ledger has moved. */
  readonly recheck = (): void => void (this.hasMoved = true);

  async run({ answer, look, settle, mayEnd }: Steps<Command, Answer>): Promise<void> {
    for (;;) {
      const left = settle?.() ?? [];
      if (left.length) await Promise.all(left);
      if (this.isQuiet) await condition(() => !this.isQuiet || (mayEnd() && allHandlersFinished()));
      if (!this.inbox.isEmpty) await this.inbox.answerFirst(answer);
      else if (!this.isQuiet) await look(this.whatCameIn());
      else return;
    }
  }

  private get isQuiet(): boolean {
    return this.inbox.isEmpty && !this.timers.haveFired && !this.hasMoved;
  }

  private whatCameIn(): string {
    const fired = this.timers.consumeFired();
    const moved = this.hasMoved ? ['moved'] : [];
    this.hasMoved = false;
    return [...fired, ...moved].join('; ');
  }
}

/** Whether a run has become so long that the next one should go on. */
export const isLong = (): boolean =>
  workflowInfo().continueAsNewSuggested || Date.now() - workflowInfo().runStartTime.getTime() >= longestRun;

/**
 * A cancellation asked from outside (the Temporal UI's only filled button) ends nothing: what is kept ends by law, or when its workflow
 * is terminated, which the daily comparison with the register undoes.
 */
export function uncancelled<T>(body: () => Promise<T>): Promise<T> {
  CancellationScope.current().cancelRequested.catch(() => {
    log.warn(inLog('cancelled'));
    setCurrentDetails(`**${inTrouble('cancelled')}**\n\n${getCurrentDetails()}`);
    // The page on which the button is says that the workflow will be cancelled: there a timer is seen, and no details.
    void CancellationScope.nonCancellable(() => sleep(1, { summary: inTrouble('cancellationIgnored') }));
  });
  return CancellationScope.nonCancellable(body);
}
