/** How an agreement ended, as a row tells it: the fact that brought it about. An expiry follows from the clauses and is no fact. */
import { dayAfter, type CalendarDate } from '../../clauses/calendar.ts';
import type { Fields } from './fields.ts';
import type { EndCauseTold } from './reasons.ts';
import type { PartyNamed } from './values.ts';

export interface StatedEnd {
  cause: EndCauseTold;
  lastDayInForce: CalendarDate;
}

const causes: readonly EndCauseTold[] = ['notice', 'agreement', 'expiry', 'superseded'];
const beside = ['end_cause', 'end_on', 'end_by', 'later_treaty'] as const;

export function readEnd(fields: Fields, parties: PartyNamed[] | undefined): { facts: object[]; stated: StatedEnd | undefined } {
  const lastDayInForce = fields.day('end');
  const on = fields.day('end_on');
  if (!fields.text('end')) {
    const told = beside.filter(name => fields.text(name));
    if (told.length) fields.refuse({ code: 'endEmpty', columns: told });
    return { facts: [], stated: undefined };
  }
  const written = fields.text('end_cause')?.toLowerCase();
  const cause = causes.find(c => c === written);
  if (!cause) fields.refuse({ code: 'unknownCause', text: written ?? 'none', causes });
  if (!cause || !lastDayInForce) return { facts: [], stated: undefined };
  return { facts: factsOf(cause, lastDayInForce, on, fields, parties), stated: { cause, lastDayInForce } };
}

function factsOf(
  cause: EndCauseTold,
  last: CalendarDate,
  on: CalendarDate | undefined,
  fields: Fields,
  parties: PartyNamed[] | undefined,
): object[] {
  const firstDayOut = dayAfter(last);
  const notKnown = on ? {} : { note: 'The day on which it was agreed is not known: entered under the last day in force.' };
  switch (cause) {
    case 'expiry':
      return [];
    case 'agreement':
      return [{ id: 'x', type: 'termination.agreed', on: on ?? last, firstDayOut, ...notKnown }];
    case 'superseded': {
      const laterTreaty = fields.text('later_treaty');
      if (!laterTreaty) fields.refuse({ code: 'laterTreatyEmpty' });
      return [{ id: 'x', type: 'superseded', on: on ?? last, laterTreaty, firstDayOut, ...notKnown }];
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
