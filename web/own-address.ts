/**
 * Under which address the desk is reached. It answers under the names of this machine, and the one it is configured with: a page of elsewhere
 * whose name was pointed at this machine (DNS rebinding) comes under a name of its own, and would else pass for a page of the desk.
 */
import type { Context, MiddlewareHandler } from 'hono';
import { answerProblem } from './api/door.ts';
import { ApiFault } from './api/problem.ts';
import { otherHostPage } from './pages/failure.ts';
import type { Env } from './request.ts';
import { isForPrograms } from './visitor.ts';

const ofThisMachine: readonly string[] = ['127.0.0.1', 'localhost', '[::1]'];
export const isOfThisMachine = (host: string): boolean => ofThisMachine.includes(host);

/** `url`: where browsers reach it, behind a proxy; `refused` hears of each request that comes under another name. */
export const underOwnName =
  (url: string | undefined, refused: (c: Context<Env>, host: string) => void): MiddlewareHandler<Env> =>
  async (c, next) => {
    const { hostname: host } = new URL(c.req.url);
    if (isOfThisMachine(host) || (url && host === new URL(url).hostname)) return next();
    refused(c, host);
    return isForPrograms(c.req.path) ? answerProblem(new ApiFault(421, 'otherHost', { host }), c, () => {}) : otherHostPage(c, host);
  };

/** Cookies go by https alone where browsers reach it by https. */
export const isSecure = (url: string | undefined): boolean => url?.startsWith('https:') ?? false;

/** Whose pages are ours: those of the address that browsers see, whatever the proxy speaks with the desk. */
export const ownOrigin = (c: Context, url: string | undefined): string => new URL(url ?? c.req.url).origin;
