/** Nothing that the law gives is empty, and each of its statements is a whole sentence in every language, whatever happens to any agreement. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listAgreements } from '../../agreements/find.ts';
import { loadAgreement } from '../../agreements/load.ts';
import type { Agreement } from '../../clauses/agreement.ts';
import { languages } from '../../clauses/desk.ts';
import { assess } from '../../machines/notice/assess.ts';
import { consolidated } from '../../machines/consolidated.ts';
import { fold } from '../../machines/fold.ts';
import { factsKnown } from '../../machines/ledger.ts';
import { planOf } from '../../machines/plan.ts';
import { standing } from '../../machines/standing.ts';
import { actSentence } from '../../wording/acts/sentence.ts';
import { wordings } from '../../wording/index.ts';
import { statementIn } from '../../wording/statements.ts';
import { chanceOf } from '../support/chance.ts';
import { drawLedger } from '../support/drawn-ledgers.ts';
import { isWhole, statementsIn } from '../support/sentences.ts';
import { treatyClauses } from '../support/treaty-clauses.ts';
import { anyAgreement } from './families.ts';
import { given } from './setup.ts';

const agreements: readonly Agreement[] = [
  ...listAgreements().map(({ file }) => loadAgreement(file).agreement),
  ...Object.values(treatyClauses).map(clauses => given(clauses)),
  ...fc.sample(anyAgreement, { seed: 1, numRuns: 40 }),
];

/** The places of empty texts, and of numbers that are none. */
function gapsIn(value: unknown, at = ''): string[] {
  if (value === '' || Number.isNaN(value)) return [at];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => gapsIn(inner, `${at}/${name}`));
}

describe.each(Array.from({ length: 80 }, (_, seed) => seed))('for the ledger drawn with seed %i', seed => {
  const c = chanceOf(seed, 'nothing empty');
  const agreement = agreements[(seed * 7) % agreements.length]!;
  const { entries, days } = drawLedger(agreement, c);

  it('nothing that the law gives is empty, and each statement and act is whole in every language', () => {
    for (const today of days) {
      const ledger = { agreement, description: 'sha256:', entries };
      const answer = standing({ ...ledger, asOf: today });
      const plan = planOf({ ...ledger, today, onboarded: days[0]!, reached: undefined, done: [] });
      const by = c.one(agreement.parties).id;
      const of = entries.find(e => e.type === 'termination.notified')?.id ?? 'f0';
      const content = c.one([
        { kind: 'termination', by },
        { kind: 'revocation', by, of },
        { kind: 'completion', by },
      ] as const);
      const assessment = assess({ ...ledger, today }, { number: '2019-1', content, channel: 'courier' });
      const { facts } = factsKnown(entries, undefined, agreement.clauses);
      const clauses = consolidated(agreement, fold(agreement, facts, agreement.reading, today), facts, today);
      const given = { answer, plan, assessment, clauses };
      expect(gapsIn(given)).toEqual([]);
      expect(statementsIn(given).filter(s => Object.values(s.args).includes(undefined as never))).toEqual([]);
      const statements = new Map(statementsIn(given).map(s => [JSON.stringify(s), s]));
      for (const language of languages) {
        const w = wordings[language];
        const texts = [...[...statements.values()].map(s => statementIn(s, w)), ...plan.owed.map(({ act }) => actSentence(act, w))];
        expect(texts.filter(text => !isWhole(text))).toEqual([]);
      }
    }
  });
});
