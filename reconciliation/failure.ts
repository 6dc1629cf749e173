/** Why something that was asked of Temporal failed, as data: the reader renders it. */
import { ServiceError, WorkflowFailedError, WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { whyUnreadable } from '../dossier/unreadable.ts';
import { isRefusal, type Refusal } from '../machines/refusal.ts';
import { serverFaultOf } from './server-fault.ts';

export type Failure =
  | { code: 'refused'; refusal: Refusal }
  /** It was started, and no worker took its task, or its task fails again and again. */
  | { code: 'noAnswer'; workflowId: string; seconds: number }
  /** The server lets nobody do it who has these credentials. */
  | { code: 'denied'; why: string }
  /** What another program says, as it says it. */
  | { code: 'other'; said: string };

/** The innermost reason, since the outer ones only say who was asked. */
export function failureOf(cause: unknown): Failure {
  if (cause instanceof NoAnswer) return cause.failure;
  const fault = serverFaultOf(cause);
  if (fault?.code === 'denied') return { code: 'denied', why: fault.why };
  const isOuter = cause instanceof WorkflowFailedError || cause instanceof WorkflowUpdateFailedError || cause instanceof ServiceError;
  const inner = isOuter ? (cause.cause ?? cause) : cause;
  const [refused] = inner instanceof ApplicationFailure ? (inner.details ?? []) : [];
  if (typeof refused === 'object' && refused && isRefusal(refused)) return { code: 'refused', refusal: refused };
  const unreadable = whyUnreadable(inner);
  if (unreadable) return { code: 'refused', refusal: unreadable };
  return { code: 'other', said: inner instanceof Error ? inner.message : String(inner) };
}

/** No worker took the task of a workflow that was started, or its task fails again and again. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  readonly failure: Failure;
  constructor(workflowId: string, patience: number) {
    super(workflowId);
    this.failure = { code: 'noAnswer', workflowId, seconds: patience / 1000 };
  }
}
