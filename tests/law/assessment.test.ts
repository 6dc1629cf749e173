/** What the law makes of a notice: the day by which it must leave, whether it may still, and its outcome on every reading. */
import { describe, expect, it } from 'vitest';
import { factOf } from '../../machines/notice/facts.ts';
import { noticeDraft, noticeRequests, readAs } from '../../machines/notice/steps.ts';
import { fact } from '../../machines/facts.ts';
import { noticeContent, noticeKinds } from '../../machines/notice/content.ts';
import type { NoticeContext } from '../../machines/notice/context.ts';
import { d, given, on, follows, english } from './given.ts';
import { answered } from '../support/sentences.ts';
import { revocable } from '../../machines/revocable.ts';
import { drafted, keptAgreement, ledger, termination, assessmentOn as assessedOn } from './notices-on-their-way.ts';

/** With what follows in English sentences. */
const assessmentOn = (...asked: Parameters<typeof assessedOn>) => {
  const assessment = assessedOn(...asked);
  return { ...assessment, words: follows(assessment), tooLate: assessment.tooLate && english(assessment.tooLate) };
};

const revocation = { kind: 'revocation', of: 't', by: 'KZ' } as const;
const running = [...ledger, { id: 't', type: 'termination.notified', by: 'KZ', received: '2028-03-01' }];

