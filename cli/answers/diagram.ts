/** servanda diagram: the life of an instrument, drawn from its machine, as Mermaid. */
import { machines, type MachineName } from '../../machines/index.ts';
import { toMermaid } from '../../machines/mermaid.ts';
import { define } from '../define.ts';
import { UsageError } from '../failures.ts';
import { argument, positional } from '../flags.ts';
import type { CliContext } from '../world.ts';

function diagram(this: CliContext, _flags: object, instrument: string): void {
  if (!Object.hasOwn(machines, instrument))
    throw new UsageError(this.words.say(this.words.m.source.noDiagram, { given: instrument, known: Object.keys(machines).join(', ') }));
  // The output is read by a program, so it is not wrapped to the terminal's width.
  this.process.stdout.write(toMermaid(machines[instrument as MachineName]));
}

export const command = define<object, [string]>({
  usage: ['[agreement|protocol|notice]'],
  examples: `
  npx servanda diagram
  npx servanda diagram protocol > protocol.mmd`,
  parameters: {
    positional: positional({ ...argument('instrument', 'instrument'), default: 'agreement' }),
  },
  func: diagram,
});
