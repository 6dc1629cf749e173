/** The configuration is checked as a whole at the start: every mistake is listed, and none is fixed by guessing. */
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noKeys } from '../../secrets/keyring.ts';
import { readConfiguration, type Configuration } from '../../worker/configuration.ts';
import { ConfigurationError } from '../../worker/configuration-mistakes.ts';
import { sentenceOf } from '../support/failures.ts';

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'servanda-configuration-'))));
afterEach(() => rm(folder, { recursive: true }));

/** With a home of its own, so that no file of the user's is read. */
const read = (env: Record<string, string>): Configuration =>
  readConfiguration({ HOME: folder, XDG_CONFIG_HOME: folder, APPDATA: folder, ...env });

function mistakes(env: Record<string, string>): string[] {
  try {
    read(env);
  } catch (e) {
    if (e instanceof ConfigurationError)
      return sentenceOf(e)
        .split('\n')
        .slice(1)
        .map(line => line.trim());
    throw e;
  }
  return [];
}

describe('the configuration', () => {
  it('needs no variables: by default it is that of the embedded server', () => {
    expect(read({})).toEqual({
      home: resolve('.servanda'),
      log: { level: 'info', format: 'auto' },
      production: false,
      language: 'en',
      taskQueue: 'servanda',
      maxCachedWorkflows: undefined,
      mayCreate: true,
      port: 7233,
      uiPort: 8233,
      desk: { port: 8080, url: undefined, secret: undefined },
      delivery: {},
      secrets: { keys: noKeys, discreet: false, codec: { port: 8234 } },
      temporal: { namespace: 'default', connection: {} },
    });
  });

  it('treats an empty variable as not set', () => {
    expect(read({ SERVANDA_LOG: '', SERVANDA_PORT: '', TEMPORAL_ADDRESS: '' })).toEqual(read({}));
  });

  it('does not allow creation on a server that is not its own, unless it is set to', () => {
    expect(read({ TEMPORAL_ADDRESS: '127.0.0.1:7233' }).mayCreate).toBe(false);
    expect(read({ TEMPORAL_ADDRESS: '127.0.0.1:7233', SERVANDA_AUTO_CREATE: 'true' }).mayCreate).toBe(true);
    expect(read({ SERVANDA_AUTO_CREATE: '0' }).mayCreate).toBe(false);
  });

  it('can take address, namespace and TLS from the profile of Temporal’s own configuration file', async () => {
    const file = join(folder, 'temporal.toml');
    const profile = [
      '[profile.ministry]',
      'address = "temporal.example:7233"',
      'namespace = "treaties"',
      '[profile.ministry.tls]',
      'server_name = "temporal.example"',
    ];
    await writeFile(file, profile.join('\n'));
    const { temporal } = read({ TEMPORAL_CONFIG_FILE: file, TEMPORAL_PROFILE: 'ministry' });
    expect(temporal.namespace).toBe('treaties');
    expect(temporal.connection).toMatchObject({ address: 'temporal.example:7233', tls: { serverNameOverride: 'temporal.example' } });
    expect(
      read({ TEMPORAL_CONFIG_FILE: file, TEMPORAL_PROFILE: 'ministry', TEMPORAL_ADDRESS: '127.0.0.1:7' }).temporal.connection.address,
    ).toBe('127.0.0.1:7');
  });
});

