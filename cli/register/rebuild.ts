/** servanda register rebuild: restarts from the register whatever Temporal is missing. */
import type { StartedWorkflow } from '../../reconciliation/rebuild.ts';
import { define } from '../define.ts';
import { CommandFailed } from '../failures.ts';
import { home, json, yesOrNo } from '../flags.ts';
import { table } from '../page.ts';
import { Progress } from '../progress.ts';
import { keptIds } from '../../client/dossiers.ts';
import { isNotKept, notStarted, startMissing, withKeeper } from '../../client/keeper.ts';
import { contextOf } from '../client.ts';
import type { CliContext } from '../world.ts';

interface Flags {
  dryRun?: boolean;
  home?: string;
  json?: boolean;
}

type Tally = Record<StartedWorkflow['kind'], Record<StartedWorkflow['became'], number>>;

async function rebuild(this: CliContext, { dryRun = false, home: folder, json: asJson }: Flags): Promise<void> {
  const { fewAtOnce, mapConcurrently } = await import('../../reconciliation/map-concurrently.ts');
  const { m, say } = this.words;
  const { rebuild: texts } = m.administration;
  const tally = emptyTally();
  const failures: StartedWorkflow[] = [];
  let inVain = 0;
  await withKeeper(contextOf(this, folder), async keeper => {
    const ids = await keptIds(keeper.registers);
    const progress = new Progress(this, ids.length, 'agreements');
    await mapConcurrently(ids, fewAtOnce, async agreement => {
      for (const taken of await startMissing(keeper, { agreement, now: this.now(), dryRun })) {
        tally[taken.kind][taken.became] += 1;
        if (isNotKept(taken)) failures.push(taken);
        inVain = taken.became === 'unanswered' ? inVain + 1 : 0;
        if (inVain >= 3 * fewAtOnce) throw new CommandFailed(texts.nobodyAnswers);
      }
      progress.advance();
    });
    progress.clear();
  });
  if (asJson)
    this.print(
      JSON.stringify(
        { dryRun, ...tally, failures: failures.map(one => ({ ...one, words: notStarted(one, this.words.wording) })) },
        null,
        2,
      ),
    );
  else this.print(tallyPage(tally, dryRun, this));
  const count = failures.length;
  if (count)
    throw new CommandFailed(
      [...(asJson ? [] : failures.map(one => notStarted(one, this.words.wording))), say(texts.failed, { count })].join('\n'),
    );
}

const emptyTally = (): Tally => {
  const none = () => ({ started: 0, running: 0, missing: 0, unanswered: 0, failed: 0 });
  return { agreement: none(), notice: none(), protocol: none(), delivery: none() };
};

function tallyPage(tally: Tally, dryRun: boolean, world: CliContext): string {
  const { kinds, columns, dryColumns } = world.words.m.administration.rebuild;
  const rows = (Object.keys(kinds) as StartedWorkflow['kind'][]).map(kind => {
    const { started, running, missing, unanswered, failed } = tally[kind];
    return [kinds[kind], `${dryRun ? missing : started}`, `${running}`, `${unanswered}`, `${failed}`];
  });
  return table(dryRun ? dryColumns : columns, rows, world);
}

export const command = define<Flags, []>({
  usage: ['[--dry-run] [--json] [--home FOLDER]'],
  examples: `
  npx servanda register rebuild
  npx servanda register rebuild --dry-run --json`,
  parameters: { flags: { dryRun: yesOrNo('rebuildDryRun'), home, json } },
  func: rebuild,
});
