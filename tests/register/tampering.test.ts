/** Whatever one line of the register becomes (changed, taken out, moved, put in), verifying names it. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openRegister } from '../../register/register.ts';
import { newSigningKey } from '../../secrets/signing-key.ts';
import { requestHash } from '../../identity/request-hash.ts';
import type { Authority } from '../../register/rights.ts';
import { identityOf, withRight } from '../support/identities.ts';
import type { Fault } from '../../register/types.ts';
import { onEachDatabase, type TestDatabase } from '../support/databases.ts';
import { entered, freshRegister, signed } from './given.ts';

const tables = {
  entries: ['id', 'type', 'body', 'content_hash', 'previous', 'hash', 'entered_by', 'entered_at'],
  outbox: ['act', 'step', 'body', 'at'],
  deliveries: ['outbox', 'recipient', 'way', 'became', 'detail', 'at'],
  rules: ['law', 'description', 'reading', 'at'],
  authorities: ['kid', 'public_key', 'state', 'reason', 'entered_by', 'at'],
  revocations: ['identity', 'person', 'reason', 'entered_by', 'at'],
  authorisations: ['entry', 'identity', 'person', 'acts_for', 'roles', 'issuer', 'token_id', 'token', 'at'],
  journal: ['place', 'kept_in', 'line', 'content', 'previous', 'previous_of_all', 'hash'],
} as const;
type Name = keyof typeof tables;
const numbers = ['entered_at', 'at', 'outbox', 'place', 'line'];

const authority = newSigningKey();
const held = await identityOf(authority, 'officer', 'KZ', ['registrar']);
const right: Authority = {
  token: (await withRight(held, 'a', 'record', {})).right,
  audience: 'default/a',
  hash: requestHash('record', {}),
  whyNot: () => undefined,
};

/** Two agreements, three lines of each kind for each of them, written in turn; first three authorities, last three revocations. */
async function written(place: TestDatabase['place']): Promise<void> {
  const register = await openRegister(place);
  for (const { kid, x } of [authority, { kid: 'second', x: 'x2' }, { kid: 'third', x: 'x3' }])
    await register.trust({ kid, x, state: 'trusted', reason: 'test' }, entered, 'servanda');
  for (const n of [1, 2, 3])
    for (const a of ['a', 'b']) {
      await register.append(a, 0, signed(`s${n}`), { ...entered, at: entered.at + n }, undefined, right);
      const [line] = await register.perform(a, [{ act: `act ${a}${n}`, step: 'performed', body: { n } }], n);
      await register.delivered(a, { outbox: line!.seq, recipient: 'officer', way: 'email', became: 'sent', detail: '250 ok' }, n);
      await register.transact(a, t => t.foldedBy({ law: `${n}`, description: 'sha256:x', reading: { effect: 'dayAfter' } }, n));
    }
  for (const n of [1, 2, 3]) await register.revoke({ person: `p${n}`, reason: 'test' }, { ...entered, at: n }, 'servanda');
  await register.close();
}

/** The number of a line in its table; of the journal, a seal of agreement a. */
function numberOf(table: Name, agreement: string, n: number): number {
  if (table === 'journal') return 3 + 10 * n - 9;
  return table === 'entries' || isOfAll(table) ? n : agreement === 'a' ? 2 * n - 1 : 2 * n;
}

const isOfAll = (table: Name): boolean => table === 'authorities' || table === 'revocations';

const where = (table: Name, agreement: string, n: number): string =>
  `seq = ${numberOf(table, agreement, n)} and agreement = '${isOfAll(table) ? '*' : table === 'journal' ? 'a' : agreement}'`;

/** One byte of a text, or one of a number. */
const flipped = (column: string, at: number): string =>
  numbers.includes(column)
    ? `${column} = ${column} + 1000`
    : `${column} = case when length(${column}) = 0 then '7' else substr(${column}, 1, ${at} % length(${column})) || (case when substr(${column}, ${at} % length(${column}) + 1, 1) = '7' then '8' else '7' end) || substr(${column}, ${at} % length(${column}) + 2) end`;

const line = fc.record({
  table: fc.constantFrom(...(Object.keys(tables) as Name[])),
  agreement: fc.constantFrom('a', 'b'),
  n: fc.integer({ min: 1, max: 3 }),
});
const tampering = fc.oneof(
  fc.record({ how: fc.constant('flip' as const), line, column: fc.nat(), at: fc.nat(100) }),
  fc.record({ how: fc.constant('delete' as const), line }),
  fc.record({ how: fc.constant('swap' as const), line }),
  fc.record({ how: fc.constant('insert' as const), line }),
);

