/** A crawler: every day on a page links to its reckoning, in each language, in sentences and in drawings; and no text contains a code. */
import { afterAll, expect, it } from 'vitest';
import { dayAfter, dayBefore, type CalendarDate } from '../../clauses/calendar.ts';
import { languages, type Language } from '../../clauses/desk.ts';
import { daysIn, withDays } from '../../web/days-in-text.ts';
import { html } from '../../web/html.ts';
import { wordsIn } from '../../web/words.ts';
import { deskHome } from './desk-home.ts';
import { pathsOf } from './desk-paths.ts';

const kept = await deskHome();
const browser = await kept.browser();
afterAll(() => kept.remove());

/** Hyphenated words of the language; the rest are ids of agreements. */
const given = new Set([...kept.ids, 'cross-border', 'four-eyes', 'good-neighbourliness', 'same-numbered', 'send-by']);

const crawled = ['window-open', 'nine-notices', 'kz-az-2004-government-communications'];

interface Seen {
  day: CalendarDate;
  text: string;
  /** What encloses it: a link, something that opens, or the mark of a day asked for or of entry. */
  within: 'link' | 'opener' | 'time' | undefined;
  isDrawn: boolean;
}

/** The days in the visible text of a page; not in what only a screen reader or the title bar presents. */
function daysSeen(page: string, language: Language): Seen[] {
  const open = new Map<string, number>();
  const isIn = (...tags: string[]): boolean => tags.some(tag => (open.get(tag) ?? 0) > 0);
  const seen: Seen[] = [];
  const stated = page.replaceAll(/<span class="hint".*?<\/span>/gs, '');
  for (const [token, close, tag] of stated.matchAll(/<(\/?)([a-zA-Z][\w-]*)[^>]*>|[^<]+/g)) {
    if (tag) {
      if (!token.endsWith('/>')) open.set(tag, (open.get(tag) ?? 0) + (close ? -1 : 1));
      continue;
    }
    // Input and options are not statements.
    if (isIn('title', 'desc', 'option', 'textarea', 'label')) continue;
    const within = isIn('a') ? 'link' : isIn('summary', 'button') ? 'opener' : isIn('time') ? 'time' : undefined;
    const text = token.replaceAll('&nbsp;', '\u00a0').trim();
    for (const { day } of daysIn(text, wordsIn(language))) if (day) seen.push({ day, text, within, isDrawn: isIn('svg') });
  }
  return seen;
}

async function pageOf(path: string): Promise<string> {
  const answer = await browser.get(path);
  expect(answer.status).toBe(200);
  return answer.text();
}

it.each(languages.flatMap(language => crawled.map(id => [id, language] as const)))(
  '%s in %s: every day is linked, in sentences and in drawings',
  async (id, language) => {
    const { reckoning, asOf } = await kept.as(language).standing(id);
    const reckoned = new Set(reckoning.flatMap(r => [r.date, ...r.alternatives.flatMap(a => (a.date ? [a.date] : []))]));
    for (const path of [`/agreements/${id}`, `/agreements/${id}/reckoning`]) {
      const page = await pageOf(`${path}?lang=${language}`);
      const seen = daysSeen(page, language);
      expect(seen.length).toBeGreaterThan(20);
      // A day without a reckoning is marked as a day: the day asked for, today, and the day of an entry.
      const alone = seen.filter(s => !s.within && !(s.isDrawn && (s.day === asOf || !reckoned.has(s.day))));
      expect(alone.map(s => s.text)).toEqual([]);
      const entered = new Set(
        [...page.matchAll(/<td class="entered">(.*?)<\/td>/gs)].flatMap(([, cell]) =>
          [...cell!.matchAll(/<time datetime="([^"]+)"/g)].map(m => m[1]),
        ),
      );
      const marked = seen.filter(s => s.within === 'time' && s.day !== asOf && !entered.has(s.day) && reckoned.has(s.day));
      expect(marked.map(s => s.text)).toEqual([]);
      if (!path.endsWith('reckoning')) expect(seen.filter(s => s.isDrawn && s.within === 'link').length).toBeGreaterThan(3);
    }
  },
);

it.each(['suspended', 'ch-at-1958-road-traffic', 'kg-us-2009-manas-transit-centre', 'at-us-2010-proceeds-of-crime'])(
  '%s: every day links to its reckoning, except the as-of day, days of entry and the dates of notes',
  async id => {
    const { asOf, entries } = await kept.as('en').standing(id);
    const borne = entries.flatMap(({ entry }) => ('received' in entry ? [entry.dated, entry.dispatched] : []));
    for (const path of ['', '/reckoning', '/certificate']) {
      const page = (await pageOf(`/agreements/${id}${path}?lang=en`)).replaceAll(/<td class="entered">.*?<\/td>/gs, '');
      const without = daysSeen(page, 'en').filter(({ day, within }) => within === 'time' && day !== asOf && !borne.includes(day));
      expect(without.map(s => s.text)).toEqual([]);
    }
  },
);

