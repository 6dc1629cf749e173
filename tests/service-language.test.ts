/** SERVANDA_LANGUAGE: the language of what the Temporal UI shows, on which nothing else depends. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, test } from 'vitest';
import { createStepAgreement, type AgreementCommand } from '../activities/step-agreement.ts';
import { createStepNotice } from '../activities/step-notice.ts';
import { createStepProtocol } from '../activities/step-protocol.ts';
import { languages, type Language } from '../clauses/desk.ts';
import { loadDossier } from '../dossier/dossier.ts';
import { differencesOf } from '../reconciliation/differences.ts';
import { expectedOf } from '../reconciliation/expected.ts';
import { summaryOf, underWay } from '../reconciliation/open-workflows.ts';
import { lettersOwed } from '../delivery/owed.ts';
import { refusingFoldFailures } from '../activities/refusal-failures.ts';
import { FoldFailure } from '../machines/fold-failure.ts';
import { BeyondLimit } from '../machines/beyond-limit.ts';
import { refuse } from '../machines/refusal.ts';
import { openRegisters } from '../register/home.ts';
import { troubleIn } from '../wording/fallback/sentence.ts';
import { refusalSentence } from '../wording/refusals/sentence.ts';
import { wordings } from '../wording/index.ts';
import { inForceFrom, testAgreement } from './support/test-agreement.ts';

const now = Date.UTC(2030, 0, 10, 12);
const recipient = { id: 'officer', name: 'An officer', email: 'officer@example.test', language: 'en' as const };
const agreement = testAgreement('worded', {
  parties: [
    { id: 'KZ', name: { en: 'Kazakhstan' }, zone: 'Asia/Almaty' },
    { id: 'AZ', name: { en: 'Azerbaijan' }, zone: 'Asia/Baku' },
  ],
  title: { en: 'Agreement on trade', ru: 'Соглашение о торговле', kk: 'Сауда туралы келісім', az: 'Ticarət haqqında Saziş' },
  desk: { party: 'KZ', recipients: [recipient] },
});

/** An agreement, a notice and a protocol in a register of their own, in a language: the timers that workflows arm, and what is written. */
async function kept(language: Language) {
  const home = await mkdtemp(join(tmpdir(), 'servanda-'));
  const registers = await openRegisters(home);
  const tools = { registers, language, log: { info: () => {}, error: () => {} } };
  try {
    const caller = { workflowId: 'x', audience: 'x' };
    const step = createStepAgreement(tools);
    const ask = (asked: AgreementCommand) => step({ agreement: agreement.id, rehearsal: true, now, head: 0, asked }, caller);
    await ask({ kind: 'open', open: { description: agreement, facts: inForceFrom('2021-03-10'), by: 'desk' } });
    const decision = {
      id: 'd1',
      type: 'decision.made',
      on: '2030-01-09',
      by: 'KZ',
      person: 'director',
      authority: 'instruction 5',
      decision: 'terminate',
    };
    const decided = await ask({ kind: 'record', request: { entry: decision, by: 'desk' } });
    const late = { id: 's2', type: 'signed', on: '2030-01-08' };
    const noted = await ask({ kind: 'record', request: { entry: late, by: 'desk' } });
    const content = { kind: 'termination', by: 'KZ' };
    const draft = { agreement: agreement.id, number: '2030-1', direction: 'ours', content, draftedBy: 'officer', channel: 'courier' };
    const asked = { agreement: agreement.id, now };
    const notice = await createStepNotice(tools)({ ...asked, id: '2030-1', command: { kind: 'open', given: draft } }, caller);
    const opening = { agreement: agreement.id, protocol: 'p1', by: 'officer', changes: { periodLength: 'P3Y' } };
    const protocol = await createStepProtocol(tools)({ ...asked, id: 'p1', command: { kind: 'open', given: opening } }, caller);
    const register = registers.of(true);
    const dossier = (await loadDossier(registers, agreement.id))!;
    const outbox = [...(await register.outbox(agreement.id))];
    return {
      plans: [decided.plan, noted.plan, notice, protocol],
      answers: [decided.answer, noted.answer],
      lines: await register.rows(agreement.id),
      outbox,
      seals: await register.head(),
      started: underWay(dossier, now, language),
      dossier,
      letters: lettersOwed({ outbox, deliveries: [], recipients: [recipient], now }, wordings[language]),
    };
  } finally {
    await registers.close();
    await rm(home, { recursive: true, force: true });
  }
}

