/** servanda protocol list: the protocols of one agreement or of all, with what each waits for. */
import { buildCommand } from '@stricli/core';
import { inWords } from '../../clauses/calendar.ts';
import { processInWords } from '../../machines/protocol/requests.ts';
import { NotAsAsked } from '../failures.ts';
import { home, json } from '../flags.ts';
import { table } from '../page.ts';
import { failOfUnread, inEach, inRegisters, todayOf } from '../source.ts';
import type { World } from '../world.ts';
import { protocolIds, protocolOnDesk, type ProtocolOnDesk } from './desk.ts';

interface Flags {
  home?: string;
  json?: boolean;
}

async function list(this: World, { home: folder, json: asJson }: Flags, ...named: string[]): Promise<void> {
  const { found, unread } = await inRegisters(this, folder, registers =>
    inEach(registers, named, kept => {
      const today = todayOf(this, kept.agreement);
      return protocolIds(kept).map(id => protocolOnDesk(kept, id, today));
    }),
  );
  if (asJson) this.print(JSON.stringify(found, null, 2));
  else if (found.length) this.print(inText(found, this));
  failOfUnread(unread);
  if (!asJson && !found.length) throw new NotAsAsked('There is no protocol.');
}

function inText(found: readonly ProtocolOnDesk[], { ink }: World): string {
  const rows = found.map(({ protocol: c, state, awaits }) => [
    c.agreement,
    c.protocol,
    processInWords(state),
    inWords(c.since),
    awaits ?? '',
  ]);
  return table(['Agreement', 'Protocol', 'State', 'Since', 'Missing'], rows, ink);
}

export const command = buildCommand<Flags, string[], World>({
  docs: {
    brief: 'The protocols, with what each waits for',
    customUsage: ['[agreement...] [--json]'],
    fullDescription: `The protocols of the agreements named, or of all. Exit 1 when there is none.
The rehearsal of the examples is kept apart from real agreements: npx servanda agreement open docs/rehearsal.yaml.

EXAMPLES
  npx servanda protocol list rehearsal`,
  },
  parameters: {
    positional: {
      kind: 'array',
      parameter: { placeholder: 'agreement', brief: 'Agreements in the register', parse: (value: string): string => value },
    },
    flags: { home, json },
  },
  func: list,
});
