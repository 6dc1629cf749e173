/** Pages in a browser without scripts: access, escaping, refusals, and every date linked to its reckoning. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { languages } from '../../clauses/desk.ts';
import { certificate } from '../../client/certificates.ts';
import { printedCertificate } from '../../documents/printed-certificate.ts';
import { pdfOf } from '../../documents/pdf.ts';
import { agreementDiagram } from '../../client/diagram.ts';
import type { DiagramState, Guard } from '../../machines/diagram.ts';
import { noteUpkeep } from '../../register/upkeep.ts';
import { assets } from '../../web/assets.ts';
import { wordsIn } from '../../web/words.ts';
import { brotliCompressSync } from 'node:zlib';
import { ownPath } from '../../web/request.ts';
import { appOf, browserOf, dayFields } from '../support/desk.ts';
import { deskHome } from './desk-home.ts';

const kept = await deskHome();
const browser = await kept.browser();
afterAll(() => kept.remove());

const kzAz = '/agreements/kz-az-2004-government-communications';
const textOf = async (path: string): Promise<string> => {
  const answer = await browser.get(path);
  expect(answer.status).toBe(200);
  return answer.text();
};

/** Without the links and marks of its days, and column labels. */
const unlinked = (page: string): string => page.replaceAll(/<span class="lab">.*?<\/span>|<\/?(?:a|time)\b[^>]*>/g, '');
const breaking = (text: string): string => text.replaceAll('\u00a0', ' ').replaceAll('\u2011', '-');

it('the page of a protocol shows its days, its article and what was done, each with its day and who did it', async () => {
  const page = (await textOf(`${kzAz}/protocols/p1?lang=en`)).replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
  expect(page).toMatch(/Signed 1 Feb 2010/);
  expect(page).toMatch(/What was done 1 Jun 2028 .*Protocol p1.* desk/);
});

it('the page of a protocol shows everything in its facts: where it was signed, and what proves it', async () => {
  const page = (await textOf('/agreements/long-title/protocols/p2?lang=en')).replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
  expect(page).toMatch(/Signed 1 May 2012 ?, Baku/);
  expect(page).toMatch(/What was done .*Where: Baku .*evidence: certified copy 12/);
  const steps = page.slice(page.indexOf('What was done'));
  expect(steps).not.toContain('Length of a period'); // its changes are shown above
});

it.each([
  ['kk', 'Қазақстан Республикасының Ұлттық қауіпсіздік комитеті'],
  ['az', 'Azərbaycan Respublikasının Milli Təhlükəsizlik Nazirliyi'],
  ['ru', 'Министерство национальной безопасности Азербайджанской Республики'],
])('in %s the competent organisations have the names that the description has in that language', async (language, name) => {
  expect(await textOf(`${kzAz}?lang=${language}`)).toContain(name);
});

it('a sent notice of termination is shown as on its way, next to what still applies', async () => {
  const page = (await textOf('/agreements/with-notices?lang=en')).replaceAll(/<[^>]*>/g, '');
  expect(page).toMatch(/Notice 2028-3 has left, dispatched on 20.May.2028: it has no effect before it is received\./);
  expect((await textOf('/agreements/window-open?lang=en')).replaceAll(/<[^>]*>/g, '')).not.toContain('has left');
});

