/** The timers of a plan: one for each legal date ahead, for the safe day and for the next reminder. */
import { zonesOf, type Agreement } from '../clauses/agreement.ts';
import { beginsEverywhere, byText, dayAfter, type CalendarDate } from '../clauses/calendar.ts';
import type { Act } from './acts.ts';
import type { DecisionOnDay } from './decisions.ts';
import { dateOf } from './facts.ts';
import type { TreatyState } from './treaty-state.ts';
import { duesAhead } from './due-dates.ts';
import { labelOfFact, labelOfTiming } from './labels.ts';
import { articleOfNotice } from './period-runs.ts';
import type { Brief, Circumstances } from './plan-types.ts';
import type { Timer, TimerStatement } from './timer.ts';
import type { View } from './view.ts';
import { sendByTimer } from './way-out.ts';
import type { PlanInputs } from './exact-plan.ts';

export function timersOf(
  { family, continuingState: goesOn, facts, view, asked, wayOut, ahead: nextPeriod }: PlanInputs & Pick<Brief, 'ahead'>,
  reminders: readonly Act[],
  { agreement, today }: Circumstances,
): Timer[] {
  const zones = zonesOf(agreement);
  const due = duesAhead(family, today).map(({ due: d, day, protocol, label, basis }): Timer => ({
    name: protocol === undefined ? d.name : `${protocol}/${d.name}`,
    day,
    at: beginsEverywhere(d.on, zones),
    says: ifRevoked(view.end, d.name, day, { code: 'dueOn', args: { label, day, basis } }),
  }));
  const ahead = facts
    .filter(f => dateOf(f) > today)
    .map((f): Timer => ({
      name: `fact/${f.id}`,
      day: dateOf(f),
      at: beginsEverywhere(dateOf(f), zones),
      says: { code: 'takesEffectOn', args: { label: labelOfFact(f).label, day: dateOf(f) } },
    }));
  const begin = family.timings
    .filter(t => t.begins > today)
    .map((t): Timer => {
      const { label, basis } = labelOfTiming(t);
      return {
        name: `${t.protocol}/changesApplied`,
        day: t.begins,
        at: beginsEverywhere(t.begins, zones),
        says: { code: 'holdsFrom', args: { label, day: t.begins, basis } },
      };
    });
  const over = goesOn === family && view.end ? dayAfter(view.end.lastDayInForce.date) : undefined;
  const next = reminders.find(r => r.on > today && !(over && r.on > over)); // the day after the end still records the decision's outcome
  const remind: Timer[] = next
    ? [
        {
          name: 'reminder',
          day: next.on,
          at: beginsEverywhere(next.on, zones),
          says: ofReminder(next),
        },
      ]
    : [];
  const isListed = ({ day }: Timer): boolean => due.some(t => t.name === 'periodEnd' && t.day === day);
  const otherwise = goesOn === family ? [] : periodEndOnOtherReading(goesOn, today, zones).filter(t => !isListed(t));
  return [
    ...due,
    ...otherwise,
    ...ahead,
    ...begin,
    ...remind,
    ...safeDayTimer(asked, agreement, today),
    ...sendByTimer(wayOut ?? (nextPeriod && nextPeriod.sendBy <= view.periods[0]!.lastDay ? nextPeriod : undefined), agreement, today),
  ].sort((a, b) => a.at - b.at || byText(a.name, b.name));
}

/** Dates of the period after the end that a notice brings about stay armed, because the notice may be revoked. */
const ofPeriod: readonly string[] = ['periodEnd', 'lastDayForNotice', 'lastDayForFixedDay'];

const ifRevoked = (end: View['end'], name: string, day: CalendarDate, timer: TimerStatement): TimerStatement =>
  end?.cause === 'notice' && ofPeriod.includes(name) && day > end.lastDayInForce.date
    ? { code: 'ifNoticeRevoked', args: { timer } }
    : timer;

/** On the reading on which the agreement continues, the next period has its own decision. */
const periodEndOnOtherReading = (goesOn: TreatyState, today: CalendarDate, zones: readonly string[]): Timer[] =>
  duesAhead(goesOn, today)
    .filter(({ due, protocol }) => protocol === undefined && due.name === 'periodEnd')
    .map(({ due, day, label, basis }) => ({
      name: 'periodEndOnOtherReading',
      day,
      at: beginsEverywhere(due.on, zones),
      says: { code: 'onOtherReadings', args: { timer: { code: 'dueOn', args: { label, day, basis } } } },
    }));

/** The timer for the safe day, which decides; the last day for notice on the default reading has its own. */
function safeDayTimer(asked: DecisionOnDay | undefined, agreement: Agreement, today: CalendarDate): Timer[] {
  if (asked?.about.question !== 'renewal' || !asked.isOpen || asked.about.due < today) return [];
  const { due, sendBy } = asked.about;
  const says: TimerStatement = {
    code: 'safeDayOn',
    args: { day: due, article: articleOfNotice(agreement.clauses), sendBy: sendBy === due ? null : sendBy },
  };
  return [{ name: 'safeDay', day: due, at: beginsEverywhere(dayAfter(due), zonesOf(agreement)), says }];
}

function ofReminder({ on: day, params, question, due, sendBy }: Act): TimerStatement {
  if (!('ahead' in params)) return { code: 'outcomeOn', args: { day } };
  const { ahead } = params; // only reminders of the ladder have `ahead`
  if (!ahead) return { code: 'escalationOn', args: { day } };
  return { code: 'reminderOn', args: { day, ahead, question: question!, due: due!, sendBy: sendBy === due ? null : (sendBy ?? null) } };
}
