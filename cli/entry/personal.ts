/** What a person enters for a Party: which Party, and an id that is free. */
import type { RegisterDossier } from '../../dossier/dossier.ts';
import type { CalendarDate } from '../../clauses/calendar.ts';
import { BadInput } from '../failures.ts';
import type { Words } from '../words.ts';

/** The Party that is named, or that of the agreement's desk. @throws BadInput */
export function partyOf({ m, say, and, or }: Words, { agreement }: RegisterDossier, named: string | undefined): string {
  const parties = agreement.parties.map(p => p.id);
  const party = named ?? agreement.desk?.party;
  if (!party) throw new BadInput(say(m.enter.partyMissing, { parties: or(parties) }));
  if (!parties.includes(party)) throw new BadInput(say(m.enter.partyUnknown, { party, parties: and(parties) }));
  return party;
}

/** `decision-2029-03-01`, or with a number where there was one that day. */
export function nextId({ rows }: RegisterDossier, what: string, today: CalendarDate): string {
  const used = new Set(rows.map(r => r.entry.id));
  const id = `${what}-${today}`;
  let n = 1;
  while (used.has(n === 1 ? id : `${id}-${n}`)) n += 1;
  return n === 1 ? id : `${id}-${n}`;
}
