/** The local activity that writes, folds and plans: what it enters, refuses, and recognises as a repeat. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApplicationFailure } from '@temporalio/common';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Activities } from '../activities/index.ts';
import type { AgreementCommand, Stepped } from '../activities/step-agreement.ts';
import { agreement as agreementSchema, type Agreement } from '../clauses/agreement.ts';
import { date } from '../clauses/calendar.ts';
import type * as folding from '../machines/fold.ts';
import { readLedger } from '../machines/read-entries.ts';
import { standing } from '../machines/standing.ts';
import { openRegisters, type Registers } from '../register/home.ts';
import { inForceFrom, testAgreement } from './support/test-agreement.ts';
import { saidOf } from './support/failures.ts';
import { locally } from './support/local-steps.ts';
import { wordings } from '../wording/index.ts';
import { statementIn } from '../wording/statements.ts';

/** How often a ledger was folded. */
const folds = vi.hoisted(() => ({ count: 0 }));
vi.mock('../machines/fold.ts', async original => {
  const { fold, ...rest } = await original<typeof folding>();
  return { ...rest, fold: (...args: Parameters<typeof fold>) => ((folds.count += 1), fold(...args)) };
});

let home: string;
let registers: Registers;
let activities: Activities;
const agreement = testAgreement('kept');
const noon = (day: string) => Date.parse(`${day}T08:00:00Z`);

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'servanda-'));
  registers = await openRegisters(home);
  activities = locally({ registers, log: { info: () => {}, error: () => {} } });
});
afterEach(async () => {
  await registers.close();
  await rm(home, { recursive: true, force: true });
});

/** Every query from now on, by connections opened from now on. */
function countingStatements(): string[] {
  const ran: string[] = [];
  const { prepare } = Database.prototype as { prepare: (this: Database.Database, sql: string) => Database.Statement };
  vi.spyOn(Database.prototype, 'prepare').mockImplementation(function (this: Database.Database, sql: string) {
    const statement = prepare.call(this, sql);
    const [all, run] = [statement.all.bind(statement), statement.run.bind(statement)];
    return Object.assign(statement, {
      all: (values: unknown) => (ran.push(sql), all(values as object)),
      run: (values: unknown) => (ran.push(sql), run(values as object)),
    });
  });
  return ran;
}

const keep = (day: string, asked: AgreementCommand, more: { head?: number; previous?: Stepped['plan'] } = {}) =>
  activities.stepAgreement({
    agreement: agreement.id,
    rehearsal: true,
    now: noon(day),
    head: more.head ?? 0,
    previous: more.previous,
    asked,
  });
const opening = (facts: unknown[], description: Agreement = agreement): AgreementCommand => ({
  kind: 'open',
  open: { description, facts, by: 'test' },
});
/** The first step of a notice or a protocol. */
const opened = (id: string, given: object) => ({
  agreement: agreement.id,
  id,
  now: noon('2030-01-02'),
  command: { kind: 'open' as const, given },
});
const recording = (entry: unknown): AgreementCommand => ({ kind: 'record', request: { entry, by: 'test' } });
const ids = async () => (await registers.of(true).rows(agreement.id)).map(r => r.entry.id);
const refused = (p: Promise<unknown>) =>
  p.then(
    () => 'accepted',
    (e: unknown) => (e instanceof ApplicationFailure && e.nonRetryable ? (e.details![0] as { refused: string }).refused : String(e)),
  );

