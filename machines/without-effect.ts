/** Why a fact that was entered has no effect in law. Judged anew at each fold; asked only when a machine has no use for it. */
import { dayAfter, inWords } from '../clauses/calendar.ts';
import { hasNotified, isAwaited } from '../clauses/entry-into-force.ts';
import { conditionOfEntry, endsWith, type EntryIntoForceClause } from '../clauses/terms.ts';
import { lastBarredDay, metOn, type AgreementContext, type AgreementFactType } from './agreement/context.ts';
import { asksForNotifications, isBarred, isConsentGiven, renewsByItself } from './agreement/guards.ts';
import type { Fact, FactOf } from './facts.ts';
import type { ProtocolContext, ProtocolFactType } from './protocol/machine.ts';

/** Where the agreement stands in its life; suspension leaves all of it running. */
export type Phase = 'negotiated' | 'signed' | 'inForce' | 'terminated' | 'expired' | 'superseded';
export type ProtocolPhase = 'proposed' | 'agreed' | 'signed' | 'inForce' | 'ended' | 'neverOperates' | 'abandoned';

/** A communication that is not one: oral, or defective in form. VCLT art. 67, 78. */
export function defectOfForm(f: Fact): string | undefined {
  if ('on' in f && f.type !== 'protocol.agreed') return undefined;
  if (f.form === 'oral') return 'It was made orally; a notice must be in writing (VCLT art. 67).';
  return f.defect ? `It is defective: ${f.defect} (VCLT art. 67).` : undefined;
}

type Reasons = { [T in AgreementFactType]: (phase: Phase, c: AgreementContext, f: FactOf<T>) => string };

const reasons: Reasons = {
  signed: (_, c) => `It was signed already, on ${inWords(c.consents.signed!)}.`,
  'completion.notified': (phase, c, f) => {
    if (c.terms.entryIntoForce.on === 'unseen') return notDescribed('entry into force');
    if (!asksForNotifications(c)) return `${c.terms.entryIntoForce.article} does not ask for notifications of completion.`;
    if (!isAwaited(c.terms.entryIntoForce, f.by)) return notAwaited(c.terms.entryIntoForce, f.by);
    if (hasNotified(c.consents, f.by)) return `${f.by} had notified completion already; the first notification counts.`;
    return notAfterEntry(phase, c);
  },
  'instruments.exchanged': (phase, c) => {
    if (c.terms.entryIntoForce.on !== 'exchangeOfInstruments')
      return `${c.terms.entryIntoForce.article} does not ask for an exchange of instruments.`;
    if (c.consents.exchanged) return `Instruments were exchanged already, on ${inWords(c.consents.exchanged)}.`;
    return phase === 'negotiated' ? 'The agreement is not signed yet.' : notAfterEntry(phase, c);
  },
  'provisionalApplication.ended': (phase, c) => {
    if (!c.terms.provisionalApplication) return 'No clause provides for provisional application (VCLT art. 25).';
    if (phase === 'negotiated') return 'The agreement is not signed yet.';
    if (c.applicationEnded)
      return `Provisional application had ended already, by ${c.applicationEnded.id} on ${inWords(c.applicationEnded.on)}.`;
    return phase === 'signed' ? 'It is in force before it would be applied provisionally.' : notAfterEntry(phase, c);
  },
  'condition.met': (phase, c, f) => {
    const known = [conditionOfEntry(c.terms), endsWith(c.terms)].filter(of => of !== undefined);
    const of = known.find(({ id }) => id === f.condition);
    if (!of)
      return `No clause has a condition ${f.condition}; ${known.length ? `there is ${known.map(({ id }) => id).join(' and ')}` : 'there is none'}.`;
    const met = metOn(c, of);
    return met ? `The condition was met already, on ${inWords(met)}.` : notAfterEntry(phase, c);
  },
  'renewal.agreed': (phase, c, f) => {
    if (phase !== 'inForce') return outsideForce(phase);
    const { duration } = c.terms;
    if (!c.period && duration.kind === 'periods' && duration.renewal.kind !== 'withoutLimit')
      return 'No period is running that could be renewed.';
    if (c.renewalAgreed) return 'The renewal of the running period is agreed already.';
    if (renewsByItself(c))
      return `${duration.article} does not make renewal depend on agreement${f.length || f.until ? '; another length of the periods is for a protocol' : ''}.`;
    return f.until
      ? `It was agreed until ${inWords(f.until)}, which is not after the end of the running period, ${inWords(c.period!.lastDay)}.`
      : `${duration.article} does not say for how long it is renewed by agreement: enter what was agreed (length, or until).`;
  },
  'suspension.agreed': phase => (phase === 'inForce' ? 'A suspension is agreed already.' : outsideForce(phase)),
  'resumption.agreed': phase => (phase === 'inForce' ? 'The agreement is not suspended.' : outsideForce(phase)),
  'termination.notified': (phase, c, f) => {
    const { termination, duration } = c.terms;
    if (phase !== 'inForce') return outsideForce(phase);
    if (!termination && duration.kind === 'indefinite' && duration.unseen) return notDescribed('termination');
    if (!termination) return 'The agreement has no clause on notice of termination (VCLT art. 56).';
    if (isBarred(c, f))
      return `By ${termination.article} no notice may be given before ${inWords(dayAfter(lastBarredDay(c)!))}; on another reading it counts from then.`;
    return `By ${termination.article} a notice ends the agreement with a period, and no period is running.`;
  },
  'termination.agreed': (phase, c) =>
    phase === 'inForce' ? `The first day out must be after entry into force, ${inWords(c.entry!.date)}.` : outsideForce(phase),
  'termination.revoked': (phase, c, f) => {
    if (phase !== 'inForce')
      return phase === 'terminated' ? 'The notice has taken effect; it can be revoked only before (VCLT art. 68).' : outsideForce(phase);
    const notice = c.notices.find(n => n.id === f.of);
    if (notice?.revoked) return `Notice ${notice.id} was revoked already, by ${notice.revoked.id}.`;
    if (notice?.replacedBy) return `Notice ${notice.id} was replaced by the Parties' agreement ${notice.replacedBy}.`;
    return `${f.by} has no notice running that could be revoked.`;
  },
  'termination.revocationConsented': (phase, c, f) => {
    if (phase !== 'inForce') return outsideForce(phase);
    return c.revocations.includes(f.of) || c.consented.includes(f.of)
      ? `Revocation ${f.of} needs no consent, or has it.`
      : 'On this reading a revocation needs no consent.';
  },
  superseded: (phase, c) =>
    phase === 'inForce' ? `The agreement is being superseded already, by ${c.succession!.laterTreaty}.` : outsideForce(phase),
};

