/** Agreements and facts read from files: what is written is kept, and mistakes are reported with their place. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, test } from 'vitest';
import { agreementFile, listAgreements } from '../agreements/find.ts';
import { AgreementFileError, loadAgreement, loadFacts, parseAgreement, parseFacts, type Mistake } from '../agreements/load.ts';
import { nearest, nearestIds } from '../agreements/nearest.ts';
import { mistakeIn } from '../wording/faults/sentence.ts';
import { wordings } from '../wording/index.ts';
import { saidBy } from './support/failures.ts';

const plain = `id: aa-bb-test
title: { en: A test }
parties:
  - { id: AA, name: { en: A }, zone: Asia/Almaty }
  - { id: BB, name: { en: B }, zone: Asia/Baku }
clauses:
  entryIntoForce: { on: lastNotification, article: art. 1 }
  duration:
    kind: periods
    article: art. 2
    first: P5Y
    renewal: { kind: automatic, length: P5Y }
    noticeBefore: P6M
  termination: { when: anyTime, article: art. 2, notice: P6M }
sources: [{ what: the text, where: at hand }]
facts:
  - { id: s, type: signed, on: 2004-03-01 }
  - { id: n1, type: completion.notified, by: AA, received: 2004-06-10 }
`;

/** The mistakes of a text, each as `line:column path: message`. */
function mistakesIn(read: () => unknown): string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof AgreementFileError) return error.problems.map(inALine);
    throw error;
  }
  return [];
}

const inALine = ({ line, column, path, fault }: Mistake): string =>
  `${line}:${column} ${path && `${path}: `}${mistakeIn(fault, wordings.en)}`;

/** The plain agreement with one piece replaced. */
function written(piece: string, otherwise: string): string {
  if (!plain.includes(piece)) throw new Error(`the plain agreement has no ${piece}`);
  return plain.replace(piece, otherwise);
}

