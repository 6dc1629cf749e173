/**
 * What the machine accepts on a day: for each legal act open to one or both Parties, whether it would have an effect and, if not, why. The
 * machine itself answers, so that a page offers nothing that the law would reject.
 */
import { dayAfter, type CalendarDate } from '../clauses/calendar.ts';
import {
  isWithdrawnByConsent,
  openConditions,
  runningNotices,
  type AgreementContext,
  type AgreementFactType,
} from './agreement/context.ts';
import { admits } from './driver.ts';
import type { Fact, FactOf } from './facts.ts';
import { phaseOf } from './driver.ts';
import type { TreatyState } from './treaty-state.ts';
import { labelOfFact } from './labels.ts';
import type { NoEffectReason } from './no-effect-reasons.ts';
import { whyWithoutEffect, type Phase } from './without-effect.ts';

export interface Admitted {
  type: AgreementFactType;
  /** The Party whose act it would be; null if the Parties act together, or neither does. */
  by: string | null;
  /** The notice or condition to which it refers. */
  of: string | null;
  admitted: boolean;
  basis: string;
  /** Why it would have no effect. */
  reason: NoEffectReason | null;
}

/** Tests each act, dated on the day. Inserts no fact and fires no due date. */
export function admittedOn({ agreement }: TreatyState, day: CalendarDate): Admitted[] {
  const { context } = agreement.snapshot;
  return possibleFacts(context, day).map(fact => {
    const isAdmitted = admits(agreement, { ...fact, at: day });
    const reason = isAdmitted ? null : whyWithoutEffect(phaseOf(agreement) as Phase, context, fact);
    const of = 'of' in fact ? fact.of! : fact.type === 'condition.met' ? fact.condition : null;
    return { type: fact.type, by: 'by' in fact ? fact.by : null, of, admitted: isAdmitted, basis: basisOf(fact, context), reason };
  });
}

/** Returns the article of the agreement that provides for the act, or that of the Vienna Convention if none does. */
function basisOf(fact: Possible, c: AgreementContext): string {
  const { entryIntoForce: entry, duration, termination } = c.terms;
  const own = (): string | undefined => {
    switch (fact.type) {
      case 'completion.notified':
      case 'instruments.exchanged':
        return entry.article;
      case 'condition.met':
        return openConditions(c).find(({ id }) => id === fact.condition)?.article;
      case 'renewal.agreed':
        return duration.kind === 'periods' && duration.renewal.kind === 'byAgreement' ? duration.article : undefined;
      case 'termination.notified':
        return termination?.article;
      case 'termination.revoked':
      case 'termination.revocationConsented':
        return isWithdrawnByConsent(c) ? termination?.article : undefined;
      default:
        return undefined;
    }
  };
  return own() ?? labelOfFact(fact).basis;
}

type Possible = FactOf<AgreementFactType>;

function possibleFacts(c: AgreementContext, day: CalendarDate): Possible[] {
  const id = 'asked'; // not the id of any entry: nothing is inserted
  const together = (type: Fact['type'], more: object = {}): Possible => ({ id, type, on: day, ...more }) as Possible;
  const byEach = (type: Fact['type'], more: object = {}): Possible[] =>
    c.parties.map(by => ({ id, type, by, dated: day, dispatched: day, received: day, ...more }) as Possible);
  return [
    together('signed'),
    ...byEach('completion.notified'),
    together('instruments.exchanged'),
    ...openConditions(c).map(({ id: condition }) => together('condition.met', { condition })),
    ...byEach('provisionalApplication.ended'),
    together('renewal.agreed'),
    together('suspension.agreed'),
    together('resumption.agreed'),
    ...byEach('termination.notified'),
    ...runningNotices(c).flatMap(({ id: of, by }) => byEach('termination.revoked', { of }).filter(f => 'by' in f && f.by === by)),
    ...[...c.awaitingConsent.keys()].flatMap(of => byEach('termination.revocationConsented', { of })),
    together('termination.agreed', { firstDayOut: dayAfter(day) }),
    together('superseded', { laterTreaty: 'a later treaty' }),
  ];
}
