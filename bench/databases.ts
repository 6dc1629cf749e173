/** What the benchmarks ask of a PostgreSQL server of their own. */
import { Client } from 'pg';

/** The rows of one statement, on a connection of its own. */
export async function inPostgres<T>(url: string, statement: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows as T[];
  } finally {
    await client.end();
  }
}
