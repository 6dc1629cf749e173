/** The end of an agreement as a row states it: the fact that caused it. An expiry follows from the clauses and is not a fact. */
import { dayAfter, type CalendarDate } from '../../clauses/calendar.ts';
import type { Fields } from './fields.ts';
import type { StatedEndCause } from './reasons.ts';
import type { AtLatest } from './row.ts';
import type { PartyNamed } from './values.ts';

export interface StatedEnd {
  cause: StatedEndCause;
  lastDayInForce: CalendarDate;
}

const causes: readonly StatedEndCause[] = ['notice', 'agreement', 'expiry', 'superseded'];
const beside = ['end_cause', 'end_on', 'end_by', 'later_treaty'] as const;

interface ReadEnd {
  facts: object[];
  stated: StatedEnd | undefined;
  /** Ids of facts whose day the table does not state. */
  undated: string[];
}

export function readEnd(fields: Fields, parties: PartyNamed[] | undefined, atLatest: AtLatest): ReadEnd {
  const lastDayInForce = fields.day('end');
  const on = fields.day('end_on');
  if (!fields.text('end')) {
    const told = beside.filter(name => fields.text(name));
    if (told.length) fields.refuse({ code: 'endEmpty', columns: told });
    return none;
  }
  const written = fields.text('end_cause')?.toLowerCase();
  const cause = causes.find(c => c === written);
  if (!cause) fields.refuse({ code: 'unknownCause', text: written ?? 'none', causes });
  if (!cause || !lastDayInForce) return none;
  const facts = factsOf(cause, lastDayInForce, on, atLatest(lastDayInForce), fields, parties);
  return { facts, stated: { cause, lastDayInForce }, undated: on ? [] : facts.map(f => f.id) };
}

const none: ReadEnd = { facts: [], stated: undefined, undated: [] };

function factsOf(
  cause: StatedEndCause,
  last: CalendarDate,
  on: CalendarDate | undefined,
  otherwise: CalendarDate,
  fields: Fields,
  parties: PartyNamed[] | undefined,
): { id: string; [field: string]: unknown }[] {
  const firstDayOut = dayAfter(last);
  const notKnown = on
    ? {}
    : {
        note: 'The day on which it was agreed is not known: entered under the last day in force, or under the day of the import where that was earlier.',
      };
  switch (cause) {
    case 'expiry':
      return [];
    case 'agreement':
      return [{ id: 'x', type: 'termination.agreed', on: on ?? otherwise, firstDayOut, ...notKnown }];
    case 'superseded': {
      const laterTreaty = fields.text('later_treaty');
      if (!laterTreaty) fields.refuse({ code: 'laterTreatyEmpty' });
      return [{ id: 'x', type: 'superseded', on: on ?? otherwise, laterTreaty, firstDayOut, ...notKnown }];
    }
    case 'notice': {
      const by = fields.text('end_by')?.toUpperCase();
      if (!by || !on) fields.refuse({ code: 'noticeIncomplete' });
      if (by && parties && !parties.some(p => p.id === by))
        fields.refuse({ code: 'noParty', column: 'end_by', text: by, parties: parties.map(p => p.id) });
      return [{ id: 't', type: 'termination.notified', by, received: on }];
    }
    default:
      return cause satisfies never;
  }
}
