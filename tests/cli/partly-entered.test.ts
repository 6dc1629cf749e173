/** If a later entry of several fails, some may be recorded already: the failure is followed by which, however it is worded. */
import { describe, expect, it } from 'vitest';
import { failureSentence } from '../../cli/failures.ts';
import { wordsIn } from '../../cli/words.ts';
import { languages } from '../../clauses/desk.ts';
import { sendAll, type Prepared } from '../../client/entering.ts';
import type { Context } from '../../client/context.ts';
import { inLanguageOf, Unavailable } from '../../client/failures.ts';
import { KeyFileRefused } from '../../identity/files.ts';
import { KeyMissing } from '../../secrets/keyring.ts';
import { failureIn } from '../../wording/failures/sentence.ts';
import { wordings } from '../../wording/index.ts';
import { message } from '../../wording/message.ts';
import { testAgreement } from '../support/test-agreement.ts';

const denied = Object.assign(new Error('7'), { code: 7, details: 'no', metadata: {} });

describe.each([
  ['as data', () => new KeyMissing('2026', [])],
  ['of a key file', () => new KeyFileRefused({ code: 'keyFileExists', file: 'x' })],
  ['of the client', () => new Unavailable('noAnswer', { seconds: 10 }, wordings.en)],
  ['of the Temporal server', () => denied],
  ['of unknown origin', () => new Error('a stranger')],
] as const)('a failure of the third entry, %s,', (_, failure) => {
  it.each(languages)('is followed by a report of the first two, in %s', async language => {
    const wording = wordings[language];
    const entries = ['a', 'b', 'c'].map(id => ({ id, type: 'signed', on: '2021-01-01' }));
    const prepared = { dossier: { agreement: testAgreement('a-b'), rehearsal: true, rows: [] }, entries, fresh: entries };
    const failed = await sendAll(contextThatFails(2, failure(), wording), prepared as unknown as Prepared).catch((cause: unknown) => cause);
    const ids = message(wording.client.refused.enteredBefore, wording.locale, { ids: 'a, b' });
    const words = await wordsIn(language);
    expect(failureSentence(failed, words).split('\n').at(-1)).toBe(ids);
    const forProgram = await Promise.reject(failed as Error)
      .catch(inLanguageOf({ wording }))
      .catch((cause: unknown) => cause as Error);
    expect(forProgram.message.split('\n').slice(-1)).toEqual([ids]);
    const said = failureIn(failure(), wording);
    if (said) expect(forProgram.message).toBe(`${said}\n${ids}`);
    expect(failureSentence(forProgram, words).split(ids)).toHaveLength(2);
  });
});

/** Accepts this many entries; no right can be signed for the next. */
function contextThatFails(after: number, failure: Error, wording: Context['wording']): Context {
  let asked = 0;
  const handle = { executeUpdate: async () => ({ existing: false }) };
  const client = { withAbortSignal: (_: AbortSignal, ask: () => unknown) => ask(), workflow: { getHandle: () => handle } };
  const rightTo = async (_: string, __: string, ___: string, request: object) => {
    if (asked++ >= after) throw failure;
    return request;
  };
  return { wording, person: 'desk', service: async () => ({ client, taskQueue: 'q', rightTo }) } as unknown as Context;
}
