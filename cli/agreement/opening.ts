/** Opening an agreement: its workflow is started, once; opened again, nothing changes. */
import { setTimeout as pause } from 'node:timers/promises';
import { descriptionHash, descriptionOf } from '../../activities/description.ts';
import type { Keeper, TakenUp } from '../../activities/taking-up.ts';
import { summaryOf } from '../../activities/under-way.ts';
import type { AgreementFile } from '../../agreements/load.ts';
import { tellingPartsOf } from '../../agreements/telling-id.ts';
import type { Agreement } from '../../clauses/agreement.ts';
import { isRefusal } from '../../machines/refusal.ts';
import { readEntry, readLedger } from '../../machines/refusals.ts';
import type { Registers } from '../../register/home.ts';
import type { Row } from '../../register/types.ts';
import type { AgreementInput } from '../../workflows/messages.ts';
import { BadInput, NotAsAsked } from '../failures.ts';
import { inTime, noAnswer, type Service } from '../service/service.ts';
import { earlyYearsIn, earlyYearsOf } from '../../machines/early-years.ts';
import { wordings } from '../../wording/index.ts';
import { statementIn } from '../../wording/statements.ts';
import { refusalsInWords } from '../source.ts';
import { inWords } from '../updates.ts';
import type { World } from '../world.ts';

export interface Opened {
  agreement: string;
  /** `over`: it has ended and nothing is pending; a later fact starts it again. */
  state: 'opened' | 'open already' | 'over';
  /** What the file has and the register has not, and how to bring it in; dates in it that are most likely slips. */
  notes: string[];
}

/** Opens the agreement of a file and waits until it is kept; `patience`: for how long, in milliseconds. @throws BadInput when it is refused. */
export async function openAgreement(
  world: World,
  service: Service,
  registers: Registers,
  file: AgreementFile,
  by: string,
  patience = patienceForOne,
): Promise<Opened> {
  const { agreement, facts } = file;
  const { id, rehearsal } = agreement;
  const register = await registers.open(id, rehearsal);
  const rows = await register.rows(id);
  if (!rows.length) {
    refuseFacts(world, file);
    if (service.discreet) refuseTellingId(file);
    const { agreementWorkflowId } = await import('../../workflows/messages.ts');
    const open = await service.rightTo(by, agreementWorkflowId(id), 'open', { description: agreement, facts, by });
    const isWritten = async (): Promise<boolean> => (await register.rows(id)).length > facts.length;
    await begin(service, { agreement: id, rehearsal, open }, agreement, { isWritten, patience });
    return {
      agreement: id,
      state: 'opened',
      notes: [...earlyYearsOf(agreement), ...earlyYearsIn(facts)].map(n => statementIn(n, wordings.en)),
    };
  }
  const notes = differences(file, rows);
  const { takeUp } = await import('../../activities/taking-up.ts');
  const taken = await takeUp(keeperOf(service, registers, by), {
    agreement: id,
    now: world.now(),
    patience,
  });
  const failed = taken.filter(isNotKept);
  if (failed.length) throw new NotAsAsked(failed.map(takenInWords).join('\n'));
  return { agreement: id, state: taken.some(t => t.kind === 'agreement') ? 'open already' : 'over', notes };
}

/** How long somebody waits for one agreement, in milliseconds. */
const patienceForOne = 10_000;

export const isNotKept = ({ became }: TakenUp): boolean => became === 'failed' || became === 'unanswered';

/** Why a workflow was not started, or does not answer, in one line. */
export const takenInWords = ({ workflowId, became, why }: TakenUp): string =>
  became === 'failed' ? `${workflowId}: not started. ${why}` : (why ?? workflowId);

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

/** The way to Temporal by which what the register keeps is taken up again. */
export const keeperOf = ({ client, taskQueue, post, rightTo }: Service, registers: Registers, by: string): Keeper => ({
  client,
  taskQueue,
  registers,
  post,
  toReplan: workflowId => rightTo(by, workflowId, 'replan', { by }),
});

interface Waiting {
  isWritten: () => Promise<boolean>;
  patience: number;
}

/**
 * Starts the workflow of an agreement that the register has not yet, and waits until it has it all: the register is asked, and not the
 * worker, which may have hundreds before this one. @throws BadInput when what it opens with is refused, NotAsAsked when nothing comes of it
 */
async function begin(service: Service, opening: AgreementInput, agreement: Agreement, { isWritten, patience }: Waiting): Promise<void> {
  const { agreementWorkflow, agreementWorkflowId } = await import('../../workflows/messages.ts');
  const handle = await inTime(service, () =>
    service.client.workflow.start(agreementWorkflow, {
      workflowId: agreementWorkflowId(agreement.id),
      taskQueue: service.taskQueue,
      args: [opening],
      ...summaryOf(agreement),
      workflowIdConflictPolicy: 'USE_EXISTING',
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    }),
  );
  for (let waited = 0, step = 50; waited < patience; waited += step, step = Math.min(2 * step, 2_000)) {
    await pause(step);
    if (await isWritten()) return;
    const { status } = await inTime(service, () => handle.describe());
    if (status.name === 'FAILED') throw await inTime(service, () => handle.result()).then(() => new NotAsAsked(noAnswer), inWords);
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
