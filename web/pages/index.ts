/** Which page is where. */
import type { Hono } from 'hono';
import type { Env } from '../request.ts';
import { agreementPage, reckoningPage } from './agreement/page.ts';
import { todayPage } from './today/page.ts';
import { agreementsPage } from './agreements.ts';

export function pagesOf(app: Hono<Env>): void {
  app.get('/', todayPage);
  app.get('/agreements', c => agreementsPage(c, false));
  app.get('/rehearsals', c => agreementsPage(c, true));
  app.get('/agreements/:id', agreementPage);
  app.get('/agreements/:id/reckoning', reckoningPage);
}
