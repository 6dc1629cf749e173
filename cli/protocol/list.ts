/** servanda protocol list: the protocols of one agreement or of all, with what each waits for. */
import { buildCommand } from '@stricli/core';
import { inWords } from '../../clauses/calendar.ts';
import { processInWords } from '../../machines/protocol/requests.ts';
import { NotAsAsked } from '../failures.ts';
import { home, json } from '../flags.ts';
import { table } from '../page.ts';
import { fromRegister, inRegisters, keptIds, todayOf } from '../source.ts';
import type { World } from '../world.ts';
import { protocolIds, protocolOnDesk } from './desk.ts';

interface Flags {
  home?: string;
  json?: boolean;
}

async function list(this: World, { home: folder, json: asJson }: Flags, ...named: string[]): Promise<void> {
  const found = await inRegisters(this, folder, async registers => {
    const each = [];
    for (const agreement of named.length ? named : await keptIds(registers)) {
      const kept = await fromRegister(registers, agreement);
      const today = todayOf(this, kept.agreement);
      each.push(...protocolIds(kept).map(id => protocolOnDesk(kept, id, today)));
    }
    return each;
  });
  if (asJson) return this.print(JSON.stringify(found, null, 2));
  if (!found.length) throw new NotAsAsked('There is no protocol.');
  const rows = found.map(({ protocol: c, state, missing }) => [
    c.agreement,
    c.protocol,
    processInWords(state),
    inWords(c.since),
    missing ?? '',
  ]);
  this.print(table(['Agreement', 'Protocol', 'State', 'Since', 'Missing'], rows, this.ink));
}

export const command = buildCommand<Flags, string[], World>({
  docs: {
    brief: 'The protocols, with what each waits for',
    customUsage: ['[agreement...] [--json]'],
    fullDescription: `The protocols of the agreements named, or of all. Exit 1 when there is none.

EXAMPLES
  npx servanda protocol list kz-az-2004-government-communications`,
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
