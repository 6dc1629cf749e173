/** Forms for correcting or striking an entry, each with a reason. */
import { isDeepStrictEqual } from 'node:util';
import type { Hono } from 'hono';
import { consequencesOfCorrection } from '../../client/entry-consequences.ts';
import { ledgerOf, type LedgerLine } from '../../client/ledger.ts';
import { toRecord } from '../../client/permissions.ts';
import { fixedFields } from '../../client/schemas.ts';
import { strikeShown } from '../../client/unfolded.ts';
import { html } from '../html.ts';
import { entryPath } from '../pages/agreement/days.ts';
import { whatOf } from '../entry-sentence.ts';
import type { Env } from '../request.ts';
import { askingOf, unknownEntryIn } from './field-choices.ts';
import { consequencesPart } from './consequences.ts';
import type { Given } from './fields.ts';
import { formOn, type FormRequest } from './flow.ts';
import { fieldsIn, nodeOfFact } from './schema-fields.ts';
import type { ObjectNode } from './schema-node.ts';
import { readIn, standingIn } from './schema-values.ts';

const words = ({ c }: FormRequest) => c.get('words');
const servanda = ({ c }: FormRequest) => c.get('asker').servanda;
const contextOf = ({ c }: FormRequest) => c.get('asker').context;

export function mendingForms(app: Hono<Env>): void {
  formOn(app, {
    path: '/entries/:entry/correct',
    may: () => [toRecord('corrected')],
    about: async a => {
      const line = await lineOf(a);
      if (!line.fact) throw unknownEntryIn(a, line.id);
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
      return entryPath(a.s, line.id);
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
      return entryPath(a.s, line.id);
    },
  });
}

/** An entry at fault may have an invalid day. */
function whatIsReadable(a: FormRequest, line: LedgerLine): string[] {
  try {
    return [`${whatOf(line, words(a))}.`];
  } catch {
    return [];
  }
}

/** Not the name of any field of a fact. */
const reasonField = 'why';

/** @throws RangeError if nothing is changed */
function changed(a: FormRequest, node: ObjectNode, values: Given, line: LedgerLine): Record<string, unknown> {
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

/** The line named in the address. @throws InvalidRequest */
function lineOf(a: FormRequest): Promise<LedgerLine> {
  const id = a.c.req.param('entry' as never);
  const found = ledgerOf(a.s).find(l => l.id === id && (l.fact ?? l.amending));
  return found ? Promise.resolve(found) : Promise.reject(unknownEntryIn(a, id));
}
