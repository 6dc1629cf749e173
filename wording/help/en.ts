/** The help texts of the command line in English, which have the shape of every language. Lines are broken on display. */
import type { Like } from '../cli/words.ts';

export const help = {
  headings: { usage: 'USAGE', aliases: 'ALIASES', commands: 'COMMANDS', flags: 'FLAGS', arguments: 'ARGUMENTS', examples: 'EXAMPLES' },
  keywords: { default: 'default:', separator: 'separator:' },
  root: `Keeps international agreements on time: each date with the article it follows from.

timeline, explain, simulate, deadlines and diagram need no server. Nor do the commands that only read the register, and those of keys. The others talk to a running service: npx servanda up.
Exit codes: 0 done; 1 not done as requested; 2 invalid input. Help for one command: npx servanda <command> --help.

--language {languages}, before or after any command, sets the language of the answer (default: that of LC_ALL, LC_MESSAGES or LANG).`,
  help: 'Print help and exit',
  version: 'Print the version and exit',
  rehearsal:
    'The rehearsal of the examples is kept apart from real agreements. To open it: npx servanda agreement open docs/rehearsal.yaml.',
  groups: {
    agreement: 'Agreements that are kept',
    notice: 'Notices in progress, ours and theirs',
    protocol: 'Protocols in progress',
    document: 'Documents that were received or signed',
    register: 'The register itself: verify, compare, sign, back up',
    identity: 'Identities and what they may request',
    calendar: 'Addresses of calendars for calendar programs',
    keys: 'Keys for encryption and signature',
    dev: 'Help for those who build on servanda',
  },
  commands: {
    up: {
      brief: 'Start everything: Temporal server, worker, agreements',
      text: `Starts a Temporal server with its database in the home folder, and a worker. Opens the agreements of agreements/ that are not open yet. Prints where they stand and the address of the Temporal UI.
Ctrl-C stops all of it; a second start continues from there. With TEMPORAL_ADDRESS that server is used and none is started. If a port is taken, another one is chosen and named.`,
    },
    worker: {
      brief: 'Run only a worker, with a server that is already running',
      text: 'Runs the worker that keeps the agreements, with the Temporal server named by TEMPORAL_ADDRESS (or by Temporal’s own configuration file), or that of the home folder. Ctrl-C or SIGTERM lets it finish the work in progress.',
    },
    web: {
      brief: 'Serve the desk: pages for the browser',
      text: 'Serves the pages of the desk on 127.0.0.1 and prints their address, which lets in whoever opens it. npx servanda up does so too; this is for a service that runs elsewhere, or for a second desk. With SERVANDA_OIDC_ISSUER people sign in there instead, and SERVANDA_DESK_URL is the address under which browsers reach the desk.',
    },
    'agreement open': {
      brief: 'Open an agreement: from then on it is kept',
      text: 'Enters the description of an agreement and the facts of its file in the register, and starts to keep it. Opening it again changes nothing: a file that has changed since is reported, and not used until agreement revise.',
    },
    'agreement new': {
      brief: 'Write the file of an agreement, question by question',
      text: `Asks for the Parties, the signature, and the final clauses in the order usual in treaties: entry into force, provisional application, duration, renewal, notice, termination, amendment, what continues after the end, sources. Each question has an example. An answer that can’t be used is refused with the reason, and asked for again.
The file is checked as by agreement check before it is written; an existing file is never overwritten. Needs a terminal.`,
    },
    'agreement check': {
      brief: 'Find clauses of a file that make no sense',
      text: `Follows each agreement with invented facts, from signature through a few periods, with notices on the days that matter, and prints what makes no sense: a notice longer than its period, a renewal that nothing prevents, a reading that no date depends on. Each finding has a name, its place in the file, the article, and the shortest story that shows it. Without a file: all of agreements/.
An error means that no date can follow; such a file is refused everywhere. A warning means that one can.
Exit 0 without findings; 1 with warnings only; 2 with an error, or with a file that can’t be read.`,
    },
    'agreement import': {
      brief: 'Open the agreements of a table, one for each row',
      text: `Opens an agreement for each row of a table (CSV with commas or semicolons, UTF-8; or the first sheet of an .xlsx workbook), with its clauses and dates as far as the row gives them; nothing is filled in. A row that can’t be used is reported with every reason, and the others are imported. What is already there stays unchanged, so an interrupted import can be run again. A row that differs from what is kept is reported and not imported.
Exit 1 when a row was not imported; 2 when the whole table is wrong.

Columns, in any order (docs/import.md explains each; number, title, parties and signed are required):
{columns}`,
    },
    'agreement list': {
      brief: 'The agreements in the register, with the next date of each',
      text: 'The agreements in the register, without rehearsals unless they are asked for: the status of each, its next date on the safe side, what falls due on it, and the days left. Reads the register; needs no server.',
    },
    'agreement show': {
      brief: 'Where an agreement stands, and every entry of its register',
      text: 'Where an agreement stands by its register, and every line of it: facts, corrections, strikes, descriptions, and who entered them. Reads the register; needs no server.',
    },
    'agreement revise': {
      brief: 'Use a changed file, seeing first which dates move',
      text: 'Enters the description of a changed file in the register and calculates again; until then the file is not used. Shows first what moves, then asks. The facts of the file are not read: enter them with record.',
    },
    'notice draft': {
      brief: 'Draft a notice of ours',
      text: `Begins a notice of ours: drafted here, approved by another person, dispatched, received. On receipt its fact is recorded with the agreement. The answer names the day by which it must be sent to arrive by the safe day.

Kinds, with their flags:
{contents}`,
    },
    'notice change': {
      brief: 'Change what a draft says, or its channel',
      text: 'Replaces the whole content of a draft, or its channel. The approval is lost, and whoever changed the draft can’t approve it.',
    },
    'notice approve': {
      brief: 'Approve a draft that another person has made',
      text: 'Approves a draft. Whoever drafted it, or last changed it, can’t approve it. A change after approval needs another approval.',
    },
    'notice dispatch': {
      brief: 'Enter that a notice was sent, seeing first what it does',
      text: 'Enters that an approved notice was sent. First a dry run shows both timelines, with and without it, and until when it could be revoked; then it asks, unless --yes is given. The notice has no effect before its receipt is proved.',
    },
    'notice received': {
      brief: 'Enter the proved receipt of a notice: it counts from that day',
      text: 'Enters that the other Party has received a notice of ours, on which day by that Party’s date, and how it is proved. Its fact is recorded with the agreement under the number of the notice. The outcome is shown: in time on every reading, on some, or late.',
    },
    'notice return': {
      brief: 'Enter that a notice came back or was lost: it may be sent again',
      text: 'Enters that a notice which was sent came back or was lost. It keeps its approval and may be dispatched again; its send-by day applies again.',
    },
    'notice recall': {
      brief: 'Take a notice back before it is received',
      text: 'Takes a notice back: a draft, an approved one, or one that was sent and not received. After receipt it needs a revocation: notice revoke.',
    },
    'notice revoke': {
      brief: 'Draft the revocation of a notice that was received',
      text: 'A notice of termination that was received is taken back by a second notice, its revocation, which must be received before the first takes effect. It is drafted here and follows the steps of every notice.',
    },
    'notice enter': {
      brief: 'Enter a notice of the other Party that has arrived',
      text: 'Enters that a notice of the other Party was received. It is examined (is it in writing, signed, by whom and on what authority), then accepted as a notice or found defective. Its fact is recorded with the agreement in either case; a defective one without effect, with the reason. Reminders ask for the examination: until then it does not count.',
    },
    'notice examine': {
      brief: 'Examine a notice that has arrived: accept it, or name the defect',
      text: 'Ends the examination of a notice of the other Party: accepted as a notice, or defective, with the reason. In either case its fact is recorded with the agreement; a defective one has no effect.',
    },
    'notice list': {
      brief: 'The notices in progress',
      text: 'The notices in progress, of the agreements named or of all: state, send-by day, what comes next. Exit 1 when there is none.',
    },
    'notice show': {
      brief: 'Where a notice stands, and its effect in law today',
      text: 'Where a notice stands: its steps, its dates, what it waits for, and its outcome in law today, also after a later correction. --dry-run shows both timelines, with and without it, and until when it could be revoked. Reads the register; needs no server.',
    },
    'notice document': {
      brief: 'Draw up a notice as a document, in one of four languages',
      text: `Draws up a notice of ours as a note verbale, and one of theirs as the cover page of what was received: number, date, articles, the calculated dates, a place to sign, and which text prevails. A notice that is not approved is marked as a draft. The same notice gives the same PDF, byte for byte; its hash is printed. DOCX is for editing: attach what was signed with document attach.
Reads the register; needs no server.`,
    },
    'protocol propose': {
      brief: 'Enter the proposal of a protocol',
      text: 'Begins a protocol with its proposal. What it changes is data: values of the clauses, or text only.',
    },
    'protocol agree': {
      brief: 'Enter that the text of a protocol is agreed',
      text: 'Enters that both Parties agree on the text. It is then settled in each authentic language, and signed.',
    },
    'protocol text': {
      brief: 'Enter that the text of a protocol is settled in a language',
      text: 'Enters that the text is settled in one of the authentic languages. All of them are needed before signature.',
    },
    'protocol sign': {
      brief: 'Enter the signature of a protocol',
      text: 'Enters the signature, once the text is settled in each authentic language. The protocol changes what was proposed, unless --changes says otherwise. It enters into force as the agreement does; reminders go out for the Party that has not notified.',
    },
    'protocol abandon': {
      brief: 'Enter that a protocol is abandoned before it is in force',
      text: 'Enters that a protocol was abandoned. One in force is an integral part of the agreement and can’t be ended separately.',
    },
    'protocol list': {
      brief: 'The protocols, with what each waits for',
      text: 'The protocols of the agreements named, or of all. Exit 1 when there is none.',
    },
    'protocol show': {
      brief: 'Where a protocol stands, and what is missing',
      text: 'Where a protocol stands: its stage, what it changes, who has not notified. Reads the register; needs no server.',
    },
    'protocol document': {
      brief: 'Draw up the cover page of a protocol, in one of four languages',
      text: 'Draws up the cover page of a protocol: what it changes, where and when it was signed, who has notified, from when it is in force, and which text prevails. The same protocol gives the same PDF, byte for byte. Reads the register; needs no server.',
    },
    'document attach': {
      brief: 'Attach a document: stored by its hash beside the register',
      text: 'Stores a document that was received or signed: its bytes under their SHA-256 in the folder documents beside the register, and an entry with the hash, the name and the size; encrypted if there are keys (SERVANDA_KEYS_FILE). It is returned unchanged, checked against its hash, and never opened or run. At most {megabytes} MB. Copy the folder documents together with the register.',
    },
    'document list': {
      brief: 'The documents of an agreement, each checked against its hash',
      text: 'The attached documents, each read and checked against the hash in its entry. Exit 1 when there is none, or when one is missing or has changed.',
    },
    'document save': {
      brief: 'Write a document to a file, checked against its hash',
      text: 'Writes a document to a file as it was attached, after checking its bytes against the hash in its entry. An existing file is not overwritten.',
    },
    'register verify': {
      brief: 'Check every line against its seal, every document against its hash',
      text: 'Recomputes the register: every line against its seal, in one chain from the first, every document against the hash in its entry. A line that was changed, removed, moved or inserted is named, with exit 1. The head stands for all of it: keep it elsewhere (register head --out FILE), and name it with --head. The register may have grown since; where the head is no longer in its place, the end was cut off or the history rewritten. With --public-key the head must be signed by that key. Needs no server.',
    },
    'register head': {
      brief: 'The heads of the registers, signed, to be kept elsewhere',
      text: 'The head stands for all that a register holds: its number of lines and the hash of the last one. Kept in another place, it shows later whether the end was cut off or the history rewritten: register verify --head FILE. It is signed with the key of SERVANDA_SIGNING_KEY_FILE: a detached JWS (EdDSA) over the canonical JSON (RFC 8785) of everything but the signature. Needs no server.',
    },
    'register backup': {
      brief: 'Make a verified copy of all that must be kept, while in use',
      text: `Copies both registers as of one moment, also while others write, with every document that they name, the note of which keys are in use, and the heads, signed if SERVANDA_SIGNING_KEY_FILE names a key. Also from PostgreSQL the copy is one SQLite file for each register: the folder is a home that every command reads (register verify --home FOLDER). The copy is complete and verified, or there is none.

No key is copied: keep the keys file and the signing key elsewhere. Temporal’s database is not part of it: if it is lost, or the backup is restored, npx servanda up starts every agreement again from the register.`,
    },
    'register restore': {
      brief: 'Restore a backup into an empty home, verified first',
      text: 'Restores a backup into an empty home: the files of the folder, or the database of DATABASE_URL. First every line is checked against its seal, with every document and the heads of the backup; with --public-key the heads must be signed by that key. If it is interrupted, run it again: it continues. Then put the keys file back; npx servanda up starts every agreement, notice and protocol again from the register.',
    },
    'register rebuild': {
      brief: 'Start again from the register what Temporal does not have',
      text: 'Starts a workflow for every agreement, notice and protocol in progress that Temporal does not have, from the register only, and the delivery of notifications that are owed: after the loss of Temporal’s database, or on an empty machine after register restore. Nothing is done or sent twice, since the register has what was done. npx servanda up does the same when it starts. Exit 1 when something could not be started.',
    },
    'register compare': {
      brief: 'Compare Temporal with the register; repair differences',
      text: `Compares every agreement, notice and protocol of the register with its workflow: whether it runs and makes progress, what it says, and the timers that are pending in its history, with what the register gives for today. With --repair what is missing is started, agreements are calculated again, notices and protocols are checked again; then everything is compared once more. The same happens every night and at the start of npx servanda up (schedule servanda-reconciliation), and the recipients of an agreement in force are alerted if nothing was waiting for its dates.
Exit 1 while something differs.`,
    },
    record: {
      brief: 'Enter a fact, seeing first what follows from it',
      text: `Enters a fact in the register: what happened between the Parties, with its dates. First the consequences are shown: the standing before and after, and what moves. Then it asks, unless --yes is given. From a file, all facts are checked before the first is entered.

Types: {types}.`,
    },
    correct: {
      brief: 'Correct fields of an entry',
      text: 'Sets fields of an entry by a later entry; the earlier one stays in the register unchanged. Its id, type, Party, protocol and "of" can’t be corrected: strike it, and record the right fact. Shows the consequences first, then asks.',
    },
    strike: {
      brief: 'Strike an entry',
      text: 'Strikes an entry, with the reason: it no longer counts in law, and the register keeps it. Striking a correction restores what was corrected; striking a strike revives the entry. What was announced and no longer holds is withdrawn. Shows the consequences first, then asks.',
    },
    decide: {
      brief: 'Decide before a period ends: renew, give notice, negotiate, let lapse',
      text: 'Records the decision that is due before each safe day, by a named person and on what authority. It may be changed by a later one until the safe day, and has no effect in law; --terminate starts the draft of the notice, which has. With --renew the reminders of the period end. Before an expiry the decision is to renew by agreement (--renew), to negotiate or to let it lapse (--lapse); the reminders end when the Parties’ agreement to renew is recorded, or with --lapse.',
    },
    acknowledge: {
      brief: 'Acknowledge the reminders of an agreement so far',
      text: 'Enters that a person has taken note of the reminders so far: they are not escalated to the next recipient. It decides nothing, and the next reminder comes on its day. Where no reminder is outstanding, it is refused, and the answer says when the next one goes out.',
    },
    timeline: {
      brief: 'Where an agreement stands on a day',
      text: `Where an agreement stands on a day: its status, period, last day for notice, notices, end and protocols, and all its dates.

An id is that of the register where it keeps the agreement, else agreements/<id>.yaml; a path, --facts and --add-facts ask for the file. Where both are there, the answer says which it is from. Every entry of the register: npx servanda agreement show <id>.`,
    },
    certificate: {
      brief: 'Certify whether an agreement is in force on a day',
      text: `A certificate of status: whether the agreement is in force, since when, its current period, the last day for notice, notices, protocols, each date with its article and with what other readings give; and the heads of the register. That it is not in force, that this is not established, or that nothing was known on that day, is an answer and not an error. With --known-on, later entries are left out.

The JSON is signed if SERVANDA_SIGNING_KEY_FILE names a key, and checked by keys verify; the PDF contains it as an attached file. The same question to the same register gives the same bytes. Reads the register; needs no server.`,
    },
    explain: {
      brief: 'Every date: its article, how it was counted, other readings',
      text: 'Every date of an agreement: the article it follows from, from when and how it was counted, and what it is on other readings of the text, with the condition of each.',
    },
    deadlines: {
      brief: 'What must be done by when, soonest first',
      text: `The last days for notice and the ends that lie ahead, sorted by the day by which to act: the send-by day of a notice, otherwise the day itself. A notice received by its safe day, the second column, is in time on every reading of the text. A safe day that passed with nothing done stays listed, as missed, until silence renews the agreement; overdue is a notice that was to be sent by a day that is past. Of all agreements in the register or of those named; with --files, of agreements/ or of the files named.
Exit 1 when there is none. With --undecided only those without a decision: to renew, give notice or negotiate before a safe day; to renew by agreement, let lapse or negotiate before an expiry. Exit 1 when there is one.`,
    },
    simulate: {
      brief: 'What would this notice do? Nothing is written',
      text: 'What a notice, or any other fact, would bring about: the standing before and after it, what moves, and until when it could be revoked. It may lie in the future. Nothing is written.',
    },
    deliveries: {
      brief: 'Which notifications were sent, to whom, and which were not',
      text: 'The notifications about acts (reminders, escalations, announcements, outcomes): when, to whom, how, and what the receiving side answered. One that is "unknown" may have arrived, and was no longer owed when it could have been sent again. Those in progress appear in the Temporal UI as delivery/<agreement>, with their attempts. Exit 1 when one failed, or is owed and no service runs to send it.',
    },
    rehearse: {
      brief: 'Live through an agreement’s dates in seconds, on a copy',
      text: `Opens a copy of an agreement under an id of its own among the rehearsals, and lets its time pass, from due date to due date, on the running service: every timer fires, every act is entered, and the Temporal UI shows it all. Nothing is sent to anyone. Prints each date as it passes; then the seconds it took, the timers that fired, and whether the dates are those of timeline.
With --story, the facts of the file are recorded as their days come. Without it, two copies live on from today side by side: as the agreement stands, and with a notice that is sent on the send-by day of the first renewal ahead; what differs in the end is printed last.
Where no service runs, or its Temporal server can’t let the time of one workflow pass, the dates are only calculated, and the command says so.`,
    },
    'dev story': {
      brief: 'Print a rehearsal as a test of servanda/testing',
      text: 'Prints a rehearsal of the register as a test: its description, its facts, each on its day, and where it stands in the end. Save it as a .test.ts file: it passes as it is printed.',
    },
    replan: {
      brief: 'Calculate again after a correction of the rules; timers follow',
      text: 'Calculates open agreements again under the current rules: timers move to the new plan, what no longer holds is withdrawn, and the answer says which dates moved. Run it after an update of servanda that corrects how a date is counted.',
    },
    diagram: {
      brief: 'The life of an instrument as a Mermaid diagram',
      text: 'The life of an agreement, of a protocol or of a notice, drawn from the machine that decides what may happen next. Mermaid text, which GitHub and many editors display.',
    },
    completion: {
      brief: 'Print the script by which a shell completes command lines',
      text: `Completes commands, flags, the values of flags where they are known, and the ids of the agreements in the register of this folder (SERVANDA_HOME). It needs no server. It works for servanda and for npx servanda, and has to be loaded in each shell:
  bash, in ~/.bashrc: source <(npx servanda completion bash)
  zsh, in ~/.zshrc: source <(npx servanda completion zsh)`,
    },
    codec: {
      brief: 'Show clear text in the UI of a Temporal server elsewhere',
      text: `The codec server decrypts what servanda has encrypted (SERVANDA_KEYS_FILE) for the Temporal UI in a browser on this machine, and for Temporal’s command line. It listens on 127.0.0.1 only, at SERVANDA_CODEC_PORT, and answers pages of one origin. With SERVANDA_CODEC_TOKEN every caller must send it (Authorization: Bearer …). In the UI, its address is set under "codec server".
Whoever can reach it reads everything. For the embedded UI, up starts one automatically.`,
    },
    temporal: {
      brief: 'Temporal’s own command line, on this service',
      text: `Runs Temporal’s own command line, the program that servanda finds or fetches, with the arguments that follow, and exits with its code. It is given the address and the namespace of the service that runs on the home folder, or what TEMPORAL_ADDRESS and Temporal’s other variables say; with keys (SERVANDA_KEYS_FILE), also a codec server for this one command, so that it shows clear text. Flags that you give take precedence.
Only --home and --language, before the arguments, are servanda’s. Where rights are required, a request carries the right that npx servanda identity sign adds.`,
    },
    'identity issue': {
      brief: 'Issue an identity: a person, for whom, with which roles',
      text: `Issues an identity with the key of an authority: a token that says who a person is, and a key of that person which signs each request. In identities/ of the home it is found by the person’s name; elsewhere it is named by SERVANDA_IDENTITY. A person has one identity there: issued again for the same Party and roles it replaces the one before; for others, --replace is needed. Names that look alike are one person’s.

Roles:
  reader      reads, and sees no drafts of others
  drafter     drafts notices and protocols of the Party, records what that Party did
  approver    approves drafts of others; records notices of termination and decisions of the Party
  registrar   records what both Parties, or the other Party, did; corrects, strikes, opens and revises agreements
  operator    calculates again, says which authorities are trusted, revokes
  service     the worker’s own, never a person’s`,
    },
    'identity exchange': {
      brief: 'Exchange a token of your OIDC issuer for an identity',
      text: 'Checks a token of the issuer named by SERVANDA_OIDC_ISSUER, for the audience SERVANDA_OIDC_AUDIENCE, against the issuer’s published keys, and issues an identity that lasts as long as the token. The person is in the claim named by SERVANDA_OIDC_PERSON (sub), the Party and the roles in the claim servanda: {"for":"KZ","roles":["drafter"]}.',
    },
    'identity revoke': {
      brief: 'Revoke an identity, at once',
      text: 'From this moment the register accepts nothing more on this identity, or on any that was issued to the person until now: also what was signed before, and what goes directly to Temporal. Needs the role of operator. It is a permanent line of the register; to admit the person again, issue a new identity.',
    },
    'identity sign': {
      brief: 'Sign a request, for the Temporal UI or command line',
      text: 'Prints a request as JSON with the right to it, as an update of a workflow or its start takes it. The name is that of the update (record, correct and strike use record), or draft, openProtocol, open for the start of a notice, a protocol, an agreement. It is valid for an hour, for this workflow and this request only.',
    },
    'identity list': {
      brief: 'Authorities, identities of this home, revocations',
      text: 'The authorities that the register trusts, the identities in the home folder with their roles, and what was revoked. For the authority on which an entry was made: npx servanda agreement show <agreement> --json.',
    },
    'identity authority': {
      brief: 'Make the key of an authority, which issues identities',
      text: 'Makes an Ed25519 key for an authority. The first one of a register is trusted at once; from then on every request must show a right by an identity that a trusted authority has issued. A further one is trusted when an operator says so (identity trust). On your own machine npx servanda up does this automatically. Use --recover when the key is lost: whoever may write to the database itself enters a new one, and the register records that permanently.',
    },
    'identity trust': {
      brief: 'Trust an authority, or no longer',
      text: 'Enters in the register that identities issued by an authority are believed, or no longer. Needs the role of operator; the last authority stays. The register follows at once; if a service runs, every running workflow is notified and follows then.',
    },
    'calendar new': {
      brief: 'Make an address by which a calendar program shows the deadlines',
      text: 'Makes the address of a calendar, to subscribe to in Outlook, in Thunderbird or on a phone: each deadline of the next year is a whole day with an alarm, on the day by which a notice must leave; it moves with the register, and is struck out when nothing is to be done any more. Of all agreements, of one, of those of a Party, or of those of which a person is reminded first; in the language of --language. The address is shown once: whoever has it reads the calendar without signing in. --desk is where the desk is reached.',
    },
    'calendar list': {
      brief: 'List the addresses of calendars',
      text: 'The addresses that were made and not revoked: what each shows, who made it and when. The address itself is not stored, only its hash.',
    },
    'calendar revoke': {
      brief: 'Revoke the address of a calendar',
      text: 'The address stops working at once. Another person’s is revoked by an operator.',
    },
    mcp: {
      brief: 'Answer as tools of the Model Context Protocol',
      text: 'Serves the Model Context Protocol over standard input and output, for assistants that speak it: list, standing, timeline, explain, deadlines, ledger, notices and simulate read the register; draft begins a notice, which another person approves. Nothing is dispatched or recorded. Each answer has its articles, the readings and the head of the register.',
    },
    'keys new': {
      brief: 'Make a key for encryption or for signature',
      text: `Prints a new random key as a line id:key for the file named by SERVANDA_KEYS_FILE, which only its owner may read. The first line encrypts, all lines decrypt. To replace a key, put the new line above the old ones in every place where servanda runs, and restart; keep the old ones, so that what they have encrypted can still be read. The id is stored in clear beside all that the key encrypts.

With --signing: an Ed25519 key as a JWK, for the file named by SERVANDA_SIGNING_KEY_FILE. It signs heads, certificates and backups. After replacing it, keep the old public key: it still checks what the old one signed.`,
    },
    'keys public': {
      brief: 'The public half of the signing key, to hand out',
      text: 'Prints the public half of the key named by SERVANDA_SIGNING_KEY_FILE, as a JWK. Hand it out in a way that can be trusted, such as a note: with it anyone can check heads, certificates and backups (--public-key), and sign nothing.',
    },
    'keys verify': {
      brief: 'Check whether heads or a certificate were signed by a key',
      text: 'Says whether heads (register head --out, or heads.json of a backup) or a certificate of status (certificate --format json) were signed by a key and are unchanged; exit 1 if not. Anyone who has the public key can check it, without the register. So can other tools: the signature is a detached JWS (RFC 7515, EdDSA) over the canonical JSON (RFC 8785) of everything else in the file.',
    },
  },
  /** Flags and arguments, by meaning. */
  flags: {
    calendarAgreement: 'Only this agreement',
    calendarParty: 'Only the agreements of this Party, such as KZ',
    calendarPerson: 'Only agreements whose first recipient of reminders is this person',
    calendarDesk: 'Where the desk is reached (default: that of the service of the data directory, or http://127.0.0.1:8080)',
    calendarId: 'Id of the calendar, as calendar list shows it',
    mcpPerson: 'Who asks (default: your user name)',
    json: 'Print JSON, for programs',
    home: 'Folder of the register (default: SERVANDA_HOME, or .servanda)',
    asOf: 'The day to answer for, such as 2028-02-01 (default: today, where the day ends last)',
    knownOn: 'Answer as it was known on this day: later entries are left out',
    facts: 'Facts in a YAML or JSON list, instead of those in the agreement’s file',
    addFacts: 'Facts in a YAML or JSON list, in addition to those in the agreement’s file',
    register: 'Answer from the register, and from nothing else',
    yes: 'Do not ask before writing',
    enteredBy: 'Who enters it (default: your user name)',
    fileOrId: 'A file, or an id: of the register where it keeps the agreement, else agreements/<id>.yaml',
    file: 'A file, or an id: then agreements/<id>.yaml',
    files: 'Files, or ids: then agreements/<id>.yaml',
    agreement: 'Id of an agreement in the register',
    agreements: 'Agreements in the register',
    agreementsOrFiles: 'Agreements in the register; with --files, files or ids',
    newFile: 'The file to write (default: <id>.yaml)',
    table: 'The table',
    instrument: 'agreement, protocol or notice',
    shell: 'The shell: {shells}',
    type: 'Type of the fact',
    document: 'The document',
    documentId: 'Id of its entry',
    entry: 'Id of an entry in its register',
    identityId: 'Id of an identity (identity list)',
    workflowId: 'The workflow that receives the request',
    requestName: 'The name of an update, or draft, openProtocol, open',
    ofTemporal: 'What Temporal’s command line is given',
    publicKeyFile: 'The public part of an authority’s key',
    tokenFile: 'A file with the token',
    signedFile: 'The file whose signature is checked',
    number: 'Number of the notice',
    protocolId: 'Id of the protocol, such as p1',
    newFolder: 'The folder to make',
    backupFolder: 'The folder of a backup',

    importDryRun: 'Only check: nothing is written, and no service is needed',
    importRehearsal: 'The table is invented: keep it with the rehearsals',
    importReport: 'Write the result of each row to a table of its own',
    importBy: 'Who imports it (default: your user name)',
    openBy: 'Who opens it (default: your user name)',
    reviseReason: 'Why the description changes',
    reviseBy: 'Who changes it (default: your user name)',
    certificateFormat: 'pdf, for people; or json, for programs (default: pdf)',
    printLanguage: 'Language of the document: kk, az, ru or en',
    printFormat: 'pdf, to sign; or docx, to edit (default: pdf)',
    printOut: 'Where to write it (default: its own name, in this folder)',
    within: 'How far ahead, such as P90D, P6M or P2Y',
    fromFiles: 'From files and not from the register',
    undecided: 'Only what is undecided; exit 1 if something is',
    story: 'Invented facts, as a YAML or JSON list (see docs/rehearsal-2044.yaml)',
    rehearseUntil: 'How far to go (default: past the end, or past the second renewal ahead)',
    timelineUntil: 'List all that falls due up to and including this day',

    byParty: 'The Party that gave the notice, such as KZ',
    of: 'The notice that is revoked, or the revocation that is consented to',
    protocol: 'The protocol, such as p1',
    entryId: 'Id of the entry (default: made of type, date and Party)',
    on: 'When it was done (what both Parties do)',
    dated: 'The date that a notice bears',
    dispatched: 'When a notice was dispatched',
    received: 'When a notice was received, by the receiving Party’s date: what counts',
    namesFirstDayOut: 'The day on which a notice of termination says that the agreement ceases to be in force',
    firstDayOut: 'The day on which it was agreed that the agreement ceases to be in force',
    date: 'The date of entry into force that was agreed or published',
    from: 'From when a suspension or resumption is agreed (default: --on)',
    length: 'For how long a renewal is agreed, such as P10Y or P1Y6M',
    until: 'The last day of the period for which a renewal is agreed',
    changes: 'What a protocol changes, such as {"periodLength":"P3Y"}',
    place: 'Where it was signed or exchanged',
    laterTreaty: 'The later treaty',
    condition: 'The condition that is met, by its name in the clause',
    oral: 'It was made orally, so without effect',
    defect: 'Why a notice is not valid',
    published: 'The date is published; the notifications themselves are not known',
    evidence: 'Where it is proved: number of the note, file of the archive',
    note: 'A remark',
    recorded: 'When we came to know of it (default: today)',
    recordFile: 'Facts, corrections and strikes in a YAML or JSON list',
    clear: 'A field to clear, such as dispatched',
    correctReason: 'Why it is corrected',
    correctId: 'Id of the correction (default: made of the entry and what is set)',
    strikeReason: 'Why it is struck',
    strikeId: 'Id of the strike (default: k- and the id of the entry)',
    renew: 'Let it renew; before an expiry, renew it by agreement',
    terminate: 'Give notice',
    negotiate: 'Negotiate',
    lapse: 'Let it expire',
    decidedBy: 'Who decided',
    decidedOn: 'On what authority',
    decidedFor: 'The Party for which it was decided (default: that of the agreement’s desk)',
    acknowledgeBy: 'Who acknowledges (default: your user name)',
    acknowledgeFor: 'For which Party (default: that of the agreement’s desk)',
    replanAll: 'All agreements in the register',

    attachTo: 'The number of a notice, a protocol, or the id of an entry',
    attachPerson: 'Who attaches it (default: your user name)',
    listTo: 'Only those of a notice, a protocol or an entry',
    saveOut: 'Where to write it',

    authorityOut: 'The file to write (default: authority.json of the home)',
    recover: 'Have it trusted without an operator: the key of the last authority is lost',
    reason: 'Why',
    authorityKey: 'The key of the authority (default: authority.json of the home)',
    identityOut: 'The file to write (default: in identities/ of the home)',
    identityReplace: 'Put it in the place of an identity of the person for another Party or with other roles',
    identityPerson: 'The person',
    identityFor: 'The Party, by its code, or the organisation for which the person acts',
    identityRoles: 'One or more, separated by commas',
    identityDays: 'How many days it lasts (default: 365)',
    revokePerson: 'Every identity of this person until now',
    request: 'The request, as JSON',
    requestFile: 'A file with the request',
    requestPerson: 'Who makes the request (default: the person it names)',
    withdraw: 'Id of an authority that is no longer trusted',
    signing: 'A signing key',
    keyId: 'Its name (default: the day; for a signing key its RFC 7638 thumbprint)',
    publicKey: 'The public key that must have signed it, as npx servanda keys public prints it',

    person: 'Who does it (default: your user name)',
    kind: 'What it is: {kinds}',
    noticeBy: 'The Party whose notice it is, such as KZ',
    noticeProtocol: 'The protocol it is about, such as p1',
    noticeOf: 'The notice of termination that it revokes',
    noticeChanges: 'What a proposed protocol would change, such as {"periodLength":"P3Y"}',
    subject: 'What it is about',
    scope: 'The communications that are requested',
    fromDay: 'From which day',
    untilDay: 'Until which day',
    payer: 'Which Party pays',
    organisation: 'The new competent organisation',
    replaces: 'The organisation that it replaces',
    error: 'The error in the text',
    corrected: 'How it is corrected',
    text: 'Further text, put into the note unchanged',
    reference: 'The number under which the Party sends it',
    signer: 'Who signs it',
    signerAuthority: 'On what authority the signer signs: full powers, or the office held',
    channel: 'How it is sent: {channels} (default: diplomaticNote)',
    noticeNumber: 'The number under which the desk keeps it (default: the next of the year)',
    leftOn: 'When it was sent (default: today, while it is the same day for both Parties)',
    noteDated: 'The date that the note bears',
    noteReference: 'The number of the note',
    arrivedOn: 'When it was received, by our own date',
    itsDate: 'The date that it bears',
    itsDispatch: 'When it was dispatched',
    wasOral: 'It was made orally',
    accept: 'It is a notice',
    defective: 'Why it is not a notice: unsigned, no full powers',
    all: 'Also those that are closed',
    rehearsals: 'Also rehearsals (one that is named is always shown)',
    recallReason: 'Why it is taken back',
    receivedOn: 'When it was received, by the date of the Party that received it',
    receiptEvidence: 'How the receipt is proved',
    returnReason: 'Why it came back',
    dryRun: 'Show also what it would do if it were sent today',

    abandonedOn: 'The day on which it was abandoned',
    agreedOn: 'The day on which it was agreed',
    proof: 'Where it is proved',
    proposedBy: 'The Party that proposes it, such as KZ',
    proposalReceived: 'When the other Party received the proposal',
    proposalDated: 'The date that the proposal bears',
    title: 'Its title',
    protocolChanges: 'What it changes, such as {"periodLength":"P3Y","noticeBefore":"P3M"}',
    signedOn: 'The day of signature',
    signedAt: 'Where',
    textLanguage: 'An authentic language, such as ru',

    repair: 'Bring what differs back to the register',
    headAgreement: 'Also the head of this agreement',
    headOut: 'Also write it to this file, as JSON',
    rebuildDryRun: 'Only say what would be started',
    keptHead: 'Heads that were kept elsewhere, as register head --out writes them',
    origin: 'Where the Temporal UI is (default: that of a running up)',
    agreementsFolder: 'The folder of the agreements to open (default: agreements/ of servanda)',
  },
};

/** The same in every language: a command or a flag without its text does not compile. */
export type HelpMessages = Like<typeof help>;
export type CommandId = keyof typeof help.commands;
export type GroupId = keyof typeof help.groups;
export type FlagId = keyof typeof help.flags;