describe('before it leaves', () => {
  it('a notice of termination is to be received by the safe day, and sent so long before as its channel may take', () => {
    expect(assessmentOn('2028-01-01', termination)).toMatchObject({
      verdict: 'pending',
      safe: '2030-08-28',
      sendBy: '2030-08-07',
      transit: 'P21D',
      tell: ['first', 'second', 'third'],
      words: 'To be received by 28 Aug 2030: then it prevents the renewal of period 1 on every reading.',
    });
    expect(assessmentOn('2028-01-01', termination, ledger, keptAgreement(), { channel: 'governmentLine' }).sendBy).toBe('2030-08-27');
    expect(assessmentOn('2028-01-01', termination, ledger, keptAgreement({ desk: undefined })).tell).toEqual([]);
  });

  it('once the safe day is past, it is said that the agreement may be renewed all the same', () => {
    expect(assessmentOn('2030-08-29', termination)).toMatchObject({
      safe: null,
      sendBy: null,
      words:
        'The safe day of period 1 is past (28 Aug 2030): a notice may no longer prevent the renewal on 1 Mar 2031, and the agreement may end later than that (art. 13).',
    });
  });

  it('where none may be given yet, it is said from which day on one is effective', () => {
    const barred = keptAgreement({
      clauses: {
        ...given().clauses,
        termination: { when: 'afterFirstPeriod', article: 'art. 13', notice: 'P6M', bars: 'giving', barredFor: 'P3Y' },
      },
    });
    expect(assessmentOn('2028-01-01', termination, ledger, barred)).toMatchObject({
      safe: '2030-08-28',
      words: 'To be received by 28 Aug 2030: then it prevents the renewal of period 1 on every reading, not before 2 Mar 2029.',
    });
  });

  it('no day is set for it before entry into force, or where the agreement does not run in periods', () => {
    expect(assessmentOn('2025-01-01', termination, [])).toMatchObject({ safe: null, words: 'The law sets no day for it.' });
    const unlimited = keptAgreement({ clauses: { ...given().clauses, duration: { kind: 'indefinite', article: 'art. 13' } } });
    expect(assessmentOn('2028-01-01', termination, ledger, unlimited).safe).toBeNull();
  });

  it('where it ends the agreement only on fixed days, it is to be received by the next day for notice, or to leave by then where dispatch counts', () => {
    const fixedDays = (more: object) =>
      keptAgreement({
        clauses: {
          ...given().clauses,
          duration: { kind: 'periods', article: 'art. 13', first: 'P5Y', renewal: { kind: 'automatic', length: 'P5Y' } },
          termination: { when: 'onFixedDays', article: 'art. 14', days: ['12-31'], notice: 'P6M', ...more },
        },
      });
    expect(assessmentOn('2028-01-01', termination, ledger, fixedDays({}))).toMatchObject({
      safe: '2028-06-30',
      sendBy: '2028-06-09',
      basis: 'art. 14',
      words: 'To be received by 30 Jun 2028: then it ends the agreement on 31 Dec 2028 on every reading.',
    });
    expect(assessmentOn('2028-01-01', termination, ledger, fixedDays({ counts: 'dispatched' })).sendBy).toBe('2028-06-30');
  });

  it('a revocation is to arrive before the notice takes effect', () => {
    expect(assessmentOn('2028-04-01', revocation, running)).toMatchObject({ safe: '2028-08-31', basis: 'VCLT art. 68', tooLate: null });
    expect(assessmentOn('2028-08-31', revocation, running)).toMatchObject({ safe: '2028-08-31', tooLate: null });
    expect(assessmentOn('2028-09-01', revocation, running)).not.toMatchObject({ safe: '2028-08-31' });
  });

  it('once the safe day is past, only the end itself is left to revoke before', () => {
    const late = [...ledger, { id: 't', type: 'termination.notified', by: 'KZ', received: '2030-08-01' }];
    expect(follows(assessmentOn('2030-08-20', revocation, late))).toContain('then it revokes on every reading');
    expect(follows(assessmentOn('2030-09-20', revocation, late))).toContain('after that day the notice may have taken effect');
  });

  it.each([
    ['of no notice', [], '2028-04-01', 'no notice of termination t'],
    ['of one that has taken effect', running, '2028-09-05', 'has taken effect: the last day in force was 31 Aug 2028'],
    [
      'of one that is revoked',
      [...running, { id: 'r', type: 'termination.revoked', by: 'KZ', of: 't', received: '2028-04-01' }],
      '2028-05-01',
      'was already revoked on 1 Apr 2028',
    ],
    [
      'of one that the Parties replaced',
      [...running, { id: 'a', type: 'termination.agreed', on: '2028-04-01', firstDayOut: '2028-07-01' }],
      '2028-05-01',
      'was replaced by the Parties’ agreement a',
    ],
  ])('a revocation %s must not leave', (_, list, day, why) => {
    expect(assessmentOn(day, revocation, list.length ? list : ledger)).toMatchObject({
      safe: null,
      tooLate: expect.stringContaining(why) as unknown,
    });
  });

  it('for a late notice the last day for notice is no matter of its revocation', () => {
    const late = [...ledger, { id: 't', type: 'termination.notified', by: 'KZ', received: '2030-11-01' }];
    expect(assessmentOn('2030-12-01', revocation, late).tooLate).toBeNull();
  });
});

