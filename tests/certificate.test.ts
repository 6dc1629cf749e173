/**
 * The certificate of status: each answer of a register for a day, as known on a day, as a document in four languages and as signed data.
 */
import { describe, expect, it, test } from 'vitest';
import { certificateOf, type Certificate } from '../documents/certificate.ts';
import { printedCertificate, docxOf, pdfOf } from '../documents/index.ts';
import { lettersMissing } from '../documents/font.ts';
import type { PrintedDocument } from '../documents/printed-document.ts';
import { descriptionHash } from '../dossier/description.ts';
import { dayIn, wordings } from '../wording/index.ts';
import type { Agreement } from '../clauses/agreement.ts';
import { languages } from '../clauses/desk.ts';
import { inForceFrom, testAgreement } from './support/test-agreement.ts';
import { d } from './law/setup.ts';
import { fileInZip } from './support/zip.ts';
import { certify, filesIn, headOf, kept, rowsOf, today } from './support/certificates.ts';

const entered = inForceFrom('2021-03-10');
const [signed, first] = entered as [object, object];
const notice = { id: 't1', type: 'termination.notified', by: 'AZ', received: '2025-01-20' };
const dated = { clauses: { ...kept.clauses, duration: { kind: 'periods', article: 'art. 13', first: 'P2Y', renewal: { kind: 'none' } } } };
const expiring = testAgreement('kept', { rehearsal: false, ...dated });
const protocol = [
  { id: 'p1s', type: 'protocol.signed', protocol: 'p1', on: '2023-02-01', changes: { periodLength: 'P3Y' } },
  { id: 'p1a', type: 'protocol.completion.notified', protocol: 'p1', by: 'KZ', received: '2023-03-01' },
  { id: 'p1b', type: 'protocol.completion.notified', protocol: 'p1', by: 'AZ', received: '2023-04-01' },
];
const later = { ...protocol[2]!, recorded: '2024-01-01' };

describe('a certificate’s answer', () => {
  it.each<[string, readonly object[], string, Certificate['answer'], object]>([
    ['in force', entered, '2021-03-10', 'inForce', { status: 'inForce', entryIntoForce: { date: '2021-03-10', basis: 'art. 13' } }],
    ['signed, and not in force before the known day', entered, '2021-03-09', 'notInForce', { status: 'signed' }],
    ['a day before signature', entered, '2021-02-28', 'notInForce', { status: 'negotiated', period: null }],
    [
      'signed, with one notification of a later day: not before it',
      [signed, first],
      '2021-03-01',
      'notInForce',
      { status: 'signed', entryIntoForce: { notBefore: '2021-03-02' } },
    ],
    [
      'signed, with one notification: after it, not shown',
      [signed, first],
      '2021-04-01',
      'notShown',
      { entryIntoForce: { notBefore: '2021-03-02' } },
    ],
    ['signed, without a known notification: neither shown nor denied', [signed], '2026-01-01', 'notShown', { status: 'signed' }],
    ['without a recorded signature: not shown', [], '2026-01-01', 'notShown', { status: 'negotiated' }],
    [
      'under notice, in force until its last day',
      [...entered, notice],
      '2025-07-19',
      'inForce',
      { notice: { id: 't1' }, termination: { lastDayInForce: '2025-07-19' } },
    ],
    [
      'terminated on one reading, in force on another: disputed',
      [...entered, notice],
      '2025-07-20',
      'disputed',
      { status: 'terminated', period: null, termination: { cause: 'notice', basis: 'art. 13' } },
    ],
    [
      'suspended is in force',
      [...entered, { id: 'x', type: 'suspension.agreed', on: '2022-01-01' }],
      '2022-06-01',
      'suspended',
      { status: 'suspended' },
    ],
    [
      'superseded',
      [...entered, { id: 'x', type: 'superseded', on: '2022-01-01', laterTreaty: 'A later one' }],
      '2022-06-01',
      'notInForce',
      { status: 'superseded' },
    ],
  ])('%s', (_, facts, asOf, answer, standing) => {
    expect(certify(facts, asOf)).toMatchObject({ answer, standing });
  });

  it('before entry into force gives the day of entry into force if it is known by then, and asks for no document', () => {
    const paper = printedCertificate(certify(entered, '2021-03-09'), 'en', undefined);
    expect(valueOf(paper, 'In force from')).toBe('10 March 2021 (Article 13)');
    expect(paper.sections!.map(s => s.head)).not.toContain('Remarks');
    const then = printedCertificate(certify(entered, '2021-03-09', '2021-03-09'), 'en', undefined);
    expect(then.answer).toBe('The entries do not establish that the Agreement is in force.');
    expect(JSON.stringify(sectionOf(then, 'Remarks'))).toContain('awaiting the written notification of AZ');
  });

  it('after expiry is not in force, and on the last day still was', () => {
    const on = (day: string) => certify(entered, day, undefined, { agreement: expiring });
    expect(on('2023-03-09')).toMatchObject({ answer: 'inForce', standing: { termination: { cause: 'expiry' } } });
    expect(on('2023-03-10')).toMatchObject({ answer: 'disputed', standing: { status: 'expired' } });
    expect(on('2023-03-11')).toMatchObject({ answer: 'notInForce', standing: { status: 'expired' } });
  });

  it('that differs between readings is given with the other answer, and is not certain', () => {
    const { standing } = certify([...entered, notice], '2025-07-20');
    expect(standing).toMatchObject({ status: 'terminated', certain: false });
    expect(standing!.statusAlternatives.map(a => a.status)).toContain('inForce');
    const paper = printedCertificate(certify([...entered, notice], '2025-07-20'), 'en', undefined);
    expect(valueOf(paper, 'Status')).toMatch(/^terminated\nin force, on the reading that /);
  });

  it('that is disputed has that as its headline, in every language and format', async () => {
    const c = certify([...entered, notice], '2025-07-20');
    for (const language of languages) {
      const { answers, statuses } = wordings[language].certificate;
      const paper = printedCertificate(c, language, undefined);
      expect(Object.values(answers)).not.toContain(paper.answer);
      expect(paper.answer).toContain(statuses.terminated);
      expect(paper.answer).toContain(statuses.inForce);
      expect(paper.answer).not.toMatch(/[{}]/);
      expect(fileInZip(await docxOf(paper), 'word/document.xml')).toContain(paper.answer);
    }
    expect(printedCertificate(c, 'en', undefined).answer).toBe(
      'The status of the Agreement is disputed: terminated on the reading followed here, in force on another.',
    );
  });
});

