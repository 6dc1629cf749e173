/** A protocol at the desk: proposed, agreed, settled in each language, signed, notified; who is awaited, and what it refuses. */
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../machines/facts.ts';
import { knownOf, remindersThrough, shownOf, type ProtocolShown } from '../../machines/protocol/desk.ts';
import { wordings } from '../../wording/index.ts';
import { protocolDetails } from '../../wording/plan.ts';
import { factFor, protocolRefusal } from '../../machines/protocol/requests.ts';
import type { ProtocolStep } from '../../machines/protocol/steps.ts';
import { d, said, sentence, summary, english } from './setup.ts';
import { keptAgreement, ledger } from './notice-setup.ts';
import { answered } from '../support/sentences.ts';

/** In English. */
const inEnglish = ({ missing }: ProtocolShown): string | undefined => (missing ? english(missing) : undefined);

const languages = { authentic: ['kk', 'az', 'ru'], article: 'art. 13' };
const agreement = keptAgreement({ languages });

const p = (type: string, more: object) => ({
  id: `p.${type}.${JSON.stringify(more)}`.replace(/[^A-Za-z0-9.]/g, '').slice(0, 60),
  type: `protocol.${type}`,
  protocol: 'p',
  ...more,
});
const proposed = p('proposed', { by: 'AZ', received: '2027-01-10' });
const agreed = p('agreed', { on: '2027-02-10' });
const signed = p('signed', { on: '2027-03-10' });
const notified = (by: string, received: string) => p('completion.notified', { by, received });
const deskStep = (step: object): ProtocolStep => ({ type: 'protocol.step', id: 'x', protocol: 'p', step }) as ProtocolStep;
const opened = deskStep({ type: 'protocol.opened', at: '2027-01-11', title: 'On three years', changes: { periodLength: 'P3Y' } });
const settled = (language: string, at = '2027-02-20') => deskStep({ type: 'protocol.text.settled', at, language });

const at = (day: string, facts: readonly object[], steps: readonly ProtocolStep[] = [], about = agreement) => {
  const known = knownOf({ agreement: about, entries: [...ledger, ...facts] as Entry[], today: d(day) }, 'p', steps)!;
  const shown = shownOf(known, d(day));
  return { known, shown, acts: remindersThrough(d(day), known), state: known.state, missing: inEnglish(shown) };
};

it('a protocol waits for the notifications that the clause on amendment requires, even before the ledger has it', () => {
  const of = (party: string) => ({ on: 'lastNotification', article: 'art. 13', counts: 'received', then: 'sameDay', parties: [party] });
  const awaits = (clauses: object, facts: readonly object[]) => {
    const about = { ...agreement, clauses: { ...agreement.clauses, ...clauses } };
    return at('2027-01-15', facts, [opened], about).known.protocol.parties;
  };
  const amended = { amendment: { article: 'art. 10', by: 'protocol', entryIntoForce: of('AZ') } };
  for (const facts of [[], [proposed]]) {
    expect(awaits({ entryIntoForce: of('KZ'), ...amended }, facts)).toEqual(['AZ']);
    expect(awaits({ entryIntoForce: of('KZ'), amendment: undefined }, facts)).toEqual(['KZ']);
  }
});

describe('the state of a protocol', () => {
  it.each([
    ['2027-01-15', [proposed], [], 'proposed', 'the other Party’s consent to protocol p'],
    ['2027-02-15', [proposed, agreed], [], 'agreed', 'the text of protocol p in Kazakh, Azerbaijani and Russian, then signature'],
    ['2027-02-25', [proposed, agreed], ['kk', 'az', 'ru'], 'agreed', 'signature of protocol p'],
    ['2027-03-15', [proposed, agreed, signed], [], 'signed', 'notification of completion for protocol p by KZ and AZ'],
    ['2027-04-15', [proposed, signed, notified('KZ', '2027-04-01')], [], 'signed', 'notification of completion for protocol p by AZ'],
    ['2027-05-15', [signed, notified('KZ', '2027-04-01'), notified('AZ', '2027-05-01')], [], 'inForce', undefined],
    ['2027-05-15', [proposed, p('abandoned', { on: '2027-05-01' })], [], 'abandoned', undefined],
  ])('on %s', (day, facts, texts, state, missing) => {
    const found = at(
      day,
      facts,
      texts.map(l => settled(l)),
    );
    expect([found.state, found.missing]).toEqual([state, missing]);
    expect(found.shown.closed).toBe(missing === undefined);
  });

  it('is that it never operates if the agreement ends first', () => {
    const ended = { id: 't', type: 'termination.notified', by: 'KZ', received: '2027-03-20' };
    const { known } = at('2027-10-01', [signed, ended]);
    expect(known).toMatchObject({ state: 'neverOperates', protocol: { since: '2027-09-20' } });
    expect(answered(protocolRefusal('abandon', { on: d('2027-09-25') }, known))?.message).toContain('can’t be abandoned');
  });

  it('is that it awaits the agreement itself if both have notified and that is not in force', () => {
    const before = [{ id: 's', type: 'signed', on: '2027-01-01' }, signed, notified('KZ', '2027-04-01'), notified('AZ', '2027-05-01')];
    const known = knownOf({ agreement, entries: before as Entry[], today: d('2027-06-01') }, 'p', [])!;
    expect(inEnglish(shownOf(known, d('2027-06-01')))).toBe('entry into force of the agreement itself');
  });

  it('can be known from the ledger only or from the desk only, and is unknown if neither has it', () => {
    expect(at('2027-01-15', [], [opened]).known).toMatchObject({
      title: 'On three years',
      changes: { periodLength: 'P3Y' },
      protocol: { since: '2027-01-11' },
    });
    expect(at('2027-01-15', [proposed]).known).toMatchObject({ title: null, changes: null, protocol: { since: '2027-01-10' } });
    expect(knownOf({ agreement, entries: ledger as Entry[], today: d('2027-01-15') }, 'p', [])).toBeUndefined();
    const bare = keptAgreement({ desk: undefined, clauses: { ...agreement.clauses, amendment: undefined } });
    expect(at('2027-01-15', [proposed], [], bare).known).toMatchObject({
      protocol: { tell: [], languages: [], basis: 'art. 13' },
    });
  });

  it('accepts no more steps once it is abandoned', () => {
    expect(at('2027-06-15', [proposed, p('abandoned', { on: '2027-05-01' }), notified('KZ', '2027-06-01')]).state).toBe('abandoned');
  });

  it('awaits a proposal that is made again', () => {
    expect(at('2027-06-15', [proposed, p('proposed', { by: 'AZ', received: '2027-06-01' })]).known.protocol.since).toBe('2027-06-01');
  });
});

