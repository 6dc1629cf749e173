/**
 * Records the histories that every later version must replay: `node --import tsx tests/support/record-histories.ts STORY…`.
 * Adds files to tests/histories/, one for each run of a workflow. Those of earlier versions stay: a story whose files are there
 * is refused; give the changed story another name.
 */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { beginsEverywhere, date } from '../../clauses/calendar.ts';
import { locateExecutable } from '../../worker/locator.ts';
import { attributeTypes } from '../../worker/search-attributes.ts';
import * as messages from '../../workflows/messages.ts';
import { clockOf, papersOf, sent } from './papers.ts';
import { startMailServer } from './receivers.ts';
import { startService, type Service } from './service.ts';
import { inForceFrom, testAgreement } from './test-agreement.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(root, 'tests/histories');
const path = await locateExecutable('temporal-test-server');
const env = await TestWorkflowEnvironment.createTimeSkipping({ server: { executable: { type: 'existing-path', path } } });
await env.connection.operatorService.addSearchAttributes({ namespace: 'default', searchAttributes: attributeTypes() });
const mail = await startMailServer();
const service = await startService(env, { post: { mail: { url: mail.url, from: 'Treaties <treaties@example.test>' } } });

/** The test server's clock begins at the real today: what is skipped to lies ahead of it. */
const skipTo = async (day: string): Promise<void> =>
  env.sleep(beginsEverywhere(date(day), ['Asia/Almaty', 'Asia/Baku']) + 3_600_000 - (await env.currentTimeMs()));

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
  await handle(id).executeUpdate(messages.redescribe, { args: [request] });
  await enter(id, { id: 'x1', type: 'termination.agreed', on: '2061-12-01', firstDayOut: '2062-01-15' });
  await skipTo('2062-02-01');
}

