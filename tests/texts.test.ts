/** Control, format and line characters control terminals, reverse lines and forge lines of letters: no input accepts them. */
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { parseAgreement, parseFacts } from '../agreements/load.ts';
import { AgreementFileError } from '../agreements/mistakes.ts';
import { parseTable } from '../agreements/table/read.ts';
import { readRow } from '../agreements/table/row.ts';
import { harmless } from '../cli/world.ts';
import { claimsOf } from '../identity/files.ts';
import { readIdentity } from '../identity/right.ts';
import { isSigned } from '../identity/signature.ts';
import { escaped, isText } from '../machines/limits.ts';
import { noticeDraft, noticeRequests, readAs } from '../machines/notice/steps.ts';
import { protocolOpening, protocolRequests } from '../machines/protocol/steps.ts';
import { isRefusal } from '../machines/refusal.ts';
import { readEntry } from '../machines/read-entries.ts';
import { packed, unpacked } from '../register/packed.ts';
import { newSigningKey } from '../secrets/signing-key.ts';
import { readConfiguration } from '../worker/configuration.ts';
import { validateRecord, validateRevision } from '../workflows/validators.ts';
import { saidBy } from './support/failures.ts';
import { inProcess, temporaryFolder } from './support/cli.ts';
import { identityOf } from './support/identities.ts';
import { testAgreement } from './support/test-agreement.ts';
import { invented } from './support/table.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());

const unfit = [
  '\n',
  '\r',
  '\t',
  '\u0000',
  '\u001b',
  '\u007f',
  '\u0085',
  '\u00ad',
  '\u061c',
  '\u180e',
  '\u200b',
  '\u200e',
  '\u200f',
  '\u2028',
  '\u2029',
  '\u202a',
  '\u202e',
  '\u2060',
  '\u2066',
  '\u2069',
  '\ufeff',
  '\ufff9',
  '\ufe0f',
  '\u3164',
  '\u{e0041}',
  '\ud800',
];
const agreement = testAgreement('texts');
const facts = [{ id: 's', type: 'signed', on: '2021-01-01', place: 'Astana', evidence: 'note 1', note: 'n' }];

const base = {
  id: 'x',
  by: 'AZ',
  received: '2021-01-01',
  evidence: 'note 1',
  note: 'n',
  defect: 'unsigned',
  signer: { name: 'N', authority: 'powers' },
};
const entries = [
  ...facts,
  { ...base, type: 'organisation.notified', organisation: 'Committee', replaces: 'Service' },
  { ...base, type: 'consultations.requested', subject: 'art. 5' },
  { ...base, type: 'termination.notified' },
  { id: 'x', type: 'decision.made', on: '2021-01-01', by: 'KZ', person: 'head', decision: 'renew', authority: 'No. 1' },
  { id: 'x', type: 'superseded', on: '2021-01-01', laterTreaty: 'a treaty' },
];

/** A value with a character in the middle of its n-th text; undefined if it has fewer. */
function forged(value: unknown, n: number, character: string): unknown {
  let at = 0;
  const walked = (one: unknown): unknown => {
    if (typeof one === 'string') return at++ === n ? `${one.slice(0, 1)}${character}${one.slice(1)}` : one;
    if (Array.isArray(one)) return one.map(walked);
    return typeof one === 'object' && one !== null ? Object.fromEntries(Object.entries(one).map(([k, v]) => [k, walked(v)])) : one;
  };
  const result = walked(value);
  return at > n ? result : undefined;
}
const allForged = (value: unknown, character: string): unknown[] => {
  const found: unknown[] = [];
  for (let n = 0, one = forged(value, n, character); one !== undefined; one = forged(value, ++n, character)) found.push(one);
  return found;
};

