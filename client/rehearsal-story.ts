/**
 * The material of a rehearsal: a copy of an agreement under its own id, without recipients, with its facts so far and invented facts, each
 * to be recorded on the day it would become known.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Agreement } from '../clauses/agreement.ts';
import { after, dayAfter, latest, length, type CalendarDate } from '../clauses/calendar.ts';
import { descriptionHash } from '../dossier/description.ts';
import { standingOn } from '../dossier/dossier.ts';
import { dateOf, isAmending, recordedOn, type Entry } from '../machines/facts.ts';
import type { Dossier } from '../machines/ledger.ts';
import { readLedger } from '../machines/read-entries.ts';
import { safeWayOut, safeWindow } from '../machines/safe-window.ts';
import { dayInText } from '../wording/forms.ts';
import { InvalidRequest } from './failures.ts';
import type { Wording } from '../wording/wording.ts';
import type { Context } from './context.ts';
import { keptIds, refuseAll, todayIn } from './dossiers.ts';
import { freeNumber } from './notices.ts';

/** An agreement to rehearse. */
export interface Story {
  /** The agreement that it is a copy of. */
  of: string;
  agreement: Agreement;
  /** The facts known now. */
  known: readonly Entry[];
  /** In the order of the days on which they are recorded. */
  invented: readonly Entry[];
}

/** `id`: the copy's id. @throws Refused if the invented facts contradict the known ones */
function storyOf(wording: Wording, { agreement, entries }: Dossier, invented: readonly Entry[], id: string): Story {
  const known = entries.filter(e => !isOfTheOffice.includes(e.type));
  const added = invented.filter(fact => !known.some(k => isDeepStrictEqual(k, fact)));
  const copy = copyOf(agreement, id, wording);
  refuseAll(wording, agreement.id, readLedger([...known, ...added], copy).refusals);
  return { of: agreement.id, agreement: copy, known, invented: added.toSorted((a, b) => (recordedOn(a) < recordedOn(b) ? -1 : 1)) };
}

/** The agreement with all its facts, including the invented ones: what `timeline` answers about. */
export const dossierOfStory = ({ agreement, known, invented }: Story): Dossier => ({
  agreement,
  description: descriptionHash(agreement),
  entries: [...known, ...invented],
});

/** Left out of the copy: documents stay with the agreement itself, and nobody is reminded about a copy. */
const isOfTheOffice: readonly string[] = ['document.attached', 'reminder.acknowledged'];

function copyOf(agreement: Agreement, id: string, { client: { opened } }: Wording): Agreement {
  const { desk, ...described } = agreement;
  const { recipients: _nobody, ...office } = desk ?? {};
  const source = { what: opened.copied, where: agreement.id };
  return {
    ...described,
    id,
    rehearsal: true,
    ...(desk ? { desk: office as typeof desk } : {}),
    sources: [source, ...agreement.sources],
  };
}

/** The courses of events to rehearse: the facts that a story invents; or no new facts, and a notice of ours. */
export type Course = 'story' | 'without' | 'with';

/** What is rehearsed, and until when. */
export interface Rehearsal {
  of: string;
  today: CalendarDate;
  until: CalendarDate;
  courses: { course: Course; story: Story }[];
  /** The notice of the course that has one; null if no notice could prevent anything. */
  notice: NoticeAhead | null;
}

export interface RehearsalAsked {
  /** Invented facts; without them, the courses without and with a notice. */
  story?: readonly Entry[] | undefined;
  until?: CalendarDate | undefined;
  courses?: readonly Course[] | undefined;
}

/** Why a rehearsal can't go until a day. The limit is a century: later dates mean nothing. */
export function whyNotUntil(wording: Wording, until: CalendarDate, today: CalendarDate): InvalidRequest | undefined {
  if (until <= today) return new InvalidRequest('rehearsedTooEarly', { day: dayInText(wording, today) }, wording);
  return until > after(today, aCentury) ? new InvalidRequest('rehearsedTooLate', {}, wording) : undefined;
}

