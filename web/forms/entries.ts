/** Forms for entries of an agreement: facts, decisions, acknowledgements, corrections, strikes. */
import { isDeepStrictEqual } from 'node:util';
import type { Hono } from 'hono';
import { consequencesOfText, recordText, type FactsText } from '../../client/several.ts';
import { strikeShown } from '../../client/unfolded.ts';
import { consequencesOfCorrection } from '../../client/entry-consequences.ts';
import { headlineOf } from '../../client/headline.ts';
import { isLate } from '../../client/late-decision.ts';
import { ledgerOf, type LedgerLine } from '../../client/ledger.ts';
import type { InvalidRequest } from '../../client/failures.ts';
import { unknownEntry, type DecisionGiven } from '../../client/facts.ts';
import { toRecord, toRecordAny, type FactType, type Rule } from '../../client/may.ts';
import type { FactGiven } from '../../client/requests.ts';
import { nothingToAcknowledge } from '../../client/recording.ts';
import { fixedFields, noticeKindOf, recordedTypes } from '../../client/schemas.ts';
import { html, type Html } from '../html.ts';
import { Days } from '../pages/agreement/days.ts';
import { firstSentence, secondSentence } from '../pages/agreement/headline.ts';
import { address, agreementPath, type Env } from '../request.ts';
import { whatOf } from '../pages/agreement/ledger.ts';
import { askingOf, partiesOf } from './asking.ts';
import { chooserOn } from './chooser.ts';
import { consequencesPart } from './consequences.ts';
import type { Field, Given } from './fields.ts';
import { formOn, type Asked } from './flow.ts';
import { forParties } from './may.ts';
import { fieldsIn, nodeOfFact, readIn, standingIn } from './schema-fields.ts';
import type { ObjectNode } from './schema-node.ts';

const words = ({ c }: Asked) => c.get('words');
const servanda = ({ c }: Asked) => c.get('asker').servanda;
const contextOf = ({ c }: Asked) => c.get('asker').context;

export function entryForms(app: Hono<Env>): void {
  recordForms(app);
  const nothing = (): Promise<undefined> => Promise.resolve(undefined);

  formOn(app, {
    path: '/decide',
    may: (a, _, given) => forParties(a.s, given['for'], party => toRecord('decision.made', party)),
    about: nothing,
    title: a => words(a).m.desk.decide.title,
    intro: a => html`${tooLate(a)}${words(a).m.desk.decide.intro}`,
    fields: decisionFields,
    send: a => words(a).m.desk.decide.send,
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

  formOn(app, {
    path: '/entries/:entry/correct',
    may: () => [toRecord('corrected')],
    about: async a => {
      const line = await lineOf(a);
      if (!line.fact) throw unknown(a, line.id);
      const node = nodeOfFact(line.fact.type, fixedFields);
      return { line, node, standing: standingIn(node, line.standing) };
    },
    title: (a, { line }) => words(a).say(words(a).m.desk.correct.title, { id: line.id }),
    intro: (a, { line }) => `${whatOf(line, words(a))}. ${words(a).m.desk.correct.intro}`,
    fields: (a, { node, standing }, given) => [
      ...fieldsIn(node, askingOf(a, { given, standing })),
      { name: reasonField, label: words(a).m.desk.correct.reason, kind: 'text' },
    ],
    preview: async (a, values, { line, node }) => {
      const how = { reason: values[reasonField]! };
      return consequencesPart(
        await consequencesOfCorrection(contextOf(a), a.s.agreement, line.id, changed(a, node, values, line), how),
        a.s,
        words(a),
      );
    },
    send: a => words(a).m.desk.correct.send,
    perform: async (a, values, { line, node }) => {
      const fields = changed(a, node, values, line);
      await servanda(a).correct(a.s.agreement, line.id, fields, { reason: values[reasonField]! });
      return `${agreementPath(a.s.agreement)}#entry-${line.id}`;
    },
  });

  formOn(app, {
    path: '/entries/:entry/strike',
    may: () => [toRecord('struck')],
    about: lineOf,
    title: (a, line) => words(a).say(words(a).m.desk.strike.title, { id: line.id }),
    intro: (a, line) => [...whatIsReadable(a, line), words(a).m.desk.strike.intro].join(' '),
    fields: a => [{ name: reasonField, label: words(a).m.desk.strike.reason, kind: 'text' }],
    isMending: true,
    preview: async (a, values, line) => {
      const found = await strikeShown(contextOf(a), a.s.agreement, line.id, values[reasonField]!);
      if (!('stillWhy' in found)) return consequencesPart(found, a.s, words(a));
      const { enter } = words(a).values;
      return html`<p><b>${found.stillWhy ? words(a).say(enter.after, { why: found.stillWhy }) : enter.foldsAgain}</b></p>`;
    },
    send: a => words(a).m.desk.strike.send,
    perform: async (a, values, line) => {
      await servanda(a).strike(a.s.agreement, line.id, { reason: values[reasonField]! });
      return `${agreementPath(a.s.agreement)}#entry-${line.id}`;
    },
  });
}

/** An entry at fault may have an invalid day. */
function whatIsReadable(a: Asked, line: LedgerLine): string[] {
  try {
    return [`${whatOf(line, words(a))}.`];
  } catch {
    return [];
  }
}

/** Not the name of any field of a fact. */
const reasonField = 'why';

/** @throws RangeError if nothing is changed */
function changed(a: Asked, node: ObjectNode, values: Given, line: LedgerLine): Record<string, unknown> {
  const fields = changedFields(node, values, line.standing!);
  if (!Object.keys(fields).length) throw new RangeError(words(a).m.desk.correct.nothing);
  return fields;
}

/** Fields that differ from the current entry; null clears a field that was emptied. */
function changedFields(node: ObjectNode, values: Given, standing: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const given = readIn(node, values);
  const names = node.props.map(([name]) => name).filter(name => !isDeepStrictEqual(plain(given[name]), plain(standing[name])));
  return Object.fromEntries(names.map(name => [name, given[name] ?? null]));
}

/** The fact as entered, without fields that equal their default. */
const plain = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value).filter(
          ([name, one]) => one !== undefined && one !== false && !(name === 'appliesTo' && one === 'nextPeriod'),
        ),
      )
    : value;

