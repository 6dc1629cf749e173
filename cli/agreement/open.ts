/** servanda agreement open: from then on the agreement is kept. Opening it again changes nothing. */
import { buildCommand } from '@stricli/core';
import { agreementFile } from '../../agreements/find.ts';
import { loadAgreement } from '../../agreements/load.ts';
import { file, home, json, text } from '../flags.ts';
import { tellWarnings } from './findings-page.ts';
import { openAgreement } from './opening.ts';
import { registersOf } from '../registers.ts';
import { withService } from '../service/service.ts';
import type { World } from '../world.ts';

interface Flags {
  by?: string;
  home?: string;
  json?: boolean;
}

async function open(this: World, { by, home: folder, json: asJson }: Flags, given: string): Promise<void> {
  const loaded = loadAgreement(agreementFile(given));
  const opened = await withService(this, folder, async service => {
    const registers = await registersOf(this, service.home);
    return openAgreement(this, service, registers, loaded, by ?? this.user);
  });
  tellWarnings(this, loaded);
  for (const note of opened.notes) this.tell(note);
  const { agreement, state } = opened;
  const words =
    state === 'opened'
      ? 'is open: it is kept from now on.'
      : state === 'over'
        ? 'is over, and nothing is pending: it is not started again. A later fact does that by itself.'
        : 'was open already: nothing changed.';
  this.print(asJson ? JSON.stringify(opened, null, 2) : `${agreement} ${words}`);
}

export const command = buildCommand<Flags, [string], World>({
  docs: {
    brief: 'Open an agreement: from then on it is kept',
    customUsage: ['<file> [--by NAME] [--json]'],
    fullDescription: `Enters an agreement's description and the facts of its file in the register, and starts to keep it. Opened again, nothing changes:
a file changed since is shown, and not used until agreement redescribe.

EXAMPLES
  npx servanda agreement open kz-az-2004-government-communications
  npx servanda agreement open docs/rehearsal.yaml
  npx servanda agreement open agreements/es-za-1998-investment.yaml --by "Treaty desk"`,
  },
  parameters: { positional: file, flags: { by: text('NAME', 'Who opens it (default: your user name)'), home, json } },
  func: open,
});
