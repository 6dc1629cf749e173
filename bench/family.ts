/** An invented family of sixty-six years and forty-three facts, with the final clauses of the first agreement. */
import { agreement, type Agreement } from '../clauses/agreement.ts';
import { isRefusal } from '../machines/refusal.ts';
import { readLedger } from '../machines/read-entries.ts';
import type { Entry } from '../machines/facts.ts';

export const benchAgreement: Agreement = agreement.parse({
  id: 'bench-1960',
  title: { en: 'An agreement of sixty-six years' },
  rehearsal: true,
  parties: [
    { id: 'KZ', name: { en: 'One Party' }, zone: 'Asia/Almaty' },
    { id: 'AZ', name: { en: 'The other' }, zone: 'Asia/Baku' },
  ],
  clauses: {
    entryIntoForce: { on: 'lastNotification', article: 'art. 13' },
    duration: { kind: 'periods', article: 'art. 13', first: 'P5Y', renewal: { kind: 'automatic', length: 'P5Y' }, noticeBefore: 'P6M' },
    termination: { when: 'anyTime', article: 'art. 13', notice: 'P6M' },
    amendment: { article: 'art. 10', by: 'protocol' },
  },
  sources: [{ what: 'invented', where: 'for the benchmark' }],
});

const notified = { type: 'termination.notified', by: 'AZ' };
const revoked = { type: 'termination.revoked', by: 'AZ' };

/** Twelve notices, each revoked in time; every other one is late. */
const notices = Array.from({ length: 12 }, (_, i) => {
  const year = 1962 + 5 * i;
  const late = i % 2 === 1;
  return [
    { id: `t${i}`, ...notified, received: late ? `${year + 2}-11-20` : `${year}-03-01` },
    { id: `r${i}`, ...revoked, of: `t${i}`, received: late ? `${year + 2}-12-15` : `${year}-06-01` },
  ];
}).flat();

const protocols = ['p1', 'p2', 'p3'].flatMap((protocol, i) => [
  {
    id: `${protocol}s`,
    type: 'protocol.signed',
    protocol,
    on: `${1970 + 15 * i}-02-01`,
    changes: { noticeBefore: ['P7M', 'P5M', 'P6M'][i] },
  },
  { id: `${protocol}a`, type: 'protocol.completion.notified', protocol, by: 'KZ', received: `${1970 + 15 * i}-05-01` },
  { id: `${protocol}b`, type: 'protocol.completion.notified', protocol, by: 'AZ', received: `${1970 + 15 * i}-07-01` },
]);

const facts = [
  { id: 's', type: 'signed', on: '1960-01-10' },
  { id: 'n1', type: 'completion.notified', by: 'KZ', received: '1960-03-01' },
  { id: 'n2', type: 'completion.notified', by: 'AZ', received: '1960-05-31' },
  ...notices,
  ...protocols,
  { id: 'sus1', type: 'suspension.agreed', on: '1980-01-01' },
  { id: 'res1', type: 'resumption.agreed', on: '1982-01-01' },
  { id: 'sus2', type: 'suspension.agreed', on: '1999-01-01' },
  { id: 'res2', type: 'resumption.agreed', on: '1999-07-01' },
  { id: 'n3', type: 'completion.notified', by: 'KZ', received: '1961-01-01' },
  { id: 's2', type: 'signed', on: '1961-02-01' },
  { id: 'last', ...notified, received: '2026-01-05' },
];

export const benchEntries: readonly Entry[] = read();

function read(): Entry[] {
  const { entries, refusals } = readLedger(facts, benchAgreement);
  if (refusals.length || entries.some(isRefusal)) throw new Error(JSON.stringify(refusals));
  return entries;
}
