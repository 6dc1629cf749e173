/** Attaches a document to a notice, a protocol or an entry. */
import type { Hono } from 'hono';
import { targetOf } from '../../client/documents.ts';
import { InvalidRequest } from '../../client/failures.ts';
import { toRecord } from '../../client/permissions.ts';
import { address, agreementPath, type Env } from '../request.ts';
import type { Words } from '../words.ts';
import { formOn, type FormRequest } from './flow.ts';

const wordsOf = ({ c }: FormRequest): Words => c.get('words');

/** The form's path; it returns to the page it was opened from. */
export const attachPath = (agreement: string, to: string, from: string): string =>
  address(agreementPath(agreement, '/documents/new'), { to, from });

export function documentForms(app: Hono<Env>): void {
  formOn(app, {
    path: '/documents/new',
    may: () => [toRecord('document.attached')],
    about: async a => {
      const to = a.c.req.query('to') ?? '';
      if (!to) throw new InvalidRequest('noDocumentTarget', { agreement: a.s.agreement, to }, wordsOf(a).wording);
      await targetOf(a.c.get('asker').context, a.s.agreement, to);
      return to;
    },
    title: (a, to) => wordsOf(a).say(wordsOf(a).m.desk.documents.title, { to }),
    intro: a => wordsOf(a).m.desk.documents.intro,
    fields: () => [],
    send: a => wordsOf(a).m.desk.documents.attach,
    perform: a => Promise.resolve(backFrom(a)),
    attachTo: (_, __, to) => to,
    isOfDocument: true,
  });
}

/** Only pages of the same agreement. */
function backFrom({ c, s }: FormRequest): string {
  const own = agreementPath(s.agreement);
  const from = c.req.query('from') ?? '';
  return /^\/(?:notices|protocols)\/[\w.%-]+$/.test(from) ? `${own}${from}` : `${own}#ledger`;
}
