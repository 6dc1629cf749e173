/** The calendars: two calendar libraries read them as `deadlines --json` says, and a day keeps its UID whatever happens to it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listAgreements } from '../../agreements/find.ts';
import { loadAgreement } from '../../agreements/load.ts';
import { calendarTokens, newCalendarToken, revokeCalendarToken } from '../../client/calendar-tokens.ts';
import { contextOf, type Context } from '../../client/context.ts';
import { dropNote, writeNote } from '../../client/service-note.ts';
import { project } from '../../dossier/listing.ts';
import type { CalendarScope, Line } from '../../register/types.ts';
import { calendarApp } from '../../web/calendar/app.ts';
import { deskOf } from '../../web/context.ts';
import { inProcess } from '../support/cli.ts';
import { enter } from '../support/enter.ts';
import { keepIn } from '../support/register-of.ts';
import { appOf, browserOf } from '../support/desk.ts';
import { inForceFrom, testAgreement } from '../support/test-agreement.ts';

const now = Date.UTC(2026, 10, 29, 9);
let home: string;
let context: Context;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'servanda-calendar-'));
  const real = listAgreements().map(({ file }) => {
    const { agreement, facts } = loadAgreement(file);
    return { content: agreement, facts };
  });
  const desk = { party: 'KZ', recipients: [{ id: 'desk', name: 'desk 3', language: 'en', email: 'desk3@example.test' }] };
  const soon = { content: testAgreement('soon', { rehearsal: false, desk }), facts: inForceFrom('2022-07-10') };
  const rehearsal = { content: testAgreement('invented'), facts: inForceFrom('2022-07-10') };
  await keepIn(home, [...real, soon, rehearsal]);
  context = contextOf({ home, env: {}, person: 'desk 3', now: () => now });
  const registers = await context.registers();
  await project(registers, [...(await registers.of(false).agreements()), 'invented'], now);
}, 300_000);
afterAll(async () => {
  await context?.close();
  await rm(home, { recursive: true, force: true });
});

interface Shown {
  day: string;
  sequence: number;
  status: string;
}

async function feed(scope: CalendarScope, base = context): Promise<Response> {
  const { token } = await newCalendarToken(base, scope);
  return calendarApp({ base }).request(`/${token}.ics`);
}

/** By its UID: its day and its text; an alarm has the text of its event. */
function saidIn(content: string): Map<string, { day: string; summary: string; description: string }> {
  const events = new ICAL.Component(ICAL.parse(content) as unknown[]).getAllSubcomponents('vevent');
  return new Map(
    events.map(event => {
      const said = (name: string): string => String(event.getFirstPropertyValue(name));
      for (const alarm of event.getAllSubcomponents('valarm')) expect(alarm.getFirstPropertyValue('description')).toBe(said('summary'));
      return [said('uid'), { day: said('dtstart'), summary: said('summary'), description: said('description') }];
    }),
  );
}

/** By its UID, as ical.js reads it. */
function eventsIn(content: string): Map<string, Shown> {
  const calendar = new ICAL.Component(ICAL.parse(content) as unknown[]);
  return new Map(
    calendar.getAllSubcomponents('vevent').map(event => {
      const said = (name: string): string => String(event.getFirstPropertyValue(name));
      expect(said('transp')).toBe('TRANSPARENT');
      expect(event.getFirstProperty('dtstart')!.type).toBe('date');
      expect(event.getAllSubcomponents('valarm')).toHaveLength(said('status') === 'CONFIRMED' ? 1 : 0);
      return [said('uid'), { day: said('dtstart'), sequence: Number(said('sequence')), status: said('status') }];
    }),
  );
}

