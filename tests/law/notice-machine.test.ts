/** The life of a notice: four eyes, no effect before receipt, warnings before the send-by day, and what may be withdrawn when. */
import { describe, expect, it } from 'vitest';
import type { NoticeContent } from '../../machines/notice/content.ts';
import { isFourEyesRefusal, refusalOfEvent, visitRefusal } from '../../machines/notice/refusals.ts';
import { noticeDraft, type NoticeStep } from '../../machines/notice/steps.ts';
import { refuse } from '../../machines/refusal.ts';
import { replay, shownOf, timersOf } from '../../machines/notice/replay.ts';
import { wordings } from '../../wording/index.ts';
import { noticeDetails } from '../../wording/plan.ts';
import { d, said, sentence } from './setup.ts';
import { drafted, event, follow, keptAgreement, ledger, refused, step, termination, assessmentOn } from './notice-setup.ts';

const approved = step('notice.approved', '2026-05-02', { by: 'approver' });
const dispatched = step('notice.dispatched', '2026-05-10', { by: 'clerk', on: d('2026-05-10') });
const received = step('notice.received', '2026-05-20', { by: 'clerk', received: d('2026-05-18'), evidence: 'receipt 4' });
const draft = drafted('2026-05-01');
const away = [draft, approved, dispatched];

describe('four eyes', () => {
  it('does not let the drafter of a notice approve it', () => {
    expect(refused([draft], event('notice.approved', '2026-05-02', { by: 'drafter' }))).toMatchObject({ basis: 'fourEyes' });
    expect(refused([draft], event('notice.approved', '2026-05-02', { by: 'approver' }))).toBeUndefined();
  });

  it('counts a name in another spelling as the same person', () => {
    const by = (name: string) =>
      refused([drafted('2026-05-01', { draftedBy: 'A. Smith' })], event('notice.approved', '2026-05-02', { by: name }));
    for (const alike of [' a.  SMITH ', 'A. Smith\u200b', '\u0410. Sm\u0456th', 'A. Smith\n'])
      expect(by(alike)).toMatchObject({ basis: 'fourEyes' });
    expect(by('B. Smith')).toBeUndefined();
  });

  it('counts whoever changed a notice last as its drafter, and a change voids an approval', () => {
    const changed = [draft, approved, step('notice.amended', '2026-05-03', { by: 'approver', channel: 'courier' })];
    expect(follow(changed, '2026-05-03')).toMatchObject({ state: 'drafted' });
    expect(refused(changed, event('notice.approved', '2026-05-04', { by: 'approver' }))?.message).toContain(
      'another person must approve it',
    );
    expect(refused(changed, event('notice.approved', '2026-05-04', { by: 'drafter' }))).toBeUndefined();
    expect(
      follow([draft, step('notice.amended', '2026-05-03', { by: 'drafter' })], '2026-05-03').instance.snapshot.context.content,
    ).toEqual(termination);
  });

  it('does not let the person who entered the decision to give it approve it, whoever decided', () => {
    const steps = [drafted('2026-05-02', { draftedBy: 'minister', enteredBy: 'officer' })];
    const by = (person: string) => refused(steps, event('notice.approved', '2026-05-03', { by: person }))?.message;
    expect(by('Officer')).toBe('Notice 7: Officer entered the decision to give it; another person must approve it.');
    expect(by('minister')).toBe('Notice 7: minister drafted it or last changed it; another person must approve it.');
    expect(by('approver')).toBeUndefined();
  });

  it('does not let an unapproved notice be dispatched, or an approved one be approved again', () => {
    expect(refused([draft], event('notice.dispatched', '2026-05-02', { by: 'clerk', on: '2026-05-02' }))).toMatchObject({
      basis: 'fourEyes',
    });
    expect(refused([draft, approved], event('notice.approved', '2026-05-03', { by: 'third' }))?.message).toContain(
      'can’t be approved, because it is approved and not sent',
    );
  });
});

it('only the refusals that keep one person from doing the work of two are logged as attempts at it', () => {
  const isLogged = (steps: readonly NoticeStep[], type: string, more: object): boolean =>
    isFourEyesRefusal(refusalOfEvent(follow(steps, '2026-05-12').instance, event(type, '2026-05-12', { by: 'drafter', ...more })));
  expect(isLogged([draft], 'notice.approved', {})).toBe(true);
  expect(isLogged([draft], 'notice.dispatched', { on: '2026-05-12' })).toBe(true);
  expect(isLogged(away, 'notice.dispatched', { on: '2026-05-12' })).toBe(false);
});

