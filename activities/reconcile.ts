/**
 * Reconciliation: once a day, compares every agreement with its register and repairs it. Where no workflow waited for an agreement in
 * force, it alerts that agreement's recipients. The activities of the reconciliation workflow.
 */
import { Context } from '@temporalio/activity';
import { zonesOf } from '../clauses/agreement.ts';
import { legalToday, type Instant } from '../clauses/calendar.ts';
import type { Language } from '../clauses/desk.ts';
import type { Act } from '../machines/acts.ts';
import { requestHash } from '../identity/request-hash.ts';
import { audienceOf } from '../identity/shapes.ts';
import { headsOf } from '../register/heads.ts';
import type { Registers } from '../register/home.ts';
import { noteUpkeep } from '../register/upkeep.ts';
import type { SigningKey } from '../secrets/signing-key.ts';
import type { Reconciled } from '../workflows/messages.ts';
import { compareAndRepair, type Repaired } from '../reconciliation/repair.ts';
import type { Silence } from '../reconciliation/silence.ts';
import { descriptionOf } from '../dossier/description.ts';
import { mapConcurrently } from '../reconciliation/map-concurrently.ts';
import { listingsNow, project } from '../dossier/listing.ts';
import { noted } from '../dossier/log-note.ts';
import type { Logbook, PerformRequest } from '../dossier/outbox.ts';
import type { DeliveryConfiguration } from '../delivery/index.ts';
import { clockOf } from './clock.ts';
import { wordings } from '../wording/index.ts';
import { say } from '../wording/statements.ts';
import type { SignAsService } from './rights.ts';
import { failureOf } from '../reconciliation/failure.ts';
import { isServerGone } from '../reconciliation/server-fault.ts';
import type { Keeper } from '../reconciliation/rebuild.ts';

export interface ReconciliationTools {
  registers: Registers;
  log: Logbook;
  delivery?: DeliveryConfiguration;
  /** The language of the findings in the Temporal UI. */
  language?: Language;
  perform: (request: PerformRequest) => Promise<number>;
  /** Signs the service's right to replan an agreement, where rights are required. */
  sign?: SignAsService | undefined;
  /** Signs the heads in the daily log line. */
  signing?: SigningKey | undefined;
  timeSkipping?: boolean | undefined;
}

/** The result, and its text for the Temporal UI. */
export interface ReconciledAll {
  sum: Reconciled;
  details: string;
}

const batch = 50;
const aDay = 86_400_000;
/** Fewer than on the command line: the worker has its own work to do. */
const atOnce = 4;

/** The service makes the request in its own name. */
const replanningAs =
  (sign: SignAsService | undefined, namespace: string): Keeper['toReplan'] =>
  async workflowId => {
    const asked = { by: 'servanda' };
    const right = await sign?.(audienceOf(namespace, workflowId), requestHash('replan', asked), undefined);
    return right ? { ...asked, right } : asked;
  };

export const createReconciliation = ({
  registers,
  log,
  delivery = {},
  language = 'en',
  perform,
  sign,
  signing,
  timeSkipping,
}: ReconciliationTools) => {
  const logbook = { log, language };

  /**
   * Compares and repairs every agreement and raises an alarm for each silence. An agreement that can't be compared is logged and does not
   * hold up the others. Uses the worker's own clock: no caller can date an alarm.
   */
  async function reconcileAll(): Promise<ReconciledAll> {
    const context = Context.current();
    const { namespace, taskQueue, heartbeatDetails } = context.info;
    const keeper: Keeper = { client: context.client, taskQueue, registers, delivery, language, toReplan: replanningAs(sign, namespace) };
    const clock = clockOf(timeSkipping);
    let { after, sum } = (heartbeatDetails as Progress | undefined) ?? { after: '', sum: nothingReconciled };
    for (;;) {
      const ids = (await allIds(registers)).filter(id => id > after).slice(0, batch);
      if (!ids.length) break;
      const some = { ...nothingReconciled };
      await mapConcurrently(ids, atOnce, async agreement => {
        add(some, await watched(keeper, agreement, clock));
        context.heartbeat({ after, sum } satisfies Progress);
      });
      const listed = await listingsNow(registers, clock() + aDay);
      const unlisted = ids.filter(id => !listed.has(id));
      await project(registers, unlisted, clock());
      after = ids.at(-1)!;
      sum = { ...sum };
      add(sum, some);
      context.heartbeat({ after, sum } satisfies Progress);
    }
    const { agreements, differed, left } = sum;
    await noteUpkeep(registers.home, 'reconciled', { at: clock(), agreements, differed, left });
    await logDailySummary(sum, clock());
    return { sum, details: say('watched', sum, wordings[language]) };
  }

  async function watched(keeper: Keeper, agreement: string, clock: () => Instant): Promise<Reconciled> {
    try {
      const repaired = await compareAndRepair(keeper, agreement, clock);
      const { before, after } = repaired;
      note(agreement, repaired);
      if (before.silence) await alarm(agreement, before.silence, after.silence, clock());
      return {
        agreements: 1,
        workflows: before.workflows,
        differed: before.differences.length ? 1 : 0,
        left: after.differences.length ? 1 : 0,
        alarms: before.silence ? 1 : 0,
      };
    } catch (cause) {
      if (isServerGone(cause)) throw cause;
      noted(logbook, 'error', { code: 'notCompared', agreement, failure: failureOf(cause) });
      return { ...nothingReconciled, agreements: 1, differed: 1, left: 1 };
    }
  }

  function note(agreement: string, { before, done, after }: Repaired): void {
    if (before.differences.length) noted(logbook, 'info', { code: 'differed', agreement, differences: before.differences }, { done });
    if (after.differences.length) noted(logbook, 'error', { code: 'notRepaired', agreement, differences: after.differences });
  }

  /** An alarm is an ordinary act of today, so it is recorded once a day per ground and its letters are sent. */
  async function alarm(agreement: string, found: Silence, still: Silence | undefined, now: Instant): Promise<void> {
    const { register, rehearsal } = (await registers.find(agreement))!;
    const { agreement: described } = descriptionOf(await register.rows(agreement), agreement);
    const act: Act = {
      kind: 'announce',
      what: 'silence',
      on: legalToday(now, zonesOf(described)),
      basis: described.clauses.duration.article,
      params: { agreement, found, isRepaired: still === undefined },
    };
    await perform({ agreement, rehearsal, now, owed: [{ act, as: 'performed' }], withdrawn: [] });
  }

  /** The daily log line with the heads. Copies kept elsewhere reveal a register that was replaced as a whole. */
  async function logDailySummary(sum: Reconciled, now: Instant): Promise<void> {
    const [real, rehearsals] = [await registers.of(false).head(), await registers.of(true).head()];
    const daily = { code: 'dailyLog', ...sum, repaired: sum.differed - sum.left, register: real, rehearsals } as const;
    noted(logbook, 'info', daily, { heads: await headsOf(registers, now, signing) });
  }

  return { reconcileAll };
};

/** Progress in the heartbeat: if the worker dies, the next attempt continues from there. */
interface Progress {
  after: string;
  sum: Reconciled;
}

const nothingReconciled: Reconciled = { agreements: 0, workflows: 0, differed: 0, left: 0, alarms: 0 };

function add(sum: Reconciled, more: Reconciled): void {
  for (const name of Object.keys(sum) as (keyof Reconciled)[]) sum[name] += more[name];
}

const allIds = async (registers: Registers): Promise<string[]> =>
  [...(await registers.of(false).agreements()), ...(await registers.of(true).agreements())].sort();
