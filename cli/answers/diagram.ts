/** servanda diagram: the life of an instrument, drawn from its machine, as Mermaid. */
import { buildCommand } from '@stricli/core';
import { machines, type MachineName } from '../../machines/index.ts';
import { toMermaid } from '../../machines/mermaid.ts';
import { BadInput } from '../failures.ts';
import type { World } from '../world.ts';

function diagram(this: World, _flags: object, instrument: string): void {
  if (!Object.hasOwn(machines, instrument))
    throw new BadInput(this.words.say(this.words.m.source.noDiagram, { given: instrument, known: Object.keys(machines).join(', ') }));
  this.print(toMermaid(machines[instrument as MachineName]).trimEnd());
}

export const command = buildCommand<object, [string], World>({
  docs: {
    brief: 'The life of an instrument as a Mermaid diagram',
    customUsage: ['[agreement|protocol|notice]'],
    fullDescription: `The life of an agreement, of a protocol or of a notice, drawn from the machine that decides what may happen next. Mermaid text,
as GitHub and many editors show it.

EXAMPLES
  npx servanda diagram
  npx servanda diagram protocol > protocol.mmd`,
  },
  parameters: {
    positional: {
      kind: 'tuple',
      parameters: [
        {
          placeholder: 'instrument',
          brief: 'agreement, protocol or notice',
          parse: (value: string): string => value,
          default: 'agreement',
        },
      ],
    },
  },
  func: diagram,
});
