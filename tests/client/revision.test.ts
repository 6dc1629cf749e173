/** The description in use becomes answers to the questions, and comes back from them unchanged. */
import { expect, it } from 'vitest';
import { listAgreements } from '../../agreements/find.ts';
import { loadAgreement } from '../../agreements/load.ts';
import type { Agreement } from '../../clauses/agreement.ts';
import { answersGiven } from '../../client/interview/answers-given.ts';
import { intervalInWords, readInterval, type IntervalAnswer } from '../../client/interview/answers.ts';
import { FilledForm } from '../../client/interview/filled-form.ts';
import { askRevision, partsAsked, revisedParts } from '../../client/interview/revision.ts';
import { wordings } from '../../wording/index.ts';
import { interviews } from '../../wording/interview/messages.ts';
import { testAgreement } from '../support/test-agreement.ts';

const agreements = listAgreements().map(({ file }) => loadAgreement(file).agreement);

async function revised(agreement: Agreement, answers: Readonly<Record<string, string>> = {}): Promise<Agreement> {
  const given = { ...answersGiven(agreement), ...answers };
  const form = new FilledForm(interviews.kk, wordings.kk, name => given[name] ?? '');
  const content = await askRevision(form, agreement, await partsAsked(agreement));
  expect(form.hasFaults).toBe(false);
  return content;
}

it('a description comes back unchanged if no answer differs', async () => {
  for (const a of agreements) expect(await revised(a), a.id).toEqual(a);
});

it('a clause is asked about unless it is hidden', async () => {
  const partsOf = async (a: Agreement): Promise<string[]> => {
    const asked = await partsAsked(a);
    return revisedParts.filter(part => !asked.includes(part));
  };
  for (const a of agreements)
    expect(await partsOf(a), a.id).toEqual((['entryIntoForce', 'duration'] as const).filter(part => 'unseen' in a.clauses[part]));
  const twoLines = testAgreement('two-lines', { sources: [{ what: 'the text,\nin two lines', where: 'file 1' }] });
  expect(await partsOf(twoLines)).toEqual(['sources']);
});

it('only what is answered differently changes', async () => {
  const before = testAgreement('one', {
    title: { en: 'Agreement', kk: 'Келісім' },
    transit: 'P20D',
    reading: { effect: 'dayAfter' },
  });
  const { clauses } = before;
  const termination = { ...clauses.termination, counts: 'received' };
  const after = await revised(
    { ...before, clauses: { ...clauses, termination } as Agreement['clauses'] },
    { 'duration.noticeBefore': '9 months', 'title.title': 'Treaty' },
  );
  expect(after).toEqual({
    ...before,
    title: { en: 'Treaty', kk: 'Келісім' },
    clauses: { ...clauses, termination, duration: { ...clauses.duration, noticeBefore: 'P9M' } },
  });
});

const intervals: IntervalAnswer[] = [
  'sameDay',
  { days: 1 },
  { days: 30, expired: true },
  { months: 6, days: 10 },
  { months: 3, firstDayOfMonth: 2 },
  { firstDayOfMonth: 13 },
  { firstDayOfYear: 1 },
  { months: 12, firstDayOfYear: 2 },
];

it.each(intervals)('an interval in words is read back as it was: %o', interval => {
  expect(readInterval(intervalInWords(interval))).toEqual(interval);
});