describe('its outcome', () => {
  const sevenOn = (received: string, more: object = {}) => [
    ...ledger,
    { id: '7', type: 'termination.notified', by: 'KZ', received, ...more },
  ];

  it('is running until its end, and then has taken effect', () => {
    expect(assessmentOn('2028-04-01', termination, sevenOn('2028-03-01'))).toMatchObject({
      verdict: 'running',
      inTime: 'yes',
      lastDayInForce: '2028-08-31',
      words: expect.stringContaining('in time on every reading') as unknown,
    });
    expect(assessmentOn('2028-09-02', termination, sevenOn('2028-03-01')).verdict).toBe('tookEffect');
  });

  it('has no effect where another notice ended the agreement first', () => {
    const first = { id: 't', type: 'termination.notified', by: 'AZ', received: '2028-02-01' };
    expect(assessmentOn('2028-12-01', termination, [...sevenOn('2028-03-01'), first])).toMatchObject({
      verdict: 'withoutEffect',
      words: expect.stringContaining('The agreement ended before it could take effect.') as unknown,
    });
  });

  it('is late when received after the last day on every reading', () => {
    const late = assessmentOn('2031-01-10', termination, sevenOn('2031-01-05'));
    expect(late).toMatchObject({ inTime: 'no', verdict: 'running', certain: false });
    expect(follows(late)).toContain('On other readings it ceases to be in force on');
  });

  it('is disputed where the readings differ, and each other end is said', () => {
    const disputed = assessmentOn('2030-09-10', termination, sevenOn('2030-08-29', { dispatched: '2030-08-20' }));
    expect(disputed).toMatchObject({ inTime: 'disputed', certain: false });
    expect(follows(disputed)).toMatch(/disputed: in time on some readings, late on others.*On other readings it ceases to be in force on/);
  });

  it('is without effect for what the law has no use for, with the reason', () => {
    expect(assessmentOn('2028-04-01', termination, sevenOn('2028-03-01', { form: 'oral' }))).toMatchObject({ verdict: 'withoutEffect' });
  });

  it('is nothing where the fact was struck, revoked or replaced', () => {
    const list = sevenOn('2028-03-01');
    const struck = [...list, { id: 'x', type: 'struck', of: '7', recorded: '2028-03-05', reason: 'entered twice' }];
    expect(assessmentOn('2028-04-01', termination, struck)).toMatchObject({ verdict: 'withoutEffect', inTime: null, words: /./ });
    expect(follows(assessmentOn('2028-04-01', termination, struck))).toBe('It was struck from the register.');
    const revoked = [...list, { id: 'r', type: 'termination.revoked', by: 'KZ', of: '7', received: '2028-03-20' }];
    expect(assessmentOn('2028-04-01', termination, revoked)).toMatchObject({
      verdict: 'revoked',
      words: 'Revoked on 20 Mar 2028 (VCLT art. 68).',
    });
    const replaced = [...list, { id: 'a', type: 'termination.agreed', on: '2028-03-20', firstDayOut: '2028-07-01' }];
    expect(assessmentOn('2028-04-01', termination, replaced)).toMatchObject({
      verdict: 'withoutEffect',
      words: expect.stringContaining('Replaced') as unknown,
    });
  });

  const signed = { id: 's', type: 'signed', on: '2025-12-01' };
  it.each([
    [
      { kind: 'completion', by: 'KZ' },
      [signed, { id: '7', type: 'completion.notified', by: 'KZ', received: '2026-01-01' }],
      'not before 1 Jan 2026',
    ],
    [
      { kind: 'completion', by: 'AZ' },
      [
        signed,
        { id: 'n1', type: 'completion.notified', by: 'KZ', received: '2026-01-01' },
        { id: '7', type: 'completion.notified', by: 'AZ', received: '2026-02-01' },
      ],
      'Entry into force of the agreement: 1 Feb 2026.',
    ],
    [
      { kind: 'protocolCompletion', protocol: 'p', by: 'KZ' },
      [
        ...ledger,
        { id: 'ps', type: 'protocol.signed', protocol: 'p', on: '2026-04-01' },
        { id: '7', type: 'protocol.completion.notified', protocol: 'p', by: 'KZ', received: '2026-05-01' },
      ],
      'protocol p: not before 1 May 2026',
    ],
    [
      { kind: 'proposal', protocol: 'p', by: 'KZ' },
      [...ledger, { id: '7', type: 'protocol.proposed', protocol: 'p', by: 'KZ', received: '2026-05-01' }],
      'Protocol p is proposed.',
    ],
    [
      { kind: 'consent', protocol: 'p', by: 'AZ' },
      [
        ...ledger,
        { id: 'pp', type: 'protocol.proposed', protocol: 'p', by: 'KZ', received: '2026-04-01' },
        { id: '7', type: 'protocol.agreed', protocol: 'p', on: '2026-05-01' },
      ],
      'The text of protocol p is agreed.',
    ],
    [
      { kind: 'consultations', subject: 's', by: 'AZ' },
      [...ledger, { id: '7', type: 'consultations.requested', subject: 's', by: 'AZ', received: '2026-05-01' }],
      'it moves no date',
    ],
    [
      revocation,
      [...running, { id: '7', type: 'termination.revoked', by: 'KZ', of: 't', received: '2028-04-01' }],
      'Notice t is revoked (VCLT art. 68).',
    ],
  ])('of %j says what follows', (content, list, words) => {
    const made = assessmentOn('2028-05-01', content, list);
    expect(made).toMatchObject({ verdict: 'tookEffect', words: expect.stringContaining(words) as unknown });
  });

  it.each([
    [{}, 'withoutEffect', 'No clause provides for provisional application (VCLT art. 25).'],
    [
      { provisionalApplication: { article: 'art. 12', from: 'signature' } },
      'tookEffect',
      'Provisional application is over (VCLT art. 25(2)); the agreement may still enter into force.',
    ],
  ])('of the end of provisional application says what follows, with the clauses %j', (clauses, verdict, words) => {
    const content = { kind: 'provisionalApplicationEnd', by: 'AZ' };
    const list = [
      { id: 's', type: 'signed', on: '2026-01-01' },
      { id: '7', type: 'provisionalApplication.ended', by: 'AZ', received: '2026-04-01' },
    ];
    const kept = keptAgreement();
    const made = assessmentOn('2026-05-01', content, list, { ...kept, clauses: { ...kept.clauses, ...clauses } } as typeof kept);
    expect(made).toMatchObject({ verdict, words });
  });

  it('of a completion for a protocol that is not signed yet settles nothing', () => {
    const content = { kind: 'protocolCompletion', protocol: 'p', by: 'KZ' };
    const list = [...ledger, { id: '7', type: 'protocol.completion.notified', protocol: 'p', by: 'KZ', received: '2026-05-01' }];
    expect(follows(assessmentOn('2026-06-01', content, list))).toBe('Entry into force of protocol p is not settled yet.');
  });

  it('runs on while the agreement is suspended, and is over with it, whatever ended it', () => {
    const suspended = { id: 'x', type: 'suspension.agreed', on: '2028-03-10' };
    expect(assessmentOn('2028-04-01', termination, [...sevenOn('2028-03-01'), suspended]).verdict).toBe('running');
    const later = { id: 'x', type: 'superseded', on: '2028-03-10', laterTreaty: 'another', firstDayOut: '2028-04-01' };
    expect(assessmentOn('2028-05-01', termination, [...sevenOn('2028-03-01'), later]).verdict).toBe('withoutEffect');
  });

  it('that has an effect on other readings only says both: why it has none, and what it would do', () => {
    const first = { id: 't', type: 'termination.notified', by: 'AZ', received: '2028-03-01' }; // ends it on 31 August, or on 1 September
    expect(assessmentOn('2028-09-01', termination, [...sevenOn('2028-09-01'), first])).toMatchObject({
      verdict: 'withoutEffect',
      inTime: 'disputed',
      words: expect.stringMatching(/^The agreement ended before it could take effect.*disputed.*The agreement had ended \(terminated\)\.$/),
    });
    expect(assessmentOn('2031-03-02', termination, [...sevenOn('2031-03-02'), first])).toMatchObject({
      verdict: 'withoutEffect',
      words: 'The agreement had ended (terminated).',
    });
  });

  it('of a revocation that the other Party must consent to says that it waits', () => {
    const list = [
      ...ledger,
      { id: 't', type: 'termination.notified', by: 'KZ', received: '2030-08-01' },
      { id: '7', type: 'termination.revoked', by: 'KZ', of: 't', received: '2030-09-20' },
    ];
    const consent = keptAgreement({ reading: { revocation: 'needsConsent' } });
    expect(follows(assessmentOn('2030-10-01', revocation, list, consent))).toContain('awaits the other Party’s consent');
  });
});

