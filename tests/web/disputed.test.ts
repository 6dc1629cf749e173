/** Where the readings differ, pages never state one result as certain: neither that it is over, nor on which day something ends. */
import { afterAll, expect, it } from 'vitest';
import { loadAgreement, loadFacts } from '../../agreements/load.ts';
import { languages } from '../../clauses/desk.ts';
import { headlineOf } from '../../client/headline.ts';
import { given, inForceOn, sentAhead } from '../law/setup.ts';
import { inProcess } from '../support/cli.ts';
import { deskOver } from '../support/desk.ts';
import { keepIn } from '../support/register-of.ts';

const { agreement } = loadAgreement('docs/rehearsal.yaml');
const signed = loadFacts('docs/rehearsal-facts.yaml', agreement).filter(f => ['s', 'n1', 'n2'].includes(f.id));
const notice = (received: string) => ({ id: 't1', type: 'termination.notified', by: 'AZ', received });
const charge = loadAgreement('agreements/ch-de-2004-heavy-vehicle-charge.yaml');
const military = loadAgreement('agreements/jp-kr-2016-military-information.yaml');
const bounded = loadAgreement('agreements/at-us-2010-proceeds-of-crime.yaml');
/** A protocol of 2028 with a notice of a year, from 1 June. */
const longerNotice = [
  { id: 'p2s', type: 'protocol.signed', protocol: 'p2', on: '2027-10-01', changes: { noticeBefore: 'P1Y', from: '2028-06-01' } },
  ...['KZ', 'AZ'].map(by => ({ id: `p2${by}`, type: 'protocol.completion.notified', protocol: 'p2', by, received: '2027-12-01' })),
];
const laterTreaty = { id: 'x', type: 'superseded', on: '2028-01-01', laterTreaty: 'The next', firstDayOut: '2030-01-01' };
const revokedLate = [notice('2028-12-01'), { id: 'r1', type: 'termination.revoked', by: 'AZ', of: 't1', received: '2029-04-01' }];
/** In force since signature; a notice of six months ends it only on 28 February. */
const leaving = (id: string, duration: object) => ({
  ...given({
    entryIntoForce: { on: 'signature', article: 'art. 5' },
    duration,
    termination: { when: 'onFixedDays', article: 'art. 6', days: ['02-28'], notice: 'P6M' },
  }),
  id,
  rehearsal: false,
});
const yearly = {
  ...sentAhead(),
  id: 'yearly',
  rehearsal: false,
};
const kept = await deskOver(
  home =>
    keepIn(home, [
      { content: { ...agreement, id: 'late' }, facts: [...signed, notice('2025-03-20')] },
      { content: { ...agreement, id: 'long-over' }, facts: [...signed, notice('2014-03-20')] },
      { content: { ...agreement, id: 'longer-notice' }, facts: [...signed, ...longerNotice] },
      { content: { ...agreement, id: 'replaced' }, facts: [...signed, laterTreaty] },
      { content: { ...agreement, id: 'revoked-late' }, facts: [...signed, ...revokedLate] },
      { content: charge.agreement, facts: charge.facts },
      { content: military.agreement, facts: military.facts },
      { content: bounded.agreement, facts: bounded.facts },
      { content: leaving('short-month', { kind: 'indefinite', article: 'art. 5' }), facts: [signed[0]!] },
      { content: yearly, facts: inForceOn('2024-01-10') },
      {
        content: leaving('ending', { kind: 'indefinite', article: 'art. 5' }),
        facts: [signed[0]!, notice('2026-08-03')],
      },
      {
        content: leaving('half-years', { kind: 'periods', article: 'art. 5', first: 'P2Y', renewal: { kind: 'automatic', length: 'P2Y' } }),
        facts: [signed[0]!],
      },
    ]),
  Date.UTC(2026, 10, 30, 9),
);
const browser = await kept.browser();
afterAll(() => kept.remove());
const textOf = async (path: string) =>
  (await (await browser.get(path)).text())
    .replaceAll(/<svg.*?<\/svg>/gs, '')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/\s+/g, ' ');
const standing = (id: string, asOf?: string) => kept.desk.asker({ person: 'officer', language: 'en' }).servanda.standing(id, { asOf });

