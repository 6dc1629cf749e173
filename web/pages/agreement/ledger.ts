/** The ledger: every entry with its evidence, its reason, and what later entries made of it. */
import { date, localDate, type CalendarDate } from '../../../clauses/calendar.ts';
import { fixedFields, recordedTypes } from '../../../client/schemas.ts';
import type { Attached } from '../../../client/documents.ts';
import { ledgerOf, type LedgerLine } from '../../../client/ledger.ts';
import type { FactAsEntered } from '../../../machines/facts.ts';
import type { AgreementStanding } from '../../../client/answers.ts';
import { toRecord, type WhyNot } from '../../../client/may.ts';
import { enteredIn } from '../../../wording/entered.ts';
import { noticeStepIn, protocolStepIn } from '../../../wording/steps.ts';
import { html, joined, type Html } from '../../html.ts';
import { attachPath } from '../../forms/documents.ts';
import { labelOf, nodeOfFact, saidIn } from '../../forms/schema-fields.ts';
import { agreementPath } from '../../request.ts';
import { tableOf } from '../../table.ts';
import type { Words } from '../../words.ts';
import type { Days } from './days.ts';
import type { Asking } from './may.ts';

/** `asking`: undefined where nothing may be done, as of another day. */
export function ledger(s: AgreementStanding, words: Words, days: Days, asking: Asking | undefined): Html {
  const { ledger: m } = words.m;
  const doable = asking ? doableBy(asking.whyNot, words) : [];
  const barred = doable.filter(one => one.why);
  const rows = ledgerOf(s).map(
    line =>
      html`<tr id="entry-${line.id}" ${line.struckBy.length ? html` class="struck"` : ''}>
        <td class="num">${line.seq}</td>
        <td class="num"><code>${line.id}</code></td>
        <td>
          <span class="what">${days.said(whatOf(line, words))}</span
          >${line.fact?.type === 'document.attached' ? documentLink(s.agreement, line.fact) : ''}${detailsOf(line, words).map(d => html`<small>${days.said(d)}</small>`)}${doing(s.agreement, line, doable)}
        </td>
        <td class="entered">${enteredOf(line, words, days)}</td>
      </tr>`,
  );
  const { columns } = m;
  return html`<h2 id="ledger">${m.heading}</h2>
    <p>${m.intro}</p>
    ${
      barred.length
        ? html`<ul class="may noprint">
              ${barred.map(one => html`<li>${one.name}<span>${one.why}</span></li>`)}
            </ul>
            <p class="noprint">${asking!.change}</p>`
        : ''
    }
    ${tableOf('dates stack', [columns.line, columns.entry, columns.what, columns.entered], rows)}`;
}

/** As it was attached, with the hash by which it is kept. */
const documentLink = (agreement: string, { id, name, sha256 }: Attached): Html =>
  html`<small><a href="${agreementPath(agreement, `/documents/${encodeURIComponent(id)}`)}">${name}</a>, SHA-256 <code class="hash">${sha256}</code></small>`;

interface Doable {
  name: string;
  href: (agreement: string, id: string) => string;
  isFor: (fact: FactAsEntered | undefined) => boolean;
  /** Why who asks may not: said once, above the ledger, and no line leads there. */
  why: string | undefined;
}

function doableBy(whyNot: WhyNot, { m }: Words): Doable[] {
  const to = (what: string) => (agreement: string, id: string) => agreementPath(agreement, `/entries/${encodeURIComponent(id)}/${what}`);
  return [
    { name: m.ledger.correct, href: to('correct'), isFor: fact => fact !== undefined, why: whyNot([toRecord('corrected')]) },
    { name: m.ledger.strike, href: to('strike'), isFor: () => true, why: whyNot([toRecord('struck')]) },
    {
      name: m.desk.documents.attach,
      href: (agreement, id) => attachPath(agreement, id, ''),
      isFor: fact => fact !== undefined && fact.type !== 'document.attached',
      why: whyNot([toRecord('document.attached')]),
    },
  ];
}

/** What may be done about a line: one that is a fact or a correction, and is not struck. */
function doing(agreement: string, { id, fact, amending, struckBy }: LedgerLine, doable: readonly Doable[]): Html | '' {
  if ((!fact && !amending) || struckBy.length) return '';
  const links = doable.filter(one => !one.why && one.isFor(fact)).map(one => html`<a href="${one.href(agreement, id)}">${one.name}</a>`);
  return links.length ? html`<small class="noprint">${joined(links, ' · ')}</small>` : '';
}

