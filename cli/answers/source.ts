/** Whether an answer comes from the register or from a file, and the report of which: an id prefers the register's agreement. */
import { agreementFile, isPath, listAgreements } from '../../agreements/find.ts';
import { loadAgreement } from '../../agreements/load.ts';
import { loadVisibleDossier } from '../../client/answers.ts';
import { contextOf } from '../client.ts';
import { keptIds, standingOf, type AnswerSource, type AnswerDays, type FactFiles } from '../../client/dossiers.ts';
import type { Dossier } from '../../machines/ledger.ts';
import type { Answer } from '../../wording/answer.ts';
import type { Context } from '../../client/context.ts';
import { UsageError } from '../failures.ts';
import type { CliContext } from '../world.ts';

export interface SourceFlags extends FactFiles {
  /** Uses only the register. */
  register?: boolean | undefined;
  home?: string | undefined;
}

export interface Source {
  source: AnswerSource;
  /** Call it after the answer: reports the source if it could have been either. */
  sayFrom: () => void;
}

/** The standing that `timeline` and `explain` print, with its dossier. */
export async function standingAsked(
  world: CliContext,
  given: string,
  { facts, addFacts, register, home, ...days }: SourceFlags & AnswerDays,
): Promise<{ dossier: Dossier; standing: Answer; sayFrom: () => void }> {
  const context = contextOf(world, home);
  const { source, sayFrom } = await sourceOf(world, given, { facts, addFacts, register, home });
  const dossier = await loadVisibleDossier(context, source, days);
  return { dossier, standing: await standingOf(context, dossier, days), sayFrom };
}

/** A path, or a file of facts, selects the file; so does an id that the register does not have. */
export async function sourceOf(world: CliContext, given: string, { facts, addFacts, register, home }: SourceFlags): Promise<Source> {
  const context = contextOf(world, home);
  const { m, say } = world.words;
  const withFacts = facts !== undefined || addFacts !== undefined;
  if (register && withFacts) throw new UsageError(m.source.registerOrFacts);
  const asFile = !register && (isPath(given) || withFacts);
  const kept = await registeredId(context, asFile && isPath(given) ? () => loadAgreement(agreementFile(given)).agreement.id : () => given);
  const isOfFile = asFile || (!kept && !register);
  if (withFacts && kept && !isPath(given) && !listAgreements().some(a => a.id === given))
    throw new UsageError(say(m.source.noFileForFacts, { agreement: given }));
  if (isOfFile) agreementFile(given, { kept: await idsKept(context) });
  const factsFlag = facts === undefined ? '--add-facts' : '--facts';
  const from =
    kept &&
    (isOfFile
      ? say(m.source.fromFile, {
          file: agreementFile(given),
          agreement: kept,
          home: context.home,
          facts: isPath(given) ? 'none' : factsFlag,
        })
      : say(m.source.fromRegister, { home: context.home }));
  return { source: isOfFile ? { file: given, facts, addFacts } : given, sayFrom: () => from && world.warn(from) };
}

/** The known ids, to suggest one for a mistyped id. */
const idsKept = async (context: Context): Promise<string[]> => (context.hasRegister() ? keptIds(await context.registersThere()) : []);

/** The agreement's id, if a register has it. */
async function registeredId(context: Context, idOf: () => string): Promise<string | undefined> {
  if (!context.hasRegister()) return undefined;
  const id = idOf();
  const found = await (await context.registersThere()).find(id);
  return found && id;
}
