/** Renders why a table or one of its rows is rejected. */
import type { Refusal } from '../../../machines/refusal.ts';
import type { ColumnName } from '../../../agreements/table/columns.ts';
import type { FieldReason, RowReason, TableReason } from '../../../agreements/table/reasons.ts';
import { dayInText } from '../../forms.ts';
import { findingIn } from '../../findings/messages.ts';
import { oneOf } from '../../intl.ts';
import { message } from '../../message.ts';
import { refusalSentence } from '../../refusals/sentence.ts';
import { statementIn } from '../../statements.ts';
import type { Wording } from '../../wording.ts';
import { ruleIn } from '../rule.ts';
import { withSlips } from '../slips.ts';

export interface TableMessages {
  /** Preceded by the file. */
  table: Readonly<Record<TableReason['code'] | 'meant', string>>;
  rows: Readonly<Record<Exclude<RowReason['code'], 'field' | 'refused' | 'senseless' | 'without' | 'schema'> | 'ahead', string>>;
  fields: Readonly<Record<Exclude<FieldReason['code'], 'several'>, string>>;
}

export function tableFaultIn(file: string, reason: TableReason, w: Wording): string {
  const { table } = w.faults;
  const text = table[reason.code];
  if (reason.code !== 'columnsMissing') {
    const { code: _, ...values } = reason;
    return message(text, w.locale, { file, ...values });
  }
  const meant = reason.meant.map(m => message(table.meant, w.locale, m)).join('; ');
  return message(text, w.locale, { file, columns: reason.columns.join(', '), meant: meant || 'none', heading: reason.heading });
}

export function rowReasonIn(reason: RowReason, w: Wording): string {
  const say = (values: Record<string, string | number>): string =>
    message(w.faults.rows[reason.code as keyof TableMessages['rows']], w.locale, values);
  switch (reason.code) {
    case 'field':
      return `${reason.column}: ${fieldReasonIn(reason.why, w)}`;
    case 'without':
      return `${reason.column}: ${statementIn(reason.why, w)}`;
    case 'schema':
      return `${reason.path}: ${ruleIn(reason.rule, reason, w)}`;
    case 'refused':
      return aheadIn(reason.refusal, w) ?? refusalSentence(reason.refusal, w);
    case 'senseless':
      return findingIn(reason.finding, w);
    case 'noParty':
      return say({ column: reason.column, text: reason.text, parties: reason.parties.join(', ') });
    case 'nothingToRenew':
    case 'endEmpty':
      return say({ columns: reason.columns.join(', '), count: reason.columns.length });
    case 'unknownCause':
      return say({ text: reason.text, causes: reason.causes.join(', ') });
    case 'notEnded':
      return say({ cause: reason.cause, status: w.certificate.statuses[reason.status] });
    case 'otherEntry': {
      const [from, to, date] = [reason.from, reason.to, reason.date].map(day => dayInText(w, day));
      return say({ from: from!, to: reason.from === reason.to ? 'none' : to!, date: date!, why: statementIn(reason.why, w) });
    }
    case 'otherEnd': {
      const { told, lastDay, why, isOfOtherReading } = reason;
      const [toldDay, last] = [dayInText(w, told), dayInText(w, lastDay)];
      return say({ told: toldDay, lastDay: last, why: statementIn(why, w), isOfOtherReading: String(isOfOtherReading) });
    }
    default: {
      const { code: _, ...values } = reason;
      return say(values);
    }
  }
}

/** By the fact id derived from a row. */
const columnsOfFacts: readonly (readonly [RegExp, ColumnName])[] = [
  [/^s$/, 'signed'],
  [/^n-/, 'notified'],
  [/^x-instruments$/, 'exchanged'],
  [/^e$/, 'entry_into_force'],
  [/^[xt]$/, 'end_on'],
];

/** A day in the future, reported in its column and without the commands that enter single facts. */
function aheadIn(refusal: Refusal, w: Wording): string | undefined {
  if (refusal.code !== 'futureDay') return undefined;
  const { id, day, today } = refusal.params;
  const [, column] = columnsOfFacts.find(([form]) => form.test(id)) ?? [];
  return column && message(w.faults.rows.ahead, w.locale, { column, day: dayInText(w, day), today: dayInText(w, today) });
}

export const fieldReasonIn = (reason: FieldReason, w: Wording): string =>
  'text' in reason && reason.code !== 'otherInterval' ? withSlips(fieldSentence(reason, w), reason.text, w) : fieldSentence(reason, w);

function fieldSentence(reason: FieldReason, w: Wording): string {
  if (reason.code === 'several') return reason.all.map(one => fieldReasonIn(one, w)).join('; ');
  const text = w.faults.fields[reason.code];
  if (reason.code === 'otherInterval') return message(text, w.locale, { text: reason.text, why: fieldReasonIn(reason.why, w) });
  if (reason.code === 'notOfForm') return message(text, w.locale, { text: reason.text, why: ruleIn(reason.rule, {}, w) });
  if (reason.code === 'twoWays') return message(text, w.locale, { text: reason.text, days: oneOf(w.locale, reason.days) });
  if (reason.code === 'unknownState') return message(text, w.locale, { text: reason.text, isNamed: String(reason.isNamed) });
  const { code: _, ...values } = reason;
  return message(text, w.locale, values);
}
