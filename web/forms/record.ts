/** Forms for recording facts: one that the agreement admits now, any other by name, or several as text. */
import type { Hono } from 'hono';
import { toRecord, toRecordAny, type FactType, type Rule } from '../../client/permissions.ts';
import type { FactGiven } from '../../client/requests.ts';
import { noticeKindOf, recordedTypes } from '../../client/schemas.ts';
import { whyNotYet } from '../../client/entry-consequences.ts';
import { consequencesOfText, recordText, type FactsText } from '../../client/facts-text.ts';
import { html, type Html } from '../html.ts';
import { entryPath } from '../pages/agreement/days.ts';
import { referredTo } from '../pages/agreement/possible-acts.ts';
import { address, agreementPath, type Env } from '../request.ts';
import { askingOf, unknownEntryIn } from './field-choices.ts';
import { chooserOn } from './chooser.ts';
import { consequencesPart } from './consequences.ts';
import type { Given } from './fields.ts';
import { formOn, type FormRequest } from './flow.ts';
import { forParties } from './permissions.ts';
import { fieldsIn, nodeOfFact } from './schema-fields.ts';
import type { ObjectNode } from './schema-node.ts';
import { readIn } from './schema-values.ts';

const words = ({ c }: FormRequest) => c.get('words');
const servanda = ({ c }: FormRequest) => c.get('asker').servanda;
const contextOf = ({ c }: FormRequest) => c.get('asker').context;

export function recordForms(app: Hono<Env>): void {
  chooserOn(app, {
    path: '/record',
    may: a => forParties(a.s, undefined, toRecordAny),
    title: a => words(a).m.desk.record.title,
    groups: a => {
      const { record: m } = words(a).m.desk;
      return [
        { heading: m.admitted, choices: admittedChoices(a) },
        { heading: m.fromText, choices: [{ href: agreementPath(a.s.agreement, '/record/several'), label: m.several }] },
        {
          heading: m.others,
          intro: m.othersIntro,
          choices: recordedTypes.map(type => ({ href: recordPath(a, type), label: nameOf(a, type), may: mayRecord(a, type) })),
        },
      ];
    },
  });
  formOn(app, {
    path: '/record/several',
    about: () => Promise.resolve(undefined),
    may: (a, _, given) => forParties(a.s, given['by'], toRecordAny),
    title: a => words(a).m.desk.record.several,
    intro: a => words(a).m.desk.record.severalIntro,
    fields: a => [{ name: 'facts', label: words(a).m.desk.record.facts, hint: factsExample, kind: 'long', rows: 12 }],
    preview: async (a, values) =>
      consequencesPart(await consequencesOfText(contextOf(a), a.s.agreement, factsIn(a, values)), a.s, words(a)),
    send: a => words(a).m.desk.record.send,
    perform: async (a, values) => {
      await recordText(contextOf(a), a.s.agreement, factsIn(a, values));
      return `${agreementPath(a.s.agreement)}#ledger`;
    },
  });
  formOn(app, {
    path: '/record/:type',
    about: async a => {
      const type = a.c.req.param('type' as never);
      if (!(recordedTypes as readonly string[]).includes(type)) throw unknownEntryIn(a, type);
      return { type, node: nodeOfFact(type, ['type']) };
    },
    may: (a, { type }, given) => mayRecord(a, type, given['by']),
    title: (a, { type }) => `${words(a).m.desk.record.title}: ${nameOf(a, type)}`,
    fields: (a, { type, node }, given) =>
      fieldsIn(node, askingOf(a, { given, ofKnownProtocol: type !== 'protocol.proposed' })).map(f =>
        f.name === 'id' ? { ...f, optional: true } : f,
      ),
    intro: (a, { type }) => ownNoticeNote(a, type, a.c.req.query()),
    notYet: (a, values, about) => whyNotYet(contextOf(a), a.s.agreement, factOf(about, values)),
    preview: async (a, values, about) => {
      const note = ownNoticeNote(a, about.type, values);
      const would = consequencesPart(await servanda(a).simulate(a.s.agreement, factOf(about, values)), a.s, words(a));
      return html`${note ? html`<p><b>${note}</b></p>` : ''}${would}`;
    },
    send: a => words(a).m.desk.record.send,
    perform: async (a, values, about) => {
      const { entry } = await servanda(a).record(a.s.agreement, factOf(about, values));
      return entryPath(a.s, entry.id);
    },
    attachTo: (_, path) => path.slice(path.indexOf('#entry-') + '#entry-'.length),
  });
}

const factsExample = html`<code>- { id: n1, type: completion.notified, by: KZ, dated: 2004-06-01, received: 2004-06-10 }</code>`;

const factsIn = (a: FormRequest, { facts = '' }: Given): FactsText => ({ text: facts, called: words(a).m.desk.record.facts });

const mayRecord = (a: FormRequest, type: string, by?: string): Rule[] =>
  nodeOfFact(type, []).props.some(([name]) => name === 'by')
    ? forParties(a.s, by, party => toRecord(type as FactType, party))
    : [toRecord(type as FactType)];

/** A notice of our own needs four eyes. Recorded directly as a fact it has no approval: only for one that has already been received. */
function ownNoticeNote(a: FormRequest, type: string, { by, of, protocol }: Given): Html | undefined {
  const kind = noticeKindOf(type);
  const own = a.s.described.desk?.party;
  if (!kind || !own || (by ?? own) !== own) return undefined;
  const { desk, actions } = words(a).m;
  const draft = address(agreementPath(a.s.agreement, `/notices/new/${kind}`), { by: own, of, protocol });
  const party = words(a).party(own, a.s.described);
  return words(a).rich(desk.record.ownNotice, { party, draft: html`<a href="${draft}">${actions.draft}</a>` });
}

const factOf = ({ type, node }: { type: string; node: ObjectNode }, values: Given): FactGiven =>
  ({ ...readIn(node, values), type }) as unknown as FactGiven;

const recordPath = (a: FormRequest, type: string, query: Readonly<Record<string, string | undefined>> = {}): string =>
  address(agreementPath(a.s.agreement, `/record/${type}`), query);

function nameOf(a: FormRequest, type: string): string {
  const { may, desk } = words(a).m;
  return { ...may.acts, ...desk.record.acts }[type as keyof typeof may.acts | keyof typeof desk.record.acts];
}

function admittedChoices(a: FormRequest) {
  const { c, s } = a;
  const { m } = c.get('words');
  const by = (what: string, who: string): string => words(a).say(m.words.by, { what, who });
  const admitted = s.admitted
    .filter(one => one.admitted)
    .map(one => ({
      href: recordPath(a, one.type, { by: one.by ?? undefined, [one.type === 'condition.met' ? 'condition' : 'of']: one.of ?? undefined }),
      label: by(nameOf(a, one.type) + referredTo(one, s.described), one.by ? words(a).party(one.by, s.described) : m.may.together),
      hint: words(a).basis(one.basis),
      may: mayRecord(a, one.type, one.by ?? undefined),
    }));
  const type = 'protocol.completion.notified';
  const completions = s.protocols
    .filter(p => p.status === 'signed')
    .flatMap(p =>
      p.awaits.map(who => ({
        href: recordPath(a, type, { by: who, protocol: p.id }),
        label: by(words(a).say(m.desk.record.ofProtocol, { what: nameOf(a, type), protocol: p.id }), words(a).party(who, s.described)),
        may: mayRecord(a, type, who),
      })),
    );
  return [...admitted, ...completions];
}
