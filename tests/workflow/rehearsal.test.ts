/** Rehearsals on a dev server: decades by a clock of their own, with every timer; and real time for a real agreement. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { canSkipTime, passTo } from '../../client/rehearsal-clock.ts';
import { agreementWorkflowId } from '../../workflows/messages.ts';
import { inProcess, temporaryFolder } from '../support/cli.ts';
import { startNotedService } from '../support/on-dev-server.ts';
import { startTimeSkippingEnvironment } from '../support/servers.ts';
import { refusalOf, type Service } from '../support/service.ts';
import { inForceFrom, testAgreement } from '../support/test-agreement.ts';

const folder = temporaryFolder();
const of = 'kz-az-2004-government-communications';
let service: Service;
beforeAll(async () => void (service = await startNotedService(folder.path, { timeSkipping: false })));
afterAll(async () => {
  await service?.stop();
  folder.remove();
});

const run = (...args: string[]) => inProcess(args, { env: { SERVANDA_HOME: folder.path }, columns: 80 });
interface Course {
  course: string;
  reached: string;
  status: string;
  lastDayInForce: string;
  dates: { date: string; label: string; invented: boolean }[];
  lived: { rehearsal: string; timersFired: number; reminders: number; announcements: number; unrecorded: string[]; differences: object[] };
}
const rehearsed = async (...args: string[]) =>
  JSON.parse((await run('rehearse', ...args, '--json')).stdout) as {
    notice: object | null;
    courses: Course[];
    moves: object[];
  };
const rowsOf = async (id: string) => (await service.registers.of(true).rows(id)).map(r => r.entry.id);

describe('a rehearsed story', () => {
  const copy = `${of}-rehearsal-1`;
  let lived: Course;
  beforeAll(async () => {
    lived = (await rehearsed(of, '--story', 'docs/rehearsal-2044.yaml')).courses[0]!;
  }, 120_000);

  it('is lived to its end, every fact on its day and every timer fired, with the dates of timeline', async () => {
    expect(lived).toMatchObject({
      status: 'terminated',
      lastDayInForce: '2044-07-19',
      lived: { rehearsal: copy, differences: [], unrecorded: [] },
    });
    expect(lived.lived.timersFired).toBeGreaterThan(30);
    expect(await rowsOf(copy)).toEqual(['description-1', 's', 'n1', 'n2', 'p1s', 'p1a', 'p1b', 't1']);
    const said = await run('timeline', of, '--facts', 'docs/rehearsal-2044.yaml', '--as-of', lived.reached, '--json');
    const { dates } = JSON.parse(said.stdout) as { dates: { date: string; label: string }[] };
    expect(lived.dates.map(d => [d.date, d.label])).toEqual(dates.map(d => [d.date, d.label]));
  });

  it('marks what is invented, and sends nothing to anyone', async () => {
    expect(lived.dates.filter(d => d.invented).map(d => d.date)).toEqual([
      '2004-06-10',
      '2004-09-15',
      '2031-02-03',
      '2031-04-10',
      '2031-06-02',
      '2044-01-20',
    ]);
    expect(lived.lived.reminders).toBeGreaterThan(10);
    expect(await service.registers.of(false).has(copy)).toBe(false);
    expect(await service.registers.of(true).deliveries(copy)).toEqual([]);
  });

  it('has no differences when the register is compared, and raises no alarm', async () => {
    expect(await run('register', 'compare', copy)).toMatchObject({ code: 0, stderr: '' });
  });

  it('is not reported by any list, since its workflow is rightly over', async () => {
    const { code, stderr } = await run('agreement', 'list', '--rehearsals');
    expect({ code, named: stderr.includes(copy) }).toEqual({ code: 0, named: false });
  });
});

it('two copies run at the same time, and a notice on the send-by day of the next renewal makes the difference', async () => {
  const real = 'sample-treaty';
  await service.open({ ...testAgreement(real), rehearsal: false }, inForceFrom('2021-03-10'));
  const { notice, courses, moves } = await rehearsed(real);
  expect(notice).toMatchObject({ by: 'KZ' });
  expect(courses.map(c => [c.course, c.status, c.lived.differences])).toEqual([
    ['without', 'inForce', []],
    ['with', 'terminated', []],
  ]);
  expect(moves).toContainEqual(expect.objectContaining({ what: 'status', before: 'inForce', after: 'terminated' }));
  expect((await service.registers.of(false).rows(real)).length).toBe(4);
  for (const { lived } of courses) expect(await run('register', 'compare', lived.rehearsal)).toMatchObject({ code: 0 });
}, 60_000);

it('a decision to give notice is rehearsed too: the draft that it starts is recalled, since time stands still while it runs', async () => {
  const decided = 'decided-treaty';
  const decision = {
    id: 'd1',
    type: 'decision.made',
    on: '2025-10-01',
    decision: 'terminate',
    by: 'KZ',
    person: 'minister',
    authority: 'order',
  };
  const { clauses } = testAgreement(decided);
  const duration = { ...clauses.duration, first: 'P20Y' };
  await service.open({ ...testAgreement(decided, { clauses: { ...clauses, duration } }), rehearsal: false }, [
    ...inForceFrom('2021-03-10'),
    decision,
  ]);
  const { courses } = await rehearsed(decided, '--until', '2041-04-01');
  expect(courses.map(c => [c.course, c.lived.differences])).toEqual([
    ['without', []],
    ['with', []],
  ]);
  const story = join(folder.path, 'decided.yaml');
  writeFileSync(story, stringify([{ ...decision, id: 'd2', on: '2038-10-01' }]));
  const later = (await rehearsed(decided, '--story', story, '--until', '2041-04-01')).courses[0]!;
  expect(later.lived).toMatchObject({ unrecorded: [], differences: [] });
  for (const { lived } of [...courses, later]) expect(await run('register', 'compare', lived.rehearsal)).toMatchObject({ code: 0 });
}, 60_000);

it('a real agreement whose time somebody skips records nothing of a time that has not come', async () => {
  const real = 'skipped-treaty';
  await service.open({ ...testAgreement(real), rehearsal: false }, inForceFrom('2021-03-10'));
  const before = await service.registers.of(false).head();
  const details = async () => JSON.stringify(await service.handle(real).query('__temporal_workflow_metadata'));
  const { timers } = await service.plan(real);
  await passTo(service.client, agreementWorkflowId(real), timers[0]!.at + 1_000);
  await expect.poll(details, { timeout: 30_000 }).toMatch(/Time is skipped in rehearsals only/);
  expect(await service.registers.of(false).head()).toEqual(before);
}, 60_000);

it('a request to such an agreement is refused then, and entered nowhere', async () => {
  const real = 'skipped-and-asked';
  await service.open({ ...testAgreement(real), rehearsal: false });
  const before = await service.registers.of(false).head();
  const { startTime } = await service.handle(real).describe();
  await passTo(service.client, agreementWorkflowId(real), startTime.getTime() + 86_400_000);
  const refusal = await refusalOf(service.enter(real, { id: 's', type: 'signed', on: '2021-03-01' }));
  expect(refusal.message).toContain('Time is skipped in rehearsals only');
  expect(await service.registers.of(false).head()).toEqual(before);
});

it('an agreement not marked as a rehearsal does not run as one, and a rehearsal does not run as a real one', async () => {
  for (const rehearsal of [true, false]) {
    const id = `otherwise-${rehearsal}`;
    const handle = await service.client.workflow.start('agreement', {
      workflowId: agreementWorkflowId(id),
      taskQueue: 'servanda',
      args: [{ agreement: id, rehearsal, open: { description: { ...testAgreement(id), rehearsal: !rehearsal }, facts: [], by: 'test' } }],
    });
    await expect(handle.result()).rejects.toMatchObject({ cause: { details: [{ code: 'otherwiseDescribed' }] } });
    expect(await service.registers.find(id)).toBeUndefined();
  }
});

it('if the server can’t skip time, the dates are only calculated, and the command says so', async () => {
  const env = await startTimeSkippingEnvironment();
  try {
    expect(await canSkipTime(service.client)).toBe(true);
    const said = await inProcess(['rehearse', of, '--story', 'docs/rehearsal-2044.yaml'], {
      env: { SERVANDA_HOME: folder.path, TEMPORAL_ADDRESS: env.address },
      columns: 80,
    });
    expect(said.stderr).toContain('This Temporal server can’t let the time of one workflow pass');
    expect(said.stdout).toContain('19 Jul 2044');
    expect(said.stdout.split('\n').every(line => line.length <= 80)).toBe(true);
  } finally {
    await env.teardown();
  }
});
