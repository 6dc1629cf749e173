/** servanda notice list: the notices on their way, of one agreement or of all. */
import { define } from '../define.ts';
import { failOfUnread, CommandFailed } from '../failures.ts';
import { home, json, yesOrNo } from '../flags.ts';
import { noticesOf } from '../../client/lists.ts';
import { contextOf } from '../client.ts';
import type { CliContext } from '../world.ts';
import { noticeTable } from './page.ts';

interface Flags {
  all?: boolean;
  home?: string;
  json?: boolean;
}

async function list(this: CliContext, { all, home: folder, json: asJson }: Flags, ...named: string[]): Promise<void> {
  const { found, unread } = await noticesOf(contextOf(this, folder), named);
  const shown = found.filter(d => all || !d.closed);
  if (asJson) this.print(JSON.stringify(shown, null, 2));
  else if (shown.length) this.print(noticeTable(shown, shown[0]!.today, this));
  failOfUnread(shown, unread, this.words);
  const { noneOnItsWay, none } = this.words.m.notice;
  if (!asJson && !shown.length) throw new CommandFailed(found.length ? noneOnItsWay : none);
}

export const command = define<Flags, string[]>({
  usage: ['[agreement...] [--all] [--json]'],
  examples: `
  npx servanda notice list
  npx servanda notice list rehearsal --all --json`,
  parameters: {
    positional: {
      kind: 'array',
      parameter: { placeholder: 'agreement', brief: 'agreements', parse: (value: string): string => value },
    },
    flags: { all: yesOrNo('all'), home, json },
  },
  func: list,
});
