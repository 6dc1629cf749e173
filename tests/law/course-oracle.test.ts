/**
 * Compares the fold with an oracle that simulates each day (`support/oracle-course.ts`): protocols that take effect at once or later, while
 * notices of both Parties run, on any reading. Compares the answers as well: the end, the period, the last days for revocation, the periods ahead.
 */
import { describe, expect, it } from 'vitest';
import { dayAfter, dayBefore, type CalendarDate } from '../../clauses/calendar.ts';
import { combinations, type Question } from '../../clauses/reading.ts';
import { dateOf } from '../../machines/facts.ts';
import { fold } from '../../machines/fold.ts';
import { planOf } from '../../machines/plan.ts';
import { liveQuestions } from '../../machines/readings.ts';
import { viewOf } from '../../machines/view.ts';
import { chanceOf } from '../support/chance.ts';
import type { CourseDay, CourseEvent } from '../support/oracle-course.ts';
import { courseOf, drawStory, eventsKnown, someDay, type Story } from '../support/oracle-stories.ts';
import { entries, on, read } from './setup.ts';
import { tried } from './safe-day-promise.ts';

const asked: Question[] = ['periodEnd', 'noticeCount', 'effect', 'waysOut', 'notifies', 'revocation', 'premature'];
const seed = 20_261_130;
const seen: Record<string, number> = {};
const see = (what: string): void => void (seen[what] = (seen[what] ?? 0) + 1);

const drawn = (n: number) => {
  const c = chanceOf(seed, n);
  const story = drawStory(c);
  return { c, story, asOf: someDay(story, c) };
};
const periodIn = ({ period: p }: CourseDay) => p && [p.number, p.firstDay, p.lastDay, p.lastDayForNotice];

function note(story: Story, { isOver, period, end, notices, renewals }: CourseDay): void {
  if (isOver) see('over');
  if (period && end) see('an end ahead');
  if (renewals.length) see('renewed');
  if (story.events.filter(e => e.what === 'changes').length > 1) see('two protocols');
  for (const n of notices) see(n.isRunning ? (n.inTime ? 'in time' : 'late') : 'revoked');
  if (notices.length > 1) see('two notices');
}

describe('the course of an agreement', () => {
  it.each(Array.from({ length: 60 }, (_, i) => i + 1))('of story %i matches the oracle on the drawn readings', n => {
    const { c, story, asOf } = drawn(n);
    const others = [1, 2].map(() => c.one(combinations(asked, read({}))));
    for (const reading of [read({}), ...others]) {
      const right = courseOf(story, reading, eventsKnown(story, asOf)).on(asOf);
      const family = fold(story.agreement, story.facts, reading, asOf);
      const { status, end, notices, period: shown } = viewOf(family, asOf);
      const period = shown && family.agreement.snapshot.context.period;
      expect({
        isOver: ['terminated', 'expired', 'superseded'].includes(status),
        period: period && [period.number, period.firstDay, period.lastDay, period.lastDayForNotice],
        end: end?.lastDayInForce.date,
        notices: notices.map(({ id, outcome: o, revoked, replacedBy }) => [id, o.inTime, o.lastDayInForce.date, !revoked && !replacedBy]),
      }).toEqual({
        isOver: right.isOver,
        period: periodIn(right),
        end: right.end,
        notices: right.notices.map(({ id, inTime, lastDayInForce, isRunning }) => [id, inTime, lastDayInForce, isRunning]),
      });
      note(story, right);
    }
  });

  it('covers every kind of event', () => {
    for (const what of ['over', 'an end ahead', 'renewed', 'two protocols', 'in time', 'late', 'revoked', 'two notices'])
      expect(seen[what], what).toBeGreaterThan(4);
  });
});

