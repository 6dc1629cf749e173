/** A notice as people see it: where it stands, what the law makes of it now, its dates, what is waited for. */
import { isDeepStrictEqual } from 'node:util';
import { inWords, type CalendarDate } from '../../clauses/calendar.ts';
import { stateInWords } from '../../machines/notice/refusals.ts';
import { wordings } from '../../wording/index.ts';
import { followsIn } from '../../wording/plan.ts';
import type { Attached } from '../document/desk.ts';
import { withDaysLeft } from '../days.ts';
import { labelled, table, type Labelled } from '../page.ts';
import { noticeStepInWords } from '../steps.ts';
import type { Ink } from '../world.ts';
import type { OnDesk } from './desk.ts';

/** States that have their reason; one that came back and went out again has it no more. */
const withReason: readonly OnDesk['state'][] = ['returned', 'recalled', 'defective'];

export function noticePage(d: OnDesk, documents: readonly Attached[], today: CalendarDate, ink: Ink): string {
  const { notice: c, now } = d;
  const line = (label: string, ...lines: (string | undefined | null | false)[]): Labelled => [
    label,
    lines.filter(l => typeof l === 'string'),
  ];
  const arrival = c.arrival;
  const moved = d.closed && !isDeepStrictEqual(now.follows, c.weighed.follows);
  return [
    ink.strong(`Notice ${d.number}: ${c.content.kind}, by ${c.content.by} (${c.direction})`),
    labelled(
      [
        line('Agreement', c.agreement),
        line('State', stateInWords(d.state), withReason.includes(d.state) && c.reason && `reason: ${c.reason}`),
        line('Says', ...saying(c.content)),
        line('Outcome', d.outcome, moved && `when it was closed: ${followsIn(c.weighed.follows, wordings.en)}`),
        line('Safe day', now.safe && `${withDaysLeft(now.safe, today)} (${now.basis})`),
        line(
          'Send by',
          now.sendBy && `${withDaysLeft(now.sendBy, today)}${now.sendBy < today ? ', past: send it by the quickest channel' : ''}`,
        ),
        line(
          'Channel',
          c.direction === 'ours' && `${c.channel}${c.channel === 'emailCopy' ? ': a copy is no notice, the paper must arrive' : ''}`,
        ),
        line(c.direction === 'ours' ? 'Drafted by' : 'Taken in by', c.draftedBy),
        line(c.direction === 'ours' ? 'Approved by' : 'Examined by', c.approvedBy),
        line('Dated', (c.dated ?? arrival?.dated) && inWords((c.dated ?? arrival?.dated)!)),
        line('Dispatched', (c.dispatched ?? arrival?.dispatched) && inWords((c.dispatched ?? arrival?.dispatched)!)),
        line('Received', (c.received ?? arrival?.received) && inWords((c.received ?? arrival?.received)!), c.evidence ?? arrival?.evidence),
        line('Documents', ...documents.map(f => `${f.name} (${f.id}), sha256:${f.sha256}`)),
        line('Waits for', ...d.timers.map(t => t.summary)),
      ],
      ink,
    ),
    '',
    table(
      ['Step', 'What'],
      d.steps.map((s, i) => [`${i + 1}`, noticeStepInWords(s)]),
      ink,
    ),
  ].join('\n');
}

/** What it says besides its kind and its Party, a field a line. */
function saying({ kind: _, by: __, ...rest }: OnDesk['notice']['content']): string[] {
  return Object.entries(rest).map(([field, value]) => `${field}: ${typeof value === 'string' ? value : JSON.stringify(value)}`);
}

export function noticeTable(all: readonly (OnDesk & { agreement: string })[], today: CalendarDate, ink: Ink): string {
  const rows = all.map(({ agreement, number, notice: c, state, now, outcome, timers }) => [
    agreement,
    number,
    `${c.content.kind}, by ${c.content.by}`,
    stateInWords(state),
    now.sendBy ? withDaysLeft(now.sendBy, today) : '',
    timers[0]?.summary ?? outcome,
  ]);
  return table(['Agreement', 'Number', 'Notice', 'State', 'Send by', 'Next'], rows, ink);
}
