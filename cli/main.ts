/** servanda at the command line: its commands, each in a file of its own that is loaded only when it is asked for. */
import { buildApplication, buildCommand, buildRouteMap, help, run, text_en, version, type Command, type RouteMap } from '@stricli/core';
import { exitCodeOf, toldOf, toldOfArguments } from './failures.ts';
import { closeRegisters } from './registers.ts';
import { languageAsked } from './language.ts';
import { languages } from '../clauses/desk.ts';
import { escaped, isText } from '../machines/limits.ts';
import { wordsIn, type Words } from './words.ts';
import { ownVersion, realWorld, type Surroundings, type World } from './world.ts';

interface Listed {
  brief: string;
  load: () => Promise<{ command: Command<World> }>;
}

const agreementCommands: Record<string, Listed> = {
  open: { brief: 'Open an agreement: from then on it is kept', load: () => import('./agreement/open.ts') },
  new: { brief: 'Write the file of an agreement, question by question', load: () => import('./agreement/new.ts') },
  check: { brief: 'What makes no sense in the clauses of a file', load: () => import('./agreement/check.ts') },
  import: { brief: 'Open the agreements of a table, a row each', load: () => import('./agreement/import.ts') },
  list: { brief: 'The agreements in the register, with the next date of each', load: () => import('./agreement/list.ts') },
  show: { brief: 'Where an agreement stands, and every entry of its register', load: () => import('./agreement/show.ts') },
  redescribe: { brief: 'Take a changed file into use, seeing first which dates move', load: () => import('./agreement/redescribe.ts') },
};

const noticeCommands: Record<string, Listed> = {
  draft: { brief: 'Draft a notice of ours', load: () => import('./notice/draft.ts') },
  change: { brief: 'Change what a draft says, or its channel', load: () => import('./notice/change.ts') },
  approve: { brief: 'Approve a draft, as another person than its drafter', load: () => import('./notice/approve.ts') },
  dispatch: { brief: 'A notice has left: enter its dispatch, seeing first what it does', load: () => import('./notice/dispatch.ts') },
  received: { brief: 'The receipt of a notice is proved: it counts from that day', load: () => import('./notice/received.ts') },
  return: { brief: 'A notice came back or was lost: it may be sent again', load: () => import('./notice/return.ts') },
  recall: { brief: 'Take a notice back before it is received', load: () => import('./notice/recall.ts') },
  revoke: { brief: 'Draft the revocation of a notice that has been received', load: () => import('./notice/revoke.ts') },
  enter: { brief: 'Enter a notice of the other Party that has come in', load: () => import('./notice/enter.ts') },
  examine: { brief: 'Examine a notice that has come in: accept it, or say what is wrong', load: () => import('./notice/examine.ts') },
  list: { brief: 'The notices on their way', load: () => import('./notice/list.ts') },
  show: { brief: 'Where a notice stands, and what the law makes of it today', load: () => import('./notice/show.ts') },
  document: { brief: 'Draw up a notice as a paper, in one of four languages', load: () => import('./notice/document.ts') },
};

const protocolCommands: Record<string, Listed> = {
  propose: { brief: 'A protocol is proposed', load: () => import('./protocol/propose.ts') },
  agree: { brief: 'The text of a protocol is agreed', load: () => import('./protocol/agree.ts') },
  text: { brief: 'The text of a protocol is settled in a language', load: () => import('./protocol/text.ts') },
  sign: { brief: 'A protocol is signed', load: () => import('./protocol/sign.ts') },
  abandon: { brief: 'A protocol is given up before it is in force', load: () => import('./protocol/abandon.ts') },
  list: { brief: 'The protocols, with what each waits for', load: () => import('./protocol/list.ts') },
  show: { brief: 'Where a protocol stands, and what is missing', load: () => import('./protocol/show.ts') },
  document: { brief: 'Draw up the cover page of a protocol, in one of four languages', load: () => import('./protocol/document.ts') },
};

const documentCommands: Record<string, Listed> = {
  attach: { brief: 'Attach a document: kept by its hash beside the register', load: () => import('./document/attach.ts') },
  list: { brief: 'The documents of an agreement, each checked against its hash', load: () => import('./document/list.ts') },
  save: { brief: 'Give a document back, checked against its hash', load: () => import('./document/save.ts') },
};

const registerCommands: Record<string, Listed> = {
  verify: { brief: 'Every line against its seal, every document against its hash', load: () => import('./register/verify.ts') },
  head: { brief: 'The heads of the registers, signed, to be kept elsewhere', load: () => import('./register/head.ts') },
  backup: { brief: 'A verified copy of all that must be kept, while it is in use', load: () => import('./register/backup.ts') },
  restore: { brief: 'A backup into an empty home, verified first', load: () => import('./register/restore.ts') },
  rebuild: { brief: 'Start again from the register what Temporal does not have', load: () => import('./register/rebuild.ts') },
  compare: { brief: 'Whether Temporal keeps what the register says; repairs it', load: () => import('./register/compare.ts') },
};

