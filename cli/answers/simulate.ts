/** servanda simulate: what a notice would do, as the standing before and after it. Nothing is written. VCLT art. 68. */
import { simulateOn } from '../../client/answers.ts';
import type { CalendarDate } from '../../clauses/calendar.ts';
import { contextOf } from '../client.ts';
import { define } from '../define.ts';
import { factFlags, factFrom, whoFlags, type FactFlags, type WhoFlags } from '../entry/fact-flags.ts';
import { argument, addFacts, aFileOrId, asOf, facts, home, json, positional, register } from '../flags.ts';
import type { CliContext } from '../world.ts';
import { consequencesPage } from './consequences.ts';
import { formatEntry } from './entry-words.ts';
import { revocableLines } from './revocable.ts';
import { sourceOf, type SourceFlags } from './source.ts';

interface Flags extends SourceFlags, FactFlags, WhoFlags {
  asOf?: CalendarDate;
  json?: boolean;
}

async function simulate(this: CliContext, flags: Flags, fileOrIdGiven: string, type: string): Promise<void> {
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
  const { m, say } = this.words;
  const { source, sayFrom } = await sourceOf(this, fileOrIdGiven, { facts: replacing, addFacts: adding, register: kept, home: folder });
  const raw = factFrom(this.words, type, { id, by, of, protocol }, fields);
  const { today, ...simulation } = await simulateOn(contextOf(this, folder), source, raw, { asOf: day });
  const { agreement: _, fact, revocable: untilWhen, ...consequences } = simulation;
  if (asJson) {
    this.print(JSON.stringify(simulation, null, 2));
    return sayFrom();
  }
  this.print(
    [
      this.style.strong(say(m.simulate.ifEntered, { entry: formatEntry(fact, this.words) })),
      consequencesPage(consequences, this),
      ...(untilWhen ? revocableLines(untilWhen, today, this.words) : []),
      this.style.faint(m.words.nothingWritten),
    ].join('\n'),
  );
  sayFrom();
}

export const command = define<Flags, [string, string]>({
  usage: ['<file-or-id> [type] [FLAGS] [--facts FILE | --add-facts FILE | --register] [--as-of DATE] [--json]'],
  examples: `
  npx servanda simulate ee-ru-1993-legal-assistance --by EE --received 2030-01-15
  npx servanda simulate kz-az-2004-government-communications --add-facts cli/example-facts.yaml --by KZ --received 2031-02-03
  npx servanda simulate kz-az-2004-government-communications completion.notified --by KZ --received 2031-02-03 --json
  npx servanda simulate kz-az-2004-government-communications --register --by AZ --received 2031-02-03`,
  parameters: {
    positional: positional(aFileOrId, { ...argument('type', 'type'), default: 'termination.notified' }),
    flags: { ...whoFlags, ...factFlags, facts, addFacts, register, asOf, home, json },
  },
  func: simulate,
});
