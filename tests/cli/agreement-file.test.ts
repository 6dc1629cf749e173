/** The agreement's file at the command line: written question by question, and checked. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { languages } from '../../clauses/desk.ts';
import { readDate, readDaysOfYear, readFirstPeriod, readInterval, readLength, readNoticeBefore } from '../../client/interview/answers.ts';
import { inProcess, servanda, temporaryFolder } from '../support/cli.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());

/** A first period to a fixed day with its own notice, application from signature, and obligations that survive. */
const questions: readonly (readonly [answer: string, about: string])[] = [
  ['aa', 'code'],
  ['Republic of A', 'name'],
  ['Asia/Almaty', 'zone'],
  ['AA', 'code of the other Party, refused: taken'],
  ['BB', 'code'],
  ['Republic of B', 'name'],
  ['Baku', 'zone, refused'],
  ['Asia/Baku', 'zone'],
  ['Agreement on customs checks', 'title'],
  ['2019-02-30', 'signature, refused'],
  ['2019-03-01', 'signature'],
  ['Astana', 'place'],
  ['', 'id as proposed'],
  // entry into force
  ['lastNotfication', 'refused, with the nearest'],
  ['1', 'last notification'],
  ['both', 'whose notifications'],
  ['received', 'which date'],
  ['thirty days', 'refused'],
  ['first day of the second month', 'then'],
  ['', 'no condition'],
  ['art. 13', 'article'],
  ['yes', 'refused: not in words'],
  ['no', 'not bent'],
  // provisional application
  ['signature', 'from'],
  ['art. 13(3)', 'article'],
  ['', 'not bent'],
  // duration
  ['periods', 'kind'],
  ['until 2020-12-31', 'first period'],
  ['', 'counted from entry into force'],
  ['automatic', 'renewal'],
  ['1 year', 'length'],
  ['', 'times'],
  ['first 6 months, later 3 months', 'notice before the end'],
  ['', 'which date, unsaid'],
  ['art. 14', 'article'],
  ['the text says "tacitly prolonged"', 'bent'],
  // termination
  ['endOfPeriod', 'when'],
  ['', 'withdrawal free'],
  ['art. 14(2)', 'article'],
  ['', 'not bent'],
  // amendment
  ['', 'as the agreement'],
  ['art. 15', 'article'],
  ['', 'not bent'],
  // survivals
  ['controls under way are finished', 'what'],
  ['', 'no length'],
  ['art. 16', 'article'],
  ['', 'not bent'],
  ['claims of carriers', 'what'],
  ['2 years', 'length'],
  ['art. 17', 'article'],
  ['', 'not bent'],
  ['', 'nothing else'],
  // sources
  ['the English text', 'what'],
  ['file 12/4 of the archive', 'where'],
  ['', 'no other'],
];
const answers = questions.map(([answer]) => answer);