/** A protocol that shortens the period, a suspension, and an end by notice. */
async function amended({ enter, open }: Service, id: string): Promise<void> {
  const protocol = { protocol: 'p1' };
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

/** Notices of both directions and a protocol, on their way from the desk to the fact; one notice still waits at the end. */
async function papers({ open, client }: Service, id: string): Promise<void> {
  const clock = clockOf(env);
  const desk = papersOf(client, id);
  const recipients = ['first', 'second'].map(r => ({ id: r, name: `The ${r}`, email: `${r}@example.test` }));
  await clock.come('2064-01-10');
  await open(testAgreement(id, { desk: { party: 'KZ', recipients }, reminders: ['P6M'] }), inForceFrom('2060-03-10'));
  await client.workflow.start(messages.protocolWorkflow, {
    workflowId: messages.protocolWorkflowId(id, 'p1'),
    taskQueue: 'test',
    args: [
      {
        agreement: id,
        protocol: 'p1',
        by: 'officer',
        changes: { noticePeriod: 'P4M' } as never,
        proposal: { by: 'KZ', received: await clock.today() },
      },
    ],
  });
  await clock.come('2064-05-01'); // reminded once
  await desk.tellProtocol('p1', 'agree', { by: 'officer', on: '2064-05-01' });
  await desk.tellProtocol('p1', 'sign', { by: 'officer', on: '2064-05-01', place: 'Baku' });
  await sent(desk, clock, 'own', { kind: 'protocolCompletion', protocol: 'p1', by: 'KZ' });
  await desk.draft(
    'theirs',
    { kind: 'protocolCompletion', protocol: 'p1', by: 'AZ' },
    { direction: 'theirs', arrival: { received: '2064-05-05' } },
  );
  await clock.come('2064-05-20'); // its examination asked for
  await desk.tell('theirs', 'accept', { by: 'examiner' });
  await desk.draft('way', { kind: 'termination', by: 'KZ' });
  await desk.tell('way', 'approve', { by: 'drafter' }).catch(() => 'refused: four eyes');
  await desk.tell('way', 'approve', { by: 'approver' });
  await clock.come('2064-08-20'); // warned twice before the send-by day
  await desk.tell('way', 'dispatch', { by: 'clerk', on: '2064-08-20', channel: 'courier' });
  await clock.come('2064-09-01'); // asked for the proof
  await desk.tell('way', 'giveBack', { by: 'clerk', reason: 'unknown addressee' });
  await desk.tell('way', 'dispatch', { by: 'clerk', on: '2064-09-01' });
  await clock.come('2064-09-05');
  await desk.tell('way', 'receive', { by: 'clerk', received: '2064-09-04', evidence: 'receipt' });
  await desk.draft('back', { kind: 'revocation', of: 'way', by: 'KZ' });
  await desk.tell('back', 'amend', { by: 'editor', channel: 'governmentLine' });
  await clock.come('2064-09-10');
}

/** A watch over two agreements, one of which nobody kept: it is started again, and its list is told. */
async function watch({ open, client, registers }: Service, id: string): Promise<void> {
  await open(testAgreement(id), inForceFrom('2060-03-10').slice(0, 0));
  const gone = await open(testAgreement(`${id}-gone`), inForceFrom('2021-03-10'));
  await gone.terminate('by hand');
  const started = await client.workflow.start(messages.watchWorkflow, {
    workflowId: messages.watchSchedule,
    taskQueue: 'test',
    args: [{}],
  });
  const { alarms } = (await started.result()) as messages.Watched;
  const lines = await registers.of(true).outbox(`${id}-gone`);
  if (alarms !== 1 || !lines.some(l => (l.body as { what: string }).what === 'silence')) throw new Error('no alarm was raised');
}

/** Letters: one that is taken at once, one that is refused first, one about an act that was taken back. */
async function post({ open, enter, client, registers }: Service, id: string): Promise<void> {
  const areCarried = async (letters: number): Promise<unknown> => {
    while ((await registers.of(false).deliveries(id)).length < letters) await pause(50);
    return client.workflow.getHandle(messages.postWorkflowId(id)).result();
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

/** Every workflow of a story: that of the agreement, and those of its papers. */
const workflowsOf: Record<string, string[]> = {
  life: [messages.agreementWorkflowId('life')],
  amended: [messages.agreementWorkflowId('amended')],
  papers: [
    messages.agreementWorkflowId('papers'),
    messages.protocolWorkflowId('papers', 'p1'),
    ...['own', 'theirs', 'way', 'back'].map(number => messages.noticeWorkflowId('papers', number)),
  ],
  watch: [messages.watchSchedule],
  post: [messages.postWorkflowId('post')],
  letters: [messages.postWorkflowId('letters')],
};
const stories: Record<string, (on: Service, id: string) => Promise<void>> = { life, amended, papers, watch, post, letters: post };

const named = process.argv.slice(2);
const there = await readdir(folder).catch(() => []);
for (const name of named.length ? named : Object.keys(stories)) {
  if (!stories[name]) throw new Error(`There is no story ${name}. There are ${Object.keys(stories).join(', ')}.`);
  if (there.some(f => f.startsWith(`law-1-${name}-`))) throw new Error(`The story ${name} is recorded already; recorded histories stay.`);
  const runs = new Set<string>();
  const noting = async (): Promise<void> => void runs.add((await service.handle(name).describe()).runId);
  const enter: Service['enter'] = async (id, entry) => {
    await noting(); // a run that completes is not named by the one that a later fact starts
    const answer = await service.enter(id, entry).catch((refused: unknown) => ({ refused }));
    await noting();
    if ('refused' in answer) throw answer.refused;
    return answer;
  };
  await stories[name]({ ...service, enter }, name);
  await noting();
  let n = 0;
  for (const workflowId of workflowsOf[name]!)
    n = await save(name, workflowId, workflowId === service.handle(name).workflowId ? runs : new Set(['']), n);
}
await service.stop();
await Promise.all([mail.stop(), env.teardown()]);

/** Every run of a workflow: those seen, and those that they continued. Answers the number of the next file. */
async function save(name: string, workflowId: string, runs: Set<string>, first: number): Promise<number> {
  await mkdir(folder, { recursive: true });
  let n = first;
  for (const runId of runs) {
    const history = await service.client.workflow.getHandle(workflowId, runId || undefined).fetchHistory();
    const continued = history.events![0]!.workflowExecutionStartedEventAttributes!.continuedExecutionRunId;
    if (continued) runs.add(continued);
    const file = join(folder, `law-1-${name}-${n++}.json`);
    const text = JSON.stringify({ workflowId, history: JSON.parse(historyToJSON(history)) as unknown });
    await writeFile(file, text.replaceAll(root, '').replaceAll(/"identity":"[^"]*"/g, '"identity":"worker"')); // nothing of this machine
    process.stdout.write(`${file}: ${workflowId}, ${history.events!.length} events\n`);
  }
  return n;
}
