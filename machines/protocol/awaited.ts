/** What a protocol awaits: consent to it, its texts, signature, notifications. VCLT art. 9, 10, 39; here art. 10. */
import type { CalendarDate } from '../../clauses/calendar.ts';
import type { Statement } from '../../clauses/statement.ts';
import type { Act, ActParams } from '../acts.ts';

/** The displayed state: the machine's, with `inForce` also after the agreement's end, for a protocol that was an integral part. */
export type ProtocolState = 'proposed' | 'agreed' | 'signed' | 'inForce' | 'neverOperates' | 'abandoned';

/** A protocol as the desk keeps it. */
export interface ProtocolOnDesk {
  agreement: string;
  protocol: string;
  parties: readonly string[];
  /** The authentic languages, in which a text must be settled before signature. */
  languages: readonly string[];
  texts: readonly string[];
  /** The Parties that have notified. */
  completions: readonly string[];
  /** The recipients of reminders, by their ids in the agreement's list. */
  tell: readonly string[];
  basis: string;
  /** The day on which the present state began. */
  since: CalendarDate;
}

/** What is awaited, from whom and in which languages. */
export interface AwaitedStep {
  what: ActParams['protocolAwaited']['awaited'];
  languages: readonly string[];
  parties: readonly string[];
}

export const languagesMissing = ({ languages, texts }: ProtocolOnDesk): string[] => languages.filter(l => !texts.includes(l));

function awaitedIn(state: ProtocolState, p: ProtocolOnDesk): AwaitedStep | undefined {
  const languages = languagesMissing(p);
  const parties = p.parties.filter(party => !p.completions.includes(party));
  const none = { languages: [], parties: [] };
  switch (state) {
    case 'proposed':
      return { ...none, what: 'consent' };
    case 'agreed':
      return languages.length ? { ...none, what: 'texts', languages } : { ...none, what: 'signature' };
    case 'signed':
      return parties.length ? { ...none, what: 'completion', parties } : { ...none, what: 'entryOfAgreement' };
    case 'inForce':
    case 'neverOperates':
    case 'abandoned':
      return undefined;
    /* v8 ignore next 2 -- @preserve unreachable: the compiler checks that the union is closed */
    default:
      return state satisfies never;
  }
}

/** What is missing for its entry into force, as data. */
export interface MissingArgs {
  protocolAwaits: AwaitedStep & { protocol: string };
}

export type Missing = Statement<MissingArgs>;

/** Returns what is missing, if anything. */
export function missingIn(state: ProtocolState, p: ProtocolOnDesk): Missing | undefined {
  const awaited = awaitedIn(state, p);
  return awaited && { code: 'protocolAwaits', args: { ...awaited, protocol: p.protocol } };
}

/** Returns the reminder of a day; undefined if nothing is missing. */
export function reminderOn(day: CalendarDate, state: ProtocolState, p: ProtocolOnDesk): Act | undefined {
  const awaited = awaitedIn(state, p);
  if (!awaited) return undefined;
  const { agreement, protocol, since, basis, tell } = p;
  const { what, languages, parties } = awaited;
  return {
    kind: 'remind',
    what: 'protocolAwaited',
    on: day,
    basis,
    params: { agreement, protocol, awaited: what, languages, parties, since },
    due: since,
    ...(tell.length > 1 ? { to: tell.slice(0, 1) } : {}),
  };
}
