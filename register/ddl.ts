/** How the register's tables are made in each database: the same columns, and triggers that let lines only be added. */
import type { Dialect } from './store.ts';
import type { Tables } from './tables.ts';

export type Column = 'text' | 'integer';

export interface Table {
  name: keyof Tables;
  columns: Readonly<Record<string, Column>>;
  /** The last are constraints in SQL: a primary key, what is unique. */
  constraints: readonly string[];
  /** What is wrong with a line that does not follow the last one: a condition over `new`. */
  broken: string;
  /** What to do instead of changing a line. */
  instead: string;
}

/** The statements that make a table to which lines are only added. Texts order by their bytes, as in the code. */
export function appendOnly(dialect: Dialect, table: Table): string[] {
  return dialect === 'sqlite' ? inSqlite(table) : inPostgres(table);
}

const lines = (table: Table, columnOf: (type: Column) => string): string =>
  [...Object.entries(table.columns).map(([name, type]) => `${name} ${columnOf(type)} not null`), ...table.constraints].join(',\n  ');

const changed = ({ name, instead }: Table, done: string): string => `The register is append-only: no ${done} of ${name}. ${instead}`;
const outOfTurn = ({ name }: Table): string => `The register is append-only: this line of ${name} does not follow the last one.`;

/** Without the trigger on insert, INSERT OR REPLACE would change a line and fire no other. */
function inSqlite(table: Table): string[] {
  const { name, broken } = table;
  const trigger = (called: string, when: string, message: string): string =>
    `create trigger ${name}_${called} ${when} begin select raise(abort, '${message}'); end`;
  return [
    `create table ${name} (\n  ${lines(table, type => type)}\n) strict`,
    trigger('only_follow', `before insert on ${name} when ${broken}`, outOfTurn(table)),
    ...['update', 'delete'].map(done => trigger(`no_${done}`, `before ${done} on ${name}`, changed(table, done))),
  ];
}

/** Besides the triggers the right itself is taken: also from the owner, who would have to give it back to himself first. */
function inPostgres(table: Table): string[] {
  const { name, broken } = table;
  const trigger = (called: string, when: string, each: 'row' | 'statement', body: string): string[] => [
    `create function ${name}_${called}() returns trigger language plpgsql set search_path from current as $$ begin ${body} end $$`,
    `create trigger ${name}_${called} before ${when} on ${name} for each ${each} execute function ${name}_${called}()`,
  ];
  const refuse = (message: string): string => `raise exception '${message}';`;
  return [
    `create table ${name} (\n  ${lines(table, type => (type === 'text' ? 'text collate "C"' : 'bigint'))}\n)`,
    ...trigger('only_follow', 'insert', 'row', `if ${broken} then ${refuse(outOfTurn(table))} end if; return new;`),
    ...['update', 'delete'].flatMap(done => trigger(`no_${done}`, done, 'row', refuse(changed(table, done)))),
    ...trigger('no_truncate', 'truncate', 'statement', refuse(changed(table, 'truncate'))),
    `revoke update, delete, truncate on ${name} from public, current_user`,
  ];
}
