/** Sessions at the desk. Neither sealed nor part of backups: sessions end, and a restored register has none. */
import type { Store } from './store.ts';
import type { Sessions } from './types.ts';

export function sessionsIn({ db, alone }: Pick<Store, 'db' | 'alone'>): Sessions {
  return {
    begin: session =>
      alone(async one => {
        await one.deleteFrom('sessions').where('ends', '<=', session.began).execute();
        await one.insertInto('sessions').values(session).execute();
      }),
    find: (id, now) => db.selectFrom('sessions').selectAll().where('id', '=', id).where('ends', '>', now).executeTakeFirst(),
    end: id =>
      alone(async one => {
        await one.deleteFrom('sessions').where('id', '=', id).execute();
      }),
    endAll: person =>
      alone(async one => {
        const { numDeletedRows } = await one.deleteFrom('sessions').where('person', '=', person).executeTakeFirstOrThrow();
        return Number(numDeletedRows);
      }),
  };
}
