/**
 * One step of a notice: a local activity of its workflow, which alone writes the notice's steps. It parses the request and applies it to
 * the machine, fires what is due, and assesses the notice again. The step, and reminders in the outbox, are written in one transaction;
 * then it returns the plan.
 */
import { isDeepStrictEqual } from 'node:util';
import { zonesOf } from '../clauses/agreement.ts';
import { without } from '../identity/request-hash.ts';
import { FoldFailure } from '../machines/fold-failure.ts';
import { BeyondLimit } from '../machines/beyond-limit.ts';
import type { NoticeEvent, NoticeInput } from '../machines/notice/context.ts';
import { contextOf, replay, shownOf, applyTo } from '../machines/notice/replay.ts';
import { isFourEyesRefusal, refusalOfEvent } from '../machines/notice/refusals.ts';
import { noticeDraft, noticeStepId, readAs, type NoticeDraft, type NoticeRequestName, type NoticeStep } from '../machines/notice/steps.ts';
import type { Refusal } from '../machines/refusal.ts';
import { authorizeDraft, authorizeNoticeUpdate, type Holder } from '../machines/rights.ts';
import type { Authority } from '../register/rights.ts';
import type { NoticeShown } from '../workflows/messages.ts';
import { textIn, wordings } from '../wording/index.ts';
import { noticeDetails, noticeIn } from '../wording/plan.ts';
import { noticeSteps } from '../dossier/description.ts';
import { asStored, instrumentOf, owedSince, stepAtDesk, type DeskInStep, type InstrumentTools } from './desk.ts';
import { draftsOwed } from '../reconciliation/drafts.ts';
import { factOfStep, isRecorded, noticeEvent } from './fact-origin.ts';
import { noticeOf, assessOn } from './notices.ts';
import type { InstrumentPlan, InstrumentRequest } from './instrument-plan.ts';
import type { Caller } from './own-workflows-only.ts';
import { inEnglish } from '../wording/refusals/english.ts';
import { accepted, refusal, refuseIf } from './refusal-failures.ts';
import { presentedRight } from './rights.ts';
import { differs, refusalOfFact, whyNotAmended, whyNotOpened } from './notice-admission.ts';

type Request = InstrumentRequest<NoticeRequestName>;
type RequestCommand = Extract<Request['command'], { kind: 'request' }>;

/** @throws ApplicationFailure of type Refused; then nothing is written */
export const createStepNotice =
  (tools: InstrumentTools) =>
  (request: Request, caller: Caller): Promise<InstrumentPlan<NoticeShown>> =>
    stepAtDesk(tools, request, caller, 'draft', desk => new Stepping(tools, desk, request, caller).run());

class Stepping {
  private steps: readonly NoticeStep[];
  private record: InstrumentPlan<NoticeShown>['record'];

  constructor(
    private readonly tools: InstrumentTools,
    private readonly desk: DeskInStep,
    private readonly request: Request,
    private readonly caller: Caller,
  ) {
    this.steps = noticeSteps(desk.rows, request.id);
  }

  async run(): Promise<InstrumentPlan<NoticeShown>> {
    const { command } = this.request;
    if (command.kind === 'open') await this.open(command.given);
    if (command.kind === 'request') await this.take(command);
    if (command.kind === 'look') await this.reassess().catch(unlessFolded);
    const { instance, acts } = replay(this.steps, this.desk.today);
    await this.desk.owe(owedSince(this.request.known, acts));
    const { language = 'en' } = this.tools;
    const w = wordings[language];
    const seen = shownOf(instance, zonesOf(this.desk.agreement));
    return {
      ...instrumentOf(this.desk),
      shown: noticeIn(seen, w),
      steps: this.steps.length,
      details: noticeDetails(seen, textIn(this.desk.agreement.title, language), w),
      language,
      kind: seen.notice.content.kind,
      direction: seen.notice.direction,
      ...mustActBy(seen),
      foundBy: [seen.notice.content.by],
      ...(this.record ? { record: this.record } : {}),
    };
  }

  /** Records the draft, or continues from the steps that the register has under its number. */
  private async open(given: object): Promise<void> {
    const { desk, request } = this;
    const raw = without(given);
    if (this.steps.length && isOnlyNamed(raw)) return;
    const draft = accepted(readAs(noticeDraft, raw, 'notice'));
    refuseIf(whyNotOpened(draft, desk) ?? refusalOfFact(draft, desk, request.now));
    if (this.steps.length) return refuseIf(differs(draft, this.steps));
    const input: NoticeInput = { today: desk.today, ...draft, assessment: assessOn(desk, draft) };
    const { draftedBy: by } = draft;
    const authority = isCalledFor(draft, desk)
      ? 'servanda'
      : presentedRight('draft', given, { by, audience: this.caller.audience }, holder => authorizeDraft(holder, noticeOf(draft, desk)));
    await this.enter({ type: 'notice.drafted', input }, by, authority);
  }

