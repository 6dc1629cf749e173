/** Setup for tests of protocols: an agreement in force from 15 September 2004, and a protocol in force. */
import type { Answer } from '../../wording/answer.ts';
import { inForceOn, on } from './setup.ts';

export const inForce = inForceOn('2004-09-15');

/** A protocol signed, and both notifications received, so that it enters into force on a day. */
export const protocol = (id: string, day: string, changes?: object, signed = day): object[] => [
  { id: `${id}s`, type: 'protocol.signed', protocol: id, on: signed, ...(changes ? { changes } : {}) },
  { id: `${id}k`, type: 'protocol.completion.notified', protocol: id, by: 'KZ', received: day },
  { id: `${id}a`, type: 'protocol.completion.notified', protocol: id, by: 'AZ', received: day },
];

export const asOf = (day: string, ...list: object[]): Answer => on(day, [...inForce, ...list]);

/** Number, first and last day, and last day for notice. */
export const periodIn = ({ period: p }: Answer) => p && [p.number, p.firstDay, p.lastDay, p.lastDayForNotice?.date];