describe('a notice on its way', () => {
  it('is not dispatched on a future day, or dated after its dispatch', () => {
    const leave = (more: object) => refused([draft, approved], event('notice.dispatched', '2026-05-10', { by: 'clerk', ...more }));
    expect(leave({ on: '2026-05-11' })?.message).toContain('the day of dispatch, 11 May 2026, is in the future; today is 10 May 2026');
    expect(leave({ on: '2026-05-10', dated: '2026-05-11' })?.message).toContain('dated 11 May 2026 is after dispatched 10 May 2026');
    expect(leave({ on: '2026-05-10', dated: '2026-05-09' })).toBeUndefined();
    expect(refused(away, event('notice.dispatched', '2026-05-12', { by: 'clerk', on: '2026-05-12' }))?.message).toContain(
      'can’t be dispatched, because it is on its way',
    );
  });

  it('must not be sent once it could no longer have any effect', () => {
    const assessment = { ...assessmentOn('2026-05-01', termination), tooLate: { code: 'noNoticeToRevoke', args: { of: 't' } } as const };
    expect(
      refused(
        [drafted('2026-05-01', { assessment }), approved],
        event('notice.dispatched', '2026-05-10', { by: 'clerk', on: '2026-05-10' }),
      ),
    ).toMatchObject({
      message: 'Notice 7 can’t be dispatched any more. The register has no notice of termination t that is running.',
      basis: 'VCLT art. 68',
      params: { why: assessment.tooLate },
    });
  });

  it('keeps the channel and the number of the note with which it was sent', () => {
    const left = step('notice.dispatched', '2026-05-10', { by: 'clerk', on: d('2026-05-10'), channel: 'courier', reference: 'No. 14' });
    expect(follow([draft, approved, left], '2026-05-10').instance.snapshot.context).toMatchObject({
      channel: 'courier',
      content: { ...termination, reference: 'No. 14' },
    });
    const numbered = drafted('2026-05-01', { content: { ...termination, reference: 'No. 12' } });
    expect(follow([numbered, approved, dispatched], '2026-05-10').instance.snapshot.context.content).toMatchObject({ reference: 'No. 12' });
  });

  it('is received only if dispatched, and not before', () => {
    expect(refused(away, event('notice.received', '2026-05-20', { received: '2026-05-09' }))).toMatchObject({
      basis: 'VCLT art. 78',
      message: expect.stringMatching(/9 May 2026.*10 May 2026/) as string,
    });
    expect(refused([draft], event('notice.received', '2026-05-20', { received: '2026-05-20' }))?.message).toContain('dispatched first');
    expect(refused([draft, approved], event('notice.received', '2026-05-20', { received: '2026-05-20' }))?.message).toContain(
      'dispatched first',
    );
    const gone = [...away, step('notice.recalled', '2026-05-12', { by: 'drafter', reason: 'changed mind' })];
    expect(refused(gone, event('notice.received', '2026-05-20', { received: '2026-05-20' }))?.message).toMatch(/it is recalled\.$/);
  });

  it('asks for proof of receipt after the transit allowance, and again each week', () => {
    const { state, acts, waits } = follow(away, '2026-06-16');
    expect(state).toBe('dispatched');
    expect(said(acts)).toEqual([
      '2026-06-01 remind proofOfReceipt',
      '2026-06-08 remind proofOfReceipt',
      '2026-06-15 remind proofOfReceipt',
    ]);
    expect(acts[0]).toMatchObject({ due: '2026-05-31', to: ['first', 'second'] });
    expect(waits).toEqual(['Proof of receipt expected since 31 May 2026, asked for again 22 Jun 2026']);
    expect(follow(away, '2026-05-12').waits).toEqual(['Proof of receipt expected by 31 May 2026']);
  });

  it('may be sent again or changed once returned, and is closed if recalled before receipt', () => {
    const back = [...away, step('notice.returned', '2026-05-25', { by: 'clerk', reason: 'unknown addressee' })];
    expect(follow(back, '2026-05-25')).toMatchObject({ state: 'returned' });
    expect(refused(back, event('notice.dispatched', '2026-05-26', { by: 'clerk', on: '2026-05-26' }))).toBeUndefined();
    expect(follow([...back, step('notice.amended', '2026-05-26', { by: 'x' })], '2026-05-26').state).toBe('drafted');
    expect(refused(back, event('notice.returned', '2026-05-26', { by: 'clerk', reason: 'again' }))?.message).toContain('can’t come back');
    const recalled = follow([...back, step('notice.recalled', '2026-05-26', { by: 'x', reason: 'no need' })], '2026-05-26');
    expect(recalled.state).toBe('recalled');
    expect(recalled.waits).toEqual([]);
    expect(follow([...away, step('notice.recalled', '2026-05-12', { by: 'x', reason: 'no need' })], '2026-05-12').state).toBe('recalled');
  });

  it('is assessed again while in transit', () => {
    const assessment = { ...assessmentOn('2026-05-12', termination), follows: [{ code: 'noDaySet' as const, args: {} }] };
    const { instance } = replay([...away, step('notice.assessed', '2026-05-12', { assessment })], d('2026-05-12'));
    expect(instance.snapshot.context.assessment).toEqual(assessment);
  });
});

