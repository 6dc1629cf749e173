/** A register taken out of one database and brought into another is the same register; one that was changed on the way is refused. */
import { expect, it } from 'vitest';
import { exportTexts, linesOfFile, NotAnExport, readExport } from '../../register/export-file.ts';
import { NotEmpty, NotSound } from '../../register/errors.ts';
import { openRegister } from '../../register/register.ts';
import type { Register, SealedLine } from '../../register/types.ts';
import { temporaryFolder } from '../support/cli.ts';
import { databaseKinds, onEachDatabase } from '../support/databases.ts';
import { entered, everythingOf, freshRegister, ids, listed, signed } from './given.ts';

async function filled(register: Register): Promise<void> {
  for (const a of ['a', 'b']) for (const n of [1, 2]) await register.append(a, 0, signed(`s${n}`), entered);
  await register.perform('a', [{ act: 'x', step: 'performed', body: { text: 'ә' } }], 5);
  await register.delivered('a', { outbox: 1, recipient: 'officer', way: 'email', became: 'sent', detail: '250' }, 6);
  await register.transact('b', t => t.foldedBy({ law: '1', description: 'sha256:x', reading: { effect: 'dayAfter' } }, 7));
}

const textOf = async (register: Register): Promise<string> =>
  register.everything(async (head, lines) => (await listed(exportTexts(lines, head, false))).join(''));

async function* linesIn(text: string): AsyncGenerator<string> {
  yield* text.replace(/\n$/, '').split('\n');
}

onEachDatabase('an export', kind => {
  const on = freshRegister(kind);
  const exported = () => textOf(on.register);

  it.each(databaseKinds())('brought into an empty register of $name is the same to the byte, sound, and goes on', async other => {
    await filled(on.register);
    const text = await exported();
    const database = await other.fresh();
    const register = await openRegister(database.place);
    await register.restore((await readExport(linesIn(text))).all);
    expect(await textOf(register)).toBe(text);
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
    await expect(on.register.restore(await everythingOf(on.register))).rejects.toThrow(NotEmpty);
    expect((await on.register.head()).seq).toBe(7);
  });

  it('whose lines are not sound leaves nothing behind, and each fault is named', async () => {
    await filled(on.register);
    const lines = await everythingOf(on.register);
    const database = await kind.fresh();
    const register = await openRegister(database.place);
    const forged = lines.map((l, i) => (i === 1 ? { ...l, row: { ...l.row, entered_by: 'another' } } : l));
    await expect(register.restore(forged)).rejects.toThrow(NotSound);
    await expect(register.restore(forged)).rejects.toThrow(/line 2 of entries \(a\) was changed after it was written/);
    await expect(register.restore(lines.filter((_, i) => i !== 1))).rejects.toThrow('append-only');
    expect(await register.head()).toMatchObject({ seq: 0 });
    await register.restore(lines);
    await register.close();
    await database.remove();
  });

  it('of more lines than are read at once is verified, brought elsewhere, and a fault in it is named', async () => {
    const acts = Array.from({ length: 1300 }, (_, n) => ({ act: `act ${n}`, step: 'performed' as const, body: { n } }));
    await filled(on.register);
    await on.register.perform('b', acts, 5);
    for (const n of [3, 4]) await on.register.append('a', 0, signed(`s${n}`), entered);
    const lines = await everythingOf(on.register);
    expect(await on.register.verifyAll()).toMatchObject({ sound: true, lines: lines.length, agreements: 2 });
    expect(lines.map(l => l.seal.seq)).toEqual(lines.map((_, i) => i + 1));
    const database = await kind.fresh();
    const register = await openRegister(database.place);
    await register.restore(lines);
    expect(await textOf(register)).toBe(await exported());
    await database.tamper(
      "update outbox set at = 6 where seq = 1200; delete from outbox where seq = 700; delete from journal where kept_in = 'outbox' and line = 3",
    );
    const found = await register.verifyAll();
    expect(found.sound ? [] : found.faults.map(f => [f.table, f.line, f.why.split(' ').slice(0, 3).join(' ')])).toEqual([
      ['journal', 9, 'is missing; the'],
      ['outbox', 700, 'is missing'],
      ['outbox', 1200, 'was changed after'],
      ['outbox', 3, 'was put in:'],
    ]);
    await register.close();
    await database.remove();
  });

  it('rules are entered once for as long as they stay', async () => {
    const rules = { law: '1', description: 'sha256:x', reading: { effect: 'dayAfter', waysOut: 'independent' } };
    for (const at of [1, 2]) await on.register.transact('a', t => t.foldedBy(rules, at));
    await on.register.transact('a', t => t.foldedBy({ ...rules, reading: { waysOut: 'independent', effect: 'dayAfter' } }, 3));
    await on.register.transact('a', t => t.foldedBy({ ...rules, law: '2' }, 4));
    await on.register.transact('a', t => t.foldedBy(rules, 5));
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
  const text = (await listed(exportTexts([], { seq: 0, hash: `sha256:${'0'.repeat(64)}` }, false))).join('');
  const lines = text.split('\n');
  const given: Record<string, string> = {
    cut: `${lines[0]!.replace('"lines":0', '"lines":1')}\n${lines[1]}\n`,
    changed: text.replace('"rehearsals":false', '"rehearsals":true'),
    more: text.replace('{"head"', '{"extra":1,"head"'),
  };
  const reading = async (): Promise<SealedLine[]> => listed((await readExport(linesIn(given[how] ?? how))).all);
  await expect(reading()).rejects.toThrow(NotAnExport);
  await expect(reading()).rejects.toThrow(why);
});

it('a file is read by its line feeds alone: a sign that ends a line elsewhere is part of the text', async () => {
  const folder = temporaryFolder();
  const text = `{"a":"one\u2028two\u2029\u0085"}\r\n\n${'ә'.repeat(100_000)}\nlast`;
  expect(await listed(linesOfFile(folder.file('lines.jsonl', text)))).toEqual(text.split('\n'));
  expect(await listed(linesOfFile(folder.file('ended.jsonl', `${text}\n`)))).toEqual(text.split('\n'));
  folder.remove();
});
