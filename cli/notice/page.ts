/** A notice for people: its state, its present effect in law, its dates, and what it is waiting for. */
import { isDeepStrictEqual } from 'node:util';
import type { CalendarDate } from '../../clauses/calendar.ts';
import type { Channel } from '../../clauses/desk.ts';
import type { Attached } from '../../client/documents.ts';
import type { Changes } from '../../clauses/terms.ts';
import { formatChanges } from '../protocol/changes.ts';
import { formatEntry } from '../answers/entry-words.ts';
import { labelled, table, type Labelled } from '../page.ts';
import { noticeStepIn } from '../../wording/steps.ts';
import { followsIn } from '../../wording/plan.ts';
import type { Words } from '../words.ts';
import type { Page } from '../world.ts';
import type { NoticeToday } from '../../client/notices.ts';

/** The states that have a reason; a notice that was returned and dispatched again no longer has one. */
const withReason: readonly NoticeToday['state'][] = ['returned', 'recalled', 'defective'];

export function noticePage(d: NoticeToday, documents: readonly Attached[], today: CalendarDate, page: Page): string {
  const { style, words } = page;
  const { m, say } = words;
  const { labels, stepColumns } = m.notice;
  const { notice: c, now } = d;
  const line = (label: string, ...lines: (string | undefined | null | false)[]): Labelled => [
    label,
    lines.filter(l => typeof l === 'string'),
  ];
  const day = (of: CalendarDate | undefined): string | undefined => of && words.day(of);
  const arrival = c.arrival;
  const isOurs = c.direction === 'ours';
  const moved = d.closed && now.follows.length > 0 && !isDeepStrictEqual(now.follows, c.assessment.follows);
  return [
    style.strong(say(m.notice.heading, { number: d.number, kind: words.kind(c.content.kind), by: c.content.by, direction: c.direction })),
    labelled(
      [
        line(labels.agreement, c.agreement),
        line(
          labels.state,
          words.noticeState(d.state),
          withReason.includes(d.state) && c.reason && say(m.notice.reason, { reason: c.reason }),
        ),
        line(labels.says, ...saying(c.content, words)),
        line(
          labels.outcome,
          d.outcome || undefined,
          moved && say(m.notice.whenClosed, { words: followsIn(c.assessment.follows, words.wording) }),
        ),
        line(
          labels.safeDay,
          now.safe && say(m.notice.safeDay, { day: words.withDaysLeft(now.safe, today), basis: words.basis(now.basis!) }),
        ),
        line(labels.sendBy, now.sendBy && sendBy(now.sendBy, today, words)),
        line(labels.channel, isOurs && channel(c.channel, words)),
        line(isOurs ? labels.draftedBy : labels.takenInBy, c.draftedBy),
        line(isOurs ? labels.approvedBy : labels.examinedBy, c.approvedBy),
        line(labels.dated, day(c.dated ?? arrival?.dated)),
        line(labels.dispatched, day(c.dispatched ?? arrival?.dispatched)),
        line(labels.received, receivedOn(c, words), c.evidence ?? arrival?.evidence),
        line(
          labels.corrected,
          ...d.amendments.map(a => say(m.notice.amended, { day: words.day(a.recorded), what: formatEntry(a, words) })),
        ),
        line(labels.documents, ...documents.map(f => `${f.name} (${f.id}), sha256:${f.sha256}`)),
        line(labels.waitsFor, ...d.timers.map(t => t.summary)),
      ],
      page,
    ),
    '',
    table(
      stepColumns,
      d.steps.map((s, i) => [`${i + 1}`, noticeStepIn(s, m, words)]),
      page,
    ),
  ].join('\n');
}

function sendBy(day: CalendarDate, today: CalendarDate, words: Words): string {
  const said = words.withDaysLeft(day, today);
  return day < today ? words.say(words.m.notice.pastQuickest, { day: said }) : said;
}

function channel(of: Channel, words: Words): string {
  const said = words.channel(of);
  return of === 'emailCopy' ? words.say(words.m.notice.onlyCopy, { channel: said }) : said;
}

/** Its day of receipt, or the bounds of it, with later corrections. */
function receivedOn({ received, arrival, receivedWithin: within }: NoticeToday['notice'], words: Words): string | undefined {
  if (within) return words.say(words.m.standing.between, { from: words.day(within.notBefore), to: words.day(within.notAfter) });
  const on = received ?? arrival?.received;
  return on && words.day(on);
}

/** Its content without kind and Party, one field per line. */
function saying({ kind: _, by: __, ...rest }: NoticeToday['notice']['content'], words: Words): string[] {
  const { fields, labels } = words.m.notice;
  return Object.entries(rest).flatMap(([field, value]): string[] => {
    if (field === 'of') return [`${labels.revokes}: ${String(value)}`];
    if (field === 'changes') return formatChanges(value as Changes, words);
    const parts = typeof value === 'object' ? Object.entries(value).map(([part, of]) => [`${field}.${part}`, of]) : [[field, value]];
    return parts.map(([name, of]) => `${fields[name as keyof typeof fields]}: ${words.dates(String(of))}`);
  });
}

export function noticeTable(all: readonly (NoticeToday & { agreement: string })[], today: CalendarDate, page: Page): string {
  const { words } = page;
  const { columns, kindBy } = words.m.notice;
  const rows = all.map(({ agreement, number, notice: c, state, now, outcome, timers }) => [
    agreement,
    number,
    words.say(kindBy, { kind: words.kind(c.content.kind), by: c.content.by }),
    words.noticeState(state),
    now.sendBy ? words.columnWithDaysLeft(now.sendBy, today) : '',
    timers[0]?.summary ?? outcome,
  ]);
  return table(columns, rows, page);
}
