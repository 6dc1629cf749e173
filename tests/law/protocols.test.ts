/** Protocols: treaties of their own that amend the agreement and become part of it. VCLT art. 39, 44; here art. 10. */
import { describe, expect, it } from 'vitest';
import { languages } from '../../clauses/desk.ts';
import { changes as changesSchema, terms as termsSchema } from '../../clauses/terms.ts';
import { amendedTerms } from '../../machines/agreement/amending.ts';
import { standing } from '../../machines/standing.ts';
import { answerIn, type Answer } from '../../wording/answer.ts';
import { wordings } from '../../wording/index.ts';
import { asOf, inForce, periodIn as period, protocol } from './protocol-setup.ts';
import { actsThrough, d, entries, given, inForceOn, on, said, whys } from './setup.ts';

const notice = (received: string, more: object = {}) => ({ id: 't1', type: 'termination.notified', by: 'AZ', received, ...more });

describe('the dates of an agreement with a protocol', () => {
  const three = protocol('p1', '2006-01-01', { periodLength: 'P3Y', noticeBefore: 'P3M' });
  const line = (s: Answer, label: string) => s.dates.find(l => l.label === label);
  const why = (s: Answer, label: string): string | undefined => s.reckoning.find(r => r.id === line(s, label)?.step)?.how;

  it('include its entry into force, on a past day and on a future one', () => {
    const listed = { what: 'entryIntoForce', basis: 'art. 13', date: '2006-01-01', step: 'protocol/p1' };
    expect(line(asOf('2020-01-01', ...three), 'Protocol p1 enters into force')).toMatchObject({ ...listed, past: true });
    const then = given({ entryIntoForce: { on: 'lastNotification', article: 'art. 13', then: { months: 1 } } });
    const ahead = on('2006-01-15', [...inForce, ...three], then);
    expect(line(ahead, 'Protocol p1 enters into force')).toMatchObject({ ...listed, date: '2006-02-01', past: false });
    expect(on('2007-01-01', [...inForce, ...three], then).dates.filter(l => l.step === 'protocol/p1')).toHaveLength(1);
  });

  it('include the day from which it operates, if it was complete before the agreement was in force', () => {
    const early = [...inForce, ...protocol('p1', '2004-07-01', { noticeBefore: 'P3M' }, '2004-06-20')];
    expect(line(on('2005-01-01', early), 'Protocol p1 enters into force')).toMatchObject({ date: '2004-09-15' });
    expect(line(on('2004-08-01', early), 'Protocol p1 enters into force')).toBeUndefined();
  });

  it('name it if it gave a period its length or its last day for notice, and only there', () => {
    const s = asOf('2013-01-01', ...three);
    expect(why(s, 'Last day of period 1')).not.toContain('protocol');
    expect(why(s, 'Last day of period 2')).toContain('+ 5 years + 3 years, the day before (length set by protocol p1)');
    expect(s.period!.lastDayForNotice!.how).toContain('(notice period set by protocol p1)');
    expect(s.reckoning.find(r => r.id === 'periodEnd/2')!.restsOn).toEqual(['p1']);
    const running = asOf('2006-06-01', ...protocol('p2', '2006-01-01', { periodLength: 'P4Y', appliesTo: 'runningPeriod' }));
    expect(running.period!.how).toContain('(length set by protocol p2)');
    const renewed = asOf('2010-01-01', ...protocol('p3', '2006-01-01', { renewal: { kind: 'automatic', length: 'P2Y' } }));
    expect(renewed.period!.how).toContain('(length set by protocol p3)');
  });

  it.each(languages)('name it in %s', language => {
    const s = answerIn(
      standing({ agreement: given(), description: '', entries: entries(...inForce, ...three), asOf: d('2013-01-01') }),
      wordings[language],
    );
    expect(s.period!.how).toContain('p1');
    expect(s.period!.lastDayForNotice!.how).toContain('p1');
  });
});

