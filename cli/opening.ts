/** Opening an agreement: its workflow is started, once; opened again, nothing changes. */
import { setTimeout as pause } from 'node:timers/promises';
import { planned } from '../activities/planning.ts';
import { descriptionHash, descriptionOf } from '../activities/description.ts';
import type { AgreementFile } from '../agreements/load.ts';
import { tellingPartsOf } from '../agreements/telling-id.ts';
import { isRefusal, readEntry, readLedger } from '../machines/refusals.ts';
import type { Registers } from '../register/home.ts';
import type { Row } from '../register/types.ts';
import type { AgreementInput } from '../workflows/messages.ts';
import { BadInput, NotAsAsked } from './failures.ts';
import { takeUpPapers } from './papers-again.ts';
import { inTime, noAnswer, type Service } from './service.ts';
import { refusalsInWords, todayOf } from './source.ts';
import { inWords } from './updates.ts';
import type { World } from './world.ts';

export interface Opened {
  agreement: string;
  /** `over`: it has ended and nothing is pending; a later fact starts it again. */
  state: 'opened' | 'open already' | 'over';
  /** What the file has and the register has not, and how to bring it in. */
  notes: string[];
}

/**
 * Opens the agreement of a file and waits until it is kept. `among`: many are opened at once, so that the register is asked and not the
 * worker, which is busy, and it is waited for longer. @throws BadInput when it is refused.
 */
export async function openAgreement(
  world: World,
  service: Service,
  registers: Registers,
  file: AgreementFile,
  by: string,
  among?: 'many',
): Promise<Opened> {
  const { agreement, facts } = file;
  const { id, rehearsal } = agreement;
  const register = await registers.open(id, rehearsal);
  const rows = await register.rows(id);
  if (!rows.length) {
    refuseFacts(world, file);
    if (service.discreet) refuseTellingId(file);
    const isWritten = async (): Promise<boolean> => (await register.rows(id)).length > facts.length;
    const input = { agreement: id, rehearsal, open: { description: agreement, facts, by } };
    await start(service, input, summaryOf(file), among && isWritten);
    return { agreement: id, state: 'opened', notes: [] };
  }
  const notes = differences(file, rows);
  await takeUpPapers(service, id, rows, todayOf(world, agreement));
  if (planned(rows, { agreement: id, now: world.now(), done: [] }).over) return { agreement: id, state: 'over', notes };
  await start(service, { agreement: id, rehearsal }, summaryOf(file));
  return { agreement: id, state: 'open already', notes };
}

/** What the register would refuse is refused before anything is started. @throws BadInput */
function refuseFacts(world: World, { file, agreement, facts }: AgreementFile): void {
  const untimely = facts.map(f => readEntry(f, agreement, world.now())).filter(isRefusal);
  const refusals = [...readLedger(facts, agreement).refusals, ...untimely];
  const once = refusals.filter((r, i) => refusals.findIndex(other => other.message === r.message) === i);
  if (once.length) throw new BadInput(refusalsInWords(file, once));
}

/** Temporal keeps an id in clear. @throws BadInput */
function refuseTellingId({ file, agreement }: AgreementFile): void {
  const telling = tellingPartsOf(agreement);
  if (telling.length)
    throw new BadInput(
      `${file}: the id ${agreement.id} tells of ${telling.join(', ')}, and Temporal keeps ids in clear. With SERVANDA_DISCREET, give the agreement an id that tells nothing, such as treaty-17.`,
    );
}

/** Takes up again what the register keeps, also when the Temporal server has lost its database: all is rebuilt from the register. */
export async function takeUpAgain(world: World, service: Service, registers: Registers, id: string): Promise<void> {
  const { register, rehearsal } = (await registers.find(id))!;
  const rows = await register.rows(id);
  const { agreement } = descriptionOf(rows, id);
  await takeUpPapers(service, id, rows, todayOf(world, agreement));
  if (planned(rows, { agreement: id, now: world.now(), done: [] }).over) return;
  await start(service, { agreement: id, rehearsal }, { staticSummary: agreement.title['en']!, staticDetails: '' });
}

interface Summary {
  staticSummary: string;
  staticDetails: string;
}

const summaryOf = ({ agreement: { title, parties, id, rehearsal } }: AgreementFile): Summary => ({
  staticSummary: title['en']!,
  staticDetails: [
    `**${title['en']}**`,
    '',
    `Between: ${parties.map(p => `${p.name['en']} (${p.id})`).join(' and ')}.`,
    '',
    `${rehearsal ? 'Rehearsal' : 'Agreement'} ${id}.`,
  ].join('\n'),
});

async function start(service: Service, input: AgreementInput, summary: Summary, isWritten?: () => Promise<boolean>): Promise<void> {
  const { agreementWorkflow, agreementWorkflowId } = await import('../workflows/messages.ts');
  const { client, taskQueue } = service;
  const workflowId = agreementWorkflowId(input.agreement);
  await inTime(service, () =>
    client.workflow.start(agreementWorkflow, {
      workflowId,
      taskQueue,
      args: [input],
      ...summary,
      workflowIdConflictPolicy: 'USE_EXISTING',
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    }),
  );
  await (isWritten ? untilWritten(service, workflowId, isWritten) : untilKept(service, workflowId));
}

/** In milliseconds: a worker that has hundreds before this one. */
const patienceAmongMany = 300_000;

/** Until the register has it all. @throws BadInput when what was opened is refused, NotAsAsked when nothing comes of it. */
async function untilWritten(service: Service, workflowId: string, isWritten: () => Promise<boolean>): Promise<void> {
  const handle = service.client.workflow.getHandle(workflowId);
  for (let waited = 0, step = 50; waited < patienceAmongMany; waited += step, step = Math.min(2 * step, 2_000)) {
    await pause(step);
    if (await isWritten()) return;
    const { status } = await inTime(service, () => handle.describe());
    if (status.name === 'FAILED') throw await inTime(service, () => handle.result()).then(() => new NotAsAsked(noAnswer), inWords);
  }
  throw new NotAsAsked(noAnswer);
}

/** Until the workflow has its plan. @throws BadInput when what was opened is refused, NotAsAsked when no worker answers. */
async function untilKept(service: Service, workflowId: string): Promise<void> {
  const { plan } = await import('../workflows/messages.ts');
  const handle = service.client.workflow.getHandle(workflowId);
  for (let asked = 0; asked < 100; asked++) {
    const kept = await inTime(service, () => handle.query(plan)).catch((cause: unknown) =>
      cause instanceof NotAsAsked ? Promise.reject(cause) : undefined,
    );
    if (kept) return;
    const { status } = await inTime(service, () => handle.describe());
    if (status.name === 'FAILED') throw await inTime(service, () => handle.result()).then(() => new NotAsAsked(noAnswer), inWords);
    await pause(100);
  }
  throw new NotAsAsked(noAnswer);
}

/** A file that has changed since is shown, and not used. */
function differences({ file, agreement, facts }: AgreementFile, rows: readonly Row[]): string[] {
  const used = descriptionOf(rows, agreement.id);
  const unknown = facts.filter(f => !rows.some(r => r.entry.id === f.id)).map(f => f.id);
  return [
    ...(descriptionHash(agreement) === used.hash
      ? []
      : [
          `${file} has changed since ${used.id} was entered; it is not used until: npx servanda agreement redescribe ${file} --reason "…".`,
        ]),
    ...(unknown.length
      ? [
          `${file} has facts that the register has not: ${unknown.join(', ')}. To enter them: npx servanda record ${agreement.id} --file FACTS.yaml.`,
        ]
      : []),
  ];
}
