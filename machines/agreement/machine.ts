/**
 * The life of an agreement, from the text to its end, in the order a lawyer would tell it. Every state and transition names its article, or
 * `clause:` where the agreement's own clause governs. VCLT art. 24, 25, 54, 57, 59, 67, 68, 70.
 */
import { and, assign, setup } from 'xstate';
import { dayAfter } from '../../clauses/calendar.ts';
import type { Emitted } from '../acts.ts';
import * as acts from './acts.ts';
import {
  comingEnd,
  endByCondition,
  entryKnown,
  nextSurvivals,
  provisionalApplicationKnown,
  type AgreementContext,
  type AgreementEvent,
  type AgreementInput,
} from './context.ts';
import * as guards from './guards.ts';
import * as amending from './amending.ts';
import * as changesAhead from './changes-ahead.ts';
import { endApplication } from './ending-application.ts';
import * as steps from './steps.ts';
import { pure, until } from '../driver.ts';

const definition = setup({
  types: {
    context: {} as AgreementContext,
    events: {} as AgreementEvent,
    emitted: {} as Emitted,
    input: {} as AgreementInput,
    tags: {} as 'appliedProvisionally' | 'suspended' | 'settled',
    meta: {} as { article: string },
  },
  guards: {
    entryIsSettled: pure(guards.entryIsSettled),
    entryHasCome: pure(guards.entryHasCome),
    isFirstCompletion: pure(guards.isFirstCompletion),
    isExchangeAskedFor: pure(guards.isExchangeAskedFor),
    isConditionOpen: pure(guards.isConditionOpen),
    endsWithCondition: pure(guards.endsWithCondition),
    isAppliedProvisionallyAhead: pure(guards.isAppliedProvisionallyAhead),
    isInForceFirst: pure(guards.isInForceFirst),
    provisionalApplicationHasCome: pure(guards.provisionalApplicationHasCome),
    somethingSurvives: pure(guards.somethingSurvives),
    isWithoutPeriods: pure(guards.isWithoutPeriods),
    hasNoLastDayForNotice: pure(guards.hasNoLastDayForNotice),
    isPastLastDayForNotice: pure(guards.isPastLastDayForNotice),
    isRenewalSettled: pure(guards.isRenewalSettled),
    isEndAgreed: pure(guards.isEndAgreed),
    isRenewed: pure(guards.isRenewed),
    continuesWithoutLimit: pure(guards.continuesWithoutLimit),
    needsAgreementToRenew: pure(guards.needsAgreementToRenew),
    endsOnFixedDays: pure(guards.endsOnFixedDays),
    isNewNotice: pure(guards.isNewNotice),
    noticeCanWork: pure(guards.noticeCanWork),
    revokesSomething: pure(guards.revokesSomething),
    consentIsOfUse: pure(guards.consentIsOfUse),
    endIsPossible: pure(guards.endIsPossible),
    noEndIsComing: pure(guards.noEndIsComing),
    endHasCome: pure(guards.endHasCome),
    successionIsPossible: pure(guards.successionIsPossible),
    successionHasCome: pure(guards.successionHasCome),
    suspensionHasCome: pure(guards.suspensionHasCome),
    resumptionIsKnown: pure(guards.resumptionIsKnown),
    resumptionHasCome: pure(guards.resumptionHasCome),
    resumesBeforeSuspension: pure(guards.resumesBeforeSuspension),
  },
  actions: {
    sign: assign(pure(steps.sign)),
    takeCompletion: assign(pure(steps.takeCompletion)),
    exchange: assign(pure(steps.exchange)),
    meetCondition: assign(pure(steps.meetCondition)),
    applyProvisionally: assign(pure(steps.applyProvisionally)),
    endProvisionalApplication: assign(pure(steps.endProvisionalApplication)),
    leaveByTermination: assign(pure(steps.leaveByTermination)),
    leaveByExpiry: assign(pure(steps.leaveByExpiry)),
    leaveBySupersession: assign(pure(steps.leaveBySupersession)),
    enterIntoForce: assign(pure(steps.enterIntoForce)),
    renew: assign(pure(steps.renew)),
    agreeRenewal: assign(pure(steps.agreeRenewal)),
    leavePeriods: assign(() => steps.leavePeriods()),
    openWayOut: assign(pure(steps.openWayOut)),
    noteDispatch: assign(pure(changesAhead.noteDispatch)),
    takeNotice: assign(pure(changesAhead.takeNotice)),
    takeRevocation: assign(pure(steps.takeRevocation)),
    takeConsent: assign(pure(steps.takeConsent)),
    agreeEnd: assign(pure(steps.agreeEnd)),
    supersede: assign(pure(steps.supersede)),
    suspend: assign(pure(steps.suspend)),
    resume: assign(pure(steps.resume)),
    enterProtocol: assign(pure(amending.enterProtocol)),
    applyChanges: assign(pure(amending.applyChanges)),
    endApplication: assign(pure(endApplication)),
  },
  delays: {
    entryIntoForce: ({ context }) => until(context.today, entryKnown(context).settled!.date),
    provisionalApplicationBegins: ({ context }) => until(context.today, provisionalApplicationKnown(context)!.date),
    conditionEffect: ({ context }) => until(context.today, dayAfter(endByCondition(context)!.date)),
    survivalEnd: ({ context }) => until(context.today, dayAfter(nextSurvivals(context)!.day)),
    periodEnd: ({ context }) => until(context.today, dayAfter(context.period!.lastDay)),
    lastDayForNotice: ({ context }) => until(context.today, dayAfter(context.period!.lastDayForNotice!)),
    lastDayForFixedDay: ({ context }) => until(context.today, dayAfter(context.nextWayOut!.lastDayForNotice)),
    terminationEffect: ({ context }) => until(context.today, dayAfter(comingEnd(context)!.lastDayInForce.date)),
    supersession: ({ context }) => until(context.today, context.succession!.firstDayOut),
    suspensionBegins: ({ context }) => until(context.today, context.suspendedFrom!),
    resumptionBegins: ({ context }) => until(context.today, context.resumesFrom!),
  },
});

