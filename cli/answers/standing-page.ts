/** A standing for people: a calm page with what holds, since when, until when, and what is not certain. */
import { causeInWords } from '../../activities/upcoming.ts';
import type { Agreement } from '../../clauses/agreement.ts';
import { inWords, type CalendarDate } from '../../clauses/calendar.ts';
import { endsWith } from '../../clauses/terms.ts';
import type { Condition } from '../../clauses/reading.ts';
import { safeByInWords } from './safe-day-words.ts';
import type { Answer } from '../../wording/answer.ts';
import { isOver } from '../../machines/view.ts';
import { datesInWords, withDaysLeft } from '../days.ts';
import { labelled, table, wrapped, type Labelled } from '../page.ts';
import { conditionsInWords, inTimeInWords, phaseInWords, statusInWords } from '../words.ts';
import type { Ink } from '../world.ts';

type LastDayForNotice = NonNullable<NonNullable<Answer['period']>['lastDayForNotice']>;

export function standingPage(s: Answer, agreement: Agreement, ink: Ink): string {
  const known = s.knownOn ? `, as known on ${inWords(s.knownOn)}` : '';
  const rehearsal = agreement.rehearsal ? ' (a rehearsal)' : '';
  return [
    ...wrapped(ink.strong(agreement.title['en']!)),
    ink.faint(`${s.agreement}${rehearsal}: as of ${inWords(s.asOf)}${known}`),
    '',
    labelled(
      [
        ['Status', statusLines(s)],
        ...entryLines(s),
        ...periodLines(s, agreement),
        ...wayOutLines(s, agreement),
        ['Notices', noticeLines(s)],
        ...endLines(s),
        ...applicationLines(s),
        ...survivalLines(s),
        ...otherLines(s),
      ],
      ink,
    ),
  ].join('\n');
}

function statusLines({ status, statusAlternatives, within, certain }: Answer): string[] {
  if (within && !certain)
    return [`${within.statuses.map(statusInWords).join(', or ')}: it depends on the day that is known only within bounds`];
  return [statusInWords(status), ...statusAlternatives.map(a => `${statusInWords(a.status)} ${conditionsInWords(a.when)}`)];
}

function entryLines({ entryIntoForce: e, status, asOf, within }: Answer): Labelled[] {
  if (!e.date && e.notBefore && e.notAfter) {
    const label = e.notBefore > asOf ? 'In force from' : isOver(status) ? 'Was in force from' : 'In force since';
    return [[label, [`between ${inWords(e.notBefore)} and ${withDaysLeft(e.notAfter, asOf)}, ${e.basis}: ${e.how}`]]];
  }
  if (!e.date && within) return [['Entry into force', [`${e.how} (${e.basis})`]]];
  if (!e.date)
    return [
      ['Entry into force', status === 'negotiated' ? [] : [e.notBefore ? `${e.how} (${e.basis})` : `not known: ${e.how} (${e.basis})`]],
    ];
  const label = e.date > asOf ? 'In force from' : isOver(status) ? 'Was in force from' : 'In force since';
  return [[label, [`${withDaysLeft(e.date, asOf)}, ${e.basis}: ${e.how}`, ...otherDates(e.alternatives)]]];
}

function periodLines({ period: p, status, asOf, within, nextWayOut, notice }: Answer, { clauses: { duration } }: Agreement): Labelled[] {
  const none =
    duration.kind === 'indefinite' && duration.unseen
      ? 'none is reckoned: the text is not described'
      : endsWith({ duration })
        ? `none is running: in force until a condition is met: ${endsWith({ duration })!.what}`
        : 'none is running: without limit of time';
  if (within?.periods && !p) return periodsWithin(within, asOf);
  if (!p) return [['Period', status === 'inForce' || status === 'suspended' ? [none] : []]];
  return [
    [`Period ${p.number}`, [`${inWords(p.firstDay)} to ${withDaysLeft(p.lastDay, asOf)}, ${p.basis}`]],
    ['Last day for notice', !p.lastDayForNotice && nextWayOut ? [] : lastDayLines(p, asOf, notice)],
    ['Renewal agreed', p.agreedRenewal ? [renewalInWords(p.agreedRenewal)] : []],
  ];
}

/** Where a notice ends it only on fixed days: by when for the next of them. */
function wayOutLines({ nextWayOut: next, asOf }: Answer, { clauses: { duration } }: Agreement): Labelled[] {
  if (!next) return [];
  const { lastDayForNotice, lastDayInForce, safe, sendBy, basis, alternatives } = next;
  const renewed = duration.kind === 'periods' && duration.renewal.kind === 'automatic';
  const effect = `received by then, a notice ends it on ${inWords(lastDayInForce)}${renewed ? '' : '; silence renews nothing'}`;
  const safeLines = safe
    ? [`safe day ${withDaysLeft(safe, asOf)}: received by then, it does so on every reading`, `send by ${withDaysLeft(sendBy!, asOf)}`]
    : [];
  return [
    ['Last day for notice', [...safeLines, `${withDaysLeft(lastDayForNotice, asOf)}, ${basis}: ${effect}`, ...otherDates(alternatives)]],
  ];
}

