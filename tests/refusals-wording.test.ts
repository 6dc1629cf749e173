/** The wording of refusals: complete in every language, and nothing depends on it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ApplicationFailure } from '@temporalio/common';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { languages } from '../clauses/desk.ts';
import { identityType, rightType } from '../identity/shapes.ts';
import type { DescriptionMistake, FoldFault } from '../machines/fold-fault.ts';
import type { LimitFault } from '../machines/beyond-limit.ts';
import { isRefusal, refuse, refuseAsCorrected, type Refusal, type RefusalCode, type RefusalParams } from '../machines/refusal.ts';
import { entryTypes, fixedFields } from '../machines/facts.ts';
import { readEntry } from '../machines/read-entries.ts';
import type { RightFault } from '../machines/right-fault.ts';
import { roles } from '../machines/rights.ts';
import { shapeIssues, type ShapeIssue } from '../machines/shape-issues.ts';
import { openRegisters } from '../register/home.ts';
import { dayIn, wordings } from '../wording/index.ts';
import type { RefusalWording } from '../wording/refusals/messages.ts';
import { foldFaultIn } from '../wording/refusals/fold-fault.ts';
import { refusalSentence, refusalWithBasis, shapeSentence } from '../wording/refusals/sentence.ts';
import { d } from './law/setup.ts';
import { testAgreement } from './support/test-agreement.ts';

const { noticeStates, protocolStates, asked } = wordings.en.refusals;
const keys = <K extends string>(of: Readonly<Record<K, unknown>>): K[] => Object.keys(of) as K[];
const ofNotice = keys(noticeStates).map(state => ({ notice: '2030-1', state }));
const ofProtocol = keys(protocolStates).map(state => ({ protocol: 'p1', state }));
const [earlier, later] = [d('2030-02-01'), d('2030-03-14')];
const issues: ShapeIssue[] = keys(wordings.en.refusals.shapes).map(rule => ({
  path: rule === 'unknownFields' ? '' : 'names.firstDayOut',
  rule,
  values: ['x', 'y'],
  limit: 40,
  said: 'zz',
}));
const beyond = (['tooLong', 'tooDeep', 'notText', 'forbiddenKey'] as const).map(why => ({ why, limit: 250_000 }));
const mistakes: DescriptionMistake[] = [
  { path: 'clauses.duration.first', must: { rule: 'length' } },
  { path: '', must: { rule: 'type', values: ['object'] } },
];
const limits: LimitFault[] = [
  { code: 'tooManyEntries', entries: 10_001, most: 10_000 },
  { code: 'tooManyFacts', facts: 2_001, most: 2_000 },
  { code: 'tooManyCorrections', of: 't1', corrections: 101, most: 100 },
  { code: 'foldTooLong', day: later, most: 6_000 },
  { code: 'tooManySteps', most: 100_000 },
  { code: 'boundsTooWide', notBefore: earlier, notAfter: later },
  { code: 'tooManyDeadlines', agreement: 'kz-az', most: 120 },
];
const folds: FoldFault[] = [{ code: 'thrown', said: 'Zz.' }, { code: 'unreadable', line: 'description-2', mistakes }, ...limits];
const folded = { agreement: 'kz-az', entry: 't1', why: folds[0]!, entered: null, line: null, isWritten: true };
const future = { id: 't1', day: later, notAfter: null, today: earlier, zone: null, receiver: null, works: null };
const role = { person: 'P. Person', roles: ['approver', 'registrar'], party: null, type: null } as const;

const rightFaults: RightFault[] = [
  ...(['notShown', 'noIdentity', 'tooLong', 'notSigned', 'otherHeader', 'incomplete', 'serviceOnly', 'ownName'] as const).map(code => ({
    code,
  })),
  ...(['otherRequest', 'notByAuthority', 'notByPerson', 'otherAuthorities'] as const).map(code => ({ code })),
  { code: 'notCarried', workflow: 'agreement/a', name: 'record' },
  { code: 'otherAudience', of: 'default/agreement/a', asked: 'default/agreement/b' },
  { code: 'otherKind', wanted: rightType, is: identityType },
  { code: 'otherKind', wanted: identityType, is: rightType },
  { code: 'unknownIssuer', issuer: 'none' },
  { code: 'unknownIssuer', issuer: 'authority-1' },
  { code: 'otherPerson', by: 'P. Person', person: 'Q. Person' },
  { code: 'usedBefore', entry: 't1', agreement: 'kz-az' },
  { code: 'refusedBefore', refusal: refuse('idUsedTwice', { id: 't1' }) },
  { code: 'refusedBefore', refusal: null },
  { code: 'notYet', from: '2031-01-01 00:00 UTC', now: '2026-01-01 00:00 UTC' },
  { code: 'tooOld', on: '2026-01-01 00:00 UTC' },
  { code: 'identityExpired', person: 'P. Person', on: '2026-01-01 00:00 UTC' },
  { code: 'identityRevoked', person: 'P. Person', on: '2026-01-01 00:00 UTC', reason: 'Zz' },
  { code: 'keyInUse', authority: 'authority-1' },
  { code: 'onlyAuthority', authority: 'authority-1' },
  { code: 'refused', refusal: refuse('idUsedTwice', { id: 't1' }) },
];

/** Every code with every form of its parameters. */
const shapes: { readonly [C in Exclude<RefusalCode, 'asCorrected'>]: readonly RefusalParams[C][] } = {
  beyondLimit: ['entry', 'description', 'notice', 'protocol', 'reason', 'confirmReceipt'].flatMap(what =>
    beyond.map(b => ({ what, ...b })),
  ),
  missing: (['by', 'reason', 'content', 'keys'] as const).map(what => ({ what })),
  entryWithoutType: [{}],
  unknownType: [{ type: 'treaty.signed', known: ['signed', 'struck'] }],
  malformedEntry: [
    { type: 'termination.notified', id: 's', issues },
    { type: 'signed', id: null, issues: issues.slice(0, 1) },
  ],
  malformedRequest: ['notice', 'protocol', 'entry', 'body', ...keys(asked).filter(what => !what.startsWith('record'))].map(what => ({
    what,
    issues,
  })),
  wrongUpdate: [{ update: 'correct', wanted: 'corrected', type: 'signed' }],
  otherUpdate: [{ type: 'struck', update: 'strike' }],
  misnamedWorkflow: [{ workflowId: 'notice/kz-az/2030-1' }],
  incompleteStart: (['agreement', 'notice', 'protocol', 'delivery'] as const).map(what => ({
    what,
    needs: ['by', 'number'],
    workflowId: 'notice/A/N',
  })),
  unusableDescription: [{ mistakes }],
  misnamedDescription: [{ named: 'kz-az', asked: 'ee-ru' }],
  unknownAgreement: [{ agreement: 'kz-az' }],
  noDescription: [{ agreement: 'kz-az' }],
  fixedField: fixedFields.map(field => ({ id: 'c1', field, of: 't1' })),
  nothingCorrected: [{ id: 'c1', of: 't1' }],
  unknownParty: ['t1', 'content.by', 'content.payer', 'proposal.by'].map(what => ({ what, party: 'US', parties: ['KZ', 'AZ'] })),
  datesOutOfOrder: [
    { id: 't1', later: 'received', laterDay: earlier, earlier: 'dispatched', earlierDay: later },
    { id: 't1', later: 'dispatched', laterDay: earlier, earlier: 'dated', earlierDay: later },
  ],
  futureDay: [
    { ...future, field: 'received', zone: 'Asia/Almaty', receiver: 'KZ' },
    { ...future, field: 'on', notAfter: d('2030-12-31') },
    ...(['date', 'firstDayOut', 'from'] as const).map(works => ({ ...future, field: 'on' as const, works })),
  ],
  futureRecording: [{ recorded: later, today: earlier }],
  reservedId: [{ id: 'notice.1.0' }],
  idUsedTwice: [{ id: 't1' }],
  idInUse: [{ id: 't1', agreement: 'kz-az', line: 1234, by: 'desk', existing: 'signed (s)', offered: 'signed (s), on 2030-01-01' }],
  keptElsewhere: [true, false].map(asRehearsal => ({ agreement: 'kz-az', register: 'register.db', asRehearsal })),
  otherwiseDescribed: [true, false].map(asRehearsal => ({ agreement: 'kz-az', asRehearsal })),
  unknownOf: [{ id: 'r1', of: 't1' }],
  correctsAmendment: ['corrected', 'struck'].map(type => ({ id: 'c2', of: 'c1', type, target: 't1' })),
  revokesNoNotice: entryTypes.map(type => ({ id: 'r1', of: 's', type })),
  revokesOthers: [{ by: 'KZ', of: 't1', owner: 'AZ' }],
  consentsToNoRevocation: entryTypes.map(type => ({ id: 'a', of: 't1', type })),
  consentsToOwn: [{ by: 'KZ', of: 'r1' }],
  notFolded: [folded, { ...folded, entry: null }, { ...folded, entered: 'k1', line: 7 }, { ...folded, isWritten: false }],
  notFoldedWith: folds.map(why => ({ agreement: 'kz-az', entry: 't1', why })),
  beyondFold: limits.flatMap(why => [
    { why, entered: null, line: null },
    { why, entered: 'k1', line: 7 },
  ]),
  notOfThisDesk: (['ours', 'theirs'] as const).map(direction => ({ by: 'KZ', desk: 'AZ', direction })),
  noTerminationClause: [{}],
  revokesUnknown: [{ of: 't1' }],
  visitOutOfOrder: [{ from: later, until: earlier }],
  numberOfEntry: [{ number: 't1' }],
  numberInUse: [{ number: '2030-1' }],
  fourEyes: (['drafted', 'decided'] as const).map(did => ({ notice: '2030-1', person: 'P. Person', did })),
  notApproved: [{ notice: '2030-1' }],
  notApprovable: ofNotice,
  notDispatchable: ofNotice,
  tooLateToDispatch: [{ notice: '2030-1', why: { code: 'revokedAlready', args: { of: 't1', on: earlier } } }],
  dispatchInFuture: [{ notice: '2030-1', on: later, today: earlier }],
  datedAfterDispatch: [{ notice: '2030-1', dated: later, on: earlier }],
  receivedBeforeDispatch: [{ notice: '2030-1', received: earlier, dispatched: later }],
  notReceivable: ofNotice,
  alreadyReceived: [{ notice: '2030-1' }],
  notRecallable: ofNotice,
  notReturnable: ofNotice,
  notAmendable: ofNotice,
  notTheirs: [{ notice: '2030-1' }],
  alreadyExamined: ofNotice,
  unknownProtocol: [{ protocol: 'p1', agreement: 'kz-az' }],
  unproposedProtocol: [{ protocol: 'p1' }],
  openedOtherwise: [{ protocol: 'p1' }],
  beforeProtocol: ofProtocol
    .filter(p => ['proposed', 'agreed', 'signed'].includes(p.state))
    .map(p => ({ ...p, day: earlier, since: later })),
  notAgreeable: ofProtocol,
  notSettleable: ofProtocol,
  notAuthentic: [{ protocol: 'p1', language: 'fr', languages: ['kk', 'az', 'ru'] }],
  alreadySettled: [{ protocol: 'p1', language: 'ru' }],
  notSignable: ofProtocol,
  textsMissing: [{ protocol: 'p1', languages: ['kk', 'az'] }],
  notAbandonable: ofProtocol,
  roleNeeded: [
    ...keys(asked)
      .filter(what => what !== 'record' && what !== 'recordTogether')
      .map(what => ({ ...role, what })),
    ...entryTypes.flatMap(type => [
      { ...role, what: 'record' as const, party: 'KZ', type },
      { ...role, what: 'recordTogether' as const, type },
    ]),
    { ...role, what: 'open', roles },
  ],
  otherParty: [{ person: 'P. Person', actsFor: 'KZ', party: 'AZ' }],
  otherDesk: [{ person: 'P. Person', actsFor: 'KZ', party: 'AZ', what: 'approve' }],
  serviceAlone: [{ person: 'servanda' }],
  ownWorkflowsOnly: [{ activity: 'stepNotice' }],
  timeAhead: [{ now: '2031-01-01 00:00', clock: '2026-01-01 00:00' }],
  carriedForeign: [{ agreement: 'kz-az', lines: 5 }],
  nothingToAcknowledge: [
    { agreement: 'kz-az', next: d('2030-06-01'), person: null, on: null, ends: null },
    { agreement: 'kz-az', next: null, person: 'P. Person', on: d('2030-06-01'), ends: null },
    { agreement: 'kz-az', next: null, person: null, on: null, ends: d('2031-03-09') },
  ],
  headMoved: [{ agreement: 'kz-az', shown: 5, lines: 6 }],
  undecoded: [
    { why: '2025' },
    { why: '{"code":"keyMissing","key":"2025","configured":["2026"],"home":null}' },
    { why: '{"code":"sealBroken","key":"2025"}' },
  ],
  notProcessed: [{ why: 'x()' }],
  noFactOf: keys(asked)
    .filter(what => what !== 'recordTogether')
    .map(what => ({ what: 'notice/kz-az/2026-1', asked: what })),
  otherAuthorities: [{}],
  rightRefused: rightFaults.map(fault => ({ fault })),
};

