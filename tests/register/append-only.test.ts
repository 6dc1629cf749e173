/** Lines are only added: whoever asks, by whatever connection. */
import { describe, expect, it } from 'vitest';
import { newSigningKey } from '../../secrets/signing-key.ts';
import { requestHash } from '../../identity/request-hash.ts';
import type { Register } from '../../register/types.ts';
import { identityOf, withRight } from '../support/identities.ts';
import { onEachDatabase, type TestDatabase } from '../support/databases.ts';
import { entered, everythingOf, freshRegister, signed } from './given.ts';

/** What SQLite calls INSERT OR REPLACE, PostgreSQL says as an upsert. */
const inDialect = (statement: string, name: string): string =>
  name === 'SQLite' ? statement : statement.replace('insert or replace into', 'insert into');

/** An authority, an entry on a right, a revocation: one line of each table of rights. */
async function rightsIn(register: Register): Promise<void> {
  const { kid, x, ...key } = newSigningKey();
  await register.trust({ kid, x, state: 'trusted', reason: 'first' }, entered);
  const held = await identityOf({ kid, x, ...key }, 'officer', 'KZ', ['registrar']);
  const { right: token } = await withRight(held, 'a', 'record', {});
  const right = { token, audience: 'default/a', hash: requestHash('record', {}), whyNot: () => undefined };
  await register.append('a', 0, signed('s9'), entered, undefined, right);
  await register.revoke({ person: 'officer', reason: 'left' }, entered, 'servanda');
}

/** The owner takes back the right to change lines: then the triggers still refuse. */
const schemaOf = ({ database: { place } }: { database: TestDatabase }): string => (typeof place === 'string' ? '' : place.schema);

onEachDatabase('the register', kind => {
  const on = freshRegister(kind);

  describe('append-only', () => {
    const body = "'b', 'h', 'h', 'h', 'x', 1";
    const changes: [string, RegExp][] = [
      [`update entries set entered_by = 'x'`, /append-only: no update of entries\. Enter a correction/],
      ['delete from entries', /append-only: no delete of entries\. Enter a correction/],
      [
        `insert or replace into entries values ('a', 1, 's', 'signed', ${body})`,
        /append-only: this line of entries does not follow the last one/,
      ],
      [
        `insert or replace into entries values ('a', 2, 's', 'signed', ${body})`,
        /append-only: this line of entries does not follow the last one/,
      ],
      [`insert into entries values ('a', 2, 'new', 'signed', ${body})`, /append-only: this line of entries does not follow the last one/],
      [`insert into entries values ('b', 2, 'new', 'signed', ${body})`, /append-only: this line of entries does not follow the last one/],
      [`update outbox set step = 'withdrawn'`, /append-only: no update of outbox\. Write a further step/],
      ['delete from outbox', /append-only: no delete of outbox\. Write a further step/],
      [
        `insert or replace into outbox values (1, 'a', 'x', 'withdrawn', '{}', 1)`,
        /append-only: this line of outbox does not follow the last one/,
      ],
      [
        `insert into outbox (agreement, act, step, body, at) values ('a', 'x', 'withdrawn', '{}', 1)`,
        /append-only: this line of outbox does not/,
      ],
      [`update journal set hash = 'x'`, /append-only: no update of journal\. It seals what the other tables hold/],
      ['delete from journal', /append-only: no delete of journal/],
      [`update rules set law = '0'`, /append-only: no update of rules\. By which rules/],
      ['delete from rules', /append-only: no delete of rules/],
      [`update deliveries set became = 'failed'`, /append-only: no update of deliveries\. What became of a letter stands/],
      ['delete from deliveries', /append-only: no delete of deliveries/],
      [`update authorities set state = 'withdrawn'`, /append-only: no update of authorities\. Enter that the key/],
      ['delete from authorities', /append-only: no delete of authorities/],
      [`update revocations set person = 'x'`, /append-only: no update of revocations\. What was revoked/],
      ['delete from revocations', /append-only: no delete of revocations/],
      [`update authorisations set person = 'x'`, /append-only: no update of authorisations\. On what authority/],
      ['delete from authorisations', /append-only: no delete of authorisations/],
      [
        `insert or replace into deliveries values (1, 'a', 1, 'officer', 'email', 'failed', '', 2)`,
        /append-only: this line of deliveries does not follow the last one/,
      ],
      [
        `insert or replace into deliveries values (2, 'a', 1, 'officer', 'email', 'failed', '', 2)`,
        /append-only: this line of deliveries does not follow the last one/,
      ],
    ];

    it.each(changes.map(([statement, why]) => [inDialect(statement, kind.name), why] as const))(
      'refuses from any connection: %s',
      async (statement, why) => {
        await on.register.append('a', 0, signed('s'), entered);
        await on.register.perform('a', [{ act: 'x', step: 'performed', body: {} }], 1);
        await on.register.delivered('a', { outbox: 1, recipient: 'officer', way: 'email', became: 'sent', detail: '250' }, 1);
        await on.register.transact('a', t => t.foldedBy({ law: '1', description: 'sha256:', reading: {} }, 1));
        await rightsIn(on.register);
        const all = async () => [
          await everythingOf(on.register),
          await on.register.rows('a'),
          await on.register.outbox(),
          await on.register.deliveries(),
          await on.register.authorisations(),
        ];
        const before = await all();
        if (kind.name === 'PostgreSQL' && !statement.startsWith('insert')) {
          await expect(on.database.raw(statement)).rejects.toThrow('permission denied');
          await on.database.raw(`grant update, delete, truncate on all tables in schema ${schemaOf(on)} to current_user`);
        }
        await expect(on.database.raw(statement)).rejects.toThrow(why);
        expect(await all()).toEqual(before);
      },
    );

    it('what became of a letter stands, whatever comes after', async () => {
      await on.register.perform('a', [{ act: 'x', step: 'performed', body: {} }], 1);
      const delivery = { outbox: 1, recipient: 'officer', way: 'email', became: 'sent', detail: '250' } as const;
      const first = await on.register.delivered('a', delivery, 1);
      expect(await on.register.delivered('a', { ...delivery, became: 'failed', detail: 'late' }, 2)).toEqual(first);
      await on.register.delivered('a', { ...delivery, way: 'webhook', detail: 'HTTP 204' }, 3);
      await on.register.perform('b', [{ act: 'y', step: 'performed', body: {} }], 1);
      await on.register.delivered('b', { ...delivery, outbox: 2 }, 4);
      expect((await on.register.deliveries('a')).map(l => [l.seq, l.way, l.became])).toEqual([
        [1, 'email', 'sent'],
        [2, 'webhook', 'sent'],
      ]);
      expect(await on.register.deliveries()).toHaveLength(3);
    });
  });
});
