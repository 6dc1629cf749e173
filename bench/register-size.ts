/**
 * `node --import tsx bench/register-size.ts [AGREEMENTS]`: how many bytes an agreement takes in the register, in SQLite and in PostgreSQL.
 * Measures a family of twenty-five facts and an agreement of three, both opened by the activities with the description of the first
 * agreement.
 */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { agreementFile } from '../agreements/find.ts';
import { loadAgreement } from '../agreements/load.ts';
import { openRegisters } from '../register/home.ts';
import { startPostgres } from '../tests/support/start-postgres.ts';
import { benchEntries } from './family.ts';
import { keeperOf } from './register-fill.ts';
import { inPostgres } from './databases.ts';

const agreements = Number(process.argv[2] ?? 200);
const { agreement } = loadAgreement(agreementFile('kz-az-2004-government-communications'));
const taken = Date.UTC(2026, 10, 21, 12);
/** The family's first facts: signature, completion, seven notices with their revocations, the protocols, a suspension. */
const family = benchEntries.slice(0, 25).map(({ recorded: _, ...fact }) => fact);
const postgres = await startPostgres();
const homes: string[] = [];
try {
  for (const [name, url] of [['SQLite', undefined] as const, ...('url' in postgres ? [['PostgreSQL', postgres.url] as const] : [])])
    for (const facts of [family, family.slice(0, 3)]) {
      const home = mkdtempSync(join(tmpdir(), 'servanda-bench-'));
      homes.push(home);
      if (url) await inPostgres(url, 'drop schema if exists servanda cascade; drop schema if exists servanda_rehearsals cascade');
      const registers = await openRegisters(home, url);
      const empty = url ? await sizeOfSchema(url) : 0;
      const began = process.hrtime.bigint();
      for (let n = 0; n < agreements; n++) {
        const id = `kz-az-2004-communications-${String(n).padStart(6, '0')}`;
        const open = { description: { ...agreement, id, rehearsal: false }, facts, by: 'desk officer' };
        await keeperOf(registers)(id, taken, { kind: 'open', open });
      }
      const each = Number(process.hrtime.bigint() - began) / 1e6 / agreements;
      const lines = (await registers.of(false).head()).seq;
      await registers.close();
      const bytes = (url ? await sizeOfSchema(url) : sizeOfFiles(home)) - empty;
      console.log(
        `${name}, ${facts.length} facts: ${(bytes / agreements / 1000).toFixed(1)} kB an agreement, ${(lines / agreements).toFixed(0)} lines, opened in ${each.toFixed(1)} ms`,
      );
    }
} finally {
  if ('stop' in postgres) await postgres.stop();
  for (const home of homes) rmSync(home, { recursive: true });
}

function sizeOfFiles(home: string): number {
  const db = new Database(join(home, 'register.db'));
  db.exec('pragma wal_checkpoint(truncate)');
  db.close();
  return readdirSync(home)
    .filter(f => f.startsWith('register.db'))
    .reduce((sum, f) => sum + statSync(join(home, f)).size, 0);
}

async function sizeOfSchema(url: string): Promise<number> {
  const sum =
    "select sum(pg_total_relation_size(oid))::float8 as bytes from pg_class where relkind = 'r' and relnamespace = 'servanda'::regnamespace";
  return (await inPostgres<{ bytes: number }>(url, sum))[0]!.bytes;
}
