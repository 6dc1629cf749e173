/** The ledger: every entry with its evidence, its reason, and what later entries made of it. */
import { date } from '../../../clauses/calendar.ts';
import { ledgerOf, type LedgerLine } from '../../../client/ledger.ts';
import type { AgreementStanding } from '../../../client/answers.ts';
import { enteredIn } from '../../../wording/entered.ts';
import { followsIn } from '../../../wording/plan.ts';
import { html, joined, type Html } from '../../html.ts';
import { agreementPath } from '../../request.ts';
import type { Words } from '../../words.ts';
import type { Days } from './days.ts';

export function ledger(s: AgreementStanding, words: Words, days: Days, isNow: boolean): Html {
  const { ledger: m } = words.m;
  const rows = ledgerOf(s).map(
    line =>
      html`<tr id="entry-${line.id}" ${line.struckBy.length ? html` class="struck"` : ''}>
        <td class="num">${line.seq}</td>
        <td class="num"><code>${line.id}</code></td>
        <td>
          <span class="what">${days.said(whatOf(line, words))}</span
          >${detailsOf(line, words).map(d => html`<small>${days.said(d)}</small>`)}${isNow ? doing(s.agreement, line, words) : ''}
        </td>
        <td class="entered">${enteredOf(line, words, days)}</td>
      </tr>`,
  );
  const { columns } = m;
  return html`<h2 id="ledger">${m.heading}</h2>
    <p>${m.intro}</p>
    <table class="dates stack">
      <thead>
        <tr>
          <th scope="col">${columns.line}</th>
          <th scope="col">${columns.entry}</th>
          <th scope="col">${columns.what}</th>
          <th scope="col">${columns.entered}</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>`;
}

/** What may be done about a line: one that is a fact or a correction, and is not struck. */
function doing(agreement: string, { id, fact, amending, struckBy }: LedgerLine, { m }: Words): Html | '' {
  if ((!fact && !amending) || struckBy.length) return '';
  const to = (what: string): string => agreementPath(agreement, `/entries/${encodeURIComponent(id)}/${what}`);
  const links = [
    ...(fact ? [html`<a href="${to('correct')}">${m.ledger.correct}</a>`] : []),
    html`<a href="${to('strike')}">${m.ledger.strike}</a>`,
  ];
  return html`<small class="noprint">${joined(links, ' · ')}</small>`;
}

export function whatOf({ fact, amending, entry }: LedgerLine, words: Words): string {
  const { ledger: m } = words.m;
  if (fact) return enteredIn(fact, words.wording);
  if (amending?.type === 'struck') return words.say(m.struck, { of: amending.of });
  if (amending) return words.say(m.corrected, { of: amending.of, fields: fieldsIn(amending.fields, words) });
  if (!entry || entry.type === 'described') return m.described;
  return entry.type === 'notice.step'
    ? words.say(m.step, { number: entry.notice, step: noticeStep(entry, words) })
    : protocolStep(entry, words);
}

const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

const fieldsIn = (fields: Record<string, unknown>, words: Words): string =>
  Object.entries(fields)
    .map(([field, value]) =>
      value === null
        ? words.say(words.m.ledger.cleared, { field })
        : `${field} ${isDay(value) ? words.day(date(value)) : typeof value === 'string' ? value : JSON.stringify(value)}`,
    )
    .join(', ');

type Step<T> = Extract<NonNullable<LedgerLine['entry']>, { type: T }>;

function noticeStep({ step }: Step<'notice.step'>, { values, say, day, wording }: Words): string {
  const { steps } = values.notice;
  switch (step.type) {
    case 'notice.drafted': {
      const { draftedBy: by, arrival } = step.input;
      return arrival ? say(steps.takenIn, { by, day: day(arrival.received) }) : say(steps.drafted, { by });
    }
    case 'notice.amended':
      return say(steps.amended, { by: step.by });
    case 'notice.approved':
      return say(steps.approved, { by: step.by });
    case 'notice.dispatched':
      return say(steps.dispatched, { day: day(step.on), reference: step.reference ?? 'none', by: step.by });
    case 'notice.returned':
      return say(steps.returned, { reason: step.reason });
    case 'notice.recalled':
      return say(steps.recalled, { by: step.by, reason: step.reason });
    case 'notice.received':
      return say(steps.received, { day: day(step.received), evidence: step.evidence });
    case 'notice.accepted':
      return say(steps.accepted, { by: step.by });
    case 'notice.found.defective':
      return say(steps.defective, { by: step.by, reason: step.reason });
    case 'notice.assessed':
      return say(steps.assessed, { words: followsIn(step.assessment.follows, wording) });
    default:
      return step satisfies never;
  }
}

function protocolStep({ step, protocol }: Step<'protocol.step'>, { values, say, wording }: Words): string {
  const { steps } = values.protocol;
  switch (step.type) {
    case 'protocol.opened':
      return say(steps.opened, { protocol, title: step.title ?? 'none' });
    case 'protocol.text.settled':
      return say(steps.textSettled, { protocol, language: step.language });
    case 'protocol.closed':
      return say(steps.closed, { protocol, state: wording.refusals.protocolStates[step.state] });
    default:
      return step satisfies never;
  }
}

function detailsOf({ fact, amending, entry, correctedBy, struckBy, withoutEffect }: LedgerLine, words: Words): string[] {
  const { ledger: m } = words.m;
  const given = (text: string, value: unknown): string[] => (typeof value === 'string' && value ? [words.say(text, { text: value })] : []);
  const { reference, evidence, note } = (fact ?? {}) as { reference?: string; evidence?: string; note?: string };
  const reason = amending?.reason ?? (entry?.type === 'described' ? entry.reason : undefined);
  return [
    ...given(m.reference, reference),
    ...given(m.evidence, evidence),
    ...given(m.note, note),
    ...given(m.reason, reason),
    ...(correctedBy.length ? [words.say(m.isCorrected, { ids: words.and(correctedBy) })] : []),
    ...(struckBy.length ? [words.say(m.isStruck, { ids: words.and(struckBy) })] : []),
    ...(withoutEffect ? [words.say(m.withoutEffect, { why: withoutEffect })] : []),
  ];
}

function enteredOf({ recorded, entered: { by, at }, authority }: LedgerLine, words: Words, days: Days): Html {
  const day = recorded ?? new Date(at).toISOString().slice(0, 10);
  const more =
    authority && authority.actsFor !== '*' ? html`<small>${words.say(words.m.ledger.for, { party: authority.actsFor })}</small>` : '';
  return html`<span class="num">${days.plain(date(day))}</span><small>${by}</small>${more}`;
}
