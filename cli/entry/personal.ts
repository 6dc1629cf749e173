/** What a person enters for a Party: which Party, and an id that is free. */
import type { RegisterDossier } from '../../activities/dossier.ts';
import type { CalendarDate } from '../../clauses/calendar.ts';
import { BadInput } from '../failures.ts';

/** The Party that is named, or that of the agreement's desk. @throws BadInput */
export function partyOf({ agreement }: RegisterDossier, named: string | undefined): string {
  const parties = agreement.parties.map(p => p.id);
  const party = named ?? agreement.desk?.party;
  if (!party)
    throw new BadInput(`--for is missing: for which Party, ${parties.join(' or ')}? An agreement’s file may say it once: desk.party.`);
  if (!parties.includes(party)) throw new BadInput(`--for ${party}: the Parties are ${parties.join(' and ')}.`);
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
