/**
 * A workflow has the id that is made of what it begins with: a right is for one workflow id, so that under another one a right to another
 * agreement would be one to this.
 */
import { workflowInfo } from '@temporalio/workflow';
import { refuse, type RefusalParams } from '../machines/refusal.ts';
import { refusal } from './refusals.ts';

/**
 * `parts`: the names of what the id is made of; of `begunWith` they are whatever was sent. `more`: what is needed besides, for who begins it.
 * @throws ApplicationFailure of type Refused
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
