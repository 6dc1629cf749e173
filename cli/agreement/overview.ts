/** The agreements of a register at a glance: status, next date, what falls due on it. For `agreement list` and `up`. */
import { descriptionOf, entriesOf } from '../../activities/description.ts';
import { daysBetween, inWords, type CalendarDate } from '../../clauses/calendar.ts';
import type { DecisionOwed } from '../../machines/decisions.ts';
import { decisionInWords } from '../../machines/labels.ts';
import type { Registers } from '../../register/home.ts';
import { daysLeft } from '../days.ts';
import { decisionFor } from '../answers/decisions.ts';
import { table } from '../page.ts';
import { keptIds, standingOf, type Days } from '../source.ts';
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

export async function glances(registers: Registers, world: World, days: Days = {}): Promise<Glance[]> {
  const all: Glance[] = [];
  for (const id of await keptIds(registers)) {
    const { register, rehearsal } = (await registers.find(id))!;
    const rows = await register.rows(id);
    const { agreement, hash } = descriptionOf(rows, id);
    const source = { agreement, description: hash, entries: entriesOf(rows) };
    const s = standingOf(source, world, days);
    const owed = decisionFor(source, s.asOf);
    const { date, what } = nextOf(s);
    const left = date && daysBetween(s.asOf, date);
    all.push({
      agreement: id,
      title: agreement.title['en']!,
      rehearsal,
      status: s.status,
      certain: s.certain,
      asOf: s.asOf,
      nextDate: date,
      what,
      daysLeft: left,
      decision: owed && (owed.decision || owed.owedSince <= s.asOf) ? owed.state : null,
    });
  }
  return all;
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