const plain = Object.entries(shapes).flatMap(([code, all]) =>
  (all as readonly never[]).map((params): Refusal => refuse(code as Exclude<RefusalCode, 'asCorrected'>, params)),
);
const all = [...plain, ...plain.slice(0, 60).map(r => refuseAsCorrected('c1', r))];

/** English words that occur in no sentence of another language. */
const ofEnglish = /(?<![\p{L}.])(the|is|of|it|not|must|can|may|has|nothing|unknown|yes|and|or)(?![\p{L}.])/iu;
/** The same in every language: commands, fields, ids, quotations. */
const named = /npx servanda [^.;)]*|servanda agreement show|\b(notice|protocol) [a-z]+( --[a-z]+)?|"[^"]*"/g;

/** Answers that repeat what a program or a file said, in its own words: types, updates, fields, entries. */
const repeating: ReadonlySet<RefusalCode> = new Set([
  'unknownType',
  'wrongUpdate',
  'otherUpdate',
  'entryWithoutType',
  'missing',
  'incompleteStart',
  'misnamedWorkflow',
  'ownWorkflowsOnly',
  'malformedEntry',
  'malformedRequest',
  'unusableDescription',
  'notFoldedWith',
  'idInUse',
]);
/** A type, a state, a request or a field, by its code: `termination.notified`, `firstDayOut`. */
const code = /(?<![\p{L}\d.])[a-z]+(?:\.[a-z]+)*(?:[A-Z][a-z]+|\.[a-z]{3,})(?![\p{L}\d])/gu;
/** Codes of one word, which only a language with other letters shows to be no word of its own. */
const codes: readonly string[] = [
  ...entryTypes,
  ...fixedFields,
  ...keys(noticeStates),
  ...keys(protocolStates),
  ...keys(asked),
  ...keys(wordings.en.refusals.dates),
  'on',
  'date',
  'from',
  'recorded',
];
const oneWord = new RegExp(`(?<![\\p{L}\\d-])(?:${codes.filter(c => /^[a-z]+$/.test(c)).join('|')})(?![\\p{L}\\d-])`, 'gu');