const identityCommands: Record<string, Listed> = {
  issue: { brief: 'Issue an identity: a person, for whom, with which roles', load: () => import('./identity/issue.ts') },
  exchange: { brief: 'Exchange a token of your OIDC issuer for an identity', load: () => import('./identity/exchange.ts') },
  revoke: { brief: 'Take a right away, at once', load: () => import('./identity/revoke.ts') },
  sign: { brief: 'Sign a request, for the Temporal UI or command line', load: () => import('./identity/sign.ts') },
  list: { brief: 'Authorities, identities of this home, revocations', load: () => import('./identity/list.ts') },
  authority: { brief: 'Make the key of an authority, which issues identities', load: () => import('./identity/authority.ts') },
  trust: { brief: 'Trust an authority, or no longer', load: () => import('./identity/trust.ts') },
};

const keysCommands: Record<string, Listed> = {
  new: { brief: 'Make a key to encrypt with, or to sign with', load: () => import('./keys/new.ts') },
  public: { brief: 'The public half of the signing key, to hand out', load: () => import('./keys/public.ts') },
  verify: { brief: 'Whether heads or a certificate were signed by a key', load: () => import('./keys/verify.ts') },
};

const commands: Record<string, Listed> = {
  up: { brief: 'Start everything: Temporal server, worker, the agreements', load: () => import('./service/up.ts') },
  worker: { brief: 'Run a worker alone, against a server that runs already', load: () => import('./service/worker.ts') },
  codec: { brief: 'Show clear text in the UI of a Temporal server elsewhere', load: () => import('./service/codec.ts') },
  record: { brief: 'Enter a fact, seeing first what it brings about', load: () => import('./entry/record.ts') },
  correct: { brief: 'Correct fields of an entry', load: () => import('./entry/correct.ts') },
  strike: { brief: 'Strike an entry', load: () => import('./entry/strike.ts') },
  decide: { brief: 'Decide before the safe day: let renew, give notice, negotiate', load: () => import('./entry/decide.ts') },
  acknowledge: { brief: 'Acknowledge the reminders of an agreement so far', load: () => import('./entry/acknowledge.ts') },
  timeline: { brief: 'Where an agreement stands on a day, from its file alone', load: () => import('./answers/timeline.ts') },
  certificate: { brief: 'Whether an agreement is in force on a day, as a signed paper', load: () => import('./answers/certificate.ts') },
  explain: { brief: 'Every date: its article, how it was counted, other readings', load: () => import('./answers/explain.ts') },
  deadlines: { brief: 'What must be done by when, soonest first', load: () => import('./answers/deadlines.ts') },
  simulate: { brief: 'What would this notice do? Nothing is written', load: () => import('./answers/simulate.ts') },
  post: { brief: 'Which letters left, to whom, and which did not', load: () => import('./post.ts') },
  replan: { brief: 'Fold again after a corrected law: timers move to it', load: () => import('./replan.ts') },
  diagram: { brief: 'The life of an instrument as a Mermaid diagram', load: () => import('./answers/diagram.ts') },
};

/** Runs a command line. Resolves to the exit code: 0, 1 (not as asked), 2 (bad input). */
export async function main(given: readonly string[], around: Surroundings = realWorld()): Promise<0 | 1 | 2> {
  const { args, language, chosen, unknown } = languageAsked(given, around.process.env);
  const words = await wordsIn(language);
  if (unknown !== undefined) {
    around.tell(unknownLanguage(unknown, words));
    return 2;
  }
  const unfit = args.find(arg => !isText(isJson(arg) ? arg.replaceAll(/[\n\r\t]/g, ' ') : arg));
  if (unfit !== undefined) {
    around.tell(`${escaped(unfit).slice(0, 200)}: ${words.m.arguments.jsonWhy.notText}.`);
    return 2;
  }
  const asked = args[0] === 'help' ? [...args.slice(1), '--help'] : args;
  const process = { ...around.process, exitCode: undefined as number | undefined };
  const own: World = { ...around, process, chosen, words, ask: askIn(around, words) };
  try {
    await run(await application(asked, words), asked, own);
  } finally {
    await closeRegisters(own);
  }
  return exitCode(process.exitCode ?? 0);
}

