/** Documents: each kind of notice in each language, with no letter missing from the font, and the same bytes from the same notice. */
import { createHash } from 'node:crypto';
import { describe, expect, it, test } from 'vitest';
import { docxOf, printedNote, pdfOf, protocolCover, type NoteMatter } from '../documents/index.ts';
import { exitCodeOf, failureSentence } from '../cli/failures.ts';
import { wordsIn } from '../cli/words.ts';
import { lettersMissing } from '../documents/font.ts';
import { articleIn, dayIn, fill, languageIn, lengthIn, textIn, wordings } from '../wording/index.ts';
import { loadAgreement } from '../agreements/load.ts';
import { agreementFile } from '../agreements/find.ts';
import { length } from '../clauses/calendar.ts';
import { languages, type Language } from '../clauses/desk.ts';
import { changes } from '../clauses/terms.ts';
import type { Entry } from '../machines/facts.ts';
import { noticeContent, noticeKinds } from '../machines/notice/content.ts';
import type { NoticeContext } from '../machines/notice/context.ts';
import { standing } from '../machines/standing.ts';
import { assess } from '../machines/notice/assess.ts';
import { IntlMessageFormat } from 'intl-messageformat';
import { d } from './law/setup.ts';
import { fileInZip } from './support/zip.ts';

const { agreement } = loadAgreement(agreementFile('kz-az-2004-government-communications'));
const signed = { id: 's', type: 'signed', on: '2004-03-01', place: 'Astana' };
const ledger = [
  signed,
  { id: 'n1', type: 'completion.notified', by: 'KZ', received: '2004-06-10' },
  { id: 'n2', type: 'completion.notified', by: 'AZ', received: '2004-09-15' },
  { id: 't', type: 'termination.notified', by: 'KZ', received: '2026-06-01' },
  { id: 'pp', type: 'protocol.proposed', protocol: 'p1', by: 'AZ', received: '2025-02-01' },
] as unknown as Entry[];
const today = d('2026-11-20');

const details: Record<string, object> = {
  protocolCompletion: { protocol: 'p1' },
  termination: { names: { firstDayOut: '2027-09-01' } },
  revocation: { of: 't' },
  proposal: { protocol: 'p1' },
  consent: { protocol: 'p1' },
  consultations: { subject: 'Байланыс арналары' },
  communications: { subject: 'Rəsmi səfər', scope: '2 lines', from: '2027-05-01', until: '2027-05-04', payer: 'AZ' },
  organisation: { organisation: 'Xarici Kəşfiyyat Xidməti', replaces: 'Milli Təhlükəsizlik Nazirliyi', from: '2027-01-01' },
  correction: { error: 'Үкімет', corrected: 'Үкіметтер' },
  free: { subject: 'Ə Ғ Қ Ң Ө Ұ Ү Һ І', text: 'ə ğ ş ı İ\n\nІшкі рәсімдер' },
};

const about = (kind: string, more: Partial<NoticeContext> = {}): NoteMatter => {
  const content = noticeContent.parse({
    kind,
    by: 'KZ',
    reference: '17-3/204',
    signer: { name: 'A. Signatory', authority: 'full powers No. 3' },
    ...details[kind],
  });
  const assessment = assess(
    { agreement, description: '', entries: ledger, today },
    { number: '2026-1', content, channel: 'diplomaticNote' },
  );
  return {
    agreement,
    entries: ledger,
    notice: {
      agreement: agreement.id,
      number: '2026-1',
      direction: 'ours',
      content,
      draftedBy: 'x',
      channel: 'diplomaticNote',
      today,
      assessment,
      ...more,
    },
    protocolTitle: null,
    assessment,
    standing: standing({ agreement, description: '', entries: ledger, asOf: today }),
  };
};
const sha = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const each = <T>(of: readonly T[]): [Language, T][] => languages.flatMap(l => of.map((x): [Language, T] => [l, x]));

