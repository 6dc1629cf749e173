/** One agreement in a test: all that may be asked of it, and the passing of time. */
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { zonesOf, type Agreement } from '../clauses/agreement.ts';
import { date, legalToday } from '../clauses/calendar.ts';
import type { Context } from '../client/context.ts';
import { dossierOf } from '../client/dossiers.ts';
import { oneAgreement, type OneAgreement } from '../client/scoped.ts';
import { servandaOn } from '../client/servanda.ts';
import { skipToDay, untilSo } from './time-skipping.ts';

export interface Treaty extends OneAgreement {
  readonly id: string;
  /** The legal today of the agreement: the day that has begun for both Parties. */
  today(): Promise<string>;
  /** Lets time pass until a day has begun, and all that falls due before is done. @throws RangeError when that day is past */
  skipTo(day: string): Promise<void>;
  /** Has it in force from a day on, whatever its clauses say of how: on that very day it is. Signed that day where it is not yet; a day ahead is waited for. */
  inForceFrom(day: string): Promise<void>;
}

export async function treatyOf(env: TestWorkflowEnvironment, context: Context, id: string): Promise<Treaty> {
  const one = oneAgreement(servandaOn(context), id);
  const described = async (): Promise<Agreement> => (await dossierOf(context, id)).agreement;
  const today = async (): Promise<string> => legalToday(await env.currentTimeMs(), zonesOf(await described()));
  const skipTo = async (day: string): Promise<void> => {
    await skipToDay(env, day, zonesOf(await described()));
    await caughtUp(env, one, id);
  };
  return {
    ...one,
    id,
    today,
    skipTo,
    inForceFrom: async day => {
      if (date(day) > (await today())) await skipTo(day);
      const { status } = await one.standing();
      if (status === 'negotiated') await one.record({ type: 'signed', on: day });
      await one.record({ type: 'entry.agreed', on: day, date: day, published: true });
    },
  };
}

/** Nothing is pending any more that should have been done by now. */
async function caughtUp(env: TestWorkflowEnvironment, { timers }: Pick<OneAgreement, 'timers'>, id: string): Promise<void> {
  const overdue = async () => {
    const now = new Date(await env.currentTimeMs()).toISOString();
    return (await timers()).filter(timer => timer.fires <= now);
  };
  const named = (found: Awaited<ReturnType<typeof overdue>>): string => found.map(t => `${t.workflowId}: ${t.summary}`).join('; ');
  await untilSo(
    overdue,
    found => found.length === 0,
    found => `${id} did not do what fell due: ${named(found)}.`,
  );
}
