/** The agreements as data: every file loads, and together they have all the clauses that agreements have. */
import { describe, expect, it } from 'vitest';
import { listAgreements } from '../agreements/find.ts';
import { loadAgreement } from '../agreements/load.ts';
import type { Agreement } from '../clauses/agreement.ts';
import { date, type Length } from '../clauses/calendar.ts';
import type { Entry } from '../machines/facts.ts';
import { standing } from '../machines/standing.ts';

const all = listAgreements().map(({ id, file }) => ({ id, ...loadAgreement(file) }));

describe('the agreements', () => {
  it.each(all)('$id is named after its file and gives its sources and the reasons for its readings', ({ id, agreement, facts }) => {
    expect(agreement.id).toBe(id);
    expect(agreement.rehearsal).toBe(false);
    expect(agreement.notes.join('\n')).toMatch(/^Reading: /m);
    expect(facts.filter(f => f.type === 'signed')).toHaveLength(1);
  });

  it('together use every clause that servanda supports', () => {
    const used = new Set(all.flatMap(({ agreement, facts }) => [...clausesOf(agreement), ...factsUsed(facts)]));
    expect([...used]).toEqual(
      expect.arrayContaining([
        'entry: receipt of the last notification',
        'entry: date of the last notification',
        'entry: notification of one Party alone',
        'entry: not before another instrument',
        'entry: signature',
        'entry: fixed date',
        'entry: fixed date, after the last notification',
        'entry: exchange of instruments',
        'then: months',
        'then: days',
        'then: firstDayOfMonth',
        'then: firstDayOfYear',
        'then: sameDay',
        'applied provisionally',
        ...['P1Y', 'P3Y', 'P5Y', 'P10Y', 'P20Y', 'P30Y'].map(l => `first period: ${l}`),
        'first period: until a fixed day',
        'periods: counted from signature',
        'renewal: automatic, equal',
        'renewal: automatic, different',
        'renewal: once',
        'renewal: without limit',
        'renewal: by agreement',
        'renewal: by agreement, for as long as is agreed',
        'renewal: agreed for a length of its own',
        'renewal: none',
        'duration: indefinite',
        'duration: as long as another instrument',
        'notice before the end: months',
        'notice before the end: days',
        'notice before the end: years',
        'notice to end it: months',
        'notice to end it: days',
        'notice to end it: years',
        'notice to end it: firstDayOfMonth',
        'notice to end it: months, then firstDayOfMonth',
        'notice to end it: firstDayOfYear',
        'notice: counts from its date',
        'notice: counts from its dispatch',
        'notice: withdrawn by consent',
        'ends: anyTime',
        'ends: endOfPeriod',
        'ends: afterFirstPeriod',
        'ends: no notice in the first years',
        'ends: onFixedDays',
        'amended by protocol',
        'survives: without a day',
        'survives: for years',
        'bent',
      ]),
    );
  });

  it('include some in force, some that are over and some not yet in force on 22 November 2026', () => {
    const status = new Map(
      all.map(({ id, agreement, facts }) => [
        id,
        standing({ agreement, description: 'sha256:', entries: facts, asOf: date('2026-11-22') }).status,
      ]),
    );
    expect([...status.values()].filter(s => s === 'inForce').length).toBeGreaterThanOrEqual(10);
    expect(status.get('kz-az-2004-government-communications')).toBe('signed');
    expect(status.get('ua-ru-1997-friendship')).toBe('terminated');
    expect(status.get('ru-us-2010-strategic-arms')).toBe('expired');
  });

  it('the one between the two Governments records only the signature, with every value and its article', () => {
    const { agreement, facts } = all.find(a => a.id === 'kz-az-2004-government-communications')!;
    expect(facts).toEqual([{ id: 's', type: 'signed', on: '2004-03-01', place: 'Astana' }]);
    expect(Object.keys(agreement.title)).toEqual(['en', 'kk', 'ru', 'az']);
    expect(agreement.parties.map(p => [p.id, p.zone])).toEqual([
      ['KZ', 'Asia/Almaty'],
      ['AZ', 'Asia/Baku'],
    ]);
    expect(agreement.languages).toMatchObject({ prevailing: 'ru', working: { language: 'ru', article: 'art. 9' } });
    expect(agreement.clauses.entryIntoForce).toHaveProperty('then', 'sameDay');
    expect(agreement.clauses).toMatchObject({
      entryIntoForce: { on: 'lastNotification', article: 'art. 13', counts: 'received' },
      duration: {
        kind: 'periods',
        article: 'art. 13',
        first: 'P5Y',
        renewal: { kind: 'automatic', length: 'P5Y' },
        noticeBefore: 'P6M',
      },
      termination: { when: 'anyTime', article: 'art. 13', notice: 'P6M' },
      amendment: { article: 'art. 10', by: 'protocol' },
    });
  });
});

