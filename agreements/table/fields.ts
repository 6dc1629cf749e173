/** The fields of one row, read one by one: what can't be read is a reason in an officer's words, and all reasons are gathered. */
import type { CalendarDate } from '../../clauses/calendar.ts';
import type { ColumnName } from './columns.ts';
import type { TableRow } from './read.ts';
import { isExact, readDay, type Said } from './values.ts';

export class Fields {
  readonly reasons: string[] = [];

  constructor(private readonly fields: TableRow['fields']) {}

  text(name: ColumnName): string | undefined {
    return this.fields[name];
  }

  read<T>(name: ColumnName, reader: (text: string) => Said<T>): T | undefined {
    const text = this.fields[name];
    if (text === undefined) return undefined;
    const said = reader(text);
    if ('is' in said) return said.is;
    this.refuse(`${name}: ${said.why}`);
    return undefined;
  }

  day(name: ColumnName): CalendarDate | undefined {
    const within = this.read(name, readDay);
    if (!within) return undefined;
    if (isExact(within)) return within.notBefore;
    this.refuse(`${name}: ${this.fields[name]} is no exact day, which is needed here`);
    return undefined;
  }

  refuse(why: string): undefined {
    this.reasons.push(why);
  }
}
