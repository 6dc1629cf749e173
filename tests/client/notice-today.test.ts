/** The data of a notice's page. */
import { expect, it } from 'vitest';
import { noticeToday } from '../../client/notices.ts';
import { wordings } from '../../wording/index.ts';
import { d } from '../law/setup.ts';
import { drafted, keptAgreement, ledger } from '../law/notice-setup.ts';

/** Period 1 ends on 28 February 2031, its safe day is 28 August 2030. */
function today(day: string, draft: object, entries: readonly object[] = [], ...steps: object[]) {
  const rows = [drafted(day, draft), ...steps].map(entry => ({ entry }));
  const dossier = { agreement: keptAgreement(), description: 'sha256:', entries: [...ledger, ...entries], rows };
  return noticeToday(wordings.en, dossier as never, '7', d(day));
}

const content = { kind: 'termination', by: 'AZ' };
const theirs = { direction: 'theirs', content, arrival: { received: '2027-11-20', evidence: 'note 7' } };

it('a received notice of the other Party shows its consequences before its receipt is entered', () => {
  const { now, outcome } = today('2027-11-21', theirs);
  expect(now).toMatchObject({ verdict: 'running', inTime: 'yes', lastDayInForce: '2028-05-19', sendBy: null });
  expect(outcome).toMatch(/20 Nov 2027.*19 May 2028/);
  const fact = { id: '7', type: 'termination.notified', by: 'AZ', received: '2027-11-20' };
  expect(outcome).toBe(today('2027-11-21', theirs, [fact]).outcome);
});

it('a notice of ours not yet received shows by when it must be', () => {
  expect(today('2027-11-21', { content: { kind: 'termination', by: 'KZ' } }).outcome).toContain('To be received by 28 Aug 2030');
});

it('a recalled notice has no day by which to be sent or received, and no consequences', () => {
  const step = { type: 'notice.recalled', by: 'drafter', reason: 'the talks succeeded', at: '2027-11-21' };
  const recalled = { type: 'notice.step', notice: '7', id: 'notice.7.2', step };
  const { closed, state, now, outcome } = today('2027-11-21', { content: { kind: 'termination', by: 'KZ' } }, [], recalled);
  expect({ closed, state, outcome }).toEqual({ closed: true, state: 'recalled', outcome: '' });
  expect(now).toMatchObject({ verdict: 'withoutEffect', safe: null, sendBy: null, follows: [] });
});
