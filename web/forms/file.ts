/** A document that is sent with a form: kept under its hash before the form is complete, and carried along by a signed field. */
import { documentLimit, keep, type Kept } from '../../client/documents.ts';
import type { Request } from '../request.ts';
import type { Words } from '../words.ts';
import { keptName, saidName, type Field, type Given } from './fields.ts';

/** The field of a form. */
export const attached = 'attached';
const megabytes = documentLimit / 1024 / 1024;

export const fileField = ({ m, say }: Words, isOptional: boolean): Field => ({
  name: attached,
  label: m.desk.fields.file.label,
  hint: say(m.desk.fields.file.hint, { megabytes }),
  kind: 'file',
  ...(isOptional ? { optional: true } : {}),
});

interface Carried extends Kept {
  name: string;
}

/** What the browser sent as a file is kept, and stands in the form from then on. */
export async function keptFrom(c: Request, body: Readonly<Record<string, unknown>>): Promise<{ given?: Given; fault?: string }> {
  const file = [body[attached]].flat().find((one): one is File => one instanceof File && one.size > 0);
  if (!file) return {};
  const { m, say } = c.get('words');
  const { kept: said, tooLarge } = m.desk.fields.file;
  const name = file.name.replaceAll(/\p{Cc}/gu, '').slice(0, 200) || attached;
  if (file.size > documentLimit) return { fault: say(tooLarge, { name, megabytes }) };
  const stored = await keep(c.get('asker').context, Buffer.from(await file.arrayBuffer()));
  const carried: Carried = { ...stored, name };
  const text = Buffer.from(JSON.stringify(carried)).toString('base64url');
  return {
    given: {
      [attached]: name,
      [keptName(attached)]: c.get('seal').seal(purposeOf(c), text),
      [saidName(attached)]: say(said, { name, size: stored.size, hash: stored.sha256 }),
    },
  };
}

/** What was kept for this session; undefined where nothing was. */
export function keptIn(c: Request, sealed: string | undefined): Carried | undefined {
  const text = c.get('seal').open(purposeOf(c), sealed);
  return text === undefined ? undefined : (JSON.parse(Buffer.from(text, 'base64url').toString()) as Carried);
}

const purposeOf = (c: Request): string => `document ${c.get('signedIn').session.id}`;
