/** The choices that forms offer from the agreement's state: its Parties, notices, protocols and conditions. */
import type { AgreementStanding } from '../../client/answers.ts';
import { unknownEntry } from '../../client/facts.ts';
import type { InvalidRequest } from '../../client/failures.ts';
import type { Words } from '../words.ts';
import type { Field, Given } from './fields.ts';
import type { FormRequest } from './flow.ts';
import type { Asking } from './schema-fields.ts';

type Options = NonNullable<Field['options']>;

interface More {
  given: Given;
  /** Initial values that replace the usual ones. */
  standing?: Readonly<Record<string, string>> | undefined;
  /** The form is about a protocol that is already known. */
  ofKnownProtocol?: boolean;
}

/** `standing`: the current values, for a form that changes them. Otherwise today, if all Parties have the same date, and our own Party. */
export function askingOf({ c, s, today }: FormRequest, { given, standing, ofKnownProtocol = false }: More): Asking {
  const words = c.get('words');
  const first: Readonly<Record<string, string | undefined>> = {
    by: s.described.desk?.party,
    on: today,
    received: today,
    channel: 'diplomaticNote',
  };
  return {
    words,
    given,
    initial: name => (standing ? standing[name] : first[name]),
    options: name => {
      const found = optionsFor(name, s, words, ofKnownProtocol);
      return found?.length ? found : undefined;
    },
  };
}

function optionsFor(name: string, s: AgreementStanding, words: Words, ofKnownProtocol: boolean): Options | undefined {
  switch (name) {
    case 'by':
    case 'payer':
    case 'party':
      return partiesOf(s, words);
    case 'of':
      return s.notices
        .filter(n => !n.revoked)
        .map(n => ({ value: n.id, label: `${n.id}, ${words.party(n.by, s.described)}, ${words.day(n.received)}` }));
    case 'condition':
      return s.described.conditions
        .filter(({ id }) => s.admitted.some(a => a.type === 'condition.met' && a.of === id))
        .map(({ id, what }) => ({ value: id, label: what }));
    case 'protocol':
      return ofKnownProtocol ? s.protocols.map(p => ({ value: p.id, label: p.id })) : undefined;
    default:
      return undefined;
  }
}

/** Our own Party first. */
export function partiesOf({ described }: AgreementStanding, words: Words): Options {
  const own = described.desk?.party;
  return [...described.parties]
    .sort((p, q) => Number(q.id === own) - Number(p.id === own))
    .map(p => ({ value: p.id, label: words.party(p.id, described) }));
}

/** The ledger has no such line, or none of that kind. */
export const unknownEntryIn = ({ c, s }: FormRequest, id: string): InvalidRequest =>
  unknownEntry(
    c.get('words').wording,
    s.agreement,
    id,
    s.entries.map(e => e.entry.id),
  );