const announceEntry = definition.emit(pure(acts.entryIntoForceAnnounced));
const announceProvisionalApplication = definition.emit(pure(acts.appliedProvisionally));
const announceEndOfProvisionalApplication = definition.emit(pure(acts.provisionalApplicationEnded));
const announceSurvivalEnd = definition.emit(pure(acts.survivalEnded));
const oweRegistration = definition.emit(pure(acts.registrationOwed));
const informOfEntry = definition.emit(() => acts.protocolsLearnOfEntry());
const informOfEnd = definition.emit(() => acts.protocolsLearnOfEnd());
const announceRenewalSettled = definition.emit(pure(acts.renewalSettled));
const announceRenewal = definition.emit(pure(acts.renewed));
const announceContinuation = definition.emit(pure(acts.continued));
const announceNotice = definition.emit(pure(acts.noticeTaken));
const announceRevocation = definition.emit(pure(acts.noticeRevoked));
const announceAgreedEnd = definition.emit(pure(acts.endAgreed));
const announceTermination = definition.emit(pure(acts.terminated));
const announceExpiry = definition.emit(pure(acts.expired));
const announceSupersession = definition.emit(pure(acts.superseded));
const oweClosingReport = definition.emit(pure(acts.closingReportOwed));
const announceSuspension = definition.emit(pure(acts.suspended));
const announceResumption = definition.emit(pure(acts.resumed));
const announceAmendment = definition.emit(pure(acts.amendedAnnounced));
const announceApplication = definition.emit(pure(acts.changesApplied));
const announceEndOfApplication = definition.emit(pure(acts.applicationEnded));

const entered = ['enterProtocol', announceAmendment] as const;
const applied = ['applyChanges', announceApplication] as const;
const unapplied = ['endApplication', announceEndOfApplication] as const;

/** Entry into force: the clause's requirements, then the day. VCLT art. 24. */
const entry = definition.createStateConfig({
  meta: { article: 'clause: entry into force' },
  initial: 'awaited',
  states: {
    awaited: { meta: { article: 'VCLT art. 24' }, always: { guard: 'entryIsSettled', target: 'scheduled' } },
    scheduled: {
      meta: { article: 'clause: entry into force' },
      always: { guard: 'entryHasCome', target: '#agreement.inForce' },
      after: { entryIntoForce: '#agreement.inForce' },
    },
  },
});

/**
 * Provisional application before entry into force, only where agreed, until a Party notifies that it does not intend to become a party.
 * VCLT art. 25.
 */
