/** Input is limited in size and depth, has no key with a special meaning, and controls no path and no terminal. */
import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refuseWithoutRight } from '../activities/rights.ts';
import { loadAgreement, parseFacts } from '../agreements/load.ts';
import { harmless } from '../cli/world.ts';
import { descriptionLimit, entryLimit, whyBeyond } from '../machines/limits.ts';
import { noticeDraft, noticeRequests, readAs } from '../machines/notice/steps.ts';
import { protocolOpening } from '../machines/protocol/steps.ts';
import { REFUSED } from '../machines/refusal.ts';
import { readEntry } from '../machines/read-entries.ts';
import { readDocument } from '../register/documents.ts';
import { NotText } from '../register/errors.ts';
import { noKeys } from '../secrets/keyring.ts';
import { validateRecord, validateRevision } from '../workflows/validators.ts';
import { inProcess, temporaryFolder } from './support/cli.ts';
import { testAgreement } from './support/test-agreement.ts';
import { answered } from './support/sentences.ts';
import { saidOf } from './support/failures.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => (folder = temporaryFolder()));
afterEach(() => folder.remove());

const deep = (levels: number): unknown => JSON.parse('{"a":'.repeat(levels) + '1' + '}'.repeat(levels));
const polluted = (): unknown =>
  JSON.parse('{"id":"n","type":"note.received","by":"AZ","received":"2022-01-01","subject":"x","__proto__":{"by":"KZ"}}');
const agreement = testAgreement('inputs');
const note = { id: 'n', type: 'note.received', by: 'AZ', received: '2022-01-01', subject: 'x' };

describe('the limits of a request', () => {
  it.each([
    ['too long', 'x'.repeat(entryLimit + 1), { why: 'tooLong', limit: 250_000 }],
    ['too long in many parts', Array.from({ length: entryLimit + 1 }, () => 1), { why: 'tooLong', limit: 250_000 }],
    ['too long by its keys', { ['k'.repeat(entryLimit)]: 'x' }, { why: 'tooLong', limit: 250_000 }],
    ['too deep', deep(31), { why: 'tooDeep', limit: 30 }],
    ['deep enough to exhaust a process', deep(100_000), { why: 'tooDeep', limit: 30 }],
    ['with the key __proto__', JSON.parse('{"a":[{"__proto__":{}}]}'), { why: 'forbiddenKey', limit: null }],
    ['with a NUL character', { a: ['x\u0000y'] }, { why: 'notText', limit: null }],
    ['with half of a surrogate pair', { a: 'x\ud800y' }, { why: 'notText', limit: null }],
    ['with a key that is not text', { 'x\u0000': 1 }, { why: 'notText', limit: null }],
    ['valid', { a: [{ b: null }], c: 'Қазақстан 𝄞' }, undefined],
  ])('are checked: %s', (_, sent, why) => expect(whyBeyond(sent, entryLimit)).toEqual(why));
});

describe('an entry’s texts', () => {
  const refused = (entry: unknown) => expect.objectContaining({ refused: 'malformed', message: expect.stringContaining(String(entry)) });

  it('have limits wherever they come in, at the register and at the workflow', () => {
    const long = { ...note, of: 'n', type: 'corrected', reason: 'x', more: 'x'.repeat(entryLimit) };
    for (const [entry, why] of [
      [long, 'longer than'],
      [{ ...note, type: 'corrected', more: deep(40) }, 'nested deeper'],
      [polluted(), '__proto__'],
    ]) {
      expect(answered(readEntry(entry, agreement))).toEqual(refused(why));
      expect(() => validateRecord('x', { entry, by: 'test' }, 'record', undefined)).toThrow('beyondLimit');
    }
    expect(answered(readEntry({ ...note, note: 'x'.repeat(20_001) }, agreement))).toEqual(refused('note'));
    expect(readEntry({ ...note, note: 'x'.repeat(20_000) }, agreement)).toEqual({ ...note, note: 'x'.repeat(20_000) });
  });

  it('may have two hundred characters for who enters it, and two thousand for why a description is revised', () => {
    expect(() => validateRecord('x', { entry: note, by: 'x'.repeat(201) }, 'record', undefined)).toThrow(
      '"what":"by","why":"tooLong","limit":200',
    );
    expect(() => validateRecord('x', { entry: note, by: 'x\u0000y' }, 'record', undefined)).toThrow('"what":"by","why":"notText"');
    const change = { content: agreement, reason: 'better', by: 'test' };
    expect(() => validateRevision({ ...change, reason: 'x\ud800' }, undefined)).toThrow('"what":"reason","why":"notText"');
    expect(() => validateRevision({ ...change, reason: 'x'.repeat(2001) }, undefined)).toThrow(
      '"what":"reason","why":"tooLong","limit":2000',
    );
    expect(() => validateRevision({ ...change, content: { notes: ['x'.repeat(descriptionLimit)] } }, undefined)).toThrow(
      '"what":"description","why":"tooLong","limit":1000000',
    );
    expect(() => validateRevision({ ...change, content: JSON.parse('{"__proto__":{}}') }, undefined)).toThrow('forbiddenKey');
    expect(() => validateRevision(change, undefined)).not.toThrow();
  });

  it('with something other than text are refused by the register without a retry', () => {
    const refusing = () => refuseWithoutRight({}, 'a')(new NotText('entered_by'));
    expect(refusing).toThrow(
      expect.objectContaining({
        type: REFUSED,
        nonRetryable: true,
        message: expect.stringContaining('The request has a character that is not text') as unknown,
      }),
    );
  });

  it('have limits in a notice or a protocol too', () => {
    for (const schema of [noticeDraft, noticeRequests.approve, protocolOpening]) {
      expect(answered(readAs<object>(schema, { by: 'x', more: deep(40) }, 'It'))).toEqual(refused('nested deeper'));
      expect(answered(readAs<object>(schema, JSON.parse('{"by":"x","__proto__":{}}'), 'It'))).toEqual(refused('__proto__'));
    }
    expect(answered(readAs<object>(noticeRequests.markReturned, { by: 'x', reason: 'x'.repeat(2001) }, 'It'))).toEqual(refused('reason'));
  });
});