const aCentury = length.parse('P100Y');

/** @throws Refused, InvalidRequest */
export async function rehearsalOf(context: Context, dossier: Dossier, { story, until, courses }: RehearsalAsked = {}): Promise<Rehearsal> {
  const { wording } = context;
  const { id } = dossier.agreement;
  const today = todayIn(dossier.agreement, await context.now());
  const wrong = until && whyNotUntil(wording, until, today);
  if (wrong) throw wrong;
  const copy = await freeId(context, id);
  const notice = story ? undefined : noticeAhead(dossier, today, wording);
  const asked = courses ?? (story ? ['story'] : ['without', 'with']);
  const invented: Record<Course, readonly Entry[]> = { story: story ?? [], without: [], with: notice ? [notice.fact] : [] };
  const stories = (notice || story ? asked : (['without'] as const)).map(course => ({
    course,
    story: storyOf(wording, dossier, invented[course], course === 'with' ? `${copy}-notice` : copy),
  }));
  const last = until ?? endOf(dossierOfStory(stories[0]!.story), today, wording);
  return { of: id, today, until: last, courses: stories, notice: notice ?? null };
}

/** An id that is free in both registers: `…-rehearsal-1`. */
async function freeId(context: Context, of: string): Promise<string> {
  const kept = context.hasRegister() ? await keptIds(await context.registersThere()) : [];
  const stem = `${of.slice(0, 55)}-rehearsal-`;
  for (let n = 1; ; n++) if (!kept.some(id => id === `${stem}${n}` || id.startsWith(`${stem}${n}-`))) return `${stem}${n}`;
}

/** A notice dispatched on the send-by day of the next renewal and received on the safe day. */
export interface NoticeAhead {
  fact: Entry;
  by: string;
  sendBy: CalendarDate;
  safe: CalendarDate;
}

/** Undefined if no notice could prevent a renewal or otherwise end the agreement. */
function noticeAhead(dossier: Dossier, today: CalendarDate, wording: Wording): NoticeAhead | undefined {
  let asOf = today;
  for (let tries = 0; tries < 2; tries++) {
    const { period, nextWayOut, termination } = standingOn(dossier, { asOf }, wording);
    if (termination) return undefined;
    const window = (period?.lastDayForNotice && safeWindow(period.lastDayForNotice, asOf)) ?? (nextWayOut && safeWayOut(nextWayOut));
    if (window && window.sendBy >= asOf) return { ...noticeOn(dossier, window), ...window };
    if (!period) return undefined;
    asOf = dayAfter(period.lastDay); // too late for this period; tries the next one
  }
  return undefined;
}

/** The fact of that notice, with the number that it would get. */
function noticeOn(dossier: Dossier, { safe, sendBy }: Pick<NoticeAhead, 'safe' | 'sendBy'>): Pick<NoticeAhead, 'fact' | 'by'> {
  const { agreement, entries } = dossier;
  const by = agreement.desk?.party ?? agreement.parties[0].id;
  const id = freeNumber(sendBy, new Set(entries.map(e => e.id)));
  return { by, fact: { id, type: 'termination.notified', by, dispatched: sendBy, received: safe } };
}

const tenYears = length.parse('P10Y');

/** The default end of a rehearsal: after the end that is due or the second renewal ahead; ten years if neither comes. */
function endOf(dossier: Dossier, today: CalendarDate, wording: Wording): CalendarDate {
  const last = latest(today, ...dossier.entries.map(e => (isAmending(e) ? e.recorded : latest(dateOf(e), recordedOn(e)))));
  const { termination, periods, survivals = [] } = standingOn(dossier, { asOf: last }, wording);
  if (termination) return dayAfter(latest(last, termination.firstDayOut, ...survivals.flatMap(s => s.lastDay ?? [])));
  const second = periods[1];
  return second ? dayAfter(second.lastDay.date) : after(last, tenYears);
}