describe('agreement new', () => {
  test.each(languages.filter(l => l !== 'en'))('asks in %s, and the same answers give the same file', async language => {
    const [english, own] = [join(folder.path, 'english.yaml'), join(folder.path, `${language}.yaml`)];
    const asked = await inProcess(['agreement', 'new', english], { answers });
    const said = await inProcess(['agreement', 'new', own, '--language', language], { answers });
    expect(said.code).toBe(0);
    const lines = new Set(asked.stderr.split('\n'));
    expect(said.stderr.split('\n').filter(line => line.trim() && lines.has(line))).toEqual([]);
    expect(readFileSync(own, 'utf8')).toBe(readFileSync(english, 'utf8'));
    rmSync(english);
  });

  test('writes the file of a treaty from its answers, rejects invalid ones, and checks the file', async () => {
    const file = join(folder.path, 'new.yaml');
    const { code, stdout, stderr } = await inProcess(['agreement', 'new', file], { answers });
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^\S+ is written, and its clauses give no finding\. Next: /),
    });
    for (const refusal of [
      'AA: is already the code of the other Party.',
      'Baku: must be a time zone that this system knows',
      '2019-02-30: must be a calendar date of the form 2004-03-01, and a day that exists.',
      'lastNotfication: must be a number from 1 to 5, or a name; did you mean lastNotification?',
      'thirty days: must be such as same day, 30 days',
      'yes: must be in words what the text says, or Enter for none.',
    ])
      expect(stderr).toContain(refusal);
    expect(readFileSync(file, 'utf8')).toMatch(/^# yaml-language-server: \$schema=.*docs\/agreement-file\.schema\.json\n/);
    expect(parse(readFileSync(file, 'utf8'))).toEqual({
      id: 'aa-bb-2019-customs-checks',
      title: { en: 'Agreement on customs checks' },
      parties: [
        { id: 'AA', name: { en: 'Republic of A' }, zone: 'Asia/Almaty' },
        { id: 'BB', name: { en: 'Republic of B' }, zone: 'Asia/Baku' },
      ],
      clauses: {
        entryIntoForce: { on: 'lastNotification', counts: 'received', then: { firstDayOfMonth: 2 }, article: 'art. 13' },
        provisionalApplication: { from: 'signature', article: 'art. 13(3)' },
        duration: {
          kind: 'periods',
          first: { until: '2020-12-31' },
          renewal: { kind: 'automatic', length: 'P1Y' },
          noticeBefore: { first: 'P6M', later: 'P3M' },
          article: 'art. 14',
          bent: 'the text says "tacitly prolonged"',
        },
        termination: { when: 'endOfPeriod', article: 'art. 14(2)' },
        amendment: { by: 'protocol', article: 'art. 15' },
        survivals: [
          { what: 'controls under way are finished', article: 'art. 16' },
          { what: 'claims of carriers', length: 'P2Y', article: 'art. 17' },
        ],
      },
      sources: [{ what: 'the English text', where: 'file 12/4 of the archive' }],
      facts: [{ id: 's', type: 'signed', on: '2019-03-01', place: 'Astana' }],
    });
    expect(await inProcess(['agreement', 'check', file])).toMatchObject({ code: 0, stdout: `${file}: no findings\n` });
  });

  test('repeats the question for a clause from which no date can follow, and for one that contradicts another', async () => {
    const file = join(folder.path, 'again.yaml');
    const until = answers.indexOf('until 2020-12-31');
    const late = [
      ...answers.slice(0, until),
      '2 months',
      '',
      'automatic',
      '2 months',
      '',
      '1 year',
      '',
      'art. 14',
      '',
      ...answers.slice(until + 8),
    ];
    const again = ['periods', '5 years', '', 'none', 'art. 14', '', 'endOfPeriod', '', 'art. 14(2)', '', 'none'];
    const { code, stderr } = await inProcess(['agreement', 'new', file], { answers: [...late, ...again] });
    expect(stderr).toContain('noticeLongerThanPeriod (art. 14): no notice can ever be in time');
    expect(stderr).toContain('endOfPeriod needs duration.kind periods with noticeBefore');
    const { clauses } = parse(readFileSync(file, 'utf8'));
    expect({ code, renewal: clauses.duration.renewal, termination: clauses.termination }).toEqual({ code: 0, renewal: { kind: 'none' } });
  });

  test('overwrites no file, and writes nothing if the answers break off or nobody is there to answer', async () => {
    const there = folder.file('there.yaml', 'id: mine\n');
    expect(await inProcess(['agreement', 'new', there], { answers })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('exists already'),
    });
    expect(readFileSync(there, 'utf8')).toBe('id: mine\n');
    const file = join(folder.path, 'none.yaml');
    const broken = await inProcess(['agreement', 'new', file], { answers: answers.slice(0, 20) });
    expect(broken).toMatchObject({ code: 1, stderr: expect.stringContaining('Nothing was written') });
    const unattended = await servanda(['agreement', 'new', file]);
    expect(unattended).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('Not written: this command needs a terminal.'),
    });
    expect(existsSync(file)).toBe(false);
  });
});

describe('an answer typed in words', () => {
  test.each([
    ['P18M', 'P18M'],
    ['5 years', 'P5Y'],
    ['one year and six months', 'P1Y6M'],
    ['8 weeks', 'P8W'],
    ['1 month, 10 days', 'P1M10D'],
  ])('%s is the length %s', (answer, expected) => expect(readLength(answer)).toBe(expected));

  test.each(['', 'soon', '5', 'five and a half years', '0 days', 'P'])('%j is not a length', answer =>
    expect(() => readLength(answer)).toThrow('length'),
  );

  test.each<[string, unknown]>([
    ['same day', 'sameDay'],
    ['30 days', { days: 30 }],
    ['30 days expired', { days: 30, expired: true }],
    ['six months, then the first day of the 1st month', { months: 6, firstDayOfMonth: 1 }],
    ['30 days following', { days: 30 }],
    ['the first day of the second month following the exchange of instruments', { firstDayOfMonth: 2 }],
    ['1 January next', { firstDayOfYear: 1 }],
    ['1 January of the second year', { firstDayOfYear: 2 }],
  ])('%s is the interval %j', (answer, expected) => expect(readInterval(answer)).toEqual(expected));

  test.each(['', 'at once', 'first day of the zeroth month', 'first day of the 2nd month soon'])('%j is not an interval', answer =>
    expect(() => readInterval(answer)).toThrow('interval'),
  );

  test('a day is read as in a table, never guessed', () => {
    expect([readDate('2004-03-01'), readDate('1.3.2004')]).toEqual(['2004-03-01', '2004-03-01']);
    for (const answer of ['03/04/2004', '30.02.2004', '2004', '2004-03']) expect(() => readDate(answer), answer).toThrow('date');
  });

  test('may name a fixed day, two notices, or days of the year', () => {
    expect(readFirstPeriod('until 2020-12-31')).toEqual({ until: '2020-12-31' });
    expect(() => readFirstPeriod('until 2020-13-31')).toThrow('date');
    expect(readNoticeBefore('first 1 year, later 6 months')).toEqual({ first: 'P1Y', later: 'P6M' });
    expect(readDaysOfYear('31 December, 06-30')).toEqual(['12-31', '06-30']);
    expect(() => readDaysOfYear('31 June')).toThrow('daysOfYear');
  });
});

