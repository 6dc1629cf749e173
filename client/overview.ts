/** Many agreements on one page, each with its summary and what must be done within a year, from one reading of the projections. */
import { after, legalToday, length, type Instant } from '../clauses/calendar.ts';
import { loadDossier } from '../dossier/dossier.ts';
import { deadlinesListed, listingOf, listingsIn, type Glance, type Listing } from '../dossier/listing.ts';
import type { Deadline } from '../dossier/deadline.ts';
import type { Registers } from '../register/home.ts';
import type { Register } from '../register/types.ts';
import type { Context } from './context.ts';
import { todayIn, whyUnread } from './dossiers.ts';

export interface Overview {
  found: readonly Overseen[];
  /** The agreements that could not be read, each with the reason. */
  unread: readonly string[];
  /** The number of agreements without a projection that were not folded for this page. */
  notYet: number;
}

export interface Overseen {
  glance: Glance;
  /** Soonest first. */
  deadlines: readonly Deadline[];
}

/** The most agreements without a projection that one page folds. Each is folded once per register line and day. */
const foldedAtMost = 100;
const aYear = length.parse('P1Y');

/** The overview of real agreements, or of rehearsals; cached while it is current. @throws Unavailable if there is no register */
export async function overviewOf(context: Context, rehearsals: boolean, most = foldedAtMost): Promise<Overview> {
  const registers = await context.registersThere();
  const now = await context.now();
  const listings = await listingsIn(registers.of(rehearsals), now);
  if (listings.size === (await registers.of(rehearsals).countAgreements())) return ofListings(listings);
  const { found } = ofListings(listings);
  const more: Overseen[] = [];
  const unread: string[] = [];
  const others = (await registers.of(rehearsals).agreements()).filter(id => !listings.has(id));
  for (const id of others.slice(0, most))
    try {
      more.push(overseen(await foldedNow(registers, registers.of(rehearsals), id, now)));
    } catch (cause) {
      if (!(cause instanceof Error)) throw cause;
      unread.push(whyUnread(id, cause, context.wording));
    }
  const all = [...found, ...more].sort((a, b) => (a.glance.agreement < b.glance.agreement ? -1 : 1));
  return { found: all, unread, notYet: Math.max(0, others.length - most) };
}

/** Caches what was folded for a page until the agreement has another line, or its day changes. */
async function foldedNow(registers: Registers, register: Register, id: string, now: Instant): Promise<Listing> {
  const kept = folded.get(register) ?? new Map<string, { hash: string; listing: Listing }>();
  folded.set(register, kept);
  const { hash } = await register.head(id);
  const before = kept.get(id);
  if (before?.hash === hash && legalToday(now, before.listing.zones) === before.listing.glance.asOf) return before.listing;
  const dossier = (await loadDossier(registers, id))!;
  const listing = listingOf(dossier, todayIn(dossier.agreement, now));
  kept.set(id, { hash, listing });
  return listing;
}

const folded = new WeakMap<Register, Map<string, { hash: string; listing: Listing }>>();

const known = new WeakMap<ReadonlyMap<string, Listing>, Overview>();

function ofListings(listings: ReadonlyMap<string, Listing>): Overview {
  const before = known.get(listings);
  if (before) return before;
  const overview = { found: [...listings.values()].map(overseen), unread: [], notYet: 0 };
  known.set(listings, overview);
  return overview;
}

function overseen(listing: Listing): Overseen {
  const { glance } = listing;
  return { glance, deadlines: deadlinesListed(listing, after(glance.asOf, aYear)) ?? [] };
}
