/** Many agreements on one page: each as lists have it, with what must be done within a year, from one reading of the projections. */
import { after, legalToday, length, type Instant } from '../clauses/calendar.ts';
import { loadDossier } from '../dossier/dossier.ts';
import { deadlinesListed, listingOf, listingsIn, type Glance, type Listing } from '../dossier/listing.ts';
import type { Deadline } from '../dossier/upcoming.ts';
import type { Registers } from '../register/home.ts';
import type { Register } from '../register/types.ts';
import type { Context } from './context.ts';
import { todayIn, whyUnread } from './dossiers.ts';

export interface Overview {
  found: readonly Overseen[];
  /** Of which agreements why not. */
  unread: readonly string[];
  /** How many are not projected yet, and were not folded for this page. */
  notYet: number;
}

export interface Overseen {
  glance: Glance;
  /** Soonest first. */
  deadlines: readonly Deadline[];
}

/** What is not projected is folded, once for each of its lines and days, and not more than this for one page. */
const foldedAtMost = 100;
const aYear = length.parse('P1Y');

/** Of the real agreements, or of rehearsals; the same answer as long as it holds. @throws Unavailable where there is no register */
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

/** What was folded for a page stays in memory as long as it holds: until the agreement has another line, or another day. */
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
