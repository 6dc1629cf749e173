/** A document sent with a form: stored under its hash before the form is complete, and carried along in a signed field. */
import { documentLimit, keep, type Kept } from '../../client/documents.ts';
import type { Request } from '../request.ts';
import type { Words } from '../words.ts';
import { uploadFieldName, saidName, type Field, type Given } from './fields.ts';

/** The form field. */
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

/** Stores an uploaded file and adds it to the form's values. */
export async function storeUpload(c: Request, body: Readonly<Record<string, unknown>>): Promise<{ given?: Given; fault?: string }> {
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
      [uploadFieldName(attached)]: c.get('seal').seal(purposeOf(c), text),
      [saidName(attached)]: say(said, { name, size: stored.size, hash: stored.sha256 }),
    },
  };
}

/** The document stored for this session, if any. */
export function uploadIn(c: Request, sealed: string | undefined): Carried | undefined {
  const text = c.get('seal').open(purposeOf(c), sealed);
  return text === undefined ? undefined : (JSON.parse(Buffer.from(text, 'base64url').toString()) as Carried);
}

const purposeOf = (c: Request): string => `document ${c.get('signedIn').session.id}`;