it('a request for communications names a visit that does not end before it begins', () => {
  const visit = (until: string) => ({ kind: 'communications', from: d('2026-06-10'), until: d(until) }) as unknown as NoticeContent;
  expect(visitRefusal(visit('2026-06-09'))).toEqual(refuse('visitOutOfOrder', { from: d('2026-06-10'), until: d('2026-06-09') }));
  expect(visitRefusal(visit('2026-06-10'))).toBeUndefined();
});

it('a notice of the other Party is entered with its receipt, and ours without', () => {
  const common = { agreement: 'a', number: '2026-7', content: termination, draftedBy: 'clerk' };
  const issues = (more: object) => noticeDraft.safeParse({ ...common, ...more }).error?.issues;
  expect(issues({ direction: 'theirs' })).toMatchObject([
    { code: 'custom', path: ['arrival', 'received'], params: { rule: 'missing' }, message: 'is missing: when was it received?' },
  ]);
  expect(issues({ direction: 'ours', arrival: { received: '2026-05-01' } })).toMatchObject([
    { code: 'custom', path: ['arrival'], params: { rule: 'ofTheirsOnly' } },
  ]);
});

describe('the send-by day of a notice', () => {
  it('gives warnings as it nears, each time to one more person, and to all when it is past', () => {
    // The safe day, 28 August 2030, less 21 days of transit.
    const { acts, waits } = follow([drafted('2030-01-10')], '2030-08-10');
    expect(acts.map(a => [a.on, a.what, a.due, a.to])).toEqual([
      ['2030-07-24', 'sendBy', '2030-08-07', ['first']],
      ['2030-08-04', 'sendBy', '2030-08-07', ['first', 'second']],
      ['2030-08-08', 'sendBy', '2030-08-28', undefined],
    ]);
    expect(acts.map(a => a.params)).toMatchObject([{ isPast: false }, { isPast: false }, { isPast: true }]);
    expect(waits).toEqual([]);
    expect(follow([drafted('2030-01-10')], '2030-01-10').waits).toEqual([
      'Warning 24 Jul 2030: send by 7 Aug 2030',
      'Send by 7 Aug 2030 to arrive by 28 Aug 2030',
    ]);
  });

  it.each([
    ['2030-07-28', ['Warning 4 Aug 2030: send by 7 Aug 2030', 'Send by 7 Aug 2030 to arrive by 28 Aug 2030']],
    ['2030-08-05', ['Send by 7 Aug 2030 to arrive by 28 Aug 2030']],
    ['2030-08-20', []],
  ])('gives a draft of %s the warnings due at that time', (day, waits) => {
    expect(follow([drafted(day)], day).waits).toEqual(waits);
  });

  it('moves when the plan moves, and no longer matters once the notice is sent', () => {
    const courier = assessmentOn('2030-02-01', termination, ledger, keptAgreement(), { channel: 'courier' });
    const changed = [drafted('2030-01-10'), step('notice.amended', '2030-02-01', { by: 'drafter', channel: 'courier' }, courier)];
    expect(follow(changed, '2030-02-01').waits).toContain('Send by 21 Aug 2030 to arrive by 28 Aug 2030');
    const weighedAnew = [drafted('2030-01-10'), step('notice.assessed', '2030-02-01', { assessment: courier })];
    expect(follow(weighedAnew, '2030-02-01').waits).toContain('Send by 21 Aug 2030 to arrive by 28 Aug 2030');
    expect(follow([drafted('2026-05-01', { content: { kind: 'free', by: 'KZ', subject: 's', text: 't' } })], '2030-12-31').acts).toEqual(
      [],
    );
  });

  it('gives warnings to all if the list is no longer than the number to be warned', () => {
    const assessment = { ...assessmentOn('2030-01-10', termination), tell: ['only'] };
    expect(follow([drafted('2030-01-10', { assessment })], '2030-08-10').acts.map(a => a.to)).toEqual([undefined, undefined, undefined]);
  });
});

