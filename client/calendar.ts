/**
 * The calendar of several agreements: each deadline of the next year as an all-day event, from the projections. An event keeps its UID for
 * life, the one it has in letters; its SEQUENCE is the number of the agreement's latest register line, which only grows.
 */
import type { Agreement } from '../clauses/agreement.ts';
import { after, byText, length, type CalendarDate, type Instant } from '../clauses/calendar.ts';
import { calendarFeed, type CalendarEvent } from '../delivery/calendar.ts';
import { titleOfExpiry, titleToSend } from '../wording/calendar-title.ts';
import { deadlinesListed, listingOf, listingsNow, type Listing } from '../dossier/listing.ts';
import type { ClosedDeadline } from '../dossier/closed-deadlines.ts';
import type { Deadline } from '../dossier/deadline.ts';
import type { CalendarScope } from '../register/types.ts';
import { onlyIn } from '../wording/conditions.ts';
import { articleIn, dayIn, textIn } from '../wording/index.ts';
import { message } from '../wording/message.ts';
import { say, statementIn } from '../wording/statements.ts';
import type { Wording } from '../wording/wording.ts';
import type { Context } from './context.ts';
import { inEach, todayIn } from './dossiers.ts';

/** One event of the calendar. */
export interface CalendarLine {
  agreement: string;
  /** Unique within the agreement, and never changed. */
  name: string;
  /** The day by which somebody must act: the send-by day, if there is one; for a missed decision, the day of the renewal. */
  day: CalendarDate;
  isOpen: boolean;
  deadline: Deadline | ClosedDeadline;
}

type Reader = Pick<Context, 'language' | 'wording'>;

const aYear = length.parse('P1Y');
/** In seconds. */
const refresh = 3_600;

/** An iCalendar file (RFC 5545). An agreement that can't be read becomes an event of today. @throws Unavailable, InvalidRequest */
export async function calendarOf(context: Context, scope: CalendarScope, title = 'servanda'): Promise<string> {
  const registers = await context.registersThere();
  const now = await context.now();
  const listings = await listingsNow(registers, now);
  const which = scope.scope === 'agreement' ? { agreements: [scope.of] } : { rehearsals: false };
  const { found, unread } = await inEach(
    context.wording,
    registers,
    which,
    // Agreements of other Parties or persons are not folded.
    dossier => (isOf(dossier.agreement, scope) ? linesOf(listingOf(dossier, todayIn(dossier.agreement, now))) : []),
    { listed: id => (listings.has(id) ? linesOf(listings.get(id)!) : undefined) },
  );
  const only = scope.scope === 'agreement' ? scope.of : undefined;
  const places = new Map([...(await registers.of(false).places(only)), ...(await registers.of(true).places(only))]);
  const events = found.filter(isWithin(scope)).map(line => eventOf(line, places.get(line.agreement) ?? 0, now, context));
  return calendarFeed(title, [...events, ...unread.map((why, i) => unreadOn(why, i, now, context.wording))], refresh);
}

/** The events of one agreement; each name appears once. */
export function linesOf(listing: Listing): CalendarLine[] {
  const { glance, closed } = listing;
  const deadlines = deadlinesListed(listing, after(glance.asOf, aYear)) ?? [];
  const lines: CalendarLine[] = [];
  const add = (deadline: Deadline | ClosedDeadline, isOpen: boolean): void => {
    const name = nameOf(deadline);
    if (!lines.some(l => l.name === name)) lines.push({ agreement: deadline.agreement, name, day: dayOf(deadline), isOpen, deadline });
  };
  for (const deadline of deadlines) add(deadline, !isSettled(deadline));
  for (const one of closed) add(one, false);
  return lines;
}

const dayOf = ({ what, sendBy, date }: Deadline | ClosedDeadline): CalendarDate => (what === 'missed' ? date : (sendBy ?? date));

/** Nobody needs to act: what was decided happens by silence. */
const isSettled = ({ what, decision }: Deadline): boolean => decision === (what === 'end' ? 'lapse' : 'renew');

