/** Where an answer comes from: an agreement's file with its facts, or the register. Either gives a description and a ledger. */
import { existsSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { join } from 'node:path';
import { agreementFile } from '../agreements/find.ts';
import { loadAgreement, loadFacts } from '../agreements/load.ts';
import { nearest } from '../agreements/nearest.ts';
import { descriptionHash } from '../activities/description.ts';
import { loadDossier, standingOn, type RegisterDossier } from '../activities/dossier.ts';
import { zonesOf, type Agreement } from '../clauses/agreement.ts';
import { legalToday, type CalendarDate } from '../clauses/calendar.ts';
import type { Dossier } from '../machines/ledger.ts';
import type { Refusal } from '../machines/refusal.ts';
import { readLedger } from '../machines/refusals.ts';
import type { Standing } from '../machines/standing-types.ts';
import type { Registers } from '../register/home.ts';
import { BadInput, NotAsAsked } from './failures.ts';
import { registersOf } from './registers.ts';
import type { World } from './world.ts';

export interface FactFiles {
  facts?: string | undefined;
  addFacts?: string | undefined;
}

/** From an agreement's file. @throws BadInput with every refusal of its ledger. */
export function fromFile(fileOrId: string, { facts, addFacts }: FactFiles = {}): Dossier {
  if (facts && addFacts) throw new BadInput('--facts replaces the facts of the file and --add-facts adds to them: give one of the two.');
  const { file, agreement, facts: own } = loadAgreement(agreementFile(fileOrId));
  const base = facts ? loadFacts(facts, agreement) : own;
  const added = addFacts ? loadFacts(addFacts, agreement).filter(f => !base.some(known => isDeepStrictEqual(known, f))) : [];
  const { entries, refusals } = readLedger([...base, ...added], agreement);
  if (refusals.length) throw new BadInput(refusalsInWords(facts ?? addFacts ?? file, refusals));
  return { agreement, description: descriptionHash(agreement), entries };
}

export const refusalsInWords = (where: string, refusals: readonly Refusal[]): string =>
  [`${where}: ${refusals.length === 1 ? 'an entry is' : `${refusals.length} entries are`} refused`, ...refusals.map(refusalInWords)].join(
    '\n  ',
  );

export const refusalInWords = ({ message, basis }: Refusal): string => (basis === 'register' ? message : `${message} (${basis})`);

/** From the register. `knownOn`: with the description as it was known on that day. @throws BadInput when it is not there. */
export async function fromRegister(registers: Registers, id: string, knownOn?: CalendarDate): Promise<RegisterDossier> {
  return (await loadDossier(registers, id, knownOn)) ?? (await Promise.reject(new BadInput(await notKept(registers, id))));
}

/** What is said of an agreement that no register has. */
export async function notKept(registers: Registers, id: string): Promise<string> {
  const ids = await keptIds(registers);
  const near = ids.find(known => known.startsWith(id)) ?? nearest(id, ids);
  const hint = near ? ` Did you mean ${near}?` : '';
  return `The register in ${registers.home} has no agreement ${id}.${hint} What it has: npx servanda agreement list. To open one: npx servanda agreement open FILE.`;
}

export const keptIds = async (registers: Registers): Promise<string[]> =>
  [...(await registers.of(false).agreements()), ...(await registers.of(true).agreements())].sort();

/** Looks into the registers of a home, which must be there: reading makes no files. @throws NotAsAsked */
export async function inRegisters<T>(world: World, home: string | undefined, look: (registers: Registers) => Promise<T>): Promise<T> {
  const { homeFrom } = await import('../register/home.ts');
  const folder = homeFrom({ SERVANDA_HOME: home ?? world.process.env['SERVANDA_HOME'] });
  const databaseUrl = world.process.env['DATABASE_URL'] || undefined;
  if (!databaseUrl && !existsSync(join(folder, 'register.db')))
    throw new NotAsAsked(
      `There is no register in ${folder}: nothing has been opened there yet. Start the service with: npx servanda up (or name another folder: --home, SERVANDA_HOME).`,
    );
  return look(await registersOf(world, folder));
}

/**
 * What is found in each of the agreements named, or of all; what is `listed` is not looked for. One of all that can't be read or folded holds up no other: why is gathered,
 * and the command fails with it once the others are shown. One that is named fails at once.
 */
export async function inEach<T>(
  registers: Registers,
  named: readonly string[],
  look: (dossier: RegisterDossier) => readonly T[],
  listed?: (id: string) => readonly T[] | undefined,
): Promise<{ found: T[]; unread: string[] }> {
  const found: T[] = [];
  const unread: string[] = [];
  for (const id of named.length ? named : await keptIds(registers)) {
    try {
      found.push(...(listed?.(id) ?? look(await fromRegister(registers, id))));
    } catch (cause) {
      if (named.length || !(cause instanceof Error)) throw cause;
      unread.push(cause.message.startsWith(id) ? cause.message : `${id}: ${cause.message}`);
    }
  }
  return { found, unread };
}

/** @throws NotAsAsked when some could not be read: what was shown is not all there is */
export function failOfUnread(unread: readonly string[]): void {
  if (!unread.length) return;
  const which = unread.length === 1 ? 'One agreement is left out' : `${unread.length} agreements are left out`;
  throw new NotAsAsked([...unread, `${which} of this answer.`].join('\n'));
}

/** The legal today of an agreement. */
export const todayOf = (world: World, agreement: Agreement): CalendarDate => legalToday(world.now(), zonesOf(agreement));

export interface Days {
  asOf?: CalendarDate | undefined;
  knownOn?: CalendarDate | undefined;
  until?: CalendarDate | undefined;
}

/** Where it stands on a day; today when none is named. @throws BadInput when `until` comes before it. */
export function standingOf(source: Dossier, world: World, { asOf = todayOf(world, source.agreement), knownOn, until }: Days): Standing {
  if (until && until < asOf)
    throw new BadInput(`--until ${until} is before ${asOf}, the day to answer for. Name a later day, or an earlier --as-of.`);
  return standingOn(source, { asOf, knownOn, until });
}
