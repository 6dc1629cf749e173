/** The configuration of the process from its environment: validated as a whole at startup, with every mistake listed. */
import { resolve } from 'node:path';
import type { NativeConnectionOptions } from '@temporalio/worker';
import { z } from 'zod';
import { nearest } from '../agreements/nearest.ts';
import { isText } from '../machines/limits.ts';
import { languages, type Language } from '../clauses/desk.ts';
import { ConfigurationError, type ConfigurationFault, type Mistake, type Unfit } from './configuration-mistakes.ts';
import { readConnection } from './connection.ts';
import { homeMistakes } from './home-check.ts';
import { isSafeIssuer, type OidcIssuer } from '../identity/oidc.ts';
import { codecTokenVariable, keysFileVariable, readSecrets, signingKeyFileVariable, type Secrets } from './secrets.ts';

const numberBetween = (least: number, most: number) =>
  z
    .string()
    .refine(given => /^\d{1,9}$/.test(given) && Number(given) >= least && Number(given) <= most, { params: { least, most } })
    .transform(Number);

/** The message lists the words in their order; zod's own enumeration moves those that look like numbers to the front. */
const oneOf = <const T extends readonly [string, ...string[]]>(words: T) => z.enum(words, { error: words.join() });
const yesOrNo = oneOf(['true', 'false', '1', '0']).transform(word => word === 'true' || word === '1');
const unfit = (error: Unfit): { error: Unfit } => ({ error });

/** No system supports longer paths, or longer names in them. */
const path = z.string().refine(given => given.length <= 4_000 && given.split('/').every(name => Buffer.byteLength(name) <= 255), {
  error: 'pathTooLong' satisfies Unfit,
});