describe.each(languages)('in %s', language => {
  const w = wordings[language];
  const said = all.map(r => refusalWithBasis(r, w));

  it('every refusal in every form is a sentence without a gap', () => {
    expect(all.length).toBeGreaterThan(200);
    expect(new Set(all.map(r => r.code)).size).toBe(keys(shapes).length + 1);
    for (const sentence of said) expect(sentence).toMatch(/^[^{}]{2,}[.)…]$/u);
    expect(said.filter(text => /\bnone\b|undefined|null|\[object|\s{2}|\.\./.test(text.replaceAll('…', '')))).toEqual([]);
  });

  it('different refusals have different sentences', () => {
    const ofCode = (code: string): Refusal[] => plain.filter(r => r.code === code);
    for (const code of keys(shapes))
      expect(new Set(ofCode(code).map(r => refusalSentence(r, w))).size, code).toBe(new Set(ofCode(code).map(r => JSON.stringify(r))).size);
  });

  it('no refusal has a code where its reader needs a name', () => {
    const found = (pattern: RegExp): string[] =>
      plain
        .filter(r => !repeating.has(r.code))
        .flatMap(
          r =>
            refusalWithBasis(r, w)
              .replaceAll(named, '')
              .match(pattern)
              ?.map(hit => `${r.code}: ${hit}`) ?? [],
        );
    expect([...new Set(found(code))]).toEqual([]);
    if (language === 'ru' || language === 'kk') expect([...new Set(found(oneWord))]).toEqual([]);
  });

  it('every reason why a right is refused has its words', () => {
    const codes = new Set(rightFaults.map(f => f.code));
    codes.delete('refused');
    expect([...codes].sort()).toEqual(keys(w.refusals.rights).sort());
  });

  it('every reason why a ledger can’t be folded has its words', () => {
    expect(new Set(folds.map(f => foldFaultIn(f, w))).size).toBe(folds.length);
    expect(folds.map(f => foldFaultIn(f, w)).filter(said => /[{}]/.test(said))).toEqual([]);
  });

  it('an entry with which an agreement can’t be folded asks for a report of a bug only if the code threw an error', () => {
    const asked = folds.filter(why => {
      const refusal = refuse('notFoldedWith', { agreement: 'kz-az', entry: 't1', why });
      return refusalSentence(refusal, w).replace(foldFaultIn(why, w), '').includes('servanda');
    });
    expect(asked.map(why => why.code)).toEqual(['thrown']);
  });

  it('every rule of a shape has its words', () => {
    expect(new Set(issues.map(issue => shapeSentence(issue, w))).size).toBe(issues.length);
  });

  it('days and articles have the form of the language', () => {
    const text = refusalWithBasis(refuse('dispatchInFuture', { notice: '1', on: later, today: earlier }), w);
    expect(text).toContain(language === 'en' ? '14 Mar 2030' : dayIn(w, later));
    expect(text.endsWith(language === 'en' ? '(VCLT art. 78).' : `(${w.vienna}, ${w.article.replace('{n}', '78')}).`)).toBe(true);
  });

  it.skipIf(language === 'en')('no word of the English catalogue is left', () => {
    expect(said.map(text => text.replaceAll(named, '')).filter(text => ofEnglish.test(text))).toEqual([]);
  });
});