const application = definition.createStateConfig({
  meta: { article: 'VCLT art. 25' },
  initial: 'notAgreed',
  states: {
    notAgreed: { meta: { article: 'VCLT art. 25' }, always: { guard: 'isAppliedProvisionallyAhead', target: 'ahead' } },
    ahead: {
      meta: { article: 'clause: provisional application' },
      always: [
        { guard: 'isInForceFirst', target: 'inForceFirst' },
        { guard: 'provisionalApplicationHasCome', target: 'applied' },
      ],
      on: {
        'provisionalApplication.ended': { target: 'ended', actions: ['endProvisionalApplication', announceEndOfProvisionalApplication] },
      },
      after: { provisionalApplicationBegins: 'applied' },
    },
    applied: {
      description: 'Applied provisionally; not in force.',
      tags: 'appliedProvisionally',
      meta: { article: 'clause: provisional application' },
      entry: ['applyProvisionally', announceProvisionalApplication],
      on: {
        'provisionalApplication.ended': { target: 'ended', actions: ['endProvisionalApplication', announceEndOfProvisionalApplication] },
      },
    },
    inForceFirst: { meta: { article: 'VCLT art. 25(1)' } },
    ended: { description: 'No longer applied; it may still enter into force.', meta: { article: 'VCLT art. 25(2)' } },
  },
});

/** After the end: survivals end on days of their own. VCLT art. 70. */
const afterwards = {
  initial: 'assessed',
  states: {
    assessed: { meta: { article: 'VCLT art. 70' }, always: [{ guard: 'somethingSurvives', target: 'surviving' }, { target: 'closed' }] },
    surviving: {
      meta: { article: 'clause: survivals' },
      after: { survivalEnd: { target: 'assessed', actions: announceSurvivalEnd } },
    },
    closed: { type: 'final', meta: { article: 'VCLT art. 70' } },
  },
} as const;

/** Five years, and five more unless a Party gave notice in time. */
const period = definition.createStateConfig({
  meta: { article: 'clause: duration' },
  initial: 'begun',
  states: {
    begun: {
      meta: { article: 'clause: duration' },
      always: [
        { guard: 'endsWithCondition', target: 'ending' },
        { guard: 'isWithoutPeriods', target: 'withoutLimit' },
        { target: 'running' },
      ],
    },
    running: {
      meta: { article: 'clause: duration' },
      initial: 'assessed',
      states: {
        assessed: {
          meta: { article: 'clause: duration' },
          always: [
            { guard: 'hasNoLastDayForNotice', target: 'withoutNotice' },
            { guard: and(['isPastLastDayForNotice', 'isRenewalSettled']), target: 'settled', actions: announceRenewalSettled },
            { guard: 'isPastLastDayForNotice', target: 'settled' },
            { target: 'open' },
          ],
        },
        reassessed: {
          description: 'Entered after a protocol if the last day for notice had already passed: a settled renewal is not announced twice.',
          meta: { article: 'clause: amendment' },
          always: [
            { guard: 'hasNoLastDayForNotice', target: 'withoutNotice' },
            { guard: 'isPastLastDayForNotice', target: 'settled' },
            { target: 'open' },
          ],
        },
        open: {
          description: 'A notice would still be in time.',
          meta: { article: 'clause: duration' },
          after: {
            lastDayForNotice: [{ guard: 'isRenewalSettled', target: 'settled', actions: announceRenewalSettled }, { target: 'settled' }],
          },
        },
        settled: { description: 'The last day for notice is past.', tags: 'settled', meta: { article: 'clause: duration' } },
        withoutNotice: { description: 'No notice could prevent a renewal.', meta: { article: 'clause: duration' } },
      },
      on: {
        'renewal.agreed': { guard: 'needsAgreementToRenew', actions: 'agreeRenewal' },
        'protocol.enteredIntoForce': [
          { guard: 'isPastLastDayForNotice', target: '.reassessed', reenter: true, actions: [...entered] },
          { target: 'running', reenter: true, actions: [...entered] },
        ],
        'protocol.changesApplied': [
          { guard: 'isPastLastDayForNotice', target: '.reassessed', reenter: true, actions: [...applied] },
          { target: 'running', reenter: true, actions: [...applied] },
        ],
        'protocol.applicationEnded': [
          { guard: 'isPastLastDayForNotice', target: '.reassessed', reenter: true, actions: [...unapplied] },
          { target: 'running', reenter: true, actions: [...unapplied] },
        ],
      },
      after: {
        periodEnd: [
          { guard: 'isEndAgreed', target: 'heldOver' },
          { guard: 'isRenewed', target: 'running', reenter: true, actions: ['renew', announceRenewal] },
          { guard: 'continuesWithoutLimit', target: 'withoutLimit', actions: ['leavePeriods', announceContinuation] },
          { target: '#agreement.expired' },
        ],
      },
    },
    heldOver: {
      description: 'In force until the day agreed by the Parties.',
      meta: { article: 'VCLT art. 54' },
      entry: 'leavePeriods',
      on: {
        'protocol.enteredIntoForce': { actions: [...entered] },
        'protocol.changesApplied': { actions: [...applied] },
        'protocol.applicationEnded': { actions: [...unapplied] },
      },
    },
    ending: {
      description: 'The condition that ends the agreement is met: this is its last day in force.',
      meta: { article: 'clause: duration' },
      on: {
        'protocol.enteredIntoForce': { actions: [...entered] },
        'protocol.changesApplied': { actions: [...applied] },
        'protocol.applicationEnded': { actions: [...unapplied] },
      },
      after: { conditionEffect: [{ guard: 'isEndAgreed', target: 'heldOver' }, { target: '#agreement.expired' }] },
    },
    withoutLimit: {
      meta: { article: 'clause: duration' },
      on: {
        'condition.met': { guard: 'isConditionOpen', target: 'ending', actions: 'meetCondition' },
        'protocol.enteredIntoForce': { target: 'begun', actions: [...entered] },
        'protocol.changesApplied': { target: 'begun', actions: [...applied] },
        'protocol.applicationEnded': { target: 'begun', actions: [...unapplied] },
      },
    },
  },
});

