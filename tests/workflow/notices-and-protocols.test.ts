/** Notices and protocols as workflows on the time-skipping server: from the draft at the desk to the fact in law. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { beginsEverywhere, date } from '../../clauses/calendar.ts';
import * as messages from '../../workflows/messages.ts';
import { clockOf, deskFor, sent as sentBy } from '../support/notices-and-protocols.ts';
import { startTimeSkippingEnvironment } from '../support/servers.ts';
import { refusalOf, startService, type Service } from '../support/service.ts';
import { inForceFrom, testAgreement } from '../support/test-agreement.ts';

let env: Awaited<ReturnType<typeof startTimeSkippingEnvironment>>;
let service: Service;
let clock: ReturnType<typeof clockOf>;
let desk: ReturnType<typeof deskFor>;
beforeEach(async () => {
  env = await startTimeSkippingEnvironment();
  service = await startService(env);
  clock = clockOf(env);
  desk = deskFor(service.client, id);
});
afterEach(async () => {
  await service.stop();
  await env.teardown();
});

const recipients = ['first', 'second', 'third'].map(r => ({ id: r, name: `The ${r}`, email: `${r}@example.test` }));
const agreement = testAgreement('papers', { reminders: ['P6M'], transit: 'P21D', desk: { party: 'KZ', recipients } });
const { id } = agreement;
/** The instant at which a day begins in one zone. */
const beginsIn = (day: string, zone: string): number => beginsEverywhere(date(day), [zone]);
const sent = (number: string, content: object) => sentBy(desk, clock, number, content);
const facts = async (): Promise<string[]> =>
  (await service.registers.of(true).rows(id)).map(r => r.entry.type).filter(t => !/step$|described/.test(t));
const acts = async (): Promise<string[]> =>
  (await service.registers.of(true).outbox(id)).map(l => `${l.step} ${(l.body as { what: string }).what} ${(l.body as { on: string }).on}`);

it('notices and protocols work together: entry into force, a protocol from five years to three, a notice revoked, and one that ends it', async () => {
  await clock.come('2061-01-01');
  await service.open(agreement, [{ id: 's', type: 'signed', on: '2060-12-01' }]);

  const first = await sent('2061-1', { kind: 'completion', by: 'KZ' });
  expect(first).toMatchObject({
    state: 'inEffect',
    closed: true,
    notice: { assessment: { follows: [{ code: 'entryIntoForceOf', args: { date: null, notBefore: '2061-01-08' } }] } },
  });
  await clock.come('2061-03-10');
  await desk.draft('2061-2', { kind: 'completion', by: 'AZ' }, { direction: 'theirs', arrival: { received: '2061-03-10' } });
  const second = await desk.tell('2061-2', 'accept', { by: 'examiner' });
  expect(second.outcome).toContain('10 Mar 2061');
  expect((await service.plan(id)).standing).toMatchObject({ status: 'inForce', period: { lastDay: '2066-03-09' } });

  await service.client.workflow.start(messages.protocolWorkflow, {
    workflowId: messages.protocolWorkflowId(id, 'p1'),
    taskQueue: 'test',
    args: [
      {
        agreement: id,
        protocol: 'p1',
        by: 'officer',
        changes: { periodLength: 'P3Y', appliesTo: 'runningPeriod' },
        proposal: { by: 'KZ', received: '2061-03-10' },
      },
    ],
  });
  await clock.come('2062-01-10');
  expect(await refusalOf(desk.updateProtocol('p1', 'sign', { by: 'officer', on: '2062-01-10' }))).toMatchObject({
    basis: 'VCLT art. 10',
  });
  await desk.updateProtocol('p1', 'agree', { by: 'officer', on: '2062-01-09' });
  expect((await desk.updateProtocol('p1', 'sign', { by: 'officer', on: '2062-01-10', place: 'Baku' })).missing).toMatchObject({
    args: {},
  });
  await sent('2062-1', { kind: 'protocolCompletion', protocol: 'p1', by: 'KZ' });
  await desk.draft(
    '2062-2',
    { kind: 'protocolCompletion', protocol: 'p1', by: 'AZ' },
    { direction: 'theirs', arrival: { received: await clock.today() } },
  );
  expect((await desk.tell('2062-2', 'accept', { by: 'examiner' })).outcome).toContain('17 Jan 2062');
  expect((await service.planWhen(id, p => p.standing.period?.lastDay === '2064-03-09')).standing.status).toBe('inForce');
  const p1 = await service.client.workflow.getHandle(messages.protocolWorkflowId(id, 'p1')).result();
  expect(p1).toMatchObject({ state: 'inForce', closed: true });

  await clock.come('2063-01-10');
  const notice = await sent('2063-1', { kind: 'termination', by: 'KZ' });
  expect(notice).toMatchObject({
    state: 'received',
    notice: { assessment: { verdict: 'running', inTime: 'yes', lastDayInForce: '2063-07-16' } },
  });
  expect((await service.plan(id)).underNotice).toBe(true);
  await sent('2063-2', { kind: 'revocation', of: '2063-1', by: 'KZ' });
  expect(await desk.result('2063-1')).toMatchObject({ state: 'revoked' });
  expect((await service.plan(id)).underNotice).toBe(false);

  await clock.come('2063-03-01');
  await sent('2063-3', { kind: 'termination', by: 'KZ' });
  await clock.come('2063-09-20');
  expect((await service.planWhen(id, p => p.over)).standing).toMatchObject({ status: 'terminated', lastDayInForce: '2063-09-07' });
  expect(await desk.result('2063-3')).toMatchObject({ state: 'inEffect' });
  expect(await facts()).toEqual([
    'signed',
    'completion.notified',
    'completion.notified',
    'protocol.proposed',
    'protocol.agreed',
    'protocol.signed',
    'protocol.completion.notified',
    'protocol.completion.notified',
    'termination.notified',
    'termination.revoked',
    'termination.notified',
  ]);
  expect(await service.registers.of(true).verifyAll()).toMatchObject({ sound: true });
});