function applicationLines({ provisionalApplication: p, entryIntoForce, asOf }: Answer): Labelled[] {
  if (!p || (entryIntoForce.date && entryIntoForce.date <= p.from)) return [];
  const ended = p.ended ? `; ended by ${p.ended.by} (${p.ended.notice}), received ${inWords(p.ended.on)}` : '';
  return [['Applied provisionally', [`from ${withDaysLeft(p.from, asOf)}, until entry into force, ${p.basis}: ${p.how}${ended}`]]];
}

const survivalLines = ({ survivals = [], asOf }: Answer): Labelled[] => [
  [
    'Survives the end',
    survivals.flatMap(s => [
      `${s.what}${s.lastDay ? `, to ${withDaysLeft(s.lastDay, asOf)}` : ''}, ${s.basis}: ${s.how}`,
      ...(s.lastDay ? otherDates(s.alternatives) : []),
    ]),
  ],
];

const renewalInWords = ({ firstDay, lastDay, basis, how }: NonNullable<NonNullable<Answer['period']>['agreedRenewal']>): string =>
  `${inWords(firstDay)} to ${inWords(lastDay)}, ${basis}: ${how}`;

/** Where a day is known only within bounds: ranges, and the safe day over all of them. */
function periodsWithin({ periods, safeDay, safeDayHow, statuses }: NonNullable<Answer['within']>, asOf: CalendarDate): Labelled[] {
  const { first, last, lastDay, lastDayForNotice } = periods!;
  const range = ({ notBefore, notAfter }: typeof lastDay): string => `between ${inWords(notBefore)} and ${withDaysLeft(notAfter, asOf)}`;
  const condition = statuses.some(s => s !== 'inForce' && s !== 'suspended') ? 'if it is in force, ' : '';
  const later = safeDay && safeDay.from > asOf ? ` for a notice received from ${inWords(safeDay.from)} on` : '';
  return [
    [first === last ? `Period ${first}` : `Period ${first} to ${last}`, [`ends ${range(lastDay)}`]],
    [
      'Last day for notice',
      [
        ...(safeDay
          ? [
              `${condition}the earliest safe day is ${withDaysLeft(safeDay.date, asOf)}${later}, ${safeDay.basis}: ${safeDayHow}`,
              `send by ${withDaysLeft(safeDay.sendBy, asOf)}`,
            ]
          : [safeDayHow]),
        ...(lastDayForNotice ? [`the last day itself lies ${range(lastDayForNotice)}`] : []),
      ],
    ],
  ];
}

/** First what is safe on every reading, then the day itself, then who would count otherwise. */
function lastDayLines(
  { lastDayForNotice: last, settled, number }: NonNullable<Answer['period']>,
  asOf: CalendarDate,
  running: Answer['notice'],
): string[] {
  if (!last) return ['none: there is no renewal that a notice could prevent'];
  if (last.reopens) return [...passedLines(last, asOf), ...otherDates(last.alternatives)];
  if (settled) return [`${inWords(last.date)}, ${last.basis}: past for period ${number}`, ...otherDates(last.alternatives)];
  const { safe, sendBy } = { safe: last.safe!, sendBy: last.sendBy! }; // neither without days on which it reopens
  if (running)
    return [
      `${inWords(last.date)}, ${last.basis}: notice ${running.id} is running; if it is revoked, a new one must be sent by ${inWords(sendBy)} to arrive by the safe day, ${inWords(safe)}`,
      ...otherDates(last.alternatives),
    ];
  return [
    `safe day ${withDaysLeft(safe, asOf)}: ${safeInWords(last, safe, asOf)}`,
    `send by ${withDaysLeft(sendBy, asOf)}`,
    `${withDaysLeft(last.date, asOf)}, ${last.basis}: ${last.how}`,
    ...otherDates(last.alternatives),
  ];
}

const safeInWords = (last: LastDayForNotice, safe: CalendarDate, asOf: CalendarDate): string =>
  safe >= asOf
    ? ['received by then, a notice is in time on every reading', ...safeByInWords(last)].join('; ')
    : 'past: a notice received now is late on at least one reading';

