/** The clauses as they stand on a day, and beside each value the instrument that it comes from. VCLT art. 39; here art. 10. */
import type { Agreement } from '../clauses/agreement.ts';
import { byText, inWords, lengthInWords, type CalendarDate } from '../clauses/calendar.ts';
import { intervalInWords } from '../clauses/interval.ts';
import { isFixed } from '../clauses/periods.ts';
import type { ProvisionalApplicationClause } from '../clauses/provisional-application.ts';
import { survivalInWords } from '../clauses/survivals.ts';
import { effectInWords } from '../clauses/termination.ts';
import {
  conditionOfEntry,
  type Changes,
  type EntryIntoForceClause,
  type PeriodsClause,
  type TerminationClause,
  type Terms,
} from '../clauses/terms.ts';
import type { AgreementContext, Amendment } from './agreement/context.ts';
import { recordedOn, type Fact } from './facts.ts';
import type { Family } from './family.ts';
import { defectOfForm } from './without-effect.ts';

export interface ConsolidatedLine {
  clause:
    | 'entryIntoForce'
    | 'condition'
    | 'provisionalApplication'
    | 'survival'
    | 'periodLength'
    | 'renewal'
    | 'noticeBefore'
    | 'noticePeriod'
    | 'amendment'
    | 'organisation'
    | 'document'
    | 'text';
  /** In an officer's words. */
  value: string;
  article: string | null;
  /** `agreement`, `protocol p1`, or the id of the note that notified it. */
  instrument: string;
  /** From which day it holds; null where it is the agreement's own and that is not in force. */
  since: CalendarDate | null;
  /** How it holds, where that is not by entry into force. */
  how: Amendment['how'] | null;
}

/** From the family folded through a day, and the facts that are known. */
export function consolidated(agreement: Agreement, family: Family, facts: readonly Fact[], asOf: CalendarDate): ConsolidatedLine[] {
  const c = family.agreement.snapshot.context;
  return [...clauseLines(c), ...organisationLines(agreement, c, facts, asOf), ...listLines(c)];
}

type Source = Pick<ConsolidatedLine, 'instrument' | 'since' | 'how'>;

/** What a value comes from: the last amendment that changes it, else the agreement. */
function sourceOf(c: AgreementContext, changed: (changes: Changes) => boolean): Source {
  const last = c.amendments.findLast(a => changed(a.changes));
  return last ? amendmentAsSource(c, last) : { instrument: 'agreement', since: c.entry?.date ?? null, how: null };
}

/** A provisional application becomes that of a protocol in force. */
function amendmentAsSource({ protocols }: AgreementContext, { id, on, how }: Amendment): Source {
  const isOrdinary = how === 'entryIntoForce' || (how === 'provisional' && protocols.some(p => p.id === id));
  return { instrument: `protocol ${id}`, since: on, how: isOrdinary ? null : how };
}

function clauseLines(c: AgreementContext): ConsolidatedLine[] {
  const { duration, termination, entryIntoForce, provisionalApplication, amendment, survivals } = c.terms;
  const line = (clause: ConsolidatedLine['clause'], value: string, article: string, key?: keyof Changes): ConsolidatedLine => ({
    clause,
    value,
    article,
    ...sourceOf(c, changes => key !== undefined && changes[key] !== undefined),
  });
  const periods =
    duration.kind === 'periods'
      ? [
          line('periodLength', periodsInWords(duration), duration.article, 'periodLength'),
          { ...line('renewal', renewalInWords(duration.renewal), duration.article), ...renewalSource(c) },
          ...(duration.noticeBefore ? [line('noticeBefore', noticeInWords(duration), duration.article, 'noticeBefore')] : []),
        ]
      : [line('periodLength', lastingInWords(duration), duration.article)];
  const condition = conditionOfEntry(c.terms);
  return [
    line('entryIntoForce', entryInWords(entryIntoForce), entryIntoForce.article),
    ...(condition ? [line('condition', `not in force before: ${condition.what}`, condition.article)] : []),
    ...(provisionalApplication
      ? [
          line(
            'provisionalApplication',
            `from ${fromInWords(provisionalApplication)}, until entry into force`,
            provisionalApplication.article,
          ),
        ]
      : []),
    ...periods,
    ...(termination && termination.when !== 'endOfPeriod'
      ? [line('noticePeriod', terminationInWords(termination), termination.article, 'noticePeriod')]
      : []),
    ...(amendment
      ? [line('amendment', `by protocol; ${entryInWords(amendment.entryIntoForce ?? entryIntoForce)}`, amendment.article, 'amendment')]
      : []),
    ...(survivals ?? []).map(s => line('survival', survivalInWords(s), s.article)),
  ];
}

const fromInWords = ({ from }: ProvisionalApplicationClause): string => (from === 'signature' ? from : inWords(from));

function lastingInWords({ unseen, endsWith }: Extract<Terms['duration'], { kind: 'indefinite' }>): string {
  if (endsWith) return `until the condition is met: ${endsWith.what}`;
  return unseen ? 'not described' : 'without limit';
}

/** A changed length is that of the renewals too. */
const renewalSource = (c: AgreementContext): Source => {
  const hasLength = c.terms.duration.kind === 'periods' && 'length' in c.terms.duration.renewal;
  return sourceOf(c, changes => changes.renewal !== undefined || (hasLength && changes.periodLength !== undefined));
};