it('faults of a shape are reported as data, whatever the schema says in English', () => {
  const schema = z.strictObject({
    by: z.string().regex(/^[A-Z]{2,3}$/),
    language: z.string().regex(/^[a-z]{2,3}$/),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    of: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/),
    mail: z.email(),
    size: z.int(),
    kind: z.union([z.literal('a'), z.literal('b')]),
    form: z.enum(['written', 'oral']),
    text: z.string().min(1),
    note: z.string().max(2),
    reason: z.string(),
    other: z.string().refine(() => false, { error: 'is odd' }),
    ours: z.string().refine(() => false, { error: 'oneOfParties', params: { values: ['KZ', 'AZ'] } }),
    on: z.string().refine(() => false),
    deep: z.strictObject({ name: z.string() }),
  });
  const raw = {
    by: 'x',
    language: 'RU',
    sha256: 'x',
    of: '-',
    mail: 'x',
    size: 'x',
    kind: 'c',
    form: 'x',
    text: '',
    note: 'xxx',
    reason: 7,
    other: 'x',
    ours: 'x',
    on: 'x',
    deep: {},
    more: 1,
  };
  const told = shapeIssues(schema.safeParse(raw).error!, raw).map(({ path, rule, limit, values }) => [path, rule, limit ?? values]);
  expect(Object.fromEntries(told.map(([path, ...rule]) => [path, rule]))).toEqual({
    by: ['party', []],
    language: ['language', []],
    sha256: ['hash', []],
    of: ['id', 64],
    mail: ['other', []],
    size: ['type', ['number']],
    kind: ['oneOf', []],
    form: ['oneOf', ['written', 'oral']],
    text: ['missing', undefined],
    note: ['tooLong', 2],
    reason: ['text', undefined],
    other: ['other', undefined],
    ours: ['other', ['KZ', 'AZ']],
    on: ['day', undefined],
    'deep.name': ['missing', undefined],
    '': ['unknownFields', ['more']],
  });
  expect(shapeIssues(schema.safeParse(undefined).error!, undefined)).toMatchObject([{ path: '', rule: 'missing' }]);
});

