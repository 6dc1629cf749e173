/** Answers about many agreements: where each stands, what must be done by when, the notices and protocols on their way. One that can't be read holds up no other. */
import { agreementFile, listAgreements } from '../agreements/find.ts';
import { after, byText, length, type CalendarDate } from '../clauses/calendar.ts';
import { noticeNumbers, protocolIds } from '../dossier/description.ts';
import type { RegisterDossier } from '../dossier/dossier.ts';
import { rehearsedAt } from '../dossier/rehearsed.ts';
import { deadlinesListed, glanceOf, listingsNow, type Glance } from '../dossier/listing.ts';
import { actBy, deadlinesOf, knownOn, type Deadline } from '../dossier/upcoming.ts';
import type { Dossier } from '../machines/ledger.ts';
import type { NoticeOf } from '../register/types.ts';
import type { Context } from './context.ts';
import { dayAsked, fromFile, inEach, keptIds, todayIn, type Days, type Gathered, type Which } from './dossiers.ts';
import { draftFilter } from './draft-access.ts';
import { Incomplete } from './failures.ts';
import { noticeToday, type NoticeToday } from './notices.ts';
import { protocolToday, type ProtocolToday } from './protocols.ts';

/** What was found, where nothing was left out. @throws Incomplete */
export async function whole<T>({ wording }: Context, gathered: Promise<Gathered<T>>): Promise<T[]> {
  const { found, unread } = await gathered;
  if (unread.length) throw new Incomplete(found, unread, wording);
  return found;
}

export type ListAsked = Pick<Days, 'asOf'> & Pick<Which, 'rehearsals'>;

/** Which agreements the register has, by their ids. Nothing is read of any. */
export async function agreementsNamed(context: Context, { rehearsals = false }: Pick<Which, 'rehearsals'> = {}): Promise<string[]> {
  const registers = await context.registersThere();
  return rehearsals ? keptIds(registers) : registers.of(false).agreements();
}

/** The agreements of the register, each in a line. Those of today are read as they were projected. `only`: reads no others. */
export async function glances(context: Context, { asOf, rehearsals }: ListAsked = {}, only?: readonly string[]): Promise<Gathered<Glance>> {
  const then = asOf ? dayAsked(asOf, context.wording) : undefined;
  const registers = await context.registersThere();
  const now = await context.now();
  const listings = then ? undefined : await listingsNow(registers, now);
  const day = (dossier: RegisterDossier): CalendarDate => then ?? todayIn(dossier.agreement, now);
  const folded = (dossier: RegisterDossier): Glance[] => [glanceOf(dossier, knownOn(dossier, day(dossier)))];
  const asked = only && new Set(only);
  const listed = (id: string): Glance[] | undefined => {
    if (asked && !asked.has(id)) return [];
    return listings?.has(id) ? [listings.get(id)!.glance] : undefined;
  };
  return inEach(context.wording, registers, { rehearsals }, folded, { listed });
}

export type DatedDeadline = Deadline & { asOf: CalendarDate };

export interface DeadlinesAsked extends Which {
  /** From agreements' files, which needs no register: these, or where there are none, those that come with servanda. */
  files?: readonly string[];
  /** How far ahead, such as `P18M`; a year by default. */
  within?: string;
  /** Only those with a decision that is owed and not made. */
  undecided?: boolean;
  asOf?: string;
  /** Only of agreements of this Party; only of those of which this person is reminded first. No other is folded. */
  party?: string;
  responsible?: string;
}

/** What must be done by when, in the order of the days by which to act. `looked`: at how many agreements. */
export async function deadlinesWithin(context: Context, asked: DeadlinesAsked = {}): Promise<Gathered<DatedDeadline> & { looked: number }> {
  const { files, undecided = false, party, responsible } = asked;
  const within = length.parse(asked.within ?? 'P1Y');
  const day = asked.asOf ? dayAsked(asked.asOf, context.wording) : undefined;
  const now = await context.now();
  let looked = 0;
  const asAsked = (found: readonly Deadline[], today: CalendarDate): DatedDeadline[] => {
    looked += 1;
    const dated = found.map(d => ({ ...d, asOf: today }));
    return undecided ? dated.filter(d => d.decision === 'undecided') : dated;
  };
  const isAsked = (parties: readonly { id: string }[], person: string | null | undefined): boolean =>
    (party === undefined || parties.some(p => p.id === party)) && (responsible === undefined || person === responsible);
  const folded = (source: Dossier): DatedDeadline[] => {
    const { parties, desk } = source.agreement;
    if (!isAsked(parties, desk?.recipients?.[0]?.name)) return [];
    const today = day ?? todayIn(source.agreement, now);
    return asAsked(deadlinesOf(source, today, after(today, within)), today);
  };
  const inRegister = async (): Promise<Gathered<DatedDeadline>> => {
    const registers = await context.registersThere();
    const listings = day ? undefined : await listingsNow(registers, now);
    const listed = (id: string): DatedDeadline[] | undefined => {
      const listing = listings?.get(id);
      if (listing && !isAsked(listing.glance.parties, listing.glance.responsible)) return [];
      const found = listing && deadlinesListed(listing, after(listing.glance.asOf, within));
      return found && asAsked(found, listing.glance.asOf);
    };
    return inEach(context.wording, registers, asked, folded, { listed });
  };
  const gathered = files
    ? { found: filesNamed(files).flatMap(f => folded(fromFile(context.wording, f))), unread: [], leftOut: 0 }
    : await inRegister();
  return { ...gathered, found: gathered.found.sort((a, b) => byText(placeOf(a), placeOf(b))), looked };
}

