/** A notice whose date counts: the preview of its dispatch uses the date that is given, at the command line and on the desk. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadAgreement, loadFacts } from '../../agreements/load.ts';
import { date } from '../../clauses/calendar.ts';
import type { Agreement } from '../../clauses/agreement.ts';
import { standing } from '../../machines/standing.ts';
import type { Entry } from '../../machines/facts.ts';
import { inProcess } from '../support/cli.ts';
import { dayFields, deskOver, now, type DeskOver } from '../support/desk.ts';
import { keepIn } from '../support/register-of.ts';
import { drafted, noticeStep } from '../web/desk-home.ts';

const { agreement: plain } = loadAgreement('docs/rehearsal.yaml');
const termination = { ...plain.clauses.termination!, counts: 'dated' };
const agreement = { ...plain, id: 'dated', clauses: { ...plain.clauses, termination } } as Agreement;
const facts = loadFacts('docs/rehearsal-facts.yaml', plain).filter(f => f.id !== 't1');
const today = date('2028-05-20');
const approved = { type: 'notice.approved', by: 'counsellor', at: today } as const;
const steps = [drafted({ agreement, entries: facts, today }, '1'), approved].map((step, i) => noticeStep('1', i + 1, step));

let kept: DeskOver;
beforeAll(async () => {
  kept = await deskOver(home => keepIn(home, [{ content: agreement, facts: [...facts, ...steps] }], now));
});
afterAll(() => kept.remove());

/** Dispatched on 20 June, dated 1 June: the end once it is received. */
const entries = [
  ...facts,
  { id: '1', type: 'termination.notified', by: 'KZ', dated: '2028-06-01', dispatched: '2028-06-20', received: '2028-07-04' },
];
const recorded = standing({ agreement, description: 'sha256:', entries: entries as Entry[], asOf: date('2028-07-04') });

it('counts from its date', () => {
  expect(recorded.termination).toMatchObject({ lastDayInForce: '2028-11-30' });
});

it('the command line shows the end from its date, and no reading speaks of its receipt', async () => {
  const flags = ['--on', '2028-06-20', '--dated', '2028-06-01'];
  const answer = () => Promise.resolve(false);
  const { stderr } = await inProcess(['notice', 'dispatch', 'dated', '1', ...flags], { now, env: { SERVANDA_HOME: kept.home }, answer });
  expect(stderr).toMatch(/last day in force +none +30 Nov 2028/);
  expect(stderr.replaceAll(/\s+/g, ' ')).toContain('if the time from the notice to the end is counted to the day after');
});

it('the desk shows the end from its date', async () => {
  const browser = await kept.browser();
  const path = '/agreements/dated/notices/1/dispatch';
  const fields = { ...dayFields('on', '2028-06-20'), ...dayFields('dated', '2028-06-01') };
  const page = await (await browser.post(`${path}?lang=en`, { ...(await browser.own(path)), ...fields })).text();
  expect(page.replace(/<[^>]*>/g, '')).toMatch(/last day in forceBefore: noneAfter: 30\u00a0Nov\u00a02028/);
});