describe('reminders about a protocol', () => {
  it('come every ninety days while something is awaited, to the first on the list', () => {
    const { acts, shown } = at('2027-07-15', [proposed], [opened]);
    expect(said(acts)).toEqual(['2027-04-10 remind protocolAwaited', '2027-07-09 remind protocolAwaited']);
    expect(acts[0]).toMatchObject({
      to: ['first'],
      params: { agreement: 'rehearsal', protocol: 'p', awaited: 'consent', languages: [], parties: [], since: '2027-01-10' },
      basis: 'art. 10',
    });
    expect(shown.timers.map(summary)).toEqual(['Reminder 7 Oct 2027: the other Party’s consent to protocol p']);
    const alone = keptAgreement({ desk: undefined });
    expect(at('2027-04-15', [proposed], [], alone).acts[0]).not.toHaveProperty('to');
  });

  it('name the Party that has not notified', () => {
    const { acts } = at('2027-09-15', [agreed, signed, notified('AZ', '2027-04-01')]);
    expect(acts.map(sentence)).toEqual([
      'Awaited since 10 March 2027 for protocol p of rehearsal: notification of completion of internal procedures (KZ).',
      'Awaited since 10 March 2027 for protocol p of rehearsal: notification of completion of internal procedures (KZ).',
    ]);
    expect(at('2027-06-15', [agreed]).acts.map(sentence)[0]).toContain('the text in Kazakh, Azerbaijani and Russian, then signature');
  });
});

it('are owed for what is awaited now, and for nothing that is past', () => {
  expect(at('2027-07-15', [proposed, p('agreed', { on: '2027-07-10' })]).acts).toEqual([]);
});

it('only the Parties whose notification the clause requires are awaited', () => {
  const entryIntoForce = { on: 'lastNotification', parties: ['AZ'], article: 'art. 13' };
  const one = keptAgreement({ clauses: { ...agreement.clauses, entryIntoForce } as never });
  expect(at('2027-04-15', [signed], [], one).missing).toBe('notification of completion for protocol p by AZ');
});

it('a protocol in force can no longer be abandoned', () => {
  const inForce = [signed, notified('KZ', '2027-04-01'), notified('AZ', '2027-05-01')];
  expect(at('2027-06-15', [...inForce, p('abandoned', { on: '2027-06-01' })]).state).toBe('inForce');
});

it('a protocol that was in force remains an integral part when the agreement has ended', () => {
  const inForce = [signed, notified('KZ', '2027-03-11'), notified('AZ', '2027-03-12')];
  const ended = { id: 't', type: 'termination.notified', by: 'KZ', received: '2027-03-20' };
  expect(at('2027-10-01', [...inForce, ended]).known).toMatchObject({ state: 'inForce', protocol: { since: '2027-03-12' } });
});