describe('the fact of a notice', () => {
  const said: Record<string, object> = {
    completion: {},
    protocolCompletion: { protocol: 'p' },
    termination: { names: { firstDayOut: '2029-01-01' } },
    revocation: { of: 't' },
    proposal: { protocol: 'p' },
    consent: { protocol: 'p' },
    consultations: { subject: 's' },
    communications: { subject: 's', scope: 'lines', from: '2028-01-01', until: '2028-01-03', payer: 'AZ' },
    organisation: { organisation: 'new', replaces: 'old', from: '2028-01-01' },
    correction: { error: 'a', corrected: 'b' },
    free: { subject: 's', text: 't' },
  };

  it.each(noticeKinds)('of kind %s is a fact that the register takes', kind => {
    const content = noticeContent.parse({ kind, by: 'KZ', reference: 'No. 3', ...said[kind] });
    const c = { ...draftContext(), content, received: d('2028-01-05'), dispatched: d('2028-01-02'), evidence: 'receipt' } as NoticeContext;
    expect(fact.safeParse(factOf(c)).error).toBeUndefined();
    expect(factOf(c)).toMatchObject({ id: '7', reference: 'No. 3', evidence: 'receipt' });
  });

  it('of theirs has what it showed on arrival, and its defect', () => {
    const arrival = { received: d('2028-01-05'), dated: d('2028-01-01'), dispatched: d('2028-01-02'), form: 'oral' as const };
    const c = { ...draftContext(), direction: 'theirs', arrival } as NoticeContext;
    expect(factOf(c, 'no signature')).toEqual({
      id: '7',
      type: 'termination.notified',
      by: 'KZ',
      received: '2028-01-05',
      dated: '2028-01-01',
      dispatched: '2028-01-02',
      form: 'oral',
      defect: 'no signature',
    });
  });

  const draftContext = (): NoticeContext => (drafted('2028-01-01').step as { input: NoticeContext }).input;
});

