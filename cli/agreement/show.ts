/** servanda agreement show: where an agreement stands by its register, and every entry of it. */
import type { RegisterDossier } from '../../dossier/dossier.ts';
import { listAgreements } from '../../agreements/find.ts';
import { loadAgreement } from '../../agreements/load.ts';
import { descriptionHash } from '../../dossier/description.ts';
import { zonesOf, type Agreement } from '../../clauses/agreement.ts';
import { legalToday, type CalendarDate } from '../../clauses/calendar.ts';
import { consolidated, type ConsolidatedLine } from '../../machines/consolidated.ts';
import { recordedOn } from '../../machines/facts.ts';
import { fold } from '../../machines/fold.ts';
import { factsKnown } from '../../machines/ledger.ts';
import type { Authorisation, Row } from '../../register/types.ts';
import { entryInWords } from '../answers/consequences.ts';
import { decisionFor } from '../../dossier/dossier.ts';
import { decisionInLineOf } from '../answers/decisions.ts';
import { define } from '../define.ts';
import { agreementArgument, asOf, home, json, knownOn } from '../flags.ts';
import { table } from '../page.ts';
import { asSeen } from '../viewing.ts';
import { isKept } from './overview.ts';
import { tellUnkept } from './unkept.ts';
import { everyParty } from '../../machines/rights.ts';
import { fromRegister, inRegisters, standingOf } from '../source.ts';
import { standingPage } from '../answers/standing-page.ts';
import { statementIn } from '../../wording/statements.ts';
import { dayOfStep, stepInWords } from '../steps.ts';
import type { Words } from '../words.ts';
import type { Page, World } from '../world.ts';

interface Flags {
  asOf?: CalendarDate;
  knownOn?: CalendarDate;
  home?: string;
  json?: boolean;
}

async function show(this: World, { home: folder, json: asJson, ...days }: Flags, id: string): Promise<void> {
  const { words } = this;
  const { m, say } = words;
  const { kept, authorisations } = await inRegisters(this, folder, async registers => {
    const dossier = await fromRegister(this.words, registers, id, days.knownOn);
    return { kept: dossier, authorisations: await registers.of(dossier.rehearsal).authorisations(id) };
  });
  const seen = await asSeen(this, folder, kept);
  const standing = standingOf(seen, this, days);
  const changed = changedFile(kept.agreement, kept.description);
  if (changed && !days.knownOn) this.tell(say(m.show.changedFile, { file: changed }));
  if (!days.asOf && !days.knownOn && isKept(standing)) await tellUnkept(this, folder, [id]);
  const clauses = clausesOf(kept, standing.asOf, days.knownOn);
  if (asJson)
    return this.print(
      JSON.stringify(
        {
          ...standing,
          rehearsal: kept.rehearsal,
          decision: decisionFor(kept, standing.asOf, days.knownOn) ?? null,
          clauses: clauses.map(line => ({ ...line, value: statementIn(line.value, words.wording), valued: line.value })),
          entries: seen.rows.map(row => ({ ...row, authority: authorityOf(row, authorisations) ?? null })),
        },
        null,
        2,
      ),
    );
  const owed = decisionInLineOf(decisionFor(kept, standing.asOf, days.knownOn), standing, words);
  const decided = owed ? [`${this.ink.strong(m.decision.label)}  ${owed}`, ''] : [];
  const rows = seen.rows.map(row => [`${row.seq}`, row.entry.id, ...told(row), enteredBy(row, authorisations, words)]);
  const entered = table(m.show.columns, rows, this);
  this.print([standingPage(standing, kept.agreement, this), '', ...decided, clausesTable(clauses, this), '', entered].join('\n'));

  function told({ entry, entered: { at } }: Row): [what: string, recorded: string] {
    if (entry.type === 'notice.step' || entry.type === 'protocol.step') return [stepInWords(entry, words), words.column(dayOfStep(entry))];
    if (entry.type !== 'described') return [entryInWords(entry, words), words.column(recordedOn(entry))];
    return [say(m.show.description, { reason: entry.reason ?? 'none' }), words.column(legalToday(at, zonesOf(kept.agreement)))];
  }
}

/** On what authority a line was entered; undefined where no right was asked for. */
function authorityOf({ entry }: Row, authorisations: readonly Authorisation[]) {
  const found = authorisations.find(a => a.entry === entry.id);
  if (!found) return undefined;
  const { identity, person, actsFor, roles, issuer } = found;
  return { identity, person, actsFor, roles, issuer };
}

function enteredBy(row: Row, authorisations: readonly Authorisation[], { m, say }: Words): string {
  const authority = authorityOf(row, authorisations);
  const { by } = row.entered;
  if (!authority) return by;
  const { person, actsFor, roles } = authority;
  const named = roles.map(role => m.roles[role]);
  const own = actsFor === everyParty ? [] : [say(m.show.enteredFor, { party: actsFor })];
  return person === by ? `${by} (${[...own, ...named].join(', ')})` : say(m.show.enteredBy, { by, person });
}

function clausesOf({ agreement, entries }: RegisterDossier, asOf: CalendarDate, knownOn: CalendarDate | undefined): ConsolidatedLine[] {
  const { facts } = factsKnown(entries, knownOn, agreement.clauses);
  return consolidated(agreement, fold(agreement, facts, agreement.reading, asOf), facts, asOf);
}

function clausesTable(lines: readonly ConsolidatedLine[], page: Page): string {
  const { words } = page;
  const { clauseColumns, notInForce, how } = words.m.show;
  const rows = lines.map(l => [
    l.clause,
    statementIn(l.value, words.wording),
    l.article ? words.columnBasis(l.article) : '',
    l.instrument,
    `${l.since ? words.column(l.since) : notInForce}${l.how ? how[l.how] : ''}`,
  ]);
  return table(clauseColumns, rows, page);
}

/** The file of that id in agreements/, when it is another description than the one in use. */
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
