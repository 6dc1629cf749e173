/** servanda calendar new: creates an address from which a calendar program reads the deadlines. */
import { newCalendarToken } from '../../client/calendar-tokens.ts';
import { dossierOf } from '../../client/dossiers.ts';
import { readNote } from '../../client/service-note.ts';
import type { CalendarScope } from '../../register/types.ts';
import { contextOf } from '../client.ts';
import { define } from '../define.ts';
import { UsageError } from '../failures.ts';
import { home, json, positional, text } from '../flags.ts';
import type { CliContext } from '../world.ts';

interface Flags {
  agreement?: string;
  party?: string;
  person?: string;
  desk?: string;
  home?: string;
  json?: boolean;
}

async function make(this: CliContext, { desk: at, home: folder, json: asJson, ...of }: Flags): Promise<void> {
  const { m, say } = this.words;
  const { calendar: texts } = m.administration;
  const scope = scopeOf(of, () => new UsageError(texts.which));
  if (at !== undefined && !URL.canParse(at)) throw new UsageError(say(texts.noAddress, { desk: at }));
  const context = contextOf(this, folder);
  const desk = at ?? readNote(context.home)?.desk ?? 'http://127.0.0.1:8080';
  if (scope.scope === 'agreement') await dossierOf(context, scope.of);
  const { id, token } = await newCalendarToken(context, scope, this.words.language);
  const address = `${desk.replace(/\/$/, '')}/calendar/${token}.ics`;
  if (asJson) return this.print(JSON.stringify({ id, address, ...scope }, null, 2));
  this.print(address);
  this.warn(say(texts.made, { id }));
}

/** The calendar of an agreement, a Party or a person, or of all agreements. */
function scopeOf({ agreement, party, person }: Pick<Flags, 'agreement' | 'party' | 'person'>, tooMany: () => UsageError): CalendarScope {
  const named = Object.entries({ agreement, party, person }).filter((one): one is ['agreement' | 'party' | 'person', string] =>
    Boolean(one[1]),
  );
  if (named.length > 1) throw tooMany();
  const [one] = named;
  return one ? { scope: one[0], of: one[1] } : { scope: 'all' };
}

export const command = define<Flags, []>({
  usage: ['[--agreement ID | --party CODE | --person NAME] [--desk URL] [--json]'],
  examples: `
  npx servanda calendar new
  npx servanda calendar new --party KZ --language ru
  npx servanda calendar new --agreement rehearsal --desk https://desk.example.org`,
  parameters: {
    positional: positional(),
    flags: {
      agreement: text('ID', 'calendarAgreement'),
      party: text('CODE', 'calendarParty'),
      person: text('NAME', 'calendarPerson'),
      desk: text('URL', 'calendarDesk'),
      home,
      json,
    },
  },
  func: make,
});
