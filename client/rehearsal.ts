/**
 * A rehearsal: a copy of an agreement lives through its dates on a running server, on its own clock, from one due date of its plan to the
 * next. Nothing is sent to anyone. If the server can't skip time, only the fold is used.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { zonesOf } from '../clauses/agreement.ts';
import { beginsEverywhere, legalToday, type CalendarDate, type Instant } from '../clauses/calendar.ts';
import { standingOn } from '../dossier/dossier.ts';
import { recordedOn, type Entry } from '../machines/facts.ts';
import { fold } from '../machines/fold.ts';
import type { Label } from '../machines/labels.ts';
import { factsKnown } from '../machines/ledger.ts';
import type { ArmedTimer } from '../machines/timer.ts';
import { describeWorkflow, type Described } from '../reconciliation/describe-workflow.ts';
import type { Answer } from '../wording/answer.ts';
import { dayInText } from '../wording/forms.ts';
import { statementIn } from '../wording/statements.ts';
import { agreementWorkflowId, noticeWorkflowId, type ArmedPlan } from '../workflows/messages.ts';
import type { Context } from './context.ts';
import { Unavailable } from './failures.ts';
import type { Move } from './moves.ts';
import { updateNotice } from './notices.ts';
import { openAgreement } from './opening.ts';
import { recordAll } from './recording.ts';
import { canSkipTime, firedIn, lastPlan, passTo, patience } from './rehearsal-clock.ts';
import { differencesFrom } from './rehearsal-dates.ts';
import { dossierOfStory, type Story } from './rehearsal-story.ts';
import type { FactGiven } from './requests.ts';
import type { Service } from './service.ts';
import { readNote } from './service-note.ts';

/** A date that has passed. */
export interface PassedDate {
  date: CalendarDate;
  label: string;
  labelled: Label;
  basis: string;
  /** The id of the fact, if the date is that of a fact. */
  fact: string | null;
  invented: boolean;
}

/** What became of a rehearsal. */
export interface Rehearsed {
  of: string;
  from: CalendarDate;
  reached: CalendarDate;
  dates: PassedDate[];
  /** Its final standing. */
  standing: Answer;
  /** Absent if only the fold was used. */
  lived?: {
    /** The id of the copy. */
    rehearsal: string;
    seconds: number;
    timersFired: number;
    reminders: number;
    announcements: number;
    /** Facts that came after everything was over. */
    unrecorded: string[];
    /** The differences from `timeline` for the same facts; empty if there are none. `before`: what was lived through. */
    differences: Move[];
    /** Its page in the Temporal UI. */
    address: string | null;
  };
}

export interface Watching {
  until: CalendarDate;
  /** Called with the dates as they pass. */
  onPassed?: (passed: readonly PassedDate[]) => void;
}

export type WhyNotLived = 'noService' | 'noTimeSkipping';

/** Why a rehearsal can't run here: no service runs, or its server can't skip time. @throws Unavailable if it does not answer */
export async function whyNotLived(context: Context): Promise<WhyNotLived | undefined> {
  try {
    const { client } = await context.service();
    return (await canSkipTime(client)) ? undefined : 'noTimeSkipping';
  } catch (cause) {
    if (cause instanceof Unavailable && (cause.code === 'notRunning' || cause.code === 'nobody')) return 'noService';
    throw cause;
  }
}

/** Rehearses by the fold only. */
export async function foldThrough(context: Context, story: Story, { until, onPassed }: Watching): Promise<Rehearsed> {
  const dates = passedThrough(context, story, until);
  onPassed?.(dates);
  const standing = standingOn(dossierOfStory(story), { asOf: until }, context.wording);
  return { of: story.of, from: await todayIn(context, story), reached: until, dates, standing };
}

/** Rehearses on the running service. The workflow remains and can be inspected. @throws Refused, Unavailable */
export async function liveThrough(context: Context, story: Story, { until, onPassed = () => {} }: Watching): Promise<Rehearsed> {
  const begun = performance.now();
  const service = await context.service();
  const { id } = story.agreement;
  const from = await todayIn(context, story);
  await openAgreement(context, { file: story.of, agreement: story.agreement, facts: [...story.known] });
  const life = new Life(context, service.client, story);
  const seen = new Set<string>();
  let plan = await life.settled(from);
  let reached = plan.asOf;
  const pass = (): void => {
    const fresh = passedThrough(context, story, reached).filter(d => !seen.has(JSON.stringify(d)));
    for (const date of fresh) seen.add(JSON.stringify(date));
    if (fresh.length) onPassed(fresh);
  };
  pass();
  const left = [...story.invented];
  const zones = zonesOf(story.agreement);
  const beginning = (day: CalendarDate | undefined): Instant => (day ? beginsEverywhere(day, zones) + aMinute : Infinity);
  while (!plan.over) {
    const known = left.filter(e => recordedOn(e) <= reached);
    if (known.length) plan = await life.record(left.splice(0, known.length), reached);
    else if (reached >= until) break;
    else {
      const due = plan.timers[0]?.at ?? Infinity;
      const next = Math.min(due, beginning(left[0] && recordedOn(left[0])), beginning(until));
      const day = legalToday(next, zones);
      plan = await life.passTo(next, next === due ? day : plan.asOf);
      reached = plan.over ? plan.asOf : day;
    }
    pass();
  }
  const standing = standingOn(
    dossierOfStory({ ...story, invented: story.invented.filter(e => !left.includes(e)) }),
    { asOf: reached },
    context.wording,
  );
  const fired = await life.fired();
  const outbox = await (await context.registers()).of(true).outbox(id);
  const done = outbox.filter(line => line.step === 'performed').map(line => line.body.kind);
  return {
    of: story.of,
    from,
    reached,
    dates: passedThrough(context, story, reached),
    standing,
    lived: {
      rehearsal: id,
      seconds: (performance.now() - begun) / 1000,
      timersFired: fired.count,
      reminders: done.filter(kind => kind === 'remind').length,
      announcements: done.filter(kind => kind !== 'remind').length,
      unrecorded: left.map(e => e.id),
      differences: differencesFrom(story, { from, reached, fired: fired.armed, brief: plan.standing }, standing, context.wording),
      address: addressOf(service, id),
    },
  };
}