type Tampering = typeof tampering extends fc.Arbitrary<infer T> ? T : never;

function statementOf(t: Tampering): string {
  const { table, agreement, n } = t.line;
  const at = where(table, agreement, n);
  switch (t.how) {
    case 'flip':
      return `update ${table} set ${flipped(tables[table][t.column % tables[table].length]!, t.at)} where ${at}`;
    case 'delete':
      return `delete from ${table} where ${at}`;
    case 'swap': {
      // what two lines say, their numbers left in place; ids are unique, so that each goes by way of a third value
      const other = where(table, agreement, (n % 3) + 1);
      const columns = tables[table].filter(c => !['id', 'entry', 'outbox', 'place', 'line', 'kept_in'].includes(c));
      const set = columns
        .map(c => `${c} = (select o.${c} from ${table}_before o where o.${other.replaceAll(' and ', ' and o.')})`)
        .join(', ');
      const back = columns
        .map(c => `${c} = (select o.${c} from ${table}_before o where o.${at.replaceAll(' and ', ' and o.')})`)
        .join(', ');
      return `create table ${table}_before as select * from ${table}; update ${table} set ${set} where ${at}; update ${table} set ${back} where ${other}; drop table ${table}_before`;
    }
    case 'insert': {
      const all = ['agreement', 'seq', ...tables[table]];
      const values = all.map(c =>
        c === 'seq' || c === 'place' || c === 'line' ? `${c} + 100` : c === 'id' || c === 'entry' || c === 'recipient' ? `${c} || 'x'` : c,
      );
      return `insert into ${table} (${all.join(', ')}) select ${values.join(', ')} from ${table} where ${at}`;
    }
    default:
      return t satisfies never;
  }
}

onEachDatabase('a register with lines of each kind', kind => {
  const on = freshRegister(kind);

  it('is sound as it was written, with one head over all and one for each agreement', async () => {
    await written(on.database.place);
    const found = await on.register.verifyAll();
    expect(found).toMatchObject({ sound: true, lines: 36, agreements: 2, head: { seq: 36 } });
    expect((await on.register.head()).hash).toBe(found.sound && found.head.hash);
    expect((await on.register.head('a')).seq).toBe(15);
    expect(await on.register.head('none')).toMatchObject({ seq: 0 });
  });

  it.each(['none', 'kysely_migration'])('names a seal that was changed to one of the table %s', async table => {
    const database = await kind.fresh();
    try {
      await written(database.place);
      await database.tamper(`update journal set kept_in = '${table}' where seq = 4`);
      const register = await openRegister(database.place);
      const found = await register.verifyAll();
      await register.close();
      expect(found).toMatchObject({ sound: false });
      expect(found.sound ? [] : found.faults).toContainEqual({
        table: 'journal',
        agreement: 'a',
        line: 4,
        why: 'was changed: its hash is not that of what it says',
      });
    } finally {
      await database.remove();
    }
  });

  it.runIf(kind.name === 'SQLite').each([
    ['entries', 'entered_by'],
    ['deliveries', 'detail'],
    ['journal', 'hash'],
  ] as const)('names a line of %s behind whose text bytes were put that nobody reads', async (table, column) => {
    const database = await kind.fresh();
    try {
      await written(database.place);
      await database.tamper(`update ${table} set ${column} = ${column} || char(0) || 'hidden' where ${where(table, 'a', 2)}`);
      const register = await openRegister(database.place);
      const found = await register.verifyAll();
      await register.close();
      expect(found).toMatchObject({ sound: false, faults: [{ table, why: 'was changed after it was written: a text has a NUL byte' }] });
    } finally {
      await database.remove();
    }
  });

  it('names the line, whatever was done to it', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(tampering, async t => {
        const database = await kind.fresh();
        try {
          await written(database.place);
          await database.tamper(statementOf(t));
          const register = await openRegister(database.place);
          const found = await register.verifyAll();
          await register.close();
          const faults: Fault[] = found.sound ? [] : found.faults;
          expect(
            faults.map(f => f.table),
            JSON.stringify(t),
          ).toContain(t.line.table);
        } finally {
          await database.remove();
        }
      }),
      { seed: 2004, numRuns: 60 },
    );
  });
});
