/** Errors of the Temporal server itself, as data. */

export interface ServerFault {
  /**
   * `gone`: it no longer answers; `denied`: it rejects the credentials or their permissions; `noNamespace`: it has no namespace of that
   * name.
   */
  code: 'gone' | 'denied' | 'noNamespace';
  /** The server's own message. */
  why: string;
}

/** Returns undefined for the failure of a single request. The Temporal client wraps the server's error in its own. */
export function serverFaultOf(cause: unknown): ServerFault | undefined {
  for (let e = cause; e instanceof Error; e = e.cause) {
    const fault = isOfGrpc(e) ? faultOf(e) : faultQuoted(e);
    if (fault) return fault;
  }
  return undefined;
}

/** Returns whether Temporal has stopped answering, so that the next request would fail as well. */
export const isServerGone = (cause: unknown): boolean => serverFaultOf(cause)?.code === 'gone';

type GrpcError = Error & { code: number; details: string };

const isOfGrpc = (e: Error): e is GrpcError => 'metadata' in e && 'code' in e && 'details' in e && typeof e.details === 'string';

const [NOT_FOUND, PERMISSION_DENIED, UNAVAILABLE, UNAUTHENTICATED] = [5, 7, 14, 16];

/** The worker's connection has the text only in its message. */
function faultOf({ code, details, message }: GrpcError): ServerFault | undefined {
  const why = details || message;
  if (code === UNAVAILABLE) return { code: 'gone', why };
  if (code === PERMISSION_DENIED || code === UNAUTHENTICATED) return { code: 'denied', why };
  return code === NOT_FOUND && why.startsWith('Namespace ') ? { code: 'noNamespace', why } : undefined;
}

/** The connection and pollers of a worker keep no code: they quote the error of Temporal's core. */
function faultQuoted({ name, message }: Error): ServerFault | undefined {
  if (name === 'NamespaceNotFoundError') return { code: 'noNamespace', why: message };
  return denial.test(message) ? { code: 'denied', why: /message: "(.*?)"/.exec(message)?.[1] ?? message } : undefined;
}

const denial =
  /code: ('The caller does not have permission|'The request does not have valid authentication|PermissionDenied|Unauthenticated)/;
