/** Parses lengths and Parties in a table. An unreadable value gives the reason. */
import { length, zone, type Length } from '../../clauses/calendar.ts';
import { stateOf } from '../states.ts';
import type { FieldReason } from './reasons.ts';

/** The value of a field, or why it cannot be read. */
export type FieldValue<T> = { is: T } | { why: FieldReason };

/** Parses `P5Y`, also `5 years`. */
export function readLength(text: string): FieldValue<Length> {
  const words = /^(\d{1,4}) (year|month|week|day)s?$/i.exec(text);
  const read = length.safeParse(words ? `P${words[1]}${words[2]!.charAt(0).toUpperCase()}` : text.toUpperCase());
  return read.success ? { is: read.data } : { why: { code: 'notOfForm', text, rule: read.error.issues[0]!.message } };
}

export interface PartyNamed {
  id: string;
  name: { en: string };
  zone: string;
}

/** Parses two Parties: `KZ; AZ`, `KZ - AZ`, `KZ@Asia/Almaty; AZ`. `names`: in the same order, separated by a semicolon. */
export function readParties(text: string, names: string | undefined): FieldValue<PartyNamed[]> {
  const written = text.split(/\s*[;,|+]\s*|\s+[-–]\s+|\s+/).filter(Boolean);
  const codes = written.length === 1 ? written[0]!.split(/[-–](?=[A-Za-z]{2,3}$)/) : written;
  if (codes.length !== 2) return { why: { code: 'numberOfParties', text, count: codes.length } };
  const named = names?.split(/\s*;\s*/) ?? [];
  if (names && named.filter(Boolean).length !== 2) return { why: { code: 'oneNotNamed', text: names } };
  const read = codes.map((code, i) => readParty(code, named[i]));
  const wrong = read.flatMap(r => ('why' in r ? [r.why] : []));
  if (wrong.length) return { why: wrong.length === 1 ? wrong[0]! : { code: 'several', all: wrong } };
  const parties = read.flatMap(r => ('is' in r ? [r.is] : []));
  return parties[0]!.id === parties[1]!.id ? { why: { code: 'sameParty', text } } : { is: parties };
}

function readParty(written: string, named: string | undefined): FieldValue<PartyNamed> {
  const [code, given] = written.split('@');
  const id = code!.toUpperCase();
  const state = stateOf(id);
  if (!/^[A-Z]{2,3}$/.test(id)) return { why: { code: 'noPartyCode', text: code! } };
  if (given && !zone.safeParse(given).success) return { why: { code: 'noZone', text: given } };
  const name = named ?? state?.name;
  const at = given ?? state?.zone;
  if (name && at) return { is: { id, name: { en: name }, zone: at } };
  return { why: { code: 'unknownState', text: id, isNamed: name !== undefined } };
}
