/** servanda agreement list: the agreements in the register, with the next date of each. */
import type { CalendarDate } from '../../clauses/calendar.ts';
import { define } from '../define.ts';
import { failOfUnread, CommandFailed } from '../failures.ts';
import { asOf, home, json } from '../flags.ts';
import { glances } from '../../client/lists.ts';
import { contextOf } from '../client.ts';
import { isKept, overviewPage } from './overview.ts';
import { tellUnkept } from './unkept.ts';
import type { CliContext } from '../world.ts';

interface Flags {
  asOf?: CalendarDate;
  home?: string;
  json?: boolean;
}

async function list(this: CliContext, { asOf: day, home: folder, json: asJson }: Flags): Promise<void> {
  const { found: all, unread } = await glances(contextOf(this, folder), { asOf: day });
  if (asJson) this.print(JSON.stringify(all, null, 2));
  else if (all.length) this.print(overviewPage(all, this));
  if (!day)
    await tellUnkept(
      this,
      folder,
      all.filter(isKept).map(g => g.agreement),
    );
  failOfUnread(all, unread, this.words);
  if (!all.length) throw new CommandFailed(this.words.m.list.none);
}

export const command = define<Flags, []>({
  usage: ['[--as-of DATE] [--json]'],
  examples: `
  npx servanda agreement list
  npx servanda agreement list --as-of 2029-01-01 --json`,
  parameters: { flags: { asOf, home, json } },
  func: list,
});