describe('opening an agreement', () => {
  it('enters the description and the facts of its file, once', async () => {
    await keep('2030-01-01', opening(inForceFrom('2021-03-10')));
    await keep('2030-01-02', opening(inForceFrom('2021-03-10')));
    expect(await ids()).toEqual(['description-1', 's', 'n1', 'n2']);
  });

  it('enters no fact that was added to the file later', async () => {
    await keep('2030-01-01', opening(inForceFrom('2021-03-10').slice(0, 1)));
    await keep('2030-01-02', opening(inForceFrom('2021-03-10')));
    expect(await ids()).toEqual(['description-1', 's']);
  });

  it.each([
    ['before', [], true],
    ['after', ['description-1', 's', 'n1', 'n2'], false],
  ] as const)('happens completely or not at all, with its acts, when a crash interrupts it %s its commit', async (when, there, isAsked) => {
    const unplugged = () => {
      throw new Error('the plug is pulled');
    };
    const log = { info: () => {}, error: () => {} };
    const crashing = locally({ registers, log, ...(when === 'before' ? { beforeCommit: unplugged } : { afterAppend: unplugged }) });
    const request = {
      agreement: agreement.id,
      rehearsal: true,
      now: noon('2030-01-01'),
      head: 0,
      asked: opening(inForceFrom('2021-03-10')),
    };
    await expect(crashing.stepAgreement(request)).rejects.toThrow('the plug is pulled');
    expect(await ids()).toEqual(there);
    const register = registers.of(true);
    const written = async () => ({ acts: await register.outbox(agreement.id), head: await register.head() });
    const before = await written();
    expect([before.acts.length > 0, before.head.seq]).toEqual(isAsked ? [false, 0] : [true, 1]);
    expect((await keep('2030-01-01', request.asked)).plan.standing.status).toBe('inForce');
    expect(await ids()).toEqual(['description-1', 's', 'n1', 'n2']);
    expect((await written()).acts.map(l => l.act)).toEqual([...new Set((await written()).acts.map(l => l.act))]);
    if (!isAsked) expect(await written()).toEqual(before);
  });

  it('writes nothing if one of the facts is refused', async () => {
    expect(await refused(keep('2030-01-01', opening([...inForceFrom('2021-03-10'), { id: 'x', type: 'signed', on: '2031-01-01' }])))).toBe(
      'futureDate',
    );
    expect(
      await refused(keep('2030-01-01', opening([{ id: 'r', type: 'termination.revoked', by: 'KZ', of: 'none', received: '2022-01-01' }]))),
    ).toBe('unknownOf');
    expect(await refused(keep('2030-01-01', opening([], { ...agreement, id: 'another' })))).toBe('malformed');
    expect(await ids()).toEqual([]);
  });

  it('never mixes a rehearsal into the register of real agreements', async () => {
    await keep('2030-01-01', opening([]));
    const real = activities.stepAgreement({
      agreement: agreement.id,
      rehearsal: false,
      now: noon('2026-01-01'),
      head: 0,
      asked: { kind: 'fold' },
    });
    await expect(real).rejects.toThrow(/keeps it as a rehearsal/);
  });
});

