/** English. */
import { entryTypes } from '../entry-types/en.ts';
import type { RefusalWording } from './messages.ts';

export const refusals: RefusalWording = {
  messages: {
    beyondLimit:
      '{what, select, entry {The entry} description {The description} notice {The notice} protocol {The protocol} reason {The reason} other {The request}} {why, select, tooLong {is longer than {limit} characters} tooDeep {is nested deeper than {limit} levels} notText {has a character that is not text (of control, format or a new line, invisible, or half of a pair)} other {has a key __proto__}}.{what, select, entry { Enter what matters, and attach the rest as a document.} other {}}',
    missing:
      '{what, select, by {Name who enters it: by.} reason {Give the reason for the change: reason.} content {content must be the description, as in the agreement’s file.} other {keys must list the authorities that are trusted.}}',
    entryWithoutType: 'The request needs an entry: an object with at least id and type.',
    unknownType: 'There is no entry of type {type}. Known: {known}.',
    malformedEntry: 'The entry {id, select, none {without an id} other {{id}}} ({type}) can’t be used as it is: {issues}.',
    malformedRequest:
      '{what, select, notice {The notice} protocol {The protocol} entry {The entry} body {The body} query {The query} param {The address} other {The request to {what}}} can’t be used as it is: {issues}.',
    wrongUpdate: '{update} takes an entry of type {wanted}, not {type}.',
    otherUpdate: 'Send an entry of type {type} with the update {update}.',
    misnamedWorkflow: 'Start it under the workflow id {workflowId}, so that it is kept once.',
    incompleteStart:
      '{what, select, agreement {An agreement} notice {A notice} delivery {The sending of letters} other {A protocol}} needs {needs}, and the workflow id {workflowId}.',
    unusableDescription: 'The description can’t be used: {mistakes}.',
    misnamedDescription: 'The description is of {named}, not of {asked}.',
    unknownAgreement: 'The register has no agreement {agreement}. To list its agreements: npx servanda agreement list.',
    noDescription: 'The register has no description of {agreement}. Open it with: npx servanda agreement open FILE.',
    fixedField:
      '{id} may not correct {field, select, id {an id} type {what kind of entry it is} by {the Party} protocol {which protocol it is about} other {which entry it is about}}. Strike {of} and enter the right fact.',
    nothingCorrected: '{id} corrects no field of {of}. Name what to correct, such as the day of receipt.',
    unknownParty: '{what}: {party} is not a Party. The Parties are {parties}.',
    datesOutOfOrder:
      '{id}: the day of {later}, {laterDay}, is before the day of {earlier}, {earlierDay}. A notice is dated, then dispatched, then received; check the dates.',
    futureDay:
      '{id}: {field, select, received {the day of receipt, } other {}}{notAfter, select, none {{day}} other {{day} to {notAfter}}}{field, select, received {,} other {}} is in the future; today is {today}{zone, select, none {} other { in {zone}, where {receiver} receives it}}. Enter it when it has happened, or use simulate to see what it would do.{works, select, none {} other { If it has already been agreed or published, enter the day on which that was done, and the day ahead as {works, select, date {the day of entry into force} firstDayOut {the first day no longer in force} other {the day from which it applies}}.}}',
    futureRecording: 'The day of recording, {recorded}, is in the future; today is {today}. Leave it out to record the entry today.',
    reservedId: '{id} has the form of a step of a notice or a protocol. Give the entry another id.',
    idUsedTwice: '{id} is used twice. Give each entry an id of its own.',
    idInUse:
      'The id {id} is already used in {agreement} for other content. In the register, line {line}, entered by {by}: {existing}. Offered now: {offered}. Nothing was written. Give the new entry an id of its own; to change what was entered, enter a correction of {id}.',
    keptElsewhere:
      '{agreement} can’t be opened as {asRehearsal, select, true {a rehearsal} other {a real agreement}}: {register} keeps it as {asRehearsal, select, true {a real agreement} other {a rehearsal}}, and the two are never mixed. Nothing was written. Give the new one another id, or keep it in another folder (SERVANDA_HOME). {asRehearsal, select, true {A rehearsal says "rehearsal: true" in its file.} other {When the rehearsals are over, {register} may be moved away.}}',
    otherwiseDescribed:
      'Not allowed: the description of {agreement} says that it is {asRehearsal, select, true {a real agreement} other {a rehearsal}}, and it was to be kept as {asRehearsal, select, true {a rehearsal} other {a real agreement}}. Nothing was written. Set "rehearsal" in the description as in the request.',
    unknownOf: '{id} is of {of}, which is not in the register. List the entries with: npx servanda agreement show AGREEMENT.',
    correctsAmendment: '{id} would correct {of}, itself {type}. Strike {of}, or correct {target} once more.',
    asCorrected: 'Refused as corrected by {correction}. {refusal}',
    revokesNoNotice: '{id} would revoke {of}, which is {type}. Only a notice of termination is revoked.',
    revokesOthers: '{by} can’t revoke {of}, a notice of {owner}. A Party revokes its own notices only.',
    consentsToNoRevocation: '{id} would consent to {of}, which is {type}. Consent is to a revocation.',
    consentsToOwn: '{by} can’t consent to its own revocation {of}; the other Party must.',
    notFolded:
      '{entered, select, none {} other {{entered} was entered, line {line}. }}{agreement} can’t be folded: {why} {entry, select, none {No entry is the cause: check its description, and change it with npx servanda agreement revise FILE --reason "…".} other {The cause is the entry {entry}. Remove it (in a register: npx servanda strike {agreement} {entry} --reason "…"), and enter it correctly.}}{isWritten, select, true {} other { Nothing was written.}}',
    notFoldedWith:
      'With {entry}, {agreement} can’t be folded: {why} Nothing was written.{isBug, select, true { Check its content; if that is correct, report this as a bug in servanda.} other {}}',
    beyondFold: '{entered, select, none {} other {{entered} was entered, line {line}. }}{why}',
    notOfThisDesk:
      '{direction, select, ours {A notice of {by} is not drafted here: this desk acts for {desk}. One that came in is entered with: notice enter.} other {A notice of {by} does not come in: this desk acts for {by}. One of ours is drafted with: notice draft.}}',
    noTerminationClause: 'The agreement has no clause on notice of termination.',
    revokesUnknown: '{of} is not a notice of termination in the register. A notice that has not been received is recalled, not revoked.',
    visitOutOfOrder: 'The last day, {until}, is before the first, {from}. Check the dates.',
    numberOfEntry: '{number} is already the id of an entry. Give the notice another number.',
    numberInUse: '{number} is the number of another notice. Give this one another number.',
    fourEyes:
      'Notice {notice}: {did, select, decided {{person} entered the decision to give it} other {{person} drafted it or last changed it}}; another person must approve it.',
    notApproved: 'Notice {notice} is not approved; someone other than its drafter must approve it before it leaves.',
    notApprovable: 'Notice {notice} can’t be approved, because it is {state}.',
    notDispatchable: 'Notice {notice} can’t be dispatched, because it is {state}.',
    tooLateToDispatch: 'Notice {notice} can’t be dispatched any more. {why}',
    dispatchInFuture: 'Notice {notice}: the day of dispatch, {on}, is in the future; today is {today}. Enter it when it has left.',
    datedAfterDispatch: 'Notice {notice}: dated {dated} is after dispatched {on}. Check the dates.',
    receivedBeforeDispatch:
      'Notice {notice}: the day of receipt, {received}, is before the day of dispatch, {dispatched}. Check the dates.',
    notReceivable:
      'Notice {notice} can’t be received, because it is {state}.{stage, select, drafted { It must be dispatched first.} approved { It must be dispatched first.} other {}}',
    alreadyReceived:
      'Notice {notice} has been received; it can be recalled only before that. To withdraw it now, revoke it: npx servanda notice revoke AGREEMENT {notice}.',
    notRecallable: 'Notice {notice} can’t be recalled, because it is {state}.',
    notReturnable: 'Notice {notice} can’t come back, because it is {state}.',
    notAmendable: 'The text of notice {notice} can’t be changed any more, because the notice is {state}.',
    notTheirs: 'Notice {notice} is ours; only a notice of the other Party is examined.',
    alreadyExamined: 'Notice {notice} has already been examined: it is {state}.',
    unknownProtocol: '{agreement} has no protocol {protocol}.',
    unproposedProtocol: 'The register has no protocol {protocol}. Propose it first (protocol propose), or check its id (protocol list).',
    openedOtherwise:
      'Protocol {protocol} is already open with another title or other changes. Use another id, or state the signed changes with protocol sign --changes.',
    beforeProtocol:
      'Protocol {protocol}: {day} is before it was {stage, select, proposed {proposed} agreed {agreed} other {signed}}, {since}. Check the date.',
    notAgreeable: 'The text of protocol {protocol} can’t be agreed, because the protocol is {state}.',
    notSettleable: 'The texts of protocol {protocol} are settled once it is agreed and before it is signed; it is {state}.',
    notAuthentic: 'Protocol {protocol}: {language} is not an authentic language of the agreement. They are {languages}.',
    alreadySettled: 'The text of protocol {protocol} in {language} is already settled.',
    notSignable: 'Protocol {protocol} can’t be signed, because it is {state}.',
    textsMissing: 'The text of protocol {protocol} is not settled in {languages}. Settle each with: protocol text.',
    notAbandonable: 'Protocol {protocol} can’t be abandoned, because it is {state}.',
    roleNeeded:
      '{person} may not {what}{type, select, none {} other {{together, select, true { {type}, which the Parties did together} other { {type}}}}}: {roles}{party, select, none { does} other { of {party} does, or the registrar}}.',
    otherParty: '{person} represents {actsFor} and can’t record acts of {party}. Ask an officer of {party} or the registrar.',
    otherDesk: '{person} represents {actsFor} and may not {what} of {party} here.',
    serviceAlone: '{person} is the service, which records only on the right of a person.',
    ownWorkflowsOnly: 'Not allowed: {activity} is done for servanda’s own workflows only. Nothing was written.',
    timeAhead:
      'Not allowed: the workflow is at {now} UTC, and the worker’s clock at {clock} UTC. Time is skipped in rehearsals only. Nothing was written.',
    carriedForeign:
      'Not started: what this run of {agreement} carries over from the previous run does not match the register, which has {lines} lines. Start it from the register: npx servanda register rebuild.',
    headMoved:
      'Not entered: since its consequences were shown, the register of {agreement} has moved from line {shown} to line {lines}. Look at the consequences again.',
    nothingToAcknowledge:
      '{person, select, none {There is no reminder of {agreement} to acknowledge.} other {{person} already acknowledged the reminders of {agreement}, on {on}.}}{ends, select, none {} other { None follows: the agreement ends, and its last day in force is {ends}.}}{next, select, none {} other { The next one goes out on {next}.}}',
    noFactOf: 'Not allowed: this fact does not follow from the requests made to {what} (asked: to {asked}). Nothing was written.',
    notProcessed:
      'This can’t be processed: {why}. Nothing was written. This is a bug in servanda: please report it together with the request.',
    undecoded: 'The request can’t be decoded ({why}).',
    otherAuthorities:
      'Not allowed: the register trusts other authorities than the ones named; change them there first (npx servanda identity trust). Nothing was written.',
    rightRefused: 'Not allowed: {fault}. Nothing was written.',
  },
  noticeStates: {
    drafted: 'a draft that is not approved',
    approved: 'approved and not sent',
    returned: 'returned or lost',
    dispatched: 'on its way, its receipt not proved',
    examination: 'received and not examined yet',
    received: 'received and running',
    inEffect: 'in effect',
    revoked: 'revoked',
    withoutEffect: 'without effect',
    recalled: 'recalled',
    defective: 'defective',
  },
  protocolStates: {
    proposed: 'proposed, its text not agreed',
    agreed: 'agreed and not signed',
    signed: 'signed',
    inForce: 'in force, an integral part of the agreement',
    neverOperates: 'without effect: the agreement ended first',
    abandoned: 'abandoned',
  },
  asked: {
    open: 'open an agreement',
    revise: 'change the description of an agreement',
    replan: 'have an agreement calculated again',
    trust: 'say which authorities are trusted',
    revoke: 'take a right away',
    amend: 'change a notice',
    approve: 'approve a notice',
    dispatch: 'enter the dispatch of a notice',
    confirmReceipt: 'enter the receipt of a notice',
    markReturned: 'enter the return of a notice',
    recall: 'recall a notice',
    accept: 'accept a notice',
    findDefective: 'find a notice defective',
    agree: 'enter that a protocol is agreed, which the Parties did together',
    settleText: 'settle a text',
    sign: 'enter that a protocol is signed, which the Parties did together',
    abandon: 'enter that a protocol is abandoned, which the Parties did together',
    record: 'record',
    recordTogether: 'record',
    correct: 'correct an entry',
    strike: 'strike an entry',
    attach: 'attach documents',
    attachToNotice: 'attach documents to a notice',
    draft: 'draft a notice',
    openProtocol: 'open a protocol',
  },
  entryTypes,
  paths: { 'content.by': 'The sending Party', 'content.payer': 'The Party that bears the cost', 'proposal.by': 'The proposing Party' },
  dates: { dated: 'the notice', dispatched: 'dispatch', received: 'receipt' },
  roles: {
    reader: 'a reader',
    drafter: 'a drafter',
    approver: 'an approver',
    registrar: 'the registrar',
    operator: 'the operator',
    service: 'the service',
  },
  whole: 'the request',
  shapes: {
    missing: '{path}: is missing',
    day: '{path}: must be a calendar date of the form 2004-03-01, and a day that exists, from 0200-01-01 to 2999-12-31',
    bounds:
      '{path}: must be bounds such as notBefore: 1998-01-01, notAfter: 1998-12-31, the first before the second, at most ten years apart',
    exactDay:
      '{path}: must be one exact day, because it decides whether a notice of termination is in time; bounds are not accepted. Enter the notice once its day is known; until then, simulate shows what its first and its last possible day would do',
    someDate: '{path}: must be given, or where it is not known dated or dispatched',
    length: '{path}: must be a length such as P5Y, P6M or P90D',
    lengthOrUntil: 'until and length exclude each other: give one of them',
    id: '{path}: must be 1 to {limit} letters, digits, dots, hyphens or underscores',
    party: '{path}: must be the code of a Party, such as KZ',
    language: '{path}: must be a language code such as ru',
    hash: '{path}: must be 64 hexadecimal digits',
    text: '{path}: must be a text',
    type: '{path}: must be {values, select, object {an object} record {an object} array {a list} tuple {a list} number {a number} int {a whole number} boolean {true or false} other {of the type {values}}}',
    oneOf: '{path}: must be one of {values}',
    tooLong: '{path}: must be at most {limit} characters',
    fromOneTo: '{path}: must be a whole number from 1 to {limit}',
    unknownFields:
      '{path, select, none {} other {{path}: }}{values}: not known here{near, select, none {} other { (did you mean {near}?)}}',
    ofTheirsOnly: '{path}: belongs to a notice of the other Party (direction: theirs)',
    other: '{path, select, none {} other {{path}: }}{said}',
  },
  rights: {
    notShown: 'no right was shown',
    notCarried:
      'the request carries no right. Sign it with your identity and send what that prints: npx servanda identity sign {workflow} {name} --request JSON (an operator issues identities: npx servanda identity issue)',
    noIdentity:
      'the request carries no right, and there is no identity here to sign it with (name its file: SERVANDA_IDENTITY; an operator issues one: npx servanda identity issue)',
    tooLong: 'the right is too long',
    notSigned: 'this is not a signed right',
    otherHeader: 'its header is not one of ours: alg must be EdDSA, and crit must not be there',
    incomplete: 'what it claims is incomplete',
    serviceOnly: 'only the service itself acts on behalf of a person',
    ownName: 'the service shows the right of a person with a request in its own name',
    otherAudience: 'the right is for {of}, and {asked} was asked',
    otherRequest: 'the right is for another request: what is asked was changed after it was signed',
    notByAuthority: 'the identity was not signed by the authority that it names',
    notByPerson: 'the right was not signed with the key of the identity that it shows',
    otherKind:
      '{wanted, select, right {a right} other {an identity}} is required, and this is {is, select, right {a right} identity {an identity} other {something else: {is}}}',
    unknownIssuer:
      'the identity was issued by {issuer, select, none {an authority without a name} other {{issuer}}}, which is not trusted here',
    otherPerson: 'the request says {by}, and the right is that of {person}',
    usedBefore: 'this right has already been used, for {entry} of {agreement}; it was presented again',
    refusedBefore: 'this right was shown before, and refused{why, select, none {} other { ({why})}}; ask again',
    notYet: 'this is valid only from {from}; if that is past, a clock is wrong (now: {now})',
    tooOld: 'the right was signed too long ago, and expired on {on}; ask again',
    identityExpired: 'the identity of {person} expired on {on}; have it issued again',
    identityRevoked: 'the identity of {person} was revoked on {on}: {reason}',
    keyInUse: 'another key is trusted under the id {authority}; name this one otherwise, or withdraw that one',
    onlyAuthority: '{authority} is the only authority that is trusted; trust another one first',
    otherAuthorities: 'the register trusts other authorities than the ones named; change them there first (npx servanda identity trust)',
  },
  folds: {
    unreadable: 'This version of servanda can’t read the description {line}: {mistakes}.',
    thrown: '{said}',
  },
  withBasis: '{said} ({basis})',
  fourEyes: 'the four-eyes rule',
};
