/** The days with which the desk's forms begin. */
import { afterAll, expect, it } from 'vitest';
import { deskOf, type Desk } from '../../web/context.ts';
import { appOf, browserOf } from '../support/desk.ts';
import { deskHome } from './desk-home.ts';

const kept = await deskHome(['with-notices']);
const desks: Desk[] = [];
afterAll(async () => {
  for (const desk of desks) await desk.close();
  await kept.remove();
});

async function dayFieldsOn(path: string, at: string): Promise<string[]> {
  const desk = deskOf({ service: { home: kept.home, env: {}, now: () => Date.parse(at) } });
  desks.push(desk);
  const page = await (await (await browserOf(appOf(desk))).get(`/agreements/with-notices${path}`)).text();
  const valueOf = (part: string): string =>
    new RegExp(`name="(?:on|received)\\.${part}"[^>]*? value="([^"]*)"`).exec(page)?.[1] ?? 'no value';
  return ['d', 'm', 'y'].map(valueOf);
}

it.each(['/notices/2028-2/dispatch', '/notices/2028-3/confirmReceipt', '/record/signed'])(
  '%s begins with today, and with no day while the Parties have different dates, since it could be a day early',
  async path => {
    expect(await dayFieldsOn(path, '2028-07-01T18:59:00Z')).toEqual(['1', '7', '2028']);
    expect(await dayFieldsOn(path, '2028-07-01T19:30:00Z')).toEqual(['', '', '']);
    expect(await dayFieldsOn(path, '2028-07-01T20:00:00Z')).toEqual(['2', '7', '2028']);
  },
);