it('a certificate says from when a notice is in time, if that is not yet so', () => {
  const termination = { when: 'afterFirstPeriod', article: 'art. 14', bars: 'giving', barredFor: 'P3Y', notice: 'P6M' };
  const agreement = testAgreement('kept', { rehearsal: false, clauses: { ...kept.clauses, termination } });
  const on = (day: string, language: (typeof languages)[number]) => printedCertificate(certify(entered, day, undefined, { agreement }), language, undefined); // prettier-ignore
  for (const language of languages) {
    const { labels } = wordings[language].certificate;
    expect(valueOf(on('2022-01-01', language), labels.safeFrom), language).toContain(dayIn(wordings[language], d('2024-03-11')));
    expect(valueOf(on('2024-03-11', language), labels.safeFrom), language).toBeUndefined();
  }
});

it.each([
  ['period', {}, 'lastDayForNotice'],
  ['duration without limit', { duration: { kind: 'indefinite', article: 'art. 13' } }, 'currentPeriod'],
] as const)('a certificate for a %s in which no notice may be given yet says from when one may', (_, more, label) => {
  const termination = { when: 'afterFirstPeriod', article: 'art. 14', bars: 'giving', barredFor: 'P5Y', notice: 'P6M' };
  const agreement = testAgreement('kept', { rehearsal: false, clauses: { ...kept.clauses, termination, ...more } });
  for (const language of languages) {
    const { labels } = wordings[language];
    const paper = printedCertificate(certify(entered, '2022-01-01', undefined, { agreement }), language, undefined);
    expect(valueOf(paper, labels[label]), language).toContain(dayIn(wordings[language], d('2026-03-11')));
  }
});

