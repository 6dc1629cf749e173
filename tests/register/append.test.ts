/** An entry is appended once, chained to the previous line, and refused if it is invalid. */
import { describe, expect, it } from 'vitest';
import { contentHash } from '../../register/canonical.ts';
import { IdConflict, NotText } from '../../register/errors.ts';
import { date } from '../../clauses/calendar.ts';
import { onEachDatabase } from '../support/databases.ts';
import { contentOf } from '../../register/lines.ts';
import { openRegister } from '../../register/register.ts';
import type { Line } from '../../register/types.ts';
import { act, completion, entered, everythingOf, freshRegister, ids, signed } from './given.ts';
import { enter } from '../support/enter.ts';
import { saidOf } from '../support/failures.ts';

onEachDatabase('the register', kind => {
  const on = freshRegister(kind);

  describe('append', () => {
    it('numbers the entries of each agreement from 1', async () => {
      const { row: first } = await enter(on.register, 'a', signed('s'), entered);
      const { row: second } = await enter(on.register, 'a', completion('2004-06-10'), entered);
      const { row: elsewhere } = await enter(on.register, 'b', signed('s'), entered);
      expect([first.seq, second.seq, elsewhere.seq]).toEqual([1, 2, 1]);
      expect(await on.register.rows('a')).toEqual([first, second]);
      expect(await on.register.agreements()).toEqual(['a', 'b']);
      expect([await on.register.has('b'), await on.register.has('c')]).toEqual([true, false]);
    });

    it('with the same id and content returns the existing line, whoever enters it and in whatever order of fields', async () => {
      const { row } = await enter(on.register, 'a', signed('s'), entered);
      await enter(on.register, 'a', signed('s2'), entered);
      const again = { on: date('2004-03-01'), type: 'signed', id: 's', note: undefined } as const;
      expect(await enter(on.register, 'a', again, { by: 'another', at: 5 })).toEqual({ row, existing: true });
      expect(await on.register.rows('a')).toHaveLength(2);
    });

    it('finds what another process has entered since the last read, and reads everything again if the last line is gone', async () => {
      const read = (): Promise<string[]> => on.register.transact('a', async ({ rows }) => ids(rows));
      await enter(on.register, 'a', signed('s1'), entered);
      expect(await read()).toEqual(['s1']);
      const other = await openRegister(on.database.place);
      await enter(other, 'a', signed('s2'), entered);
      await enter(other, 'a', signed('s3'), entered);
      await other.close();
      expect(await read()).toEqual(['s1', 's2', 's3']);
      expect(await read()).toEqual(['s1', 's2', 's3']);
      await on.database.tamper('delete from lines where seq > 2');
      expect(await read()).toEqual(['s1', 's2']);
    });

    it('with the same id and other content is refused, with both contents in words', async () => {
      await enter(on.register, 'a', completion('2004-06-10'), entered);
      const refused = enter(on.register, 'a', completion('2004-06-11'), entered);
      await expect(refused).rejects.toThrow(IdConflict);
      expect(await saidOf(refused)).toContain(
        'The id n1 is already used in a for other content. In the register, line 1, entered by desk officer: completion.notified (n1), by KZ, received 2004-06-10. ' +
          'Offered now: completion.notified (n1), by KZ, received 2004-06-11. Nothing was written.',
      );
      expect(await on.register.rows('a')).toHaveLength(1);
    });

    it.each(['x\u0000y', 'x\ud800y'])(
      'of something that no database would return unchanged is refused, and nothing is written: %j',
      async by => {
        await enter(on.register, 'a', signed('s'), entered);
        await expect(enter(on.register, 'a', signed('s2'), { ...entered, by })).rejects.toThrow(NotText);
        expect(await on.register.verifyAll()).toMatchObject({ sound: true, lines: 1 });
      },
    );

    it('writes nothing if its step throws', async () => {
      await enter(on.register, 'a', signed('s'), entered);
      const refused = on.register.transact('a', async t => {
        expect(ids(t.rows)).toEqual(['s']);
        await t.append([signed('s2')], entered);
        throw new Error('signed already');
      });
      await expect(refused).rejects.toThrow('signed already');
      expect(await on.register.rows('a')).toHaveLength(1);
      expect((await enter(on.register, 'a', completion('2004-06-10'), entered)).row.seq).toBe(2);
    });

    it('with what follows from it is one line, whose parts are returned unchanged', async () => {
      const rules = { law: '1', description: 'sha256:x', reading: { effect: 'dayAfter' } };
      const step = (law: string, ...more: Line[]) =>
        on.register.transact('a', async t => {
          if (more.length) await t.append(more, entered);
          await t.perform([{ step: 'performed', body: act('x') }], entered.at);
          await t.foldedBy({ ...rules, law }, entered.at);
        });
      await step('1', signed('s1'), signed('s2'));
      await step('1');
      expect((await on.register.head()).seq).toBe(1);
      await step('2');
      const [first, second] = (await everythingOf(on.register)).map(line => contentOf(line));
      expect(first).toEqual({ entries: [signed('s1'), signed('s2')], acts: [{ step: 'performed', body: act('x') }], rules });
      expect(second).toEqual({ rules: { ...rules, law: '2' } });
      expect((await on.register.rows('a')).map(row => [row.seq, row.entry.id])).toEqual([
        [1, 's1'],
        [2, 's2'],
      ]);
    });

    it('for two persons in one step writes a line for each, with what follows next to the last, and finds a repeat within the step', async () => {
      await on.register.transact('a', async t => {
        await t.append([signed('s1')], entered);
        const { rows } = await t.append([signed('s2')], { ...entered, by: 'another' });
        expect(rows).toMatchObject([{ seq: 2, entered: { by: 'another' } }]);
        expect(await t.append([signed('s1')], entered)).toMatchObject({ existing: true, rows: [{ seq: 1 }] });
        await t.perform([{ step: 'performed', body: act('x') }], entered.at);
      });
      const lines = await everythingOf(on.register);
      expect(lines.map(line => [line.place, line.kind, line.by, Object.keys(contentOf(line) as object)])).toEqual([
        [1, 'entry', 'desk officer', ['entries']],
        [2, 'entry', 'another', ['entries', 'acts']],
      ]);
      expect((await on.register.rows('a')).map(row => [row.seq, row.entry.id, row.entered.by])).toEqual([
        [1, 's1', 'desk officer'],
        [2, 's2', 'another'],
      ]);
    });

    it('records the description of an agreement as an entry', async () => {
      const content = { id: 'a', title: { en: 'A', kk: 'Ә' } };
      const description = { type: 'described', id: 'd1', hash: contentHash(content), content } as const;
      const { row } = await enter(on.register, 'a', description, entered);
      expect((await on.register.rows('a'))[0]).toEqual(row);
      expect(row.entry).toEqual(description);
    });
  });
});
