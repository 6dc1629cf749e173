/** What is entered in an agreement: a fact, a decision, a correction, a strike. */
import type { Hono } from 'hono';
import { ledgerOf, type LedgerLine } from '../../client/ledger.ts';
import { InvalidRequest } from '../../client/failures.ts';
import type { DecisionGiven } from '../../client/facts.ts';
import type { FactGiven } from '../../client/requests.ts';
import { agreementPath, type Env } from '../request.ts';
import { whatOf } from '../pages/agreement/ledger.ts';
import { consequencesPart } from './consequences.ts';
import type { Field, Given } from './fields.ts';
import { formOn, type Asked } from './flow.ts';

export function entryForms(app: Hono<Env>): void {
  const nothing = (): Promise<undefined> => Promise.resolve(undefined);
  const words = ({ c }: Asked) => c.get('words');
  const servanda = ({ c }: Asked) => c.get('asker').servanda;

  formOn(app, {
    path: '/record',
    about: nothing,
    title: a => words(a).m.desk.record.title,
    fields: recordFields,
    preview: async (a, values) => consequencesPart(await servanda(a).simulate(a.s.agreement, factOf(values)), a.s, words(a)),
    send: a => words(a).m.desk.record.send,
    perform: async (a, values) => {
      await servanda(a).record(a.s.agreement, factOf(values));
      return `${agreementPath(a.s.agreement)}#ledger`;
    },
  });

  formOn(app, {
    path: '/decide',
    about: nothing,
    title: a => words(a).m.desk.decide.title,
    intro: a => words(a).m.desk.decide.intro,
    fields: decisionFields,
    send: a => words(a).m.desk.decide.send,
    perform: async (a, { decision, person, authority, note }) => {
      const given = { decision: decision as DecisionGiven['decision'], person: person!, authority: authority! };
      await servanda(a).decide(a.s.agreement, { ...given, ...(note ? { note } : {}) });
      return agreementPath(a.s.agreement);
    },
  });

  formOn(app, {
    path: '/entries/:entry/correct',
    about: lineOf,
    title: (a, line) => words(a).say(words(a).m.desk.correct.title, { id: line.id }),
    intro: (a, line) => `${whatOf(line, words(a))}. ${words(a).m.desk.correct.intro}`,
    fields: correctionFields,
    send: a => words(a).m.desk.correct.send,
    perform: async (a, { reason, ...given }, line) => {
      const fields = Object.fromEntries(Object.entries(given).filter(([, value]) => value));
      if (!Object.keys(fields).length) throw new RangeError(words(a).m.desk.correct.nothing);
      await servanda(a).correct(a.s.agreement, line.id, fields, { reason: reason! });
      return `${agreementPath(a.s.agreement)}#entry-${line.id}`;
    },
  });

  formOn(app, {
    path: '/entries/:entry/strike',
    about: lineOf,
    title: (a, line) => words(a).say(words(a).m.desk.strike.title, { id: line.id }),
    intro: (a, line) => `${whatOf(line, words(a))}. ${words(a).m.desk.strike.intro}`,
    fields: a => [{ name: 'reason', label: words(a).m.desk.strike.reason, kind: 'text' }],
    send: a => words(a).m.desk.strike.send,
    perform: async (a, { reason }, line) => {
      await servanda(a).strike(a.s.agreement, line.id, { reason: reason! });
      return `${agreementPath(a.s.agreement)}#entry-${line.id}`;
    },
  });
}

/** The line that the address names. @throws InvalidRequest */
function lineOf({ c, s }: Asked): Promise<LedgerLine> {
  const id = c.req.param('entry' as never);
  const found = ledgerOf(s).find(l => l.id === id && (l.fact ?? l.amending));
  const values = { agreement: s.agreement, id, near: 'none', ids: s.entries.map(e => e.entry.id).join(', ') };
  return found ? Promise.resolve(found) : Promise.reject(new InvalidRequest('unknownEntry', values, c.get('words').wording));
}

