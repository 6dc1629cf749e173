/** servanda replan: lets agreements fold again, after a corrected law; their timers move to the new plan. */
import { randomUUID } from 'node:crypto';
import { changesInWords } from './entry/entering.ts';
import { define } from './define.ts';
import { BadInput } from './failures.ts';
import { home, json, yesOrNo } from './flags.ts';
import { withService } from './service/service.ts';
import { fromRegister, inRegisters, keptIds } from './source.ts';
import { send, type Addressee } from './updates.ts';
import type { World } from './world.ts';

interface Flags {
  all?: boolean;
  home?: string;
  json?: boolean;
}

async function replan(this: World, { all, home: folder, json: asJson }: Flags, ...named: string[]): Promise<void> {
  const { m, say } = this.words;
  if (!named.length === !all) throw new BadInput(m.replan.which);
  const addressees = await inRegisters(this, folder, async registers => {
    const found: Addressee[] = [];
    for (const id of all ? await keptIds(registers) : named) {
      const { rehearsal, rows } = await fromRegister(this.words, registers, id);
      found.push({ agreement: id, rehearsal, head: rows.length });
    }
    return found;
  });
  const { replan: update } = await import('../workflows/messages.ts');
  const answers = await withService(this, folder, async service => {
    const told: object[] = [];
    for (const to of addressees) {
      // Never a repeat of an earlier one: the law may have been corrected in between.
      const { standing, changed, announced, withdrawn } = await send(
        this,
        service,
        to,
        update,
        ['replan', { by: this.user }],
        `replan:${randomUUID()}`,
      );
      told.push({ agreement: to.agreement, standing, changed, announced, withdrawn });
      if (!asJson)
        this.print(
          [
            say(m.replan.moved, { agreement: to.agreement, moved: String(changed.length > 0) }),
            ...changesInWords({ changed, announced, withdrawn }, this.words),
          ].join('\n'),
        );
    }
    return told;
  });
  if (asJson) this.print(JSON.stringify(answers, null, 2));
}

export const command = define<Flags, string[]>({
  usage: ['<agreement...> [--json]', '--all [--json]'],
  examples: `
  npx servanda replan --all
  npx servanda replan rehearsal --json`,
  parameters: {
    positional: {
      kind: 'array',
      parameter: { placeholder: 'agreement', brief: 'agreements', parse: (value: string): string => value },
    },
    flags: { all: yesOrNo('replanAll'), home, json },
  },
  func: replan,
});
