/** The keys that a worker announces in its identity, by id only, and what a desk concludes from them. */
import { expect, it } from 'vitest';
import { workerIdentity, workerWithout } from '../../secrets/worker-keys.ts';

it('an identity names the keys of its worker, and none if the worker has none', () => {
  expect(workerIdentity({ ids: ['2026', '2025'] })).toMatch(/^\d+@\S+ keys=2026,2025$/);
  expect(workerIdentity({ ids: [] })).toMatch(/^\d+@\S+$/);
});

it.each([
  ['the worker has the key', '2025', ['1@a keys=2026,2025'], undefined],
  ['one of two workers has the key', '2026', ['2@b keys=2025', '1@a keys=2026,2025'], undefined],
  ['no worker has the key', '2026', ['2@b keys=2025', '3@b keys=2024'], '2@b keys=2025'],
  ['an id that begins as another does is another key', '2026', ['1@a keys=2026b'], '1@a keys=2026b'],
  ['a worker names no keys', '2026', ['1@a', 'someone else'], undefined],
  ['no worker has asked for work yet', '2026', [], undefined],
])('a worker that lacks a key is recognised by its identity: %s', (_, key, identities, worker) => {
  expect(workerWithout(key, identities)).toBe(worker);
});
