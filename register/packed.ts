/** JSON as stored: short as text, long compressed with zlib (RFC 1950). Text begins with `{` and zlib with `x`, which tells them apart. */
import { deflateSync, inflateSync } from 'node:zlib';
import { escaped } from '../machines/limits.ts';

/** In bytes; compressing less gains little. */
const short = 400;
/** In bytes; no line is longer, so a stream that claims more is not ours. */
const longest = 64 * 1024 * 1024;

export function packed(content: object): Buffer {
  const text = Buffer.from(JSON.stringify(content));
  return text.length < short ? text : deflateSync(text, { level: 9 });
}

/** @throws Error if the bytes are no longer valid content */
export function unpacked(bytes: Buffer): unknown {
  const text = (bytes[0] === 0x7b ? bytes : inflateSync(bytes, { maxOutputLength: longest })).toString('utf8');
  return perhapsUnfit.test(text)
    ? JSON.parse(text, (_, value: unknown) => (typeof value === 'string' ? escaped(value) : value))
    : JSON.parse(text);
}

/** Text recorded before texts were checked must not forge lines of a letter or page. Most lines are free of this and parsed directly. */
const perhapsUnfit = /\\[bfnrtu]|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
