/** Reads a file, device or shell substitution named by the user, up to a size limit. */
import { closeSync, openSync, readSync } from 'node:fs';

/** In bytes: a million characters, in any alphabet. */
const textLimit = 4_000_000;

/** @throws TextTooLong, or an error of the system or the decoder */
export const readText = (file: string): string => new TextDecoder('utf-8', { fatal: true }).decode(readBytes(file, textLimit));

/** `limit`: in bytes. @throws TextTooLong, or an error of the system */
export function readBytes(file: string, limit: number): Buffer {
  const buffer = Buffer.alloc(64 * 1024);
  const parts: Buffer[] = [];
  const fd = openSync(file, 'r');
  try {
    let size = 0;
    for (let read = readSync(fd, buffer); read > 0; read = readSync(fd, buffer)) {
      size += read;
      if (size > limit) throw new TextTooLong();
      parts.push(Buffer.from(buffer.subarray(0, read)));
    }
  } finally {
    closeSync(fd);
  }
  return Buffer.concat(parts);
}

export class TextTooLong extends Error {
  override readonly name = 'TextTooLong';
}