describe('a refusal gives its article or its rule', () => {
  const dispatch = { by: 'clerk', on: '2061-04-01' };

  it('for a notice of ours: unapproved, approved by its drafter, received before dispatch', async () => {
    await clock.come('2061-04-01');
    await service.open(agreement, inForceFrom('2060-03-10'));
    await desk.draft('1', { kind: 'termination', by: 'KZ' });
    expect(await refusalOf(desk.tell('1', 'approve', { by: 'drafter' }))).toMatchObject({ basis: 'fourEyes' });
    expect(await refusalOf(desk.tell('1', 'dispatch', dispatch))).toMatchObject({ basis: 'fourEyes' });
    await desk.tell('1', 'approve', { by: 'approver' });
    expect(await refusalOf(desk.tell('1', 'dispatch', { ...dispatch, on: '2061-04-02' }))).toMatchObject({ basis: 'VCLT art. 78' });
    await desk.tell('1', 'dispatch', dispatch);
    await clock.come('2061-04-10');
    expect(await refusalOf(desk.tell('1', 'confirmReceipt', { by: 'clerk', received: '2061-03-31', evidence: 'x' }))).toMatchObject({
      basis: 'VCLT art. 78',
    });
    expect(await refusalOf(desk.tell('1', 'confirmReceipt', { by: 'clerk', received: '2061-04-08' }))).toMatchObject({
      refused: 'malformed',
    });
    expect(await facts()).toEqual(['signed', 'completion.notified', 'completion.notified']);
    await desk.tell('1', 'confirmReceipt', { by: 'clerk', received: '2061-04-08', evidence: 'receipt 3' });
    expect(await refusalOf(desk.tell('1', 'recall', { by: 'drafter', reason: 'changed mind' }))).toMatchObject({ basis: 'VCLT art. 68' });
  });

  it('for a revocation: ours may not be sent after the effect, and theirs is recorded without effect', async () => {
    await clock.come('2061-04-01');
    await service.open(agreement, inForceFrom('2060-03-10'));
    await sent('1', { kind: 'termination', by: 'KZ' });
    await desk.draft('2', { kind: 'revocation', of: '1', by: 'KZ' });
    await desk.tell('2', 'approve', { by: 'approver' });
    await clock.come('2061-10-20');
    expect((await service.plan(id)).standing).toMatchObject({ status: 'terminated', lastDayInForce: '2061-10-07' });
    expect(await refusalOf(desk.tell('2', 'dispatch', { by: 'clerk', on: '2061-10-20' }))).toMatchObject({
      message: expect.stringContaining('has taken effect: the last day in force was 7 Oct 2061') as unknown,
      basis: 'VCLT art. 68',
    });
    const other = testAgreement('theirs', { reminders: [] });
    await service.open(other, inForceFrom('2060-03-10'));
    await service.enter('theirs', { id: 't', type: 'termination.notified', by: 'AZ', received: '2061-01-10' });
    const theirs = deskFor(service.client, 'theirs');
    await theirs.draft('3', { kind: 'revocation', of: 't', by: 'AZ' }, { direction: 'theirs', arrival: { received: '2061-10-19' } });
    const entered = await theirs.tell('3', 'accept', { by: 'examiner' });
    expect(entered).toMatchObject({ state: 'withoutEffect', closed: true });
    expect((await service.registers.of(true).rows('theirs')).map(r => r.entry.id)).toContain('3');
  });

  it('for one entered at the wrong desk, or with dates for which its fact would be refused: before anyone waits for it', async () => {
    await clock.come('2061-04-01');
    await service.open(agreement, inForceFrom('2060-03-10'));
    const why = async (content: object, more: object) =>
      desk
        .draft('1', content, more)
        .then(h => h.result())
        .catch((e: { cause: Error }) => e.cause.message);
    const theirs = (arrival: object) => ({ direction: 'theirs', arrival: { received: '2061-03-20', ...arrival } });
    const request = { kind: 'termination', by: 'AZ' };
    expect(await why(request, theirs({ dispatched: '2061-03-21' }))).toContain('21 Mar 2061');
    expect(await why(request, theirs({ received: '2061-04-03' }))).toContain('in the future');
    expect(await why(request, {})).toContain('A notice of AZ is not drafted here: this desk acts for KZ');
    expect(await why({ ...request, by: 'KZ' }, theirs({}))).toContain('A notice of KZ does not come in: this desk acts for KZ');
    expect((await service.registers.of(true).rows(id)).filter(r => r.entry.type === 'notice.step')).toEqual([]);
  });

  it('for a start by plain JSON: everything that is missing is listed', async () => {
    await service.open(agreement, inForceFrom('2021-03-10'));
    const started = (workflowId: string, input: object) =>
      service.client.workflow
        .start(messages.noticeWorkflow, { workflowId, taskQueue: 'test', args: [input as messages.NoticeInput] })
        .then(h => h.result());
    await expect(started('whatever', {})).rejects.toMatchObject({
      cause: { message: expect.stringContaining('incompleteStart {"what":"notice","needs":["agreement"') as unknown },
    });
    await expect(started('x', { agreement: id, number: '7' })).rejects.toMatchObject({
      cause: { message: expect.stringContaining('misnamedWorkflow {"workflowId":"notice/papers/7"}') as unknown },
    });
    await expect(
      started(messages.noticeWorkflowId(id, '7'), { agreement: id, number: '7', content: { kind: 'consent', by: 'XX' } }),
    ).rejects.toMatchObject({
      cause: { message: expect.stringContaining('content.protocol: is missing; draftedBy: is missing') as unknown },
    });
    await expect(
      started(messages.noticeWorkflowId('none', '7'), {
        agreement: 'none',
        number: '7',
        content: { kind: 'completion', by: 'KZ' },
        draftedBy: 'x',
      }),
    ).rejects.toMatchObject({
      cause: { message: expect.stringContaining('The register has no agreement none') as unknown },
    });
    await expect(
      started(messages.noticeWorkflowId(id, 's'), {
        agreement: id,
        number: 's',
        content: { kind: 'completion', by: 'KZ' },
        draftedBy: 'x',
      }),
    ).rejects.toMatchObject({
      cause: { message: expect.stringContaining('s is already the id of an entry') as unknown },
    });
  });
});

