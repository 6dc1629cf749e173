/** The desk of an agreement: what notices and protocols on their way find there, and what is asked of it with which right. */
import type { CalendarDate, Instant } from '../clauses/calendar.ts';
import type { Act } from '../machines/acts.ts';
import type { Registers } from '../register/home.ts';
import type { Register } from '../register/types.ts';
import type { WithRight } from '../workflows/messages.ts';
import { loadDossier, todayOf, type RegisterDossier } from './dossier.ts';
import type { InstrumentPlan, InstrumentRequest } from './instrument-plan.ts';
import type { PerformRequest } from './performing.ts';
import { refuse } from './refusing.ts';
import type { SecurityLog } from './rights.ts';

/** What the activities of the desk need. */
export interface DeskTools {
  registers: Registers;
  security?: SecurityLog | undefined;
  /** Called between the register's commit and the return: where tests pull the plug. */
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
  perform: (request: PerformRequest) => Promise<unknown>;
}

/** An agreement as its desk has it today, and where it is kept. */
export interface Desk extends RegisterDossier {
  register: Register;
  today: CalendarDate;
}

/** @throws ApplicationFailure of type Refused when the register has no such agreement. */
export async function deskOf(registers: Registers, agreement: string, now: Instant): Promise<Desk> {
  const dossier = await loadDossier(registers, agreement);
  if (!dossier) refuse('unknownAgreement', { agreement });
  return { ...dossier, register: registers.of(dossier.rehearsal), today: todayOf(dossier, now) };
}

/** What the plans of notices and protocols have in common; the acts that are owed since the last plan go to the outbox. */
export async function instrumentOf(
  { perform }: InstrumentTools,
  { agreement, rehearsal, today, trusted }: Desk,
  { now, known }: Pick<InstrumentRequest<string>, 'now' | 'known'>,
  acts: readonly Act[],
): Promise<Pick<InstrumentPlan<unknown>, 'asOf' | 'parties' | 'rehearsal' | 'trusted'>> {
  const owed = acts.filter(a => !known || a.on >= known.asOf).map(act => ({ act, as: 'performed' as const }));
  if (owed.length) await perform({ agreement: agreement.id, rehearsal, now, owed, withdrawn: [] });
  return { asOf: today, parties: agreement.parties.map(p => p.id), rehearsal, ...(trusted.length ? { trusted: [...trusted] } : {}) };
}

/** As JSON stores it: without what is undefined. */
export const asStored = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
