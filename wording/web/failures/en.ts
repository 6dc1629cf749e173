/** English: wording for pages that replaces sentences naming a command or a variable of the command line. */
import type { Failures } from './messages.ts';

const stopped = 'Nothing can be entered until it runs again; what is in the register can be read. Tell the operator of the service.';

export const failures = {
  refusals: {
    unknownAgreement: 'The register has no agreement {agreement}. Those that it has are under “Agreements”.',
    noDescription: 'The register has no description of {agreement}. Describe the agreement, or import it, first.',
    futureDay:
      '{id}: {field, select, received {the day of receipt, } other {}}{notAfter, select, none {{day}} other {{day} to {notAfter}}}{field, select, received {,} other {}} is in the future; today is {today}{zone, select, none {} other { in {zone}, where {receiver} receives it}}. Enter it when it has happened.{works, select, none {} other { If it has already been agreed or published, enter the day of that under “On which day”, and the day ahead under “{works, select, date {Date of entry into force} firstDayOut {Ceases to be in force on} other {From}}”.}}',
    keptElsewhere:
      '{agreement} can’t be opened as {asRehearsal, select, true {a rehearsal} other {a real agreement}}: it is kept as {asRehearsal, select, true {a real agreement} other {a rehearsal}}, and the two are never mixed. Nothing was written. Give the new one another id.',
    unknownOf: '{id} is of {of}, which is not in the register. The entries are in the ledger, on the page of the agreement.',
    notFolded:
      '{entered, select, none {} other {{entered} was entered, line {line}. }}{agreement} can’t be folded: {why} {entry, select, none {No entry is the cause: its description must be changed. Ask the operator of the service.} other {The cause is the entry {entry}: strike it, and enter it correctly.}} Until then its page can’t be shown.{isWritten, select, true {} other { Nothing was written.}}',
    notOfThisDesk:
      '{direction, select, ours {A notice of {by} is not drafted here: this desk acts for {desk}. One that came in is entered under “Enter a notice received”.} other {A notice of {by} does not come in: this desk acts for {by}. One of ours is drafted under “Draft a notice”.}}',
    alreadyReceived:
      'Notice {notice}: it has been received; a recall is possible only before. Taking it back now needs a revocation: draft one under “Draft a notice”.',
    revokesUnknown:
      'The register has no notice of termination {of}. A notice that has not been received is recalled on its own page, not revoked.',
    unproposedProtocol: 'The register has no protocol {protocol}. Propose it first, or check its id.',
    openedOtherwise:
      'Protocol {protocol} is already open with another title or other changes. Use another id, or state the signed changes when you enter the signature.',
    textsMissing: 'Protocol {protocol}: its text is not settled in {languages}. Settle each on the page of the protocol first.',
    carriedForeign:
      'Not started: what this run of {agreement} carries over from the previous run does not match the register, which has {lines} lines. Ask the operator of the service to start it from the register.',
    otherAuthorities:
      'Not allowed: the register trusts other authorities than the ones named. Only an operator can change them. Nothing was written.',
  },
  shapes: {
    exactDay:
      '{path}: must be one exact day, because it decides whether a notice of termination is in time; bounds are not accepted. Enter the notice once its day is known; until then, try its first and its last possible day: what each would do is shown before anything is entered',
  },
  rules: {
    exactDay:
      'must be one exact day, because it decides whether a notice of termination is in time; bounds are not accepted. Enter the notice once its day is known; until then, try its first and its last possible day: what each would do is shown before anything is entered',
  },
  rights: {
    notCarried: 'you have no identity at this desk with which it could be signed; an operator issues one',
    noIdentity: 'you have no identity at this desk with which it could be signed; an operator issues one',
    otherAuthorities: 'the register trusts other authorities than the ones named; only an operator can change them',
  },
  invalid: {
    unknownAgreement:
      'The register has no agreement {id}.{near, select, none {} other { Did you mean {near}?}} Those that it has are under “Agreements”.',
    unknownNotice: '{agreement} has no notice {number}. Those that there are stand under “Notices”.',
    unknownProtocol: '{agreement} has no protocol {protocol}. Check its id on the page of the agreement.',
    protocolExists: '{agreement} already has a protocol {protocol}. Use another id.',
    webhook:
      'The webhook of {recipient}, {url}, {why, select, http {does not use https} other {leads to an address outside the public internet}}. Nothing was entered. Use https and a public address; if this one is meant, the operator of the service must allow it.',
    tellingId:
      '{file}: the id {id} reveals {parts}, and this service hides who the Parties are. Give the agreement an id that reveals nothing, such as treaty-17.',
    noIdentity: 'There is no identity of {person} at this desk, so nothing can be entered in this name. An operator issues one.',
    noIdentityFile: 'The file of your identity, {file}, is missing. Tell the operator of the service.',
    unknownDocument: '{agreement} has no document {id}. Those that it has are listed with its notices, protocols and entries.',
    unknownCalendar: 'There is no calendar {id}; it may have been taken back already.',
  },
  unavailable: {
    notRunning: `The service is not running. ${stopped}`,
    nobody: `The Temporal server of the service does not answer at {address}{why, select, none {} other { ({why})}}. ${stopped}`,
    gone: `The connection to the Temporal server was lost: {why}. ${stopped}`,
    denied: `The Temporal server refuses the credentials of the desk (“{why}”). ${stopped}`,
    noNamespace: `The Temporal server does not have the namespace of the service (“{why}”). ${stopped}`,
    notYet:
      'The service failed several times while processing this, and accepts nothing new until it has finished. Submit again in a minute, which is safe; if it fails again, tell the operator of the service.',
    busy: 'The service has as many requests in progress as its server takes, and did not take yours within {seconds} s. Nothing was sent; submitting again is safe.',
    noAnswer:
      'The service did not answer within {seconds} s. Your request may still go through; submitting again is safe. If it does not answer then either, tell the operator of the service.',
    noticeNotKept: 'The service does not keep it yet. Submit again in a minute; if that fails, tell the operator of the service.',
    noNoticeWorkflow: 'Notice {number} is in the register, but the service does not keep it. Tell the operator of the service.',
    noProtocolWorkflow: 'Protocol {protocol} is in the register, but the service does not keep it. Tell the operator of the service.',
    unseenDraft: 'Notice {number} has not been sent, and only those who work on a draft may see it.',
    serverGone: `The Temporal server stopped answering. What was done is kept. ${stopped}`,
    noWorker: `No worker of the service is running. ${stopped}`,
    noRegister: 'The register of the desk is missing ({folder}). Tell the operator of the service.',
  },
  importing: {
    differs: 'is already in the register and differs: {paths}. To change it, describe the agreement again on its page',
    otherFacts: 'is already in the register with other facts: {facts}. To correct one, use the ledger on the page of {id}',
    missingFacts: 'is already in the register without the facts {facts}. To enter one, record it on the page of {id}',
  },
  tables: {
    empty: '{file}: is empty. The first line names the columns; they are listed under “The columns”.',
    columnsMissing:
      '{file}: has no column {columns}. {meant, select, none {} other {{meant}. }}The first line names the columns: {heading}. All are listed under “The columns”. Nothing was taken.',
  },
  faults: {
    keyMissing:
      '{home, select, none {This} other {Part of the register}} is encrypted under the key {key}, {configured, select, none {and the desk has no keys} other {which the desk does not have}}. Tell the operator of the service.',
    schemaNotOpened: 'The database of the register can’t be opened (“{why}”). Tell the operator of the service.',
    linesMissing:
      '{agreement} is known up to line {known}, but the register has it only up to line {head}. Nothing was written. Tell the operator of the service: it may have been replaced by an older copy.',
    keyFileReadByOthers: 'The file of the identity, {file}, is readable by others. Tell the operator: only its owner may read it.',
    identityIncomplete: 'This identity is incomplete. Have the operator issue it again.',
    tokenNamesNobody: 'The sign-in names no person (the claim {claim} is missing). Tell the operator of the service.',
    tooManyDeadlines: '{agreement} has more than {most, number} deadlines in that time. Name a shorter one.',
    noAgreementOfId:
      'There is no agreement {id}. {near, select, none {} other {Did you mean {near}? }}Those in the register are under “Agreements”.',
  },
  statements: {
    clauseNotDescribed:
      'The clause on {clause, select, entryIntoForce {entry into force} other {termination}} is not described here: look at the text, and describe it under “Change the description”.',
    notDescribed:
      'The text is not described ({article}): how long it is concluded for is not known here, so that no period, no last day for notice and no safe day is calculated; that does not mean that there is none. Describe it under “Change the description”.',
  },
  /** For a rehearsal. */
  noService: 'The service is not running, so the dates are only calculated.',
  silence:
    'Alarm: the agreement is in force, and {found, select, noWorkflow {no workflow was keeping it} noProgress {the workflow that keeps it makes no progress} other {no timer was waiting for its dates}}. {isRepaired, select, true {It was repaired from the register: its timers are set again.} other {It could not be repaired. Tell the operator of the service at once, and monitor its dates by hand until then.}}',
} as const satisfies Failures;