describe('a length changed by a protocol', () => {
  it('applies from the next period: the n-th begins at F plus the sum of all earlier lengths', () => {
    const three = protocol('p1', '2006-01-01', { periodLength: 'P3Y' });
    expect(period(asOf('2006-01-01', ...three))).toEqual([1, '2004-09-15', '2009-09-14', '2009-03-14']);
    expect(period(asOf('2009-09-15', ...three))).toEqual([2, '2009-09-15', '2012-09-14', '2012-03-14']);
    expect(period(asOf('2016-01-01', ...three))).toEqual([4, '2015-09-15', '2018-09-14', '2018-03-14']);
  });

  it('is added once in months, and clamped once', () => {
    const leap = [...inForceOn('2004-02-29'), ...protocol('p1', '2006-01-01', { periodLength: 'P3Y' })];
    expect(period(on('2010-01-01', leap))).toEqual([2, '2009-02-28', '2012-02-28', '2011-08-28']);
    const months = [...inForceOn('2004-08-31'), ...protocol('p1', '2006-01-01', { periodLength: 'P6M' })];
    expect(period(on('2009-09-01', months))).toEqual([2, '2009-08-31', '2010-02-27', '2009-08-27']);
    expect(period(on('2010-03-01', months))).toEqual([3, '2010-02-28', '2010-08-30', '2010-02-28']);
  });

  it('applies to the current period if the protocol says so', () => {
    const three = protocol('p1', '2006-01-01', { periodLength: 'P3Y', appliesTo: 'runningPeriod' });
    expect(period(asOf('2006-01-01', ...three))).toEqual([1, '2004-09-15', '2007-09-14', '2007-03-14']);
    expect(period(asOf('2007-09-15', ...three))).toEqual([2, '2007-09-15', '2010-09-14', '2010-03-14']);
    const ten = protocol('p1', '2006-01-01', { periodLength: 'P10Y', appliesTo: 'runningPeriod' });
    expect(period(asOf('2006-01-01', ...ten))).toEqual([1, '2004-09-15', '2014-09-14', '2014-03-14']);
  });

  it('that the current period has outlived already ends it on the day of the protocol', () => {
    const three = protocol('p1', '2008-05-01', { periodLength: 'P3Y', appliesTo: 'runningPeriod' });
    expect(period(asOf('2008-05-01', ...three))!.slice(0, 3)).toEqual([1, '2004-09-15', '2008-05-01']);
    const { period: cut, reckoning } = asOf('2008-05-01', ...three);
    expect(cut!.how).toContain('by its new length (protocol p1), period 1 is over before the day of the change');
    expect(reckoning.find(r => r.id === 'periodEnd/1')!.restsOn).toEqual(['p1']);
    expect(period(asOf('2008-05-02', ...three))).toEqual([2, '2008-05-02', '2010-09-14', '2010-03-14']);
  });

  it('counts whole periods that would be over by then and skips them, so that the grid from F stays', () => {
    const one = protocol('p1', '2008-05-01', { periodLength: 'P1Y', appliesTo: 'runningPeriod' });
    expect(period(asOf('2008-05-02', ...one))).toEqual([4, '2008-05-02', '2008-09-14', '2008-03-14']);
    expect(period(asOf('2008-09-15', ...one))).toEqual([5, '2008-09-15', '2009-09-14', '2009-03-14']);
  });

  it('skipped periods use up limited renewals, and the agreement expires with the shortened period if none is left', () => {
    const one = [...inForce, ...protocol('p1', '2008-05-01', { periodLength: 'P1Y', appliesTo: 'runningPeriod' })];
    const renewedAtMost = (times: number) =>
      given({
        duration: {
          kind: 'periods',
          article: 'art. 13',
          first: 'P5Y',
          renewal: { kind: 'automatic', length: 'P5Y', times },
          noticeBefore: 'P6M',
        },
      });
    const [three, two] = [renewedAtMost(3), renewedAtMost(2)];
    expect(period(on('2008-05-02', one, three))!.slice(0, 3)).toEqual([4, '2008-05-02', '2008-09-14']);
    expect(on('2008-05-01', one, two).termination).toMatchObject({ cause: 'expiry', lastDayInForce: '2008-05-01', certain: true });
    expect(on('2008-05-02', one, two).status).toBe('expired');
    const agreed = { id: 'r', type: 'renewal.agreed', on: '2008-05-01', until: '2010-12-31' };
    expect(period(on('2008-05-02', [...one, agreed], two))!.slice(1, 3)).toEqual(['2008-05-02', '2010-12-31']);
  });

  it('may restart the count, with the day of the protocol as the new F', () => {
    const anew = protocol('p1', '2006-01-01', { periodLength: 'P3Y', restartsPeriods: true });
    expect(period(asOf('2006-01-01', ...anew))).toEqual([1, '2006-01-01', '2008-12-31', '2008-06-30']);
    expect(period(asOf('2009-01-01', ...anew))).toEqual([2, '2009-01-01', '2011-12-31', '2011-06-30']);
    const same = protocol('p1', '2006-01-01', { restartsPeriods: true });
    expect(period(asOf('2006-01-01', ...same))).toEqual([1, '2006-01-01', '2010-12-31', '2010-06-30']);
  });

  it('for the current period finds none if the agreement continues without limit', () => {
    const limitless = given({
      duration: { kind: 'periods', article: 'art. 2', first: 'P5Y', renewal: { kind: 'withoutLimit' }, noticeBefore: 'P6M' },
    });
    const later = protocol('p1', '2012-01-01', { periodLength: 'P3Y', appliesTo: 'runningPeriod' });
    expect(on('2012-06-01', [...inForce, ...later], limitless)).toMatchObject({ status: 'inForce', period: null, termination: null });
  });

  it('restarts a count even if the agreement had continued without limit', () => {
    const limitless = given({
      duration: { kind: 'periods', article: 'art. 2', first: 'P5Y', renewal: { kind: 'withoutLimit' }, noticeBefore: 'P6M' },
    });
    const list = [...inForce, ...protocol('p1', '2012-01-01', { periodLength: 'P2Y', restartsPeriods: true })];
    expect(on('2011-12-31', list, limitless).period).toBeNull();
    expect(period(on('2012-01-01', list, limitless))).toEqual([1, '2012-01-01', '2013-12-31', '2013-06-30']);
    expect(on('2014-01-01', list, limitless).period).toBeNull();
    const plain = [...inForce, ...protocol('p1', '2012-01-01', { noticePeriod: 'P3M' })];
    expect(on('2012-01-01', [...plain, notice('2012-01-01')], limitless)).toMatchObject({
      period: null,
      termination: { lastDayInForce: '2012-03-31' },
    });
  });

  it('starts no period while an agreed end holds the agreement over', () => {
    const held = { id: 'x', type: 'termination.agreed', on: '2009-01-01', firstDayOut: '2011-01-01' };
    const s = asOf('2010-02-01', held, ...protocol('p1', '2010-01-01', { restartsPeriods: true }));
    expect(s).toMatchObject({
      status: 'inForce',
      period: null,
      termination: { lastDayInForce: '2010-12-31' },
      protocols: [{ status: 'inForce' }],
    });
  });

  it('does nothing to an agreement of indefinite duration', () => {
    const indefinite = given({ duration: { kind: 'indefinite', article: 'art. 5' } });
    expect(
      on('2012-01-01', [...inForce, ...protocol('p1', '2011-01-01', { periodLength: 'P2Y', restartsPeriods: true })], indefinite),
    ).toMatchObject({ status: 'inForce', period: null });
  });

  it('of the first period moves the day before which no notice takes effect', () => {
    const after = given({ termination: { when: 'afterFirstPeriod', article: 'art. 16', notice: 'P6M' } });
    const list = [...inForce, ...protocol('p1', '2006-01-01', { periodLength: 'P3Y', appliesTo: 'runningPeriod' }), notice('2006-02-01')];
    expect(on('2006-03-01', list, after).termination!.lastDayInForce).toBe('2007-09-14');
    const second = [...inForce, ...protocol('p1', '2010-01-01', { periodLength: 'P3Y', appliesTo: 'runningPeriod' }), notice('2010-02-01')];
    expect(on('2010-03-01', second, after).termination!.lastDayInForce).toBe('2010-07-31');
  });
});

