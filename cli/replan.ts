/** servanda replan: folds agreements again after a correction of the rules, and re-arms their timers to the new plan. */
import { formatChanges } from './entry/entering.ts';
import { define } from './define.ts';
import { UsageError } from './failures.ts';
import { agreementsArgument, home, json, yesOrNo } from './flags.ts';
import { fromRegister, keptIds } from '../client/dossiers.ts';
import { contextOf, servandaOf } from './client.ts';
import type { CliContext } from './world.ts';

interface Flags {
  all?: boolean;
  home?: string;
  json?: boolean;
}

async function replan(this: CliContext, { all, home: folder, json: asJson }: Flags, ...named: string[]): Promise<void> {
  const { m, say } = this.words;
  if (!named.length === !all) throw new UsageError(m.replan.which);
  const registers = await contextOf(this, folder).registersThere();
  const ids = all ? await keptIds(registers) : named;
  for (const id of ids) await fromRegister(this.words.wording, registers, id); // reports an unknown agreement before folding any
  const answers: object[] = [];
  for (const agreement of ids) {
    const answer = await servandaOf(this, folder).replan(agreement);
    answers.push({ agreement, ...answer });
    if (!asJson)
      this.print(
        [say(m.replan.moved, { agreement, moved: String(answer.changed.length > 0) }), ...formatChanges(answer, this.words)].join('\n'),
      );
  }
  if (asJson) this.print(JSON.stringify(answers, null, 2));
}

export const command = define<Flags, string[]>({
  usage: ['<agreement...> [--json]', '--all [--json]'],
  examples: `
  npx servanda replan --all
  npx servanda replan rehearsal --json`,
  parameters: {
    positional: agreementsArgument,
    flags: { all: yesOrNo('replanAll'), home, json },
  },
  func: replan,
});
