/** How tests read the rows of a table: all is invented, and read on a day of its own. */
import type { Reading } from '../../agreements/table/row.ts';

export const invented: Reading = { rehearsal: true, now: Date.parse('2026-11-29T12:00:00Z') };
