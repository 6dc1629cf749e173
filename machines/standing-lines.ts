/** Parts of an answer: entry into force, the current period, provisional application, the decisive notice, protocols. */
import type { Agreement } from '../clauses/agreement.ts';
import { earliest, type CalendarDate } from '../clauses/calendar.ts';

import type { Reason } from '../clauses/reason.ts';
import type { Reckoning } from '../clauses/reckoning.ts';
import type { TreatyState } from './treaty-state.ts';
import { inTime, type Views } from './other-readings.ts';
import { dates, protocolNotifications } from './page-lines.ts';
import type { SafeDay } from './safe-day-of-readings.ts';
import { readingsOfSafeDay } from './safe-day.ts';
import { countedSafely, sendByOf } from './send-by.ts';
import { decisiveNotice, type ProtocolView, type View } from './view.ts';
import type { LastDayForNotice, Standing } from './standing-types.ts';

/** If there is no date: the earliest possible day, on the reading on which it is earliest. */
export function entryLine({ entry, awaiting }: View, answers: Views, { clauses }: Agreement): Standing['entryIntoForce'] {
  const each = dates(answers, v => v.entry?.date);
  if (entry) return { ...entry, notBefore: null, ...each };
  const bounds = answers.each.flatMap(({ value }) => value.notBefore ?? []);
  const notBefore = bounds.length ? earliest(...bounds) : null;
  const reason: Reason = { code: 'byAwaited', args: { awaited: awaiting!, notBefore } };
  return { date: null, notBefore, basis: clauses.entryIntoForce.article, reason, ...each };
}

export function periodLine({ period }: View, answers: Views, agreement: Agreement, safeDay: SafeDay | undefined): Standing['period'] {
  if (!period) return null;
  const { number, firstDay, lastDay, lastDayForNotice: last, settled, agreedRenewal } = period;
  return {
    number,
    firstDay,
    lastDay: lastDay.date,
    ...dates(answers, v => v.period?.lastDay.date),
    basis: lastDay.basis,
    reason: lastDay.reason,
    lastDayForNotice:
      last && safeDay ? { ...last, ...safeSide(safeDay, agreement), ...dates(answers, v => v.period?.lastDayForNotice?.date) } : null,
    settled,
    ...(agreedRenewal ? { agreedRenewal: renewalLine(agreedRenewal, answers) } : {}),
  };
}

type AgreedRenewal = NonNullable<NonNullable<View['period']>['agreedRenewal']>;

function renewalLine({ id, number, firstDay, lastDay: { date: lastDay, basis, reason } }: AgreedRenewal, answers: Views) {
  return { fact: id, number, firstDay, lastDay, basis, reason, ...dates(answers, v => v.period?.agreedRenewal?.lastDay.date) };
}

function safeSide(safeDay: SafeDay, { clauses, transit }: Agreement): Omit<LastDayForNotice, keyof Reckoning> {
  const { date, passed, reopens, changes } = safeDay;
  const safe = date ?? passed;
  const sendBy = (day: CalendarDate): CalendarDate => sendByOf(day, countedSafely(clauses), transit);
  return {
    safe,
    sendBy: safe && sendBy(safe),
    safeBy: { when: readingsOfSafeDay(safeDay), changes },
    reopens: reopens && { from: reopens.from, safe: reopens.to, sendBy: sendBy(reopens.to) },
  };
}

export function decisiveLine(family: TreatyState, answers: Views): Standing['notice'] {
  const n = decisiveNotice(family);
  return n ? { id: n.id, by: n.by, received: n.dates.received, inTime: inTime(n.id, answers) } : null;
}

export function applicationLine({ provisionalApplication: p }: View, answers: Views): Pick<Standing, 'provisionalApplication'> {
  if (!p) return {};
  const { date: from, basis, reason, ended } = p;
  const others = dates(answers, v => v.provisionalApplication?.date);
  const by = ended ? { notice: ended.id, by: ended.by, on: ended.on } : null;
  return { provisionalApplication: { from, basis, reason, ended: by, ...others } };
}

/** Every reading has the same protocols; only their entry into force may differ. */
export function protocolLine(protocol: ProtocolView, answers: Views, family: TreatyState): Standing['protocols'][number] {
  const { id, status, signed, notified, awaits, entry, notBefore } = protocol;
  const of = (v: View): ProtocolView => v.protocols.find(p => p.id === id)!;
  const statuses = [...new Set(answers.each.map(({ value }) => of(value).status))];
  const each = dates(answers, v => of(v).entry?.date);
  return {
    id,
    status,
    ...(statuses.length > 1 ? { statuses } : {}),
    signed: signed ?? null,
    notified,
    awaits,
    notifications: protocolNotifications(protocol, family),
    entryIntoForce: {
      date: entry?.date ?? null,
      notBefore: notBefore ?? null,
      basis: entry?.basis ?? null,
      reason: entry?.reason ?? null,
      ...each,
    },
  };
}
