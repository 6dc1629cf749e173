/** Opening an agreement: its workflow is started, once; opened again, nothing changes. */
import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { descriptionHash, descriptionOf } from '../../dossier/description.ts';
import type { Keeper, TakenUp } from '../../reconciliation/rebuild.ts';
import { describedBy } from '../../reconciliation/described.ts';
import { summaryOf } from '../../reconciliation/open-workflows.ts';
import type { AgreementFile } from '../../agreements/load.ts';
import { tellingPartsOf } from '../../agreements/telling-id.ts';
import type { Agreement } from '../../clauses/agreement.ts';
import { whyNotTo } from '../../delivery/webhook-addresses.ts';
import { isRefusal } from '../../machines/refusal.ts';
import { readEntry, readLedger } from '../../machines/refusals.ts';
import type { Registers } from '../../register/home.ts';
import type { Row } from '../../register/types.ts';
import type { AgreementInput } from '../../workflows/messages.ts';
import { BadInput, NotAsAsked } from '../failures.ts';
import { inTime, noAnswerIn, type Service } from '../service/service.ts';
import { earlyYearsIn, earlyYearsOf } from '../../machines/early-years.ts';
import { refusalsInWords } from '../source.ts';
import { statementIn } from '../../wording/statements.ts';
import { inWords } from '../updates.ts';
import type { Words } from '../words.ts';
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
    refuseWebhooks(world.words, service, agreement);
    if (service.discreet) refuseTellingId(world.words, file);
    const { agreementWorkflowId } = await import('../../workflows/messages.ts');
    const open = await service.rightTo(by, agreementWorkflowId(id), 'open', { description: agreement, facts, by });
    const isWritten = async (): Promise<boolean> => (await register.rows(id)).length > facts.length;
    await begin(world, service, { agreement: id, rehearsal, open }, agreement, { isWritten, patience });
    return { agreement: id, state: 'opened', notes: earlyYears(world.words, agreement, facts) };
  }
  const notes = differences(world.words, file, rows);
  const { takeUp } = await import('../../reconciliation/rebuild.ts');
  const taken = await takeUp(keeperOf(service, registers, by), {
    agreement: id,
    now: world.now(),
    patience,
  });
  const failed = taken.filter(isNotKept);
  if (failed.length) throw new NotAsAsked(failed.map(one => takenInWords(one, world.words)).join('\n'));
  return { agreement: id, state: taken.some(t => t.kind === 'agreement') ? 'open already' : 'over', notes };
}

const earlyYears = ({ wording }: Words, agreement: Agreement, facts: AgreementFile['facts']): string[] =>
  [...earlyYearsOf(agreement), ...earlyYearsIn(facts)].map(note => statementIn(note, wording));

/** How long somebody waits for one agreement, in milliseconds. */
const patienceForOne = 10_000;

export const isNotKept = ({ became }: TakenUp): boolean => became === 'failed' || became === 'unanswered';

/** Why a workflow was not started, or does not answer, in one line. */
export const takenInWords = ({ workflowId, became, why }: TakenUp, { m, say }: Words): string =>
  became === 'failed' ? say(m.open.notStarted, { workflow: workflowId, why: why ?? '' }) : (why ?? workflowId);

/** Said before it is opened: at delivery it would be refused, where nobody waits for it. @throws BadInput */
export function refuseWebhooks({ m, say }: Words, { post: { webhookAllow = [] } }: Pick<Service, 'post'>, { desk }: Agreement): void {
  for (const { id, webhook } of desk?.recipients ?? []) {
    const why = webhook && whyNotTo(webhook, webhookAllow);
    if (why) throw new BadInput(say(m.open.webhook, { recipient: id, url: webhook, why, origin: new URL(webhook).origin }));
  }
}

/** What the register would refuse is refused before anything is started. @throws BadInput */
function refuseFacts(world: World, { file, agreement, facts }: AgreementFile): void {
  const untimely = facts.map(f => readEntry(f, agreement, world.now())).filter(isRefusal);
  const refusals = [...readLedger(facts, agreement).refusals, ...untimely];
  const once = refusals.filter((r, i) => refusals.findIndex(other => isDeepStrictEqual(other, r)) === i);
  if (once.length) throw new BadInput(refusalsInWords(world.words, file, once));
}

/** Temporal keeps an id in clear. @throws BadInput */
function refuseTellingId({ m, say }: Words, { file, agreement }: AgreementFile): void {
  const telling = tellingPartsOf(agreement);
  if (telling.length) throw new BadInput(say(m.open.tellingId, { file, id: agreement.id, parts: telling.join(', ') }));
}

/** The way to Temporal by which what the register keeps is taken up again. */
export const keeperOf = ({ client, taskQueue, language, post, rightTo }: Service, registers: Registers, by: string): Keeper => ({
  client,
  taskQueue,
  registers,
  language,
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
async function begin(
  world: World,
  service: Service,
  opening: AgreementInput,
  agreement: Agreement,
  { isWritten, patience }: Waiting,
): Promise<void> {
  const { words } = world;
  const noAnswer = (): NotAsAsked => new NotAsAsked(noAnswerIn(words));
  const { agreementWorkflow, agreementWorkflowId } = await import('../../workflows/messages.ts');
  const handle = await inTime(world, service, () =>
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
    const described = await inTime(world, service, () => describedBy(service.client, handle.workflowId));
    if (described?.hasFailed) throw await inTime(world, service, () => handle.result()).then(noAnswer, inWords(words));
  }
  throw noAnswer();
}

/** A file that has changed since is shown, and not used. */
function differences({ m, say }: Words, { file, agreement, facts }: AgreementFile, rows: readonly Row[]): string[] {
  const used = descriptionOf(rows, agreement.id);
  const unknown = facts.filter(f => !rows.some(r => r.entry.id === f.id)).map(f => f.id);
  return [
    ...(descriptionHash(agreement) === used.hash ? [] : [say(m.open.changed, { file, entry: used.id })]),
    ...(unknown.length ? [say(m.open.unknownFacts, { file, facts: unknown.join(', '), agreement: agreement.id })] : []),
  ];
}
