/**
 * Everything Temporal keeps of us, encrypted before it leaves this process: arguments, results, failures, summaries. In the form
 * of Temporal's own samples (`binary/encrypted`, the payload in protobuf), so that its tools say what it is.
 */
import type { Payload, PayloadCodec } from '@temporalio/common';
import protocol from '@temporalio/proto';
import { OwnFailure } from '../machines/own-failure.ts';
import type { Keyring } from './keyring.ts';

const encoding = 'binary/encrypted';
const proto = protocol.temporal.api.common.v1.Payload;
const text = (bytes: Uint8Array | null | undefined): string => Buffer.from(bytes ?? []).toString('utf8');

/**
 * Encrypts with the first key, decrypts with any. What is not encrypted passes as it is: it was written before there were keys.
 * Also for a process without keys, so that it says which key is missing.
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
 * For workers: a payload that can't be opened is passed on with the reason in place of its encoding, which no converter knows. Thrown here,
 * it would fail every task of the workflow that got it, also where a stranger sent it.
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
