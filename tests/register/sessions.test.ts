/** Who is signed in: found until the session ends, and never afterwards. */
import { expect, it } from 'vitest';
import { openRegister } from '../../register/register.ts';
import { onEachDatabase } from '../support/databases.ts';

onEachDatabase('sessions', ({ fresh }) => {
  it('a session is found until it ends, and only by its own hash', async () => {
    const database = await fresh();
    const register = await openRegister(database.place);
    try {
      const { sessions } = register;
      const one = { id: 'h1', person: 'officer', began: 1_000, ends: 2_000_000_000_000 };
      await sessions.begin(one);
      expect(await sessions.find('h1', 1_999_999_999_999)).toEqual(one);
      expect(await sessions.find('h1', 2_000_000_000_000)).toBeUndefined();
      expect(await sessions.find('h2', 1_000)).toBeUndefined();
      await sessions.end('h1');
      expect(await sessions.find('h1', 1_000)).toBeUndefined();
    } finally {
      await register.close();
      await database.remove();
    }
  });

  it('all sessions of a person can be ended at once, and ended ones are removed', async () => {
    const database = await fresh();
    const register = await openRegister(database.place);
    try {
      const { sessions } = register;
      for (const [id, person, ends] of [
        ['h1', 'a', 5_000],
        ['h2', 'a', 9_000],
        ['h3', 'b', 9_000],
      ] as const)
        await sessions.begin({ id, person, began: 1_000, ends });
      await sessions.begin({ id: 'h4', person: 'b', began: 6_000, ends: 9_000 });
      expect(await database.raw('select id from sessions order by id')).toEqual([{ id: 'h2' }, { id: 'h3' }, { id: 'h4' }]);
      expect(await sessions.endAll('a')).toBe(1);
      expect(await sessions.find('h3', 7_000)).toMatchObject({ person: 'b' });
    } finally {
      await register.close();
      await database.remove();
    }
  });
});
