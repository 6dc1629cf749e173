/** Why a recorded fact has no legal effect. Evaluated on each fold, and only if a machine does not accept the fact. */
import { dayAfter } from '../clauses/calendar.ts';
import { hasNotified, isAwaited } from '../clauses/entry-into-force.ts';
import { conditionsOf, type EntryIntoForceClause } from '../clauses/terms.ts';
import { lastBarredDay, metOn, type AgreementContext, type AgreementFactType } from './agreement/context.ts';
import { asksForNotifications, isBarred, isConsentGiven, renewsByItself } from './agreement/guards.ts';
import type { Fact, FactOf } from './facts.ts';
import type { WithoutEffect } from './treaty-state.ts';
import type { ProtocolContext, ProtocolFactType } from './protocol/machine.ts';
import type { NoEffectReason } from './no-effect-reasons.ts';

/** The phase of the agreement's life; suspension changes none of it. */
export type Phase = 'negotiated' | 'signed' | 'inForce' | 'terminated' | 'expired' | 'superseded';
export type ProtocolPhase = 'proposed' | 'agreed' | 'signed' | 'inForce' | 'ended' | 'neverOperates' | 'abandoned';

/** Returns why a communication is invalid: oral, or defective in form. VCLT art. 67, 78. */
export function defectOfForm(f: Fact): NoEffectReason | undefined {
  if ('on' in f && f.type !== 'protocol.agreed') return undefined;
  if (f.form === 'oral') return { code: 'oral', args: {} };
  return f.defect ? { code: 'defective', args: { defect: f.defect } } : undefined;
}

type Reasons = { [T in AgreementFactType]: (phase: Phase, c: AgreementContext, f: FactOf<T>) => NoEffectReason };

const reasons: Reasons = {
  signed: (_, c) => ({ code: 'signedAlready', args: { on: c.consents.signed! } }),
  'completion.notified': (phase, c, f) => {
    const { entryIntoForce: entry } = c.terms;
    if (entry.on === 'unseen') return { code: 'clauseNotDescribed', args: { clause: 'entryIntoForce' } };
    if (!asksForNotifications(c)) return { code: 'notificationsNotAsked', args: { article: entry.article } };
    if (!isAwaited(entry, f.by)) return notAwaited(entry, f.by);
    if (hasNotified(c.consents, f.by)) return { code: 'notifiedAlready', args: { by: f.by } };
    return notAfterEntry(phase, c);
  },
  'instruments.exchanged': (phase, c) => {
    const { article, on } = c.terms.entryIntoForce;
    if (on === 'unseen') return { code: 'clauseNotDescribed', args: { clause: 'entryIntoForce' } };
    if (on !== 'exchangeOfInstruments') return { code: 'exchangeNotAsked', args: { article } };
    if (c.consents.exchanged) return { code: 'exchangedAlready', args: { on: c.consents.exchanged } };
    return phase === 'negotiated' ? { code: 'notSigned', args: {} } : notAfterEntry(phase, c);
  },
  'provisionalApplication.ended': (phase, c) => {
    if (!c.terms.provisionalApplication) return { code: 'noProvisionalApplication', args: {} };
    if (phase === 'negotiated') return { code: 'notSigned', args: {} };
    const ended = c.applicationEnded;
    if (ended) return { code: 'applicationEndedAlready', args: { notice: ended.id, on: ended.on } };
    return phase === 'signed' ? { code: 'inForceBeforeApplication', args: {} } : notAfterEntry(phase, c);
  },
  'condition.met': (phase, c, f) => {
    const known = conditionsOf(c.terms);
    const of = known.find(({ id }) => id === f.condition);
    if (!of) return { code: 'noSuchCondition', args: { condition: f.condition, known: known.map(({ id }) => id) } };
    const met = metOn(c, of);
    return met ? { code: 'conditionMetAlready', args: { on: met } } : notAfterEntry(phase, c);
  },
  'renewal.agreed': (phase, c, f) => {
    if (phase !== 'inForce') return outsideForce(phase);
    const { duration } = c.terms;
    const { article } = duration;
    if (!c.period && duration.kind === 'periods' && duration.renewal.kind !== 'withoutLimit') return { code: 'noPeriodToRenew', args: {} };
    if (c.renewalAgreed) return { code: 'renewalAgreedAlready', args: {} };
    if (renewsByItself(c)) return { code: 'renewsWithoutAgreement', args: { article, hasLength: Boolean(f.length ?? f.until) } };
    return f.until
      ? { code: 'renewalNotAfterPeriod', args: { until: f.until, lastDay: c.period!.lastDay } }
      : { code: 'renewalWithoutLength', args: { article } };
  },
  'suspension.agreed': phase => (phase === 'inForce' ? { code: 'suspendedAlready', args: {} } : outsideForce(phase)),
  'resumption.agreed': phase => (phase === 'inForce' ? { code: 'notSuspended', args: {} } : outsideForce(phase)),
  'termination.notified': (phase, c, f) => {
    const { termination, duration } = c.terms;
    if (phase !== 'inForce') return outsideForce(phase);
    if (!termination && duration.kind === 'indefinite' && duration.unseen)
      return { code: 'clauseNotDescribed', args: { clause: 'termination' } };
    if (!termination) return { code: 'noTerminationClause', args: {} };
    const { article } = termination;
    if (isBarred(c, f)) return { code: 'noticeBarred', args: { article, from: dayAfter(lastBarredDay(c)!) } };
    const lastDayForNotice = c.period?.lastDayForNotice;
    return lastDayForNotice
      ? { code: 'noPeriodLeftToEnd', args: { article, lastDayForNotice } }
      : { code: 'noPeriodToEnd', args: { article } };
  },
  'termination.agreed': endNotAfterEntry,
  'termination.revoked': (phase, c, f) => {
    if (phase !== 'inForce') return phase === 'terminated' ? { code: 'noticeTookEffect', args: {} } : outsideForce(phase);
    const notice = c.notices.find(n => n.id === f.of);
    if (notice?.revoked) return { code: 'noticeRevokedAlready', args: { notice: notice.id, by: notice.revoked.id } };
    if (notice?.replacedBy) return { code: 'noticeReplaced', args: { notice: notice.id, by: notice.replacedBy } };
    return { code: 'noNoticeRunning', args: { by: f.by } };
  },
  'termination.revocationConsented': (phase, c, f) => {
    if (phase !== 'inForce') return outsideForce(phase);
    return c.revocations.includes(f.of) || c.consented.includes(f.of)
      ? { code: 'consentNotNeededOrThere', args: { revocation: f.of } }
      : { code: 'consentNotNeeded', args: {} };
  },
  superseded: (phase, c) =>
    c.succession && phase === 'inForce'
      ? { code: 'supersededAlready', args: { laterTreaty: c.succession.laterTreaty } }
      : endNotAfterEntry(phase, c),
};