/** What a flag takes as JSON may be written in several lines. */
const isJson = (arg: string): boolean => /^(?:--[\w-]+=)?\s*[[{]/.test(arg);

const unknownLanguage = (given: string, { m, say }: Words): string =>
  say(given ? m.language.unknown : m.language.missing, { given, known: languages.join(', ') });

function askIn({ ask }: Surroundings, { m, say }: Words): World['ask'] {
  const { confirm, yesPattern } = m.words;
  return ask && (question => ask(say(confirm, { question }), new RegExp(yesPattern, 'iu')));
}

/** Stricli's own codes are negative: -5 and -4 for a command, flag or argument that is not known. */
const exitCode = (code: number): 0 | 1 | 2 => (code === 0 || code === 1 || code === 2 ? code : code === -4 || code === -5 ? 2 : 1);

async function application(args: readonly string[], words: Words) {
  const [first, second] = args.filter(a => !a.startsWith('-'));
  const group = async (name: string, brief: string, listed: Record<string, Listed>) =>
    buildRouteMap({ routes: await routes(listed, first === name ? second : undefined), docs: { brief } });
  const agreement = await group('agreement', 'The agreements that are kept', agreementCommands);
  const notice = await group('notice', 'Notices on their way, ours and theirs', noticeCommands);
  const protocol = await group('protocol', 'Protocols on their way', protocolCommands);
  const document = await group('document', 'Documents that came in or were signed', documentCommands);
  const registers = await group('register', 'The register itself: verified, compared, signed, backed up', registerCommands);
  const identity = await group('identity', 'Who may ask for what', identityCommands);
  const keys = await group('keys', 'The keys that encrypt and sign', keysCommands);
  const { up, worker, ...others } = await routes(commands, first);
  const root = buildRouteMap({
    routes: withoutPrototype({
      up: up!,
      worker: worker!,
      agreement,
      notice,
      protocol,
      document,
      register: registers,
      ...others,
      identity,
      keys,
    }),
    docs: { brief: rootBrief },
  });
  return buildApplication<World>(
    root,
    {
      name: 'npx servanda',
      scanner: {
        caseStyle: 'allow-kebab-for-camel',
        distanceOptions: { threshold: 4, weights: { insertion: 1, deletion: 1, substitution: 2, transposition: 1 } },
      },
      documentation: { disableAnsiColor: true },
      localization: { text: textIn(words) },
      determineExitCode: exitCodeOf,
    },
    integrations,
  );
}

const integrations = {
  help: help<World>({
    brief: 'Print help and exit',
    defaultForRouteMap: true,
    formatting: { useAliasInUsageLine: false, onlyRequiredInUsageLine: false, caseStyle: 'convert-camel-to-kebab' },
  }),
  version: version<World>({ brief: 'Print the version and exit', info: { getCurrentVersion: async () => ownVersion() } }),
};

const rootBrief = `Keeps international agreements on time: each date with the article it follows from.

timeline, explain, simulate, deadlines and diagram need no server. Those that only read the register, and
those of keys, need none either. The others talk to a running service: npx servanda up.
Exit codes: 0 done; 1 not as asked; 2 the input is at fault. Help for one command: npx servanda <command> --help.

--language ${languages.join('|')}, before or after any command, is the language of the answer (default: that of LC_ALL, LC_MESSAGES or LANG).`;

/** The help itself is in English. */
const textIn = (words: Words) => {
  const told = (failure: unknown): string => toldOf(failure, words);
  return {
    ...text_en,
    noCommandRegisteredForInput: ({ input, corrections }: { input: string; corrections: readonly string[] }) =>
      words.say(words.m.arguments.noCommand, {
        command: input,
        near: words.or(corrections.map(c => c.replaceAll('`', ''))) || 'none',
      }),
    exceptionWhileParsingArguments: (failure: unknown) => toldOfArguments(failure, words),
    exceptionWhileLoadingCommandFunction: told,
    exceptionWhileRunningCommand: told,
    commandErrorResult: told,
  };
};

/** The command that is asked for; of the others the name alone, for help and for "did you mean". */
async function routes(listed: Record<string, Listed>, asked: string | undefined): Promise<Record<string, Command<World>>> {
  const each = Object.entries(listed).map(async ([name, { brief, load }]): Promise<[string, Command<World>]> => {
    if (name === asked) return [name, (await load()).command];
    return [name, buildCommand<object, [], World>({ docs: { brief }, parameters: {}, func: () => {} })];
  });
  return withoutPrototype(Object.fromEntries(await Promise.all(each)));
}

/** So that `servanda constructor` is an unknown command like any other. */
const withoutPrototype = <T extends Record<string, Command<World> | RouteMap<World>>>(map: T): T =>
  Object.assign(Object.create(null) as T, map);