describe('a certificate as known on a day', () => {
  it('before anything was known answers that nothing was known', () => {
    const c = certify(entered, '2026-01-01', '2021-02-28');
    expect(c).toMatchObject({ answer: 'nothingKnown', standing: null, agreement: { signed: null }, register: { lines: 4, known: 0 } });
    const paper = printedCertificate(c, 'en', undefined);
    expect(paper.answer).toBe('Nothing was known of the Agreement on 28 February 2021.');
    expect(paper.sections).toEqual([]);
  });

  it('leaves out facts recorded later, and says how many lines were known', () => {
    const recorded = [...entered, ...protocol.slice(0, 2), later];
    expect(certify(recorded, '2023-06-01', '2023-12-31')).toMatchObject({
      standing: { protocols: [{ id: 'p1', status: 'signed', entryIntoForce: { date: null, notBefore: '2023-03-01', basis: 'art. 10' } }] },
      register: { lines: 7, known: 6 },
    });
    expect(certify(recorded, '2023-06-01', '2024-01-01')).toMatchObject({
      standing: { protocols: [{ id: 'p1', status: 'inForce', entryIntoForce: { date: '2023-04-01', basis: 'art. 13' } }] },
      register: { lines: 7, known: 7 },
    });
    expect(certify(recorded, '2023-06-01', '2022-12-31').standing!.protocols).toEqual([]);
  });

  it('does not know a signature that was recorded later, or its day', () => {
    const c = certify([{ ...signed, recorded: '2022-01-01' }], '2021-06-01', '2021-12-31');
    expect(c).toMatchObject({ answer: 'notShown', agreement: { signed: null }, register: { known: 1 } });
  });

  it('does not use a description entered later, and does not count it as a known line', () => {
    const rows = rowsOf(entered);
    const changed = testAgreement('kept', { rehearsal: false, title: { en: 'Under another title' } });
    const entry = { type: 'described', id: 'description-2', hash: descriptionHash(changed), content: changed } as const;
    rows.push({ agreement: 'kept', seq: 5, entry, entered: { by: 'desk', at: Date.UTC(2024, 0, 10, 9) } });
    const head = headOf(rows);
    const on = (knownOn: string) =>
      certificateOf('kept', { rows, rehearsal: false, head, headOfAgreement: head }, { asOf: d('2024-06-01'), knownOn: d(knownOn), today });
    expect(on('2024-01-09')).toMatchObject({ agreement: { title: { en: 'Rehearsal kept' } }, register: { known: 4 } });
    expect(on('2024-01-10')).toMatchObject({ agreement: { title: { en: 'Under another title' } }, register: { known: 5 } });
  });
});

const sectionOf = (paper: PrintedDocument, head: string) => paper.sections!.find(s => s.head === head)!.rows;
const valueOf = (paper: PrintedDocument, label: string): string | undefined =>
  [...paper.block, ...paper.sections!.flatMap(s => s.rows)].find(([l]) => l === label)?.[1];