const plain = `id: aa-bb-test
title: { en: A test }
parties:
  - { id: AA, name: { en: A }, zone: Asia/Almaty }
  - { id: BB, name: { en: B }, zone: Asia/Baku }
clauses:
  entryIntoForce: { on: lastNotification, article: art. 1 }
  duration: { kind: periods, article: art. 2, first: P5Y, renewal: { kind: automatic, length: P5Y }, noticeBefore: P6M }
  termination: { when: endOfPeriod, article: art. 3 }
sources: [{ what: invented, where: here }]
`;

describe('agreement check', () => {
  test('finds nothing in the agreements of agreements/', async () => {
    const { code, stdout } = await inProcess(['agreement', 'check']);
    expect({
      code,
      lines: stdout
        .trim()
        .split('\n')
        .filter(l => !l.endsWith(': no findings')),
    }).toEqual({ code: 0, lines: [] });
  });

  test('prints a warning with its place, its article and the facts that show it, and exits with 1', async () => {
    const file = folder.file('warned.yaml', `${plain}reading: { effect: dayAfter }\n`);
    const { code, stdout } = await inProcess(['agreement', 'check', file]);
    expect({ code, stdout }).toEqual({
      code: 1,
      stdout: expect.stringMatching(
        /^\S+\n {2}warning 11:20 reading\.effect: readingNeverDiffers \(art\. 3\): [^]*Shown by:\n {6}- \{ id: s, type: signed, on: 2001-02-10 \}\n/,
      ),
    });
  });

  test('prints an error and exits with 2, and every command rejects the file', async () => {
    const file = folder.file('wrong.yaml', plain.replace('noticeBefore: P6M', 'noticeBefore: P6Y'));
    const { code, stdout } = await inProcess(['agreement', 'check', file, folder.file('plain.yaml', plain), '--json']);
    const [wrong, sound] = JSON.parse(stdout);
    expect(code).toBe(2);
    expect(wrong.findings).toEqual([
      expect.objectContaining({
        name: 'noticeLongerThanPeriod',
        severity: 'error',
        article: 'art. 2',
        line: 8,
        path: 'clauses.duration.noticeBefore',
      }),
    ]);
    expect(sound).toMatchObject({ agreement: 'aa-bb-test', mistakes: [], findings: [] });
    const refused = await inProcess(['timeline', file]);
    expect(refused).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('8:116 clauses.duration.noticeBefore: noticeLongerThanPeriod'),
    });
  });

  test('prints the mistakes of an unreadable file next to the findings in the others', async () => {
    const file = folder.file('mistaken.yaml', plain.replace('kind: periods', 'kind: period'));
    const { code, stdout } = await inProcess(['agreement', 'check', file]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: expect.stringContaining('error 8:21 clauses.duration.kind: found "period"') });
  });

  test('warns of each letter that the font of documents lacks, with its code point and its place', async () => {
    const file = folder.file(
      'letters.yaml',
      `${plain
        .replace('title: { en:', 'title: { kk: "Шарт 字", zh: 字, en:')
        .replace('name: { en: B }', 'name: { en: "B ☃" }')
        .replace('what: invented', 'what: 字')}facts: [{ id: s, type: signed, on: 2001-02-10, place: "京", note: 字, evidence: 字 }]\n`,
    );
    const { code, stdout } = await inProcess(['agreement', 'check', file]);
    const said = stdout.replaceAll(/\s+/g, ' ');
    expect(code).toBe(1);
    expect(said.match(/warning/g)).toHaveLength(3);
    expect(said).toMatch(/warning \d+:\d+ title\.kk: the documents’ font has no glyph for 字 \(U\+5B57\): documents can’t print it\./);
    expect(said).toMatch(/warning \d+:\d+ parties\S*1\S*\.name\.en: the documents’ font has no glyph for ☃ \(U\+2603\)/);
    expect(said).toMatch(/warning \d+:\d+ facts\S*0\S*\.place: the documents’ font has no glyph for 京 \(U\+4EAC\)/);
    const [json] = JSON.parse((await inProcess(['agreement', 'check', file, '--json'])).stdout);
    expect(json.unprintable).toHaveLength(3);
    expect(json.unprintable[0]).toMatchObject({ path: 'title.kk', letters: ['字 (U+5B57)'] });
  });
});
