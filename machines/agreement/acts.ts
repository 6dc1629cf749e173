/** What the agreement's machine asks of the world, in a desk officer's words. */
import { dayAfter, dayBefore, inWords } from '../../clauses/calendar.ts';
import type { Act, Emitted } from '../acts.ts';
import { survivalInWords } from '../../clauses/survivals.ts';
import {
  comingEnd,
  durationArticle,
  endByCondition,
  isWithdrawnByConsent,
  nextLength,
  nextSurvivals,
  survivalsAfter,
  type AgreementContext,
  type AgreementEvent,
} from './context.ts';
import { isRenewalSettled } from './guards.ts';

type C = AgreementContext;
type EventOf<T extends AgreementEvent['type']> = Extract<AgreementEvent, { type: T }>;

const act = (c: C, a: Omit<Act, 'on'>): Emitted => ({ type: 'act', on: c.today, ...a });

/** Once an end is coming, nothing is to be decided for the running period; when none is any more, it is again. */
const settling = (c: C): Pick<Act, 'period' | 'settled'> =>
  c.period ? { period: c.period.number, settled: comingEnd(c) !== undefined } : {};

export function entryIntoForceAnnounced(c: C): Emitted {
  const { date, basis, how } = c.entry!;
  const period = c.period ? ` Period ${c.period.number} ends ${inWords(c.period.lastDay)}${lastDay(c)}.` : '';
  return act(c, { kind: 'announce', what: 'entryIntoForce', basis, text: `In force since ${inWords(date)}: ${how}.${period}` });
}

const lastDay = (c: C): string => (c.period?.lastDayForNotice ? `; last day for notice ${inWords(c.period.lastDayForNotice)}` : '');

export const appliedProvisionally = (c: C): Emitted =>
  act(c, {
    kind: 'announce',
    what: 'provisionalApplication',
    basis: c.terms.provisionalApplication!.article,
    text: `Applied provisionally from ${inWords(c.appliedProvisionally!)}, until entry into force.`,
  });

export const provisionalApplicationEnded = (c: C, e: EventOf<'provisionalApplication.ended'>): Emitted =>
  act(c, {
    kind: 'announce',
    what: 'provisionalApplication',
    basis: 'VCLT art. 25(2)',
    text: c.appliedProvisionally
      ? `No longer applied provisionally, from ${inWords(e.at)}: notice ${e.id} of ${e.by} received. It may still enter into force.`
      : `Not to be applied provisionally: notice ${e.id} of ${e.by} received ${inWords(e.at)}. It may still enter into force.`,
  });

export const registrationOwed = (c: C): Emitted =>
  act(c, {
    kind: 'draft',
    what: 'registration',
    basis: 'UN Charter art. 102, VCLT art. 80',
    text: 'Submit the agreement for registration with the United Nations.',
  });

export const agreementTellsEntry = (): Emitted => ({ type: 'tell', tell: 'protocols', event: { type: 'agreement.enteredIntoForce' } });
export const agreementTellsEnd = (): Emitted => ({ type: 'tell', tell: 'protocols', event: { type: 'agreement.ended' } });

export function renewalSettled(c: C): Emitted {
  const text = `The last day for notice of period ${c.period!.number}, ${inWords(c.period!.lastDayForNotice!)}, is past and no notice is running: renewal on ${inWords(dayAfter(c.period!.lastDay))} is settled.`;
  return act(c, { kind: 'announce', what: 'renewalSettled', basis: durationArticle(c), text });
}

export const renewed = (c: C): Emitted =>
  act(c, {
    kind: 'announce',
    what: 'renewal',
    basis: durationArticle(c),
    text: `Renewed: period ${c.period!.number}, ${inWords(c.period!.firstDay)} to ${inWords(c.period!.lastDay)}${lastDay(c)}.`,
  });

export const continued = (c: C): Emitted =>
  act(c, { kind: 'announce', what: 'renewal', basis: durationArticle(c), text: 'Remains in force without limit after the first period.' });

export function noticeTaken(c: C, e: EventOf<'termination.notified'>): Emitted {
  const notice = c.notices.find(n => n.id === e.id)!;
  const { inTime, lastDayInForce, remark } = notice.outcome;
  const timing = c.period?.lastDayForNotice ? (inTime ? 'in time' : 'after the last day for notice') : 'received';
  const text = notice.revoked
    ? `Notice ${e.id} of ${e.by} received ${inWords(e.received)}; it had been revoked before (${notice.revoked.id}).`
    : `Notice ${e.id} of ${e.by} received ${inWords(e.received)}, ${timing}: last day in force ${inWords(lastDayInForce.date)} (${lastDayInForce.how})${remark ? `; ${remark}` : ''}.`;
  return act(c, { kind: 'announce', what: 'noticeReceived', basis: lastDayInForce.basis, text, ...settling(c) });
}

export const noticeRevoked = (c: C, e: EventOf<'termination.revoked' | 'termination.revocationConsented'>): Emitted =>
  act(c, {
    kind: 'announce',
    what: 'noticeRevoked',
    basis: 'VCLT art. 68',
    text: e.type === 'termination.revoked' ? revocationTaken(c, e) : consentTaken(c, e),
    ...settling(c),
  });

