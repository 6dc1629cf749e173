/** The ledger: every entry with its evidence, its reason, and what later entries did to it. */
import { date } from '../../../clauses/calendar.ts';
import { recordedTypes } from '../../../client/schemas.ts';
import type { Attached } from '../../../client/documents.ts';
import { ledgerOf, type LedgerLine } from '../../../client/ledger.ts';
import type { FactAsEntered } from '../../../machines/facts.ts';
import type { AgreementStanding } from '../../../client/answers.ts';
import { toRecord, type PermissionCheck } from '../../../client/permissions.ts';
import { whatOf } from '../../entry-sentence.ts';
import { html, joined, type Html } from '../../html.ts';
import { attachPath } from '../../forms/documents.ts';
import { nodeOfFact, labelledValues } from '../../forms/schema-fields.ts';
import { agreementPath } from '../../request.ts';
import { tableOf } from '../../table.ts';
import type { Words } from '../../words.ts';
import { withLanguages } from '../../written-texts.ts';
import type { Days } from './days.ts';
import { pageOf, pager, rowsOfPage, type Page } from '../paged.ts';
import type { Asking } from './possible-acts.ts';

/** Which lines of a long ledger are shown: from a line on, or those around an entry; otherwise the latest. */
export interface LedgerQuery {
  from: string | undefined;
  entry: string | undefined;
  /** The address of the page from a line on. */
  to: (from: number) => string;
}

function pageAsked(lines: readonly LedgerLine[], { from, entry }: LedgerQuery): Page<LedgerLine> {
  const at = lines.findIndex(line => line.id === entry);
  const latest = Math.max(0, lines.length - rowsOfPage);
  const first = from && /^\d{1,7}$/.test(from) ? Number(from) : at < 0 ? latest : Math.min(at, latest);
  return pageOf(lines, first);
}

/** `asking`: undefined if nothing may be done, as on a page for another day. */
export function ledger(s: AgreementStanding, words: Words, days: Days, asking: Asking | undefined, asked: LedgerQuery): Html {
  const { ledger: m } = words.m;
  const doable = asking ? doableBy(asking.whyNot, words) : [];
  const barred = doable.filter(one => one.why);
  const page = pageAsked(ledgerOf(s), asked);
  const rows = page.shown.map(line => {
    const row = html`<tr id="entry-${line.id}" ${line.struckBy.length ? html` class="struck"` : ''}>
        <td class="num">${line.seq}</td>
        <td class="num"><code>${line.id}</code></td>
        <td>
          <span class="what">${days.said(whatOf(line, words))}</span
          >${line.fact?.type === 'document.attached' ? documentLink(s.agreement, line.fact) : ''}${detailsOf(line, words).map(d => html`<small>${days.said(d)}</small>`)}${doing(s.agreement, line, doable)}
        </td>
        <td class="entered">${enteredOf(line, words, days)}</td>
      </tr>`;
    const { fact, amending, entry, authority, entered } = line;
    return withLanguages(row, [fact, amending, entry?.type === 'described' ? entry.reason : entry, authority, entered], words.language);
  });
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
    ${pager(page, from => `${asked.to(from)}#ledger`, words)} ${tableOf('dates stack', [columns.line, columns.entry, columns.what, columns.entered], rows)}`;
}

/** As attached, with its hash. */
const documentLink = (agreement: string, { id, name, sha256 }: Attached): Html =>
  html`<small><a href="${agreementPath(agreement, `/documents/${encodeURIComponent(id)}`)}">${name}</a>, SHA-256 <code class="hash">${sha256}</code></small>`;

interface Doable {
  name: string;
  href: (agreement: string, id: string) => string;
  isFor: (fact: FactAsEntered | undefined) => boolean;
  /** Why the person may not do it: displayed once above the ledger, instead of a link on each line. */
  why: string | undefined;
}

function doableBy(whyNot: PermissionCheck, { m }: Words): Doable[] {
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

/** Actions on a line: only a fact or a correction that is not struck. */
function doing(agreement: string, { id, fact, amending, struckBy }: LedgerLine, doable: readonly Doable[]): Html | '' {
  if ((!fact && !amending) || struckBy.length) return '';
  const links = doable.filter(one => !one.why && one.isFor(fact)).map(one => html`<a href="${one.href(agreement, id)}">${one.name}</a>`);
  return links.length ? html`<small class="noprint">${joined(links, ' · ')}</small>` : '';
}

/** Fields already in the fact's sentence or elsewhere on its line. */
const saidBefore: readonly string[] =
  'id type recorded reference evidence note on received by protocol of condition date published length until laterTreaty firstDayOut subject payer organisation'.split(
    ' ',
  );

/** The other fields of a fact: the place, further dates, who signed. */
function restOf(fact: FactAsEntered, words: Words): string[] {
  if (!(recordedTypes as readonly string[]).includes(fact.type)) return [];
  const isIn = (name: string): boolean => {
    if (name === 'from') return fact.type !== 'suspension.agreed' && fact.type !== 'resumption.agreed';
    if (name === 'until') return fact.type === 'communications.requested';
    return !saidBefore.includes(name) && !(name === 'place' && fact.type === 'signed');
  };
  const node = nodeOfFact(fact.type, ['type']);
  return labelledValues({ ...node, props: node.props.filter(([name]) => isIn(name)) }, fact, words).map(
    ([label, said]) => `${label}: ${said}`,
  );
}

/** `withChanges` includes a protocol's changes, if not displayed above. */
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

function enteredOf(line: LedgerLine, words: Words, days: Days): Html {
  const { ledger: m } = words.m;
  const { recorded, authority, entered, enteredOn: day } = line;
  const since = recorded && recorded !== day ? html`<small>${words.rich(m.countsFrom, { day: days.plain(date(recorded)) })}</small>` : '';
  const more = authority && authority.actsFor !== '*' ? html`<small>${words.say(m.for, { party: authority.actsFor })}</small>` : '';
  return html`<span class="num">${days.plain(day)}</span><small>${entered.by}</small>${more}${since}`;
}
