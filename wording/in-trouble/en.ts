/** What workflows say where no activity answers, in English. */
import type { InTroubleMessages } from './messages.ts';

export const inTrouble: InTroubleMessages = {
  registerSilent: 'The register has not answered since {since} UTC: {why}',
  waitsForIt: 'Requests wait until it does.',
  cancelled:
    'A cancellation was requested and is ignored: this workflow keeps dates that the law sets. What was entered in error is struck (npx servanda strike), recalled or abandoned; a workflow that must go is terminated.',
  opening: 'It is being opened; ask again in a moment.',
  toldAgain: 'Tells {workflow} again',
  notTold: '{workflow} could not be told: {why}',
  triedAgain: 'It is tried again.',
  leftToReconciliation: 'The comparison with the register tells it.',
};
