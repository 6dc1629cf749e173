/** The same stories, lived through by a workflow on a time-skipping server: its timers fire between their days. */
import { expect, it } from 'vitest';
import { localDate } from '../../clauses/calendar.ts';
import { skipToDay } from '../../testing/time-skipping.ts';
import { startTimeSkippingEnvironment } from '../support/servers.ts';
import { startService, type Service } from '../support/service.ts';
import { stories, type Story } from '../support/stories.ts';

const zones = ['Asia/Almaty', 'Asia/Baku'];

/** Entries and expectations, in the order of days: entries first, expectations afterwards. */
const daysOf = ({ when, then }: Story) =>
  [...when.map(({ on, entry }) => ({ on, entry })), ...then.map(({ asOf }) => ({ on: asOf, entry: undefined }))].sort((a, b) =>
    a.on === b.on ? 0 : a.on < b.on ? -1 : 1,
  );

async function lookAt(service: Service, agreement: string, day: string): Promise<object> {
  const { standing, over, timers } = await service.planWhen(
    agreement,
    p => p.over || p.timers.every(t => localDate(t.at, zones[1]!) > day),
  );
  const { status, period, lastDayInForce } = standing;
  expect(over).toBe(timers.length === 0 && ['terminated', 'expired', 'superseded'].includes(status));
  return { status, period: period?.number ?? null, lastDayForNotice: period?.lastDayForNotice ?? null, lastDayInForce };
}

/** An act may be performed, withdrawn and performed again; never twice in a row, and withdrawn only if a late fact undid it. */
async function checkActs(service: Service, { agreement, when }: Story): Promise<void> {
  const lines = await service.registers.of(true).outbox(agreement.id);
  const last = new Map<string, string>();
  for (const { act, step } of lines) {
    expect(last.get(act)).not.toBe(step);
    last.set(act, step);
  }
  const backdates = when.some(
    ({ on, entry }) => entry.type === 'struck' || entry.type === 'corrected' || (entry.received ?? entry.on) !== on,
  );
  const withdrawn = lines.filter(l => l.step === 'withdrawn' && (l.body as { what: string }).what !== 'onboarded');
  expect(withdrawn.length > 0).toBe(backdates);
}

it.each(stories)('$name', async story => {
  const env = await startTimeSkippingEnvironment();
  const service = await startService(env);
  try {
    const seen = new Map<string, object>();
    let today = '';
    for (const { on, entry } of daysOf(story)) {
      if (on !== today) await skipToDay(env, on, zones);
      today = on;
      if (entry?.id === 's') await service.open(story.agreement);
      if (entry) await service.enter(story.agreement.id, entry);
      else seen.set(on, await lookAt(service, story.agreement.id, on));
    }
    for (const { asOf, withoutEffect: _, ...expected } of story.then) expect(seen.get(asOf), asOf).toMatchObject(expected);
    await checkActs(service, story);
  } finally {
    await service.stop();
    await env.teardown();
  }
});
