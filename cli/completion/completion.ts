/** servanda completion: prints the script that lets a shell complete command lines. */
import { inPackage } from '../../package-root.ts';
import { define } from '../define.ts';
import { oneOf, positional } from '../flags.ts';
import type { CliContext } from '../world.ts';
import { scripts, shells, type Shell } from './scripts.ts';

function completion(this: CliContext, _: object, shell: Shell): void {
  this.print(scripts[shell]([process.execPath, inPackage('cli/servanda.mjs')]));
}

export const command = define<object, [Shell]>({
  usage: [`<${shells.join('|')}>`],
  examples: `
  npx servanda completion bash
  npx servanda completion zsh`,
  values: { shells: shells.join(', ') },
  parameters: {
    positional: positional({ placeholder: 'shell', brief: 'shell', parse: oneOf<Shell>(shells) }),
    flags: {},
  },
  func: completion,
});
