/** What must be true after each message, and at the end. */
import { differenceIn } from '../../../../wording/differences/sentence.ts';
import { wordings } from '../../../../wording/index.ts';
import { setTimeout as pause } from 'node:timers/promises';
import { WorkflowNotFoundError } from '@temporalio/client';
import { contentHash } from '../../../../register/canonical.ts';
import type { OutboxLine } from '../../../../register/types.ts';
import { dossierOf } from '../../../../dossier/dossier.ts';
import { planFor } from '../../../../dossier/dossier.ts';
import { replay } from '../../../../machines/notice/replay.ts';
import { date } from '../../../../clauses/calendar.ts';
import { noticeNumbers, noticeSteps } from '../../../../dossier/description.ts';
import { describeWorkflow } from '../../../../reconciliation/describe-workflow.ts';
import { compare } from '../../../../reconciliation/compare.ts';
import { agreements } from './inputs.ts';
import type { TemporalWorld } from './world.ts';

/** In milliseconds. */
const patience = 5_000;
const every = 100;

/** The workflow that received something, and those of its agreement: none may fail its task, and each must answer. */
export async function whyStuck({ service }: TemporalWorld, workflowIds: readonly string[]): Promise<string[]> {
  const faults: string[] = [];
  for (const workflowId of workflowIds) {
    const handle = service.client.workflow.getHandle(workflowId);
    try {
      const found = await describeWorkflow(service.client, workflowId);
      if (!found?.isRunning || found.taskQueue !== 'test') continue;
      const { attempt } = found.task ?? { attempt: 1 };
      if (attempt > 1) faults.push(`${workflowId}: its workflow task is at attempt ${attempt}`);
      else if (!workflowId.startsWith('delivery/'))
        await withinPatience(() => handle.query(workflowId.startsWith('agreement/') ? 'plan' : 'status'));
    } catch (cause) {
      if (!(cause instanceof WorkflowNotFoundError)) faults.push(`${workflowId} does not answer: ${String(cause)}`);
    }
  }
  return faults;
}

/** A query right after a start may find no plan yet. */
async function withinPatience(ask: () => Promise<unknown>): Promise<void> {
  const deadline = performance.now() + patience;
  for (;;)
    try {
      return void (await ask());
    } catch (cause) {
      if (performance.now() > deadline || cause instanceof WorkflowNotFoundError) throw cause;
      await pause(every);
    }
}

/** The register verifies; Temporal has what it says; no workflow task has failed; the fold owes what was sent, each once. */
export async function faultsAtTheEnd(world: TemporalWorld, taken: readonly string[]): Promise<string[]> {
  const { service, keeper, mail, receiver } = world;
  const register = service.registers.of(false);
  const faults: string[] = [];
  const verified = await register.verifyAll();
  if (!verified.sound) faults.push(...verified.faults.map(f => `line ${f.line}: ${JSON.stringify(f.why)}`));
  for (const id of await register.agreements())
    if (!agreements.some(a => a === id)) faults.push(`${id} was opened by somebody without the right to`);
  for (const id of agreements) {
    const differ = async (): Promise<string[]> =>
      (await compare(keeper, id, Date.now)).differences.map(d => `${d.workflowId}: ${differenceIn(d, wordings.en)}`);
    faults.push(...(await differ().catch((cause: unknown) => [`${id} can’t be compared: ${String(cause)}`])));
    faults.push(...(await unowed(world, id)));
  }
  const ids = new Set((await Promise.all(agreements.map(id => register.rows(id)))).flat().map(row => `${row.agreement}/${row.entry.id}`));
  faults.push(...taken.filter(id => !ids.has(id)).map(id => `${id} was accepted and is not in the register`));
  const outbox = (await Promise.all(agreements.map(id => register.outbox(id)))).flat();
  faults.push(
    ...letterFaults(
      outbox,
      mail.letters.map(letter => letter.messageId ?? 'without an id'),
    ),
  );
  const posted = receiver.calls.map(({ body }) => JSON.parse(body) as { agreement: string; id: string });
  const isAct = ({ agreement, id }: { agreement: string; id: string }): boolean =>
    outbox.some(line => line.agreement === agreement && contentHash(line.act) === id);
  faults.push(...posted.filter(one => !isAct(one)).map(one => `posted without a line in an outbox: ${JSON.stringify(one)}`));
  return faults;
}

/** `agreement.line.recipient.hash@servanda` for a line of the outbox, each once. */
function letterFaults(outbox: readonly OutboxLine[], messageIds: readonly string[]): string[] {
  const known = new Set(
    outbox.map(line => `<${line.agreement}.${line.seq}.officer.${contentHash(line.act).replace(/^sha256:/, '')}@servanda>`),
  );
  return messageIds.flatMap((id, i) => [
    ...(known.has(id) ? [] : [`a letter without a line in the outbox: ${id}`]),
    ...(messageIds.indexOf(id) === i ? [] : [`a letter sent twice: ${id}`]),
  ]);
}

/** Lines of the outbox that neither the plan nor a notice required when they were written. */
async function unowed({ service }: TemporalWorld, id: string): Promise<string[]> {
  const stored = await service.registers.of(false).stateOf(id);
  return stored.outbox.flatMap(line => {
    const rows = stored.rows.filter(row => row.entered.at <= line.at);
    const outbox = stored.outbox.filter(other => other.seq < line.seq);
    const { owed, withdrawn } = planFor(dossierOf(id, { ...stored, rows, outbox }, false), line.at);
    const ofPlan = line.step === 'withdrawn' ? withdrawn : owed.filter(o => o.as === line.step).map(o => o.act);
    const today = date(new Date(line.at).toISOString().slice(0, 10));
    const ofNotices = noticeNumbers(rows).flatMap(number => replay(noticeSteps(rows, number), today).acts);
    const isOwed = [...ofPlan, ...ofNotices].some(act => contentHash(act) === contentHash(line.body));
    return isOwed ? [] : [`line ${line.seq} of the outbox of ${id} is not owed: ${line.step} ${JSON.stringify(line.body)}`];
  });
}