/** Whether people see the field; all other fields must not depend on the language. */
const isShown = (key: string): boolean =>
  ['summary', 'details', 'staticSummary', 'staticDetails', 'outcome', 'awaits', 'about'].includes(key);
const restOf = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, inner: unknown) => (isShown(key) || key === 'language' ? undefined : inner)));
function shownIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (isShown(key) && typeof inner === 'string' ? [inner] : shownIn(inner)));
}

const english = await kept('en');
const lettersOf = { ru: /[а-я]/, kk: /[а-яәіңғүұқөһ]/, az: /[a-zəğıöşüç]/ } as const;

test.each(languages.filter(l => l !== 'en'))(
  'in %s the Temporal UI’s texts are in that language, and no act, line, hash or timer differs',
  async language => {
    const { plans, answers, lines, outbox, seals, started, letters } = await kept(language);
    const before = shownIn([english.plans, english.started, english.letters]);
    const after = shownIn([plans, started, letters]);
    expect(before.length).toBeGreaterThan(15);
    expect(after).toHaveLength(before.length);
    for (const [i, text] of after.entries()) {
      expect(text).toMatch(lettersOf[language]);
      expect(text).not.toBe(before[i]);
      expect(text).not.toMatch(/\b(of|the|is|by|and|Notice|Protocol|Letters|withdrawn)\b/);
    }
    expect(restOf([plans, started, letters])).toEqual(restOf([english.plans, english.started, english.letters]));
    expect({ answers, lines, outbox, seals }).toEqual({
      answers: english.answers,
      lines: english.lines,
      outbox: english.outbox,
      seals: english.seals,
    });
  },
);

it('a changed language makes no difference: timers armed in the other one are the same', () => {
  const [expected] = expectedOf(english.dossier, now, wordings.ru);
  const pending = expectedOf(english.dossier, now, wordings.en)[0]!.timers.map(t => ({ summary: t.summary, started: now, fires: t.at }));
  expect(pending.length).toBeGreaterThan(1);
  expect(differencesOf(expected!, { runs: true, task: undefined, isAtWork: false, says: expected!.says, pending })).toEqual(
    expected!.undone.map(() => expect.anything() as unknown),
  );
});

test.each(languages)('in %s a fold failure is reported in that language, with the same refusal', async language => {
  const { fault } = new BeyondLimit({ code: 'tooManySteps', most: 100_000 });
  const failing = refusingFoldFailures(language, () => Promise.reject(new FoldFailure('kz-az', 't1', new BeyondLimit(fault))));
  const refused = refuse('notFolded', { agreement: 'kz-az', entry: 't1', why: fault, entered: null, line: null, isWritten: true });
  await expect(failing({})).rejects.toMatchObject({
    type: 'Refused',
    message: refusalSentence(refused, wordings[language]),
    details: [refused],
  });
  const gone = new Error('gone');
  await expect(refusingFoldFailures(language, () => Promise.reject(gone))({})).rejects.toBe(gone);
});

test('what workflows report when no activity answers is in the language, or in all if none is known', () => {
  const silent = languages.map(language => troubleIn(language, 'registerSilent', { since: '2031-01-01 00:00', why: 'Zz $& {since}' }));
  expect(silent.filter(text => !text.includes('2031-01-01 00:00') || !text.endsWith(': Zz $& {since}'))).toEqual([]);
  expect(new Set(silent).size).toBe(languages.length);
  for (const unknown of [undefined, 'constructor' as Language])
    for (const text of languages.map(language => troubleIn(language, 'cancelled'))) expect(troubleIn(unknown, 'cancelled')).toContain(text);
});

it('an agreement without a title in the language keeps its English title', () => {
  const { staticSummary, staticDetails } = summaryOf(testAgreement('plain'), 'az');
  expect(staticSummary).toBe(testAgreement('plain').title.en);
  expect(staticDetails).toContain('Tərəflər: ');
});
