/** The messages between a codec server and the Temporal UI and CLI: payloads as proto3 JSON, bytes in Base64. */
import type { Payload } from '@temporalio/common';
import { z } from 'zod';
import { OwnFailure } from '../machines/own-failure.ts';
import type { CodecFault } from './faults.ts';

const base64 = z.string().regex(/^[A-Za-z0-9+/_-]*={0,2}$/);
const payloads = z.object({
  // proto3 JSON omits an empty list
  payloads: z
    .array(z.object({ metadata: z.record(z.string(), base64).optional(), data: base64.optional() }))
    .max(10_000)
    .default([]),
});

/** The payloads of a request. @throws NotPayloads */
export function payloadsFrom(body: string): Payload[] {
  const read = payloads.safeParse(jsonOf(body));
  if (!read.success) throw new NotPayloads({ code: 'notPayloads' });
  return read.data.payloads.map(({ metadata = {}, data = '' }) => ({
    metadata: Object.fromEntries(Object.entries(metadata).map(([name, value]) => [name, Buffer.from(value, 'base64')])),
    data: Buffer.from(data, 'base64'),
  }));
}

export function bodyOf(all: readonly Payload[]): string {
  const inBase64 = (bytes: Uint8Array | null | undefined): string => Buffer.from(bytes ?? []).toString('base64');
  return JSON.stringify({
    payloads: all.map(({ metadata, data }) => ({
      metadata: Object.fromEntries(Object.entries(metadata ?? {}).map(([name, value]) => [name, inBase64(value)])),
      data: inBase64(data),
    })),
  });
}

export class NotPayloads extends OwnFailure<CodecFault> {
  override readonly name = 'NotPayloads';
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new NotPayloads({ code: 'bodyNotJson' });
  }
}
