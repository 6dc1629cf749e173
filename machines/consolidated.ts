/** The clauses in effect on a day, each value with the instrument it comes from. VCLT art. 39; here art. 10. */
import type { Agreement, Texts } from '../clauses/agreement.ts';
import { byText, type CalendarDate } from '../clauses/calendar.ts';
import { isFixed } from '../clauses/periods.ts';
import {
  conditionOfEntry,
  type Changes,
  type EntryIntoForceClause,
  type PeriodsClause,
  type TerminationClause,
  type Terms,
} from '../clauses/terms.ts';
import type { AgreementContext, Amendment } from './agreement/context.ts';
import type { ClauseText } from './clause-text.ts';
import { recordedOn, type Fact } from './facts.ts';
import type { TreatyState } from './treaty-state.ts';
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
  value: ClauseText;
  article: string | null;
  /** `agreement`, `protocol p1`, or the id of the note that notified it. */
  instrument: string;
  /** The day from which it applies; null if it is the agreement's own and the agreement is not in force. */
  since: CalendarDate | null;
  /** How it takes effect, if not by entry into force. */
  how: Amendment['how'] | null;
}

/** Returns the clauses, from the family folded through a day and the known facts. */
export function consolidated(agreement: Agreement, family: TreatyState, facts: readonly Fact[], asOf: CalendarDate): ConsolidatedLine[] {
  const c = family.agreement.snapshot.context;
  return [...clauseLines(c), ...organisationLines(agreement, c, facts, asOf), ...listLines(c)];
}

type Source = Pick<ConsolidatedLine, 'instrument' | 'since' | 'how'>;

/** Returns the source of a value: the last amendment that changes it, otherwise the agreement. */
function sourceOf(c: AgreementContext, changed: (changes: Changes) => boolean): Source {
  const last = c.amendments.findLast(a => changed(a.changes));
  return last ? amendmentAsSource(c, last) : { instrument: 'agreement', since: c.entry?.date ?? null, how: null };
}

/** Changes applied provisionally become ordinary once the protocol is in force. */
function amendmentAsSource({ protocols }: AgreementContext, { id, on, how }: Amendment): Source {
  const isOrdinary = how === 'entryIntoForce' || (how === 'provisional' && protocols.some(p => p.id === id));
  return { instrument: `protocol ${id}`, since: on, how: isOrdinary ? null : how };
}

function clauseLines(c: AgreementContext): ConsolidatedLine[] {
  const { duration, termination, entryIntoForce, provisionalApplication, amendment, survivals } = c.terms;
  const line = (clause: ConsolidatedLine['clause'], value: ClauseText, article: string, key?: keyof Changes): ConsolidatedLine => ({
    clause,
    value,
    article,
    ...sourceOf(c, changes => key !== undefined && changes[key] !== undefined),
  });
  const periods =
    duration.kind === 'periods'
      ? [
          line('periodLength', firstPeriod(duration), duration.article, 'periodLength'),
          { ...line('renewal', renewalText(duration.renewal), duration.article), ...renewalSource(c) },
          ...(duration.noticeBefore ? [line('noticeBefore', noticeText(duration), duration.article, 'noticeBefore')] : []),
        ]
      : [line('periodLength', lastingText(duration), duration.article)];
  const condition = conditionOfEntry(c.terms);
  return [
    line('entryIntoForce', entryText(entryIntoForce), entryIntoForce.article),
    ...(condition ? [line('condition', { code: 'notInForceBefore', args: { condition: condition.what } }, condition.article)] : []),
    ...(provisionalApplication
      ? [
          line(
            'provisionalApplication',
            {
              code: 'appliedProvisionally',
              args: { from: provisionalApplication.from === 'signature' ? null : provisionalApplication.from },
            },
            provisionalApplication.article,
          ),
        ]
      : []),
    ...periods,
    ...(termination && termination.when !== 'endOfPeriod'
      ? [line('noticePeriod', terminationText(termination), termination.article, 'noticePeriod')]
      : []),
    ...(amendment
      ? [
          line(
            'amendment',
            { code: 'amendedByProtocol', args: { entry: entryText(amendment.entryIntoForce ?? entryIntoForce) } },
            amendment.article,
            'amendment',
          ),
        ]
      : []),
    ...(survivals ?? []).map(({ what, length, article }) =>
      line('survival', { code: 'survives', args: { what, length: length ?? null } }, article),
    ),
  ];
}

function lastingText({ unseen, endsWith }: Extract<Terms['duration'], { kind: 'indefinite' }>): ClauseText {
  if (endsWith) return { code: 'untilCondition', args: { condition: endsWith.what } };
  return { code: unseen ? 'durationNotDescribed' : 'withoutLimit', args: {} };
}

