/** The language of the command line: requested, from the environment, or English; and pages completely in that language. */
import { join } from 'node:path';
import { afterAll, describe, expect, it, test } from 'vitest';
import { agreementFile } from '../../agreements/find.ts';
import { loadAgreement } from '../../agreements/load.ts';
import { languageAsked, languageOfEnvironment } from '../../cli/language.ts';
import { languages } from '../../clauses/desk.ts';
import { interviewIn, wordsIn } from '../../cli/words.ts';
import { wordings } from '../../wording/index.ts';
import { leftInEnglish, lettersOf, textsOf } from '../support/catalogues.ts';
import { inProcess, temporaryFolder } from '../support/cli.ts';

const agreement = 'kz-az-2004-government-communications';

describe('the language of the environment', () => {
  test.each([
    [{ LANG: 'ru_RU.UTF-8' }, 'ru'],
    [{ LANG: 'kk_KZ' }, 'kk'],
    [{ LANG: 'az_AZ.UTF-8@latin' }, 'az'],
    [{ LANG: 'kk' }, 'kk'],
    [{ LANG: 'en_GB.UTF-8' }, 'en'],
    [{ LANG: 'de_DE.UTF-8' }, 'en'],
    [{ LANG: 'C' }, 'en'],
    [{ LANG: 'POSIX' }, 'en'],
    [{ LANG: 'C.UTF-8' }, 'en'],
    [{}, 'en'],
    [{ LANG: 'en_GB', LC_MESSAGES: 'kk_KZ' }, 'kk'],
    [{ LANG: 'kk_KZ', LC_MESSAGES: 'az_AZ', LC_ALL: 'ru_RU' }, 'ru'],
    [{ LANG: 'ru_RU', LC_ALL: 'C' }, 'en'],
    [{ LANG: 'ru_RU', LC_ALL: '' }, 'ru'],
    [{ LANG: 'russian' }, 'en'],
  ])('%j gives %s', (env, language) => expect(languageOfEnvironment(env)).toBe(language));
});

describe('--language', () => {
  const env = { LANG: 'kk_KZ.UTF-8' };

  test.each([
    [['timeline', 'x', '--language', 'ru'], ['timeline', 'x'], 'ru'],
    [['--language', 'ru', 'timeline', 'x'], ['timeline', 'x'], 'ru'],
    [['timeline', '--language=az', 'x'], ['timeline', 'x'], 'az'],
    [['--language', 'ru', 'timeline', '--language', 'en'], ['timeline'], 'en'],
    [['timeline', 'x'], ['timeline', 'x'], 'kk'],
    [['timeline', 'x', '--json'], ['timeline', 'x', '--json'], 'en'],
    [['timeline', 'x', '--json', '--language', 'ru'], ['timeline', 'x', '--json'], 'ru'],
    [['sign', '--', '--language', 'ru'], ['sign', '--', '--language', 'ru'], 'kk'],
  ])('%j', (given, args, language) => expect(languageAsked(given, env)).toMatchObject({ args, language, unknown: undefined }));

  it('refuses an unknown language with the known ones, before anything is done', async () => {
    for (const args of [
      ['timeline', agreement, '--language', 'fr'],
      ['--language', 'fr', 'timeline', agreement],
    ])
      expect(await inProcess(args)).toEqual({
        code: 2,
        stdout: '',
        stderr: '--language fr is not known: one of kk, az, ru, en.\n',
      });
    for (const args of [
      ['timeline', agreement, '--language'],
      ['timeline', '--language', '--json'],
    ])
      expect(await inProcess(args)).toMatchObject({ code: 2, stdout: '', stderr: '--language needs a value: kk, az, ru, en.\n' });
    expect(await inProcess(['timeline', agreement, '--language', 'fr'], { env: { LC_ALL: 'ru_RU.UTF-8' } })).toMatchObject({
      code: 2,
      stderr: '--language fr: такого языка нет. Есть: kk, az, ru, en.\n',
    });
  });

  it('has the same effect as the locale of the environment', async () => {
    const page = ['timeline', agreement, '--as-of', '2028-02-01'];
    const asked = await inProcess([...page, '--language', 'ru']);
    expect(asked.stdout).toContain('Статус');
    expect(await inProcess(page, { env: { LANG: 'ru_RU.UTF-8' } })).toEqual(asked);
  });

  it('leaves keys, codes and dates in JSON unchanged', async () => {
    const page = ['deadlines', '--files', agreement, '--within', 'P10Y', '--as-of', '2026-11-22', '--json'];
    const codes = ({ stdout }: { stdout: string }): unknown =>
      JSON.parse(stdout, (key: string, value: unknown) => (['label', 'how'].includes(key) ? undefined : value));
    expect(codes(await inProcess([...page, '--language', 'az']))).toEqual(codes(await inProcess(page)));
    expect((await inProcess(page, { env: { LC_ALL: 'ru_RU.UTF-8' } })).stdout).toBe((await inProcess(page)).stdout);
  });

  /** Commands whose pages are completely in their language: from files, on days on which there is much to report. */
  const pages = [
    ['timeline', agreement, '--facts', 'docs/rehearsal-facts.yaml', '--as-of', '2028-02-01'],
    ['timeline', agreement, '--facts', 'docs/rehearsal-facts.yaml', '--as-of', '2007-02-01', '--until', '2012-01-01'],
    ['timeline', agreement],
    ['explain', agreement, '--facts', 'docs/rehearsal-facts.yaml', '--as-of', '2028-02-01'],
    ['simulate', agreement, '--add-facts', 'cli/example-facts.yaml', '--by', 'KZ', '--received', '2031-02-03'],
    ['deadlines', '--files', '--within', 'P1Y', '--as-of', '2026-11-22'],
  ];

  /** Ids, Party codes, flags and commands, articles with Roman numerals: not translated. */
  const untranslated = new RegExp(
    [
      'npx servanda [^.]*',
      '--[a-z-]+',
      '\\b[a-z]{2}(-[a-z]{2})?-\\d{4}-[a-z-]+',
      '\\b(KZ|AZ|EU|[A-Z]{2})\\b',
      '\\b(t1|p1|n1|n2|s|tn-2031-02-03-KZ|k1|c1)\\b',
      '\\b[XVI]+(\\(\\d\\))?',
      'Astana|servanda',
    ].join('|'),
    'g',
  );

  /** Notes and sources in an agreement's file are as their author wrote them. */
  const { notes, sources } = loadAgreement(agreementFile(agreement)).agreement;
  const ofTheFile = [...notes, ...sources.map(s => `${s.what}: ${s.where}`)].map(text => text.replaceAll(/\s+/g, ' '));

  test.each((['ru', 'kk'] as const).flatMap(language => pages.map(page => [language, page] as const)))(
    '%s: nothing in %j is left in English',
    async (language, page) => {
      const { stdout, stderr } = await inProcess([...page, '--language', language]);
      const said = ofTheFile.reduce((rest, text) => rest.replaceAll(text, ''), `${stdout}${stderr}`.replaceAll(/\s+/g, ' '));
      expect(said.length).toBeGreaterThan(300);
      expect(said.replaceAll(untranslated, '').match(/[A-Za-z]+/g) ?? []).toEqual([]);
    },
  );

  test.each(languages)('%s: mistakes in flags, days and commands are reported in it', async language => {
    const said = await Promise.all(
      [
        ['timeline', agreement, '--as-of', '2028-02-30'],
        ['timeline'],
        ['timeline', agreement, '--asof', 'x'],
        ['timelin'],
        ['timeline', agreement, 'x'],
        ['timeline', agreement, '--until', '1900-01-01'],
        ['diagram', 'x'],
      ].map(args => inProcess([...args, '--language', language])),
    );
    expect(said.map(s => s.code)).toEqual(said.map(() => 2));
    const english = /\b(must|there is|is missing|one argument|known|before)\b/i;
    for (const { stderr } of said) expect(english.test(stderr)).toBe(language === 'en');
  });
});

