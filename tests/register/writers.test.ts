/** Concurrent writers, in one process and in several: none loses a line or numbers one twice, and a kill loses nothing acknowledged. */
import { describe, expect, it } from 'vitest';
import { openRegister } from '../../register/register.ts';
import { onEachDatabase } from '../support/databases.ts';
import { writer } from '../support/writer.ts';
import { entered, freshRegister, ids, signed } from './given.ts';
import { enter } from '../support/enter.ts';
import { saidOf } from '../support/failures.ts';

onEachDatabase('the register', kind => {
  const on = freshRegister(kind);

  describe('concurrent writers', () => {
    it('in one process, through two connections to the file, neither lose a line nor number one twice', async () => {
      const other = await openRegister(on.database.place);
      const appends = Array.from({ length: 100 }, (_, n) => enter(n % 2 ? on.register : other, 'a', signed(`s${n}`), entered));
      const seqs = (await Promise.all(appends)).map(({ row }) => row.seq);
      expect(new Set(seqs).size).toBe(100);
      expect(await on.register.verifyAll()).toMatchObject({ sound: true, lines: 100 });
      await other.close();
    });

    it('wait for one that holds the lock', async () => {
      const holder = await on.database.hold();
      const waiting = enter(on.register, 'a', signed('s'), entered);
      expect(await on.register.rows('a')).toEqual([]);
      await holder.commit();
      expect((await waiting).row.seq).toBe(1);
    });

    it('that wait in vain get an error, and can write once it is free', async () => {
      const hurried = await openRegister(on.database.place, { patience: 100 });
      const holder = await on.database.hold();
      expect(await saidOf(enter(hurried, 'a', signed('s'), entered))).toMatch(/in use by another writer for 100 ms; nothing was written/);
      await holder.commit();
      expect((await enter(hurried, 'a', signed('s'), entered)).existing).toBe(false);
      await hurried.close();
    });

    it('in two processes, with a hundred entries each into one new register, neither lose a line nor number one twice', async () => {
      const shared = await kind.fresh();
      const writers = ['left', 'right'].map(prefix => writer(shared.place, prefix, 100));
      await Promise.all(writers.map(w => w.said('ready')));
      for (const w of writers) w.go();
      expect(await Promise.all(writers.map(w => w.ended))).toEqual([0, 0]);

      const after = await openRegister(shared.place);
      const rows = await after.rows('a');
      expect(rows.map(row => row.seq)).toEqual(Array.from({ length: 200 }, (_, n) => n + 1));
      for (const prefix of ['left', 'right'])
        expect(ids(rows).filter(id => id.startsWith(prefix))).toEqual(Array.from({ length: 100 }, (_, n) => `${prefix}-${n + 1}`));
      expect(await after.verifyAll()).toMatchObject({ sound: true, lines: 400 });
      expect((await after.outbox('a')).map(line => line.seq)).toEqual(Array.from({ length: 200 }, (_, n) => n + 1));
      await after.close();
      await shared.remove();
    }, 60_000);

    it('killed between commits lose nothing that was acknowledged', async () => {
      const victim = writer(on.database.place, 'victim', 100_000);
      await victim.said('ready');
      victim.go();
      await victim.said('victim-25');
      victim.kill();
      expect(await victim.ended).toBe('SIGKILL');

      const acknowledged = victim.lines.filter(line => line.startsWith('victim-'));
      const rows = await on.register.rows('a');
      expect(ids(rows).slice(0, acknowledged.length)).toEqual(acknowledged);
      // At most the one that was committed but not yet reported.
      expect(rows.length - acknowledged.length).toBeLessThanOrEqual(1);
      expect(await on.register.verifyAll()).toMatchObject({ sound: true });
      expect((await enter(on.register, 'a', signed('s'), entered)).row.seq).toBe(rows.length + 1);
    }, 60_000);
  });
});
