/** The outbox records each step of an act once. */
import { describe, expect, it } from 'vitest';
import type { Step } from '../../register/types.ts';
import { openRegister } from '../../register/register.ts';
import { onEachDatabase } from '../support/databases.ts';
import { actKey } from '../../machines/acts.ts';
import { act, freshRegister } from './given.ts';

onEachDatabase('the register', kind => {
  const on = freshRegister(kind);

  describe('the outbox', () => {
    const step = (what: string, taken: Step['step']): Step => ({ step: taken, body: act(what) });
    const said = async () => (await on.register.outbox('a')).map(({ seq, body, step: taken }) => `${seq} ${body.what} ${taken}`);

    it('records a step once, however often it is written', async () => {
      expect(await on.register.perform('a', [step('x', 'performed'), step('y', 'history'), step('x', 'performed')], 7)).toEqual([
        { seq: 1, agreement: 'a', act: actKey(act('x')), step: 'performed', body: { what: 'x' }, at: 7 },
        { seq: 2, agreement: 'a', act: actKey(act('y')), step: 'history', body: { what: 'y' }, at: 7 },
      ]);
      expect(await on.register.perform('a', [step('y', 'history'), step('x', 'performed')], 8)).toEqual([]);
      expect(await said()).toEqual(['1 x performed', '2 y history']);
    });

    it('lets an act be withdrawn and then performed again', async () => {
      for (const taken of ['performed', 'withdrawn', 'withdrawn', 'performed'] as const)
        await on.register.perform('a', [step('x', taken)], 1);
      expect(await said()).toEqual(['1 x performed', '2 x withdrawn', '3 x performed']);
    });

    it('keeps the steps of each agreement separate, numbered from 1', async () => {
      await on.register.perform('a', [step('x', 'performed'), step('y', 'performed'), step('x', 'withdrawn')], 1);
      await on.register.perform('b', [step('x', 'history')], 2);
      expect((await on.register.outbox('b')).map(line => line.seq)).toEqual([1]);
    });

    it('writes either all steps of a call or none', async () => {
      const unsayable: Step = { step: 'performed', body: { what: 'z', params: { n: Number.NaN } } as never };
      await expect(on.register.perform('a', [step('x', 'performed'), unsayable], 1)).rejects.toThrow(TypeError);
      expect(await on.register.outbox('a')).toEqual([]);
    });

    it('stores a thousand steps of one call in one line', async () => {
      const steps = Array.from({ length: 1_001 }, (_, i) => step(`x${i}`, 'history'));
      expect(await on.register.perform('a', steps, 1)).toHaveLength(1_001);
      await on.register.perform('a', [step('y', 'performed')], 2);
      expect((await on.register.outbox('a')).map(line => line.body.what)).toEqual([...steps.map(s => s.body.what), 'y']);
      expect(await on.register.verifyAll()).toMatchObject({ sound: true, lines: 2 });
    });

    it('records a step once when two write it at the same time', async () => {
      const other = await openRegister(on.database.place);
      const written = await Promise.all([on.register, other, on.register, other].map(r => r.perform('a', [step('x', 'performed')], 1)));
      expect(written.flat()).toHaveLength(1);
      await other.close();
    });
  });
});
