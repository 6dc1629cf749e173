/**
 * Stories of agreements, given / when / then over dates: the same ones drive the fold and the workflow. All lie far ahead, so that the
 * time-skipping server, whose clock begins at the real today, lives through every day of them.
 */
import type { Agreement } from '../../clauses/agreement.ts';
import type { Standing } from '../../machines/standing-types.ts';
import type { Status } from '../../machines/view.ts';
import { testAgreement } from './test-agreement.ts';

type Entered = { id: string; type: string } & Record<string, unknown>;

export interface Story {
  name: string;
  agreement: Agreement;
  /** The day on which an entry is recorded. */
  when: { on: string; entry: Entered }[];
  /** What is true on a day, as known on that day. `null`: none. */
  then: {
    asOf: string;
    status: Status;
    period?: number | null;
    lastDayForNotice?: string | null;
    lastDayInForce?: string | null;
    withoutEffect?: string[];
  }[];
}

/** The part of an answer that a story asks about. */
export const outcomeIn = (answer: Pick<Standing, 'status' | 'period' | 'termination' | 'withoutEffect'>) => ({
  status: answer.status,
  period: answer.period?.number ?? null,
  lastDayForNotice: answer.period?.lastDayForNotice?.date ?? null,
  lastDayInForce: answer.termination?.lastDayInForce ?? null,
  withoutEffect: answer.withoutEffect.map(w => w.fact),
});

/** Recorded on its own day, unless another is given. */
const told = (entry: Entered, on = (entry.recorded ?? entry.received ?? entry.on) as string): Story['when'][number] => ({ on, entry });
const inForce = (first: string): Story['when'] => [
  told({ id: 's', type: 'signed', on: first }),
  told({ id: 'n1', type: 'completion.notified', by: 'KZ', received: first }),
  told({ id: 'n2', type: 'completion.notified', by: 'AZ', received: first }),
];
const notice = (received: string, more: Record<string, unknown> = {}): Entered => ({
  id: 't',
  type: 'termination.notified',
  by: 'AZ',
  received,
  ...more,
});
const revocation = (received: string, more: Record<string, unknown> = {}): Entered => ({
  id: 'r',
  type: 'termination.revoked',
  by: 'AZ',
  of: 't',
  received,
  ...more,
});
const F = '2061-03-10'; // the first period ends on 9 March 2066, its last day for notice is 9 September 2065
const protocol = (changes: object, last: string): Story['when'] => [
  told({ id: 'ps', type: 'protocol.signed', protocol: 'p1', on: '2062-01-01', changes }),
  told({ id: 'pa', type: 'protocol.completion.notified', protocol: 'p1', by: 'KZ', received: '2062-02-01' }),
  told({ id: 'pb', type: 'protocol.completion.notified', protocol: 'p1', by: 'AZ', received: last }),
];

const story = (name: string, when: Story['when'], then: Story['then'], clauses?: object): Story => ({
  name,
  agreement: testAgreement(name.replaceAll(/\W+/g, '-').toLowerCase(), {
    reminders: ['P6M'],
    ...(clauses ? { clauses: { ...testAgreement('any').clauses, ...clauses } } : {}),
  }),
  when,
  then,
});

