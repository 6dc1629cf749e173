/** servanda simulate: what would this notice do? The standing before and after it; nothing is written. VCLT art. 68. */
import type { Dossier } from '../../machines/ledger.ts';
import type { CalendarDate } from '../../clauses/calendar.ts';
import type { Entry } from '../../machines/facts.ts';
import { isRefusal } from '../../machines/refusal.ts';
import { readEntry, refusalByLedger } from '../../machines/refusals.ts';
import type { Answer } from '../../wording/answer.ts';
import { revocable } from '../../machines/revocable.ts';
import type { Revocable } from '../../machines/standing-types.ts';
import { consequencesOf, consequencesPage, entryInWords } from './consequences.ts';
import { define } from '../define.ts';
import { BadInput } from '../failures.ts';
import { addFacts, asOf, facts, fileOrId, home, json, register } from '../flags.ts';
import { checkedEntry, factFlags, factFrom, whoFlags, type FactFlags, type WhoFlags } from '../entry/fact-flags.ts';
import { revocableLines } from './revocable.ts';
import { fromFile, fromRegister, inRegisters, todayOf, type FactFiles } from '../source.ts';
import type { Words } from '../words.ts';
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
    ? await inRegisters(this, folder, registers => fromRegister(this.words, registers, fileOrIdGiven))
    : fromFile(this.words, fileOrIdGiven, { facts: replacing, addFacts: adding });
  const today = day ?? todayOf(this, source.agreement);
  const { m, say } = this.words;
  const fact = acceptable(this.words, factFrom(this.words, type, { id, by, of, protocol }, fields), source);
  const consequences = consequencesOf(this.words, source, [fact], today);
  const untilWhen = revocableUntil(fact.id, consequences.after);
  if (asJson) return this.print(JSON.stringify({ agreement: source.agreement.id, fact, ...consequences, revocable: untilWhen }, null, 2));
  this.print(
    [
      this.ink.strong(say(m.simulate.ifEntered, { entry: entryInWords(fact, this.words) })),
      consequencesPage(consequences, this),
      ...(untilWhen ? revocableLines(untilWhen, today, this.words) : []),
      this.ink.faint(m.words.nothingWritten),
    ].join('\n'),
  );
}

/** A future fact may be simulated; otherwise what the register would refuse is refused. */
function acceptable(words: Words, raw: Record<string, unknown>, { agreement, entries }: Dossier): Entry {
  const fact = checkedEntry(words, raw, agreement);
  const read = readEntry(fact, agreement);
  const refusal = isRefusal(read) ? read : refusalByLedger(entries, fact, agreement);
  if (refusal) throw new BadInput(words.refusal(refusal));
  if (entries.some(e => e.id === fact.id)) throw new BadInput(words.say(words.m.simulate.idInUse, { id: fact.id }));
  return fact;
}

function revocableUntil(id: string, after: Answer): Revocable | null {
  const line = after.notices.find(n => n.id === id);
  return line ? revocable(after, line) : null;
}

export const command = define<Flags, [string, string]>({
  usage: ['<file-or-id> [type] [FLAGS] [--facts FILE | --add-facts FILE | --register] [--as-of DATE] [--json]'],
  examples: `
  npx servanda simulate ee-ru-1993-legal-assistance --by EE --received 2030-01-15
  npx servanda simulate kz-az-2004-government-communications --add-facts cli/example-facts.yaml --by KZ --received 2031-02-03
  npx servanda simulate kz-az-2004-government-communications completion.notified --by KZ --received 2031-02-03 --json
  npx servanda simulate kz-az-2004-government-communications --register --by AZ --received 2031-02-03`,
  parameters: {
    positional: {
      kind: 'tuple',
      parameters: [
        fileOrId.parameters[0],
        { placeholder: 'type', brief: 'type', parse: (value: string): string => value, default: 'termination.notified' },
      ],
    },
    flags: { ...whoFlags, ...factFlags, facts, addFacts, register, asOf, home, json },
  },
  func: simulate,
});
