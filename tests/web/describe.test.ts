/**
 * An agreement described in the browser: by questions or as a file, next to the linter's findings; nothing typed is lost, and nothing is
 * entered without a preview.
 */
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadAgreement, loadFacts } from '../../agreements/load.ts';
import { languages } from '../../clauses/desk.ts';
import { dayFields, deskOver } from '../support/desk.ts';
import { keepIn } from '../support/register-of.ts';

const { agreement } = loadAgreement('docs/rehearsal.yaml');
const facts = loadFacts('docs/rehearsal-facts.yaml', agreement).filter(f => f.id !== 't1');
const kept = await deskOver(home => keepIn(home, [{ content: agreement, facts }], Date.UTC(2028, 5, 1)));
const browser = await kept.browser();
afterAll(() => kept.remove());

const post = async (fields: Record<string, string>, path = '/describe', from = path) =>
  browser.post(`${path}${path.includes('?') ? '&' : '?'}lang=en`, { ...(await browser.own(from)), ...fields });
const unescaped = (page: string): string =>
  page.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
const textArea = (page: string): string => unescaped(/<textarea id="yaml"[^>]*>([^<]*)/.exec(page)?.[1] ?? '');

const answers: Record<string, string> = {
  as: 'questions',
  kind: 'rehearsal',
  'parties.one.code': 'aa',
  'parties.one.name': 'Republic of A',
  'parties.one.zone': 'Asia/Almaty',
  'parties.other.code': 'BB',
  'parties.other.name': 'Republic of B',
  'parties.other.zone': 'Asia/Baku',
  'title.title': 'Agreement on customs checks',
  ...dayFields('title.signed', '2027-03-01'),
  'title.place': 'Astana',
  'entryIntoForce.on': 'signature',
  'entryIntoForce.then': '30 days',
  'entryIntoForce.article': 'art. 13',
  'provisionalApplication.applied': 'no',
  'duration.kind': 'periods',
  'duration.first': '5 years',
  'duration.renewal': 'automatic',
  'duration.each': '5 years',
  'duration.noticeBefore': '6 months',
  'duration.article': 'art. 14',
  'termination.when': 'endOfPeriod',
  'termination.article': 'art. 14(2)',
  'amendment.by': 'otherwise',
  'amendment.own.on': 'signature',
  'amendment.own.article': 'art. 15',
  'amendment.article': 'art. 15(2)',
  'survivals.what': 'claims of carriers',
  'survivals.length': '2 years',
  'survivals.article': 'art. 16',
  'sources.what': 'the English text',
  'sources.where': 'file 12/4 of the archive',
};

const description = {
  id: 'aa-bb-2027-customs-checks',
  title: { en: 'Agreement on customs checks' },
  rehearsal: true,
  parties: [
    { id: 'AA', name: { en: 'Republic of A' }, zone: 'Asia/Almaty' },
    { id: 'BB', name: { en: 'Republic of B' }, zone: 'Asia/Baku' },
  ],
  clauses: {
    entryIntoForce: { on: 'signature', then: { days: 30 }, article: 'art. 13' },
    duration: {
      kind: 'periods',
      first: 'P5Y',
      renewal: { kind: 'automatic', length: 'P5Y' },
      noticeBefore: 'P6M',
      article: 'art. 14',
    },
    termination: { when: 'endOfPeriod', article: 'art. 14(2)' },
    amendment: { by: 'protocol', entryIntoForce: { on: 'signature', then: 'sameDay', article: 'art. 15' }, article: 'art. 15(2)' },
    survivals: [{ what: 'claims of carriers', length: 'P2Y', article: 'art. 16' }],
  },
  sources: [{ what: 'the English text', where: 'file 12/4 of the archive' }],
  facts: [{ id: 's', type: 'signed', on: '2027-03-01', place: 'Astana' }],
};

