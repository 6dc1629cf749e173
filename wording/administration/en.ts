/** Messages of the register, key, identity and service commands, in English. */
import type { Like } from '../cli/words.ts';

export const administration = {
  names: { agreements: 'agreements', rehearsals: 'rehearsals' },
  noFile: 'There is no file {file}.',
  noFolder: 'There is no folder {folder}.',
  unreadable: '{file} does not exist or can’t be read.',
  signedBy: 'signed by the key {key}',
  refused: '{what} is refused: {why}.',
  signature: {
    unsigned: 'it is not signed',
    unreadable: 'its signature is not a signature of servanda',
    changed: 'it was changed after it was signed, or another key than {key} signed it under that name',
    otherKey: 'it names {signer} as its signing key, but the public key given is {key}',
    otherKind: 'it was signed as something else: {kind}',
  },
  backup: {
    exists: '{folder} exists already. Name a new folder: each backup has its own.',
    cantMake: '{folder} can’t be made: {why}. Name another folder.',
    copied:
      '{folder}: {agreements} lines of the agreements, {rehearsals} of the rehearsals, {documents, plural, one {{documents} document} other {{documents} documents}}; sound',
    head: '{name}: head {seq} {hash}',
    signed: '{file} is signed by the key {key}',
    unsigned: '{file} is not signed',
    unchecked:
      '{unchecked} of {documents} documents were copied without being checked: their key is not configured here (SERVANDA_KEYS_FILE).',
    ownDatabase:
      '{home} has a Temporal database of its own (temporal.db), whose workflows belong to another register. Move it away, or restore into a new folder.',
    toKeep: 'To keep them: npx servanda up --home <typed>{home}</typed>',
  },
  compare: {
    looked:
      '{agreements, plural, one {{agreements} agreement} other {{agreements} agreements}} compared ({workflows, plural, one {# workflow} other {# workflows}})',
    same: '{looked}: no difference from the register.',
    differed: '{looked}: {differ} differed{repaired, select, none {} other {, {repaired} repaired, {left} left}}.',
    repair: 'Repair: {workflow}: {done}',
    still: 'Still: {workflow}: {difference}',
    toRepair:
      '{left, plural, one {One agreement differs} other {{left} agreements differ}} from the register. To repair: npx servanda register compare {named}.',
    stillLeft:
      '{left, plural, one {One agreement still differs} other {{left} agreements still differ}} from the register. See the worker’s log and the Temporal UI.',
  },
  head: {
    unknown: 'The register in {home} has no agreement {agreement}. To list its agreements: npx servanda agreement list.',
    notHeads: '{file} is not a file of heads as npx servanda register head --out writes it: {why}.',
  },
  rebuild: {
    nobodyAnswers:
      'The workflows that were started no longer answer. Check that the worker is running, and its log; then repeat the command. Workflows already started are kept.',
    failed:
      '{count, plural, one {One} other {{count}}} could not be started or did not answer. See the reasons above, then repeat the command.',
    kinds: {
      agreement: 'agreements',
      notice: 'notices in progress',
      protocol: 'protocols in progress',
      delivery: 'notifications owed, by agreement',
    },
    columns: ['Workflows', 'started', 'already running', 'no answer', 'failed'],
    dryColumns: ['Workflows', 'to be started', 'already running', 'no answer', 'failed'],
  },
  verify: {
    keyWithoutHead: '--public-key checks who signed a head: name its file with --head.',
    sound:
      '{name}: sound, {lines, plural, one {# line} other {# lines}} of {of, plural, one {# agreement} other {# agreements}}, {documents, plural, one {# document} other {# documents}}; head {seq} {hash} ({where})',
    unsound: '{name}: NOT AS IT WAS WRITTEN ({where})',
    restore: 'Restore the register from a copy, and compare its head with one kept elsewhere.',
    notAsked: 'its signature was not checked (--public-key)',
    kept: '{file}: taken on {takenAt}, {by}; {matches, select, true {each head is in its place} other {NOT IN THIS REGISTER}}',
    document: 'document {id}: {why}',
  },
  keys: {
    id: '--id {id}: must be 1 to {most} letters, digits, dots, hyphens or underscores.',
    shownOnce:
      'This key is shown once and stored nowhere. Without it, everything it encrypts is lost: keep a copy of the file away from the backups.',
    signingShownOnce:
      'This key is shown once and stored nowhere. Whoever has it can sign in place of this register. To print the public half, which may be handed out: npx servanda keys public.',
    notConfigured:
      'No signing key is configured. Make one: (umask 077; npx servanda keys new --signing > signing-key.json), and name its file in SERVANDA_SIGNING_KEY_FILE.',
    publicMissing: '--public-key is missing: the public key of the register, as npx servanda keys public prints it.',
    neither: '{file} is neither a file of heads nor a certificate. For a certificate in PDF, check the signed JSON that is attached to it.',
    kinds: { heads: 'heads of the registers', certificate: 'a certificate of status' },
    refused: '{file}, {kind}: {why}.',
    unchanged: '{file}, {kind}: signed by the key {key}, and unchanged since.',
  },
  calendar: {
    which: 'Name one of --agreement, --party and --person, or none for all agreements.',
    noAddress: '--desk {desk} is no address. Give it as https://desk.example.org.',
    made: 'Whoever has this address reads what it shows, and it is not shown again. To revoke it: npx servanda calendar revoke {id}',
    none: 'There are no calendars. To make one: npx servanda calendar new.',
    columns: ['Calendar', 'Shows', 'Of', 'Language', 'Made by', 'On'],
    scopes: { all: 'all agreements', agreement: 'one agreement', party: 'a Party', person: 'a person' },
    revoked: 'Revoked: {id}. Its address no longer works.',
  },
  identity: {
    howLost: '--reason is missing: how the key of the authority was lost.',
    made: '{file}: the key of the authority {key}; its public part is {file}.public.',
    trusted: 'The register trusts it. Keep the key away from the worker, and a copy in a safe.',
    toTrust: 'The register trusts it once an operator says so: npx servanda identity trust <typed>{file}.public</typed> --reason TEXT',
    noIssuer: 'No issuer is configured. Name it: SERVANDA_OIDC_ISSUER and SERVANDA_OIDC_AUDIENCE.',
    noAuthority: 'There is no key of an authority in {file}. Name it with --authority, or make one: npx servanda identity authority.',
    issued: '{file}: the identity of {person}, for {party}, {roles}, until {until}',
    personMissing: '--person is missing: who it is.',
    tooLong: '--{flag} must be at most {most} characters.',
    forMissing: '--for is missing: the Party for which the person acts, by its code such as KZ, or an organisation.',
    replaced:
      'It replaces the person’s identity with {roles}: a copy of that one is valid until {until}. To revoke it: npx servanda identity revoke {id} --reason TEXT',
    handOver:
      'Whoever has this file is this person to servanda. Hand it over in person; to revoke it: npx servanda identity revoke {id} --reason TEXT',
    days: 'must be a number of days, at most {most}',
    rolesMissing: '--roles is missing: one or more of {known}, separated by commas.',
    rolesUnknown: '--roles {roles}: the roles are {known}.',
    serviceAlone: '--roles service: the service has no other role, and no person has this one.',
    noneTrusted:
      'No authority is trusted: anyone who reaches this machine may request anything. npx servanda up makes one, or npx servanda identity authority.',
    authorityColumns: ['Authority', 'State', 'Since', 'Why'],
    states: { trusted: 'trusted', withdrawn: 'withdrawn' },
    identityColumns: ['Person', 'For', 'Roles', 'Until', 'Identity', 'State'],
    identityStates: { valid: 'valid', identityExpired: 'expired', identityRevoked: 'revoked' },
    revokedColumns: ['Revoked', 'On', 'By', 'Why'],
    allUntilThen: '{person}, all until then',
    revokeWhich: 'Give the id of an identity, or --person NAME for all that were issued to a person until now.',
    revokeReason: '--reason is missing: why it is revoked.',
    notKnown:
      'Neither this home nor its register knows {person, select, none {the identity {identity}} other {an identity of {person}}}. Check the spelling (npx servanda identity list). One that was issued elsewhere is revoked all the same.',
    revoked:
      'Revoked: {person, select, none {{identity}} other {every identity of {person} until now}}. What was done with it stands; it can no longer be used.',
    requestMissing: 'Give the request: --request {example}, or --file FILE.',
    notObject: 'The request must be an object, such as {example}.',
    noneHere: 'There is no identity in {home}: either rights are not required there, or identities are kept elsewhere (SERVANDA_IDENTITY).',
    noneTold: 'No workflow was notified: {why}',
    told: '{count, plural, one {One workflow was notified.} other {{count} workflows were notified.}}',
    notTold: '{workflow} was not notified: {why}',
    trustWhich: 'Give the file of a public key to trust, or --withdraw with the id of one that is no longer trusted.',
    trustReason: '--reason is missing: why.',
    nowTrusted: '{key} is trusted.',
    withdrawn: '{key} is no longer trusted: identities that it issued no longer count.',
    unknownAuthority: 'No authority {key} is trusted. Trusted: {known}.',
  },
  service: {
    noServer:
      'No Temporal server answers at {address}: {why}. To start one with everything else: npx servanda up, without TEMPORAL_ADDRESS.',
    unguarded:
      'The register trusts no authority: anyone who reaches the Temporal server may request anything. Make one: npx servanda identity authority.',
    noKeys: 'There are no keys to decrypt with. Name their file in SERVANDA_KEYS_FILE: npx servanda keys new --help.',
    portTaken: 'Port {port} is taken. Name another one: SERVANDA_CODEC_PORT.',
    codec: 'Codec server: {address}, for {origin}{token, select, true {, with the token of SERVANDA_CODEC_TOKEN} other {}}',
    stopsIt: 'Ctrl-C stops it.',
    originMissing: '--origin is missing: the address of the Temporal UI, such as https://temporal.example.org.',
    originWrong: '--origin {origin}: must be the address of the Temporal UI without a path, such as https://temporal.example.org.',
  },
  import: {
    sameFile: '--report {file} is the table itself, and would replace it. Name another file.',
    stopped: 'Stopped.',
    before: '{taken} of {total} rows were imported before that. Run the same command again: it continues from there.',
    notTaken:
      '{count, plural, one {One row was} other {{n} rows were}} not imported. Correct the table and import it again: what is already there stays unchanged.',
    rows: '{count, plural, one {{n} row} other {{n} rows}}: {taken} {dry, select, true {would be imported} other {imported}}, {there} already there, {left} not imported{any, select, true {:} other {.}}',
    row: 'line {line}, {number, select, none {without a number} other {{number}}}: {reasons}',
    warned: '{count, plural, one {One row has} other {{n} rows have}} a warning:',
    more: 'and {n} more: for all of them, --report FILE.',
    reportColumns: ['line', 'number', 'agreement', 'outcome', 'reasons'],
    became: { wouldBeTaken: 'would be imported', taken: 'imported', alreadyThere: 'already there', notTaken: 'not imported' },
    cantReport: '{file} can’t be written: {why}. Name another file: --report.',
  },
} as const;

export type AdministrationMessages = Like<typeof administration>;
