/** servanda agreement open: opens an agreement, which the service keeps from then on. Opening it again changes nothing. */
import { agreementFile } from '../../agreements/find.ts';
import { loadAgreement } from '../../agreements/load.ts';
import { define } from '../define.ts';
import { file, home, json, text } from '../flags.ts';
import { warnOfFindings } from './findings-page.ts';
import { openAgreement } from '../../client/opening.ts';
import { contextOf } from '../client.ts';
import type { CliContext } from '../world.ts';

interface Flags {
  by?: string;
  home?: string;
  json?: boolean;
}

async function open(this: CliContext, { by, home: folder, json: asJson }: Flags, given: string): Promise<void> {
  const loaded = loadAgreement(agreementFile(given));
  const opened = await openAgreement(contextOf(this, folder), loaded, by);
  warnOfFindings(this, loaded);
  for (const note of opened.notes) this.warn(note);
  const { agreement, state } = opened;
  const { m, say } = this.words;
  const text = { opened: m.open.opened, over: m.open.over, 'open already': m.open.already }[state];
  this.print(asJson ? JSON.stringify(opened, null, 2) : say(text, { agreement }));
}

export const command = define<Flags, [string]>({
  usage: ['<file> [--by NAME] [--json]'],
  examples: `
  npx servanda agreement open kz-az-2004-government-communications
  npx servanda agreement open docs/rehearsal.yaml
  npx servanda agreement open agreements/es-za-1998-investment.yaml --by "Treaty desk"`,
  parameters: { positional: file, flags: { by: text('NAME', 'openBy'), home, json } },
  func: open,
});
