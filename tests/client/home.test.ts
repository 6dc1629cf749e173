/** The advice when no service is running depends on how the data directory was given. */
import { expect, it } from 'vitest';
import { contextOf, type ClientOptions } from '../../client/context.ts';
import { temporaryFolder } from '../support/cli.ts';

it('a home given in code is not to be replaced by SERVANDA_HOME, which it comes before', async () => {
  const { path, remove } = temporaryFolder();
  const why = async (options: ClientOptions): Promise<string> =>
    contextOf(options)
      .service()
      .then(
        () => 'it runs',
        (cause: Error) => cause.message,
      );
  expect(await why({ home: path, env: {} })).toMatch(
    /give that as home \(--home at the command line\), which comes before SERVANDA_HOME\.$/,
  );
  expect(await why({ env: { SERVANDA_HOME: path } })).toMatch(/if on another data directory, in SERVANDA_HOME\.$/);
  remove();
});
