/**
 * A confirmed entry is made only on the register that was previewed: an entry from another terminal in the meantime makes the command
 * preview and ask again.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { legalToday } from '../../clauses/calendar.ts';
import { contextOf } from '../../client/context.ts';
import { prepare, sendAll } from '../../client/entering.ts';
import { strikeOf } from '../../client/facts.ts';
import type { TestService, Treaty } from '../../testing/index.ts';
import { wordings } from '../../wording/index.ts';
import { inProcess, temporaryFolder, type Said } from '../support/cli.ts';
import { testAgreement } from '../support/test-agreement.ts';
import { startOwnTestService } from '../support/test-service.ts';

const folder = temporaryFolder();
let service: TestService;
let treaty: Treaty;
let reminded: Treaty;

beforeAll(async () => {
  service = await startOwnTestService();
  treaty = await service.open(testAgreement('treaty'));
  await treaty.inForceFrom('2024-03-01');
  reminded = await service.open(testAgreement('reminded', { reminders: ['P9Y'] }));
  await reminded.inForceFrom('2024-03-01');
});
afterAll(async () => {
  await service?.close();
  folder.remove();
});

const movedIn = (id: string): string => `Something was entered in ${id} while you were asked.`;
const moved = movedIn('treaty');
/** Runs a command; before its first answer another terminal does something. */
async function interrupted(args: readonly string[], meanwhile: () => Promise<unknown>): Promise<Said & { asked: number }> {
  let asked = 0;
  const answer = async (): Promise<boolean> => {
    asked += 1;
    if (asked === 1) await meanwhile();
    return true;
  };
  const env = { SERVANDA_HOME: service.home, TEMPORAL_ADDRESS: service.address };
  return { ...(await inProcess(args, { now: Date.now(), env, answer })), asked };
}
const visit = (subject: string) => treaty.record({ type: 'note.received', by: 'AZ', received: '2025-05-05', subject, id: subject });
const entries = async (): Promise<string[]> => (await treaty.standing()).entries.map(row => row.entry.id);

describe('while a fact is entered from another terminal', () => {
  it('record previews the consequences in the new register and asks again', async () => {
    const said = await interrupted(
      ['record', 'treaty', 'termination.notified', '--by', 'KZ', '--received', '2026-02-01', '--id', 't2'],
      () => treaty.record({ id: 't1', type: 'termination.notified', by: 'AZ', received: '2026-01-20' }),
    );
    expect(said).toMatchObject({ code: 0, asked: 2 });
    const [before, after, ...more] = said.stderr.split(moved);
    expect(more).toEqual([]);
    expect(before).toContain('To be entered in treaty');
    expect(after).toContain('To be entered in treaty');
    expect(after).not.toBe(before);
    expect(await entries()).toEqual(expect.arrayContaining(['t1', 't2']));
  });

  it.each([
    ['correct', ['correct', 'treaty', 't1', '--received', '2026-01-21', '--reason', 'stamp']],
    ['strike', ['strike', 'treaty', 't2', '--reason', 'sent in error']],
  ])('%s asks again', async (name, args) => {
    expect(await interrupted(args, () => visit(`visit-${name}`))).toMatchObject({
      code: 0,
      asked: 2,
      stderr: expect.stringContaining(moved) as unknown,
    });
  });

  it('acknowledge asks again', async () => {
    const meanwhile = () => reminded.record({ type: 'note.received', by: 'AZ', received: '2025-05-05', subject: 'visit', id: 'visit' });
    expect(await interrupted(['acknowledge', 'reminded', '--for', 'KZ'], meanwhile)).toMatchObject({
      code: 0,
      asked: 2,
      stderr: expect.stringContaining(movedIn('reminded')) as unknown,
    });
  });

  it('agreement revise asks again', async () => {
    const file = folder.file('treaty.yaml', stringify({ ...testAgreement('treaty', { reminders: ['P1Y'] }) }));
    const said = await interrupted(['agreement', 'revise', file, '--reason', 'one reminder'], () => visit('visit-revise'));
    expect(said).toMatchObject({ code: 0, asked: 2, stderr: expect.stringContaining(moved) as unknown });
  });

  it('notice dispatch asks again', async () => {
    const { number } = await treaty.notice.draft({ kind: 'free', by: 'KZ', subject: 'visit', text: 'A visit.' }, { by: 'first secretary' });
    await treaty.notice.approve(number, { by: 'head of department' });
    const sent = ['--on', legalToday(Date.now(), ['Asia/Almaty', 'Asia/Baku'])];
    const said = await interrupted(['notice', 'dispatch', 'treaty', number, ...sent], () => visit('visit-dispatch'));
    expect(said).toMatchObject({ code: 0, asked: 2, stderr: expect.stringContaining(moved) as unknown });
  });
});

it('a command asks only once if nothing was entered in the meantime', async () => {
  const said = await interrupted(['strike', 'treaty', 'visit-strike', '--reason', 'no visit'], async () => {});
  expect(said).toMatchObject({ code: 0, asked: 1 });
  expect(said.stderr).not.toContain(moved);
});

it('an entry confirmed on another head is refused by the register itself, and accepted once confirmed on the current one', async () => {
  const context = contextOf({ address: service.address, home: service.home, person: 'test', env: {} });
  try {
    const make = strikeOf(wordings.en, 'visit-correct', 'no visit', 'k9');
    const shown = await prepare(context, 'treaty', make);
    await visit('visit-late');
    const { length: lines } = (await prepare(context, 'treaty', make)).dossier.rows;
    await expect(sendAll(context, shown, { confirmed: true })).rejects.toMatchObject({
      refusal: { code: 'headMoved', params: { agreement: 'treaty', shown: lines - 1, lines } },
    });
    expect(await entries()).not.toContain('k9');
    const [entered] = await sendAll(context, await prepare(context, 'treaty', make), { confirmed: true });
    expect(entered).toMatchObject({ entry: { id: 'k9' }, existing: false });
    expect((await sendAll(context, shown, { confirmed: true }))[0]).toMatchObject({ existing: true });
  } finally {
    await context.close();
  }
});
