/** The description of an agreement is changed: its file as a text, with the linter beside it, and every date that moves before it is entered. */
import type { Hono } from 'hono';
import { parseAgreement } from '../../agreements/load.ts';
import { previewOf } from '../../client/checking.ts';
import {
  changedDescription,
  descriptionInUse,
  refuseUndeliverable,
  takeIntoUse,
  type ChangedDescription,
} from '../../client/descriptions.ts';
import { apart } from '../../client/apart.ts';
import { html } from '../html.ts';
import { tableOf } from '../table.ts';
import { agreementPath, type Env } from '../request.ts';
import { besidePart, findingsPart } from './beside.ts';
import { consequencesPart } from './consequences.ts';
import { yamlField } from './describe-page.ts';
import { formOn, type Asked } from './flow.ts';

type InUse = Awaited<ReturnType<typeof descriptionInUse>>;

export function reviseForm(app: Hono<Env>): void {
  const words = ({ c }: Asked) => c.get('words');
  const context = ({ c }: Asked) => c.get('asker').context;
  const preview = (a: Asked, text: string, { entries }: InUse) => previewOf(context(a), text, words(a).m.editor.yaml, entries);

  formOn<InUse>(app, {
    path: '/revise',
    about: a => descriptionInUse(context(a), a.s.agreement),
    title: a => words(a).m.editor.reviseTitle,
    intro: a => words(a).m.editor.reviseIntro,
    fields: (a, { text }) => {
      const { editor: m } = words(a).m;
      return [
        { ...yamlField(words(a)), initial: text },
        { name: 'reason', label: m.reason, hint: m.reasonHint, kind: 'text' },
      ];
    },
    beside: async (a, given, used) => besidePart(await preview(a, given['yaml'] ?? used.text, used), words(a)),
    preview: async (a, { yaml = '' }, used) => {
      const changed = await changedTo(a, yaml);
      const { editor: m, desk } = words(a).m;
      const { before, after } = desk.would.columns;
      const values = apart(changed.dossier.agreement, changed.content).map(
        v => html`<tr><td><code>${v.path}</code><td>${v.there ?? words(a).m.words.none}<td><b>${v.here ?? words(a).m.words.none}</b></tr>`,
      );
      const findings = findingsPart(await preview(a, yaml, used), words(a));
      const moved = consequencesPart({ ...changed, withoutEffect: [], warnings: [] }, a.s, words(a));
      return html`<section><h2>${m.changes}</h2>${tableOf('dates stack', [m.value, before, after], values)}</section>${moved}<section><h2>${m.beside}</h2>${findings}</section>`;
    },
    send: a => words(a).m.editor.revise,
    perform: async (a, { yaml = '', reason = '' }) => {
      const changed = await changedTo(a, yaml);
      await refuseUndeliverable(context(a), changed);
      await takeIntoUse(context(a), changed, { reason, confirmed: true });
      return `${agreementPath(a.s.agreement)}#clauses`;
    },
  });
}

/** @throws AgreementFileError, RangeError where it is the description of another agreement, or the one that is in use */
async function changedTo({ c, s }: Asked, yaml: string): Promise<ChangedDescription> {
  const { say, m } = c.get('words');
  const { agreement } = parseAgreement(yaml, m.editor.yaml);
  if (agreement.id !== s.agreement) throw new RangeError(say(m.editor.otherId, { other: agreement.id, id: s.agreement }));
  if (agreement.rehearsal !== s.rehearsal) throw new RangeError(m.editor.otherKind);
  const changed = await changedDescription(c.get('asker').context, { agreement });
  if ('existing' in changed) throw new RangeError(m.editor.same);
  return changed;
}
