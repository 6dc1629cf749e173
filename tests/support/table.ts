/** How tests parse the rows of a table: all invented, and read on a fixed day. */
import type { Reading } from '../../agreements/table/row.ts';

export const invented: Reading = { rehearsal: true, now: Date.parse('2026-11-29T12:00:00Z') };
