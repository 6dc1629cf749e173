/** The dossier: an agreement's lines in the register, its current description and its ledger. Loaded once per step and passed on. */
import { zonesOf } from '../clauses/agreement.ts';
import { beginsEverywhere, dayAfter, legalToday, type CalendarDate, type Instant } from '../clauses/calendar.ts';
import { isOutsideFold, type Act } from '../machines/acts.ts';
import type { Entry } from '../machines/facts.ts';
import { decisionOnDay, missedOn, owedOn, type DecisionMissed, type OpenDecision } from '../machines/decisions.ts';
import { foldLedger } from '../machines/fold-failure.ts';
import { fold } from '../machines/fold.ts';
import { stateStillInForce } from '../machines/continuing-reading.ts';
import { factsKnown, type Dossier } from '../machines/ledger.ts';
import { standing } from '../machines/standing.ts';
import type { StandingQuestion } from '../machines/standing-types.ts';
import { planOf } from '../machines/plan.ts';
import type { Plan } from '../machines/plan-types.ts';
import type { Registers } from '../register/home.ts';
import type { OutboxLine, Row, Stored } from '../register/types.ts';
import type { TrustedKey } from '../identity/shapes.ts';
import { answerIn, type Answer } from '../wording/answer.ts';
import { wordings, type Wording } from '../wording/index.ts';
import { descriptionOf, entriesOf } from './description.ts';
import { rehearsalNow } from './rehearsal-time.ts';

export interface RegisterDossier extends Dossier {
  rehearsal: boolean;
  /** Every line, in order. */
  rows: readonly Row[];
  /** The line of the current description. */
  described: { id: string; seq: number };
  /** The steps of each act. */
  outbox: readonly OutboxLine[];
  /** The place of the agreement's last line included here. */
  place: number;
  /** The trusted authorities; empty while no right is required. */
  trusted: readonly TrustedKey[];
}

/** The dossier; `knownAt`: with the description as known at that instant. @throws NoDescription, FoldFailure like `descriptionOf` */
export function dossierOf(id: string, { rows, outbox, place, trusted }: Stored, rehearsal: boolean, knownAt?: Instant): RegisterDossier {
  const { id: line, seq, agreement, hash } = descriptionOf(rows, id, knownAt);
  const described = { id: line, seq };
  return { agreement, description: hash, entries: entriesOf(rows), rehearsal, rows, described, outbox, place, trusted };
}

/** Undefined if neither register has the agreement. `knownOn`: with the description as known on that day. */
export async function loadDossier(registers: Registers, id: string, knownOn?: CalendarDate): Promise<RegisterDossier | undefined> {
  const found = await registers.find(id);
  if (!found) return undefined;
  const stored = await found.register.stateOf(id);
  const now = dossierOf(id, stored, found.rehearsal);
  return knownOn ? dossierOf(id, stored, found.rehearsal, beginsEverywhere(dayAfter(knownOn), zonesOf(now.agreement)) - 1) : now;
}

/** An agreement's legal today. */
export const todayOf = ({ agreement }: Dossier, now: Instant): CalendarDate => legalToday(now, zonesOf(agreement));

/** The acts performed and not withdrawn, except those that the fold does not produce. */
export function actsDone({ outbox }: Pick<RegisterDossier, 'outbox'>): Act[] {
  const last = new Map(outbox.map(line => [line.act, line]));
  return [...last.values()].flatMap(({ step, body }) => (step === 'withdrawn' || isOutsideFold(body) ? [] : [body]));
}

/** The standing on a day, worded in a language. @throws FoldFailure, BeyondLimit if the ledger can't be folded */
export const standingOn = (
  dossier: Dossier,
  days: Pick<StandingQuestion, 'asOf' | 'knownOn' | 'until'>,
  w: Wording = wordings.en,
): Answer =>
  foldLedger(dossier.agreement.id, dossier.entries, entries => {
    const { agreement, description } = dossier;
    return answerIn(standing({ agreement, description, entries, ...days }), w);
  });

/** The decision about the current period that is owed or was missed. */
export interface DecisionState {
  /** Whether the law still leaves a choice. */
  isOpen: boolean;
  owed: OpenDecision | undefined;
  missed: DecisionMissed | undefined;
}

export function decisionStateOn({ agreement, entries }: Dossier, asOf: CalendarDate, knownOn?: CalendarDate): DecisionState {
  const { facts } = factsKnown(entries, knownOn, agreement.clauses);
  const family = fold(agreement, facts, agreement.reading, asOf);
  const course = { agreement, facts, history: stateStillInForce(agreement, facts, family, asOf).history };
  const asked = decisionOnDay(course, asOf);
  return { isOpen: asked?.isOpen ?? false, owed: owedOn(asked, course, asOf), missed: missedOn(asked, course, asOf) };
}

/** The decision owed on a day; undefined once nothing is left to decide. */
export const decisionFor = (dossier: Dossier, asOf: CalendarDate, knownOn?: CalendarDate): OpenDecision | undefined =>
  decisionStateOn(dossier, asOf, knownOn).owed;

/** The plan for an instant; `reached`: the day of the last plan. @throws FoldFailure, BeyondLimit if the ledger can't be folded */
export function planFor(dossier: RegisterDossier, now: Instant, reached?: CalendarDate): Plan {
  const { agreement, description, rows } = dossier;
  const [onboarded, today] = [rows[0]!.entered.at, rehearsalNow(dossier, now)].map(at => todayOf(dossier, at)) as [
    CalendarDate,
    CalendarDate,
  ];
  const past = { onboarded, knownThen: knownWhenOnboarded(rows), reached, done: actsDone(dossier) };
  return foldLedger(agreement.id, dossier.entries, entries => planOf({ agreement, description, entries, today, ...past }));
}

/** The facts recorded together with the first description, which lists them. */
function knownWhenOnboarded(rows: readonly Row[]): Entry[] {
  const { entry, entered } = rows[0]!;
  const listed = entry.type === 'described' && 'facts' in entry ? entry.facts : undefined;
  return entriesOf(rows.filter(row => (listed ? listed.includes(row.entry.id) : row.entered.at <= entered.at)));
}
