/** servanda identity sign: prints a request with the right to it, for the Temporal UI or command line. */
import { rightsOf } from '../../client/rights.ts';
import { nameToSign } from '../../client/signable.ts';
import { contextOf } from '../client.ts';
import { define } from '../define.ts';
import { UsageError, CommandFailed } from '../failures.ts';
import { argument, home, positional, text } from '../flags.ts';
import { jsonFrom } from '../json-flag.ts';
import { textIn } from '../text-file.ts';
import type { CliContext } from '../world.ts';

interface Flags {
  request?: string;
  file?: string;
  person?: string;
  home?: string;
}

const example = '{"by":"head of department"}';

async function sign(this: CliContext, { request, file, person, home: folder }: Flags, workflowId: string, name: string): Promise<void> {
  const { m, say } = this.words;
  const { identity: texts } = m.administration;
  if (Boolean(request) === Boolean(file)) throw new UsageError(say(texts.requestMissing, { example: `'${example}'` }));
  const given =
    file === undefined
      ? jsonFrom(this.words, 'request', request!, example)
      : jsonFrom(this.words, 'file', textIn(this.words, file), example);
  if (typeof given !== 'object' || given === null || Array.isArray(given)) throw new UsageError(say(texts.notObject, { example }));
  const { by, draftedBy } = given as { by?: unknown; draftedBy?: unknown };
  const named = [person, by, draftedBy].find(n => typeof n === 'string');
  const context = contextOf(this, folder);
  const signedName = nameToSign(workflowId, name, given, this.words.wording);
  const { namespace } = (await context.configuration()).temporal;
  const signed = await rightsOf(context, namespace)(named ?? this.user, workflowId, signedName, given);
  if (!('right' in signed)) throw new CommandFailed(say(texts.noneHere, { home: context.home }));
  this.print(JSON.stringify(signed));
}

export const command = define<Flags, [string, string]>({
  usage: [`<workflow-id> <name> --request JSON | --file FILE [--person NAME]`],
  examples: `
  npx servanda identity sign notice/rehearsal/2026-1 approve --request '${example}' > request.json
  npx servanda temporal workflow update execute --workflow-id notice/rehearsal/2026-1 --name approve --input-file request.json`,
  parameters: {
    positional: positional(argument('workflow-id', 'workflowId'), argument('name', 'requestName')),
    flags: {
      request: text('JSON', 'request'),
      file: text('FILE', 'requestFile'),
      person: text('NAME', 'requestPerson'),
      home,
    },
  },
  func: sign,
});
