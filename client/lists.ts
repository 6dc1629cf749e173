/** Answers about many agreements: where each stands, what must be done by when, the notices and protocols on their way. One that can't be read holds up no other. */
import { agreementFile, listAgreements } from '../agreements/find.ts';
import { after, byText, date, length, type CalendarDate } from '../clauses/calendar.ts';
import { noticeNumbers } from '../dossier/description.ts';
import type { RegisterDossier } from '../dossier/dossier.ts';
import { deadlinesListed, glanceOf, listingsNow, type Glance } from '../dossier/listing.ts';
import { actBy, deadlinesOf, knownOn, type Deadline } from '../dossier/upcoming.ts';
import type { Dossier } from '../machines/ledger.ts';
import type { NoticeOf } from '../register/types.ts';
import type { Context } from './context.ts';
import { fromFile, inEach, todayIn, type Days, type Gathered, type Which } from './dossiers.ts';
import { draftFilter } from './draft-access.ts';
import { Incomplete } from './failures.ts';
import { noticeToday, type NoticeToday } from './notices.ts';
import { protocolIds, protocolToday, type ProtocolToday } from './protocols.ts';

/** What was found, where nothing was left out. @throws Incomplete */
export async function whole<T>({ wording }: Context, gathered: Promise<Gathered<T>>): Promise<T[]> {
  const { found, unread } = await gathered;
  if (unread.length) throw new Incomplete(found, unread, wording);
  return found;
}

export type ListAsked = Pick<Days, 'asOf'> & Pick<Which, 'rehearsals'>;

/** The agreements of the register, each in a line. Those of today are read as they were projected. */
export async function glances(context: Context, { asOf, rehearsals }: ListAsked = {}): Promise<Gathered<Glance>> {
  const registers = await context.registersThere();
  const now = await context.now();
  const listings = asOf ? undefined : await listingsNow(registers, now);
  const day = (dossier: RegisterDossier): CalendarDate => (asOf ? date(asOf) : todayIn(dossier.agreement, now));
  const folded = (dossier: RegisterDossier): Glance[] => [glanceOf(dossier, knownOn(dossier, day(dossier)))];
  return inEach(context.wording, registers, { rehearsals }, folded, id => (listings?.has(id) ? [listings.get(id)!.glance] : undefined));
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
}

/** What must be done by when, in the order of the days by which to act. `looked`: at how many agreements. */
export async function deadlinesWithin(context: Context, asked: DeadlinesAsked = {}): Promise<Gathered<DatedDeadline> & { looked: number }> {
  const { files, undecided = false } = asked;
  const within = length.parse(asked.within ?? 'P1Y');
  const day = asked.asOf ? date(asked.asOf) : undefined;
  const now = await context.now();
  let looked = 0;
  const asAsked = (found: readonly Deadline[], today: CalendarDate): DatedDeadline[] => {
    looked += 1;
    const dated = found.map(d => ({ ...d, asOf: today }));
    return undecided ? dated.filter(d => d.decision === 'undecided') : dated;
  };
  const folded = (source: Dossier): DatedDeadline[] => {
    const today = day ?? todayIn(source.agreement, now);
    return asAsked(deadlinesOf(source, today, after(today, within)), today);
  };
  const inRegister = async (): Promise<Gathered<DatedDeadline>> => {
    const registers = await context.registersThere();
    const listings = day ? undefined : await listingsNow(registers, now);
    return inEach(context.wording, registers, asked, folded, id => {
      const listing = listings?.get(id);
      const found = listing && deadlinesListed(listing, after(listing.glance.asOf, within));
      return found && asAsked(found, listing.glance.asOf);
    });
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
  const numbers = new Map<string, Set<string>>();
  for (const { agreement, number } of only ?? (await noticesNamed(context, which)))
    numbers.set(agreement, (numbers.get(agreement) ?? new Set()).add(number));
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
  return inEach(context.wording, registers, which, look, withoutAny);
}

/** The protocols of these agreements, or of all. */
export async function protocolsOf(context: Context, which: Which = {}): Promise<Gathered<ProtocolToday>> {
  const registers = await context.registersThere();
  const now = await context.now();
  return inEach(context.wording, registers, which, dossier => {
    const today = todayIn(dossier.agreement, now);
    return protocolIds(dossier).map(id => protocolToday(context.wording, dossier, id, today));
  });
}
