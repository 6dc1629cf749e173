/**
 * One step of a protocol: a local activity of its workflow. It parses the request, refuses or admits it by the state of the machine, and
 * fires what is due. It records the desk's own steps, puts reminders in the outbox, and returns the plan.
 */
import type { Language } from '../clauses/desk.ts';
import { isDeepStrictEqual } from 'node:util';
import { without } from '../identity/request-hash.ts';
import { foldLedger } from '../machines/fold-failure.ts';
import { readAs } from '../machines/notice/steps.ts';
import { knownOf, remindersThrough, shownOf, type ProtocolKnown } from '../machines/protocol/desk.ts';
import { factFor, proposalFact, protocolRefusal } from '../machines/protocol/requests.ts';
import {
  protocolOpening,
  protocolRequests,
  protocolStepId,
  type ProtocolRequestName,
  type ProtocolStep,
} from '../machines/protocol/steps.ts';
import { isRefusal } from '../machines/refusal.ts';
import { readEntry } from '../machines/read-entries.ts';
import { authorizeProtocolOpening, authorizeProtocolUpdate } from '../machines/rights.ts';
import type { Authority } from '../register/rights.ts';
import type { ProtocolShown } from '../workflows/messages.ts';
import { wordings } from '../wording/index.ts';
import { protocolDetails, protocolIn } from '../wording/plan.ts';
import { protocolSteps } from '../dossier/description.ts';
import { asStored, instrumentOf, stepAtDesk, type DeskInStep, type InstrumentTools } from './desk.ts';
import type { InstrumentPlan, InstrumentRequest } from './instrument-plan.ts';
import type { Caller } from './own-workflows-only.ts';
import { accepted, throwRefusal, refuseIf } from './refusal-failures.ts';
import { presentedRight } from './rights.ts';

type Request = InstrumentRequest<ProtocolRequestName>;
type RequestCommand = Extract<Request['command'], { kind: 'request' }>;

/** @throws ApplicationFailure of type Refused; then nothing is written */
export const createStepProtocol =
  (tools: InstrumentTools) =>
  (request: Request, caller: Caller): Promise<InstrumentPlan<ProtocolShown>> =>
    stepAtDesk(tools, request, caller, 'openProtocol', desk => new Stepping(desk, request, caller, tools.language ?? 'en').run());

class Stepping {
  private steps: readonly ProtocolStep[];
  private record: InstrumentPlan<ProtocolShown>['record'];

  constructor(
    private readonly desk: DeskInStep,
    private readonly request: Request,
    private readonly caller: Caller,
    private readonly language: Language,
  ) {
    this.steps = protocolSteps(desk.rows, request.id);
  }

  async run(): Promise<InstrumentPlan<ProtocolShown>> {
    const { request, desk } = this;
    const { command } = request;
    if (command.kind === 'open') await this.open(command.given);
    if (command.kind === 'request') await this.take(command);
    const known = this.known();
    const seen = shownOf(known, desk.today);
    const isClosed = this.steps.some(s => s.step.type === 'protocol.closed');
    if (seen.closed && !isClosed) await this.enter({ type: 'protocol.closed', at: desk.today, state: seen.state }, 'servanda', 'servanda');
    const from = request.known?.asOf ?? desk.today; // no reminder for a day that had passed before anyone knew of it
    await desk.owe(remindersThrough(desk.today, known).filter(a => a.on >= from));
    const w = wordings[this.language];
    return {
      ...instrumentOf(desk),
      shown: protocolIn(seen, w),
      steps: this.steps.length,
      details: protocolDetails(seen, known.title, w),
      language: this.language,
      kind: 'protocol',
      foundBy: desk.agreement.parties.map(p => p.id),
      ...(this.record ? { record: this.record } : {}),
    };
  }

  /** Records once that the desk opened it; a proposal that came with it is a fact of the agreement. */
  private async open(given: object): Promise<void> {
    const { desk, request } = this;
    const opening = accepted(readAs(protocolOpening, without(given), 'protocol'));
    const { protocol, by, title, changes, proposal } = opening;
    const parties = desk.agreement.parties.map(p => p.id);
    if (proposal && !parties.includes(proposal.by)) throwRefusal('unknownParty', { what: 'proposal.by', party: proposal.by, parties });
    const fact = proposal && readEntry(proposalFact(protocol, proposal), desk.agreement, request.now);
    if (fact && isRefusal(fact)) refuseIf(fact); // before anything is written
    const before = this.steps.map(s => s.step).find(s => s.type === 'protocol.opened');
    const said = asStored({ title, changes });
    if (before && Object.entries(said).some(([field, value]) => !isDeepStrictEqual(value, before[field as 'title' | 'changes'])))
      throwRefusal('openedOtherwise', { protocol });
    if (!before) {
      const asked = { by, audience: this.caller.audience };
      const authority = presentedRight('openProtocol', given, asked, holder => authorizeProtocolOpening(holder, proposal?.by));
      await this.enter({ type: 'protocol.opened', at: desk.today, ...said }, by, authority);
    }
    if (proposal) this.record = { fact: proposalFact(protocol, proposal), by, isAll: true };
  }

  /** Applies a person's request: a fact of the agreement, or a text settled at the desk. Keeps a step that an earlier attempt recorded. */
  private async take({ name, request }: RequestCommand): Promise<void> {
    const read = accepted(readAs<Read>(protocolRequests[name], without(request), name));
    if (name === 'settleText' && this.isSettled(read)) return;
    const known = this.known();
    refuseIf(protocolRefusal(name, read, known));
    if (name !== 'settleText') {
      this.record = { fact: factFor(name, read, known), by: read.by, isAll: true };
      return;
    }
    const { by, language, document } = read;
    const step = { type: 'protocol.text.settled', at: this.desk.today, language: language!, ...(document ? { document } : {}) } as const;
    const asked = { by, audience: this.caller.audience };
    await this.enter(
      step,
      by,
      presentedRight(name, request, asked, holder => authorizeProtocolUpdate(holder, name)),
    );
  }

  /** Whether an earlier attempt of this request recorded the step and its answer was lost. */
  private isSettled({ language }: Read): boolean {
    return this.steps
      .slice(this.request.known?.steps ?? this.steps.length)
      .some(({ step }) => step.type === 'protocol.text.settled' && step.language === language);
  }

  private async enter(step: ProtocolStep['step'], by: string, authority: Authority): Promise<void> {
    const { id } = this.request;
    const entry: ProtocolStep = { type: 'protocol.step', id: protocolStepId(id, this.steps.length), protocol: id, step };
    await this.desk.enter(entry, by, authority);
    this.steps = [...this.steps, entry];
  }

  /** The protocol's state from the ledger and the desk's own steps. */
  private known(): ProtocolKnown {
    const { agreement, entries: all, today } = this.desk;
    const { id } = this.request;
    const known = foldLedger(agreement.id, all, entries => knownOf({ agreement, entries, today }, id, this.steps));
    return known ?? throwRefusal('unknownProtocol', { protocol: id, agreement: agreement.id });
  }
}

type Read = { by: string } & Parameters<typeof protocolRefusal>[1] & { document?: string };