const notAwaited = ({ article }: EntryIntoForceClause, by: string): string =>
  `${article} makes entry into force depend on the other Party's notification alone; it does not await one of ${by}.`;

/** Entered all the same: it is judged anew once the clause is. */
const notDescribed = (clause: string): string =>
  `The clause on ${clause} is not described here: look at the text, and describe it (npx servanda agreement redescribe).`;

function notAfterEntry(phase: Phase, c: AgreementContext): string {
  return phase === 'inForce' ? `The agreement was in force already, since ${inWords(c.entry!.date)}.` : outsideForce(phase);
}

function outsideForce(phase: Exclude<Phase, 'inForce'>): string {
  switch (phase) {
    case 'negotiated':
    case 'signed':
      return 'The agreement was not known to be in force yet.';
    case 'terminated':
    case 'expired':
    case 'superseded':
      return `The agreement had ended (${phase}).`;
    /* v8 ignore next 2 -- @preserve the union is closed, and the compiler says so */
    default:
      return phase satisfies never;
  }
}

export function whyWithoutEffect(phase: Phase, c: AgreementContext, f: FactOf<AgreementFactType>): string {
  return (reasons[f.type] as (phase: Phase, c: AgreementContext, f: Fact) => string)(phase, c, f);
}

/** Revocations that needed the other Party's consent and had not got it by the end. */
export function unconsented(c: AgreementContext): { fact: string; why: string }[] {
  const why = "It needed the other Party's consent, which had not been received by the last day in force (VCLT art. 68).";
  return [...c.awaitingConsent.keys()].filter(id => !isConsentGiven(c, id)).map(fact => ({ fact, why }));
}

const afterwards: Record<ProtocolPhase, string> = {
  proposed: 'The protocol is proposed already.',
  agreed: 'The text of the protocol is agreed already.',
  signed: 'The protocol is signed already.',
  inForce: 'The protocol is in force, an integral part of the agreement (VCLT art. 44).',
  ended: 'The protocol ended with the agreement (VCLT art. 44).',
  neverOperates: 'The agreement ended before the protocol was in force; it never operates.',
  abandoned: 'The protocol was abandoned.',
};

export function whyProtocolWithoutEffect(phase: ProtocolPhase, c: ProtocolContext, f: FactOf<ProtocolFactType>): string {
  if (f.type === 'protocol.completion.notified' && !isAwaited(c.clause, f.by)) return notAwaited(c.clause, f.by);
  if (f.type === 'protocol.completion.notified' && hasNotified(c.consents, f.by) && phase !== 'neverOperates')
    return `${f.by} had notified completion already; the first notification counts.`;
  return afterwards[phase];
}
