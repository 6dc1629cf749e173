/**
 * Records the histories that every later version must replay: `node --import tsx tests/support/record-histories.ts STORY…`, or all of them
 * without a name. Adds files to tests/histories/, one for each run of a workflow. Those of earlier versions stay: a story whose files exist
 * is refused; give a changed story another name.
 */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { locateExecutable } from '../../worker/locator.ts';
import { skipToDay, startTimeSkipping } from '../../testing/time-skipping.ts';
import * as messages from '../../workflows/messages.ts';
import { clockOf, deskFor, sent } from './notices-and-protocols.ts';
import { startMailServer, type MailServer } from './receivers.ts';
import { startService, type Service } from './service.ts';
import { inForceFrom, testAgreement } from './test-agreement.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(root, 'tests/histories');
const path = await locateExecutable('temporal-test-server');
let env: TestWorkflowEnvironment;
let mail: MailServer;
let service: Service;

/** A server for each story: once a child outlives its parent, the test server skips no more time. */
async function recorded(record: () => Promise<void>): Promise<void> {
  env = await startTimeSkipping(path);
  mail = await startMailServer();
  service = await startService(env, { delivery: { mail: { url: mail.url, from: 'Treaties <treaties@example.test>' } } });
  await record();
  await service.stop();
  await Promise.all([mail.stop(), env.teardown()]);
}

/** The test server's clock begins at the real today, so the days to skip to must lie ahead of it. */
const skipTo = (day: string): Promise<void> => skipToDay(env, day, ['Asia/Almaty', 'Asia/Baku']);

/** With a desk and two recipients. */
const desked = (id: string, more: object = {}) => {
  const recipients = ['first', 'second'].map(r => ({ id: r, name: `The ${r}`, email: `${r}@example.test` }));
  return testAgreement(id, { desk: { party: 'KZ', recipients }, reminders: ['P6M'], transit: 'P21D', ...more });
};

/** Once a notice is over; a story that leaves it pending is not as intended. */
async function over(desk: ReturnType<typeof deskFor>, number: string): Promise<void> {
  const late = new Promise<never>((_, fail) => void setTimeout(() => fail(new Error(`${number} is not over`)), 20_000).unref());
  await Promise.race([desk.result(number), late]);
}

const notice = (id: string, received: string) => ({ id, type: 'termination.notified', by: 'AZ', received });

/** Signature to termination: completions, renewals, a notice revoked, corrections, strikes, refusals; then struck and running again. */
async function life({ enter, open, handle }: Service, id: string): Promise<void> {
  await open(testAgreement(id), inForceFrom('2051-03-10').slice(0, 0));
  await skipTo('2051-04-01');
  for (const f of inForceFrom('2051-03-10')) await enter(id, f);
  await skipTo('2055-10-01');
  await enter(id, notice('t1', '2055-09-08'));
  await enter(id, { id: 'r1', type: 'termination.revoked', by: 'AZ', of: 't1', received: '2055-09-20' });
  await enter(id, notice('t1', '2055-09-07')).catch(() => 'refused: the id is in use');
  await skipTo('2056-04-01');
  await enter(id, { id: 'c1', type: 'corrected', of: 'n2', recorded: '2056-04-01', received: '2051-03-12' });
  await handle(id).executeUpdate(messages.replan, { args: [{ by: 'test' }] });
  await skipTo('2061-04-01');
  await enter(id, notice('t2', '2061-03-20'));
  await skipTo('2061-12-01');
  await enter(id, { id: 'k1', type: 'struck', of: 't2', recorded: '2061-12-01', reason: 'sent in error' });
  const described = testAgreement(id, { reminders: ['P1Y'] });
  const request = { content: described, reason: 'one reminder is enough', by: 'test' };
  await handle(id).executeUpdate(messages.revise, { args: [request] });
  await enter(id, { id: 'x1', type: 'termination.agreed', on: '2061-12-01', firstDayOut: '2062-01-15' });
  await skipTo('2062-02-01');
}

