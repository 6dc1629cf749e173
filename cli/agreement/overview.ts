/** The agreements of a register at a glance: status, next date, what falls due on it. For `agreement list` and `up`. */
import { glanceOf, listingsNow, type Glance } from '../../activities/listing.ts';
import type { RegisterDossier } from '../../activities/dossier.ts';
import { knownOn } from '../../activities/upcoming.ts';
import { inWords } from '../../clauses/calendar.ts';
import type { Registers } from '../../register/home.ts';
import { daysLeft } from '../days.ts';
import { table } from '../page.ts';
import { inEach, todayOf, type Days } from '../source.ts';
import { decisionInWords, statusInWords } from '../words.ts';
import type { World } from '../world.ts';

/** Of every agreement that can be read and folded; `unread`: of each other, why not. Those of today are read as they were projected. */
export async function glances(
  registers: Registers,
  world: World,
  { asOf }: Pick<Days, 'asOf'> = {},
): Promise<{ found: Glance[]; unread: string[] }> {
  const listings = asOf ? undefined : await listingsNow(registers, world.now());
  const folded = (dossier: RegisterDossier): Glance[] => [glanceOf(dossier, knownOn(dossier, asOf ?? todayOf(world, dossier.agreement)))];
  return inEach(registers, [], folded, id => (listings?.has(id) ? [listings.get(id)!.glance] : undefined));
}

export function overviewPage(all: readonly Glance[], { ink }: World): string {
  const rows = all.map(g => [
    g.rehearsal ? `${g.agreement} (rehearsal)` : g.agreement,
    statusInWords(g.status) + (g.certain ? '' : ', disputed'),
    g.nextDate ? inWords(g.nextDate) : '',
    g.daysLeft === null ? '' : daysLeft(g.daysLeft),
    g.decision ? `${g.what}; ${g.decision === 'undecided' ? 'undecided' : `decided: ${decisionInWords[g.decision]}`}` : g.what,
  ]);
  return table(['Agreement', 'Status', 'Next date', 'Days left', 'What'], rows, ink);
}
