/** English. */
export const client = {
  invalid: {
    noDay: '{says}.',
    noLength: '{says}.',
    unusableDescription: '{says}',
    unknownFile: '{says}',
    unknownAgreement:
      'The register in {home} has no agreement {id}.{near, select, none {} other { Did you mean {near}?}} To list its agreements: npx servanda agreement list. To open one: npx servanda agreement open FILE.',
    unknownEntry:
      'The register of {agreement} has no entry {id}.{near, select, none {} other { Did you mean {near}?}} It has: {ids, select, none {none} other {{ids}}}.',
    unknownNotice: '{agreement} has no notice {number}. To list its notices: npx servanda notice list {agreement}.',
    numberInUse: '{number} is already the number of a notice. Give this one another number, or none.',
    noticeOver: 'Notice {number} is over: it is {state}. Nothing more can be done to it.',
    unknownProtocol: '{agreement} has no protocol {protocol}. To list its protocols: npx servanda protocol list {agreement}.',
    protocolExists:
      '{agreement} already has a protocol {protocol}. Use another id, or see the existing one: npx servanda protocol show {agreement} {protocol}.',
    unfitFact: 'The entry {id} ({type}) can’t be entered as it is:',
    webhook:
      'The webhook of {recipient}, {url}, {why, select, http {does not use https} other {leads to an address outside the public internet}}. Nothing was entered. Use https and a public address; if this one is meant, name it where the worker runs and here: SERVANDA_WEBHOOK_ALLOW={origin}.',
    tellingId:
      '{file}: the id {id} reveals {parts}, and Temporal stores ids in clear text. With SERVANDA_HIDE_PARTIES, give the agreement an id that reveals nothing, such as treaty-17.',
    noIdentity:
      'There is no identity of {person} in {folder}. An operator issues one: npx servanda identity issue --person <typed>{person}</typed> --for PARTY --roles ROLES. If it is kept elsewhere, name its file in SERVANDA_IDENTITY.',
    otherIdentity: '{file} is the identity of {owner}, and can’t make requests in the name of {person}.',
    identityNotAllowed: 'Not allowed: {why}.',
    noIdentityFile: 'SERVANDA_IDENTITY: there is no file {file}.',
    factIdInUse: '{id} is already the id of an entry. Give this one another id.',
    partyMissing: 'Name the Party: {parties}. The description of the agreement can name the Party of the desk once for all.',
    partyUnknown: '{party} is not a Party: the Parties are {parties}.{near, select, none {} other { Did you mean {near}?}}',
    untilBefore: '{until} is before {asOf}, the day to answer for. Choose a later last day, or an earlier day to answer for.',
    eitherFacts: 'Facts either replace those of the file or are added to them: give one of the two.',
    rightNeeded:
      'This request needs the right of who makes it. Sign it for {workflow} and repeat it with the right: npx servanda identity sign {workflow} {name} --request JSON.',
    otherRightNeeded:
      'The right in Servanda-Right was signed by {signer} and does not match this request, which is made by {person}, whose right to read was shown. Sign it as {person}, exactly as it stands under sign: npx servanda identity sign {workflow} {name} --request JSON.',
    readingRightNeeded:
      'Reading needs a right. Sign one, which holds for an hour: npx servanda identity sign api read --request {example}.',
    unknownDocument: '{agreement} has no document {id}. Those it has: npx servanda document list {agreement}.',
    noDocumentTarget: '{agreement} has no notice, protocol or entry {to} to which a document could belong.',
    notYetKnown: '{day} is after {today}: what will be known then is not known yet. Name an earlier day.',
    rehearsedTooEarly: 'Enter a day after {day}.',
    rehearsedTooLate: 'Enter a day within a hundred years.',
    noRehearsal:
      '{agreement} is a real agreement, and its facts belong in no test. Name a rehearsal: npx servanda agreement list --rehearsals.',
    unknownRequest: '{workflow} takes no request {name}. Those that it takes: {names}.',
    emptyCalendar:
      '{scope, select, party {No agreement has a Party {of}} other {{of} is not the first on the list of any agreement}}: such a calendar would stay empty{slips}.{near, select, none {} other { Did you mean {near}?}}',
    unknownCalendar: 'There is no calendar {id}. Those there are: npx servanda calendar list.',
  },
  unavailable: {
    notRunning:
      'No service is running for {home}. Start it with: npx servanda up --home <typed>{home}</typed>\nIf it runs on another server, name that in TEMPORAL_ADDRESS; if on another data directory, {given, select, true {give that as home (--home at the command line), which comes before SERVANDA_HOME.} other {in SERVANDA_HOME.}}',
    nobody:
      'No Temporal server answers at {address}, the recorded address of the service of {home}. Start it with: npx servanda up --home <typed>{home}</typed>{why, select, none {} other { Reason: {why}.}}',
    gone: 'The connection to the Temporal server was lost: {why}. Start it with: npx servanda up.',
    denied:
      'The Temporal server refuses this (“{why}”). Check the credentials (TEMPORAL_API_KEY, or TEMPORAL_TLS_CLIENT_CERT_PATH and TEMPORAL_TLS_CLIENT_KEY_PATH) and what they are allowed in the namespace (TEMPORAL_NAMESPACE).',
    noNamespace:
      'The Temporal server does not have this namespace (“{why}”). Check TEMPORAL_NAMESPACE, and that the worker uses the same one.',
    notYet:
      'The worker failed several times while processing this, and accepts nothing new until it has finished. Repeat the same command in a minute, which is safe; if it fails again, read the worker’s log.',
    busy: 'The workflow has as many requests in progress as the server takes, and did not take yours within {seconds} s. Nothing was sent; retrying is safe.',
    timeStands:
      'The rehearsal did not reach {day} within {seconds} s; its copy stays as it is. Begin a new one; if that stops too, tell the operator of the service.',
    noAnswer:
      'No worker answered within {seconds} s. Check that one is running (npx servanda up, or npx servanda worker) and its log. Your request may still go through; retrying is safe.',
    failed: 'The service could not do it: {why}',
    noticeNotKept: 'No workflow keeps it yet: check the worker’s log, then repeat the command.',
    noNoticeWorkflow: 'Notice {number} is in the register, but no workflow keeps it. Start the service again with: npx servanda up.',
    noProtocolWorkflow: 'Protocol {protocol} is in the register, but no workflow keeps it. Start the service again with: npx servanda up.',
    unseenDraft:
      'Notice {number} has not been sent, and only those who work on a draft may see it. To see your identity: npx servanda identity list.',
    notStarted: '{workflow}: not started. {why}',
    serverGone: 'The Temporal server stopped answering. Start it (npx servanda up), then repeat the command. What was done is kept.',
    keyOfNoWorker:
      'The worker {worker} does not have the key {key}, with which this process encrypts. Nothing was sent. Add the key below the first one in the key file of every worker and restart it; then put it first here.',
    noWorker: 'No worker has polled the task queue {queue} recently. Start one: npx servanda up, or npx servanda worker.',
    leftOut: '{count, plural, one {One agreement is left out} other {{n} agreements are left out}} of this answer.',
    noRegister: 'No register in {folder}. Run npx servanda up to create one, or name another home or the database of the register.',
    registerNeeded:
      'This answer needs the register, but only the address of a server is known ({address}): there is no register in {folder}. Give the home of the service or the database of its register. Requests to running workflows, and pending timers, work without it.',
    startNeedsRegister:
      'No workflow keeps {agreement} on the server at {address}, and starting it again needs the register. Give the home of the service or the database of its register.',
  },
  refused: {
    facts: '{where}: {count, plural, one {an entry is refused} other {{n} entries are refused}}',
    nothing: 'Nothing was entered.',
    enteredBefore: 'Entered before it: {ids}.',
  },
  problems: {
    titles: {
      refused: 'Refused',
      invalid: 'Invalid request',
      unknown: 'Not found',
      needsRight: 'A right is needed',
      notAllowed: 'Not allowed',
      conflict: 'In conflict with what is there',
      unavailable: 'Not available now',
      incomplete: 'Incomplete',
      unexpected: 'A fault of servanda',
    },
    said: {
      noOperation: 'There is no {method} {path} here. What there is: openapi.json.',
      readingRefused:
        'Not allowed: {fault}. What goes into Authorization: Bearer is the value of right that this prints: npx servanda identity sign api read --request {example}.',
      noMethod: '{path} takes no {method}. It takes: {allowed}.',
      unknownAgreement: 'There is no agreement {id}.{near, select, none {} other { Did you mean {near}?}}',
      outOfService: 'The service is not running, or its register is missing. Tell the operator of the service.',
      notJson: 'The body is not JSON.',
      mediaType: 'The body must be {wanted}: say so in Content-Type.',
      bodyTooLarge: 'The body is larger than {megabytes} MB.',
      tooMany: 'Too many requests. Ask again in {seconds} s.',
      keyUnfit: 'Idempotency-Key must be 1 to 40 letters, digits, dots, hyphens or underscores.',
      keyReused: 'The Idempotency-Key {key} was used for another request. Give this one a key of its own.',
      cursorUnfit: 'This cursor does not belong to this list. Begin without one.',
      otherOrigin: 'Pages of {origin} may not ask here.',
      otherHost:
        'The desk is not reached as {host}. Open the address that it printed; if a proxy stands before it, name that address in SERVANDA_DESK_URL.',
      unexpected: 'This is a fault of servanda; its log says more.',
    },
  },
  decided: {
    stands:
      'A decision stands: {decision, select, renew {renew} terminate {give notice} negotiate {negotiate} other {let lapse}}, by {person}, on {day}; this replaces it.',
    drafts: 'A notice of termination will be drafted for this decision; another person approves it before it is sent.',
    draftsStay:
      '{count, plural, one {A notice of termination drafted earlier stays open and is not sent automatically} other {Notices of termination drafted earlier stay open and are not sent automatically}}: {numbers}. {count, plural, one {If it is no longer wanted, recall it.} other {Recall those that are no longer wanted.}}',
    against:
      'Decided otherwise: the decision in effect is to {decision, select, renew {renew} terminate {give notice} negotiate {negotiate} other {let lapse}}, by {person}, on {day}. Recall this notice, or have the decision changed first.',
  },
  opened: {
    copied: 'Copied to rehearse with',
    copySendsNone: 'A copy made to rehearse with sends no notice',
    changed:
      '{file} has changed since {entry} was entered; it is not used until: npx servanda agreement revise <typed>{file}</typed> --reason "…".',
    unknownFacts:
      '{file} has facts that the register does not have: {facts}. To enter them: npx servanda record {agreement} --file FACTS.yaml.',
  },
  import: {
    unknownColumns: 'Unknown columns, ignored: {columns}.',
    missingColumns: 'Columns missing from the table: {columns}. What they cover is left undescribed.',
    line: 'line {line}',
    sameLine: 'is the same as line {line}',
    sameId:
      'number: line {line} has one that gives the same id, {id}, and differs; neither is imported until one of the two numbers is changed',
    sameTreaty: 'looks like the treaty of line {line}, {number}: title, Parties and day of signature are the same, and the numbers are not',
    otherNumber: 'number: {id} is already the id of number {there}; give this agreement a number with other letters or digits',
    otherRegister: '{register} keeps {id} as {rehearsal, select, true {a rehearsal} other {a real agreement}}, and the two are never mixed',
    differs: 'is already in the register and differs: {paths}. To change it: npx servanda agreement revise FILE --reason TEXT',
    otherFacts:
      'is already in the register with other facts: {facts}. To correct one: npx servanda correct {id} ENTRY --FIELD VALUE --reason TEXT',
    missingFacts: 'is already in the register without the facts {facts}. To enter one: npx servanda record {id} --file FACTS.yaml',
    path: '{path}: {there} in the register, {here} in the table',
    nothing: 'nothing',
  },
  noGlyph: 'the documents’ font has no glyph for {letters}: documents can’t print it. Write it in Latin or Cyrillic letters',
  labels: {
    sendBy: 'Send a notice by',
    safeDay: 'Safe day for notice',
    byNotice: 'Last day in force by notice {id} only',
  },
  late: {
    safeDayPast: 'Too late to be sure: the safe day was {day}',
    noSafeDay: 'No day is safe on every reading',
    renews: 'Renewed on {days}',
    lastDays: 'A notice received by {days} is in time on some readings only ({basis}).',
    otherwise: 'Without one, the agreement is renewed on {days}.',
    renewal: 'The time to prevent renewal by notice is past; silence renews the agreement ({basis}).',
    silence: 'Silence renews the agreement ({basis}).',
    noticeFrom:
      '{renewed, select, true {Silence renews the agreement; a} other {A}} notice of termination may be given only from {day} ({basis}).',
    lateNotice: 'Received on {day}, a notice of termination would still end the agreement; last day in force: {days} ({basis}).',
  },
  conditions: {
    one: 'if {all}',
    and: ' and ',
    or: ', or ',
    only: 'disputed: only {conditions}',
  },
} as const;
