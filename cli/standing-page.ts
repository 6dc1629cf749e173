/** A standing for people: a calm page with what holds, since when, until when, and what is not certain. */
import type { Agreement } from '../clauses/agreement.ts';
import { inWords, type CalendarDate } from '../clauses/calendar.ts';
import type { Condition } from '../clauses/reading.ts';
import type { Standing } from '../machines/standing.ts';
import { datesInWords, withDaysLeft } from './days.ts';
import { labelled, table, wrapped, type Labelled } from './page.ts';
import { causeInWords, conditionsInWords, inTimeInWords, phaseInWords, statusInWords } from './words.ts';
import type { Ink } from './world.ts';

export function standingPage(s: Standing, agreement: Agreement, ink: Ink): string {
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
        ['Notices', noticeLines(s)],
        ...endLines(s),
        ...otherLines(s),
      ],
      ink,
    ),
  ].join('\n');
}

function statusLines({ status, statusAlternatives }: Standing): string[] {
  return [statusInWords(status), ...statusAlternatives.map(a => `${statusInWords(a.status)} ${conditionsInWords(a.when)}`)];
}

const over: readonly string[] = ['terminated', 'expired', 'superseded'];

function entryLines({ entryIntoForce: e, status, asOf }: Standing): Labelled[] {
  if (!e.date)
    return [
      ['Entry into force', status === 'negotiated' ? [] : [e.notBefore ? `${e.how} (${e.basis})` : `not known: ${e.how} (${e.basis})`]],
    ];
  const label = e.date > asOf ? 'In force from' : over.includes(status) ? 'Was in force from' : 'In force since';
  return [[label, [`${withDaysLeft(e.date, asOf)}, ${e.basis}: ${e.how}`, ...otherDates(e.alternatives)]]];
}

function periodLines({ period: p, status, asOf }: Standing, { clauses: { duration } }: Agreement): Labelled[] {
  const none =
    duration.kind === 'indefinite' && duration.unseen
      ? 'none is reckoned: the text is not described'
      : 'none is running: without limit of time';
  if (!p) return [['Period', status === 'inForce' || status === 'suspended' ? [none] : []]];
  return [
    [`Period ${p.number}`, [`${inWords(p.firstDay)} to ${withDaysLeft(p.lastDay, asOf)}, ${p.basis}`]],
    ['Last day for notice', lastDayLines(p, asOf)],
  ];
}

/** First what is safe on every reading, then the day itself, then who would count otherwise. */
function lastDayLines({ lastDayForNotice: last, settled, number }: NonNullable<Standing['period']>, asOf: CalendarDate): string[] {
  if (!last) return ['none: no notice could prevent the renewal of this period'];
  if (settled) return [`${inWords(last.date)}, ${last.basis}: past for period ${number}`, ...otherDates(last.alternatives)];
  return [
    `safe day ${withDaysLeft(last.safe, asOf)}: received by then, a notice is in time on every reading`,
    `send by ${withDaysLeft(last.sendBy, asOf)}`,
    `${withDaysLeft(last.date, asOf)}, ${last.basis}: ${last.how}`,
    ...otherDates(last.alternatives),
  ];
}

export const otherDates = (alternatives: readonly { date: CalendarDate | null; when: readonly Condition[] }[]): string[] =>
  alternatives.map(a => `${a.date ? inWords(a.date) : 'none'} ${conditionsInWords(a.when)}`);

function noticeLines({ notices, asOf }: Standing): string[] {
  return notices.map(n => {
    return `${n.id}: by ${n.by}, received ${inWords(n.received)}, ${inTimeInWords(n.inTime)}; ${fateOf(n, asOf)}`;
  });
}

function fateOf(n: Standing['notices'][number], asOf: CalendarDate): string {
  if (n.revoked) return `revoked ${inWords(n.revoked)}`;
  return n.replacedBy ? `replaced by ${n.replacedBy}` : `last day in force by it ${withDaysLeft(n.lastDayInForce, asOf)}`;
}

function endLines({ termination: t, otherEnds: others, asOf }: Standing): Labelled[] {
  if (!t) return others.length ? [['Ends', ['no end is coming on the default reading, but:', ...otherEnds(others)]]] : [];
  const label = t.firstDayOut > asOf ? 'Ends' : 'Ended';
  return [
    [
      label,
      [
        `${causeInWords(t.cause)}, last day in force ${withDaysLeft(t.lastDayInForce, asOf)}, ${t.basis}: ${datesInWords(t.how)}`,
        ...otherEnds(t.alternatives),
      ],
    ],
  ];
}

export const otherEnds = (alternatives: Standing['otherEnds']): string[] =>
  alternatives.map(a => `${a.firstDayOut ? `first day out ${inWords(a.firstDayOut)}` : 'no end in sight'} ${conditionsInWords(a.when)}`);

function otherLines({ protocols, withoutEffect, notes, asOf }: Standing): Labelled[] {
  return [
    ['Protocols', protocols.map(p => `${p.id}: ${phaseInWords(p.status)}${protocolEntry(p.entryIntoForce, asOf)}`)],
    ['Without effect', withoutEffect.map(w => `${w.fact}: ${w.why}`)],
    ['Notes', notes],
  ];
}

function protocolEntry({ date, notBefore }: Standing['protocols'][number]['entryIntoForce'], asOf: CalendarDate): string {
  if (date) return `, entry into force ${withDaysLeft(date, asOf)}`;
  return notBefore ? `, entry into force not before ${inWords(notBefore)}` : '';
}

/** Everything that happened and that is to come, with its article. */
export function datesPage({ dates, asOf }: Standing, ink: Ink): string {
  const row = (d: Standing['dates'][number]): string[] => {
    const cells = [withDaysLeft(d.date, asOf), d.label, d.basis];
    return d.past ? cells.map(cell => ink.faint(cell)) : cells;
  };
  return table(['Date', 'What', 'Article'], dates.map(row), ink);
}
