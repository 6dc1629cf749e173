/**
 * Inputs sent directly to a Temporal server, drawn from a seed: almost valid messages, as ours or undecodable, with a right and without;
 * workflows started under our names; cancellations, resets; activities called from somebody else's workflows.
 */
import { inForceFrom, testAgreement } from '../../test-agreement.ts';
import type { Chance } from '../../chance.ts';
import { hurtful, mutatedText, mutatedValue } from '../mutate.ts';

/** As ours; under nobody's key; or readable by no converter. */
export const forms = [
  'sealed',
  'clear',
  'otherKey',
  'brokenSeal',
  'unknownEncoding',
  'noEncoding',
  'brokenJson',
  'noBytes',
  'deep',
] as const;
export type Form = (typeof forms)[number];

/** Who signs: the person named in the request, in the role required. `other`: a right to another request. */
export type Signature = 'none' | 'own' | 'other' | { text: string };

export interface Message {
  act: 'update' | 'signal' | 'query';
  workflowId: string;
  name: string;
  args: unknown[];
  form: Form;
  signature: Signature;
  updateId: string;
}
export interface Start {
  act: 'start';
  type: string;
  workflowId: string;
  taskQueue: string;
  args: unknown[];
  form: Form;
  signature: Signature;
  /** Replaces what is running under that id. */
  isSquatting: boolean;
}
export interface Blow {
  act: 'cancel' | 'terminate' | 'reset';
  workflowId: string;
}
export interface Call {
  act: 'activity';
  type: string;
  workflowId: string;
  activity: string;
  asked: unknown;
  isUndecodable: boolean;
}
export type Sent = Message | Start | Blow | Call;

export const agreements = ['kept-1', 'kept-2', 'kept-3'] as const;
/** Of each agreement, opened with the first message: one that is over accepts no more. */
const instruments = ['1', '2', '3', '4'];

/** A valid request for the update that accepts it. Persons are named after their roles. */
type Sample = [name: string, request: object];

const note = (chance: Chance): object => ({
  id: `f${chance.below(60)}`,
  type: 'note.received',
  by: 'AZ',
  received: `2022-0${1 + chance.below(9)}-01`,
  subject: 'article 5',
});

const toAgreement = (id: string, chance: Chance): Sample[] => [
  ['record', { entry: note(chance), by: 'registrar' }],
  ['record', { entry: note(chance), by: 'registrar' }],
  ['record', { entry: { id: `t${chance.below(3)}`, type: 'termination.notified', by: 'AZ', received: '2022-01-05' }, by: 'registrar' }],
  ['record', { entry: { id: 'r', type: 'termination.revoked', by: 'AZ', of: 't0', received: '2022-02-01' }, by: 'registrar' }],
  [
    'record',
    {
      entry: note(chance),
      by: 'registrar',
      origin: { kind: 'notice', id: '1', name: 'confirmReceipt', request: { by: 'approver', received: '2022-01-05', evidence: 'note' } },
    },
  ],
  ['correct', { entry: { id: `c${chance.below(9)}`, type: 'corrected', of: 'n2', received: '2021-03-11' }, by: 'registrar' }],
  ['strike', { entry: { id: `k${chance.below(30)}`, type: 'struck', of: `t${chance.below(3)}`, reason: 'a slip' }, by: 'registrar' }],
  ['revise', { content: testAgreement(id, { rehearsal: false, title: { en: 'Another' } }), reason: 'a slip', by: 'registrar' }],
  ['replan', { by: 'operator' }],
  ['trust', { keys: [{ kid: 'a', x: 'b' }], by: 'operator' }],
];

const toNotice: Sample[] = [
  ['amend', { by: 'drafter', content: { kind: 'consultations', by: 'KZ', subject: 'article 6' } }],
  ['approve', { by: 'approver' }],
  ['dispatch', { by: 'drafter', on: '2026-01-05', reference: '41' }],
  ['confirmReceipt', { by: 'drafter', received: '2026-01-12', evidence: 'note of receipt' }],
  ['markReturned', { by: 'drafter', reason: 'a slip' }],
  ['recall', { by: 'approver', reason: 'a slip' }],
  ['accept', { by: 'approver' }],
  ['findDefective', { by: 'approver', reason: 'unsigned' }],
];