describe('recording a fact', () => {
  beforeEach(() => keep('2030-01-01', opening(inForceFrom('2021-03-10'))));
  const notice = { id: 't', type: 'termination.notified', by: 'AZ', received: '2030-02-01' };

  it('records the day on which we came to know of it, and keeps that day in a repeat', async () => {
    const first = await keep('2030-03-01', recording(notice));
    const again = await keep('2030-05-01', recording(notice));
    expect([first.answer.existing, again.answer.existing]).toEqual([false, true]);
    expect((await registers.of(true).rows(agreement.id)).at(-1)!.entry).toMatchObject({ recorded: '2030-03-01' });
  });

  it('accepts a fact dated tomorrow for the other Party, which counts once that day has begun for both', async () => {
    const lateEvening = Date.parse('2030-03-01T19:30:00Z'); // 2 March in Almaty, still 1 March in Baku
    const request = {
      agreement: agreement.id,
      rehearsal: true,
      now: lateEvening,
      head: 0,
      asked: recording({ ...notice, received: '2030-03-02' }),
    };
    const { plan } = await activities.stepAgreement(request);
    expect(plan).toMatchObject({ asOf: '2030-03-01', underNotice: false });
    const { day, at } = plan.timers.find(t => t.name === 'fact/t')!;
    const midnight = Date.parse('2030-03-01T20:00:00Z'); // it wakes within a minute afterwards
    expect([day, at >= midnight && at < midnight + 60_000]).toEqual(['2030-03-02', true]);
    expect((await keep('2030-03-02', { kind: 'fold' })).plan).toMatchObject({
      underNotice: true,
      standing: { lastDayInForce: '2030-09-01' },
    });
  });

  it('refuses a day that is in the future in both zones', async () => {
    expect(await refused(keep('2030-01-31', recording(notice)))).toBe('futureDate');
  });

  it('takes one SELECT of what is stored, one INSERT of one line, at most one parse of the description, at most two folds and one commit', async () => {
    const ran = countingStatements();
    const counted = await openRegisters(home); // its statements are prepared by the counting connection
    const executed = vi.spyOn(Database.prototype, 'exec');
    const parsed = vi.spyOn(agreementSchema, 'safeParse');
    activities = locally({ registers: counted, log: { info: () => {}, error: () => {} } });
    ran.length = folds.count = 0;
    const { answer } = await keep('2030-03-01', recording(notice));
    await counted.close();
    const asked = (form: RegExp) => ran.filter(statement => form.test(statement)).length;
    // What is stored, who is trusted, and the previous line.
    const statements = [
      asked(/^\s*select/),
      asked(/^insert into "lines" .* values \([^)]*\)$/),
      asked(/^\s*(?!\s|select|insert into "lines")/),
    ];
    const commits = executed.mock.calls.filter(([statement]) => statement === 'commit');
    vi.restoreAllMocks();
    expect(answer.announced).toMatchObject([{ what: 'noticeReceived', params: { notice: 't' } }]);
    expect({ statements, commits: commits.length }).toEqual({ statements: [3, 1, 0], commits: 1 });
    expect(parsed.mock.calls.length).toBeLessThanOrEqual(1); // none if this process has read it before
    expect(folds.count).toBeGreaterThan(0);
    expect(folds.count).toBeLessThanOrEqual(2);
  });

  it('announces yesterday’s notice and today’s suspension in an agreement opened today', async () => {
    const suspended = { id: 'sus', type: 'suspension.agreed', on: '2030-01-01' };
    const { answer } = await keep('2030-01-01', recording({ ...notice, received: '2029-12-31' }));
    expect(answer.announced).toMatchObject([{ what: 'noticeReceived', on: '2029-12-31' }]);
    expect((await keep('2030-01-01', recording(suspended))).answer.announced).toMatchObject([{ what: 'suspension', on: '2030-01-01' }]);
    const said = (await registers.of(true).outbox(agreement.id)).map(l => `${l.step} ${(l.body as { what: string }).what}`);
    expect(said).toContain('history entryIntoForce');
    expect(said.filter(line => line.endsWith('onboarded'))).toEqual(['performed onboarded']); // announced once, and never withdrawn
  });

  it('gives the Temporal UI the state of the machine and what it did in the last step', async () => {
    const { plan } = await keep('2030-03-01', recording({ ...notice, received: '2030-02-28' }));
    expect(plan.details).toMatch(/State of its machine: \*\*inForce \(.+\)\*\*\./);
    expect(plan.details).toMatch(/Last step: Notice of termination t \(AZ\) was received on 28 February 2030, in time: last day in force /);
    expect((await keep('2030-03-02', { kind: 'fold' })).plan.details).not.toContain('Last step');
  });

  it('answers with the reason if a fact has no effect', async () => {
    const { answer, plan } = await keep('2030-03-01', recording({ ...notice, form: 'oral' }));
    expect(answer).toMatchObject({ withoutEffect: { code: 'oral', args: {} }, changed: [] });
    expect(plan.details).toContain(`Last step: ${notice.id}: ${statementIn(answer.withoutEffect!, wordings.en)}`);
  });

  it('stops if the register has lost lines that the workflow knows', async () => {
    expect(await saidOf(keep('2030-03-01', { kind: 'fold' }, { head: 99 }))).toMatch(/only up to line 4/);
  });
});