describe('a received notice', () => {
  const outcome = assessmentOn('2026-05-20', termination, [
    ...ledger,
    { id: '7', type: 'termination.notified', by: 'KZ', received: '2026-05-18' },
  ]);
  const counted = [
    ...away,
    step('notice.received', '2026-05-20', { by: 'clerk', received: d('2026-05-18'), evidence: 'receipt 4' }, outcome),
  ];

  it('has its outcome, and can’t be recalled: it has to be revoked', () => {
    const { state, acts } = follow(counted, '2026-05-20');
    expect(state).toBe('received');
    expect(acts.at(-1)).toMatchObject({ kind: 'announce', what: 'noticeOutcome', due: '2026-11-17' });
    expect(refused(counted, event('notice.recalled', '2026-05-21', { by: 'x', reason: 'y' }))).toMatchObject({
      basis: 'VCLT art. 68',
      message: expect.stringContaining('To withdraw it now, revoke it') as string,
    });
    expect(refused(counted, event('notice.amended', '2026-05-21', { by: 'x' }))?.message).toContain('can’t be changed any more');
    expect(refused(counted, event('notice.accepted', '2026-05-21', { by: 'x' }))?.message).toContain(
      'is ours; only a notice of the other Party',
    );
  });

  it.each([
    ['tookEffect', 'inEffect'],
    ['revoked', 'revoked'],
    ['withoutEffect', 'withoutEffect'],
    ['running', 'received'],
  ] as const)('assessed as %s, it is %s', (verdict, state) => {
    const after = follow(
      [...counted, step('notice.assessed', '2027-01-01', { assessment: { ...outcome, verdict, lastDayInForce: null } })],
      '2027-01-01',
    );
    expect(after.state).toBe(state);
    expect(after.acts.at(-1)).not.toHaveProperty('due');
  });

  it('can’t be recalled once it took effect, or withdrawn twice', () => {
    const inEffect = [...counted, step('notice.assessed', '2027-01-01', { assessment: { ...outcome, verdict: 'tookEffect' } })];
    expect(refused(inEffect, event('notice.recalled', '2027-01-02', { by: 'x', reason: 'y' }))?.message).toContain(
      'To withdraw it now, revoke it',
    );
    const gone = [draft, step('notice.recalled', '2026-05-02', { by: 'x', reason: 'y' })];
    expect(refused(gone, event('notice.recalled', '2026-05-03', { by: 'x', reason: 'y' }))?.message).toContain(
      'can’t be recalled, because it is recalled',
    );
  });
});