it('the day from which a change applies links to its reckoning on the page of the protocol', async () => {
  const page = await pageOf('/agreements/protocol-ahead/protocols/p2?lang=en');
  expect(page).toMatch(/<dd><a href="[^"]*#step-protocol\.changesApplied\/2028-12-01">1\u00a0Dec\u00a02028<\/a>/);
});

it('the resumption after a future suspension is listed, with its article and its facts', async () => {
  const { dates, reckoning } = await kept.as('en').standing('suspended');
  expect(dates.find(d => d.date === '2029-07-01')).toMatchObject({ what: 'resumptionBegins', basis: 'VCLT art. 57', past: false });
  const rests = reckoning.filter(r => r.id.includes('Begins/')).map(r => [r.date, ...r.restsOn]);
  expect(rests).toEqual([
    ['2016-01-01', 'res1'],
    ['2028-10-01', 'sus2'],
    ['2029-07-01', 'res2'],
  ]);
});

/** By its heading: the first day of a period, and the first day out, have the reckoning of the end on the day before. */
it.each(['five-readings', 'window-open', 'terminated', 'suspended', 'ch-at-1958-road-traffic', 'ee-ru-1993-legal-assistance'])(
  '%s: the reckoning to which a day leads ends in that very day',
  async id => {
    const [page, reckoning] = [await pageOf(`/agreements/${id}?lang=en`), await pageOf(`/agreements/${id}/reckoning?lang=en`)];
    const dayIn = (text: string): CalendarDate[] => daysIn(text.replaceAll('&nbsp;', '\u00a0'), wordsIn('en')).flatMap(d => d.day ?? []);
    const headed = new Map(
      [...reckoning.matchAll(/<section[^>]* id="(step-[^"]+)"[^>]*>\s*<h[23]>(.*?)<\/h[23]>/gs)].map(([, at, heading]) => [
        at,
        dayIn(heading!.replaceAll(/<[^>]*>/g, '')).at(-1),
      ]),
    );
    const links = [...`${page}${reckoning}`.matchAll(/<a href="[^"#]*\/reckoning#(step-[^"]+)"[^>]*>([^<]*)<\/a>/g)].flatMap(
      ([, at, text]) => {
        const [day, ...others] = dayIn(text!);
        return day && !others.length ? [{ at: at!, day }] : [];
      },
    );
    expect(links.length).toBeGreaterThan(20);
    const astray = links.filter(({ at, day }) => headed.get(at) !== day && !(isOfEnd(at) && headed.get(at) === dayBefore(day)));
    expect(astray).toEqual([]);
    const [, why] = /<section id="why">\s*<h2>(.*?)<\/h2>/s.exec(page) ?? [];
    const said = dayIn([...page.matchAll(/<p class="a[12]">(.*?)<\/p>/gs)].map(m => m[1]!.replaceAll(/<[^>]*>/g, '')).join(' '));
    const day = dayIn(why!.replaceAll(/<[^>]*>/g, '')).at(-1)!;
    // For an agreement that has ended, the sentence gives the first day on which it is not in force.
    expect([day, dayAfter(day)].some(d => said.includes(d))).toBe(true);
  },
);

const isOfEnd = (at: string): boolean => /^step-(periodEnd\/|fixedDay\/|notice\/|termination\b)/.test(at);

it('every day given by another reading is counted at its link', async () => {
  for (const id of kept.ids) {
    const { reckoning } = await kept.as('en').standing(id);
    for (const { id: step, alternatives, otherCounts } of reckoning)
      expect([id, step, otherCounts.map(o => o.date)]).toEqual([id, step, alternatives.flatMap(a => a.date ?? [])]);
  }
});

it.each(['/', '/?rehearsals=1', '/agreements', '/rehearsals', '/engine', '/protocols', '/protocols?rehearsals=1'])(
  '%s: every day in a list links to its reckoning',
  async path => {
    const page = await pageOf(`${path}${path.includes('?') ? '&' : '?'}lang=en`);
    const alone = daysSeen(page, 'en').filter(s => s.within !== 'link' && !(s.within === 'time' && s.text === '1\u00a0Jul\u00a02028'));
    expect(alone.map(s => s.text)).toEqual([]);
  },
);

