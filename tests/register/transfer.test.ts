/** A register taken out of one database and brought into another is the same register; one that was changed on the way is refused. */
import { expect, it } from 'vitest';
import { exportText, NotAnExport, readExport } from '../../register/export-file.ts';
import { NotEmpty, NotSound } from '../../register/errors.ts';
import { openRegister } from '../../register/register.ts';
import type { Register } from '../../register/types.ts';
import { databaseKinds, onEachDatabase } from '../support/databases.ts';
import { entered, freshRegister, ids, signed } from './given.ts';

async function filled(register: Register): Promise<void> {
  for (const a of ['a', 'b']) for (const n of [1, 2]) await register.append(a, 0, signed(`s${n}`), entered);
  await register.perform('a', [{ act: 'x', step: 'performed', body: { text: 'ә' } }], 5);
  await register.delivered('a', { outbox: 1, recipient: 'officer', way: 'email', became: 'sent', detail: '250' }, 6);
  await register.foldedBy('b', { law: '1', description: 'sha256:x', reading: { effect: 'dayAfter' } }, 7);
}

onEachDatabase('an export', kind => {
  const on = freshRegister(kind);
  const exported = async () => exportText(await on.register.everything(), await on.register.head(), false);

  it.each(databaseKinds())('brought into an empty register of $name is the same to the byte, sound, and goes on', async other => {
    await filled(on.register);
    const text = await exported();
    const database = await other.fresh();
    const register = await openRegister(database.place);
    await register.restore(readExport(text).all);
    expect(await exportText(await register.everything(), await register.head(), false)).toBe(text);
    expect(await register.verifyAll()).toMatchObject({ sound: true, lines: 7, agreements: 2, head: await on.register.head() });
    expect(ids(await register.rows('a'))).toEqual(['s1', 's2']);
    expect(await register.rules('b')).toMatchObject([{ law: '1', reading: { effect: 'dayAfter' } }]);
    await register.append('a', 2, signed('s3'), entered);
    expect(await register.verifyAll()).toMatchObject({ sound: true, lines: 8 });
    await register.close();
    await database.remove();
  });

  it('is not brought into a register that has lines', async () => {
    await filled(on.register);
    await expect(on.register.restore(await on.register.everything())).rejects.toThrow(NotEmpty);
    expect((await on.register.head()).seq).toBe(7);
  });

  it('whose lines are not sound leaves nothing behind, and each fault is named', async () => {
    await filled(on.register);
    const all = await on.register.everything();
    const database = await kind.fresh();
    const register = await openRegister(database.place);
    const forged = all.map((l, i) => (i === 1 ? { ...l, row: { ...l.row, entered_by: 'another' } } : l));
    await expect(register.restore(forged)).rejects.toThrow(NotSound);
    await expect(register.restore(forged)).rejects.toThrow(/line 2 of entries \(a\) was changed after it was written/);
    await expect(register.restore(all.filter((_, i) => i !== 1))).rejects.toThrow('append-only');
    expect(await register.head()).toMatchObject({ seq: 0 });
    await register.restore(all);
    await register.close();
    await database.remove();
  });

  it('rules are entered once for as long as they stay', async () => {
    const rules = { law: '1', description: 'sha256:x', reading: { effect: 'dayAfter', waysOut: 'independent' } };
    for (const at of [1, 2]) await on.register.foldedBy('a', rules, at);
    await on.register.foldedBy('a', { ...rules, reading: { waysOut: 'independent', effect: 'dayAfter' } }, 3);
    await on.register.foldedBy('a', { ...rules, law: '2' }, 4);
    await on.register.foldedBy('a', rules, 5);
    expect((await on.register.rules('a')).map(r => [r.law, r.at])).toEqual([
      ['1', 1],
      ['2', 4],
      ['1', 5],
    ]);
  });
});

it.each([
  ['is not JSON', 'x', 'line 1 is not JSON'],
  ['is of something else', '{"servanda":"other"}\n{"sha256":"x"}\n', 'line 1: servanda'],
  ['was cut', 'cut', 'last line says'],
  ['was changed by a byte', 'changed', 'was changed or cut'],
  ['has a field too many', 'more', 'Unrecognized key'],
])('a file that %s is refused, saying where', async (_, how, why) => {
  const text = await exportText([], { seq: 0, hash: `sha256:${'0'.repeat(64)}` }, false);
  const lines = text.split('\n');
  const given: Record<string, string> = {
    cut: `${lines[0]!.replace('"lines":0', '"lines":1')}\n${lines[1]}\n`,
    changed: text.replace('"rehearsals":false', '"rehearsals":true'),
    more: text.replace('{"head"', '{"extra":1,"head"'),
  };
  expect(() => readExport(given[how] ?? how)).toThrow(NotAnExport);
  expect(() => readExport(given[how] ?? how)).toThrow(why);
});
