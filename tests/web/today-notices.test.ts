/** What Today says of a day for notice is what the command line says: for what, on which condition, and whether it is safe at all. */
import { afterAll, expect, it } from 'vitest';
import { loadAgreement } from '../../agreements/load.ts';
import { inTenYears, inTheYear } from '../law/bounded.ts';
import { given } from '../law/setup.ts';
import { deskOver } from '../support/desk.ts';
import { keepIn } from '../support/register-of.ts';

const named = (id: string) => loadAgreement(`agreements/${id}.yaml`);
const [charge, trade] = [named('ch-de-2004-heavy-vehicle-charge'), named('su-td-1967-trade')];
const kept = await deskOver(
  home =>
    keepIn(home, [
      { content: charge.agreement, facts: charge.facts },
      { content: trade.agreement, facts: trade.facts },
      { content: { ...given(), id: 'late', rehearsal: false }, facts: inTheYear },
      { content: { ...given(), id: 'wide', rehearsal: false }, facts: inTenYears },
    ]),
  Date.UTC(2027, 7, 1, 9),
);
afterAll(() => kept.remove());
const browser = await kept.browser();
const page = (await (await browser.get('/?lang=en')).text()).split('The year ahead').map(part =>
  part
    .replaceAll(/<svg.*?<\/svg>/gs, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' '),
);

it.each([
  [
    'a notice that ends an agreement on a fixed day',
    /send by 17 Dec 2027 .{0,200} 31 Dec 2027 : safe day for notice to end it on 31 Dec 2029/,
  ],
  ['the renewal of a period', /12 Oct 2027 : safe day for notice, period 60 /],
  ['the last day on which a notice may be in time', /next date 30 Jun 2028 .{0,200} 30 Jun 2028 : latest possible last day for notice/],
  ['the want of a safe day', /next date 1 Aug 2027 .{0,200} 1 Aug 2027 : no safe day can be given/],
])('%s is shown as that', (_, says) => expect(page[0]).toMatch(says));

it('neither the last day on which a notice may be in time, nor today for want of a safe day, is called safe or to be sent by', () => {
  expect(page.join(' ')).not.toMatch(
    /safe day (for notice )?30 Jun 2028|send by (1 Aug 2027|30 Jun 2028)|received by (1 Aug 2027|30 Jun 2028)/,
  );
  expect(page[1]).not.toMatch(/\b(1|30): safe day\b/);
});
