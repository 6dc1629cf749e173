/**
 * Fills a home with many agreements as the desk finds them after a night: a few hundred invented ones, spread over the days of five years
 * and over pairs of States, are copied under as many ids as requested. Their lines are sealed under each id and their projections copied,
 * which avoids folding each one.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addDays, date } from '../clauses/calendar.ts';
import { descriptionHash } from '../dossier/description.ts';
import { project } from '../dossier/listing.ts';
import { openRegisters } from '../register/home.ts';
import { sealedAfter } from '../register/lines.ts';
import { packed } from '../register/packed.ts';
import type { Line, Projection, SealedLine } from '../register/types.ts';
import { enter } from '../tests/support/enter.ts';
import { inForceFrom, testAgreement } from '../tests/support/test-agreement.ts';
import { under } from './register-fill.ts';

export const now = Date.UTC(2026, 10, 29, 9);

const states = ['KZ', 'AZ', 'UZ', 'TR', 'DE', 'FR', 'JP', 'IN', 'BR', 'ZA'];
const patterns = 365;
const entered = { by: 'desk', at: now };

export const deskAgreement = (n: number): string => `desk-${String(n).padStart(6, '0')}`;

interface Pattern {
  lines: readonly SealedLine[];
  projection: Projection;
}

async function fillDesk(home: string, agreements: number): Promise<void> {
  const made = await patternsOf(Math.min(patterns, agreements));
  const registers = await openRegisters(home);
  try {
    await registers.of(false).restore(underEachId(made, agreements));
    const ids = Array.from({ length: agreements }, (_, n) => n);
    await registers.of(false).project(
      ids.map(n => {
        const { projection } = made[n % made.length]!;
        const body = JSON.parse(JSON.stringify(projection.body).replaceAll(projection.agreement, deskAgreement(n))) as object;
        return { ...projection, agreement: deskAgreement(n), body };
      }),
    );
  } finally {
    await registers.close();
  }
}

async function patternsOf(count: number): Promise<Pattern[]> {
  const home = mkdtempSync(join(tmpdir(), 'servanda-bench-'));
  const registers = await openRegisters(home);
  try {
    const register = registers.of(false);
    const ids = Array.from({ length: count }, (_, n) => `pattern-${String(n).padStart(3, '0')}`);
    for (const [n, id] of ids.entries()) {
      const [one, other] = [states[n % states.length]!, states[(n + 1 + (n % 7)) % states.length]!];
      const parties = [one, other === one ? 'US' : other].map(p => ({ id: p, name: { en: `Government of ${p}` }, zone: 'Asia/Almaty' }));
      const titles = { en: `Agreement ${id} on cooperation`, ru: `Соглашение ${id} о сотрудничестве` };
      const content = testAgreement(id, { rehearsal: false, title: titles, parties });
      const inForce = addDays(date('2021-12-01'), Math.floor((n * 1825) / count));
      const facts = inForceFrom(inForce).map(f => ('by' in f ? { ...f, by: f['by'] === 'KZ' ? parties[0]!.id : parties[1]!.id } : f));
      const described = { type: 'described', id: 'description-1', hash: descriptionHash(content), content };
      for (const line of [described, ...facts]) await enter(register, id, line as Line, entered);
    }
    await project(registers, ids, now);
    const lines: SealedLine[] = [];
    await register.everything(async all => {
      for await (const line of all) lines.push(line);
    });
    const projections = await register.projections();
    return projections.map(projection => ({ projection, lines: lines.filter(l => l.agreement === projection.agreement) }));
  } finally {
    await registers.close();
    rmSync(home, { recursive: true });
  }
}

function* underEachId(made: readonly Pattern[], agreements: number): Generator<SealedLine> {
  let last: SealedLine | undefined;
  for (let n = 0; n < agreements; n++) {
    let own: SealedLine | undefined;
    const agreement = deskAgreement(n);
    for (const line of made[n % made.length]!.lines) {
      const { kind, by, at } = line;
      last = own = sealedAfter(last, own, { agreement, kind, by, at, body: packed(under(agreement, line)) });
      yield last;
    }
  }
}

// Runs in a separate process, so that its memory does not count as the desk's.
const [script, folder, count] = process.argv.slice(1);
if (folder && script === fileURLToPath(import.meta.url)) await fillDesk(folder, Number(count));
