/** Why a letter was given up: the failure of its last attempt, with its data if servanda itself reported it. */
import { ApplicationFailure } from '@temporalio/common';
import type { WhyNotDelivered } from '../delivery/index.ts';

export function whyNotDelivered(cause: unknown): WhyNotDelivered {
  const { cause: inner } = cause as { cause?: unknown };
  const why = inner instanceof Error ? inner.message : String(cause);
  const said: unknown = inner instanceof ApplicationFailure ? inner.details?.[0] : undefined;
  return isOurs(said) ? { why, fault: said } : { why };
}

const isOurs = (said: unknown): said is { code: string } =>
  typeof said === 'object' && said !== null && 'code' in said && typeof said.code === 'string';