/** A protocol that shortens the period, a suspension, and an end by notice. */
async function amended({ enter, open }: Service, id: string): Promise<void> {
  const protocol = { protocol: 'p1' };
  await skipTo('2062-02-01');
  await open(testAgreement(id), inForceFrom('2021-03-10'));
  await enter(id, {
    id: 'p1s',
    type: 'protocol.signed',
    on: '2062-02-01',
    ...protocol,
    changes: { periodLength: 'P3Y', appliesTo: 'runningPeriod' },
  });
  await enter(id, { id: 'p1a', type: 'protocol.completion.notified', by: 'KZ', received: '2062-02-01', ...protocol });
  await skipTo('2062-03-01');
  await enter(id, { id: 'p1b', type: 'protocol.completion.notified', by: 'AZ', received: '2062-03-01', ...protocol });
  await enter(id, { id: 'sus', type: 'suspension.agreed', on: '2062-03-01', from: '2062-06-01' });
  await skipTo('2063-01-01');
  await enter(id, { id: 'res', type: 'resumption.agreed', on: '2063-01-01' });
  await enter(id, notice('t1', '2063-01-01'));
  await skipTo('2063-08-01');
}

/** Notices of both directions and a protocol, from the desk to the fact; one notice is still waiting at the end. */
async function papers({ open, client }: Service, id: string): Promise<void> {
  const clock = clockOf(env);
  const desk = deskFor(client, id);
  await clock.come('2064-01-10');
  await open(desked(id, { transit: undefined }), inForceFrom('2060-03-10'));
  await propose(client, id, 'p1', await clock.today());
  await clock.come('2064-05-01'); // reminded once
  await desk.updateProtocol('p1', 'agree', { by: 'officer', on: '2064-05-01' });
  await desk.updateProtocol('p1', 'sign', { by: 'officer', on: '2064-05-01', place: 'Baku' });
  await sent(desk, clock, 'own', { kind: 'protocolCompletion', protocol: 'p1', by: 'KZ' });
  await desk.draft(
    'theirs',
    { kind: 'protocolCompletion', protocol: 'p1', by: 'AZ' },
    { direction: 'theirs', arrival: { received: '2064-05-05' } },
  );
  await clock.come('2064-05-20'); // a reminder to assess it
  await desk.tell('theirs', 'accept', { by: 'examiner' });
  await desk.draft('way', { kind: 'termination', by: 'KZ' });
  await desk.tell('way', 'approve', { by: 'drafter' }).catch(() => 'refused: four eyes');
  await desk.tell('way', 'approve', { by: 'approver' });
  await clock.come('2064-08-20'); // warned twice before the send-by day
  await desk.tell('way', 'dispatch', { by: 'clerk', on: '2064-08-20', channel: 'courier' });
  await clock.come('2064-09-01'); // asked for the proof
  await desk.tell('way', 'markReturned', { by: 'clerk', reason: 'unknown addressee' });
  await desk.tell('way', 'dispatch', { by: 'clerk', on: '2064-09-01' });
  await clock.come('2064-09-05');
  await desk.tell('way', 'confirmReceipt', { by: 'clerk', received: '2064-09-04', evidence: 'receipt' });
  await desk.draft('back', { kind: 'revocation', of: 'way', by: 'KZ' });
  await desk.tell('back', 'amend', { by: 'editor', channel: 'governmentLine' });
  await clock.come('2064-09-10');
}

/** The possible events of a notice, each in its own agreement, since one that ends an agreement would end the others' too. */
async function warned({ open, enter, client }: Service, id: string): Promise<void> {
  const clock = clockOf(env);
  const desk = deskFor(client, id);
  await clock.come('2069-08-01');
  await open(desked(id), inForceFrom('2060-03-10'));
  await desk.draft('late', { kind: 'termination', by: 'KZ' }); // eighteen days before its send-by day: warned twice
  await desk.draft('dropped', { kind: 'termination', by: 'KZ' });
  await clock.come('2069-08-10');
  await desk.tell('dropped', 'recall', { by: 'drafter', reason: 'decided otherwise' });
  await clock.come('2069-08-22'); // past its send-by day
  await desk.tell('late', 'amend', { by: 'editor', channel: 'courier' });
  await desk.tell('late', 'approve', { by: 'approver' });
  await desk.tell('late', 'dispatch', { by: 'clerk', on: '2069-08-22', reference: '17/4' });
  await clock.come('2069-09-25'); // asked for the proof, and again
  await desk.tell('late', 'confirmReceipt', { by: 'clerk', received: '2069-09-20', evidence: 'receipt 9' });
  await sent(desk, clock, 'undone', { kind: 'revocation', of: 'late', by: 'KZ' }); // after the safe day: the other Party consents
  await enter(id, { id: 'consent', type: 'termination.revocationConsented', by: 'AZ', of: 'undone', received: await clock.today() });
  await over(desk, 'late');
}

