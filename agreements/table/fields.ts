/** Reads the fields of one row one by one, and collects a reason for each that cannot be read. */
import type { CalendarDate } from '../../clauses/calendar.ts';
import type { ColumnName } from './columns.ts';
import type { TableRow } from './read.ts';
import type { RowReason } from './reasons.ts';
import { isExact, readDay } from './days.ts';
import type { FieldValue } from './values.ts';

export class Fields {
  readonly reasons: RowReason[] = [];

  constructor(private readonly fields: TableRow['fields']) {}

  text(name: ColumnName): string | undefined {
    return this.fields[name];
  }

  read<T>(name: ColumnName, reader: (text: string) => FieldValue<T>): T | undefined {
    const text = this.fields[name];
    if (text === undefined) return undefined;
    const said = reader(text);
    if ('is' in said) return said.is;
    this.refuse({ code: 'field', column: name, why: said.why });
    return undefined;
  }

  day(name: ColumnName): CalendarDate | undefined {
    const within = this.read(name, readDay);
    if (!within) return undefined;
    if (isExact(within)) return within.notBefore;
    this.refuse({ code: 'field', column: name, why: { code: 'notExact', text: this.fields[name]! } });
    return undefined;
  }

  refuse(why: RowReason): undefined {
    this.reasons.push(why);
  }
}
