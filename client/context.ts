/** What every part of the client works with: who asks, in which language, where the register and the service are. Both are opened when they are first needed. */
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

/** Where the service is and who asks. What is not given is taken from the environment, by the variables of the command line. */
export interface ClientOptions {
  /** The address of the Temporal server, such as `127.0.0.1:7233`; else TEMPORAL_ADDRESS, or that of the `up` that runs on the home. */
  address?: string;
  /** Its namespace; else TEMPORAL_NAMESPACE, or `default`. */
  namespace?: string;
  /** The folder in which the service keeps its register; else SERVANDA_HOME, or `.servanda`. */
  home?: string;
  /** The database of the register, where it is not in the files of the home; else DATABASE_URL. */
  databaseUrl?: string;
  /** The identity that signs requests: its file, or what stands in it; else SERVANDA_IDENTITY, or that of the person in the home. */
  identity?: string | HeldIdentity;
  /** Who asks, where a request names nobody; else the person of the identity, or the user of the machine. */
  person?: string;
  /** The language of refusals, failures and labels; English by default. Data is the same in every language. */
  language?: Language;
  /** The environment; that of the process by default. */
  env?: Readonly<Record<string, string | undefined>>;
  /** The clock; that of the machine by default. */
  now?: () => Instant | Promise<Instant>;
  /** Called once for each identity that signs. */
  onSigned?: (identity: IdentityClaims) => void;
}

export interface Context {
  readonly home: string;
  readonly language: Language;
  readonly wording: Wording;
  readonly person: string;
  readonly identity: string | HeldIdentity | undefined;
  readonly onSigned: (identity: IdentityClaims) => void;
  /** Who asks, where that was proved elsewhere than by an identity held here. */
  readonly holder?: Holder | undefined;
  /** Where it is asked, for the security log; at the command line by default. */
  readonly where?: 'desk' | undefined;
  /** Under which one request may be repeated: the same answer is given, and nothing is done twice. */
  readonly repeatable?: string | undefined;
  now(): Instant | Promise<Instant>;
  /** @throws ConfigurationError */
  configuration(): Promise<Configuration>;
  /** Whether there is a register here. */
  hasRegister(): boolean;
  /** The register, made where there is none; `reading`: to read, also where nothing can be written. */
  registers(how?: { reading?: boolean }): Promise<Registers>;
  /** The register, which must be there: reading makes no files. @throws Unavailable */
  registersThere(): Promise<Registers>;
  /** The connection to Temporal. @throws Unavailable when nothing runs, saying how to start it */
  service(): Promise<Service>;
  /** Closes the connection alone; what needs it later connects again. */
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
      // A service that was not there is looked for again.
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

/** The environment variables that say the same to the command line. */
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

/** What could not be opened has been said. */
const closed = async (opened: Promise<{ close(): Promise<void> }> | undefined): Promise<void> =>
  opened?.then(
    one => one.close(),
    () => {},
  );

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