/** Returned and sent again; recalled on its way; theirs, assessed late and accepted, or found defective; one that is struck. */
async function returned({ open, enter, client }: Service, id: string): Promise<void> {
  const clock = clockOf(env);
  const desk = deskFor(client, id);
  const about = { kind: 'consultations', subject: 'article 5' };
  const theirs = { direction: 'theirs', arrival: { received: '2070-03-01', evidence: 'their note 4' } };
  await clock.come('2070-03-01');
  await open(desked(id), inForceFrom('2060-03-10'));
  for (const number of ['back', 'recalled']) {
    await desk.draft(number, { ...about, by: 'KZ' });
    await desk.tell(number, 'approve', { by: 'approver' });
    await desk.tell(number, 'dispatch', { by: 'clerk', on: '2070-03-01' });
  }
  for (const number of ['accepted', 'defective', 'struck'])
    await desk.draft(number, { ...(number === 'struck' ? { kind: 'termination' } : about), by: 'AZ' }, theirs);
  await clock.come('2070-03-20'); // reminders to assess them
  await desk.tell('back', 'markReturned', { by: 'clerk', reason: 'unknown addressee' });
  await desk.tell('back', 'dispatch', { by: 'clerk', on: '2070-03-20', channel: 'courier' });
  await desk.tell('back', 'confirmReceipt', { by: 'clerk', received: '2070-03-20' }).catch(() => 'refused: no proof');
  await desk.tell('back', 'confirmReceipt', { by: 'clerk', received: '2070-03-20', evidence: 'receipt' });
  await desk.tell('recalled', 'recall', { by: 'drafter', reason: 'decided otherwise' });
  await desk.tell('accepted', 'accept', { by: 'examiner' });
  await desk.tell('defective', 'findDefective', { by: 'examiner', reason: 'not signed' });
  await desk.tell('struck', 'accept', { by: 'examiner' });
  await enter(id, { id: 'k', type: 'struck', of: 'struck', recorded: '2070-03-20', reason: 'of another agreement' });
  await over(desk, 'struck');
}

/** Drafted by a decision to give notice, approved by another person, sent and received. */
async function decided({ open, enter, client }: Service, id: string): Promise<void> {
  const clock = clockOf(env);
  const desk = deskFor(client, id);
  await clock.come('2074-03-09');
  await open(desked(id), inForceFrom('2060-03-10'));
  const decision = { decision: 'terminate', by: 'KZ', person: 'The director', authority: 'instruction 5' };
  await enter(id, { id: 'd', type: 'decision.made', on: '2074-03-09', ...decision });
  await clock.come('2074-03-10'); // its draft is there
  await desk.tell('d-notice', 'approve', { by: 'The director' }).catch(() => 'refused: four eyes');
  await desk.tell('d-notice', 'approve', { by: 'approver' });
  await desk.tell('d-notice', 'dispatch', { by: 'clerk', on: '2074-03-10' });
  await clock.come('2074-03-17');
  await desk.tell('d-notice', 'confirmReceipt', { by: 'clerk', received: '2074-03-17', evidence: 'receipt' });
  await clock.come('2074-04-01'); // no further: the agreement would end before its child, and time skipping would stop
}

const propose = (client: Service['client'], id: string, protocol: string, received: string) =>
  client.workflow.start(messages.protocolWorkflow, {
    workflowId: messages.protocolWorkflowId(id, protocol),
    taskQueue: 'test',
    args: [{ agreement: id, protocol, by: 'officer', changes: { noticePeriod: 'P4M' }, proposal: { by: 'KZ', received } }],
  });