describe('a certificate’s document', () => {
  const everything = certify(
    [
      ...entered,
      ...protocol,
      { ...notice, id: 't0', received: '2024-02-01' },
      { id: 'r', type: 'termination.revoked', by: 'AZ', of: 't0', received: '2024-03-01' },
      notice,
    ],
    '2025-03-01',
    '2025-02-01',
  );

  it.each(languages)('in %s has the answer, every date with its article, the heads and the key', async language => {
    const w = wordings[language];
    const own = w.certificate;
    const paper = printedCertificate(everything, language, 'key-1');
    const said = JSON.stringify(paper);
    expect(said).not.toMatch(/undefined|\{\w+\}|null/);
    expect(lettersMissing(said)).toEqual([]);
    expect(paper.answer).toBe(own.answers.inForce);
    expect(paper.body.at(-1)).toContain(dayIn(w, d('2025-03-01')));
    expect(paper.body.at(-1)).toContain(dayIn(w, d('2025-02-01')));
    expect(paper.closing).toBe(own.ahead);
    expect(valueOf(paper, own.labels.inForceSince)).toBe(`${dayIn(w, d('2021-03-10'))} (${w.article.replace('{n}', '13')})`);
    expect(valueOf(paper, own.labels.noticeRunning)).toBe('t1');
    expect(valueOf(paper, 't0')).toContain(`${own.labels.revoked}: ${dayIn(w, d('2024-03-01'))}`);
    const counted = sectionOf(paper, own.sections.counting).map(([label]) => label);
    expect(counted).not.toContain(`t0: ${w.labels.lastDayInForce}`); // revoked, so it ends nothing
    expect(counted).toContain(w.labels.lastDayInForce);
    expect(valueOf(paper, 'p1')).toContain(dayIn(w, d('2023-04-01')));
    expect(paper.foot!.join('\n')).toContain(everything.register.head.hash);
    expect(paper.foot!.at(-1)).toContain('key-1');
    // Each day in it has its basis in brackets; days on other readings have it at the reading, those of periods at the whole.
    for (const [, value] of sectionOf(paper, own.sections.standing))
      for (const line of value.split('\n').filter(l => /\d{4}/.test(l))) expect(line).toMatch(/\(.+\)|: .+|, on the reading that .+/);
    expect((await docxOf(paper)).length).toBeGreaterThan(5_000);
  });

  it.each(languages)('in %s cites articles and writes days in its remarks and its counting as in its rows', language => {
    const w = wordings[language];
    const oral = { ...notice, id: 't9', received: '2024-09-01', form: 'oral' };
    const paper = printedCertificate(certify([...entered, oral], '2025-03-01'), language, undefined);
    const convention = `${w.vienna}, ${w.article.replace('{n}', '67')}`;
    expect(sectionOf(paper, w.certificate.sections.remarks)).toEqual([['t9', expect.stringContaining(convention)]]);
    const said = JSON.stringify(paper.sections);
    expect(said).not.toMatch(new RegExp(w.viennaInShort, 'u'));
    expect(said).not.toMatch(/VCLT|\barts?\. |\d [A-Z][a-z]{2} \d{4}/);
  });

  it('gives the results of other readings, in the words of its language', () => {
    const last = (language: 'ru' | 'en') =>
      valueOf(printedCertificate(certify(entered, '2025-03-01'), language, undefined), wordings[language].labels.lastDayForNotice);
    expect(last('en')).toBe(
      '9 September 2025 (Article 13)\n10 September 2025, on the reading that a period ends on the anniversary of its beginning',
    );
    expect(last('ru')).toBe(
      '9 сентября 2025 года (статья 13)\n10 сентября 2025 года, если читать так: период заканчивается в годовщину своего начала',
    );
    expect(valueOf(printedCertificate(certify(entered, '2025-03-01'), 'en', undefined), wordings.en.labels.currentPeriod)).toBe(
      '1: 10 March 2021 – 9 March 2026 (Article 13)\n10 March 2026, on the reading that a period ends on the anniversary of its beginning',
    );
    const settled = valueOf(printedCertificate(certify(entered, '2025-09-10'), 'en', undefined), wordings.en.labels.lastDayForNotice);
    expect(settled).toMatch(/^9 September 2025 \(Article 13\), past\n/);
  });

  it('says that there is no notice and no protocol, and which document is missing', () => {
    const paper = printedCertificate(certify([signed], '2026-01-01'), 'en', undefined);
    for (const head of ['Notices of termination', 'Protocols']) expect(sectionOf(paper, head)).toEqual([['none', '']]);
    expect(paper.answer).toBe('The entries do not establish that the Agreement is in force.');
    expect(valueOf(paper, 'Entry into force')).toBe('not established by the entries');
    expect(JSON.stringify(sectionOf(paper, 'Remarks'))).toContain('Ask for the document');
    expect(paper.foot!.at(-1)).toContain('Not signed with a key');
  });

  it('says from when the operation of the agreement is suspended, and from when it is resumed', () => {
    const { labels } = wordings.en.certificate;
    const suspended = { id: 'sa', type: 'suspension.agreed', on: '2024-05-02', from: '2024-06-01' };
    const resumed = { id: 'ra', type: 'resumption.agreed', on: '2024-09-02', from: '2024-10-01' };
    const on = (facts: object[]) => printedCertificate(certify([...entered, ...facts], '2025-03-01'), 'en', undefined);
    const basis = '(Vienna Convention on the Law of Treaties, Article 57)';
    expect(valueOf(on([suspended]), labels.suspendedFrom)).toBe(`1 June 2024 ${basis}`);
    expect(valueOf(on([suspended]), labels.resumedFrom)).toBeUndefined();
    expect(valueOf(on([suspended, resumed]), labels.resumedFrom)).toBe(`1 October 2024 ${basis}`);
    expect(valueOf(on([]), labels.suspendedFrom)).toBeUndefined();
  });

  it('says from when the agreement is applied provisionally, under which article, and when that ended', () => {
    const clauses = { ...kept.clauses, provisionalApplication: { article: 'art. 12', from: 'signature' } };
    const provisional = testAgreement('kept', { rehearsal: false, clauses });
    const value = (facts: readonly object[]) =>
      valueOf(
        printedCertificate(certify(facts, '2025-03-01', undefined, { agreement: provisional }), 'en', undefined),
        'Provisional application from',
      );
    const end = { id: 'pe', type: 'provisionalApplication.ended', by: 'AZ', received: '2024-02-01' };
    expect(value([signed])).toBe('1 March 2021 (Article 12)');
    expect(value(entered)).toBe('1 March 2021 (Article 12)');
    expect(value([signed, end])).toMatch(/^1 March 2021 \(Article 12\)\nEnded: 1 February 2024 \(Vienna Convention.*, Article 25\)$/);
  });

  it('names no notice as running once the agreement has ended by it', () => {
    const running = (asOf: string) =>
      valueOf(printedCertificate(certify([...entered, notice], asOf), 'en', undefined), wordings.en.certificate.labels.noticeRunning);
    const { lastDayInForce, firstDayOut } = certify([...entered, notice], '2025-03-01').standing!.termination!;
    expect([running(lastDayInForce), running(firstDayOut)]).toEqual(['t1', 'none']);
  });

  it.each(languages)('in %s states what is not known without what the desk has to do about it', language => {
    const { certificate: own, statements } = wordings[language];
    const clauses = { ...kept.clauses, duration: { kind: 'indefinite', article: 'art. 13', unseen: true } };
    const undescribed = testAgreement('kept', { rehearsal: false, clauses });
    const bounded = { ...signed, on: { notBefore: '2020-01-01', notAfter: '2020-01-31' } };
    const paper = printedCertificate(
      certify([bounded, ...entered.slice(1)], '2025-03-01', undefined, { agreement: undescribed }),
      language,
      undefined,
    );
    const said = JSON.stringify(sectionOf(paper, own.sections.remarks));
    for (const code of ['notDescribed', 'dateToFind'] as const) {
      expect(said).toContain(own.statements[code].split('{')[0]);
      expect(said).not.toContain(statements[code].split(/\} ?[.:)]+ ?/).at(-1));
    }
    expect(JSON.stringify(paper)).not.toContain('npx');
  });

  it('leaves out that offices are closed on a day for sending a notice, which timeline says', () => {
    const asOf = '2025-03-01';
    const c = certify([signed, { ...entered[1]!, received: '2021-03-13' }, { ...entered[2]!, received: '2021-03-14' }], asOf);
    expect(c.standing!.noted.map(n => n.code)).toContain('officesClosed');
    expect(JSON.stringify(printedCertificate(c, 'en', undefined))).not.toContain('does not move');
  });

  it('of a rehearsal is marked across the page and in words, and that of a real agreement in neither way', () => {
    const rehearsed = printedCertificate(certify(entered, '2025-03-01', undefined, { agreement: testAgreement('kept') }), 'en', undefined);
    expect(rehearsed.draft).toBe('REHEARSAL');
    expect(rehearsed.body[0]).toBe('A rehearsal: its facts are invented, and it certifies nothing.');
    expect(rehearsed.foot![0]).toContain('register of rehearsals');
    const real = printedCertificate(certify(entered, '2025-03-01'), 'en', undefined);
    expect(real.draft).toBeUndefined();
    expect(JSON.stringify(real)).not.toMatch(/rehearsal:|REHEARSAL/);
  });

  it.each(languages)('in %s is the same PDF both times, with its data attached', async language => {
    const text = JSON.stringify(everything);
    const draw = () => pdfOf(printedCertificate(everything, language, 'key-1'), { name: 'certificate.json', text });
    const [one, two] = [await draw(), await draw()];
    expect(one.equals(two)).toBe(true);
    expect(filesIn(one)).toContain(text);
  });
});

