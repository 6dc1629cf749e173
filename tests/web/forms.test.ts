/** Forms from schemas: every field that the client takes is asked for, with a label in each language, and read back unchanged. */
import { describe, expect, it } from 'vitest';
import { languages } from '../../clauses/desk.ts';
import { date } from '../../clauses/calendar.ts';
import { fieldMistakesIn, Refused } from '../../client/failures.ts';
import {
  factAsEntered,
  noticeContent,
  noticeDraft,
  noticeRequests,
  protocolOpening,
  protocolRequests,
  refuse,
  type Refusal,
} from '../../client/schemas.ts';
import { valuesOf, givenIn, type Field, type Given } from '../../web/forms/fields.ts';
import { fieldAt, fieldsIn } from '../../web/forms/schema-fields.ts';
import { readIn, standingIn } from '../../web/forms/schema-values.ts';
import { objectNode, type Node, type ObjectNode } from '../../web/forms/schema-node.ts';
import { wordsIn } from '../../web/words.ts';

type Shape = Parameters<typeof objectNode>[0];

const asked: [name: string, node: ObjectNode][] = [
  ...factAsEntered.options.map(o => [o.shape.type.value, objectNode(o.shape, ['type'])] as [string, ObjectNode]),
  ...noticeContent.options.map(o => [o.shape.kind.value, objectNode(o.shape, ['kind'])] as [string, ObjectNode]),
  ...Object.entries({ ...noticeRequests, ...protocolRequests }).map(
    ([name, r]) => [name, objectNode(r.shape as Shape, ['by'])] as [string, ObjectNode],
  ),
  ['arrival', objectNode(noticeDraft.shape.arrival.unwrap().shape)],
  ['opening', objectNode(protocolOpening.shape)],
];

/** Every path of a value, with the options of a variant merged. */
function leavesOf(node: Node, path: string): string[] {
  const at = (name: string): string => (path ? `${path}.${name}` : name);
  if (node.kind === 'object') return node.props.flatMap(([name, inner]) => leavesOf(inner, at(name)));
  if (node.kind === 'variant') return [at(node.by), ...new Set(node.options.flatMap(o => leavesOf(o.node, path)))];
  if (node.kind === 'rows') return leavesOf(node.item, at('0'));
  return [path];
}

/** Entered by forms of their own, with their own words; amending asks the same as drafting. */
const elsewhere = ['decision.made', 'reminder.acknowledged', 'document.attached', 'amend'];

describe.each(languages)('the forms in %s', language => {
  const words = wordsIn(language);

  it.each(asked.filter(([name]) => !elsewhere.includes(name)))(
    'for %s have a field for each value, and a label for each field',
    (_, node) => {
      const fields = fieldsIn(node, { words, given: {} });
      const names = fields.map(f => f.name);
      expect(names).toEqual(expect.arrayContaining(leavesOf(node, '')));
      expect(new Set(names).size).toBe(names.length);
      const unnamed = fields.filter(f => f.label === f.name.split('.').at(-1) && !['agreement', 'id', 'what', 'article'].includes(f.label));
      expect(unnamed.map(f => f.name)).toEqual([]);
      const codes = fields.flatMap(
        f => f.options?.filter(o => o.label === o.value && o.value !== 'courier').map(o => `${f.name}: ${o.value}`) ?? [],
      );
      expect(codes).toEqual([]);
    },
  );
});

const words = wordsIn('en');
const nodeOfFact = (type: string): ObjectNode =>
  objectNode(factAsEntered.options.find(o => o.shape.type.value === type)!.shape, ['type', 'id']);

/** The values of the fields as a browser sends them. */
function sentFrom(fields: readonly Field[], standing: Given): Given {
  const parts = (f: Field, value: string): [string, string][] => {
    const [y, m, d] = f.kind === 'day' ? value.split('-') : ['Y', 'M', 'D'].map(unit => new RegExp(`(\\d+)${unit}`).exec(value)?.[1] ?? '');
    return [
      [`${f.name}.y`, y ?? ''],
      [`${f.name}.m`, m ?? ''],
      [`${f.name}.d`, d ?? ''],
    ];
  };
  return Object.fromEntries(
    fields.flatMap((f): [string, string][] => {
      const value = standing[f.name] ?? '';
      if (f.kind === 'flag') return [[`${f.name}.shown`, '1'], ...(value ? ([[f.name, value]] as [string, string][]) : [])];
      return value && (f.kind === 'day' || f.kind === 'length') ? parts(f, value) : [[f.name, value]];
    }),
  );
}