describe('a note verbale', () => {
  it.each(each(noticeKinds))('in %s of kind %s is complete', (language, kind) => {
    const paper = printedNote(about(kind, { approvedBy: 'y', dispatched: d('2026-11-18') }), language);
    const said = JSON.stringify(paper);
    expect(said).not.toMatch(/undefined|\{\w+\}|null/);
    expect(said).toContain(wordings[language].kinds[kind]);
    expect(paper.block.map(([, v]) => v)).toContain(textIn(agreement.parties[0].name, language));
    expect(lettersMissing(said)).toEqual([]);
  });

  it.each(languages)('in %s is the same PDF both times, byte for byte', async language => {
    const draw = async () => pdfOf(printedNote(about('communications', { approvedBy: 'y', dispatched: d('2026-11-18') }), language));
    const [first, second] = [await draw(), await draw()];
    expect(first.subarray(0, 5).toString()).toBe('%PDF-');
    expect(sha(first)).toBe(sha(second));
  });

  it('names the article, and its own number and date', () => {
    const paper = printedNote(about('termination', { approvedBy: 'y', dispatched: d('2026-11-18') }), 'ru');
    expect(paper.body[1]).toBe(
      'В соответствии с Соглашением (статья 13) направляющая Сторона уведомляет о своём намерении прекратить действие Соглашения.',
    );
    expect(Object.fromEntries(paper.block)).toMatchObject({
      '№': '17-3/204',
      Дата: '18 ноября 2026 года',
      Подписано: 'Astana, 1 марта 2004 года',
    });
    expect(printedNote(about('communications'), 'kk').body[1]).toContain('(3, 4-баптар)');
    expect(printedNote(about('revocation'), 'az').body[1]).toContain('Vyana Konvensiyası, maddə 68');
    expect(printedNote(about('correction'), 'az').body[1]).toContain('Vyana Konvensiyası, maddə 79');
  });

  it('and a cover page give the bounds of a signature whose day is not known exactly, never one of its days', () => {
    const bounded = { ...signed, on: { notBefore: '2004-03-01', notAfter: '2004-03-31' } } as unknown as Entry;
    const entries = [bounded, ...ledger.slice(1)];
    const note = printedNote({ ...about('completion'), entries }, 'ru');
    const cover = protocolCover({ ...about('consent'), entries, protocol: 'p1', title: null, changes: null }, 'en');
    expect(Object.fromEntries(note.block)['Подписано']).toBe('Astana, день с 1 марта 2004 года по 31 марта 2004 года');
    expect(Object.fromEntries(cover.block)['Signed']).toBe('Astana, a day from 1 March 2004 to 31 March 2004');
  });

  it.each(languages)('in %s names a protocol by its title and signature, never by our id for it', language => {
    const w = wordings[language];
    const signature = { id: 'ps', type: 'protocol.signed', protocol: 'p1', on: '2025-05-01', place: 'Baku' } as unknown as Entry;
    for (const kind of ['protocolCompletion', 'proposal', 'consent'] as const) {
      const { block, body } = printedNote({ ...about(kind), entries: [...ledger, signature], protocolTitle: 'Хаттама туралы' }, language);
      expect(block.slice(6, 8)).toEqual([
        [w.labels.protocol, 'Хаттама туралы'],
        [w.labels.signed, `Baku, ${dayIn(w, d('2025-05-01'))}`],
      ]);
      expect(JSON.stringify([block, body])).not.toContain('p1');
      expect(printedNote(about(kind), language).block).toContainEqual([w.labels.protocol, 'p1']);
    }
  });

  it.each(languages)('of proposal says in %s what the protocol would change', language => {
    const w = wordings[language];
    const matter = about('proposal');
    const content = noticeContent.parse({
      ...matter.notice.content,
      changes: { appliesTo: 'nextPeriod', noticeBefore: 'P3M', periodLength: 'P3Y' },
    });
    const { datesHead, dates } = printedNote({ ...matter, notice: { ...matter.notice, content } }, language);
    expect([datesHead, dates]).toEqual([
      w.labels.changes,
      [
        [w.changes.periodLength, lengthIn(w, length.parse('P3Y'))],
        [w.changes.noticeBefore, lengthIn(w, length.parse('P3M'))],
        [w.changes.appliesTo, w.values.nextPeriod],
      ],
    ]);
  });

  it('has its particulars under the heading of dates only if they are dates', () => {
    const heads = noticeKinds.map(kind => [kind, printedNote(about(kind), 'en')] as const);
    expect(heads.filter(([, { dates }]) => dates.length).map(([kind, { datesHead }]) => [kind, datesHead])).toEqual([
      ['termination', 'Dates'],
      ['communications', 'Particulars'],
      ['organisation', 'Particulars'],
      ['correction', 'Particulars'],
    ]);
  });

  it('that ends provisional application names the clause and the Vienna Convention', () => {
    const clauses = { ...agreement.clauses, provisionalApplication: { article: 'art. 12', from: 'signature' as const } };
    const matter = about('provisionalApplicationEnd', { approvedBy: 'y', dispatched: d('2026-11-18') });
    expect(printedNote({ ...matter, agreement: { ...agreement, clauses } }, 'en').body[1]).toBe(
      'The sending Party notifies its intention not to become a party to the Agreement, by which the provisional application of the Agreement (Article 12) is terminated (Vienna Convention on the Law of Treaties, Article 25).',
    );
    expect(printedNote(matter, 'ru').body[1]).toContain('(Венская конвенция о праве международных договоров, статья 25)');
  });

  it.each(each(noticeKinds))('in %s of kind %s has no date that our desk calculated', (language, kind) => {
    const { labels } = wordings[language];
    const reckoned = [
      'received',
      'entryIntoForce',
      'notBefore',
      'currentPeriod',
      'lastDayForNotice',
      'noticePeriod',
      'lastDayInForce',
    ] as const;
    const { dates } = printedNote(about(kind, { approvedBy: 'y', dispatched: d('2026-11-18'), received: d('2026-11-19') }), language);
    expect(dates.map(([label]) => label).filter(label => reckoned.some(name => labels[name] === label))).toEqual([]);
  });

  it.each([
    ['its own number and date', { reference: 'No. 14', dated: '2026-05-20', evidence: 'courier slip 88' }, '(No. 14 of 20 May 2026)'],
    ['its own number', { reference: 'No. 14', evidence: 'courier slip 88' }, '(No. 14)'],
    ['its date', { dated: '2026-05-20', dispatched: '2026-05-21' }, '(of 20 May 2026)'],
    ['its dispatch', { dispatched: '2026-05-21' }, '(of 21 May 2026)'],
    ['its receipt, if it has no number and no date', { evidence: 'courier slip 88' }, '(received on 1 June 2026)'],
  ])('of revocation cites the notice by %s, never by its proof of receipt', (_, fields, cited) => {
    const entries = ledger.map(e => (e.id === 't' ? ({ ...e, ...fields } as unknown as Entry) : e));
    const said = printedNote({ ...about('revocation'), entries }, 'en').body[1];
    expect(said).toContain(`revokes its notice ${cited} of intention`);
    expect(said).not.toContain('courier');
  });

  it('of revocation cites number and date in the form of its language', () => {
    const entries = ledger.map(e => (e.id === 't' ? ({ ...e, reference: '14-3', dated: '2026-05-20' } as unknown as Entry) : e));
    const said = (language: Language) => printedNote({ ...about('revocation'), entries }, language).body[1];
    expect(said('ru')).toContain('уведомление (№ 14-3 от 20 мая 2026 года)');
    expect(said('kk')).toContain('(№ 14-3, 2026 жылғы 20 мамыр) хабарламасын');
    expect(said('az')).toContain('(20 may 2026 tarixli, № 14-3) bildirişini');
  });

  it.each(['No. 14/3', 'no 14/3', 'No14/3', 'Nr. 14/3', 'N 14/3', '№14/3', '№ 14/3', 'N° 14/3', '14/3'])(
    'numbered %s has the number sign once, in each language',
    reference => {
      const entries = ledger.map(e => (e.id === 't' ? ({ ...e, reference } as unknown as Entry) : e));
      const numbered = about('revocation');
      const content = { ...numbered.notice.content, reference };
      for (const [language, sign] of [
        ['en', 'No.'],
        ['ru', '№'],
      ] as const) {
        const { block, body } = printedNote({ ...numbered, entries, notice: { ...numbered.notice, content } }, language);
        expect(block[0]).toEqual([sign, '14/3']);
        expect(body[1]).toContain(`(${sign} 14/3`);
      }
    },
  );

  it.each(['Note 14', 'North 3', 'A-14', 'no number'])('numbered %s keeps its number as given', reference => {
    const numbered = about('termination');
    const content = { ...numbered.notice.content, reference };
    expect(printedNote({ ...numbered, notice: { ...numbered.notice, content } }, 'en').block[0]).toEqual(['No.', reference]);
  });

  it.each(languages)('of a rehearsal says so in %s across the page and in words, also next to the mark of a draft', language => {
    const w = wordings[language];
    const rehearsal = { ...agreement, rehearsal: true };
    const drafted = printedNote({ ...about('termination'), agreement: rehearsal }, language);
    expect(drafted.draft).toBe(`${w.certificate.rehearsal} · ${w.draft}`);
    const approved = printedNote({ ...about('termination', { approvedBy: 'y' }), agreement: rehearsal }, language);
    expect(approved.draft).toBe(w.certificate.rehearsal);
    expect(approved.body[0]).toBe(w.certificate.rehearsalSaid);
    const theirs = printedNote(
      { ...about('termination', { direction: 'theirs', arrival: { received: today } }), agreement: rehearsal },
      language,
    );
    expect([theirs.draft, theirs.body[0]]).toEqual([w.certificate.rehearsal, w.certificate.rehearsalSaid]);
    const cover = protocolCover({ ...about('consent'), agreement: rehearsal, protocol: 'p1', title: null, changes: null }, language);
    expect([cover.draft, cover.body]).toEqual([`${w.certificate.rehearsal} · ${w.draft}`, [w.certificate.rehearsalSaid]]);
  });

  it('is marked as a draft until it is approved, with blanks for number and date', () => {
    const { reference: _, ...content } = about('termination').notice.content;
    const paper = printedNote(about('termination', { content: content as never }), 'en');
    expect(paper.draft).toBe('DRAFT');
    expect(paper.block.slice(0, 2)).toEqual([
      ['No.', '________'],
      ['Date', '________'],
    ]);
    expect(printedNote(about('termination', { approvedBy: 'y' }), 'en').draft).toBeUndefined();
  });

  it('says which text prevails', () => {
    const tongue = (l: Language) => printedNote(about('completion'), l).tongue;
    expect(tongue('ru')).toContain('имеющем преимущество');
    expect(tongue('kk')).toContain('орыс тілі');
    expect(tongue('en')).toContain('Translation for information');
    expect(tongue('en')).toContain('Kazakh, Azerbaijani, Russian');
    const equal = { ...about('completion'), agreement: { ...agreement, languages: { article: 'art. 9', authentic: ['kk'] } } };
    expect(printedNote(equal, 'kk').tongue).toContain('ешбір тіл басым емес (9-бап)');
    expect(printedNote({ ...about('completion'), agreement: { ...agreement, languages: undefined } }, 'kk').tongue).toBeUndefined();
  });
});

