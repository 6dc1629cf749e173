/** What the Temporal server itself says no to, as data. */

export interface ServerFault {
  /** `gone`: it answers no more; `denied`: it knows not who asks, or lets them not; `noNamespace`: it has none of that name. */
  code: 'gone' | 'denied' | 'noNamespace';
  /** In its own words. */
  why: string;
}

/** Undefined for a failure of one request. The client of Temporal wraps what the server said in errors of its own. */
export function serverFaultOf(cause: unknown): ServerFault | undefined {
  for (let e = cause; e instanceof Error; e = e.cause) {
    const fault = isOfGrpc(e) ? faultOf(e) : faultQuoted(e);
    if (fault) return fault;
  }
  return undefined;
}

/** Temporal does not answer any more: what is asked next would fail as well. */
export const isServerGone = (cause: unknown): boolean => serverFaultOf(cause)?.code === 'gone';

type GrpcError = Error & { code: number; details: string };

const isOfGrpc = (e: Error): e is GrpcError => 'metadata' in e && 'code' in e && 'details' in e && typeof e.details === 'string';

const [NOT_FOUND, PERMISSION_DENIED, UNAVAILABLE, UNAUTHENTICATED] = [5, 7, 14, 16];

/** The worker's connection says it in the message alone. */
function faultOf({ code, details, message }: GrpcError): ServerFault | undefined {
  const why = details || message;
  if (code === UNAVAILABLE) return { code: 'gone', why };
  if (code === PERMISSION_DENIED || code === UNAUTHENTICATED) return { code: 'denied', why };
  return code === NOT_FOUND && why.startsWith('Namespace ') ? { code: 'noNamespace', why } : undefined;
}

/** The connection and the pollers of a worker keep no code: they quote what Temporal's core calls it. */
function faultQuoted({ name, message }: Error): ServerFault | undefined {
  if (name === 'NamespaceNotFoundError') return { code: 'noNamespace', why: message };
  return denial.test(message) ? { code: 'denied', why: /message: "(.*?)"/.exec(message)?.[1] ?? message } : undefined;
}

const denial =
  /code: ('The caller does not have permission|'The request does not have valid authentication|PermissionDenied|Unauthenticated)/;
