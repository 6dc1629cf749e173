/** What a program gives that can't be used is reported as InvalidRequest, in its language, and never as a failure of another kind. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServanda, InvalidRequest, type InvalidCode, type Servanda } from '../../client/index.ts';

let home: string;
let servanda: Servanda;
const file = 'kz-az-2004-government-communications';
const given = (name: string, text: string): string => {
  writeFileSync(join(home, name), text);
  return join(home, name);
};

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'servanda-client-'));
  servanda = createServanda({ home, env: {} });
});
afterAll(async () => {
  await servanda.close();
  rmSync(home, { recursive: true, force: true });
});

const failureOf = async (asked: Promise<unknown>): Promise<InvalidRequest> => {
  const failure = await asked.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  expect(failure).toBeInstanceOf(InvalidRequest);
  return failure as InvalidRequest;
};

describe('an invalid request', () => {
  it.each<[string, InvalidCode, RegExp, () => Promise<unknown>]>([
    ['an unknown agreement', 'unknownFile', /no agreement kz-az-2005/, () => servanda.open('kz-az-2005')],
    ['a missing file', 'unknownFile', /no file .*gone\.yaml/, () => servanda.timeline({ file: join(home, 'gone.yaml') })],
    ['a missing file among several', 'unknownFile', /no file/, () => servanda.deadlines({ files: [join(home, 'gone.yaml')] })],
    ['a folder', 'unusableDescription', /a mistake/, () => servanda.explain({ file: `${home}/` })],
    ['a text that describes nothing', 'unusableDescription', /1:1 id: is missing/, () => servanda.open('a: b\nc: d\n')],
    ['an object that describes nothing', 'unusableDescription', /id: is missing/, () => servanda.open({} as never)],
    ['facts of another kind', 'unusableDescription', /f\.yaml: .*type/s, () => facts('- type: signd\n')],
    ['a length that is none', 'noLength', /^a year: must be a length/, () => servanda.deadlines({ files: [file], within: 'a year' })],
    ['a number as a length', 'noLength', /^5: must be a length/, () => servanda.deadlines({ files: [file], within: 5 as never })],
    ['a day that does not exist', 'noDay', /^2027-02-29: .* 28 days/, () => servanda.timeline({ file }, { asOf: '2027-02-29' })],
    ['a number as a day', 'noDay', /^20270101: must be a calendar date/, () => servanda.timeline({ file }, { asOf: 20270101 as never })],
    ['a Date as a day', 'noDay', /must be a calendar date/, () => servanda.timeline({ file }, { until: new Date(0) as never })],
  ])('says what is wrong with %s', async (_, code, why, ask) => {
    const failure = await failureOf(ask());
    expect([failure.code, failure.message]).toEqual([code, expect.stringMatching(why)]);
  });

  it('names each mistake of a file as data, and says them in the language of the client', async () => {
    const russian = createServanda({ home, env: {}, language: 'ru' });
    const { message, mistakes } = await failureOf(russian.open('id: a\nb: c\n'));
    expect(mistakes.map(({ path }) => path)).toContain('title');
    expect(message).toMatch(/title: /);
    expect(message).not.toMatch(/is missing/);
    await russian.close();
  });
});

const facts = (text: string): Promise<unknown> => servanda.timeline({ file, facts: given('f.yaml', text) });
