/**
 * A webhook is sent over HTTPS to the public network, and elsewhere only if that address is allowed, even if a name has come to resolve to
 * another one.
 */
import { join } from 'node:path';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { webhookSignedWith, type WebhookBody } from '../delivery/webhook.ts';
import { isClosed, openAddresses, whyUrlNotAllowed } from '../delivery/webhook-addresses.ts';
import { refuseWebhooks } from '../client/opening.ts';
import { wordings } from '../wording/index.ts';
import { readConfiguration } from '../worker/configuration.ts';
import { testAgreement } from './support/test-agreement.ts';
import { descriptionHash } from '../dossier/description.ts';
import { detailOf, detailOfFailure } from '../delivery/detail.ts';
import { deskOf } from '../web/context.ts';
import type { Language } from '../clauses/desk.ts';
import { refuse } from '../machines/refusal.ts';
import { LinesMissing } from '../register/errors.ts';
import { failureIn } from '../wording/failures/sentence.ts';
import { refusalSentence } from '../wording/refusals/sentence.ts';
import type { Act } from '../machines/acts.ts';
import { openRegisters } from '../register/home.ts';
import type { Line } from '../register/types.ts';
import { inProcess, temporaryFolder } from './support/cli.ts';
import { appOf, browserOf } from './support/desk.ts';
import { enter } from './support/enter.ts';

const secret = `whsec_${Buffer.from('only for tests, on this machine!').toString('base64')}`;
const told = { type: 'servanda.act', agreement: 'a', recipient: 'r', id: 'x', act: {} } as unknown as WebhookBody;
let server: Server;
let calls: string[];
let port: number;
let answer: { status: number; headers?: Record<string, string> } = { status: 204 };

beforeAll(async () => {
  calls = [];
  server = createServer((request, response) => {
    calls.push(request.url!);
    request.resume().once('end', () => response.writeHead(answer.status, answer.headers).end());
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => new Promise(resolve => server.close(resolve)));

describe('an address for webhooks', () => {
  it.each([
    '127.0.0.1',
    '127.8.9.10',
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    'fd12:3456::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
  ])('%s is not on a public network', address => expect(isClosed(address)).toBe(true));

  it.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '192.167.1.1', '2606:4700::1111', '::ffff:8.8.8.8', '2a00:1450::1'])(
    '%s is public',
    address => expect(isClosed(address)).toBe(false),
  );

  it('inside this machine or its networks is refused however it is written in a URL', () => {
    const octet = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(
        fc.constantFrom([127], [10], [192, 168], [169, 254], [172, 20]),
        fc.array(octet, { minLength: 4, maxLength: 4 }),
        fc.nat(4),
        (begin, rest, form) => {
          const [a, b, c, e] = [...begin, ...rest].slice(0, 4) as [number, number, number, number];
          const whole = ((a << 24) | (b << 16) | (c << 8) | e) >>> 0;
          const written = [
            `${a}.${b}.${c}.${e}`,
            `${whole}`,
            `0x${whole.toString(16)}`,
            `${a}.${b}.${(c << 8) | e}`,
            `[::ffff:${a}.${b}.${c}.${e}]`,
          ][form]!;
          expect([written, whyUrlNotAllowed(`https://${written}/hook`, [])]).toEqual([written, 'closed']);
        },
      ),
      { seed: 15, numRuns: 500 },
    );
  });
});

