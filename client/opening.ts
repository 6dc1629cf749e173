/** Opening an agreement: its workflow is started, once; opened again, nothing changes. */
import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { AgreementFile } from '../agreements/load.ts';
import { revealedPartsOf } from '../agreements/revealing-id.ts';
import type { Agreement } from '../clauses/agreement.ts';
import type { Instant } from '../clauses/calendar.ts';
import { whyNotTo } from '../delivery/webhook-addresses.ts';
import { descriptionHash, descriptionOf } from '../dossier/description.ts';
import { earlyYearsIn, earlyYearsOf } from '../machines/early-years.ts';
import { isRefusal } from '../machines/refusal.ts';
import { readEntry, readLedger } from '../machines/refusals.ts';
import { describedBy } from '../reconciliation/described.ts';
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
import { inTime, noAnswer, type Service } from './service.ts';

export interface Opened {
  agreement: string;
  /** `over`: it has ended and nothing is pending; a later fact starts it again. */
  state: 'opened' | 'open already' | 'over';
  /** What the file has and the register has not, and how to bring it in; dates in it that are most likely slips. */
  notes: string[];
}

/** What is opened: an agreement as its file has it, with its facts. */
export type ToOpen = Pick<AgreementFile, 'file' | 'agreement' | 'facts'>;

/** Opens an agreement and waits until it is kept; `patience`: for how long, in milliseconds. @throws Refused, InvalidRequest, Unavailable */
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
    if (service.discreet) refuseTellingId(wording, file);
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

/** How long somebody waits for one agreement, in milliseconds. */
const patienceForOne = 10_000;

/** Said before it is opened: at delivery it would be refused, where nobody waits for it. @throws InvalidRequest */
export function refuseWebhooks(
  wording: Wording,
  { delivery: { webhookAllow = [] } }: Pick<Service, 'delivery'>,
  { desk }: Agreement,
): void {
  for (const { id, webhook } of desk?.recipients ?? []) {
    const why = webhook && whyNotTo(webhook, webhookAllow);
    if (why) throw new InvalidRequest('webhook', { recipient: id, url: webhook, why, origin: new URL(webhook).origin }, wording);
  }
}

/** What the register would refuse is refused before anything is started. @throws Refused */
function refuseFacts(wording: Wording, { file, agreement, facts }: ToOpen, now: Instant): void {
  const untimely = facts.map(f => readEntry(f, agreement, now)).filter(isRefusal);
  const refusals = [...readLedger(facts, agreement).refusals, ...untimely];
  refuseAll(
    wording,
    file,
    refusals.filter((r, i) => refusals.findIndex(other => isDeepStrictEqual(other, r)) === i),
  );
}

/** Temporal keeps an id in clear. @throws InvalidRequest */
function refuseTellingId(wording: Wording, { file, agreement }: ToOpen): void {
  const telling = revealedPartsOf(agreement);
  if (telling.length) throw new InvalidRequest('tellingId', { file, id: agreement.id, parts: telling.join(', ') }, wording);
}

interface Waiting {
  isWritten: () => Promise<boolean>;
  patience: number;
}

/**
 * Starts the workflow of an agreement that the register has not yet, and waits until it has it all: the register is asked, and not the
 * worker, which may have hundreds before this one. @throws Refused when what it opens with is refused, Unavailable when nothing comes of it
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
  const handle = await inTime(context, service, () =>
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
    const described = await inTime(context, service, () => describedBy(service.client, handle.workflowId));
    if (described?.hasFailed)
      throw await inTime(context, service, () => handle.result()).then(() => noAnswer(wording), failureFrom(wording));
  }
  throw noAnswer(wording);
}

/** A file that has changed since is shown, and not used. */
function differences({ client: { opened }, locale }: Wording, { file, agreement, facts }: ToOpen, rows: readonly Row[]): string[] {
  const used = descriptionOf(rows, agreement.id);
  const unknown = facts.filter(f => !rows.some(r => r.entry.id === f.id)).map(f => f.id);
  return [
    ...(descriptionHash(agreement) === used.hash ? [] : [message(opened.changed, locale, { file, entry: used.id })]),
    ...(unknown.length ? [message(opened.unknownFacts, locale, { file, facts: unknown.join(', '), agreement: agreement.id })] : []),
  ];
}
