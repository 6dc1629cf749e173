/** The desk of an agreement: what notices and protocols on their way find there, and what is asked of it with which right. */
import type { CalendarDate, Instant } from '../clauses/calendar.ts';
import type { Language } from '../clauses/desk.ts';
import type { Act } from '../machines/acts.ts';
import type { NoticeStep } from '../machines/notice/steps.ts';
import type { ProtocolStep } from '../machines/protocol/steps.ts';
import type { Registers } from '../register/home.ts';
import type { Authority } from '../register/rights.ts';
import type { WithRight } from '../workflows/messages.ts';
import { dossierOf, loadDossier, todayOf, type RegisterDossier } from '../dossier/dossier.ts';
import type { InstrumentPlan, InstrumentRequest } from './instrument-plan.ts';
import { logActs, stepsOf, type Logbook } from '../dossier/outbox.ts';
import { refuse } from './refusing.ts';
import { refuseWithoutRight, type SecurityLog } from './rights.ts';

/** What the activities of the desk need. */
export interface DeskTools {
  registers: Registers;
  security?: SecurityLog | undefined;
  /** Called after the commit, before the return: where tests pull the plug. */
  afterAppend?: ((entry: { id: string }) => void) | undefined;
}

/** What a person asked, with the right that was shown; and for whom that right must be. */
export interface AskedWithRight<Name extends string> {
  name: Name;
  request: WithRight & { by: string };
  audience: string;
}

/** What the steps of notices and protocols need besides. */
export interface InstrumentTools extends DeskTools {
  log: Logbook;
  /** In which the Temporal UI shows summaries and details. */
  language?: Language;
  /** Tells the post that letters are owed, where there is any. */
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

/** @throws ApplicationFailure of type Refused when the register has no such agreement. */
export async function deskOf(registers: Registers, agreement: string, now: Instant): Promise<Desk> {
  const dossier = await loadDossier(registers, agreement);
  return dossier ? { ...dossier, today: todayOf(dossier, now) } : refuse('unknownAgreement', { agreement });
}

/** One step of a notice or a protocol of an agreement, in one transaction. `of`: its workflow. @throws ApplicationFailure of type Refused; nothing is written then */
export async function stepAtDesk<T>(
  tools: InstrumentTools,
  { agreement, now }: Pick<InstrumentRequest<string>, 'agreement' | 'now'>,
  of: string,
  work: (desk: DeskInStep) => Promise<T>,
): Promise<T> {
  const { registers, log, wake, beforeCommit, afterAppend } = tools;
  const { register, rehearsal } = (await registers.find(agreement)) ?? refuse('unknownAgreement', { agreement });
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
    .catch(refuseWithoutRight(tools, of));
  for (const entry of entered) afterAppend?.(entry);
  logActs(log, lines);
  // What is invented never leaves the machine. Also on a repeat that wrote nothing: the first attempt may have ended before this.
  if (wake && !rehearsal && owed.length) await wake(agreement);
  return stepped;
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