function periodsInWords({ first, countedFrom = 'entryIntoForce' }: PeriodsClause): string {
  const anchors = { entryIntoForce: '', signature: ', counted from signature' } as Readonly<Record<string, string>>;
  const from = anchors[countedFrom] ?? `, counted from ${inWords(countedFrom as CalendarDate)}`;
  return `${isFixed(first) ? `the first until ${inWords(first.until)}` : lengthInWords(first)}${from}`;
}

function noticeInWords({ noticeBefore, counts }: PeriodsClause): string {
  const by = counts ? `, by the day on which it is ${counts}` : '';
  return typeof noticeBefore === 'object'
    ? `${lengthInWords(noticeBefore.first)} before the end of the first period, ${lengthInWords(noticeBefore.later)} before that of a later one${by}`
    : `${lengthInWords(noticeBefore!)} before the end of a period${by}`;
}

function renewalInWords(renewal: PeriodsClause['renewal']): string {
  switch (renewal.kind) {
    case 'automatic':
      return `by itself, for ${lengthInWords(renewal.length)}${renewal.times ? `, ${renewal.times} times` : ''}`;
    case 'byAgreement':
      return `by agreement, for ${renewal.length ? lengthInWords(renewal.length) : 'as long as the Parties agree'}`;
    case 'withoutLimit':
      return 'in force without limit after the first period';
    case 'none':
      return 'none';
    /* v8 ignore next 2 -- @preserve the union is closed, and the compiler says so */
    default:
      return renewal satisfies never;
  }
}

const occasions = {
  lastNotification: 'on the last notification',
  exchangeOfInstruments: 'on the exchange of instruments',
  signature: 'on signature',
  fixedDate: 'on the day fixed by the text',
  unseen: 'on the day that is published; the clause is not described',
} as const;
const counted = { received: '', dispatched: ', counted from its dispatch', dated: ', counted from its date' } as const;

function entryInWords(clause: EntryIntoForceClause): string {
  const notification = clause.on === 'lastNotification';
  const occasion = notification && clause.parties ? `on the notification of ${clause.parties.join(' and of ')}` : occasions[clause.on];
  return `in force ${occasion}${notification ? counted[clause.counts] : ''}${'then' in clause ? intervalInWords(clause.then) : ''}`;
}

const anchors = { received: 'receipt', dispatched: 'dispatch', dated: 'its date' } as const;

/** `6 months after receipt`, and what bars it. */
function terminationInWords(termination: Exclude<TerminationClause, { when: 'endOfPeriod' }>): string {
  const byConsent = termination.withdrawal === 'byConsent' ? '; withdrawn only with the consent of the other Party' : '';
  const anchor = anchors[termination.counts ?? 'received'];
  if (termination.when === 'onFixedDays') {
    const days = termination.days.map(day => inWords(`2001-${day}` as CalendarDate).replace(' 2001', '')).join(' or ');
    return `on ${days}, ${lengthInWords(termination.notice)} or more after ${anchor}${byConsent}`;
  }
  return `${effectInWords(termination, anchor)}${termination.when === 'afterFirstPeriod' ? barInWords(termination) : ''}${byConsent}`;
}

function barInWords({ bars, barredFor }: Extract<TerminationClause, { when: 'afterFirstPeriod' }>): string {
  const time = barredFor ? `the first ${lengthInWords(barredFor)}` : 'the first period';
  return bars === 'giving' ? `; not given in ${time}` : `; not before the end of ${time}`;
}

/** The competent organisation of each Party: by the agreement, by a protocol, or as the Party has notified. The latest counts. */
function organisationLines({ parties }: Agreement, c: AgreementContext, facts: readonly Fact[], asOf: CalendarDate): ConsolidatedLine[] {
  return parties.flatMap(({ id, organisations }) => {
    const line = (name: string, article: string | null, source: Source): ConsolidatedLine[] => [
      { clause: 'organisation', value: `${id}: ${name}`, article, ...source },
    ];
    const own = organisations.flatMap(o =>
      line(o.name['en']!, o.article, { instrument: 'agreement', since: c.entry?.date ?? null, how: null }),
    );
    const later = [
      ...c.amendments.flatMap(a =>
        (a.changes.organisations ?? []).filter(o => o.party === id).flatMap(o => line(o.name, null, amendmentAsSource(c, a))),
      ),
      ...facts
        .filter(f => f.type === 'organisation.notified')
        .filter(f => f.by === id && f.received <= asOf && !defectOfForm(f))
        .sort((a, b) => byText(a.received, b.received) || byText(recordedOn(a), recordedOn(b)) || byText(a.id, b.id))
        .flatMap(f => line(f.organisation, null, { instrument: `note ${f.id}`, since: f.from ?? f.received, how: null })),
    ].filter(l => l.since! <= asOf);
    return [...own, ...later.sort((a, b) => byText(a.since!, b.since!))].slice(-1);
  });
}

/** Documents and texts, each with the protocol that it came with. */
const listLines = (c: AgreementContext): ConsolidatedLine[] =>
  c.amendments.flatMap(a => {
    const source = { article: null, ...amendmentAsSource(c, a) };
    return [
      ...(a.changes.documents ?? []).map((value): ConsolidatedLine => ({ clause: 'document', value, ...source })),
      ...(a.changes.text ? [{ clause: 'text' as const, value: a.changes.text, ...source }] : []),
    ];
  });
