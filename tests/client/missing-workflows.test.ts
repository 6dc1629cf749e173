/** Agreements reported as lacking a workflow: a rehearsal only if it has not ended by its own clock. */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { contextOf, type Context } from '../../client/context.ts';
import { findMissingWorkflows } from '../../client/missing-workflows.ts';
import type { Line } from '../../register/types.ts';
import { temporaryFolder } from '../support/cli.ts';
import { enter } from '../support/enter.ts';
import { keepIn } from '../support/register-of.ts';
import { inForceFrom, testAgreement } from '../support/test-agreement.ts';

vi.mock('../../reconciliation/unattended.ts', () => ({
  findUnattended: (_: unknown, __: unknown, ids: readonly string[]) =>
    Promise.resolve({ unkept: new Map(ids.map(id => [id, 'noWorkflow'])) }),
}));

const folder = temporaryFolder();
const now = Date.UTC(2026, 10, 29, 9);
const ahead = Date.UTC(2044, 2, 1, 9);
let base: Context;
let context: Context;

const notice = { id: 't', type: 'termination.notified', by: 'KZ', received: '2030-01-20' };
const strike = { id: 'k', type: 'struck', of: 't', recorded: '2044-03-01', reason: 'sent in error' };
/** The entries of each when its own time was 2044, in rehearsals and in a real agreement; none for `not-ahead`. */
const entered: Readonly<Record<string, { rehearsal: boolean; entries: readonly object[] }>> = {
  ended: { rehearsal: true, entries: [notice] },
  'runs-on': { rehearsal: true, entries: [{ id: 'n', type: 'note.received', by: 'KZ', received: '2044-02-01', subject: 'a visit' }] },
  'brought-back': { rehearsal: true, entries: [notice, strike] },
  'not-ahead': { rehearsal: true, entries: [] },
  real: { rehearsal: false, entries: [notice] },
};

beforeAll(async () => {
  const kept = Object.entries(entered).map(([id, { rehearsal }]) => ({
    content: testAgreement(id, { rehearsal }),
    facts: inForceFrom('2022-07-10'),
  }));
  await keepIn(folder.path, kept);
  base = contextOf({ home: folder.path, env: { TEMPORAL_ADDRESS: '127.0.0.1:1' }, now: () => now });
  const registers = await base.registers();
  for (const [id, { rehearsal, entries }] of Object.entries(entered))
    for (const entry of entries) await enter(registers.of(rehearsal), id, entry as Line, { by: 'desk', at: ahead });
  context = { ...base, service: () => Promise.resolve({ client: {}, taskQueue: 'test' } as never) };
});
afterAll(async () => {
  await base.close();
  folder.remove();
});

it('a rehearsal that ended ahead of today needs no workflow, while one that continues, or was brought back, is reported', async () => {
  const { unkept, failure } = await findMissingWorkflows(context, Object.keys(entered));
  expect(failure).toBeUndefined();
  expect([...unkept.keys()]).toEqual(['runs-on', 'brought-back', 'not-ahead', 'real']);
});
