/**
 * Calendar entries in letters: one for each period, and the same in the calendar program at the end, whatever was sent in whatever order.
 */
import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { entryAfter } from '../delivery/calendar-entry.ts';
import { titleToSend } from '../wording/calendar-title.ts';
import { mailOver } from '../delivery/mail.ts';
import { letterOf } from '../delivery/letter.ts';
import { lettersOwed } from '../delivery/owed.ts';
import { languages, type Recipient } from '../clauses/desk.ts';
import { addDays, type Length } from '../clauses/calendar.ts';
import type { Act } from '../machines/acts.ts';
import type { DeliveryLine, OutboxLine } from '../register/types.ts';
import { wordings } from '../wording/index.ts';
import { d } from './law/setup.ts';
import { keptAgreement } from './law/notice-setup.ts';
import { startMailServer } from './support/receivers.ts';

const agreement = keptAgreement();
const now = Date.UTC(2030, 1, 28, 9);
const officer: Recipient = { id: 'officer', name: 'The officer', language: 'kk', email: 'officer@example.test' };
const head: Recipient = { id: 'head', name: 'The head', language: 'ru', email: 'head@example.test' };
const recipients = [officer, head];

const reminder = (n: number, more: object = {}): Act => ({
  kind: 'remind',
  what: 'lastDayForNotice',
  on: addDays(d('2030-01-01'), n),
  basis: 'art. 13',
  params: { state: 'ahead', ahead: 'P6M' as Length, since: null, decision: null, lastDay: d('2031-02-28'), unsure: [] },
  due: d('2030-08-28'),
  sendBy: d('2030-08-14'),
  period: 2,
  question: 'renewal',
  ...more,
});
const settling = (n: number, settled: boolean): Act => ({
  kind: 'announce',
  what: 'noticeReceived',
  on: addDays(d('2030-01-01'), n),
  basis: 'art. 13',
  params: {
    notice: `t${n}`,
    by: 'KZ',
    received: addDays(d('2030-01-01'), n),
    timing: 'inTime',
    lastDayInForce: d('2030-09-01'),
    revokedBy: null,
    ignored: null,
    isUnsure: false,
  },
  period: 2,
  settled,
});

const line = (seq: number, step: OutboxLine['step'], act: Act): OutboxLine => ({
  seq,
  agreement: agreement.id,
  act: `sha256:${act.what} ${act.on}`,
  step,
  body: act,
  at: now + seq,
});

/** The file that a letter about a line brings to a recipient. */
function fileOf(of: OutboxLine, outbox: readonly OutboxLine[], recipient: Recipient) {
  return letterOf({
    agreement,
    act: of.body,
    isWithdrawn: of.step === 'withdrawn',
    instead: [],
    recipient,
    entry: entryAfter(of, outbox, recipient),
    sender: '"Treaties, desk" <treaties@example.test>',
    at: of.at,
  }).calendar;
}

const eventIn = (content: string): ICAL.Component => new ICAL.Component(ICAL.parse(content) as unknown[]).getFirstSubcomponent('vevent')!;
const valueIn = (event: ICAL.Component, name: string): string => String(event.getFirstPropertyValue(name));

/** A calendar program: for each UID it keeps the version with the highest SEQUENCE (RFC 5546, 2.1.4 and 3.2.5). */
class Client {
  readonly entries = new Map<string, { sequence: number; method: string; day: string }>();

  take(content: string): void {
    const event = eventIn(content);
    const [uid, sequence] = [valueIn(event, 'uid'), Number(valueIn(event, 'sequence'))];
    const kept = this.entries.get(uid);
    if (kept && sequence < kept.sequence) return;
    const method = valueIn(event.parent, 'method');
    if (kept?.sequence === sequence && kept.method !== method) throw new Error(`Two versions of ${uid} have SEQUENCE ${sequence}`);
    this.entries.set(uid, { sequence, method, day: valueIn(event, 'dtstart') });
  }

