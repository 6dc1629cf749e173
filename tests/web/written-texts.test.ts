/** Texts of an agreement's file and of its ledger on pages in other languages: each is marked with its language. WCAG 2.2, 3.1.2. */
import { afterAll, describe, expect, it } from 'vitest';
import { loadAgreement, loadFacts } from '../../agreements/load.ts';
import { html, markup } from '../../web/html.ts';
import { languageOf, withLanguages } from '../../web/written-texts.ts';
import { deskOver } from '../support/desk.ts';
import { keepIn, projectIn } from '../support/register-of.ts';

const { agreement } = loadAgreement('docs/rehearsal.yaml');
const bent = 'the text counts from the day on which the “second” note is registered';
const texts = {
  condition: 'the customs agreement of the same Parties is in force',
  entry: `${bent} on entry`,
  duration: `${bent} on duration`,
  termination: `${bent} on termination`,
  survival: 'investments made before the end stay protected',
  endless: 'contracts under way are performed',
  survives: `${bent} on what survives`,
  article: 'closing clause',
  evidence: 'note 41 of the embassy, file 3',
  note: 'the original is kept in the treaty archive',
  reason: 'the date was read from the wrong copy & the copy is lost',
  authority: 'decision of the minister of 3 May 2028',
};

const content = {
  ...agreement,
  id: 'written',
  title: { en: 'Agreement on the exchange of archives' },
  clauses: {
    entryIntoForce: {
      on: 'lastNotification',
      article: texts.article,
      counts: 'received',
      then: 'sameDay',
      bent: texts.entry,
      condition: { id: 'customs', what: texts.condition, article: 'art. 13' },
    },
    duration: {
      kind: 'periods',
      article: 'art. 13',
      first: 'P5Y',
      renewal: { kind: 'automatic', length: 'P5Y' },
      noticeBefore: 'P6M',
      bent: texts.duration,
    },
    termination: { when: 'anyTime', article: 'art. 13', notice: 'P6M', bent: texts.termination },
    survivals: [
      { article: 'art. 14', what: texts.survival, length: 'P10Y', bent: texts.survives },
      { article: 'art. 15', what: texts.endless },
    ],
  },
};
const facts = [
  ...loadFacts('docs/rehearsal-facts.yaml', agreement).filter(f => ['s', 'n1', 'n2'].includes(f.id)),
  { id: 'met', type: 'condition.met', on: '2004-08-01', condition: 'customs', evidence: texts.evidence, note: texts.note },
  { id: 'c1', type: 'corrected', of: 'met', on: '2004-08-02', recorded: '2005-01-10', reason: texts.reason },
  { id: 'd1', type: 'decision.made', on: '2028-05-03', by: 'KZ', person: 'Minister', decision: 'renew', authority: texts.authority },
  { id: 't1', type: 'termination.notified', by: 'AZ', received: '2028-05-20' },
];

const kept = await deskOver(async home => {
  const unended = { content: { ...content, id: 'unended' }, facts: facts.filter(f => f.id !== 't1') };
  const waiting = { content: { ...content, id: 'waiting' }, facts: facts.filter(f => ['s', 'n1'].includes(f.id)) };
  await keepIn(home, [{ content, facts }, unended, waiting] as never, Date.UTC(2028, 5, 1));
  await projectIn(home, ['written', 'unended', 'waiting'], Date.UTC(2028, 6, 1));
});
afterAll(() => kept.remove());
const browser = await kept.browser();

/** The texts of the file and the ledger that a page has outside an element in their language, and those it has at all. */
async function found(path: string): Promise<{ unmarked: string[]; shown: string[] }> {
  const page = await (await browser.get(path)).text();
  const body = page.slice(page.indexOf('<main'), page.indexOf('</main>')).replaceAll(/<(option|textarea|title|desc)\b.*?<\/\1>/gs, '');
  const plain = (text: string): string =>
    text
      .replaceAll(/<[^>]*>/g, '')
      .replaceAll(/\s+/g, ' ')
      .toLowerCase();
  const has = (where: string): string[] => Object.values(texts).filter(text => plain(where).includes(plain(html`${text}`.toString())));
  return { shown: has(body), unmarked: has(body.replaceAll(/<(span|tspan) lang="en">[^<]*<\/\1>/g, '|')) };
}

