/** Lists by pages. A page ends with a key and the next one begins after it, whatever has been entered in the meantime. */
import { z } from '@hono/zod-openapi';
import type { NoticeOf } from '../../register/types.ts';
import { ApiFault } from './problem.ts';
import { answered } from './schemas.ts';

export interface Page<T> {
  items: T[];
  /** The cursor of the next page; null on the last page. */
  next: string | null;
}

interface PageQuery {
  cursor?: string | undefined;
  limit?: string | number | undefined;
}

/** The items must be sorted by key, and keys must be unique. @throws ApiFault */
export function pageOf<T>(items: readonly T[], keyOf: (item: T) => string, { cursor, limit = mostByDefault }: PageQuery): Page<T> {
  const last = keyIn(cursor);
  const sorted = items.map(item => ({ item, key: keyOf(item) })).sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const rest = last === undefined ? sorted : sorted.filter(({ key }) => key > last);
  const shown = rest.slice(0, Number(limit));
  return { items: shown.map(({ item }) => item), next: rest.length > shown.length ? cursorOf(shown.at(-1)!.key) : null };
}

const cursorOf = (key: string): string => Buffer.from(`1${key}`, 'utf8').toString('base64url');

export const mostByDefault = '100';

/** The key after which a page begins; undefined for the first. A caller may have invented it. @throws ApiFault */
export function keyIn(cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  if (!text.startsWith('1') || cursorOf(text.slice(1)) !== cursor) throw new ApiFault(400, 'cursorUnfit');
  return text.slice(1);
}

/** Keys of lists. */
export const byNumber = (n: NoticeOf): string => JSON.stringify([n.agreement, n.number]);
/** Entries of an agreement are numbered from 1. */
export const bySeq = ({ seq }: { seq: number }): string => `${seq}`.padStart(12, '0');

/** The schema of a page. */
export const paged = <S extends z.ZodType>(name: string, item: S) =>
  answered(name, z.object({ items: z.array(item), next: z.string().nullable() }));