describe('a notice before the end changed by a protocol', () => {
  it('applies to the current period if its new last day is not before the protocol, otherwise from the next', () => {
    const year = { noticeBefore: 'P1Y' };
    expect(period(asOf('2008-09-14', ...protocol('p1', '2008-09-14', year)))![3]).toBe('2008-09-14');
    expect(period(asOf('2008-09-15', ...protocol('p1', '2008-09-15', year)))![3]).toBe('2009-03-14');
    expect(period(asOf('2009-09-15', ...protocol('p1', '2008-09-15', year)))![3]).toBe('2013-09-14');
  });

  it('may reopen a window that was past', () => {
    const list = protocol('p1', '2009-05-01', { noticeBefore: 'P3M' });
    expect(asOf('2009-04-30', ...list).period).toMatchObject({ settled: true, lastDayForNotice: { date: '2009-03-14' } });
    expect(asOf('2009-05-01', ...list).period).toMatchObject({ settled: false, lastDayForNotice: { date: '2009-06-14' } });
    expect(asOf('2009-06-01', ...list, notice('2009-06-01')).notice!.inTime).toBe('yes');
  });

  it('has no effect on an agreement that no notice can end', () => {
    const none = given({
      duration: { kind: 'periods', article: 'art. 2', first: 'P5Y', renewal: { kind: 'automatic', length: 'P5Y' } },
      termination: undefined,
    });
    const list = [...inForce, ...protocol('p1', '2006-01-01', { noticeBefore: 'P6M' })];
    expect(on('2006-01-01', list, none).period!.lastDayForNotice).toBeNull();
    expect(on('2010-01-01', list, none).period!.lastDayForNotice).toBeNull();
  });

  it('neither withdraws the reminders owed before it nor repeats that renewal is settled', () => {
    const list = [...inForce, ...protocol('p1', '2009-05-01', { noticePeriod: 'P3M' })];
    const settled = said(actsThrough('2009-09-14', list)).filter(a => a.endsWith('renewalSettled'));
    expect(settled).toEqual(['2009-03-15 announce renewalSettled']);
    const reopened = [...inForce, ...protocol('p1', '2009-05-01', { noticeBefore: 'P3M' })];
    expect(said(actsThrough('2009-09-14', reopened)).filter(a => a.endsWith('renewalSettled'))).toEqual([
      '2009-03-15 announce renewalSettled',
      '2009-06-15 announce renewalSettled',
    ]);
    const bare = given({ duration: { kind: 'periods', article: 'art. 2', first: 'P5Y', renewal: { kind: 'automatic', length: 'P5Y' } } });
    expect(on('2006-01-01', [...inForce, ...protocol('p1', '2006-01-01', {})], bare).period!.lastDayForNotice).toBeNull();
  });
});