describe("a mistake in an agreement's file is reported with its place and the allowed values", () => {
  test.each([
    [
      'an unknown key',
      'noticeBefore: P6M',
      'noticeBefor: P6M',
      ['13:5 clauses.duration.noticeBefor: is not known here; did you mean noticeBefore?'],
    ],
    [
      'a key unlike any other',
      'noticeBefore: P6M',
      'colour: P6M',
      [
        '13:5 clauses.duration.colour: is not known here; known here: kind, article, bent, first, renewal, noticeBefore, countedFrom, counts',
      ],
    ],
    ['a key of a Party', 'zone: Asia/Almaty', 'zone: Asia/Almaty, zon: x', ['4:51 parties[0].zon: is not known here; did you mean zone?']],
    ['a key of a source', 'where: at hand', 'where: at hand, were: x', ['15:45 sources[0].were: is not known here; did you mean where?']],
    [
      'a key of an optional part',
      'title:',
      'languages: { article: a, authentic: [kk], working: { language: ru, articel: b } }\ntitle:',
      [
        '2:43 languages.working.article: is missing; must name the article, such as "art. 13"',
        '2:68 languages.working.articel: is not known here; did you mean article?',
      ],
    ],
    [
      'an unknown reading',
      'title:',
      'reading: { periodEnd: sameNumbered, effct: dayAfter }\ntitle:',
      [
        '2:23 reading.periodEnd: found "sameNumbered"; must be one of dayBefore, sameNumberedDay; did you mean sameNumberedDay?',
        '2:37 reading.effct: is not known here; did you mean effect?',
      ],
    ],
    ['an empty note', 'title:', 'notes: [""]\nrehearsal: yes\ntitle:', ['3:12 rehearsal: found "yes"; must be true or false']],
    [
      'an invalid way to amend',
      'sources:',
      '  amendment: { article: art. 3, by: letter }\nsources:',
      ['15:37 clauses.amendment.by: found "letter"; must be protocol'],
    ],
    ['a slip in a key of the file itself', 'facts:', 'fact:', ['16:1 fact: is not known here; did you mean facts?']],
    [
      'a length',
      'first: P5Y',
      'first: 5 years',
      [
        '11:12 clauses.duration.first: found "5 years"; must be a length such as P5Y, P6M or P90D: years, months and days (P1Y6M), or weeks (P8W)',
      ],
    ],
    [
      'a length that is a number',
      'first: P5Y',
      'first: 5',
      ['11:12 clauses.duration.first: found 5; must be a length such as P5Y, P6M or P90D'],
    ],
    ['a missing value', '    first: P5Y\n', '', ['8:3 clauses.duration.first: is missing; must be a length such as P5Y, P6M or P90D']],
    ['an empty value', 'first: P5Y', 'first:', ['11:11 clauses.duration.first: found nothing; must be a length such as P5Y, P6M or P90D']],
    [
      'a time zone',
      'Asia/Almaty',
      'Asia/Astana',
      ['4:38 parties[0].zone: found "Asia/Astana"; must be a time zone that this system knows, such as Asia/Almaty or Asia/Baku'],
    ],
    [
      'only one Party',
      '  - { id: BB, name: { en: B }, zone: Asia/Baku }\n',
      '',
      ['4:3 parties: found a list of 1; must be exactly two Parties'],
    ],
    ['the same Party twice', 'id: BB', 'id: AA', ['5:11 parties[1].id: found "AA"; the two Parties must have different ids']],
    [
      'a language',
      '{ en: A test }',
      '{ en: A test, english: A }',
      ['2:22 title.english: found "english"; must be a language code such as kk, az, ru, en'],
    ],
    ['no English text', '{ en: A test }', '{ kk: A test }', ['2:8 title: must have at least an English text (en)']],
    [
      'an unknown kind',
      'on: lastNotification',
      'on: lastNotifcation',
      [
        '7:25 clauses.entryIntoForce.on: found "lastNotifcation"; must be one of lastNotification, exchangeOfInstruments, signature, fixedDate, unseen; did you mean lastNotification?',
      ],
    ],
    [
      'an interval',
      'article: art. 1 }',
      'article: art. 1, then: { firstDayOfMonth: 1, firstDayOfYear: 1 } }',
      [
        '7:66 clauses.entryIntoForce.then: must be sameDay, { months: N }, { days: N }, { firstDayOfMonth: N } (first day of the N-th month after), { firstDayOfYear: N } (1 January of the N-th year after), or months, days and one of the two first days together; expired: true needs days',
      ],
    ],
    [
      'a field of an interval',
      'article: art. 1 }',
      'article: art. 1, then: { days: 30, month: 1 } }',
      ['7:78 clauses.entryIntoForce.then.month: is not known here; did you mean months?'],
    ],
    [
      'a whole number',
      'length: P5Y }',
      'length: P5Y, times: 1.5 }',
      ['12:53 clauses.duration.renewal.times: found 1.5; must be a whole number'],
    ],
    [
      'a number too small',
      'length: P5Y }',
      'length: P5Y, times: 0 }',
      ['12:53 clauses.duration.renewal.times: found 0; must be at least 1'],
    ],
    [
      'a missing article',
      'article: art. 1 }',
      'article: "" }',
      ['7:52 clauses.entryIntoForce.article: found ""; must name the article, such as "art. 13"'],
    ],
    [
      'clauses that do not fit each other',
      '  termination: { when: anyTime, article: art. 2, notice: P6M }\n',
      '',
      ['6:1 clauses.termination: is missing; noticeBefore needs a termination clause: anyTime, afterFirstPeriod or endOfPeriod'],
    ],
    [
      'a date that does not exist',
      'on: 2004-03-01',
      'on: 2023-02-30',
      [
        '17:32 facts[0].on: found "2023-02-30"; must be a calendar date of the form 2004-03-01, and a day that exists; February 2023 has 28 days',
      ],
    ],
    ['a Party of no agreement', 'by: AA', 'by: CC', ['18:46 facts[1].by: found "CC"; must be a Party to the agreement: AA or BB']],
    [
      'an id used twice',
      'id: n1',
      'id: s',
      ['18:11 facts[1].id: s is already the id of another entry (line 17); each entry needs an id of its own'],
    ],
    [
      'facts that are not a list',
      plain.slice(plain.indexOf('facts:')),
      'facts: { id: s }\n',
      ['16:8 facts: found a mapping; must be a list of facts, each as { id: s, type: signed, on: 2004-03-01 }'],
    ],
  ])('%s', (_, piece, otherwise, expected) => {
    expect(mistakesIn(() => parseAgreement(written(piece, otherwise), 'test.yaml'))).toEqual(expected);
  });

  it('reports all mistakes at once, in the order of the file', () => {
    const text = plain.replace('aa-bb-test', 'AA BB').replace('first: P5Y', 'first: five').replace('by: AA', 'by: CC');
    expect(() => parseAgreement(text, 'test.yaml')).toThrow(
      [
        'test.yaml: 3 mistakes',
        '  1:5 id: found "AA BB"; must be lower-case letters, digits and hyphens, such as kz-az-2004-government-communications',
        '  11:12 clauses.duration.first: found "five"; must be a length such as P5Y, P6M or P90D: years, months and days (P1Y6M), or weeks (P8W)',
        '  18:46 facts[1].by: found "CC"; must be a Party to the agreement: AA or BB',
      ].join('\n'),
    );
  });

  test.each([
    ['an empty file', '', ['1:1 the file is empty; must be a mapping: id, title, parties, clauses, sources, facts']],
    ['only a comment', '# later\n', ['1:1 the file is empty; must be a mapping: id, title, parties, clauses, sources, facts']],
    ['a list', '- a\n- b\n', ['1:1 found a list of 2; must be a mapping: id, title, parties, clauses, sources, facts']],
    ['a text', 'agreement', ['1:1 found "agreement"; must be a mapping: id, title, parties, clauses, sources, facts']],
    ['a key twice', 'id: a\nid: b\n', ['2:1 this key is already in the mapping; each key may appear once']],
    ['a bracket left open', 'id: [a\n', ['2:1 not YAML: Flow sequence in block collection must be sufficiently indented and end with a ]']],
    ['a key that is not a word', '? [a]\n: 1\n', ['1:3 a key must be one word']],
    ['a tag', 'id: !!js/function x\n', ['1:5 tags (!name) are not used here; write the value alone']],
    ['two documents', 'id: a\n---\nid: b\n', ['2:1 a second document begins here (---); one file is one document']],
    ['an alias', 'a: &x 1\nb: *x\n', ['2:4 aliases (*x) are not used here; write the value out']],
    [
      'a file with exploding aliases',
      ['a: &a [x, x]', ...['b', 'c'].map((k, i) => `${k}: &${k} [*${'ab'[i]}, *${'ab'[i]}]`)].join('\n'),
      [2, 3].flatMap(line =>
        [8, 12].map(column => `${line}:${column} aliases (*${'ab'[line - 2]}) are not used here; write the value out`),
      ),
    ],
    ['endless brackets', '['.repeat(100_000), ['0:0 is nested deeper than any agreement is']],
    ['endless indentation', `a:\n${' '.repeat(300)}b: 1`, ['0:0 is nested deeper than any agreement is']],
    ['too long a text', `# ${'x'.repeat(1_000_000)}`, ['0:0 is longer than a million characters']],
  ])('%s', (_, text, expected) => {
    expect(mistakesIn(() => parseAgreement(text, 'test.yaml'))).toEqual(expected);
  });
});

