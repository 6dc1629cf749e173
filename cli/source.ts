/** Where an answer comes from: an agreement's file with its facts, or the register. Either gives a description and a ledger. */
import { existsSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { join } from 'node:path';
import { agreementFile } from '../agreements/find.ts';
import { loadAgreement, loadFacts } from '../agreements/load.ts';
import { nearest } from '../agreements/nearest.ts';
import { descriptionHash } from '../dossier/description.ts';
import { loadDossier, standingOn, type RegisterDossier } from '../dossier/dossier.ts';
import { zonesOf, type Agreement } from '../clauses/agreement.ts';
import { legalToday, type CalendarDate } from '../clauses/calendar.ts';
import type { Dossier } from '../machines/ledger.ts';
import type { Refusal } from '../machines/refusal.ts';
import { readLedger } from '../machines/refusals.ts';
import type { Answer } from '../wording/answer.ts';
import type { Registers } from '../register/home.ts';
import { BadInput, NotAsAsked, whyIn } from './failures.ts';
import { registersOf } from './registers.ts';
import type { Words } from './words.ts';
import type { World } from './world.ts';

export interface FactFiles {
  facts?: string | undefined;
  addFacts?: string | undefined;
}

/** From an agreement's file. @throws BadInput with every refusal of its ledger. */
export function fromFile(words: Words, fileOrId: string, { facts, addFacts }: FactFiles = {}): Dossier {
  if (facts && addFacts) throw new BadInput(words.m.source.oneOfTwo);
  const { file, agreement, facts: own } = loadAgreement(agreementFile(fileOrId));
  const base = facts ? loadFacts(facts, agreement) : own;
  const added = addFacts ? loadFacts(addFacts, agreement).filter(f => !base.some(known => isDeepStrictEqual(known, f))) : [];
  const { entries, refusals } = readLedger([...base, ...added], agreement);
  if (refusals.length) throw new BadInput(refusalsInWords(words, facts ?? addFacts ?? file, refusals));
  return { agreement, description: descriptionHash(agreement), entries };
}

export const refusalsInWords = (words: Words, where: string, refusals: readonly Refusal[]): string =>
  [words.counted(words.m.source.refused, refusals.length, { where }), ...refusals.map(words.refusal)].join('\n  ');

/** From the register. `knownOn`: with the description as it was known on that day. @throws BadInput when it is not there. */
export async function fromRegister(words: Words, registers: Registers, id: string, knownOn?: CalendarDate): Promise<RegisterDossier> {
  return (await loadDossier(registers, id, knownOn)) ?? (await Promise.reject(new BadInput(await notKept(words, registers, id))));
}

/** What is said of an agreement that no register has. */
export async function notKept({ m, say }: Words, registers: Registers, id: string): Promise<string> {
  const ids = await keptIds(registers);
  const near = ids.find(known => known.startsWith(id)) ?? nearest(id, ids);
  return say(m.source.notKept, { home: registers.home, id, near: near ?? 'none' });
}

export const keptIds = async (registers: Registers): Promise<string[]> =>
  [...(await registers.of(false).agreements()), ...(await registers.of(true).agreements())].sort();

/** Looks into the registers of a home, which must be there: reading makes no files. @throws NotAsAsked */
export async function inRegisters<T>(world: World, home: string | undefined, look: (registers: Registers) => Promise<T>): Promise<T> {
  const { homeFrom } = await import('../register/home.ts');
  const folder = homeFrom({ SERVANDA_HOME: home ?? world.process.env['SERVANDA_HOME'] });
  const databaseUrl = world.process.env['DATABASE_URL'] || undefined;
  if (!databaseUrl && !existsSync(join(folder, 'register.db')))
    throw new NotAsAsked(world.words.say(world.words.m.source.noRegister, { folder }));
  return look(await registersOf(world, folder, { reading: true }));
}

/**
 * What is found in each of the agreements named, or of all; what is `listed` is not looked for. One of all that can't be read or folded holds up no other: why is gathered,
 * and the command fails with it once the others are shown. One that is named fails at once.
 */
export async function inEach<T>(
  words: Words,
  registers: Registers,
  named: readonly string[],
  look: (dossier: RegisterDossier) => readonly T[],
  listed?: (id: string) => readonly T[] | undefined,
): Promise<{ found: T[]; unread: string[] }> {
  const found: T[] = [];
  const unread: string[] = [];
  for (const id of named.length ? named : await keptIds(registers)) {
    try {
      found.push(...(listed?.(id) ?? look(await fromRegister(words, registers, id))));
    } catch (cause) {
      if (named.length || !(cause instanceof Error)) throw cause;
      const why = whyIn(cause, words);
      unread.push(why.startsWith(id) ? why : `${id}: ${why}`);
    }
  }
  return { found, unread };
}

/** @throws NotAsAsked when some could not be read: what was shown is not all there is */
export function failOfUnread({ m, counted }: Words, unread: readonly string[]): void {
  if (unread.length) throw new NotAsAsked([...unread, counted(m.source.leftOut, unread.length)].join('\n'));
}

/** The legal today of an agreement. */
export const todayOf = (world: World, agreement: Agreement): CalendarDate => legalToday(world.now(), zonesOf(agreement));

export interface Days {
  asOf?: CalendarDate | undefined;
  knownOn?: CalendarDate | undefined;
  until?: CalendarDate | undefined;
}

/** Where it stands on a day; today when none is named. @throws BadInput when `until` comes before it. */
export function standingOf(source: Dossier, world: World, { asOf = todayOf(world, source.agreement), knownOn, until }: Days): Answer {
  if (until && until < asOf) throw new BadInput(world.words.say(world.words.m.source.untilBefore, { until, asOf }));
  return standingOn(source, { asOf, knownOn, until }, world.words.wording);
}
