/**
 * Request limits per visitor: few attempts to sign in, plenty of everything else. Token buckets in the memory of the process: the desk is
 * one process, and pages, API and calendars refuse in different ways, so a library would save nothing.
 */
import type { Context, MiddlewareHandler } from 'hono';
import { answerProblem } from './api/middleware.ts';
import { ApiFault } from './api/problem.ts';
import { tooManyPage } from './pages/failure.ts';
import type { Env } from './request.ts';
import { addressOf, isForPrograms } from './visitor.ts';

export interface Limit {
  /** A burst of `most`, refilled over `within` milliseconds. */
  most: number;
  within: number;
}

export interface Limits {
  /** Failed attempts to sign in, per address. */
  signIn: Limit;
  /** Everything else: per session, or per address without a session. */
  any: Limit;
}

const minute = 60_000;
export const usualLimits: Limits = { signIn: { most: 10, within: minute }, any: { most: 1_200, within: minute } };

export interface Buckets {
  /** Returns the seconds to wait; 0 if the request may proceed. */
  take: (who: string, now: number) => number;
  /** Returns a token for a request that should not count. */
  giveBack: (who: string) => void;
}

/** Beyond this many visitors the oldest are forgotten and start with a full bucket. */
const mostKnown = 10_000;

export function bucketsOf({ most, within }: Limit): Buckets {
  const known = new Map<string, { left: number; at: number }>();
  const take: Buckets['take'] = (who, now) => {
    const before = known.get(who) ?? { left: most, at: now };
    const left = Math.min(most, before.left + ((now - before.at) * most) / within);
    known.delete(who);
    known.set(who, { left: left >= 1 ? left - 1 : left, at: now });
    if (known.size > mostKnown) known.delete(known.keys().next().value!);
    return left >= 1 ? 0 : Math.max(1, Math.ceil(((1 - left) * within) / most / 1000));
  };
  const giveBack: Buckets['giveBack'] = who => {
    const before = known.get(who);
    if (before) known.set(who, { ...before, left: Math.min(most, before.left + 1) });
  };
  return { take, giveBack };
}

const signingIn = /^\/(enter|sign-in(\/callback)?)$/;

export interface Limited {
  limits: Limits;
  url: string | undefined;
  now: () => number;
  /** The session, if the desk created it: visitors can't invent one. */
  sessionOf: (c: Context<Env>) => string | undefined;
}

export function limited({ limits: { signIn, any }, url, now, sessionOf }: Limited): MiddlewareHandler<Env> {
  const [attempts, others] = [bucketsOf(signIn), bucketsOf(any)];
  return async (c, next) => {
    const { path } = c.req;
    if (path.startsWith('/assets/')) return next();
    const isAttempt = signingIn.test(path);
    const who = (isAttempt ? undefined : sessionOf(c)) ?? addressOf(c, url !== undefined);
    const seconds = (isAttempt ? attempts : others).take(who, now());
    if (!seconds) {
      await next();
      if (isAttempt && c.res.status < 400) attempts.giveBack(who);
      return;
    }
    c.header('retry-after', `${seconds}`);
    if (path.startsWith('/calendar/')) return c.body(null, 429);
    if (isForPrograms(path)) return answerProblem(new ApiFault(429, 'tooMany', { seconds }), c, () => {});
    return tooManyPage(c);
  };
}