describe('an agreement read from a file', () => {
  it('keeps its dates as written, and knows the place of each value', () => {
    const { agreement, facts, positionOf } = parseAgreement(plain, 'test.yaml');
    expect(facts.map(f => ('on' in f ? f.on : undefined))).toEqual(['2004-03-01', undefined]);
    expect(positionOf(['clauses', 'duration', 'first'])).toEqual({ line: 11, column: 12 });
    expect(agreement).not.toHaveProperty('facts');
  });

  it('may have no facts', () => {
    expect(parseAgreement(plain.slice(0, plain.indexOf('facts:')), 'test.yaml').facts).toEqual([]);
    expect(parseAgreement(`${plain.slice(0, plain.indexOf('facts:'))}facts:\n`, 'test.yaml').facts).toEqual([]);
  });
});

const { agreement } = parseAgreement(plain, 'test.yaml');
const factsOf = (text: string) => parseFacts(text, 'facts.yaml', agreement);

describe('a list of facts', () => {
  it('is YAML or JSON', () => {
    const yaml = '- { id: s, type: signed, on: 2004-03-01 }\n- { id: k, type: struck, of: s, recorded: 2005-01-01, reason: twice }\n';
    const json =
      '[\n\t{"id":"s","type":"signed","on":"2004-03-01"},\n\t{"id":"k","type":"struck","of":"s","recorded":"2005-01-01","reason":"twice"}\n]';
    expect(factsOf(json)).toEqual(factsOf(yaml));
  });

  it('may contain the same entry twice, which counts once', () => {
    expect(factsOf('- { id: s, type: signed, on: 2004-03-01 }\n- { type: signed, on: 2004-03-01, id: s }\n')).toHaveLength(1);
  });

  it('may be empty', () => {
    expect(factsOf('[]')).toEqual([]);
  });

  test.each([
    ['an empty file', '', ['1:1 the file is empty; must be a list of facts']],
    ['a mapping', 'id: s', ['1:1 found a mapping; must be a list of facts, each as { id: s, type: signed, on: 2004-03-01 }']],
    ['a list without mappings', '- signed', ['1:3 [0]: found "signed"; must be a mapping (key: value)']],
    [
      'an unknown type',
      '- { id: t, type: termination.notifed, by: AA, received: 2004-03-01 }',
      [
        '1:18 [0].type: found "termination.notifed"; must be one of signed, entry.agreed, completion.notified, instruments.exchanged, provisionalApplication.ended, condition.met, protocol.proposed, protocol.agreed, protocol.signed, protocol.completion.notified, protocol.abandoned, renewal.agreed, suspension.agreed, resumption.agreed, termination.notified, termination.agreed, termination.revoked, termination.revocationConsented, superseded, consultations.requested, communications.requested, organisation.notified, error.notified, note.received, decision.made, reminder.acknowledged, document.attached, corrected, struck; did you mean termination.notified?',
      ],
    ],
    [
      'a date of the other kind',
      '- { id: s, type: signed, received: 2004-03-01 }',
      [
        '1:3 [0].on: is missing; must be a calendar date of the form 2004-03-01',
        '1:26 [0].received: is not known here; known here: type, id, recorded, evidence, note, on, place',
      ],
    ],
    [
      'a Party of no agreement',
      '- { id: n, type: completion.notified, by: XX, received: 2004-03-01 }',
      ['1:43 [0].by: found "XX"; must be a Party to the agreement: AA or BB'],
    ],
  ])('with a mistake, reports its place: %s', (_, text, expected) => {
    expect(mistakesIn(() => factsOf(text))).toEqual(expected);
  });

  const noticed = '- { id: n, type: completion.notified, by: AA, received: 2004-06-10 }\n';
  test.each([
    [
      'sets a field of the fact that it corrects',
      `${noticed}- { id: c, type: corrected, of: n, recorded: 2005-01-01, received: 2004-06-11 }`,
      [],
    ],
    ['clears a field', `${noticed}- { id: c, type: corrected, of: n, recorded: 2005-01-01, dated: null }`, []],
    ['may correct a fact listed elsewhere', '- { id: c, type: corrected, of: n, recorded: 2005-01-01, received: 2004-06-11 }', []],
    [
      'sets no field that the fact lacks',
      `${noticed}- { id: c, type: corrected, of: n, recorded: 2005-01-01, recieved: 2004-06-11 }`,
      ['2:58 [1].recieved: is not a field of completion.notified; did you mean received?'],
    ],
    [
      'sets no unknown field',
      '- { id: c, type: corrected, of: n, recorded: 2005-01-01, colour: red }',
      ['1:58 [0].colour: is not a field of any fact'],
    ],
    [
      'never sets the Party',
      `${noticed}- { id: c, type: corrected, of: n, recorded: 2005-01-01, by: BB }`,
      ['2:58 [1].by: a correction can’t set by; strike the entry and record it again'],
    ],
    [
      'never clears a required field',
      `- { id: n, type: termination.notified, by: AA, received: 2004-06-10 }
- { id: c, type: corrected, of: n, recorded: 2005-01-01, received: null }`,
      ['2:68 [1].received: can’t be cleared: termination.notified needs it'],
    ],
    [
      'sets a date that exists',
      `${noticed}- { id: c, type: corrected, of: n, recorded: 2005-01-01, received: 2004-06-31 }`,
      [
        '2:68 [1].received: found "2004-06-31"; must be a calendar date of the form 2004-03-01, and a day that exists; June 2004 has 30 days',
      ],
    ],
  ])('a correction %s', (_, text, expected) => {
    expect(mistakesIn(() => factsOf(text))).toEqual(expected);
  });
});

