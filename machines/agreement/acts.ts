/** The acts that the agreement machine owes: announcements, drafts, and messages to its protocols. */
import { dayAfter, dayBefore, type CalendarDate } from '../../clauses/calendar.ts';
import { endsWith } from '../../clauses/terms.ts';
import type { ActParams, Emitted, PeriodShown } from '../acts.ts';
import { atEndOfPeriod, isNoticeAhead, isToBeRenewed, onLastDayForNotice } from './changes-ahead.ts';
import {
  comingEnd,
  durationArticle,
  endByCondition,
  expiresAfter,
  isLeftToDecide,
  isNoticeBarredThrough,
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
type Announced = Extract<Emitted, { type: 'act' }>;
type Settling = Pick<Announced, 'period' | 'settled'>;

const act = <N extends keyof ActParams>(
  c: C,
  [kind, what]: [kind: Announced['kind'], what: N],
  basis: string,
  params: ActParams[N],
  settles: Settling = {},
): Emitted => ({ type: 'act', kind, what, on: c.today, basis, params, ...settles }) as Emitted;

const announce = <N extends keyof ActParams>(c: C, what: N, basis: string, params: ActParams[N], settles?: Settling): Emitted =>
  act(c, ['announce', what], basis, params, settles);

/** Returns whether the act settles the question of the running period. */
function settling(c: C): Settling {
  if (!c.period) return {};
  const question = expiresAfter(c, c.period.lastDay) ? 'expiry' : 'renewal';
  return { period: c.period.number, settled: !isLeftToDecide(c, question) };
}

/** Returns the running period with every change known today. */
export const periodShown = (c: C): PeriodShown => ({
  period: c.period?.number ?? null,
  lastDay: atEndOfPeriod(c).period?.lastDay ?? null,
  lastDayForNotice: lastDayForNotice(c) ?? null,
});

function lastDayForNotice(c: C): CalendarDate | undefined {
  if (!c.period || !isToBeRenewed(c)) return undefined;
  const then = onLastDayForNotice(c);
  const day = then.period!.lastDayForNotice;
  const neverFallsDue = then !== c && !isNoticeAhead(then);
  return !day || neverFallsDue || isNoticeBarredThrough(day, then) ? undefined : day;
}

export const entryIntoForceAnnounced = (c: C): Emitted =>
  announce(c, 'entryIntoForce', c.entry!.basis, { inForce: c.entry!.date, ...periodShown(c) });

export const appliedProvisionally = (c: C): Emitted =>
  announce(c, 'provisionalApplication', c.terms.provisionalApplication!.article, {
    state: 'begins',
    day: c.appliedProvisionally!,
    notice: null,
    by: null,
  });

export const provisionalApplicationEnded = (c: C, { id, by, at }: EventOf<'provisionalApplication.ended'>): Emitted =>
  announce(c, 'provisionalApplication', 'VCLT art. 25(2)', {
    state: c.appliedProvisionally ? 'ended' : 'neverBegins',
    day: at,
    notice: id,
    by,
  });

export const registrationOwed = (c: C): Emitted => act(c, ['draft', 'registration'], 'UN Charter art. 102, VCLT art. 80', {});

export const protocolsLearnOfEntry = (): Emitted => ({ type: 'tell', tell: 'protocols', event: { type: 'agreement.enteredIntoForce' } });
export const protocolsLearnOfEnd = (): Emitted => ({ type: 'tell', tell: 'protocols', event: { type: 'agreement.ended' } });

export function renewalSettled(c: C): Emitted {
  const { number, lastDay, lastDayForNotice } = c.period!;
  const params = { period: number, lastDayForNotice: lastDayForNotice!, renewal: dayAfter(lastDay) };
  return announce(c, 'renewalSettled', durationArticle(c), params);
}

export const renewed = (c: C): Emitted => announce(c, 'renewal', durationArticle(c), { firstDay: c.period!.firstDay, ...periodShown(c) });

export const continued = (c: C): Emitted => announce(c, 'renewal', durationArticle(c), { firstDay: c.today, ...periodShown(c) });

export function noticeTaken(c: C, e: EventOf<'termination.notified'>): Emitted {
  const { revoked, outcome, dates, preventsNothing } = c.notices.find(n => n.id === e.id)!;
  const { inTime, lastDayInForce, unsure } = outcome;
  const named = dates.namedFirstDayOut;
  const params: ActParams['noticeReceived'] = {
    notice: e.id,
    by: e.by,
    received: e.received,
    timing: c.period?.lastDayForNotice && !preventsNothing ? (inTime ? 'inTime' : 'late') : 'any',
    lastDayInForce: lastDayInForce.date,
    revokedBy: revoked?.id ?? null,
    ignored: named && named !== dayAfter(lastDayInForce.date) ? named : null,
    isUnsure: (unsure && !preventsNothing) ?? false,
    ...(revoked ? {} : endBefore(c, lastDayInForce.date)),
  };
  return announce(c, 'noticeReceived', lastDayInForce.basis, params, settling(c));
}

/** Returns an end known today that comes before a day. */
function endBefore(c: C, day: CalendarDate): Pick<ActParams['noticeReceived'], 'endsBefore' | 'endsBy'> {
  const coming = comingEnd(c)?.lastDayInForce.date;
  if (c.period && expiresAfter(c, c.period.lastDay) && c.period.lastDay < (coming ?? day))
    return { endsBefore: c.period.lastDay, endsBy: 'expiry' };
  return coming && coming < day ? { endsBefore: coming, endsBy: 'other' } : {};
}

export const noticeRevoked = (c: C, e: EventOf<'termination.revoked' | 'termination.revocationConsented'>): Emitted =>
  announce(
    c,
    'noticeRevoked',
    'VCLT art. 68',
    { by: e.by, from: e.at, ...(e.type === 'termination.revoked' ? revocationTaken(c, e) : consentTaken(c, e)) },
    settling(c),
  );

type Revoked = Omit<ActParams['noticeRevoked'], 'by' | 'from'>;

function revocationTaken(c: C, { id, of }: EventOf<'termination.revoked'>): Revoked {
  const none = { revocation: id, notice: of ?? null, lastDayInForce: null, renewal: null };
  if (c.awaitingConsent.has(id)) return { ...none, state: isWithdrawnByConsent(c) ? 'awaitsConsent' : 'awaitsConsentLate' };
  if (of && c.revokedAhead.get(of) === id) return { ...none, state: isWithdrawnByConsent(c) ? 'aheadAwaitsConsent' : 'ahead' };
  return { ...none, state: 'works', ...afterRevocation(c) };
}

function consentTaken(c: C, { of }: EventOf<'termination.revocationConsented'>): Revoked {
  const none = { revocation: of, notice: null, lastDayInForce: null, renewal: null };
  return c.awaitingConsent.has(of) ? { ...none, state: 'consented', ...afterRevocation(c) } : { ...none, state: 'consentAhead' };
}

function afterRevocation(c: C): Pick<Revoked, 'lastDayInForce' | 'renewal'> {
  const lastDayInForce = comingEnd(c)?.lastDayInForce.date ?? null;
  const isRenewed = !lastDayInForce && c.period && nextLength(c) && isRenewalSettled(c);
  return { lastDayInForce, renewal: isRenewed ? dayAfter(c.period!.lastDay) : null };
}

export const endAgreed = (c: C): Emitted =>
  announce(c, 'terminationAgreed', 'VCLT art. 54', { firstDayOut: c.agreedEnd!.firstDayOut }, settling(c));

export function terminated(c: C): Emitted {
  const { cause, id: of, lastDayInForce } = comingEnd(c)!;
  return announce(c, 'termination', lastDayInForce.basis, { cause, of, lastDayInForce: lastDayInForce.date });
}

export const expired = (c: C): Emitted =>
  announce(c, 'expiry', durationArticle(c), {
    lastDayInForce: dayBefore(c.today),
    condition: (endByCondition(c) && endsWith(c.terms)?.what) ?? null,
  });

export function superseded(c: C): Emitted {
  const { laterTreaty, firstDayOut } = c.succession!;
  return announce(c, 'supersession', 'VCLT art. 59', { laterTreaty, firstDayOut });
}

export const closingReportOwed = (c: C): Emitted =>
  act(c, ['draft', 'closingReport'], 'VCLT art. 70', {
    survivals: survivalsAfter(c, c.lastDayInForce).map(({ of: { what, article }, lastDay }) => ({
      what,
      article,
      lastDay: lastDay?.date ?? null,
    })),
  });

export function survivalEnded(c: C): Emitted {
  const { over, day } = nextSurvivals({ ...c, today: dayBefore(c.today) })!;
  return announce(c, 'survivalEnded', over[0]!.article, { survivals: over.map(s => s.what), lastDay: day });
}

export const suspended = (c: C): Emitted => announce(c, 'suspension', 'VCLT art. 57', { from: c.suspendedFrom! });
export const resumed = (c: C): Emitted => announce(c, 'resumption', 'VCLT art. 57', { from: c.resumesFrom! });

export const amendedAnnounced = (c: C, { protocol, at: from }: EventOf<'protocol.enteredIntoForce'>): Emitted =>
  announce(c, 'protocolInForce', c.terms.amendment?.article ?? 'VCLT art. 39', { protocol, from, ...periodShown(c) });

export const changesApplied = (c: C, { protocol, at: from, how }: EventOf<'protocol.changesApplied'>): Emitted =>
  announce(c, 'protocolApplied', { namedDay: 'VCLT art. 24', retroactive: 'VCLT art. 28', provisional: 'VCLT art. 25' }[how], {
    protocol,
    from,
    how,
    ...periodShown(c),
  });

export const applicationEnded = (c: C, { protocol, at: from }: EventOf<'protocol.applicationEnded'>): Emitted =>
  announce(c, 'protocolApplied', 'VCLT art. 25', { protocol, from, how: 'ended', ...periodShown(c) });