describe('a notice of termination changed by a protocol', () => {
  const three = protocol('p1', '2006-03-01', { noticePeriod: 'P3M' });

  it('governs notices received from the day of the protocol on, while earlier ones follow the version on their day of receipt', () => {
    expect(asOf('2006-04-01', ...three, notice('2006-02-28')).termination!.lastDayInForce).toBe('2006-08-27');
    expect(asOf('2006-04-01', ...three, notice('2006-03-01')).termination!.lastDayInForce).toBe('2006-05-31');
  });

  it('does not affect a clause by which a notice ends it with a period', () => {
    const ends = given({ termination: { when: 'endOfPeriod', article: 'art. 9' } });
    expect(on('2006-04-01', [...inForce, ...three, notice('2006-03-01')], ends).termination!.lastDayInForce).toBe('2009-09-14');
  });
});

describe('an amendment clause changed by a protocol', () => {
  const thirty = { on: 'lastNotification', article: 'art. 10', then: { days: 30 } };

  it('governs the protocols signed under it, while one signed before follows the old wording (csto-legal-status-2002)', () => {
    const list = [
      ...protocol('p1', '2007-01-01', { amendment: thirty }),
      ...protocol('p2', '2008-01-01', undefined, '2006-06-01'),
      ...protocol('p3', '2008-01-01', undefined, '2007-06-01'),
    ];
    const s = asOf('2009-01-01', ...list);
    expect(s.protocols.map(p => [p.id, p.entryIntoForce.date])).toEqual([
      ['p2', '2008-01-01'],
      ['p1', '2007-01-01'],
      ['p3', '2008-01-31'],
    ]);
    const early = asOf('2008-01-10', ...list);
    expect(early.protocols.find(p => p.id === 'p3')).toMatchObject({
      id: 'p3',
      status: 'signed',
      entryIntoForce: { date: '2008-01-31', notBefore: null },
    });
    expect(early.dates.filter(l => l.what === 'entryIntoForce' && !l.past)).toMatchObject([
      { date: '2008-01-31', what: 'entryIntoForce', label: 'Protocol p3 enters into force', basis: 'art. 10', past: false },
    ]);
  });

  it('may be introduced where there was none', () => {
    const none = given({ amendment: undefined });
    const s = on('2009-01-01', [...inForce, ...protocol('p1', '2007-01-01', { amendment: thirty }), ...protocol('p2', '2008-01-01')], none);
    expect(s.protocols.map(p => p.entryIntoForce.date)).toEqual(['2007-01-01', '2008-01-31']);
    expect(actsThrough('2009-01-01', [...inForce, ...protocol('p1', '2007-01-01')], none).at(-1)).toMatchObject({
      what: 'protocolInForce',
      basis: 'VCLT art. 39',
    });
  });

  it('counts the notifications for its protocols if it differs from the agreement’s own clause', () => {
    const own = given({
      amendment: { article: 'art. 10', by: 'protocol', entryIntoForce: { on: 'lastNotification', article: 'art. 10', counts: 'dated' } },
    });
    const dated = protocol('p1', '2007-03-01').map((f, i) => (i === 0 ? { ...f, on: '2006-06-01' } : { ...f, dated: `2007-0${i}-15` }));
    expect(on('2008-01-01', [...inForce, ...dated], own).protocols).toMatchObject([
      { id: 'p1', status: 'inForce', entryIntoForce: { date: '2007-02-15', notBefore: null } },
    ]);
  });
});

