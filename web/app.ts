/** The desk: pages over the client, with the API, calendars and MCP server mounted next to them. */
import { Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie, setCookie } from 'hono/cookie';
import { secureHeaders } from 'hono/secure-headers';
import { documentLimit } from '../client/documents.ts';
import type { DeskSecurityLog } from '../worker/security-log.ts';
import { assets, served } from './assets.ts';
import { languageOf, type Desk } from './context.ts';
import { failurePage, notFoundPage, tooLargePage } from './pages/failure.ts';
import { pagesOf } from './pages/index.ts';
import type { Env } from './request.ts';
import { formToken } from './session/form-token.ts';
import { limited, usualLimits, type Limits } from './limits.ts';
import { isSecure, ownOrigin, requireOwnHost } from './own-address.ts';
import { guarded, securityOf, type SignIn } from './session/guard.ts';
import { sealWith } from './session/seal.ts';
import { sessionsOf } from './session/sessions.ts';
import { wordsIn } from './words.ts';

export interface DeskAppOptions {
  desk: Desk;
  /** Signs cookies and forms (`keyOf`). */
  key: Buffer;
  signIn: SignIn;
  /** The desk's public address behind a proxy, which passes each visitor's address in X-Forwarded-For. Default: this machine. */
  url?: string | undefined;
  /** Logs an unexpected failure under the id that the page displays. */
  log?: (id: string, failure: unknown) => void;
  /** Logs sign-ins, sign-outs and refused attempts. */
  security?: Pick<DeskSecurityLog, 'refused' | 'signedIn' | 'signedOut'>;
  /** Request limits per visitor. */
  limits?: Limits;
  /** Apps mounted next to the pages, by path: `/api`, `/calendar`, `/mcp`. Each checks rights of its own. */
  beside?: Readonly<Record<`/${string}`, Hono>>;
}

export function deskApp({ desk, key, signIn, url, log = () => {}, beside = {}, ...more }: DeskAppOptions): Hono<Env> {
  const { security = silent, limits = usualLimits } = more;
  const app = new Hono<Env>();
  const seal = sealWith(key);
  const sessions = sessionsOf(desk, seal, { url, by: signIn.kind });
  app.use(
    secureHeaders({
      xFrameOptions: 'DENY',
      referrerPolicy: 'same-origin',
      contentSecurityPolicy: policy,
      strictTransportSecurity: isSecure(url),
    }),
  );
  app.use(language);
  app.get('/assets/*', c => {
    const asset = assets().find(c.req.path);
    return asset ? served(c, asset) : c.notFound();
  });
  app.notFound(c => notFoundPage(c));
  app.onError((failure, c) => failurePage(c, failure, log));
  const { refused } = securityOf({ security, url });
  app.use(requireOwnHost(url, (c, host) => refused(c, c.req.path, `The desk is not reached as ${host}.`)));
  app.use(limited({ limits, url, now: () => Date.now(), sessionOf: c => sessions.idIn(c) }));
  for (const [path, one] of Object.entries(beside)) app.route(path, one);
  app.use(bodyLimit({ maxSize: documentLimit + 1024 * 1024, onError: tooLargePage }));
  guarded(app, { desk, seal, sessions, signIn, url, security });
  app.use(async (c, next) => {
    c.set('seal', seal);
    c.set('token', formToken(seal, c.get('signedIn').session.id));
    c.set('origin', ownOrigin(c, url));
    await next();
  });
  pagesOf(app);
  return app;
}

const silent = { refused: () => {}, signedIn: () => {}, signedOut: () => {} };

/** Chosen by `?lang`, then remembered in a cookie. */
const language: MiddlewareHandler<Env> = async (c, next) => {
  const asked = c.req.query('lang');
  const found = languageOf({ asked, chosen: getCookie(c, 'lang'), accepted: c.req.header('accept-language') });
  c.set('words', wordsIn(found));
  if (asked === found) setCookie(c, 'lang', found, { path: '/', sameSite: 'Lax', httpOnly: true, maxAge: 31_536_000 });
  await next();
};

/** Nothing from other origins and nothing inline: text from the register never runs as code. */
const policy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  fontSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
};