  get shown(): string[] {
    return [...this.entries.values()].filter(e => e.method === 'PUBLISH').map(e => e.day);
  }
}

describe('the calendar file of an entry', () => {
  const outbox = [line(1, 'performed', reminder(0))];
  const file = fileOf(outbox[0]!, outbox, officer)!;
  const event = eventIn(file.content);

  it('is an all-day event on the send-by day that blocks nobody’s time, with the safe day in its text and an alarm that morning', () => {
    expect(file.method).toBe('PUBLISH');
    expect(valueIn(event, 'dtstart')).toBe('2030-08-14');
    expect(valueIn(event, 'dtend')).toBe('2030-08-15');
    expect(event.getFirstProperty('dtstart')!.type).toBe('date');
    expect(valueIn(event, 'transp')).toBe('TRANSPARENT');
    expect(valueIn(event, 'status')).toBe('CONFIRMED');
    expect(valueIn(event, 'summary')).toBe(
      'Хабарламаны жіберудің соңғы күні: 2030 жылғы 14 тамыз (қауіпсіз күн: 2030 жылғы 28 тамыз); әйтпесе келісім ұзартылады: An invented agreement',
    );
    // The title of the day in subscribed calendars.
    expect(valueIn(event, 'summary')).toContain(titleToSend({ sendBy: d('2030-08-14'), safe: d('2030-08-28') }, wordings.kk));
    expect(valueIn(event, 'description')).toContain('2030 жылғы 28 тамыз');
    const alarm = event.getFirstSubcomponent('valarm')!;
    expect(valueIn(alarm, 'action')).toBe('DISPLAY');
    expect(valueIn(alarm, 'trigger')).toBe('PT9H');
    expect(alarm.getFirstProperty('trigger')!.getParameter('related')).toBe('START');
  });

  it('arrives by mail with its method, so that a mail program offers it to the calendar', async () => {
    const server = await startMailServer();
    const send = mailOver({ url: server.url, from: 'treaties@example.test' });
    await send({ subject: 's', text: 't', html: 'h', calendar: file }, { name: officer.name, address: officer.email! }, '1@servanda');
    await server.stop();
    const [sent] = server.letters[0]!.attachments;
    expect(sent!.contentType).toBe('text/calendar');
    expect(sent!.headers.get('content-type')).toMatchObject({ params: { method: 'PUBLISH' } });
    expect(sent!.content.toString()).toBe(file.content);
  });

  it('names its organiser, as RFC 5546 requires for PUBLISH and CANCEL', () => {
    const withdrawn = [...outbox, line(2, 'withdrawn', reminder(0))];
    const cancelled = fileOf(withdrawn[1]!, withdrawn, officer)!;
    expect(cancelled.method).toBe('CANCEL');
    const closed = eventIn(cancelled.content);
    expect(valueIn(closed, 'status')).toBe('CANCELLED');
    expect(closed.getFirstSubcomponent('valarm')).toBeNull();
    for (const e of [event, closed]) {
      expect(valueIn(e, 'organizer')).toBe('mailto:treaties@example.test');
      expect(e.getFirstProperty('organizer')!.getParameter('cn')).toBe('Treaties, desk');
    }
  });

  it.each(languages)('has no line of more than 75 octets in %s', language => {
    const { content } = fileOf(outbox[0]!, outbox, { ...officer, language })!;
    const octets = content.split('\r\n').map(l => new TextEncoder().encode(l).length);
    expect(Math.max(...octets)).toBeLessThanOrEqual(75);
    expect(Math.max(...octets)).toBeGreaterThan(60);
  });

  it('is on the last day in force if no notice is due', () => {
    const expiry = reminder(0, { what: 'expiryAhead', question: 'expiry', due: d('2026-12-11'), sendBy: undefined });
    const only = [line(1, 'performed', expiry)];
    const last = eventIn(fileOf(only[0]!, only, { ...officer, language: 'en' })!.content);
    expect(valueIn(last, 'dtstart')).toBe('2026-12-11');
    expect(valueIn(last, 'summary')).toBe('Expires unless the Parties agree to renew: An invented agreement');
  });
});

