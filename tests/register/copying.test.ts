/** Lines copied to another database are the same register; anything changed on the way is refused. */
import { expect, it } from 'vitest';
import { NotEmpty, NotSound } from '../../register/errors.ts';
import { openRegister } from '../../register/register.ts';
import type { Register } from '../../register/types.ts';
import { databaseKinds, onEachDatabase } from '../support/databases.ts';
import { act, entered, everythingOf, freshRegister, ids, signed } from './given.ts';
import { enter } from '../support/enter.ts';
import { saidOf } from '../support/failures.ts';

async function filled(register: Register): Promise<void> {
  for (const a of ['a', 'b']) for (const n of [1, 2]) await enter(register, a, signed(`s${n}`), entered);
  await register.perform('a', [{ step: 'performed', body: act('ә') }], 5);
  await register.delivered('a', { outbox: 1, recipient: 'officer', way: 'email', became: 'sent', detail: '250' }, 6);
  await register.transact('b', t => t.foldedBy({ law: '1', description: 'sha256:x', reading: { effect: 'dayAfter' } }, 7));
}

onEachDatabase('a register', kind => {
  const on = freshRegister(kind);

  it.each(databaseKinds())(
    'a register copied into an empty one in $name is identical to the byte, sound, and can be continued',
    async other => {
      await filled(on.register);
      const lines = await everythingOf(on.register);
      const database = await other.fresh();
      const register = await openRegister(database.place);
      expect(await register.restore(lines)).toEqual(await on.register.head());
      expect(await everythingOf(register)).toEqual(lines);
      expect(await register.verifyAll()).toMatchObject({ sound: true, lines: 7, agreements: 2, head: await on.register.head() });
      expect(ids(await register.rows('a'))).toEqual(['s1', 's2']);
      await enter(register, 'a', signed('s3'), entered);
      expect(await register.verifyAll()).toMatchObject({ sound: true, lines: 8 });
      await register.close();
      await database.remove();
    },
  );

  it('a register is not copied into one that has lines', async () => {
    await filled(on.register);
    await expect(on.register.restore(await everythingOf(on.register))).rejects.toThrow(NotEmpty);
    expect((await on.register.head()).seq).toBe(7);
  });

  it('a register with unsound lines leaves nothing behind when copied, and each fault is named', async () => {
    await filled(on.register);
    const lines = await everythingOf(on.register);
    const database = await kind.fresh();
    const register = await openRegister(database.place);
    const forged = lines.map((l, i) => (i === 1 || i === 4 ? { ...l, by: 'another' } : l));
    await expect(register.restore(forged)).rejects.toThrow(NotSound);
    expect(await saidOf(register.restore(forged))).toMatch(/line 2 \(a\) was changed after it was written, or put in; line 5 \(a\) was/);
    await expect(register.restore(lines.filter((_, i) => i !== 1))).rejects.toThrow('append-only');
    expect(await register.head()).toMatchObject({ seq: 0 });
    expect(await register.agreements()).toEqual([]);
    await register.restore(lines);
    await register.close();
    await database.remove();
  });

  it('a register with more lines than one read is verified and copied, and each fault in it is named', async () => {
    await filled(on.register);
    for (let n = 0; n < 1300; n++) await on.register.perform('b', [{ step: 'performed', body: act(`${n}`) }], 5);
    const lines = await everythingOf(on.register);
    expect(await on.register.verifyAll()).toMatchObject({ sound: true, lines: 1307, agreements: 2 });
    expect(lines.map(l => l.seq)).toEqual(lines.map((_, i) => i + 1));
    const database = await kind.fresh();
    const register = await openRegister(database.place);
    await register.restore(lines);
    expect(await everythingOf(register)).toEqual(lines);
    await database.tamper('update lines set entered_at = 6 where seq = 1200; delete from lines where seq = 700');
    const found = await register.verifyAll();
    expect(found.sound ? [] : found.faults.map(f => [f.line, f.why])).toEqual([
      [700, { code: 'missing', next: 701 }],
      [1200, { code: 'changed' }],
    ]);
    await register.close();
    await database.remove();
  });
});
