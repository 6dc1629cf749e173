/** An invented agreement with the final clauses of the first one, for tests and rehearsals: its facts are invented too. */
import { agreement, type Agreement } from '../../clauses/agreement.ts';

export function testAgreement(id: string, more: Partial<Record<keyof Agreement, unknown>> = {}): Agreement {
  return agreement.parse({
    id,
    title: { en: `Rehearsal ${id}` },
    rehearsal: true,
    parties: [
      { id: 'KZ', name: { en: 'Government of Kazakhstan' }, zone: 'Asia/Almaty' },
      { id: 'AZ', name: { en: 'Government of Azerbaijan' }, zone: 'Asia/Baku' },
    ],
    clauses: {
      entryIntoForce: { on: 'lastNotification', article: 'art. 13' },
      duration: { kind: 'periods', article: 'art. 13', first: 'P5Y', renewal: { kind: 'automatic', length: 'P5Y' }, noticeBefore: 'P6M' },
      termination: { when: 'anyTime', article: 'art. 13', notice: 'P6M' },
      amendment: { article: 'art. 10', by: 'protocol' },
    },
    sources: [{ what: 'invented', where: 'for rehearsal' }],
    ...more,
  });
}

/** Signed on the first of the month and in force on `entry`. */
export const inForceFrom = (entry: string): { id: string; type: string; [field: string]: unknown }[] => [
  { id: 's', type: 'signed', on: `${entry.slice(0, 8)}01` },
  { id: 'n1', type: 'completion.notified', by: 'KZ', received: `${entry.slice(0, 8)}02` },
  { id: 'n2', type: 'completion.notified', by: 'AZ', received: entry },
];