describe.each(unfit.map(c => [`U+${c.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`, c]))('%s is rejected', (code, c) => {
  it('in each text of an agreement’s file and of a list of facts, with its place', () => {
    const content = { ...agreement, facts };
    for (const one of allForged(content, c)) {
      const text = JSON.stringify(one);
      expect(() => parseAgreement(text, 'a.yaml')).toThrow(AgreementFileError);
    }
    for (const one of allForged(facts, c)) expect(() => parseFacts(JSON.stringify(one), 'f.yaml', agreement)).toThrow(/not text/);
    const title = { ...agreement, title: { en: `Agreement${c}on air` } };
    // half of a surrogate pair can't be written in a UTF-8 file, only escaped
    expect(() => parseAgreement(JSON.stringify({ ...title, facts }), 'a.yaml')).toThrow(
      new RegExp(`title.en: has a character that is not text .*‹${code.replace('+', '\\+')}›`),
    );
  });

  it('in each text of an entry, at the register’s door and at the workflow’s', () => {
    for (const entry of entries)
      for (const one of allForged(entry, c)) {
        expect(isRefusal(readEntry(one, agreement))).toBe(true);
        expect(() => validateRecord('a', { entry: one, by: 'x' }, 'record', undefined)).toThrow(/notText/);
      }
    expect(() => validateRecord('a', { entry: facts[0]!, by: `x${c}y` }, 'record', undefined)).toThrow(/notText/);
    expect(() => validateRevision({ content: agreement, reason: `x${c}y`, by: 'x' }, undefined)).toThrow(/notText/);
    for (const content of allForged(agreement, c))
      expect(() => validateRevision({ content, reason: 'x', by: 'x' }, undefined)).toThrow(/notText/);
  });

  it('in each text of a notice and of a protocol', () => {
    const refused = (what: object, schema: Parameters<typeof readAs>[0]): void => {
      for (const one of allForged(what, c)) expect(readAs(schema as never, one, 'x')).toMatchObject({ code: 'beyondLimit' });
    };
    const content = { kind: 'consultations', by: 'KZ', subject: 'art. 5' };
    refused({ agreement: 'texts', number: '1', content, draftedBy: 'x', enteredBy: 'y' }, noticeDraft);
    refused({ by: 'x', reason: 'sent in error' }, noticeRequests.markReturned);
    refused({ by: 'x', received: '2021-01-01', evidence: 'receipt' }, noticeRequests.confirmReceipt);
    refused({ agreement: 'texts', protocol: 'p', by: 'x', title: 't' }, protocolOpening);
    refused({ by: 'x', on: '2021-01-01', place: 'Baku', evidence: 'e' }, protocolRequests.sign);
  });

  it('in each field of a table, for that row', () => {
    if (c === '\ufeff' || c === '\ud800') return; // the first begins a file, the second is not UTF-8
    const row = (fields: readonly string[]) => `${fields.map(f => `"${f}"`).join(',')}\n`;
    const table = parseTable(row(['number', 'title', 'parties', 'signed']) + row(['1', `Air${c}services`, 'KZ; DE', '1997-05-14']), 't');
    expect(readRow(table.rows[0]!, invented)).toMatchObject({ reasons: [{ code: 'notText', column: 'title' }] });
  });

  it('on the command line, in environment variables, and in the name of an identity', async () => {
    if (c !== '\u0000') {
      const { code: exit, stderr } = await inProcess(['timeline', 'x', '--as-of', `2021${c}`]);
      expect(exit).toBe(2);
      expect(stderr).toContain(`‹${code}›`);
    }
    expect(saidBy(() => readConfiguration({ HOME: folder.path, SERVANDA_TASK_QUEUE: 'a', SERVANDA_IDENTITY: `x${c}y` }))).toMatch(
      /SERVANDA_IDENTITY: has a character/,
    );
    const authority = newSigningKey();
    const times = { now: Date.now(), until: Date.now() + 60_000 };
    for (const [person, actsFor] of [
      [`ro${c}ot`, 'KZ'],
      ['root', `K${c}Z`],
    ] as const) {
      const held = await identityOf(authority, person, actsFor, ['drafter'], times);
      expect(() => claimsOf(held)).toThrow('identityIncomplete');
      expect(() => readIdentity(held.identity, [authority], isSigned)).toThrow('incomplete');
    }
  });

  it('and is displayed escaped if it came in earlier', () => {
    const kept = { title: `Agreement${c}on air`, nested: [{ note: `x${c}` }], long: 'x'.repeat(500) };
    expect(unpacked(packed(kept))).toEqual({ title: `Agreement‹${code}›on air`, nested: [{ note: `x‹${code}›` }], long: kept.long });
    if (!'\n\t'.includes(c) && /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(c)) expect(harmless(`a${c}b`)).toBe('a\ufffdb');
  });
});

describe('a text in the register', () => {
  it.each(['Қазақстан Республикасы', 'Azərbaycan – «hökumət»', '協定', 'میان\u200cرشته‌ای', 'رئيس', 'ক্\u200dষ', '№ 5 · § 2 (a)', '𝄞', ''])(
    'may be %j',
    text => {
      expect(isText(text)).toBe(true);
      expect(escaped(text)).toBe(text);
      expect(harmless(text)).toBe(text);
    },
  );

  it('has a joiner only between letters of a script that needs it', () => {
    for (const text of ['ro\u200cot', '\u200cرا', 'را\u200d', 'را\u200c1']) expect(isText(text)).toBe(false);
  });

  it('can be escaped to a valid one, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        expect(isText(escaped(text))).toBe(true);
        expect(escaped(escaped(text))).toBe(escaped(text));
      }),
      { seed: 14, numRuns: 500 },
    );
  });
});

it('JSON in a flag may span several lines', async () => {
  const file = folder.file('texts.yaml', stringify({ ...agreement, facts: [] }));
  const { stderr } = await inProcess([
    'simulate',
    file,
    'protocol.signed',
    '--protocol',
    'p',
    '--on',
    '2020-01-01',
    '--changes',
    '{\n\t"periodLength": "P3Y"\n}',
  ]);
  expect(stderr).not.toContain('not text');
});