describe('an input file', () => {
  it('is read no further than the longest possible agreement', () => {
    const file = folder.file('big.yaml', '#');
    truncateSync(file, 5_000_000_000);
    expect(() => loadAgreement(file)).toThrow('is longer than a million characters');
    expect(() => loadAgreement('/dev/zero')).toThrow('is longer than a million characters');
  });

  it.each(['__proto__', 'constructor', 'prototype'])(
    'with a key %s affects nothing else, and is reported as having an unknown key',
    key => {
      const text = `- { id: n, type: note.received, by: AZ, received: 2022-01-01, subject: x, ${key}: { polluted: yes } }`;
      expect(() => parseFacts(text, 'facts.yaml', agreement)).toThrow(key);
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    },
  );
});

describe('JSON in a flag', () => {
  const changes = (given: string) =>
    inProcess([
      'simulate',
      'kz-az-2004-government-communications',
      'protocol.signed',
      '--protocol',
      'p',
      '--on',
      '2020-01-01',
      '--changes',
      given,
    ]);

  it.each([
    ['{', '--changes is not JSON: {. Write it such as'],
    [`"${'x'.repeat(20_001)}"`, '--changes is longer than 20000 characters'],
    ['{"__proto__":{"periodLength":"P3Y"}}', '--changes has a key __proto__'],
    ['{"a":'.repeat(40) + '1' + '}'.repeat(40), '--changes is nested deeper than 30 levels'],
  ])('is refused if it is not as it should be: %.20s', async (given, said) => {
    const answer = await changes(given);
    expect(answer).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(said) });
    expect(answer.stderr.length).toBeLessThan(600);
  });
});

it('an invalid hash names no file', async () => {
  for (const sha256 of ['../../etc/passwd', '', 'A'.repeat(64), `${'a'.repeat(63)}/`])
    expect(await saidOf(readDocument(folder.path, { sha256, size: 1 }, noKeys))).toContain('is not the hash of a document');
});

it('a document’s name is only data: it may look like a path, but it leads to none', async () => {
  const { type, ...rest } = {
    type: 'document.attached',
    id: 'd',
    on: '2022-01-01',
    person: 'x',
    to: 'n',
    name: '../../x',
    sha256: 'a'.repeat(64),
    size: 1,
  };
  expect(readEntry({ type, ...rest }, agreement)).toMatchObject({ name: '../../x' });
  await expect(readDocument(folder.path, rest, noKeys)).rejects.toThrow(join(folder.path, 'documents'));
});

it('control characters in data are displayed without effect, while our own emphasis stays', () => {
  expect(harmless('a\u001b]0;title\u0007\u009b2J\u0000b\rc')).toBe('a\ufffd]0;title\ufffd\ufffd2J\ufffdb\ufffdc');
  expect(harmless('\u001b[1mDate\u001b[22m\tx\r\n\u001b[2mə ұ 条約\u001b[22m')).toBe(
    '\u001b[1mDate\u001b[22m\tx\r\n\u001b[2mə ұ 条約\u001b[22m',
  );
});