function passedLines({ safe, reopens, date, basis, how }: LastDayForNotice, asOf: CalendarDate): string[] {
  const { from, safe: to, sendBy } = reopens!;
  const received = `a notice received from ${inWords(from)} to ${withDaysLeft(to, asOf)} is in time`;
  return [
    ...(safe
      ? [`safe day ${inWords(safe)}: past`, `${received} again, by a change that is known; send by ${inWords(sendBy)}`]
      : [`${received}; an earlier one has no effect; send by ${inWords(sendBy)}`]),
    `${withDaysLeft(date, asOf)}, ${basis}: ${how}`,
  ];
}

export const otherDates = (alternatives: readonly { date: CalendarDate | null; when: readonly Condition[] }[]): string[] =>
  alternatives.map(a => `${a.date ? inWords(a.date) : 'none'} ${conditionsInWords(a.when)}`);

function noticeLines({ notices, asOf, within }: Answer): string[] {
  return notices.map(n => {
    return `${n.id}: by ${n.by}, received ${inWords(n.received)}, ${inTimeInWords(n.inTime, within !== undefined)}; ${fateOf(n, asOf)}`;
  });
}

function fateOf(n: Answer['notices'][number], asOf: CalendarDate): string {
  if (n.revoked) return `revoked ${inWords(n.revoked)}`;
  return n.replacedBy ? `replaced by ${n.replacedBy}` : `last day in force by it ${withDaysLeft(n.lastDayInForce, asOf)}`;
}

function endLines({ termination: t, otherEnds: others, asOf, within }: Answer): Labelled[] {
  const bounds = within?.lastDayInForce;
  if (!t && bounds)
    return [['Ends', [`last day in force between ${inWords(bounds.notBefore)} and ${withDaysLeft(bounds.notAfter, asOf)}`]]];
  if (!t) return others.length ? [['Ends', ['no end is coming on the default reading, but:', ...otherEnds(others)]]] : [];
  const label = t.firstDayOut > asOf ? 'Ends' : 'Ended';
  return [
    [
      label,
      [
        `${causeInWords(t.cause)}, last day in force ${withDaysLeft(t.lastDayInForce, asOf)}, ceases on ${inWords(t.firstDayOut)}, ${t.basis}: ${datesInWords(t.how)}`,
        ...otherEnds(t.alternatives),
      ],
    ],
  ];
}

export const otherEnds = (alternatives: Answer['otherEnds']): string[] =>
  alternatives.map(a => `${a.firstDayOut ? `ceases on ${inWords(a.firstDayOut)}` : 'no end in sight'} ${conditionsInWords(a.when)}`);

function otherLines({ protocols, withoutEffect, notes, asOf }: Answer): Labelled[] {
  return [
    [
      'Protocols',
      protocols.map(p => `${p.id}: ${(p.statuses ?? [p.status]).map(phaseInWords).join(', or ')}${protocolEntry(p.entryIntoForce, asOf)}`),
    ],
    ['Without effect', withoutEffect.map(w => `${w.fact}: ${w.why}${w.onSomeReadings ? ' On another reading it has an effect.' : ''}`)],
    ['Notes', notes],
  ];
}

function protocolEntry({ date, notBefore, alternatives }: Answer['protocols'][number]['entryIntoForce'], asOf: CalendarDate): string {
  if (date) return [`, entry into force ${withDaysLeft(date, asOf)}`, ...otherDates(alternatives)].join('; ');
  return notBefore ? `, entry into force not before ${inWords(notBefore)}` : '';
}

/** A day that is known only within bounds: its last one, or that it may not come. */
export const until = (notAfter: CalendarDate | null | undefined): string =>
  notAfter === undefined ? '' : notAfter ? ` … ${inWords(notAfter)}` : ' or later';

/** Everything that happened and that is to come, with its article. */
export function datesPage({ dates, asOf }: Answer, ink: Ink): string {
  const row = (d: Answer['dates'][number]): string[] => {
    const cells = [
      `${withDaysLeft(d.date, asOf)}${until(d.notAfter)}`,
      `${d.label}${d.ifStillInForce ? ', if still in force' : ''}`,
      d.basis,
    ];
    return d.past ? cells.map(cell => ink.faint(cell)) : cells;
  };
  return [table(['Date', 'What', 'Article'], dates.map(row), ink), ...conditionLines(dates)].join('\n');
}

/** On which readings the agreement is still in force after an end that is coming. */
function conditionLines(dates: Answer['dates']): string[] {
  const each = dates.flatMap(d => (d.ifStillInForce ? [d.ifStillInForce] : []));
  const said = [...new Set(each.map(when => (when.length ? conditionsInWords(when) : 'only if that end is revoked')))];
  return said.length ? ['', ...said.flatMap(when => wrapped(`Still in force after the end that is coming: ${when}.`))] : [];
}
