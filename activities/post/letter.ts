/** A letter about an act, in the language of who gets it: plain text, HTML, and the date concerned as a calendar entry. */
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { Agreement } from '../../clauses/agreement.ts';
import { addDays, type CalendarDate, type Instant } from '../../clauses/calendar.ts';
import type { Recipient } from '../../clauses/desk.ts';
import type { Act } from '../../machines/acts.ts';
import { articleIn, dayIn, fill, textIn, wordings } from '../wording/index.ts';

export interface Letter {
  subject: string;
  text: string;
  html: string;
  /** The date concerned, where there is one. */
  calendar: { method: 'PUBLISH' | 'CANCEL'; content: string } | undefined;
}

export interface LetterMatter {
  agreement: Agreement;
  act: Act;
  isWithdrawn: boolean;
  recipient: Recipient;
  /** The id of the act: that of its calendar entry too. */
  id: string;
  /** When it was written to the outbox. */
  at: Instant;
}

export function letterOf(matter: LetterMatter): Letter {
  const { agreement, act, isWithdrawn, recipient } = matter;
  const w = wordings[recipient.language];
  const { letter: l } = w;
  const title = textIn(agreement.title, recipient.language);
  const what = isWithdrawn ? `${l.withdrawn}: ${l.acts[act.what]}` : l.acts[act.what];
  const rows: [string, string][] = [
    [l.labels.agreement, `${title} (${agreement.id})`],
    [l.labels.what, what],
    [l.labels.on, dayIn(w, act.on)],
    ...(act.due ? [[l.labels.due, dayIn(w, act.due)] as [string, string]] : []),
    [l.labels.basis, articleIn(w, act.basis) ?? act.basis],
  ];
  const greeting = fill(l.greeting, { name: recipient.name });
  const next = act.kind === 'remind' && !isWithdrawn && isOfDecision(act) ? `${l.labels.next}: ${l.acknowledge}` : undefined;
  return {
    subject: `${what}: ${title}${act.due ? ` (${dayIn(w, act.due)})` : ''}`,
    text: [
      greeting,
      '',
      ...rows.map(([label, value]) => `${label}: ${value}`),
      '',
      l.asEntered,
      act.text,
      ...(next ? ['', next] : []),
      '',
      l.footer,
    ].join('\n'),
    html: page({ language: recipient.language, greeting, rows, entered: [l.asEntered, act.text], next, footer: l.footer }),
    calendar: act.due ? calendarOf(matter, act.due, `${what}: ${title}`) : undefined,
  };
}

const isOfDecision = ({ what }: Act): boolean => what === 'lastDayForNotice' || what === 'escalation';

function calendarOf({ act, isWithdrawn, id, at }: LetterMatter, due: CalendarDate, summary: string): NonNullable<Letter['calendar']> {
  const method = isWithdrawn ? 'CANCEL' : 'PUBLISH';
  const calendar = ical({ prodId: '//servanda//servanda//EN', method: ICalCalendarMethod[method] });
  calendar.createEvent({
    id: uidOf(id),
    stamp: new Date(at),
    start: new Date(`${due}T00:00:00Z`),
    end: new Date(`${addDays(due, 1)}T00:00:00Z`),
    allDay: true,
    summary,
    description: act.text,
    sequence: isWithdrawn ? 1 : 0,
    status: isWithdrawn ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  return { method, content: calendar.toString() };
}

export const uidOf = (id: string): string => `${id.replace(/^sha256:/, '')}@servanda`;

interface Page {
  language: string;
  greeting: string;
  rows: [string, string][];
  entered: [string, string];
  next: string | undefined;
  footer: string;
}

const page = ({ language, greeting, rows, entered: [head, text], next, footer }: Page): string =>
  [
    `<!doctype html><html lang="${language}"><body style="font-family:serif;font-size:16px;color:#222">`,
    `<p>${safe(greeting)}</p>`,
    '<table cellpadding="4">',
    ...rows.map(([label, value]) => `<tr><td style="color:#666;vertical-align:top">${safe(label)}</td><td>${safe(value)}</td></tr>`),
    '</table>',
    `<p style="color:#666">${safe(head)}</p><p lang="en">${safe(text)}</p>`,
    ...(next ? [`<p><strong>${safe(next)}</strong></p>`] : []),
    `<p style="color:#666;font-size:13px">${safe(footer)}</p></body></html>`,
  ].join('\n');

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** What came from people stands as text in a page, never as markup. */
const safe = (text: string): string => text.replace(/[&<>"']/g, c => entities[c]!);
