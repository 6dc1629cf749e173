/** servanda notice enter: records a notice that arrived from the other Party; it is examined before it counts. VCLT art. 67, 78. */
import type { CalendarDate } from '../../clauses/calendar.ts';
import { define } from '../define.ts';
import { UsageError } from '../failures.ts';
import { agreementArgument, day, home, json, text, yesOrNo } from '../flags.ts';
import type { CliContext } from '../world.ts';
import { servandaOf } from '../client.ts';
import { codes, contentFlags, contentFrom, numberFlag, person, type ContentFlags } from './flags.ts';

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

async function enter(this: CliContext, flags: Flags, agreement: string): Promise<void> {
  const { received, dated, dispatched, oral, evidence, number, person: who, home: folder, json: asJson, ...said } = flags;
  const { words } = this;
  const { m, say } = words;
  const content = contentFrom(words, said, { isTheirs: true });
  if (!received) throw new UsageError(say(m.notice.receivedMissing, { basis: words.basis('VCLT art. 78') }));
  const d = await servandaOf(this, folder).notice.enter(agreement, content, {
    received,
    ...(dated ? { dated } : {}),
    ...(dispatched ? { dispatched } : {}),
    ...(oral ? { form: 'oral' } : {}),
    ...(evidence ? { evidence } : {}),
    ...(number ? { number } : {}),
    ...(who ? { by: who } : {}),
  });
  if (asJson) return this.print(JSON.stringify(d, null, 2));
  this.print(
    [
      say(m.notice.cameIn, { number: d.number, agreement, kind: words.kind(content.kind), by: content.by }),
      ...['true', 'false'].map(accept => `  ${say(m.notice.examine, { agreement, number: d.number, accept })}`),
    ].join('\n'),
  );
}

export const command = define<Flags, [string]>({
  usage: ['<agreement> --kind KIND --by PARTY --received DATE [--dated DATE] [--dispatched DATE] [--evidence TEXT]'],
  examples: `
  npx servanda notice enter rehearsal --kind completion --by AZ --received 2026-11-20 --evidence "note 41"`,
  values: codes,
  parameters: {
    positional: agreementArgument,
    flags: {
      ...contentFlags,
      received: day('arrivedOn'),
      dated: day('itsDate'),
      dispatched: day('itsDispatch'),
      oral: yesOrNo('wasOral'),
      evidence: text('TEXT', 'evidence'),
      number: numberFlag,
      person,
      home,
      json,
    },
  },
  func: enter,
});
