/** Sentences about acts: complete in every language, and nothing depends on them. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { languages } from '../clauses/desk.ts';
import type { Act, ActName, ActParams } from '../machines/acts.ts';
import type { Fact } from '../machines/facts.ts';
import { fold } from '../machines/fold.ts';
import { planOf } from '../machines/plan.ts';
import { openRegisters } from '../register/home.ts';
import { actSentence } from '../wording/acts/sentence.ts';
import type { ActMessages } from '../wording/acts/messages.ts';
import { dayIn, wordings } from '../wording/index.ts';
import { d, entries, given } from './law/setup.ts';

const period = { period: 2, lastDay: d('2031-03-09'), lastDayForNotice: d('2030-09-09') };
const none = { period: null, lastDay: null, lastDayForNotice: null };
const decision = { decision: 'negotiate', person: 'The director', authority: 'instruction 5', by: 'KZ' } as const;
const unsure = [
  { type: 'entry.agreed', by: null, counted: null, notBefore: d('1998-01-01'), notAfter: d('1998-12-31') },
  { type: 'completion.notified', by: 'AZ', counted: 'dated', notBefore: d('1998-01-01'), notAfter: d('1998-05-31') },
] as const;
const stood = { since: null, lastDayInForce: null, duration: 'period', condition: null, unsure: [], ...none } as const;
const reminded = { ahead: null, since: null, decision: null, lastDay: d('2031-03-09'), unsure: [] };
const revoked = { revocation: 'r1', notice: 't1', by: 'AZ', from: d('2030-03-01'), lastDayInForce: null, renewal: null };
const received = {
  notice: 't1',
  by: 'AZ',
  received: d('2030-01-20'),
  lastDayInForce: d('2030-07-19'),
  revokedBy: null,
  ignored: null,
  isUnsure: false,
};
const notice = { agreement: 'kz-az', notice: '2030-1' };
const outcome = { ...notice, kind: 'termination', by: 'KZ', inTime: null, lastDayInForce: null, certain: true } as const;
const awaited = { agreement: 'kz-az', protocol: 'p1', languages: ['kk', 'az'], parties: ['KZ', 'AZ'], since: d('2030-01-10') };

/** Every act with every form of its parameters. */
const shapes: { readonly [N in ActName]: readonly ActParams[N][] } = {
  onboarded: [
    ...(['notSigned', 'signed', 'terminated', 'expired', 'superseded', 'unsure'] as const).map(status => ({ ...stood, status })),
    { ...stood, status: 'appliedProvisionally', since: d('2020-03-10') },
    { ...stood, status: 'inForce', ...period },
    { ...stood, status: 'inForce', ...period, lastDayForNotice: null },
    { ...stood, status: 'inForce', lastDayInForce: d('2027-04-09') },
    { ...stood, status: 'inForce', duration: 'withoutLimit' },
    { ...stood, status: 'inForce', duration: 'untilCondition', condition: 'the programme has ended' },
    { ...stood, status: 'inForce', duration: 'notDescribed' },
    { ...stood, status: 'unsure', unsure },
  ],
  entryIntoForce: [
    { inForce: d('2021-03-10'), ...period },
    { inForce: d('2021-03-10'), ...none },
  ],
  registration: [{}],
  provisionalApplication: [
    { state: 'begins', day: d('2020-03-10'), notice: null, by: null },
    { state: 'ended', day: d('2020-06-01'), notice: 'e', by: 'AZ' },
    { state: 'neverBegins', day: d('2020-06-01'), notice: 'e', by: 'AZ' },
  ],
  renewalSettled: [{ period: 2, lastDayForNotice: d('2030-09-09'), renewal: d('2031-03-10') }],
  renewal: [
    { firstDay: d('2026-03-10'), ...period },
    { firstDay: d('2026-03-10'), ...none },
  ],
  noticeReceived: [
    ...(['inTime', 'late', 'any'] as const).map(timing => ({ ...received, timing })),
    { ...received, timing: 'any', revokedBy: 'r1' },
    { ...received, timing: 'inTime', ignored: d('2030-02-01'), isUnsure: true },
  ],
  noticeRevoked: [
    ...(['works', 'awaitsConsent', 'awaitsConsentLate', 'ahead', 'aheadAwaitsConsent', 'consented', 'consentAhead'] as const).map(
      state => ({
        ...revoked,
        state,
      }),
    ),
    { ...revoked, state: 'works', lastDayInForce: d('2030-08-09') },
    { ...revoked, state: 'works', renewal: d('2031-03-10') },
  ],
  terminationAgreed: [{ firstDayOut: d('2030-06-01') }],
  termination: [
    { cause: 'notice', of: 't1', lastDayInForce: d('2030-07-19') },
    { cause: 'agreement', of: 'x1', lastDayInForce: d('2030-07-19') },
  ],
  expiry: [
    { lastDayInForce: d('2030-07-19'), condition: null },
    { lastDayInForce: d('2030-07-19'), condition: 'the programme has ended' },
  ],
  supersession: [{ laterTreaty: 'the Treaty of 2030', firstDayOut: d('2030-06-01') }],
  closingReport: [
    { survivals: [] },
    {
      survivals: [
        { what: 'investments', article: 'art. 12', lastDay: d('2040-07-19') },
        { what: 'contracts', article: 'art. 13', lastDay: null },
      ],
    },
  ],
  survivalEnded: [{ survivals: ['visas', 'permits'], lastDay: d('2031-07-19') }],
  suspension: [{ from: d('2022-02-01') }],
  resumption: [{ from: d('2022-07-01') }],
  protocolInForce: [{ protocol: 'p1', from: d('2024-01-01'), ...period }],
  protocolApplied: (['namedDay', 'retroactive', 'provisional', 'ended'] as const).map(how => ({
    protocol: 'p1',
    from: d('2024-01-01'),
    how,
    ...none,
  })),
  protocolNeverOperates: [{ protocol: 'p1' }],
  lastDayForNotice: [
    { ...reminded, state: 'ahead', ahead: 'P6M' as never },
    { ...reminded, state: 'ahead', ahead: 'P6M' as never, decision },
    { ...reminded, state: 'late' },
    { ...reminded, state: 'noSafeDay', unsure },
  ],
  escalation: [{ ...reminded, state: 'escalated', since: d('2030-08-01') }],
  expiryAhead: [{ ...reminded, state: 'ahead', ahead: 'P12M' as never, decision: { ...decision, decision: 'lapse' } }],
  decisionMade: (['renew', 'terminate', 'negotiate', 'lapse'] as const).map(made => ({ ...decision, decision: made })),
  decisionOutcome: [
    { asked: d('2030-09-09'), decision: null, outcome: 'silence' },
    { asked: d('2030-09-09'), decision, outcome: 'endComing' },
  ],
  sendBy: [true, false].map(isPast => ({ ...notice, sendBy: d('2030-08-26'), safe: d('2030-09-09'), isPast })),
  proofOfReceipt: [{ ...notice, dispatched: d('2030-08-01'), expected: d('2030-08-15') }],
  examination: [{ ...notice, by: 'AZ', received: d('2030-08-01') }],
  noticeOutcome: [
    ...(['pending', 'running', 'tookEffect', 'revoked', 'withoutEffect'] as const).map(verdict => ({ ...outcome, verdict })),
    ...(['yes', 'no', 'disputed'] as const).map(inTime => ({ ...outcome, verdict: 'running' as const, inTime })),
    { ...outcome, verdict: 'running', lastDayInForce: d('2030-07-19'), certain: false },
  ],
  protocolAwaited: (['consent', 'texts', 'signature', 'completion', 'entryOfAgreement'] as const).map(what => ({
    ...awaited,
    awaited: what,
  })),
  silence: [
    { agreement: 'kz-az', found: 'noWorkflow', isRepaired: true },
    { agreement: 'kz-az', found: 'noTimer', isRepaired: false },
  ],
};