describe('files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'servanda-agreements-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'aa-bb-test.yaml'), plain);
  writeFileSync(join(folder, 'latin1.yaml'), Buffer.from([0x69, 0x64, 0x3a, 0x20, 0xe9]));
  writeFileSync(join(folder, 'notes.txt'), 'no agreement');
  const file = join(folder, 'aa-bb-test.yaml');

  it('an id means the file of that name, and a path means itself', () => {
    expect(listAgreements(folder).map(a => a.id)).toEqual(['aa-bb-test', 'latin1']);
    expect(agreementFile('aa-bb-test', { folder })).toBe(file);
    expect(agreementFile(file, { folder })).toBe(file);
    expect(loadAgreement(file).agreement.id).toBe('aa-bb-test');
  });

  const where = `To list those in the register: npx servanda agreement list. Those that come with servanda are the files of ${folder}.`;
  test.each([
    ['a slip', 'aa-bb-tset', `There is no agreement aa-bb-tset. Did you mean aa-bb-test? ${where}`],
    ['the beginning of an id', 'aa-bb', `There is no agreement aa-bb. Did you mean aa-bb-test? ${where}`],
    ['the beginning of some in the register', 'kept', `There is no agreement kept. Did you mean kept-two, kept-one? ${where}`],
    ['no similar id', 'zz-yy-treaty', `There is no agreement zz-yy-treaty. ${where}`],
    ['a path', './aa-bb.yaml', 'There is no file ./aa-bb.yaml.'],
  ])('an unknown agreement is refused with the closest ids and where to find them all: %s', (_, asked, message) => {
    expect(saidBy(() => agreementFile(asked, { folder, kept: ['kept-two', 'kept-one'] }))).toBe(message);
  });

  it('of many possible ids, three are suggested: those that begin with it, else those that contain it, else the nearest', () => {
    const known = ['kz-az-1', 'kz-az-2', 'kz-az-3', 'kz-az-4', 'uz-kz-1', 'kz-uz-1'];
    expect(nearestIds('KZ-AZ', known)).toEqual(['kz-az-1', 'kz-az-2', 'kz-az-3']);
    expect(nearestIds('-kz-', known)).toEqual(['uz-kz-1']);
    expect(nearestIds('kz-za-4', known)).toEqual(['kz-az-4', 'kz-az-1', 'kz-az-2']);
    expect(nearestIds('treaty', known)).toEqual([]);
  });

  it('reports that a folder is missing or empty', () => {
    expect(saidBy(() => listAgreements(join(folder, 'none')))).toContain('there is no such folder of agreements');
    const empty = mkdtempSync(join(folder, 'empty-'));
    expect(saidBy(() => agreementFile('aa', { folder: empty }))).toMatch(/^There is no agreement aa\. To list /);
  });

  it('reports that a file is missing, is not a file or is not text', () => {
    const missing = join(folder, 'missing.yaml');
    expect(() => loadAgreement(missing)).toThrow(`${missing}: a mistake\n  there is no such file`);
    expect(() => loadFacts(folder, agreement)).toThrow('can’t be read: EISDIR');
    expect(() => loadAgreement(join(folder, 'latin1.yaml'))).toThrow('is not UTF-8 text');
  });
});

test.each([
  ['frist', 'first'],
  ['Recieved', 'received'],
  ['on', undefined],
])('the word suggested for %s is %s', (word, meant) => {
  expect(nearest(word, ['first', 'received', 'place'])).toBe(meant);
});
