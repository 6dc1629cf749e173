/**
 * Runs an agreement by the service's own steps, one after the other: it wakes when its plan says, and records the facts of its notices and
 * protocols as their workflows would. Without a server, at the instants of the story.
 */
import type { Instant } from '../../clauses/calendar.ts';
import type { AgreementCommand, Stepped } from '../../activities/step-agreement.ts';
import type { InstrumentCommand, InstrumentPlan } from '../../activities/instrument-plan.ts';
import type { NoticeRequestName } from '../../machines/notice/steps.ts';
import type { ProtocolRequestName } from '../../machines/protocol/steps.ts';
import type { Agreement } from '../../clauses/agreement.ts';
import type { Registers } from '../../register/home.ts';
import type { FactOrigin, RecordRequest } from '../../workflows/messages.ts';
import { locally } from './local-steps.ts';

const noon = (day: string): Instant => Date.parse(`${day}T08:00:00Z`);
const by = 'desk officer';

type Kind = FactOrigin['kind'];
type Asked = { by: string } & Record<string, unknown>;

export class Keeper {
  now: Instant = 0;
  private readonly activities;
  private last: Stepped | undefined;
  private readonly plans = new Map<string, InstrumentPlan<unknown>>();

  constructor(
    private readonly registers: Registers,
    readonly agreement: string,
    private readonly rehearsal: boolean,
  ) {
    this.activities = locally({ registers, log: { info: () => {}, error: () => {} } });
  }

  get register() {
    return this.registers.of(this.rehearsal);
  }

  /** Advances time to noon of a day: whatever its plan waits for before that falls due at its own moment. */
  async come(day: string): Promise<void> {
    for (let due = this.due(day); due !== undefined; due = this.due(day)) {
      this.now = due;
      await this.keep({ kind: 'fold' });
    }
    this.now = noon(day);
    if (this.last) await this.keep({ kind: 'fold' });
    for (const key of this.plans.keys()) await this.step(...(key.split('/') as [Kind, string]), { kind: 'look' });
  }

  private due(day: string): Instant | undefined {
    const ahead = (this.last?.plan.timers ?? []).map(t => t.at).filter(at => at > this.now && at <= noon(day));
    return ahead.length ? Math.min(...ahead) : undefined;
  }

  async open(description: Agreement, facts: object[]): Promise<void> {
    await this.keep({ kind: 'open', open: { description, facts, by } });
  }

  /** On the day on which it became known, at noon. */
  async record(day: string, entry: object): Promise<Stepped['answer']> {
    await this.come(day);
    return this.enter({ entry, by });
  }

  async revise(content: Agreement, reason: string): Promise<void> {
    await this.keep({ kind: 'revise', request: { content, reason, by } });
  }

  draft(number: string, content: object, more: object = {}): Promise<void> {
    const given = { agreement: this.agreement, number, content, draftedBy: 'drafter', ...more };
    return this.step('notice', number, { kind: 'open', given });
  }

  tell(number: string, name: NoticeRequestName, request: Asked): Promise<void> {
    return this.step('notice', number, { kind: 'request', name, request });
  }

  async propose(protocol: string, more: object): Promise<void> {
    const given = { agreement: this.agreement, protocol, by, ...more };
    await this.step('protocol', protocol, { kind: 'open', given });
  }

  tellProtocol(protocol: string, name: ProtocolRequestName, request: Asked): Promise<void> {
    return this.step('protocol', protocol, { kind: 'request', name, request });
  }

  private async step(kind: Kind, id: string, command: InstrumentCommand<string>): Promise<void> {
    const plan = await this.stepped(kind, id, command);
    if (!plan.record) return;
    const { name, request } = command.kind === 'request' ? command : { name: 'openProtocol', request: (command as { given: Asked }).given };
    const origin = { kind, id, name, request } as FactOrigin;
    await this.enter({ entry: plan.record.fact, by: plan.record.by, origin });
    await this.stepped(kind, id, plan.record.isAll ? { kind: 'look' } : command);
  }

  private async stepped(kind: Kind, id: string, command: InstrumentCommand<string>): Promise<InstrumentPlan<unknown>> {
    const step = (kind === 'notice' ? this.activities.stepNotice : this.activities.stepProtocol) as (
      asked: object,
    ) => Promise<InstrumentPlan<unknown>>;
    const key = `${kind}/${id}`;
    const plan = await step({ agreement: this.agreement, id, now: this.now, command, known: this.plans.get(key) });
    this.plans.set(key, plan);
    return plan;
  }

  private enter = (request: RecordRequest): Promise<Stepped['answer']> => this.keep({ kind: 'record', request });

  private async keep(asked: AgreementCommand): Promise<Stepped['answer']> {
    const { agreement, rehearsal, now, last } = this;
    this.last = await this.activities.stepAgreement({ agreement, rehearsal, now, head: last?.head ?? 0, previous: last?.plan, asked });
    return this.last.answer;
  }
}
