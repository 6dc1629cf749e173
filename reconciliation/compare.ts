/**
 * Compares an agreement's workflows with its register: their answers and the timers in their histories with the result of the fold.
 * Read-only; anything in progress is looked at again before it counts as a difference.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Instant } from '../clauses/calendar.ts';
import { loadDossier, todayOf, type RegisterDossier } from '../dossier/dossier.ts';
import type { Client } from '@temporalio/client';
import type { ArmedTimer } from '../machines/timer.ts';
import { draftsOwed } from './drafts.ts';
import { wordings } from '../wording/index.ts';
import { rehearsalNow } from '../dossier/rehearsal-time.ts';
import { agreementWorkflowId, deliveryWorkflowId } from '../workflows/messages.ts';
import { describeWorkflow } from './describe-workflow.ts';
import { isRunning, deliveryOf, type Keeper } from './rebuild.ts';
import { differencesOf, instantToCompare, type Difference } from './differences.ts';
import { expectedOf, type Expected } from './expected.ts';
import { failingLetters } from './failing-letters.ts';
import { look, type ObservedWorkflow } from './observed.ts';
import type { PendingTimer } from './pending.ts';
import { silenceOf, type Silence } from './silence.ts';

export interface Compared {
  /** The number of workflows examined, including finished ones that should not be running. */
  workflows: number;
  differences: Difference[];
  /** Why nothing waits for the dates of an agreement in force, if that is so. */
  silence: Silence | undefined;
  /** The timers actually pending in Temporal, the next one first. */
  pending: WaitingTimer[];
}

export interface WaitingTimer extends PendingTimer {
  workflowId: string;
  /** The article behind the timer, if the plan has the timer and names one. */
  basis: string | null;
}

/** In milliseconds, between repeated looks at a difference. */
const pauses = [300, 700, 1500, 3000];

/** `now` is called again for each look. @throws Error if the register cannot be folded or the server is unreachable */
export async function compare(keeper: Keeper, agreement: string, now: () => Instant): Promise<Compared> {
  let last = await lookOnce(keeper, agreement, now());
  for (const milliseconds of pauses) {
    if (last.isCertain) break;
    await pause(milliseconds);
    const next = await lookOnce(keeper, agreement, now());
    const isSettled = !next.isAtWork && inShort(next) === inShort(last);
    last = next;
    if (isSettled) break;
  }
  const { workflows, differences, silence, pending } = last;
  return { workflows, differences, silence, pending };
}

const inShort = ({ differences }: Compared): string => JSON.stringify(differences);

interface Look extends Compared {
  /** No difference, or only one that waiting would not change: a workflow that does not exist. */
  isCertain: boolean;
  isAtWork: boolean;
}

async function lookOnce(keeper: Keeper, agreement: string, wall: Instant): Promise<Look> {
  const { client, registers, taskQueue, language } = keeper;
  const dossier = (await loadDossier(registers, agreement))!;
  const now = dossier.rehearsal ? await ownTimeOf(client, dossier, wall) : wall;
  const expectedAt = (at: Instant): Expected[] => expectedOf(dossier, at, wordings[language]);
  const each: { expected: Expected; found: ObservedWorkflow; differences: Difference[] }[] = [];
  for (const one of expectedAt(now)) {
    const found = await look(client, taskQueue, one.kind, one.workflowId, now);
    const at = instantToCompare(found, now);
    // At the start of a day, its acts may be done already: they are compared once the day has begun.
    const expected = at === now ? one : { ...expectedAt(at).find(e => e.workflowId === one.workflowId)!, undone: [] };
    each.push({ expected, found, differences: differencesOf(expected, found) });
  }
  const letters = dossier.rehearsal ? [] : await lettersInVain(keeper, agreement, now);
  const inVain = [...letters, ...(await draftsInVain(client, dossier, now))];
  const failing = dossier.rehearsal ? [] : await lettersFailing(client, dossier, now);
  return {
    workflows: each.length,
    differences: [...each.flatMap(e => e.differences), ...inVain, ...failing],
    silence: each.map(({ expected, found }) => silenceOf(expected, found, now)).find(Boolean),
    pending: each.flatMap(({ expected, found }) => waitingFor(expected, found)).sort((a, b) => a.fires - b.fires),
    isCertain: !inVain.length && each.every(({ expected, found, differences }) => !differences.length || (expected.runs && !found.runs)),
    isAtWork: each.some(e => e.found.isAtWork),
  };
}

const waitingFor = ({ workflowId, timers }: Expected, { pending }: ObservedWorkflow): WaitingTimer[] =>
  pending.map(timer => ({ ...timer, workflowId, basis: basisOf(timers.find(t => t.summary === timer.summary)) }));

function basisOf(planned: ArmedTimer | undefined): string | null {
  const args: object = planned?.says.args ?? {};
  const named = 'basis' in args ? args.basis : 'article' in args && args.article;
  return typeof named === 'string' ? named : null;
}

/** A rehearsal runs by its workflow's clock, if somebody has skipped time for it. */
async function ownTimeOf(client: Client, dossier: RegisterDossier, now: Instant): Promise<Instant> {
  const found = await describeWorkflow(client, agreementWorkflowId(dossier.agreement.id));
  return Math.max(rehearsalNow(dossier, now), found?.isRunning ? (found.clock ?? 0) : 0);
}

/** Letters owed that no workflow delivers. */
async function lettersInVain(keeper: Keeper, agreement: string, now: Instant): Promise<Difference[]> {
  const delivery = await deliveryOf(keeper, agreement, now);
  if (delivery?.became !== 'missing') return [];
  return [{ workflowId: deliveryWorkflowId(agreement), what: 'missing', code: 'lettersNotCarried', letters: delivery.owed }];
}

/** In milliseconds: greylisting and deployments are over within this time. */
const failingLong = 60 * 60_000;

/** Letters that have been failing for long: they might be given up before anyone who waits for them knows. */
async function lettersFailing(client: Client, { agreement: { id, desk }, outbox }: RegisterDossier, now: Instant): Promise<Difference[]> {
  if (!desk?.recipients?.length) return [];
  const failing = (await failingLetters(client, id, outbox)).filter(({ since }) => now - Date.parse(since) > failingLong);
  return failing.map(letter => ({ workflowId: deliveryWorkflowId(id), what: 'letter', code: 'letterFailing', letter }));
}

/** Drafts required by a decision to give notice that nobody has started. */
async function draftsInVain(client: Client, dossier: RegisterDossier, now: Instant): Promise<Difference[]> {
  const owed = draftsOwed(dossier, todayOf(dossier, now)).map(({ workflowId }) => workflowId);
  const found = await Promise.all(owed.map(workflowId => isRunning(client, workflowId)));
  return owed.filter((_, i) => !found[i]).map(workflowId => ({ workflowId, what: 'missing', code: 'draftNotBegun' }));
}
