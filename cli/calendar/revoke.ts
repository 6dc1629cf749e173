/** servanda calendar revoke: makes a calendar's address invalid at once. */
import { revokeCalendarToken } from '../../client/calendar-tokens.ts';
import { contextOf } from '../client.ts';
import { define } from '../define.ts';
import { argument, home, positional } from '../flags.ts';
import type { CliContext } from '../world.ts';

interface Flags {
  home?: string;
}

async function revoke(this: CliContext, { home: folder }: Flags, id: string): Promise<void> {
  await revokeCalendarToken(contextOf(this, folder), id);
  this.print(this.words.say(this.words.m.administration.calendar.revoked, { id }));
}

export const command = define<Flags, [string]>({
  usage: ['<id>'],
  examples: `
  npx servanda calendar revoke 3f9a01c2d4`,
  parameters: {
    positional: positional(argument('id', 'calendarId')),
    flags: { home },
  },
  func: revoke,
});
