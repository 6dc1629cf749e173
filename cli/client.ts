/** The client of a command: acts for the person at the keyboard, in the language of the answer, and is closed when the command ends. */
import { contextOf as newContext, type Context } from '../client/context.ts';
import { servandaOn, type Servanda } from '../client/servanda.ts';
import { localDate } from '../clauses/calendar.ts';
import type { IdentityClaims } from '../identity/shapes.ts';
import type { Registers } from '../register/home.ts';
import type { Configuration } from '../worker/configuration.ts';
import type { CliContext } from './world.ts';

const contexts = new WeakMap<CliContext, Map<string, Context>>();

/** One client per home, shared within the command. `home`: the value of the flag. */
export function contextOf(world: CliContext, home: string | undefined): Context {
  const known = contexts.get(world) ?? new Map<string, Context>();
  contexts.set(world, known);
  const context = known.get(home ?? '') ?? contextFor(world, home);
  known.set(home ?? '', context);
  return context;
}

const contextFor = (world: CliContext, home: string | undefined): Context =>
  newContext({
    ...(home ? { home } : {}),
    env: world.process.env,
    person: world.user,
    language: world.words.language,
    now: () => world.now(),
    onSigned: claims => world.warn(formatSigner(claims, world)),
  });

export const servandaOf = (world: CliContext, home: string | undefined): Servanda => servandaOn(contextOf(world, home));

/** Opens the existing registers of a home; never creates files. @throws Unavailable if there are none */
export const inRegisters = async <T>(world: CliContext, home: string | undefined, look: (registers: Registers) => Promise<T>): Promise<T> =>
  look(await contextOf(world, home).registersThere());

/** Printed once per command: the person it acts for, and the identity that signs. */
function formatSigner({ sub, for: party, roles, jti, exp }: IdentityClaims, { words: { m, say, and, day, actsFor } }: CliContext): string {
  const until = day(localDate(exp * 1000, 'UTC'));
  return say(m.identity.used, { person: sub, actsFor: actsFor(party), roles: and(roles), id: jti, until });
}

/** The environment's configuration, with the home from a flag; `keeps`: for a process that stores data there. @throws ConfigurationError */
export async function configurationOf(world: CliContext, home: string | undefined, how: { keeps?: boolean } = {}): Promise<Configuration> {
  const { readConfiguration } = await import('../worker/configuration.ts');
  return readConfiguration({ ...world.process.env, ...(home ? { SERVANDA_HOME: home } : {}) }, how);
}

/** Call it when the command has ended. */
export async function closeClients(world: CliContext): Promise<void> {
  for (const context of contexts.get(world)?.values() ?? []) await context.close();
}
