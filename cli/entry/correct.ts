/** servanda correct: corrects fields of an entry by a later entry; the earlier one remains unchanged in the register. VCLT art. 79. */
import { correctionOf, type Make } from '../../client/facts.ts';
import { define } from '../define.ts';
import { UsageError } from '../failures.ts';
import { enteredBy, home, json, text, yes } from '../flags.ts';
import type { CliContext } from '../world.ts';
import { formatAnswer, enter, type EnterFlags } from './entering.ts';
import { factFlags, fieldsFrom, type FactFlags } from './fact-flags.ts';
import { entryOfAgreement } from './strike.ts';

interface Flags extends EnterFlags, FactFlags {
  clear?: string[];
  reason?: string;
  id?: string;
}

async function correct(
  this: CliContext,
  { clear = [], reason, id, enteredBy: who, yes: sure, home: folder, json: asJson, ...set }: Flags,
  agreement: string,
  of: string,
): Promise<void> {
  const { m, say } = this.words;
  const fields = { ...fieldsFrom(this.words, set), ...Object.fromEntries(clear.map(field => [field, null])) };
  if (!Object.keys(fields).length) throw new UsageError(say(m.enter.nothingCorrected, { of }));
  const correction: Make = (dossier, today) => {
    const entries = correctionOf(this.words.wording, of, fields, { ...(reason ? { reason } : {}), ...(id ? { id } : {}) })(dossier, today);
    if (!id) this.warn(say(m.enter.givenCorrectionId, { id: entries[0]!.id }));
    return entries;
  };
  const answers = await enter(this, agreement, { enteredBy: who, yes: sure, home: folder }, correction);
  this.print(asJson ? JSON.stringify(answers[0], null, 2) : answers.map(a => formatAnswer(a, agreement, this.words)).join('\n'));
}

export const command = define<Flags, [string, string]>({
  usage: ['<agreement> <entry> [FLAGS] [--clear FIELD] [--reason TEXT] [--yes]'],
  examples: `
  npx servanda correct rehearsal n2 --received 2004-09-16 --reason "stamp misread"
  npx servanda correct rehearsal t1 --clear dispatched --yes`,
  parameters: {
    positional: entryOfAgreement,
    flags: {
      ...factFlags,
      clear: {
        kind: 'parsed',
        parse: (value: string): string => value,
        variadic: true,
        optional: true,
        placeholder: 'FIELD',
        brief: 'clear',
      },
      reason: text('TEXT', 'correctReason'),
      id: text('ID', 'correctId'),
      enteredBy,
      yes,
      home,
      json,
    },
  },
  func: correct,
});
