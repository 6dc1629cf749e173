/** Tables of agreements as spreadsheets write them: what is accepted, what is rejected and in which words. */
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { columnNames, columns } from '../agreements/table/columns.ts';
import { idOf } from '../agreements/table/number.ts';
import { parseTable, readTable } from '../agreements/table/read.ts';
import { readRow, type RefusedRow, type TakenRow } from '../agreements/table/row.ts';
import { readDay } from '../agreements/table/days.ts';
import { readLength, readParties } from '../agreements/table/values.ts';
import { tableOf } from '../bench/table.ts';
import { isRefusal } from '../machines/refusal.ts';
import { readEntry } from '../machines/read-entries.ts';
import { wordings } from '../wording/index.ts';
import { fieldReasonIn, rowReasonIn } from '../wording/faults/table/sentence.ts';
import { d } from './law/setup.ts';
import { temporaryFolder } from './support/cli.ts';
import { invented } from './support/table.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());

const good = { number: '1998/7', title: 'An agreement', parties: 'KZ; DE', signed: '1997-05-14' };
/** A row with other fields than a valid one. */
const row = (more: Record<string, string> = {}): TakenRow | RefusedRow => readRow({ line: 2, fields: { ...good, ...more } }, invented);
const said = (refused: RefusedRow): string[] => refused.reasons.map(r => rowReasonIn(r, wordings.en));
const reasons = (more: Record<string, string>): string => {
  const read = row(more);
  return 'reasons' in read ? said(read).join(' | ') : 'taken';
};
const taken = (more: Record<string, string> = {}): TakenRow => {
  const read = row(more);
  if ('reasons' in read) throw new Error(said(read).join('; '));
  return read;
};

