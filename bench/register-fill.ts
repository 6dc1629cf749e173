/**
 * A register of many agreements. One is opened and told by the activities themselves, as its workflow would; its lines are then sealed anew
 * under each id, the openings of all first: what a service has that took up all of them and kept them for a while.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createStepAgreement, type AgreementCommand } from '../activities/step-agreement.ts';
import { contentHash } from '../register/canonical.ts';
import { beginning, nextLine, rowOf, stored } from '../register/chain.ts';
import { openRegisters, type Registers } from '../register/home.ts';
import { rowHash, sealHash } from '../register/journal.ts';
import type { DeliveryRow, EntryLine, RuleRow, SealedTable, SealRow, StepLine } from '../register/tables.ts';
import type { Description, Row, SealedLine } from '../register/types.ts';
import type { ArmedPlan } from '../workflows/messages.ts';
import { benchAgreement } from './family.ts';

/** An instant of 2026 at which all are onboarded; and one of the day after. */
const taken = Date.UTC(2026, 10, 21, 12);
export const later = taken + 86_400_000;

const facts = [
  { id: 's', type: 'signed', on: '2004-03-01', place: 'Astana' },
  { id: 'n1', type: 'completion.notified', by: 'KZ', received: '2004-06-10' },
  { id: 'n2', type: 'completion.notified', by: 'AZ', received: '2004-09-15' },
];
const recorded = [
  { id: 't1', type: 'termination.notified', by: 'AZ', received: '2026-11-21', evidence: 'note 17 of the embassy, file 7/12' },
  { id: 'r1', type: 'termination.revoked', by: 'AZ', of: 't1', received: '2026-11-22', evidence: 'note 19 of the embassy' },
  { id: 'c1', type: 'corrected', of: 'n2', recorded: '2026-11-22', dispatched: '2004-09-08', reason: 'stamp misread' },
];

export const agreementId = (n: number): string => `bench-${String(n).padStart(6, '0')}`;

/** Fills an empty register. */
export async function fill(registers: Registers, agreements: number): Promise<void> {
  const { opening, rest } = await linesOfOne();
  await registers.of(false).restore(sealedAnew([opening, rest], agreements));
}

/** What the activities write for one agreement: at its opening, and with what is recorded later. */
async function linesOfOne(): Promise<{ opening: SealedLine[]; rest: SealedLine[] }> {
  const home = mkdtempSync(join(tmpdir(), 'servanda-bench-'));
  const registers = await openRegisters(home);
  try {
    const register = registers.of(false);
    let plan = await open(registers, agreementId(0));
    const { seq: opened } = await register.head();
    for (const entry of recorded)
      plan = await keeperOf(registers)(agreementId(0), later, { kind: 'record', request: { entry, by: 'desk officer' } }, plan);
    const letter = { recipient: 'officer', way: 'email', became: 'sent', detail: '250 2.0.0 Ok: queued as 4F1B22C07D' } as const;
    for (const { seq, step } of await register.outbox())
      if (step === 'performed') await register.delivered(agreementId(0), { outbox: seq, ...letter }, later);
    const all: SealedLine[] = [];
    await register.everything(async (_, lines) => {
      for await (const line of lines) all.push(line);
    });
    return { opening: all.slice(0, opened), rest: all.slice(opened) };
  } finally {
    await registers.close();
    rmSync(home, { recursive: true });
  }
}

type Known = ArmedPlan & { head: number };
type Keeper = (agreement: string, now: number, asked: AgreementCommand, before?: Known) => Promise<Known>;

/** Steps of an agreement, as its workflow asks for them. */
export function keeperOf(registers: Registers): Keeper {
  const step = createStepAgreement({ registers, log: { info: () => {}, error: () => {} } });
  return async (agreement, now, asked, before) => {
    const { head, plan } = await step({
      agreement,
      rehearsal: false,
      now,
      head: before?.head ?? 0,
      previous: before,
      asked,
      audience: 'none',
    });
    return { ...plan, head };
  };
}

export function open(registers: Registers, id: string): Promise<Known> {
  const description = { ...benchAgreement, id, rehearsal: false, title: { en: 'Agreement on cooperation in government communications' } };
  return keeperOf(registers)(id, taken, { kind: 'open', open: { description, facts, by: 'desk' } });
}

/** Each part for every agreement, then the next part. */
function* sealedAnew(parts: readonly (readonly SealedLine[])[], agreements: number): Generator<SealedLine> {
  const desk = new Sealing();
  for (const part of parts)
    for (let n = 0; n < agreements; n++) for (const { seal, row } of part) yield desk.anew(seal.kept_in, row, agreementId(n));
}

interface Own {
  seal?: SealRow;
  entry?: Row;
  /** The numbers of its lines of the outbox: here by those of the one that is copied. */
  outbox: Map<number, number>;
  description: string;
}

/** Numbers, chains and seals lines under another agreement, as the register does. */
class Sealing {
  private last: SealRow | undefined;
  private readonly seqs: Record<SealedTable, number> = {
    entries: 0,
    outbox: 0,
    deliveries: 0,
    rules: 0,
    authorities: 0,
    revocations: 0,
    authorisations: 0,
  };
  private readonly all = new Map<string, Own>();

  anew(table: SealedTable, row: SealedLine['row'], agreement: string): SealedLine {
    const own = this.all.get(agreement) ?? { outbox: new Map<number, number>(), description: '' };
    this.all.set(agreement, own);
    const line = this.lineOf(table, row, agreement, own);
    const bare = {
      seq: (this.last?.seq ?? 0) + 1,
      agreement,
      place: (own.seal?.place ?? 0) + 1,
      kept_in: table,
      line: line.seq,
      content: rowHash(line),
      previous: own.seal?.hash ?? beginning,
      previous_of_all: this.last?.hash ?? beginning,
    };
    own.seal = this.last = { ...bare, hash: sealHash(bare) };
    return { seal: own.seal, row: line };
  }

  private lineOf(table: SealedTable, row: SealedLine['row'], agreement: string, own: Own): SealedLine['row'] {
    const seq = ++this.seqs[table];
    switch (table) {
      case 'entries': {
        const { entry, entered } = rowOf(row as EntryLine);
        const under = entry.type === 'described' ? describedAs(agreement, entry) : entry;
        if (under.type === 'described' && 'hash' in under) own.description = under.hash;
        own.entry = nextLine(own.entry, { agreement, entry: under, entered });
        return stored(own.entry);
      }
      case 'outbox':
        own.outbox.set(row.seq, seq);
        return { ...(row as StepLine), agreement, seq };
      case 'deliveries':
        return { ...(row as DeliveryRow), agreement, seq, outbox: own.outbox.get((row as DeliveryRow).outbox)! };
      case 'rules':
        return { ...(row as RuleRow), agreement, seq, description: own.description };
      case 'authorities':
      case 'revocations':
      case 'authorisations':
        throw new Error(`Rights are not asked for here: no line of ${table}.`);
      default:
        return table satisfies never;
    }
  }
}

function describedAs(agreement: string, described: Description): Description {
  const content = { ...(described.content as object), id: agreement };
  return { ...described, content, hash: contentHash(content) };
}
