/** The agreements of a register at a glance: status, next date, what falls due on it. For `agreement list` and `up`. */
import type { RegisterDossier } from '../../activities/dossier.ts';
import { daysBetween, inWords, type CalendarDate } from '../../clauses/calendar.ts';
import type { DecisionOwed } from '../../machines/decisions.ts';
import { decisionInWords } from '../../machines/labels.ts';
import type { Registers } from '../../register/home.ts';
import { daysLeft } from '../days.ts';
import { decisionFor } from '../answers/decisions.ts';
import { table } from '../page.ts';
import { inEach, standingOf, type Days } from '../source.ts';
import { nextOf } from '../answers/upcoming.ts';
import { statusInWords } from '../words.ts';
import type { World } from '../world.ts';

export interface Glance {
  agreement: string;
  title: string;
  rehearsal: boolean;
  status: string;
  certain: boolean;
  asOf: CalendarDate;
  nextDate: CalendarDate | null;
  what: string;
  daysLeft: number | null;
  /** What is decided about the next safe day, or `undecided` once it is owed; null otherwise. */
  decision: DecisionOwed['state'] | null;
}

/** Of every agreement that can be read and folded; `unread`: of each other, why not. */
export function glances(registers: Registers, world: World, days: Days = {}): Promise<{ found: Glance[]; unread: string[] }> {
  return inEach(registers, [], kept => [glance(kept, world, days)]);
}

function glance(kept: RegisterDossier, world: World, days: Days): Glance {
  const { agreement, rehearsal } = kept;
  const s = standingOf(kept, world, days);
  const owed = decisionFor(kept, s.asOf);
  const { date, what } = nextOf(s);
  return {
    agreement: agreement.id,
    title: agreement.title['en']!,
    rehearsal,
    status: s.status,
    certain: s.certain,
    asOf: s.asOf,
    nextDate: date,
    what,
    daysLeft: date && daysBetween(s.asOf, date),
    decision: owed && (owed.decision || owed.owedSince <= s.asOf) ? owed.state : null,
  };
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
