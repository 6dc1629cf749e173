/**
 * Every end warns, on every reading: nobody who must never miss a day has chosen a reading. Ends by a notice whose effect is disputed, expiries
 * and renewals on a reading on which the agreement goes on. Ledgers are drawn from a seed.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { after, dayBefore, length, type CalendarDate } from '../../clauses/calendar.ts';
import { combinations, type Question } from '../../clauses/reading.ts';
import { enveloped } from '../../client/envelope.ts';
import type { Deadline } from '../../dossier/deadline.ts';
import { knownOn } from '../../dossier/known.ts';
import { nextOf } from '../../dossier/next.ts';
import { deadlinesOf } from '../../dossier/upcoming.ts';
import { fold } from '../../machines/fold.ts';
import { liveQuestions } from '../../machines/readings.ts';
import { isOver, viewOf, type View } from '../../machines/view.ts';
import { isEnding } from '../../web/pages/today/rows.ts';
import { chanceOf } from '../support/chance.ts';
import { drawStory, someDay } from '../support/oracle-stories.ts';
import { inForceFrom, testAgreement } from '../support/test-agreement.ts';
import { d, read } from './setup.ts';

const asked: Question[] = ['periodEnd', 'noticeCount', 'effect', 'waysOut', 'notifies', 'revocation', 'premature'];
const within = length.parse('P2Y');

function drawn(n: number) {
  const c = chanceOf(20_261_130, 'ends', n);
  const story = drawStory(c);
  if (!story.events.some(e => e.what === 'notice')) return [];
  const asOf = someDay(story, c);
  const agreement = { ...story.agreement, reading: c.one(combinations(asked, read({}))) };
  const lines = deadlinesOf({ agreement, description: '', entries: story.facts }, asOf, after(asOf, within));
  const readings = combinations(liveQuestions(agreement, story.facts), agreement.reading);
  return [{ n, asOf, lines, views: readings.map(r => viewOf(fold(agreement, story.facts, r, asOf), asOf)) }];
}

const endsAhead = (views: readonly View[], asOf: CalendarDate): CalendarDate[] =>
  [...new Set(views.flatMap(v => v.end?.lastDayInForce.date ?? []))].filter(day => day >= asOf).sort();

describe('deadlines', () => {
  let stories: ReturnType<typeof drawn>;
  beforeAll(() => void (stories = Array.from({ length: 150 }, (_, n) => n).flatMap(drawn)));

  it('list every end that is ahead on any reading, on the earliest day of all of them', () => {
    const seen = { certain: 0, disputed: 0, later: 0 };
    for (const { n, asOf, lines, views } of stories) {
      const ends = endsAhead(views, asOf);
      if (!ends.length || ends[0]! > after(asOf, within)) continue;
      const listed = lines.filter(l => l.what === 'end');
      expect(listed[0], `story ${n}`).toMatchObject({ date: ends[0] });
      const days = listed.flatMap(l => [l.date, ...l.alternatives.map(a => a.date)]);
      expect(days, `story ${n}`).toEqual(expect.arrayContaining(ends));
      const isDisputed = views.some(v => v.end?.lastDayInForce.date !== ends[0]);
      expect(listed[0]!.certain, `story ${n}`).toBe(!isDisputed);
      seen[isDisputed ? 'disputed' : 'certain'] += 1;
      if (ends[0] !== views[0]!.end?.lastDayInForce.date) seen.later += 1;
    }
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(2);
  });

  it('name the readings on which a notice is still owed, if a notice already given ends the agreement on another', () => {
    let seen = 0;
    for (const { n, asOf, lines, views } of stories) {
      const notices = lines.filter(l => l.what === 'notice');
      for (const { date, onlyIf, certain } of notices) {
        const isInForce = (v: View): boolean => !isOver(v.status) && (v.end?.lastDayInForce.date ?? date) >= date;
        expect([onlyIf.length > 0, certain], `story ${n}, ${date}`).toEqual([!views.every(isInForce), views.every(isInForce)]);
        if (onlyIf.length) seen += 1;
      }
      const [byDefault, ...others] = views;
      const ends = ['notice', 'agreement'].includes(byDefault!.end?.cause ?? '');
      const open = others.filter(v => ends && !isOver(v.status) && !v.end && v.period?.lastDayForNotice && !v.period.settled);
      for (const { period } of open)
        if (dayBefore(period!.lastDayForNotice!.date) > asOf)
          expect(notices.map(l => l.period), `story ${n}`).toContain(period!.number); // prettier-ignore
    }
    expect(seen).toBeGreaterThan(2);
  });
});

const desk = { party: 'KZ', recipients: [{ id: 'first', name: 'The first', email: 'first@example.test' }] };
const clausesOf = testAgreement('disputed').clauses;
const early = { id: 't', type: 'termination.notified', by: 'AZ', received: '2024-02-01' };
const onceRenewed = { kind: 'periods', article: 'art. 13', first: 'P5Y', renewal: { kind: 'automatic', length: 'P5Y', times: 1 }, noticeBefore: 'P6M' }; // prettier-ignore
const notBefore = { when: 'afterFirstPeriod', article: 'art. 14', bars: 'giving', notice: 'P6M' };

/** In force since 15 September 2020; the notice of 1 February 2024 was given before the clause allows one. */
function linesOn(day: string, reading: object, clauses: object): Deadline[] {
  const agreement = testAgreement('disputed', {
    desk,
    reading: read(reading),
    clauses: { ...clausesOf, termination: notBefore, ...clauses },
  });
  const source = { agreement, description: '', entries: [...inForceFrom('2020-09-15'), early] as never };
  return deadlinesOf(source, d(day), after(d(day), length.parse('P5Y')));
}

