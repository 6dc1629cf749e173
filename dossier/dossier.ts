/** The agreement as the register has it: its lines, the description in use and its ledger. Loaded once for a step, and passed on. */
import { zonesOf } from '../clauses/agreement.ts';
import { beginsEverywhere, dayAfter, legalToday, type CalendarDate, type Instant } from '../clauses/calendar.ts';
import { isBesideTheFold, type Act } from '../machines/acts.ts';
import type { Entry } from '../machines/facts.ts';
import { decisionOnDay, missedOn, owedOn, type DecisionMissed, type DecisionOwed } from '../machines/decisions.ts';
import { foldLedger } from '../machines/fold-failure.ts';
import { fold } from '../machines/fold.ts';
import { stillInForce } from '../machines/goes-on.ts';
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
import { rehearsedAt } from './rehearsed.ts';

export interface RegisterDossier extends Dossier {
  rehearsal: boolean;
  /** Every line, in their order. */
  rows: readonly Row[];
  /** The line of the description in use. */
  described: { id: string; seq: number };
  /** What became of each act, step by step. */
  outbox: readonly OutboxLine[];
  /** Of the last line of the register that was known of it. */
  place: number;
  /** The authorities that are trusted; none where rights are not asked for. */
  trusted: readonly TrustedKey[];
}

/** The description as known at an instant, where one is named. @throws NoDescription, FoldFailure as `descriptionOf` does */
export function dossierOf(id: string, { rows, outbox, place, trusted }: Stored, rehearsal: boolean, knownAt?: Instant): RegisterDossier {
  const { id: line, seq, agreement, hash } = descriptionOf(rows, id, knownAt);
  const described = { id: line, seq };
  return { agreement, description: hash, entries: entriesOf(rows), rehearsal, rows, described, outbox, place, trusted };
}

/** Undefined where no register has it. `knownOn`: with the description as it was known on that day. */
export async function loadDossier(registers: Registers, id: string, knownOn?: CalendarDate): Promise<RegisterDossier | undefined> {
  const found = await registers.find(id);
  if (!found) return undefined;
  const stored = await found.register.stateOf(id);
  const now = dossierOf(id, stored, found.rehearsal);
  return knownOn ? dossierOf(id, stored, found.rehearsal, beginsEverywhere(dayAfter(knownOn), zonesOf(now.agreement)) - 1) : now;
}

/** The legal today of an agreement. */
export const todayOf = ({ agreement }: Dossier, now: Instant): CalendarDate => legalToday(now, zonesOf(agreement));

/** The acts that were done and not withdrawn, without those that others than the fold owe. */
export function actsDone({ outbox }: Pick<RegisterDossier, 'outbox'>): Act[] {
  const last = new Map(outbox.map(line => [line.act, line]));
  return [...last.values()].flatMap(({ step, body }) => (step === 'withdrawn' || isBesideTheFold(body) ? [] : [body]));
}

/** Where it stands on a day, in a language. @throws FoldFailure, BeyondLimit when it can't be folded */
export const standingOn = (
  dossier: Dossier,
  days: Pick<StandingQuestion, 'asOf' | 'knownOn' | 'until'>,
  w: Wording = wordings.en,
): Answer =>
  foldLedger(dossier.agreement.id, dossier.entries, entries => {
    const { agreement, description } = dossier;
    return answerIn(standing({ agreement, description, entries, ...days }), w);
  });

/** What is owed about the running period, or was missed. */
export interface DecisionState {
  /** Whether the law leaves anything to decide. */
  isOpen: boolean;
  owed: DecisionOwed | undefined;
  missed: DecisionMissed | undefined;
}

export function decisionStateOn({ agreement, entries }: Dossier, asOf: CalendarDate, knownOn?: CalendarDate): DecisionState {
  const { facts } = factsKnown(entries, knownOn, agreement.clauses);
  const family = fold(agreement, facts, agreement.reading, asOf);
  const course = { agreement, facts, history: stillInForce(agreement, facts, family, asOf).history };
  const asked = decisionOnDay(course, asOf);
  return { isOpen: asked?.isOpen ?? false, owed: owedOn(asked, course, asOf), missed: missedOn(asked, course, asOf) };
}

/** The decision owed on a day; undefined where nothing is to be decided any more. */
export const decisionFor = (dossier: Dossier, asOf: CalendarDate, knownOn?: CalendarDate): DecisionOwed | undefined =>
  decisionStateOn(dossier, asOf, knownOn).owed;

/** The plan for an instant; `reached`: the day of the last one. @throws FoldFailure, BeyondLimit when it can't be folded */
export function planFor(dossier: RegisterDossier, now: Instant, reached?: CalendarDate): Plan {
  const { agreement, description, rows } = dossier;
  const [onboarded, today] = [rows[0]!.entered.at, rehearsedAt(dossier, now)].map(at => todayOf(dossier, at)) as [
    CalendarDate,
    CalendarDate,
  ];
  const past = { onboarded, knownThen: knownWhenOnboarded(rows), reached, done: actsDone(dossier) };
  return foldLedger(agreement.id, dossier.entries, entries => planOf({ agreement, description, entries, today, ...past }));
}

/** What was entered with the first description, which lists it. */
function knownWhenOnboarded(rows: readonly Row[]): Entry[] {
  const { entry, entered } = rows[0]!;
  const listed = entry.type === 'described' && 'facts' in entry ? entry.facts : undefined;
  return entriesOf(rows.filter(row => (listed ? listed.includes(row.entry.id) : row.entered.at <= entered.at)));
}
