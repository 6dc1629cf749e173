/**
 * Where webhooks may go: over https to any public address; over http, or to this machine or its network, only to origins that the setting
 * SERVANDA_WEBHOOK_ALLOW names. Checked when an agreement is opened, and again when the name is resolved at delivery, since it may then
 * have another address.
 */
import { lookup as resolved, type LookupAddress } from 'node:dns';
import { BlockList, isIP, isIPv6, type LookupFunction } from 'node:net';
import { detailOf } from './detail.ts';

/** Allowed origins, such as `http://10.0.0.5:8080`; without a port, every port of that host. */
export type NamedOrigins = readonly string[];

/** Addresses outside the public network: loopback, private, link-local, shared, reserved, and those that map to them. RFC 6890. */
const closed = new BlockList();
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  closed.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of [
  ['::', 96],
  ['64:ff9b::', 32],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 9],
  ['ff00::', 8],
] as const)
  closed.addSubnet(net, prefix, 'ipv6');

export const isClosed = (address: string): boolean => closed.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');

/** Why the URL itself rules out a webhook: `http`, or `closed` for an address outside the public network. */
export function whyUrlNotAllowed(url: string, named: NamedOrigins): 'http' | 'closed' | undefined {
  const { protocol, hostname } = new URL(url);
  if (isNamed(url, named)) return undefined;
  if (protocol !== 'https:') return 'http';
  const host = hostname.replace(/^\[|\]$/g, '');
  if (isIP(host)) return isClosed(host) ? 'closed' : undefined;
  return /(^|\.)localhost\.?$/.test(host) ? 'closed' : undefined;
}

export function isNamed(url: string, named: NamedOrigins): boolean {
  const { protocol, hostname, origin } = new URL(url);
  return named.some(one => new URL(one).origin === origin || (!hasPort(one) && one.replace(/\/$/, '') === `${protocol}//${hostname}`));
}

const hasPort = (origin: string): boolean => /:\d+\/?$/.test(origin);

/** Resolves a name, and rejects it if any of its addresses is closed; the connection then uses only checked addresses. */
export const openAddresses =
  (resolve: typeof resolved = resolved): LookupFunction =>
  (hostname, options, callback) =>
    resolve(hostname, { ...options, all: true }, (failure, addresses: LookupAddress[]) => {
      const inside = failure ? undefined : addresses.find(({ address }) => isClosed(address));
      const refused = failure ?? (inside && new ClosedAddress(hostname, inside.address));
      if (refused) return callback(refused, []);
      if (options.all) return callback(null, addresses);
      callback(null, addresses[0]!.address, addresses[0]!.family);
    });

export class ClosedAddress extends Error {
  override readonly name = 'ClosedAddress';
  constructor(hostname: string, address: string) {
    super(detailOf('closedName', hostname, address));
  }
}
