/** The text of a file, read no further than a text of ours can be long: a file, or what a shell hands in for one. */
import { closeSync, openSync, readSync } from 'node:fs';

/** In bytes: a million characters, in any alphabet. */
const limit = 4_000_000;

/** @throws TextTooLong, or what the system or the decoder says */
export function readText(file: string): string {
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
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts));
}

export class TextTooLong extends Error {
  override readonly name = 'TextTooLong';
}