/** The name that letters give to the event, if they have one: a period and its question. */
function nameOf({ says, what, period }: Pick<Deadline, 'says' | 'what' | 'period'>): string {
  const ofPeriod = (name: string): string => (period === null ? name : `period-${period}-${name}`);
  switch (says.code) {
    case 'safeDayOfPeriod':
      return ofPeriod('renewal');
    case 'safeDayMissed':
      return ofPeriod('missed');
    case 'safeDayToEndOn':
      return `end-on-${says.args.lastDayInForce}`;
    case 'comingExpiry':
      return ofPeriod('expiry');
    default:
      return what === 'end' ? 'end' : says.code;
  }
}

const isOf = ({ parties, desk }: Agreement, scope: CalendarScope): boolean =>
  scope.scope === 'party'
    ? parties.some(p => p.id === scope.of)
    : scope.scope === 'person'
      ? desk?.recipients?.[0]?.name === scope.of
      : true;

const isWithin =
  (scope: CalendarScope) =>
  ({ deadline: { parties, responsible } }: CalendarLine): boolean =>
    scope.scope === 'party' ? parties.includes(scope.of) : scope.scope === 'person' ? responsible === scope.of : true;

function eventOf({ agreement, name, day, isOpen, deadline }: CalendarLine, place: number, at: Instant, reader: Reader): CalendarEvent {
  const { says, date, sendBy, basis, titles } = deadline;
  const w = reader.wording;
  const { labels } = w.letter;
  const said = disputedIn(deadline, statementIn(says, w), w);
  const days = [...(sendBy && day === sendBy ? [`${labels.sendBy}: ${dayIn(w, sendBy)}`] : []), `${dayIn(w, date)}: ${said}`];
  const how = 'how' in deadline ? [statementIn(deadline.reason, w)] : [];
  const description = [...days, `${labels.basis}: ${articleIn(w, basis) ?? basis}`, ...how, agreement].join('\n');
  const summary = `${titleOf(deadline, w)}: ${textIn(titles, reader.language)}`;
  return { uid: `${agreement}.${name}@servanda`, sequence: place, isOpen, day, at, summary, description };
}

/** What must be done on that day. The alarm shows the same text. */
function titleOf(deadline: Deadline | ClosedDeadline, w: Wording): string {
  const { says, what, sendBy, date } = deadline;
  if (what === 'notice' && sendBy) {
    const lastDayInForce = says.code === 'safeDayToEndOn' ? says.args.lastDayInForce : null;
    return disputedIn(deadline, titleToSend({ sendBy, safe: date, lastDayInForce }, w), w);
  }
  const said = says.code === 'comingExpiry' ? titleOfExpiry(w) : statementIn(says, w);
  return disputedIn(deadline, `${said.charAt(0).toLocaleUpperCase(w.locale)}${said.slice(1)}`, w);
}

/** Marks an end that other readings put on another day, or exclude, and a notice owed only on some readings, as disputed. */
function disputedIn(deadline: Deadline | ClosedDeadline, said: string, w: Wording): string {
  if (!('alternatives' in deadline)) return said;
  if (deadline.onlyIf.length) return `${said} (${onlyIn(deadline.onlyIf, w)})`;
  if (!deadline.alternatives.length) return said;
  const days = deadline.alternatives.map(a => a.date);
  const others = [...new Set(days.filter(d => d !== null))].sort(byText);
  return say('calendarDisputed', { said, others, orNever: days.includes(null) }, w);
}

const unreadOn = (why: string, i: number, at: Instant, w: Wording): CalendarEvent => ({
  uid: `unread-${i + 1}@servanda`,
  sequence: 0,
  isOpen: true,
  day: new Date(at).toISOString().slice(0, 10) as CalendarDate,
  at,
  summary: message(w.client.unavailable.leftOut, w.locale, { count: 1, n: '1' }),
  description: why,
});
