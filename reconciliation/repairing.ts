/**
 * Bringing what differs back to the register: what is missing is started, an agreement folds again, a paper looks again. The
 * register is only read, so that a repair can be repeated and can't make anything worse.
 */
import { randomUUID } from 'node:crypto';
import type { Instant } from '../clauses/calendar.ts';
import type { Change } from '../machines/changes.ts';
import { cli } from '../wording/cli/en.ts';
import { agreementWorkflowId, moved, replan, type ReplanRequest } from '../workflows/messages.ts';
import { failureInWords, takeUp, type Keeper } from './rebuild.ts';
import { compare, type Compared } from './comparing.ts';
import type { Difference } from './differences.ts';

export interface Repaired {
  before: Compared;
  /** What was done about it, one line for each workflow. */
  done: string[];
  after: Compared;
}

/** Compares, repairs what differs, and compares again. */
export async function compareAndRepair(keeper: Keeper, agreement: string, now: () => Instant): Promise<Repaired> {
  const before = await compare(keeper, agreement, now);
  if (!before.differences.length) return { before, done: [], after: before };
  const done = await repair(keeper, agreement, before.differences, now());
  return { before, done, after: await compare(keeper, agreement, now) };
}

async function repair(keeper: Keeper, agreement: string, differences: readonly Difference[], now: Instant): Promise<string[]> {
  const of = (...whats: Difference['what'][]) => new Set(differences.filter(d => whats.includes(d.what)).map(d => d.workflowId));
  const [missing, frozen, stuck] = [of('missing'), of('frozen'), of('stuck')];
  const others = [...new Set(differences.map(d => d.workflowId))].filter(id => !missing.has(id) && !frozen.has(id) && !stuck.has(id));
  const done: string[] = [];
  for (const workflowId of frozen) done.push(`${workflowId}: ${await ended(keeper, workflowId)}`);
  if (missing.size || frozen.size) done.push(...(await startMissing(keeper, agreement, now)));
  for (const workflowId of others) done.push(`${workflowId}: ${await toldAgain(keeper, agreement, workflowId)}`);
  for (const workflowId of stuck) done.push(`${workflowId}: nothing was done, since it does not answer.`);
  return done;
}

/** Nothing is lost with it: all that was answered stands in the register. */
async function ended({ client }: Keeper, workflowId: string): Promise<string> {
  try {
    await client.workflow
      .getHandle(workflowId)
      .terminate('It made no progress, or was not servanda’s: it is started again from the register.');
    return 'ended, since it made no progress.';
  } catch (cause) {
    return `could not be ended. ${failureInWords(cause)}`;
  }
}

async function startMissing(keeper: Keeper, agreement: string, now: Instant): Promise<string[]> {
  const taken = await takeUp(keeper, { agreement, now });
  return taken.flatMap(({ workflowId, became, why }) => {
    if (became === 'started') return [`${workflowId}: started again from the register.`];
    if (became === 'unanswered') return [`${workflowId}: ${why}`];
    return became === 'failed' ? [`${workflowId}: could not be started. ${why}`] : [];
  });
}

/** How long an answer may take, in milliseconds. */
const patience = 10_000;

async function toldAgain({ client, toReplan }: Keeper, agreement: string, workflowId: string): Promise<string> {
  const handle = client.workflow.getHandle(workflowId);
  try {
    if (workflowId !== agreementWorkflowId(agreement)) {
      await handle.signal(moved);
      return 'told to look again.';
    }
    const asked = { args: [await toReplan(workflowId)] as [ReplanRequest], updateId: `compare:${randomUUID()}` };
    const answer = await client.withAbortSignal(AbortSignal.timeout(patience), () => handle.executeUpdate(replan, asked));
    return `folded again; ${answer.changed.length ? answer.changed.map(moveInEnglish).join('; ') : 'no date of its own plan moved'}.`;
  } catch (cause) {
    return `could not be told. ${failureInWords(cause)}`;
  }
}

const moveInEnglish = ({ what, before, after }: Change): string => `${cli.moves.names[what]}: ${before ?? 'none'} → ${after ?? 'none'}`;
