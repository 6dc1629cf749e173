/** servanda protocol list: the protocols of one agreement or of all, with what each waits for. */
import { define } from '../define.ts';
import { NotAsAsked } from '../failures.ts';
import { home, json } from '../flags.ts';
import { table } from '../page.ts';
import { failOfUnread, inEach, inRegisters, todayOf } from '../source.ts';
import type { Page, World } from '../world.ts';
import { protocolIds, protocolOnDesk, type ProtocolOnDesk } from './desk.ts';

interface Flags {
  home?: string;
  json?: boolean;
}

async function list(this: World, { home: folder, json: asJson }: Flags, ...named: string[]): Promise<void> {
  const { found, unread } = await inRegisters(this, folder, registers =>
    inEach(this.words, registers, named, kept => {
      const today = todayOf(this, kept.agreement);
      return protocolIds(kept).map(id => protocolOnDesk(this.words, kept, id, today));
    }),
  );
  if (asJson) this.print(JSON.stringify(found, null, 2));
  else if (found.length) this.print(inText(found, this));
  failOfUnread(this.words, unread);
  if (!asJson && !found.length) throw new NotAsAsked(this.words.m.protocol.none);
}

function inText(found: readonly ProtocolOnDesk[], page: Page): string {
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
  usage: ['[agreement...] [--json]'],
  examples: `
  npx servanda protocol list rehearsal`,
  parameters: {
    positional: {
      kind: 'array',
      parameter: { placeholder: 'agreement', brief: 'agreements', parse: (value: string): string => value },
    },
    flags: { home, json },
  },
  func: list,
});