/** No notice is running. If notices end the agreement only on fixed days, the last day for notice recurs. */
const withoutNotice = definition.createStateConfig({
  meta: { article: 'clause: termination' },
  initial: 'begun',
  states: {
    begun: { meta: { article: 'clause: termination' }, always: { guard: 'endsOnFixedDays', target: 'onFixedDay' } },
    onFixedDay: {
      description: 'A notice would still be in time for the next of the fixed days.',
      meta: { article: 'clause: termination' },
      entry: 'openWayOut',
      on: {
        'protocol.enteredIntoForce': { target: 'onFixedDay', reenter: true },
        'protocol.changesApplied': { target: 'onFixedDay', reenter: true },
        'protocol.applicationEnded': { target: 'onFixedDay', reenter: true },
      },
      after: { lastDayForFixedDay: { target: 'onFixedDay', reenter: true } },
    },
  },
});

/** Notices of termination: each stands on its own until revoked, and the earliest effect ends the agreement. */
const notice = definition.createStateConfig({
  meta: { article: 'VCLT art. 54' },
  initial: 'none',
  states: {
    assessed: {
      meta: { article: 'VCLT art. 54' },
      always: [{ guard: 'noEndIsComing', target: 'none' }, { guard: 'endHasCome', target: '#agreement.terminated' }, { target: 'running' }],
    },
    none: withoutNotice,
    running: { meta: { article: 'clause: termination' }, after: { terminationEffect: '#agreement.terminated' } },
  },
  on: {
    'termination.dispatched': { guard: 'noticeCanWork', target: '.assessed', actions: 'noteDispatch' },
    'termination.notified': { guard: 'isNewNotice', target: '.assessed', actions: ['takeNotice', announceNotice] },
    'termination.revoked': { guard: 'revokesSomething', target: '.assessed', actions: ['takeRevocation', announceRevocation] },
    'termination.revocationConsented': { guard: 'consentIsOfUse', target: '.assessed', actions: ['takeConsent', announceRevocation] },
    'termination.agreed': { guard: 'endIsPossible', target: '.assessed', actions: ['agreeEnd', announceAgreedEnd] },
  },
});

