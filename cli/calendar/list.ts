/** servanda calendar list: lists the calendar addresses created and not revoked, without their tokens. */
import { calendarTokens } from '../../client/calendar-tokens.ts';
import { contextOf } from '../client.ts';
import { define } from '../define.ts';
import { home, json, positional } from '../flags.ts';
import { table } from '../page.ts';
import type { CliContext } from '../world.ts';

interface Flags {
  home?: string;
  json?: boolean;
}

async function list(this: CliContext, { home: folder, json: asJson }: Flags): Promise<void> {
  const found = await calendarTokens(contextOf(this, folder));
  if (asJson) return this.print(JSON.stringify(found, null, 2));
  const { calendar: texts } = this.words.m.administration;
  if (!found.length) return this.print(texts.none);
  const rows = found.map(one => [
    one.id,
    texts.scopes[one.scope],
    'of' in one ? one.of : '',
    one.language,
    one.by,
    this.words.columnDayOf(one.at),
  ]);
  this.print(table(texts.columns, rows, this));
}

export const command = define<Flags, []>({
  usage: ['[--json]'],
  examples: `
  npx servanda calendar list`,
  parameters: { positional: positional(), flags: { home, json } },
  func: list,
});
