/** What a description lacks of the text is neither filled in nor denied. */
import { describe, expect, test } from 'vitest';
import { consolidated } from '../../machines/consolidated.ts';
import { fold } from '../../machines/fold.ts';
import { planOf } from '../../machines/plan.ts';
import { d, entries, facts, given, on, sentence, whys, english } from './setup.ts';

const unseen = given({
  entryIntoForce: { on: 'unseen', article: 'clause on entry into force, not described' },
  duration: { kind: 'indefinite', article: 'clause on duration, not described', unseen: true },
  termination: undefined,
});
const signed = { id: 's', type: 'signed', on: '1997-05-14' };
const published = { id: 'e', type: 'entry.agreed', on: '1998-03-10', date: '1998-03-10', published: true };
const notified = { id: 'n', type: 'completion.notified', by: 'KZ', received: '1997-08-01' };

describe('a clause on entry into force that is not described', () => {
  test('gives no date, and the published one is asked for', () => {
    const { status, entryIntoForce, notes } = on('2020-01-01', [signed], unseen);
    expect({ status, date: entryIntoForce.date }).toEqual({ status: 'signed', date: null });
    expect(notes[0]).toContain('awaiting the published date of entry into force');
  });

  test('gives way to the published date', () => {
    expect(on('2020-01-01', [signed, published], unseen)).toMatchObject({
      status: 'inForce',
      entryIntoForce: {
        date: '1998-03-10',
        how: 'published as the date of entry into force; what brought it about is not described',
        basis: 'clause on entry into force, not described',
      },
    });
  });

  test('leaves a notification without effect until it is described', () => {
    expect(whys(on('2020-01-01', [signed, notified], unseen))).toEqual([
      { fact: 'n', why: expect.stringContaining('The clause on entry into force is not described here') as unknown },
    ]);
  });
});

describe('a clause on duration that is not described', () => {
  test('neither gives nor denies a period', () => {
    const { period, notes } = on('2020-01-01', [signed, published], unseen);
    expect({ period, note: notes[0] }).toEqual({
      period: null,
      note: expect.stringContaining('no safe day is calculated; that does not mean that there is none'),
    });
  });

  test('leaves a notice of termination without effect until it is described', () => {
    const notice = { id: 't', type: 'termination.notified', by: 'AZ', received: '2019-01-01' };
    const { withoutEffect } = on('2020-01-01', [signed, published, notice], unseen);
    expect(withoutEffect[0]!.why).toContain('The clause on termination is not described here');
    expect(
      on(
        '2020-01-01',
        [signed, published, notice],
        given({
          duration: { kind: 'indefinite', article: 'art. 1' },
          termination: undefined,
          entryIntoForce: unseen.clauses.entryIntoForce,
        }),
      ).withoutEffect[0]!.why,
    ).toContain('VCLT art. 56');
  });

  test('is no longer mentioned once the agreement has ended', () => {
    const end = { id: 'x', type: 'termination.agreed', on: '2010-01-01', firstDayOut: '2010-02-01' };
    expect(on('2020-01-01', [signed, published, end], unseen).notes).toEqual([]);
  });

  test('is mentioned when the agreement is onboarded, and among the consolidated clauses', () => {
    const list = entries(signed, published);
    const today = d('2020-01-01');
    const plan = planOf({ agreement: unseen, description: '', entries: list, today, onboarded: today, reached: undefined, done: [] });
    expect(plan.owed.map(o => sentence(o.act))).toContain(
      'servanda keeps this agreement from 1 January 2020. On that day it was in force; its duration is not described.',
    );
    expect(plan.owed.find(o => o.act.what === 'onboarded')!.act.params).toMatchObject({ status: 'inForce', duration: 'notDescribed' });
    const lines = consolidated(unseen, fold(unseen, facts(...list), unseen.reading, today), facts(...list), today);
    expect(lines.map(l => english(l.value))).toEqual([
      'in force on the day that is published; the clause is not described',
      'not described',
      expect.stringContaining('by protocol'),
    ]);
  });
});
