/** Whether an answer comes from the register or from a file, and which of the two it says: an id is that of the register where it keeps that agreement. */
import { agreementFile, isPath } from '../../agreements/find.ts';
import { loadAgreement } from '../../agreements/load.ts';
import { contextOf } from '../client.ts';
import type { AnswerSource, FactFiles } from '../../client/dossiers.ts';
import type { Context } from '../../client/context.ts';
import { UsageError } from '../failures.ts';
import type { CliContext } from '../world.ts';

export interface SourceFlags extends FactFiles {
  /** From the register and from nothing else. */
  register?: boolean | undefined;
  home?: string | undefined;
}

/** A path, or facts given beside it, ask for the file; so does an id that the register does not keep. */
export async function sourceOf(world: CliContext, given: string, { facts, addFacts, register, home }: SourceFlags): Promise<AnswerSource> {
  const context = contextOf(world, home);
  const { m, say } = world.words;
  const file = { file: given, facts, addFacts };
  const withFacts = facts !== undefined || addFacts !== undefined;
  if (register && withFacts) throw new UsageError(m.source.registerOrFacts);
  const asFile = isPath(given) || withFacts;
  if (!register && asFile) {
    const kept = await keptIn(context, isPath(given) ? () => loadAgreement(agreementFile(given)).agreement.id : () => given);
    if (kept) world.warn(say(m.source.fromFile, { file: agreementFile(given), agreement: kept, home: context.home }));
    return file;
  }
  const kept = await keptIn(context, () => given);
  if (kept) world.warn(say(m.source.fromRegister, { home: context.home }));
  return kept || register ? given : file;
}

/** Its id, where a register keeps it. */
async function keptIn(context: Context, idOf: () => string): Promise<string | undefined> {
  if (!context.hasRegister()) return undefined;
  const id = idOf();
  const found = await (await context.registersThere()).find(id);
  return found && id;
}