describe('with every sentence of the catalogue changed', () => {
  afterEach(() => vi.doUnmock('../wording/refusals/en.ts'));

  /** The answers to refused requests, and the register afterwards. */
  async function refused(): Promise<{ details: unknown[]; messages: string[]; lines: unknown; seals: unknown }> {
    const { createStepAgreement } = await import('../activities/step-agreement.ts');
    const home = await mkdtemp(join(tmpdir(), 'servanda-'));
    const registers = await openRegisters(home);
    const agreement = testAgreement('worded');
    const note = (): void => {};
    const step = createStepAgreement({ registers, log: { info: note, error: note } });
    const common = {
      agreement: agreement.id,
      rehearsal: true,
      now: Date.UTC(2030, 0, 1),
      head: 0,
      previous: undefined,
    };
    const failures: ApplicationFailure[] = [];
    const ask = (asked: object): Promise<unknown> =>
      step({ ...common, asked } as never, { audience: 'default/x' }).catch((cause: unknown) => failures.push(cause as ApplicationFailure));
    try {
      await ask({ kind: 'open', open: { description: agreement, facts: [], by: 'desk' } });
      for (const entry of [
        { id: 's', type: 'signed' },
        { id: 'n', type: 'completion.notified', by: 'US', received: '2029-01-01' },
        { id: 'n', type: 'completion.notified', by: 'KZ', received: '2031-01-01' },
        { id: 'c', type: 'corrected', of: 'x', received: '2029-01-01' },
        { id: 'r', type: 'termination.revoked', by: 'KZ', of: 'x', received: '2029-01-01' },
      ])
        await ask({ kind: 'record', request: { entry, by: 'desk' } });
      const register = registers.of(true);
      return {
        details: failures.map(f => f.details),
        messages: failures.map(f => f.message),
        lines: await register.rows(agreement.id),
        seals: await register.head(),
      };
    } finally {
      await registers.close();
      await rm(home, { recursive: true, force: true });
    }
  }

  it('answers and recorded data stay the same', async () => {
    const before = await refused();
    vi.resetModules();
    vi.doMock('../wording/refusals/en.ts', async original => {
      const { refusals } = await original<{ refusals: RefusalWording }>();
      const messages = Object.fromEntries(Object.entries(refusals.messages).map(([code, text]) => [code, `Otherwise: ${text}`]));
      return { refusals: { ...refusals, messages } };
    });
    const after = await refused();
    expect(before.details).toHaveLength(5);
    expect(after.messages).toEqual(before.messages.map(said => `Otherwise: ${said}`));
    expect(after.details).toEqual(before.details);
    expect(after.lines).toEqual(before.lines);
    expect(after.seals).toEqual(before.seals);
  });

  it('a refusal contains no sentence', () => {
    const read = readEntry({ id: 's', type: 'signed', on: '2030-02-30', place: 7, more: 1 }, testAgreement('worded'));
    expect(isRefusal(read) && JSON.stringify(read)).not.toMatch(/ must | is /);
  });
});
