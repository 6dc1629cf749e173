/** Opens an agreement: starts its workflow once. Opening it again changes nothing. */
import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { AgreementFile } from '../agreements/load.ts';
import { revealedPartsOf } from '../agreements/revealing-id.ts';
import type { Agreement } from '../clauses/agreement.ts';
import type { Instant } from '../clauses/calendar.ts';
import { whyUrlNotAllowed } from '../delivery/webhook-addresses.ts';
import { descriptionHash, descriptionOf } from '../dossier/description.ts';
import { earlyYearsIn, earlyYearsOf } from '../machines/early-years.ts';
import { isRefusal } from '../machines/refusal.ts';
import { readEntry, readLedger } from '../machines/read-entries.ts';
import { describeWorkflow } from '../reconciliation/describe-workflow.ts';
import { summaryOf } from '../reconciliation/open-workflows.ts';
import type { Row } from '../register/types.ts';
import { message } from '../wording/message.ts';
import { statementIn } from '../wording/statements.ts';
import type { Wording } from '../wording/wording.ts';
import type { AgreementInput } from '../workflows/messages.ts';
import type { Context } from './context.ts';
import { refuseAll } from './dossiers.ts';
import { failureFrom, InvalidRequest } from './failures.ts';
import { isNotKept, keeperOf, NotStarted } from './keeper.ts';
import { withTimeout, noAnswer, type Service } from './service.ts';

export interface Opened {
  agreement: string;
  /** `over`: it has ended and nothing is pending; a later fact starts its workflow again. */
  state: 'opened' | 'open already' | 'over';
  /** What the file has and the register does not, and how to add it; dates in the file that are probably typing errors. */
  notes: string[];
}

/** What is opened: the description and the facts of an agreement's file. */
export type ToOpen = Pick<AgreementFile, 'file' | 'agreement' | 'facts'>;

/** Opens an agreement and waits until it is recorded, for at most `patience` ms. @throws Refused, InvalidRequest, Unavailable */
export async function openAgreement(context: Context, file: ToOpen, by = context.person, patience = patienceForOne): Promise<Opened> {
  const { wording } = context;
  const { agreement, facts } = file;
  const { id, rehearsal } = agreement;
  const service = await context.service();
  const registers = await context.registers();
  const register = await registers.open(id, rehearsal);
  const rows = await register.rows(id);
  const now = await context.now();
  if (!rows.length) {
    refuseFacts(wording, file, now);
    refuseWebhooks(wording, service, agreement);
    if (service.discreet) rejectRevealingId(wording, file);
    const { agreementWorkflowId } = await import('../workflows/messages.ts');
    const open = await service.rightTo(by, agreementWorkflowId(id), 'open', { description: agreement, facts, by });
    const isWritten = async (): Promise<boolean> => (await register.rows(id)).length > facts.length;
    await begin(context, service, { agreement: id, rehearsal, open }, agreement, { isWritten, patience });
    return { agreement: id, state: 'opened', notes: earlyYears(wording, agreement, facts) };
  }
  const notes = differences(wording, file, rows);
  const { startMissingWorkflows } = await import('../reconciliation/rebuild.ts');
  const taken = await startMissingWorkflows(keeperOf(service, registers, by), { agreement: id, now, patience });
  const failed = taken.filter(isNotKept);
  if (failed.length) throw new NotStarted(failed, wording);
  return { agreement: id, state: taken.some(t => t.kind === 'agreement') ? 'open already' : 'over', notes };
}

const earlyYears = (wording: Wording, agreement: Agreement, facts: AgreementFile['facts']): string[] =>
  [...earlyYearsOf(agreement), ...earlyYearsIn(facts)].map(note => statementIn(note, wording));

/** The time limit for one agreement, in milliseconds. */
const patienceForOne = 10_000;

/** Rejects a webhook that delivery would reject later, when nobody waits for the answer. @throws InvalidRequest */
export function refuseWebhooks(
  wording: Wording,
  { delivery: { webhookAllow = [] } }: Pick<Service, 'delivery'>,
  { desk }: Agreement,
): void {
  for (const { id, webhook } of desk?.recipients ?? []) {
    const why = webhook && whyUrlNotAllowed(webhook, webhookAllow);
    if (why) throw new InvalidRequest('webhook', { recipient: id, url: webhook, why, origin: new URL(webhook).origin }, wording);
  }
}

/** Refuses what the register would refuse before anything is started. @throws Refused */
function refuseFacts(wording: Wording, { file, agreement, facts }: ToOpen, now: Instant): void {
  const untimely = facts.map(f => readEntry(f, agreement, now)).filter(isRefusal);
  const refusals = [...readLedger(facts, agreement).refusals, ...untimely];
  refuseAll(
    wording,
    file,
    refusals.filter((r, i) => refusals.findIndex(other => isDeepStrictEqual(other, r)) === i),
  );
}

/** Refuses an id that reveals a Party or the subject, since Temporal stores ids unencrypted. @throws InvalidRequest */
function rejectRevealingId(wording: Wording, { file, agreement }: ToOpen): void {
  const telling = revealedPartsOf(agreement);
  if (telling.length) throw new InvalidRequest('tellingId', { file, id: agreement.id, parts: telling.join(', ') }, wording);
}

interface Waiting {
  isWritten: () => Promise<boolean>;
  patience: number;
}

/**
 * Starts the workflow of an agreement that the register does not have, and waits until it has everything. Polls the register, not the
 * worker, which may have hundreds of agreements before this one. @throws Refused if its opening is refused, Unavailable if it is not
 * recorded in time
 */
async function begin(
  context: Context,
  service: Service,
  opening: AgreementInput,
  agreement: Agreement,
  { isWritten, patience }: Waiting,
): Promise<void> {
  const { wording } = context;
  const { agreementWorkflow, agreementWorkflowId } = await import('../workflows/messages.ts');
  const handle = await withTimeout(context, service, () =>
    service.client.workflow.start(agreementWorkflow, {
      workflowId: agreementWorkflowId(agreement.id),
      taskQueue: service.taskQueue,
      args: [opening],
      ...summaryOf(agreement, service.language),
      workflowIdConflictPolicy: 'USE_EXISTING',
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    }),
  );
  for (let waited = 0, step = 50; waited < patience; waited += step, step = Math.min(2 * step, 2_000)) {
    await pause(step);
    if (await isWritten()) return;
    const described = await withTimeout(context, service, () => describeWorkflow(service.client, handle.workflowId));
    if (described?.hasFailed)
      throw await withTimeout(context, service, () => handle.result()).then(() => noAnswer(wording), failureFrom(wording));
  }
  throw noAnswer(wording);
}

/** Reports a file that has changed since; the register's description stays in use. */
function differences({ client: { opened }, locale }: Wording, { file, agreement, facts }: ToOpen, rows: readonly Row[]): string[] {
  const used = descriptionOf(rows, agreement.id);
  const unknown = facts.filter(f => !rows.some(r => r.entry.id === f.id)).map(f => f.id);
  return [
    ...(descriptionHash(agreement) === used.hash ? [] : [message(opened.changed, locale, { file, entry: used.id })]),
    ...(unknown.length ? [message(opened.unknownFacts, locale, { file, facts: unknown.join(', '), agreement: agreement.id })] : []),
  ];
}
