/** Provisional application of the agreement itself: only if agreed, until entry into force or a Party's notice. VCLT art. 25. */
import { describe, expect, it } from 'vitest';
import { actsThrough, d, given, on, said, sentence, summary, details, whys } from './setup.ts';
import { fold } from '../../machines/fold.ts';
import type { Entry, Fact } from '../../machines/facts.ts';
import { planOf } from '../../machines/plan.ts';

const applied = (from: string) => given({ provisionalApplication: { article: 'art. 12', from } });
const signed = { id: 's', type: 'signed', on: '2020-03-10' };
const completions = [
  { id: 'n1', type: 'completion.notified', by: 'KZ', received: '2020-09-01' },
  { id: 'n2', type: 'completion.notified', by: 'AZ', received: '2021-02-15' },
];
const ended = (received: string, more: object = {}) => ({ id: 'e', type: 'provisionalApplication.ended', by: 'AZ', received, ...more });
const lines = (asOf: string, list: object[], agreement = applied('signature'), until?: string) =>
  on(asOf, list, agreement, until).dates.map(l => `${l.date} ${l.label}`);
const planned = (today: string, list: object[], agreement = applied('signature')) =>
  planOf({
    agreement,
    description: 'sha256:',
    entries: list as Entry[],
    today: d(today),
    onboarded: d('2020-01-01'),
    reached: undefined,
    done: [],
  });

describe('an agreement with a clause on provisional application', () => {
  it.each([
    ['signature', '2020-03-09', 'negotiated'],
    ['signature', '2020-03-10', 'appliedProvisionally'],
    ['signature', '2021-02-14', 'appliedProvisionally'],
    ['signature', '2021-02-15', 'inForce'],
    ['2020-06-01', '2020-05-31', 'signed'],
    ['2020-06-01', '2020-06-01', 'appliedProvisionally'],
    ['2019-12-01', '2020-03-10', 'appliedProvisionally'], // never before signature
    ['2021-02-15', '2021-02-14', 'signed'],
    ['2021-02-15', '2021-02-15', 'inForce'], // the day named is that of entry into force
    ['2021-06-01', '2021-05-31', 'inForce'], // entry into force comes first
    ['2021-06-01', '2021-06-01', 'inForce'],
  ])('is applied from %s, and on %s it is %s', (from, day, status) => {
    expect(on(day, [signed, ...completions], applied(from)).status).toBe(status);
  });

  it('is never assumed to be applied if no clause says so', () => {
    const s = on('2020-06-01', [signed, ended('2020-06-01')]);
    expect([s.status, s.provisionalApplication]).toEqual(['signed', undefined]);
    expect(whys(s)).toEqual([{ fact: 'e', why: 'No clause provides for provisional application (VCLT art. 25).' }]);
  });

  it('says from when and by which article, is announced, and is not thereby in force', () => {
    const s = on('2020-06-01', [signed], applied('signature'));
    expect(s.provisionalApplication).toMatchObject({
      from: '2020-03-10',
      basis: 'art. 12',
      how: 'from signature, 10 Mar 2020',
      ended: null,
      certain: true,
      alternatives: [],
    });
    expect([s.period, s.entryIntoForce.date]).toEqual([null, null]);
    expect(s.notes.join(' ')).toContain('Entry into force is not known');
    expect(lines('2020-06-01', [signed])).toEqual(['2020-03-10 Signed', '2020-03-10 Applied provisionally']);
    expect(actsThrough('2020-06-01', [signed], applied('signature'))).toMatchObject([
      { kind: 'announce', what: 'provisionalApplication', on: '2020-03-10', basis: 'art. 12' },
    ]);
  });

  it('waits for a day that the text names, with a timer of its own, and names it before signature', () => {
    const plan = planned('2020-04-01', [signed], applied('2020-06-01'));
    expect(plan.timers.map(t => [t.name, t.day, summary(t)])).toEqual([
      ['provisionalApplicationBegins', '2020-06-01', 'Applied provisionally: 1 Jun 2020, art. 12'],
    ]);
    expect(on('2020-04-01', [signed], applied('2020-06-01')).provisionalApplication).toMatchObject({
      from: '2020-06-01',
      how: 'the day that the text names',
    });
    expect(on('2020-04-01', [signed], applied('2019-12-01')).provisionalApplication).toMatchObject({
      from: '2020-03-10',
      how: 'from signature, 10 Mar 2020; the day named, 1 Dec 2019, is earlier',
    });
    expect(lines('2020-07-01', [signed], applied('2020-06-01'))).toEqual(['2020-03-10 Signed', '2020-06-01 Applied provisionally']);
  });

  it('does not wait once entry into force is settled for that day or an earlier one', () => {
    const plan = planned('2021-02-15', [signed, ...completions], applied('2021-06-01'));
    expect(plan.timers.map(t => t.name)).not.toContain('provisionalApplicationBegins');
    const late = given({
      entryIntoForce: { on: 'lastNotification', article: 'art. 13', then: { days: 30 } },
      provisionalApplication: { article: 'art. 12', from: '2021-06-01' },
    });
    const list = [signed, ...completions, ended('2021-03-01')];
    const s = on('2021-03-01', list, late);
    expect(whys(s)).toEqual([{ fact: 'e', why: 'It is already in force before provisional application would begin.' }]);
  });

  it('says in details and at onboarding that it is applied provisionally', () => {
    const plan = planOf({
      agreement: applied('signature'),
      description: 'sha256:',
      entries: [signed] as Entry[],
      today: d('2020-06-01'),
      onboarded: d('2020-06-01'),
      reached: undefined,
      done: [],
    });
    expect(plan.standing.status).toBe('appliedProvisionally');
    expect(details(plan)).toContain('**applied provisionally, not yet in force**');
    expect(plan.owed.map(o => sentence(o.act))).toContainEqual(
      expect.stringContaining('it was signed, and applied provisionally since 10 March 2020.'),
    );
  });
});

