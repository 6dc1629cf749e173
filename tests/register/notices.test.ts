/** The notices that the desk has had: found without reading any agreement, and current after every step. */
import { expect, it } from 'vitest';
import { date } from '../../clauses/calendar.ts';
import { noticeStepId, type NoticeStep } from '../../machines/notice/steps.ts';
import type { ProtocolStep } from '../../machines/protocol/steps.ts';
import { openRegister } from '../../register/register.ts';
import { enter } from '../support/enter.ts';
import { onEachDatabase } from '../support/databases.ts';
import { entered, freshRegister, signed } from './given.ts';

const approval = (notice: string, place: number): NoticeStep => ({
  type: 'notice.step',
  id: noticeStepId(notice, place),
  notice,
  step: { type: 'notice.approved', by: 'counsellor', at: date('2028-05-20') },
});

onEachDatabase('the notices of the desk', kind => {
  const on = freshRegister(kind);
  const step = (agreement: string, number: string, place: number) => enter(on.register, agreement, approval(number, place), entered);
  const protocolStep: ProtocolStep = {
    type: 'protocol.step',
    id: 'protocol.p.1',
    protocol: 'p',
    step: { type: 'protocol.opened', at: '2028-05-20' },
  };

  it('notices are listed once each, the one with the latest step first, including those of two agreements with the same number', async () => {
    expect(await on.register.notices()).toEqual([]);
    await enter(on.register, 'a', signed('s'), entered);
    await step('a', '2028-1', 1);
    await step('b', '2028-1', 1);
    await enter(on.register, 'b', protocolStep, entered);
    const [a, b] = ['a', 'b'].map(agreement => ({ agreement, number: '2028-1', latest: 'notice.approved' }));
    expect(await on.register.notices()).toEqual([b, a]);
    await step('a', '2028-1', 2);
    expect(await on.register.notices()).toEqual([a, b]);
  });

  it('notices are found after another process has entered them', async () => {
    await step('a', '2028-1', 1);
    expect(await on.register.notices()).toHaveLength(1);
    const other = await openRegister(on.database.place);
    await enter(other, 'a', approval('2028-2', 1), entered);
    await other.close();
    expect((await on.register.notices()).map(n => n.number)).toEqual(['2028-2', '2028-1']);
  });
});
