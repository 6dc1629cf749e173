/**
 * Encrypts everything that Temporal stores for us before it leaves this process: arguments, results, failures, summaries. Uses the format
 * of Temporal's own samples (`binary/encrypted`, the payload in protobuf), which its tools recognize.
 */
import type { Payload, PayloadCodec } from '@temporalio/common';
import protocol from '@temporalio/proto';
import { OwnFailure } from '../machines/own-failure.ts';
import type { Keyring } from './keyring.ts';

const encoding = 'binary/encrypted';
const proto = protocol.temporal.api.common.v1.Payload;
const text = (bytes: Uint8Array | null | undefined): string => Buffer.from(bytes ?? []).toString('utf8');

/**
 * Encrypts with the first key, decrypts with any. Unencrypted payloads, from before there were keys, pass unchanged. Processes without keys
 * use it too, so that they report which key is missing.
 */
export function payloadCodec(keys: Keyring): PayloadCodec {
  return {
    encode: async payloads => (keys.isEmpty ? payloads : Promise.all(payloads.map(p => sealed(p, keys)))),
    decode: async payloads => Promise.all(payloads.map(p => opened(p, keys))),
  };
}

async function sealed(payload: Payload, keys: Keyring): Promise<Payload> {
  const { key, bytes } = await keys.seal(proto.encode(payload).finish(), 'payload');
  return { metadata: { encoding: Buffer.from(encoding), 'encryption-key-id': Buffer.from(key) }, data: bytes };
}

/**
 * For workers: replaces the encoding of a payload that can't be decrypted by the reason, which no converter accepts. Throwing here would
 * fail every task of the receiving workflow, even if a stranger had sent the payload.
 */
export function payloadCodecOfWorkers(keys: Keyring): PayloadCodec {
  const unopened = (cause: unknown): Payload => ({
    metadata: { encoding: Buffer.from(cause instanceof OwnFailure ? JSON.stringify(cause.fault) : String(cause)) },
  });
  return { ...payloadCodec(keys), decode: async payloads => Promise.all(payloads.map(p => opened(p, keys).catch(unopened))) };
}

/** @throws KeyMissing, SealBroken */
async function opened(payload: Payload, keys: Keyring): Promise<Payload> {
  if (text(payload.metadata?.['encoding']) !== encoding) return payload;
  const key = text(payload.metadata?.['encryption-key-id']);
  return proto.decode(await keys.open({ key, bytes: payload.data ?? new Uint8Array() }, 'payload'));
}
