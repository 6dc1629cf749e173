/** A letter about an act, in its recipient's language: plain text, HTML, and the calendar entry that it opens, moves or closes. */
import type { Agreement } from '../clauses/agreement.ts';
import type { Instant } from '../clauses/calendar.ts';
import type { Recipient } from '../clauses/desk.ts';
import type { Act } from '../machines/acts.ts';
import { isAmending } from '../machines/facts.ts';
import { isEscalatedAfter } from '../machines/reminders.ts';
import type { Line } from '../register/types.ts';
import { articleIn, dayIn, fill, textIn, wordings, type Wording } from '../wording/index.ts';
import { actSentence } from '../wording/acts/sentence.ts';
import { enteredIn } from '../wording/recorded-fact.ts';
import { message } from '../wording/message.ts';
import type { CalendarEntry } from './calendar-entry.ts';
import { calendarFile, type CalendarFile } from './calendar.ts';
import { titleOfExpiry, titleToSend } from '../wording/calendar-title.ts';

export interface Letter {
  subject: string;
  text: string;
  html: string;
  calendar: CalendarFile | undefined;
}

export interface LetterMatter {
  agreement: Agreement;
  act: Act;
  isWithdrawn: boolean;
  /** For a withdrawn act: the acts announced in its place. */
  instead: readonly Act[];
  /** The entry recorded in the step that withdrew the act. */
  because?: Line | undefined;
  recipient: Recipient;
  /** The version of the calendar entry that the letter carries. */
  entry: CalendarEntry | undefined;
  /** The sender of the letters: `Treaties <treaties@example.test>`. */
  sender: string;
  /** When it was written to the outbox. */
  at: Instant;
}

export function letterOf({ agreement, act, isWithdrawn, instead, because, recipient, entry, sender, at }: LetterMatter): Letter {
  const w = wordings[recipient.language];
  const { letter: l } = w;
  const title = textIn(agreement.title, recipient.language);
  const what = isWithdrawn ? `${l.withdrawn}: ${whatOf(act, w)}` : whatOf(act, w);
  const days = daysOf(act, w);
  const said = isWithdrawn ? withdrawalIn({ act, instead, because, agreement }, w) : [actSentence(act, w)];
  const rows: Row[] = [
    [l.labels.agreement, `${title} (${agreement.id})`],
    [l.labels.what, what],
    [l.labels.on, dayIn(w, act.on)],
    ...days,
    ...(isOfDecision(act) && act.question && !isWithdrawn ? [[l.labels.otherwise, l.otherwise[act.question]] as Row] : []),
    [l.labels.basis, articleIn(w, act.basis) ?? act.basis],
  ];
  const greeting = fill(l.greeting, { name: recipient.name });
  const acknowledge = isEscalatedAfter(act, agreement) ? l.acknowledge : l.acknowledgeLast;
  const next = isOfDecision(act) && !isWithdrawn ? `${l.labels.next}: ${acknowledge}` : undefined;
  return {
    subject: `${what}: ${title}${inBrackets(act, days)}`,
    text: [greeting, '', ...rows.map(inOneLine), '', ...said, ...(next ? ['', next] : []), '', l.footer].join('\n'),
    html: page({ language: recipient.language, greeting, rows, said, next, footer: l.footer }),
    calendar: entry && calendarFile(entry, entryWords(entry, w, title), sender, at),
  };
}

type Withdrawal = Pick<LetterMatter, 'act' | 'instead' | 'because' | 'agreement'>;

/** That it no longer holds, why, and what holds now. */
function withdrawalIn({ act, instead, because, agreement }: Withdrawal, w: Wording): string[] {
  const { noLonger, instead: now, nothingInstead } = w.letter;
  const why = because && reasonIn(because, w);
  return [
    fill(noLonger, { said: actSentence(act, w) }),
    ...(why ? [why] : []),
    ...(instead.length ? instead.map(a => fill(now, { said: actSentence(a, w) })) : [fill(nothingInstead, { agreement: agreement.id })]),
  ];
}

