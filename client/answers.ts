/**
 * Read-only answers about one agreement, from its file or from the register: its standing, the reason for each date, the effect of a fact.
 */
import type { Agreement } from '../clauses/agreement.ts';
import type { CalendarDate } from '../clauses/calendar.ts';
import { date } from '../clauses/calendar.ts';
import type { Condition } from '../clauses/condition.ts';
import { conditionsOf } from '../clauses/terms.ts';
import { isReminded } from '../dossier/acknowledging.ts';
import { decisionStateOn, type RegisterDossier } from '../dossier/dossier.ts';
import { onItsWay, type OnItsWay } from '../dossier/notice-in-transit.ts';
import { missedOf, type MissedLine } from '../dossier/missed-deadline.ts';
import { consolidated, type ConsolidatedLine } from '../machines/consolidated.ts';
import type { OpenDecision } from '../machines/decisions.ts';
import { activeStates } from '../machines/diagram.ts';
import type { Entry } from '../machines/facts.ts';
import { fold } from '../machines/fold.ts';
import { factsKnown, type Dossier } from '../machines/ledger.ts';
import { isRefusal } from '../machines/refusal.ts';
import { readEntry, refusalByLedger } from '../machines/read-entries.ts';
import { revocable } from '../machines/revocable.ts';
import type { Revocable } from '../machines/standing-types.ts';
import type { Authorisation, Row } from '../register/types.ts';
import type { Answer } from '../wording/answer.ts';
import { conditionsIn } from '../wording/conditions.ts';
import { statementIn } from '../wording/statements.ts';
import type { Wording } from '../wording/wording.ts';
import { consequencesOf, type Consequences } from './consequences.ts';
import type { Context } from './context.ts';
import { datesIn, dossierFrom, fromRegister, standingOf, todayIn, type AnswerSource, type AnswerDays } from './dossiers.ts';
import { withoutHiddenEntries } from './draft-access.ts';
import { explanationsOf, type Explained } from './explanations.ts';
import { checkedEntry, withId } from './facts.ts';
import { InvalidRequest, Refused } from './failures.ts';
import { lateDecisionOf, type LateDecision } from './late-decision.ts';

/** The dossier without what the caller may not see. @throws Unavailable, InvalidRequest, Refused */
export async function loadVisibleDossier(context: Context, source: AnswerSource, { knownOn }: AnswerDays = {}): Promise<Dossier> {
  const dossier = await dossierFrom(context, source, datesIn({ knownOn }, context.wording).knownOn);
  return 'rows' in dossier ? withoutHiddenEntries(context, dossier as RegisterDossier) : dossier;
}

export const timeline = async (context: Context, source: AnswerSource, days: AnswerDays = {}): Promise<Answer> =>
  standingOf(context, await loadVisibleDossier(context, source, days), days);

/** A date with its article, its anchor, how it is counted, and the dates under other readings. */
export interface Explanation extends Explained {
  alternatives: readonly (Explained['alternatives'][number] & { inWords: string })[];
}

export async function explain(context: Context, source: AnswerSource, days: Omit<AnswerDays, 'until'> = {}): Promise<Explanation[]> {
  const answer = await timeline(context, source, days);
  return explanationsOf(answer, context.wording).map(e => withConditions(e, context.wording));
}

export const withConditions = (e: Explained, wording: Wording): Explanation => ({
  ...e,
  alternatives: e.alternatives.map(a => ({ ...a, inWords: conditionsIn(a.when, wording) })),
});

export interface Simulation extends Consequences {
  agreement: string;
  fact: Entry;
  /** The last day to revoke the notice; null if the fact is not a notice that can be revoked. */
  revocable: Revocable | null;
}

/** The effects of a fact. A future fact may be simulated; anything else that the register would refuse is refused here too. */
export async function simulate(
  context: Context,
  source: AnswerSource,
  fact: Readonly<Record<string, unknown>> & { type: string },
  days: Pick<AnswerDays, 'asOf'> = {},
): Promise<Simulation> {
  const { today: _, ...simulation } = await simulateOn(context, source, fact, days);
  return simulation;
}

/** The same, and the day taken as today. */
export async function simulateOn(
  context: Context,
  source: AnswerSource,
  fact: Readonly<Record<string, unknown>> & { type: string },
  { asOf }: Pick<AnswerDays, 'asOf'>,
): Promise<Simulation & { today: CalendarDate }> {
  const dossier = await dossierFrom(context, source);
  const today = asOf ? date(asOf) : todayIn(dossier.agreement, await context.now());
  const entry = acceptable(context.wording, withId(fact), dossier);
  const consequences = consequencesOf(context.wording, dossier, [entry], today);
  const line = consequences.after.notices.find(n => n.id === entry.id);
  const untilWhen = line ? revocable(consequences.after, line) : null;
  return { today, agreement: dossier.agreement.id, fact: entry, ...consequences, revocable: untilWhen };
}

function acceptable(wording: Wording, raw: Readonly<Record<string, unknown>>, { agreement, entries }: Dossier): Entry {
  const fact = checkedEntry(wording, raw, agreement);
  const read = readEntry(fact, agreement);
  const refusal = isRefusal(read) ? read : refusalByLedger(entries, fact, agreement);
  if (refusal) throw new Refused([refusal], wording);
  if (entries.some(e => e.id === fact.id)) throw new InvalidRequest('factIdInUse', { id: fact.id }, wording);
  return fact;
}