describe('a protocol', () => {
  const { clauses } = given({ amendment: { article: 'art. 10', by: 'protocol', entryIntoForce: { on: 'signature', article: 'art. 10' } } });
  const changed = (terms: object, changes: object) => amendedTerms(termsSchema.parse(terms), changesSchema.parse(changes));

  it('that changes other clauses leaves the amendment clause unchanged', () => {
    expect(changed(clauses, { noticeBefore: 'P3M' }).amendment).toEqual(clauses.amendment);
    expect(changed({ ...clauses, amendment: undefined }, { noticeBefore: 'P3M' }).amendment).toBeUndefined();
  });

  it('that changes how protocols enter into force keeps the article of the clause, or gives its own where there was none', () => {
    const entryIntoForce = { on: 'lastNotification', article: 'protocol, art. 2' };
    expect(changed(clauses, { amendment: entryIntoForce }).amendment).toMatchObject({ article: 'art. 10', by: 'protocol', entryIntoForce });
    expect(changed({ ...clauses, amendment: undefined }, { amendment: entryIntoForce }).amendment).toMatchObject({
      article: 'protocol, art. 2',
      by: 'protocol',
      entryIntoForce,
    });
  });

  it('gives no time from notice to effect to a clause by which a notice ends the agreement with a period', () => {
    const termination = { when: 'endOfPeriod', article: 'art. 9' };
    expect(changed({ ...clauses, termination }, { noticePeriod: 'P3M' }).termination).toEqual(termination);
  });
});

describe('two protocols', () => {
  const first = protocol('p1', '2008-01-01', { periodLength: 'P3Y', noticeBefore: 'P3M' }, '2005-01-01');
  const second = protocol('p2', '2007-01-01', { periodLength: 'P2Y' }, '2006-01-01');

  it('in force in reverse order of signature are consolidated by entry into force, and overlapping changes are reported', () => {
    const s = asOf('2009-09-15', ...first, ...second);
    expect(period(s)!.slice(0, 3)).toEqual([2, '2009-09-15', '2012-09-14']);
    expect(s.notes).toEqual([
      'Protocol p1 was signed before p2 and entered into force after it; the clauses are consolidated by entry into force.',
      'Protocols p2 and p1 make overlapping changes (Length of a period); p1, which entered into force later, governs from that day.',
    ]);
  });

  it('in their own order, without overlap, need no remark', () => {
    expect(
      asOf(
        '2009-04-01',
        ...protocol('p1', '2007-01-01', { periodLength: 'P3Y' }),
        ...protocol('p2', '2008-01-01', { noticePeriod: 'P3M' }),
        ...protocol('p3', '2008-06-01'),
      ).notes,
    ).toEqual([]);
  });

  it('in force on one day take effect in the order of their ids', () => {
    const s = asOf(
      '2009-09-15',
      ...protocol('p2', '2007-01-01', { periodLength: 'P2Y' }),
      ...protocol('p1', '2007-01-01', { periodLength: 'P3Y' }),
    );
    expect(s.period!.lastDay).toBe('2011-09-14');
  });
});

describe('changes in a protocol', () => {
  it.each([
    [{ retroactive: true }, 'retroactive: retroactiveNeedsFrom'],
    [{ from: '2007-01-01', provisionallyFrom: '2006-01-01' }, 'provisionallyFrom: fromOrProvisionally'],
    [{ restartsPeriods: true, provisionallyFrom: '2006-01-01' }, 'provisionallyFrom: restartOrProvisionally'],
  ])('such as %j are refused', (given, why) => {
    expect(changesSchema.safeParse(given).error!.issues.map(i => `${i.path.join('.')}: ${i.message}`)).toEqual([why]);
  });
});

