/** The law's data as sentences, in every language: complete, and nothing depends on a sentence. */
import { IntlMessageFormat } from 'intl-messageformat';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { listAgreements } from '../agreements/find.ts';
import { loadAgreement } from '../agreements/load.ts';
import { languages } from '../clauses/desk.ts';
import { assess } from '../machines/notice/assess.ts';
import { planOf } from '../machines/plan.ts';
import { standing } from '../machines/standing.ts';
import { contentHash } from '../register/canonical.ts';
import { wordings } from '../wording/index.ts';
import { statementIn } from '../wording/statements.ts';
import { d, entries, given, inForceOn } from './law/setup.ts';
import { isWhole, statementsIn } from './support/sentences.ts';

const { en } = wordings;

interface Node {
  type: number;
  value: string;
  options?: Record<string, { value: Node[] }>;
}

/** The parameters of a message, and its branches. */
function placesIn(nodes: readonly Node[]): string[] {
  return nodes.flatMap(n => [
    ...(n.type === 0 || n.type === 7 ? [] : [n.value]),
    ...Object.values(n.options ?? {}).flatMap(o => placesIn(o.value)),
  ]);
}

const places = (text: string, locale: string): string[] => [
  ...new Set(placesIn(new IntlMessageFormat(text, locale).getAst() as unknown as Node[])),
];

/** The statements about every agreement that comes with servanda, on days of its life. */
const said = listAgreements().flatMap(({ file }) => {
  const { agreement, facts } = loadAgreement(file);
  return ['2000-01-01', '2026-11-29'].flatMap(day =>
    statementsIn(standing({ agreement, description: '', entries: facts, asOf: d(day), until: undefined })),
  );
});

describe.each(languages)('in %s', language => {
  const w = wordings[language];

  it('every message is well-formed, and has no parameter that is not in English', () => {
    const codes = Object.keys(en.statements) as (keyof typeof en.statements)[];
    expect(codes.length).toBeGreaterThan(200);
    const known = (code: (typeof codes)[number]): string[] => places(en.statements[code], en.locale);
    const more = codes.flatMap(code =>
      places(w.statements[code], w.locale).flatMap(p => (known(code).includes(p) ? [] : [`${code}: ${p}`])),
    );
    expect(more).toEqual([]);
  });

  it('the sentences about the agreements are complete', () => {
    expect(new Set(said.map(s => s.code)).size).toBeGreaterThan(30);
    const texts = [...new Set(said.map(s => statementIn(s, w)))];
    expect(texts.filter(text => !isWhole(text))).toEqual([]);
  });
});

describe('with every sentence of the catalogues changed', () => {
  const files = ['reasons', 'effects', 'labels', 'notes'];
  afterEach(() => files.forEach(f => vi.doUnmock(`../wording/${f}/en.ts`)));

  const agreement = given();
  const list = entries(
    ...inForceOn('2021-03-10'),
    { id: 't', type: 'termination.notified', by: 'AZ', received: '2022-01-20' },
    { id: 'late', type: 'signed', on: '2022-02-01' },
  );
  const question = { agreement, description: '', entries: list, asOf: d('2022-03-01') };

  /** The law's statements on all of it, as data; and in English. */
  async function told() {
    const { answerIn } = await import('../wording/answer.ts');
    const { planDetails } = await import('../wording/plan.ts');
    const { wordings: now } = await import('../wording/index.ts');
    const past = { today: question.asOf, onboarded: d('2021-01-01'), reached: undefined, done: [] };
    const plan = planOf({ ...question, ...past });
    const assessment = assess(
      { ...question, today: question.asOf },
      { number: '1', content: { kind: 'termination', by: 'KZ' }, channel: 'diplomaticNote' },
    );
    const data = { standing: standing(question), plan, assessment };
    return {
      data,
      hash: contentHash(data),
      sentences: [answerIn(data.standing, now.en).entryIntoForce.how, planDetails(plan, now.en)],
    };
  }

  it('no reason, label, note, timer, outcome or hash changes', async () => {
    const before = await told();
    vi.resetModules();
    for (const f of files)
      vi.doMock(`../wording/${f}/en.ts`, async original => {
        const own = await original<Record<string, Record<string, string>>>();
        return { [f]: Object.fromEntries(Object.entries(own[f]!).map(([code, text]) => [code, `Otherwise: ${text}`])) };
      });
    const after = await told();
    expect(after.data).toEqual(before.data);
    expect(after.hash).toBe(before.hash);
    for (const text of before.sentences) expect(text).not.toContain('Otherwise');
    for (const text of after.sentences) expect(text).toContain('Otherwise: ');
  });

  it('the law contains no sentence of its own', () => {
    const { notes, withoutEffect, dates, reckoning } = standing(question);
    const texts = JSON.stringify({ notes, withoutEffect, dates, reckoning }).match(/"[^"]* [^"]* [^"]*"/g) ?? [];
    expect(texts.filter(text => !/art\./.test(text))).toEqual([]);
  });
});