/** The possible events of a protocol: in force by both notifications, abandoned, never operating since the agreement ended first. */
async function protocols({ open, enter, client }: Service, id: string): Promise<void> {
  const clock = clockOf(env);
  const desk = deskFor(client, id);
  await clock.come('2075-04-01');
  await open(desked(id, { languages: { authentic: ['kk', 'ru'], article: 'art. 13' } }), inForceFrom('2060-03-10'));
  for (const p of ['p1', 'p2', 'p3']) await propose(client, id, p, '2075-04-01');
  await clock.come('2075-10-15'); // reminded of each twice
  for (const p of ['p1', 'p3']) {
    await desk.updateProtocol(p, 'agree', { by: 'officer', on: '2075-10-15' });
    await desk.updateProtocol(p, 'sign', { by: 'officer', on: '2075-10-15' }).catch(() => 'refused: no text is settled');
    for (const language of ['kk', 'ru']) await desk.updateProtocol(p, 'settleText', { by: 'officer', language });
  }
  await clock.come('2076-02-01'); // reminded of their signature
  await desk.updateProtocol('p2', 'abandon', { by: 'officer', on: '2076-02-01', reason: 'replaced' });
  for (const p of ['p1', 'p3']) await desk.updateProtocol(p, 'sign', { by: 'officer', on: '2076-02-01', place: 'Baku' });
  const notify = (by: string, received: string) =>
    enter(id, { id: `n-${by}`, type: 'protocol.completion.notified', protocol: 'p1', by, received });
  await notify('KZ', '2076-02-01');
  await clock.come('2076-06-01'); // reminded of the other Party's
  await notify('AZ', '2076-06-01');
  await sent(desk, clock, 'end', { kind: 'termination', by: 'KZ' });
  await clock.come('2077-01-01');
  await over(desk, 'end');
}

/** Nine years at the desk: each continues as new, and is finished there. */
async function long({ open, client }: Service, id: string): Promise<void> {
  const clock = clockOf(env);
  const desk = deskFor(client, id);
  await clock.come('2078-01-01');
  await open(desked(id), inForceFrom('2060-03-10'));
  await desk.draft('slow', { kind: 'free', by: 'KZ', subject: 'archives', text: 'The archives are to be opened.' });
  await desk.tell('slow', 'approve', { by: 'approver' });
  await propose(client, id, 'p1', '2078-01-01');
  await clock.come('2086-02-01');
  await desk.tell('slow', 'amend', { by: 'editor', channel: 'courier' });
  await desk.tell('slow', 'approve', { by: 'approver' });
  await desk.tell('slow', 'recall', { by: 'drafter', reason: 'they are open' });
  await clock.come('2086-06-01');
  await desk.updateProtocol('p1', 'abandon', { by: 'officer', on: '2086-06-01' });
}

/** Letters that no server accepts, given up together. */
async function refused({ open, client }: Service, id: string): Promise<void> {
  mail.refuse(1000, 550);
  const recipients = ['officer', 'director'].map(r => ({ id: r, name: `The ${r}`, email: `${r}@example.test` }));
  await open(testAgreement(id, { rehearsal: false, reminders: [], desk: { party: 'KZ', recipients } }), inForceFrom('2021-03-10'));
  await client.workflow.getHandle(messages.deliveryWorkflowId(id)).result();
  mail.refuse(0, 550);
}

/** A reconciliation over two agreements, one of which had no workflow: it is restarted, and its list is informed. */
async function reconciliation({ open, client, registers }: Service, id: string): Promise<void> {
  await open(testAgreement(id), inForceFrom('2060-03-10').slice(0, 0));
  const gone = await open(testAgreement(`${id}-gone`), inForceFrom('2021-03-10'));
  await gone.terminate('by hand');
  const started = await client.workflow.start(messages.reconciliationWorkflow, {
    workflowId: messages.reconciliationSchedule,
    taskQueue: 'test',
  });
  const { alarms } = (await started.result()) as messages.Reconciled;
  const lines = await registers.of(true).outbox(`${id}-gone`);
  if (alarms !== 1 || !lines.some(l => (l.body as { what: string }).what === 'silence')) throw new Error('no alarm was raised');
}

/** Letters: one accepted at once, one refused first, one about an act that was withdrawn. */
async function delivery({ open, enter, client, registers }: Service, id: string): Promise<void> {
  const areCarried = async (letters: number): Promise<unknown> => {
    while ((await registers.of(false).deliveries(id)).length < letters) await pause(50);
    return client.workflow.getHandle(messages.deliveryWorkflowId(id)).result();
  };
  const recipients = ['officer', 'deputy'].map(r => ({ id: r, name: `The ${r}`, email: `${r}@example.test` }));
  await open(testAgreement(id, { rehearsal: false, reminders: [], desk: { party: 'KZ', recipients } }), inForceFrom('2021-03-10'));
  await areCarried(2);
  mail.refuse(1, 451);
  const today = await clockOf(env).today();
  await enter(id, notice('t1', today));
  await env.sleep('10 seconds');
  await areCarried(4);
  await enter(id, { id: 'k1', type: 'struck', of: 't1', recorded: today, reason: 'sent in error' });
  await areCarried(6);
}

