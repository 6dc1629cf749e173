/**
 * What the law makes of a notice: before it leaves, the day by which it must be received and sent; after receipt, its outcome
 * under every reading. VCLT art. 68, 78; law of the agreement.
 */
import type { Agreement } from '../../clauses/agreement.ts';
import { dayAfter, inWords, type CalendarDate, type Length } from '../../clauses/calendar.ts';
import { transitOf, type Channel } from '../../clauses/desk.ts';
import type { FixedDaysClause } from '../../clauses/fixed-days.ts';
import { countedOf } from '../../clauses/termination.ts';
import type { Counted, Terms } from '../../clauses/terms.ts';
import { dateOf } from '../facts.ts';
import { factsKnown, type Dossier } from '../ledger.ts';
import { factTypeOf } from './facts.ts';
import { endBy, revocable } from '../revocable.ts';
import { safeWindow } from '../safe-window.ts';
import { standing } from '../standing.ts';
import type { Standing } from '../standing-types.ts';
import { countedSafely, sendByOf } from '../send-by.ts';
import { isOver } from '../view.ts';
import type { NoticeContent } from './content.ts';
import type { Weighed } from './weighed.ts';

export interface Matter {
  number: string;
  content: NoticeContent;
  channel: Channel;
}

type Today = Dossier & { today: CalendarDate };

export function weigh(ground: Today, matter: Matter): Weighed {
  const s = standing({ ...ground, asOf: ground.today });
  const { agreement } = ground;
  const common = { transit: transitOf(matter.channel, agreement), tell: agreement.desk?.recipients?.map(r => r.id) ?? [] };
  // an entry of another kind under the same id is none of its own
  const isReceived = ground.entries.some(e => e.id === matter.number && e.type === factTypeOf(matter));
  const found = isReceived ? outcome(s, matter, inLedger(ground, matter.number)) : pending(s, agreement, common.transit, matter);
  return { ...common, ...found };
}

type InLedger = { state: 'struck' } | { state: 'ahead'; on: CalendarDate } | { state: 'there' };

/** Struck facts are gone; one of a day that is not over elsewhere waits for it. */
function inLedger({ entries, today }: Today, id: string): InLedger {
  const { facts, spoilt } = factsKnown(entries);
  const fact = facts.find(f => f.id === id);
  if (fact) return dateOf(fact) > today ? { state: 'ahead', on: dateOf(fact) } : { state: 'there' };
  return spoilt.some(s => s.fact === id) ? { state: 'there' } : { state: 'struck' };
}

type Found = Omit<Weighed, 'transit' | 'tell'>;

function pending(s: Standing, agreement: Agreement, transit: Length, { content }: Matter): Found {
  const limit = limitOf(s, agreement, content);
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
    words: tooLate ?? (limit ? `To be received by ${inWords(limit.safe)}: ${limit.why}.` : withoutLimit(s, content)),
  };
}

/** A notice of termination that comes after the safe day can't prevent the renewal on every reading: it must not seem free of any day. */
function withoutLimit({ period, within }: Standing, { kind }: NoticeContent): string {
  if (kind === 'termination' && (within?.safeDay || within?.safeDayMissing))
    return `Whether it still prevents a renewal is not known: ${within.safeDayHow}.`;
  const last = period?.lastDayForNotice;
  if (kind !== 'termination' || !last) return 'The law sets no day for it.';
  return `The safe day of period ${period.number} is past (${inWords(last.safe!)}): it may no longer prevent the renewal on ${inWords(dayAfter(period.lastDay))}, and the agreement may end later than that (${last.basis}).`;
}

interface Limit {
  safe: CalendarDate;
  /** Which of its dates counts. */
  counts: Counted;
  basis: string;
  why: string;
}

/** By when it must be received to do what it is to do on every reading; undefined where the law sets no day. */
function limitOf(s: Standing, { clauses }: Agreement, content: NoticeContent): Limit | undefined {
  if (content.kind === 'termination') return lastDay(s, clauses);
  return content.kind === 'revocation' ? revocableUntil(s, content.of) : undefined;
}

function lastDay({ period, asOf, within, nextWayOut: next }: Standing, { duration, termination }: Terms): Limit | undefined {
  const counts = countedSafely({ duration, termination });
  if (within?.periods) {
    const safe = within.safeDay;
    const why = 'then it prevents the renewal of the running period, whatever the day that is known only within bounds';
    return safe && safe.from <= asOf ? { safe: safe.date, counts, basis: safe.basis, why } : undefined;
  }
  if (next?.safe)
    return {
      safe: next.safe,
      counts: countedOf(termination as FixedDaysClause),
      basis: next.basis,
      why: `then it ends the agreement on ${inWords(next.lastDayInForce)} on every reading`,
    };
  const last = period?.lastDayForNotice;
  const window = last && safeWindow(last, asOf);
  if (!period || !window) return undefined;
  const { from, safe } = window;
  const opens = from > asOf ? `, not before ${inWords(from)}` : '';
  return { safe, counts, basis: last.basis, why: `then it prevents the renewal of period ${period.number} on every reading${opens}` };
}

/** A revocation must be received before the notice takes effect; on one reading, by the last day for notice (VCLT art. 68). */
function revocableUntil(s: Standing, of: string): Limit | undefined {
  const line = s.notices.find(n => n.id === of);
  if (!line || line.revoked || line.replacedBy) return undefined;
  const { onEveryReading, withoutConsent } = revocable(s, line);
  const free = withoutConsent >= s.asOf;
  const safe = free ? withoutConsent : onEveryReading;
  if (safe < s.asOf) return undefined;
  return {
    safe,
    counts: 'received',
    basis: 'VCLT art. 68',
    why: free ? 'then it revokes on every reading' : 'after it the notice may have taken effect',
  };
}

