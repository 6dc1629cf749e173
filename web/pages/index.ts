/** Which page is where. */
import type { Hono } from 'hono';
import { documentForms } from '../forms/documents.ts';
import { entryForms } from '../forms/entries.ts';
import { describeForm } from '../forms/describe.ts';
import { importForm } from '../forms/import.ts';
import { noticeForms } from '../forms/notices.ts';
import { protocolForms } from '../forms/protocols.ts';
import { reviseForm } from '../forms/revise.ts';
import type { Env } from '../request.ts';
import { certificateFile, certificatePage } from './certificate.ts';
import { changesStream } from './changes.ts';
import { documentDownload } from './documents.ts';
import { enginePage } from './engine.ts';
import { agreementPage, reckoningPage } from './agreement/page.ts';
import { todayPage } from './today/page.ts';
import { noticeDocument, noticePage, noticesPage } from './notices.ts';
import { protocolDocument, protocolPage } from './protocol.ts';
import { rehearsePages } from './rehearse/pages.ts';
import { agreementsPage } from './agreements.ts';

export function pagesOf(app: Hono<Env>): void {
  app.get('/', todayPage);
  app.get('/agreements', c => agreementsPage(c, false));
  app.get('/rehearsals', c => agreementsPage(c, true));
  app.get('/notices', noticesPage);
  app.get('/engine', enginePage);
  app.get('/agreements/:id/changes', changesStream);
  importForm(app);
  describeForm(app);
  reviseForm(app);
  entryForms(app);
  noticeForms(app);
  protocolForms(app);
  rehearsePages(app);
  documentForms(app);
  app.get('/agreements/:id/documents/:document', documentDownload);
  app.get('/agreements/:id/notices/:number', noticePage);
  app.get('/agreements/:id/notices/:number/document.pdf', c => noticeDocument(c, 'pdf'));
  app.get('/agreements/:id/notices/:number/document.docx', c => noticeDocument(c, 'docx'));
  app.get('/agreements/:id/protocols/:protocol', protocolPage);
  app.get('/agreements/:id/certificate', certificatePage);
  app.get('/agreements/:id/certificate.pdf', certificateFile);
  app.get('/agreements/:id/protocols/:protocol/document.pdf', c => protocolDocument(c, 'pdf'));
  app.get('/agreements/:id/protocols/:protocol/document.docx', c => protocolDocument(c, 'docx'));
  app.get('/agreements/:id', agreementPage);
  app.get('/agreements/:id/reckoning', reckoningPage);
}