describe('the cover page of a received notice', () => {
  const arrival = { received: d('2026-11-10'), dated: d('2026-11-02'), evidence: 'entry 311' };
  it.each(languages)('in %s says when and with what finding it was received, and has no place to sign', async language => {
    const paper = printedNote(about('termination', { direction: 'theirs', arrival, approvedBy: 'examiner', defect: 'unsigned' }), language);
    expect(paper.signature).toBeUndefined();
    expect(paper.closing).toBeUndefined();
    expect(Object.fromEntries(paper.block)[wordings[language].labels.received]).toBe(dayIn(wordings[language], arrival.received));
    expect(Object.fromEntries(paper.block)[wordings[language].labels.defect]).toBe('unsigned');
    expect((await pdfOf(paper)).length).toBeGreaterThan(10_000);
  });
});

it('the cover page of a received notice says that nobody has examined it, and gives its end on every reading', () => {
  const arrival = { received: d('2026-11-10') };
  const matter = about('termination', { direction: 'theirs', arrival });
  const { content } = matter.notice;
  const fact = { id: '2026-1', type: 'termination.notified', by: 'KZ', received: '2026-11-10', ...details['termination'] };
  const entries = [...ledger.filter(e => e.id !== 't'), fact as unknown as Entry];
  const assessment = assess({ agreement, description: '', entries, today }, { number: '2026-1', content, channel: 'diplomaticNote' });
  for (const language of languages) {
    const w = wordings[language];
    const { block, body } = printedNote({ ...matter, assessment }, language);
    expect(Object.fromEntries(block)[w.labels.examinedBy]).toBe(w.notExamined);
    for (const day of ['2026-11-10', '2027-08-31', '2027-05-10', '2027-05-11']) expect(body.at(-1)).toContain(dayIn(w, d(day)));
    const examined = printedNote(about('termination', { direction: 'theirs', arrival, approvedBy: 'examiner' }), language);
    expect(Object.fromEntries(examined.block)[w.labels.examinedBy]).toBe('examiner');
  }
});