function whyNotRevocable({ notices, asOf }: Standing, of: string): string | undefined {
  const line = notices.find(n => n.id === of);
  if (!line) return `The register has no notice of termination ${of} that is running.`;
  if (line.revoked) return `Notice ${of} was revoked on ${inWords(line.revoked)} already.`;
  if (line.replacedBy) return `Notice ${of} was replaced by the Parties' agreement ${line.replacedBy}.`;
  return line.lastDayInForce < asOf
    ? `Notice ${of} has taken effect: the last day in force was ${inWords(line.lastDayInForce)}. A notice can be revoked only before.`
    : undefined;
}

function outcome(s: Standing, { number, content }: Matter, ledger: InLedger): Found {
  const said = verdictOf(s, number, content, ledger);
  const line = s.notices.find(n => n.id === number);
  return {
    safe: null,
    sendBy: null,
    basis: null,
    tooLate: null,
    inTime: line?.inTime ?? null,
    lastDayInForce: line?.lastDayInForce ?? null,
    certain: endBy(s, number)?.certain ?? true,
    ...said,
  };
}

function verdictOf(s: Standing, number: string, content: NoticeContent, ledger: InLedger): Pick<Weighed, 'verdict' | 'words'> {
  if (ledger.state === 'struck') return { verdict: 'withoutEffect', words: 'It was struck from the register.' };
  if (ledger.state === 'ahead')
    return { verdict: 'running', words: `It counts from ${inWords(ledger.on)}, once that day has begun for both Parties.` };
  const without = s.withoutEffect.find(w => w.fact === number);
  const isOnSome = without?.onSomeDays ?? (content.kind === 'termination' && without?.onSomeReadings);
  if (without && !isOnSome) return { verdict: 'withoutEffect', words: without.why };
  const said =
    content.kind === 'termination' ? ofTermination(s, number) : { verdict: 'tookEffect' as const, words: effectInWords(s, content) };
  return without ? { ...said, words: `${said.words} ${without.why}` } : said;
}

function ofTermination(s: Standing, number: string): Pick<Weighed, 'verdict' | 'words'> {
  const line = s.notices.find(n => n.id === number);
  /* v8 ignore next -- @preserve a fact that is in the ledger and not without effect has its line */
  if (!line) return { verdict: 'withoutEffect', words: 'It was struck from the register.' };
  if (line.revoked) return { verdict: 'revoked', words: `Revoked on ${inWords(line.revoked)} (VCLT art. 68).` };
  if (line.replacedBy) return { verdict: 'withoutEffect', words: `Replaced by the Parties' agreement ${line.replacedBy} (VCLT art. 54).` };
  const depends = s.within ? 'in time on some readings or possible days only' : 'in time on some readings, late on others';
  const inTime = { yes: 'in time on every reading', no: 'late', disputed: `disputed: ${depends}` }[line.inTime];
  const others = endBy(s, number)?.alternatives ?? [];
  const otherwise = others.length
    ? ` On other readings the first day out is ${others.map(a => inWordsOrNone(a.firstDayOut)).join(' or ')}.`
    : '';
  const words = `Received ${inWords(line.received)}, ${inTime}; last day in force ${inWords(line.lastDayInForce)}: ${line.how}.${otherwise}`;
  if (!isOver(s.status)) return { verdict: 'running', words };
  return endBy(s, number)
    ? { verdict: 'tookEffect', words }
    : { verdict: 'withoutEffect', words: `The agreement ended before it could take effect. ${words}` };
}

/* v8 ignore next -- @preserve no reading known leaves a notice without an end; one that did would be said */
const inWordsOrNone = (day: CalendarDate | null): string => (day ? inWords(day) : 'none');

/* v8 ignore next 3 -- @preserve a notification that is in the ledger has its protocol there; were it not, nothing fails */
const entryOf = ({ protocols }: Standing, id: string): Standing['protocols'][number]['entryIntoForce'] | undefined =>
  protocols.find(p => p.id === id)?.entryIntoForce;

function effectInWords(s: Standing, content: Exclude<NoticeContent, { kind: 'termination' }>): string {
  switch (content.kind) {
    case 'completion':
      return entryInWords('the agreement', s.entryIntoForce);
    case 'protocolCompletion':
      return entryInWords(`protocol ${content.protocol}`, entryOf(s, content.protocol));
    case 'provisionalApplicationEnd':
      return 'Provisional application is over (VCLT art. 25(2)); the agreement may still enter into force.';
    case 'revocation':
      return s.notices.find(n => n.id === content.of)?.revoked
        ? `Notice ${content.of} is revoked (VCLT art. 68).`
        : `Notice ${content.of} runs on: the revocation waits for the other Party's consent (VCLT art. 68).`;
    case 'proposal':
      return `Protocol ${content.protocol} is proposed.`;
    case 'consent':
      return `The text of protocol ${content.protocol} is agreed.`;
    case 'consultations':
    case 'communications':
    case 'organisation':
    case 'correction':
    case 'free':
      return 'Entered; it moves no date of the agreement.';
    /* v8 ignore next 2 -- @preserve the union is closed, and the compiler says so */
    default:
      return content satisfies never;
  }
}

function entryInWords(what: string, entry: { date: CalendarDate | null; notBefore: CalendarDate | null } | undefined): string {
  if (entry?.date) return `Entry into force of ${what}: ${inWords(entry.date)}.`;
  return entry?.notBefore
    ? `Entry into force of ${what}: not before ${inWords(entry.notBefore)}, the other notification is awaited.`
    : `Entry into force of ${what} is not settled yet.`;
}