describe('a webhook', () => {
  it.each([
    ['http://example.org/hook', 'http'],
    ['http://127.0.0.1/hook', 'http'],
    ['https://localhost/hook', 'closed'],
    ['https://a.localhost./hook', 'closed'],
    ['https://[::1]/hook', 'closed'],
    ['https://example.org/hook', undefined],
    ['https://8.8.8.8/hook', undefined],
  ])('to %s: %s', (url, why) => expect(whyUrlNotAllowed(url, [])).toBe(why));

  it.each([
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080/hook', true],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8081/hook', false],
    ['http://127.0.0.1', 'http://127.0.0.1:8081/hook', true],
    ['http://127.0.0.1', 'https://127.0.0.1/hook', false],
    ['https://10.0.0.5/', 'https://10.0.0.5:444/hook', true],
    ['http://[::1]', 'http://[::1]:7/hook', true],
    ['http://127.0.0.1', 'http://127.0.0.1.example.org/hook', false],
    ['http://127.0.0.1', 'http://127.0.0.1@example.org/hook', false],
  ])('if %s is allowed, to %s: %s', (named, url, may) => expect(whyUrlNotAllowed(url, [named]) === undefined).toBe(may));

  it('is refused when its agreement is opened, with what to configure', () => {
    const recipient = { id: 'program', name: 'A program', webhook: 'http://127.0.0.1:9/hook' };
    const agreement = testAgreement('hooked', { desk: { party: 'KZ', recipients: [recipient] } });
    expect(() => refuseWebhooks(wordings.en, { delivery: {} }, agreement)).toThrow(
      /program.*does not use https.*SERVANDA_WEBHOOK_ALLOW=http:\/\/127.0.0.1:9/,
    );
    expect(() => refuseWebhooks(wordings.en, { delivery: { webhookAllow: ['http://127.0.0.1:9'] } }, agreement)).not.toThrow();
  });

  it('is not sent to a forbidden address, and is sent if that address is allowed', async () => {
    const url = `http://127.0.0.1:${port}/hook`;
    await expect(webhookSignedWith(secret)(told, url, 'm', 0)).rejects.toThrow('delivery.notHttps');
    expect(calls).toEqual([]);
    expect(await webhookSignedWith(secret, [`http://127.0.0.1:${port}`])(told, url, 'm', 0)).toBe('HTTP 204');
    expect(calls).toEqual(['/hook']);
  });

  it('follows no redirect', async () => {
    calls = [];
    answer = { status: 307, headers: { location: `http://127.0.0.1:${port}/inside` } };
    await expect(webhookSignedWith(secret, ['http://127.0.0.1'])(told, `http://127.0.0.1:${port}/hook`, 'm', 0)).rejects.toThrow(
      'HTTP 307',
    );
    expect(calls).toEqual(['/hook']);
    answer = { status: 204 };
  });

  it('is not sent to a name that resolves to an internal address, whatever it resolved to before', async () => {
    calls = [];
    const answers = [
      [{ address: '203.0.114.7', family: 4 }],
      [
        { address: '203.0.114.7', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ],
      [{ address: '::1', family: 6 }],
    ];
    const resolve = ((_name: string, _options: object, callback: (failure: null, addresses: object[]) => void) =>
      callback(null, answers.shift()!)) as never;
    const lookup = openAddresses(resolve);
    const asked = (all: boolean) =>
      new Promise((done, fail) => lookup('hooks.example.org', { all }, (failure, address) => (failure ? fail(failure) : done(address))));
    expect(await asked(false)).toBe('203.0.114.7');
    await expect(webhookSignedWith(secret, [], lookup)(told, `https://hooks.example.org:${port}/hook`, 'm', 0)).rejects.toThrow(
      'delivery.closedName hooks.example.org 127.0.0.1',
    );
    await expect(asked(true)).rejects.toThrow('::1');
    expect(calls).toEqual([]);
  });
});

it.each(['127.0.0.1', 'http://', 'ftp://x', 'http://a/b', 'http://a b', 'http://a,', 'http://user@a'])(
  'SERVANDA_WEBHOOK_ALLOW=%s is a mistake',
  given => {
    expect(() => readConfiguration({ HOME: '/nowhere', SERVANDA_WEBHOOK_ALLOW: given })).toThrow(
      /"SERVANDA_WEBHOOK_ALLOW".*"webhookAllow"/,
    );
  },
);

it('the address of the desk is an HTTPS origin, or on this machine', () => {
  const read = (given: string) => readConfiguration({ HOME: '/nowhere', SERVANDA_DESK_URL: given });
  for (const given of ['http://desk.example.org', 'https://desk.example.org/servanda', 'https://desk.example.org/?x', 'desk.example.org'])
    expect(() => read(given), given).toThrow(/"SERVANDA_DESK_URL".*"deskUrl"/);
  for (const given of ['https://desk.example.org', 'https://desk.example.org:8443/', 'http://127.0.0.1:8080'])
    expect(read(given).desk.url).toBe(given);
});

