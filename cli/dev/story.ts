/** servanda dev story: prints a rehearsal in the register as a test for servanda/testing. */
import { storyTest } from '../../client/rehearsal-test.ts';
import { contextOf } from '../client.ts';
import { define } from '../define.ts';
import { agreementArgument, home } from '../flags.ts';
import type { CliContext } from '../world.ts';

interface Flags {
  home?: string;
}

async function story(this: CliContext, { home: folder }: Flags, id: string): Promise<void> {
  this.process.stdout.write(await storyTest(contextOf(this, folder), id));
}

export const command = define<Flags, [string]>({
  usage: ['<rehearsal> [--home FOLDER]'],
  examples: `
  npx servanda dev story kz-az-2004-government-communications-rehearsal-1 > story.test.ts`,
  parameters: { positional: agreementArgument, flags: { home } },
  func: story,
});
