/**
 * What lists say of an agreement on a day: where it stands, what comes next, the deadlines of a year. Reconciliation writes it once a day, for
 * that day and the next, so that none is missing between a midnight and its next run.
 */
import { zonesOf } from '../clauses/agreement.ts';
import { after, dayAfter, daysBetween, legalToday, length, type CalendarDate, type Instant } from '../clauses/calendar.ts';
import type { DecisionOwed } from '../machines/decisions.ts';
import { RULES_VERSION } from '../machines/rules-version.ts';
import type { Registers } from '../register/home.ts';
import type { Projection, Register } from '../register/types.ts';
import type { Coming } from '../machines/coming.ts';
import { FoldFailure } from '../machines/fold-failure.ts';
import { BeyondLimit } from '../machines/beyond-limit.ts';
import { wordings } from '../wording/index.ts';
import { NoDescription, protocolIds } from './description.ts';
import { loadDossier, todayOf, type RegisterDossier } from './dossier.ts';
import {
  closedDeadlines,
  comingIn,
  deadlinesAhead,
  deadlinesThrough,
  knownOn,
  missedOf,
  nextOf,
  type Ahead,
  type ClosedDeadline,
  type Deadline,
  type Known,
} from './upcoming.ts';

/** An agreement in one line. */
export interface Glance {
  agreement: string;
  title: string;
  /** In every language in which it is described. */
  titles: Readonly<Record<string, string>>;
  parties: readonly { id: string; name: Readonly<Record<string, string>> }[];
  /** Who is reminded first; null where nobody is listed. */
  responsible: string | null;
  rehearsal: boolean;
  status: string;
  certain: boolean;
  asOf: CalendarDate;
  nextDate: CalendarDate | null;
  what: string;
  /** The same as data, and the article. */
  says: Coming;
  basis: string | null;
  daysLeft: number | null;
  /** What is decided about the next safe day, or `undecided` once it is owed, until the renewal where that was missed; null otherwise. */
  decision: DecisionOwed['state'] | null;
}

export interface Listing {
  glance: Glance;
  /** Through the same day of the next year. */
  ahead: Ahead[];
  /** What was a deadline of the running period, and is none any more. */
  closed: ClosedDeadline[];
  /** The ids of its protocols, whatever became of each. */
  protocols: string[];
  /** By which the day is known on which it is no longer that of today. */
  zones: string[];
}

/** The version of the law and of what lists say: raised when either comes out differently for the same facts. */
const rules = `${RULES_VERSION}/12`;

const aYear = length.parse('P1Y');

export function glanceOf({ agreement, rehearsal }: RegisterDossier, known: Known): Glance {
  const { standing: s, owed } = known;
  const { date, says, basis } = nextOf(known);
  return {
    agreement: agreement.id,
    title: agreement.title['en']!,
    titles: agreement.title,
    parties: agreement.parties.map(({ id, name }) => ({ id, name })),
    responsible: agreement.desk?.recipients?.[0]?.name ?? null,
    rehearsal,
    status: s.status,
    certain: s.certain,
    asOf: s.asOf,
    nextDate: date,
    what: comingIn(says, basis, wordings.en),
    says,
    basis,
    daysLeft: date && daysBetween(s.asOf, date),
    decision: owed && (owed.decision || owed.owedSince <= s.asOf) ? owed.state : (missedOf(known)?.state ?? null),
  };
}

/** @throws FoldFailure, BeyondLimit when it can't be folded */
export function listingOf(dossier: RegisterDossier, day: CalendarDate): Listing {
  const known = knownOn(dossier, day);
  const ahead = deadlinesAhead(dossier, day, after(day, aYear), known);
  const closed = closedDeadlines(dossier, known, deadlinesThrough(ahead, after(day, aYear)));
  return { glance: glanceOf(dossier, known), ahead, closed, protocols: protocolIds(dossier), zones: zonesOf(dossier.agreement) };
}

/** The listings that hold now, by the id of the agreement: of today, by these rules, and with the last line of the ledger. */
export async function listingsNow(registers: Registers, now: Instant): Promise<Map<string, Listing>> {
  return new Map([...(await listingsIn(registers.of(false), now)), ...(await listingsIn(registers.of(true), now))]);
}

/** Of one register: the same map as long as it holds, so nobody changes it. */
export async function listingsIn(register: Pick<Register, 'projections'>, now: Instant): Promise<ReadonlyMap<string, Listing>> {
  const projections = await register.projections();
  const known = ofProjections.get(projections);
  if (known && [...known.days].every(([zones, day]) => legalToday(now, zones.split(' ')) === day)) return known.found;
  const days = new Map<string, CalendarDate>();
  const found = new Map<string, Listing>();
  for (const { agreement, rules: by, body } of projections) {
    if (by !== rules) continue;
    const listing = (body as readonly Listing[]).find(({ glance, zones }) => {
      const named = zones.join(' ');
      const today = days.get(named) ?? legalToday(now, zones);
      days.set(named, today);
      return glance.asOf === today;
    });
    if (listing) found.set(agreement, listing);
  }
  ofProjections.set(projections, { days, found });
  return found;
}

/** What held of a list of projections, on the day that it was where each of them is. */
const ofProjections = new WeakMap<
  readonly Projection[],
  { days: ReadonlyMap<string, CalendarDate>; found: ReadonlyMap<string, Listing> }
>();

/** Writes the listings of these agreements for today and tomorrow, all at once. What can't be folded is left out: a list then says why. */
export async function project(registers: Registers, agreements: readonly string[], now: Instant): Promise<void> {
  const made: { rehearsal: boolean; projection: Projection }[] = [];
  for (const id of agreements) {
    const dossier = await loadDossier(registers, id).catch(unlessFolded);
    if (!dossier) continue;
    const { rehearsal, place } = dossier;
    const day = todayOf(dossier, now);
    const body = foldedOr(() => [listingOf(dossier, day), listingOf(dossier, dayAfter(day))]);
    if (body) made.push({ rehearsal, projection: { agreement: id, place, day, rules, body } });
  }
  for (const rehearsals of [false, true])
    await registers.of(rehearsals).project(made.filter(m => m.rehearsal === rehearsals).map(m => m.projection));
}

function foldedOr<T>(folded: () => T): T | undefined {
  try {
    return folded();
  } catch (cause) {
    return unlessFolded(cause);
  }
}

function unlessFolded(cause: unknown): undefined {
  if (cause instanceof FoldFailure || cause instanceof BeyondLimit || cause instanceof NoDescription) return undefined;
  throw cause;
}

/** Undefined where it does not reach so far. */
export function deadlinesListed({ ahead, glance: { asOf } }: Listing, through: CalendarDate): Deadline[] | undefined {
  return through > after(asOf, aYear) ? undefined : deadlinesThrough(ahead, through);
}
