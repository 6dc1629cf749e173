/** A day that is refused whatever else is answered is refused where it is typed: in the error summary and beside its field. */
import { afterAll, expect, it } from 'vitest';
import { dayFields } from '../support/desk.ts';
import { deskHome } from './desk-home.ts';

const kept = await deskHome(['with-notices']);
afterAll(() => kept.remove());
const browser = await kept.browser();

const at = (path: string): string => `/agreements/with-notices${path}`;
const ahead = '2028-08-01';
const entered = { by: 'AZ', evidence: 'stamp 9' };
const visit = {
  subject: 'lines',
  scope: 'two lines',
  payer: 'KZ',
  ...dayFields('received', '2028-06-20'),
  ...dayFields('from', '2028-09-10'),
};

it.each([
  ['/notices/enter/termination', { ...entered, ...dayFields('received', ahead) }, 'received', 'is in the future'],
  [
    '/notices/enter/termination',
    { ...entered, ...dayFields('received', '2028-06-20'), ...dayFields('dispatched', '2028-06-25') },
    'received',
    'before',
  ],
  ['/notices/enter/communications', { ...entered, ...visit, ...dayFields('until', '2028-09-01') }, 'until', 'before the first'],
  ['/notices/2028-3/confirmReceipt', { evidence: 'note 8', ...dayFields('received', ahead) }, 'received', 'is in the future'],
  ['/notices/2028-3/confirmReceipt', { evidence: 'note 8', ...dayFields('received', '2028-05-19') }, 'received', 'before'],
  ['/notices/2028-2/dispatch', dayFields('on', ahead), 'on', 'is in the future'],
  ['/notices/2028-2/dispatch', { ...dayFields('on', '2028-06-20'), ...dayFields('dated', '2028-06-21') }, 'dated', 'after'],
  ['/notices/2028-2/dispatch', dayFields('on', '2028-02-30'), 'on', 'enter a date that exists'],
  ['/entries/n2/correct', { why: 'slip', ...dayFields('received', ahead) }, 'received', 'is in the future'],
  ['/protocols/new', { protocol: 'p7', by: 'KZ', ...dayFields('received', ahead) }, 'received', 'is in the future'],
  [
    '/record/termination.notified',
    { by: 'AZ', ...dayFields('received', '2028-06-20'), ...dayFields('recorded', ahead) },
    'recorded',
    'future',
  ],
  [
    '/record/termination.notified',
    { by: 'AZ', ...dayFields('received', '2028-06-20'), ...dayFields('dated', '2028-06-21') },
    'received',
    'before',
  ],
])('at %s with %o', async (path, fields, field, says) => {
  const own = await browser.own(at(path));
  const answer = await browser.post(`${at(path)}?lang=en`, { ...own, ...fields });
  const page = (await answer.text()).replaceAll('\u00a0', ' ');
  const beside = new RegExp(`id="${field}-fault">([^<]*)<`).exec(page)?.[1];
  expect({ status: answer.status, beside }).toEqual({ status: 422, beside: expect.stringContaining(says) });
  expect(page).toContain(`<li><a href="#${field}.d">${beside}</a></li>`);
  expect(page).not.toContain('<h2>What it would do</h2>');
});

it('a fact that lies ahead can be previewed, with no button to record it', async () => {
  const path = at('/record/termination.notified');
  const fields = { by: 'AZ', ...dayFields('received', '2029-01-20') };
  const page = await (await browser.post(`${path}?lang=en`, { ...(await browser.own(path)), ...fields })).text();
  expect(page).toContain('What it would do');
  expect(page.replaceAll(/<[^>]*>/g, '')).toMatch(/the day of receipt, 20.Jan.2029, is in the future/);
  expect(page).not.toContain('value="send"');
  expect(page).toContain('value="change"');
});