/** Undefined for a step of a notice or a protocol, whose acts have its content. */
function reasonIn(entry: Line, w: Wording): string | undefined {
  if (entry.type === 'notice.step' || entry.type === 'protocol.step') return undefined;
  const { of = '', reason = 'none' } = entry as { of?: string; reason?: string };
  const isFact = entry.type !== 'described' && !isAmending(entry);
  return message(w.letter.because, w.locale, {
    what: isFact ? 'fact' : entry.type,
    of,
    reason: isFact ? 'none' : reason,
    fact: isFact ? enteredIn(entry, w) : '',
  });
}

type Row = [label: string, value: string];
const inOneLine = ([label, value]: Row): string => `${label}: ${value}`;

const isOfDecision = ({ kind, what }: Act): boolean =>
  kind === 'remind' && (what === 'lastDayForNotice' || what === 'expiryAhead' || what === 'escalation');

/** An expiry is named as such, with its day, since silence then ends the agreement and renews nothing. */
const whatOf = (act: Act, w: Wording): string =>
  isExpiry(act) ? fill(w.letter.expires, { due: dayIn(w, act.due!) }) : w.letter.acts[act.what];
const isExpiry = ({ what, due }: Act): boolean => what === 'expiryAhead' && due !== undefined;

/** The day by which a notice must be dispatched, and its deadline. The outcome of a decision concerns only the end of the period. */
function daysOf({ what, question, sendBy, due }: Act, w: Wording): Row[] {
  const { labels } = w.letter;
  const asked = what === 'decisionOutcome' ? undefined : question;
  const label = asked ? { renewal: labels.safeDay, expiry: labels.lastDay }[asked] : labels.due;
  return [...(asked && sendBy ? [[labels.sendBy, dayIn(w, sendBy)] as Row] : []), ...(due ? [[label, dayIn(w, due)] as Row] : [])];
}

/** One day needs no label, two do. A subject that already contains the day does not repeat it. */
function inBrackets(act: Act, days: readonly Row[]): string {
  if (isExpiry(act) || !days.length) return '';
  return ` (${days.length === 1 ? days[0]![1] : days.map(inOneLine).join('; ')})`;
}

function entryWords({ act }: CalendarEntry, w: Wording, title: string): { summary: string; description: string } {
  return { summary: `${titleOf(act, w)}: ${title}`, description: [...daysOf(act, w).map(inOneLine), '', actSentence(act, w)].join('\n') };
}

function titleOf(act: CalendarEntry['act'], w: Wording): string {
  const { acts, entries } = w.letter;
  const { question, sendBy, due: safe } = act;
  if (!question || !isOfDecision(act)) return acts[act.what];
  if (question === 'expiry') return titleOfExpiry(w);
  return sendBy ? titleToSend({ sendBy, safe }, w) : entries.renewal; // no day is safe
}

interface Page {
  language: string;
  greeting: string;
  rows: Row[];
  said: readonly string[];
  next: string | undefined;
  footer: string;
}

const page = ({ language, greeting, rows, said, next, footer }: Page): string =>
  [
    `<!doctype html><html lang="${language}"><body style="font-family:serif;font-size:16px;color:#222">`,
    `<p>${safe(greeting)}</p>`,
    '<table cellpadding="4">',
    ...rows.map(([label, value]) => `<tr><td style="color:#666;vertical-align:top">${safe(label)}</td><td>${safe(value)}</td></tr>`),
    '</table>',
    ...said.map(line => `<p>${safe(line)}</p>`),
    ...(next ? [`<p><strong>${safe(next)}</strong></p>`] : []),
    `<p style="color:#666;font-size:13px">${safe(footer)}</p></body></html>`,
  ].join('\n');

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** Escapes text from people, so that it is never markup. */
const safe = (text: string): string => text.replace(/[&<>"']/g, c => entities[c]!);
