/**
 * Everything that help, README and docs enter as an example goes into a rehearsal: a register is permanent, and so would an invented fact
 * be.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listAgreements } from '../agreements/find.ts';
import { loadAgreement, loadFacts } from '../agreements/load.ts';
import { isRefusal } from '../machines/refusal.ts';
import { readEntry, readLedger } from '../machines/read-entries.ts';
import { readme } from '../docs/pages.ts';

const root = dirname(readme);
const { agreement: rehearsal, facts } = loadAgreement(join(root, 'docs/rehearsal.yaml'));
const now = Date.UTC(2026, 10, 28, 12);

const filesOf = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(name => join(folder, name));
const files = ['README.md', 'CONTRIBUTING.md', ...filesOf('docs'), ...filesOf('cli')].filter(name => /\.(md|ts|yaml)$/.test(name));

/** Commands that write to the register of the agreement named after them. */
const writing = [
  'record|correct|strike|decide|acknowledge|replan|document attach|agreement revise',
  'notice (?:draft|change|approve|dispatch|received|return|recall|revoke|enter|examine)',
  'protocol (?:propose|agree|text|sign|abandon)',
].join('|');
const addressed = [
  new RegExp(`npx servanda (?:${writing}) ([^\\s\`'".,)]+)`, 'g'),
  /(?:identity sign|--workflow-id) (?:agreement|notice|protocol)\/([^\s/`'"]+)/g,
  /WorkflowId\('([^']+)'/g,
  /workflowId: '(?:agreement|notice|protocol)\/([^/']+)/g,
];
/** A placeholder for the reader's own agreement, not the name of one. */
const isPlaceholder = (name: string): boolean => /^[<$…[]|^FILE$|^--/.test(name) || name === '';

const found = files.flatMap(file => {
  const text = readFileSync(join(root, file), 'utf8');
  return addressed.flatMap(pattern =>
    [...text.matchAll(pattern)].map(m => ({ file, example: m[0], agreement: m[1]! })).filter(e => !isPlaceholder(e.agreement)),
  );
});

describe('every example that enters something', () => {
  it('is found wherever there are examples', () => {
    const places = new Set(found.map(e => e.file));
    for (const place of ['README.md', 'cli/entry/record.ts', 'cli/notice/draft.ts', 'cli/protocol/sign.ts', 'cli/identity/sign.ts'])
      expect(places).toContain(place);
    expect(found.length).toBeGreaterThan(40);
  });

  it('enters it into the rehearsal, and into no real agreement', () => {
    expect(found.filter(e => e.agreement !== rehearsal.id && e.agreement !== 'docs/rehearsal')).toEqual([]);
  });
});

describe('the days of every example that enters something', () => {
  const entered = new RegExp(`npx servanda (?:${writing}) .*`, 'g');
  const past = /--(?:on|received|dated|dispatched) (\d{4}-\d\d-\d\d)/g;
  const days = files.flatMap(file =>
    [...readFileSync(join(root, file), 'utf8').matchAll(entered)].flatMap(([example]) =>
      [...example.matchAll(past)].map(([, day]) => ({ file, example, day: day! })),
    ),
  );

  it('are not in the future, which would be refused', () => {
    expect(days.length).toBeGreaterThan(15);
    expect(days.filter(({ day }) => Date.parse(day) > now)).toEqual([]);
  });
});

describe('the rehearsal of the examples', () => {
  it('is marked as one, has an id that no file in agreements/ has, and can be loaded with its facts', () => {
    expect(rehearsal).toMatchObject({ id: 'rehearsal', rehearsal: true });
    expect(listAgreements().map(a => a.id)).not.toContain(rehearsal.id);
    expect(readLedger(facts, rehearsal).refusals).toEqual([]);
  });

  it('accepts the facts of the examples', () => {
    const more = loadFacts(join(root, 'cli/example-facts.yaml'), rehearsal);
    expect(readLedger([...facts, ...more], rehearsal).refusals).toEqual([]);
    expect([...facts, ...more].map(f => readEntry(f, rehearsal, now)).filter(isRefusal)).toEqual([]);
  });

  it('is opened as README and help describe', () => {
    expect(readFileSync(readme, 'utf8')).toContain('npx servanda agreement open docs/rehearsal.yaml');
  });
});
