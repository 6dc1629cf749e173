/**
 * The codec server, which lets the Temporal UI and CLI show encrypted payloads in clear: POST /encode and /decode as specified by Temporal.
 * Listens on this machine only, answers only pages from the UI's origin, and stores nothing.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { formatCode } from '../machines/own-failure.ts';
import { bodyOf, NotPayloads, payloadsFrom } from './codec-messages.ts';
import type { CodecFault } from './faults.ts';
import { KeyMissing, SealBroken, type Keyring } from './keyring.ts';
import { payloadCodec } from './payload-codec.ts';

export interface CodecServerOptions {
  keys: Keyring;
  /** On 127.0.0.1; 0: any free port. */
  port: number;
  /** Required of every caller, if set. */
  token?: string;
  /** The allowed origins of pages, such as `http://127.0.0.1:8233`. */
  origins: () => readonly string[];
  /** Words a refusal for the caller; defaults to its code and values. */
  say?: (fault: CodecFault) => string;
}

export interface CodecServer {
  address: string;
  stop(): Promise<void>;
}

/** Bytes per request: Temporal's own messages are at most four megabytes, and Base64 adds a third. */
const bodyLimit = 8 * 1024 * 1024;

/** @throws Error when the port is taken */
export async function startCodecServer(options: CodecServerOptions): Promise<CodecServer> {
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000, maxHeaderSize: 16 * 1024 }, (request, response) => {
    void answer(request, response, options).catch(() => response.destroy());
  });
  server.listen(options.port, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, options: CodecServerOptions): Promise<void> {
  const { origin } = request.headers;
  response.setHeader('cache-control', 'no-store').setHeader('x-content-type-options', 'nosniff').setHeader('vary', 'origin');
  if (origin !== undefined && options.origins().includes(origin)) allow(origin, request, response);
  const refuse = (status: number, fault: CodecFault): void => say(response, status, (options.say ?? formatCode)(fault));
  const refused = rejectionOf(request, options);
  if (refused) return refuse(...refused);
  if (request.method === 'OPTIONS') return void response.writeHead(204).end();
  const body = await bodyWithin(request);
  if (body === undefined) return refuse(413, { code: 'requestTooLarge', megabytes: bodyLimit / 1024 / 1024 });
  try {
    const codec = payloadCodec(options.keys);
    const payloads = payloadsFrom(body);
    const done = pathOf(request) === '/encode' ? await codec.encode(payloads) : await codec.decode(payloads);
    response.writeHead(200, { 'content-type': 'application/json' }).end(bodyOf(done));
  } catch (cause) {
    if (!(cause instanceof NotPayloads || cause instanceof KeyMissing || cause instanceof SealBroken)) throw cause;
    refuse(400, cause.fault);
  }
}

/** Before a page on the internet may reach this machine, the browser sends another preflight request (private network access). */
function allow(origin: string, request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('access-control-allow-methods', 'POST');
  response.setHeader('access-control-allow-headers', 'content-type, authorization, x-namespace');
  response.setHeader('access-control-allow-credentials', 'true');
  if (request.headers['access-control-request-private-network']) response.setHeader('access-control-allow-private-network', 'true');
}

function rejectionOf(request: IncomingMessage, { origins, token }: CodecServerOptions): [number, CodecFault] | undefined {
  const { origin, host = '', authorization = '' } = request.headers;
  // Rejects a foreign host name that was made to resolve here (DNS rebinding).
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host)) return [421, { code: 'otherHost' }];
  if (origin !== undefined && !origins().includes(origin)) return [403, { code: 'originNotAnswered', origin }];
  if (!['/encode', '/decode'].includes(pathOf(request))) return [404, { code: 'unknownPath' }];
  if (request.method === 'OPTIONS') return undefined;
  if (request.method !== 'POST') return [405, { code: 'notPost' }];
  if (token !== undefined && !isSame(authorization, `Bearer ${token}`)) return [401, { code: 'tokenNeeded' }];
  return /^application\/json\b/.test(request.headers['content-type'] ?? '') ? undefined : [415, { code: 'otherContentType' }];
}

const pathOf = ({ url = '' }: IncomingMessage): string => url.split('?')[0]!;

/** Compares in constant time, so that timing does not reveal where they differ. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}

/** Undefined if it is too long. */
async function bodyWithin(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size <= bodyLimit) parts.push(part);
    else if (size > 2 * bodyLimit) return undefined;
  }
  return size > bodyLimit ? undefined : Buffer.concat(parts).toString('utf8');
}

/** Closes the connection: the rest of a rejected request is not read. */
function say(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { 'content-type': 'application/json', connection: 'close' }).end(JSON.stringify({ message }));
}
