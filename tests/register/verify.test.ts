/** The chain of an agreement: recomputed from its first line, it names the first that is not as it was written. */
import { beforeEach, describe, expect, it } from 'vitest';
import { canonical, contentHash } from '../../register/canonical.ts';
import { beginning, lineHash } from '../../register/chain.ts';
import { onEachDatabase } from '../support/databases.ts';
import { entered, freshRegister, signed } from './given.ts';

onEachDatabase('the register', kind => {
  const on = freshRegister(kind);

  describe('verify', () => {
    beforeEach(async () => {
      for (const id of ['s1', 's2', 's3', 's4']) await on.register.append('a', 0, signed(id), entered);
    });

    const tamper = (statement: string) => on.database.tamper(statement);

    it('finds an untouched chain sound, and tells its head', async () => {
      const rows = await on.register.rows('a');
      expect(await on.register.verify('a')).toEqual({ sound: true, lines: 4, head: rows[3]?.hash });
      expect(await on.register.verify('unknown')).toEqual({ sound: true, lines: 0, head: beginning });
    });

    const third = { agreement: 'a', seq: 3, entry: signed('s3', '2005-03-01'), entered };
    it.each<[string, string, number, RegExp]>([
      ['a byte of content', `update entries set body = replace(body, '2004', '2005') where seq = 3`, 3, /content hash/],
      ['a byte that breaks the text', `update entries set body = substr(body, 2) where seq = 3`, 3, /canonical JSON/],
      ['a space', `update entries set body = replace(body, ',', ', ') where seq = 2`, 2, /canonical JSON/],
      ['content that is no entry', `update entries set body = '7' where seq = 2`, 2, /canonical JSON/],
      [
        'content and its hash',
        `update entries set body = '${canonical(third.entry)}', content_hash = '${contentHash(third.entry)}' where seq = 3`,
        3,
        /its hash is not/,
      ],
      ['who entered it', `update entries set entered_by = 'another' where seq = 2`, 2, /who entered it/],
      ['when it was entered', `update entries set entered_at = entered_at + 1 where seq = 1`, 1, /or when/],
      ['the id beside the content', `update entries set id = 's9' where seq = 4`, 4, /id or type/],
      [
        'the agreement it stands under',
        `insert into entries select 'b', seq, id, type, body, content_hash, previous, hash, entered_by, entered_at from entries where seq = 1; delete from entries where agreement = 'a' and seq = 1`,
        1,
        /missing/,
      ],
      ['a line taken out', 'delete from entries where seq = 2', 2, /line 2 is missing; the next there is line 3/],
      [
        'a line taken out and the rest moved up',
        'delete from entries where seq = 2; update entries set seq = seq - 1 where seq > 2',
        2,
        /does not follow/,
      ],
      ['a hash', `update entries set hash = '${beginning}' where seq = 4`, 4, /its hash is not/],
    ])('names the first line at which was changed: %s', async (_what, statement, seq, why) => {
      await tamper(statement);
      expect(await on.register.verify('a')).toEqual({ sound: false, seq, why: expect.stringMatching(why) as string });
    });

    it('names the line after one that was changed together with its hash', async () => {
      const [, second] = await on.register.rows('a');
      const hash = lineHash({ ...third, previous: second?.hash ?? '' });
      await tamper(
        `update entries set body = '${canonical(third.entry)}', content_hash = '${contentHash(third.entry)}', hash = '${hash}' where seq = 3`,
      );
      expect(await on.register.verify('a')).toMatchObject({ sound: false, seq: 4 });
    });

    it('is not needed to notice a text that can no longer be read', async () => {
      await tamper(`update entries set body = '{' where seq = 3`);
      await expect(on.register.rows('a')).rejects.toThrow("Line 3 of a can't be read");
    });
  });
});
