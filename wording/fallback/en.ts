/** What workflows report when no activity answers, in English. */
import type { InTroubleMessages } from './messages.ts';

export const fallbackMessage: InTroubleMessages = {
  registerSilent: 'The register has not answered since {since} UTC: {why}',
  waitsForIt: 'Requests wait until it does. Each attempt, and why it failed, is listed under Pending Activities.',
  noAnswer: 'no answer in time',
  cancelled:
    'A cancellation was requested and is ignored: this workflow keeps dates that the law sets. What was entered in error is struck (npx servanda strike), recalled or abandoned. A workflow that is terminated is started again from the register.',
  cancellationIgnored: 'The cancellation is ignored: see User Metadata',
  opening: 'It is being opened; ask again in a moment.',
  notSigned:
    'Not allowed: the request carries no right. Sign it with your identity and send what that prints: npx servanda identity sign {workflow} {name} --request JSON (an operator issues identities: npx servanda identity issue). Nothing was written.',
  delivers:
    '**Delivers the notifications about {agreement}**: reminders, announcements, corrections. It ends when none is due; npx servanda deliveries lists what was delivered.',
  toldAgain: 'Notifies {workflow} again',
  notTold: '{workflow} could not be notified: {why}.',
  triedAgain: 'servanda tries again.',
  leftToReconciliation: 'Reconciliation will notify it.',
};
