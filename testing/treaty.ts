/** One agreement in a test: all the client's calls for it, and the passing of time. */
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { zonesOf, type Agreement } from '../clauses/agreement.ts';
import { date, legalToday } from '../clauses/calendar.ts';
import type { Context } from '../client/context.ts';
import { dossierOf } from '../client/dossiers.ts';
import { oneAgreement, type OneAgreement } from '../client/one-agreement.ts';
import { servandaOn } from '../client/servanda.ts';
import { skipToDay, pollUntil } from './time-skipping.ts';

export interface Treaty extends OneAgreement {
  readonly id: string;
  /** The agreement's legal today: the day that has begun for both Parties. */
  today(): Promise<string>;
  /** Skips time until a day has begun and everything due before it is done. @throws RangeError if that day is past */
  skipTo(day: string): Promise<void>;
  /** Brings it into force on exactly that day, whatever its clauses require: signed that day if it is not yet; skips to a day ahead. */
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

/** Waits until no timer is pending that should have fired by now. */
async function caughtUp(env: TestWorkflowEnvironment, { timers }: Pick<OneAgreement, 'timers'>, id: string): Promise<void> {
  const overdue = async () => {
    const now = new Date(await env.currentTimeMs()).toISOString();
    return (await timers()).filter(timer => timer.fires <= now);
  };
  const named = (found: Awaited<ReturnType<typeof overdue>>): string => found.map(t => `${t.workflowId}: ${t.summary}`).join('; ');
  await pollUntil(
    overdue,
    found => found.length === 0,
    found => `${id} has timers overdue: ${named(found)}.`,
  );
}