function clausesOf({ clauses }: Agreement): string[] {
  const { entryIntoForce: entry, duration, termination, amendment, provisionalApplication, survivals = [] } = clauses;
  const used: string[] = entryUsed(entry);
  if (provisionalApplication) used.push('applied provisionally');
  if (duration.kind === 'periods') used.push(...periodsUsed(duration));
  else if (!duration.unseen) used.push('duration: indefinite');
  if ('endsWith' in duration && duration.endsWith) used.push('duration: as long as another instrument');
  if (termination) used.push(...terminationUsed(termination));
  if (amendment) used.push('amended by protocol');
  used.push(...survivals.map(s => `survives: ${s.length ? `for ${unit(s.length)}` : 'without a day'}`));
  if (Object.values(clauses).some(clause => clause && 'bent' in clause)) used.push('bent');
  return used;
}

type Clauses = Agreement['clauses'];
const unit = (l: Length): string => ({ Y: 'years', M: 'months', W: 'weeks', D: 'days' })[l.at(-1)!]!;
const steps = (then: object | 'sameDay'): string => (then === 'sameDay' ? 'sameDay' : Object.keys(then).join(', then '));

function entryUsed(entry: Clauses['entryIntoForce']): string[] {
  const used: string[] = [];
  if (entry.on === 'lastNotification') {
    used.push(`entry: ${entry.counts === 'received' ? 'receipt' : 'date'} of the last notification`);
    if (entry.parties?.length === 1) used.push('entry: notification of one Party alone');
  }
  if (entry.on === 'signature') used.push('entry: signature');
  if (entry.on === 'exchangeOfInstruments') used.push('entry: exchange of instruments');
  if (entry.on === 'fixedDate') used.push(`entry: fixed date${entry.afterLastNotification ? ', after the last notification' : ''}`);
  if ('then' in entry) used.push(`then: ${steps(entry.then)}`);
  if ('condition' in entry && entry.condition) used.push('entry: not before another instrument');
  return used;
}

function periodsUsed({ first, renewal, noticeBefore, countedFrom }: Extract<Clauses['duration'], { kind: 'periods' }>): string[] {
  const used = [`first period: ${typeof first === 'string' ? first : 'until a fixed day'}`];
  if (countedFrom) used.push(`periods: counted from ${countedFrom}`);
  if (renewal.kind === 'automatic') used.push(`renewal: automatic, ${renewal.length === first ? 'equal' : 'different'}`);
  if (renewal.kind === 'automatic' && renewal.times === 1) used.push('renewal: once');
  if (renewal.kind === 'withoutLimit') used.push('renewal: without limit');
  if (renewal.kind === 'byAgreement') used.push(`renewal: by agreement${renewal.length ? '' : ', for as long as is agreed'}`);
  if (renewal.kind === 'none') used.push('renewal: none');
  if (noticeBefore)
    used.push(`notice before the end: ${typeof noticeBefore === 'string' ? unit(noticeBefore) : 'another after the first period'}`);
  return used;
}

function terminationUsed(termination: NonNullable<Clauses['termination']>): string[] {
  const used = [`ends: ${termination.when}`];
  if ('notice' in termination && termination.notice) used.push(`notice to end it: ${unit(termination.notice)}`);
  if ('then' in termination && termination.then) used.push(`notice to end it: ${steps(termination.then)}`);
  if ('counts' in termination && termination.counts === 'dated') used.push('notice: counts from its date');
  if ('counts' in termination && termination.counts === 'dispatched') used.push('notice: counts from its dispatch');
  if ('bars' in termination && termination.bars === 'giving') used.push('ends: no notice in the first years');
  if (termination.withdrawal === 'byConsent') used.push('notice: withdrawn by consent');
  return used;
}

const factsUsed = (facts: readonly Entry[]): string[] =>
  facts.flatMap(f => (f.type === 'renewal.agreed' && ('length' in f || 'until' in f) ? ['renewal: agreed for a length of its own'] : []));