const toProtocol: Sample[] = [
  ['agree', { by: 'approver', on: '2023-01-05' }],
  ['settleText', { by: 'drafter', language: 'ru' }],
  ['sign', { by: 'registrar', on: '2023-02-05', changes: { periodLength: 'P3Y' } }],
  ['abandon', { by: 'approver', on: '2023-03-05' }],
];

const startOf = (id: string, chance: Chance): [type: string, workflowId: string, input: object] =>
  chance.one([
    ['agreement', `agreement/${id}`, { agreement: id, rehearsal: false, carried: { head: 3, reached: '2026-01-01' } }],
    [
      'agreement',
      'agreement/new',
      { agreement: 'new', rehearsal: false, open: { description: testAgreement('new'), facts: inForceFrom('2021-03-10'), by: 'stranger' } },
    ],
    [
      'notice',
      `notice/${id}/9`,
      { agreement: id, number: '9', content: { kind: 'consultations', by: 'KZ', subject: 'x' }, draftedBy: 'stranger' },
    ],
    ['notice', `notice/${id}/1`, { agreement: id, number: '1' }],
    ['protocol', `protocol/${id}/9`, { agreement: id, protocol: '9', by: 'stranger', proposal: { by: 'AZ', received: '2022-01-01' } }],
    ['delivery', `delivery/${id}`, { agreement: id }],
    ['delivery', `delivery/elsewhere`, { agreement: id }],
    ['reconciliation', 'servanda-reconciliation-foreign', {}],
  ] as [string, string, object][]);

/** By a workflow named as ours would be; nobody has opened a notice or a protocol with that number. */
const callOf = (id: string, chance: Chance): [activity: string, type: string, workflowId: string, asked: object] => {
  const now = Date.UTC(2026, 10, 29);
  const step = { agreement: id, id: '7', now, known: { steps: 0, asOf: '2026-01-01' } };
  const letter = { outbox: 1, recipient: 'officer', way: 'email', about: 'x' };
  const told = { name: 'confirmReceipt', request: { by: 'approver', received: '2026-01-05', evidence: 'FORGED' } };
  const entry = { id: 'forged', type: 'termination.notified', by: 'AZ', received: '2026-01-05' };
  const asked = { kind: 'record', request: { entry, by: 'registrar' } };
  return chance.one([
    ['stepAgreement', 'agreement', `agreement/${id}`, { agreement: id, rehearsal: false, now, head: 0, asked }],
    ['stepNotice', 'notice', `notice/${id}/7`, { ...step, command: { kind: 'request', ...told } }],
    ['stepProtocol', 'protocol', `protocol/${id}/7`, { ...step, command: { kind: 'look' } }],
    ['recordFact', 'notice', `notice/${id}/7`, { agreement: id, id: '7', rehearsal: false, fact: entry, by: 'approver', told }],
    ['deliver', 'delivery', `delivery/${id}`, { agreement: id, ...letter }],
    ['lettersOwed', 'delivery', `delivery/${id}`, { agreement: id, now }],
    ['giveUp', 'delivery', `delivery/${id}`, { agreement: id, now, why: 'FORGED', ...letter }],
    ['reconcileAll', 'reconciliation', 'servanda-reconciliation-foreign', {}],
    ['wakeDelivery', 'agreement', `agreement/${id}`, { agreement: id }],
  ] as [string, string, string, object][]);
};

const targets = ['agreement', 'notice', 'protocol', 'delivery'] as const;

