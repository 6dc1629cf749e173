/** Whatever happens to a line of the register (changed, removed, moved, inserted), verification names it. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RegisterNotOpened } from '../../register/errors.ts';
import { openRegister } from '../../register/register.ts';
import { columns as tablesOfRegister } from '../../register/tables.ts';
import { newSigningKey } from '../../secrets/signing-key.ts';
import { requestHash } from '../../identity/request-hash.ts';
import type { Authority } from '../../register/rights.ts';
import { identityOf, withRight } from '../support/identities.ts';
import { onEachDatabase, type TestDatabase } from '../support/databases.ts';
import { act, entered, everythingOf, freshRegister, signed } from './given.ts';
import { enter } from '../support/enter.ts';

const authority = newSigningKey();
const held = await identityOf(authority, 'officer', 'KZ', ['registrar']);
const right: Authority = {
  token: (await withRight(held, 'a', 'record', {})).right,
  audience: 'default/a',
  name: 'record',
  hash: requestHash('record', {}),
  whyNot: () => undefined,
};

/** Two agreements with three lines of each kind, written in turn; preceded by three authorities and followed by three revocations. */
async function written(place: TestDatabase['place']): Promise<void> {
  const register = await openRegister(place);
  for (const { kid, x } of [authority, { kid: 'second', x: 'x2' }, { kid: 'third', x: 'x3' }])
    await register.trust({ kid, x, state: 'trusted', reason: 'test' }, entered, 'servanda');
  for (const n of [1, 2, 3])
    for (const a of ['a', 'b']) {
      await enter(register, a, signed(`s${n}`), { ...entered, at: entered.at + n }, right);
      const [line] = await register.perform(a, [{ step: 'performed', body: act(`act ${a}${n}`) }], n);
      await register.delivered(a, { outbox: line!.seq, recipient: 'officer', way: 'email', became: 'sent', detail: '250 ok' }, n);
    }
  for (const n of [1, 2, 3]) await register.revoke({ person: `p${n}`, reason: 'test' }, { ...entered, at: n }, 'servanda');
  await register.close();
}

const count = 30;
const columns = ['entered_at', 'agreement', 'place', 'kind', 'entered_by', 'body', 'hash'] as const;
type Column = (typeof columns)[number];

const seq = fc.integer({ min: 1, max: count });
const tampering = fc.oneof(
  fc.record({ how: fc.constant('flip' as const), seq, column: fc.constantFrom(...columns), at: fc.nat(100) }),
  fc.record({ how: fc.constant('delete' as const), seq: fc.integer({ min: 1, max: count - 1 }) }),
  fc.record({ how: fc.constant('swap' as const), seq, other: seq }).filter(t => t.seq !== t.other),
  fc.record({ how: fc.constant('insert' as const), seq }),
);
type Tampering = typeof tampering extends fc.Arbitrary<infer T> ? T : never;

/** One byte of a text or of bytes, or a number. */
function flipped(column: Column, at: number, kind: string): string {
  if (column === 'entered_at' || column === 'place') return `${column} = ${column} + 1000`;
  if (column === 'agreement') return `agreement = agreement % 3 + 1, place = place + 1000`;
  if (column === 'body' || column === 'hash') {
    if (kind !== 'SQLite')
      return `${column} = set_byte(${column}, ${at} % length(${column}), 255 - get_byte(${column}, ${at} % length(${column})))`;
    const byte = `substr(${column}, ${at} % length(${column}) + 1, 1)`;
    return `${column} = cast(substr(${column}, 1, ${at} % length(${column})) || (case when ${byte} = x'37' then x'38' else x'37' end) || substr(${column}, ${at} % length(${column}) + 2) as blob)`;
  }
  return `${column} = substr(${column}, 1, ${at} % length(${column})) || (case when substr(${column}, ${at} % length(${column}) + 1, 1) = '7' then '8' else '7' end) || substr(${column}, ${at} % length(${column}) + 2)`;
}

const all = ['seq', ...columns];

function statementOf(t: Tampering, kind: string): string {
  switch (t.how) {
    case 'flip':
      return `update lines set ${flipped(t.column, t.at, kind)} where seq = ${t.seq}`;
    case 'delete':
      return `delete from lines where seq = ${t.seq}`;
    case 'swap': {
      // the content of two lines swapped, their positions unchanged
      const said = ['kind', 'entered_by', 'entered_at', 'body'];
      const from = (other: number): string => said.map(c => `${c} = (select o.${c} from lines_before o where o.seq = ${other})`).join(', ');
      return `create table lines_before as select * from lines; update lines set ${from(t.other)} where seq = ${t.seq}; update lines set ${from(t.seq)} where seq = ${t.other}; drop table lines_before`;
    }
    case 'insert':
      return `insert into lines (${all.join(', ')}) select ${all.map(c => (c === 'seq' ? `${count + 1}` : c === 'place' ? 'place + 100' : c)).join(', ')} from lines where seq = ${t.seq}`;
    default:
      return t satisfies never;
  }
}

/** The line that must be named: an inserted line itself. */
const named = (t: Tampering): number => (t.how === 'insert' ? count + 1 : t.seq);

onEachDatabase('a register with lines of each kind', kind => {
  const on = freshRegister(kind);

  it('an untouched register is sound, with one head over all and one for each agreement', async () => {
    await written(on.database.place);
    const found = await on.register.verifyAll();
    expect(found).toMatchObject({ sound: true, lines: count, agreements: 2, head: { seq: count } });
    expect((await on.register.head()).hash).toBe(found.sound && found.head.hash);
    expect((await on.register.head('a')).seq).toBe(12);
    expect(await on.register.head('none')).toMatchObject({ seq: 0 });
    const kinds = new Set((await everythingOf(on.register)).map(line => line.kind));
    expect([...kinds].toSorted()).toEqual(['acts', 'authority', 'entry', 'letter', 'revocation', 'right']);
  });

  it('a register with other columns than its own is refused on opening, and not only when queried', async () => {
    for (const [table, names] of Object.entries(tablesOfRegister))
      for (const name of names) {
        const rename = (from: string, to: string) => on.database.tamper(`alter table ${table} rename column "${from}" to "${to}"`);
        await rename(name, 'other');
        await expect(openRegister(on.database.place), `${table}.${name}`).rejects.toThrow(RegisterNotOpened);
        await rename('other', name);
      }
    const again = await openRegister(on.database.place);
    expect(await again.verifyAll()).toMatchObject({ sound: true });
    await again.close();
  });

  it.runIf(kind.name === 'SQLite').each([
    ['lines', 'entered_by', 'seq = 5'],
    ['lines', 'kind', 'seq = 5'],
    ['agreements', 'id', `id = 'a'`],
  ])('a line of %s is named if unread bytes were added after its %s', async (table, column, where) => {
    await written(on.database.place);
    await on.database.tamper(`update ${table} set ${column} = ${column} || char(0) || 'hidden' where ${where}`);
    const found = await on.register.verifyAll();
    expect(found.sound ? [] : found.faults).toContainEqual({
      line: 5,
      agreement: expect.stringMatching(/^a/) as string,
      why: { code: 'nulByte' },
    });
  });

  it('the line is named, whatever was done to it', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(tampering, async t => {
        const database = await kind.fresh();
        try {
          await written(database.place);
          await database.tamper(statementOf(t, kind.name));
          const register = await openRegister(database.place);
          const found = await register.verifyAll();
          await register.close();
          expect(found.sound ? [] : found.faults.map(f => f.line), JSON.stringify(t)).toContain(named(t));
        } finally {
          await database.remove();
        }
      }),
      { seed: 2004, numRuns: 60 },
    );
  });
});