it.each<[string, Record<string, unknown>]>([
  [
    'protocol.signed',
    {
      on: '2010-02-01',
      protocol: 'p1',
      changes: {
        periodLength: 'P3Y',
        renewal: { kind: 'automatic', length: 'P1Y6M', times: 2 },
        noticeBefore: 'P90D',
        amendment: { on: 'lastNotification', article: 'art. 10', counts: 'dated', then: { days: 30, expired: true } },
        organisations: [
          { party: 'KZ', name: 'Ministry of communications' },
          { party: 'AZ', name: 'State agency', replaces: 'Ministry' },
        ],
        documents: ['Annex 2', 'Annex 3'],
        appliesTo: 'runningPeriod',
        restartsPeriods: true,
        from: '2010-01-01',
        retroactive: true,
      },
    },
  ],
  ['signed', { on: { notBefore: '1998-01-01', notAfter: '1998-12-31' }, place: 'Baku' }],
  [
    'termination.notified',
    {
      by: 'KZ',
      received: '2028-01-20',
      form: 'oral',
      signer: { name: 'A', authority: 'full powers' },
      names: { firstDayOut: '2029-01-01' },
    },
  ],
  ['superseded', { on: '2028-01-20', laterTreaty: 'Treaty of 2028', firstDayOut: '2028-06-01' }],
  ['renewal.agreed', { on: '2028-01-20', length: 'P10Y', evidence: 'line one\nline two' }],
])('the fields of %s are read back unchanged', (type, value) => {
  const node = nodeOfFact(type);
  const standing = standingIn(node, value);
  const asking = { words, given: {}, initial: (name: string) => standing[name] };
  const fields = fieldsIn(node, asking);
  const given = givenIn(sentFrom(fields, standing));
  expect(readIn(node, valuesOf(fieldsIn(node, { ...asking, given }), given))).toEqual(value);
});

it('of several alternatives in a form, only the fields of the chosen one are read', () => {
  const node = objectNode({ changes: protocolOpening.shape.changes });
  const values = { 'changes.renewal.kind': 'none', 'changes.renewal.length': 'P5Y' };
  expect(readIn(node, values)).toEqual({ changes: { renewal: { kind: 'none' } } });
});

it('an empty field has no value', () => {
  const node = nodeOfFact('protocol.signed');
  const values = valuesOf(fieldsIn(node, { words, given: {} }), { protocol: 'p1' });
  expect(readIn(node, values)).toEqual({ protocol: 'p1' });
});

it('a box that was ticked and no longer is counts as not ticked', () => {
  const field: Field = { name: 'published', label: '', kind: 'flag', initial: 'yes' };
  expect(valuesOf([field], {})).toEqual({ published: 'yes' });
  expect(valuesOf([field], { 'published.shown': '1' })).toEqual({ published: '' });
});

it('a mistake is shown next to its field, wherever the client found it', () => {
  const fields = fieldsIn(nodeOfFact('protocol.signed'), { words, given: {} });
  expect(fieldAt('[0].on', fields)?.name).toBe('on');
  expect(fieldAt('content.changes.renewal.length', fields)?.name).toBe('changes.renewal.length');
  expect(fieldAt('changes.organisations[1].name', fields)?.name).toBe('changes.organisations.1.name');
  expect(fieldAt('elsewhere', fields)).toBeUndefined();
});

it('a refused day is shown next to its field, unless something else is refused with it', () => {
  const day = date('2030-01-20');
  const future = { id: 't1', day, notAfter: null, today: date('2028-07-01'), zone: null, receiver: null, works: null };
  const fieldsOf = (...refusals: [Refusal, ...Refusal[]]) => fieldMistakesIn(new Refused(refusals, words.wording)).map(m => m.path);
  const late = refuse('futureDay', { ...future, field: 'received' });
  expect(fieldsOf(late)).toEqual(['received']);
  expect(fieldsOf(refuse('futureDay', { ...future, field: 'dispatched' }))).toEqual(['dispatched']);
  expect(fieldsOf(refuse('futureRecording', { recorded: day, today: day }))).toEqual(['recorded']);
  expect(
    fieldsOf(refuse('datesOutOfOrder', { id: 't1', later: 'received', laterDay: day, earlier: 'dispatched', earlierDay: day })),
  ).toEqual(['received']);
  expect(fieldsOf(late, refuse('reservedId', { id: 't1' }))).toEqual([]);
});
