/** Differences between workflows and the register, in English. */
import type { DifferenceMessages } from './messages.ts';

export const differences: DifferenceMessages = {
  differences: {
    noWorkflow: 'No workflow runs.',
    draftNotBegun: 'No workflow runs: a decision to give notice calls for this draft.',
    lettersNotCarried:
      '{letters, plural, one {A notification is owed, but no workflow delivers it.} other {# notifications are owed, but no workflow delivers them.}}',
    stillRuns: 'It runs, though by the register it has ended.',
    noProgress: 'It makes no progress: its workflow task is at attempt {attempt}. The worker’s log and the Temporal UI show what fails.',
    ofOthers: 'It runs on the task queue {queue}, which is not servanda’s: somebody else started it.',
    notTaken: 'No worker has taken its workflow task since {since}. Check that one is running.',
    noAnswer: 'It does not answer. See the worker’s log.',
    otherValue: '{name}: {found}; by the register: {expected}.',
    timerMoved: 'The timer “{summary}” fires at {fires}, not at {due}.',
    timerMissing: 'There is no timer “{summary}” ({name}, {due}).',
    timerUnneeded: 'The timer “{summary}” ({fires}) is set, but nothing requires it.',
    notInOutbox: 'An act is not in the outbox: {act}',
    notWithdrawn: 'An act is not withdrawn: {act}',
    letterFailing:
      'A notification of {on} to {recipient}, “{about}”, has not been delivered by {way} since {since}. {tries, plural, one {It was tried once} other {It was tried # times}}, last answer “{said}”. {next, select, none {It is being tried now} other {Next attempt: {next}}}; it is given up on {until}.',
    notCompared: 'It can’t be compared. {why}',
  },
  names: {
    law: 'version of the rules',
    description: 'description',
    status: 'status',
    entryIntoForce: 'entry into force',
    period: 'period',
    lastDayInForce: 'last day in force',
    underNotice: 'under notice',
    within: 'known within bounds',
    noticeState: 'state',
    safeDay: 'safe day',
    sendByDay: 'send-by day',
    follows: 'what follows from it',
    protocolState: 'state',
    missing: 'missing',
  },
  values: {
    nothing: 'nothing',
    none: 'none',
    yes: 'yes',
    no: 'no',
    period: '{number}, {firstDay} to {lastDay}, last day for notice {lastDayForNotice}, safe day {safe}',
    within: '{statuses}, entry into force {notBefore, select, none {not settled} other {{notBefore} to {notAfter}}}, safe day {safe}',
  },
  repairs: {
    ended: 'ended, since it made no progress.',
    started: 'started again from the register.',
    toldAgain: 'notified to check again.',
    foldedAgain: 'calculated again; {moved, select, none {no date of its own plan moved} other {{moved}}}.',
    nothing: 'nothing was done, since it does not answer.',
    waits: 'nothing was done: letters are tried again automatically.',
    notEnded: 'could not be ended. {why}',
    notStarted: 'could not be started. {why}',
    notTold: 'could not be notified. {why}',
    unanswered: '{why}',
  },
  failures: {
    noAnswer:
      '{workflowId} was started, and has not answered for {seconds} s. Check that a worker is running (npx servanda up, or npx servanda worker) and its log. The request may still go through; retrying is safe.',
    denied: 'The Temporal server refuses it (“{why}”). Check the credentials of whoever asks, and what they are allowed in the namespace.',
    other: '{said}',
  },
  terminated: 'It made no progress, or was not servanda’s: it is started again from the register.',
};
