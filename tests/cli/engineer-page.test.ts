/** docs/engineer.md is true: its search attributes are ours, Temporal accepts its filters, and its commands work on the rehearsal. */
import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServanda, Refused } from '../../client/index.ts';
import { root } from '../../docs/pages.ts';
import { newSigningKey } from '../../secrets/signing-key.ts';
import * as messages from '../../workflows/messages.ts';
import { searchAttributes } from '../../workflows/search-attributes.ts';
import { servanda, temporaryFolder } from '../support/cli.ts';
import { startNotedService } from '../support/on-dev-server.ts';
import { executableOf } from '../support/servers.ts';
import type { Service } from '../support/service.ts';

const page = readFileSync(join(root, 'docs/engineer.md'), 'utf8');
const part = (title: string): string => page.split(/^## /m).find(p => p.startsWith(title))!;
const blocks = (text: string, language: string): string[] =>
  [...text.matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, 'g'))].map(m => m[1]!);

const folder = temporaryFolder();
const home = join(folder.path, 'home');
let service: Service;
beforeAll(async () => {
  service = await startNotedService(home, { authority: newSigningKey() });
  // As `up` does for the user of this machine.
  await shell(`npx servanda identity issue --person "${userInfo().username}" --for "*" --roles drafter,approver,registrar,operator`);
  await shell(blocks(page.slice(0, page.indexOf('## Watching')), 'sh')[0]!);
});
afterAll(async () => {
  await service?.stop();
  folder.remove();
});

/** Runs a block of commands as copied from the page; returns its output. */
async function shell(lines: string): Promise<string> {
  const PATH = `${dirname(executableOf('temporal'))}:${process.env['PATH']}`;
  const { code, stdout, stderr } = await servanda(
    { shell: `set -e\n${lines.replaceAll('npx servanda', '$SERVANDA')}` },
    { PATH, SERVANDA_HOME: home },
  );
  expect({ code, stderr }).toMatchObject({ code: 0 });
  return stdout;
}
const shown = (number: string): Promise<messages.NoticeShown> =>
  service.client.workflow.getHandle(messages.noticeWorkflowId('rehearsal', number)).query(messages.noticeStatus);
const approved = { state: 'approved', notice: { draftedBy: 'desk 3', approvedBy: 'head of department' } };

describe('as docs/engineer.md says, a notice is triggered', () => {
  const [byServanda, byTemporal, start, approval, record] = blocks(part('Triggering'), 'sh') as [string, string, string, string, string];

  it("by servanda's command line", async () => {
    await shell(byServanda);
    expect(await shown('demo-1')).toMatchObject(approved);
  });

  it("by Temporal's command line, with the right that identity sign adds", async () => {
    expect(await shell(byTemporal)).toContain('"state"');
    expect(await shown('demo-2')).toMatchObject({ ...approved, state: 'dispatched' });
  }, 240_000);

  it('by the Temporal UI, with the pasted input, under the names that its link fills in', async () => {
    const link = new URL(/\[Start Workflow\]\((\S+)\)/.exec(part('Triggering'))![1]!).searchParams;
    const [workflowId, taskQueue, type] = ['workflowId', 'taskQueue', 'workflowType'].map(name => link.get(name)!) as [
      string,
      string,
      string,
    ];
    const handle = await service.client.workflow.start(type, { workflowId, taskQueue, args: [JSON.parse(await shell(start))] });
    const request = JSON.parse(await shell(approval)) as object;
    // Queried before its first step is recorded, a notice returns a failure.
    while (
      await handle.query(messages.noticeStatus).then(
        () => false,
        () => true,
      )
    )
      await pause(50);
    await handle.executeUpdate('approve', { args: [request] });
    expect(await shown('demo-3')).toMatchObject(approved);
  });

  it('by a program', async () => {
    const [sample] = blocks(part('Triggering'), 'ts');
    const asked = Object.getPrototypeOf(async () => {}).constructor as new (name: string, code: string) => (make: unknown) => Promise<void>;
    await new asked('createServanda', sample!)((options: object) => createServanda({ ...options, home, env: {} }));
    expect(await shown('demo-4')).toMatchObject({ ...approved, state: 'dispatched' });
  });

  it('and its fact is recorded directly with its agreement', async () => {
    await shell(record);
    expect((await service.plan('rehearsal')).underNotice).toBe(true);
  });
});

it('the sample of the client works as described, run by the user of this machine', async () => {
  for (const text of [page, readFileSync(join(root, 'README.md'), 'utf8')]) {
    const sample = blocks(text, 'ts').find(block => block.includes('servanda.record('))!;
    const code = sample.replace(/^import .*$/m, '');
    const asked = Object.getPrototypeOf(async () => {}).constructor as new (...parts: string[]) => (...with_: unknown[]) => Promise<void>;
    const printed: unknown[] = [];
    const console = { log: (one: unknown) => printed.push(one), error: (...more: unknown[]) => expect(more).toEqual([]) };
    await new asked('createServanda', 'Refused', 'console', code)(
      (options: object) => createServanda({ ...options, home, env: {} }),
      Refused,
      console,
    );
    expect(printed).toHaveLength(1);
  }
});

describe('the page on watching in Temporal', () => {
  const rows = [...part('Watching').matchAll(/^\| ([^|]+?) +\| `([^`]+)` +\| \[open\]\((\S+)\) +\|$/gm)].map(
    m => m.slice(1) as [string, string, string],
  );
  const found = async (query: string): Promise<string[]> => {
    const ids: string[] = [];
    for await (const { workflowId } of service.client.workflow.list({ query })) ids.push(workflowId);
    return ids;
  };

  it('names every search attribute of ours, and no other', () => {
    const table = part('Watching')
      .split('\n')
      .filter(line => line.startsWith('| `Servanda'));
    const named = table.flatMap(line => [...line.split('|')[1]!.matchAll(/`(\w+)`/g)].map(m => m[1]!));
    expect(named.toSorted()).toEqual(searchAttributes.map(({ name }) => name).toSorted());
  });

  it('has filters, each with a link that opens it', () => {
    expect(rows.length).toBeGreaterThan(12);
    for (const [, query, link] of rows) expect(new URL(link).searchParams.get('query')).toBe(query);
  });

  it.each(rows)('has the filter %s, and Temporal accepts %s', async (_, query) => {
    expect(await found(query)).toBeInstanceOf(Array);
  });

  it('finds what each filter is for, and rejects an invalid one', async () => {
    const queryOf = (what: string): string => rows.find(([named]) => named.startsWith(what))![1];
    await expect.poll(() => found(queryOf('Under notice')), { timeout: 20_000 }).toEqual(['agreement/rehearsal']);
    const notices = ['demo-1', 'demo-2', 'demo-3', 'demo-4'].map(number => `notice/rehearsal/${number}`);
    await expect
      .poll(async () => (await found(queryOf('Our notices that are approved'))).toSorted(), { timeout: 20_000 })
      .toEqual(notices.filter(id => /[13]$/.test(id)));
    expect((await found(queryOf('One agreement'))).toSorted()).toEqual(['agreement/rehearsal', ...notices]);
    expect(await found(queryOf('All agreements of a Party'))).toEqual(['agreement/rehearsal']);
    await expect(found('ServandaNone = 1')).rejects.toThrow('Failed to list workflows');
  });

  it('works in a terminal as in the UI', async () => {
    expect(await shell(blocks(part('Watching'), 'sh')[0]!)).toMatch(/agreement\/rehearsal[^]*Current Details[^]*"timers"/);
  });
});