describe('revising a description', () => {
  it('folds again under the new description and lists every date that moves', async () => {
    const { plan } = await keep('2030-01-01', opening(inForceFrom('2021-03-10')));
    const changed = testAgreement('kept', { reading: { periodEnd: 'sameNumberedDay' } });
    const asked: AgreementCommand = {
      kind: 'revise',
      request: { content: changed, reason: 'the Parties agreed how to count', by: 'test' },
    };
    const { answer } = await keep('2030-01-02', asked, { previous: plan });
    expect(answer.changed).toEqual([
      { what: 'lastDay', before: '2031-03-09', after: '2031-03-10' },
      { what: 'lastDayForNotice', before: '2030-09-09', after: '2030-09-10' },
    ]);
    expect(await ids()).toContain('description-2');
    expect((await keep('2030-01-03', asked)).answer.existing).toBe(true);
  });

  it('refuses a description that makes no sense, or is of another agreement', async () => {
    await keep('2030-01-01', opening([]));
    const asked = (content: unknown): AgreementCommand => ({ kind: 'revise', request: { content, reason: 'x', by: 'test' } });
    expect(await refused(keep('2030-01-02', asked({ id: 'kept' })))).toBe('malformed');
    expect(await refused(keep('2030-01-02', asked(testAgreement('other'))))).toBe('malformed');
    expect(await ids()).toEqual(['description-1']);
  });
});

describe('correcting and striking', () => {
  beforeEach(() => keep('2030-01-01', opening(inForceFrom('2021-03-10'))));

  it('counts as recorded today if no day is given, and a repeat on another day finds the first', async () => {
    const struck = { id: 'k', type: 'struck', of: 'n1', reason: 'of another agreement' };
    const first = await keep('2030-03-01', recording(struck));
    const again = await keep('2030-04-01', recording(struck));
    expect([first.answer.existing, again.answer.existing]).toEqual([false, true]);
    expect((await registers.of(true).rows(agreement.id)).at(-1)!.entry).toMatchObject({ id: 'k', recorded: '2030-03-01' });
  });
});

it('an end that exists only on other readings is shown', () => {
  const facts = [
    ...inForceFrom('2021-03-10'),
    { id: 't', type: 'termination.notified', by: 'AZ', received: '2025-09-09' },
    { id: 'r', type: 'termination.revoked', by: 'AZ', of: 't', received: '2025-10-01' },
  ];
  const { entries } = readLedger(facts, agreement);
  const { termination, otherEnds } = standing({ agreement, description: 'sha256:x', entries, asOf: date('2025-11-01') });
  expect(termination).toBeNull();
  expect(otherEnds).toContainEqual({
    firstDayOut: '2026-03-09',
    when: [{ effect: 'sameNumberedDay', waysOut: 'independent', revocation: 'needsConsent' }],
  });
});

describe('a decision to give notice', () => {
  const desked = testAgreement('kept', { desk: { party: 'KZ' } });
  const decided = {
    id: 'd',
    type: 'decision.made',
    by: 'KZ',
    person: 'The director',
    authority: 'instruction 5',
    on: '2030-01-01',
    decision: 'terminate',
  };

  it('owes its draft until it exists, also if the worker died before it was notified', async () => {
    await keep('2030-01-01', opening(inForceFrom('2021-03-10'), desked));
    const doomed = locally({
      registers,
      log: { info: () => {}, error: () => {} },
      afterAppend: () => {
        throw new Error('killed');
      },
    });
    const request = {
      agreement: agreement.id,
      rehearsal: true,
      now: noon('2030-01-01'),
      head: 0,
      previous: undefined,
      asked: recording(decided),
    };
    await expect(doomed.stepAgreement(request)).rejects.toThrow('killed');
    expect((await keep('2030-01-01', recording(decided))).plan.drafts).toMatchObject([{ draft: { number: 'd-notice' } }]);
    const { draft } = (await keep('2030-01-02', { kind: 'fold' })).plan.drafts![0]!;
    await activities.stepNotice(opened(draft.number, draft));
    expect((await keep('2030-01-02', { kind: 'fold' })).plan.drafts).toBeUndefined();
  });
});

it('an id in the form of a step’s id is refused', async () => {
  await keep('2030-01-01', opening(inForceFrom('2021-03-10')));
  expect(await refused(keep('2030-01-01', recording({ id: 'notice.o1.1', type: 'renewal.agreed', on: '2029-01-01' })))).toBe('idInUse');
});