const folder = temporaryFolder();
afterAll(() => folder.remove());

describe.each(languages.filter(l => l !== 'en'))('the catalogue of the command line in %s', language => {
  it('leaves no sentence in English, and has the same placeholders', async () => {
    const all = async (l: typeof language | 'en') =>
      textsOf({
        cli: (await wordsIn(l)).m,
        interview: await interviewIn(l),
        faults: wordings[l].faults,
        differences: wordings[l].differences,
      });
    const english = new Map(await all('en'));
    const texts = await all(language);
    expect(texts.length).toBe(english.size);
    const words = (text: string): string[] => text.replaceAll(/\{[^{}]*\}|npx servanda [^.;)]*|--[a-z-]+/g, '').match(/\p{L}{3,}/gu) ?? [];
    for (const [at, text] of texts) {
      expect(leftInEnglish(text), at).toBeNull();
      if (words(english.get(at)!).length > 1) expect(text, at).not.toBe(english.get(at));
    }
    expect(texts.filter(([, text]) => lettersOf[language].test(text)).length).toBeGreaterThan(500);
  });

  const wrong = folder.file(
    `${language}.yaml`,
    'id: AA BB\ntitle: { ru: x }\nparties: [{ id: A, zon: x }, { id: BB, name: { en: B }, zone: Baku }]\nclauses:\n  entryIntoForce: { on: lastNotfication }\n' +
      '  duration: { kind: periods, article: a, first: five, renewal: automatic }\nsources: []\nfacts: [{ id: s, type: signed, on: 2004-02-30 }, 7]\n',
  );
  const broken = folder.file(`${language}-broken.yaml`, 'id: a\nid: b\nx: !tag y\nz: *other\n');
  const table = folder.file(
    `${language}.csv`,
    [
      'number,title,parties,signed,notified,entry_into_force,entry_clause,period,renewal,notice_before,termination,end,end_cause,survives',
      '1,,KZ; DE; FR,30.02.1998,FR 1997-06-01,1990,some day,five,perhaps,soon,at will,2005,notice,x for P0Y',
      '2,A title,KZ; XX,1/2/98,KZ 1997-06-01; KZ 1997-07-01,1980..1999,last notification + soon,P5Y,,,,,notice,',
      '3,A title,KZ; DE,1997-05-14,KZ 1997-06-01; DE 1997-09-15,1997-10-01,last notification,P5Y,automatic,,,,,',
      '4,A title,KZ; DE,1997-05-14,KZ 1997-06-01; DE 1997-09-15,1997-10-01,last notification,,,,,,,',
      '5,A title,KZ; DE,1997-05-14,,1998-03-10,,none,,,P6M,2005-01-01,expiry,',
      '6,A title,KZ; DE,1997-05-14,,1990-01-01,,none,,,P6M,,,',
      '7,Air, services,KZ; DE,1997-05-14,,,,,,,,,,,',
    ].join('\n'),
  );
  const file = folder.file(`${language}.json`, '{}');
  const none = join(folder.path, 'none');
  const refused = [
    ['register', 'verify', '--public-key', 'x'],
    ['register', 'verify', '--head', none],
    ['register', 'verify', '--head', file],
    ['register', 'restore', none],
    ['register', 'backup', folder.path],
    ['keys', 'new', '--id', '!'],
    ['keys', 'new', '--signing', '--id', '!'],
    ['keys', 'public'],
    ['keys', 'verify', file],
    ['identity', 'issue'],
    ['identity', 'issue', '--person', 'x', '--for', 'KZ'],
    ['identity', 'issue', '--person', 'x', '--for', 'KZ', '--roles', 'king'],
    ['identity', 'issue', '--person', 'x', '--for', 'KZ', '--roles', 'reader', '--days', '0'],
    ['identity', 'issue', '--person', 'x', '--for', 'KZ', '--roles', 'reader', '--authority', none],
    ['identity', 'exchange', file],
    ['identity', 'trust', file, '--reason', 'x'],
    ['identity', 'authority', '--authority', file],
    ['identity', 'revoke'],
    ['identity', 'revoke', 'x'],
    ['identity', 'sign', 'x', 'y'],
    ['identity', 'sign', 'x', 'y', '--request', '7'],
    ['identity', 'trust'],
    ['identity', 'trust', 'x'],
    ['identity', 'authority', '--recover'],
    ['codec'],
    ['agreement', 'new'],
    ['agreement', 'import', '--dry-run', file],
    ['agreement', 'import', '--dry-run', none],
    ['agreement', 'import', '--dry-run', folder.path],
    ['timeline', wrong],
    ['timeline', broken],
    ['timeline', agreement, '--facts', file],
    ['timeline', agreement, '--facts', folder.path],
    ['simulate', agreement, 'termination.notified', '--by', 'XX', '--received', '2031-02-03'],
    ['agreement', 'import', 'docs/table-of-agreements.csv', '--report', 'docs/table-of-agreements.csv'],
  ];

  test.each(refused.map(args => [args.join(' '), args] as const))('is used when servanda refuses %s', async (_, args) => {
    const env = { SERVANDA_HOME: join(folder.path, 'home') };
    const own = await inProcess([...args, '--language', language], { env });
    const english = await inProcess(args, { env });
    expect({ code: own.code, stdout: own.stdout }).toEqual({ code: english.code, stdout: '' });
    expect(own.stderr).not.toBe(english.stderr);
    // A library's message about the form of a file is quoted.
    const said = own.stderr.replaceAll(folder.path, '').replace(/(servanda|Invalid) .*Invalid input.*$/m, '');
    expect(leftInEnglish(said)).toBeNull();
  });

  it('is used for why a row of a table is not imported', async () => {
    const { code, stdout } = await inProcess(['agreement', 'import', '--dry-run', table, '--language', language]);
    const english = await inProcess(['agreement', 'import', '--dry-run', table]);
    expect({ code, lines: english.stdout.match(/^ {2}line \d/gm) ?? [] }).toEqual({
      code: 1,
      lines: expect.objectContaining({ length: 7 }) as unknown,
    });
    expect(leftInEnglish(stdout.replace(/\s+/g, ' '))).toBeNull();
  });

  it('is used for what a new key and a new identity are made of', async () => {
    const home = join(folder.path, `made-${language}`);
    const run = (...args: string[]) => inProcess([...args, '--home', home, '--language', language]);
    const said = [
      await inProcess(['keys', 'new', '--language', language]),
      await run('identity', 'list'),
      await run('register', 'verify'),
      await run('identity', 'authority'),
      await run('identity', 'issue', '--person', 'x', '--for', 'KZ', '--roles', 'operator'),
      await run('identity', 'list'),
      await run('register', 'verify'),
      await run('register', 'head'),
      await run('register', 'backup', join(folder.path, `copy-${language}`)),
    ].map(({ stdout, stderr }) => `${stdout}${stderr}`.replaceAll(/\/\S+|\S{20,}|the first authority of this register/g, ''));
    for (const text of said) expect(leftInEnglish(text)).toBeNull();
    expect(said.join('\n')).toMatch(lettersOf[language]);
  });
});