describe('a protocol during the life of the agreement', () => {
  it('signed before the agreement is in force can’t operate before it', () => {
    const early = protocol('p1', '2004-07-01', { periodLength: 'P3Y', appliesTo: 'runningPeriod' }, '2004-06-15');
    expect(on('2004-08-01', [...inForce, ...early])).toMatchObject({ status: 'signed', protocols: [{ id: 'p1', status: 'signed' }] });
    const s = on('2004-09-15', [...inForce, ...early]);
    expect(s.protocols).toMatchObject([{ id: 'p1', status: 'inForce', entryIntoForce: { date: '2004-09-15', notBefore: null } }]);
    expect(period(s)).toEqual([1, '2004-09-15', '2007-09-14', '2007-03-14']);
  });

  it('whose last notification comes after the end never operates, and on the last day in force still does', () => {
    const end = notice('2006-01-20');
    const last = (day: string) => asOf('2007-01-01', end, ...protocol('p1', day, undefined, '2005-06-01')).protocols[0]!.status;
    expect(last('2006-07-19')).toBe('ended');
    expect(last('2006-07-20')).toBe('neverOperates');
    const acts = actsThrough('2007-01-01', [...inForce, end, ...protocol('p1', '2006-08-01', undefined, '2005-06-01')]);
    expect(acts.at(-1)).toEqual({
      kind: 'announce',
      what: 'protocolNeverOperates',
      on: '2006-07-20',
      basis: 'art. 10',
      params: { protocol: 'p1' },
    });
  });

  it('whose day of entry into force lies beyond the end never operates', () => {
    const thirty = given({
      amendment: { article: 'art. 10', by: 'protocol', entryIntoForce: { on: 'lastNotification', article: 'art. 10', then: { days: 30 } } },
    });
    expect(on('2007-01-01', [...inForce, notice('2006-01-20'), ...protocol('p1', '2006-06-20')], thirty).protocols[0]!.status).toBe(
      'neverOperates',
    );
    expect(on('2007-01-01', [...inForce, notice('2006-01-20'), ...protocol('p1', '2006-06-19')], thirty).protocols[0]!.status).toBe(
      'ended',
    );
  });

  it('that becomes known only after the end never operates either', () => {
    const s = asOf('2007-01-01', notice('2006-01-20'), {
      id: 'p',
      type: 'protocol.proposed',
      protocol: 'p1',
      by: 'KZ',
      received: '2006-08-01',
    });
    expect(s).toMatchObject({
      protocols: [{ status: 'neverOperates' }],
      withoutEffect: [{ fact: 'p', why: 'The agreement ended before the protocol was in force; it never operates.' }],
    });
  });

  it('is a part of it that can’t be ended separately', () => {
    const s = asOf('2008-01-01', ...protocol('p1', '2007-01-01'), {
      id: 'q',
      type: 'protocol.abandoned',
      protocol: 'p1',
      on: '2007-06-01',
    });
    expect(s).toMatchObject({
      protocols: [{ status: 'inForce' }],
      withoutEffect: [{ fact: 'q', why: 'The protocol is in force as an integral part of the agreement (art. 10).' }],
    });
  });

  it('goes from proposal through the agreed text to signature, or is abandoned', () => {
    const fact = (type: string, day: string) => ({
      id: type,
      type: `protocol.${type}`,
      protocol: 'p1',
      ...(type === 'proposed' ? { by: 'AZ', received: day } : { on: day }),
    });
    const list = [fact('proposed', '2006-01-01'), fact('agreed', '2006-02-01'), fact('signed', '2006-03-01')];
    expect(['2006-01-01', '2006-02-01', '2006-03-01'].map(day => asOf(day, ...list).protocols[0]!.status)).toEqual([
      'proposed',
      'agreed',
      'signed',
    ]);
    for (const last of [[], list.slice(0, 1), list.slice(0, 2), list])
      expect(asOf('2007-01-01', ...last, fact('abandoned', '2006-06-01')).protocols[0]!.status).toBe('abandoned');
  });

  it('accepts notifications made before its signature, and counts them from there (VCLT art. 24(4))', () => {
    const early = protocol('p1', '2006-01-10', undefined, '2006-03-01');
    expect(asOf('2006-02-01', ...early).protocols[0]).toMatchObject({ status: 'proposed', entryIntoForce: { date: null } });
    expect(asOf('2006-03-01', ...early).protocols[0]).toMatchObject({ status: 'inForce', entryIntoForce: { date: '2006-03-01' } });
    const text = { id: 'g', type: 'protocol.agreed', protocol: 'p1', on: '2006-01-05' };
    expect(asOf('2006-03-01', text, ...early).protocols[0]!.entryIntoForce.date).toBe('2006-03-01');
  });

  it('accepts the first notification of each Party, and with one is not in force before its date', () => {
    const [signed, kz] = protocol('p1', '2006-03-01');
    const s = asOf('2007-01-01', signed!, kz!, { ...kz!, id: 'again', received: '2006-04-01' });
    expect(s.protocols[0]).toMatchObject({ id: 'p1', status: 'signed', entryIntoForce: { date: null, notBefore: '2006-03-01' } });
    expect(whys(s)).toEqual([
      { fact: 'again', why: 'KZ had already notified completion of internal procedures; the first notification counts.' },
    ]);
  });

  it('is announced with its effect on the current period', () => {
    expect(
      actsThrough('2006-01-01', [...inForce, ...protocol('p1', '2006-01-01', { periodLength: 'P3Y', appliesTo: 'runningPeriod' })]).at(-1),
    ).toEqual({
      kind: 'announce',
      what: 'protocolInForce',
      on: '2006-01-01',
      basis: 'art. 10',
      params: { protocol: 'p1', from: '2006-01-01', period: 1, lastDay: '2007-09-14', lastDayForNotice: '2007-03-14' },
    });
  });
});

