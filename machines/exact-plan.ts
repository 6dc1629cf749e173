/** The plan if every day is exact, made from a single fold. */
import type { StateValue } from 'xstate';
import type { Act } from './acts.ts';
import { periodShown } from './agreement/acts.ts';
import { comingEnd, hasEnded } from './agreement/context.ts';
import { decisionOnDay, owedOn, ineffectiveDecisions, type DecisionOnDay, type DecisionCourse } from './decisions.ts';
import type { Fact } from './facts.ts';
import type { TreatyState, WithoutEffect } from './treaty-state.ts';
import { stateStillInForce } from './continuing-reading.ts';
import type { Brief, Circumstances, OwedWithin, Plan } from './plan-types.ts';
import { remindersOf, spansAsked, type DecisionSpan } from './reminders.ts';
import { toDo } from './to-do.ts';
import { carriedOn } from './carried-on.ts';
import { nextRenewal } from './next-period.ts';
import { RULES_VERSION } from './rules-version.ts';
import { viewOf, type View } from './view.ts';
import { wayOutOn, type WayOut } from './way-out.ts';
import { timersOf } from './plan-timers.ts';
import { actsNow, asOfNow, isOfThePast, noPeriod, whenOnboarded } from './plan-acts.ts';

/** The inputs of a plan, calculated once. */
export interface PlanInputs {
  family: TreatyState;
  /** The state on the reading on which a decision is still owed: `family`, unless a notice ends it there but not on another reading. */
  continuingState: TreatyState;
  facts: readonly Fact[];
  view: View;
  course: DecisionCourse;
  /** The decision open today, and the one that was open in the running period. */
  asked: DecisionOnDay | undefined;
  wayOut: WayOut | undefined;
  spans: readonly DecisionSpan[];
  ladder: readonly Act[];
}

/** Calculates the inputs of a plan. `family`: the facts folded through today on the default reading. */
export function planInputs({ agreement, today }: Circumstances, facts: readonly Fact[], family: TreatyState): PlanInputs {
  const continuingState = stateStillInForce(agreement, facts, family, today);
  const course: DecisionCourse = { agreement, facts, history: continuingState.history };
  const asked = decisionOnDay(course, today);
  const spans = spansAsked(course, today, asked);
  const view = viewOf(family, today);
  const wayOut = view.nextWayOut && wayOutOn(carriedOn(agreement, family.taken, today, family.history), today);
  return { family, continuingState, facts, view, course, asked, wayOut, spans, ladder: remindersOf(course, spans) };
}

/** Makes the plan. `within`: the days are exact only for this plan; the acts and reminders owed come from there. */
export function planFrom(c: Circumstances, found: PlanInputs, spoilt: readonly WithoutEffect[], within?: OwedWithin): Plan {
  const { family, view, course, asked } = found;
  const reminders = within?.reminders ?? found.ladder;
  const ahead = within ? {} : aheadOf(found, c);
  const timers = timersOf({ ...found, ...ahead }, reminders, c);
  const then = whenOnboarded(c, family);
  const decision = owedOn(asked, course, c.today);
  const { owed, withdrawn } = actsNow(found, reminders, decision, c, within, then);
  const { context } = family.agreement.snapshot;
  const isOver = hasEnded(context);
  const runs = isOver || comingEnd(context) ? noPeriod : periodShown({ ...context, today: c.today });
  const plan = {
    law: RULES_VERSION,
    description: c.description,
    title: c.agreement.title.en!,
    asOf: c.today,
    parties: c.agreement.parties.map(({ id, zone }) => ({ id, zone })),
    standing: { ...briefOf(found), ...ahead },
    machine: stateInText(family.agreement.snapshot.value),
    underNotice: !isOver && comingEnd(context)?.cause === 'notice',
    timers,
    owed: owed.map(act =>
      isOfThePast(act, c.today) || (act.on < c.onboarded && then.isHistory(act))
        ? { act, as: 'history' as const }
        : { act: asOfNow(act, within ? noPeriod : runs), as: 'performed' as const },
    ),
    withdrawn,
    withoutEffect: [...spoilt, ...(within?.withoutEffect ?? family.withoutEffect), ...ineffectiveDecisions(course)],
    decision,
    over: isOver && timers.length === 0,
  };
  const end = view.end?.lastDayInForce;
  return { ...plan, end: end ? { lastDayInForce: end.date, basis: end.basis } : null, toDo: toDo(plan, view) };
}

/** The safe day of the next period. Lists of days by which to act show it while nothing needs to be sent for the running one. */
function aheadOf({ family, view, asked }: PlanInputs, { agreement, today }: Circumstances): Pick<Brief, 'ahead'> {
  if (asked?.isOpen && asked.about.due >= today) return {};
  const next = nextRenewal(agreement, family.taken, view);
  return next ? { ahead: { due: next.due, sendBy: next.sendBy } } : {};
}

/** Formats the machine's state with its own names: `inForce (period open, notice none)`. */
const stateInText = (value: StateValue): string =>
  typeof value === 'string'
    ? value
    : Object.entries(value)
        .map(([name, inner]) => (typeof inner === 'string' ? `${name} ${inner}` : `${name} (${stateInText(inner!)})`))
        .join(', ');

function briefOf({ view: { status, entry, period, end }, asked, wayOut }: PlanInputs): Brief {
  const { question, due, sendBy } = asked?.about ?? {};
  return {
    status,
    entryIntoForce: entry?.date ?? null,
    period: period
      ? {
          number: period.number,
          firstDay: period.firstDay,
          lastDay: period.lastDay.date,
          lastDayForNotice: (question === 'renewal' && period.lastDayForNotice?.date) || null,
          safe: question === 'renewal' ? due! : null,
          ...(period.agreedRenewal ? { renewalAgreedUntil: period.agreedRenewal.lastDay.date } : {}),
        }
      : null,
    lastDayInForce: end?.lastDayInForce.date ?? null,
    decision: question && asked!.isOpen ? { question, due: due!, sendBy: sendBy ?? null } : null,
    ...(wayOut ? { wayOut } : {}),
  };
}