/** A scheme and a host with an optional port, nothing more. */
const isOrigin = (given: string): boolean => /^https?:\/\/[^\s/?#@]+\/?$/.test(given) && URL.canParse(given);

const prefix = 'SERVANDA_';
/** Our variables without the prefix, shared with other programs. */
const others = ['NODE_ENV', 'DATABASE_URL'];

/** Everything that servanda reads from the environment except Temporal's own variables. */
const variables = z.strictObject({
  SERVANDA_HOME: path.default('.servanda'),
  /** Read by the server locator. */
  SERVANDA_CACHE: path.optional(),
  SERVANDA_LOG: oneOf(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  SERVANDA_LOG_FORMAT: oneOf(['json', 'pretty', 'auto']).default('auto'),
  SERVANDA_TASK_QUEUE: z
    .string()
    .regex(/^[\w.-]{1,200}$/, unfit('taskQueue'))
    .default('servanda'),
  /** The language of summaries and details in the Temporal UI. */
  SERVANDA_LANGUAGE: oneOf(languages).default('en'),
  SERVANDA_AUTO_CREATE: yesOrNo.optional(),
  SERVANDA_MAX_CACHED_WORKFLOWS: numberBetween(0, 1_000_000)
    .refine(n => n !== 1, unfit('cacheOfOne'))
    .optional(),
  SERVANDA_PORT: numberBetween(1, 65_535).default(7233),
  SERVANDA_UI_PORT: numberBetween(1, 65_535).default(8233),
  SERVANDA_DESK_PORT: numberBetween(1, 65_535).default(8080),
  /** The desk's address as seen by browsers, if it differs from the one it listens on. */
  SERVANDA_DESK_URL: z
    .url({ protocol: /^https?$/, ...unfit('deskUrl') })
    .refine(url => isSafeIssuer(url) && new URL(url).href === `${new URL(url).origin}/`, unfit('deskUrl'))
    .optional(),
  SERVANDA_SMTP_URL: z.url({ protocol: /^smtps?$/, ...unfit('smtpUrl') }).optional(),
  SERVANDA_MAIL_FROM: z
    .string()
    .regex(/^[^<>\r\n]*<?[^\s<>@]+@[^\s<>@]+>?$/, unfit('mailFrom'))
    .optional(),
  SERVANDA_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/, unfit('webhookSecret'))
    .optional(),
  /** Allowed targets of webhooks over http or inside this machine or its network. */
  SERVANDA_WEBHOOK_ALLOW: z
    .string()
    .transform(given => given.split(',').map(one => one.trim()))
    .refine(all => all.every(isOrigin), unfit('webhookAllow'))
    .optional(),
  /** The register in a PostgreSQL database instead of files in the home folder. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, ...unfit('databaseUrl') }).optional(),
  /** The file with an identity: of the person who makes requests, or of the service. */
  SERVANDA_IDENTITY: path.optional(),
  SERVANDA_OIDC_ISSUER: z
    .url({ protocol: /^https?$/, ...unfit('issuerUrl') })
    .refine(isSafeIssuer, unfit('issuerPlain'))
    .optional(),
  SERVANDA_OIDC_AUDIENCE: z.string().optional(),
  SERVANDA_OIDC_PERSON: z.string().default('sub'),
  /** The desk's client secret, if the issuer requires one. */
  SERVANDA_OIDC_SECRET: z.string().max(500).optional(),
  SERVANDA_KEYS_FILE: keysFileVariable,
  SERVANDA_SIGNING_KEY_FILE: signingKeyFileVariable,
  SERVANDA_HIDE_PARTIES: yesOrNo.default(false),
  SERVANDA_CODEC_PORT: numberBetween(1, 65_535).default(8234),
  SERVANDA_CODEC_TOKEN: codecTokenVariable,
  NODE_ENV: oneOf(['development', 'production', 'test']).default('development'),
});

export interface Configuration {
  /** The folder of the register and of the embedded server. */
  home: string;
  /** The location of the register if it is not in files of the home folder. */
  databaseUrl: string | undefined;
  log: { level: z.infer<typeof variables>['SERVANDA_LOG']; format: z.infer<typeof variables>['SERVANDA_LOG_FORMAT'] };
  production: boolean;
  /** The language of summaries and details in the Temporal UI; affects nothing else. */
  language: Language;
  taskQueue: string;
  maxCachedWorkflows: number | undefined;
  /** Whether servanda may create the namespace and search attributes; by default only on the embedded server. */
  mayCreate: boolean;
  /** Ports of the embedded server. */
  port: number;
  uiPort: number;
  /** The desk's port, its address for browsers, and its client secret. */
  desk: { port: number; url: string | undefined; secret: string | undefined };
  /** How letters are sent; empty if nothing is configured. */
  delivery: { mail?: { url: string; from: string }; webhookSecret?: string; webhookAllow?: readonly string[] };
  secrets: Secrets;
  /** The file with the identity of this process, if configured. */
  identity: string | undefined;
  /** The issuer whose tokens are exchanged for identities, if configured. */
  oidc: OidcIssuer | undefined;
  /** The connection to Temporal; without an address, the embedded server is started. */
  temporal: { namespace: string; connection: NativeConnectionOptions };
}

/** `keeps`: also requires that the process can write to the home. @throws ConfigurationError listing every mistake */
export function readConfiguration(env: NodeJS.ProcessEnv = process.env, { keeps = false } = {}): Configuration {
  const set = Object.fromEntries(Object.entries(env).filter((pair): pair is [string, string] => Boolean(pair[1])));
  const ours = Object.fromEntries(Object.entries(set).filter(([name]) => name.startsWith(prefix) || others.includes(name)));
  const parsed = variables.safeParse(ours);
  const notText = Object.keys(ours).filter(name => !isText(ours[name]!));
  const temporal = readConnection(set);
  const { secrets, mistakes: ofSecrets } = readSecrets(ours, parsed.data);
  const issues = parsed.error?.issues ?? [];
  const mistakes = [
    ...notText.map(name => ({ name, fault: { code: 'notText' as const } })),
    ...issues.flatMap(issue => mistakesOf(issue, ours)),
    ...mailMistakes(ours),
    ...oidcMistakes(ours),
    ...ofSecrets,
    ...temporal.mistakes,
    ...(keeps ? homeMistakes(resolve(ours['SERVANDA_HOME'] ?? '.servanda')) : []),
  ];
  if (!parsed.success || mistakes.length > 0) throw new ConfigurationError(mistakes);

  const v = parsed.data;
  return {
    home: resolve(v.SERVANDA_HOME),
    databaseUrl: v.DATABASE_URL,
    log: { level: v.SERVANDA_LOG, format: v.SERVANDA_LOG_FORMAT },
    production: v.NODE_ENV === 'production',
    language: v.SERVANDA_LANGUAGE,
    taskQueue: v.SERVANDA_TASK_QUEUE,
    maxCachedWorkflows: v.SERVANDA_MAX_CACHED_WORKFLOWS,
    mayCreate: v.SERVANDA_AUTO_CREATE ?? temporal.connection.address === undefined,
    port: v.SERVANDA_PORT,
    uiPort: v.SERVANDA_UI_PORT,
    desk: { port: v.SERVANDA_DESK_PORT, url: v.SERVANDA_DESK_URL, secret: v.SERVANDA_OIDC_SECRET },
    delivery: deliveryOf(v),
    secrets,
    identity: v.SERVANDA_IDENTITY,
    oidc: oidcOf(v),
    temporal: { namespace: temporal.namespace, connection: temporal.connection },
  };
}

function deliveryOf(v: z.infer<typeof variables>): Configuration['delivery'] {
  const {
    SERVANDA_SMTP_URL: url,
    SERVANDA_MAIL_FROM: from,
    SERVANDA_WEBHOOK_SECRET: webhookSecret,
    SERVANDA_WEBHOOK_ALLOW: webhookAllow,
  } = v;
  return {
    ...(url && from ? { mail: { url, from } } : {}),
    ...(webhookSecret ? { webhookSecret } : {}),
    ...(webhookAllow ? { webhookAllow } : {}),
  };
}

function oidcOf(v: z.infer<typeof variables>): OidcIssuer | undefined {
  const { SERVANDA_OIDC_ISSUER: issuer, SERVANDA_OIDC_AUDIENCE: audience, SERVANDA_OIDC_PERSON: person } = v;
  return issuer && audience ? { issuer, audience, person } : undefined;
}

/** Mail needs a server and a sender. */
const mailMistakes = (env: Record<string, string>): Mistake[] => bothOf(env, 'SERVANDA_SMTP_URL', 'SERVANDA_MAIL_FROM', 'mail');
const oidcMistakes = (env: Record<string, string>): Mistake[] => bothOf(env, 'SERVANDA_OIDC_ISSUER', 'SERVANDA_OIDC_AUDIENCE', 'tokens');

function bothOf(env: Record<string, string>, one: string, another: string, what: 'mail' | 'tokens'): Mistake[] {
  if (Boolean(env[one]) === Boolean(env[another])) return [];
  const [other, name] = env[one] ? [one, another] : [another, one];
  return [{ name, fault: { code: 'halfMissing', other, what } }];
}

/** Never prints values that may hold a password or key, including those of misspelt variables with similar names. */
const isSecret = (name: string): boolean => /URL|SECRET|TOKEN|KEY|PASS/.test(name);
const given = (name: string, env: Record<string, string>): Pick<Mistake, 'given'> => (isSecret(name) ? {} : { given: env[name]! });

function mistakesOf(issue: z.core.$ZodIssue, env: Record<string, string>): Mistake[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map(name => ({ name, ...given(name, env), fault: unknownVariable(name) }));
  const name = String(issue.path[0]);
  return [{ name, ...given(name, env), fault: faultOf(issue) }];
}

function faultOf(issue: z.core.$ZodIssue): ConfigurationFault {
  if (issue.code === 'invalid_value') return { code: 'oneOf', known: issue.message.split(',') };
  if (issue.code === 'custom' && issue.params) return { code: 'wholeNumber', ...(issue.params as { least: number; most: number }) };
  return { code: issue.message as Unfit };
}

function unknownVariable(name: string): ConfigurationFault {
  const known = Object.keys(variables.shape);
  // Compare without the common prefix, which would make all names similar.
  const near = nearest(
    name.slice(prefix.length),
    known.filter(n => n.startsWith(prefix)).map(n => n.slice(prefix.length)),
  );
  return { code: 'unknownVariable', near: near ? `${prefix}${near}` : null, known };
}
