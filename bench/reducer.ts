/** Computes the same answers by hand, on the default reading and without a machine, to compare with the fold. */
import { after, before, dayBefore, latest, type CalendarDate, type Length } from '../clauses/calendar.ts';
import { dateOf, type Entry, type Fact, type FactOf } from '../machines/facts.ts';

export interface Reduced {
  status: string;
  period: number | null;
  lastDay: CalendarDate | null;
  lastDayForNotice: CalendarDate | null;
  lastDayInForce: CalendarDate | null;
}

const fiveYears = 'P5Y' as Length;
const sixMonths = 'P6M' as Length;

interface State {
  signed?: CalendarDate;
  completed: Map<string, CalendarDate>;
  entry?: CalendarDate;
  lengths: Length[];
  notices: Map<string, CalendarDate>;
  suspended: boolean;
  noticeBefore: Length;
  /** The notice clause of the current period, if it is not the latest one yet. */
  running: Length;
  protocols: Map<string, { changes: FactOf<'protocol.signed'>['changes']; completed: Set<string> }>;
  ended?: CalendarDate;
}

/** Accepts only plain facts in date order: no corrections, strikes or defects. */
export function reduced(entries: readonly Entry[], asOf: CalendarDate): Reduced {
  const facts = (entries as readonly Fact[])
    .filter(f => dateOf(f) <= asOf)
    .sort((a, b) => (dateOf(a) < dateOf(b) ? -1 : dateOf(a) > dateOf(b) ? 1 : 0));
  const s: State = {
    completed: new Map(),
    lengths: [fiveYears],
    notices: new Map(),
    suspended: false,
    noticeBefore: sixMonths,
    running: sixMonths,
    protocols: new Map(),
  };
  for (const f of facts) {
    passTime(s, dateOf(f));
    if (s.ended) break;
    take(s, f);
  }
  passTime(s, asOf);
  return answer(s);
}

const endOf = (s: State): CalendarDate => dayBefore(after(s.entry!, ...s.lengths));
const coming = (s: State): CalendarDate | undefined => [...s.notices.values()].sort()[0];

/** Applies what falls due before a day: the effect of the earliest notice, otherwise renewals. */
function passTime(s: State, day: CalendarDate): void {
  while (s.entry && !s.ended) {
    const effect = coming(s);
    const end = endOf(s);
    if (effect && effect < day && effect <= end) s.ended = effect;
    else if (end < day) {
      s.lengths.push(fiveYears);
      s.running = s.noticeBefore;
    } else return;
  }
}

function take(s: State, f: Fact): void {
  switch (f.type) {
    case 'signed':
      s.signed ??= f.on;
      return;
    case 'completion.notified':
      if (s.entry || s.completed.has(f.by)) return;
      s.completed.set(f.by, latest(dateOf(f), s.signed ?? dateOf(f)));
      if (s.completed.size === 2 && s.signed) s.entry = latest(...s.completed.values());
      return;
    case 'termination.notified':
      if (s.entry) s.notices.set(f.id, dayBefore(after(f.received, sixMonths)));
      return;
    case 'termination.revoked':
      if (f.of) s.notices.delete(f.of);
      return;
    case 'suspension.agreed':
      s.suspended = true;
      return;
    case 'resumption.agreed':
      s.suspended = false;
      return;
    case 'protocol.signed':
      s.protocols.set(f.protocol, { changes: f.changes, completed: new Set() });
      return;
    case 'protocol.completion.notified':
      completeProtocol(s, f);
      return;
    default:
      throw new Error(`The reducer does not know ${f.type}.`);
  }
}

/** A changed notice period applies to the current period if its new last day is not before the protocol's entry into force. */
function completeProtocol(s: State, f: FactOf<'protocol.completion.notified'>): void {
  const { protocol, by } = f;
  const p = s.protocols.get(protocol)!;
  p.completed.add(by);
  if (p.completed.size < 2 || !p.changes?.noticeBefore) return;
  s.noticeBefore = p.changes.noticeBefore;
  if (before(endOf(s), s.noticeBefore) >= dateOf(f)) s.running = s.noticeBefore;
}

function answer(s: State): Reduced {
  const running = s.entry && !s.ended;
  const end = running ? endOf(s) : null;
  return {
    status: s.ended ? 'terminated' : s.entry ? (s.suspended ? 'suspended' : 'inForce') : s.signed ? 'signed' : 'negotiated',
    period: running ? s.lengths.length : null,
    lastDay: end,
    lastDayForNotice: end && before(end, s.running),
    lastDayInForce: s.ended ?? coming(s) ?? null,
  };
}
