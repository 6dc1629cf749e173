/** Lines can only be added, by anybody and over any connection. */
import { describe, expect, it } from 'vitest';
import { newSigningKey } from '../../secrets/signing-key.ts';
import { requestHash } from '../../identity/request-hash.ts';
import type { Register } from '../../register/types.ts';
import { identityOf, withRight } from '../support/identities.ts';
import { onEachDatabase, type TestDatabase } from '../support/databases.ts';
import { act, entered, everythingOf, freshRegister, signed } from './given.ts';
import { enter } from '../support/enter.ts';

/** A statement that PostgreSQL lacks is tried as a plain insert. */
const inDialect = (statement: string, name: string): string =>
  name === 'SQLite' ? statement : statement.replace('insert or replace into', 'insert into');

/** As the database writes bytes. */
const bytes = (text: string, name: string): string => {
  const hex = Buffer.from(text).toString('hex');
  return name === 'SQLite' ? `x'${hex}'` : `'\\x${hex}'`;
};

/** An authority, an entry with a right, a revocation: one line of each kind about rights. */
async function rightsIn(register: Register): Promise<void> {
  const { kid, x, ...key } = newSigningKey();
  await register.trust({ kid, x, state: 'trusted', reason: 'first' }, entered);
  const held = await identityOf({ kid, x, ...key }, 'officer', 'KZ', ['registrar']);
  const { right: token } = await withRight(held, 'a', 'record', {});
  const right = { token, audience: 'default/a', name: 'record', hash: requestHash('record', {}), whyNot: () => undefined };
  await enter(register, 'a', signed('s9'), entered, right);
  await register.revoke({ person: 'officer', reason: 'left' }, entered, 'servanda');
}

/** The owner revokes the privilege to change lines: then the triggers still refuse. */
const schemaOf = ({ database: { place } }: { database: TestDatabase }): string => (typeof place === 'string' ? '' : place.schema);

onEachDatabase('the register', kind => {
  const on = freshRegister(kind);

  describe('the append-only register', () => {
    const values = `'entry', 'desk officer', ${bytes('{}', kind.name)}, ${bytes('h'.repeat(32), kind.name)}`;
    const outOfTurn = /append-only: this line of lines does not follow the last one/;
    const changes: [string, RegExp][] = [
      [`update lines set entered_by = 'x'`, /append-only: no update of lines\. Enter a correction/],
      ['delete from lines', /append-only: no delete of lines\. Enter a correction/],
      [`insert or replace into lines values (1, 1, 1, 1, ${values})`, outOfTurn],
      [`insert or replace into lines values (4, 1, 1, 1, ${values})`, outOfTurn],
      [`insert into lines values (99, 1, 1, 4, ${values})`, outOfTurn],
      [`insert into lines values (7, 1, 1, 99, ${values})`, outOfTurn],
      [`insert into lines values (7, 1, 99, 1, ${values})`, outOfTurn],
      [`insert into lines values (7, 1, 1, 4, ${values.replace(bytes('h'.repeat(32), kind.name), bytes('h', kind.name))})`, outOfTurn],
      [
        `insert into lines (agreement, place, kind, entered_by, entered_at, body, hash) values (1, 4, 'entry', 'x', 1, ${bytes('{}', kind.name)}, ${bytes('h'.repeat(32), kind.name)})`,
        outOfTurn,
      ],
      [`update agreements set id = 'x'`, /append-only: no update of agreements\. Its lines are sealed/],
      ['delete from agreements', /append-only: no delete of agreements/],
      [`insert or replace into agreements values (1, 'x')`, /append-only: this line of agreements does not follow the last one/],
      [`insert or replace into agreements values (3, 'a')`, /append-only: this line of agreements does not follow the last one/],
    ];

    it.each(changes.map(([statement, why]) => [inDialect(statement, kind.name), why] as const))(
      'refuses from any connection: %s',
      async (statement, why) => {
        await enter(on.register, 'a', signed('s'), entered);
        await on.register.delivered('a', { outbox: 1, recipient: 'officer', way: 'email', became: 'sent', detail: '250' }, 1);
        await rightsIn(on.register);
        const before = await everythingOf(on.register);
        expect(before).toHaveLength(6);
        if (kind.name === 'PostgreSQL' && !statement.startsWith('insert')) {
          await expect(on.database.raw(statement)).rejects.toThrow('permission denied');
          await on.database.raw(`grant update, delete, truncate on all tables in schema ${schemaOf(on)} to current_user`);
        }
        await expect(on.database.raw(statement)).rejects.toThrow(why);
        expect(await everythingOf(on.register)).toEqual(before);
      },
    );

    it('keeps the outcome of a letter, whatever comes after', async () => {
      await on.register.perform('a', [{ step: 'performed', body: act('x') }], 1);
      const delivery = { outbox: 1, recipient: 'officer', way: 'email', became: 'sent', detail: '250' } as const;
      const first = await on.register.delivered('a', delivery, 1);
      expect(await on.register.delivered('a', { ...delivery, became: 'failed', detail: 'late' }, 2)).toEqual(first);
      await on.register.delivered('a', { ...delivery, way: 'webhook', detail: 'HTTP 204' }, 3);
      await on.register.perform('b', [{ step: 'performed', body: act('y') }], 1);
      await on.register.delivered('b', delivery, 4);
      expect((await on.register.deliveries('a')).map(l => [l.seq, l.way, l.became])).toEqual([
        [2, 'email', 'sent'],
        [3, 'webhook', 'sent'],
      ]);
      expect((await on.register.deliveries('b')).map(l => [l.seq, l.at])).toEqual([[5, 4]]);
    });
  });
});
