/**
 * Repairs differences from the register: starts what is missing, makes agreements fold again, and signals notices and protocols to recheck.
 * The register is only read, so a repair can be repeated and cannot make anything worse.
 */
import { randomUUID } from 'node:crypto';
import type { Instant } from '../clauses/calendar.ts';
import type { Change } from '../machines/changes.ts';
import { wordings } from '../wording/index.ts';
import { agreementWorkflowId, recheck, replan, type ReplanRequest } from '../workflows/messages.ts';
import { failureOf, type Failure } from './failure.ts';
import { startMissingWorkflows, type Keeper } from './rebuild.ts';
import { compare, type Compared } from './compare.ts';
import type { Difference } from './differences.ts';

/** What was done about the differences of each workflow. */
export type Repair = { workflowId: string } & Done;

export type Done =
  /** `nothing`: it does not answer; `waits`: it is retried in any case. */
  | { did: 'ended' | 'started' | 'toldAgain' | 'nothing' | 'waits' }
  | { did: 'foldedAgain'; changed: Change[] }
  | { did: 'notEnded' | 'notStarted' | 'notTold' | 'unanswered'; why: Failure };

export interface Repaired {
  before: Compared;
  done: Repair[];
  after: Compared;
}

export async function compareAndRepair(keeper: Keeper, agreement: string, now: () => Instant): Promise<Repaired> {
  const before = await compare(keeper, agreement, now);
  if (!before.differences.length) return { before, done: [], after: before };
  const done = await repair(keeper, agreement, before.differences, now());
  return { before, done, after: await compare(keeper, agreement, now) };
}

async function repair(keeper: Keeper, agreement: string, differences: readonly Difference[], now: Instant): Promise<Repair[]> {
  const of = (...whats: Difference['what'][]) => new Set(differences.filter(d => whats.includes(d.what)).map(d => d.workflowId));
  const [missing, frozen, stuck] = [of('missing'), of('frozen'), of('stuck')];
  const waiting = of('letter');
  const left = [missing, frozen, stuck, waiting];
  const others = [...new Set(differences.map(d => d.workflowId))].filter(id => !left.some(ids => ids.has(id)));
  const done: Repair[] = [];
  for (const workflowId of frozen) done.push({ workflowId, ...(await ended(keeper, workflowId)) });
  if (missing.size || frozen.size) done.push(...(await startMissing(keeper, agreement, now)));
  for (const workflowId of others) done.push({ workflowId, ...(await toldAgain(keeper, agreement, workflowId)) });
  for (const workflowId of stuck) done.push({ workflowId, did: 'nothing' });
  for (const workflowId of waiting) done.push({ workflowId, did: 'waits' });
  return done;
}

/** Terminating loses nothing: everything it acknowledged is in the register. */
async function ended({ client, language }: Keeper, workflowId: string): Promise<Done> {
  try {
    await client.workflow.getHandle(workflowId).terminate(wordings[language].differences.terminated);
    return { did: 'ended' };
  } catch (cause) {
    return { did: 'notEnded', why: failureOf(cause) };
  }
}

async function startMissing(keeper: Keeper, agreement: string, now: Instant): Promise<Repair[]> {
  const taken = await startMissingWorkflows(keeper, { agreement, now });
  return taken.flatMap(({ workflowId, became, why }): Repair[] => {
    if (became === 'started') return [{ workflowId, did: 'started' }];
    return why ? [{ workflowId, did: became === 'unanswered' ? 'unanswered' : 'notStarted', why }] : [];
  });
}

/** How long an answer may take, in milliseconds. */
const patience = 10_000;

async function toldAgain({ client, toReplan }: Keeper, agreement: string, workflowId: string): Promise<Done> {
  const handle = client.workflow.getHandle(workflowId);
  try {
    if (workflowId !== agreementWorkflowId(agreement)) {
      await handle.signal(recheck);
      return { did: 'toldAgain' };
    }
    const asked = { args: [await toReplan(workflowId)] as [ReplanRequest], updateId: `compare:${randomUUID()}` };
    const { changed } = await client.withAbortSignal(AbortSignal.timeout(patience), () => handle.executeUpdate(replan, asked));
    return { did: 'foldedAgain', changed };
  } catch (cause) {
    return { did: 'notTold', why: failureOf(cause) };
  }
}
