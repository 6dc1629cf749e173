/** English. */
export const client = {
  invalid: {
    unknownAgreement:
      'The register in {home} has no agreement {id}.{near, select, none {} other { Did you mean {near}?}} What it has: npx servanda agreement list. To open one: npx servanda agreement open FILE.',
    unknownEntry:
      'The register of {agreement} has no entry {id}.{near, select, none {} other { Did you mean {near}?}} It has: {ids, select, none {none} other {{ids}}}.',
    unknownNotice: '{agreement} has no notice {number}. Those it has: npx servanda notice list {agreement}.',
    numberInUse: '{number} is the number of a notice already. Give this one another number, or none.',
    noticeOver: 'Notice {number} is over: it is {state}. Nothing more can be done to it.',
    unknownProtocol: '{agreement} has no protocol {protocol}. Those it has: npx servanda protocol list {agreement}.',
    protocolExists:
      '{agreement} has a protocol {protocol} already. Give this one another id, or see it: npx servanda protocol show {agreement} {protocol}.',
    unfitFact: "{type} {id} can't be entered as it is:",
    webhook:
      'The webhook of {recipient}, {url}, {why, select, http {is not by https} other {leads to an address of no public network}}. Nothing was entered. Use https and a public address; if this one is meant, name it where the worker runs and here: SERVANDA_WEBHOOK_ALLOW={origin}.',
    tellingId:
      '{file}: the id {id} tells of {parts}, and Temporal keeps ids in clear. With SERVANDA_HIDE_PARTIES, give the agreement an id that tells nothing, such as treaty-17.',
    noIdentity:
      'There is no identity of {person} in {folder}. An operator issues one: npx servanda identity issue --person "{person}" --for PARTY --roles ROLES. One that is elsewhere is named: SERVANDA_IDENTITY.',
    otherIdentity: "{file} is the identity of {owner}, and can't ask in the name of {person}.",
    identityNotAllowed: 'Not allowed: {why}.',
    noIdentityFile: 'SERVANDA_IDENTITY: there is no file {file}.',
    factIdInUse: '{id} is the id of an entry already. Give this one another.',
    partyMissing: 'Say for which Party: {parties}. An agreement’s file may say it once: desk.party.',
    partyUnknown: '{party} is not a Party: the Parties are {parties}.',
    untilBefore:
      '{until} is before {asOf}, the day to answer for. Name a later day until which to answer, or an earlier day to answer for.',
    eitherFacts: 'Facts either replace those of the file or are added to them: give one of the two.',
  },
  unavailable: {
    notRunning: 'No service runs for {home}. Start it with: npx servanda up --home {home} (or name its server: TEMPORAL_ADDRESS).',
    nobody:
      'No Temporal server answers at {address}, where the service of {home} is said to be. Start it with: npx servanda up --home {home}{why, select, none {} other { What it said: {why}.}}',
    gone: 'The Temporal server has gone: {why}. Start it with: npx servanda up.',
    denied:
      'The Temporal server refuses this (“{why}”). Check the credentials (TEMPORAL_API_KEY, or TEMPORAL_TLS_CLIENT_CERT_PATH and TEMPORAL_TLS_CLIENT_KEY_PATH) and what they are allowed in the namespace (TEMPORAL_NAMESPACE).',
    noNamespace:
      'The Temporal server does not have this namespace (“{why}”). Check TEMPORAL_NAMESPACE, and that the worker uses the same one.',
    notYet:
      'The worker died, or failed, several times in the middle of this, and has not gone on with it yet: nothing new is taken before. Repeat the same command in a minute, which is safe; if it stays so, look at what the worker logs.',
    busy: 'The workflow has as many requests in progress as the server takes, and did not take yours within {seconds} s. Nothing was sent; retrying is safe.',
    noAnswer:
      'No worker answered within {seconds} s. Check that one is running (npx servanda up, or npx servanda worker) and its log. Your request may still go through; retrying is safe.',
    failed: 'The service could not do it: {why}',
    noticeNotKept: 'It is not kept yet: look at the worker’s log, and repeat the command.',
    noNoticeWorkflow: 'Notice {number} is in the register and no workflow keeps it. Start the service again with: npx servanda up.',
    noProtocolWorkflow: 'Protocol {protocol} is in the register and no workflow keeps it. Start the service again with: npx servanda up.',
    unseenDraft: 'Notice {number} has not left, and drafts are seen by those who work on them. Your identity: npx servanda identity list.',
    notStarted: '{workflow}: not started. {why}',
    serverGone: 'The Temporal server has gone. Start it (npx servanda up), then repeat the command. What was done stays.',
    keyOfNoWorker:
      'The worker {worker} has not the key {key}, under which this process encrypts. Nothing was sent. Add the key below the first one in the key file of every worker and restart it; then put it first here.',
    noWorker: 'No worker has asked for work on the task queue {queue} lately. Start one: npx servanda up, or npx servanda worker.',
    leftOut: '{count, plural, one {One agreement is left out} other {{n} agreements are left out}} of this answer.',
    noRegister: 'No register in {folder}. Run npx servanda up to create one, or name another home or the database of the register.',
    registerNeeded:
      'This is answered from the register, and only the address of a server is known ({address}): there is no register in {folder}. Give the home of the service or the database of its register. Without it, requests to running workflows, and the pending timers, still work.',
    startNeedsRegister:
      'No workflow keeps {agreement} on the server at {address}, and to start it again the register must be known. Give the home of the service or the database of its register.',
  },
  refused: {
    facts: '{where}: {count, plural, one {an entry is refused} other {{n} entries are refused}}',
    nothing: 'Nothing was entered.',
    enteredBefore: 'Entered before it: {ids}.',
  },
  opened: {
    changed: '{file} has changed since {entry} was entered; it is not used until: npx servanda agreement revise {file} --reason "…".',
    unknownFacts: '{file} has facts that the register has not: {facts}. To enter them: npx servanda record {agreement} --file FACTS.yaml.',
  },
  labels: {
    sendBy: 'Send a notice by',
    safeDay: 'Safe day for notice',
    byNotice: 'Last day in force by notice {id} only',
  },
  conditions: {
    one: 'if {all}',
    and: ' and ',
    or: ', or ',
  },
} as const;
