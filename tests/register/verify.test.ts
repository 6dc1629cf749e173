/** The one chain: recomputed from its first line, it names each altered line. */
import { beforeEach, describe, expect, it } from 'vitest';
import { genesisHash, inHex, seal } from '../../register/lines.ts';
import { openRegister } from '../../register/register.ts';
import type { SealedLine } from '../../register/types.ts';
import { onEachDatabase } from '../support/databases.ts';
import { entered, everythingOf, freshRegister, signed } from './given.ts';
import { enter } from '../support/enter.ts';
import { saidOf } from '../support/failures.ts';
import type { LineFault } from '../../register/faults.ts';
import { en } from '../../wording/en.ts';
import { message } from '../../wording/message.ts';

onEachDatabase('the register', kind => {
  const on = freshRegister(kind);
  const whyIn = ({ code, ...values }: LineFault): string => message(en.failures.lines[code], en.locale, values);
  const faults = async () => {
    const found = await on.register.verifyAll();
    return found.sound ? [] : found.faults.map(({ line, agreement, why }) => `${line} ${agreement || 'none'} ${whyIn(why)}`);
  };
  const literal = (bytes: Uint8Array): string => {
    const hex = Buffer.from(bytes).toString('hex');
    return kind.name === 'SQLite' ? `x'${hex}'` : `'\\x${hex}'::bytea`;
  };
  /** The bytes of the line's body, with one part of it replaced. */
  const body = ({ body: bytes }: SealedLine, from: string, to: string): string =>
    literal(Buffer.from(bytes.toString('latin1').replace(from, to), 'latin1'));

  describe('verifying a register', () => {
    let lines: SealedLine[];
    beforeEach(async () => {
      for (const [agreement, id] of ['a s1', 'b s1', 'a s2', 'a s3', 'b s2', 'a s4'].map(of => of.split(' ') as [string, string]))
        await enter(on.register, agreement, signed(id), entered);
      lines = await everythingOf(on.register);
    });

    it('finds an untouched chain sound, and returns its head', async () => {
      const head = { seq: 6, hash: inHex(lines[5]!.hash) };
      expect(await on.register.verifyAll()).toEqual({ sound: true, lines: 6, agreements: 2, head });
      expect([await on.register.head(), await on.register.head('a')]).toEqual([head, { ...head, seq: 4 }]);
      expect(await on.register.head('b')).toEqual({ seq: 2, hash: inHex(lines[4]!.hash) });
      expect(await on.register.head('unknown')).toEqual({ seq: 0, hash: inHex(genesisHash) });
    });

    it('finds no fault in an empty register', async () => {
      const empty = await kind.fresh();
      const register = await openRegister(empty.place);
      expect(await register.verifyAll()).toEqual({ sound: true, lines: 0, agreements: 0, head: { seq: 0, hash: inHex(genesisHash) } });
      await register.close();
      await empty.remove();
    });

    it('names exactly the line that was changed: a byte, who entered it, when, its kind, its hash', async () => {
      const changed = 'was changed after it was written, or put in';
      for (const [set, back] of [
        [`body = ${body(lines[2]!, '2004', '2005')}`, `body = ${literal(lines[2]!.body)}`],
        [`body = ${body(lines[2]!, '{', '')}`, `body = ${literal(lines[2]!.body)}`],
        [`body = ${body(lines[2]!, ',', ', ')}`, `body = ${literal(lines[2]!.body)}`],
        [`entered_by = 'another'`, `entered_by = 'desk officer'`],
        ['entered_at = entered_at + 1', 'entered_at = entered_at - 1'],
        [`kind = 'step'`, `kind = 'entry'`],
        [`hash = ${literal(genesisHash)}`, `hash = ${literal(lines[2]!.hash)}`],
      ] as const) {
        await on.database.tamper(`update lines set ${set} where seq = 3`);
        expect(await faults(), set).toEqual([`3 a ${changed}`]);
        await on.database.tamper(`update lines set ${back} where seq = 3`);
        expect(await faults(), back).toEqual([]);
      }
    });

    it('names two lines that were swapped, and every other line that was changed', async () => {
      const swapped = (one: number, other: number): string =>
        [one, other].map((seq, i) => `update lines set body = ${literal(lines[[other, one][i]! - 1]!.body)} where seq = ${seq}`).join(';');
      await on.database.tamper(swapped(3, 4));
      await on.database.tamper(`update lines set entered_by = 'another' where seq = 6`);
      expect((await faults()).map(f => f.slice(0, 3))).toEqual(['3 a', '4 a', '6 a']);
    });

    it('names a line that was removed', async () => {
      await on.database.tamper('delete from lines where seq = 3');
      expect(await faults()).toEqual(['3 a is missing; the next is 4']);
    });

    it('names the first of the lines that were moved up after a removal', async () => {
      await on.database.tamper('delete from lines where seq = 3');
      for (const seq of [4, 5, 6]) await on.database.tamper(`update lines set seq = ${seq - 1} where seq = ${seq}`);
      expect((await faults())[0]).toBe('3 a was changed after it was written, or put in');
    });

    it('names a line that was moved to another agreement, and an agreement that was renamed or removed', async () => {
      await on.database.tamper('update lines set agreement = 2, place = 3 where seq = 6');
      expect(await faults()).toEqual(['6 b was changed after it was written, or put in']);
      await on.database.tamper(`update lines set agreement = 1, place = 4 where seq = 6; update agreements set id = 'c' where id = 'b'`);
      expect((await faults()).map(f => f.slice(0, 3))).toEqual(['2 c', '5 c']);
      await on.database.tamper(`delete from agreements where id = 'c'`);
      expect((await faults()).map(f => f.slice(0, 4))).toEqual(['2 no', '5 no']);
    });

    it('names a line that was inserted, and an agreement that has no line', async () => {
      await on.database.tamper(
        `insert into lines (seq, entered_at, agreement, place, kind, entered_by, body, hash) select 7, entered_at, agreement, 5, kind, entered_by, body, hash from lines where seq = 6;
         insert into agreements (number, id) values (3, 'c')`,
      );
      expect(await faults()).toEqual(['7 a was changed after it was written, or put in', '0 c was put in: no line is of this agreement']);
    });

    it('names the line after one that was changed together with its hash', async () => {
      const third = { ...lines[2]!, by: 'another' };
      await on.database.tamper(`update lines set entered_by = 'another', hash = ${literal(seal(lines[1]!.hash, third))} where seq = 3`);
      expect(await faults()).toEqual(['4 a was changed after it was written, or put in']);
    });

    it('names a line at another position in its agreement, even if the line is sealed with it', async () => {
      const last = { ...lines[5]!, place: 9 };
      await on.database.tamper(`update lines set place = 9, hash = ${literal(seal(lines[4]!.hash, last))} where seq = 6`);
      expect(await faults()).toEqual(['6 a does not follow the line before it of the same agreement']);
    });

    it('is not needed to notice what can no longer be read', async () => {
      await on.database.tamper(`update lines set body = ${literal(Buffer.from('x'))} where seq = 4`);
      expect(await saidOf(on.register.rows('a'))).toContain('Line 3 of a can’t be read');
    });
  });
});
