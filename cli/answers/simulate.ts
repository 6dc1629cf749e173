/** servanda simulate: what would this notice do? The standing before and after it; nothing is written. VCLT art. 68. */
import type { Dossier } from '../../machines/ledger.ts';
import { buildCommand } from '@stricli/core';
import type { CalendarDate } from '../../clauses/calendar.ts';
import type { Entry } from '../../machines/facts.ts';
import { isRefusal } from '../../machines/refusal.ts';
import { readEntry, refusalByLedger } from '../../machines/refusals.ts';
import type { Standing } from '../../machines/standing-types.ts';
import { revocable } from '../../machines/revocable.ts';
import type { Revocable } from '../../machines/standing-types.ts';
import { consequencesOf, consequencesPage, entryInWords } from './consequences.ts';
import { BadInput } from '../failures.ts';
import { addFacts, asOf, facts, fileOrId, home, json, register } from '../flags.ts';
import { checkedEntry, factFlags, factFrom, whoFlags, type FactFlags, type WhoFlags } from '../entry/fact-flags.ts';
import { revocableLines } from './revocable.ts';
import { fromFile, fromRegister, inRegisters, refusalInWords, todayOf, type FactFiles } from '../source.ts';
import type { World } from '../world.ts';

interface Flags extends FactFiles, FactFlags, WhoFlags {
  asOf?: CalendarDate;
  register?: boolean;
  home?: string;
  json?: boolean;
}

async function simulate(this: World, flags: Flags, fileOrIdGiven: string, type: string): Promise<void> {
  const {
    asOf: day,
    register: kept,
    home: folder,
    json: asJson,
    facts: replacing,
    addFacts: adding,
    id,
    by,
    of,
    protocol,
    ...fields
  } = flags;
  const source = kept
    ? await inRegisters(this, folder, registers => fromRegister(registers, fileOrIdGiven))
    : fromFile(fileOrIdGiven, { facts: replacing, addFacts: adding });
  const today = day ?? todayOf(this, source.agreement);
  const fact = acceptable(factFrom(type, { id, by, of, protocol }, fields), source);
  const consequences = consequencesOf(source, [fact], today);
  const untilWhen = revocableUntil(fact.id, consequences.after);
  if (asJson) return this.print(JSON.stringify({ agreement: source.agreement.id, fact, ...consequences, revocable: untilWhen }, null, 2));
  this.print(
    [
      this.ink.strong(`If entered: ${entryInWords(fact)}`),
      consequencesPage(consequences, this.ink),
      ...(untilWhen ? revocableLines(untilWhen, today) : []),
      this.ink.faint('Nothing was written.'),
    ].join('\n'),
  );
}

/** A future fact may be simulated; otherwise what the register would refuse is refused. */
function acceptable(raw: Record<string, unknown>, { agreement, entries }: Dossier): Entry {
  const fact = checkedEntry(raw, agreement);
  const read = readEntry(fact, agreement);
  const refusal = isRefusal(read) ? read : refusalByLedger(entries, fact, agreement);
  if (refusal) throw new BadInput(refusalInWords(refusal));
  if (entries.some(e => e.id === fact.id))
    throw new BadInput(`${fact.id} is the id of an entry already. Give the simulated one another: --id.`);
  return fact;
}

function revocableUntil(id: string, after: Standing): Revocable | null {
  const line = after.notices.find(n => n.id === id);
  return line ? revocable(after, line) : null;
}

export const command = buildCommand<Flags, [string, string], World>({
  docs: {
    brief: 'What would this notice do? Nothing is written',
    customUsage: ['<file-or-id> [type] [flags of the fact] [--facts FILE | --add-facts FILE | --register] [--as-of DATE] [--json]'],
    fullDescription: `What a notice, or any other fact, would bring about: the standing before and after it, what moves, and until when it could be
revoked. It may lie in the future. Nothing is written.

EXAMPLES
  npx servanda simulate ee-ru-1993-legal-assistance --by EE --received 2030-01-15
  npx servanda simulate kz-az-2004-government-communications --add-facts cli/example-facts.yaml --by KZ --received 2031-02-03
  npx servanda simulate kz-az-2004-government-communications completion.notified --by KZ --received 2031-02-03 --json
  npx servanda simulate kz-az-2004-government-communications --register --by AZ --received 2031-02-03`,
  },
  parameters: {
    positional: {
      kind: 'tuple',
      parameters: [
        fileOrId.parameters[0],
        { placeholder: 'type', brief: 'The type of fact', parse: (value: string): string => value, default: 'termination.notified' },
      ],
    },
    flags: { ...whoFlags, ...factFlags, facts, addFacts, register, asOf, home, json },
  },
  func: simulate,
});
