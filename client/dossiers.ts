/** Where answers come from: an agreement's file with its facts, or the register. Both give a description and a ledger. */
import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import { agreementFile } from '../agreements/find.ts';
import { loadAgreement, loadFacts } from '../agreements/load.ts';
import { nearestIds } from '../agreements/nearest.ts';
import { zonesOf, type Agreement } from '../clauses/agreement.ts';
import { calendarDate, legalToday, length, type CalendarDate, type Instant, type Length } from '../clauses/calendar.ts';
import { descriptionHash } from '../dossier/description.ts';
import { loadDossier, standingOn, type RegisterDossier } from '../dossier/dossier.ts';
import type { Dossier } from '../machines/ledger.ts';
import type { Refusal } from '../machines/refusal.ts';
import { readLedger } from '../machines/read-entries.ts';
import type { ShapeRule } from '../machines/shape-issues.ts';
import type { Registers } from '../register/home.ts';
import type { Answer } from '../wording/answer.ts';
import { withSlips } from '../wording/faults/slips.ts';
import { message } from '../wording/message.ts';
import { shapeSentence } from '../wording/refusals/sentence.ts';
import type { Wording } from '../wording/wording.ts';
import type { Context } from './context.ts';
import { InvalidRequest, reasonIn, Refused, type InvalidCode } from './failures.ts';

export interface FactFiles {
  /** A file of facts that replace those of the agreement's file. */
  facts?: string | undefined;
  /** A file of facts that are added to them. */
  addFacts?: string | undefined;
}

/** The id of an agreement in the register; or its file (a path, or the id of one shipped with servanda), which needs no register. */
export type AnswerSource = string | ({ file: string } & FactFiles);

/** @throws InvalidRequest, Refused, Unavailable */
export const dossierFrom = async (context: Context, source: AnswerSource, knownOn?: CalendarDate): Promise<Dossier> =>
  typeof source === 'string' ? dossierOf(context, source, knownOn) : fromFile(context.wording, source.file, source);

/** Loads an agreement's file. @throws Refused with every refusal of its ledger */
export function fromFile(wording: Wording, fileOrId: string, { facts, addFacts }: FactFiles = {}): Dossier {
  if (facts && addFacts) throw new InvalidRequest('eitherFacts', {}, wording);
  const { file, agreement, facts: own } = loadAgreement(agreementFile(fileOrId));
  const base = facts ? loadFacts(facts, agreement) : own;
  const added = addFacts ? loadFacts(addFacts, agreement).filter(f => !base.some(known => isDeepStrictEqual(known, f))) : [];
  const { entries, refusals } = readLedger([...base, ...added], agreement);
  refuseAll(wording, facts ?? addFacts ?? file, refusals);
  return { agreement, description: descriptionHash(agreement), entries };
}

/** @throws Refused if there are refusals, naming the place they come from */
export function refuseAll(wording: Wording, where: string, [first, ...others]: readonly Refusal[]): void {
  if (!first) return;
  const count = others.length + 1;
  const heading = message(wording.client.refused.facts, wording.locale, { where, count, n: `${count}` });
  throw new Refused([first, ...others], wording, sentences => [heading, ...sentences].join('\n  '));
}

/** Loads the agreement from the register. `knownOn`: with the description as known on that day. @throws InvalidRequest, Unavailable */
export const dossierOf = async (context: Context, agreement: string, knownOn?: CalendarDate): Promise<RegisterDossier> =>
  fromRegister(context.wording, await context.registersThere(), agreement, knownOn);

/** The same, with the agreement's legal today. */
export async function dossierToday(context: Context, agreement: string): Promise<{ dossier: RegisterDossier; today: CalendarDate }> {
  const dossier = await dossierOf(context, agreement);
  return { dossier, today: todayIn(dossier.agreement, await context.now()) };
}

/** Loads from open registers. @throws InvalidRequest if neither has the agreement */
export async function fromRegister(wording: Wording, registers: Registers, id: string, knownOn?: CalendarDate): Promise<RegisterDossier> {
  return (await loadDossier(registers, id, knownOn)) ?? (await Promise.reject(await unknownAgreement(wording, registers, id)));
}

/** The failure for an agreement that no register has; it suggests similar ids. */
export async function unknownAgreement(wording: Wording, registers: Registers, id: string): Promise<InvalidRequest> {
  const near = (await nearIds(registers, id)).join(', ') || 'none';
  return new InvalidRequest('unknownAgreement', { home: registers.home, id, near }, wording);
}

/** The few known ids most similar to an unknown one. */
export const nearIds = async (registers: Registers, id: string): Promise<string[]> => nearestIds(id, await keptIds(registers));

