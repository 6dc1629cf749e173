/** Many agreements on one page: projections are listed, and of the rest no more is folded than a page can wait for. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { contextOf, type Context } from '../../client/context.ts';
import { overviewOf } from '../../client/overview.ts';
import { project } from '../../dossier/listing.ts';
import { projectionsRead } from '../../register/projections.ts';
import { openSqlite } from '../../register/sqlite.ts';
import { temporaryFolder } from '../support/cli.ts';
import { enter } from '../support/enter.ts';
import { keepIn } from '../support/register-of.ts';
import { inForceFrom, testAgreement } from '../support/test-agreement.ts';

const folder = temporaryFolder();
const now = Date.UTC(2026, 10, 29, 9);
let context: Context;

beforeAll(async () => {
  await keepIn(
    folder.path,
    ['one', 'two', 'three'].map(id => ({ content: testAgreement(id, { rehearsal: false }), facts: inForceFrom('2022-07-10') })),
  );
  context = contextOf({ home: folder.path, env: {}, now: () => now });
});
afterAll(async () => {
  await context.close();
  folder.remove();
});

const seen = async (most?: number) => {
  const { found, unread, notYet } = await overviewOf(context, false, most);
  return { ids: found.map(f => f.glance.agreement), unread, notYet };
};

it('the overview folds what has no projection, up to a limit, and counts the rest', async () => {
  expect(await seen()).toEqual({ ids: ['one', 'three', 'two'], unread: [], notYet: 0 });
  expect(await seen(1)).toEqual({ ids: ['one'], unread: [], notYet: 2 });
  await project(await context.registers(), ['two'], now);
  expect(await seen(1)).toEqual({ ids: ['one', 'two'], unread: [], notYet: 1 });
});

it('the overview folds again only after another line or on another day', async () => {
  const said = async (at: number) => (await overviewOf({ ...context, now: () => at }, false)).found.map(f => f.glance);
  const before = await said(now);
  const again = await said(now);
  again.forEach((glance, i) => expect(glance).toBe(before[i]));
  expect((await said(now + 24 * 3_600_000)).map(g => g.asOf)).toEqual(['2026-11-30', '2026-11-30', '2026-11-30']);
  const register = (await context.registers()).of(false);
  await enter(register, 'one', { id: 'x', type: 'note.received', by: 'AZ', received: '2026-11-20', subject: 'a visit' } as never, {
    by: 'desk',
    at: now,
  });
  const after = await said(now);
  expect([after[0] === again[0], after[1]!.agreement]).toEqual([false, 'three']);
});

it('the overview is loaded in steps, once for all concurrent callers, and after a change only the changes', async () => {
  await project(await context.registers(), ['one', 'two', 'three'], now);
  const { db } = await openSqlite(join(folder.path, 'register.db'));
  const read = projectionsRead(db, 2);
  const [first, same] = await Promise.all([read(), read()]);
  expect(first.map(p => p.agreement)).toEqual(['one', 'three', 'two']);
  expect(same).toBe(first);
  await project(await context.registers(), ['two'], now + 24 * 3_600_000);
  const again = await read();
  expect(again.map((p, i) => p === first[i])).toEqual([true, true, false]);
  await db.destroy();
});

it('the overview returns the same answer as long as it is valid, with the deadlines of a year', async () => {
  await project(await context.registers(), ['one', 'two', 'three'], now);
  const overview = await overviewOf(context, false);
  expect(await overviewOf(context, false)).toBe(overview);
  expect(overview.found[0]!.deadlines).toMatchObject([{ agreement: 'one', what: 'notice', date: '2027-01-09' }]);
  expect(await overviewOf(context, true)).toEqual({ found: [], unread: [], notYet: 0 });
});