it('the cover page of a received completion gives the bounds of an entry into force whose day is not known exactly', () => {
  const { date: _, ...entryIntoForce } = about('completion').standing.entryIntoForce;
  const bounds = { date: null, notBefore: d('2004-09-01'), notAfter: d('2004-09-30') };
  const matter = about('completion', { direction: 'theirs', arrival: { received: d('2004-09-30') } });
  const paper = printedNote({ ...matter, standing: { ...matter.standing, entryIntoForce: { ...entryIntoForce, ...bounds } } }, 'en');
  expect(paper.dates).toEqual([['Entry into force', 'a day from 1 September 2004 to 30 September 2004']]);
});

describe('the cover page of a protocol', () => {
  const all = changes.parse({
    periodLength: 'P3Y',
    renewal: { kind: 'automatic', length: 'P3Y', times: 2 },
    noticeBefore: 'P3M',
    noticePeriod: 'P4M',
    amendment: { on: 'signature', article: 'art. 2' },
    organisations: [
      { party: 'AZ', name: 'Xarici Kəşfiyyat Xidməti', replaces: 'Nazirlik' },
      { party: 'KZ', name: 'Комитет' },
    ],
    documents: ['Ереже'],
    text: 'art. 5',
    appliesTo: 'runningPeriod',
    restartsPeriods: true,
    from: '2025-01-01',
    retroactive: true,
  });
  const cover = (language: Language, more: object[] = [], given: typeof all | null = all) => {
    const entries = [...ledger, ...more] as Entry[];
    const base = { agreement, entries, protocol: 'p1', title: 'On three years', changes: given };
    return protocolCover({ ...base, standing: standing({ agreement, description: '', entries, asOf: today }) }, language);
  };

  it.each(languages)('in %s says what it changes, who has notified, and since when it is in force', async language => {
    const facts = [
      { id: 'ps', type: 'protocol.signed', protocol: 'p1', on: '2025-05-01', place: 'Baku', changes: { periodLength: 'P3Y' } },
      { id: 'pa', type: 'protocol.completion.notified', protocol: 'p1', by: 'KZ', received: '2025-06-01' },
      { id: 'pb', type: 'protocol.completion.notified', protocol: 'p1', by: 'AZ', received: '2025-07-01' },
    ];
    const paper = cover(language, facts);
    const w = wordings[language];
    const rows = Object.fromEntries(paper.dates);
    expect(rows[w.changes.periodLength]).toBe(lengthIn(w, length.parse('P3Y')));
    expect(rows[w.changes.renewal]).toContain('× 2');
    expect(rows[w.changes.organisations]).toContain(`Xarici Kəşfiyyat Xidməti (${w.labels.replaces}: Nazirlik); KZ: Комитет`);
    expect(rows[w.changes.restartsPeriods]).toBe(w.values.yes);
    expect(rows[w.changes.from]).toBe(dayIn(w, d('2025-01-01')));
    expect(rows[w.changes.retroactive]).toBe(w.values.yes);
    expect(rows[w.labels.signed]).toContain('Baku');
    expect(rows[w.labels.entryIntoForce]).toBe(dayIn(w, d('2025-07-01')));
    expect(paper.draft).toBeUndefined();
    expect(sha(await pdfOf(paper))).toBe(sha(await pdfOf(cover(language, facts))));
  });

  it('is a draft until it is signed, even if no changes are given', () => {
    expect(cover('en').draft).toBe('DRAFT');
    expect(cover('en', [], null).dates).toEqual([]);
    expect(cover('en', [], changes.parse({ renewal: { kind: 'none' } })).dates).toEqual([['Renewal', 'not renewed']]);
    expect(cover('en', [], changes.parse({ noticePeriod: 'P4M', provisionallyFrom: '2026-12-01' })).dates).toContainEqual([
      wordings.en.changes.provisionallyFrom,
      '1 December 2026',
    ]);
  });
});