export const keptIds = async (registers: Registers): Promise<string[]> =>
  [...(await registers.of(false).agreements()), ...(await registers.of(true).agreements())].sort();

/** Which agreements to read: those named; otherwise all, or all except rehearsals. */
export interface Which {
  agreements?: readonly string[] | undefined;
  /** Includes rehearsals, whose facts are invented; left out by default. Agreements that are named are always read. */
  rehearsals?: boolean | undefined;
}

/** Like `Which`, but can also select only rehearsals. */
export interface WhichOrOnlyRehearsals extends Omit<Which, 'rehearsals'> {
  rehearsals?: boolean | 'only' | undefined;
}

/** `leftOut`: the number of rehearsals that were not read. */
export interface Gathered<T> {
  found: T[];
  /** The agreements that could not be read, each with the reason. */
  unread: string[];
  leftOut: number;
}

interface Shortcuts<T> {
  /** What is known of an agreement without loading it. */
  listed?: (id: string) => readonly T[] | undefined;
  /** Stops the search once it returns true. */
  isEnough?: (found: readonly T[]) => boolean;
}

/**
 * Collects what `look` finds in each of the agreements named, or in all, in the order of their ids; what `listed` returns is not looked
 * for. An agreement that can't be read or folded does not stop the others: its reason is collected. If it was named, the call fails at
 * once.
 */
export async function inEach<T>(
  wording: Wording,
  registers: Registers,
  { agreements: named = [], rehearsals = false }: WhichOrOnlyRehearsals,
  look: (dossier: RegisterDossier) => readonly T[],
  { listed, isEnough }: Shortcuts<T> = {},
): Promise<Gathered<T>> {
  const aside = new Set(rehearsals === true || named.length ? [] : await registers.of(rehearsals !== 'only').agreements());
  const found: T[] = [];
  const unread: string[] = [];
  for (const id of named.length ? named : (await keptIds(registers)).filter(kept => !aside.has(kept))) {
    if (isEnough?.(found)) break;
    try {
      for (const one of listed?.(id) ?? look(await fromRegister(wording, registers, id))) found.push(one);
    } catch (cause) {
      if (named.length || !(cause instanceof Error)) throw cause;
      unread.push(whyUnread(id, cause, wording));
    }
  }
  return { found, unread, leftOut: rehearsals ? 0 : aside.size };
}

/** The reason, always with the agreement's id. */
export function whyUnread(id: string, cause: Error, wording: Wording): string {
  const why = reasonIn(cause, wording);
  return why.includes(id) ? why : `${id}: ${why}`;
}

/** The agreement's legal today. */
export const todayIn = (agreement: Agreement, now: Instant): CalendarDate => legalToday(now, zonesOf(agreement));

/** The day of the answer (default: today), the day as known on which (default: all that is known), and the last day of its dates. */
export interface AnswerDays {
  asOf?: string | undefined;
  knownOn?: string | undefined;
  until?: string | undefined;
}

/** The standing on a day, today by default. @throws InvalidRequest if `until` is earlier */
export async function standingOf(context: Context, source: Dossier, days: AnswerDays = {}): Promise<Answer> {
  const { wording } = context;
  const { asOf = todayIn(source.agreement, await context.now()), knownOn, until } = datesIn(days, wording);
  if (until && until < asOf) throw new InvalidRequest('untilBefore', { until, asOf }, wording);
  return standingOn(source, { asOf, knownOn, until }, wording);
}

/** @throws InvalidRequest if one of them is not a calendar date */
export const datesIn = ({ asOf, knownOn, until }: AnswerDays, wording: Wording): Partial<Record<keyof AnswerDays, CalendarDate>> => ({
  ...(asOf ? { asOf: dayAsked(asOf, wording) } : {}),
  ...(knownOn ? { knownOn: dayAsked(knownOn, wording) } : {}),
  ...(until ? { until: dayAsked(until, wording) } : {}),
});

/** The calendar date in a request. @throws InvalidRequest if the text is not one */
export const dayAsked = (text: string, wording: Wording): CalendarDate => readAsked(text, calendarDate, ['noDay', 'day'], wording);

/** The length of time in a request. @throws InvalidRequest if the text is not one */
export const lengthAsked = (text: string, wording: Wording): Length => readAsked(text, length, ['noLength', 'length'], wording);

/** A program without types may give something other than a text, such as a Date. */
function readAsked<S extends z.ZodType>(given: unknown, schema: S, [code, rule]: [InvalidCode, ShapeRule], wording: Wording): z.infer<S> {
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  const text = String(given);
  throw new InvalidRequest(code, { says: withSlips(shapeSentence({ path: text, rule }, wording), text, wording) }, wording);
}