function recordForms(app: Hono<Env>): void {
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
      if (!(recordedTypes as readonly string[]).includes(type)) throw unknown(a, type);
      return { type, node: nodeOfFact(type, ['type']) };
    },
    may: (a, { type }, given) => mayRecord(a, type, given['by']),
    title: (a, { type }) => `${words(a).m.desk.record.title}: ${nameOf(a, type)}`,
    fields: (a, { type, node }, given) =>
      fieldsIn(node, askingOf(a, { given, ofKnownProtocol: type !== 'protocol.proposed' })).map(f =>
        f.name === 'id' ? { ...f, optional: true } : f,
      ),
    intro: (a, { type }) => ownNoticeNote(a, type, a.c.req.query()),
    preview: async (a, values, about) => {
      const note = ownNoticeNote(a, about.type, values);
      const would = consequencesPart(await servanda(a).simulate(a.s.agreement, factOf(about, values)), a.s, words(a));
      return html`${note ? html`<p><b>${note}</b></p>` : ''}${would}`;
    },
    send: a => words(a).m.desk.record.send,
    perform: async (a, values, about) => {
      const { entry } = await servanda(a).record(a.s.agreement, factOf(about, values));
      return `${agreementPath(a.s.agreement)}#entry-${entry.id}`;
    },
    attachTo: (_, path) => path.slice(path.indexOf('#entry-') + '#entry-'.length),
  });
}

const factsExample = html`<code>- { id: n1, type: completion.notified, by: KZ, dated: 2004-06-01, received: 2004-06-10 }</code>`;

const factsIn = (a: Asked, { facts = '' }: Given): FactsText => ({ text: facts, called: words(a).m.desk.record.facts });

const mayRecord = (a: Asked, type: string, by?: string): Rule[] =>
  nodeOfFact(type, []).props.some(([name]) => name === 'by')
    ? forParties(a.s, by, party => toRecord(type as FactType, party))
    : [toRecord(type as FactType)];

/** A notice of our own needs four eyes. Recorded directly as a fact it has no approval: only for one that has already been received. */
function ownNoticeNote(a: Asked, type: string, { by, of, protocol }: Given): Html | undefined {
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

const recordPath = (a: Asked, type: string, query: Readonly<Record<string, string | undefined>> = {}): string =>
  address(agreementPath(a.s.agreement, `/record/${type}`), query);

function nameOf(a: Asked, type: string): string {
  const { may, desk } = words(a).m;
  return { ...may.acts, ...desk.record.acts }[type as keyof typeof may.acts | keyof typeof desk.record.acts];
}

function admittedChoices(a: Asked) {
  const { c, s } = a;
  const { m } = c.get('words');
  const by = (what: string, who: string): string => words(a).say(m.words.by, { what, who });
  const admitted = s.admitted
    .filter(one => one.admitted)
    .map(one => ({
      href: recordPath(a, one.type, { by: one.by ?? undefined, [one.type === 'condition.met' ? 'condition' : 'of']: one.of ?? undefined }),
      label: by(nameOf(a, one.type) + (one.of ? ` (${one.of})` : ''), one.by ? words(a).party(one.by, s.described) : m.may.together),
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

/** Shown to whoever decides late: what a notice no longer prevents, and what it would still do. */
function tooLate(a: Asked): Html | '' {
  const headline = headlineOf(a.s);
  if (!isLate(headline)) return '';
  const said = { s: a.s, headline, words: words(a), days: new Days(a.s, words(a), {}) };
  return html`<b>${firstSentence(said)}.</b> ${secondSentence(said)} `;
}

function decisionFields(a: Asked): readonly Field[] {
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

const forParty = (a: Asked): Field => ({
  name: 'for',
  label: words(a).m.desk.decide.for,
  kind: 'choice',
  options: partiesOf(a.s, words(a)),
  initial: a.s.described.desk?.party,
});

/** The line named in the address. @throws InvalidRequest */
function lineOf(a: Asked): Promise<LedgerLine> {
  const id = a.c.req.param('entry' as never);
  const found = ledgerOf(a.s).find(l => l.id === id && (l.fact ?? l.amending));
  return found ? Promise.resolve(found) : Promise.reject(unknown(a, id));
}

const unknown = ({ c, s }: Asked, id: string): InvalidRequest =>
  unknownEntry(
    c.get('words').wording,
    s.agreement,
    id,
    s.entries.map(e => e.entry.id),
  );
