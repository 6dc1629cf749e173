/** What an activity fails with is said in the language of the service: people read it in the Temporal UI, and in the log. */
import type { ActivityInterceptorsFactory } from '@temporalio/worker';
import type { Language } from '../clauses/desk.ts';
import { failureIn } from '../wording/failures/sentence.ts';
import { wordings } from '../wording/index.ts';

export const sayingFailures =
  (language: Language): ActivityInterceptorsFactory =>
  () => ({
    inbound: {
      execute: (input, next) =>
        next(input).catch((cause: unknown) => {
          const said = failureIn(cause, wordings[language]);
          if (said && cause instanceof Error) cause.message = said;
          throw cause;
        }),
    },
  });
