/** Queries of the benchmarks to their own PostgreSQL server. */
import { Client } from 'pg';

/** The rows of one statement, on a separate connection. */
export async function inPostgres<T>(url: string, statement: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows as T[];
  } finally {
    await client.end();
  }
}