describe('an act on a protocol in each state is accepted or explained', () => {
  const p = (type: string, id: string, day: string, more: object = {}) => ({
    id,
    type: `protocol.${type}`,
    protocol: 'p1',
    ...(type.includes('notified') || type === 'proposed' ? { by: 'KZ', received: day } : { on: day }),
    ...more,
  });
  const why = (...list: object[]): string[] => asOf('2008-01-01', ...list).withoutEffect.map(w => w.why);

  it.each([
    ['proposed twice', [p('proposed', 'a', '2006-01-01'), p('proposed', 'b', '2006-02-01')], 'The protocol has already been proposed.'],
    ['agreed twice', [p('agreed', 'a', '2006-01-01'), p('agreed', 'b', '2006-02-01')], 'The text of the protocol has already been agreed.'],
    ['signed twice', [p('signed', 'a', '2006-01-01'), p('signed', 'b', '2006-02-01')], 'The protocol has already been signed.'],
    ['abandoned, then signed', [p('abandoned', 'a', '2006-01-01'), p('signed', 'b', '2006-02-01')], 'The protocol was abandoned.'],
    [
      'ended with the agreement',
      [...protocol('p1', '2005-01-01'), notice('2006-01-20'), p('abandoned', 'b', '2006-08-01')],
      'The protocol ended with the agreement, of which it was an integral part (art. 10).',
    ],
    [
      'never to operate',
      [p('signed', 'a', '2005-06-01'), notice('2006-01-20'), p('completion.notified', 'b', '2006-08-01')],
      'The agreement ended before the protocol was in force; it never operates.',
    ],
  ])('%s', (_, list, expected) => {
    expect(why(...list)).toEqual([expected]);
  });
});

describe('a renewal that a protocol abolishes from a future day', () => {
  const ending = (day: string, from: string) => asOf(day, ...protocol('p1', '2006-01-01', { renewal: { kind: 'none' }, from }));

  it('does not follow a period that ends on that day, but follows one that ends the day before', () => {
    expect(ending('2008-01-01', '2009-09-14').termination).toMatchObject({ cause: 'expiry', lastDayInForce: '2009-09-14' });
    expect(ending('2008-01-01', '2009-09-15').termination).toBeNull();
  });

  it('is not settled by silence, because nothing is renewed', () => {
    const settled = (from: string) => ending('2009-06-01', from).period!.settled;
    expect([settled('2009-09-14'), settled('2009-09-15')]).toEqual([false, true]);
  });

  it('is not announced as settled on the day from which it is abolished', () => {
    const acts = (from: string) =>
      said(actsThrough('2009-03-15', [...inForce, ...protocol('p1', '2006-01-01', { renewal: { kind: 'none' }, from })]));
    expect(acts('2009-03-15')).not.toContain('2009-03-15 announce renewalSettled');
    expect(acts('2009-09-15')).toContain('2009-03-15 announce renewalSettled');
  });

  it('follows or not as the protocol decides whose day comes last, whatever the ids', () => {
    const none = (id: string, from: string) => protocol(id, '2006-01-01', { renewal: { kind: 'none' }, from });
    const again = (id: string, from: string) => protocol(id, '2006-01-01', { renewal: { kind: 'automatic', length: 'P5Y' }, from });
    const end = (...list: object[]) => asOf('2008-01-01', ...list).termination?.lastDayInForce;
    expect(end(...none('b', '2009-01-01'), ...again('a', '2009-02-01'))).toBeUndefined();
    expect(end(...none('b', '2009-02-01'), ...again('a', '2009-01-01'))).toBe('2009-09-14');
    expect(end(...none('b', '2009-01-01'), ...again('a', '2010-01-01'))).toBe('2009-09-14');
  });
});

