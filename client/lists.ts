/** Answers about many agreements: standings, deadlines, notices and protocols. One that can't be read does not stop the others. */
import { agreementFile, listAgreements } from '../agreements/find.ts';
import { after, byText, type CalendarDate } from '../clauses/calendar.ts';
import { noticeNumbers, protocolIds } from '../dossier/description.ts';
import type { RegisterDossier } from '../dossier/dossier.ts';
import { rehearsalNow } from '../dossier/rehearsal-time.ts';
import { deadlinesListed, glanceOf, listingsNow, type Glance } from '../dossier/listing.ts';
import { actBy, type Deadline } from '../dossier/deadline.ts';
import { knownOn } from '../dossier/known.ts';
import { deadlinesOf } from '../dossier/upcoming.ts';
import type { Dossier } from '../machines/ledger.ts';
import type { ListedStep, NoticeOf } from '../register/types.ts';
import type { Context } from './context.ts';
import {
  dayAsked,
  fromFile,
  inEach,
  keptIds,
  lengthAsked,
  todayIn,
  type AnswerDays,
  type Gathered,
  type Which,
  type WhichOrOnlyRehearsals,
} from './dossiers.ts';
import { draftFilter, seesEveryDraft } from './draft-access.ts';
import { Incomplete } from './failures.ts';
import { noticeToday, type NoticeToday } from './notices.ts';
import { protocolToday, type ProtocolToday } from './protocols.ts';

/** The results, if none are missing. @throws Incomplete */
export async function whole<T>({ wording }: Context, gathered: Promise<Gathered<T>>): Promise<T[]> {
  const { found, unread } = await gathered;
  if (unread.length) throw new Incomplete(found, unread, wording);
  return found;
}

export type ListAsked = Pick<AnswerDays, 'asOf'> & Pick<Which, 'rehearsals'>;

/** The ids of the agreements in the register. No agreement is read. */
export async function agreementsNamed(context: Context, { rehearsals = false }: Pick<Which, 'rehearsals'> = {}): Promise<string[]> {
  const registers = await context.registersThere();
  return rehearsals ? keptIds(registers) : registers.of(false).agreements();
}

/** A summary of each agreement in the register; today's come from the projection. `only`: reads no others. */
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

export interface DeadlinesAsked extends WhichOrOnlyRehearsals {
  /** Reads agreements' files, without a register: the files given or, if the list is empty, those shipped with servanda. */
  files?: readonly string[];
  /** How far ahead, such as `P18M`; a year by default. */
  within?: string;
  /** Only those on which nothing is decided yet. */
  undecided?: boolean;
  asOf?: string;
  /** Only agreements of this Party, or whose first recipient of reminders is this person. No others are folded. */
  party?: string;
  responsible?: string;
}

/** What must be done by when, in the order of the days by which to act. `looked`: the number of agreements examined. */
export async function deadlinesWithin(context: Context, asked: DeadlinesAsked = {}): Promise<Gathered<DatedDeadline> & { looked: number }> {
  const { files, undecided = false, party, responsible } = asked;
  const within = lengthAsked(asked.within ?? 'P1Y', context.wording);
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

/** Its sort key: the day by which to act, which may be past; then its own day, such as the safe day. */
export const placeOf = (d: Deadline): string => JSON.stringify([actBy(d), d.date, d.agreement, d.what, d.label]);

/** The days that other readings give for a disputed end or notice; null for a reading that gives none. */
export const otherDays = ({ certain, alternatives }: Deadline): (CalendarDate | null)[] => (certain ? [] : alternatives.map(a => a.date));

export type ListedNotice = NoticeToday & { agreement: string; today: CalendarDate };

/** The notices of these agreements, or of all, latest step first, as far as the caller may see them. Only agreements with drafts are read. */
export async function noticesNamed(context: Context, { agreements: named = [], rehearsals = false }: Which = {}): Promise<NoticeOf[]> {
  const registers = await context.registersThere();
  const all = [...(await registers.of(false).notices()), ...(rehearsals || named.length ? await registers.of(true).notices() : [])];
  return withoutHidden(context, named.length ? all.filter(({ agreement }) => named.includes(agreement)) : all);
}

async function withoutHidden(context: Context, all: readonly ListedStep[]): Promise<NoticeOf[]> {
  const drafts = idsBy(all.filter(isUnsent), n => n.number);
  if (!drafts.size || (await seesEveryDraft(context))) return [...all];
  const isShown = await draftFilter(context);
  const now = await context.now();
  const look = (dossier: RegisterDossier): NoticeOf[] => {
    const { agreement } = dossier;
    const notices = [...drafts.get(agreement.id)!].map(number => noticeToday(context.wording, dossier, number, todayIn(agreement, now)));
    return notices.filter(n => !isShown(n, agreement)).map(({ number }) => ({ agreement: agreement.id, number }));
  };
  const listed = (id: string) => (drafts.has(id) ? undefined : []);
  const hidden = idsBy(
    (await inEach(context.wording, await context.registersThere(), { rehearsals: true }, look, { listed })).found,
    n => n.number,
  );
  return all.filter(({ agreement, number }) => !hidden.get(agreement)?.has(number));
}

const isUnsent = ({ latest }: ListedStep): boolean =>
  ['notice.drafted', 'notice.amended', 'notice.approved', 'notice.returned', 'notice.recalled'].includes(latest);

/** The notices of these agreements, or of all: closed ones and visible drafts too. `only`: these; no other agreement is folded. */
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
  /** True for an agreement to skip, by its id. */
  isPassed?: (agreement: string) => boolean;
  isEnough?: (found: readonly ProtocolOf[]) => boolean;
  /** The most agreements without a projection that are read; the rest are counted in `notYet`. */
  readAtMost?: number;
}

/** The protocols of these agreements, or of all, by agreement id. Nothing is folded; agreements with a projection are not loaded. */
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

/** The protocols of these agreements, or of all. `only`: these protocols, and no other agreement is folded. */
export async function protocolsOf(context: Context, which: Which = {}, only?: readonly ProtocolOf[]): Promise<Gathered<ProtocolToday>> {
  const registers = await context.registersThere();
  const now = await context.now();
  const listings = await listingsNow(registers, now);
  const asked = only && idsBy(only, o => o.protocol);
  const look = (dossier: RegisterDossier): ProtocolToday[] => {
    const today = todayIn(dossier.agreement, rehearsalNow(dossier, now));
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
