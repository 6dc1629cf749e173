/**
 * The host names under which the desk answers: those of this machine and the configured one. A foreign page whose name resolves to this
 * machine (DNS rebinding) sends another host name; without this check it would pass for a page of the desk.
 */
import type { Context, MiddlewareHandler } from 'hono';
import { answerProblem } from './api/middleware.ts';
import { ApiFault } from './api/problem.ts';
import { otherHostPage } from './pages/failure.ts';
import type { Env } from './request.ts';
import { isForPrograms } from './visitor.ts';

const ofThisMachine: readonly string[] = ['127.0.0.1', 'localhost', '[::1]'];
export const isOfThisMachine = (host: string): boolean => ofThisMachine.includes(host);

/** `url`: the public address behind a proxy; `refused` receives each request under another name. */
export const requireOwnHost =
  (url: string | undefined, refused: (c: Context<Env>, host: string) => void): MiddlewareHandler<Env> =>
  async (c, next) => {
    const { hostname: host } = new URL(c.req.url);
    if (isOfThisMachine(host) || (url && host === new URL(url).hostname)) return next();
    refused(c, host);
    return isForPrograms(c.req.path) ? answerProblem(new ApiFault(421, 'otherHost', { host }), c, () => {}) : otherHostPage(c, host);
  };

/** Cookies are sent over HTTPS only if browsers reach the desk over HTTPS. */
export const isSecure = (url: string | undefined): boolean => url?.startsWith('https:') ?? false;

/** The origin of our own pages: the public address, whatever protocol the proxy speaks to the desk. */
export const ownOrigin = (c: Context, url: string | undefined): string => new URL(url ?? c.req.url).origin;
