/** Calendar subscriptions at /calendar/TOKEN.ics: all-day events from the lists, in the language in which the address was created. */
import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { languages } from '../../clauses/desk.ts';
import { calendarOf } from '../../client/calendar.ts';
import { calendarAt } from '../../client/calendar-tokens.ts';
import type { Context } from '../../client/context.ts';
import { wordings } from '../../wording/index.ts';

export interface CalendarOptions {
  /** The service. Whoever created it closes it. */
  base: Context;
  onUnexpected?: (failure: unknown) => void;
}

export function calendarApp({ base, onUnexpected = () => {} }: CalendarOptions): Hono {
  const app = new Hono();
  app.onError((failure, c) => {
    onUnexpected(failure);
    return c.body(null, 503, { 'retry-after': '600' });
  });
  app.get('/:file{[A-Za-z0-9_-]{43}\\.ics}', async c => {
    const found = base.hasRegister() ? await calendarAt(base, c.req.param('file').slice(0, -'.ics'.length)) : undefined;
    if (!found) return c.body(null, 404);
    const language = languages.find(l => l === found.language) ?? 'en';
    const context = { ...base, language, wording: wordings[language] };
    const content = await calendarOf(context, found, found.scope === 'all' ? 'servanda' : `servanda: ${found.of}`);
    // The events' stamp is the time of the request and not part of their content.
    const tag = `"${createHash('sha256')
      .update(content.replaceAll(/^DTSTAMP:.*$/gm, ''))
      .digest('base64url')}"`;
    c.header('etag', tag);
    c.header('cache-control', 'private, no-cache');
    c.header('x-robots-tag', 'noindex');
    if (c.req.header('if-none-match') === tag) return c.body(null, 304);
    return c.body(content, 200, {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="servanda.ics"',
    });
  });
  return app;
}