it('a first period lengthened by a protocol bars the end of the agreement for its new length', () => {
  const barred = given({ termination: { when: 'afterFirstPeriod', article: 'art. 13', notice: 'P6M' } });
  const ends = (...list: object[]) => on('2006-06-01', [...inForce, notice('2006-05-01'), ...list], barred).termination?.lastDayInForce;
  expect(ends()).toBe('2009-09-14');
  expect(ends(...protocol('p1', '2006-01-01', { periodLength: 'P8Y', appliesTo: 'runningPeriod' }))).toBe('2012-09-14');
});

describe('a length of the running period that ends with its provisional application', () => {
  it('is replaced by the length that the period had before, not by that of later periods', () => {
    const list = [
      ...protocol('p1', '2006-01-01', { periodLength: 'P4Y' }),
      {
        id: 'p2s',
        type: 'protocol.signed',
        protocol: 'p2',
        on: '2006-06-01',
        changes: { periodLength: 'P3Y', appliesTo: 'runningPeriod', provisionallyFrom: '2006-07-01' },
      },
      { id: 'p2x', type: 'protocol.abandoned', protocol: 'p2', on: '2006-12-01' },
    ];
    expect(['2006-05-31', '2006-07-01', '2006-12-02'].map(day => period(asOf(day, ...list)))).toEqual([
      [1, '2004-09-15', '2009-09-14', '2009-03-14'],
      [1, '2004-09-15', '2007-09-14', '2007-03-14'],
      [1, '2004-09-15', '2009-09-14', '2009-03-14'],
    ]);
  });

  const provisional = (id: string, [signed, from, until]: string[], length: string, appliesTo: string) => [
    {
      id: `${id}s`,
      type: 'protocol.signed',
      protocol: id,
      on: signed,
      changes: { periodLength: length, appliesTo, provisionallyFrom: from },
    },
    { id: `${id}x`, type: 'protocol.abandoned', protocol: id, on: until },
  ];

  it.each([
    ['runningPeriod', 'runningPeriod', '2008-09-15', '2013-09-14'],
    ['runningPeriod', 'nextPeriod', '2008-09-15', '2013-09-14'],
    ['nextPeriod', 'runningPeriod', '2009-09-15', '2013-09-14'], // a period begun under it keeps it
    ['nextPeriod', 'nextPeriod', '2009-09-15', '2013-09-14'],
  ])('of the %s, applied before it, is not restored by the end of another, of the %s', (one, other, firstDay, lastDay) => {
    const both = (first: string, second: string) => [
      ...provisional('p1', ['2006-01-01', '2006-02-01', first], 'P4Y', one),
      ...provisional('p2', ['2010-01-01', '2010-02-01', second], 'P6Y', other),
    ];
    for (const list of [both('2010-08-01', '2010-10-01'), both('2010-10-01', '2010-08-01')])
      expect(period(asOf('2010-10-02', ...list))!.slice(0, 3)).toEqual([2, firstDay, lastDay]);
  });

  it('of two that both reach it leaves the other’s length while that is applied', () => {
    const list = [
      ...provisional('p1', ['2006-01-01', '2006-02-01', '2006-08-01'], 'P4Y', 'runningPeriod'),
      ...provisional('p2', ['2006-03-01', '2006-04-01', '2006-10-01'], 'P7Y', 'runningPeriod'),
    ];
    const ends = ['2006-05-01', '2006-09-01', '2006-10-02'].map(day => period(asOf(day, ...list))![2]);
    expect(ends).toEqual(['2011-09-14', '2011-09-14', '2009-09-14']);
  });
});
