/** JSON as it is kept in bytes: short as it is, long by zlib (RFC 1950). The first begins with `{`, the other with `x`, so each is known. */
import { deflateSync, inflateSync } from 'node:zlib';
import { escaped } from '../machines/limits.ts';

/** In bytes: what is shorter gains little. */
const short = 400;
/** In bytes: more than any line has; a stream that says more is none of ours. */
const longest = 64 * 1024 * 1024;

export function packed(content: object): Buffer {
  const text = Buffer.from(JSON.stringify(content));
  return text.length < short ? text : deflateSync(text, { level: 9 });
}

/** @throws Error when the bytes are no such content any more */
export function unpacked(bytes: Buffer): unknown {
  const text = (bytes[0] === 0x7b ? bytes : inflateSync(bytes, { maxOutputLength: longest })).toString('utf8');
  return perhapsUnfit.test(text)
    ? JSON.parse(text, (_, value: unknown) => (typeof value === 'string' ? escaped(value) : value))
    : JSON.parse(text);
}

/** What came in before texts were checked must forge no line of a letter or a page. Most lines have nothing of it, and are read at once. */
const perhapsUnfit = /\\[bfnrtu]|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