/** Unlinked days, and those only marked as days although they have a reckoning. */
async function unopenedOn(page: string, id: string | undefined, language: Language): Promise<string[]> {
  const s = id ? await kept.as(language).standing(id) : undefined;
  const reckoned = new Set(s?.reckoning.flatMap(r => [r.date, ...r.alternatives.flatMap(a => (a.date ? [a.date] : []))]));
  // The day of an entry has no reckoning; the day from which it counts is next to it.
  return daysSeen(page.replaceAll(/<td class="entered">.*?<\/td>/gs, ''), language)
    .filter(({ day, within, isDrawn }) =>
      within === 'time' ? day !== s?.asOf && reckoned.has(day) : !within && !(isDrawn && (day === s?.asOf || !reckoned.has(day))),
    )
    .map(({ text }) => text);
}

/** The text that people read on a page: without input, and without quotations. */
const readOn = (page: string): string =>
  page.replaceAll(/<(style|script|code|pre|textarea|option|title)\b.*?<\/\1>/gs, ' ').replaceAll(/<[^>]*>/g, ' ');

/** `noticeBefore`, `condition.met`, `rehearsed-notice`; ids given by people, and addresses, are not codes. */
const codesOn = (page: string): string[] =>
  (
    readOn(page).match(/(?<![\p{L}\d./@-])(?:[a-z]+[A-Z]\w*|[a-z]+\.[a-z]+(?:\.[a-z]+)*|[a-z]+-[a-z]+(?:-[a-z]+)*)(?![\p{L}\d./@-])/gu) ??
    []
  ).filter(found => !given.has(found));

it.each(['en', 'kk'] as const)('in %s every day on every page is linked, even where a form shows what it would do', async language => {
  const found: string[] = [];
  const codes: string[] = [];
  const look = async (path: string, page: string): Promise<void> => {
    const id = /^\/agreements\/([^/?]+)/.exec(path)?.[1];
    found.push(...(await unopenedOn(page, id, language)).map(text => `${path}: ${text}`));
  };
  for (const path of pathsOf(kept.app, 'GET')) {
    const answer = await browser.get(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
    expect([path, answer.status < 500]).toEqual([path, true]);
    const page = await answer.text();
    codes.push(...codesOn(page).map(found => `${path}: ${found}`));
    if (path.endsWith('/certificate')) expect(daysSeen(page, language).length).toBeGreaterThan(5);
    await look(path, page);
  }
  const tried = {
    '/agreements/window-open/notices/new/termination': { by: 'KZ' },
    '/agreements/with-notices/entries/n2/strike': { why: 'slip' },
  };
  for (const [path, fields] of Object.entries(tried)) {
    const page = await (await browser.post(`${path}?lang=${language}`, { ...(await browser.own(path)), ...fields })).text();
    expect(daysSeen(page, language).length).toBeGreaterThan(5);
    await look(path, page);
  }
  expect([...new Set(codes)]).toEqual([]);
  expect(found).toEqual([]);
});

it.each([
  ['en', 'Received 2\u00a0Apr\u00a02029; the last day was 15 Mar 2029.', ['2029-04-02', '2029-03-15']],
  ['ru', 'получено 2\u00a0апреля\u00a02029, последний день 15 марта 2029 года', ['2029-04-02', '2029-03-15']],
  ['kk', '2029\u00a0жылғы\u00a02\u00a0сәуір, кейін 2029 жылғы 15 наурыз', ['2029-04-02', '2029-03-15']],
  ['az', '2\u00a0aprel\u00a02029, sonra 15 mart 2029', ['2029-04-02', '2029-03-15']],
  ['en', 'period 5, 14 or 15 Sep 2029', ['2029-09-14', '2029-09-15']],
  ['ru', 'до 14 или 15\u00a0сентября\u00a02029', ['2029-09-14', '2029-09-15']],
  ['kk', '2029\u00a0жылғы\u00a014 не 15\u00a0қыркүйек', ['2029-09-14', '2029-09-15']],
  ['az', '14 yaxud 15\u00a0sentyabr\u00a02029', ['2029-09-14', '2029-09-15']],
  ['en', 'line 12 of 2029, 99 Mar 2029, March', []],
] as const)('in %s the days are found in: %s', (language, text, days) => {
  expect(daysIn(text, wordsIn(language)).flatMap(one => one.day ?? [])).toEqual(days);
  expect(
    daysIn(text, wordsIn(language))
      .map(one => one.said)
      .join(''),
  ).toBe(text);
});

it('a sentence stays text, whatever it contains', () => {
  const said = withDays('<b> of 2 Apr 2029 & on', wordsIn('en'), (day, text) => html`<a href="#${day}">${text}</a>`);
  expect(said.toString()).toBe('&lt;b&gt; of <a href="#2029-04-02">2\u00a0Apr\u00a02029</a> &amp; on');
});