describe('a notice of the other Party', () => {
  const arrival = { received: d('2026-05-03') };
  const theirs = drafted('2026-05-04', { direction: 'theirs', content: { ...termination, by: 'AZ' }, arrival });

  it('is assessed, and a reminder asks for it if nobody does', () => {
    const { state, acts, waits } = follow([theirs], '2026-05-14');
    expect(state).toBe('examination');
    expect(said(acts)).toEqual(['2026-05-06 remind examination', '2026-05-13 remind examination']);
    expect(waits).toEqual(['Examination owed since 3 May 2026, asked for again 20 May 2026']);
    expect(follow([theirs], '2026-05-04').waits).toEqual(['Examine the notice received 3 May 2026 by 6 May 2026']);
    const late = drafted('2026-06-01', { direction: 'theirs', content: { ...termination, by: 'AZ' }, arrival });
    expect(follow([late], '2026-06-01').waits).toEqual(['Examine the notice received 3 May 2026 by 2 Jun 2026']);
  });

  it('counts from its receipt once accepted, and if found defective is not a notice and has the reason', () => {
    const { instance, state } = follow([theirs, step('notice.accepted', '2026-05-05', { by: 'examiner' })], '2026-05-05');
    expect(state).toBe('received');
    expect(instance.snapshot.context).toMatchObject({ received: '2026-05-03', approvedBy: 'examiner' });
    const defective = follow([theirs, step('notice.found.defective', '2026-05-05', { by: 'examiner', reason: 'unsigned' })], '2026-05-05');
    expect(defective).toMatchObject({ state: 'defective' });
    expect(defective.instance.snapshot.context).toMatchObject({ defect: 'unsigned', received: '2026-05-03' });
    expect(
      refused(
        [theirs, step('notice.found.defective', '2026-05-05', { by: 'e', reason: 'unsigned' })],
        event('notice.accepted', '2026-05-06', { by: 'x' }),
      )?.message,
    ).toContain('has already been examined: it is defective');
  });

  it('is assessed again while it is being examined', () => {
    const assessment = { ...assessmentOn('2026-05-12', termination), follows: [{ code: 'noDaySet' as const, args: {} }] };
    const { instance } = follow([theirs, step('notice.assessed', '2026-05-05', { assessment })], '2026-05-05');
    expect(instance.snapshot.context.assessment).toEqual(assessment);
  });
});

describe('an instance of the notice machine', () => {
  it('begins with the draft', () => {
    expect(() => replay([], d('2026-05-01'))).toThrow('A notice begins with its draft.');
    expect(() => replay([approved], d('2026-05-01'))).toThrow('A notice begins with its draft.');
  });

  it('accepts no second draft, and ignores what the machine has no use for', () => {
    expect(follow([draft, draft, approved, received], '2026-05-20').state).toBe('approved');
  });

  it('has its timers in the order of days, each at the instant when the day has begun in both capitals', () => {
    const { instance } = replay([drafted('2030-01-10')], d('2030-01-10'));
    expect(timersOf(instance, ['Asia/Almaty', 'Asia/Baku']).map(t => [t.day, new Date(t.at).toISOString()])).toEqual([
      ['2030-07-24', '2030-07-23T20:00:00.000Z'],
      ['2030-08-08', '2030-08-07T20:00:00.000Z'],
    ]);
  });
});

it('a notice entered long after it was sent is overdue for its proof since the day that is past', () => {
  const left = [drafted('2026-05-01'), approved, step('notice.dispatched', '2026-08-01', { by: 'clerk', on: d('2026-05-10') })];
  expect(follow(left, '2026-08-01').waits).toEqual(['Proof of receipt expected since 31 May 2026']);
});

it('a notice drafted after its send-by day gives a warning to all at once', () => {
  const { acts } = follow([drafted('2030-08-10')], '2030-08-10');
  expect(acts.map(a => [a.what, a.on, a.to])).toEqual([['sendBy', '2030-08-10', undefined]]);
  expect(sentence(acts[0]!)).toContain('send it by the quickest channel');
});

describe('the details of a notice in the Temporal UI', () => {
  const details = (steps: Parameters<typeof follow>[0], through: string): string =>
    noticeDetails(shownOf(follow(steps, through).instance, ['Asia/Almaty', 'Asia/Baku']), 'Rehearsal', wordings.en);

  it('name the state of its machine, what follows, who drafted it, and what it awaits', () => {
    expect(details([draft], '2026-05-02').split('\n\n')).toEqual([
      '**Notice 7: Intention to terminate, by KZ (ours)**',
      'Rehearsal.',
      'It is a draft that is not approved. State of its machine: **drafted**.',
      'To be received by 28 Aug 2030: then it prevents the renewal of period 1 on every reading. Once received, it also ends the agreement under art. 13, which may be before the end of the period; a dry run gives the day.',
      'Drafted by drafter.',
      '- Warning 24 Jul 2030: send by 7 Aug 2030\n- Send by 7 Aug 2030 to arrive by 28 Aug 2030',
    ]);
  });

  it('say who approved it and when it was dispatched and received, and that nothing more is awaited', () => {
    const all = details([...away, received], '2026-05-20').split('\n\n');
    expect(all).toContain('It is received and running. State of its machine: **received**.');
    expect(all.at(-1)).toBe('Drafted by drafter, approved by approver, dispatched 10 May 2026, received 18 May 2026.');
  });
});
