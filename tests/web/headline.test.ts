/** The first two sentences of an agreement's page name the nearest day by which something can be done, and what silence brings. */
import { afterAll, describe, expect, it } from 'vitest';
import { addDays, type CalendarDate } from '../../clauses/calendar.ts';
import { headlineOf } from '../../client/headline.ts';
import { given, on } from '../law/setup.ts';
import { inProcess } from '../support/cli.ts';
import { deskOver } from '../support/desk.ts';
import { keepIn } from '../support/register-of.ts';
import { inForceFrom } from '../support/test-agreement.ts';

const periods = (more: object) => ({ duration: { kind: 'periods', article: 'art. 5', first: 'P20Y', ...more } });
const renewed = { renewal: { kind: 'automatic', length: 'P5Y' } };
const fixedDays = { termination: { when: 'onFixedDays', article: 'art. 6', days: ['12-31'], notice: 'P6M' } };
const barred = (more: object = {}) => ({
  termination: { when: 'afterFirstPeriod', article: 'art. 6', bars: 'giving', notice: 'P6M', ...more },
});
const agreement = (id: string, clauses: object) => ({ ...given(clauses), id, rehearsal: false });
const facts = inForceFrom('2020-09-15');

const today = Date.UTC(2026, 10, 30, 9);
const kept = await deskOver(
  home =>
    keepIn(home, [
      { content: agreement('way-out', { ...periods({ renewal: { kind: 'none' } }), ...fixedDays }), facts },
      { content: agreement('not-yet', { ...periods(renewed), ...barred() }), facts },
      { content: agreement('unending', { duration: { kind: 'indefinite', article: 'art. 5' }, ...barred({ barredFor: 'P9Y' }) }), facts },
      { content: agreement('silence', { ...periods(renewed), termination: undefined }), facts },
    ]),
  today,
);
const browser = await kept.browser();
afterAll(() => kept.remove());
const headlineIn = async (id: string, language: string): Promise<string> => {
  const page = await (await browser.get(`/agreements/${id}?lang=${language}`)).text();
  const [, answer] = /<div class="answer">(.*?)<\/div>/s.exec(page)!;
  return answer!
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
};

it('a fixed-day way out that comes before the expiry is named first, and the expiry after it', async () => {
  const said = await headlineIn('way-out', 'en');
  expect(said).toContain('Send by 16 Jun 2027 (in 198 days) to end it on 31 Dec 2027');
  expect(said).toContain(
    'A notice received by 30 Jun 2027 ends it on 31 Dec 2027 on every reading (art. 6). In force until at least 14 Sep 2040',
  );
  expect(said).toContain('It expires unless the Parties agree to renew it (art. 5).');
  expect(said).not.toContain('Silence');
});

it('once the last way out before it is past, the expiry is named first', () => {
  const codes = ['2040-05-31', '2040-07-01'].map(day => headlineOf(on(day, facts, given({ ...periods({ renewal: { kind: 'none' } }), ...fixedDays }))).code); // prettier-ignore
  expect(codes).toEqual(['expires', 'expires']);
  const before = headlineOf(on('2039-06-30', facts, given({ ...periods({ renewal: { kind: 'none' } }), ...fixedDays })));
  expect(before).toMatchObject({ code: 'sendToEnd', lastDay: '2039-12-31', end: { code: 'expires', lastDay: '2040-09-14' } });
});

it.each([
  [
    'en',
    'Silence renews the agreement; a notice of termination may be given only from 16 Sep 2040 (art. 6).',
    'A notice of termination may be given only from 16 Sep 2029 (art. 6).',
  ],
  [
    'ru',
    'При молчании соглашение продлевается; уведомление о прекращении можно направить лишь с 16 сентября 2040 (ст. 6).',
    'Уведомление о прекращении можно направить лишь с 16 сентября 2029 (ст. 6).',
  ],
  [
    'kk',
    'Үнсіздік жағдайында келісім ұзартылады; тоқтату туралы хабарламаны 2040 жылғы 16 қыркүйек күнінен бастап қана беруге болады',
    'Тоқтату туралы хабарламаны 2029 жылғы 16 қыркүйек күнінен бастап қана беруге болады',
  ],
  [
    'az',
    'Sükut edildikdə saziş uzadılır; xitam haqqında bildiriş yalnız 16 sentyabr 2040 tarixindən verilə bilər',
    'Xitam haqqında bildiriş yalnız 16 sentyabr 2029 tarixindən verilə bilər',
  ],
])(
  'an agreement that may not be denounced yet says in %s from when notice may be given, and whether silence renews it',
  async (language, periodic, unending) => {
    // prettier-ignore
    expect(await headlineIn('not-yet', language)).toContain(periodic);
    expect(await headlineIn('unending', language)).toContain(unending);
  },
);

it.each([
  ['not-yet', '16 Sep 2040'],
  ['unending', '16 Sep 2029'],
])('agreement show %s says from when notice may be given', async (id, day) => {
  const { stdout } = await inProcess(['agreement', 'show', id], { now: today, env: { SERVANDA_HOME: kept.home } });
  expect(stdout.replaceAll(/\s+/g, ' ')).toContain(`A notice of termination may be given only from ${day} (`);
});

it('an agreement that no notice ends says that silence renews it', async () => {
  expect(await headlineIn('silence', 'en')).toMatch(/period 1.* Silence renews the agreement \(art. 5\)\.$/);
});

describe('the first day on which a notice may be given', () => {
  it.each([
    ['of the first period', barred()],
    ['of a time from entry into force', barred({ barredFor: 'P9Y' })],
  ])('is the day after the end %s: a notice has effect on every reading from that day, and on none two days before', (_, clause) => {
    const clauses = given({ ...periods({ ...renewed, first: 'P8Y' }), ...clause });
    const headline = headlineOf(on('2026-11-30', facts, clauses));
    const day = (headline.code === 'stands' && headline.noticeFrom?.day) as CalendarDate;
    const noticeOn = (received: string) => on(received, [...facts, { id: 't', type: 'termination.notified', by: 'AZ', received }], clauses);
    expect(noticeOn(day)).toMatchObject({ certain: true, termination: { cause: 'notice' } });
    expect(noticeOn(day).termination!.alternatives.every(a => a.firstDayOut !== null)).toBe(true);
    expect(noticeOn(addDays(day, -2)).termination).toBeNull();
    expect(on(day, facts, clauses).noticeFrom).toBeUndefined();
  });
});