function revocationTaken(c: C, { id, of, by, at }: EventOf<'termination.revoked'>): string {
  if (c.awaitingConsent.has(id))
    return `Revocation ${id} received${isWithdrawnByConsent(c) ? '' : ' after the last day for notice'}; it waits for the other Party's consent.`;
  if (of && c.revokedAhead.get(of) === id)
    return `Revocation ${id} of ${by} received ahead of notice ${of}, which will have no effect${isWithdrawnByConsent(c) ? ' if the other Party consents' : ''}.`;
  return `Revocation ${id} of ${by} works from ${inWords(at)}.${afterRevocation(c)}`;
}

function consentTaken(c: C, { of, by, at }: EventOf<'termination.revocationConsented'>): string {
  return c.awaitingConsent.has(of)
    ? `Revocation ${of} works from ${inWords(at)}, with the consent of ${by}.${afterRevocation(c)}`
    : `Consent of ${by} received ahead of revocation ${of}.`;
}

function afterRevocation(c: C): string {
  const end = comingEnd(c);
  if (end) return ` Another end is still coming: last day in force ${inWords(end.lastDayInForce.date)}.`;
  return c.period && nextLength(c) && isRenewalSettled(c)
    ? ` Without further notice the agreement is renewed on ${inWords(dayAfter(c.period.lastDay))}.`
    : '';
}

export const endAgreed = (c: C): Emitted =>
  act(c, {
    kind: 'announce',
    what: 'terminationAgreed',
    basis: 'VCLT art. 54',
    text: `The Parties agreed to end the agreement: first day out ${inWords(c.agreedEnd!.firstDayOut)}. Running notices are replaced; there is no renewal.`,
    ...settling(c),
  });

export function terminated(c: C): Emitted {
  const end = comingEnd(c)!;
  const { date, basis, how } = end.lastDayInForce;
  return act(c, { kind: 'announce', what: 'termination', basis, text: `Terminated: last day in force ${inWords(date)} (${how}).` });
}

export const expired = (c: C): Emitted =>
  act(c, {
    kind: 'announce',
    what: 'expiry',
    basis: durationArticle(c),
    text: `Expired: last day in force ${inWords(dayBefore(c.today))}${whyExpired(c)}.`,
  });

function whyExpired(c: C): string {
  const end = endByCondition(c);
  return end ? ` (${end.how})` : ', and not renewed';
}

export const superseded = (c: C): Emitted =>
  act(c, {
    kind: 'announce',
    what: 'supersession',
    basis: 'VCLT art. 59',
    text: `Superseded by ${c.succession!.laterTreaty}: first day out ${inWords(c.succession!.firstDayOut)}.`,
  });

export const closingReportOwed = (c: C): Emitted =>
  act(c, {
    kind: 'draft',
    what: 'closingReport',
    basis: 'VCLT art. 70',
    text: `Draw up the closing report: rights and obligations that accrued before the end are not affected.${survivalsNamed(c)}`,
  });

function survivalsNamed(c: C): string {
  const named = survivalsAfter(c, c.lastDayInForce).map(
    ({ of, lastDay }) => `${survivalInWords(of)}${lastDay ? `, to ${inWords(lastDay.date)}` : ''} (${of.article})`,
  );
  return named.length ? ` What survives it: ${named.join('; ')}.` : '';
}

export function survivalEnded(c: C): Emitted {
  const { over, day } = nextSurvivals({ ...c, today: dayBefore(c.today) })!;
  const what = over.map(s => s.what).join('; ');
  return act(c, {
    kind: 'announce',
    what: 'survivalEnded',
    basis: over[0]!.article,
    text: `Survived the end to ${inWords(day)}, and is over: ${what}.`,
  });
}

export const suspended = (c: C): Emitted =>
  act(c, {
    kind: 'announce',
    what: 'suspension',
    basis: 'VCLT art. 57',
    text: `Suspended from ${inWords(c.suspendedFrom!)}; periods, notices and deadlines go on.`,
  });

export const resumed = (c: C): Emitted =>
  act(c, { kind: 'announce', what: 'resumption', basis: 'VCLT art. 57', text: `In operation again from ${inWords(c.resumesFrom!)}.` });

export function amendedAnnounced(c: C, e: EventOf<'protocol.enteredIntoForce'>): Emitted {
  return act(c, {
    kind: 'announce',
    what: 'protocolInForce',
    basis: c.terms.amendment?.article ?? 'VCLT art. 39',
    text: `Protocol ${e.protocol} is in force from ${inWords(e.at)} as an integral part.${effectOnPeriod(c)}`,
  });
}

const held: Record<EventOf<'protocol.changesApplied'>['how'], string> = {
  namedDay: 'hold',
  retroactive: 'hold with retroactive effect',
  provisional: 'apply provisionally',
};

export const changesApplied = (c: C, e: EventOf<'protocol.changesApplied'>): Emitted =>
  act(c, {
    kind: 'announce',
    what: 'protocolApplied',
    basis: { namedDay: 'VCLT art. 24', retroactive: 'VCLT art. 28', provisional: 'VCLT art. 25' }[e.how],
    text: `The changes of protocol ${e.protocol} ${held[e.how]} from ${inWords(e.at)}.${effectOnPeriod(c)}`,
  });

export const applicationEnded = (c: C, e: EventOf<'protocol.applicationEnded'>): Emitted =>
  act(c, {
    kind: 'announce',
    what: 'protocolApplied',
    basis: 'VCLT art. 25',
    text: `Protocol ${e.protocol} is no longer applied provisionally, from ${inWords(e.at)}.${effectOnPeriod(c)}`,
  });

const effectOnPeriod = (c: C): string => (c.period ? ` Period ${c.period.number} now ends ${inWords(c.period.lastDay)}${lastDay(c)}.` : '');
