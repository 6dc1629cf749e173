/**
 * What came of a letter, as the register has it beside `became`: what the other side said, as it said it (`HTTP 204`), or a code of ours with
 * its values, which the reader renders.
 */
export type DetailCode = 'cutOff' | 'notHttps' | 'closedAddress' | 'closedName';

/** `delivery.closedName hooks.example.org 127.0.0.1` */
export const detailOf = (code: DetailCode, ...values: readonly string[]): string => [`delivery.${code}`, ...values].join(' ');

/** Undefined for what the other side said. */
export function readDetail(detail: string): { code: string; host: string; address: string } | undefined {
  const [, code, host = '', address = ''] = /^delivery\.(\w+)(?: (\S+) (\S+))?$/.exec(detail) ?? [];
  return code === undefined ? undefined : { code, host, address };
}
