/**
 * Fills a register with many agreements. The activities open one and record its facts as its workflow would; its lines are then sealed
 * again under each id, all openings first. The result is like the register of a service that onboarded all of them and ran for a while.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createStepAgreement, type AgreementCommand } from '../activities/step-agreement.ts';
import { contentHash } from '../register/canonical.ts';
import { openRegisters, type Registers } from '../register/home.ts';
import { contentOf, sealedAfter } from '../register/lines.ts';
import { packed } from '../register/packed.ts';
import type { Description, Line, SealedLine } from '../register/types.ts';
import type { ArmedPlan } from '../workflows/messages.ts';
import { benchAgreement } from './family.ts';

/** The instant in 2026 at which all are onboarded, and one on the day after. */
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

/** The lines that the activities write for one agreement: at its opening, and for later facts. */
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
    for (const { seq, step } of await register.outbox(agreementId(0)))
      if (step === 'performed') await register.delivered(agreementId(0), { outbox: seq, ...letter }, later);
    const all: SealedLine[] = [];
    await register.everything(async lines => {
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

/** Steps of an agreement, as its workflow would request them. */
export function keeperOf(registers: Registers): Keeper {
  const step = createStepAgreement({ registers, log: { info: () => {}, error: () => {} } });
  return async (agreement, now, asked, before) => {
    const request = { agreement, rehearsal: false, now, head: before?.head ?? 0, previous: before, asked };
    const { head, plan } = await step(request, { audience: 'none' });
    return { ...plan, head };
  };
}

export function open(registers: Registers, id: string): Promise<Known> {
  const description = { ...benchAgreement, id, rehearsal: false, title: { en: 'Agreement on cooperation in government communications' } };
  return keeperOf(registers)(id, taken, { kind: 'open', open: { description, facts, by: 'desk' } });
}

/** Writes each part for every agreement before the next part, numbered and sealed under each id as the register does. */
function* sealedAnew(parts: readonly (readonly SealedLine[])[], agreements: number): Generator<SealedLine> {
  let last: SealedLine | undefined;
  const own = new Map<string, SealedLine>();
  for (const part of parts)
    for (let n = 0; n < agreements; n++)
      for (const line of part) {
        const agreement = agreementId(n);
        const { kind, by, at } = line;
        last = sealedAfter(last, own.get(agreement), { agreement, kind, by, at, body: packed(under(agreement, line)) });
        own.set(agreement, last);
        yield last;
      }
}

/** The content of a line, with its description changed to another id. */
export function under(agreement: string, line: SealedLine): object {
  const body = contentOf(line) as { entries?: Line[] };
  const entries = body.entries?.map(e => (e.type === 'described' ? describedAs(agreement, e) : e));
  return { ...body, ...(entries ? { entries } : {}) };
}

function describedAs(agreement: string, described: Description): Description {
  const content = { ...(described.content as object), id: agreement };
  return { ...described, content, hash: contentHash(content) };
}