export const stories: readonly Story[] = [
  story('Silence renews', inForce(F), [
    { asOf: '2065-09-09', status: 'inForce', period: 1, lastDayForNotice: '2065-09-09' },
    { asOf: '2066-03-09', status: 'inForce', period: 1, lastDayInForce: null },
    { asOf: '2066-03-10', status: 'inForce', period: 2, lastDayForNotice: '2070-09-09' },
    { asOf: '2086-03-10', status: 'inForce', period: 6, lastDayForNotice: '2090-09-09' },
  ]),
  story(
    'Applied provisionally, and investments that survive',
    [
      told({ id: 's', type: 'signed', on: '2061-01-10' }),
      ...inForce(F).slice(1),
      told(notice('2062-01-10')), // first day out 2062-07-10
    ],
    [
      { asOf: '2061-01-31', status: 'signed', period: null },
      { asOf: '2061-02-01', status: 'appliedProvisionally', period: null },
      { asOf: '2061-03-09', status: 'appliedProvisionally', lastDayForNotice: null },
      { asOf: '2061-03-10', status: 'inForce', period: 1 },
      { asOf: '2062-07-10', status: 'terminated', period: null, lastDayInForce: '2062-07-09' },
      { asOf: '2063-07-09', status: 'terminated', lastDayInForce: '2062-07-09' }, // protected for the last day
      { asOf: '2063-07-10', status: 'terminated', lastDayInForce: '2062-07-09' },
    ],
    {
      provisionalApplication: { article: 'art. 12', from: '2061-02-01' },
      survivals: [{ what: 'investments made before the end', article: 'art. 14', length: 'P1Y' }],
    },
  ),
  story(
    'A Party ends provisional application',
    [
      told({ id: 's', type: 'signed', on: '2061-01-10' }),
      told({ id: 'e', type: 'provisionalApplication.ended', by: 'AZ', received: '2061-02-10' }),
      ...inForce(F).slice(1),
    ],
    [
      { asOf: '2061-01-10', status: 'appliedProvisionally' },
      { asOf: '2061-02-10', status: 'signed' },
      { asOf: '2061-03-10', status: 'inForce', period: 1 },
    ],
    { provisionalApplication: { article: 'art. 12', from: 'signature' } },
  ),
  story(
    'Not before the transit agreement, and as long as the programme',
    [
      ...inForce(F),
      told({ id: 'm', type: 'condition.met', on: '2061-05-01', condition: 'transit' }),
      told({ id: 'p', type: 'condition.met', on: '2062-06-30', condition: 'programme' }),
    ],
    [
      { asOf: '2061-04-30', status: 'signed' },
      { asOf: '2061-05-01', status: 'inForce', period: null, lastDayInForce: null },
      { asOf: '2062-06-30', status: 'inForce', lastDayInForce: '2062-06-30' },
      { asOf: '2062-07-01', status: 'expired', lastDayInForce: '2062-06-30' },
    ],
    {
      entryIntoForce: {
        on: 'lastNotification',
        article: 'art. 13',
        condition: { id: 'transit', what: 'the transit agreement is in force', article: 'art. 14' },
      },
      duration: {
        kind: 'indefinite',
        article: 'art. 15',
        endsWith: { id: 'programme', what: 'the programme has ended', article: 'art. 15' },
      },
    },
  ),
  story(
    'Received on the last day',
    [...inForce(F), told(notice('2065-09-09'))],
    [
      { asOf: '2066-03-08', status: 'inForce', period: 1, lastDayInForce: '2066-03-08' },
      { asOf: '2066-03-09', status: 'terminated', period: null, lastDayInForce: '2066-03-08' },
    ],
  ),
  story(
    'A day late and still no renewal',
    [...inForce(F), told(notice('2065-09-10'))],
    [
      { asOf: '2066-03-09', status: 'inForce', lastDayInForce: '2066-03-09' },
      { asOf: '2066-03-10', status: 'terminated', lastDayInForce: '2066-03-09' },
    ],
  ),
  story(
    'Two days late and renewed',
    [...inForce(F), told(notice('2065-09-11'))],
    [
      { asOf: '2066-03-10', status: 'inForce', period: 2, lastDayInForce: '2066-03-10' },
      { asOf: '2066-03-11', status: 'terminated' },
    ],
  ),
  story(
    'Revoked on the last day in force',
    [...inForce(F), told(notice('2065-09-09')), told(revocation('2066-03-08'))],
    [
      { asOf: '2066-03-08', status: 'inForce', lastDayInForce: null },
      { asOf: '2066-03-10', status: 'inForce', period: 2 },
    ],
  ),
  story(
    'Revoked a day too late',
    [...inForce(F), told(notice('2065-09-09')), told(revocation('2066-03-09'))],
    [{ asOf: '2066-03-10', status: 'terminated', lastDayInForce: '2066-03-08', withoutEffect: ['r'] }],
  ),
  story(
    'Both give notice and one revokes',
    [...inForce(F), told(notice('2063-01-10')), told({ ...notice('2063-02-20'), id: 't2', by: 'KZ' }), told(revocation('2063-03-01'))],
    [
      { asOf: '2063-02-20', status: 'inForce', lastDayInForce: '2063-07-09' },
      { asOf: '2063-03-01', status: 'inForce', lastDayInForce: '2063-08-19' },
      { asOf: '2063-08-20', status: 'terminated' },
    ],
  ),
  story(
    'A second notice starts six new months',
    [...inForce(F), told(notice('2063-01-10')), told(revocation('2063-03-01')), told({ ...notice('2063-06-01'), id: 't2' })],
    [
      { asOf: '2063-07-10', status: 'inForce', lastDayInForce: '2063-11-30' },
      { asOf: '2063-12-01', status: 'terminated' },
    ],
  ),
  story(
    'Spoken notice',
    [...inForce(F), told(notice('2063-01-10', { form: 'oral' }))],
    [{ asOf: '2064-01-10', status: 'inForce', lastDayInForce: null, withoutEffect: ['t'] }],
  ),
  story(
    'Found in the archive and struck again',
    [
      ...inForce(F),
      told(notice('2063-01-10'), '2063-12-01'),
      told({ id: 'k', type: 'struck', of: 't', recorded: '2064-01-15', reason: 'meant for another agreement' }),
    ],
    [
      { asOf: '2063-11-30', status: 'inForce', lastDayInForce: null },
      { asOf: '2063-12-01', status: 'terminated', lastDayInForce: '2063-07-09' },
      { asOf: '2064-01-15', status: 'inForce', period: 1, lastDayInForce: null },
    ],
  ),
  story(
    'Received a day later than first entered',
    [...inForce(F), told({ id: 'c', type: 'corrected', of: 'n2', recorded: '2062-05-01', received: '2061-03-12' })],
    [
      { asOf: '2062-04-30', status: 'inForce', lastDayForNotice: '2065-09-09' },
      { asOf: '2062-05-01', status: 'inForce', lastDayForNotice: '2065-09-11' },
    ],
  ),
  story(
    'Ended by agreement instead of by notice',
    [...inForce(F), told(notice('2063-01-10')), told({ id: 'x', type: 'termination.agreed', on: '2063-02-01', firstDayOut: '2064-01-01' })],
    [
      { asOf: '2063-07-10', status: 'inForce', lastDayInForce: '2063-12-31' },
      { asOf: '2064-01-01', status: 'terminated' },
    ],
  ),
  story(
    'Five years become three from the next period',
    [...inForce(F), ...protocol({ periodLength: 'P3Y' }, '2062-03-01')],
    [
      { asOf: '2066-03-09', status: 'inForce', period: 1 },
      { asOf: '2066-03-10', status: 'inForce', period: 2, lastDayForNotice: '2068-09-09' },
      { asOf: '2069-03-10', status: 'inForce', period: 3, lastDayForNotice: '2071-09-09' },
    ],
  ),
  story(
    'The running period is cut short',
    [...inForce(F), ...protocol({ periodLength: 'P3Y', appliesTo: 'runningPeriod' }, '2062-03-01')],
    [
      { asOf: '2062-03-01', status: 'inForce', period: 1, lastDayForNotice: '2063-09-09' },
      { asOf: '2064-03-10', status: 'inForce', period: 2, lastDayForNotice: '2066-09-09' },
    ],
  ),
  story(
    'A protocol after the end never operates',
    [...inForce(F), told(notice('2062-02-01')), ...protocol({ periodLength: 'P3Y' }, '2062-09-01')],
    [{ asOf: '2062-09-01', status: 'terminated', lastDayInForce: '2062-07-31', withoutEffect: ['pb'] }],
  ),
  story(
    'Suspension leaves deadlines running',
    [
      ...inForce(F),
      told({ id: 'sus', type: 'suspension.agreed', on: '2062-01-01' }),
      told({ id: 'res', type: 'resumption.agreed', on: '2066-06-01' }),
    ],
    [
      { asOf: '2065-09-09', status: 'suspended', lastDayForNotice: '2065-09-09' },
      { asOf: '2066-03-10', status: 'suspended', period: 2 },
      { asOf: '2066-06-01', status: 'inForce', period: 2 },
    ],
  ),
  story(
    'A later treaty takes its place',
    [...inForce(F), told({ id: 'l', type: 'superseded', on: '2063-01-01', laterTreaty: 'the treaty of 2063', firstDayOut: '2063-04-01' })],
    [
      { asOf: '2063-03-31', status: 'inForce', lastDayInForce: '2063-03-31' },
      { asOf: '2063-04-01', status: 'superseded' },
    ],
  ),
  story('From the end of a month', inForce('2061-08-31'), [
    { asOf: '2066-02-27', status: 'inForce', period: 1, lastDayForNotice: '2066-02-28' },
    { asOf: '2066-08-31', status: 'inForce', period: 2, lastDayForNotice: '2071-02-28' },
  ]),
  story('From the leap day', inForce('2064-02-29'), [
    { asOf: '2069-02-27', status: 'inForce', period: 1 },
    { asOf: '2069-02-28', status: 'inForce', period: 2, lastDayForNotice: '2073-08-27' },
    { asOf: '2084-02-29', status: 'inForce', period: 5 },
  ]),
];
