/** servanda register compare: checks that Temporal matches the register; with --repair, restores the match. */
import type { Compared } from '../../reconciliation/compare.ts';
import type { Difference } from '../../reconciliation/differences.ts';
import type { Keeper } from '../../reconciliation/rebuild.ts';
import type { Repair } from '../../reconciliation/repair.ts';
import { differenceIn, repairIn } from '../../wording/differences/sentence.ts';
import { formatMove } from '../answers/consequences.ts';
import { define } from '../define.ts';
import { CommandFailed } from '../failures.ts';
import { agreementsArgument, home, json, yesOrNo } from '../flags.ts';
import { Progress } from '../progress.ts';
import { fromRegister, keptIds } from '../../client/dossiers.ts';
import { withKeeper } from '../../client/keeper.ts';
import { contextOf } from '../client.ts';
import type { Words } from '../words.ts';
import type { CliContext } from '../world.ts';

interface Flags {
  repair?: boolean;
  home?: string;
  json?: boolean;
}

/** One agreement that differs: what was found, what was repaired, what remains. */
interface Differs {
  agreement: string;
  differences: Difference[];
  done: Repair[];
  left: Difference[];
}

async function compare(this: CliContext, { repair = false, home: folder, json: asJson }: Flags, ...named: string[]): Promise<void> {
  const { fewAtOnce, mapConcurrently } = await import('../../reconciliation/map-concurrently.ts');
  const { m, say } = this.words;
  const { compare: texts } = m.administration;
  const found: Differs[] = [];
  let [agreements, workflows] = [0, 0];
  await withKeeper(contextOf(this, folder), async keeper => {
    for (const id of named) await fromRegister(this.words.wording, keeper.registers, id);
    const ids = named.length ? named : await keptIds(keeper.registers);
    const progress = new Progress(this, ids.length, 'agreements');
    await mapConcurrently(ids, fewAtOnce, async agreement => {
      const one = await compared(keeper, agreement, repair, this);
      agreements += 1;
      workflows += one.workflows;
      if (one.differences.length) {
        found.push(one);
        if (!asJson) print(one, repair, progress, this);
      }
      progress.advance();
    });
    progress.clear();
  });
  const left = found.filter(f => f.left.length).length;
  if (asJson) this.print(JSON.stringify({ agreements, workflows, differ: found.map(one => toPrint(this.words, one)), left }, null, 2));
  else this.print(summary({ agreements, workflows, differ: found.length, left }, repair, this.words));
  if (left)
    throw new CommandFailed(
      repair ? say(texts.stillLeft, { left }) : say(texts.toRepair, { left, named: [...named, '--repair'].join(' ') }),
    );
}

/** Compares one agreement. If it can't be compared, that is reported as a difference, and the others continue. */
async function compared(keeper: Keeper, agreement: string, repair: boolean, world: CliContext): Promise<Differs & { workflows: number }> {
  const { compare: look } = await import('../../reconciliation/compare.ts');
  const { compareAndRepair } = await import('../../reconciliation/repair.ts');
  const { failureOf } = await import('../../reconciliation/failure.ts');
  const { serverFaultOf } = await import('../../reconciliation/server-fault.ts');
  const now = (): number => world.now();
  try {
    const asItIs = async () => {
      const before: Compared = await look(keeper, agreement, now);
      return { before, done: [], after: before };
    };
    const { before, done, after } = repair ? await compareAndRepair(keeper, agreement, now) : await asItIs();
    return { agreement, workflows: before.workflows, differences: before.differences, done, left: after.differences };
  } catch (cause) {
    if (serverFaultOf(cause)) throw cause;
    const unreadable: Difference = { workflowId: agreement, what: 'unreadable', code: 'notCompared', why: failureOf(cause) };
    return { agreement, workflows: 0, differences: [unreadable], done: [], left: [unreadable] };
  }
}

function print({ agreement, differences, done, left }: Differs, repair: boolean, progress: Progress, world: CliContext): void {
  const { m, say } = world.words;
  const { compare: texts } = m.administration;
  progress.clear();
  world.print(world.style.strong(agreement));
  const shown = {
    differences: differences.map(formatDifferences(world.words)),
    done: done.map(formatRepair(world.words)),
    left: left.map(formatDifferences(world.words)),
  };
  for (const { workflowId, words } of shown.differences) world.print(`  ${workflowId}: ${words}`);
  for (const { workflowId, words } of shown.done) world.print(`  ${say(texts.repair, { workflow: workflowId, done: words })}`);
  if (!repair) return;
  for (const { workflowId, words } of shown.left) world.print(`  ${say(texts.still, { workflow: workflowId, difference: words })}`);
}

/** The difference as data, and in the language of the answer. */
const formatDifferences =
  ({ wording }: Words) =>
  (difference: Difference): Difference & { words: string } => ({ ...difference, words: differenceIn(difference, wording) });

const formatRepair =
  (words: Words) =>
  (repair: Repair): Repair & { words: string } => ({
    ...repair,
    words: repairIn(repair, words.wording, change => words.say(words.m.moves.line, formatMove({ ...change, of: null }, words))),
  });

const toPrint = (words: Words, { differences, done, left, ...rest }: Differs): object => ({
  ...rest,
  differences: differences.map(formatDifferences(words)),
  done: done.map(formatRepair(words)),
  left: left.map(formatDifferences(words)),
});

function summary(
  { agreements, workflows, differ, left }: { agreements: number; workflows: number; differ: number; left: number },
  repair: boolean,
  { m, say }: Words,
): string {
  const { compare: texts } = m.administration;
  const looked = say(texts.looked, { agreements, workflows });
  return differ ? say(texts.differed, { looked, differ, left, repaired: repair ? differ - left : 'none' }) : say(texts.same, { looked });
}

export const command = define<Flags, string[]>({
  usage: ['[agreement...] [--repair] [--json] [--home FOLDER]'],
  examples: `
  npx servanda register compare
  npx servanda register compare kz-az-2004-government-communications --json
  npx servanda register compare --repair`,
  parameters: {
    positional: agreementsArgument,
    flags: { repair: yesOrNo('repair'), home, json },
  },
  func: compare,
});