describe('a draft', () => {
  const read = (...asked: Parameters<typeof readAs<object>>) => answered(readAs<object>(...asked));

  it('says all that is missing at once', () => {
    expect(read(noticeDraft, { direction: 'theirs', content: { kind: 'consent', by: 'KZ' } }, 'The notice')).toMatchObject({
      refused: 'malformed',
      message: expect.stringMatching(/agreement: .*; number: .*; content\.protocol: .*; draftedBy: /) as unknown,
      basis: 'register',
    });
    expect(readAs(noticeDraft, undefined, 'The notice')).toMatchObject({ refused: 'malformed' });
    expect(read(noticeRequests.approve, { by: 'x', on: '2028-01-01' }, 'approve')).toMatchObject({
      message: `approve can’t be used as it is. unknown here: on.`,
    });
  });

  const whole = { agreement: 'a', number: '7', content: termination, draftedBy: 'x' };
  it('of theirs says when it was received; one of ours does not', () => {
    expect(read(noticeDraft, { ...whole, direction: 'theirs' }, 'It')).toMatchObject({
      message: expect.stringContaining('arrival.received: is missing') as unknown,
    });
    expect(read(noticeDraft, { ...whole, arrival: { received: '2028-01-01' } }, 'It')).toMatchObject({
      message: expect.stringContaining('belongs to a notice of the other Party') as unknown,
    });
    expect(readAs(noticeDraft, whole, 'It')).toMatchObject({ direction: 'ours', channel: 'diplomaticNote' });
  });
});