/** What needs more than these fields is recorded at the command line. */
const elsewhere: readonly string[] = ['superseded', 'renewal.agreed'];

function recordFields({ c, s }: Asked): readonly Field[] {
  const words = c.get('words');
  const { record: m } = words.m.desk;
  const { acts, together } = words.m.may;
  const admitted = s.admitted
    .filter(a => a.admitted && !elsewhere.includes(a.type))
    .map(a => ({
      value: [a.type, a.by ?? '', a.of ?? ''].join('|'),
      label: words.say(words.m.words.by, {
        what: acts[a.type as keyof typeof acts] + (a.of ? ` (${a.of})` : ''),
        who: a.by ? words.party(a.by, s.described) : together,
      }),
      hint: words.basis(a.basis),
    }));
  const completions = s.protocols
    .filter(p => p.status === 'signed')
    .flatMap(p =>
      p.awaits.map(by => ({
        value: `protocol.completion.notified|${by}|${p.id}`,
        label: words.say(words.m.words.by, {
          what: words.say(m.protocolCompletion, { protocol: p.id }),
          who: words.party(by, s.described),
        }),
      })),
    );
  return [
    { name: 'act', label: m.act, hint: m.actHint, kind: 'choice', options: [...admitted, ...completions] },
    { name: 'day', label: m.day, hint: m.dayHint, kind: 'day', initial: s.asOf },
    { name: 'firstDayOut', label: m.firstDayOut, hint: m.firstDayOutHint, kind: 'day', optional: true },
    { name: 'evidence', label: m.evidence, hint: m.evidenceHint, kind: 'text', optional: true },
    { name: 'reference', label: m.reference, kind: 'text', optional: true },
    { name: 'note', label: m.note, kind: 'long', optional: true },
  ];
}

function factOf({ act = '', day, firstDayOut, evidence, reference, note }: Given): FactGiven {
  const [type, by, of] = act.split('|');
  const isReceived = Boolean(by);
  return {
    type,
    ...(by ? { by } : {}),
    ...(of ? (type === 'condition.met' ? { condition: of } : type === 'protocol.completion.notified' ? { protocol: of } : { of }) : {}),
    ...(isReceived ? { received: day } : { on: day }),
    ...(firstDayOut && type === 'termination.agreed' ? { firstDayOut } : {}),
    ...(evidence ? { evidence } : {}),
    ...(reference ? { reference } : {}),
    ...(note ? { note } : {}),
  } as unknown as FactGiven;
}

function decisionFields({ c, s }: Asked): readonly Field[] {
  const words = c.get('words');
  const { decide: m } = words.m.desk;
  const which =
    s.decision?.question === 'expiry' ? (['renew', 'lapse', 'negotiate'] as const) : (['renew', 'terminate', 'negotiate'] as const);
  return [
    { name: 'decision', label: m.decision, kind: 'choice', options: which.map(value => ({ value, label: words.values.decisions[value] })) },
    { name: 'person', label: m.person, kind: 'text', initial: c.get('signedIn').session.person },
    { name: 'authority', label: m.authority, hint: m.authorityHint, kind: 'text' },
    { name: 'note', label: m.note, kind: 'long', optional: true },
  ];
}

/** The fields that the entry has, and what proves it. */
function correctionFields({ c }: Asked, { fact }: LedgerLine): readonly Field[] {
  const { correct: m } = c.get('words').m.desk;
  const has = (name: string): boolean => Object.hasOwn(fact ?? {}, name);
  const days = (['received', 'on', 'dispatched', 'dated'] as const).filter(name => has(name) || (has('received') && name !== 'on'));
  return [
    ...days.map((name): Field => ({ name, label: m[name], kind: 'day', optional: true })),
    ...(['evidence', 'reference', 'note'] as const).map((name): Field => ({ name, label: m[name], kind: 'text', optional: true })),
    { name: 'reason', label: m.reason, kind: 'text' },
  ];
}
