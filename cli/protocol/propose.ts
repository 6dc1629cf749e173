/** servanda protocol propose: begins a protocol with its proposal. VCLT art. 39; here art. 10. */
import type { CalendarDate } from '../../clauses/calendar.ts';
import { define } from '../define.ts';
import { UsageError } from '../failures.ts';
import { day, home, json, text } from '../flags.ts';
import { servandaOf } from '../client.ts';
import { person } from '../notice/flags.ts';
import type { CliContext } from '../world.ts';
import { changesFlag, changesFrom } from './changes.ts';
import { protocolArguments, formatProtocol } from './update-command.ts';

interface Flags {
  by?: string;
  received?: CalendarDate;
  dated?: CalendarDate;
  dispatched?: CalendarDate;
  evidence?: string;
  title?: string;
  changes?: string;
  person?: string;
  home?: string;
  json?: boolean;
}

async function propose(this: CliContext, flags: Flags, agreement: string, protocol: string): Promise<void> {
  const { by, received, dated, dispatched, evidence, title, changes: given, person: who, home: folder, json: asJson } = flags;
  const { words } = this;
  const { m, say } = words;
  if (!by) throw new UsageError(m.protocol.byMissing);
  if (!received) throw new UsageError(say(m.protocol.receivedMissing, { basis: words.basis('VCLT art. 78') }));
  const changes = changesFrom(words, given);
  const { known: _, ...shown } = await servandaOf(this, folder).protocol.propose(agreement, protocol, {
    by,
    received,
    ...(dated ? { dated } : {}),
    ...(dispatched ? { dispatched } : {}),
    ...(evidence ? { evidence } : {}),
    ...(title ? { title } : {}),
    ...(changes ? { changes } : {}),
    ...(who ? { person: who } : {}),
  });
  this.print(asJson ? JSON.stringify(shown, null, 2) : formatProtocol(shown, words));
}

export const command = define<Flags, [string, string]>({
  usage: ['<agreement> <protocol> --by PARTY --received DATE [--changes JSON] [--title TEXT]'],
  examples: `
  npx servanda protocol propose rehearsal p1 --by KZ --received 2026-11-20 --changes '{"periodLength":"P3Y"}'`,
  parameters: {
    positional: protocolArguments,
    flags: {
      by: text('PARTY', 'proposedBy'),
      received: day('proposalReceived'),
      dated: day('proposalDated'),
      dispatched: day('itsDispatch'),
      evidence: text('TEXT', 'proof'),
      title: text('TEXT', 'title'),
      changes: changesFlag,
      person,
      home,
      json,
    },
  },
  func: propose,
});