describe('letters of the alphabet', () => {
  const letters = 'ӘҒҚҢӨҰҮҺІәғқңөұүһі əğşıİöüçÖÜÇŞĞƏ ЁёЩщЪъЫыЭэ №«»–—';

  it('of all four languages are in the font', () => {
    expect(lettersMissing(letters + JSON.stringify(wordings).replaceAll('\\n', ''))).toEqual([]);
    for (const language of languages) expect(lettersMissing(JSON.stringify(printedNote(about('free'), language)))).toEqual([]);
  });

  it('missing from the font are reported, and no document is drawn', async () => {
    const paper = printedNote(about('free'), 'en');
    const failure: unknown = await pdfOf({ ...paper, body: ['漢字'] }).catch((cause: unknown) => cause);
    expect(exitCodeOf(failure)).toBe(2);
    for (const [language, said] of [
      ['en', 'The document can’t be drawn up: the font has no letter for 漢 (U+6F22), 字 (U+5B57). Write it in Latin or Cyrillic letters.'],
      ['ru', 'Документ составить нельзя: в шрифте нет знаков 漢 (U+6F22), 字 (U+5B57). Запишите это латиницей или кириллицей.'],
      ['kk', 'Құжатты жасау мүмкін емес: қаріпте мына таңбалар жоқ: 漢 (U+6F22), 字 (U+5B57). Латын немесе кирилл әріптерімен жазыңыз.'],
      ['az', 'Sənədi tərtib etmək olmur: şriftdə bu işarələr yoxdur: 漢 (U+6F22), 字 (U+5B57). Latın və ya kiril hərfləri ilə yazın.'],
    ] as const)
      expect(failureSentence(failure, await wordsIn(language))).toBe(said);
  });
});