describe('the outcome of a letter', () => {
  const folder = temporaryFolder();
  const home = join(folder.path, 'home');
  const ours = [
    detailOfFailure(new LinesMissing('posted', 'register.db', 5, 3).fault),
    detailOfFailure(refuse('unknownAgreement', { agreement: 'posted' })),
    detailOfFailure({ code: 'ofAnotherVersion' }),
  ];
  const details = [detailOf('cutOff'), detailOf('notHttps'), detailOf('closedName', 'hooks.example.org', '127.0.0.1'), 'HTTP 410', ...ours];

  beforeAll(async () => {
    const content = testAgreement('posted', { rehearsal: false });
    const registers = await openRegisters(home);
    const register = registers.of(false);
    const described = { type: 'described', id: 'description-1', hash: descriptionHash(content), content } as Line;
    await enter(register, 'posted', described, { by: 'desk', at: 1_700_000_000_000 });
    const act = { kind: 'announce', what: 'suspension', on: '2022-02-01', basis: 'art. 13', params: { from: '2022-02-01' } } as Act;
    const [line] = await register.perform('posted', [{ step: 'performed', body: act }], 1_700_000_000_000);
    for (const [i, detail] of details.entries()) {
      const letter = { outbox: line!.seq, recipient: `person-${i}`, way: 'webhook', became: i ? 'failed' : 'unknown', detail } as const;
      await register.delivered('posted', letter, 1_700_000_000_000);
    }
    const desk = { party: 'KZ', recipients: [{ id: 'hook', name: 'A program', webhook: 'https://hooks.example.org/' }] };
    const owing = testAgreement('owing', { rehearsal: false, desk });
    const first = { type: 'described', id: 'description-1', hash: descriptionHash(owing), content: owing } as Line;
    await enter(register, 'owing', first, { by: 'desk', at: 1_700_000_000_000 });
    await register.perform('owing', [{ step: 'performed', body: act }], 1_700_000_000_000);
    await registers.close();
  });
  afterAll(() => folder.remove());

  it('counts it as owed while no service runs to send it', async () => {
    const run = (...args: string[]) => inProcess(args, { env: { SERVANDA_HOME: home }, now: 1_700_000_060_000 });
    const waiting = 'One notification of owing is owed and not sent. No service is running to send it: npx servanda up.';
    expect(await run('deliveries', 'owing')).toMatchObject({ code: 1, stdout: '', stderr: `${waiting}\n` });
    expect((await run('deliveries')).stderr).toContain(waiting);
    expect((await run('agreement', 'show', 'owing')).stderr).toContain(waiting);
  });

  it.each([
    [
      'en',
      'it may have arrived.',
      'not https, and not listed in SERVANDA_WEBHOOK_ALLOW',
      'hooks.example.org is 127.0.0.1, an address outside',
    ],
    ['ru', 'возможно, оно дошло.', 'не по https, и SERVANDA_WEBHOOK_ALLOW', 'hooks.example.org – это 127.0.0.1'],
    ['kk', 'ол жеткен болуы мүмкін.', 'https арқылы емес, ал SERVANDA_WEBHOOK_ALLOW', 'hooks.example.org – 127.0.0.1'],
    ['az', 'çatmış ola bilər.', 'https ilə deyil və SERVANDA_WEBHOOK_ALLOW', 'hooks.example.org – 127.0.0.1'],
  ])('is given in %s, with the other side’s answer unchanged', async (language, ...said) => {
    const { code, stdout } = await inProcess(['deliveries', 'posted', '--json', '--language', language], { env: { SERVANDA_HOME: home } });
    expect(code).toBe(1);
    const letters = JSON.parse(stdout) as { detail: string; words: string }[];
    expect(letters.map(l => l.detail)).toEqual(details);
    for (const [i, words] of [...said, 'HTTP 410'].entries()) expect(letters[i]!.words).toContain(words);
    const w = wordings[language as Language];
    const inLanguage = [
      failureIn(new LinesMissing('posted', 'register.db', 5, 3), w),
      refusalSentence(refuse('unknownAgreement', { agreement: 'posted' }), w),
      'delivery.failure {"code":"ofAnotherVersion"}',
    ];
    expect(letters.slice(-3).map(l => l.words)).toEqual(inLanguage);
  });

  it('is shown at the desk, as are people whom no letter reaches', async () => {
    const desk = deskOf({ service: { home, env: {} } });
    const browser = await browserOf(appOf(desk));
    const [agreement, letters] = [
      await (await browser.get('/agreements/posted')).text(),
      await (await browser.get('/agreements/posted/letters')).text(),
    ];
    const unreached =
      'The last letter to person-3 by webhook was given up on 14\u00a0Nov\u00a02023, 22:13\u00a0UTC: “HTTP 410”. Nothing has reached them since.';
    for (const page of [agreement, letters]) expect(page).toContain(unreached);
    expect(agreement).not.toContain('person-0');
    expect(agreement.match(/was given up/g)).toHaveLength(details.length - 1);
    expect(letters.match(/<tr>/g)).toHaveLength(1 + details.length);
    expect(letters).toContain('it may have arrived.');
    const inKazakh = await (await browser.get('/agreements/posted/letters?lang=kk')).text();
    expect(inKazakh).toContain('person-3, вебхукпен, жауабы: «HTTP 410»');
    await desk.close();
  });
});