const notAwaited = ({ article }: EntryIntoForceClause, by: string): NoEffectReason => ({
  code: 'notificationNotAwaited',
  args: { article, by },
});

const notAfterEntry = (phase: Phase, c: AgreementContext): NoEffectReason =>
  phase === 'inForce' ? { code: 'inForceAlready', args: { since: c.entry!.date } } : outsideForce(phase);

function endNotAfterEntry(phase: Phase, c: AgreementContext): NoEffectReason {
  return phase === 'inForce' ? { code: 'endNotAfterEntry', args: { entryIntoForce: c.entry!.date } } : outsideForce(phase);
}

function outsideForce(phase: Exclude<Phase, 'inForce'>): NoEffectReason {
  switch (phase) {
    case 'negotiated':
    case 'signed':
      return { code: 'notInForceYet', args: {} };
    case 'terminated':
    case 'expired':
    case 'superseded':
      return { code: 'hasEnded', args: { phase } };
    /* v8 ignore next 2 -- @preserve unreachable: the compiler checks that the union is closed */
    default:
      return phase satisfies never;
  }
}

export function whyWithoutEffect(phase: Phase, c: AgreementContext, f: FactOf<AgreementFactType>): NoEffectReason {
  return (reasons[f.type] as (phase: Phase, c: AgreementContext, f: Fact) => NoEffectReason)(phase, c, f);
}

/** Returns the revocations that needed the other Party's consent and had not received it by the end. */
export const unconsented = (c: AgreementContext): WithoutEffect[] =>
  [...c.awaitingConsent.keys()]
    .filter(id => !isConsentGiven(c, id))
    .map(fact => ({ fact, reason: { code: 'consentNotReceived', args: {} } }));

export function whyProtocolWithoutEffect(phase: ProtocolPhase, c: ProtocolContext, f: FactOf<ProtocolFactType>): NoEffectReason {
  if (f.type === 'protocol.completion.notified' && !isAwaited(c.clause, f.by)) return notAwaited(c.clause, f.by);
  if (f.type === 'protocol.completion.notified' && hasNotified(c.consents, f.by) && phase !== 'neverOperates')
    return { code: 'notifiedAlready', args: { by: f.by } };
  return { code: 'protocolPhase', args: { phase, article: c.article } };
}