export function whatOf({ fact, amending, entry }: LedgerLine, words: Words): string {
  const { ledger: m } = words.m;
  if (fact) return enteredIn(fact, words.wording);
  if (amending?.type === 'struck') return words.say(m.struck, { of: amending.of });
  if (amending) return words.say(m.corrected, { of: amending.of, fields: fieldsIn(amending.fields, words) });
  if (!entry || entry.type === 'described') return m.described;
  return entry.type === 'notice.step'
    ? words.say(m.step, { number: entry.notice, step: noticeStepIn(entry, words.values, words) })
    : protocolStepIn(entry, words.values, words);
}

/** What a correction gives, as the forms call it; all facts call a field the same. */
function fieldsIn(fields: Record<string, unknown>, words: Words): string {
  const names = Object.keys(fields);
  const node = recordedTypes
    .map(type => nodeOfFact(type, fixedFields))
    .find(({ props }) => names.every(field => props.some(([name]) => name === field)));
  const given = node ? saidIn(node, fields, words).map(([label, said]) => `${label}: ${said}`) : [];
  const cleared = names
    .filter(field => fields[field] === null)
    .map(field => words.say(words.m.ledger.cleared, { field: labelOf(field, words) }));
  return [...given, ...cleared].join(', ');
}

/** What the sentence about a fact says already, or the line beside it. */
const saidBefore: readonly string[] =
  'id type recorded reference evidence note on received by protocol of condition date published length until laterTreaty firstDayOut subject payer organisation'.split(
    ' ',
  );

/** The rest of what a fact holds: the place, the other dates, who signed. */
function restOf(fact: FactAsEntered, words: Words): string[] {
  if (!(recordedTypes as readonly string[]).includes(fact.type)) return [];
  const isIn = (name: string): boolean => {
    if (name === 'from') return fact.type !== 'suspension.agreed' && fact.type !== 'resumption.agreed';
    if (name === 'until') return fact.type === 'communications.requested';
    return !saidBefore.includes(name) && !(name === 'place' && fact.type === 'signed');
  };
  const node = nodeOfFact(fact.type, ['type']);
  return saidIn({ ...node, props: node.props.filter(([name]) => isIn(name)) }, fact, words).map(([label, said]) => `${label}: ${said}`);
}

/** `withChanges`: with those of a protocol, where they do not stand above. */
export function detailsOf(
  { fact, amending, entry, correctedBy, struckBy, withoutEffect }: LedgerLine,
  words: Words,
  { withChanges = true } = {},
): string[] {
  const { ledger: m } = words.m;
  const given = (text: string, value: unknown): string[] => (typeof value === 'string' && value ? [words.say(text, { text: value })] : []);
  const { reference, evidence, note } = (fact ?? {}) as { reference?: string; evidence?: string; note?: string };
  const reason = amending?.reason ?? (entry?.type === 'described' ? entry.reason : undefined);
  return [
    ...(fact ? restOf(withChanges ? fact : withoutChanges(fact), words) : []),
    ...given(m.reference, reference),
    ...given(m.evidence, evidence),
    ...given(m.note, note),
    ...given(m.reason, reason),
    ...(entry?.type === 'protocol.step' && entry.step.type === 'protocol.text.settled' && entry.step.document
      ? [`${words.m.desk.fields.labels.document}: ${entry.step.document}`]
      : []),
    ...(correctedBy.length ? [words.say(m.isCorrected, { ids: words.and(correctedBy) })] : []),
    ...(struckBy.length ? [words.say(m.isStruck, { ids: words.and(struckBy) })] : []),
    ...(withoutEffect ? [words.say(m.withoutEffect, { why: withoutEffect })] : []),
  ];
}

const withoutChanges = (fact: FactAsEntered): FactAsEntered => (fact.type === 'protocol.signed' ? { ...fact, changes: undefined } : fact);

/** Entered later than it counts, as a rule. */
export const enteredOn = ({ entered }: LedgerLine): CalendarDate => localDate(entered.at, 'UTC');

function enteredOf(line: LedgerLine, words: Words, days: Days): Html {
  const { ledger: m } = words.m;
  const { recorded, authority, entered } = line;
  const day = enteredOn(line);
  const since = recorded && recorded !== day ? html`<small>${words.rich(m.countsFrom, { day: days.plain(date(recorded)) })}</small>` : '';
  const more = authority && authority.actsFor !== '*' ? html`<small>${words.say(m.for, { party: authority.actsFor })}</small>` : '';
  return html`<span class="num">${days.plain(day)}</span><small>${entered.by}</small>${more}${since}`;
}