it('an agreement that is over only on the default reading is shown as disputed, with its fan', async () => {
  const page = await textOf('/agreements/late');
  expect(page).toContain('Terminated, disputed. As of 30 Nov 2026.');
  expect(page).toContain('Disputed: in force or not after 19 Sep 2025');
  expect(page).toMatch(/Disputed: ?last day in force on other readings: 20 Sep 2025, 14 Sep 2029 or 15 Sep 2029/);
  expect(page).toContain('On other readings it may still be in force');
  expect(page).toContain('Fan of readings');
  expect(page).not.toContain('Nothing: the agreement is over.');
  for (const language of languages) expect((await browser.get(`/agreements/late?lang=${language}`)).status).toBe(200);
});

it('an agreement is shown as disputed as long as some reading keeps it in force, and no longer', async () => {
  for (const asOf of ['2025-03-20', '2025-09-19', '2025-09-21', '2029-09-14', '2029-09-15'])
    expect([asOf, headlineOf(await standing('late', asOf)).code]).toEqual([asOf, 'ends']);
  expect(headlineOf(await standing('late', '2029-09-16')).code).toBe('stands');
  const page = await textOf('/agreements/long-over?lang=en');
  expect(page).toContain('Nothing: the agreement is over.');
  expect(page).not.toContain('Disputed: in force or not');
  expect(page).toContain('Why 19 Sep 2014');
});

it('a notice that ends it on a fixed day is due by one day, and ends it on another', async () => {
  const page = await textOf('/agreements/ch-de-2004-heavy-vehicle-charge?lang=en');
  expect(page).toContain('Send by 17 Dec 2026 (in 17 days) to end it on 31 Dec 2028');
  expect(page).toContain('A notice received by 31 Dec 2026 ends it on 31 Dec 2028 on every reading (art.');
});

it('between two readings the page gives the day from which a notice is certain, and until which it still ends it sooner on some', async () => {
  const at = (day: string, language = 'en') => textOf(`/agreements/short-month?as-of=${day}&lang=${language}`);
  const page = await at('2026-08-29');
  expect(page).toContain('A notice received from 1 Sep 2026 to 28 Aug 2027 ends it on 28 Feb 2028 on every reading (art. 6).');
  expect(page).toContain(
    'Received by 31 Aug 2026, it still ends the agreement sooner on some readings, on 28 Feb 2027. Silence renews nothing.',
  );
  for (const [language, says] of [
    ['ru', /не позднее 31 августа 2026, оно .* раньше, 28 февраля 2027/],
    ['kk', /ертерек, 2027/],
    ['az', /daha tez, 28 fevral 2027/],
  ] as const)
    // prettier-ignore
    expect(await at('2026-08-29', language)).toMatch(says);
  for (const day of ['2026-08-28', '2026-09-01']) expect(await at(day)).not.toMatch(/received from|sooner on some/);
});

it('a notice for a fixed day does not hide that silence renews the period', async () => {
  const page = await textOf('/agreements/half-years?lang=en');
  expect(page).toMatch(
    /A notice received by .* ends it on 28 Feb 20\d\d on every reading \(art. 6\)\. Silence renews the agreement \(art. 5\)\./,
  );
  expect(page).not.toContain('Silence renews nothing');
});

it('a page names one safe day: none of those that a known change will move', async () => {
  const text = await (await browser.get('/agreements/longer-notice?as-of=2028-02-01&lang=en')).text();
  const page = text.replaceAll(/<[^>]*>/g, '').replaceAll(/\s+/g, ' ');
  expect(new Set([...page.matchAll(/Safe day (\d+ \w+ \d{4})/g)].map(([, day]) => day))).toEqual(new Set(['14 Sep 2028']));
  expect(page).not.toMatch(/Fan of readings|readings only/);
});

it('before a later treaty ends it, the page gives the day by which a notice must be sent to prevent the renewal', async () => {
  const page = await textOf('/agreements/replaced?as-of=2028-06-01&lang=en');
  expect(page).toContain('In force until 31 Dec 2029 (in 578 days)');
  expect(page).toMatch(
    /By a later treaty \(VCLT art. 59\)\. Send by 28 Feb 2029 \(in 272 days\)\. A notice received by 14 Mar 2029 prevents/,
  );
});

it('an end on another reading is named although the default reading has none', async () => {
  const page = await textOf('/agreements/revoked-late?as-of=2029-04-10&lang=en');
  expect(page).toContain('Disputed: last day in force on other readings: 31 May 2029');
});