/** The names of what a message inserts or, with `chosen`, also of what its choices depend on. */
function placesIn(text: string, locale: string, chosen = false): string[] {
  const [literal, pound] = [0, 7];
  const within = (elements: ReturnType<IntlMessageFormat['getAst']>): string[] =>
    elements.flatMap(e => {
      if (e.type === literal || e.type === pound) return [];
      const inner = 'options' in e ? Object.values(e.options).map(o => o.value) : 'children' in e ? [e.children] : [];
      const own = 'options' in e ? (chosen ? [e.value] : []) : ['value' in e ? e.value : ''];
      return [...own, ...inner.flatMap(within)];
    });
  return [...new Set(within(new IntlMessageFormat(text, locale).getAst()))].sort();
}

describe('wording for documents', () => {
  const texts = (value: unknown, at = ''): [string, string][] =>
    typeof value === 'string' ? [[at, value]] : Object.entries(value as object).flatMap(([k, v]) => texts(v, at ? `${at}.${k}` : k));
  const withoutPlaces = (text: string): string => text.replace(/\{\w+(, select,)?|\b(none|other)\b/g, '');
  it.each(languages)('in %s has every text, with the same placeholders as in English', language => {
    const own = new Map(texts(wordings[language]));
    for (const [at, english] of texts(wordings.en)) {
      expect(own.get(at)?.trim(), at).toBeTruthy();
      expect(placesIn(own.get(at)!, wordings[language].locale, true), at).toEqual(
        expect.arrayContaining(placesIn(english, wordings.en.locale)),
      );
    }
  });

  it.each(languages.filter(l => l !== 'en'))('in %s leaves nothing in English', language => {
    const english = new Map(texts(wordings.en));
    const same = texts(wordings[language]).filter(([at, text]) => english.get(at) === text && /[a-z]{3}/i.test(withoutPlaces(text)));
    expect(same).toEqual([]);
  });

  test('puts dates, lengths, articles and languages in the form of each language', () => {
    expect(languages.map(l => dayIn(wordings[l], d('2029-03-14')))).toEqual([
      '2029 жылғы 14 наурыз',
      '14 mart 2029',
      '14 марта 2029 года',
      '14 March 2029',
    ]);
    expect(languages.map(l => lengthIn(wordings[l], length.parse('P21D')))).toEqual(['21 күн', '21 gün', '21 день', '21 days']);
    expect(languages.map(l => lengthIn(wordings[l], length.parse('P1Y6M')))).toEqual([
      '1 жыл 6 ай',
      '1 il 6 ay',
      '1 год 6 месяцев',
      '1 year 6 months',
    ]);
    expect(articleIn(wordings.en, 'art. 10, 13')).toBe('Articles 10, 13');
    expect(articleIn(wordings.en, 'closing clause')).toBeUndefined();
    expect(languageIn(wordings.ru, 'az')).toBe('азербайджанский');
    expect(textIn({ en: 'only English' }, 'kk')).toBe('only English');
    expect(() => fill('{missing}', {})).toThrow('No value for {missing}');
  });
});

describe('a DOCX', () => {
  it.each(languages)('in %s has the same text as the PDF', async language => {
    const paper = printedNote(about('communications'), language);
    const written = fileInZip(await docxOf(paper), 'word/document.xml');
    for (const said of [...paper.block, ...paper.dates].flat().concat(paper.body, paper.tongue!)) expect(written).toContain(said);
    expect(written).toContain(paper.draft);
    const received = printedNote(about('completion', { direction: 'theirs', arrival: { received: d('2026-11-10') } }), language);
    expect(fileInZip(await docxOf(received), 'word/document.xml')).toContain(received.head);
  });
});
