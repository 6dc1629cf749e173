/** What all parts of the client share: the caller, the language, the register and the service. Both are opened on first use. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '../clauses/calendar.ts';
import type { Language } from '../clauses/desk.ts';
import type { HeldIdentity } from '../identity/authority.ts';
import type { IdentityClaims } from '../identity/shapes.ts';
import type { Holder } from '../machines/rights.ts';
import { homeFrom } from '../register/home-folder.ts';
import type { Registers } from '../register/home.ts';
import { wordings } from '../wording/index.ts';
import type { Wording } from '../wording/wording.ts';
import type { Configuration } from '../worker/configuration.ts';
import { Unavailable } from './failures.ts';
import { userOf } from './person.ts';
import type { Service } from './service.ts';

/** Where the service is and who the caller is. What is left out is taken from the environment variables that the command line uses. */
export interface ClientOptions {
  /** The Temporal server, such as `127.0.0.1:7233`; by default TEMPORAL_ADDRESS, or the server of the `up` that runs on `home`. */
  address?: string;
  /** The Temporal namespace; by default TEMPORAL_NAMESPACE, or `default`. */
  namespace?: string;
  /** The folder of the register; by default SERVANDA_HOME, or `.servanda`. */
  home?: string;
  /** The register's database, if it is not in files in `home`; by default DATABASE_URL. */
  databaseUrl?: string;
  /** The identity that signs requests: a path or the content; by default SERVANDA_IDENTITY, or the person's identity in `home`. */
  identity?: string | HeldIdentity;
  /** The person who makes requests that name nobody; by default the person of the identity, or the operating system's user. */
  person?: string;
  /** The language of refusals, failures and labels; English by default. Data does not depend on it. */
  language?: Language;
  /** The environment; by default the process's. */
  env?: Readonly<Record<string, string | undefined>>;
  /** The clock; by default the system clock. */
  now?: () => Instant | Promise<Instant>;
  /** Called once for each identity that signs. */
  onSigned?: (identity: IdentityClaims) => void;
}

export interface Context {
  readonly home: string;
  /** True if the caller gave the home, which takes precedence over SERVANDA_HOME. */
  readonly isHomeGiven: boolean;
  readonly language: Language;
  readonly wording: Wording;
  readonly person: string;
  readonly identity: string | HeldIdentity | undefined;
  readonly onSigned: (identity: IdentityClaims) => void;
  /** The caller, if proved by something other than an identity held here. */
  readonly holder?: Holder | undefined;
  /** Where requests come from, for the security log; the command line by default. */
  readonly where?: 'desk' | undefined;
  /** The key that makes a request repeatable: a repeat returns the same answer and does nothing twice. */
  readonly repeatable?: string | undefined;
  now(): Instant | Promise<Instant>;
  /** @throws ConfigurationError */
  configuration(): Promise<Configuration>;
  /** True if there is a register here. */
  hasRegister(): boolean;
  /** The register, created if there is none. `reading`: opens it read-only, also where nothing can be written. */
  registers(how?: { reading?: boolean }): Promise<Registers>;
  /** The existing register; never creates files. @throws Unavailable if there is none */
  registersThere(): Promise<Registers>;
  /** The connection to Temporal. @throws Unavailable, with instructions to start it, if nothing runs */
  service(): Promise<Service>;
  /** Closes only the connection; the next call that needs it reconnects. */
  disconnect(): Promise<void>;
  close(): Promise<void>;
}

export function contextOf(options: ClientOptions = {}): Context {
  const env = environmentOf(options);
  const language = options.language ?? 'en';
  const home = homeFrom({ SERVANDA_HOME: env['SERVANDA_HOME'] });
  const databaseUrl = env['DATABASE_URL']?.trim() || undefined;
  const configuration = once(async () => {
    const { readConfiguration } = await import('../worker/configuration.ts');
    return readConfiguration(env);
  });
  let opened: Promise<Registers> | undefined;
  let connected: Promise<Service> | undefined;
  const context: Context = {
    home,
    isHomeGiven: Boolean(options.home),
    language,
    wording: wordings[language],
    person: options.person ?? userOf(options.identity ?? env['SERVANDA_IDENTITY'], env),
    identity: options.identity ?? (env['SERVANDA_IDENTITY'] || undefined),
    onSigned: options.onSigned ?? (() => {}),
    now: options.now ?? (() => Date.now()),
    configuration,
    hasRegister: () => Boolean(databaseUrl) || existsSync(join(home, 'register.db')),
    registers: (how = {}) => {
      opened ??= import('../register/home.ts').then(({ openRegisters }) => openRegisters(home, databaseUrl, how));
      return opened;
    },
    registersThere: async () => {
      if (!context.hasRegister()) throw noRegister(context, env['TEMPORAL_ADDRESS']);
      return context.registers({ reading: true });
    },
    service: () => {
      connected ??= Promise.all([import('./service.ts'), configuration()]).then(([{ connect }, config]) => connect(context, config));
      const connecting = connected;
      // The next call tries again to reach a service that was not running.
      connecting.catch(() => {
        if (connected === connecting) connected = undefined;
      });
      return connecting;
    },
    disconnect: () => {
      const service = connected;
      connected = undefined;
      return closed(service);
    },
    close: async () => {
      const registers = opened;
      opened = undefined;
      await context.disconnect();
      await closed(registers);
    },
  };
  return context;
}

/** The environment variables by which the command line is given the same options. */
function environmentOf({ address, namespace, home, databaseUrl, identity, env = process.env }: ClientOptions): NodeJS.ProcessEnv {
  const given = {
    TEMPORAL_ADDRESS: address,
    TEMPORAL_NAMESPACE: namespace,
    SERVANDA_HOME: home,
    DATABASE_URL: databaseUrl,
    SERVANDA_IDENTITY: typeof identity === 'string' ? identity : undefined,
  };
  return { ...env, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value)) };
}

const noRegister = ({ home, wording }: Context, address: string | undefined): Unavailable =>
  address
    ? new Unavailable('registerNeeded', { folder: home, address }, wording)
    : new Unavailable('noRegister', { folder: home }, wording);

/** A failure to open was already reported. */
const closed = async (opened: Promise<{ close(): Promise<void> }> | undefined): Promise<void> =>
  opened?.then(
    one => one.close(),
    () => {},
  );

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
