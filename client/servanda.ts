/** The client of the service: what programs can ask of it, and its answers. The command line uses it too. */
import type { Glance } from '../dossier/listing.ts';
import type { NoticeRequestName } from '../machines/notice/steps.ts';
import type { ProtocolRequestName } from '../machines/protocol/steps.ts';
import type { NoticeShown, ProtocolShown, Replanned } from '../workflows/messages.ts';
import type { Answer } from '../wording/answer.ts';
import type { AgreementStanding, Explanation, Simulation } from './answers.ts';
import { contextOf, type ClientOptions, type Context } from './context.ts';
import type { AnswerSource, AnswerDays } from './dossiers.ts';
import type { DecisionGiven } from './facts.ts';
import { inLanguageOf } from './failures.ts';
import type { ListAsked, DatedDeadline, DeadlinesAsked, ListedNotice } from './lists.ts';
import type { NoticeToday } from './notices.ts';
import type { SameDescription } from './descriptions.ts';
import type { Opened } from './opening.ts';
import type { ProtocolToday } from './protocols.ts';
import type {
  AgreementGiven,
  ArrivalGiven,
  By,
  DraftGiven,
  EnteredBy,
  FactGiven,
  FieldsGiven,
  NoticeContentGiven,
  NoticeRequest,
  ProposalGiven,
  ProtocolRequest,
} from './requests.ts';
import type { TimerPending } from './timers.ts';
import type { Decided } from './recording.ts';
import type { RecordAnswer } from './updates.ts';

/**
 * A call that records something rejects with `Refused` if the law, the register or a right is against it, with `InvalidRequest` if the
 * request itself is at fault, and with `Unavailable` if the service does not answer. A repeat changes nothing and returns the first answer.
 * `agreement` is an id; days are calendar dates, `2028-08-01`.
 */
export interface Servanda {
  /**
   * Opens an agreement, which the service then keeps: from a file (or the id of one shipped with servanda), a text in YAML, or an object.
   */
  open(agreement: string | AgreementGiven, how?: By): Promise<Opened>;
  /** Puts a changed description into use; the answer lists the dates that move. */
  revise(agreement: string | AgreementGiven, how: By & { reason: string }): Promise<RecordAnswer | SameDescription>;

  /** Records a fact. */
  record(agreement: string, fact: FactGiven, how?: EnteredBy): Promise<RecordAnswer>;
  /** Records facts in order; checks all of them before sending the first. */
  recordAll(agreement: string, facts: readonly FactGiven[], how?: EnteredBy): Promise<RecordAnswer[]>;
  /** Corrects fields of an entry by a later entry; the earlier one remains unchanged in the register. VCLT art. 79. */
  correct(agreement: string, of: string, fields: FieldsGiven, how?: EnteredBy & { reason?: string; id?: string }): Promise<RecordAnswer>;
  /** Deprives an entry of effect by a later entry. It stays in the register. */
  strike(agreement: string, of: string, how: EnteredBy & { reason: string; id?: string }): Promise<RecordAnswer>;
  /** Records the decision (let renew, give notice, negotiate or let lapse) before silence decides. */
  decide(agreement: string, decision: DecisionGiven): Promise<Decided>;
  /** Records that a person has seen the reminders so far; today's are not escalated further. */
  acknowledge(agreement: string, how?: { person?: string; for?: string; id?: string }): Promise<RecordAnswer>;
  /** Folds again, after the rules were corrected. */
  replan(agreement: string): Promise<Replanned>;

  readonly notice: Notices;
  readonly protocol: Protocols;

  /** The standing from the register, with the agreement's entries, its clauses as amended and the decision owed. */
  standing(agreement: string, days?: Omit<AnswerDays, 'until'>): Promise<AgreementStanding>;
  /** The standing and all dates, from the register or from a file. */
  timeline(source: AnswerSource, days?: AnswerDays): Promise<Answer>;
  /** Every date with its article, its anchor, how it is counted, and what other readings give. */
  explain(source: AnswerSource, days?: Omit<AnswerDays, 'until'>): Promise<Explanation[]>;
  /** The effects of a fact: the standing before and after it. Nothing is written. */
  simulate(source: AnswerSource, fact: FactGiven, days?: Pick<AnswerDays, 'asOf'>): Promise<Simulation>;
  /**
   * What must be done by when, sorted by the day by which to act (`sendBy`, else `date`); rehearsals only on request or if named. @throws
   * Incomplete if some could not be read
   */
  deadlines(asked?: DeadlinesAsked): Promise<DatedDeadline[]>;
  /** A summary of each agreement in the register; rehearsals only on request. @throws Incomplete if some could not be read */
  list(asked?: ListAsked): Promise<Glance[]>;
  /** The timers actually pending in Temporal, the next one first. */
  timers(agreement: string): Promise<TimerPending[]>;

  /** Closes the connection and the register. */
  close(): Promise<void>;
}

