/** servanda notice enter: a notice of the other Party has come in; it is examined before it counts. VCLT art. 67, 78. */
import { buildCommand } from '@stricli/core';
import type { CalendarDate } from '../../clauses/calendar.ts';
import { BadInput } from '../failures.ts';
import { agreementArgument, day, home, json, text, yesOrNo } from '../flags.ts';
import type { World } from '../world.ts';
import { begin, kept, nextNumber } from './desk.ts';
import { contentFlags, contentFrom, numberFlag, person, type ContentFlags } from './flags.ts';

interface Flags extends ContentFlags {
  received?: CalendarDate;
  dated?: CalendarDate;
  dispatched?: CalendarDate;
  oral?: boolean;
  evidence?: string;
  number?: string;
  person?: string;
  home?: string;
  json?: boolean;
}

async function enter(this: World, flags: Flags, agreement: string): Promise<void> {
  const { received, dated, dispatched, oral, evidence, number, person: who, home: folder, json: asJson, ...said } = flags;
  const { words } = this;
  const { m, say } = words;
  const content = contentFrom(words, said);
  if (!received) throw new BadInput(say(m.notice.receivedMissing, { basis: words.basis('VCLT art. 78') }));
  const { kept: found, today } = await kept(this, folder, agreement);
  const d = await begin(this, folder, {
    agreement,
    number: number ?? nextNumber(found, today),
    content,
    direction: 'theirs',
    draftedBy: who ?? this.user,
    arrival: {
      received,
      ...(dated ? { dated } : {}),
      ...(dispatched ? { dispatched } : {}),
      ...(oral ? { form: 'oral' } : {}),
      ...(evidence ? { evidence } : {}),
    },
  });
  if (asJson) return this.print(JSON.stringify(d, null, 2));
  this.print(
    [
      say(m.notice.cameIn, { number: d.number, agreement, kind: words.kind(content.kind), by: content.by }),
      ...['true', 'false'].map(accept => `  ${say(m.notice.examine, { agreement, number: d.number, accept })}`),
    ].join('\n'),
  );
}

export const command = buildCommand<Flags, [string], World>({
  docs: {
    brief: 'Enter a notice of the other Party that has come in',
    customUsage: ['<agreement> --kind KIND --by PARTY --received DATE [--dated DATE] [--dispatched DATE] [--evidence TEXT]'],
    fullDescription: `A notice of the other Party has been received. It is examined (is it in writing, signed, by whom and on what authority), then accepted
as a notice or found defective. Its fact is recorded with the agreement in either case; a defective one without effect, with the
reason. Reminders ask for the examination: until then the ledger does not count it.
The rehearsal of the examples is kept apart from real agreements: npx servanda agreement open docs/rehearsal.yaml.

EXAMPLES
  npx servanda notice enter rehearsal --kind completion --by AZ --received 2026-11-20 --evidence "note 41"`,
  },
  parameters: {
    positional: agreementArgument,
    flags: {
      ...contentFlags,
      received: day('When it was received, by our own date'),
      dated: day('The date that it bears'),
      dispatched: day('When it was dispatched'),
      oral: yesOrNo('It was made orally'),
      evidence: text('TEXT', 'Where it is proved: number of the note, file of the archive'),
      number: numberFlag,
      person,
      home,
      json,
    },
  },
  func: enter,
});