describe('a certificate with a day known only within bounds', () => {
  const oneYear = { kind: 'periods', article: 'art. 13', first: 'P1Y', renewal: { kind: 'none' }, noticeBefore: 'P1M' };
  const once = testAgreement('kept', { rehearsal: false, clauses: { ...kept.clauses, duration: oneYear } });
  const bounds = { notBefore: '1998-01-01', notAfter: '1998-12-31' };
  const facts = [
    { id: 's', type: 'signed', on: '1997-05-14' },
    { id: 'e', type: 'entry.agreed', on: '1998-01-01', date: bounds, published: true },
  ];
  const late = { id: 't', type: 'termination.notified', by: 'AZ', received: '1999-06-01' };
  const on = (asOf: string, more: readonly object[] = [], agreement = once): Certificate =>
    certify([...facts, ...more], asOf, undefined, { agreement });

  it.each<[string, Certificate['answer'], string[]]>([
    ['1997-06-01', 'notInForce', ['signed']],
    ['1998-06-01', 'notShown', ['inForce', 'signed']],
    ['1998-12-31', 'inForce', ['inForce']],
    ['1999-07-15', 'notShown', ['expired', 'inForce']],
    ['2000-01-01', 'notInForce', ['expired']],
  ])('as of %s gives the answer that holds on every possible day: %s', (asOf, answer, statuses) => {
    const { standing, ...c } = on(asOf);
    expect(c.answer).toBe(answer);
    expect([...standing!.within!.statuses].sort()).toEqual(statuses);
    expect(standing!.entryIntoForce).toMatchObject({ date: null, ...bounds });
    expect(JSON.stringify(standing)).not.toContain('undefined');
  });

  it('does not call a possible day of signature the first day', () => {
    const c = certify([{ ...facts[0], on: { notBefore: '1997-01-01', notAfter: '1997-12-31' } }], '2000-01-01');
    expect(c.agreement.signed).toEqual({
      on: null,
      notBefore: '1997-01-01',
      notAfter: '1997-12-31',
      place: null,
      basis: 'VCLT art. 10',
    });
    expect(JSON.stringify(printedCertificate(c, 'en', undefined).block)).toContain('a day from 1 January 1997 to 31 December 1997');
  });

  it('leaves out a notice that has effect on some of the days only', () => {
    expect(on('1999-07-15', [late]).standing!.notices).toMatchObject([{ id: 't', inTime: 'disputed', basis: 'art. 13' }]);
  });

  it('gives ranges, and does not claim that it is without limit of time', () => {
    const paper = (asOf: string, agreement = once) => printedCertificate(on(asOf, [], agreement), 'en', undefined);
    const standing = (asOf: string, agreement?: Agreement) => JSON.stringify(paper(asOf, agreement).sections![0]!.rows);
    expect(standing('1999-07-15')).toContain('a day from 1 January 1998 to 31 December 1998');
    expect(standing('1999-07-15')).not.toContain('without limit');
    const renewed = standing('2026-11-22', kept);
    expect(renewed).toContain('"Current period","6: … – a day from 31 December 2027 to 30 December 2028"');
    expect(renewed).toContain('"In time on every reading until","30 June 2027 (Article 13)"');
    for (const language of languages) printedCertificate(on('1999-07-15', [late]), language, undefined);
  });
});

