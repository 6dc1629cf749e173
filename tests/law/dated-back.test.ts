/** An act of the Parties for a day before it: an end, a later treaty, a suspension, a resumption. VCLT art. 54, 57, 59. */
import { describe, expect, it } from 'vitest';
import { addDays, latest } from '../../clauses/calendar.ts';
import { hasEnded } from '../../machines/agreement/context.ts';
import { dateOf, type Entry, type Fact } from '../../machines/facts.ts';
import { fold } from '../../machines/fold.ts';
import { factsKnown } from '../../machines/ledger.ts';
import { suspensionsOn } from '../../machines/page-lines.ts';
import { isOver, viewOf } from '../../machines/view.ts';
import { chanceOf, type Chance } from '../support/chance.ts';
import { drawLedger } from '../support/drawn-ledgers.ts';
import { given, on } from './setup.ts';

const signed = { id: 's', type: 'signed', on: '2021-01-01' };
const kz = { id: 'n1', type: 'completion.notified', by: 'KZ', received: '2021-02-01' };
const az = { id: 'n2', type: 'completion.notified', by: 'AZ', received: '2021-03-10' };

describe('an act dated back', () => {
  const list = [signed, kz, az];
  const suspended = { id: 'a', type: 'suspension.agreed', on: '2024-06-01' };
  const out = { on: '2025-06-01', firstDayOut: '2025-01-01' };

  it.each<[string, object[], string, string]>([
    ['an agreed end', [{ id: 'x', type: 'termination.agreed', ...out }], 'inForce', 'terminated'],
    ['a later treaty', [{ id: 'x', type: 'superseded', laterTreaty: 'another', ...out }], 'inForce', 'superseded'],
    ['a suspension', [{ id: 'x', type: 'suspension.agreed', on: '2025-06-01', from: '2025-01-01' }], 'inForce', 'suspended'],
    ['a resumption', [suspended, { id: 'x', type: 'resumption.agreed', on: '2025-06-01', from: '2025-01-01' }], 'suspended', 'inForce'],
  ])('has effect from the day that it names, once it is known, and is named: %s', (_, acts, before, since) => {
    const statusOn = (day: string, knownOn?: string) => on(day, [...list, ...acts], given(), knownOn).status;
    expect(['2024-12-31', '2025-01-01', '2025-05-31', '2025-06-01'].map(day => statusOn(day))).toEqual([before, since, since, since]);
    expect(statusOn('2025-03-01', '2025-05-31')).toBe(before);
    expect(on('2025-03-01', [...list, ...acts]).hindsight).toMatchObject([{ fact: 'x', on: '2025-06-01', from: '2025-01-01' }]);
    expect(on('2024-12-31', [...list, ...acts]).hindsight).toEqual([]);
  });

  const notice = { id: 't', type: 'termination.notified', by: 'AZ', received: '2024-07-31' };
  it.each<[string, object]>([
    ['an agreed end', { type: 'termination.agreed', ...out }],
    ['a later treaty', { type: 'superseded', laterTreaty: 'another', ...out }],
    ['a suspension', { type: 'suspension.agreed', on: '2025-06-01', from: '2025-01-01' }],
  ])('has no effect on the days before if the agreement had ended when it was done: %s', (_, act) => {
    const s = on('2025-01-15', [...list, notice, { id: 'x', ...act }]);
    expect(s).toMatchObject({ status: 'inForce', termination: { lastDayInForce: '2025-01-30' }, hindsight: [] });
  });

  it('shows the day on which it was done, on the days between too', () => {
    const s = on('2025-03-01', [...list, { id: 'x', type: 'termination.agreed', ...out }]);
    expect(s.termination!.reason).toMatchObject({ args: { on: '2025-06-01', firstDayOut: '2025-01-01' } });
  });

  it.each([
    ['an agreed end', { type: 'termination.agreed' }, ['2025-12-31 terminationEffect', '2026-06-01 termination.agreed']],
    ['a later treaty', { type: 'superseded', laterTreaty: 'another' }, ['2026-01-01 supersession', '2026-06-01 superseded']],
  ])('is in the timeline with its end, and without the periods that it undoes: %s', (_, act, rows) => {
    const end = { id: 'x', ...act, on: '2026-06-01', firstDayOut: '2026-01-01' };
    for (const day of ['2026-02-01', '2026-06-01', '2027-01-01'])
      expect(
        on(day, [...list, end])
          .dates.filter(r => r.date > '2025-10-01')
          .map(r => `${r.date} ${r.what}`),
      ).toEqual(rows);
  });

  it('suspends no earlier than entry into force, and resumes no earlier than the suspension', () => {
    const early = { id: 'a', type: 'suspension.agreed', on: '2024-06-01', from: '2020-01-01' };
    expect(on('2022-01-01', [...list, early])).toMatchObject({ status: 'suspended', suspensions: [{ from: '2021-03-10' }] });
    expect(on('2025-01-01', [...list, early]).suspensions).toEqual([{ from: '2021-03-10', resumes: null }]);
    const resumed = { id: 'b', type: 'resumption.agreed', on: '2025-01-01', from: '2023-01-01' };
    expect(on('2024-09-01', [...list, suspended, resumed]).status).toBe('inForce');
  });

  it('suspends or resumes after what else was known by the day asked about', () => {
    const back = { id: 'a', type: 'suspension.agreed', on: '2024-06-01', from: '2024-01-01' };
    const resumed = { id: 'b', type: 'resumption.agreed', on: '2025-01-01', from: '2024-03-01' };
    expect(on('2024-06-01', [...list, back, resumed]).status).toBe('inForce');
    const vain = { id: 'b', type: 'resumption.agreed', on: '2024-03-01' };
    expect(['2024-03-01', '2024-06-01'].map(day => on(day, [...list, vain, back]).status)).toEqual(['suspended', 'suspended']);
  });

  it('gives each day the end and the suspensions that a later day gives it', () => {
    let seen = 0;
    for (let seed = 0; seed < 500; seed += 1) {
      const c = chanceOf(seed, 'dated back');
      const of = given();
      const entries = drawLedger(of, c).entries.map(e => datedBack(e, c));
      const { facts: all } = factsKnown(entries, undefined, of.clauses);
      const far = addDays(latest(...all.map(dateOf)), 4000);
      const whole = fold(of, all, of.reading, far);
      const end = hasEnded(whole.agreement.snapshot.context) ? viewOf(whole, far).end!.lastDayInForce.date : undefined;
      for (const day of new Set(all.map(dateOf))) {
        const { status } = viewOf(fold(of, all, of.reading, day), day);
        const isOverThen = end !== undefined && day > end;
        const isSuspended = suspensionsOn(whole.history, end).some(s => s.from <= day && !(s.resumes && s.resumes <= day));
        expect([seed, day, isOver(status), status === 'suspended']).toEqual([seed, day, isOverThen, isSuspended && !isOverThen]);
        if (isOverThen || isSuspended) seen += 1;
      }
    }
    expect(seen).toBeGreaterThan(300);
  });

  it('to a day before entry into force has no effect on the days between, and is not named', () => {
    const early = { id: 'x', type: 'termination.agreed', on: '2025-06-01', firstDayOut: '2021-03-01' };
    expect(on('2025-03-01', [...list, early])).toMatchObject({ status: 'inForce', hindsight: [] });
  });
});

/** Mostly dates an end, a suspension or a resumption back. */
function datedBack(e: Entry, c: Chance): Entry {
  if (!('on' in e) || c.in100(40)) return e;
  const day = addDays(dateOf(e as Fact), -c.below(400));
  if (e.type === 'termination.agreed' || e.type === 'superseded') return { ...e, firstDayOut: day };
  return e.type === 'suspension.agreed' || e.type === 'resumption.agreed' ? { ...e, from: day } : e;
}