/** Suspension is not termination: periods, notices and deadlines continue. VCLT art. 57. */
const operation = definition.createStateConfig({
  meta: { article: 'VCLT art. 57' },
  initial: 'operating',
  states: {
    operating: { meta: { article: 'VCLT art. 26' }, on: { 'suspension.agreed': { target: 'suspensionAhead', actions: 'suspend' } } },
    suspensionAhead: {
      meta: { article: 'VCLT art. 57' },
      always: { guard: 'suspensionHasCome', target: 'suspended', actions: announceSuspension },
      on: { 'resumption.agreed': { target: 'assessed', actions: 'resume' } },
      after: { suspensionBegins: { target: 'suspended', actions: announceSuspension } },
    },
    assessed: {
      meta: { article: 'VCLT art. 57' },
      always: [{ guard: 'resumesBeforeSuspension', target: 'operating' }, { target: 'suspensionAhead' }],
    },
    suspended: {
      tags: 'suspended',
      meta: { article: 'VCLT art. 57' },
      always: { guard: 'resumptionIsKnown', target: 'resumptionAhead' },
      on: { 'resumption.agreed': { target: 'resumptionAhead', actions: 'resume' } },
    },
    resumptionAhead: {
      tags: 'suspended',
      meta: { article: 'VCLT art. 57' },
      always: { guard: 'resumptionHasCome', target: 'operating', actions: announceResumption },
      on: { 'resumption.agreed': { target: 'resumptionAhead', reenter: true, actions: 'resume' } },
      after: { resumptionBegins: { target: 'operating', actions: announceResumption } },
    },
  },
});

/** A later treaty may end this one. VCLT art. 59. */
const succession = definition.createStateConfig({
  meta: { article: 'VCLT art. 59' },
  initial: 'none',
  states: {
    none: {
      meta: { article: 'VCLT art. 59' },
      on: { superseded: { guard: 'successionIsPossible', target: 'ahead', actions: 'supersede' } },
    },
    ahead: {
      meta: { article: 'VCLT art. 59' },
      always: { guard: 'successionHasCome', target: '#agreement.superseded' },
      after: { supersession: '#agreement.superseded' },
    },
  },
});

export const agreementMachine = definition.createMachine({
  id: 'agreement',
  context: ({ input }) => ({
    today: input?.today,
    parties: input?.parties ?? [],
    reading: input?.reading,
    terms: input?.terms,
    consents: { completions: {}, ...(input?.agreedEntry ? { agreed: input.agreedEntry } : {}) },
    conditionsMet: [],
    notices: [],
    dispatched: new Map(),
    awaitingConsent: new Map(),
    consented: [],
    revocations: [],
    revokedAhead: new Map(),
    protocols: [],
    concluded: input?.terms,
    amendments: [],
    changesAhead: [],
  }),
  initial: 'negotiated',
  states: {
    negotiated: {
      description: 'Text adopted, not yet signed. Its final clauses apply already.',
      meta: { article: 'VCLT art. 24(4)' },
      on: {
        'completion.notified': { guard: 'isFirstCompletion', actions: 'takeCompletion' },
        'condition.met': { guard: 'isConditionOpen', actions: 'meetCondition' },
        signed: { target: 'signed', actions: 'sign' },
      },
    },
    signed: {
      description: 'Signed; not yet in force.',
      type: 'parallel',
      meta: { article: 'clause: entry into force' },
      states: { entry, application },
      on: {
        'completion.notified': { guard: 'isFirstCompletion', actions: 'takeCompletion' },
        'instruments.exchanged': { guard: 'isExchangeAskedFor', actions: 'exchange' },
        'condition.met': { guard: 'isConditionOpen', actions: 'meetCondition' },
      },
    },
    inForce: {
      type: 'parallel',
      meta: { article: 'VCLT art. 26' },
      entry: ['enterIntoForce', announceEntry, oweRegistration, informOfEntry],
      states: { period, notice, operation, succession },
    },
    terminated: {
      meta: { article: 'VCLT art. 54' },
      entry: ['leaveByTermination', announceTermination, oweClosingReport, informOfEnd],
      ...afterwards,
    },
    expired: {
      meta: { article: 'clause: duration' },
      entry: ['leaveByExpiry', announceExpiry, oweClosingReport, informOfEnd],
      ...afterwards,
    },
    superseded: {
      meta: { article: 'VCLT art. 59' },
      entry: ['leaveBySupersession', announceSupersession, oweClosingReport, informOfEnd],
      ...afterwards,
    },
  },
});

export type AgreementMachine = typeof agreementMachine;