describe('a notice on its way', () => {
  it('gives warnings before the send-by day, asks for the proof, and is sent again after its return: each time to one more person', async () => {
    await clock.come('2064-08-01');
    await service.open(agreement, inForceFrom('2060-03-10'));
    await desk.draft('1', { kind: 'termination', by: 'KZ' });
    expect((await desk.shown('1')).timers.map(t => t.summary)).toEqual([
      'Warning 5 Aug 2064: send by 19 Aug 2064',
      'Send by 19 Aug 2064 to arrive by 9 Sep 2064',
    ]);
    await clock.come('2064-08-16');
    await desk.tell('1', 'approve', { by: 'approver' });
    await desk.tell('1', 'dispatch', { by: 'clerk', on: '2064-08-16' });
    expect((await desk.shown('1')).timers.map(t => t.summary)).toEqual(['Proof of receipt expected by 6 Sep 2064']);
    await clock.come('2064-09-08');
    expect((await desk.shown('1')).timers.map(t => t.summary)).toEqual([
      'Proof of receipt expected since 6 Sep 2064, asked for again 14 Sep 2064',
    ]);
    await desk.tell('1', 'markReturned', { by: 'clerk', reason: 'unknown addressee' });
    await desk.tell('1', 'dispatch', { by: 'clerk', on: '2064-09-08', channel: 'governmentLine' });
    const { notice: n } = await desk.tell('1', 'confirmReceipt', { by: 'clerk', received: '2064-09-08', evidence: 'line log' });
    expect(n.assessment).toMatchObject({ inTime: 'yes', verdict: 'running' });
    expect((await acts()).filter(a => /sendBy|proof/.test(a))).toEqual([
      'performed sendBy 2064-08-05',
      'performed sendBy 2064-08-16',
      'performed proofOfReceipt 2064-09-07',
      'performed sendBy 2064-09-08', // back at the desk after its send-by day: all are warned
    ]);
  });

  it('received on a day that has begun in one capital only is pending and not closed, and counts once the day has begun for both', async () => {
    await clock.come('2061-05-01');
    await service.open(agreement, inForceFrom('2060-03-10'));
    await env.sleep(beginsIn('2061-05-02', 'Asia/Almaty') + 1_800_000 - (await env.currentTimeMs()));
    await desk.draft('1', { kind: 'termination', by: 'AZ' }, { direction: 'theirs', arrival: { received: '2061-05-02' } });
    const accepted = await desk.tell('1', 'accept', { by: 'examiner' });
    expect(accepted).toMatchObject({ state: 'received', closed: false, notice: { assessment: { verdict: 'running' } } });
    await clock.come('2061-05-03');
    await service.planWhen(id, p => p.standing.lastDayInForce === '2061-11-01');
    expect((await desk.shown('1')).notice.assessment).toMatchObject({ verdict: 'running', lastDayInForce: '2061-11-01' });
  });

  it('can be approved in the first hour of a day on which a warning falls due', async () => {
    await clock.come('2064-08-01');
    await service.open(agreement, inForceFrom('2060-03-10'));
    await desk.draft('1', { kind: 'termination', by: 'KZ' });
    await env.sleep(beginsIn('2064-08-05', 'Asia/Almaty') + 1_800_000 - (await env.currentTimeMs()));
    expect(await desk.tell('1', 'approve', { by: 'approver' })).toMatchObject({ state: 'approved' });
    await clock.come('2064-08-06');
    expect((await acts()).filter(a => a.includes('sendBy'))).toEqual(['performed sendBy 2064-08-05']);
  });

  it('can be found defective if it is a consent of theirs', async () => {
    await clock.come('2061-04-01');
    await service.open(agreement, inForceFrom('2060-03-10'));
    await service.enter(id, { id: 'pp', type: 'protocol.proposed', protocol: 'p', by: 'KZ', received: '2061-03-10' });
    await desk.draft('1', { kind: 'consent', protocol: 'p', by: 'AZ' }, { direction: 'theirs', arrival: { received: '2061-03-20' } });
    expect(await desk.tell('1', 'findDefective', { by: 'examiner', reason: 'unsigned' })).toMatchObject({ state: 'defective' });
    expect((await service.registers.of(true).rows(id)).at(-2)!.entry).toMatchObject({ type: 'protocol.agreed', defect: 'unsigned' });
  });

  it('dispatched before the last day and received after it is disputed, with both readings', async () => {
    await clock.come('2064-09-01');
    await service.open(agreement, inForceFrom('2060-03-10'));
    await desk.draft('1', { kind: 'termination', by: 'KZ' });
    await desk.tell('1', 'approve', { by: 'approver' });
    await clock.come('2064-09-05');
    await desk.tell('1', 'dispatch', { by: 'clerk', on: '2064-09-05' });
    await clock.come('2064-09-20');
    const { notice: n, outcome } = await desk.tell('1', 'confirmReceipt', { by: 'clerk', received: '2064-09-18', evidence: 'receipt' });
    expect(n.assessment).toMatchObject({ inTime: 'disputed', verdict: 'running', certain: false });
    expect(outcome).toMatch(
      /disputed: in time on some readings, late on others; last day in force 17 Mar 2065.*On other readings it ceases to be in force on/,
    );
    expect((await service.plan(id)).standing).toMatchObject({ lastDayInForce: '2065-03-17' });
  });

  it('has an outcome that follows a later correction, while it is pending and after it is closed', async () => {
    await clock.come('2061-04-01');
    await service.open(agreement, inForceFrom('2060-03-10'));
    const { notice: n } = await sent('1', { kind: 'termination', by: 'KZ' });
    expect(n.assessment.lastDayInForce).toBe('2061-10-07');
    await service.enter(id, { id: 'c', type: 'corrected', of: '1', recorded: await clock.today(), received: '2061-04-05' });
    await env.sleep('1 minute');
    expect((await desk.shown('1')).notice.assessment.lastDayInForce).toBe('2061-10-04');
    await service.enter(id, { id: 'k', type: 'struck', of: '1', recorded: await clock.today(), reason: 'never received' });
    expect(await desk.result('1')).toMatchObject({ state: 'withoutEffect', closed: true });
  });
});