describe('a notice whose fact is not in the ledger as it was', () => {
  const own = (content: object, fact: object, today: string, more: readonly object[] = []) =>
    assessmentOn(today, content, [...ledger, { id: '7', ...fact }, ...more]);
  const struck = { id: 'k', type: 'struck', of: '7', recorded: '2028-03-05', reason: 'sent in error' };

  it('of a day that has not begun for both Parties waits for it, and is not closed', () => {
    expect(own(termination, { type: 'termination.notified', by: 'KZ', received: '2028-03-02' }, '2028-03-01')).toMatchObject({
      verdict: 'running',
      words: 'It counts from 2 Mar 2028, once that day has begun for both Parties.',
    });
  });

  it.each([
    [termination, { type: 'termination.notified', by: 'KZ', received: '2028-03-01' }],
    [
      { kind: 'consultations', subject: 'x', by: 'KZ' },
      { type: 'consultations.requested', by: 'KZ', received: '2028-03-01', subject: 'x' },
    ],
    [
      { kind: 'protocolCompletion', protocol: 'p', by: 'KZ' },
      { type: 'protocol.completion.notified', protocol: 'p', by: 'KZ', received: '2028-03-01' },
    ],
  ])('struck, it is without effect: %j', (content, fact) => {
    expect(own(content, fact, '2028-04-01', [struck])).toMatchObject({
      verdict: 'withoutEffect',
      words: 'It was struck from the register.',
    });
  });

  it.each([
    ['correction', { kind: 'correction', error: 'x', corrected: 'y' }, { type: 'error.notified', error: 'x', corrected: 'y' }],
    ['free', { kind: 'free', subject: 'x', text: 'y' }, { type: 'note.received', subject: 'x' }],
    ['organisation', { kind: 'organisation', organisation: 'x' }, { type: 'organisation.notified', organisation: 'x' }],
    [
      'communications',
      { kind: 'communications', subject: 'x', scope: 'y', from: '2028-04-01', until: '2028-04-02', payer: 'KZ' },
      { type: 'communications.requested', subject: 'x', scope: 'y', from: '2028-04-01', until: '2028-04-02', payer: 'KZ' },
    ],
    ['consultations', { kind: 'consultations', subject: 'x' }, { type: 'consultations.requested', subject: 'x' }],
  ])('of kind %s moves no date', (_, content, fact) => {
    expect(own({ ...content, by: 'KZ' }, { ...fact, by: 'KZ', received: '2028-03-01' }, '2028-04-01')).toMatchObject({
      verdict: 'tookEffect',
      words: 'Entered; it moves no date of the agreement.',
    });
  });

  it('of a notice that was struck, a revocation is without effect and says why', () => {
    const notified = { id: 't', type: 'termination.notified', by: 'KZ', received: '2028-02-01' };
    const gone = { ...struck, of: 't' };
    const found = own(
      { kind: 'revocation', of: 't', by: 'KZ' },
      { type: 'termination.revoked', by: 'KZ', of: 't', received: '2028-03-01' },
      '2028-04-01',
      [notified, gone],
    );
    expect(found.verdict).toBe('withoutEffect');
    expect(follows(found)).toContain('t');
  });

  it('an entry of another kind under its number is none of its own: it has still to be received', () => {
    expect(
      own(termination, { type: 'consultations.requested', by: 'KZ', received: '2028-03-01', subject: 'x' }, '2028-04-01'),
    ).toMatchObject({
      verdict: 'pending',
      sendBy: '2030-08-07',
    });
  });

  it('a consent has whose it is, and its defect', () => {
    const consent = {
      number: '7',
      content: { kind: 'consent', protocol: 'p', by: 'AZ' },
      arrival: { received: d('2028-03-01'), form: 'oral' },
    };
    expect(fact.parse(factOf(consent as never, 'unsigned'))).toEqual({
      id: '7',
      type: 'protocol.agreed',
      protocol: 'p',
      by: 'AZ',
      on: '2028-03-01',
      form: 'oral',
      defect: 'unsigned',
    });
  });
});

describe('a notice received may be revoked', () => {
  const until = (asOf: string, ...list: object[]) => {
    const s = on(asOf, [...ledger, ...list], keptAgreement());
    return s.notices.map(line => revocable(s, line));
  };
  const first = { id: 't', type: 'termination.notified', by: 'KZ', received: '2028-03-01' };

  it('until it takes effect, and without consent until the safe day', () => {
    expect(until('2028-03-01', first)).toEqual([{ until: '2028-08-31', onEveryReading: '2028-08-31', withoutConsent: '2028-08-31' }]);
  });

  it('also where it is not the one that ends the agreement', () => {
    const second = { id: 'u', type: 'termination.notified', by: 'AZ', received: '2028-05-01' };
    expect(until('2028-05-01', first, second)).toHaveLength(2);
  });
});
