/** The protocol desk: proposal, agreed text, signature; or that it was given up. */
import type { Hono } from 'hono';
import type { ProtocolToday } from '../../client/protocols.ts';
import { agreementPath, type Env } from '../request.ts';
import type { Words } from '../words.ts';
import type { Field } from './fields.ts';
import { formOn, type Asked } from './flow.ts';

export const protocolPath = (agreement: string, protocol: string, more = ''): string =>
  agreementPath(agreement, `/protocols/${encodeURIComponent(protocol)}${more}`);

export type ProtocolAction = 'agree' | 'settleText' | 'sign' | 'abandon';

export const protocolActionsIn: Readonly<Record<string, readonly ProtocolAction[]>> = {
  proposed: ['agree', 'settleText', 'abandon'],
  agreed: ['sign', 'settleText', 'abandon'],
  signed: ['settleText', 'abandon'],
};

const wordsOf = ({ c }: Asked): Words => c.get('words');
const protocolOf = ({ c }: Asked): string => c.req.param('protocol' as never);

export function protocolForms(app: Hono<Env>): void {
  formOn(app, {
    path: '/protocols/new',
    about: () => Promise.resolve(undefined),
    title: a => wordsOf(a).m.desk.protocol.newTitle,
    fields: proposalFields,
    send: a => wordsOf(a).m.desk.protocol.propose,
    perform: async (a, { id = '', title, by = '', received = '', evidence }) => {
      await a.c
        .get('asker')
        .servanda.protocol.propose(a.s.agreement, id, { by, received, ...(title ? { title } : {}), ...(evidence ? { evidence } : {}) });
      return protocolPath(a.s.agreement, id);
    },
  });
  for (const action of ['agree', 'settleText', 'sign', 'abandon'] as const)
    formOn<ProtocolToday>(app, {
      path: `/protocols/:protocol/${action}`,
      about: a => a.c.get('asker').servanda.protocol.show(a.s.agreement, protocolOf(a)),
      title: a =>
        `${wordsOf(a).m.desk.protocol.actions[action]}: ${wordsOf(a).say(wordsOf(a).m.desk.protocol.title, { id: protocolOf(a) })}`,
      fields: (a, protocol) => actionFields(a, action, protocol),
      send: a => wordsOf(a).m.desk.protocol.actions[action],
      perform: async (a, { on = '', evidence, language = '', place, reason }) => {
        const { protocol } = a.c.get('asker').servanda;
        const [agreement, id] = [a.s.agreement, protocolOf(a)];
        const ways: Record<ProtocolAction, () => Promise<unknown>> = {
          agree: () => protocol.agree(agreement, id, { on, ...(evidence ? { evidence } : {}) }),
          settleText: () => protocol.settleText(agreement, id, { language }),
          sign: () => protocol.sign(agreement, id, { on, ...(place ? { place } : {}), ...(evidence ? { evidence } : {}) }),
          abandon: () => protocol.abandon(agreement, id, { on, ...(reason ? { reason } : {}) }),
        };
        await ways[action]();
        return protocolPath(agreement, id);
      },
    });
}

function proposalFields(a: Asked): readonly Field[] {
  const { protocol: m } = wordsOf(a).m.desk;
  const { parties, desk } = a.s.described;
  return [
    { name: 'id', label: m.id, hint: m.idHint, kind: 'text' },
    { name: 'title', label: m.name, kind: 'text', optional: true },
    {
      name: 'by',
      label: m.by,
      kind: 'choice',
      options: parties.map(p => ({ value: p.id, label: wordsOf(a).party(p.id, a.s.described) })),
      initial: desk?.party,
    },
    { name: 'received', label: m.received, kind: 'day', initial: a.s.asOf },
    { name: 'evidence', label: m.evidence, kind: 'text', optional: true },
  ];
}

function actionFields(a: Asked, action: ProtocolAction, { known }: ProtocolToday): readonly Field[] {
  const { protocol: m } = wordsOf(a).m.desk;
  const day: Field = { name: 'on', label: m.on, kind: 'day', initial: a.s.asOf };
  const evidence: Field = { name: 'evidence', label: m.evidence, kind: 'text', optional: true };
  switch (action) {
    case 'agree':
      return [day, evidence];
    case 'sign':
      return [day, { name: 'place', label: m.place, kind: 'text', optional: true }, evidence];
    case 'abandon':
      return [day, { name: 'reason', label: m.reason, kind: 'text', optional: true }];
    case 'settleText': {
      const { languages } = known.protocol;
      return [
        languages.length
          ? {
              name: 'language',
              label: m.language,
              kind: 'choice',
              options: languages.map(l => ({ value: l, label: wordsOf(a).languageName(l) })),
            }
          : { name: 'language', label: m.language, hint: m.languageHint, kind: 'text' },
      ];
    }
    default:
      return action satisfies never;
  }
}
