/** servanda agreement show: displays an agreement's standing from the register, and all its entries. */
import { instrumentIn } from '../../wording/forms.ts';
import { statementIn } from '../../wording/statements.ts';
import { listAgreements } from '../../agreements/find.ts';
import { loadAgreement } from '../../agreements/load.ts';
import type { Agreement } from '../../clauses/agreement.ts';
import type { CalendarDate } from '../../clauses/calendar.ts';
import { standingWithDossier, type AgreementStanding } from '../../client/answers.ts';
import { enteredOn } from '../../client/ledger.ts';
import { descriptionHash, entriesOf } from '../../dossier/description.ts';
import { amendmentsOf } from '../../machines/corrections.ts';
import { recordedOn } from '../../machines/facts.ts';
import { everyParty } from '../../machines/rights.ts';
import type { Row } from '../../register/types.ts';
import { formatEntry, marksOf } from '../answers/entry-words.ts';
import { decisionInLineOf } from '../answers/decisions.ts';
import { describedIn } from '../answers/described.ts';
import { standingPage } from '../answers/standing-page.ts';
import { contextOf } from '../client.ts';
import { define } from '../define.ts';
import { agreementArgument, asOf, home, json, knownOn } from '../flags.ts';
import { labelled, table } from '../page.ts';
import { dayOfStep, formatStep } from '../steps.ts';
import type { Words } from '../words.ts';
import type { Page, CliContext } from '../world.ts';
import { isKept } from './overview.ts';
import { warnOfUndelivered } from './undelivered.ts';
import { warnOfUnkept } from './missing-workflows.ts';

interface Flags {
  asOf?: CalendarDate;
  knownOn?: CalendarDate;
  home?: string;
  json?: boolean;
}

async function show(this: CliContext, { home: folder, json: asJson, ...days }: Flags, id: string): Promise<void> {
  const { words } = this;
  const { m, say } = words;
  const { dossier: kept, answer, standing } = await standingWithDossier(contextOf(this, folder), id, days);
  const changed = changedFile(kept.agreement, kept.description);
  if (changed && !days.knownOn) this.warn(say(m.show.changedFile, { file: changed }));
  if (!days.asOf && !days.knownOn && isKept(standing)) await warnOfUnkept(this, folder, [id]);
  const undelivered = days.asOf || days.knownOn || kept.rehearsal ? [] : await warnOfUndelivered(this, folder, id);
  if (asJson) return this.print(JSON.stringify({ ...standing, ...(undelivered.length ? { undelivered } : {}) }, null, 2));
  const { missed } = standing;
  const owed = missed
    ? `${m.decisions[missed.state]}; ${statementIn(missed.says, words.wording)}`
    : decisionInLineOf(standing.decision ?? undefined, answer, words);
  const decided = owed ? [`${this.style.strong(m.decision.label)}  ${owed}`, ''] : [];
  const amended = entriesOf(standing.entries);
  const rows = standing.entries.map(row => {
    const cells = [
      `${row.seq}`,
      row.entry.id,
      ...entryCells(row),
      say(m.show.entered, { day: words.column(enteredOn(row, kept.agreement)), by: enteredBy(row, words) }),
    ];
    return amendmentsOf(row.entry.id, amended).some(a => a.type === 'struck') ? cells.map(cell => this.style.faint(cell)) : cells;
  });
  const entered = table(m.show.columns, rows, this);
  const described = labelled(describedIn(kept.agreement, words), this);
  this.print(
    [standingPage(answer, kept.agreement, this), '', described, '', ...decided, clausesTable(standing.clauses, this), '', entered].join(
      '\n',
    ),
  );

  function entryCells(row: Row): [what: string, knownFrom: string] {
    const { entry } = row;
    if (entry.type === 'notice.step' || entry.type === 'protocol.step') return [formatStep(entry, words), words.column(dayOfStep(entry))];
    if (entry.type !== 'described')
      return [[formatEntry(entry, words), ...marksOf(entry.id, amended, words)].join('; '), words.column(recordedOn(entry))];
    return [say(m.show.description, { reason: entry.reason ?? 'none' }), words.column(enteredOn(row, kept.agreement))];
  }
}

function enteredBy({ entered: { by }, authority }: AgreementStanding['entries'][number], { m, say }: Words): string {
  if (!authority) return by;
  const { person, actsFor } = authority;
  const actor = person === by ? by : say(m.show.enteredBy, { by, person });
  return actsFor === everyParty ? actor : say(m.show.enteredFor, { actor, party: actsFor });
}

function clausesTable(lines: AgreementStanding['clauses'], page: Page): string {
  const { words } = page;
  const { clauseColumns, notInForce, how } = words.m.show;
  const rows = lines.map(l => [
    words.wording.clauses.names[l.clause],
    l.value,
    l.article ? words.columnBasis(l.article) : '',
    instrumentIn(l.instrument, words.wording),
    `${l.since ? words.column(l.since) : notInForce}${l.how ? how[l.how] : ''}`,
  ]);
  return table(clauseColumns, rows, page);
}

/** The file with that id in agreements/, if its description differs from the one in use. */
function changedFile({ id }: Agreement, used: string): string | undefined {
  const file = listAgreements().find(a => a.id === id)?.file;
  try {
    return file && descriptionHash(loadAgreement(file).agreement) !== used ? file : undefined;
  } catch {
    return file;
  }
}

export const command = define<Flags, [string]>({
  usage: ['<agreement> [--as-of DATE] [--known-on DATE] [--json]'],
  examples: `
  npx servanda agreement show kz-az-2004-government-communications
  npx servanda agreement show kz-az-2004-government-communications --as-of 2028-02-01 --known-on 2028-01-10 --json`,
  parameters: { positional: agreementArgument, flags: { asOf, knownOn, home, json } },
  func: show,
});