export function drawn(chance: Chance): Sent {
  const id = chance.one(agreements);
  const n = chance.below(100);
  if (n < 60) return updateTo(id, chance);
  if (n < 68) return messageTo(id, 'signal', chance.in100(50) ? 'recheck' : oddName(chance), chance);
  if (n < 75)
    return messageTo(id, 'query', chance.in100(60) ? chance.one(['plan', 'standing', 'status', '__stack_trace']) : oddName(chance), chance);
  if (n < 87) return startAs(id, chance);
  if (n < 90) return { act: 'cancel', workflowId: idOf(chance.one(targets), id, chance) };
  if (n < 91) return { act: 'terminate', workflowId: idOf(chance.one(targets), id, chance) };
  if (n < 92) return { act: 'reset', workflowId: idOf(chance.one(targets), id, chance) };
  return callAs(id, chance);
}

function updateTo(id: string, chance: Chance): Message {
  const to = chance.one(targets);
  const [name, request] = chance.one(to === 'agreement' ? toAgreement(id, chance) : to === 'protocol' ? toProtocol : toNotice);
  const isRight = chance.in100(40);
  return {
    act: 'update',
    workflowId: idOf(to, id, chance),
    name: isRight || chance.in100(90) ? name : oddName(chance),
    args: isRight ? [request] : oddArgs(request, chance),
    form: isRight || chance.in100(70) ? 'sealed' : chance.one(forms),
    signature: chance.in100(isRight ? 80 : 50)
      ? 'own'
      : chance.one<Signature>(['none', 'other', { text: mutatedText('eyJhbGciOiJFZERTQSJ9.e30.c2ln', chance) }]),
    updateId: chance.in100(95) ? `u${chance.below(2 ** 31)}` : chance.one(hurtful),
  };
}

const messageTo = (id: string, act: 'signal' | 'query', name: string, chance: Chance): Message => ({
  act,
  workflowId: idOf(chance.one(targets), id, chance),
  name,
  args: oddArgs(note(chance), chance),
  form: chance.one(forms),
  signature: 'none',
  updateId: '',
});

function startAs(id: string, chance: Chance): Start {
  const [type, workflowId, input] = startOf(id, chance);
  return {
    act: 'start',
    type: chance.in100(90) ? type : oddName(chance),
    workflowId: chance.in100(80) ? workflowId : `${workflowId.slice(0, 100)}/${chance.one(hurtful)}`,
    taskQueue: 'test',
    args: chance.in100(40) ? [input] : oddArgs(input, chance),
    form: chance.in100(70) ? 'sealed' : chance.one(forms),
    signature: chance.in100(50) ? 'none' : 'other',
    isSquatting: chance.in100(10),
  };
}

function callAs(id: string, chance: Chance): Call {
  const [activity, type, workflowId, asked] = callOf(chance.one([id, 'foreign']), chance);
  const isNamedAsOurs = chance.in100(60);
  return {
    act: 'activity',
    activity: chance.in100(95) ? activity : oddName(chance),
    type: isNamedAsOurs ? type : 'foreign',
    workflowId: isNamedAsOurs ? workflowId : `foreign/${activity}`,
    asked: chance.in100(50) ? asked : mutatedValue(asked, chance),
    isUndecodable: chance.in100(15),
  };
}

function idOf(to: (typeof targets)[number], agreement: string, chance: Chance): string {
  return to === 'agreement' || to === 'delivery' ? `${to}/${agreement}` : `${to}/${agreement}/${chance.one(instruments)}`;
}

const oddName = (chance: Chance): string => chance.one([...hurtful, 'nonsense', '__temporal_workflow_metadata', '__temporal_x']);

/** None, several, of another type, too large, or mutated. */
function oddArgs(request: object, chance: Chance): unknown[] {
  const n = chance.below(20);
  if (n === 0) return [];
  if (n === 1) return [request, request, null];
  if (n === 2) return [chance.one<unknown>([null, 0, '', 'text', true, [], [[]], [request], {}])];
  if (n === 3) return [{ ...request, by: 'x'.repeat(chance.one([10_000, 300_000])), more: 'y'.repeat(chance.one([10, 300_000])) }];
  if (n === 4) return [{ ...request, [chance.one(hurtful)]: chance.one(hurtful) }];
  return [mutatedValue(request, chance)];
}
