/** servanda correct: sets fields of an entry by a later entry; the earlier one stays as it was written. VCLT art. 79. */
import type { RegisterDossier } from '../../dossier/dossier.ts';
import type { CalendarDate } from '../../clauses/calendar.ts';
import { isAmending, type Entry } from '../../machines/facts.ts';
import { contentHash } from '../../register/canonical.ts';
import { answerInWords, enter, type EnterFlags } from './entering.ts';
import { define } from '../define.ts';
import { BadInput } from '../failures.ts';
import { checkedEntry, factFlags, fieldsFrom, type FactFlags } from './fact-flags.ts';
import { enteredBy, home, json, text, yes } from '../flags.ts';
import { entryOfAgreement, entryNamed } from './strike.ts';
import type { World } from '../world.ts';

interface Flags extends EnterFlags, FactFlags {
  clear?: string[];
  reason?: string;
  id?: string;
}

async function correct(
  this: World,
  { clear = [], reason, id, enteredBy: who, yes: sure, home: folder, json: asJson, ...set }: Flags,
  agreement: string,
  of: string,
): Promise<void> {
  const { m, say } = this.words;
  const fields = { ...fieldsFrom(this.words, set), ...Object.fromEntries(clear.map(field => [field, null])) };
  if (!Object.keys(fields).length) throw new BadInput(say(m.enter.nothingCorrected, { of }));
  const correction = (kept: RegisterDossier, today: CalendarDate): Entry[] => {
    const entry = entryNamed(this.words, of, kept);
    const own = id ?? `c-${of}-${contentHash({ of, fields }).slice('sha256:'.length, 'sha256:'.length + 6)}`.slice(0, 64);
    const raw = { id: own, type: 'corrected', of, recorded: today, ...(reason ? { reason } : {}), ...fields };
    if (!id) this.tell(say(m.enter.givenCorrectionId, { id: own }));
    return [checkedEntry(this.words, raw, kept.agreement, isAmending(entry) ? [] : [entry])];
  };
  const answers = await enter(this, agreement, { enteredBy: who, yes: sure, home: folder }, correction);
  this.print(asJson ? JSON.stringify(answers[0], null, 2) : answers.map(a => answerInWords(a, agreement, this.words)).join('\n'));
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