describe('a table’s file', () => {
  const line = '1998/7,"Agreement, with a comma and ""quotes""",KZ; DE,1997-05-14';
  test.each([
    ['with a BOM and CRLF', `\ufeffnumber,title,parties,signed\r\n${line}\r\n`],
    ['without a final line end', `number,title,parties,signed\n${line}`],
    ['with semicolons', 'number;title;parties;signed\n1998/7;"Agreement, with a comma and ""quotes""";"KZ; DE";1997-05-14\n'],
    ['with tabs', 'number\ttitle\tparties\tsigned\n1998/7\t"Agreement, with a comma and ""quotes"""\tKZ; DE\t1997-05-14\n'],
    ['with other spellings of column names', `Number,TITLE,Parties,Signed \n${line}\n`],
    ['with its separator named first', `sep=,\r\nnumber,title,parties,signed\r\n${line}\r\n`],
  ])('%s can be read', (_, text) => {
    expect(parseTable(text, 't').rows.map(r => r.fields)).toEqual([
      { number: '1998/7', title: 'Agreement, with a comma and "quotes"', parties: 'KZ; DE', signed: '1997-05-14' },
    ]);
  });

  test('has rows that know the line on which they begin, also after a text of two lines and an empty line', () => {
    const text = 'number,title,parties,signed\na,"two\nlines",KZ; DE,1997-05-14\n\nb,x,KZ; DE,1997-05-14\nc,x,KZ; DE,1997-05-14\n';
    for (const t of [text, text.replaceAll('\n', '\r\n')]) expect(parseTable(t, 't').rows.map(r => r.line)).toEqual([2, 5, 6]);
  });

  test('has its unknown and its missing columns reported', () => {
    const { unknown, missing } = parseTable('number,title,colour,parties,signed\n', 't');
    expect({ unknown, missing: missing.length }).toEqual({ unknown: ['colour'], missing: columnNames.length - 4 });
  });

  test.each([
    ['', 'is empty'],
    ['number,titel,parties,signed\n', 'has no column title. titel is perhaps meant as title'],
    ['a,b\n1,2\n', 'has no column number, title, parties, signed'],
    ['number,title,parties,signed,Title\n', 'has the column title twice'],
    ['number,title,parties,signed\n1,"never closed,KZ; DE,1997-05-14\n', 'a quote is opened and never closed'],
  ])('that can’t be used is rejected as a whole: %j', (text, why) => {
    expect(() => parseTable(text, 't')).toThrow(why);
  });

  test('that is not UTF-8, or missing, is rejected as a whole', async () => {
    writeFileSync(`${folder.path}/latin.csv`, Buffer.from([0x6e, 0xe4, 0x0a]));
    await expect(readTable(`${folder.path}/latin.csv`)).rejects.toThrow('is not UTF-8 text. Save it as "CSV UTF-8"');
    await expect(readTable(`${folder.path}/none.csv`)).rejects.toThrow('There is no file');
    await expect(readTable(folder.path)).rejects.toThrow('can’t be read: EISDIR');
  });

  test.each([
    ['.xlsx', [0x50, 0x4b, 0x03, 0x04, 0x14]],
    ['.xls', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ])('that is an unreadable workbook, %s, is rejected as one, even if it was renamed', async (kind, bytes) => {
    const file = `${folder.path}/renamed${kind}.csv`;
    writeFileSync(file, Buffer.from(bytes));
    await expect(readTable(file)).rejects.toThrow('is a workbook that can’t be read here');
  });

  test('with a separator too many in a row has that row rejected, and the others accepted', () => {
    const { rows } = parseTable(`number,title,parties,signed\na,Air, services,KZ; DE,1997-05-14\n${line}\n`, 't');
    expect(rows.map(r => ('reasons' in readRow(r, invented) ? 'refused' : 'taken'))).toEqual(['refused', 'taken']);
    expect(said(readRow(rows[0]!, invented) as RefusedRow)[0]).toContain('has 5 fields, the heading 4');
  });
});

describe('a value in a cell', () => {
  test.each([
    ['1998-03-10', '1998-03-10', '1998-03-10'],
    ['10.03.1998', '1998-03-10', '1998-03-10'],
    ['1.3.1998', '1998-03-01', '1998-03-01'],
    ['16. 8. 1985', '1985-08-16', '1985-08-16'],
    ['16 . 8 . 1985', '1985-08-16', '1985-08-16'],
    ['16.\u00a08.\u202f1985', '1985-08-16', '1985-08-16'],
    ['16. 8. 1985 .. 17. 8. 1985', '1985-08-16', '1985-08-17'],
    ['03/03/1998', '1998-03-03', '1998-03-03'],
    ['1998', '1998-01-01', '1998-12-31'],
    ['1998-02', '1998-02-01', '1998-02-28'],
    ['2000-02', '2000-02-01', '2000-02-29'],
    ['1998-12', '1998-12-01', '1998-12-31'],
    ['1997-05-01..1998-12-31', '1997-05-01', '1998-12-31'],
    ['1997-05 .. 1998', '1997-05-01', '1998-12-31'],
  ])('for the day, %s, lies from %s to %s', (text, notBefore, notAfter) => {
    expect(readDay(text)).toEqual({ is: { notBefore, notAfter } });
  });

  test.each([
    ['30.02.1998', 'is a day that does not exist'],
    ['1998-02-30', 'is a day that does not exist'],
    ['03/10/1998', 'can be read in two ways: write 1998-10-03 or 1998-03-10'],
    ['3-10-1998', 'can be read in two ways'],
    ['03/13/2004', 'can only be month, day, year: write 2004-03-13'],
    ['03.13.2004', 'can only be month, day, year: write 2004-03-13'],
    ['13/03/2004', 'can only be day, month, year: write 2004-03-13'],
    ['13 / 3 / 2004', 'can only be day, month, year: write 2004-03-13'],
    ['13-03-2004', 'can only be day, month, year: write 2004-03-13'],
    ['02/30/2004', 'is a day that does not exist'],
    ['31/31/2004', 'is a day that does not exist'],
    ['16.8.85', 'write the year with four digits and first'],
    ['03/13/04', 'write the year with four digits and first'],
    ['16.8/1985', 'is not a date'],
    ['March 1998', 'is not a date'],
    ['1998-13', 'is not a date'],
    ['1998..1997', 'the first day is after the last'],
    ['1998..', 'is not a date'],
    ['2004-03-01..', 'is not a date'],
    ['..2004-03-01', 'is not a date'],
    ['1998…', 'is not a date'],
    ['1998..1999..', 'is not a date'],
    ['..', 'is not a date'],
  ])('for the day, %s, is rejected', (text, why) => {
    const said = readDay(text);
    expect('why' in said ? fieldReasonIn(said.why, wordings.en) : 'is a day').toContain(why);
  });

  test.each([
    ['P5Y', 'P5Y'],
    ['p6m', 'P6M'],
    ['5 years', 'P5Y'],
    ['1 month', 'P1M'],
    ['90 Days', 'P90D'],
    ['8 weeks', 'P8W'],
    ['P1Y6M', 'P1Y6M'],
  ])('for a length, %s, is %s', (text, length) => expect(readLength(text)).toEqual({ is: length }));

  test.each([
    ['KZ; AZ', 'KZ Asia/Almaty, AZ Asia/Baku'],
    ['kz-az', 'KZ Asia/Almaty, AZ Asia/Baku'],
    ['KZ - AZ', 'KZ Asia/Almaty, AZ Asia/Baku'],
    ['KZ AZ', 'KZ Asia/Almaty, AZ Asia/Baku'],
    ['KZ@Asia/Aqtau; HT@America/Port-au-Prince', 'KZ Asia/Aqtau, HT America/Port-au-Prince'],
    ['KZ', 'names 1 Party'],
    ['KZ; AZ; TR', 'names 3 Parties: servanda keeps agreements between two'],
    ['KZ; KZ', 'names one Party twice'],
    ['KZ; Q1', 'Q1 is not the code of a Party'],
    ['KZ; XQ', 'no State of the code XQ is known here: write XQ@Region/City with its time zone, and its name in party_names'],
    ['KZ; AZ@Asia/Nowhere', 'Asia/Nowhere is not a time zone'],
  ])('for the Parties, %s, gives %s', (text, said) => {
    const read = readParties(text, undefined);
    expect('is' in read ? read.is.map(p => `${p.id} ${p.zone}`).join(', ') : fieldReasonIn(read.why, wordings.en)).toContain(said);
  });

  test('for the Parties gives them in the order of their codes', () => {
    expect(readParties('KZ; XQ@Asia/Almaty', 'One; Other')).toMatchObject({ is: [{ name: { en: 'One' } }, { name: { en: 'Other' } }] });
    expect(readParties('KZ; AZ', 'One')).toEqual({ why: { code: 'oneNotNamed', text: 'One' } });
  });

  test.each([
    ['KZ-AZ 2004/17', 'kz-az-2004-17'],
    ['17', 'treaty-17'],
    [' 1998/7 ', '1998-7'],
    ['№ 12-б', '12-b'],
    ['КЗ-АЗ 2004/1', 'kz-az-2004-1'],
    ['2004/1', '2004-1'],
    ['ҚР-ӘР 2004/1', 'qr-aer-2004-1'],
    ['Бұйрық 7', 'buuyryq-7'],
    ['Үкім Ұ-7', 'uekim-uu-7'],
    ['Щёкино ЪЬ 1', 'shchyokino-1'],
    ['Müqavilə 3/ç', 'muqavilae-3-c'],
    ['Ígazság Łódź ß', 'igazsag-lodz-ss'],
    ['中 1', 'u4e2d-1'],
    ['日 1', 'u65e5-1'],
    ['٣/٤', 'u663-u664'],
    ['б/н', ''],
    ['Без номера', ''],
    ['—', ''],
  ])('for the number, %s, gives the id %j', (number, id) => expect(idOf(number)).toBe(id));
});

describe('a row', () => {
  /** By notice, and the end a day later than its clauses give. */
  const endedADayLate = {
    entry_into_force: '1998-03-10',
    period: 'none',
    termination: 'P6M',
    end: '2005-08-20',
    end_cause: 'notice',
    end_on: '2005-02-20',
    end_by: 'DE',
  };
  test('with only number, title, Parties and signature is accepted, and nothing is filled in', () => {
    const { agreement, facts } = taken();
    expect(agreement.clauses).toEqual({
      entryIntoForce: { on: 'unseen', article: 'clause on entry into force, not described' },
      duration: { kind: 'indefinite', article: 'clause on duration, not described', unseen: true },
    });
    expect(facts).toEqual([{ id: 's', type: 'signed', on: '1997-05-14' }]);
    expect(agreement.notes).toEqual([
      'Not described in the table of agreements: how it enters into force; for how long it is concluded; whether and how a notice ends it.',
    ]);
  });

  test('whose text is complete has the same clauses as a file', () => {
    const { agreement, facts } = taken({
      period: 'P5Y',
      renewal: 'automatic P1Y 2 times',
      notice_before: 'P6M',
      duration_article: 'art. 9',
      termination: 'P6M after the first period',
      entry_clause: 'last notification + 30 days',
      entry_article: 'art. 8',
      notified: 'KZ 1997-06-01; DE: 1997-09-15',
      entry_into_force: '1997-10-15',
    });
    expect(agreement.clauses).toEqual({
      entryIntoForce: { on: 'lastNotification', article: 'art. 8', counts: 'received', then: { days: 30 } },
      duration: {
        kind: 'periods',
        article: 'art. 9',
        first: 'P5Y',
        renewal: { kind: 'automatic', length: 'P1Y', times: 2 },
        noticeBefore: 'P6M',
      },
      termination: { when: 'afterFirstPeriod', article: 'art. 9', notice: 'P6M' },
    });
    expect(facts.map(f => f.id)).toEqual(['s', 'n-KZ', 'n-DE']);
  });

  const periods = { period: 'P5Y', renewal: 'automatic', notice_before: 'P6M', termination: 'end of period' };
  test.each([
    [{ entry_clause: 'notification of KZ' }, { on: 'lastNotification', parties: ['KZ'], then: 'sameDay' }],
    [{ entry_clause: 'exchange of instruments' }, { on: 'exchangeOfInstruments', then: 'sameDay' }],
    [{ entry_clause: 'Exchange of instruments + 2 months' }, { then: { months: 2 } }],
    [{ entry_clause: 'signature+30 days expired' }, { on: 'signature', then: { days: 30, expired: true } }],
    [{ entry_clause: 'last notification + 1 month + 1 day + first of month 1' }, { then: { months: 1, days: 1, firstDayOfMonth: 1 } }],
    [{ entry_clause: 'last notification + 1 January' }, { then: { firstDayOfYear: 1 } }],
    [{ entry_clause: 'last notification + 1 January of year 2, counts dated' }, { counts: 'dated', then: { firstDayOfYear: 2 } }],
    [{ entry_clause: 'last notification, counts dispatched' }, { counts: 'dispatched', then: 'sameDay' }],
    [
      { entry_clause: 'signature', entry_article: 'art. 8', not_before: 'end of the talks' },
      { condition: { id: 'not-before', what: 'end of the talks', article: 'art. 8' } },
    ],
  ])('can have entry into force by %j', (more, clause) => {
    expect(taken(more as Record<string, string>).agreement.clauses.entryIntoForce).toMatchObject(clause);
  });

  test.each([
    [
      { period: 'until 31.12.2020', renewal: 'automatic P1Y' },
      { first: { until: '2020-12-31' }, renewal: { length: 'P1Y' } },
    ],
    [{ period: 'P5Y, counted from signature' }, { first: 'P5Y', countedFrom: 'signature' }],
    [{ period: 'P18M, counted from 2001-01-01' }, { first: 'P18M', countedFrom: '2001-01-01' }],
    [
      { period: 'P1Y6M', notice_before: '8 weeks' },
      { first: 'P1Y6M', noticeBefore: 'P8W' },
    ],
    [{ notice_before: 'P1Y first, P6M later' }, { noticeBefore: { first: 'P1Y', later: 'P6M' } }],
    [{ notice_before: 'P6M, counts received' }, { noticeBefore: 'P6M', counts: 'received' }],
    [{ renewal: 'by agreement P3Y', notice_before: 'none', termination: 'none' }, { renewal: { kind: 'byAgreement', length: 'P3Y' } }],
    [{ renewal: 'by agreement', notice_before: 'none', termination: 'none' }, { renewal: { kind: 'byAgreement' } }],
  ])('can be concluded by %j', (more, clause) => {
    expect(taken({ ...periods, ...more }).agreement.clauses.duration).toMatchObject(clause);
  });

  test.each([
    ['P6M, counts dispatched', { when: 'anyTime', notice: 'P6M', counts: 'dispatched' }],
    ['first of month 7', { when: 'anyTime', then: { firstDayOfMonth: 7 } }],
    ['3 months + first of month 1, counts dated', { when: 'anyTime', then: { months: 3, firstDayOfMonth: 1 }, counts: 'dated' }],
    ['end of calendar year, P6M', { when: 'onFixedDays', days: ['12-31'], notice: 'P6M' }],
    ['on 06-30 12-31, 3 months', { when: 'onFixedDays', days: ['06-30', '12-31'], notice: 'P3M' }],
    ['P12M, withdrawal by consent', { when: 'anyTime', notice: 'P12M', withdrawal: 'byConsent' }],
    ['P6M, counts dated, withdrawal by consent', { notice: 'P6M', counts: 'dated', withdrawal: 'byConsent' }],
    ['P6M after P3Y', { when: 'afterFirstPeriod', notice: 'P6M', barredFor: 'P3Y' }],
    ['P6M, no notice in the first 3 years', { when: 'afterFirstPeriod', notice: 'P6M', bars: 'giving', barredFor: 'P3Y' }],
    ['first of month 7 after P3Y', { when: 'afterFirstPeriod', then: { firstDayOfMonth: 7 }, barredFor: 'P3Y' }],
  ])('can be ended by %s', (termination, clause) => {
    expect(taken({ period: 'none', termination }).agreement.clauses.termination).toMatchObject(clause);
  });

  test('needs no notice before the end of a period if it ends on fixed days', () => {
    const { clauses } = taken({ period: 'P5Y', renewal: 'automatic', termination: 'end of calendar year, P6M' }).agreement;
    expect(clauses.duration).not.toHaveProperty('noticeBefore');
  });

  test('may bar notices for its first period', () => {
    expect(taken({ ...periods, termination: 'P6M, no notice in the first period' }).agreement.clauses.termination).toEqual({
      when: 'afterFirstPeriod',
      article: 'clause on termination',
      notice: 'P6M',
      bars: 'giving',
    });
  });

  test('may be applied provisionally, end with another instrument, and have obligations that survive', () => {
    const { clauses } = taken({
      provisional: 'from signature',
      entry_article: 'art. 8',
      period: 'none',
      as_long_as: 'end of the programme',
      duration_article: 'art. 9',
      survives: 'rights acquired; investments made before the end for 10 years',
    }).agreement;
    expect(clauses).toMatchObject({
      provisionalApplication: { article: 'art. 8', from: 'signature' },
      duration: { kind: 'indefinite', article: 'art. 9', endsWith: { id: 'as-long-as', what: 'end of the programme', article: 'art. 9' } },
      survivals: [
        { article: 'art. 9', what: 'rights acquired' },
        { article: 'art. 9', what: 'investments made before the end', length: 'P10Y' },
      ],
    });
    expect(taken({ provisional: 'from 2001-02-19' }).agreement.clauses.provisionalApplication).toHaveProperty('from', '2001-02-19');
  });

  test.each([
    [{ entry_clause: 'exchange of instruments + 1 month', exchanged: '1997-06-30' }, ['s', 'x-instruments'], '1997-07-30'],
    [{ entry_clause: 'notification of KZ + 30 days', notified: 'KZ 1997-06-01' }, ['s', 'n-KZ'], '1997-07-01'],
  ])('follows from the one act that %j requires, and nothing is entered as published', (more, ids, entry) => {
    expect(taken({ ...(more as Record<string, string>), entry_into_force: entry }).facts.map(f => f.id)).toEqual(ids);
  });

  test('has notifications with the date that its clause counts', () => {
    const { facts } = taken({ entry_clause: 'last notification, counts dated', notified: 'KZ 1997-06-01; DE 1997-09-15' });
    expect(facts.slice(1)).toEqual([
      { id: 'n-KZ', type: 'completion.notified', by: 'KZ', dated: '1997-06-01' },
      { id: 'n-DE', type: 'completion.notified', by: 'DE', dated: '1997-09-15' },
    ]);
  });

  test('with a day of entry into force that no clause explains has it entered as published', () => {
    expect(taken({ entry_into_force: '1998-03-10' }).facts[1]).toEqual({
      id: 'e',
      type: 'entry.agreed',
      on: '1998-03-10',
      date: '1998-03-10',
      published: true,
    });
  });

  test.each([
    [{ entry_into_force: '2027-01-01' }, { id: 'e', on: '2026-11-29', date: '2027-01-01', published: true }, ['e']],
    [{ entry_into_force: '2027' }, { id: 'e', on: '2026-11-29', date: { notBefore: '2027-01-01', notAfter: '2027-12-31' } }, ['e']],
    [{ entry_into_force: '2026-10..2027-03' }, { id: 'e', on: '2026-10-01' }, ['e']],
    [
      { entry_into_force: '2020-01-01', end: '2027-06-30', end_cause: 'agreement' },
      { id: 'x', type: 'termination.agreed', on: '2026-11-29', firstDayOut: '2027-07-01' },
      ['e', 'x'],
    ],
    [
      { entry_into_force: '2020-01-01', end: '2027-06-30', end_cause: 'superseded', later_treaty: 'Another' },
      { id: 'x', type: 'superseded', on: '2026-11-29', firstDayOut: '2027-07-01' },
      ['e', 'x'],
    ],
    [
      { entry_into_force: '2020-01-01', end: '2027-06-30', end_cause: 'agreement', end_on: '2026-05-01' },
      { id: 'x', on: '2026-05-01', firstDayOut: '2027-07-01' },
      ['e'],
    ],
    [
      {
        entry_into_force: '2020-01-01',
        end: '2027-03-29',
        end_cause: 'notice',
        end_on: '2026-09-30',
        end_by: 'DE',
        period: 'none',
        termination: 'P6M',
      },
      { id: 't', received: '2026-09-30' },
      ['e'],
    ],
  ])('announces what is agreed for a day in the future, entered today: %j', (more, fact, undated) => {
    const told = taken(more);
    expect(told.facts.at(-1)).toMatchObject(fact);
    expect(told.undated).toEqual(undated);
    expect(told.facts.map(f => readEntry(f, told.agreement, invented.now)).filter(isRefusal)).toEqual([]);
  });

  test.each(['signed', 'notified', 'exchanged'])('whose act of %s is in the future is rejected, since it has not happened', column => {
    const day = column === 'notified' ? 'KZ 2027-01-01' : '2027-01-01';
    const { facts, agreement } = taken({ [column]: day });
    expect(facts.map(f => readEntry(f, agreement, invented.now)).filter(isRefusal)).toMatchObject([{ code: 'futureDay' }]);
  });

  test('may have days known only within bounds', () => {
    const bounded = { signed: '1997', entry_into_force: '1998-03..1999', notified: 'KZ 1997-12' };
    expect(taken(bounded).facts).toMatchObject([
      { id: 's', on: { notBefore: '1997-01-01', notAfter: '1997-12-31' } },
      { id: 'n-KZ', received: { notBefore: '1997-12-01', notAfter: '1997-12-31' } },
      { id: 'e', on: '1998-03-01', date: { notBefore: '1998-03-01', notAfter: '1999-12-31' } },
    ]);
    const clause = { entry_clause: 'last notification', notified: 'KZ 1997-06-01; DE 1997-08' };
    expect(reasons({ ...clause, entry_into_force: '1997' })).toBe('taken');
    expect(reasons({ ...clause, entry_into_force: '1997-09' })).toContain('known only within bounds');
    expect(reasons({ entry_into_force: '1980..1999' })).toContain('more than ten years apart');
  });

  test.each([
    [{ entry_clause: 'last notification', notified: 'KZ 1997-06-01; DE 1997' }, '1997-09-15', '1997-09-15'],
    [{ entry_clause: 'last notification + 30 days', notified: 'KZ 1997-06; DE 1997-08' }, '1997-09-15', '1997-09-15'],
    [{ entry_clause: 'signature', signed: '1997' }, '1997-09', { notBefore: '1997-09-01', notAfter: '1997-09-30' }],
    [{ entry_clause: 'signature', signed: '1997-09-10..1997-12-31' }, '1997-09', { notBefore: '1997-09-10', notAfter: '1997-09-30' }],
    [{ entry_clause: 'signature', signed: '1997-09' }, '1997', undefined],
    [{ entry_clause: 'signature', signed: '1997-09-15' }, '1997-09-15', undefined],
  ])('whose entry into force is given more precisely than it follows from %j has the given day', (more, entry, date) => {
    const e = taken({ ...more, entry_into_force: entry }).facts.find(f => f.id === 'e');
    expect(e).toEqual(date && expect.objectContaining({ date, published: true }));
  });

  test.each([
    [{ title: '' }, 'title is empty'],
    [{ number: 'б/н' }, 'it has no letter and no digit to make an id of, or says that there is none'],
    [{ parties: 'KZ; DE; FR' }, 'names 3 Parties'],
    [{ signed: '30.02.1998' }, 'signed: 30.02.1998 is a day that does not exist'],
    [{ entry_into_force: '1990-01-01' }, 'The agreed date is before signature'],
    [{ notified: 'FR 1997-06-01' }, 'notified: FR is not a Party: KZ, DE'],
    [{ notified: '1997-06-01' }, 'is not a notification'],
    [{ notified: 'KZ 1997-06-01; KZ 1997-07-01' }, 'KZ is named twice'],
    [{ notified: 'KZ 1997-06-31' }, 'notified: 1997-06-31 is a day that does not exist'],
    [{ entry_clause: 'some day' }, 'entry_clause: some day is not known'],
    [
      { entry_clause: 'last notification', notified: 'KZ 1997-06-01; DE 1997-09-15', entry_into_force: '1997-10-01' },
      'the table says 1 Oct 1997, by entry_clause it is 15 Sep 1997',
    ],
    [{ entry_clause: 'last notification + first of month 2 + 30 days' }, 'write, in this order and joined by +, 2 months, 30 days'],
    [{ entry_clause: 'last notification + first of month 2 + 1 January' }, '1 January is not known here'],
    [{ entry_clause: 'last notification + soon' }, 'soon is not known here'],
    [{ entry_clause: 'signature, counts dated' }, 'counts is for notifications'],
    [{ entry_clause: 'notification of FR' }, 'entry_clause: FR is not a Party: KZ, DE'],
    [{ not_before: 'the talks' }, 'not_before: state in entry_clause what else brings about entry into force'],
    [{ exchanged: '1997' }, 'exchanged: 1997 is not an exact day'],
    [{ provisional: 'at once' }, 'provisional: at once is not known: write from signature, or from 2021-02-19'],
    [{ provisional: 'from 2021' }, 'provisional: 2021 is not an exact day'],
    [{ period: 'five' }, 'period: five: must be a length'],
    [{ period: 'until 2020' }, 'period: 2020 is not an exact day'],
    [{ period: 'until then' }, 'then is not a date'],
    [{ period: 'P5Y, counted from then' }, 'then is not a date'],
    [{ period: 'until 2020-12-31, counted from signature' }, 'leave counted from out'],
    [{ period: 'until 2020-12-31', renewal: 'automatic', notice_before: 'P6M', termination: 'P6M' }, 'such as automatic P1Y'],
    [{ period: 'P5Y', renewal: 'automatic', notice_before: 'soon', termination: 'P6M' }, 'notice_before: soon: must be a length'],
    [{ period: 'P5Y', renewal: 'automatic', notice_before: 'P6M first, soon later', termination: 'P6M' }, 'soon: must be a length'],
    [{ period: 'P5Y', renewal: 'none', as_long_as: 'the programme' }, 'as_long_as stands only beside period none'],
    [{ as_long_as: 'the programme' }, 'as_long_as stands only beside period none'],
    [{ termination: 'on 12-31, P6M' }, 'write end of calendar year, P6M'],
    [{ termination: 'on 06-30 12-31, soon' }, 'soon: must be a length'],
    [{ termination: 'P6M after a while' }, 'a while: must be a length'],
    [{ termination: 'end of period, counts dated' }, 'notice_before that says which date counts'],
    [{ survives: 'investments for P0Y' }, 'survives: P0Y: must be a length'],
    [{ period: 'P5Y' }, 'renewal is empty'],
    [{ period: 'P5Y', renewal: 'automatic' }, 'notice_before is empty'],
    [{ period: 'P5Y', renewal: 'automatic', notice_before: 'P6M' }, 'termination is empty: notice_before needs it'],
    [{ period: 'P5Y', renewal: 'automatic', notice_before: 'P6Y', termination: 'end of period' }, 'no notice can ever be in time'],
    [{ period: 'P5Y', renewal: 'perhaps', notice_before: 'P6M' }, 'renewal: perhaps is not known'],
    [{ period: 'P5Y', renewal: 'automatic P0Y', notice_before: 'none' }, 'must be a length'],
    [{ renewal: 'automatic' }, 'renewal: without a period there is nothing to renew'],
    [{ termination: 'at will' }, 'termination: at will is not known'],
    [{ termination: 'end of period' }, 'endOfPeriod needs duration.kind periods'],
    [{ end_cause: 'notice' }, 'end is empty, and end_cause is not'],
    [{ end: '2005-01-01' }, 'end_cause: it is empty; write notice, agreement, expiry, superseded'],
    [{ end: '2005', end_cause: 'agreement' }, 'end: 2005 is not an exact day, which is needed here'],
    [{ end: '2005-01-01', end_cause: 'notice' }, 'say who gave it (end_by) and when it was received (end_on)'],
    [{ end: '2005-01-01', end_cause: 'superseded' }, 'later_treaty is empty'],
    [{ end: '2005-01-01', end_cause: 'agreement' }, 'end: The agreement was not known to be in force yet.'],
    [{ end: '2005-01-01', end_cause: 'expiry', entry_into_force: '1998-03-10' }, 'nothing ended it (expiry); the status would be in force'],
    [endedADayLate, 'the table says 20 Aug 2005, by its clauses the last day in force is 19 Aug 2005'],
    [endedADayLate, 'another reading of the text gives the day of the table'],
  ])('%j is rejected, with the reason', (more, why) => expect(reasons(more as Record<string, string>)).toContain(why));

  test('has all its reasons for rejection reported at once', () => {
    expect(reasons({ title: '', signed: 'x', period: 'P5Y' }).split(' | ')).toHaveLength(3);
  });

  test.each([
    [{ end_cause: 'agreement', end: '2005-12-31' }, 'x'],
    [{ end_cause: 'superseded', end: '2005-12-31', later_treaty: 'Another', end_on: '2005-06-01' }, 'x'],
    [{ end_cause: 'notice', end: '2005-08-19', end_on: '2005-02-20', end_by: 'de', period: 'none', termination: 'P6M' }, 't'],
  ])('has an end as the fact that caused it: %j', (more, id) => {
    expect(taken({ entry_into_force: '1998-03-10', ...more }).facts.at(-1)!.id).toBe(id);
  });

  test('says so if the day of agreement on its end is not known', () => {
    const fact = taken({ entry_into_force: '1998-03-10', end: '2005-12-31', end_cause: 'agreement' }).facts.at(-1);
    expect(fact).toMatchObject({ on: '2005-12-31', firstDayOut: d('2006-01-01'), note: expect.stringContaining('not known') as unknown });
  });
});

describe('the documentation of tables', () => {
  test('has the current columns', () => {
    const page = readFileSync('docs/import.md', 'utf8');
    expect(cells(page)).toContain(cells('| column | meaning | form | example |'));
    for (const name of columnNames) {
      const { meaning, form, example } = columns[name];
      const cell = `\`${name}\`${'needed' in columns[name] ? ' (required)' : ''}`;
      expect(cells(page)).toContain(cells(`| ${cell} | ${meaning} | ${form} | ${example} |`));
    }
  });

  test('shows how clauses are written, and each way can be read', () => {
    const shown = [...readFileSync('docs/import.md', 'utf8').matchAll(/^\| `(\w+)` +\| `([^`]+)` +\|.*\|$/gm)].map(m => [m[1]!, m[2]!]);
    const beside: Record<string, Record<string, string>> = {
      period: { renewal: 'automatic P1Y', notice_before: 'P6M', termination: 'P6M' },
      renewal: { period: 'P5Y', notice_before: 'P6M', termination: 'P6M' },
      notice_before: { period: 'P5Y', renewal: 'automatic', termination: 'P6M' },
    };
    const inPeriods = { period: 'P5Y', renewal: 'automatic', notice_before: 'P6M' };
    const besides = (name: string, written: string) => beside[name] ?? (written.endsWith('period') ? inPeriods : {});
    expect(shown.length).toBeGreaterThan(40);
    expect(shown.filter(([name, written]) => reasons({ ...besides(name!, written!), [name!]: written! }) !== 'taken')).toEqual([]);
  });

  test('has a sample whose rows are all accepted', async () => {
    const { rows, unknown } = await readTable('docs/table-of-agreements.csv');
    expect(rows.flatMap(r => readRow(r, invented)).filter(r => 'reasons' in r)).toEqual([]);
    expect({ unknown, rows: rows.length > 5 }).toEqual({ unknown: [], rows: true });
  });
});

/** Ignores the spacing between the cells. */
const cells = (text: string): string => text.replaceAll(/ *\| */g, '|');

test('a generated table is the same each time, and its faults are those that were inserted', () => {
  expect(tableOf(50)).toBe(tableOf(50));
  const count = (faulty: boolean): number =>
    parseTable(tableOf(400, { faulty }), 't').rows.filter(r => {
      const read = readRow(r, invented);
      return 'reasons' in read;
    }).length;
  expect(count(false)).toBe(0);
  expect(count(true)).toBeGreaterThan(0);
});

test('a year or a month is read as bounds, or rejected if the local calendar does not count it', () => {
  const signed = (given: string) => readRow(parseTable(`number,title,parties,signed\n1,x,KZ; AZ,${given}\n`, 't').rows[0]!, invented);
  for (const [given, notAfter] of [
    ['0299-01', '0299-01-31'],
    ['2024-02', '2024-02-29'],
    ['1999-12', '1999-12-31'],
    ['0200', '0200-12-31'],
  ])
    expect(signed(given!)).toMatchObject({ facts: [{ type: 'signed', on: { notAfter } }] });
  for (const given of ['0000', '0100', '0001-01', '3000', '9999-12'])
    expect(signed(given)).toMatchObject({ reasons: [{ code: 'field', column: 'signed', why: { code: 'notOfForm', rule: 'daySpan' } }] });
});
