/**
 * What came of a letter, as the register has it beside `became`: what the other side said, as it said it (`HTTP 204`), a code of ours with
 * its values, or a failure of ours as data. The reader renders what is ours.
 */
export type DetailCode = 'cutOff' | 'notHttps' | 'closedAddress' | 'closedName';

/** `delivery.closedName hooks.example.org 127.0.0.1` */
export const detailOf = (code: DetailCode, ...values: readonly string[]): string => [`delivery.${code}`, ...values].join(' ');

const failure = 'delivery.failure ';

/** `delivery.failure {"code":"linesMissing", …}` */
export const detailOfFailure = (fault: { code: string }): string => `${failure}${JSON.stringify(fault)}`;

/** Undefined for all but a failure of ours. */
export const readFailure = (detail: string): { code: string } | undefined =>
  detail.startsWith(failure) ? (JSON.parse(detail.slice(failure.length)) as { code: string }) : undefined;

/** Undefined for what the other side said, and for a failure of ours. */
export function readDetail(detail: string): { code: string; host: string; address: string } | undefined {
  const [, code, host = '', address = ''] = /^delivery\.(\w+)(?: (\S+) (\S+))?$/.exec(detail) ?? [];
  return code === undefined ? undefined : { code, host, address };
}
