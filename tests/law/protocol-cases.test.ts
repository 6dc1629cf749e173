/**
 * The effect of protocols on the dates, case by case: an agreement in force from 15 September 2004 for periods of five years, six months'
 * notice before the end, six months from a notice to its effect. Law: `amended…` of the agreement, VCLT art. 24, 25, 28, 39.
 */
import { describe, expect, it } from 'vitest';
import { changes as changesSchema } from '../../clauses/terms.ts';
import { consolidated } from '../../machines/consolidated.ts';
import type { Fact } from '../../machines/facts.ts';
import { fold } from '../../machines/fold.ts';
import { planOf } from '../../machines/plan.ts';
import { actsThrough, d, facts, given, inForceOn, on, said, summary, english } from './setup.ts';

const inForce = inForceOn('2004-09-15');
/** Signed, and both notifications received on a day. */
const protocol = (id: string, day: string, changes: object, signed = day): object[] => [
  { id: `${id}s`, type: 'protocol.signed', protocol: id, on: signed, changes },
  { id: `${id}k`, type: 'protocol.completion.notified', protocol: id, by: 'KZ', received: day },
  { id: `${id}a`, type: 'protocol.completion.notified', protocol: id, by: 'AZ', received: day },
];
const asOf = (day: string, ...list: object[]) => on(day, [...inForce, ...list]);
const period = (day: string, ...list: object[]) => {
  const { period: p } = asOf(day, ...list);
  return p && [p.number, p.firstDay, p.lastDay, p.lastDayForNotice?.date];
};
/** The end of the running period by the clauses in effect on a day. */
const inEffect = (day: string, ...list: object[]) =>
  fold(given(), facts(...inForce, ...list), given().reading, d(day)).agreement.snapshot.context.period?.lastDay;
const notice = (received: string) => ({ id: 't', type: 'termination.notified', by: 'AZ', received });
const running = { appliesTo: 'runningPeriod' };

describe('twelve cases of protocols', () => {
  it.each<[string, object[], string, (string | number | undefined)[] | null]>([
    [
      'a shorter length leaves the current period unchanged',
      protocol('p', '2006-01-01', { periodLength: 'P3Y' }),
      '2006-01-01',
      [1, '2004-09-15', '2009-09-14', '2009-03-14'],
    ],
    [
      'a shorter length governs the next period',
      protocol('p', '2006-01-01', { periodLength: 'P3Y' }),
      '2009-09-15',
      [2, '2009-09-15', '2012-09-14', '2012-03-14'],
    ],
    [
      'a length for the current period moves its end and its last day',
      protocol('p', '2006-01-01', { periodLength: 'P3Y', ...running }),
      '2006-01-01',
      [1, '2004-09-15', '2007-09-14', '2007-03-14'],
    ],
    [
      'renewal is settled if the new last day for notice is past on that day',
      protocol('p', '2007-05-01', { periodLength: 'P3Y', ...running }),
      '2007-09-15',
      [2, '2007-09-15', '2010-09-14', '2010-03-14'],
    ],
    [
      'a period over by the new length ends with the day of the protocol',
      protocol('p', '2008-05-01', { periodLength: 'P3Y', ...running }),
      '2008-05-02',
      [2, '2008-05-02', '2010-09-14', '2010-03-14'],
    ],
    [
      'a longer notice whose last day is not past applies to the period',
      protocol('p', '2008-09-14', { noticeBefore: 'P1Y' }),
      '2008-09-14',
      [1, '2004-09-15', '2009-09-14', '2008-09-14'],
    ],
    [
      'a longer notice whose last day is past does not',
      protocol('p', '2008-09-15', { noticeBefore: 'P1Y' }),
      '2008-09-15',
      [1, '2004-09-15', '2009-09-14', '2009-03-14'],
    ],
    [
      'a shorter notice reopens a last day that was past',
      protocol('p', '2009-05-01', { noticeBefore: 'P3M' }),
      '2009-05-01',
      [1, '2004-09-15', '2009-09-14', '2009-06-14'],
    ],
    [
      'a change applies from a named day later than the protocol’s entry into force',
      protocol('p', '2006-01-01', { periodLength: 'P3Y', ...running, from: '2007-01-01' }),
      '2007-01-01',
      [1, '2004-09-15', '2007-09-14', '2007-03-14'],
    ],
    [
      'and is counted before that day, once the protocol is in force',
      protocol('p', '2006-01-01', { periodLength: 'P3Y', ...running, from: '2007-01-01' }),
      '2006-12-31',
      [1, '2004-09-15', '2007-09-14', '2007-03-14'],
    ],
    [
      'a change has retroactive effect once the protocol is in force',
      protocol('p', '2008-05-01', { periodLength: 'P3Y', ...running, from: '2006-01-01', retroactive: true }),
      '2008-05-01',
      [2, '2007-09-15', '2010-09-14', '2010-03-14'],
    ],
    [
      'a change applies provisionally before the protocol is in force',
      protocol('p', '2010-01-01', { periodLength: 'P3Y', ...running, provisionallyFrom: '2006-02-01' }, '2006-01-01'),
      '2008-01-01',
      [2, '2007-09-15', '2010-09-14', '2010-03-14'],
    ],
  ])('%s', (_, list, day, expected) => {
    expect(period(day, ...list)).toEqual(expected);
  });
});

