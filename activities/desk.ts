/** The desk of an agreement: what notices and protocols on their way find there, and what is asked of it with which right. */
import type { CalendarDate } from '../clauses/calendar.ts';
import type { Language } from '../clauses/desk.ts';
import type { Act } from '../machines/acts.ts';
import type { NoticeStep } from '../machines/notice/steps.ts';
import type { ProtocolStep } from '../machines/protocol/steps.ts';
import type { Registers } from '../register/home.ts';
import { requestHash } from '../identity/request-hash.ts';
import type { Authority, Spent } from '../register/rights.ts';
import type { WithRight } from '../workflows/messages.ts';
import { dossierOf, todayOf, type RegisterDossier } from '../dossier/dossier.ts';
import { assertReached, type Clock } from './clock.ts';
import type { InstrumentCommand, InstrumentPlan, InstrumentRequest } from './instrument-plan.ts';
import type { Caller } from './own-workflows-only.ts';
import { logActs, stepsOf, type Logbook } from '../dossier/outbox.ts';
import { refuse, refusingFaults } from './refusing.ts';
import { refuseWithoutRight, spending, type SecurityLog } from './rights.ts';

/** What the activities of the desk need. */
export interface DeskTools {
  registers: Registers;
  security?: SecurityLog | undefined;
  /** Called after the commit, before the return: where tests pull the plug. */
  afterAppend?: ((entry: { id: string }) => void) | undefined;
}

/** What the steps of notices and protocols need besides. */
export interface InstrumentTools extends DeskTools, Clock {
  log: Logbook;
  /** In which the Temporal UI shows summaries and details. */
  language?: Language;
  /** Tells delivery that letters are owed, where there is any. */
  wake?: ((agreement: string) => Promise<void>) | undefined;
  /** Called before the commit of a step that enters something. */
  beforeCommit?: ((entry: { id: string }) => void) | undefined;
}

/** An agreement as its desk has it today. */
export interface Desk extends RegisterDossier {
  today: CalendarDate;
}

/** The desk during one step: what is entered and owed in it is written together, or not at all. */
export interface DeskInStep extends Desk {
  enter: (entry: InstrumentStep, by: string, authority: Authority) => Promise<void>;
  owe: (acts: readonly Act[]) => Promise<void>;
}

type InstrumentStep = NoticeStep | ProtocolStep;

/** One step of a notice or a protocol of an agreement, in one transaction. `of`: its workflow. @throws ApplicationFailure of type Refused; nothing is written then */
export async function stepAtDesk<T>(
  tools: InstrumentTools,
  { agreement, now, command }: Pick<InstrumentRequest<string>, 'agreement' | 'now' | 'command'>,
  { workflowId: of, audience }: Caller,
  nameOfOpening: string,
  work: (desk: DeskInStep) => Promise<T>,
): Promise<T> {
  const { registers, log, wake, beforeCommit, afterAppend } = tools;
  const { register, rehearsal } = (await registers.find(agreement)) ?? refuse('unknownAgreement', { agreement });
  assertReached(now, { rehearsal, isAsked: command.kind !== 'look' }, tools);
  const entered: InstrumentStep[] = [];
  let owed: readonly Act[] = [];
  const [stepped, lines] = await register
    .transact(agreement, async transaction => {
      const dossier = dossierOf(agreement, transaction, rehearsal);
      const stepped = await work({
        ...dossier,
        today: todayOf(dossier, now),
        enter: async (entry, by, authority) => {
          await transaction.append([entry], { by, at: now }, authority);
          entered.push(entry);
        },
        owe: async acts => void (owed = acts),
      });
      const steps = stepsOf(
        owed.map(act => ({ act, as: 'performed' })),
        [],
      );
      const lines = await transaction.perform(steps, now);
      for (const entry of entered) beforeCommit?.(entry);
      return [stepped, lines] as const;
    })
    .catch(refuseWithoutRight(tools, of))
    .catch(refusingFaults(command.kind !== 'look'))
    .catch(spending(register, rightShown(command, audience, nameOfOpening)));
  for (const entry of entered) afterAppend?.(entry);
  logActs(log, lines);
  // What is invented never leaves the machine. Also on a repeat that wrote nothing: the first attempt may have ended before this.
  if (wake && !rehearsal && owed.length) await wake(agreement);
  return stepped;
}

/** The right that goes with what is asked, and what it is for. */
function rightShown(command: InstrumentCommand<string>, audience: string, nameOfOpening: string): Omit<Spent, 'why'> | undefined {
  if (command.kind === 'look') return undefined;
  const [name, request] = command.kind === 'request' ? [command.name, command.request] : [nameOfOpening, command.given as WithRight];
  return { token: request?.right, audience, name, hash: requestHash(name, request ?? {}) };
}

/** What the plans of notices and protocols have in common. */
export function instrumentOf({
  agreement,
  rehearsal,
  today,
  trusted,
}: Desk): Pick<InstrumentPlan<unknown>, 'asOf' | 'parties' | 'rehearsal' | 'trusted'> {
  return { asOf: today, parties: agreement.parties.map(p => p.id), rehearsal, ...(trusted.length ? { trusted: [...trusted] } : {}) };
}

/** The acts that are owed since the last plan. */
export const owedSince = (known: InstrumentRequest<string>['known'], acts: readonly Act[]): Act[] =>
  acts.filter(a => !known || a.on >= known.asOf);

/** As JSON stores it: without what is undefined. */
export const asStored = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
