/** The protocol desk: proposal, agreed text, signature, notifications; or that it was abandoned. */
import type { Hono } from 'hono';
import type { AgreementStanding } from '../../client/answers.ts';
import { consequencesOfProposal, consequencesOfProtocol } from '../../client/entry-consequences.ts';
import { toOpenProtocol, toUpdateProtocol } from '../../client/permissions.ts';
import type { ProtocolToday } from '../../client/protocols.ts';
import type { ProposalGiven, ProtocolRequest } from '../../client/requests.ts';
import { protocolOpening, protocolRequests, type ProtocolRequestName } from '../../client/schemas.ts';
import { address, agreementPath, type Env, type Request } from '../request.ts';
import type { Words } from '../words.ts';
import { askingOf } from './field-choices.ts';
import { consequencesPart } from './consequences.ts';
import type { Given } from './fields.ts';
import { formOn, type FormRequest } from './flow.ts';
import { forParties, type Next } from './permissions.ts';
import { mayDraft } from './next-of-notice.ts';
import { fieldsIn } from './schema-fields.ts';
import { readIn, standingIn } from './schema-values.ts';
import { objectNode } from './schema-node.ts';

export const protocolPath = (agreement: string, protocol: string, more = ''): string =>
  agreementPath(agreement, `/protocols/${encodeURIComponent(protocol)}${more}`);

/** The next steps of a protocol, and the rights they need. */
export function nextOf(c: Request, s: AgreementStanding, { state, closed, known: { protocol: p } }: ProtocolToday): Next[] {
  if (closed) return [];
  const { actions, notify } = c.get('words').m.desk.protocol;
  const to = (name: ProtocolRequestName): Next => ({
    name: actions[name],
    href: protocolPath(s.agreement, p.protocol, `/${name}`),
    may: [toUpdateProtocol(name)],
  });
  const notices = p.parties
    .filter(party => !p.completions.includes(party))
    .map((by): Next => {
      const query = { protocol: p.protocol, by };
      const href = address(agreementPath(s.agreement, '/notices/new/protocolCompletion'), query);
      return { name: notify, href, may: mayDraft(s, 'ours', by) };
    });
  switch (state) {
    case 'proposed':
      return [to('agree'), to('abandon')];
    case 'agreed':
      return [...(p.languages.every(l => p.texts.includes(l)) ? [to('sign')] : []), to('settleText'), to('abandon')];
    case 'signed':
      return [...notices.slice(0, 1), to('abandon')];
    case 'inForce':
    case 'neverOperates':
    case 'abandoned':
      return [];
    default:
      return state satisfies never;
  }
}

const wordsOf = ({ c }: FormRequest): Words => c.get('words');
const servandaOf = ({ c }: FormRequest) => c.get('asker').servanda;
const contextOf = ({ c }: FormRequest) => c.get('asker').context;
const protocolOf = ({ c }: FormRequest): string => c.req.param('protocol' as never);
const lastOf = (path: string): string => decodeURIComponent(path.slice(path.lastIndexOf('/') + 1));

/** The schema of a protocol's changes. */
export const changesNode = objectNode({ changes: protocolOpening.shape.changes });

export function protocolForms(app: Hono<Env>): void {
  const { protocol, title, changes, proposal } = protocolOpening.shape;
  const node = objectNode({ protocol, title, ...proposal.unwrap().shape, changes });
  formOn(app, {
    path: '/protocols/new',
    may: (a, _, given) => [toOpenProtocol(), ...forParties(a.s, given['by'], toOpenProtocol)].slice(given['by'] ? 1 : 0),
    about: () => Promise.resolve(undefined),
    title: a => wordsOf(a).m.desk.protocol.newTitle,
    intro: a => wordsOf(a).m.desk.protocol.intro,
    fields: (a, _, given) => fieldsIn(node, askingOf(a, { given })),
    preview: async (a, values) => {
      const { protocol: id, ...given } = readIn(node, values) as unknown as ProposalGiven & { protocol: string };
      return consequencesPart(await consequencesOfProposal(contextOf(a), a.s.agreement, id, given), a.s, wordsOf(a));
    },
    send: a => wordsOf(a).m.desk.protocol.propose,
    perform: async (a, values) => {
      const { protocol: id, ...given } = readIn(node, values) as unknown as ProposalGiven & { protocol: string };
      await servandaOf(a).protocol.propose(a.s.agreement, id, given);
      return protocolPath(a.s.agreement, id);
    },
    attachTo: (_, path) => lastOf(path),
  });
  for (const name of Object.keys(protocolRequests) as ProtocolRequestName[]) stepForm(app, name);
}

function stepForm(app: Hono<Env>, name: ProtocolRequestName): void {
  const node = objectNode(protocolRequests[name].shape, ['by']);
  const ask = (a: FormRequest): string => wordsOf(a).m.desk.protocol.actions[name];
  formOn<ProtocolToday>(app, {
    path: `/protocols/:protocol/${name}`,
    may: () => [toUpdateProtocol(name)],
    about: a => servandaOf(a).protocol.show(a.s.agreement, protocolOf(a)),
    title: a => `${ask(a)}: ${wordsOf(a).say(wordsOf(a).m.desk.protocol.title, { id: protocolOf(a) })}`,
    fields: (a, { known }, given) => {
      const asking = askingOf(a, { given });
      const open = known.protocol.languages.filter(l => !known.protocol.texts.includes(l));
      const proposed = known.changes ? standingIn(node, { changes: known.changes }) : {};
      return fieldsIn(node, {
        ...asking,
        options: field =>
          field === 'language' && open.length
            ? open.map(value => ({ value, label: wordsOf(a).languageName(value) }))
            : asking.options!(field),
        initial: field => proposed[field] ?? asking.initial!(field),
      });
    },
    // Settling the text is not a fact of the agreement.
    ...(name === 'settleText'
      ? {}
      : {
          preview: async (a: FormRequest, values: Given) => {
            const request = readIn(node, values) as unknown as ProtocolRequest<typeof name>;
            return consequencesPart(
              await consequencesOfProtocol(contextOf(a), a.s.agreement, protocolOf(a), name, request),
              a.s,
              wordsOf(a),
            );
          },
        }),
    send: ask,
    perform: async (a, values) => {
      const told = servandaOf(a).protocol[name] as (
        agreement: string,
        id: string,
        request: ProtocolRequest<typeof name>,
      ) => Promise<unknown>;
      await told(a.s.agreement, protocolOf(a), readIn(node, values));
      return protocolPath(a.s.agreement, protocolOf(a));
    },
    attachTo: (_, path) => lastOf(path),
  });
}
