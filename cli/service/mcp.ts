/** servanda mcp: offers the register's answers as tools of the Model Context Protocol, over standard input and output. */
import { contextOf } from '../client.ts';
import { define } from '../define.ts';
import { home, positional, text } from '../flags.ts';
import { ownVersion, type CliContext } from '../world.ts';

interface Flags {
  person?: string;
  home?: string;
}

async function serve(this: CliContext, { home: folder, person }: Flags): Promise<void> {
  const { overStdio } = await import('../../mcp/stdio.ts');
  const context = contextOf(this, folder);
  await overStdio(person === undefined ? context : { ...context, person }, ownVersion());
}

export const command = define<Flags, []>({
  usage: ['[--person NAME] [--home FOLDER]'],
  examples: `
  npx servanda mcp
  npx servanda mcp --person "desk 3"`,
  parameters: {
    positional: positional(),
    flags: { person: text('NAME', 'mcpPerson'), home },
  },
  func: serve,
});
