/** A stop at any point loses no acknowledged fact and performs no act twice: all processes real, killed at random moments. */
import { expect, it } from 'vitest';
import { run } from '../support/kills/run.ts';
import { executableOf } from '../support/servers.ts';
import { startPostgres } from '../support/start-postgres.ts';

const kills = 4;

it('what was acknowledged is kept once through kills of worker, server and officers, in SQLite', { timeout: 900_000 }, async () => {
  const report = await run({ kills, seed: 2004, executable: executableOf('temporal') });
  expect(report.faults).toEqual([]);
  expect(report.acknowledged).toBeGreaterThan(kills);
});

it('and in PostgreSQL', { timeout: 900_000 }, async ({ skip }) => {
  const postgres = await startPostgres();
  skip('why' in postgres, 'why' in postgres ? postgres.why : undefined);
  if ('why' in postgres) return;
  try {
    const report = await run({ kills, seed: 2029, executable: executableOf('temporal'), databaseUrl: postgres.url });
    expect(report.faults).toEqual([]);
    expect(report.acknowledged).toBeGreaterThan(kills);
  } finally {
    await postgres.stop();
  }
});
