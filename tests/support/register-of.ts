/** A register in a folder without a service: each agreement with its description and facts, as a reading command finds it. */
import { descriptionHash } from '../../dossier/description.ts';
import { loadDossier, planFor } from '../../dossier/dossier.ts';
import { project } from '../../dossier/listing.ts';
import { stepsOf } from '../../dossier/outbox.ts';
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

/** The reminders that are owed at an instant, sent: nothing else of the plan is done. */
export async function remindIn(home: string, id: string, now: number): Promise<void> {
  const registers = await openRegisters(home);
  const dossier = (await loadDossier(registers, id))!;
  const owed = planFor(dossier, now).owed.filter(({ act }) => act.kind === 'remind');
  await registers.of(dossier.rehearsal).perform(id, stepsOf(owed, []), now);
  await registers.close();
}