describe('the answers on a course', () => {
  it.each(Array.from({ length: 16 }, (_, i) => i + 1))(
    'to story %i match the oracle: ends, periods ahead, the safe day and the last day for revocation',
    n => {
      const { c, story, asOf } = drawn(n);
      const { agreement, facts } = story;
      const known = facts.filter(f => dateOf(f) <= asOf);
      const readings = combinations(liveQuestions(agreement, facts), agreement.reading);
      const right = readings.map(r => courseOf(story, r, eventsKnown(story, asOf)).on(asOf));
      const s = on(asOf, facts, agreement);
      const plan = planOf({
        agreement,
        description: '',
        entries: entries(...known),
        today: asOf,
        onboarded: asOf,
        reached: undefined,
        done: [],
      });
      expect([s.termination?.lastDayInForce, plan.end?.lastDayInForce]).toEqual([right[0]!.end, right[0]!.end]);
      const isOnePeriod = right.every(o => o.isOver === right[0]!.isOver && o.period?.number === right[0]!.period?.number);
      if (isOnePeriod) expect(endsShown(s)).toEqual([...new Set(right.map(o => o.end ?? 'none'))].sort());
      checkPeriodsAhead(story, asOf, s, right[0]!);
      for (const line of s.notices) checkRevocable(story, asOf, line);
      expect(tried({ agreement, facts, asked: asOf }, [c.below(9999), c.below(9999)])?.broken).toBeUndefined();
    },
  );
});

type Shown = ReturnType<typeof on>;

function endsShown({ termination: t, otherEnds }: Shown): string[] {
  const all = t ? [t.lastDayInForce, ...t.alternatives.map(a => a.firstDayOut && dayBefore(a.firstDayOut))] : [null, ...otherEnds.map(a => a.firstDayOut && dayBefore(a.firstDayOut))]; // prettier-ignore
  return [...new Set(all.map(day => day ?? 'none'))].sort();
}

/** Without a notice, each renewal takes place on the day after the preceding period. */
function checkPeriodsAhead(story: Story, asOf: CalendarDate, { periods }: Shown, { notices, isOver }: CourseDay): void {
  if (isOver || notices.length || story.events.some(e => e.what === 'notice' || e.what === 'end' || e.what === 'successor')) return;
  const last = periods.at(-1)?.lastDay.date;
  if (!last) return;
  const renewals = courseOf(story, story.agreement.reading, eventsKnown(story, asOf))
    .on(last)
    .renewals.filter(day => day > asOf);
  expect(periods.slice(1).map(p => p.firstDay)).toEqual(renewals);
  expect(periods.slice(0, -1).map(p => dayAfter(p.lastDay.date))).toEqual(renewals);
}

/** Inserts a revocation on each day in turn, with consent on that day and without consent. */
function checkRevocable(
  story: Story,
  asOf: CalendarDate,
  { id, by, received, consent, revocableUntil: shown }: Shown['notices'][number],
): void {
  const readings = combinations(
    [...new Set<Question>([...liveQuestions(story.agreement, story.facts), 'revocation'])],
    story.agreement.reading,
  );
  const known = eventsKnown(story, asOf);
  if (
    !shown ||
    received > asOf ||
    !courseOf(story, readings[0], known)
      .on(asOf)
      .notices.find(n => n.id === id)?.isRunning
  )
    return;
  const isRevoked = (day: CalendarDate, reading: unknown, consents: boolean): boolean => {
    const ours: CourseEvent[] = [
      { id: 'ours', on: day, what: 'revocation', by, of: id },
      { id: 'theirs', on: day, what: 'consent', of: 'ours' },
    ];
    const { isOver, notices } = courseOf(story, reading, [...known, ...ours.slice(0, consents ? 2 : 1)]).on(day);
    return !isOver && notices.find(n => n.id === id)?.isRunning === false;
  };
  const last = (works: (day: CalendarDate) => boolean): CalendarDate | undefined => {
    if (!works(asOf)) return undefined;
    let day = asOf;
    while (works(dayAfter(day))) day = dayAfter(day);
    return day;
  };
  expect(shown.until).toBe(last(day => isRevoked(day, readings[0], true)));
  expect(shown.onEveryReading).toBe(last(day => readings.every(r => isRevoked(day, r, true))));
  const free = last(day => readings.every(r => isRevoked(day, r, false)));
  expect(shown.withoutConsent >= asOf ? shown.withoutConsent : undefined).toBe(free);
  if (consent) see(`consent by the ${consent.by}`);
}
