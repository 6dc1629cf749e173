/**
 * The result of a letter, which the register stores with `became`: the other server's answer verbatim (`HTTP 204`), one of our codes with
 * its values, or one of our failures as data. Readers render the codes and failures.
 */
export type DetailCode = 'cutOff' | 'notHttps' | 'closedAddress' | 'closedName';

/** `delivery.closedName hooks.example.org 127.0.0.1` */
export const detailOf = (code: DetailCode, ...values: readonly string[]): string => [`delivery.${code}`, ...values].join(' ');

const failure = 'delivery.failure ';

/** `delivery.failure {"code":"linesMissing", …}` */
export const detailOfFailure = (fault: { code: string }): string => `${failure}${JSON.stringify(fault)}`;

/** Undefined unless it is one of our failures. */
export const readFailure = (detail: string): { code: string } | undefined =>
  detail.startsWith(failure) ? (JSON.parse(detail.slice(failure.length)) as { code: string }) : undefined;

/** Undefined for the other server's answer, and for one of our failures. */
export function readDetail(detail: string): { code: string; host: string; address: string } | undefined {
  const [, code, host = '', address = ''] = /^delivery\.(\w+)(?: (\S+) (\S+))?$/.exec(detail) ?? [];
  return code === undefined ? undefined : { code, host, address };
}