describe('describing an agreement by questions', () => {
  it.each(languages)('asks what the answers so far lead to, and reports no fault before it is submitted: %s', async language => {
    const page = await (await browser.get(`/describe?lang=${language}&kind=rehearsal`)).text();
    expect(page).toMatch(/value="rehearsal" checked/);
    expect(page).toContain('name="entryIntoForce.awaited"');
    expect(page).not.toContain('name="entryIntoForce.date.d"');
    expect(page).not.toContain('class="fault"');
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(m => m[1]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('shows whether it would be real, every date that follows with the lifeline, and the file that the answers give', async () => {
    const answer = await post({ ...answers, step: 'open' });
    expect(answer.status).toBe(200);
    const page = await answer.text();
    expect(page).toContain('It would be opened as a rehearsal, apart from real agreements.');
    expect(page).toContain('Open it as a rehearsal');
    expect(page).toContain('<svg class="wide"');
    expect(page).toMatch(/31\u00a0Mar\u00a02027/);
    expect(parse(unescaped(/<pre class="scroll"[^>]*>([^<]*)/.exec(page)![1]!))).toEqual(description);
    expect(page).toContain('name="duration.first" value="5 years"');
  });

  it('opens a real agreement only if that was chosen', async () => {
    const page = await (await post({ ...answers, kind: 'real', step: 'open' })).text();
    expect(page).toContain('It would be opened as a real agreement, in the permanent register.');
    expect(page).toContain('Open it as a real agreement');
    const unchosen = await post({ ...answers, kind: '', step: 'open' });
    expect(unchosen.status).toBe(422);
    expect(await unchosen.text()).toContain('href="#kind-0"');
  });

  it('reports faults at the top and next to their fields, and keeps what was typed, even for questions that are not asked now', async () => {
    const wrong = {
      'duration.first': '<b>five</b>',
      ...dayFields('title.signed', '2027-02-30'),
      'duration.kind': 'periods',
      'entryIntoForce.date.y': '1999',
    };
    const answer = await post({ ...answers, ...wrong, step: 'check' });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toMatch(/<title>There is a problem/);
    expect(page).toMatch(/href="#duration\.first">Duration and renewal: How long is the first period\? must be a length/);
    expect(page).toContain('href="#title.signed.d"');
    expect(page).toContain('value="&lt;b&gt;five&lt;/b&gt;"');
    expect(page).toMatch(/name="title\.signed\.d"[^>]*value="30"/);
    expect(page).toContain('type="hidden" name="entryIntoForce.date.y" value="1999"');
    expect(page).toContain('name="sources.where"');
  });

  it('reports what contradicts within a clause, and what makes no sense in the whole', async () => {
    const page = await (await post({ ...answers, 'duration.noticeBefore': '6 years', step: 'check' })).text();
    expect(page).toMatch(/<section id="beside"[^]*<b>error<\/b> <code>\d+:\d+ clauses\.duration/);
    const together = await post({ ...answers, 'duration.kind': 'indefinite', step: 'open' });
    expect(together.status).toBe(422);
    expect(await together.text()).toMatch(/<b>error<\/b> <code>\d+:\d+ clauses\.termination/);
  });

  it('can continue as a file with the answers given', async () => {
    const page = await (await post({ ...answers, step: 'text' })).text();
    expect(parse(textArea(page))).toEqual(description);
  });

  it('answers the script with the current faults and questions, and reports none for what is not yet answered', async () => {
    const page = await (
      await post({ as: 'questions', 'entryIntoForce.on': 'fixedDate', 'entryIntoForce.article': '' }, '/describe/check', '/describe')
    ).text();
    expect(page).toContain('data-part="entryIntoForce"');
    expect(page).toContain('name="entryIntoForce.date.d"');
    expect(page).not.toContain('name="entryIntoForce.awaited"');
    expect(page).not.toContain('class="fault"');
  });
});

describe('describing an agreement as a file', () => {
  const text = (yaml: string, step: string) => post({ as: 'text', yaml, step });

  it('reports each mistake with its place, runs none of the text, and keeps it unchanged', async () => {
    const yaml = 'id: x\ntitle: { en: "<script>alert(1)</script>" }\n';
    const answer = await text(yaml, 'open');
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toMatch(/<code>1:\d+ id<\/code>/);
    expect(page).not.toContain('<script>alert');
    expect(textArea(page).trim()).toBe(yaml.trim());
  });

  it('refuses an id that is in the register', async () => {
    const answer = await text(readFileSync('docs/rehearsal.yaml', 'utf8'), 'open');
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('The register already has an agreement rehearsal.');
  });

  it('opens nothing without a service, and keeps the text', async () => {
    const yaml = readFileSync('docs/rehearsal.yaml', 'utf8').replace('id: rehearsal\n', 'id: another-rehearsal\n');
    const answer = await text(yaml, 'send');
    expect(answer.status).toBe(503);
    expect(textArea(await answer.text())).toContain('id: another-rehearsal');
  });
});

describe('a description revised as a file', () => {
  const path = '/agreements/rehearsal/revise?as=text';
  const inUse = async (): Promise<string> => textArea(await (await browser.get(path)).text());
  const sent = async (fields: Record<string, string>) => post(fields, path);

  it('starts as it is in use, and is refused if unchanged', async () => {
    const yaml = await inUse();
    expect(parse(yaml)).toMatchObject({ id: 'rehearsal', rehearsal: true });
    const answer = await sent({ yaml, reason: 'none' });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('nothing has changed');
  });

  it('is shown with every date that moves, in two lifelines, before it is entered', async () => {
    const yaml = (await inUse()).replace('noticeBefore: P6M', 'noticeBefore: P9M');
    const answer = await sent({ yaml, reason: 'art. 13 read again' });
    expect(answer.status).toBe(200);
    const page = await answer.text();
    expect(page).toContain('What it would do');
    expect(page).toMatch(/14\u00a0Mar\u00a02029[^]*14\u00a0Dec\u00a02028/);
    expect(page.match(/<svg class="wide"/g)).toHaveLength(2);
    expect(page).toContain('Put it into use');
  });

  it('is refused if it is of another agreement, or of the other register', async () => {
    const yaml = await inUse();
    const other = await sent({ yaml: yaml.replace('id: rehearsal', 'id: another-one'), reason: 'x' });
    expect(await other.text()).toContain('This description is of another-one, not of rehearsal.');
    const real = await sent({ yaml: yaml.replace('rehearsal: true', 'rehearsal: false'), reason: 'x' });
    expect(await real.text()).toContain('Real agreements and rehearsals are never mixed');
  });

  it('keeps its text if it can’t be read, with its mistakes line by line', async () => {
    const yaml = (await inUse()).replace('noticeBefore: P6M', 'noticeBefore: soon');
    const answer = await sent({ yaml, reason: '' });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('href="#reason"');
    expect(page).toMatch(/<code>\d+:\d+ clauses\.duration\.noticeBefore<\/code>/);
    expect(textArea(page)).toContain('noticeBefore: soon');
  });
});

describe('a description revised by the questions', () => {
  const path = '/agreements/rehearsal/revise';
  /** What a browser would send: the values of the fields. */
  const standing = async (): Promise<Record<string, string>> => {
    const page = unescaped(await (await browser.get(`${path}?lang=en`)).text());
    const of = (tag: string, name: string): string | undefined => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
    const inputs = [...page.matchAll(/<input [^>]+>/g)].map(([tag]) => tag);
    return Object.fromEntries(
      inputs.filter(tag => of(tag, 'type') !== 'radio' || / checked/.test(tag)).map(tag => [of(tag, 'name')!, of(tag, 'value') ?? '']),
    );
  };

  it('starts as it is in use, and is refused if unchanged', async () => {
    const fields = await standing();
    expect(fields).toMatchObject({
      'parties.one.name': 'Government of the Republic of Kazakhstan',
      'entryIntoForce.on': 'lastNotification',
      'duration.first': '5 years',
      'duration.renewal': 'automatic',
      'duration.noticeBefore': '6 months',
      'termination.effect': '6 months',
    });
    expect(Object.keys(fields)).not.toContain('parties.one.code');
    const answer = await post({ ...fields, reason: 'none' }, path);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('nothing has changed');
  });

  it('is shown with the answers that differ, the value that changes and every date that moves, in two lifelines', async () => {
    const answer = await post({ ...(await standing()), 'duration.noticeBefore': '9 months', reason: 'art. 13 read again' }, path);
    expect(answer.status).toBe(200);
    const page = unescaped(await answer.text());
    const answered = /<dl class="facts">([^]*?)<\/dl>/.exec(page)![1]!;
    expect([...answered.matchAll(/<dd>([^<]*)/g)].map(m => m[1])).toEqual(['9 months', 'art. 13 read again']);
    expect(page).toMatch(
      /<code>clauses\.duration\.noticeBefore<\/code><td>[^"]*"lab">[^"]*<\/span>"P6M"<td>[^"]*"lab">[^"]*<\/span><b>"P9M"/,
    );
    expect(page).toMatch(/14\u00a0Mar\u00a02029[^]*14\u00a0Dec\u00a02028/);
    expect(page.match(/<svg class="wide"/g)).toHaveLength(2);
    expect(page).toContain('name="duration.noticeBefore" value="9 months"');
  });

  it('asks what an answer leads to, names an answer that can’t be accepted, and keeps what was typed', async () => {
    const changed = { 'termination.when': 'onFixedDays', 'duration.first': 'five' };
    const answer = await post({ ...(await standing()), ...changed, reason: 'x' }, path);
    expect(answer.status).toBe(422);
    const page = unescaped(await answer.text());
    expect(page).toMatch(/href="#duration\.first">Duration and renewal: How long is the first period\? must be a length/);
    expect(page).toContain('href="#termination.days"');
    expect(page).toContain('name="termination.days"');
    expect(page).toContain('value="five"');
    expect(page).toContain('type="hidden" name="termination.effect" value="6 months"');
  });

  it('answers the script with the questions that follow', async () => {
    const asked = { ...(await standing()), 'termination.when': 'endOfPeriod' };
    const page = await (await post(asked, `${path}/check`, path)).text();
    expect(page).toContain('data-part="termination"');
    expect(page).not.toContain('name="termination.before"');
    expect(page).toMatch(/<section id="beside"/);
  });
});
