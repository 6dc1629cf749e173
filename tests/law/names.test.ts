/** People name facts, notices and protocols: a name that every JavaScript object has (`constructor`, `toString`) is like any other. */
import { describe, expect, it } from 'vitest';
import { parseAgreement, parseFacts } from '../../agreements/load.ts';
import { factsKnown } from '../../machines/ledger.ts';
import { fold } from '../../machines/fold.ts';
import { planOf } from '../../machines/plan.ts';
import { knownOf, shownOf } from '../../machines/protocol/desk.ts';
import { isRefusal } from '../../machines/refusal.ts';
import { readLedger } from '../../machines/read-entries.ts';
import type { Entry } from '../../machines/facts.ts';
import { viewOf } from '../../machines/view.ts';
import { d, given, on, read } from './setup.ts';
import { told } from '../support/sentences.ts';

const inherited = Object.getOwnPropertyNames(Object.prototype);
/** Those that can be an id; the others begin with an underscore. */
const names = inherited.filter(name => /^[a-z]/i.test(name));

/** A family in which every kind of id is looked up somewhere, each on a day of its own. */
const story = [
  { id: 'zs', type: 'signed', on: '2020-06-01' },
  { id: 'zn', type: 'completion.notified', by: 'KZ', dated: '2020-07-01', received: '2020-07-10' },
  { id: 'zm', type: 'completion.notified', by: 'AZ', dated: '2021-03-01', received: '2021-03-10' },
  { id: 'za', type: 'protocol.proposed', protocol: 'zp', by: 'AZ', received: '2021-05-01' },
  { id: 'zb', type: 'protocol.agreed', protocol: 'zp', on: '2021-05-10' },
  {
    id: 'zc',
    type: 'protocol.signed',
    protocol: 'zp',
    on: '2021-05-20',
    changes: {
      noticeBefore: 'P4M',
      from: '2022-01-01',
      amendment: { on: 'lastNotification', article: 'art. 3 of the protocol', counts: 'dated', then: { days: 30 } },
    },
  },
  { id: 'zd', type: 'protocol.completion.notified', protocol: 'zp', by: 'KZ', dated: '2021-06-01', received: '2021-06-10' },
  { id: 'ze', type: 'protocol.completion.notified', protocol: 'zp', by: 'AZ', dated: '2021-06-20', received: '2021-07-01' },
  {
    id: 'zf',
    type: 'protocol.signed',
    protocol: 'zq',
    on: '2022-05-20',
    changes: { noticePeriod: 'P5M', provisionallyFrom: '2022-06-01' },
  },
  { id: 'zg', type: 'protocol.completion.notified', protocol: 'zq', by: 'KZ', dated: '2022-06-01', received: '2022-06-10' },
  { id: 'zh', type: 'protocol.abandoned', protocol: 'zq', on: '2022-09-01' },
  { id: 'zi', type: 'termination.notified', by: 'AZ', dispatched: '2025-10-01', received: '2025-10-20' },
  { id: 'zj', type: 'termination.revoked', by: 'AZ', of: 'zi', received: '2025-12-20' },
  { id: 'zk', type: 'termination.revocationConsented', by: 'KZ', of: 'zj', received: '2026-01-05' },
  { id: 'zl', type: 'termination.revoked', by: 'KZ', of: 'zt', received: '2026-02-01' },
  { id: 'zt', type: 'termination.notified', by: 'KZ', dispatched: '2026-01-20', received: '2026-02-10' },
  { id: 'zu', type: 'termination.revocationConsented', by: 'AZ', of: 'zv', received: '2026-02-15' },
  { id: 'zw', type: 'termination.notified', by: 'KZ', received: '2026-02-20' },
  { id: 'zv', type: 'termination.revoked', by: 'KZ', of: 'zw', received: '2026-03-01' },
  { id: 'zx', type: 'decision.made', by: 'KZ', person: 'head', decision: 'renew', authority: 'No. 1', on: '2026-04-01' },
  { id: 'zo', type: 'termination.notified', by: 'AZ', received: '2026-04-10' },
  { id: 'zy', type: 'corrected', of: 'zi', recorded: '2026-05-01', received: '2025-10-21' },
  { id: 'zz', type: 'struck', of: 'zo', recorded: '2026-05-02', reason: 'sent in error' },
];
const placeholders = [...new Set(JSON.stringify(story).match(/"z[a-z]"/g))].map(id => id.slice(1, -1));

