/** Differences between workflows and the register, their repair and why it failed: complete in every language. */
import { describe, expect, it, test } from 'vitest';
import { languages, type Language } from '../clauses/desk.ts';
import type { Act } from '../machines/acts.ts';
import { refuse } from '../machines/refusal.ts';
import type { Differing } from '../reconciliation/differences.ts';
import type { Failure } from '../reconciliation/failure.ts';
import type { Done } from '../reconciliation/repair.ts';
import { differenceIn, failureIn, repairIn } from '../wording/differences/sentence.ts';
import { dayInText } from '../wording/forms.ts';
import { wordings } from '../wording/index.ts';
import { d } from './law/setup.ts';
import { leftInEnglish, lettersOf } from './support/catalogues.ts';

const [first, last] = [d('2026-03-10'), d('2031-03-09')];
const act = { kind: 'announce', what: 'suspension', on: first, basis: 'art. 13', params: { from: first } } as Act;
const period = { number: 2, firstDay: first, lastDay: last, lastDayForNotice: d('2030-09-09'), safe: d('2030-09-08') };
const within = { statuses: ['signed', 'inForce'] as const, entryIntoForce: { notBefore: first, notAfter: last }, safe: last };
const letter = {
  recipient: 'desk-1',
  way: 'webhook',
  what: 'suspension',
  on: first,
  withdrawn: false,
  tries: 2,
  since: '2029-03-14T20:00:00Z',
  next: '2029-03-14T20:10:00Z',
  until: '2029-03-17T20:00:00Z',
  why: 'Zz',
} as const;
const failures: Failure[] = [
  { code: 'refused', refusal: refuse('idUsedTwice', { id: 't1' }) },
  { code: 'noAnswer', workflowId: 'agreement/kz-az', seconds: 10 },
  { code: 'denied', why: 'Request unauthorized.' },
  { code: 'other', said: 'Zz.' },
];
const value = (name: string, expected: unknown, found: unknown) =>
  ({ what: 'standing', code: 'otherValue', name, expected, ...(found === undefined ? {} : { found }) }) as Differing;

/** Every code with every form of its values. */
const differences: Differing[] = [
  { what: 'missing', code: 'noWorkflow' },
  { what: 'missing', code: 'draftNotBegun' },
  ...[1, 2, 5].map((letters): Differing => ({ what: 'missing', code: 'lettersNotCarried', letters })),
  { what: 'open', code: 'stillRuns' },
  { what: 'frozen', code: 'noProgress', attempt: 4 },
  { what: 'frozen', code: 'ofOthers', queue: 'queue-1' },
  { what: 'stuck', code: 'notTaken', since: '2029-03-14T20:00:00Z' },
  { what: 'stuck', code: 'noAnswer' },
  value('law', '2', '1'),
  value('description', 'sha256:b', undefined),
  value('status', 'terminated', 'inForce'),
  value('entryIntoForce', first, null),
  value('period', period, null),
  value('period', { ...period, lastDayForNotice: null, safe: null }, period),
  value('lastDayInForce', null, last),
  value('underNotice', true, false),
  value('within', within, undefined),
  value('within', { ...within, entryIntoForce: null, safe: null }, within),
  value('noticeState', 'approved', 'drafted'),
  value('safeDay', last, first),
  value('sendByDay', last, null),
  value('follows', [{ code: 'isRevoked', args: { of: 't1' } }], []),
  value('protocolState', 'signed', 'agreed'),
  value('missing', null, { code: 'protocolAwaits', args: { protocol: 'p1', what: 'completion', languages: [], parties: ['KZ'] } }),
  { what: 'timer', code: 'timerMoved', summary: 'Zz', fires: '2029-03-15T20:00:00Z', due: '2029-03-14T20:00:00Z' },
  { what: 'timer', code: 'timerMissing', summary: 'Zz', name: 'lastDayForNotice', due: '2029-03-14T20:00:00Z' },
  { what: 'timer', code: 'timerUnneeded', summary: 'Zz', fires: '2029-03-15T20:00:00Z' },
  ...[1, 3].map((tries): Differing => ({ what: 'letter', code: 'letterFailing', letter: { ...letter, tries } })),
  { what: 'letter', code: 'letterFailing', letter: { ...letter, way: 'email', next: null, fault: { code: 'ofAnotherVersion' } } },
  { what: 'letter', code: 'letterFailing', letter: { ...letter, withdrawn: true, fault: refuse('idUsedTwice', { id: 't1' }) } },
  { what: 'act', code: 'notInOutbox', act },
  { what: 'act', code: 'notWithdrawn', act },
  ...failures.map((why): Differing => ({ what: 'unreadable', code: 'notCompared', why })),
];
const repairs: Done[] = [
  ...(['ended', 'started', 'toldAgain', 'nothing', 'waits'] as const).map(did => ({ did })),
  { did: 'foldedAgain', changed: [] },
  { did: 'foldedAgain', changed: [{ what: 'period', before: '1', after: '2' }] },
  ...(['notEnded', 'notStarted', 'notTold', 'unanswered'] as const).flatMap(did => failures.map(why => ({ did, why }))),
];

describe.each(languages)('in %s', language => {
  const w = wordings[language];
  const workflowId = 'agreement/kz-az';
  const said = [
    ...differences.map(one => differenceIn({ workflowId, ...one }, w)),
    ...repairs.map(one => repairIn({ workflowId, ...one }, w, ({ before, after }) => `${before} → ${after}`)),
    w.differences.terminated,
  ];

  it('every difference and every repair in every form is a sentence without a gap', () => {
    for (const text of said) expect(text).toMatch(/^[^{}]{2,}[.)…]$/u);
    expect(said.filter(text => /undefined|null|\[object|\s{2}|\.\./.test(text))).toEqual([]);
    expect(new Set(said.slice(0, differences.length)).size).toBe(differences.length);
  });

  it('every code has been rendered', () => {
    const names = differences.flatMap(one => (one.code === 'otherValue' ? [one.name] : []));
    expect(new Set(names)).toEqual(new Set(Object.keys(w.differences.names)));
    expect(new Set(differences.map(one => one.code))).toEqual(new Set(Object.keys(w.differences.differences)));
    expect(new Set(repairs.map(one => one.did))).toEqual(new Set(Object.keys(w.differences.repairs)));
  });

  it('days have the form of the language', () => {
    expect(said.join()).toContain(dayInText(w, last));
  });

  it.skipIf(language === 'en')('no English word is left, and the letters are those of the language', () => {
    const letters = lettersOf[language as Exclude<Language, 'en'>];
    expect(said.filter(text => leftInEnglish(text) ?? (!letters.test(text) && text !== 'Zz.'))).toEqual([]);
  });
});

test('a failure carries the refusal with which it was answered', () => {
  expect(failureIn(failures[0]!, wordings.kk)).not.toBe(failureIn(failures[0]!, wordings.en));
});