describe('a protocol that nobody continues', () => {
  const awaited = async () => (await acts()).filter(a => a.includes('protocolAwaited'));

  it('gives reminders from the day on which it is known, even after a fact that was long past', async () => {
    await clock.come('2064-03-10');
    await service.open(agreement, inForceFrom('2060-03-10'));
    await service.client.workflow.start(messages.protocolWorkflow, {
      workflowId: messages.protocolWorkflowId(id, 'p1'),
      taskQueue: 'test',
      args: [{ agreement: id, protocol: 'p1', by: 'officer', proposal: { by: 'KZ', received: '2062-03-10' } }],
    });
    await clock.come('2064-03-20');
    expect(await awaited()).toEqual([]);
    await clock.come('2064-06-01');
    const first = await awaited();
    expect(first).toHaveLength(1);
    await desk.updateProtocol('p1', 'agree', { by: 'officer', on: '2062-04-01' });
    await clock.come('2064-06-10');
    expect(await awaited()).toEqual(first);
    await clock.come('2064-10-01');
    expect((await awaited()).length).toBeGreaterThan(1);
    expect((await awaited()).every(a => a > 'performed protocolAwaited 2064-03')).toBe(true);
  });
});

describe('the pending decision', () => {
  const reminded = async () => (await acts()).filter(a => /lastDayForNotice|escalation|decisionOutcome/.test(a));

  it('climbs through three persons to the safe day if nobody decides, and the outcome is recorded', async () => {
    await clock.come('2064-01-01');
    await service.open(agreement, inForceFrom('2060-03-10'));
    await clock.come('2064-09-11');
    await service.planWhen(id, p => p.asOf >= '2064-09-10');
    expect(await reminded()).toEqual([
      'performed lastDayForNotice 2064-02-19',
      'performed escalation 2064-02-22',
      'performed escalation 2064-02-25',
      'performed decisionOutcome 2064-09-10',
    ]);
    const outcome = (await service.registers.of(true).outbox(id)).map(l => l.body);
    expect(outcome.findLast(a => a.what === 'escalation')?.to).toEqual(['first', 'second', 'third']);
    expect(outcome.find(a => a.what === 'decisionOutcome')?.params).toMatchObject({ decision: null, outcome: 'silence' });
  });

  const decision = { type: 'decision.made', by: 'KZ', person: 'The director', authority: 'instruction 5' };

  it('stops climbing once made, and a decision to give notice has a draft, which another person approves', async () => {
    await clock.come('2064-03-09');
    await service.open(agreement, inForceFrom('2060-03-10'));
    await service.enter(id, { id: 'd', on: '2064-03-09', decision: 'terminate', ...decision });
    await clock.come('2064-03-20');
    expect(await reminded()).toEqual(['performed lastDayForNotice 2064-03-09']);
    const draft = await desk.shown('d-notice');
    expect(draft).toMatchObject({
      state: 'drafted',
      notice: { content: { kind: 'termination', by: 'KZ' }, draftedBy: 'The director', assessment: { sendBy: '2064-08-19' } },
    });
    expect(await refusalOf(desk.tell('d-notice', 'approve', { by: 'The director' }))).toMatchObject({ basis: 'fourEyes' });
    expect((await service.plan(id)).standing).toMatchObject({ status: 'inForce', lastDayInForce: null });
    await desk.tell('d-notice', 'recall', { by: 'The director', reason: 'decided otherwise' });
    await service.enter(id, { id: 'd2', on: '2064-03-20', decision: 'renew', ...decision });
    await clock.come('2064-09-11');
    await service.planWhen(id, p => p.asOf >= '2064-09-10');
    expect(await reminded()).toEqual(['performed lastDayForNotice 2064-03-09', 'performed decisionOutcome 2064-09-10']);
  });
});

