/**
 * The legal assessment of a notice: before it leaves, the day by which it must be received and sent; after receipt, its outcome under every
 * reading. VCLT art. 68, 78; law of the agreement.
 */
import type { Agreement } from '../../clauses/agreement.ts';
import { dayAfter, earliest, type CalendarDate, type Length } from '../../clauses/calendar.ts';
import { transitOf, type Channel } from '../../clauses/desk.ts';
import type { FixedDaysClause } from '../../clauses/fixed-days.ts';
import { countedOf } from '../../clauses/termination.ts';
import type { Counted, Terms } from '../../clauses/terms.ts';
import { dateOf } from '../facts.ts';
import { factsKnown, type Dossier } from '../ledger.ts';
import { factTypeOf } from './facts.ts';
import { endBy, isRunning, revocable } from '../revocable.ts';
import { safeWayOut, safeWindow } from '../safe-window.ts';
import { standing } from '../standing.ts';
import type { Standing } from '../standing-types.ts';
import { countedSafely, sendByOf } from '../send-by.ts';
import { isOver } from '../view.ts';
import type { NoticeContent } from './content.ts';
import { endInAnyCase, expectedEnd, type InTransit } from './expected-end.ts';
import type { LimitReason, Outcome, TooLate } from './outcome.ts';
import type { Assessment } from './assessment.ts';

export interface Matter extends InTransit {
  channel: Channel;
}

type Today = Dossier & { today: CalendarDate };

export function assess(dossier: Today, matter: Matter): Assessment {
  const s = standing({ ...dossier, asOf: dossier.today });
  const { agreement } = dossier;
  const common = { transit: transitOf(matter.channel, agreement), tell: agreement.desk?.recipients?.map(r => r.id) ?? [] };
  // an entry of another type under the same id is not the notice's own
  const isReceived = dossier.entries.some(e => e.id === matter.number && e.type === factTypeOf(matter));
  const found = isReceived ? outcome(s, matter, inLedger(dossier, matter.number)) : pending(s, dossier, common.transit, matter);
  return { ...common, ...found };
}

type InLedger = { state: 'struck' } | { state: 'ahead'; on: CalendarDate } | { state: 'there' };

/** A struck fact is gone; one dated after the legal today waits for its day. */
function inLedger({ entries, today }: Today, id: string): InLedger {
  const { facts, spoilt } = factsKnown(entries);
  const fact = facts.find(f => f.id === id);
  if (fact) return dateOf(fact) > today ? { state: 'ahead', on: dateOf(fact) } : { state: 'there' };
  return spoilt.some(s => s.fact === id) ? { state: 'there' } : { state: 'struck' };
}

type Assessed = Omit<Assessment, 'transit' | 'tell'>;

function pending(s: Standing, dossier: Today, transit: Length, matter: Matter): Assessed {
  const { content } = matter;
  const isTermination = content.kind === 'termination';
  const end = isTermination ? endInAnyCase(s) : undefined;
  const limit = end ? undefined : limitOf(s, dossier.agreement, content);
  const tooLate = content.kind === 'revocation' ? whyNotRevocable(s, content.of) : undefined;
  return {
    verdict: 'pending',
    safe: limit?.safe ?? null,
    sendBy: limit ? sendByOf(limit.safe, limit.counts, transit) : null,
    basis: limit?.basis ?? null,
    tooLate: tooLate ?? null,
    inTime: null,
    lastDayInForce: null,
    certain: true,
    follows: [
      tooLate ??
        (end
          ? { code: 'endsInAnyCase', args: { lastDayInForce: end } }
          : limit
            ? { code: 'toBeReceivedBy', args: { safe: limit.safe, why: limit.why } }
            : withoutLimit(s, content)),
      ...(isTermination ? expectedEnd(dossier, s, matter, transit) : []),
      ...(content.kind === 'revocation' && !tooLate ? stillEnding(s, content.of) : []),
    ],
  };
}

/** A notice of termination after the safe day cannot prevent the renewal on every reading, so it must not appear to have no deadline. */
function withoutLimit(s: Standing, { kind }: NoticeContent): Outcome {
  const { period, within } = s;
  if (kind === 'termination' && (within?.safeDay || within?.safeDayMissing))
    return { code: 'mayNotPrevent', args: { reason: within.safeDayReason } };
  const last = period?.lastDayForNotice;
  if (kind !== 'termination' || !last) return { code: 'noDaySet', args: {} };
  const args = { period: period.number, safe: last.safe!, renewal: dayAfter(period.lastDay), article: last.basis };
  return { code: 'safeDayPast', args };
}