describe('a day that a protocol names', () => {
  const later = protocol('p', '2006-01-01', { noticePeriod: 'P3M', from: '2007-01-01' });

  it('gives way to a later entry into force, unless the effect is retroactive', () => {
    const early = { periodLength: 'P3Y', ...running, from: '2005-01-01' };
    expect(period('2005-12-31', ...protocol('p', '2006-01-01', early))!.at(2)).toBe('2009-09-14');
    expect(period('2006-01-01', ...protocol('p', '2006-01-01', early))!.at(2)).toBe('2007-09-14');
  });

  it('is announced twice: when the protocol is in force, and when its changes apply', () => {
    expect(said(actsThrough('2008-01-01', [...inForce, ...later])).slice(-2)).toEqual([
      '2006-01-01 announce protocolInForce',
      '2007-01-01 announce protocolApplied',
    ]);
  });

  it('divides the notices: the version on the day of receipt governs', () => {
    expect(asOf('2007-03-01', ...later, notice('2006-12-31')).termination!.lastDayInForce).toBe('2007-06-29');
    expect(asOf('2007-03-01', ...later, notice('2007-01-01')).termination!.lastDayInForce).toBe('2007-03-31');
  });

  it('is waited for while it is in the future', () => {
    const plan = planOf({
      agreement: given(),
      description: '',
      entries: [...inForce, ...later] as Fact[],
      today: d('2006-06-01'),
      onboarded: d('2006-06-01'),
      reached: undefined,
      done: [],
    });
    expect(plan.timers.map(summary)).toContain('Changes of protocol p apply from 1 Jan 2007, VCLT art. 24');
  });

  it('is among the dates to come', () => {
    const { dates } = on('2006-06-01', [...inForce, ...later]);
    expect(dates.map(l => `${l.date} ${l.label}`)).toContain('2007-01-01 Changes of protocol p apply');
  });
});

describe('retroactive effect', () => {
  const back = protocol('p', '2008-05-01', { noticePeriod: 'P3M', from: '2006-01-01', retroactive: true });

  it('applies to a notice received from that day on, before the protocol was in force, but only once that is known', () => {
    const all = [...inForce, ...back, notice('2008-03-01')];
    expect(on('2008-04-30', all, given(), '2008-04-30').termination!.lastDayInForce).toBe('2008-08-31');
    expect(on('2008-04-30', all).termination!.lastDayInForce).toBe('2008-05-31');
    expect(asOf('2008-05-01', ...back, notice('2008-03-01')).termination!.lastDayInForce).toBe('2008-05-31');
  });

  it('does not go back before the agreement itself', () => {
    const all = protocol('p', '2006-01-01', { periodLength: 'P3Y', ...running, from: '2000-01-01', retroactive: true });
    expect(period('2006-01-01', ...all)).toEqual([1, '2004-09-15', '2007-09-14', '2007-03-14']);
  });

  it('that would have ended the agreement before the protocol was in force is disregarded, and reported', () => {
    const undone = protocol('p', '2008-05-01', {
      periodLength: 'P1Y',
      renewal: { kind: 'none' },
      ...running,
      from: '2005-01-01',
      retroactive: true,
    });
    const s = asOf('2008-06-01', ...undone);
    expect(s.status).toBe('inForce');
    expect(s.notes).toContain(
      'The changes of protocol p never apply: from the day that it names, the agreement would have ended before the protocol was in force.',
    );
  });
});