it('a fan of the last days for notice says of a reading on which it is over that it has no such day, not that it never ends', async () => {
  for (const [language, says, never] of [
    ['en', 'no such day', 'no end in sight'],
    ['ru', 'такого дня нет', 'прекращение не предвидится'],
  ]) {
    const page = (await (await browser.get(`/agreements/jp-kr-2016-military-information?lang=${language}`)).text()).replaceAll(/\s+/g, ' ');
    const fans = [...page.matchAll(/<svg.*?<\/svg>/g)].map(([svg]) => svg).filter(svg => svg.includes(says!));
    expect(fans.length).toBeGreaterThan(0);
    expect(page).not.toContain(never);
  }
});

it('a day that others follow from is shown with its bounds, and a status that does not depend on it is no open question', async () => {
  const page = await textOf('/agreements/at-us-2010-proceeds-of-crime?lang=en');
  expect(page).toContain('Some days are known only within bounds; the status does not depend on them: in force.');
  expect(page).toMatch(/Follows from ?Signed: 26 Jun 2003 to 20 Oct 2010/);
});

it('in Russian the condition of another reading is set off by a comma', async () => {
  const page = await textOf('/agreements/late?lang=ru');
  expect(page).toMatch(/\d{4}, если/);
  expect(page).not.toMatch(/\d{4} если/);
});

it('lists of rehearsals name no real agreement, and those of real agreements no rehearsal', async () => {
  const named = async (path: string) =>
    new Set([...(await (await browser.get(path)).text()).matchAll(/href="\/agreements\/([^"/?]*)/g)].map(([, id]) => id!));
  const invented = await named('/rehearsals');
  expect(invented.size).toBeGreaterThan(1);
  for (const path of ['/?', '/deadlines?within=P25Y&', '/deadlines?as-of=2025-03-25&', '/notices?', '/protocols?']) {
    expect([path, [...(await named(`${path}rehearsals=1`))].filter(id => !invented.has(id))]).toEqual([path, []]);
    expect([path, [...(await named(path))].filter(id => invented.has(id))]).toEqual([path, []]);
  }
  expect(await named('/deadlines?as-of=2025-03-25&rehearsals=1')).toContain('late');
});

it('a disputed end is listed with its days on other readings, on the desk as on the command line', async () => {
  const says = 'disputed: 20 Sep 2025, 14 Sep 2029 or 15 Sep 2029 on other readings';
  expect(await textOf('/deadlines?as-of=2025-03-25&rehearsals=1&lang=en')).toContain(says);
  const { stdout } = await inProcess(['deadlines', 'late', '--as-of', '2025-03-25'], {
    env: { SERVANDA_HOME: kept.home },
    now: Date.UTC(2026, 10, 30, 9),
  });
  expect(stdout.replaceAll(/\s+/g, ' ')).toContain(says);
});

it('letters of a rehearsal are said to go to nobody, which is no failure', async () => {
  const says = 'Nothing is sent to anybody about a rehearsal.';
  expect(await (await browser.get('/agreements/late?lang=en')).text()).toContain('href="/agreements/late/letters"');
  expect(await textOf('/agreements/late/letters?lang=en')).toContain(says);
  expect(await textOf('/letters?lang=en')).toContain(says);
  const options = { env: { SERVANDA_HOME: kept.home }, now: Date.UTC(2026, 10, 30, 9) };
  expect(await inProcess(['deliveries', 'late'], options)).toMatchObject({ code: 0, stdout: `${says}\n` });
  expect(await inProcess(['deliveries', 'late', '--json'], options)).toMatchObject({ code: 0, stdout: '[]\n' });
});

it('an agreement that ends by a notice leaves nothing to decide, and is only watched', async () => {
  const [, watched] = (await textOf('/?lang=en')).split('More than a year away, or nothing to decide');
  expect(watched).toMatch(/28 Feb 2027.*ends by notice.*none: the agreement ends/);
  expect(await textOf('/deadlines?lang=en')).toContain('none: the agreement ends');
});

it('after the last day for notice the page gives the day to send by for the next renewal, if it comes before this one', async () => {
  expect(await textOf('/agreements/yearly?as-of=2024-12-20&lang=en')).toMatch(
    /Send by 25 Dec 2024 \(in 5 days\)\. A notice received from 11 Jan 2025 to 24 Jan 2025 prevents renewal on every reading \(art\. 13\)\. Without one, the agreement is renewed on 10 Jan 2026 .. 11 Jan 2026\./,
  );
});
