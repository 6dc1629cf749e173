/** The values that a shell completes for a flag or an argument, by the name of its help text. Fast: reads local files and no server. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FlagId } from '../../wording/help/en.ts';
import type { CliContext } from '../world.ts';

type Values = (world: CliContext) => Promise<readonly string[]>;

const kept: Values = async world => {
  const { contextOf } = await import('../client.ts');
  const context = contextOf(world, undefined);
  if (world.process.env['DATABASE_URL'] || !existsSync(join(context.home, 'register.db'))) return [];
  const registers = await context.registersThere();
  const ids = await Promise.all([false, true].map(rehearsals => registers.of(rehearsals).agreements()));
  return ids.flat().sort();
};

const inFiles: Values = async () => {
  const { listAgreements } = await import('../../agreements/find.ts');
  return listAgreements().map(a => a.id);
};

const values: Partial<Record<FlagId, Values>> = {
  agreement: kept,
  agreements: kept,
  fileOrId: async world => [...new Set([...(await kept(world)), ...(await inFiles(world))])].sort(),
  file: inFiles,
  files: inFiles,
  type: async () => (await import('../../machines/facts.ts')).recordedTypes,
  kind: async () => (await import('../../machines/notice/content.ts')).noticeKinds,
  channel: async () => (await import('../../clauses/desk.ts')).channels,
  printFormat: async () => ['pdf', 'docx'],
  certificateFormat: async () => ['pdf', 'json'],
  instrument: async () => ['agreement', 'protocol', 'notice'],
  shell: async () => (await import('./scripts.ts')).shells,
};

/** In the form of a Stricli parameter; empty for a free value. Errors are ignored and yield no completions. */
export function proposing(brief: FlagId): { proposeCompletions?: (this: CliContext, partial: string) => Promise<readonly string[]> } {
  const known = values[brief];
  if (!known) return {};
  return {
    async proposeCompletions(partial) {
      const all = await known(this).catch(() => []);
      return all.filter(value => value.startsWith(partial));
    },
  };
}