const acts = Object.entries(shapes).flatMap(([what, all]) =>
  all.flatMap(params =>
    (['renewal', 'expiry'] as const).map(
      question =>
        ({
          kind: 'announce',
          what,
          on: d('2030-03-09'),
          basis: 'art. 13',
          params,
          due: d('2030-09-09'),
          sendBy: d('2030-08-26'),
          period: 2,
          question,
        }) as Act,
    ),
  ),
);

describe.each(languages)('in %s', language => {
  const w = wordings[language];
  const all = acts.map(act => actSentence(act, w));

  it('every act in every form is a sentence without a gap', () => {
    expect(acts.length).toBeGreaterThan(140);
    for (const text of all) expect(text).toMatch(/^[^{}]{10,}[.)]$/u);
    expect(all.filter(text => /\bnone\b|undefined|null|\d{4}-\d\d-\d\d|\s{2}|\.\./.test(text))).toEqual([]);
  });

  it('different acts have different sentences', () => {
    const sentences = Object.values(shapes).map(shapesOf => new Set(shapesOf.map(p => JSON.stringify(p))).size);
    const bare = acts.filter(a => a.question === 'renewal').map(act => `${act.what} ${actSentence(act, w)}`);
    expect(new Set(bare).size).toBe(sentences.reduce((a, b) => a + b));
  });

  it('days have the form of the language', () => {
    const [suspension] = acts.filter(a => a.what === 'suspension');
    expect(actSentence(suspension!, w)).toContain(dayIn(w, d('2022-02-01')));
  });
});