describe('a protocol at the desk', () => {
  const refusal = (
    name: Parameters<typeof protocolRefusal>[0],
    facts: readonly object[],
    texts: readonly string[] = [],
    request: object = {},
    about = agreement,
  ) =>
    answered(
      protocolRefusal(
        name,
        request,
        at(
          '2027-05-20',
          facts,
          texts.map(l => settled(l)),
          about,
        ).known,
      ),
    );

  it('is agreed once, and signed once each text is settled', () => {
    expect(refusal('agree', [proposed])).toBeUndefined();
    expect(refusal('agree', [proposed, agreed])).toMatchObject({
      basis: 'VCLT art. 9',
      message: expect.stringContaining('can’t be agreed, because the protocol is agreed and not signed') as unknown,
    });
    expect(refusal('sign', [proposed])).toMatchObject({ basis: 'VCLT art. 10' });
    expect(refusal('sign', [proposed, agreed], ['ru'])?.message).toContain(
      'The text of protocol p is not settled in Kazakh and Azerbaijani',
    );
    expect(refusal('sign', [proposed, agreed], ['kk', 'az', 'ru'])).toBeUndefined();
  });

  it('has its text settled in each authentic language, once, between agreement and signature', () => {
    expect(refusal('settleText', [proposed], [], { language: 'ru' })?.message).toContain('it is proposed');
    expect(refusal('settleText', [agreed], [], { language: 'en' })).toMatchObject({ basis: 'VCLT art. 33' });
    expect(refusal('settleText', [agreed], ['ru'], { language: 'ru' })?.message).toContain('already settled');
    expect(refusal('settleText', [agreed], ['kk'], { language: 'ru' })).toBeUndefined();
    expect(refusal('settleText', [agreed], [], { language: 'en' }, keptAgreement())).toBeUndefined();
  });

  it('is abandoned unless it is over', () => {
    expect(refusal('abandon', [proposed])).toBeUndefined();
    expect(refusal('abandon', [signed, notified('KZ', '2027-04-01'), notified('AZ', '2027-05-01')])?.message).toContain('integral part');
  });

  it('produces facts with ids of their own', () => {
    const { known } = at('2027-05-20', [agreed], [opened]);
    expect(factFor('agree', { on: d('2027-02-10') }, known)).toEqual({
      id: 'p.agreed',
      type: 'protocol.agreed',
      protocol: 'p',
      on: '2027-02-10',
    });
    expect(factFor('sign', { on: d('2027-03-10'), place: 'Baku', evidence: 'file 3' } as never, known)).toMatchObject({
      place: 'Baku',
      evidence: 'file 3',
      changes: { periodLength: 'P3Y' },
    });
    expect(
      factFor('sign', { on: d('2027-03-10'), changes: { noticeBefore: 'P3M' } } as never, { ...known, used: ['p.signed', 'p.signed-2'] }),
    ).toMatchObject({
      id: 'p.signed-3',
      changes: { noticeBefore: 'P3M' },
    });
    expect(factFor('sign', { on: d('2027-03-10') }, { ...known, changes: null })).not.toHaveProperty('changes');
    expect(factFor('abandon', { on: d('2027-03-10'), reason: 'no need' } as never, known)).toMatchObject({ note: 'no need' });
  });
});

it('an oral or defective notification does not count, and its Party is still awaited', () => {
  const unsigned = p('completion.notified', { by: 'AZ', received: '2027-05-01', defect: 'no signature' });
  const oral = p('agreed', { on: '2027-02-10', by: 'AZ', form: 'oral' });
  expect(at('2027-06-01', [signed, notified('KZ', '2027-04-01'), unsigned]).missing).toBe(
    'notification of completion for protocol p by AZ',
  );
  expect(at('2027-06-01', [proposed, oral]).state).toBe('proposed');
});

it('a step is not taken before the one that it follows, and what is over has been so since its own day', () => {
  const sign = (on: string) =>
    answered(
      protocolRefusal(
        'sign',
        { on: d(on) },
        at(
          '2027-03-01',
          [proposed, agreed],
          languages.authentic.map(l => settled(l)),
        ).known,
      ),
    );
  expect(sign('2027-02-09')?.message).toContain('9 Feb 2027 is before it was agreed, 10 Feb 2027');
  expect(sign('2027-02-10')).toBeUndefined();
  expect(protocolRefusal('agree', { on: d('2027-01-09') }, at('2027-01-15', [proposed]).known)?.basis).toBe('VCLT art. 39');
  expect(protocolRefusal('abandon', { on: d('2027-01-09') }, at('2027-01-15', [proposed]).known)?.basis).toBe('VCLT art. 39');
  const inForce = at('2027-06-01', [signed, notified('KZ', '2027-04-01'), notified('AZ', '2027-05-01')]);
  expect(inForce.known.protocol.since).toBe('2027-05-01');
});

describe('the details of a protocol in the Temporal UI', () => {
  const details = (day: string, all: readonly object[], steps: readonly ProtocolStep[] = []): string[] => {
    const { known, shown } = at(day, all, steps);
    return protocolDetails(shown, known.title, wordings.en).split('\n\n');
  };

  it('name the state of its machine, what is missing, and what it awaits', () => {
    expect(details('2027-01-15', [proposed], [opened])).toEqual([
      '**Protocol p: On three years** (rehearsal)',
      'It is proposed, its text not agreed, since 10 Jan 2027 (art. 10). State of its machine: **proposed**.',
      'Missing: the other Party’s consent to protocol p.',
      '- Reminder 10 Apr 2027: the other Party’s consent to protocol p',
    ]);
  });

  it('contain only its state once it is over', () => {
    expect(details('2027-06-15', [proposed, p('abandoned', { on: '2027-05-01' })])).toEqual([
      '**Protocol p** (rehearsal)',
      'It is abandoned, since 1 May 2027 (art. 10). State of its machine: **abandoned**.',
    ]);
  });
});