  /** Applies a person's request. A fact is recorded with the agreement first. A step that an earlier attempt recorded is kept. */
  private async take({ name, request }: RequestCommand): Promise<void> {
    const event = noticeEvent(name, request, this.desk, this.request.now);
    if (this.isEntered(event)) return;
    if (!this.isRecorded(event)) await this.reassess();
    const { instance } = replay(this.steps, event.at); // fire what is due on the day of the event before the event
    const next = applyTo(instance, event);
    if (!next) return this.refuse(name, request.by, refusalOfEvent(instance, event));
    const before = contextOf(instance);
    if (event.type === 'notice.amended' && event.content) refuseIf(whyNotAmended(event.content, before, this.desk, this.request.now));
    const fact = factOfStep(event, next);
    if (fact && !isRecorded(this.desk, fact, this.request.now)) {
      this.record = { fact, by: event.by, isAll: false };
      return;
    }
    const c = contextOf(next.instance);
    // Checks the Party before and after: an amendment may name another Party.
    const mayTell = (holder: Holder): Refusal | undefined =>
      authorizeNoticeUpdate(holder, name, noticeOf(before, this.desk)) ?? authorizeNoticeUpdate(holder, name, noticeOf(c, this.desk));
    await this.enter(event, event.by, presentedRight(name, request, { by: event.by, audience: this.caller.audience }, mayTell));
  }

  /** Assesses the notice by the current law and records a step if the result has changed. */
  private async reassess(): Promise<void> {
    const { instance } = replay(this.steps, this.desk.today);
    const assessment = assessOn(this.desk, contextOf(instance));
    const event: NoticeEvent = { type: 'notice.assessed', assessment, at: this.desk.today };
    if (!isSame(assessment, contextOf(instance).assessment) && applyTo(instance, event)) await this.enter(event, 'servanda', 'servanda');
  }

  /** Records one step with the assessment that follows from it. */
  private async enter(step: NoticeStep['step'], by: string, authority: Authority): Promise<void> {
    const { id } = this.request;
    const bare: NoticeStep = { type: 'notice.step', id: noticeStepId(id, this.steps.length), notice: id, step };
    const c = contextOf(replay([...this.steps, bare], this.desk.today).instance);
    const assessment = assessOn(this.desk, c);
    const entry = asStored(isSame(assessment, c.assessment) ? bare : { ...bare, assessment });
    await this.desk.enter(entry, by, authority);
    this.steps = [...this.steps, entry];
  }

  /** Whether its fact is in the ledger; then nothing may come between the fact and this step. */
  private isRecorded(event: NoticeEvent): boolean {
    const next = applyTo(replay(this.steps, event.at).instance, event);
    const fact = next && factOfStep(event, next);
    return fact !== undefined && isRecorded(this.desk, fact, this.request.now);
  }

  /** Whether an earlier attempt of this request recorded the step and its answer was lost. */
  private isEntered(event: NoticeEvent): boolean {
    return this.steps.slice(this.request.known?.steps ?? this.steps.length).some(({ step }) => isSame({ ...step, at: event.at }, event));
  }

  /** Logs an attempt to approve one's own draft as a security event: it asks for a right that the person does not have. */
  private refuse(name: string, by: string, why: Refusal): never {
    if (isFourEyesRefusal(why))
      this.tools.security?.refused({ where: 'workflow', of: this.caller.workflowId, asked: name, by, why: inEnglish(why) });
    throw refusal(why);
  }
}

/** Whether a decision calls for exactly this draft; then no person's right is required. */
const isCalledFor = (draft: NoticeDraft, desk: DeskInStep): boolean => draftsOwed(desk, desk.today).some(owed => isSame(owed.draft, draft));

/** Started by its number only: continued as new, or restarted after the Temporal server lost it. */
const isOnlyNamed = (raw: object): boolean => Object.keys(raw).every(k => k === 'agreement' || k === 'number');

const isSame = (one: unknown, other: unknown): boolean => isDeepStrictEqual(asStored(one), asStored(other));

/** A ledger that can't be folded must not stop what falls due: the last assessment stands until the bad entry is struck. */
function unlessFolded(cause: unknown): void {
  if (!(cause instanceof FoldFailure || cause instanceof BeyondLimit)) throw cause;
}

/** The send-by day until the notice is sent; then the safe day, by which it must be received. */
function mustActBy({ state, notice: { assessment } }: ReturnType<typeof shownOf>): Pick<InstrumentPlan<unknown>, 'mustActBy'> {
  const { sendBy, safe } = assessment;
  if (state === 'drafted' || state === 'approved' || state === 'returned')
    return sendBy ? { mustActBy: { day: sendBy, name: 'sendBy' } } : {};
  return state === 'dispatched' && safe ? { mustActBy: { day: safe, name: 'safeDay' } } : {};
}
