/** The life of a notice of ours: four eyes, no effect before receipt, and what may be taken back when. VCLT art. 67, 68, 78. */
import { describe, expect, it } from 'vitest';
import { date } from '../../clauses/calendar.ts';
import { apply, fallDue, open, type Course } from '../../machines/driver.ts';
import { noticeMachine, type NoticeEvent } from '../../machines/notice-machine.ts';

type Machine = typeof noticeMachine;
const drafted = (more: { sendBy?: string } = {}): Course<Machine> =>
  open(noticeMachine, {
    today: date('2029-01-10'),
    id: 'note 7',
    draftedBy: 'first secretary',
    proofWithin: 30,
    ...(more.sendBy ? { sendBy: date(more.sendBy) } : {}),
  }).course;

const event = (type: string, at: string, more: object = {}): NoticeEvent => ({ type, at: date(at), ...more }) as NoticeEvent;
const after = (course: Course<Machine>, ...events: NoticeEvent[]): Course<Machine> =>
  events.reduce((c, e) => {
    const taken = apply(noticeMachine, c, e);
    if (!taken) throw new Error(`${e.type} is not possible in ${JSON.stringify(c.snapshot.value)}`);
    return taken.course;
  }, course);
const can = (course: Course<Machine>, e: NoticeEvent): boolean => apply(noticeMachine, course, e) !== undefined;

const approved = event('notice.approved', '2029-01-12', { by: 'counsellor' });
const dispatched = event('notice.dispatched', '2029-01-15');
const received = event('notice.received', '2029-01-20', { received: date('2029-01-18') });

describe('four eyes', () => {
  it('who drafted a notice does not approve it', () => {
    expect(can(drafted(), event('notice.approved', '2029-01-12', { by: 'first secretary' }))).toBe(false);
    expect(can(drafted(), approved)).toBe(true);
  });

  it('who changed it last counts as its drafter, and an approval does not outlive a change', () => {
    const changed = after(drafted(), approved, event('notice.amended', '2029-01-13', { by: 'counsellor' }));
    expect(changed.snapshot.context.approvedBy).toBeUndefined();
    expect(can(changed, approved)).toBe(false);
    expect(can(changed, event('notice.approved', '2029-01-14', { by: 'first secretary' }))).toBe(true);
    expect(can(after(drafted(), event('notice.amended', '2029-01-11', { by: 'attaché' })), approved)).toBe(true);
  });

  it('an unapproved notice is not dispatched', () => {
    expect(can(drafted(), dispatched)).toBe(false);
    expect(after(drafted(), approved, dispatched).snapshot.value).toBe('dispatched');
  });
});

describe('on its way', () => {
  const away = after(drafted(), approved, dispatched);

  it('is not received before it was dispatched, nor on a day to come', () => {
    expect(can(away, event('notice.received', '2029-01-20', { received: date('2029-01-14') }))).toBe(false);
    expect(can(away, event('notice.received', '2029-01-20', { received: date('2029-01-21') }))).toBe(false);
    expect(after(away, received).snapshot.value).toBe('received');
  });

  it('returned, it may be sent again; recalled before receipt, it is over', () => {
    const back = after(away, event('notice.returned', '2029-01-25', { reason: 'unknown addressee' }));
    expect(after(back, event('notice.dispatched', '2029-01-26')).snapshot.context.dispatched).toBe('2029-01-26');
    expect(after(away, event('notice.recalled', '2029-01-16')).snapshot.value).toBe('recalled');
    expect(after(drafted(), event('notice.recalled', '2029-01-11')).snapshot.value).toBe('recalled');
  });

  it('the proof of its receipt is asked for when it is missing', () => {
    const [due] = away.pending;
    expect(due).toMatchObject({ name: 'proofOfReceipt', on: '2029-02-14' });
    const { emitted, course } = fallDue(noticeMachine, away, due!);
    expect(emitted).toMatchObject([
      { kind: 'remind', what: 'proofOfReceipt', on: '2029-02-14', text: expect.stringContaining('has no effect') },
    ]);
    expect(course.snapshot.value).toBe('dispatched');
  });
});

it.each([
  ['notice.took.effect', 'inEffect'],
  ['notice.revoked', 'revoked'],
  ['notice.found.defective', 'defective'],
])('received: %s ends in %s, and it can not be recalled any more', (type, state) => {
  const there = after(drafted(), approved, dispatched, received);
  expect(can(there, event('notice.recalled', '2029-01-21'))).toBe(false);
  expect(after(there, event(type, '2029-02-01', { reason: 'unsigned' })).snapshot.value).toBe(state);
});

describe('the send-by day', () => {
  it('is warned of when the notice has not left by then', () => {
    const waiting = drafted({ sendBy: '2029-02-28' });
    const [due] = waiting.pending;
    expect(due).toMatchObject({ name: 'sendBy', on: '2029-03-01' });
    expect(fallDue(noticeMachine, waiting, due!).emitted).toMatchObject([{ what: 'sendBy', text: expect.stringContaining('28 Feb 2029') }]);
  });

  it('is over for a notice that has left, or that was drafted after it', () => {
    expect(after(drafted({ sendBy: '2029-02-28' }), approved, dispatched).pending.map(p => p.name)).toEqual(['proofOfReceipt']);
    expect(drafted({ sendBy: '2029-01-09' }).pending).toEqual([]);
  });
});