interface Limit {
  safe: CalendarDate;
  /** Which of its dates counts. */
  counts: Counted;
  basis: string;
  why: LimitReason;
}

/** Returns the day by which it must be received to have its effect on every reading; undefined if the law sets none. */
function limitOf(s: Standing, { clauses }: Agreement, content: NoticeContent): Limit | undefined {
  if (content.kind === 'termination') return lastDay(s, clauses);
  return content.kind === 'revocation' ? revocableUntil(s, content.of) : undefined;
}

function lastDay({ period, asOf, within, nextWayOut: next }: Standing, { duration, termination }: Terms): Limit | undefined {
  const counts = countedSafely({ duration, termination });
  if (within?.periods) {
    const safe = within.safeDay;
    const why: LimitReason = { code: 'preventsRenewalWithinBounds', args: {} };
    return safe && safe.from <= asOf ? { safe: safe.date, counts, basis: safe.basis, why } : undefined;
  }
  const wayOut = next && safeWayOut(next);
  if (wayOut)
    return {
      safe: wayOut.safe,
      counts: countedOf(termination as FixedDaysClause),
      basis: next.basis,
      why: { code: 'endsOnFixedDay', args: { lastDayInForce: wayOut.lastDayInForce } },
    };
  const last = period?.lastDayForNotice;
  const window = last && safeWindow(last, asOf);
  if (!period || !window) return undefined;
  const { from, safe } = window;
  const args = { period: period.number, opens: from > asOf ? from : null };
  return { safe, counts, basis: last.basis, why: { code: 'preventsRenewal', args } };
}

/** A revocation must be received before the notice takes effect; on one reading, by the last day for notice (VCLT art. 68). */
function revocableUntil(s: Standing, of: string): Limit | undefined {
  const line = s.notices.find(n => n.id === of);
  if (!line || line.revoked || line.replacedBy) return undefined;
  const { onEveryReading, withoutConsent, byConsent } = revocable(s, line);
  const free = !byConsent && withoutConsent >= s.asOf;
  const safe = free ? withoutConsent : onEveryReading;
  if (safe < s.asOf) return undefined;
  return {
    safe,
    counts: 'received',
    basis: 'VCLT art. 68',
    why: { code: byConsent ? 'revokesWithConsent' : free ? 'revokesOnEveryReading' : 'mayHaveTakenEffect', args: {} },
  };
}

function whyNotRevocable({ notices, asOf }: Standing, of: string): TooLate | undefined {
  const line = notices.find(n => n.id === of);
  if (!line) return { code: 'noNoticeToRevoke', args: { of } };
  if (line.revoked) return { code: 'revokedAlready', args: { of, on: line.revoked } };
  if (line.replacedBy) return { code: 'replacedAlready', args: { of, by: line.replacedBy } };
  return line.lastDayInForce < asOf ? { code: 'tookEffectAlready', args: { of, lastDayInForce: line.lastDayInForce } } : undefined;
}

function outcome(s: Standing, { number, content }: Matter, ledger: InLedger): Assessed {
  const said = verdictOf(s, number, content, ledger);
  const line = s.notices.find(n => n.id === number);
  return {
    safe: null,
    sendBy: null,
    basis: null,
    tooLate: null,
    inTime: line && !line.preventsNothing ? line.inTime : null,
    lastDayInForce: line?.lastDayInForce ?? null,
    certain: endBy(s, number)?.certain ?? line?.certain ?? true,
    ...said,
  };
}

function verdictOf(s: Standing, number: string, content: NoticeContent, ledger: InLedger): Pick<Assessment, 'verdict' | 'follows'> {
  if (ledger.state === 'struck') return { verdict: 'withoutEffect', follows: [{ code: 'wasStruck', args: {} }] };
  if (ledger.state === 'ahead') return { verdict: 'running', follows: [{ code: 'countsFrom', args: { on: ledger.on } }] };
  const without = s.withoutEffect.find(w => w.fact === number);
  const isOnSome = without?.onSomeDays ?? (content.kind === 'termination' && without?.onSomeReadings);
  const hasNoEffect: Outcome[] = without ? [{ code: 'hasNoEffect', args: { why: without.reason } }] : [];
  if (without && !isOnSome) return { verdict: 'withoutEffect', follows: hasNoEffect };
  const said =
    content.kind === 'termination'
      ? ofTermination(s, number)
      : {
          verdict: 'tookEffect' as const,
          follows: [effectOf(s, content), ...(content.kind === 'revocation' ? stillEnding(s, content.of) : [])],
        };
  return { ...said, follows: [...said.follows, ...hasNoEffect] };
}