describe('access to the desk', () => {
  it('needs a session to read anything', async () => {
    for (const path of ['/', '/agreements', kzAz, `${kzAz}/reckoning`, '/person']) {
      const answer = await kept.app.request(path);
      expect(answer.status).toBe(403);
      expect(await answer.text()).not.toContain('Government of');
    }
  });

  it('is not given with another key', async () => {
    const answer = await kept.app.request('/enter?key=another');
    expect(answer.status).toBe(403);
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  it('is held in a cookie that no script can read and no other site sends', async () => {
    const answer = await kept.app.request(`/enter?key=${encodeURIComponent('a key')}`);
    expect(answer.headers.getSetCookie()[0]).toMatch(/HttpOnly; SameSite=Lax/);
  });

  it('needs a session that the desk signed and that has not ended', async () => {
    const forged = await kept.app.request(kzAz, { headers: { cookie: 'servanda=abc.def' } });
    expect(forged.status).toBe(403);
    const other = await kept.browser();
    const { token } = await other.own('/person');
    expect((await other.post('/sign-out', { token })).status).toBe(303);
    expect((await other.get(kzAz)).status).toBe(403);
  });

  it.each(languages)('names who may act on this machine, and for whom, in %s', async language => {
    const page = await textOf(`/person?lang=${language}`);
    expect(page).toContain('head of department');
    expect(page).toMatch(/KZ; .*2028/);
  });

  it('can change to another person with an identity here, and to nobody else', async () => {
    const other = await kept.browser();
    const { token } = await other.own('/person');
    expect((await other.post('/person', { token, person: 'nobody' })).status).toBe(404);
    const answer = await other.post('/person', { token, person: 'head of department' });
    const cookie = answer.headers
      .getSetCookie()
      .map(c => c.split(';')[0]!)
      .join('; ');
    expect(await (await other.get('/person?lang=en', { cookie })).text()).toContain('You are acting as head of department.');
  });

  it('does not accept a form without its token, with that of another session, or from another site', async () => {
    const other = await kept.browser();
    expect((await browser.post('/sign-out', {})).status).toBe(403);
    expect((await browser.post('/sign-out', { token: (await other.own('/person')).token })).status).toBe(403);
    const { token } = await browser.own('/person');
    expect((await browser.post('/sign-out', { token }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await browser.post('/sign-out', { token }, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await browser.get(kzAz)).status).toBe(200);
  });
});

describe('every page has', () => {
  it('a policy that runs and loads nothing from elsewhere', async () => {
    const { headers } = await browser.get(kzAz);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(await textOf(kzAz)).not.toMatch(/ style=| onclick=|<script>/);
  });

  it('its style in at most 15 kB, its script in at most 10', () => {
    expect(brotliCompressSync(assets().style.body).length).toBeLessThan(15_000);
    expect(assets().script.body.length).toBeLessThan(10_000);
  });

  it('assets that a browser keeps, under a name that changes with them', async () => {
    const { style } = assets();
    const answer = await kept.app.request(style.path, { headers: { 'accept-encoding': 'br' } });
    expect(answer.headers.get('cache-control')).toContain('immutable');
    expect(answer.headers.get('content-encoding')).toBe('br');
    expect((await kept.app.request('/assets/desk.other.css')).status).toBe(404);
  });

  it.each(languages)('a language, chosen once: %s', async language => {
    const answer = await browser.get(`${kzAz}?lang=${language}`);
    expect(await answer.text()).toContain(`<html lang="${language}">`);
    expect(answer.headers.getSetCookie().some(c => c.startsWith(`lang=${language}`))).toBe(true);
  });

  it('escaped text wherever somebody typed it', async () => {
    const page = await textOf(`/agreements?q=${encodeURIComponent('<script>alert(1)</script>')}`);
    expect(page).not.toContain('<script>alert');
    expect(page).toContain('&lt;script&gt;');
  });

  it('an answer for an unknown address', async () => {
    expect((await browser.get('/no-such-page')).status).toBe(404);
    expect((await browser.get('/agreements/no-such')).status).toBe(404);
    for (const [path, way] of [
      ['/agreements/no-such', '/agreements'],
      [`${kzAz}/notices/no-such`, '/notices'],
      [`${kzAz}/protocols/no-such`, kzAz],
    ] as const) {
      const page = await (await browser.get(`${path}?lang=en`)).text();
      const main = page.slice(page.indexOf('<main'));
      expect(main).toContain(`href="${way}"`);
      expect(main).not.toMatch(/npx/);
    }
    expect((await browser.get(`${kzAz}?as-of=2028-13-45`)).status).toBe(422);
  });
});

describe('the page of an agreement', () => {
  it('says first what to do and by when, and what that achieves on every reading', async () => {
    const page = await textOf('/agreements/window-open?lang=en');
    expect(page).toMatch(/Send by <a href="[^"]*#step-sendBy">28\u00a0Feb\u00a02029<\/a> <i>\(in 242 days\)<\/i>/);
    expect(page).toMatch(/A notice received by <a [^>]*>14\u00a0Mar\u00a02029<\/a> prevents renewal on every reading \(art\.\u00a013\)\./);
    expect(page).toMatch(/<b>Undecided\.<\/b>/);
  });

  it('never gives as one day a day that differs between readings', async () => {
    const page = await textOf(`${kzAz}?lang=en`);
    expect(page).toMatch(/In force until at least <a [^>]*>19\u00a0Jul\u00a02028<\/a>/);
    expect(page).toContain('<b>Disputed:</b>');
  });

  it('answers for another day, as it was known on another day', async () => {
    const page = await textOf(`${kzAz}?as-of=2028-02-01&known-on=2028-01-10&lang=en`);
    expect(page).toMatch(/As of <time [^>]*>1\u00a0Feb\u00a02028<\/time>, as known on <time [^>]*>10\u00a0Jan\u00a02028<\/time>/);
    expect(page).not.toContain('Record a decision');
    expect(page).not.toMatch(/<text[^>]*>Today/);
    expect(await textOf(`${kzAz}?lang=en`)).toMatch(/<text[^>]*>Today/);
  });

  it('shows each entry with its evidence', async () => {
    expect(await textOf(`${kzAz}?lang=en`)).toMatch(/id="entry-t1"/);
  });

  it('is found by words in any of the four languages', async () => {
    for (const q of ['правительственной связи', 'Үкіметтік', 'Hökumət rabitəsi', 'government communications', 'казахстан азербайджан'])
      expect(await textOf(`/agreements?q=${encodeURIComponent(q)}`)).toContain(kzAz);
  });

  it('is listed separately if it is a rehearsal', async () => {
    expect(await textOf('/agreements')).not.toContain('/agreements/window-open');
    expect(await textOf('/rehearsals')).toContain('/agreements/window-open');
  });

  it('is listed with its id if another agreement has the same title, and only then', async () => {
    const page = await textOf('/rehearsals');
    expect(page).toContain('<small>window-open</small>');
    expect(page).toContain('<small>five-readings</small>');
    expect(page).not.toContain('<small>long-title</small>');
  });
});

describe('the page of a certificate of status', () => {
  const unescaped = (page: string): string => page.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');

  it.each(languages)('has everything that the PDF has, and the PDF is that of the command: %s', async language => {
    const { context } = kept.desk.asker({ person: 'officer', language: 'en' });
    const days = { asOf: '2028-12-01', knownOn: '2028-06-01' };
    const { content, data: said, signedBy } = await certificate(context, 'nine-notices', days);
    const paper = printedCertificate(content, language, signedBy);
    const asked = `as-of=${days.asOf}&known-on=${days.knownOn}&in=${language}`;
    const page = breaking(unlinked(unescaped(await textOf(`/agreements/nine-notices/certificate?${asked}`))));
    const rows = [...paper.block, ...paper.sections!.flatMap(s => s.rows)];
    for (const text of [
      paper.head,
      paper.answer!,
      ...paper.body,
      ...paper.foot!,
      ...rows.flatMap(([label, value]) => [label, ...value.split('\n')]),
    ])
      expect(page).toContain(breaking(text));
    const answer = await browser.get(`/agreements/nine-notices/certificate.pdf?${asked}`);
    expect(answer.headers.get('content-disposition')).toContain(`nine-notices-status-2028-12-01-known-2028-06-01-${language}.pdf`);
    const data = { name: 'certificate.json', text: `${JSON.stringify(said, null, 2)}\n` };
    expect(Buffer.from(await answer.arrayBuffer()).equals(await pdfOf(paper, data))).toBe(true);
  });

  it('has a headline that says if the status is disputed, and marks a rehearsal', async () => {
    const page = await textOf(`${kzAz}/certificate?as-of=2028-12-01&lang=en`);
    expect(page).toMatch(/<p class="a1">The status of the Agreement is disputed: /);
    expect(page).not.toContain('class="draft"');
    expect(await textOf('/agreements/window-open/certificate?lang=en')).toMatch(/class="draft">[^<]*REHEARSAL/i);
  });

  it('refuses a day that is invalid, or not known yet, and keeps what was asked', async () => {
    const none = await browser.get(`${kzAz}/certificate?as-of=2028-02-30&in=kk&lang=en`);
    expect(none.status).toBe(422);
    expect(await none.text()).toMatch(/There is a problem.*value="2028-02-30".*<option value="kk" selected>/s);
    const later = await browser.get(`${kzAz}/certificate?known-on=2029-01-01&lang=en`);
    expect(await later.text()).toContain('what will be known then is not known yet');
    expect((await browser.get('/agreements/no-such/certificate')).status).toBe(404);
  });
});

it('a person change returns to the page it was made from, and to no page elsewhere', async () => {
  const other = await kept.browser();
  const notice = '/agreements/with-notices/notices/2028-1';
  expect(await (await other.get(notice)).text()).toContain(`href="/person?${new URLSearchParams({ from: notice })}"`);
  const page = await (await other.get(`/person?${new URLSearchParams({ from: notice })}`)).text();
  expect(page).toContain(`name="from" value="${notice}"`);
  expect(['//evil.example', '/\\evil.example', 'https://evil.example/', '/person', undefined].map(ownPath)).toEqual(Array(5).fill('/'));
  expect(ownPath('/agreements?q=a%20b')).toBe('/agreements?q=a%20b');
  const { token } = await other.own('/person');
  const answer = await other.post('/person', { token, person: 'head of department', from: notice });
  expect(answer.headers.get('location')).toBe(notice);
});

it('the drafter of a notice reads that another person must approve it, and is offered a change of person', async () => {
  const attaché = await browserOf(appOf(kept.desk, { person: 'attaché' }));
  const notice = '/agreements/with-notices/notices/2028-1';
  const page = await (await attaché.get(`${notice}?lang=en`)).text();
  expect(page).toMatch(/<li>Approve<span>attaché drafted it or last changed it: another person must approve it\./);
  expect(page).not.toContain(`href="${notice}/approve"`);
  expect(await textOf(`${notice}?lang=en`)).toContain(`href="${notice}/approve"`);
  expect(unlinked(page)).toMatch(/<td class="num">\d+\u00a0\w+\u00a02028<td>[^<]+<td>/);
});

it('notices of rehearsals are listed separately, with a remark that there are some', async () => {
  const real = await textOf('/notices?lang=en');
  expect(real).not.toContain('/notices/2028-1');
  expect(real).toContain('<a href="/notices?rehearsals=1">5 notices of rehearsals</a>');
  expect(await textOf('/notices?rehearsals=1&lang=en')).toContain('/agreements/with-notices/notices/2028-1');
});

it('a notice of our own is not recorded as a fact without a remark on four eyes', async () => {
  const said = 'Here nobody else approves it: this is for a notice of Kazakhstan that has already been received.';
  const link = 'href="/agreements/window-open/notices/new/termination?by=KZ">Draft a notice</a>';
  const form = '/agreements/window-open/record/termination.notified';
  for (const path of [`${form}?lang=en`, `${form}?by=KZ&lang=en`]) {
    expect(await textOf(path)).toContain(said);
    expect(await textOf(path)).toContain(link);
  }
  for (const path of [`${form}?by=AZ&lang=en`, '/agreements/window-open/record/renewal.agreed?lang=en'])
    expect(await textOf(path)).not.toContain('nobody else approves it');
  const fields = { ...(await browser.own(form)), by: 'KZ', ...dayFields('received', '2028-06-20') };
  expect(await (await browser.post(`${form}?lang=en`, fields)).text()).toContain(said);
});

describe('before it is confirmed, a step with legal effect shows what it would do', () => {
  const at = (path: string): string => `/agreements/with-notices${path}`;

  /** The page on which the answers are checked. */
  async function checked(path: string, fields: Record<string, string> = {}): Promise<string> {
    const answer = await browser.post(`${path}?lang=en`, { ...(await browser.own(path)), ...fields });
    const page = await answer.text();
    expect(answer.status).toBe(200);
    expect(page).toContain('What it would do');
    expect(page.match(/<svg class="wide"/g)).toHaveLength(2);
    return unlinked(page);
  }

  it.each([
    ['2028-1', 'approve', {}, 'Assuming dispatch on 1\u00a0Jul\u00a02028'],
    ['2028-1', 'recall', { reason: 'not decided' }, 'It has not been received, and so does nothing.'],
    ['2028-2', 'dispatch', dayFields('on', '2028-06-20'), 'Assuming dispatch on 20\u00a0Jun\u00a02028'],
    ['2028-3', 'confirmReceipt', { ...dayFields('received', '2028-06-12'), evidence: 'note 8' }, 'Received on 12\u00a0Jun\u00a02028.'],
    ['2028-3', 'markReturned', { reason: 'lost' }, 'It has not been received, and so does nothing.'],
    ['2028-5', 'accept', {}, 'it counts as received on 20\u00a0May\u00a02028'],
  ])('for notice %s: %s, with the notice itself', async (number, action, fields, said) => {
    const page = await checked(at(`/notices/${number}/${action}`), fields);
    expect(page).toMatch(/<dt>What it is<\/dt><dd>Intention to terminate/);
    expect(page).toMatch(/<dt>By which Party<\/dt><dd>(Kazakhstan|Azerbaijan)/);
    expect(page).toMatch(/<dt>(Drafted|Entered) by<\/dt><dd>attaché/);
    expect(page).toContain(said);
    expect(page).toMatch(/<tr><td>[^<]*last day in force[^<]*<td>[^<]*<td><b>/i);
    expect(page).not.toContain('<dl class="facts"></dl>');
  });

  it('for a notice found defective: that it is recorded without effect', async () => {
    const page = await checked(at('/notices/2028-5/findDefective'), { reason: 'unsigned' });
    expect(page).toContain('It would be entered without effect');
    expect(page).toMatch(/<tbody><tr><td>2028-5<td>none<td><b>without effect<\/b><\/tr><\/tbody>/);
  });

  it('for an entry that is corrected or struck', async () => {
    const days = { ...dayFields('received', '2004-09-20'), why: 'slip' };
    expect(await checked(at('/entries/n2/correct'), days)).toMatch(
      /entry into force<td>15\u00a0Sep\u00a02004<td><b>20\u00a0Sep\u00a02004/i,
    );
    expect(await checked(at('/entries/n2/strike'), { why: 'entered twice' })).toMatch(/Status<td>in force<td><b>signed/i);
  });

  it('for a fact in the future, which can be previewed and not recorded', async () => {
    const fields = { by: 'AZ', ...dayFields('received', '2029-01-20') };
    const path = '/agreements/window-open/record/termination.notified';
    expect(await checked(path, fields)).toMatch(/<tr><td>[^<]*last day in force[^<]*<td>[^<]*<td><b>/i);
    const own = await browser.own(path);
    const sent = await browser.post(`${path}?lang=en`, { ...own, ...fields, step: 'send' });
    expect([sent.status, await sent.text()]).toEqual([422, expect.stringContaining('class="summary"')]);
  });

  it('for a protocol that is proposed', async () => {
    const fields = { protocol: 'p7', by: 'KZ', ...dayFields('received', '2028-06-12') };
    expect(await checked(at('/protocols/new'), fields)).toMatch(/Protocol p7<td>none<td><b>proposed/i);
  });

  it('with what other readings give, as at the command line', async () => {
    const page = await checked(at('/notices/2028-2/dispatch'), dayFields('on', '2028-06-20'));
    expect(page).toMatch(/<h3>Other readings<\/h3><ul>(<li>Out of force from \d[^<]+<\/li>){2,}/);
  });
});

it('every date on the page of every agreement links to its reckoning', async () => {
  const wrong: string[] = [];
  for (const id of kept.ids) {
    const page = await textOf(`/agreements/${id}?lang=en`);
    const reckoning = await textOf(`/agreements/${id}/reckoning`);
    const anchors = new Set([...reckoning.matchAll(/ id="([^"]+)"/g)].map(m => m[1]));
    const ledger = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(m => m[1]));
    for (const [, path, anchor] of page.matchAll(/href="([^"#]*)#([^"]+)"/g)) {
      const there = path!.includes('/reckoning') ? anchors : ledger;
      if (!there.has(anchor)) wrong.push(`${id}: ${path}#${anchor}`);
    }
    const listed = [...page.matchAll(/<tr[^>]*><td class="num">(?:(?!<td>).)*/g)].filter(m => /\d{4}/.test(m[0]) && !m[0].includes('<a '));
    wrong.push(...listed.filter(m => !m[0].includes('<code>')).map(m => `${id}: no link: ${m[0]}`));
  }
  expect(wrong).toEqual([]);
});

describe('the machine of an agreement', () => {
  const inOneLine = (text: string): string => text.replaceAll(/<[^>]*>/g, '').trim();
  it('is drawn with its current states, and listed with the transitions from them', async () => {
    const page = await textOf('/agreements/window-open?lang=en');
    const [, drawing] = /<div class="scroll"[^>]*>(.*?)<\/div>/s.exec(page)!;
    const names = (style: string): string[] =>
      [...drawing!.matchAll(new RegExp(`<rect class="${style}"[^>]*/><text[^>]*>(.*?)</text>`, 'g'))].map(m => inOneLine(m[1]!));
    expect(names('mc lit').sort()).toEqual(['in force', 'later treaty', 'none', 'notice', 'operation', 'period', 'running']);
    expect(names('ms lit').sort()).toEqual(['begun', 'none', 'open', 'operating']);
    expect(names('ms').length + names('ms lit').length).toBe(leaves(agreementDiagram.root));
    expect(drawing).toMatch(/<title [^>]*>The machine of the agreement, with its current states marked/);
    expect(drawing).toContain('Now: in force › period › running › open,');
    expect(page).toMatch(
      /<dt>in force › period › running › open<\/dt>\s*<dd>\s*<p>A notice would still be in time\. \(by the clause on duration\)/,
    );
    expect(page).toContain('after the last day for notice → in force › period › running › settled');
  });

  it.each(languages)('has the names of its states in %s, in the drawing and in the list', async language => {
    const page = await textOf(`/agreements/window-open?lang=${language}`);
    const [, drawing] = /<div class="scroll"[^>]*>(.*?)<\/div>/s.exec(page)!;
    const drawn = [...drawing!.matchAll(/<rect class="m[cs][^>]*\/><text[^>]*>(.*?)<\/text>/g)].map(m => inOneLine(m[1]!));
    const { states } = wordsIn(language).m.machine;
    expect(drawn.sort()).toEqual(Object.values(states).sort());
    const path = ['inForce', 'inForce_period', 'inForce_period_running', 'inForce_period_running_open'] as const;
    expect(page).toContain(`<dt>${path.map(id => states[id]).join(' › ')}</dt>`);
  });

  it.each(languages)('has words in %s for everything in it: states, their meanings, events and conditions', language => {
    const { states, descriptions, events, delays, guards, clauses } = wordsIn(language).m.machine;
    const inside = (state: DiagramState): DiagramState[] => [state, ...state.states.flatMap(inside)];
    const all = inside(agreementDiagram.root).slice(1);
    const of = (guard: Guard): string[] => (typeof guard === 'string' ? [guard] : guard.of.flatMap(of));
    const causes = agreementDiagram.arrows.flatMap(a => a.cause ?? []);
    const known = (codes: readonly string[]): string[] => [...new Set(codes)].sort();
    expect(Object.keys(states).sort()).toEqual(known(all.map(s => s.id)));
    expect(Object.keys(descriptions).sort()).toEqual(known(all.filter(s => s.description).map(s => s.id)));
    expect(Object.keys(events).sort()).toEqual(known(causes.flatMap(c => ('event' in c ? c.event : []))));
    expect(Object.keys(delays).sort()).toEqual(known(causes.flatMap(c => ('delay' in c ? c.delay : []))));
    expect(Object.keys(guards).sort()).toEqual(known(agreementDiagram.arrows.flatMap(a => (a.guard ? of(a.guard) : []))));
    expect(Object.keys(clauses).sort()).toEqual(known(all.flatMap(s => /^clause: (.+)$/.exec(s.article ?? '')?.[1] ?? [])));
  });

  it('follows the day asked about, and is left out if a day is known only within bounds', async () => {
    expect(await textOf(`${kzAz}?as-of=2004-06-01&lang=en`)).toContain('<dt>signed › entry into force › awaited</dt>');
    const bounded = kept.ids.find(id => id.startsWith('at-su-'));
    const { machine, within } = await kept.as('en').standing(bounded!);
    expect(machine.length === 0).toBe(Boolean(within));
  });
});

const leaves = (state: DiagramState): number => (state.states.length ? state.states.reduce((sum, s) => sum + leaves(s), 0) : 1);

describe('the engine room', () => {
  it('shows the register’s part without Temporal, and says what it could not check', async () => {
    const { hash, seq } = await (await kept.desk.base.registers()).of(false).head();
    const page = await textOf('/engine?lang=en');
    expect(page).toContain('Temporal did not answer everything.');
    expect(page).toContain(`line ${seq} <code>${hash.slice('sha256:'.length, 'sha256:'.length + 16)}`);
    expect(page).toContain('none recorded in this data directory: <code>npx servanda register verify</code>');
    expect(page).toContain('not seen');
    expect(page).toMatch(/<a href="\/engine\?from=10" rel="next">/);
  });

  it('says when the register was last checked, and with what result', async () => {
    const at = Date.parse('2028-06-30T03:20:00Z');
    await noteUpkeep(kept.home, 'verified', { at, sound: true, lines: 137 });
    await noteUpkeep(kept.home, 'backedUp', { at, folder: '/mnt/backups/<1>', lines: 158 });
    await noteUpkeep(kept.home, 'reconciled', { at, agreements: 44, differed: 2, left: 1 });
    const page = await textOf('/engine?lang=en');
    expect(page).toContain('30\u00a0Jun\u00a02028, 03:20\u00a0UTC: every seal holds (137 lines)');
    expect(page).toContain('30\u00a0Jun\u00a02028, 03:20\u00a0UTC: 158 lines, in /mnt/backups/&lt;1&gt;');
    expect(page).toContain('30\u00a0Jun\u00a02028, 03:20\u00a0UTC: 44 agreements; 2 differed, 1 still do');
    await writeFile(join(kept.home, 'upkeep', 'verified.json'), '{');
    expect(await textOf('/engine?lang=en')).toContain('none recorded in this data directory: <code>npx servanda register verify</code>');
  });

  it('can look at one agreement, and reports an unknown id', async () => {
    expect(await textOf('/engine?agreement=window-open&lang=en')).toContain('Pending timers of <a href="/agreements/window-open">');
    expect(await textOf('/engine?agreement=%3Cb%3E&lang=en')).toContain('No agreement has the id “&lt;b&gt;”.');
  });
});

it('the notices of an agreement are counted by Party, drafts apart, and numbered where there are several', async () => {
  const plain = async (path: string) => (await textOf(path)).replaceAll(/<[^>]*>/g, '').replaceAll(/\s+/g, ' ');
  const nine = await plain('/agreements/nine-notices?lang=en');
  expect(nine).toMatch(/9Azerbaijan: t9, t7, t5, t3, t1Kazakhstan: t8, t6, t4, t2/);
  expect(nine).toMatch(/Notice t\d of (Azerbaijan|Kazakhstan)/);
  expect(await plain('/agreements/with-notices?lang=en')).toMatch(/drafts and others: 2028-\d/);
});

describe('Today', () => {
  it('says first what must be done next, and counts what is overdue', async () => {
    const page = await textOf('/?lang=en');
    expect(page).toMatch(/Overdue since <a [^>]*>16\u00a0Jun\u00a02028<\/a> <i>\(15 days ago\)<\/i>/);
    expect(page).toContain('One is overdue.');
    expect(page).toMatch(/<caption>\s*Act now.*<caption>\s*Decide.*<caption>\s*Watch/s);
  });

  it('lists what is due within some days, and nothing else', async () => {
    const page = await textOf('/?within=90&lang=en');
    expect(page).toContain('10\u00a0Aug\u00a02028');
    expect(page).not.toMatch(/<caption>\s*Act now/);
    expect(page).not.toMatch(/<caption>\s*Watch/);
  });

  it('finds agreements by Party, status and words in any language', async () => {
    const rows = async (query: string): Promise<number> => [...(await textOf(`/?${query}`)).matchAll(/<td class="by">/g)].length;
    expect(await rows('party=AZ')).toBe(2);
    expect(await rows(`q=${encodeURIComponent('әзірбайжан')}`)).toBe(2);
    expect(await rows('status=terminated')).toBe(0);
    expect(await rows('status=inForce')).toBeGreaterThan(5);
  });

  it('lists what is due on one day of the year', async () => {
    const page = await textOf('/?day=2028-07-19&lang=en');
    expect(page).toContain('Only 19\u00a0Jul\u00a02028. Show every day');
    expect([...page.matchAll(/<td class="by">/g)]).toHaveLength(1);
    expect(await textOf('/?day=%3Cscript%3E')).not.toContain('&lt;script&gt;');
  });

  it('lists rehearsals separately', async () => {
    expect(await textOf('/')).not.toContain('/agreements/window-open');
    expect(await textOf('/?rehearsals=1')).toContain('/agreements/window-open');
  });

  it('has thirteen months, through the same day of next year, each day in its place, and no uncertain date', async () => {
    const page = await textOf('/?lang=en');
    const year = page.slice(page.indexOf('<div class="year">'));
    expect([...year.matchAll(/<section>/g)]).toHaveLength(13);
    expect(year).toMatch(/<h3>July 2029/);
    expect(year).toMatch(/<h3>July 2028<\/h3>\s*<ol>\s*<li class="g6 we n">1<\/li>/);
    expect(year).toMatch(/<li class="e">\s*<a [^>]*>19<\/a\s*>/);
  });

  it('reads only projections, and no ledger of an agreement', async () => {
    const registers = await kept.desk.base.registers();
    const asked: string[] = [];
    const of = vi.spyOn(registers.of(false), 'stateOf').mockImplementation(id => Promise.reject(new Error(`folded ${asked.push(id)}`)));
    try {
      for (const path of ['/', '/agreements']) expect((await browser.get(path)).status).toBe(200);
      expect(asked).toEqual([]);
    } finally {
      of.mockRestore();
    }
  });
});