describe('the configuration of delivery', () => {
  const secret = `whsec_${'a'.repeat(44)}`;

  it('consists of a server with a sender, and of a secret', () => {
    const env = { SERVANDA_SMTP_URL: 'smtps://me:pw@mail.example.test', SERVANDA_MAIL_FROM: 'Treaties <treaties@example.test>' };
    expect(read(env).delivery).toEqual({ mail: { url: env.SERVANDA_SMTP_URL, from: env.SERVANDA_MAIL_FROM } });
    expect(read({ SERVANDA_WEBHOOK_SECRET: secret }).delivery).toEqual({ webhookSecret: secret });
  });

  it.each([
    [{ SERVANDA_SMTP_URL: 'smtp://127.0.0.1' }, 'SERVANDA_MAIL_FROM: is missing, and SERVANDA_SMTP_URL is set: mail needs both'],
    [{ SERVANDA_MAIL_FROM: 'a@b.test' }, 'SERVANDA_SMTP_URL: is missing, and SERVANDA_MAIL_FROM is set: mail needs both'],
    [
      { SERVANDA_MAIL_FROM: 'nobody', SERVANDA_SMTP_URL: 'smtp://h' },
      'SERVANDA_MAIL_FROM=nobody: must be an address, such as Treaties <treaties@example.org>',
    ],
  ])('is a mistake if incomplete: %j', (env, said) => {
    expect(mistakes(env as Record<string, string>)).toEqual([said]);
  });

  it('does not repeat an invalid value that may contain a password', () => {
    expect(mistakes({ SERVANDA_WEBHOOK_SECRET: 'hunter2' })).toEqual([
      'SERVANDA_WEBHOOK_SECRET: must be whsec_ and 24 to 64 random bytes in Base64: openssl rand -base64 32',
    ]);
    expect(mistakes({ SERVANDA_SMTP_URL: 'http://me:hunter2@mail', SERVANDA_MAIL_FROM: 'a@b.test' })).toEqual([
      'SERVANDA_SMTP_URL: must be a URL such as smtps://name:password@mail.example.org',
    ]);
  });
});

describe('the configuration of secrets', () => {
  const key = Buffer.alloc(32, 'k').toString('base64');
  const keysFile = async (text: string, mode = 0o600): Promise<string> => {
    const file = join(folder, 'keys');
    await writeFile(file, text);
    await chmod(file, mode);
    return file;
  };

  it('consists of a file of keys, with a port, a token and hidden parties', async () => {
    const token = 'f'.repeat(64);
    const env = { SERVANDA_KEYS_FILE: await keysFile(`2026:${key}\n`), SERVANDA_HIDE_PARTIES: 'true', SERVANDA_CODEC_TOKEN: token };
    expect(read({ ...env, SERVANDA_CODEC_PORT: '9000' }).secrets).toMatchObject({
      keys: { ids: ['2026'] },
      discreet: true,
      codec: { port: 9000, token },
    });
  });

  it('has every mistake in the file of keys listed, and no key repeated', async () => {
    const file = await keysFile(`2026:${key}\n2026:${key}x\nnothing\n`);
    expect(mistakes({ SERVANDA_KEYS_FILE: file, SERVANDA_LOG: 'loud' })).toEqual([
      'SERVANDA_LOG=loud: must be one of trace, debug, info, warn, error, fatal, silent',
      `SERVANDA_KEYS_FILE=${file}: line 2: must be an id, a colon and 32 bytes in Base64, as npx servanda keys new prints it`,
      `SERVANDA_KEYS_FILE=${file}: line 3: must be an id, a colon and 32 bytes in Base64, as npx servanda keys new prints it`,
    ]);
    expect(mistakes({ SERVANDA_KEYS_FILE: await keysFile(`2026:${key}\n`, 0o644) })).toEqual([
      `SERVANDA_KEYS_FILE=${file}: is readable by others; only its owner may read it: chmod 600 FILE`,
    ]);
  });

  it('does not repeat a key given in place of its file, or under an unknown name', () => {
    expect(mistakes({ SERVANDA_KEYS_FILE: `2026:${key}` })).toEqual([
      'SERVANDA_KEYS_FILE: must be the path of a file with the keys, not a key',
    ]);
    expect(mistakes({ SERVANDA_KEYS: `2026:${key}` })[0]).toMatch(
      /^SERVANDA_KEYS: there is no such variable; there are .*SERVANDA_KEYS_FILE/,
    );
    expect(mistakes({ SERVANDA_CODEC_TOKEN: 'hunter2' })[0]).toMatch(/^SERVANDA_CODEC_TOKEN: must be at least 32/);
  });

  it('ignores hidden parties and a token if there are no keys', () => {
    const why = 'is set, and SERVANDA_KEYS_FILE is not: without keys everything is in clear anyway';
    expect(mistakes({ SERVANDA_HIDE_PARTIES: 'true', SERVANDA_CODEC_TOKEN: 'f'.repeat(64) })).toEqual([
      `SERVANDA_CODEC_TOKEN: ${why}`,
      `SERVANDA_HIDE_PARTIES: ${why}`,
    ]);
    expect(read({ SERVANDA_HIDE_PARTIES: 'false' }).secrets.discreet).toBe(false);
  });
});

