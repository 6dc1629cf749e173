/** The desk of an agreement: what steps of notices and protocols read and write there, and with which right. */
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
import { throwRefusal, refusingFaults } from './refusal-failures.ts';
import { refuseWithoutRight, spending, type SecurityLog } from './rights.ts';

/** What the desk's activities need. */
export interface DeskTools {
  registers: Registers;
  security?: SecurityLog | undefined;
  /** Called after the commit, before the return; tests simulate a crash here. */
  afterAppend?: ((entry: { id: string }) => void) | undefined;
}

/** What the steps of notices and protocols also need. */
export interface InstrumentTools extends DeskTools, Clock {
  log: Logbook;
  /** The language of summaries and details in the Temporal UI. */
  language?: Language;
  /** Tells delivery that letters are owed, if delivery is configured. */
  wake?: ((agreement: string) => Promise<void>) | undefined;
  /** Called before the commit of a step that writes something. */
  beforeCommit?: ((entry: { id: string }) => void) | undefined;
}

/** An agreement as its desk has it today. */
export interface Desk extends RegisterDossier {
  today: CalendarDate;
}

/** The desk during one step: entries and acts are written together or not at all. */
export interface DeskInStep extends Desk {
  enter: (entry: InstrumentStep, by: string, authority: Authority) => Promise<void>;
  owe: (acts: readonly Act[]) => Promise<void>;
}

type InstrumentStep = NoticeStep | ProtocolStep;

/**
 * Runs one step of a notice or protocol, its workflow `of`, in one transaction. @throws ApplicationFailure of type Refused; nothing is
 * written
 */
export async function stepAtDesk<T>(
  tools: InstrumentTools,
  { agreement, now, command }: Pick<InstrumentRequest<string>, 'agreement' | 'now' | 'command'>,
  { workflowId: of, audience }: Caller,
  nameOfOpening: string,
  work: (desk: DeskInStep) => Promise<T>,
): Promise<T> {
  const { registers, log, wake, beforeCommit, afterAppend } = tools;
  const { register, rehearsal } = (await registers.find(agreement)) ?? throwRefusal('unknownAgreement', { agreement });
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
  logActs(log, lines, tools.language);
  // Nothing about a rehearsal leaves the machine. Wakes delivery even if this attempt wrote nothing: an earlier one may have died before
  // this line.
  if (wake && !rehearsal && owed.length) await wake(agreement);
  return stepped;
}

/** The right that comes with the request, and what it must be valid for. */
function rightShown(command: InstrumentCommand<string>, audience: string, nameOfOpening: string): Omit<Spent, 'why'> | undefined {
  if (command.kind === 'look') return undefined;
  const [name, request] = command.kind === 'request' ? [command.name, command.request] : [nameOfOpening, command.given as WithRight];
  return { token: request?.right, audience, name, hash: requestHash(name, request ?? {}) };
}

/** What the plans of notices and protocols share. */
export function instrumentOf({
  agreement,
  rehearsal,
  today,
  trusted,
}: Desk): Pick<InstrumentPlan<unknown>, 'asOf' | 'parties' | 'rehearsal' | 'trusted'> {
  return { asOf: today, parties: agreement.parties.map(p => p.id), rehearsal, ...(trusted.length ? { trusted: [...trusted] } : {}) };
}

/** The acts that have become owed since the last plan. */
export const owedSince = (known: InstrumentRequest<string>['known'], acts: readonly Act[]): Act[] =>
  acts.filter(a => !known || a.on >= known.asOf);

/** The value as JSON stores it: without undefined fields. */
export const asStored = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
