/** A signed head stored elsewhere reveals what the register itself can't show: a cut-off end, a rewritten history, another register. */
import { expect, it } from 'vitest';
import { headsOf, compareWithHeads, readHeads } from '../../register/heads.ts';
import { openRegister } from '../../register/register.ts';
import { checkSigned } from '../../register/signed.ts';
import type { Register } from '../../register/types.ts';
import { newSigningKey, publicKeyOf, SigningKey } from '../../secrets/signing-key.ts';
import { onEachDatabase } from '../support/databases.ts';
import { both, entered, freshRegister, signed } from './given.ts';
import { enter } from '../support/enter.ts';

const key = new SigningKey(newSigningKey());
const now = Date.UTC(2026, 10, 22, 12);

onEachDatabase('a head kept elsewhere', kind => {
  const on = freshRegister(kind);
  const other = freshRegister(kind);
  const registers = () => both(on.register, other.register);
  const fill = async (register: Register, ...ids: string[]) => {
    for (const id of ids) for (const a of ['a', 'b']) await enter(register, a, signed(id), entered);
  };

  it('a head stays in its place as long as the register only grows', async () => {
    const empty = await headsOf(registers(), now, key);
    await fill(on.register, 's1');
    const kept = await headsOf(registers(), now, key, 'b');
    expect(kept).toMatchObject({ agreements: { seq: 2 }, rehearsals: { seq: 0 }, agreement: { id: 'b', seq: 1, rehearsal: false } });
    await fill(on.register, 's2');
    expect(await compareWithHeads(registers(), kept)).toEqual([]);
    expect(await compareWithHeads(registers(), empty)).toEqual([]);
  });

  it('a head detects an end that was cut off, even if the rest is sound in itself', async () => {
    await fill(on.register, 's1', 's2');
    const kept = await headsOf(registers(), now, key, 'b');
    await on.database.tamper(`delete from lines where seq > 2`);
    expect(await on.register.verifyAll()).toMatchObject({ sound: true, lines: 2 });
    expect(await compareWithHeads(registers(), kept)).toEqual([
      { code: 'cutOff', of: 'agreements', end: 2, line: 4 },
      { code: 'cutOff', of: 'b', end: 1, line: 2 },
    ]);
  });

  it('a head detects a rewritten history, and another register', async () => {
    await fill(on.register, 's1');
    const kept = await headsOf(registers(), now, key);
    const anew = await kind.fresh();
    const forged = await openRegister(anew.place);
    for (const a of ['a', 'b']) await enter(forged, a, signed('s1', '2004-03-02'), entered);
    await fill(forged, 's2');
    expect(await forged.verifyAll()).toMatchObject({ sound: true });
    expect(await compareWithHeads(both(forged, other.register), kept)).toEqual([
      { code: 'otherHash', of: 'agreements', line: 2, is: expect.stringMatching(/^sha256:\w+$/), kept: kept.agreements.hash },
    ]);
    await forged.close();
    await anew.remove();
  });

  it('a head is read back from its text and checked', async () => {
    await fill(on.register, 's1');
    const said = await headsOf(registers(), now, key);
    const heads = readHeads(JSON.stringify(said));
    expect(heads).toEqual(said);
    expect(heads.takenAt).toBe('2026-11-22T12:00:00.000Z');
    await checkSigned(heads, 'heads', publicKeyOf(key.publicJwk));
    expect((await headsOf(registers(), now, undefined)).signature).toBeUndefined();
  });
});

it.each([
  ['is not JSON', 'x', 'headsNotJson'],
  ['lacks a head', '{"servanda":"heads","version":1,"takenAt":"2026-11-22T12:00:00.000Z"}', 'agreements'],
  ['has a later format', '{"servanda":"heads","version":2}', 'version'],
])('a file of heads that %s is refused, with the reason', (_, text, why) => {
  expect(() => readHeads(text)).toThrow(why);
});