describe('at the desk', () => {
  const content = { kind: 'termination' as const, by: 'KZ' };
  const open = (draft: { number: string; content: object }) =>
    activities.stepNotice(opened(draft.number, { agreement: agreement.id, draftedBy: 'drafter', ...draft }));
  const amend = (changed: object) =>
    activities.stepNotice({
      ...opened('1', {}),
      command: { kind: 'request', name: 'amend', request: { by: 'editor', content: changed } as { by: string } },
      known: { steps: 1, asOf: date('2030-01-02') },
    });

  it('an amended notice is checked like a draft', async () => {
    await keep('2030-01-01', opening(inForceFrom('2021-03-10')));
    await open({ number: '1', content });
    expect(await refused(amend({ kind: 'revocation', of: 'nothing', by: 'KZ' }))).toBe('unknownOf');
    expect(await refused(amend({ ...content, by: 'ZZ' }))).toBe('unknownParty');
    expect(await refused(amend({ ...content, text: 'more' }))).toBe('accepted');
  });

  it('a request whose answer was lost is entered once and answered, and refused when asked again later', async () => {
    await keep('2030-01-01', opening(inForceFrom('2021-03-10')));
    await open({ number: '1', content });
    const approve = (steps: number) =>
      activities.stepNotice({
        ...opened('1', {}),
        command: { kind: 'request', name: 'approve', request: { by: 'approver' } },
        known: { steps, asOf: date('2030-01-02') },
      });
    expect(await approve(1)).toMatchObject({ steps: 2, shown: { state: 'approved' } });
    expect(await approve(1)).toMatchObject({ steps: 2, shown: { state: 'approved' } });
    expect(await refused(approve(2))).toBe('noRight');
    expect((await ids()).filter(id => id.startsWith('notice.'))).toEqual(['notice.1.0', 'notice.1.1']);
  });

  it('a settled text whose answer was lost is settled once, and refused when asked again later', async () => {
    const languages = { authentic: ['kk', 'az'], article: 'art. 13' };
    await keep('2030-01-01', opening(inForceFrom('2021-03-10'), testAgreement('kept', { languages })));
    await activities.stepProtocol(opened('p', { agreement: agreement.id, protocol: 'p', by: 'officer', title: 'On frequencies' }));
    await keep('2030-01-02', recording({ id: 'a', type: 'protocol.agreed', protocol: 'p', on: '2030-01-01' }));
    const settle = (steps: number) =>
      activities.stepProtocol({
        ...opened('p', {}),
        command: { kind: 'request', name: 'settleText', request: { by: 'officer', language: 'kk' } as { by: string } },
        known: { steps, asOf: date('2030-01-02') },
      });
    for (const _ of [1, 2]) expect(await settle(1)).toMatchObject({ steps: 2, shown: { protocol: { texts: ['kk'] } } });
    expect(await refused(settle(2))).toBe('noRight');
  });

  it('a protocol is not opened again with other changes', async () => {
    await keep('2030-01-01', opening(inForceFrom('2021-03-10')));
    const propose = (more: { protocol?: string; changes?: object; proposal?: object }) =>
      activities.stepProtocol(opened(more.protocol ?? 'p', { agreement: agreement.id, protocol: 'p', by: 'officer', ...more }));
    await propose({ changes: { periodLength: 'P30Y' } });
    expect(await refused(propose({ changes: { periodLength: 'P3Y' } }))).toBe('idInUse');
    expect(await refused(propose({ changes: { periodLength: 'P30Y' } }))).toBe('accepted');
    expect(await refused(propose({}))).toBe('accepted');
    const future = { protocol: 'q', proposal: { by: 'KZ', received: '2031-01-01' } };
    expect(await refused(propose(future))).toBe('futureDate');
    expect((await ids()).filter(id => id.startsWith('protocol.q'))).toEqual([]);
  });

  it('a notification for an unknown protocol is refused, and so are dates of a visit that are out of order', async () => {
    await keep('2030-01-01', opening(inForceFrom('2021-03-10')));
    expect(await refused(open({ number: '2', content: { kind: 'protocolCompletion', protocol: 'typo', by: 'KZ' } }))).toBe('malformed');
    const visit = { kind: 'communications', by: 'KZ', subject: 'x', scope: 'y', payer: 'AZ', from: '2030-02-01', until: '2030-01-20' };
    expect(await refused(open({ number: '3', content: visit }))).toBe('malformed');
  });
});