test('if the text is not described, a certificate does not call a period without limit of time', () => {
  const duration = { kind: 'indefinite', article: 'not described', unseen: true };
  const agreement = testAgreement('kept', { rehearsal: false, clauses: { ...kept.clauses, duration } });
  const paper = printedCertificate(certify(entered, '2025-03-01', undefined, { agreement }), 'en', undefined);
  expect(valueOf(paper, 'Current period')).toBe('not established by the entries');
});

describe('a signature block never stands on a page without other text', () => {
  const value = 'A value of a row that takes most of a line of the page.';
  const paperOf = (rows: number, more: Partial<PrintedDocument>): PrintedDocument => ({
    ...printedCertificate(certify(entered, '2025-03-01'), 'en', undefined),
    sections: [{ head: 'Section', rows: Array.from({ length: rows }, (_, i) => [`Row ${i}`, value] as const) }],
    foot: [],
    ...more,
  });

  // With a row of a section there is its heading as well, also on a page of its own.
  it.each<[string, number, Partial<PrintedDocument>]>([
    ['after the rows of a certificate', 4, {}],
    ['after the closing words of a note', 2, { closing: 'The closing words.' }],
    ['after the dates of a cover page', 2, { dates: Array.from({ length: 6 }, (_, i) => [`Date ${i}`, value] as const), sections: [] }],
  ])('%s', async (_, least, more) => {
    const rows = Array.from({ length: 9 }, (__, i) => 2 * i + 14);
    const pages = await Promise.all(rows.map(async n => drawnBeforeSignature(await pdfOf(paperOf(n, more)))));
    // L.S. is next to its line, and at least one line of text precedes both.
    for (const [i, texts] of pages.entries())
      expect({ rows: rows[i], texts }).toMatchObject({ texts: expect.toSatisfy(n => n >= least) as unknown });
  });
});

/** How many texts precede the signature line on its page. */
function drawnBeforeSignature(pdf: Buffer): number {
  const page = filesIn(pdf).find(stream => stream.includes('BT') && / l\n/.test(stream))!;
  return page.slice(0, page.search(/ l\n/)).split('BT').length - 1;
}
