/** A Temporal server that identifies itself, and refuses everything else with one gRPC status. */
import { createServer } from 'node:http2';
import type { AddressInfo } from 'node:net';
import proto from '@temporalio/proto';

export interface RefusingServer {
  address: string;
  stop: () => Promise<void>;
}

export interface Refusal {
  status: number;
  said: string;
  /** The namespace that it lacks. */
  namespace?: string;
}

/** `alsoConnecting`: it does not even identify itself. */
export async function refusingServer(
  { status, said, namespace }: Refusal,
  { alsoConnecting = false }: { alsoConnecting?: boolean } = {},
): Promise<RefusingServer> {
  const server = createServer();
  const connections = new Set<{ destroy: () => void }>();
  server.on('session', session => connections.add(session));
  server.on('stream', (stream, { ':path': path }) => {
    const head = { ':status': 200, 'content-type': 'application/grpc' };
    if (alsoConnecting || !path?.endsWith('/GetSystemInfo')) {
      const details = namespace ? { 'grpc-status-details-bin': withoutNamespace(status, said, namespace) } : {};
      stream.respond({ ...head, 'grpc-status': `${status}`, 'grpc-message': said, ...details }, { endStream: true });
      return;
    }
    stream.respond(head, { waitForTrailers: true });
    stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': '0' }));
    stream.end(Buffer.alloc(5)); // an empty message
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise(resolve => {
        for (const connection of connections) connection.destroy();
        server.close(() => resolve());
      }),
  };
}

/** The details by which Temporal's own client recognises a missing namespace. */
function withoutNamespace(code: number, message: string, namespace: string): string {
  const { google, temporal } = proto;
  const value = temporal.api.errordetails.v1.NamespaceNotFoundFailure.encode({ namespace }).finish();
  const type_url = 'type.googleapis.com/temporal.api.errordetails.v1.NamespaceNotFoundFailure';
  return Buffer.from(google.rpc.Status.encode({ code, message, details: [{ type_url, value }] }).finish()).toString('base64');
}