describe('with every sentence of the catalogues changed', () => {
  afterEach(() => vi.doUnmock('../wording/acts/en.ts'));

  const facts = entries(
    { id: 's', type: 'signed', on: '2021-01-01' },
    { id: 'n1', type: 'completion.notified', by: 'KZ', received: '2021-02-01' },
    { id: 'n2', type: 'completion.notified', by: 'AZ', received: '2021-03-10' },
    { id: 't', type: 'termination.notified', by: 'AZ', received: '2022-01-20' },
    { id: 'r', type: 'termination.revoked', by: 'AZ', of: 't', received: '2022-03-01' },
  );
  const agreement = given();
  const plan = planOf({
    agreement,
    description: '',
    entries: facts,
    today: d('2026-04-01'),
    onboarded: d('2021-01-01'),
    reached: undefined,
    done: [],
  });

  /** The register after the acts of a life were performed, and the log. */
  async function performed(): Promise<{ lines: unknown; seals: unknown; log: string[] }> {
    const { createPerform } = await import('../dossier/outbox.ts');
    const home = await mkdtemp(join(tmpdir(), 'servanda-'));
    const registers = await openRegisters(home);
    const log: string[] = [];
    const note = (_: object, said: string): void => void log.push(said);
    try {
      const perform = createPerform({ registers, log: { info: note, error: note }, wake: undefined });
      await perform({ agreement: agreement.id, rehearsal: true, now: 1, owed: plan.owed, withdrawn: [] });
      const register = registers.of(true);
      return { lines: await register.outbox(agreement.id), seals: await register.head(), log };
    } finally {
      await registers.close();
      await rm(home, { recursive: true, force: true });
    }
  }

  it('no act, hash or line of the register changes', async () => {
    const before = await performed();
    vi.resetModules();
    vi.doMock('../wording/acts/en.ts', async original => {
      const { acts: messages } = await original<{ acts: ActMessages }>();
      return { acts: Object.fromEntries(Object.entries(messages).map(([name, text]) => [name, `Otherwise: ${text}`])) };
    });
    const after = await performed();
    expect(before.log.length).toBeGreaterThan(4);
    expect(after.log).toEqual(before.log.map(() => expect.stringMatching(/^Otherwise: /) as unknown as string));
    expect(after.lines).toEqual(before.lines);
    expect(after.seals).toEqual(before.seals);
  });

  it('the acts of a fold contain no sentence', () => {
    const texts = fold(agreement, facts as Fact[], agreement.reading, d('2026-04-01')).acts.flatMap(
      a => Object.values(a.params) as unknown[],
    );
    expect(texts.filter(value => typeof value === 'string' && value.includes(' '))).toEqual([]);
  });
});
