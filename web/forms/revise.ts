/**
 * Revises the description of an agreement: by the questions of `agreement new`, or by its file as text, with the linter next to it and
 * every date that moves before it is entered.
 */
import type { Hono } from 'hono';
import { parseAgreement } from '../../agreements/load.ts';
import { previewOf } from '../../client/checking.ts';
import {
  changedDescription,
  descriptionInUse,
  refuseUndeliverable,
  putIntoUse,
  type ChangedDescription,
  type DescriptionInUse,
} from '../../client/descriptions.ts';
import { apart } from '../../client/description-differences.ts';
import { toCommand } from '../../client/permissions.ts';
import { Days } from '../pages/agreement/days.ts';
import { html } from '../html.ts';
import { tableOf } from '../table.ts';
import { address, agreementPath, type Env } from '../request.ts';
import type { Words } from '../words.ts';
import { previewPanel, findingsPart } from './preview-panel.ts';
import { consequencesPart } from './consequences.ts';
import { yamlField } from './describe-page.ts';
import { fieldsHtml, type Field, type Given } from './fields.ts';
import { formOn, type FormRequest } from './flow.ts';
import { faultsIn, questioned, questionsHtml, type Questioned } from './revise-questions.ts';

type InUse = DescriptionInUse & { asked?: Questioned };

export function reviseForm(app: Hono<Env>): void {
  const words = ({ c }: FormRequest) => c.get('words');
  const context = ({ c }: FormRequest) => c.get('asker').context;
  const preview = (a: FormRequest, text: string, { entries }: InUse) => previewOf(context(a), text, words(a).m.editor.yaml, entries);
  const textOf = ({ yaml = '' }: Given, { asked }: InUse): string => asked?.text ?? yaml;

  formOn<InUse>(app, {
    path: '/revise',
    may: () => [toCommand('revise')],
    about: async a => {
      const used = await descriptionInUse(context(a), a.s.agreement);
      return isText(a) ? used : { ...used, asked: await questioned(a.c, used) };
    },
    title: a => words(a).m.editor.reviseTitle,
    intro: a => {
      const { editor: m } = words(a).m;
      const other = address(agreementPath(a.s.agreement, '/revise'), { as: isText(a) ? undefined : 'text' });
      return html`${m.reviseIntro} <a class="noprint" href="${other}">${isText(a) ? m.asQuestions : m.asText}</a>`;
    },
    fields: (a, { text, asked }) => [...(asked ? asked.fields : [{ ...yamlField(words(a)), initial: text }]), reasonField(words(a))],
    questions: (a, { asked }, given, faults) =>
      asked && html`${questionsHtml(asked, given, faults, words(a))}${fieldsHtml([reasonField(words(a))], given, faults, words(a))}`,
    faults: (a, { asked }) => (asked ? faultsIn(asked, words(a)) : []),
    before: (_, { asked }) => asked?.before,
    beside: async (a, given, used) => {
      const unread = used.asked?.form.hasFaults ?? false;
      return previewPanel(
        unread ? undefined : await preview(a, used.asked?.text ?? given['yaml'] ?? used.text, used),
        words(a),
        new Days(a.s, words(a), {}).said,
      );
    },
    preview: async (a, values, used) => {
      const yaml = textOf(values, used);
      const changed = await changedTo(a, yaml);
      const { editor: m, desk } = words(a).m;
      const { before, after } = desk.would.columns;
      const rows = apart(changed.dossier.agreement, changed.content).map(
        v => html`<tr><td><code>${v.path}</code><td>${v.there ?? words(a).m.words.none}<td><b>${v.here ?? words(a).m.words.none}</b></tr>`,
      );
      const findings = findingsPart(await preview(a, yaml, used), words(a));
      const moved = consequencesPart({ ...changed, withoutEffect: [], warnings: [] }, a.s, words(a));
      return html`<section><h2>${m.changes}</h2>${tableOf('moves stack', [m.value, before, after], rows)}</section>${moved}<section><h2>${m.beside}</h2>${findings}</section>`;
    },
    send: a => words(a).m.editor.revise,
    perform: async (a, values, used) => {
      const changed = await changedTo(a, textOf(values, used));
      await refuseUndeliverable(context(a), changed);
      await putIntoUse(context(a), changed, { reason: values['reason'] ?? '', confirmed: true });
      return `${agreementPath(a.s.agreement)}#clauses`;
    },
  });
}

const reasonField = ({ m: { editor: m } }: Words): Field => ({ name: 'reason', label: m.reason, hint: m.reasonHint, kind: 'text' });

const isText = ({ c }: FormRequest): boolean => c.req.query('as') === 'text';

/** @throws AgreementFileError, RangeError if it describes another agreement or equals the description in use */
async function changedTo({ c, s }: FormRequest, yaml: string): Promise<ChangedDescription> {
  const { say, m } = c.get('words');
  const { agreement } = parseAgreement(yaml, m.editor.yaml);
  if (agreement.id !== s.agreement) throw new RangeError(say(m.editor.otherId, { other: agreement.id, id: s.agreement }));
  if (agreement.rehearsal !== s.rehearsal) throw new RangeError(m.editor.otherKind);
  const changed = await changedDescription(c.get('asker').context, { agreement });
  if ('existing' in changed) throw new RangeError(m.editor.same);
  return changed;
}
