/** The timers actually pending in a workflow's history: started, and neither fired nor cancelled. */
import type { LoadedDataConverter } from '@temporalio/common';
import { decodeUserMetadata } from '@temporalio/common/lib/internal-non-workflow/index.js';
import { tsToMs } from '@temporalio/common/lib/time.js';
import type { temporal } from '@temporalio/proto';
import type { Instant } from '../clauses/calendar.ts';

export interface PendingTimer {
  /** The displayed text, which names the date and the article. */
  summary: string;
  started: Instant;
  fires: Instant;
}

type Event = temporal.api.history.v1.IHistoryEvent;

/**
 * Follows the events of one run, page by page. A fired timer counts as pending until a later workflow task completes: only then has the
 * workflow processed it.
 */
export class PendingTimers {
  private readonly pending = new Map<string, Event>();
  private fired: string[] = [];

  take(events: readonly Event[]): void {
    for (const event of events) {
      const { timerStartedEventAttributes: started, timerFiredEventAttributes: fired, timerCanceledEventAttributes: canceled } = event;
      if (started) this.pending.set(started.timerId!, event);
      if (canceled) this.pending.delete(canceled.timerId!);
      if (fired) this.fired.push(fired.timerId!);
      if (event.workflowTaskCompletedEventAttributes) for (const id of this.fired.splice(0)) this.pending.delete(id);
    }
  }

  /** Decodes the pending timers; their summaries may be encrypted. @throws KeyMissing */
  async all(converter: LoadedDataConverter): Promise<PendingTimer[]> {
    const each = [...this.pending.values()].map(async ({ eventTime, timerStartedEventAttributes, userMetadata }) => {
      const { staticSummary } = await decodeUserMetadata(converter, userMetadata);
      const started = tsToMs(eventTime);
      return { summary: staticSummary ?? '', started, fires: started + tsToMs(timerStartedEventAttributes!.startToFireTimeout) };
    });
    return Promise.all(each);
  }
}
