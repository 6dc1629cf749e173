/** Errors of activities appear in the Temporal UI and in the log in the language of the service. */
import { ApplicationFailure } from '@temporalio/common';
import type { ActivityExecuteInput } from '@temporalio/worker';
import { describe, expect, it } from 'vitest';
import { languages } from '../../clauses/desk.ts';
import { LinesMissing } from '../../register/errors.ts';
import { wordings } from '../../wording/index.ts';
import { message } from '../../wording/message.ts';
import { wordFailures } from '../../worker/word-failures.ts';

const input: ActivityExecuteInput = { args: [], headers: {} };
const failing = (language: (typeof languages)[number], cause: Error): Promise<unknown> =>
  wordFailures(language)({} as never).inbound!.execute!(input, () => Promise.reject(cause)).catch((failure: unknown) => failure);

describe.each(languages)('the errors of activities in %s', language => {
  it('have their sentence as the message and their data in the details, if they are our own', async () => {
    const cause = new LinesMissing('a-b', '/srv/register.db', 5, 3);
    const failure = (await failing(language, cause)) as ApplicationFailure;
    const values = { agreement: 'a-b', register: '/srv/register.db', known: 5, head: 3 };
    const { failures, locale } = wordings[language];
    expect(failure).toBeInstanceOf(ApplicationFailure);
    expect(failure.message).toBe(message(failures.faults.linesMissing, locale, values));
    expect(failure).toMatchObject({
      type: cause.name,
      nonRetryable: false,
      details: [{ code: 'linesMissing', ...values }],
      stack: cause.stack,
    });
  });

  it('are unchanged otherwise', async () => {
    const cause = new Error('a stranger');
    expect(await failing(language, cause)).toBe(cause);
    expect(cause.message).toBe('a stranger');
  });
});
