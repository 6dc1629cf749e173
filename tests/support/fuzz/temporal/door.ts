/**
 * Fuzzes Temporal itself: messages, starts, cancellations and calls of activities sent directly to the server with our worker running. A
 * run is accepted, or refused with a sentence in time; afterwards nothing is stuck, and at the end the register and Temporal agree.
 */
import { differenceIn } from '../../../../wording/differences/sentence.ts';
import { wordings } from '../../../../wording/index.ts';
import { setTimeout as pause } from 'node:timers/promises';
import { describeWorkflow } from '../../../../reconciliation/describe-workflow.ts';
import { compareAndRepair } from '../../../../reconciliation/repair.ts';
import type { OpenDoor } from '../doors.ts';
import { faultsAtTheEnd, whyStuck } from './checks.ts';
import { drawn, type Sent, type Start } from './inputs.ts';
import { send } from './send.ts';
import { openWorld, type TemporalWorld } from './world.ts';

export async function temporal(): Promise<OpenDoor> {
  const world = await openWorld();
  const taken: string[] = [];
  return {
    run: async chance => {
      const sent = drawn(chance);
      if (sent.act !== 'start' && sent.act !== 'activity') await world.begin(sent.workflowId);
      const began = performance.now();
      const { became, said, isSigned } = await send(world, sent).catch((cause: unknown) => Promise.reject(describing(sent, cause)));
      if (performance.now() - began > patience) throw describing(sent, `answered after ${Math.round(performance.now() - began)} ms`);
      if (/^ {4}at |\\n {4}at /m.test(said)) throw describing(sent, `a stack in the answer: ${said}`);
      if (sent.act === 'update' && became === 'taken') {
        if (!isSigned) throw describing(sent, `taken without a right: ${said}`);
        const { entry } = JSON.parse(said) as { entry?: { id: string } };
        if (entry?.id) taken.push(`${sent.workflowId.replace('agreement/', '')}/${entry.id}`);
      }
      const left = sent.act === 'start' && became === 'taken' ? await whyNotEnded(world, sent, said) : undefined;
      if (left) throw describing(sent, left);
      if (sent.act === 'terminate' || (sent.act === 'start' && sent.isSquatting)) await repaired(world, sent);
      const stuck = await whyStuck(world, familyOf(sent.workflowId));
      if (stuck.length) throw describing(sent, stuck.join('; '));
      return became;
    },
    finish: () => faultsAtTheEnd(world, taken),
    close: world.stop,
  };
}

const describing = (sent: Sent, why: unknown): Error =>
  new Error(`${why instanceof Error ? (why.stack ?? why.message) : String(why)}\n${JSON.stringify(sent).slice(0, 1_500)}`);

function familyOf(workflowId: string): string[] {
  const [, agreement] = workflowId.split('/');
  return [...new Set([`agreement/${agreement}`, `delivery/${agreement}`, workflowId])].filter(isText);
}

/** A server accepts only valid text as an id. */
const isText = (id: string): boolean => !/\p{Surrogate}/u.test(id);

/** In milliseconds. */
const patience = 5_000;

/**
 * A workflow that a stranger started ends at once, refused, or it runs what the register has. Started with input that nobody can decode it
 * waits for a worker with the key, and with an unknown type for one with its code; both are ended here.
 */
async function whyNotEnded({ service }: TemporalWorld, { workflowId, type, form }: Start, runId: string): Promise<string | undefined> {
  const handle = service.client.workflow.getHandle(workflowId, runId);
  const deadline = performance.now() + patience;
  while (performance.now() < deadline) {
    const found = await describeWorkflow(service.client, workflowId, runId);
    if (!found?.isRunning) return undefined;
    if ((found.task?.attempt ?? 1) > 1) {
      await handle.terminate('begun with what no worker has');
      return isOurs(type) && ['sealed', 'clear', 'deep'].includes(form) ? 'what was started fails its task' : undefined;
    }
    if (!found.task && !found.activities) return undefined; // it waits for its dates
    await pause(50);
  }
  return (await describeWorkflow(service.client, workflowId, runId))?.task ? 'what was started is not taken up' : undefined;
}

const isOurs = (type: string): boolean => ['agreement', 'notice', 'protocol', 'delivery', 'reconciliation'].includes(type);

/** Reconciliation detects and restores what someone with access to Temporal ends or replaces. */
async function repaired({ keeper }: TemporalWorld, sent: Sent): Promise<void> {
  const [, agreement] = sent.workflowId.split('/');
  if (!(await keeper.registers.find(agreement!))) return;
  const { after } = await compareAndRepair(keeper, agreement!, Date.now).catch((cause: unknown) => Promise.reject(describing(sent, cause)));
  if (after.differences.length)
    throw describing(sent, `not repaired: ${after.differences.map(d => differenceIn(d, wordings.en)).join('; ')}`);
}
