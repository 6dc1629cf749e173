/** Compares a rehearsal with the fold of the same facts: the timers that fired, and the final standing. */
import type { CalendarDate } from '../clauses/calendar.ts';
import { fold } from '../machines/fold.ts';
import { factTypes, recordedOn } from '../machines/facts.ts';
import { beginsItsDay, type Label } from '../machines/labels.ts';
import { factsKnown } from '../machines/ledger.ts';
import type { Brief } from '../machines/plan-types.ts';
import type { ArmedTimer } from '../machines/timer.ts';
import type { Answer } from '../wording/answer.ts';
import { statementIn } from '../wording/statements.ts';
import type { Wording } from '../wording/wording.ts';
import type { Move, MoveName } from './moves.ts';
import type { Story } from './rehearsal-story.ts';

export interface Lived {
  /** The day on which it was opened and the day through which it was folded. What began on the first day had begun before it was opened. */
  from: CalendarDate;
  reached: CalendarDate;
  /** The timers that fired, as they were armed. */
  fired: readonly ArmedTimer[];
  brief: Brief;
}

interface Due {
  day: CalendarDate;
  label: Label;
  basis: string;
}

/** The differences; empty if there are none. `before`: what the rehearsal lived through; `after`: what `timeline` gives. */
export function differencesFrom(story: Story, { from, reached, fired, brief }: Lived, standing: Answer, wording: Wording): Move[] {
  const lived = new Map(fired.flatMap(dueOf).map(due => [keyOf(due), due]));
  const said = new Map(
    standing.dates
      .filter(({ date, what }) => date >= from && date <= reached && !isFact(what) && !(date === from && beginsItsDay(what)))
      .map(({ date, labelled, basis }) => ({ day: date, label: labelled, basis }))
      .map(due => [keyOf(due), due]),
  );
  const notLived = [...said].filter(([key, due]) => !lived.has(key) && !cameWithFact(story, key, due, reached));
  // On the day of an end nothing else comes due in the fold, but its timer may fire all the same.
  const end = standing.termination?.lastDayInForce;
  const notSaid = [...lived].filter(([key, { day }]) => !said.has(key) && day < reached && day !== end);
  const move = ({ label }: Due, before: string | null, after: string | null): Move => ({
    what: 'date',
    of: statementIn(label, wording),
    before,
    after,
  });
  return [
    ...standingMoves(brief, standing),
    ...notLived.map(([, due]) => move(due, null, due.day)),
    ...notSaid.map(([, due]) => move(due, due.day, null)),
  ];
}

const isFact = (what: string): boolean => (factTypes as readonly string[]).includes(what);
const keyOf = ({ day, label, basis }: Due): string => JSON.stringify([day, label, basis]);

function dueOf({ says: { code, args } }: ArmedTimer): Due[] {
  if (code !== 'dueOn' && code !== 'holdsFrom') return [];
  const { day, label, basis } = args;
  return [{ day, label, basis }];
}

/** True for a date caused by a fact that was recorded on or after that day, so that no timer could have waited for it. */
function cameWithFact({ agreement, known, invented }: Story, key: string, { day }: Due, reached: CalendarDate): boolean {
  const has = (before: CalendarDate, isThrough: boolean): boolean => {
    const entries = [...known, ...invented.filter(e => recordedOn(e) < before || (isThrough && recordedOn(e) === before))];
    const { facts } = factsKnown(entries, undefined, agreement.clauses);
    return fold(agreement, facts, agreement.reading, reached).timeline.some(row => keyOf(row) === key);
  };
  return [...new Set(invented.map(recordedOn))].some(on => day <= on && has(on, true) && !has(on, false));
}

function standingMoves(brief: Brief, { status, entryIntoForce, period, termination, within }: Answer): Move[] {
  if (within) return []; // a brief has the earliest possible day where the answer has bounds
  const value = (what: MoveName, before: string | null, after: string | null): Move => ({ what, of: null, before, after });
  return [
    value('status', brief.status, status),
    value('entry', brief.entryIntoForce, entryIntoForce.date),
    value('period', brief.period && `${brief.period.number}`, period && `${period.number}`),
    value('lastDay', brief.period?.lastDay ?? null, period?.lastDay ?? null),
    value('lastDayInForce', brief.lastDayInForce, termination?.lastDayInForce ?? null),
  ].filter(({ before, after }) => before !== after);
}
