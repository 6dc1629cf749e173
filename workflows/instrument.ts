/**
 * A notice or protocol in progress. A request or a due timer runs its machine one step in a local activity, which records the step and
 * returns the plan as recorded values; the workflow arms and shows the plan. A fact is recorded with the agreement first.
 */
import type { QueryDefinition } from '@temporalio/common';
import { defineUpdate, proxyActivities, setCurrentDetails } from '@temporalio/workflow';
import type { Activities } from '../activities/index.ts';
import type { InstrumentCommand, InstrumentPlan, InstrumentRequest } from '../activities/instrument-plan.ts';
import { entryLimit, whyBeyond } from '../machines/limits.ts';
import type { NoticeRequestName } from '../machines/notice/steps.ts';
import type { ArmedTimer } from '../machines/timer.ts';
import type { ProtocolRequestName } from '../machines/protocol/steps.ts';
import { refuse, type Refusal } from '../machines/refusal.ts';
import type { Holder } from '../machines/rights.ts';
import { handle } from './handlers.ts';
import { failureOf, foldFailureMessage } from './inbox.ts';
import { fallbackMessage } from './fallback-messages.ts';
import { isLong, Loop } from './loop.ts';
import { recheck, type WithRight } from './messages.ts';
import { refusal } from './refusal-failures.ts';
import { checkRight } from './rights.ts';
import { showInstrument } from './ui-details.ts';
import { inShort } from './run-activity.ts';
import { assertDecoded } from './undecoded.ts';

/** Short, so that it is retried soon after a worker died on it: the caller waits for the answer. */
const { recordFact } = proxyActivities<Activities>({ startToCloseTimeout: '10 seconds' });

/** Runs the machine one step, in an activity that writes to the register. */
type Step<Name extends string, Shown> = (summary: string, asked: InstrumentRequest<Name>) => Promise<InstrumentPlan<Shown>>;
type RequestBody = { by: string } & WithRight;
/** Why the holder of the right may not make this request; undefined if they may. */
type AuthorizeRequest<Name, Shown> = (name: Name, holder: Holder, plan: InstrumentPlan<Shown>) => Refusal | undefined;

export class Instrument<
  Name extends NoticeRequestName | ProtocolRequestName,
  Shown extends { state: string; timers: readonly ArmedTimer[]; closed: boolean },
> {
  private readonly loop = new Loop<InstrumentCommand<Name>, Shown>();
  private plan: InstrumentPlan<Shown> | undefined;

  constructor(
    private readonly step: Step<Name, Shown>,
    private readonly of: { agreement: string; id: string },
    shown: QueryDefinition<Shown>,
    private readonly whyNot: AuthorizeRequest<Name, Shown>,
  ) {
    handle(shown, () => this.shown);
    handle(recheck, this.loop.recheck);
  }

  /** @throws Error before the first plan; the caller then retries the query */
  get shown(): Shown {
    if (!this.plan) throw new Error(fallbackMessage('opening'));
    return this.plan.shown;
  }

  /** Registers the updates that it accepts, each answered once the register has the step. The step parses the request. */
  takes(...names: Name[]): void {
    for (const name of names) {
      const update = defineUpdate<Shown, [RequestBody]>(name);
      handle(update, request => this.loop.ask({ kind: 'request', name, request }), { validator: r => this.check(name, r) });
    }
  }

  /** Checks size and right: a request rejected or refused here leaves no event in the history. */
  private check(name: Name, request: RequestBody): void {
    assertDecoded(request);
    const beyond = whyBeyond(request, entryLimit);
    if (beyond) throw refusal(refuse('beyondLimit', { what: name, ...beyond }));
    const { plan } = this;
    if (plan && typeof request?.by === 'string') checkRight(name, request, plan.trusted, holder => this.whyNot(name, holder, plan));
  }

  /** Starts from the input and runs until the instrument is closed or the run has grown long. */
  async keep(given: object): Promise<'over' | 'long'> {
    await this.run({ kind: 'open', given }, 'open').catch((cause: unknown) => Promise.reject(failureOf(cause)));
    await this.loop.run({
      answer: command => this.run(command, commandSummary(command)),
      look: async why => {
        await this.run({ kind: 'look' }, why).catch((cause: unknown) => setCurrentDetails(foldFailureMessage(cause)));
      },
      mayEnd: () => this.shown.closed || isLong(),
    });
    return this.shown.closed ? 'over' : 'long';
  }

  private async run(command: InstrumentCommand<Name>, summary: string): Promise<Shown> {
    const { record, ...plan } = await this.stepFor(command, summary);
    if (!record) return this.arm(plan);
    const { isAll, ...fact } = record;
    const asked = { ...this.of, rehearsal: plan.rehearsal, ...fact, told: requestIn(command) };
    await recordFact.executeWithOptions({ summary: inShort(`${String(fact.fact['type'])} ${fact.fact.id} (${fact.by})`) }, [asked]);
    return this.arm(await this.stepFor(isAll ? { kind: 'look' } : command, `${summary}: recordFact`));
  }

  private stepFor(command: InstrumentCommand<Name>, summary: string): Promise<InstrumentPlan<Shown>> {
    const known = this.plan && { steps: this.plan.steps, asOf: this.plan.asOf };
    return this.step(summary, { ...this.of, now: Date.now(), command, known });
  }

  private arm(plan: InstrumentPlan<Shown>): Shown {
    showInstrument(this.of.agreement, plan, this.plan);
    this.plan = plan;
    this.loop.timers.arm(plan.shown.timers);
    return plan.shown;
  }
}

/** A summary for the Temporal UI, in codes: workflows contain no sentences. The request is unvalidated and may be null. */
function commandSummary(command: InstrumentCommand<string>): string {
  if (command.kind !== 'request') return command.kind;
  const { by } = (command.request ?? {}) as { by?: unknown };
  return `${command.name} (${String(by)})`;
}

/** The request on which a fact is recorded. Of the inputs that start an instrument, only a protocol's proposal is a fact. */
const requestIn = <Name extends string>(command: InstrumentCommand<Name>): { name: Name | 'openProtocol'; request: RequestBody } =>
  command.kind === 'request'
    ? { name: command.name, request: command.request }
    : { name: 'openProtocol', request: (command as { given: RequestBody }).given };