describe('a configuration mistake', () => {
  const table: [string, string, string][] = [
    ['SERVANDA_LOG', 'loud', 'must be one of trace, debug, info, warn, error, fatal, silent'],
    ['SERVANDA_LOG_FORMAT', 'xml', 'must be one of json, pretty, auto'],
    ['SERVANDA_LANGUAGE', 'de', 'must be one of kk, az, ru, en'],
    ['SERVANDA_TASK_QUEUE', 'two words', 'must be 1 to 200 letters, digits, dots, hyphens or underscores'],
    ['SERVANDA_AUTO_CREATE', 'perhaps', 'must be one of true, false, 1, 0'],
    ['SERVANDA_MAX_CACHED_WORKFLOWS', '1', 'must be 0 (no cache), or 2 and more: Temporal has no cache of one'],
    ['SERVANDA_MAX_CACHED_WORKFLOWS', '-5', 'must be a whole number from 0 to 1000000'],
    ['SERVANDA_PORT', '65536', 'must be a whole number from 1 to 65535'],
    ['SERVANDA_UI_PORT', '0', 'must be a whole number from 1 to 65535'],
    ['SERVANDA_CODEC_PORT', '0', 'must be a whole number from 1 to 65535'],
    ['SERVANDA_HIDE_PARTIES', 'perhaps', 'must be one of true, false, 1, 0'],
    ['NODE_ENV', 'staging', 'must be one of development, production, test'],
    ['SERVANDA_HOEM', '/srv', 'there is no such variable; did you mean SERVANDA_HOME?'],
    ['TEMPORAL_ADDRESS', 'http://temporal', 'must be host:port, such as 127.0.0.1:7233'],
    ['TEMPORAL_TLS', 'yes', 'must be one of true, false, 1, 0'],
    ['TEMPORAL_CONFIG_FILE', '/nowhere.toml', 'must be a file that exists'],
    ['TEMPORAL_CONFIG_FILE', '/dev/zero', 'must be a file that exists'],
    ['TEMPORAL_TLS_SERVER_CA_CERT_PATH', '/dev/zero', 'must be a file that exists'],
  ];
  it.each(table)('in %s (%s) is reported with the given value and the allowed ones', (name, given, problem) => {
    expect(mistakes({ [name]: given })).toEqual([`${name}=${given}: ${problem}`]);
  });

  it('in a name unlike any other is answered with all names', () => {
    expect(mistakes({ SERVANDA_XYZ: '1' })[0]).toMatch(
      /^SERVANDA_XYZ=1: there is no such variable; there are SERVANDA_HOME, SERVANDA_CACHE, /,
    );
  });

  it('about a profile that does not exist is reported', () => {
    expect(mistakes({ TEMPORAL_PROFILE: 'gone' })).toEqual(["TEMPORAL_*: can’t be read (“Profile 'gone' not found in config data”)"]);
  });

  it('hides no other: all are listed at once', () => {
    const all = Object.fromEntries(table.map(([name, given]) => [name, given]));
    const names = mistakes(all).map(line => line.split('=')[0]);
    expect(new Set(names)).toEqual(new Set(Object.keys(all)));
    expect(names).toHaveLength(Object.keys(all).length);
  });
});
