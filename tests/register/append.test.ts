/** An entry is appended once, chained to the line before, and refused where it can not stand. */
import { describe, expect, it } from 'vitest';
import { contentHash } from '../../register/canonical.ts';
import { beginning, lineHash } from '../../register/chain.ts';
import { IdConflict, LinesMissing, NotText } from '../../register/errors.ts';
import { date } from '../../clauses/calendar.ts';
import { onEachDatabase } from '../support/databases.ts';
import { completion, entered, freshRegister, ids, signed } from './given.ts';

onEachDatabase('the register', kind => {
  const on = freshRegister(kind);

  describe('append', () => {
    it('numbers the lines of each agreement from 1 and chains them', async () => {
      const { row: first } = await on.register.append('a', 0, signed('s'), entered);
      const { row: second } = await on.register.append('a', 1, completion('2004-06-10'), entered);
      const { row: elsewhere } = await on.register.append('b', 0, signed('s'), entered);
      expect([first.seq, second.seq, elsewhere.seq]).toEqual([1, 2, 1]);
      expect([first.previous, second.previous, elsewhere.previous]).toEqual([beginning, first.hash, beginning]);
      expect(second.hash).toBe(lineHash(second));
      expect(await on.register.rows('a')).toEqual([first, second]);
      expect(await on.register.agreements()).toEqual(['a', 'b']);
      expect([await on.register.has('b'), await on.register.has('c')]).toEqual([true, false]);
    });

    it('returns every line after the head that the caller knew', async () => {
      for (const id of ['s1', 's2', 's3']) await on.register.append('a', 0, signed(id), entered);
      const { rows } = await on.register.append('a', 1, signed('s4'), entered);
      expect(ids(rows)).toEqual(['s2', 's3', 's4']);
      expect(ids(await on.register.rows('a', 2))).toEqual(['s3', 's4']);
    });

    it('of the same id and content gives the line there is, whoever enters it again and in whatever order of fields', async () => {
      const { row } = await on.register.append('a', 0, signed('s'), entered);
      await on.register.append('a', 1, signed('s2'), entered);
      const again = { on: date('2004-03-01'), type: 'signed', id: 's', note: undefined } as const;
      const refuse = () => {
        throw new Error('a repeat is not checked anew');
      };
      const answer = await on.register.append('a', 1, again, { by: 'another', at: 5 }, refuse);
      expect(answer).toEqual({ row, existing: true, rows: await on.register.rows('a', 1) });
      expect(await on.register.rows('a')).toHaveLength(2);
    });

    it('of the same id and other content is refused, with both contents in words', async () => {
      await on.register.append('a', 0, completion('2004-06-10'), entered);
      const refused = on.register.append('a', 1, completion('2004-06-11'), entered);
      await expect(refused).rejects.toThrow(IdConflict);
      await expect(refused).rejects.toThrow(
        'The id n1 is already used in a for other content. In the register, line 1, entered by desk officer: completion.notified (n1), by KZ, received 2004-06-10. ' +
          'Offered now: completion.notified (n1), by KZ, received 2004-06-11. Nothing was written.',
      );
      expect(await on.register.rows('a')).toHaveLength(1);
    });

    it.each(['x\u0000y', 'x\ud800y'])('of what no database gives back as it was is refused, and nothing is written: %j', async by => {
      await on.register.append('a', 0, signed('s'), entered);
      await expect(on.register.append('a', 1, signed('s2'), { ...entered, by })).rejects.toThrow(NotText);
      expect(await on.register.verifyAll()).toMatchObject({ sound: true, lines: 1 });
    });

    it('is refused by its check, which sees the ledger, and then nothing is written', async () => {
      await on.register.append('a', 0, signed('s'), entered);
      const seen: string[][] = [];
      const refused = on.register.append('a', 1, signed('s2'), entered, rows => {
        seen.push(ids(rows));
        throw new Error('signed already');
      });
      await expect(refused).rejects.toThrow('signed already');
      expect(seen).toEqual([['s']]);
      expect(await on.register.rows('a')).toHaveLength(1);
      expect((await on.register.append('a', 1, completion('2004-06-10'), entered)).row.seq).toBe(2);
    });

    it('is refused where the caller knows lines that the register has not', async () => {
      await on.register.append('a', 0, signed('s'), entered);
      const refused = on.register.append('a', 3, signed('s2'), entered);
      await expect(refused).rejects.toThrow(LinesMissing);
      await expect(refused).rejects.toThrow(/a is known up to line 3, but .* has it only up to line 1\. .*Put the right one back/);
      expect(await on.register.rows('a')).toHaveLength(1);
    });

    it('keeps the description of an agreement as an entry', async () => {
      const content = { id: 'a', title: { en: 'A', kk: 'Ә' } };
      const description = { type: 'described', id: 'd1', hash: contentHash(content), content } as const;
      const { row } = await on.register.append('a', 0, description, entered);
      expect((await on.register.rows('a'))[0]).toEqual(row);
      expect(row.entry).toEqual(description);
    });
  });
});
