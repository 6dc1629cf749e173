/** The legal assessment of a notice: the day by which it must be sent, whether it still may be, and its outcome on every reading. */
import { describe, expect, it } from 'vitest';
import { factOf } from '../../machines/notice/facts.ts';
import { noticeDraft, noticeRequests, readAs } from '../../machines/notice/steps.ts';
import { fact } from '../../machines/facts.ts';
import { noticeContent, noticeKinds } from '../../machines/notice/content.ts';
import type { NoticeContext } from '../../machines/notice/context.ts';
import { d, given, on, follows, english } from './setup.ts';
import { inTheYear } from './bounded.ts';
import { answered } from '../support/sentences.ts';
import { revocable } from '../../machines/revocable.ts';
import { drafted, keptAgreement, ledger, termination, assessmentOn as assessedOn } from './notice-setup.ts';

/** With its consequences as English sentences. */
const assessmentOn = (...asked: Parameters<typeof assessedOn>) => {
  const assessment = assessedOn(...asked);
  return { ...assessment, words: follows(assessment), tooLate: assessment.tooLate && english(assessment.tooLate) };
};

const revocation = { kind: 'revocation', of: 't', by: 'KZ' } as const;
const running = [...ledger, { id: 't', type: 'termination.notified', by: 'KZ', received: '2028-03-01' }];

const alsoEnds =
  'Once received, it also ends the agreement under art. 13, which may be before the end of the period; a dry run gives the day.';

describe('a notice in transit', () => {
  const sent = { dispatched: '2028-01-01' };

  it('of termination names the end that it brings about if it arrives within the transit allowance, on other readings too', () => {
    expect(assessmentOn('2028-01-02', termination, ledger, keptAgreement(), sent).words).toBe(
      'To be received by 28 Aug 2030: then it prevents the renewal of period 1 on every reading. If it counts as received on 22 Jan 2028, the last day in force is 21 Jul 2028 (art. 13). On other readings it ceases to be in force on 23 Jul 2028, 1 Mar 2031 or 2 Mar 2031.',
    );
  });

  it('or in draft can prevent no renewal if a notice of the other Party ends the agreement before it on every reading', () => {
    const ended = [...ledger, { id: 'theirs', type: 'termination.notified', by: 'AZ', received: '2028-01-10' }];
    for (const more of [sent, {}])
      expect(assessmentOn('2028-02-01', termination, ended, keptAgreement(), more)).toMatchObject({
        safe: null,
        sendBy: null,
        words: expect.stringMatching(
          /^It can prevent no renewal: the agreement ends in any case, last day in force 9 Jul 2028\./,
        ) as unknown,
      });
  });

  it('still has to arrive in time if revoking the other Party’s notice is disputed', () => {
    const revoked = [
      ...ledger,
      { id: 'theirs', type: 'termination.notified', by: 'AZ', received: '2030-08-01' },
      { id: 'back', type: 'termination.revoked', by: 'AZ', of: 'theirs', received: '2030-08-10' },
    ];
    expect(assessmentOn('2030-08-11', termination, revoked).safe).toBe('2030-08-28');
  });
});

