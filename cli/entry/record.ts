/** servanda record: records a fact, or several from a file, after displaying the consequences. */
import type { RegisterDossier } from '../../dossier/dossier.ts';
import { checkedEntry } from '../../client/facts.ts';
import { loadFacts } from '../../agreements/load.ts';
import type { CalendarDate } from '../../clauses/calendar.ts';
import { recordedTypes, type Entry } from '../../machines/facts.ts';
import { formatAnswer, enter, type EnterFlags } from './entering.ts';
import { define } from '../define.ts';
import { UsageError } from '../failures.ts';
import { factFlags, factFrom, whoFlags, type FactFlags, type WhoFlags } from './fact-flags.ts';
import { argument, anAgreement, day, enteredBy, home, json, positional, text, yes } from '../flags.ts';
import type { CliContext } from '../world.ts';

interface Flags extends EnterFlags, FactFlags, WhoFlags {
  file?: string;
  recorded?: CalendarDate;
}

async function record(
  this: CliContext,
  { file, id, by, of, protocol, recorded, enteredBy: who, yes: sure, home: folder, json: asJson, ...fields }: Flags,
  agreement: string,
  type?: string,
): Promise<void> {
  const given = Object.entries({ id, by, of, protocol, recorded, ...fields }).filter(([, value]) => value !== undefined);
  const { words } = this;
  const { m, say } = words;
  if (file && (type || given.length)) throw new UsageError(m.enter.wholeFacts);
  if (!file && !type) throw new UsageError(m.enter.typeMissing);
  const one = ({ agreement: a }: RegisterDossier): Entry[] => {
    const raw = { ...factFrom(words, type!, { id, by, of, protocol }, fields), ...(recorded ? { recorded } : {}) };
    const entry = checkedEntry(words.wording, raw, a);
    if (!id) this.warn(say(m.enter.givenId, { id: entry.id }));
    return [entry];
  };
  const answers = await enter(this, agreement, { enteredBy: who, yes: sure, home: folder }, kept =>
    file ? loadFacts(file, kept.agreement) : one(kept),
  );
  if (asJson) this.print(JSON.stringify(file ? answers : answers[0], null, 2));
  else this.print(answers.map(a => formatAnswer(a, agreement, words)).join('\n'));
}

export const command = define<Flags, [string, string?]>({
  usage: ['<agreement> <type> [FLAGS] [--yes]', '<agreement> --file FACTS.yaml [--yes]'],
  examples: `
  npx servanda record rehearsal completion.notified --by KZ --dispatched 2004-06-02 --received 2004-06-10
  npx servanda record rehearsal termination.notified --by AZ --received 2026-01-20 --evidence "note 41"
  npx servanda record rehearsal protocol.signed --protocol p1 --on 2010-02-01 --changes '{"periodLength":"P3Y"}'
  npx servanda record rehearsal --file cli/example-facts.yaml --yes`,
  values: { types: recordedTypes.join(', ') },
  parameters: {
    positional: positional(anAgreement, { ...argument('type', 'type'), optional: true }),
    flags: {
      ...whoFlags,
      ...factFlags,
      recorded: day('recorded'),
      file: text('FILE', 'recordFile'),
      enteredBy,
      yes,
      home,
      json,
    },
  },
  func: record,
});
