/** An endless file wherever a command or the environment names one: refused, and not read until memory is full. */
import { afterAll, describe, expect, it } from 'vitest';
import { inProcess, temporaryFolder } from '../support/cli.ts';

const folder = temporaryFolder();
const key = folder.file('key', '{}');
const endless = '/dev/zero';
const env = { SERVANDA_HOME: folder.path, SERVANDA_OIDC_ISSUER: 'https://login.example.test', SERVANDA_OIDC_AUDIENCE: 'servanda' };

afterAll(() => folder.remove());

describe.skipIf(process.platform === 'win32')('an endless file', () => {
  it.each([
    ['agreement', 'check', endless],
    ['agreement', 'import', endless],
    ['timeline', endless],
    ['timeline', 'kz-az-2004-government-communications', '--facts', endless],
    ['identity', 'sign', 'agreement/x', 'record', '--file', endless],
    ['identity', 'exchange', endless],
    ['register', 'verify', '--head', endless],
    ['keys', 'verify', endless, '--public-key', key],
    ['keys', 'verify', key, '--public-key', endless],
  ])('passed as %s %s %s %s %s is reported as a fault of the input', async (...args) => {
    const { code, stderr } = await inProcess(args, { env });
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('\n') });
    expect(stderr).not.toMatch(/^ {4}at /m);
  });

  it.each(['SERVANDA_IDENTITY', 'TEMPORAL_CONFIG_FILE', 'SERVANDA_KEYS_FILE'])(
    'named by %s is a mistake, and commands that do not need it still work',
    async name => {
      const all = { ...env, [name]: endless };
      expect((await inProcess(['register', 'rebuild'], { env: all })).code).not.toBe(0);
      expect((await inProcess(['timeline', 'kz-az-2004-government-communications', '--as-of', '2028-02-01'], { env: all })).code).toBe(0);
    },
  );
});
