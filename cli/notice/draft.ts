/** servanda notice draft: begins a notice of ours; a second person approves it before dispatch. VCLT art. 67. */
import type { Channel } from '../../clauses/desk.ts';
import { define } from '../define.ts';
import { agreementArgument, home, json } from '../flags.ts';
import type { CliContext } from '../world.ts';
import { dossierToday } from '../../client/dossiers.ts';
import { contextOf, servandaOf } from '../client.ts';
import { channelFlag, codes, contentFlags, contentFrom, numberFlag, person, type ContentFlags } from './flags.ts';

interface Flags extends ContentFlags {
  channel?: Channel;
  number?: string;
  person?: string;
  home?: string;
  json?: boolean;
}

async function draft(
  this: CliContext,
  { channel, number, person: who, home: folder, json: asJson, ...flags }: Flags,
  agreement: string,
): Promise<void> {
  const { words } = this;
  const { m, say } = words;
  const content = contentFrom(words, flags);
  const how = { ...(number ? { number } : {}), ...(channel ? { channel } : {}), ...(who ? { by: who } : {}) };
  const d = await servandaOf(this, folder).notice.draft(agreement, content, how);
  if (asJson) return this.print(JSON.stringify(d, null, 2));
  const { outcome } = d;
  const { safe, sendBy } = d.now;
  const { number: drafted } = d;
  const { today } = await dossierToday(contextOf(this, folder), agreement);
  const sending =
    safe && sendBy ? say(m.notice.sendBy, { sendBy: words.day(sendBy), safe: words.day(safe), past: String(sendBy < today) }) : outcome;
  this.print(
    [
      say(m.notice.drafted, { number: drafted, agreement, kind: words.kind(content.kind), by: content.by }),
      sending,
      say(m.notice.wouldDo, { agreement, number: drafted }),
      say(m.notice.approveNext, { person: d.notice.draftedBy, agreement, number: drafted }),
    ].join('\n'),
  );
}

/** Each kind with its required and optional flags. */
const contents = `  completion
  protocolCompletion --protocol
  provisionalApplicationEnd
  termination [--names-first-day-out]
  revocation --of
  proposal --protocol [--changes]
  consent --protocol
  consultations --subject
  communications --subject --scope --from --until --payer
  organisation --organisation [--replaces] [--from]
  correction --error --corrected
  free --subject --text`;

export const command = define<Flags, [string]>({
  usage: ['<agreement> --kind KIND --by PARTY [FLAGS] [--channel CHANNEL] [--person NAME]'],
  examples: `
  npx servanda notice draft rehearsal --kind completion --by KZ
  npx servanda notice draft rehearsal --kind termination --by KZ --channel courier --person "first secretary"`,
  values: { ...codes, contents },
  parameters: { positional: agreementArgument, flags: { ...contentFlags, channel: channelFlag, number: numberFlag, person, home, json } },
  func: draft,
});
