/**
 * The days listed for the running period, when known changes will move them: the timeline, the explanation, the deadlines, the decision and
 * the headline name the same ones, and they are those on which the oracle that goes day by day finds them.
 */
import { describe, expect, it } from 'vitest';
import { addDays, dayBefore, daysBetween, type CalendarDate } from '../../clauses/calendar.ts';
import { explanationsOf } from '../../client/explanations.ts';
import { headlineOf } from '../../client/headline.ts';
import { deadlinesOf } from '../../dossier/upcoming.ts';
import { dateOf } from '../../machines/facts.ts';
import { wordings } from '../../wording/index.ts';
import { chanceOf } from '../support/chance.ts';
import { courseOf, drawStory, eventsKnown, type Story } from '../support/oracle-stories.ts';
import { d, entries, on } from './setup.ts';

const seed = 20_280_201;
const seen: Record<string, number> = {};
const see = (what: string): void => void (seen[what] = (seen[what] ?? 0) + 1);

/** A story without notices, and a day on which a change is known and still ahead; undefined if there is none. */
function drawn(n: number): { story: Story; asOf: CalendarDate } | undefined {
  const c = chanceOf(seed, n);
  const { facts, events, ...same } = drawStory(c);
  const story = {
    ...same,
    facts: facts.filter(f => !f.type.startsWith('termination')),
    events: events.filter(e => e.what === 'changes' || e.what === 'successor'),
  };
  const ahead = story.events.find(e => e.what === 'changes' && e.on > e.known);
  if (ahead?.what !== 'changes') return undefined;
  return { story, asOf: addDays(d(ahead.known), c.below(daysBetween(d(ahead.known), d(ahead.on)))) };
}
const stories = Array.from({ length: 200 }, (_, i) => drawn(i + 1)).filter(story => story !== undefined);

describe('the days listed for the running period', () => {
  it.each(stories.map((drawing, i) => [i, drawing] as const))(
    'of story %i are the same in every list, and those of the oracle',
    (_, { story, asOf }) => {
      const { agreement, facts } = story;
      const s = on(asOf, facts, agreement);
      if (!s.period || s.termination) return see('over, or to end');
      const listed = (what: string) => s.dates.filter(l => l.what === what && !l.past).map(l => l.date);
      const explained = (what: string) => explanationsOf(s, wordings.en).filter(e => e.what === what && !e.past).map(e => e.date); // prettier-ignore
      const end = s.period.lastDay;
      expect([listed('periodEnd'), explained('periodEnd'), s.periods[0]!.lastDay.date]).toEqual([[end], [end], end]);
      const oracleOn = (day: CalendarDate) => courseOf(story, agreement.reading, eventsKnown(story, asOf)).on(day).period;
      expect(oracleOn(end)?.lastDay).toBe(end);
      const last = s.period.lastDayForNotice;
      const wayOut = s.nextWayOut;
      if (wayOut) expect(listed('lastDayForFixedDay')).toEqual([wayOut.lastDayForNotice]);
      if (wayOut?.certain && !wayOut.otherWaysOut.length) expect(wayOut.safe).toBe(wayOut.lastDayForNotice);
      if (wayOut) return see('a fixed day');
      if (!last) return see('no notice works on every reading');
      const isDue = last.date >= asOf && oracleOn(last.date)?.lastDayForNotice === last.date;
      const days = isDue ? [last.date] : [];
      expect([listed('lastDayForNotice'), explained('lastDayForNotice')]).toEqual([days, days]);
      const headline = headlineOf(s);
      if (headline.code !== 'send' && headline.code !== 'sendByPast') return see(headline.code);
      const { safe, sendBy, renewsOn } = headline;
      expect(renewsOn.map(dayBefore)).toContain(end);
      expect([explained('safeDay'), s.decision?.due]).toEqual([[safe], safe]);
      const dossier = { agreement, description: '', entries: entries(...facts.filter(f => dateOf(f) <= asOf)) };
      const [due] = deadlinesOf(dossier, asOf, safe).filter(l => l.what === 'notice');
      expect(due).toMatchObject({ date: safe, sendBy, lastDay: last.date, reason: last.reason });
      expect(last.date >= safe || last.reopens !== null).toBe(true);
      see(last.safeBy.changes.length ? 'a change ahead' : 'as it is');
    },
  );

  it('are tried with changes ahead that move them, and with a safe day that is past or still to come', () => {
    for (const what of ['a change ahead', 'as it is', 'renews', 'safeDayPast', 'a fixed day']) expect(seen[what], what).toBeGreaterThan(0);
    expect(seen['a change ahead']).toBeGreaterThan(10);
  });
});