/** Notices are named by the id of their agreement and their number. */
export type Notices = {
  /** Begins a notice of ours; a second person approves it before dispatch. */
  draft(agreement: string, content: NoticeContentGiven, how?: DraftGiven): Promise<NoticeToday>;
  /** Records a notice that arrived from the other Party; it is examined before it counts. */
  enter(agreement: string, content: NoticeContentGiven, arrival: ArrivalGiven): Promise<NoticeToday>;
  show(agreement: string, number: string): Promise<NoticeToday>;
  /**
   * The notices of the agreements named, or of all except rehearsals, including closed ones. @throws Incomplete if some could not be read
   */
  list: (...agreements: string[]) => Promise<ListedNotice[]>;
} & { [N in NoticeRequestName]: (agreement: string, number: string, ...request: Needed<NoticeRequest<N>>) => Promise<NoticeShown> };

/** Protocols are named by the id of their agreement and their own. */
export type Protocols = {
  propose(agreement: string, protocol: string, proposal: ProposalGiven): Promise<ProtocolToday>;
  show(agreement: string, protocol: string): Promise<ProtocolToday>;
  list: (...agreements: string[]) => Promise<ProtocolToday[]>;
} & { [N in ProtocolRequestName]: (agreement: string, protocol: string, ...request: Needed<ProtocolRequest<N>>) => Promise<ProtocolShown> };

/** The request may be left out if it has no required field. */
type Needed<T> = object extends T ? [request?: T] : [request: T];

/** Connects on first use: reading the register needs no Temporal, and the timers need no register. */
export const createServanda = (options: ClientOptions = {}): Servanda => servandaOn(contextOf(options));

/** Loads each part of the client on first use. */
export function servandaOn(context: Context): Servanda {
  const said = <T>(answer: Promise<T>): Promise<T> => answer.catch(inLanguageOf(context));
  const recording = () => import('./recording.ts');
  const descriptions = () => import('./descriptions.ts');
  const desk = () => import('./desk.ts');
  const answers = () => import('./answers.ts');
  const lists = () => import('./lists.ts');
  const asked =
    <N extends NoticeRequestName>(name: N) =>
    (agreement: string, number: string, ...[request]: Needed<NoticeRequest<N>>) =>
      said(desk().then(d => d.requestOfNotice(context, agreement, number, name, request ?? ({} as NoticeRequest<N>))));
  const askedOfProtocol =
    <N extends ProtocolRequestName>(name: N) =>
    (agreement: string, protocol: string, ...[request]: Needed<ProtocolRequest<N>>) =>
      said(desk().then(d => d.requestOfProtocol(context, agreement, protocol, name, request ?? ({} as ProtocolRequest<N>))));
  return {
    open: (agreement, how) => said(descriptions().then(d => d.open(context, agreement, how))),
    revise: (agreement, how) => said(descriptions().then(d => d.revise(context, agreement, how))),
    record: (agreement, fact, how) => said(recording().then(r => r.recordAll(context, agreement, [fact], how))).then(only),
    recordAll: (agreement, facts, how) => said(recording().then(r => r.recordAll(context, agreement, facts, how))),
    correct: (agreement, of, fields, how) => said(recording().then(r => r.correct(context, agreement, of, fields, how))).then(only),
    strike: (agreement, of, how) => said(recording().then(r => r.strike(context, agreement, of, how))).then(only),
    decide: (agreement, decision) => said(recording().then(r => r.decide(context, agreement, decision))).then(only),
    acknowledge: (agreement, how) => said(recording().then(r => r.acknowledge(context, agreement, how))).then(only),
    replan: agreement => said(recording().then(r => r.replan(context, agreement))),
    notice: {
      draft: (agreement, content, how) => said(desk().then(d => d.draftNotice(context, agreement, content, how))),
      enter: (agreement, content, arrival) => said(desk().then(d => d.enterNotice(context, agreement, content, arrival))),
      show: (agreement, number) => said(desk().then(d => d.showNotice(context, agreement, number))),
      list: (...agreements) => said(lists().then(l => l.whole(context, l.noticesOf(context, { agreements })))),
      amend: asked('amend'),
      approve: asked('approve'),
      dispatch: asked('dispatch'),
      confirmReceipt: asked('confirmReceipt'),
      markReturned: asked('markReturned'),
      recall: asked('recall'),
      accept: asked('accept'),
      findDefective: asked('findDefective'),
    },
    protocol: {
      propose: (agreement, protocol, proposal) => said(desk().then(d => d.proposeProtocol(context, agreement, protocol, proposal))),
      show: (agreement, protocol) => said(desk().then(d => d.showProtocol(context, agreement, protocol))),
      list: (...agreements) => said(lists().then(l => l.whole(context, l.protocolsOf(context, { agreements })))),
      agree: askedOfProtocol('agree'),
      settleText: askedOfProtocol('settleText'),
      sign: askedOfProtocol('sign'),
      abandon: askedOfProtocol('abandon'),
    },
    standing: (agreement, days) => said(answers().then(a => a.standing(context, agreement, days))),
    timeline: (source, days) => said(answers().then(a => a.timeline(context, source, days))),
    explain: (source, days) => said(answers().then(a => a.explain(context, source, days))),
    simulate: (source, fact, days) => said(answers().then(a => a.simulate(context, source, fact, days))),
    deadlines: asked => said(lists().then(l => l.whole(context, l.deadlinesWithin(context, asked)))),
    list: asked => said(lists().then(l => l.whole(context, l.glances(context, asked)))),
    timers: agreement => said(import('./timers.ts').then(t => t.timers(context, agreement))),
    close: () => context.close(),
  };
}

const only = <T>([one]: readonly T[]): T => one!;