describe('an agreement that a notice ended on its own reading, while another reading has it in force', () => {
  it('lists its expiry there as owed a decision, with the day on which it ended otherwise', () => {
    const lines = linesOn('2027-01-01', { premature: 'fromFirstDay' }, { duration: onceRenewed });
    const [end] = lines.filter(l => l.what === 'end');
    expect(end).toMatchObject({ date: '2030-09-14', decision: 'undecided', certain: false, says: { code: 'comingExpiry' } });
    expect(end!.alternatives.map(a => a.date)).toEqual(['2026-03-14', '2026-03-15', '2026-03-16', '2030-09-15']);
    expect(end!.status).toBe('terminated');
  });

  it('lists its expiry there beside the end by that notice, while that is ahead: a decision is owed about the expiry', () => {
    const ends = linesOn('2026-01-01', { premature: 'fromFirstDay' }, { duration: onceRenewed }).filter(l => l.what === 'end');
    expect(ends.map(l => [l.date, l.says.code, l.decision])).toEqual([
      ['2026-03-14', 'comingEnd', null],
      ['2030-09-14', 'comingExpiry', 'undecided'],
    ]);
  });

  it('lists the notice that prevents its renewal there, in each period, with the reading, also to an assistant', async () => {
    const lines = linesOn('2027-01-01', { premature: 'fromFirstDay' }, {});
    const [first, ...later] = lines;
    expect(first).toMatchObject({ what: 'notice', date: '2030-03-14', period: 2, decision: 'undecided', certain: false });
    expect(first!.onlyIf).toEqual([{ premature: 'noEffect' }]);
    expect(later).toEqual([]);
    const registers = { of: () => ({ head: () => Promise.resolve({ seq: 1, hash: '' }) }) };
    const passedOn = await enveloped({ registersThere: () => Promise.resolve(registers) } as never, lines);
    expect(passedOn.readings).toEqual([{ premature: 'noEffect' }]);
  });
});

it('a fixed day on which a notice ends the agreement is listed, if the notice that ended it came before entry into force on another reading', () => {
  const clauses = {
    ...clausesOf,
    entryIntoForce: { on: 'lastNotification', article: 'art. 1', then: { days: 30, expired: true } },
    duration: { kind: 'indefinite', article: 'art. 2' },
    termination: { when: 'onFixedDays', article: 'art. 3', days: ['12-31'], notice: 'P6M' },
  };
  const notice = { id: 't', type: 'termination.notified', by: 'AZ', received: '2020-10-15' };
  const source = {
    agreement: testAgreement('fixed-days', { clauses }),
    description: '',
    entries: [...inForceFrom('2020-09-15'), notice] as never,
  };
  const lines = deadlinesOf(source, d('2022-02-01'), d('2023-02-01'));
  expect(lines).toMatchObject([
    { what: 'notice', date: '2022-06-30', says: { code: 'safeDayToEndOn' }, status: 'terminated', certain: false },
  ]);
  expect(lines[0]!.onlyIf).toEqual([{ dayCount: 'afterExpiry' }]);
});

describe('an agreement in force on its own reading, while on another its notice was never validly revoked', () => {
  const notified = { id: 't', type: 'termination.notified', by: 'AZ', received: '2029-02-01' };
  const revoked = { id: 'r', type: 'termination.revoked', by: 'AZ', of: 't', received: '2029-05-01' };
  const sourceOf = (facts: readonly object[]) => ({
    agreement: testAgreement('revoked', { desk }),
    description: '',
    entries: facts as never,
  });
  const endsOn = (day: string, facts: readonly object[]) =>
    deadlinesOf(sourceOf(facts), d(day), after(d(day), length.parse('P1Y'))).filter(l => l.what === 'end');

  it('lists the end by that notice, says that other readings give no end, and names the day in the list of agreements', () => {
    const facts = [...inForceFrom('2004-09-15'), notified, revoked];
    const [end, ...others] = endsOn('2029-06-01', facts);
    expect(others).toEqual([]);
    expect(end).toMatchObject({
      date: '2029-07-31',
      says: { code: 'comingEnd', args: { cause: 'notice' } },
      certain: false,
      basis: 'art. 13',
    });
    expect(end!.alternatives.map(a => a.date)).toEqual(['2029-08-01', '2029-09-14', '2029-09-15', null]);
    expect(isEnding(end!)).toBe(false); // its row does not say that nothing is left to decide
    expect(nextOf(knownOn(sourceOf(facts), d('2029-06-01')))).toMatchObject({ date: '2029-07-31', says: { code: 'lastDayAtEarliest' } });
    expect(endsOn('2029-09-16', facts)).toEqual([]);
  });

  it('lists the earliest of those days, if entry into force is known only within bounds', () => {
    const signed = { id: 's', type: 'signed', on: '1997-05-14' };
    const entry = {
      id: 'e',
      type: 'entry.agreed',
      on: '1998-01-01',
      published: true,
      date: { notBefore: '2004-09-01', notAfter: '2004-09-15' },
    };
    expect(endsOn('2029-06-01', [signed, entry, notified, revoked]).map(l => l.date)).toEqual(['2029-07-31']);
  });
});
