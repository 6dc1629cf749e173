/**
 * Words activities' failures in the service's language, since people read them in the Temporal UI and the log. The failure's data goes into
 * the details, for code that records it.
 */
import { ApplicationFailure } from '@temporalio/common';
import type { ActivityInterceptorsFactory } from '@temporalio/worker';
import { OwnFailure } from '../machines/own-failure.ts';
import type { Language } from '../clauses/desk.ts';
import { failureIn } from '../wording/failures/sentence.ts';
import { wordings } from '../wording/index.ts';

export const wordFailures =
  (language: Language): ActivityInterceptorsFactory =>
  () => ({
    inbound: {
      execute: (input, next) =>
        next(input).catch((cause: unknown) => {
          if (!(cause instanceof OwnFailure)) throw cause;
          const message = failureIn(cause, wordings[language])!;
          const { name, stack, fault } = cause;
          throw Object.assign(ApplicationFailure.retryable(message, name, fault), { stack });
        }),
    },
  });