/** In milliseconds: each agreement wakes at its own moment in the first minute of a day. */
const aMinute = 60_000;

/** The dates that pass through a day, by the fold, in order. */
export function passedThrough({ wording }: Context, { agreement, known, invented }: Story, through: CalendarDate): PassedDate[] {
  const entries = [...known, ...invented.filter(e => recordedOn(e) <= through)];
  const { facts } = factsKnown(entries, undefined, agreement.clauses);
  return fold(agreement, facts, agreement.reading, through).timeline.map(({ day, label, basis, fact }) => ({
    date: day,
    label: statementIn(label, wording),
    labelled: label,
    basis,
    fact: fact ?? null,
    invented: invented.some(e => e.id === fact),
  }));
}

const todayIn = async (context: Context, { agreement }: Story): Promise<CalendarDate> =>
  legalToday(await context.now(), zonesOf(agreement));

function addressOf({ home }: Service, id: string): string | null {
  const note = readNote(home);
  if (!note?.ui) return null;
  return `${note.ui}/namespaces/${encodeURIComponent(note.namespace)}/workflows/${encodeURIComponent(agreementWorkflowId(id))}`;
}

/** The workflow of a rehearsal, through its runs. */
class Life {
  private readonly id: string;
  /** The period in which each run began. A later period means a renewal, and so a new run. */
  private readonly runs = new Map<string, number | undefined>();
  private readonly armed = new Map<string, ArmedTimer>();

  constructor(
    private readonly context: Context,
    private readonly client: Client,
    private readonly story: Story,
  ) {
    this.id = agreementWorkflowId(story.agreement.id);
  }

  /** Advances time to an instant, and waits until the workflow has folded through a day: that of the timer due then. */
  async passTo(instant: Instant, day: CalendarDate): Promise<ArmedPlan> {
    await this.recallDrafts();
    if (!(await passTo(this.client, this.id, instant))) throw this.standsStill(legalToday(instant, zonesOf(this.story.agreement)));
    return this.settled(day);
  }

  /** Records facts on the day reached. @throws Refused */
  async record(facts: readonly Entry[], day: CalendarDate): Promise<ArmedPlan> {
    const { id } = this.story.agreement;
    const { client } = this;
    const now = async (): Promise<Instant> => (await describeWorkflow(client, this.id))?.clock ?? Date.now();
    await recordAll({ ...this.context, now }, id, facts as readonly FactGiven[]);
    return this.settled(day);
  }

  /**
   * Waits until the workflow has folded through a day and its run goes on from there: if time advanced while a run is continued as a new
   * one, it would skip that run's first task. Reads the plan from the history, since a query would interfere. @throws Unavailable
   */
  async settled(day: CalendarDate): Promise<ArmedPlan> {
    const signal = AbortSignal.timeout(patience);
    for (let wait = 5; !signal.aborted; wait = Math.min(2 * wait, 100)) {
      const described = await describeWorkflow(this.client, this.id);
      if (described && !described.task && !described.activities) {
        const { event, plan } = await lastPlan(this.client, this.id, described.runId);
        if (plan && event === described.events && plan.asOf >= day && this.isAtRest(described, plan)) {
          for (const timer of plan.timers) this.armed.set(timer.summary, timer);
          return plan;
        }
      }
      await pause(wait);
    }
    throw this.standsStill(day);
  }

  /**
   * Recalls the notices that decisions of the copy drafted: nobody works on the draft of a copy, and the server skips no time in a workflow
   * whose child workflow is still running.
   */
  private async recallDrafts(): Promise<void> {
    const { context } = this;
    const { id } = this.story.agreement;
    const { children } = (await describeWorkflow(this.client, this.id)) ?? { children: [] };
    const numbers = children.map(child => child.slice(noticeWorkflowId(id, '').length));
    for (const number of numbers)
      await updateNotice(context, id, number, 'recall', { by: context.person, reason: context.wording.client.opened.copySendsNone });
  }

  private standsStill(day: CalendarDate): Unavailable {
    return new Unavailable('timeStands', { day: dayInText(this.context.wording, day), seconds: patience / 1000 }, this.context.wording);
  }

  private isAtRest({ runId, isRunning }: Described, plan: ArmedPlan): boolean {
    const number = plan.standing.period?.number;
    const begun = this.runs.get(runId) ?? number;
    this.runs.set(runId, begun);
    return isRunning ? !plan.over && begun === number : plan.over;
  }

  /** The timers that fired, from the histories of all runs, and how they were armed. */
  async fired(): Promise<{ count: number; armed: ArmedTimer[] }> {
    const fired = await firedIn(this.client, this.id, [...this.runs.keys()]);
    return { count: fired.length, armed: fired.flatMap(({ summary }) => this.armed.get(summary) ?? []) };
  }
}
