/** servanda notice list: lists the open notices of one agreement or of all. */
import { define } from '../define.ts';
import { failOfUnread, CommandFailed } from '../failures.ts';
import { agreementsArgument, home, json, rehearsals, yesOrNo } from '../flags.ts';
import { noticesOf } from '../../client/lists.ts';
import { contextOf } from '../client.ts';
import type { CliContext } from '../world.ts';
import { warnOfLeftOut } from '../warn-of-left-out.ts';
import { noticeTable } from './page.ts';

interface Flags {
  all?: boolean;
  rehearsals?: boolean;
  home?: string;
  json?: boolean;
}

async function list(
  this: CliContext,
  { all, rehearsals: too = false, home: folder, json: asJson }: Flags,
  ...named: string[]
): Promise<void> {
  const { found, unread, leftOut } = await noticesOf(contextOf(this, folder), { agreements: named, rehearsals: too });
  const shown = found.filter(d => all || !d.closed);
  if (asJson) this.print(JSON.stringify(shown, null, 2));
  else if (shown.length) this.print(noticeTable(shown, shown[0]!.today, this));
  warnOfLeftOut(this, leftOut);
  failOfUnread(shown, unread, this.words);
  const { noneOnItsWay, none } = this.words.m.notice;
  if (!asJson && !shown.length) throw new CommandFailed(found.length ? noneOnItsWay : none);
}

export const command = define<Flags, string[]>({
  usage: ['[agreement...] [--all] [--rehearsals] [--json]'],
  examples: `
  npx servanda notice list
  npx servanda notice list rehearsal --all --json`,
  parameters: {
    positional: agreementsArgument,
    flags: { all: yesOrNo('all'), rehearsals, home, json },
  },
  func: list,
});