/** The agreement's title, Parties, desk and sources, from the description in use. */
export type Described = Pick<Agreement, 'title' | 'languages' | 'sources' | 'transit' | 'articles'> & {
  parties: Pick<Agreement['parties'][number], 'id' | 'name' | 'zone'>[];
  /** The Party whose desk is responsible, and the people it reminds. */
  desk: { party: string; recipients: string[] } | null;
  /** Those that its clauses name. */
  conditions: Pick<Condition, 'id' | 'what'>[];
};

/** The agreement's standing from the register, with all its entries, its clauses as amended and the decision owed. */
export interface AgreementStanding extends Omit<Answer, 'decision'> {
  described: Described;
  rehearsal: boolean;
  decision: OpenDecision | null;
  /** Whether a reminder waits to be acknowledged. */
  reminded: boolean;
  /** What a notice can no longer prevent, and what it would still do; null if the decision is not late. */
  lateDecision: LateDecision | null;
  /** Our notice of termination that was dispatched and is not yet received; null if there is none. */
  onItsWay: OnItsWay | null;
  /** The decision for the running period that nobody made in time, or that was made and not carried out; null if there is none. */
  missed: MissedLine | null;
  /** The machine's current states, by their ids in `agreementDiagram`, outer states first; empty if a day is known only within bounds. */
  machine: string[];
  clauses: (Omit<ConsolidatedLine, 'value'> & { value: string; valued: ConsolidatedLine['value'] })[];
  entries: (Row & { authority: EntryAuthority | null })[];
}

export type EntryAuthority = Pick<Authorisation, 'identity' | 'person' | 'actsFor' | 'roles' | 'issuer'>;

export async function standing(context: Context, agreement: string, days: Omit<AnswerDays, 'until'> = {}): Promise<AgreementStanding> {
  return (await standingWithDossier(context, agreement, days)).standing;
}

export async function standingWithDossier(
  context: Context,
  id: string,
  days: Omit<AnswerDays, 'until'>,
): Promise<{ dossier: RegisterDossier; answer: Answer; standing: AgreementStanding }> {
  const { wording } = context;
  const { knownOn } = datesIn(days, context.wording);
  const registers = await context.registersThere();
  const dossier = await fromRegister(wording, registers, id, knownOn);
  const authorisations = await registers.of(dossier.rehearsal).authorisations(id);
  const seen = await withoutHiddenEntries(context, dossier);
  const answer = await standingOf(context, seen, days);
  const { clauses, machine } = foldedOn(dossier, answer.asOf, knownOn);
  const state = decisionStateOn(dossier, answer.asOf, knownOn);
  const standing = {
    ...answer,
    described: describedIn(dossier.agreement),
    rehearsal: dossier.rehearsal,
    decision: state.owed ?? null,
    reminded: isReminded(dossier, answer.asOf, state.owed),
    lateDecision: lateDecisionOf({ ...answer, decision: state.owed ?? null }, wording),
    onItsWay: onItsWay(dossier, answer.asOf),
    missed: missedOf({ standing: answer, ...state }),
    machine: answer.within ? [] : machine,
    clauses: clauses.map(line => ({
      ...line,
      value: statementIn(line.value, wording),
      valued: line.value,
    })),
    entries: withAuthority(seen.rows, authorisations),
  };
  return { dossier, answer, standing };
}

export function describedIn({ title, languages, sources, transit, articles, parties, desk, clauses }: Agreement): Described {
  return {
    title,
    languages,
    sources,
    transit,
    articles,
    parties: parties.map(({ id, name, zone }) => ({ id, name, zone })),
    desk: desk ? { party: desk.party, recipients: desk.recipients?.map(r => r.name) ?? [] } : null,
    conditions: conditionsOf(clauses).map(({ id, what }) => ({ id, what })),
  };
}

/** All entries that the caller may see, each with the authority it was recorded on. */
export async function ledger(context: Context, id: string): Promise<AgreementStanding['entries']> {
  const registers = await context.registersThere();
  const dossier = await fromRegister(context.wording, registers, id);
  const { rows } = await withoutHiddenEntries(context, dossier);
  return withAuthority(rows, await registers.of(dossier.rehearsal).authorisations(id));
}

const withAuthority = (rows: readonly Row[], authorisations: readonly Authorisation[]): AgreementStanding['entries'] =>
  rows.map(row => ({ ...row, authority: authorityOf(row, authorisations) ?? null }));

/** The authority an entry was recorded on; undefined if no right was required. */
function authorityOf({ entry }: Row, authorisations: readonly Authorisation[]): EntryAuthority | undefined {
  const found = authorisations.find(a => a.entry === entry.id);
  if (!found) return undefined;
  const { identity, person, actsFor, roles, issuer } = found;
  return { identity, person, actsFor, roles, issuer };
}

/** What one fold gives in addition to the answer: the clauses as amended, and the machine's states. */
function foldedOn(
  { agreement, entries }: RegisterDossier,
  asOf: CalendarDate,
  knownOn: CalendarDate | undefined,
): { clauses: ConsolidatedLine[]; machine: string[] } {
  const { facts } = factsKnown(entries, knownOn, agreement.clauses);
  const state = fold(agreement, facts, agreement.reading, asOf);
  return { clauses: consolidated(agreement, state, facts, asOf), machine: activeStates(state.agreement.snapshot.value) };
}
