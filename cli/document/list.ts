/** servanda document list: lists an agreement's documents, each checked against its hash. Exit 1 if one has changed. */
import { DocumentUnsound, readDocument } from '../../register/documents.ts';
import type { Keyring } from '../../secrets/keyring.ts';
import { define } from '../define.ts';
import { CommandFailed, whyIn } from '../failures.ts';
import { agreementArgument, home, json, text } from '../flags.ts';
import { table } from '../page.ts';
import { documentsOf, type Attached } from '../../client/documents.ts';
import { contextOf } from '../client.ts';
import type { Words } from '../words.ts';
import type { CliContext } from '../world.ts';

interface Flags {
  to?: string;
  home?: string;
  json?: boolean;
}

async function list(this: CliContext, { to, home: folder, json: asJson }: Flags, agreement: string): Promise<void> {
  const context = contextOf(this, folder);
  const { keys } = (await context.configuration()).secrets;
  const documents = await documentsOf(context, agreement, to);
  const found = await Promise.all(documents.map(async d => ({ ...d, unsound: await unsound(this.words, context.home, d, keys) })));
  const { m, say, column } = this.words;
  if (!found.length) throw new CommandFailed(say(m.document.none, { agreement, to: to ?? 'none' }));
  if (asJson) this.print(JSON.stringify(found, null, 2));
  else
    this.print(
      table(
        m.document.columns,
        found.map(d => [d.id, d.to, `${column(d.on)}, ${d.person}`, d.name, `${d.size}`, d.sha256, d.unsound ? m.words.no : m.words.yes]),
        this,
      ),
    );
  const broken = found.flatMap(d => d.unsound ?? []);
  if (broken.length) throw new CommandFailed(broken.join('\n'));
}

async function unsound(words: Words, place: string, document: Attached, keys: Keyring): Promise<string | undefined> {
  try {
    await readDocument(place, document, keys);
    return undefined;
  } catch (cause) {
    if (cause instanceof DocumentUnsound) return whyIn(cause, words);
    throw cause;
  }
}

export const command = define<Flags, [string]>({
  usage: ['<agreement> [--to ID] [--json]'],
  examples: `
  npx servanda document list rehearsal
  npx servanda document list rehearsal --to 2026-1 --json`,
  parameters: { positional: agreementArgument, flags: { to: text('ID', 'listTo'), home, json } },
  func: list,
});
