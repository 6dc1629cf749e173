/** Forms for the decision on the current period, and for acknowledging reminders. */
import type { Hono } from 'hono';
import { decisionPreview } from '../../client/decision-preview.ts';
import type { DecisionGiven } from '../../client/facts.ts';
import { headlineOf } from '../../client/headline.ts';
import { isLate } from '../../client/late-decision.ts';
import { toRecord } from '../../client/permissions.ts';
import { nothingToAcknowledge } from '../../client/recording.ts';
import { html, type Html } from '../html.ts';
import { Days } from '../pages/agreement/days.ts';
import { firstSentence, secondSentence } from '../pages/agreement/headline.ts';
import { agreementPath, type Env } from '../request.ts';
import { partiesOf } from './field-choices.ts';
import type { Field } from './fields.ts';
import { formOn, type FormRequest } from './flow.ts';
import { forParties } from './permissions.ts';

const words = ({ c }: FormRequest) => c.get('words');
const servanda = ({ c }: FormRequest) => c.get('asker').servanda;
const contextOf = ({ c }: FormRequest) => c.get('asker').context;

export function decisionForms(app: Hono<Env>): void {
  formOn(app, {
    path: '/decide',
    may: (a, _, given) => forParties(a.s, given['for'], party => toRecord('decision.made', party)),
    about: () => Promise.resolve(undefined),
    title: a => words(a).m.desk.decide.title,
    intro: a => html`${tooLate(a)}${words(a).m.desk.decide.intro}`,
    fields: decisionFields,
    send: a => words(a).m.desk.decide.send,
    preview: (a, { decision, for: party }) =>
      Promise.resolve(
        html`${decisionPreview({ ...a.s, party, rows: a.s.entries }, decision as DecisionGiven['decision'], words(a).wording).map(said => html`<p>${said}</p>`)}`,
      ),
    perform: async (a, { decision, person, authority, note, for: party }) => {
      const given = { decision: decision as DecisionGiven['decision'], person: person!, authority: authority!, for: party! };
      await servanda(a).decide(a.s.agreement, { ...given, ...(note ? { note } : {}) });
      return agreementPath(a.s.agreement);
    },
  });

  formOn<string | undefined>(app, {
    path: '/acknowledge',
    may: (a, _, given) => forParties(a.s, given['for'], party => toRecord('reminder.acknowledged', party)),
    about: a => nothingToAcknowledge(contextOf(a), a.s.agreement),
    barred: (_, why) => why,
    title: a => words(a).m.desk.acknowledge.title,
    intro: a => words(a).m.desk.acknowledge.intro,
    fields: a => [forParty(a)],
    send: a => words(a).m.desk.acknowledge.send,
    perform: async (a, { for: party }) => {
      await servanda(a).acknowledge(a.s.agreement, { for: party! });
      return agreementPath(a.s.agreement);
    },
  });
}

/** Shown to whoever decides late: what a notice no longer prevents, and what it would still do. */
function tooLate(a: FormRequest): Html | '' {
  const headline = headlineOf(a.s);
  if (!isLate(headline)) return '';
  const said = { s: a.s, headline, words: words(a), days: new Days(a.s, words(a), {}) };
  return html`<b>${firstSentence(said)}.</b> ${secondSentence(said)} `;
}

function decisionFields(a: FormRequest): readonly Field[] {
  const { c, s } = a;
  const { decide: m } = words(a).m.desk;
  const which =
    s.decision?.question === 'expiry' ? (['renew', 'lapse', 'negotiate'] as const) : (['renew', 'terminate', 'negotiate'] as const);
  return [
    {
      name: 'decision',
      label: m.decision,
      kind: 'choice',
      options: which.map(value => ({ value, label: words(a).values.decisions[value] })),
    },
    forParty(a),
    { name: 'person', label: m.person, kind: 'text', initial: c.get('signedIn').session.person },
    { name: 'authority', label: m.authority, hint: m.authorityHint, kind: 'text' },
    { name: 'note', label: m.note, kind: 'long', optional: true },
  ];
}

const forParty = (a: FormRequest): Field => ({
  name: 'for',
  label: words(a).m.desk.decide.for,
  kind: 'choice',
  options: partiesOf(a.s, words(a)),
  initial: a.s.described.desk?.party,
});