const pages = ['', '/reckoning', '/certificate', '/decide', '/entries/met/correct'];

it.each(['kk', 'ru', 'az'])('every page of an agreement marks its English texts as English in %s', async language => {
  const all = new Set<string>();
  for (const id of ['written', 'unended', 'waiting'])
    for (const page of [...pages.map(p => `/agreements/${id}${p}`), '/', '/agreements', '/deadlines?within=P25Y', `/rehearsals`]) {
      const { shown, unmarked } = await found(`${page}?lang=${language}`.replace(/\?(.*)\?/, '?$1&'));
      expect({ page, unmarked }).toEqual({ page, unmarked: [] });
      for (const text of shown) all.add(text);
    }
  expect([...all].sort()).toEqual(Object.values(texts).sort());
});

it('an option or a field that can only hold text is marked itself, if all of it is in another language', async () => {
  const page = await (await browser.get('/agreements/written/entries/met/correct?lang=ru')).text();
  expect(page).toMatch(new RegExp(`<textarea lang="en" [^>]*>${texts.note}</textarea>`));
  expect(page).toMatch(new RegExp(`<input lang="en" [^>]* value="${texts.evidence}"`));
  const body =
    '<option value="a">under way</option><option>a: under way</option><title id="t">under way</title><input type="text" value="under way"><input type="radio" value="under way">';
  expect(withLanguages(markup(body), ['under way'], 'kk').toString()).toBe(
    '<option lang="en" value="a">under way</option><option>a: under way</option><title lang="en" id="t">under way</title><input lang="en" type="text" value="under way"><input type="radio" value="under way">',
  );
});

it('a condition is named by its description, never by its id, where it may be met and where it is recorded', async () => {
  const at = async (path: string): Promise<string> => (await browser.get(`/agreements/waiting${path}?lang=en`)).text();
  for (const path of ['', '/record']) expect(await at(path)).toContain(`Meet the condition (${texts.condition}): the Parties together`);
  expect(await at('/record/condition.met')).toContain(`value="customs" checked><span>${texts.condition}</span>`);
});

it('an English page marks none of them', async () => {
  expect(await (await browser.get('/agreements/written?lang=en')).text()).not.toMatch(/<main.*<span lang="en"/s);
});

describe('the language of a text', () => {
  it.each([
    ['the programme has ended', 'kk', 'en'],
    ['договор о режиме границы вступил в силу', 'kk', 'ru'],
    ['бағдарлама аяқталды', 'ru', 'kk'],
    ['proqram başa çatdı', 'en', 'az'],
    ['rights to benefits acquired under it', 'az', 'en'],
    ['note', 'ru', 'en'],
    ['бағдарлама аяқталды', 'kk', undefined],
    ['Нота 41', 'kk', undefined],
    ['Vilnius', 'ru', undefined],
    ['14', 'kk', undefined],
    ['az', 'kk', undefined],
    ['n1', 'ru', undefined],
  ] as const)('"%s" on a page in %s is marked as %s', (text, page, language) => {
    expect(languageOf(text, page)).toBe(language);
  });
});

it('marks a text in each language it is given in, outside elements that name their own', () => {
  const said = 'in English here';
  const body = html`<p lang="ru">${said}</p>
    <a title="${said}">${said}</a><svg><text>${said}</text></svg>`;
  const marked = withLanguages(body, { what: { en: said, ru: 'по-русски' } }, 'kk')
    .toString()
    .replaceAll(/>\s+</g, '><');
  expect(marked).toBe(
    '<p lang="ru">in English here</p><a title="in English here"><span lang="en">in English here</span></a><svg><text><tspan lang="en">in English here</tspan></text></svg>',
  );
});