describe('a request to a notice', () => {
  const drafted = async (): Promise<ReturnType<Service['client']['workflow']['getHandle']>> => {
    await clock.come('2064-08-01');
    await service.open(agreement, inForceFrom('2060-03-10'));
    await desk.draft('1', { kind: 'termination', by: 'KZ' });
    await desk.shown('1');
    return service.client.workflow.getHandle(messages.noticeWorkflowId(id, '1'));
  };
  const eventsOf = async (handle: Awaited<ReturnType<typeof drafted>>) => (await handle.fetchHistory()).events!;

  it('is refused in words if it is malformed, enters nothing, and fails no workflow task', async () => {
    const handle = await drafted();
    const before = await service.registers.of(true).rows(id);
    const why = async (name: string, ...args: unknown[]) =>
      (await refusalOf(handle.executeUpdate<unknown, [unknown]>(name, { args: args as [unknown] }))).message;
    const nobody = 'The request to approve a notice can’t be used as it is: by: is missing.';
    for (const request of [{}, null, { by: ' ' }]) expect(await why('approve', request)).toBe(nobody);
    expect(await why('approve')).toBe(nobody);
    expect(await why('approve', 'me')).toMatch(/^The request to approve a notice can’t be used as it is/);
    expect(await why('approve', { by: 'approver', text: 'x' })).toContain('text: not known here');
    expect(await why('approve', { by: 'x'.repeat(300_000) })).toBe('The request is longer than 250,000 characters.');
    expect(await why('dispatch', { by: 'clerk', on: '2064-02-30' })).toContain('on: ');
    expect(await service.registers.of(true).rows(id)).toEqual(before);
    expect((await eventsOf(handle)).filter(e => e.workflowTaskFailedEventAttributes)).toEqual([]);
  });

  it('is named in the Temporal UI with each step, as is what fell due, and the details name the state of the machine', async () => {
    const handle = await drafted();
    await clock.come('2064-08-06');
    await handle.executeUpdate(messages.noticeUpdates.approve, { args: [{ by: 'approver' }] });
    await handle.executeUpdate(messages.noticeUpdates.dispatch, { args: [{ by: 'clerk', on: '2064-08-06' }] });
    await clock.come('2064-08-20');
    await handle.executeUpdate(messages.noticeUpdates.confirmReceipt, {
      args: [{ by: 'clerk', received: '2064-08-19', evidence: 'receipt' }],
    });
    const saidBy = async (kept: typeof handle): Promise<string[]> =>
      (await eventsOf(kept)).flatMap(({ markerRecordedEventAttributes: marker, userMetadata }) =>
        marker ? [JSON.parse(String(userMetadata?.summary?.data ?? '""')) as string] : [],
      );
    const said = await saidBy(handle);
    expect(await saidBy(service.handle(id))).toContain('termination.notified 1 (clerk)');
    expect(said).toEqual([
      'open',
      'Warning 5 Aug 2064: send by 19 Aug 2064',
      'approve (approver)',
      'dispatch (clerk)',
      'confirmReceipt (clerk)',
      'confirmReceipt (clerk): recordFact',
      ...said.slice(6), // its own fact has changed the ledger, if it was notified in time
    ]);
    expect(await handle.query('__temporal_workflow_metadata')).toMatchObject({
      currentDetails: expect.stringContaining('It is received and running. State of its machine: **received**.') as string,
    });
  });

  it('is answered, and its days are waited for, although its workflow was cancelled from outside', async () => {
    const handle = await drafted();
    await handle.cancel();
    await service.handle(id).cancel();
    await clock.come('2064-08-06');
    expect((await acts()).filter(a => a.includes('sendBy'))).toEqual(['performed sendBy 2064-08-05']);
    expect(await desk.tell('1', 'approve', { by: 'approver' })).toMatchObject({ state: 'approved' });
    await service.enter(id, { id: 't', type: 'termination.notified', by: 'AZ', received: '2064-08-05' });
    expect((await service.plan(id)).underNotice).toBe(true);
    for (const kept of [handle, service.handle(id)]) expect((await kept.describe()).status.name).toBe('RUNNING');
  });
});