describe('a notice before dispatch', () => {
  it('of termination must be received by the safe day, and sent early enough for its channel', () => {
    expect(assessmentOn('2028-01-01', termination)).toMatchObject({
      verdict: 'pending',
      safe: '2030-08-28',
      sendBy: '2030-08-07',
      transit: 'P21D',
      tell: ['first', 'second', 'third'],
      words: `To be received by 28 Aug 2030: then it prevents the renewal of period 1 on every reading. ${alsoEnds}`,
    });
    expect(assessmentOn('2028-01-01', termination, ledger, keptAgreement(), { channel: 'governmentLine' }).sendBy).toBe('2030-08-27');
    expect(assessmentOn('2028-01-01', termination, ledger, keptAgreement({ desk: undefined })).tell).toEqual([]);
  });

  it('after the safe day says that the agreement may be renewed all the same', () => {
    expect(assessmentOn('2030-08-29', termination)).toMatchObject({
      safe: null,
      sendBy: null,
      words: `The safe day of period 1 is past (28 Aug 2030): a notice may no longer prevent the renewal on 1 Mar 2031, and the agreement may end later than that (art. 13). ${alsoEnds}`,
    });
  });

  it('that may not be given yet names the first day on which one is effective', () => {
    const barred = keptAgreement({
      clauses: {
        ...given().clauses,
        termination: { when: 'afterFirstPeriod', article: 'art. 13', notice: 'P6M', bars: 'giving', barredFor: 'P3Y' },
      },
    });
    expect(assessmentOn('2028-01-01', termination, ledger, barred)).toMatchObject({
      safe: '2030-08-28',
      words: `To be received by 28 Aug 2030: then it prevents the renewal of period 1 on every reading, not before 2 Mar 2029. ${alsoEnds}`,
    });
  });

  it('has no day by which it is due before entry into force, or if the agreement has no periods', () => {
    expect(assessmentOn('2025-01-01', termination, [])).toMatchObject({ safe: null, words: 'The law sets no day for it.' });
    const unlimited = keptAgreement({ clauses: { ...given().clauses, duration: { kind: 'indefinite', article: 'art. 13' } } });
    expect(assessmentOn('2028-01-01', termination, ledger, unlimited)).toMatchObject({
      safe: null,
      words: 'The law sets no day for it. Once received, it ends the agreement under art. 13; a dry run gives the day.',
    });
  });

  it('that ends the agreement only on fixed days must be received by the next day for notice, or be sent by then if dispatch counts', () => {
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

  it('of revocation must arrive before the notice takes effect', () => {
    expect(assessmentOn('2028-04-01', revocation, running)).toMatchObject({ safe: '2028-08-31', basis: 'VCLT art. 68', tooLate: null });
    expect(assessmentOn('2028-08-31', revocation, running)).toMatchObject({ safe: '2028-08-31', tooLate: null });
    expect(assessmentOn('2028-09-01', revocation, running)).not.toMatchObject({ safe: '2028-08-31' });
  });

  it('of revocation after the safe day only has to arrive before the end itself', () => {
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
  ])('of revocation %s must not be sent', (_, list, day, why) => {
    expect(assessmentOn(day, revocation, list.length ? list : ledger)).toMatchObject({
      safe: null,
      tooLate: expect.stringContaining(why) as unknown,
    });
  });

  it('of revocation of a late notice is not bound to the last day for notice', () => {
    const late = [...ledger, { id: 't', type: 'termination.notified', by: 'KZ', received: '2030-11-01' }];
    expect(assessmentOn('2030-12-01', revocation, late).tooLate).toBeNull();
  });
});

describe('the outcome of a notice', () => {
  const sevenOn = (received: string, more: object = {}) => [
    ...ledger,
    { id: '7', type: 'termination.notified', by: 'KZ', received, ...more },
  ];

  it('is pending until its end, and then is that it has taken effect', () => {
    expect(assessmentOn('2028-04-01', termination, sevenOn('2028-03-01'))).toMatchObject({
      verdict: 'running',
      inTime: 'yes',
      lastDayInForce: '2028-08-31',
      words: expect.stringContaining('in time on every reading') as unknown,
    });
    expect(assessmentOn('2028-09-02', termination, sevenOn('2028-03-01')).verdict).toBe('tookEffect');
  });

  it('is without effect if another notice ended the agreement first', () => {
    const first = { id: 't', type: 'termination.notified', by: 'AZ', received: '2028-02-01' };
    expect(assessmentOn('2028-12-01', termination, [...sevenOn('2028-03-01'), first])).toMatchObject({
      verdict: 'withoutEffect',
      words: expect.stringContaining('The agreement ended before it could take effect.') as unknown,
    });
  });

  it('says while it runs that another end comes first, and only then', () => {
    const other = (received: string) => ({ id: 't', type: 'termination.notified', by: 'AZ', received });
    const at = (received: string) => assessmentOn('2028-04-01', termination, [...sevenOn('2028-03-01'), other(received)]);
    expect(at('2028-02-01')).toMatchObject({ verdict: 'running', lastDayInForce: '2028-08-31' });
    expect(at('2028-02-01').words).toContain('Another end comes first: last day in force 31 Jul 2028.');
    expect(at('2028-03-01').words).not.toContain('Another end');
  });

  it('is late if received after the last day on every reading', () => {
    const late = assessmentOn('2031-01-10', termination, sevenOn('2031-01-05'));
    expect(late).toMatchObject({ inTime: 'no', verdict: 'running', certain: false });
    expect(follows(late)).toContain('On other readings it ceases to be in force on');
  });

  it('is disputed if the readings differ, and each other end is given', () => {
    const disputed = assessmentOn('2030-09-10', termination, sevenOn('2030-08-29', { dispatched: '2030-08-20' }));
    expect(disputed).toMatchObject({ inTime: 'disputed', certain: false });
    expect(follows(disputed)).toMatch(/disputed: in time on some readings, late on others.*On other readings it ceases to be in force on/);
  });

  it('is without effect, with the reason, if the law has no use for it', () => {
    expect(assessmentOn('2028-04-01', termination, sevenOn('2028-03-01', { form: 'oral' }))).toMatchObject({ verdict: 'withoutEffect' });
  });

  it('is absent if its fact was struck, revoked or replaced', () => {
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
  ])('for %j gives the consequences', (content, list, words) => {
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
  ])('for the end of provisional application gives the consequences, with the clauses %j', (clauses, verdict, words) => {
    const content = { kind: 'provisionalApplicationEnd', by: 'AZ' };
    const list = [
      { id: 's', type: 'signed', on: '2026-01-01' },
      { id: '7', type: 'provisionalApplication.ended', by: 'AZ', received: '2026-04-01' },
    ];
    const kept = keptAgreement();
    const made = assessmentOn('2026-05-01', content, list, { ...kept, clauses: { ...kept.clauses, ...clauses } } as typeof kept);
    expect(made).toMatchObject({ verdict, words });
  });

  it.each([
    ['a protocol that is not signed yet', ledger],
    ['one under an agreement with a day known only within bounds', inTheYear],
  ])('for a completion for %s settles nothing', (_, list) => {
    const content = { kind: 'protocolCompletion', protocol: 'p', by: 'KZ' };
    const completion = { id: '7', type: 'protocol.completion.notified', protocol: 'p', by: 'KZ', received: '2026-05-01' };
    expect(follows(assessmentOn('2026-06-01', content, [...list, completion]))).toBe('Entry into force of protocol p is not settled yet.');
  });

  it('stays pending while the agreement is suspended, and ends with the agreement, whatever ended that', () => {
    const suspended = { id: 'x', type: 'suspension.agreed', on: '2028-03-10' };
    expect(assessmentOn('2028-04-01', termination, [...sevenOn('2028-03-01'), suspended]).verdict).toBe('running');
    const later = { id: 'x', type: 'superseded', on: '2028-03-10', laterTreaty: 'another', firstDayOut: '2028-04-01' };
    expect(assessmentOn('2028-05-01', termination, [...sevenOn('2028-03-01'), later]).verdict).toBe('withoutEffect');
  });

  it('with an effect only on other readings says both why it has none and what it would do', () => {
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

  it('for a revocation that needs the other Party’s consent says that it waits', () => {
    const list = [
      ...ledger,
      { id: 't', type: 'termination.notified', by: 'KZ', received: '2030-08-01' },
      { id: '7', type: 'termination.revoked', by: 'KZ', of: 't', received: '2030-09-20' },
    ];
    const consent = keptAgreement({ reading: { revocation: 'needsConsent' } });
    expect(follows(assessmentOn('2030-10-01', revocation, list, consent))).toContain('awaits the other Party’s consent');
  });
});

describe('the fact made from a notice', () => {
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

  it.each(noticeKinds)('of kind %s is a valid fact for the register', kind => {
    const content = noticeContent.parse({ kind, by: 'KZ', reference: 'No. 3', ...said[kind] });
    const c = { ...draftContext(), content, received: d('2028-01-05'), dispatched: d('2028-01-02'), evidence: 'receipt' } as NoticeContext;
    expect(fact.safeParse(factOf(c)).error).toBeUndefined();
    expect(factOf(c)).toMatchObject({ id: '7', reference: 'No. 3', evidence: 'receipt' });
  });

  it('of the other Party has its dates of arrival, and its defect', () => {
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

describe('a draft notice', () => {
  const read = (...asked: Parameters<typeof readAs<object>>) => answered(readAs<object>(...asked));

  it('lists everything that is missing at once', () => {
    expect(read(noticeDraft, { direction: 'theirs', content: { kind: 'consent', by: 'KZ' } }, 'The notice')).toMatchObject({
      refused: 'malformed',
      message: expect.stringMatching(/agreement: .*; number: .*; content\.protocol: .*; draftedBy: /) as unknown,
      basis: 'register',
    });
    expect(readAs(noticeDraft, undefined, 'The notice')).toMatchObject({ refused: 'malformed' });
    expect(read(noticeRequests.approve, { by: 'x', on: '2028-01-01' }, 'approve')).toMatchObject({
      message: `The request to approve a notice can’t be used as it is: on: not known here.`,
    });
  });

  const whole = { agreement: 'a', number: '7', content: termination, draftedBy: 'x' };
  it('of the other Party has a day of receipt, and one of ours does not', () => {
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

  it('waits if its fact’s day has not begun for both Parties, and is not closed', () => {
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
  ])('is without effect if the fact is struck: %j', (content, fact) => {
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

  it('makes a revocation of it, once struck, without effect, with the reason', () => {
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

  it('has still to be received if its number is the id of another kind of entry', () => {
    expect(
      own(termination, { type: 'consultations.requested', by: 'KZ', received: '2028-03-01', subject: 'x' }, '2028-04-01'),
    ).toMatchObject({
      verdict: 'pending',
      sendBy: '2030-08-07',
    });
  });

  it('of consent has its Party, and its defect', () => {
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

describe('a received notice may be revoked', () => {
  const until = (asOf: string, ...list: object[]) => {
    const s = on(asOf, [...ledger, ...list], keptAgreement());
    return s.notices.map(line => revocable(s, line));
  };
  const first = { id: 't', type: 'termination.notified', by: 'KZ', received: '2028-03-01' };

  it('until it takes effect, and without consent until the safe day', () => {
    expect(until('2028-03-01', first)).toEqual([{ until: '2028-08-31', onEveryReading: '2028-08-31', withoutConsent: '2028-08-31' }]);
  });

  it('even if another notice ends the agreement', () => {
    const second = { id: 'u', type: 'termination.notified', by: 'AZ', received: '2028-05-01' };
    expect(until('2028-05-01', first, second)).toHaveLength(2);
  });
});
