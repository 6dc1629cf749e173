/**
 * An agreement as lists show it on a day: its standing, what comes next, and the deadlines of a year. Reconciliation writes this once a day
 * for that day and the next, so that there is no gap between midnight and its next run.
 */
import { zonesOf } from '../clauses/agreement.ts';
import { after, dayAfter, daysBetween, legalToday, length, type CalendarDate, type Instant } from '../clauses/calendar.ts';
import { RULES_VERSION } from '../machines/rules-version.ts';
import type { Registers } from '../register/home.ts';
import type { Projection, Register } from '../register/types.ts';
import type { Coming } from '../machines/coming.ts';
import { FoldFailure } from '../machines/fold-failure.ts';
import { BeyondLimit } from '../machines/beyond-limit.ts';
import { wordings } from '../wording/index.ts';
import { NoDescription, protocolIds } from './description.ts';
import { loadDossier, todayOf, type RegisterDossier } from './dossier.ts';
import { closedDeadlines, type ClosedDeadline } from './closed-deadlines.ts';
import type { Deadline } from './deadline.ts';
import { decisionListed, type DecisionListed } from './decision-listed.ts';
import { knownOn, type Known } from './known.ts';
import { comingIn, nextOf } from './next.ts';
import { deadlinesAhead, deadlinesThrough, type Ahead } from './upcoming.ts';

/** An agreement in one line. */
export interface Glance {
  agreement: string;
  title: string;
  /** In every language of its description. */
  titles: Readonly<Record<string, string>>;
  parties: readonly { id: string; name: Readonly<Record<string, string>> }[];
  /** The first recipient of reminders; null if there is none. */
  responsible: string | null;
  rehearsal: boolean;
  status: string;
  certain: boolean;
  asOf: CalendarDate;
  nextDate: CalendarDate | null;
  what: string;
  /** `what` as data, and its article. */
  says: Coming;
  basis: string | null;
  daysLeft: number | null;
  decision: DecisionListed;
}

export interface Listing {
  glance: Glance;
  /** Through the same day of next year. */
  ahead: Ahead[];
  /** Former deadlines of the current period that no longer apply. */
  closed: ClosedDeadline[];
  /** The ids of all its protocols, in any state. */
  protocols: string[];
  /** The time zones that determine when the listing's day ends. */
  zones: string[];
}

/** The version of the law and of the lists: raised when either gives a different result for the same facts. */
const rules = `${RULES_VERSION}/16`;

const aYear = length.parse('P1Y');

export function glanceOf({ agreement, rehearsal }: RegisterDossier, known: Known): Glance {
  const { standing: s } = known;
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
    decision: decisionListed(known),
  };
}

/** @throws FoldFailure, BeyondLimit if the ledger can't be folded */
export function listingOf(dossier: RegisterDossier, day: CalendarDate): Listing {
  const known = knownOn(dossier, day);
  const ahead = deadlinesAhead(dossier, day, after(day, aYear), known);
  const closed = closedDeadlines(dossier, known, deadlinesThrough(ahead, after(day, aYear)));
  return { glance: glanceOf(dossier, known), ahead, closed, protocols: protocolIds(dossier), zones: zonesOf(dossier.agreement) };
}

/** The valid listings by agreement id: for today, under these rules, and up to the last line of the ledger. */
export async function listingsNow(registers: Registers, now: Instant): Promise<Map<string, Listing>> {
  return new Map([...(await listingsIn(registers.of(false), now)), ...(await listingsIn(registers.of(true), now))]);
}

/** The valid listings of one register. Returns the same map while it stays valid, so don't modify it. */
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

/** Caches what held of a list of projections, with the day in each time zone for which it holds. */
const ofProjections = new WeakMap<
  readonly Projection[],
  { days: ReadonlyMap<string, CalendarDate>; found: ReadonlyMap<string, Listing> }
>();

/** Projects agreements for today and tomorrow, all in one write. Leaves out those that can't be folded, for which lists report why. */
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

/** Undefined if the listing does not reach that far. */
export function deadlinesListed({ ahead, glance: { asOf } }: Listing, through: CalendarDate): Deadline[] | undefined {
  return through > after(asOf, aYear) ? undefined : deadlinesThrough(ahead, through);
}