const named = (placeholder: string, name: string, text: string): string => text.replace(new RegExp(`\\b${placeholder}\\b`, 'g'), name);
const readings = [read({}), read({ notifies: 'dispatched', revocation: 'needsConsent' })];
const agreements = readings.map(reading => given({}, { reading }));

/** The fold under each reading, the plan, and the desk's view of a protocol. */
function answers(entries: readonly Entry[]): string {
  const { facts } = factsKnown(entries);
  const folded = agreements.map(agreement => {
    const { acts, withoutEffect, timeline: steps, ...family } = fold(agreement, facts, agreement.reading, d('2026-11-01'));
    return { acts, withoutEffect, steps, view: viewOf({ acts, withoutEffect, timeline: steps, ...family }, d('2026-11-01')) };
  });
  const protocol = entries.flatMap(e => (e.type === 'protocol.proposed' ? [e.protocol] : []))[0]!;
  const known = knownOf({ agreement: agreements[0]!, entries, today: d('2021-06-15') }, protocol, [])!;
  return JSON.stringify([folded, planOn(entries), shownOf(known, d('2021-06-15')).missing]);
}

const planOn = (entries: readonly Entry[]) =>
  planOf({
    agreement: agreements[0]!,
    description: 'sha256:',
    entries,
    today: d('2026-11-01'),
    onboarded: d('2020-01-01'),
    reached: undefined,
    done: [],
  });

describe('an answer never depends on names', () => {
  const expected = answers(readLedger(story, agreements[0]!).entries);
  const groups = placeholders.flatMap((_, i) => (i % names.length ? [] : [placeholders.slice(i, i + names.length)]));

  // in each round every id of a group has another of the names: after the last, every id has had every name
  it.each(names.flatMap((_, round) => groups.map(group => [group, round] as const)))('such as the ids %j, round %i', (group, round) => {
    const pairs = group.map((placeholder, i) => [placeholder, names[(i + round) % names.length]!] as const);
    const renamed = pairs.reduce((text, [placeholder, name]) => named(placeholder, name, text), JSON.stringify(story));
    const { entries, refusals } = readLedger(JSON.parse(renamed) as object[], agreements[0]!);
    expect(refusals).toEqual([]);
    expect(factsKnown(entries).facts).toHaveLength(20);
    expect(pairs.reduce((text, [placeholder, name]) => named(name, placeholder, text), answers(entries))).toBe(expected);
  });
});

it('and the standing of an agreement with such names is given on every reading', () => {
  const entries = readLedger(JSON.parse(named('zp', 'constructor', JSON.stringify(story))) as object[], agreements[0]!).entries;
  expect(on('2022-07-01', entries).protocols.map(p => [p.id, p.status])).toEqual([
    ['constructor', 'inForce'],
    ['zq', 'signed'],
  ]);
});

it('and a name that is not an id is rejected, each with the reason', () => {
  const others = inherited.filter(name => !names.includes(name));
  expect(others).toContain('__proto__');
  for (const name of others) {
    const raw = JSON.parse(named('zp', name, JSON.stringify(story))) as object[];
    const { refusals } = readLedger(raw, agreements[0]!);
    expect(refusals.length, name).toBeGreaterThan(0);
    expect(refusals.every(r => isRefusal(r) && /must be 1 to 64 letters/.test(told(r).message))).toBe(true);
  }
});

describe('a key in a file that every object inherits is a mistake like any other', () => {
  const file = (extra: string): string =>
    `id: aa-bb-test
title: { en: A test }
parties:
  - { id: AA, name: { en: A }, zone: UTC }
  - { id: BB, name: { en: B }, zone: UTC }
clauses:
  entryIntoForce: { on: signature, article: art. 1 }
  duration: { kind: indefinite, article: art. 2${extra} }
sources: [{ what: a, where: b }]
`;
  it.each(names)('%s', name => {
    expect(() => parseAgreement(file(`, ${name}: 1`), 'a.yaml')).toThrow(new RegExp(`clauses.duration.${name}|${name}`));
    expect(() => parseAgreement(`${file('')}${name}: { a: { b: 1 } }\n`, 'a.yaml')).toThrow(name);
    const facts = `[{ id: s, type: signed, on: 2004-03-01 }, { id: c, type: corrected, of: s, recorded: 2005-01-01, ${name}: 1 }]`;
    expect(() => parseFacts(facts, 'facts.yaml', given())).toThrow(`${name}: is not a field of signed`);
  });
});
