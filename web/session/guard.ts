/**
 * Nobody reads without a session. On one's own machine it begins with the key in the address that servanda prints, in the name of the
 * machine's user, who may act under any identity in the home, as at the command line; elsewhere with an OpenID provider.
 */
import type { Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { failureIn } from '../../wording/failures/sentence.ts';
import type { DeskSecurityLog } from '../../worker/security-log.ts';
import type { Desk } from '../context.ts';
import { personPage, refusedPage, signInPage, personsHere } from '../pages/sign-in.ts';
import { ownPath, shown, type Env, type Request } from '../request.ts';
import { isSecure, ownOrigin } from '../own-address.ts';
import { addressOf } from '../visitor.ts';
import { formToken, isOwnForm, tokenField } from './form-token.ts';
import type { OpenId, Pending } from './open-id.ts';
import { randomToken, type Seal } from './seal.ts';
import type { SessionKeeper } from './sessions.ts';

export type SignIn = { kind: 'local'; person: string; key: string } | { kind: 'openId'; provider: OpenId };

export interface Guard {
  desk: Desk;
  seal: Seal;
  sessions: SessionKeeper;
  signIn: SignIn;
  security: Pick<DeskSecurityLog, 'refused' | 'signedIn' | 'signedOut'>;
  /** The public address, behind a proxy. */
  url: string | undefined;
}

export function guarded(app: Hono<Env>, guard: Guard): void {
  const { desk, seal, sessions, signIn, security } = guard;
  const { refused, visit } = securityOf(guard);
  if (signIn.kind === 'local') byKey(app, guard, signIn);
  else byProvider(app, guard, signIn.provider);
  app.use(async (c, next) => {
    const signedIn = await sessions.find(c);
    if (!signedIn) return signInFor(c, signIn);
    const words = c.get('words');
    const { person } = signedIn.session;
    c.set('signedIn', signedIn);
    c.set('asker', desk.asker({ person, language: words.language, identity: signedIn.identity }));
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
      const body = await c.req.parseBody({ all: true });
      if (!isOwnForm(c, seal, signedIn.session.id, { given: body[tokenField], origin: ownOrigin(c, guard.url) })) {
        refused(c, c.req.path, 'The form was not made for this session, or came from another site.', person);
        return shown(c, refusedPage(words, c.get('words').m.failures.formStale), 403);
      }
    }
    return next();
  });
  app.post('/sign-out', async c => {
    await sessions.end(c);
    security.signedOut(visit(c, c.get('signedIn').session.person));
    return c.redirect('/', 303);
  });
  app.get('/person', async c =>
    shown(c, personPage(c, await personsHere(desk.base), signIn.kind, formToken(seal, c.get('signedIn').session.id))),
  );
  if (signIn.kind === 'local')
    app.post('/person', async c => {
      const { person, from } = await c.req.parseBody();
      const known = (await personsHere(desk.base)).find(p => p.person === person);
      if (!known) return c.notFound();
      await sessions.begin(c, known.person);
      security.signedIn(visit(c, known.person));
      return c.redirect(ownPath(from), 303);
    });
}

const signInFor = (c: Request, { kind }: SignIn): Response => shown(c, signInPage(c.get('words'), kind, c.req.path), 403);

/** The key belongs to this process; it admits anybody who can read the process's output. */
function byKey(app: Hono<Env>, guard: Guard, { person, key }: Extract<SignIn, { kind: 'local' }>): void {
  const { sessions, security } = guard;
  const { refused, visit } = securityOf(guard);
  app.get('/enter', async c => {
    if (c.req.query('key') !== key) {
      refused(c, 'sign-in', 'The key is not that of this desk.');
      return shown(c, signInPage(c.get('words'), 'local', '/'), 403);
    }
    await sessions.begin(c, person);
    security.signedIn(visit(c, person));
    return c.redirect('/', 303);
  });
}

/** Writes to the security log: who signed in, from where, and what was refused. */
export function securityOf({ security, url }: Pick<Guard, 'security' | 'url'>) {
  const visit = (c: Request, person?: string) => ({ address: addressOf(c, url !== undefined), ...(person ? { person } : {}) });
  return {
    visit,
    refused: (c: Request, of: string, why: string, person?: string): void =>
      security.refused({ where: 'desk', of, ...visit(c, person), why }),
  };
}

const pendingCookie = 'signing-in';

function byProvider(app: Hono<Env>, guard: Guard, provider: OpenId): void {
  const { seal, sessions, security } = guard;
  const { refused, visit } = securityOf(guard);
  app.post('/sign-in', async c => {
    const { to, pending } = await provider.begin();
    setCookie(c, pendingCookie, seal.seal('signing-in', Buffer.from(JSON.stringify(pending)).toString('base64url')), {
      httpOnly: true,
      sameSite: 'Lax',
      secure: isSecure(guard.url),
      path: '/sign-in',
      maxAge: 600,
    });
    return c.redirect(to.href, 303);
  });
  app.get('/sign-in/callback', async c => {
    const kept = seal.open('signing-in', getCookie(c, pendingCookie));
    deleteCookie(c, pendingCookie, { path: '/sign-in' });
    const words = c.get('words');
    if (!kept) {
      refused(c, 'sign-in', 'The provider sent back somebody whose sign-in did not begin here.');
      return shown(c, refusedPage(words, words.m.failures.formStale), 403);
    }
    const pending = JSON.parse(Buffer.from(kept, 'base64url').toString()) as Pending;
    try {
      const { person, identity, until } = await provider.finish(new URL(c.req.url), pending);
      await sessions.begin(c, person, { identity, until });
      security.signedIn(visit(c, person));
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      refused(c, 'sign-in', why);
      return shown(c, refusedPage(words, failureIn(cause, words.wording) ?? why), 403);
    }
    return c.redirect('/', 303);
  });
}

/** For the printed address. */
export const entryKey = randomToken;