function ofTermination(s: Standing, number: string): Pick<Assessment, 'verdict' | 'follows'> {
  const line = s.notices.find(n => n.id === number);
  /* v8 ignore next -- @preserve a fact in the ledger that has an effect always has a line */
  if (!line) return { verdict: 'withoutEffect', follows: [{ code: 'wasStruck', args: {} }] };
  if (line.revoked) return { verdict: 'revoked', follows: [{ code: 'wasRevoked', args: { on: line.revoked } }] };
  if (line.replacedBy) return { verdict: 'withoutEffect', follows: [{ code: 'wasReplaced', args: { by: line.replacedBy } }] };
  const { received, lastDayInForce, reason } = line;
  const inTime = line.preventsNothing ? 'none' : line.inTime;
  const others = line.alternatives.flatMap(a => (a.date ? [dayAfter(a.date)] : []));
  const wasReceived: Outcome = {
    code: 'wasReceived',
    args: { received, inTime, isWithinBounds: s.within !== undefined, lastDayInForce, reason, others },
  };
  if (!isOver(s.status)) return { verdict: 'running', follows: [wasReceived, ...endingSooner(s, lastDayInForce)] };
  return endBy(s, number)
    ? { verdict: 'tookEffect', follows: [wasReceived] }
    : { verdict: 'withoutEffect', follows: [{ code: 'endedBefore', args: {} }, wasReceived] };
}

function endingSooner({ termination }: Standing, lastDayInForce: CalendarDate): Outcome[] {
  const end = termination?.lastDayInForce;
  return end && end < lastDayInForce ? [{ code: 'endsSooner', args: { lastDayInForce: end } }] : [];
}

/** The end that remains after one of several running notices is revoked. */
function stillEnding({ notices, asOf }: Standing, of: string): Outcome[] {
  const running = notices.filter(n => n.id !== of && isRunning(n) && n.lastDayInForce >= asOf);
  if (!running.length) return [];
  const lastDayInForce = earliest(...(running.map(n => n.lastDayInForce) as [CalendarDate, ...CalendarDate[]]));
  return [{ code: 'stillEnds', args: { notices: running.map(n => n.id), lastDayInForce } }];
}

/* v8 ignore next 3 -- @preserve the protocol of a recorded notification always exists; without it nothing would fail */
const entryOf = ({ protocols }: Standing, id: string): Standing['protocols'][number]['entryIntoForce'] | undefined =>
  protocols.find(p => p.id === id)?.entryIntoForce;

function effectOf(s: Standing, content: Exclude<NoticeContent, { kind: 'termination' }>): Outcome {
  switch (content.kind) {
    case 'completion':
      return entryIntoForceOf(null, s.entryIntoForce);
    case 'protocolCompletion':
      return entryIntoForceOf(content.protocol, entryOf(s, content.protocol));
    case 'provisionalApplicationEnd':
      return { code: 'applicationOver', args: {} };
    case 'revocation': {
      const { of } = content;
      return { code: s.notices.find(n => n.id === of)?.revoked ? 'isRevoked' : 'runsOn', args: { of } };
    }
    case 'proposal':
      return { code: 'isProposed', args: { protocol: content.protocol } };
    case 'consent':
      return { code: 'textIsAgreed', args: { protocol: content.protocol } };
    case 'consultations':
    case 'communications':
    case 'organisation':
    case 'correction':
    case 'free':
      return { code: 'movesNoDate', args: {} };
    /* v8 ignore next 2 -- @preserve unreachable: the compiler checks that the union is closed */
    default:
      return content satisfies never;
  }
}

const entryIntoForceOf = (
  protocol: string | null,
  entry: { date: CalendarDate | null; notBefore: CalendarDate | null } | undefined,
): Outcome => ({
  code: 'entryIntoForceOf',
  args: { protocol, date: entry?.date ?? null, notBefore: entry?.notBefore ?? null },
});
