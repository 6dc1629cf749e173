/** servanda agreement list: lists the agreements in the register, each with its next date. */
import type { CalendarDate } from '../../clauses/calendar.ts';
import { define } from '../define.ts';
import { failOfUnread, CommandFailed } from '../failures.ts';
import { asOf, home, json, rehearsals } from '../flags.ts';
import { glances } from '../../client/lists.ts';
import { contextOf } from '../client.ts';
import { isKept, overviewPage } from './overview.ts';
import { warnOfLeftOut } from '../warn-of-left-out.ts';
import { warnOfUnkept } from './missing-workflows.ts';
import type { CliContext } from '../world.ts';

interface Flags {
  asOf?: CalendarDate;
  rehearsals?: boolean;
  home?: string;
  json?: boolean;
}

async function list(this: CliContext, { asOf: day, rehearsals: too = false, home: folder, json: asJson }: Flags): Promise<void> {
  const { found: all, unread, leftOut } = await glances(contextOf(this, folder), { asOf: day, rehearsals: too });
  if (asJson) this.print(JSON.stringify(all, null, 2));
  else if (all.length) this.print(overviewPage(all, this));
  if (!day)
    await warnOfUnkept(
      this,
      folder,
      all.filter(isKept).map(g => g.agreement),
    );
  if (all.length) warnOfLeftOut(this, leftOut);
  failOfUnread(all, unread, this.words);
  if (!all.length) {
    const { m, counted } = this.words;
    throw new CommandFailed(leftOut ? counted(m.list.leftOut, leftOut) : m.list.none);
  }
}

export const command = define<Flags, []>({
  usage: ['[--as-of DATE] [--rehearsals] [--json]'],
  examples: `
  npx servanda agreement list
  npx servanda agreement list --as-of 2029-01-01 --json`,
  parameters: { flags: { asOf, rehearsals, home, json } },
  func: list,
});
