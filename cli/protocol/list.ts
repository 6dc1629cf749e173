/** servanda protocol list: lists the protocols of one agreement or of all, with what each is waiting for. */
import { define } from '../define.ts';
import { failOfUnread, CommandFailed } from '../failures.ts';
import { agreementsArgument, home, json, rehearsals } from '../flags.ts';
import { table } from '../page.ts';
import { protocolsOf } from '../../client/lists.ts';
import type { ProtocolToday } from '../../client/protocols.ts';
import { contextOf } from '../client.ts';
import { warnOfLeftOut } from '../warn-of-left-out.ts';
import type { Page, CliContext } from '../world.ts';

interface Flags {
  rehearsals?: boolean;
  home?: string;
  json?: boolean;
}

async function list(this: CliContext, { rehearsals: too = false, home: folder, json: asJson }: Flags, ...named: string[]): Promise<void> {
  const { found, unread, leftOut } = await protocolsOf(contextOf(this, folder), { agreements: named, rehearsals: too });
  if (asJson) this.print(JSON.stringify(found, null, 2));
  else if (found.length) this.print(inText(found, this));
  warnOfLeftOut(this, leftOut);
  failOfUnread(found, unread, this.words);
  if (!asJson && !found.length) throw new CommandFailed(this.words.m.protocol.none);
}

function inText(found: readonly ProtocolToday[], page: Page): string {
  const { words } = page;
  const rows = found.map(({ protocol: c, state, awaits }) => [
    c.agreement,
    c.protocol,
    words.protocolState(state),
    words.column(c.since),
    awaits ?? '',
  ]);
  return table(words.m.protocol.columns, rows, page);
}

export const command = define<Flags, string[]>({
  usage: ['[agreement...] [--rehearsals] [--json]'],
  examples: `
  npx servanda protocol list rehearsal`,
  parameters: {
    positional: agreementsArgument,
    flags: { rehearsals, home, json },
  },
  func: list,
});