describe('provisional application', () => {
  const provisional = { periodLength: 'P10Y', noticeBefore: 'P1Y', noticePeriod: 'P3M', ...running, provisionallyFrom: '2006-02-01' };
  const [signed] = protocol('p', '2006-01-01', provisional);
  const abandoned = (day: string) => ({ id: 'x', type: 'protocol.abandoned', protocol: 'p', on: day });

  it('begins with signature if that is later, and is announced', () => {
    expect(inEffect('2006-01-31', signed!)).toBe('2009-09-14');
    expect(period('2006-02-01', signed!)).toEqual([1, '2004-09-15', '2014-09-14', '2013-09-14']);
    const late = { ...signed, on: '2006-03-01' };
    expect(inEffect('2006-02-28', late)).toBe('2009-09-14');
    expect(inEffect('2006-03-01', late)).toBe('2014-09-14');
    expect(actsThrough('2007-01-01', [...inForce, signed!]).at(-1)).toMatchObject({
      what: 'protocolApplied',
      basis: 'VCLT art. 25',
      on: '2006-02-01',
    });
  });

  it('continues without a break when the protocol enters into force', () => {
    const whole = protocol('p', '2007-01-01', provisional, '2006-01-01');
    expect(period('2008-01-01', ...whole)).toEqual([1, '2004-09-15', '2014-09-14', '2013-09-14']);
  });

  it('ends when the protocol is abandoned: the agreement’s own clauses govern again', () => {
    const over = [signed!, abandoned('2007-01-01')];
    expect(period('2006-12-31', ...over)!.at(2)).toBe('2014-09-14');
    expect(period('2007-01-01', ...over)).toEqual([1, '2004-09-15', '2009-09-14', '2009-03-14']);
    expect(asOf('2007-03-01', ...over, notice('2006-12-31')).termination!.lastDayInForce).toBe('2007-03-30');
    expect(asOf('2007-03-01', ...over, notice('2007-01-01')).termination!.lastDayInForce).toBe('2007-06-30');
    expect(said(actsThrough('2007-02-01', [...inForce, ...over])).at(-1)).toBe('2007-01-01 announce protocolApplied');
  });

  it('ends a period that its own length had ended before, on the day on which it is abandoned', () => {
    expect(asOf('2011-01-01', signed!, abandoned('2011-01-01')).period).toMatchObject({
      lastDay: '2011-01-01',
      how: 'by its new length (protocol p), period 1 is over before the day of the change, so it ends on that day',
    });
    expect(period('2011-01-02', signed!, abandoned('2011-01-01'))).toEqual([2, '2011-01-02', '2014-09-14', '2014-03-14']);
  });

  it('of a later period does not give the current period another length', () => {
    const next = [{ ...signed, changes: { periodLength: 'P3Y', provisionallyFrom: '2006-02-01' } }, abandoned('2010-01-01')];
    expect(period('2010-01-01', ...next)).toEqual([2, '2009-09-15', '2012-09-14', '2012-03-14']);
    expect(period('2013-01-01', ...next)).toEqual([3, '2012-09-15', '2017-09-14', '2017-03-14']);
  });

  it('of the renewed period is counted again by the length of renewals', () => {
    const kept = [
      { ...signed, changes: { periodLength: 'P3Y', ...running, provisionallyFrom: '2010-02-01' }, on: '2010-01-01' },
      abandoned('2011-01-01'),
    ];
    expect(period('2010-06-01', ...kept)!.at(2)).toBe('2012-09-14');
    expect(period('2011-01-01', ...kept)!.at(2)).toBe('2014-09-14');
    const limited = given({
      duration: { kind: 'periods', article: 'art. 13', first: 'P5Y', renewal: { kind: 'withoutLimit' }, noticeBefore: 'P6M' },
    });
    expect(on('2011-06-01', [...inForce, ...kept], limited).period).toBeNull();
  });

  it('leaves a period begun under it the length that renewals had then, whatever a later protocol changes', () => {
    const shorter = { ...signed, changes: { periodLength: 'P3Y', ...running, provisionallyFrom: '2006-02-01' } };
    const agreement = given({
      duration: { kind: 'periods', article: 'art. 13', first: 'P4Y', renewal: { kind: 'automatic', length: 'P5Y' }, noticeBefore: 'P6M' },
    });
    const lastDay = (...list: object[]) => on('2009-01-01', [...inForce, shorter, ...list], agreement).period!.lastDay;
    expect(lastDay()).toBe('2010-09-14'); // 15 Sep 2004 + 3 years + 3 years
    expect(lastDay(abandoned('2008-01-01'))).toBe('2012-09-14'); // + 3 years + 5 years
    expect(lastDay(...protocol('q', '2007-12-01', { renewal: { kind: 'none' } }), abandoned('2008-01-01'))).toBe('2012-09-14');
    expect(lastDay(...protocol('q', '2007-12-01', { periodLength: 'P8Y' }), abandoned('2008-01-01'))).toBe('2012-09-14');
  });

  it('gives a period begun anew under another protocol the length of first periods, not one that an earlier period had', () => {
    const agreement = given({
      duration: { kind: 'periods', article: 'art. 13', first: 'P5Y', renewal: { kind: 'automatic', length: 'P4Y' }, noticeBefore: 'P6M' },
    });
    const shorter = { ...signed, changes: { periodLength: 'P3Y', ...running, provisionallyFrom: '2010-02-01' }, on: '2010-01-01' };
    const list = [shorter, ...protocol('q', '2011-01-01', { restartsPeriods: true })];
    const lastDay = (day: string, ...more: object[]) => on(day, [...inForce, ...list, ...more], agreement).period!.lastDay;
    expect(lastDay('2010-12-31')).toBe('2012-09-14');
    expect(lastDay('2012-06-01')).toBe('2013-12-31');
    expect(lastDay('2012-06-01', abandoned('2012-06-01'))).toBe('2015-12-31');
    const early = { ...shorter, on: '2006-01-01', changes: { ...shorter.changes, provisionallyFrom: '2006-02-01' } };
    const first = [
      ...protocol('f', '2005-01-01', { periodLength: 'P4Y' }),
      early,
      ...protocol('q', '2007-01-01', { restartsPeriods: true }),
    ];
    expect(period('2008-01-01', ...first)!.at(2)).toBe('2009-12-31');
    expect(period('2008-01-01', ...first, abandoned('2008-01-01'))!.at(2)).toBe('2010-12-31'); // four years, not the five of the period before
    const limitless = given({ duration: { kind: 'periods', article: 'art. 13', first: 'P5Y', renewal: { kind: 'withoutLimit' } } });
    const over = [...inForce, ...list, abandoned('2012-06-01')];
    expect(['2012-05-31', '2012-06-01'].map(day => on(day, over, limitless).period!.lastDay)).toEqual(['2013-12-31', '2015-12-31']);
  });

  it('of two lengths, one after the other, leaves the current period its own length when both have ended, in either order', () => {
    const [p, q] = [
      { ...signed, changes: { periodLength: 'P3Y', ...running, provisionallyFrom: '2006-02-01' } },
      { ...signed, id: 'qs', protocol: 'q', changes: { periodLength: 'P4Y', ...running, provisionallyFrom: '2006-03-01' } },
    ];
    const lastDay = (first: string, second: string) =>
      ['2006-03-01', '2006-04-01', '2006-05-01'].map(day => {
        const ends = [
          { ...abandoned('2006-04-01'), protocol: first },
          { ...abandoned('2006-05-01'), id: 'y', protocol: second },
        ];
        return period(day, p, q, ...ends)!.at(2);
      });
    expect(lastDay('p', 'q')).toEqual(['2008-09-14', '2008-09-14', '2009-09-14']);
    expect(lastDay('q', 'p')).toEqual(['2008-09-14', '2007-09-14', '2009-09-14']);
    const r = { ...signed, id: 'rs', protocol: 'r', changes: { periodLength: 'P10Y', ...running, provisionallyFrom: '2006-04-01' } };
    const [before, ended] = [protocol('f', '2005-01-01', { restartsPeriods: true }), { ...abandoned('2006-05-01'), protocol: 'r' }];
    expect(period('2006-05-01', p, q, r, ended)!.at(2)).toBe('2008-09-14'); // that of q, the later of the two left
    expect(period('2006-05-01', ...before, r, ended)!.at(2)).toBe('2009-12-31');
  });

  it('leaves the current period the notice that it had, if the protocol changes none', () => {
    const list = [
      { ...signed, changes: { noticePeriod: 'P3M', provisionallyFrom: '2006-02-01' } },
      ...protocol('q', '2008-10-01', { noticeBefore: 'P1Y' }), // too late for the current period
      ...protocol('r', '2009-01-01', { periodLength: 'P10Y', ...running }),
    ];
    for (const more of [[], [abandoned('2009-02-10')]])
      expect(period('2009-02-10', ...list, ...more)).toEqual([1, '2004-09-15', '2014-09-14', '2014-03-14']);
  });

  it('leaves the current period without a last day for notice, if the agreement’s own clauses have none', () => {
    const bare = given({ duration: { kind: 'periods', article: 'art. 2', first: 'P5Y', renewal: { kind: 'automatic', length: 'P5Y' } } });
    const list = [...inForce, { ...signed, changes: { noticeBefore: 'P6M', provisionallyFrom: '2006-02-01' } }, abandoned('2007-01-01')];
    expect(on('2006-06-01', list, bare).period!.lastDayForNotice!.date).toBe('2009-03-14');
    expect(on('2007-01-01', list, bare).period!.lastDayForNotice).toBeNull();
  });

  it('of a notice ends with it, also for an agreement of indefinite duration', () => {
    const indefinite = given({ duration: { kind: 'indefinite', article: 'art. 5' } });
    const list = [...inForce, signed!, abandoned('2007-01-01')];
    expect(on('2007-03-01', [...list, notice('2006-12-31')], indefinite).termination!.lastDayInForce).toBe('2007-03-30');
    expect(on('2007-03-01', [...list, notice('2007-01-01')], indefinite).termination!.lastDayInForce).toBe('2007-06-30');
  });

  it('never begins if it was abandoned before, and has no effect on an agreement of indefinite duration', () => {
    expect(said(actsThrough('2007-01-01', [...inForce, signed!, abandoned('2006-01-15')])).join()).not.toContain('protocolApplied');
    const indefinite = given({ duration: { kind: 'indefinite', article: 'art. 5' } });
    expect(on('2007-06-01', [...inForce, signed!, abandoned('2007-01-01')], indefinite)).toMatchObject({ status: 'inForce', period: null });
  });

  it('ends with the agreement', () => {
    expect(asOf('2007-01-01', signed!, notice('2006-03-01'))).toMatchObject({
      status: 'terminated',
      protocols: [{ status: 'neverOperates' }],
    });
  });

  it('continues while an agreed end holds the agreement over', () => {
    const held = { id: 'e', type: 'termination.agreed', on: '2009-01-01', firstDayOut: '2011-01-01' };
    const late = { ...signed, on: '2010-01-01', changes: { noticePeriod: 'P3M', provisionallyFrom: '2010-01-01' } };
    expect(asOf('2010-09-01', held, late, abandoned('2010-06-01'))).toMatchObject({
      status: 'inForce',
      period: null,
      termination: { lastDayInForce: '2010-12-31' },
    });
  });
});

