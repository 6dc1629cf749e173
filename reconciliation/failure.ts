/** Why a request to Temporal failed, as data; the reader renders it. */
import { ServiceError, WorkflowFailedError, WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { refusalOfUnreadable } from '../dossier/unreadable-refusals.ts';
import { isRefusal, type Refusal } from '../machines/refusal.ts';
import { serverFaultOf } from './server-fault.ts';

export type Failure =
  | { code: 'refused'; refusal: Refusal }
  /** The workflow was started, but no worker took its task, or its task keeps failing. */
  | { code: 'noAnswer'; workflowId: string; seconds: number }
  /** The server denies this to these credentials. */
  | { code: 'denied'; why: string }
  /** Another program's own message. */
  | { code: 'other'; said: string };

/** Returns the innermost reason, since outer errors only name the request. */
export function failureOf(cause: unknown): Failure {
  if (cause instanceof NoAnswer) return cause.failure;
  const fault = serverFaultOf(cause);
  if (fault?.code === 'denied') return { code: 'denied', why: fault.why };
  const isOuter = cause instanceof WorkflowFailedError || cause instanceof WorkflowUpdateFailedError || cause instanceof ServiceError;
  const inner = isOuter ? (cause.cause ?? cause) : cause;
  const [refused] = inner instanceof ApplicationFailure ? (inner.details ?? []) : [];
  if (typeof refused === 'object' && refused && isRefusal(refused)) return { code: 'refused', refusal: refused };
  const unreadable = refusalOfUnreadable(inner);
  if (unreadable) return { code: 'refused', refusal: unreadable };
  return { code: 'other', said: inner instanceof Error ? inner.message : String(inner) };
}

/** No worker took the task of a started workflow, or its task keeps failing. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  readonly failure: Failure;
  constructor(workflowId: string, patience: number) {
    super(workflowId);
    this.failure = { code: 'noAnswer', workflowId, seconds: patience / 1000 };
  }
}
