/** Calendar subscription addresses: the hash of each token and its scope. Not part of backups, so a restored register has none. */
import type { Store } from './store.ts';
import type { CalendarTokenRow } from './tables.ts';
import type { CalendarScope, CalendarToken, CalendarTokens } from './types.ts';

export const calendarTokensIn = ({ db, alone }: Pick<Store, 'db' | 'alone'>): CalendarTokens => ({
  add: async ({ hash, id, language, by, at, ...scope }) =>
    alone(async one => {
      const of = 'of' in scope ? scope.of : '';
      await one.insertInto('calendar_tokens').values({ hash, id, scope: scope.scope, of, language, made_by: by, made_at: at }).execute();
    }),
  find: async hash => {
    const row = await db.selectFrom('calendar_tokens').selectAll().where('hash', '=', hash).executeTakeFirst();
    return row && tokenOf(row);
  },
  list: async () => (await db.selectFrom('calendar_tokens').selectAll().orderBy('made_at').orderBy('id').execute()).map(tokenOf),
  revoke: id =>
    alone(async one => {
      const { numDeletedRows } = await one.deleteFrom('calendar_tokens').where('id', '=', id).executeTakeFirstOrThrow();
      return numDeletedRows > 0n;
    }),
});

function tokenOf({ hash, id, scope, of, language, made_by: by, made_at: at }: CalendarTokenRow): CalendarToken {
  const shown = (scope === 'all' ? { scope } : { scope, of }) as CalendarScope;
  return { ...shown, hash, id, language, by, at };
}