const filesNamed = (files: readonly string[]): string[] =>
  files.length ? files.map(f => agreementFile(f)) : listAgreements().map(a => a.file);

/** Its place among others, as text: by the day by which to act, which may be past; then by its own day, such as the safe day. */
export const placeOf = (d: Deadline): string => JSON.stringify([actBy(d), d.date, d.agreement, d.what, d.label]);

export type ListedNotice = NoticeToday & { agreement: string; today: CalendarDate };

/** Which notices these agreements have, or all of them, the one with the latest step first; drafts whoever asks. Nothing is folded. */
export async function noticesNamed(context: Context, { agreements: named = [], rehearsals = false }: Which = {}): Promise<NoticeOf[]> {
  const registers = await context.registersThere();
  const all = [...(await registers.of(false).notices()), ...(rehearsals || named.length ? await registers.of(true).notices() : [])];
  return named.length ? all.filter(({ agreement }) => named.includes(agreement)) : all;
}

/**
 * The notices of these agreements, or of all; closed ones too. Drafts as far as whoever asks may see them. `only`: of them these, and no
 * other is folded.
 */
export async function noticesOf(context: Context, which: Which = {}, only?: readonly NoticeOf[]): Promise<Gathered<ListedNotice>> {
  const isShown = await draftFilter(context);
  const registers = await context.registersThere();
  const now = await context.now();
  const numbers = idsBy(only ?? (await noticesNamed(context, which)), o => o.number);
  const look = (dossier: RegisterDossier): ListedNotice[] => {
    const { agreement } = dossier;
    const today = todayIn(agreement, now);
    return noticeNumbers(dossier.rows)
      .filter(number => numbers.get(agreement.id)?.has(number))
      .map(number => noticeToday(context.wording, dossier, number, today))
      .filter(notice => isShown(notice, agreement))
      .map(notice => ({ ...notice, agreement: agreement.id, today }));
  };
  const withoutAny = (id: string) => (which.agreements?.length || numbers.has(id) ? undefined : []);
  return inEach(context.wording, registers, which, look, { listed: withoutAny });
}

export interface ProtocolOf {
  agreement: string;
  protocol: string;
}

interface Some {
  /** Those before it are not looked for: by the id of their agreement. */
  isPassed?: (agreement: string) => boolean;
  isEnough?: (found: readonly ProtocolOf[]) => boolean;
  /** Of those that are not projected, no more are read; the others are counted as `notYet`. */
  readAtMost?: number;
}

/** Which protocols these agreements have, or all of them, by the ids of the agreements. Nothing is folded; what is projected is not read either. */
export async function protocolsNamed(
  context: Context,
  which: Which = {},
  { isPassed, isEnough, readAtMost = Infinity }: Some = {},
): Promise<Gathered<ProtocolOf> & { notYet: number }> {
  const registers = await context.registersThere();
  const listings = await listingsNow(registers, await context.now());
  const of = (agreement: string, ids: readonly string[]): ProtocolOf[] => ids.map(protocol => ({ agreement, protocol }));
  const look = (dossier: RegisterDossier): ProtocolOf[] => of(dossier.agreement.id, protocolIds(dossier));
  let unlisted = 0;
  const listed = (id: string): ProtocolOf[] | undefined => {
    if (isPassed?.(id)) return [];
    if (listings.has(id)) return of(id, listings.get(id)!.protocols);
    unlisted += 1;
    return unlisted > readAtMost ? [] : undefined;
  };
  const gathered = await inEach(context.wording, registers, which, look, { listed, ...(isEnough ? { isEnough } : {}) });
  return { ...gathered, notYet: Math.max(0, unlisted - readAtMost) };
}

/** The protocols of these agreements, or of all. `only`: of them these, and no other is folded. */
export async function protocolsOf(context: Context, which: Which = {}, only?: readonly ProtocolOf[]): Promise<Gathered<ProtocolToday>> {
  const registers = await context.registersThere();
  const now = await context.now();
  const listings = await listingsNow(registers, now);
  const asked = only && idsBy(only, o => o.protocol);
  const look = (dossier: RegisterDossier): ProtocolToday[] => {
    const today = todayIn(dossier.agreement, rehearsedAt(dossier, now));
    return protocolIds(dossier)
      .filter(id => !asked || asked.get(dossier.agreement.id)?.has(id))
      .map(id => protocolToday(context.wording, dossier, id, today));
  };
  const withoutAny = (id: string): [] | undefined =>
    listings.get(id)?.protocols.length === 0 || asked?.has(id) === false ? [] : undefined;
  return inEach(context.wording, registers, which, look, { listed: withoutAny });
}

function idsBy<O extends { agreement: string }>(ones: readonly O[], idOf: (one: O) => string): Map<string, Set<string>> {
  const ids = new Map<string, Set<string>>();
  for (const one of ones) ids.set(one.agreement, (ids.get(one.agreement) ?? new Set()).add(idOf(one)));
  return ids;
}
