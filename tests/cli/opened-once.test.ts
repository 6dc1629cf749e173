/** A command opens each database once, however many of its parts read the register. */
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { join } from 'node:path';
import type { openSqlite as open } from '../../register/sqlite.ts';
import type { Service } from '../support/service.ts';
import { inProcess, temporaryFolder } from '../support/cli.ts';
import { startNotedService } from '../support/on-dev-server.ts';
import { inForceFrom, testAgreement } from '../support/test-agreement.ts';

const opened = vi.hoisted((): string[] => []);
vi.mock('../../register/sqlite.ts', async original => {
  const { openSqlite, ...rest } = await original<{ openSqlite: typeof open }>();
  return {
    ...rest,
    openSqlite: (...[file, ...how]: Parameters<typeof open>) => {
      opened.push(file);
      return openSqlite(file, ...how);
    },
  };
});

const folder = temporaryFolder();
const home = join(folder.path, 'home');
const both = ['register.db', 'rehearsals.db'].map(file => join(home, file));
let service: Service;

beforeAll(async () => {
  service = await startNotedService(home);
  await service.open(testAgreement('counted'), inForceFrom('2021-03-10'));
});
afterAll(async () => {
  await service.stop();
  folder.remove();
});
beforeEach(() => void opened.splice(0));

it.each([
  ['record', 'counted', 'suspension.agreed', '--on', '2026-01-01', '--yes'],
  ['explain', 'counted', '--register'],
  ['agreement', 'list', '--rehearsals'],
  ['agreement', 'show', 'counted'],
  ['deadlines', '--within', 'P9Y', '--rehearsals'],
])('%s opens each register once (%s)', async (...args) => {
  expect(await inProcess(args, { now: Date.now(), env: { SERVANDA_HOME: home } })).toMatchObject({ code: 0 });
  expect(opened.toSorted()).toEqual(both.toSorted());
});