describe('the calendar of forty agreements', () => {
  let content: string;
  beforeAll(async () => {
    content = await (await feed({ scope: 'all' })).text();
  });

  it('has the days of `deadlines --json`, each once, in both parsers', async () => {
    const { stdout } = await inProcess(['deadlines', '--json'], { env: { SERVANDA_HOME: home }, now });
    const deadlines = JSON.parse(stdout) as { agreement: string; what: string; date: string; sendBy: string | null }[];
    expect(deadlines.length).toBeGreaterThanOrEqual(10);
    const wanted = deadlines.map(d => `${d.agreement} ${d.what === 'missed' ? d.date : (d.sendBy ?? d.date)}`).sort();
    const of = (uid: string): string => uid.slice(0, uid.indexOf('.'));
    const daysOf = (status: readonly string[]): string[] =>
      [...eventsIn(content)]
        .filter(([, event]) => status.includes(event.status))
        .map(([uid, { day }]) => `${of(uid)} ${day}`)
        .sort();
    expect(daysOf(['CONFIRMED', 'CANCELLED'])).toEqual(wanted);
    expect(daysOf(['CONFIRMED']).length).toBeGreaterThanOrEqual(8);

    const parsed = Object.values(nodeIcal.sync.parseICS(content)).filter(e => e?.type === 'VEVENT');
    const others = parsed.map(e => `${of(e.uid)} ${dayIn(e.start)} ${e.sequence}`).sort();
    expect(others).toEqual([...eventsIn(content)].map(([uid, { day, sequence }]) => `${of(uid)} ${day} ${sequence}`).sort());
  });

  it('says on the send-by day what to send by then and which day is the safe day, and on that of a renewal that silence renews it', () => {
    const said = saidIn(content);
    expect(said.get('ch-at-1958-road-traffic.end-on-2027-12-31@servanda')).toMatchObject({
      day: '2027-09-16',
      summary: expect.stringMatching(
        /^Send a notice by 16 Sep 2027 \(safe day 30 Sep 2027\) to end the agreement on 31 Dec 2027: /,
      ) as string,
    });
    const missed = [...said].filter(([uid]) => uid.endsWith('-missed@servanda'));
    expect(missed.length).toBeGreaterThan(0);
    for (const [, { day, summary, description }] of missed) {
      expect(day > '2026-11-29').toBe(true);
      expect(summary).toMatch(/^Silence renews it: the safe day of period \d+, .*, passed /);
      expect(description).toMatch(/^\d+ \w+ \d{4}: silence renews it: /);
    }
  });

  it('has no line of more than 75 octets, and no repeated UID', () => {
    const octets = content.split('\r\n').map(line => new TextEncoder().encode(line).length);
    expect(Math.max(...octets)).toBeLessThanOrEqual(75);
    const uids = [...content.matchAll(/^UID:(.*)$/gm)].map(m => m[1]);
    expect(new Set(uids).size).toBe(uids.length);
  });

  it('leaves out rehearsals, and shows one that is named', async () => {
    expect(content).not.toContain('invented.');
    expect(await (await feed({ scope: 'agreement', of: 'invented' })).text()).toContain('UID:invented.period-1-renewal@servanda');
  });

  it('is limited to one Party, or to whoever is reminded first, if its address is', async () => {
    const ofParty = eventsIn(await (await feed({ scope: 'party', of: 'JP' })).text());
    expect(ofParty.size).toBeGreaterThan(0);
    expect([...ofParty.keys()].every(uid => /jp/.test(uid))).toBe(true);
    const ofPerson = eventsIn(await (await feed({ scope: 'person', of: 'desk 3' })).text());
    expect([...ofPerson.keys()]).toEqual(['soon.period-1-renewal@servanda']);
  });
});

/** node-ical gives a whole day as its midnight in the machine's zone. */
const dayIn = (at: Date): string => {
  const two = (n: number): string => `${n}`.padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
};

describe('a day in the calendar', () => {
  const uid = 'soon.period-1-renewal@servanda';
  const later = async (entry: Record<string, unknown>): Promise<Shown> => {
    await enter((await context.registers()).of(false), 'soon', entry as unknown as Line, { by: 'desk', at: now });
    return eventsIn(await (await feed({ scope: 'agreement', of: 'soon' })).text()).get(uid)!;
  };

  it('keeps its UID when it moves, is revoked or restored, with a SEQUENCE that rises each time', async () => {
    const first = eventsIn(await (await feed({ scope: 'agreement', of: 'soon' })).text()).get(uid)!;
    expect(first.status).toBe('CONFIRMED');
    const moved = await later({ id: 'c1', type: 'corrected', of: 'n2', recorded: '2026-11-28', received: '2022-07-20' });
    expect(moved).toMatchObject({ status: 'CONFIRMED' });
    expect(moved.day > first.day).toBe(true);
    const revoked = await later({ id: 't1', type: 'termination.notified', by: 'AZ', received: '2026-11-10' });
    expect(revoked).toMatchObject({ status: 'CANCELLED', day: moved.day });
    const revived = await later({ id: 'k1', type: 'struck', of: 't1', recorded: '2026-11-28', reason: 'sent in error' });
    expect(revived).toMatchObject({ status: 'CONFIRMED', day: moved.day });
    const sequences = [first, moved, revoked, revived].map(e => e.sequence);
    expect(sequences).toEqual([...new Set(sequences)].sort((a, b) => a - b));
  });

  it('is cancelled once renewal is decided, and its date stays', async () => {
    const decided = await later({
      id: 'd1',
      type: 'decision.made',
      on: '2026-11-28',
      by: 'KZ',
      person: 'head',
      authority: 'instruction 17',
      decision: 'renew',
    });
    expect(decided.status).toBe('CANCELLED');
  });
});