/** A changed period length applies to renewals as well. */
const renewalSource = (c: AgreementContext): Source => {
  const hasLength = c.terms.duration.kind === 'periods' && 'length' in c.terms.duration.renewal;
  return sourceOf(c, changes => changes.renewal !== undefined || (hasLength && changes.periodLength !== undefined));
};

function firstPeriod({ first, countedFrom = 'entryIntoForce' }: PeriodsClause): ClauseText {
  const span = isFixed(first) ? { length: null, until: first.until } : { length: first, until: null };
  const from = countedFrom === 'entryIntoForce' || countedFrom === 'signature' ? null : countedFrom;
  return { code: 'firstPeriod', args: { ...span, isFromSignature: countedFrom === 'signature', from } };
}

function noticeText({ noticeBefore, counts }: PeriodsClause): ClauseText {
  const { first: noticeFirst, later: noticeLater } =
    typeof noticeBefore === 'object' ? noticeBefore : { first: noticeBefore!, later: null };
  return { code: 'noticeBeforeEnd', args: { noticeFirst, noticeLater, counted: counts ?? null } };
}

function renewalText(renewal: PeriodsClause['renewal']): ClauseText {
  switch (renewal.kind) {
    case 'automatic':
      return { code: 'renewedAutomatically', args: { length: renewal.length, times: renewal.times ?? null } };
    case 'byAgreement':
      return { code: 'renewedByAgreement', args: { length: renewal.length ?? null } };
    case 'withoutLimit':
      return { code: 'thenWithoutLimit', args: {} };
    case 'none':
      return { code: 'notRenewed', args: {} };
    /* v8 ignore next 2 -- @preserve unreachable: the compiler checks that the union is closed */
    default:
      return renewal satisfies never;
  }
}

function entryText(clause: EntryIntoForceClause): ClauseText {
  const { on: occasion, parties, counts, then } = { parties: undefined, counts: undefined, then: undefined, ...clause };
  return { code: 'entersIntoForce', args: { occasion, parties: parties ?? null, counted: counts ?? null, interval: then ?? null } };
}

/** Renders how a notice ends the agreement, and any bar. */
function terminationText(termination: Exclude<TerminationClause, { when: 'endOfPeriod' }>): ClauseText {
  const common = { counted: termination.counts ?? ('received' as const), isByConsent: termination.withdrawal === 'byConsent' };
  if (termination.when === 'onFixedDays')
    return { code: 'endsOnFixedDays', args: { ...common, fixedDays: termination.days, noticePeriod: termination.notice } };
  const bar = termination.when === 'afterFirstPeriod' ? termination : undefined;
  return {
    code: 'endsAfterNotice',
    args: {
      ...common,
      noticePeriod: termination.notice ?? null,
      then: termination.then ?? null,
      barred: bar ? (bar.bars ?? 'effect') : null,
      barredFor: bar?.barredFor ?? null,
    },
  };
}

/**
 * Returns each Party's competent organisation: from the agreement or the successor it names, a protocol, or the Party's own notification. The
 * latest counts.
 */
function organisationLines({ parties }: Agreement, c: AgreementContext, facts: readonly Fact[], asOf: CalendarDate): ConsolidatedLine[] {
  return parties.flatMap(({ id, organisations }) => {
    const line = (name: string | Texts, article: string | null, source: Source): ConsolidatedLine[] => [
      { clause: 'organisation', value: { code: 'organisationOf', args: { party: id, organisation: name } }, article, ...source },
    ];
    const own = organisations.flatMap(o => line(o.name, o.article, { instrument: 'agreement', since: c.entry?.date ?? null, how: null }));
    const succeeded = organisations.flatMap(({ successor, until: since, article }) =>
      successor && since ? line(successor, article, { instrument: 'agreement', since, how: null }) : [],
    );
    const later = [
      ...succeeded,
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

/** Returns documents and other texts, each with the protocol that introduced it. */
const listLines = (c: AgreementContext): ConsolidatedLine[] =>
  c.amendments.flatMap(a => {
    const source = { article: null, ...amendmentAsSource(c, a) };
    return [
      ...(a.changes.documents ?? []).map((text): ConsolidatedLine => ({
        clause: 'document',
        value: asWritten(text),
        ...source,
      })),
      ...(a.changes.text ? [{ clause: 'text' as const, value: asWritten(a.changes.text), ...source }] : []),
    ];
  });

const asWritten = (text: string): ClauseText => ({ code: 'asWritten', args: { text } });