describe('the calendar entry of a period', () => {
  const versions = (...outbox: OutboxLine[]) =>
    outbox.map(l => {
      const entry = entryAfter(l, outbox, officer);
      return entry && `${entry.uid} ${entry.sequence} ${entry.isOpen ? 'open' : 'closed'} ${entry.act.sendBy ?? entry.act.due}`;
    });
  const uid = `${agreement.id}.period-2-renewal@servanda`;

  it('is the same for all its reminders, and keeps its UID when its day moves', () => {
    expect(
      versions(
        line(4, 'performed', reminder(0)),
        line(7, 'performed', reminder(9)),
        line(8, 'withdrawn', reminder(9)),
        line(9, 'withdrawn', reminder(0)),
        line(12, 'performed', reminder(11, { due: d('2030-05-28'), sendBy: d('2030-05-14') })),
      ),
    ).toEqual([
      `${uid} 0 open 2030-08-14`,
      `${uid} 1 open 2030-08-14`,
      `${uid} 2 open 2030-08-14`,
      `${uid} 3 closed 2030-08-14`,
      `${uid} 4 open 2030-05-14`,
    ]);
  });

  it('is closed by what settles the question, and reopened by what opens it again or by a later reminder', () => {
    expect(
      versions(
        line(1, 'performed', reminder(0)),
        line(2, 'performed', settling(1, true)),
        line(3, 'withdrawn', settling(1, true)),
        line(4, 'performed', settling(2, true)),
        line(5, 'performed', settling(3, false)),
        line(6, 'performed', settling(4, true)),
        line(7, 'performed', reminder(5)),
      ).map(v => v!.split(' ').slice(1, 3).join(' ')),
    ).toEqual(['0 open', '1 closed', '2 open', '3 closed', '4 open', '5 closed', '6 open']);
  });

  it('differs from that of another period and from that of an expiry', () => {
    expect(
      versions(
        line(1, 'performed', reminder(0)),
        line(2, 'performed', reminder(1, { period: 12 })),
        line(3, 'performed', reminder(2, { what: 'expiryAhead', question: 'expiry' })),
        line(4, 'performed', { ...settling(3, true), period: 12 }),
        line(5, 'performed', { ...settling(4, true), period: undefined }),
      ),
    ).toEqual([
      `${uid} 0 open 2030-08-14`,
      `${agreement.id}.period-12-renewal@servanda 0 open 2030-08-14`,
      `${agreement.id}.period-2-expiry@servanda 0 open 2030-08-14`,
      `${agreement.id}.period-12-renewal@servanda 1 closed 2030-08-14`,
      undefined,
    ]);
  });

  it('is not created by history, by what only the register keeps, or for anybody who was sent no reminder', () => {
    expect(versions(line(1, 'history', reminder(0)), line(2, 'withdrawn', reminder(0)))).toEqual([undefined, undefined]);
    expect(versions(line(1, 'performed', reminder(0, { kind: 'enter', what: 'decisionOutcome' })))).toEqual([undefined]);
    expect(versions(line(1, 'performed', reminder(0, { to: ['head'] })), line(2, 'performed', settling(1, true)))).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('of a notice on its way is one for each day, however many warnings are sent', () => {
    const warning = (n: number): Act =>
      reminder(n, {
        what: 'sendBy',
        period: undefined,
        question: undefined,
        params: { agreement: agreement.id, notice: '2030-1', sendBy: d('2030-08-14'), safe: d('2030-08-28'), isPast: false },
      });
    expect(versions(line(1, 'performed', warning(0)), line(2, 'performed', warning(11)))).toEqual([
      `${agreement.id}.sendBy-2030-08-28@servanda 0 open 2030-08-14`,
      `${agreement.id}.sendBy-2030-08-28@servanda 1 open 2030-08-14`,
    ]);
  });
});

describe('a calendar program', () => {
  /** A step: an act is performed or, if it stands, withdrawn; or some of the letters owed arrive. */
  const step = fc.oneof(
    fc.record({ do: fc.constant('turn' as const), which: fc.nat({ max: 6 }) }),
    fc.record({
      do: fc.constant('send' as const),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      order: fc.array(fc.nat(), { maxLength: 4 }),
    }),
  );
  const acts = (due: Act['due'][]): Act[] => [
    ...due.map((day, n) =>
      reminder(n, { due: day, sendBy: undefined, ...(n === 1 ? { to: ['head'] } : n === 3 ? { to: ['officer'] } : {}) }),
    ),
    settling(2, true),
    settling(3, false),
    settling(5, true),
  ];
  const dues = fc.array(fc.constantFrom(d('2030-08-28'), d('2030-08-30')), { minLength: 4, maxLength: 4 });

  it('ends with the current entry after any sequence of publish, cancel and publish, with letters late and in any order', () => {
    let [shown, hidden] = [0, 0];
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), dues, (steps, due) => {
        const outbox: OutboxLine[] = [];
        const deliveries: DeliveryLine[] = [];
        const clients = new Map(recipients.map(r => [r.id, new Client()]));
        const all = acts(due);
        const stands = (act: Act): boolean => outbox.findLast(l => l.body === act)?.step === 'performed';
        const send = (share: number, order: readonly number[]): boolean => {
          const owed = lettersOwed({ outbox, deliveries, recipients, now: now + 100 });
          const some = owed.slice(0, Math.ceil(owed.length * share));
          // sent concurrently: each with the same outbox, in another order
          for (const [i, letter] of [...some]
            .map((l, i) => [order[i] ?? 0, l] as const)
            .sort((a, b) => a[0] - b[0])
            .entries()) {
            const { outbox: seq, recipient, way } = letter[1];
            const about = outbox.find(l => l.seq === seq)!;
            const file = fileOf(
              about,
              outbox,
              recipients.find(r => r.id === recipient)!,
            );
            if (file) clients.get(recipient)!.take(file.content);
            deliveries.push({
              seq: deliveries.length + i,
              agreement: agreement.id,
              outbox: seq,
              recipient,
              way,
              became: 'sent',
              detail: '',
              at: now,
            });
          }
          return some.length > 0;
        };
        for (const s of steps) {
          if (s.do === 'send') send(s.share, s.order);
          else outbox.push(line(outbox.length + 1, stands(all[s.which]!) ? 'withdrawn' : 'performed', all[s.which]!));
        }
        while (send(1, [])) continue;
        for (const r of recipients) {
          const told = all.filter(a => stands(a) && (!a.to || a.to.includes(r.id)));
          const last = told.toSorted((a, b) => order(a, b, outbox)).at(-1);
          const reminders = told.filter(a => a.kind === 'remind').toSorted((a, b) => order(a, b, outbox));
          const expected = last && last.settled !== true && reminders.length ? [reminders.at(-1)!.due!] : [];
          if (expected.length) shown += 1;
          else hidden += 1;
          expect(clients.get(r.id)!.shown).toEqual(expected);
          expect(clients.get(r.id)!.entries.size).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 200, seed: 12 },
    );
    expect(Math.min(shown, hidden)).toBeGreaterThan(50);
  });
});

/** By day, and within a day in the order of the outbox. */
const order = (a: Act, b: Act, outbox: readonly OutboxLine[]): number =>
  a.on < b.on ? -1 : a.on > b.on ? 1 : outbox.findLastIndex(l => l.body === a) - outbox.findLastIndex(l => l.body === b);