const notices = (id: string, ...numbers: string[]): string[] => numbers.map(number => messages.noticeWorkflowId(id, number));
const protocolsOf = (id: string, ...ids: string[]): string[] => ids.map(protocol => messages.protocolWorkflowId(id, protocol));

/** Every workflow of a story: the agreement's, and those of its notices and protocols. */
const workflowsOf: Record<string, string[]> = {
  life: [messages.agreementWorkflowId('life')],
  amended: [messages.agreementWorkflowId('amended')],
  papers: [messages.agreementWorkflowId('papers'), ...protocolsOf('papers', 'p1'), ...notices('papers', 'own', 'theirs', 'way', 'back')],
  reconciliation: [messages.reconciliationSchedule],
  delivery: [messages.deliveryWorkflowId('delivery')],
  refused: [messages.deliveryWorkflowId('refused')],
  warned: notices('warned', 'late', 'dropped', 'undone'),
  returned: notices('returned', 'back', 'recalled', 'accepted', 'defective', 'struck'),
  decided: [messages.agreementWorkflowId('decided'), ...notices('decided', 'd-notice')],
  protocols: [...protocolsOf('protocols', 'p1', 'p2', 'p3'), ...notices('protocols', 'end')],
  long: [...notices('long', 'slow'), ...protocolsOf('long', 'p1')],
};
const stories: Record<string, (on: Service, id: string) => Promise<void>> = {
  life,
  amended,
  papers,
  reconciliation,
  delivery,
  refused,
  warned,
  returned,
  protocols,
  long,
  decided,
};

const named = process.argv.slice(2);
const there = await readdir(folder).catch(() => []);
for (const name of named.length ? named : Object.keys(stories)) {
  if (!stories[name]) throw new Error(`There is no story ${name}. There are ${Object.keys(stories).join(', ')}.`);
  if (there.some(f => f.startsWith(`rules-1-${name}-`)))
    throw new Error(`The story ${name} is already recorded. Recorded histories are never replaced.`);
  await recorded(() => record(name, stories[name]!));
}

async function record(name: string, story: (on: Service, id: string) => Promise<void>): Promise<void> {
  const runs = new Set<string>();
  const noting = async (): Promise<void> => void runs.add((await service.handle(name).describe()).runId);
  const enter: Service['enter'] = async (id, entry) => {
    await noting(); // a completed run is not named by the one that a later fact starts
    const answer = await service.enter(id, entry).catch((refusal: unknown) => ({ refusal }));
    await noting();
    if ('refusal' in answer) throw answer.refusal;
    return answer;
  };
  await story({ ...service, enter }, name);
  await noting();
  let n = 0;
  for (const workflowId of workflowsOf[name]!)
    n = await save(name, workflowId, workflowId === service.handle(name).workflowId ? runs : new Set(['']), n);
}

/** Every run of a workflow: those seen, and those that they continued. Returns the number of the next file. */
async function save(name: string, workflowId: string, runs: Set<string>, first: number): Promise<number> {
  await mkdir(folder, { recursive: true });
  let n = first;
  for (const runId of runs) {
    const history = await service.client.workflow.getHandle(workflowId, runId || undefined).fetchHistory();
    const continued = history.events![0]!.workflowExecutionStartedEventAttributes!.continuedExecutionRunId;
    if (continued) runs.add(continued);
    const file = join(folder, `rules-1-${name}-${n++}.json`);
    const text = JSON.stringify({ workflowId, history: JSON.parse(historyToJSON(history)) as unknown });
    await writeFile(file, text.replaceAll(root, '').replaceAll(/"identity":"[^"]*"/g, '"identity":"worker"')); // nothing of this machine
    process.stdout.write(`${file}: ${workflowId}, ${history.events!.length} events\n`);
  }
  return n;
}
