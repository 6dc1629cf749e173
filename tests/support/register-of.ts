/** A register in a folder without a service: each agreement with its description and facts, as a reading command finds it. */
import { descriptionHash } from '../../dossier/description.ts';
import { project } from '../../dossier/listing.ts';
import { openRegisters } from '../../register/home.ts';
import type { Line } from '../../register/types.ts';
import { enter } from './enter.ts';

interface Kept {
  content: { id: string; rehearsal?: boolean };
  facts: readonly object[];
}

/** `at`: when all of it was entered. */
export async function keepIn(home: string, all: readonly Kept[], at = Date.UTC(2026, 0, 1)): Promise<void> {
  const registers = await openRegisters(home);
  for (const { content, facts } of all) {
    const lines = [{ type: 'described', id: 'description-1', hash: descriptionHash(content as never), content }, ...facts];
    for (const entry of lines) await enter(registers.of(content.rehearsal ?? false), content.id, entry as Line, { by: 'desk', at });
  }
  await registers.close();
}

/** Their projections, as calculated in advance for lists. */
export async function projectIn(home: string, ids: readonly string[], now: number): Promise<void> {
  const registers = await openRegisters(home);
  await project(registers, ids, now);
  await registers.close();
}