describe('the notice of a Party that ends provisional application', () => {
  it('takes effect on its receipt, is announced, and leaves the agreement signed', () => {
    const list = [signed, ended('2020-06-01')];
    expect(on('2020-05-31', list, applied('signature')).status).toBe('appliedProvisionally');
    const s = on('2020-06-01', list, applied('signature'));
    expect([s.status, s.provisionalApplication!.ended]).toEqual(['signed', { notice: 'e', by: 'AZ', on: '2020-06-01' }]);
    expect(actsThrough('2020-06-01', list, applied('signature')).at(-1)).toMatchObject({
      what: 'provisionalApplication',
      on: '2020-06-01',
      basis: 'VCLT art. 25(2)',
      params: { state: 'ended', day: '2020-06-01', notice: 'e', by: 'AZ' },
    });
    expect(lines('2020-06-01', list).at(-1)).toBe('2020-06-01 No longer applied provisionally: notice of AZ (e) received');
    const plan = planOf({
      agreement: applied('signature'),
      description: 'sha256:',
      entries: list as Entry[],
      today: d('2020-06-02'),
      onboarded: d('2020-06-02'),
      reached: undefined,
      done: [],
    });
    expect(plan.owed.map(o => sentence(o.act))).toContainEqual(expect.stringContaining('it was signed.'));
  });

  it('leaves completions of internal procedures valid, and the agreement still enters into force', () => {
    const list = [signed, ended('2020-06-01'), ...completions];
    expect(on('2021-02-15', list, applied('signature'))).toMatchObject({ status: 'inForce', entryIntoForce: { date: '2021-02-15' } });
    expect(said(actsThrough('2021-02-15', list, applied('signature'))).filter(a => a.includes('provisional'))).toEqual([
      '2020-03-10 announce provisionalApplication',
      '2020-06-01 announce provisionalApplication',
    ]);
  });

  it('prevents it, if received before the day named', () => {
    const list = [signed, ended('2020-05-01')];
    expect(on('2020-07-01', list, applied('2020-06-01')).status).toBe('signed');
    expect(actsThrough('2020-07-01', list, applied('2020-06-01')).map(sentence)).toEqual([
      'It will not be applied provisionally: notice e (AZ) was received on 1 May 2020. It may still enter into force.',
    ]);
    expect(actsThrough('2020-07-01', list, applied('2020-06-01'))).toMatchObject([{ params: { state: 'neverBegins', notice: 'e' } }]);
  });

  it.each<[string, object[], string, string]>([
    ['before signature', [ended('2020-03-01'), signed], '2020-06-01', 'The agreement is not signed yet.'],
    [
      'after another one',
      [signed, { ...ended('2020-05-01'), id: 'e0', by: 'KZ' }, ended('2020-06-01')],
      '2020-06-01',
      'Provisional application had already ended, by e0 on 1 May 2020.',
    ],
    ['in force', [signed, ...completions, ended('2021-03-01')], '2021-03-01', 'The agreement was already in force, since 15 Feb 2021.'],
    [
      'made orally',
      [signed, ended('2020-06-01', { form: 'oral' })],
      '2020-06-01',
      'It was made orally; a notice must be in writing (VCLT art. 67).',
    ],
  ])('is without effect %s', (_, list, asOf, why) => {
    const s = on(asOf, list, applied('signature'));
    expect(whys(s)).toEqual([{ fact: 'e', why }]);
  });

  it('precedes what falls due on its day, whatever the order of entry', () => {
    const list = [ended('2020-03-10'), signed];
    const family = fold(applied('signature'), list as Fact[], applied('signature').reading, d('2020-03-10'));
    expect(family.withoutEffect).toEqual([]);
    expect(on('2020-03-10', list, applied('signature')).status).toBe('signed');
  });
});

it('provisional application is a range if the day of signature is known only within bounds', () => {
  const bounded = { id: 's', type: 'signed', on: { notBefore: '2020-03-01', notAfter: '2020-03-31' } };
  const s = on('2020-06-01', [bounded], applied('signature'));
  expect([s.status, s.provisionalApplication]).toEqual(['appliedProvisionally', undefined]);
  expect(s.dates.find(l => l.what === 'provisionalApplicationBegins')).toMatchObject({ date: '2020-03-01', notAfter: '2020-03-31' });
  expect(on('2020-06-01', [bounded], applied('2020-05-01')).provisionalApplication).toMatchObject({ from: '2020-05-01' });
});
