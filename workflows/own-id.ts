/**
 * Requires a workflow's id to match its input. A right is valid for one workflow id: under another id, a right to one agreement would open
 * another.
 */
import { workflowInfo } from '@temporalio/workflow';
import { refuse, type RefusalParams } from '../machines/refusal.ts';
import { refusal } from './refusal-failures.ts';

/**
 * `parts` names the fields that form the id; their values in `begunWith` are unvalidated. `more` names what else the start requires, for
 * the message to the caller. @throws ApplicationFailure of type Refused
 */
export function assertOwnId<Parts extends string>(
  what: RefusalParams['incompleteStart']['what'],
  parts: readonly Parts[],
  begunWith: { readonly [part in Parts]: unknown },
  idOf: (...parts: string[]) => string,
  more: readonly string[] = [],
): void {
  const given = parts.map(part => begunWith[part]).filter((part): part is string => typeof part === 'string' && part !== '');
  if (given.length < parts.length) {
    const workflowId = idOf(...parts.map(part => part.toUpperCase()));
    throw refusal(refuse('incompleteStart', { what, needs: [...parts, ...more], workflowId }));
  }
  const workflowId = idOf(...given);
  if (workflowInfo().workflowId !== workflowId) throw refusal(refuse('misnamedWorkflow', { workflowId }));
}
