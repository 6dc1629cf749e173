/** The log as a person reads it on a terminal. */
import { prettyFactory } from 'pino-pretty';
import { expect, it } from 'vitest';
import { atTerminal } from '../../worker/log.ts';

const shown = (line: object): string =>
  prettyFactory({ ...atTerminal, translateTime: false, colorize: false })({ level: 30, time: 0, ...line }).replace('[0] ', '');

it('the log shows the sentence and its agreement, not the values from which the sentence was made', () => {
  expect(shown({ note: 'found', how: { code: 'cached' }, msg: 'temporal: found.' })).toBe('INFO: temporal: found.\n');
  expect(shown({ agreement: 'a', kind: 'remind', on: '2028-01-20', msg: 'Decide.' })).toBe('INFO: a: Decide.\n');
});

it.each(['err', 'error'])('the log shows an error under %s in full', key => {
  const told = shown({
    level: 50,
    workflowId: 'notice/a/1',
    [key]: { type: 'Error', message: 'no', stack: 'Error: no\n    at here' },
    msg: 'Failed.',
  });
  expect(told).toContain('ERROR: notice/a/1: Failed.');
  expect(told).toContain('at here');
});