describe('a changed renewal', () => {
  it('ends the agreement with the period if none is left, and renews it if there was none', () => {
    const none = protocol('p', '2006-01-01', { renewal: { kind: 'none' } });
    expect(asOf('2009-09-15', ...none).status).toBe('expired');
    const once = given({
      duration: { kind: 'periods', article: 'art. 13', first: 'P5Y', renewal: { kind: 'none' } },
      termination: undefined,
    });
    const renewed = protocol('p', '2006-01-01', { renewal: { kind: 'automatic', length: 'P2Y' } });
    expect(on('2009-09-15', [...inForce, ...renewed], once).period).toMatchObject({ number: 2, lastDay: '2011-09-14' });
  });

  it('has its own length in addition to a changed length of periods', () => {
    const both = protocol('p', '2006-01-01', { periodLength: 'P3Y', renewal: { kind: 'automatic', length: 'P2Y' }, ...running });
    expect(period('2007-09-15', ...both)!.slice(0, 3)).toEqual([2, '2007-09-15', '2009-09-14']);
  });
});

describe('a backdated end', () => {
  it('of the agreement undoes the effect of the protocol', () => {
    const three = protocol('p', '2006-01-01', { periodLength: 'P3Y', ...running });
    expect(period('2006-06-01', ...three)!.at(2)).toBe('2007-09-14');
    const end = { id: 'e', type: 'termination.agreed', on: '2005-05-01', firstDayOut: '2005-12-01', recorded: '2006-06-01' };
    expect(asOf('2006-06-01', ...three, end)).toMatchObject({ status: 'terminated', protocols: [{ status: 'neverOperates' }] });
    const timed = protocol('p', '2006-01-01', { periodLength: 'P3Y', ...running, from: '2005-01-01', retroactive: true });
    expect(asOf('2006-06-01', ...timed, end)).toMatchObject({ status: 'terminated', termination: { lastDayInForce: '2005-11-30' } });
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

describe('the consolidated clauses', () => {
  const clausesOn = (day: string, list: readonly object[], agreement = given()) => {
    const facts = [...inForce, ...list] as Fact[];
    return consolidated(agreement, fold(agreement, facts, agreement.reading, d(day)), facts, d(day)).map(l =>
      [l.clause, english(l.value), l.instrument, l.since, ...(l.how === null ? [] : [l.how])].join(' | '),
    );
  };

  it('are the agreement’s own until a protocol changes them, and name the instrument of each value', () => {
    const list = [
      ...protocol('p1', '2006-01-01', { periodLength: 'P3Y', noticeBefore: 'P3M', documents: ['Regulations on encryption'] }),
      ...protocol('p2', '2007-01-01', { noticePeriod: 'P4M', text: 'art. 6 on costs', amendment: { on: 'signature', article: 'art. 2' } }),
    ];
    expect(clausesOn('2005-01-01', list)).toEqual([
      'entryIntoForce | in force on the last notification | agreement | 2004-09-15',
      'periodLength | 5 years | agreement | 2004-09-15',
      'renewal | automatically, for 5 years | agreement | 2004-09-15',
      'noticeBefore | 6 months before the end of a period | agreement | 2004-09-15',
      'noticePeriod | 6 months after receipt | agreement | 2004-09-15',
      'amendment | by protocol; in force on the last notification | agreement | 2004-09-15',
    ]);
    expect(clausesOn('2007-01-01', list)).toEqual([
      'entryIntoForce | in force on the last notification | agreement | 2004-09-15',
      'periodLength | 3 years | protocol p1 | 2006-01-01',
      'renewal | automatically, for 3 years | protocol p1 | 2006-01-01',
      'noticeBefore | 3 months before the end of a period | protocol p1 | 2006-01-01',
      'noticePeriod | 4 months after receipt | protocol p2 | 2007-01-01',
      'amendment | by protocol; in force on signature | protocol p2 | 2007-01-01',
      'document | Regulations on encryption | protocol p1 | 2006-01-01',
      'text | art. 6 on costs | protocol p2 | 2007-01-01',
    ]);
    expect(clausesOn('2004-06-20', list)[0]).toBe('entryIntoForce | in force on the last notification | agreement | ');
  });

  it('say how they apply if not by entry into force, and a provisional one that entered into force applies by that', () => {
    const timed = protocol('p', '2008-05-01', { noticePeriod: 'P3M', from: '2006-01-01', retroactive: true });
    expect(clausesOn('2008-05-01', timed)).toContain('noticePeriod | 3 months after receipt | protocol p | 2006-01-01 | retroactive');
    const provisional = protocol('p', '2008-05-01', { noticePeriod: 'P3M', provisionallyFrom: '2006-02-01' }, '2006-01-01');
    expect(clausesOn('2007-01-01', provisional)).toContain('noticePeriod | 3 months after receipt | protocol p | 2006-02-01 | provisional');
    expect(clausesOn('2008-05-01', provisional)).toContain('noticePeriod | 3 months after receipt | protocol p | 2006-02-01');
  });

  it('name the competent organisations from the agreement, a protocol or a note of the Party, whichever is latest', () => {
    const base = given();
    const parties = base.parties.map(p => ({
      ...p,
      organisations: p.id === 'AZ' ? [{ name: { en: 'The ministry' }, article: 'art. 1' }] : [],
    }));
    const agreement = { ...base, parties } as unknown as typeof base;
    const list = [
      ...protocol('p', '2006-01-01', { organisations: [{ party: 'AZ', name: 'The service' }] }),
      { id: 'o', type: 'organisation.notified', by: 'AZ', received: '2007-01-01', organisation: 'The agency', from: '2007-06-01' },
      { id: 'oral', type: 'organisation.notified', by: 'AZ', received: '2007-07-01', organisation: 'Nobody', form: 'oral' },
    ];
    const organisation = (day: string) => clausesOn(day, list, agreement).filter(l => l.startsWith('organisation'));
    expect(organisation('2004-06-20')).toEqual(['organisation | AZ: The ministry | agreement | ']);
    expect(organisation('2005-01-01')).toEqual(['organisation | AZ: The ministry | agreement | 2004-09-15']);
    expect(organisation('2006-01-01')).toEqual(['organisation | AZ: The service | protocol p | 2006-01-01']);
    expect(organisation('2007-05-01')).toEqual(['organisation | AZ: The service | protocol p | 2006-01-01']);
    expect(organisation('2007-06-01')).toEqual(['organisation | AZ: The agency | note o | 2007-06-01']);
    list.push({ id: 'again', type: 'organisation.notified', by: 'AZ', received: '2008-01-01', organisation: 'The bureau' });
    expect(organisation('2008-01-01')).toEqual(['organisation | AZ: The bureau | note again | 2008-01-01']);
    list.unshift({ id: 'third', type: 'organisation.notified', by: 'AZ', received: '2008-01-01', organisation: 'The office' });
    expect(organisation('2008-01-01')).toEqual(['organisation | AZ: The office | note third | 2008-01-01']); // on one day the last by id
    list.push(
      { id: 'soon', type: 'organisation.notified', by: 'AZ', received: '2009-01-01', organisation: 'The council', from: '2010-01-01' },
      { id: 'before', type: 'organisation.notified', by: 'AZ', received: '2009-02-01', organisation: 'The board', from: '2009-06-01' },
    );
    // the one that begins last, whichever note came last
    expect(organisation('2009-06-01')).toEqual(['organisation | AZ: The board | note before | 2009-06-01']);
    expect(organisation('2010-01-01')).toEqual(['organisation | AZ: The council | note soon | 2010-01-01']);
  });

  it('name the successor of a competent organisation from the day on which it replaced it', () => {
    const ministry = { name: { en: 'The ministry' }, article: 'art. 1', until: '2006-03-01', successor: { en: 'The service' } };
    const base = given();
    const parties = base.parties.map(p => ({ ...p, organisations: p.id === 'AZ' ? [ministry] : [] }));
    const agreement = { ...base, parties } as unknown as typeof base;
    const notified = { id: 'o', type: 'organisation.notified', by: 'AZ', received: '2007-01-01', organisation: 'The agency' };
    const organisation = (day: string) => clausesOn(day, [notified], agreement).filter(l => l.startsWith('organisation'));
    expect(organisation('2006-02-28')).toEqual(['organisation | AZ: The ministry | agreement | 2004-09-15']);
    expect(organisation('2006-03-01')).toEqual(['organisation | AZ: The service | agreement | 2006-03-01']);
    expect(organisation('2007-01-01')).toEqual(['organisation | AZ: The agency | note o | 2007-01-01']);
  });

  it('put every kind of clause in words', () => {
    const without = given({ duration: { kind: 'indefinite', article: 'art. 5' }, termination: undefined, amendment: undefined });
    expect(clausesOn('2005-01-01', [], without)).toEqual([
      'entryIntoForce | in force on the last notification | agreement | 2004-09-15',
      'periodLength | without limit | agreement | 2004-09-15',
    ]);
    const renewalOf = (renewal: object) =>
      clausesOn(
        '2005-01-01',
        [],
        given({
          duration: { kind: 'periods', article: 'art. 13', first: 'P5Y', renewal },
          termination: { when: 'afterFirstPeriod', article: 'a', notice: 'P6M' },
        }),
      ).find(l => l.startsWith('renewal'));
    expect(renewalOf({ kind: 'automatic', length: 'P2Y', times: 3 })).toContain('automatically, for 2 years, 3 times');
    expect(renewalOf({ kind: 'byAgreement', length: 'P2Y' })).toContain('by agreement, for 2 years');
    expect(renewalOf({ kind: 'withoutLimit' })).toContain('without limit after the first period');
    expect(renewalOf({ kind: 'none' })).toContain('none');
    const ends = given({ termination: { when: 'endOfPeriod', article: 'art. 9' } });
    expect(clausesOn('2005-01-01', [], ends).join()).not.toContain('noticePeriod');
    const limitless = given({
      duration: { kind: 'periods', article: 'art. 13', first: 'P5Y', renewal: { kind: 'withoutLimit' }, noticeBefore: 'P6M' },
    });
    expect(clausesOn('2006-01-01', protocol('p', '2006-01-01', { periodLength: 'P3Y' }), limitless)).toContain(
      'renewal | in force without limit after the first period | agreement | 2004-09-15',
    );
  });
});

describe('several protocols', () => {
  const completion = (id: string, by: string, dated: string, received: string) => ({
    id: `${id}${by}`,
    type: 'protocol.completion.notified',
    protocol: id,
    by,
    dated,
    received,
  });
  const clauseBy = (counts: string) => ({ on: 'lastNotification', article: 'art. 2', counts, then: 'sameDay' });
  const later = (id: string) => [
    { id: `${id}s`, type: 'protocol.signed', protocol: id, on: '2007-01-01', changes: { periodLength: 'P3Y' } },
    completion(id, 'KZ', '2007-02-01', '2007-03-01'),
    completion(id, 'AZ', '2007-02-10', '2007-04-01'),
  ];
  const entryOf = (id: string, list: object[], agreement = given()) =>
    on('2008-01-01', [...inForce, ...list], agreement).protocols.find(p => p.id === id)!.entryIntoForce.date;
  const plan = (today: string, list: object[]) =>
    planOf({
      agreement: given(),
      description: 'sha256:',
      entries: list as Fact[],
      today: d(today),
      onboarded: d('2004-09-15'),
      reached: undefined,
      done: [],
    });

  it('have the date that follows from the clause under which each is signed, as amended by then', () => {
    expect(entryOf('b', later('b'))).toBe('2007-04-01');
    expect(entryOf('b', [...protocol('a', '2006-01-01', { amendment: clauseBy('dated') }), ...later('b')])).toBe('2007-02-10');
    const dated = given({ entryIntoForce: { on: 'lastNotification', article: 'art. 13', counts: 'dated' } });
    expect(entryOf('b', later('b'), dated)).toBe('2007-02-10');
    expect(entryOf('b', [...protocol('a', '2006-01-01', { amendment: clauseBy('received') }), ...later('b')], dated)).toBe('2007-04-01');
  });

  it('need no provisional application once in force, so that a later day for that does not delay them', () => {
    const p = protocol('p', '2006-03-01', { periodLength: 'P3Y', ...running, provisionallyFrom: '2006-06-01' });
    expect(period('2006-04-01', ...p)).toEqual([1, '2004-09-15', '2007-09-14', '2007-03-14']);
  });

  it('are unaffected by one that contradicts itself', () => {
    const good = protocol('good', '2006-01-01', { noticePeriod: 'P3M', from: '2006-06-01' });
    const bad = protocol('bad', '2008-01-01', {
      periodLength: 'P1Y',
      renewal: { kind: 'none' },
      ...running,
      from: '2005-01-01',
      retroactive: true,
    });
    const alone = asOf('2008-05-01', ...good, notice('2008-04-20'));
    const both = asOf('2008-05-01', ...good, ...bad, notice('2008-04-20'));
    expect(both.termination?.firstDayOut).toBe(alone.termination?.firstDayOut);
    expect(both.notes.join(' ')).toContain('changes of protocol bad never apply');
    expect(both.notes.join(' ')).not.toContain('changes of protocol good never apply');
  });

  it('that contradict themselves apply on no day', () => {
    const bad = (id: string) =>
      protocol(id, '2008-01-01', { periodLength: 'P1Y', renewal: { kind: 'none' }, ...running, from: '2005-01-01', retroactive: true });
    expect(asOf('2008-05-01', ...bad('one'), ...bad('two')).notes.filter(n => n.includes('never apply'))).toHaveLength(2);
  });

  it('with a longer notice that reaches the current period on some readings only move its safe day to the earliest', () => {
    const p = protocol('p', '2008-09-15', { noticeBefore: 'P1Y' });
    const line = asOf('2008-09-15', ...p).period!.lastDayForNotice!;
    expect(line.alternatives.map(a => a.date)).toContain('2008-09-15');
    expect([line.safe, plan('2008-09-15', [...inForce, ...p]).standing.period?.safe]).toEqual(['2008-09-15', '2008-09-15']);
  });

  it('with a first notice clause that reaches the current period on no reading leave it without a safe day', () => {
    const { duration } = given().clauses;
    const bare = given({ duration: { ...duration, noticeBefore: undefined } });
    const safe = (day: string) =>
      on(day, [...inForce, ...protocol('p', day, { noticeBefore: 'P6M' })], bare).period?.lastDayForNotice?.safe;
    expect([safe('2008-01-01'), safe('2009-06-01')]).toEqual(['2009-03-14', undefined]);
  });

  it('do not wait for one whose day comes after the end, which never applies', () => {
    const list = [...inForce, ...protocol('p', '2006-01-01', { noticePeriod: 'P3M', from: '2017-01-01' }), notice('2006-06-01')];
    const { over, timers } = plan('2007-02-01', list);
    expect({ over, timers }).toEqual({ over: true, timers: [] });
    expect(on('2018-01-01', list).dates.map(l => l.what)).not.toContain('protocol.changesApplied');
  });
});
