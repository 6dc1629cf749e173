/** The client for one agreement: the same calls, without naming it each time. */
import type { Notices, Protocols, Servanda } from './servanda.ts';

/** The function without its first argument. */
type Without<F> = F extends (first: string, ...rest: infer R) => infer P ? (...rest: R) => P : never;
type All<T> = { [K in keyof T]: Without<T[K]> };

type OfOne = Pick<Servanda, (typeof ofOne)[number]>;

/** `record`, `standing`, `notice.draft` and so on, for one agreement. */
export type OneAgreement = All<OfOne> & { notice: All<Omit<Notices, 'list'>>; protocol: All<Omit<Protocols, 'list'>> };

const ofOne = [
  'record',
  'recordAll',
  'correct',
  'strike',
  'decide',
  'acknowledge',
  'replan',
  'standing',
  'timeline',
  'explain',
  'simulate',
  'timers',
] as const;

export function oneAgreement(servanda: Servanda, id: string): OneAgreement {
  const { list: _, ...notice } = servanda.notice;
  const { list: __, ...protocol } = servanda.protocol;
  const own = Object.fromEntries(ofOne.map(name => [name, servanda[name]]));
  return { ...bound(own, id), notice: bound(notice, id), protocol: bound(protocol, id) } as OneAgreement;
}

function bound<T extends object>(calls: T, id: string): All<T> {
  const each = Object.entries(calls).map(([name, call]) => [name, (call as (...args: unknown[]) => unknown).bind(undefined, id)]);
  return Object.fromEntries(each) as All<T>;
}