describe('the address of a calendar', () => {
  it('is not created if its calendar would stay empty', async () => {
    const ofParty = (of: string) => newCalendarToken(context, { scope: 'party', of });
    await expect(ofParty('КZ')).rejects.toThrow(
      /^No agreement has a Party КZ: .* it has the Cyrillic letter К \(U\+041A\): write Latin K\.$/,
    );
    await expect(ofParty('KZA')).rejects.toThrow('Did you mean KZ?');
    await expect(newCalendarToken(context, { scope: 'person', of: 'nobody at all' })).rejects.toThrow('would stay empty');
    expect((await calendarTokens(context)).filter(one => one.scope !== 'all' && one.of === 'КZ')).toEqual([]);
  });

  it('leads nowhere once it is revoked, and its token is stored nowhere', async () => {
    const { id, token } = await newCalendarToken(context, { scope: 'all' }, 'kk');
    const app = calendarApp({ base: context });
    const answer = await app.request(`/${token}.ics`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    const tag = answer.headers.get('etag')!;
    expect((await app.request(`/${token}.ics`, { headers: { 'if-none-match': tag } })).status).toBe(304);
    const listed = await calendarTokens(context);
    expect(listed.find(one => one.id === id)).toEqual({ id, scope: 'all', language: 'kk', by: 'desk 3', at: now });
    expect(JSON.stringify(listed)).not.toContain(token);
    await revokeCalendarToken(context, id);
    expect((await app.request(`/${token}.ics`)).status).toBe(404);
    await expect(revokeCalendarToken(context, id)).rejects.toThrow('calendar list');
  });

  it('that was never created leads nowhere', async () => {
    const app = calendarApp({ base: context });
    expect((await app.request(`/${'a'.repeat(43)}.ics`)).status).toBe(404);
    expect((await app.request('/all.ics')).status).toBe(404);
  });

  it('is created, listed and revoked from the command line', async () => {
    const env = { SERVANDA_HOME: home };
    const { stdout } = await inProcess(['calendar', 'new', '--party', 'KZ', '--desk', 'https://desk.example.org', '--json'], { env });
    const { id, address } = JSON.parse(stdout) as { id: string; address: string };
    const path = new URL(address).pathname.replace('/calendar', '');
    expect((await calendarApp({ base: context }).request(path)).status).toBe(200);
    expect((await inProcess(['calendar', 'list'], { env })).stdout).toContain(id);
    expect((await inProcess(['calendar', 'revoke', id], { env })).stdout).toContain(id);
    expect((await calendarApp({ base: context }).request(path)).status).toBe(404);
  });

  it('is that of the running service, unless the command line is given another', async () => {
    writeNote(home, { address: '127.0.0.1:1', namespace: 'default', ui: null, desk: 'http://127.0.0.1:18080', pid: process.pid });
    const { stdout } = await inProcess(['calendar', 'new'], { env: { SERVANDA_HOME: home } });
    dropNote(home, process.pid);
    expect(stdout).toMatch(/^http:\/\/127\.0\.0\.1:18080\/calendar\//);
  });

  it('is created at the desk, displayed once, and revoked there', async () => {
    const desk = deskOf({ service: { home, env: {}, now: () => now } });
    const beside = { '/calendar': calendarApp({ base: desk.base }) };
    const app = appOf(desk, { person: 'desk 3', url: 'https://desk.example.org', beside });
    const browser = await browserOf(app);
    const agreement = await (await browser.get('/agreements/soon')).text();
    expect(agreement).toContain('href="/calendars?agreement=soon"');
    const asked = await (await browser.get('/calendars?agreement=soon')).text();
    expect(asked).toMatch(/<option value="agreement:soon" selected/);
    expect(asked).toContain('<option value="party:KZ">Agreements of one Party: Kazakhstan</option>');
    expect(asked).toContain('<option value="person:desk 3">Agreements for which desk 3 is responsible</option>');
    const { token } = await browser.own('/calendars');

    const before = await calendarTokens(context);
    const wrong = await browser.post('/calendars', { of: 'party:nobody', token });
    expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('href="#of"')]);
    expect(await calendarTokens(context)).toEqual(before);

    const made = await (await browser.post('/calendars', { of: 'party:KZ', token })).text();
    const address = new URL(/>(https:\/\/desk\.example\.org\/calendar\/[^<]+)</.exec(made)![1]!);
    expect(made).not.toContain('Only programs on this machine');
    expect(made).toContain(`href="webcal://${address.host}${address.pathname}"`);
    expect((await app.request(address.pathname)).status).toBe(200);
    const listed = await (await browser.get('/calendars')).text();
    expect(listed).not.toContain(address.pathname);
    const { id } = (await calendarTokens(context)).find(one => !before.some(b => b.id === one.id))!;
    expect(listed).toContain(`/calendars/${id}/revoke`);

    expect((await browser.post(`/calendars/${id}/revoke`, { token })).headers.get('location')).toBe('/calendars');
    expect((await app.request(address.pathname)).status).toBe(404);
    const again = await browser.post(`/calendars/${id}/revoke`, { token });
    expect([again.status, await again.text()]).toEqual([422, expect.stringContaining(id)]);
    await desk.close();
  });
});
