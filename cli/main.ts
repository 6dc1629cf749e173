/** servanda on the command line: its commands, each in its own file, which is loaded only when the command is used. */
import {
  buildApplication,
  buildCommand,
  buildRouteMap,
  help,
  run,
  text_en,
  version,
  type ApplicationText,
  type Command,
  type RouteMap,
  type StricliIntegration,
} from '@stricli/core';
import type { Defined } from './define.ts';
import { commandTaking } from './entry/other-commands.ts';
import { exitCodeOf, failureSentence, argumentFailureIn, withSlipsOf } from './failures.ts';
import { closeClients } from './client.ts';
import { helpLayout } from './help-layout.ts';
import { languageAsked, languageMeant } from './language.ts';
import { fitted } from './page.ts';
import { nearCommands, nearFlag } from './near-commands.ts';
import { repeatHome } from './repeat-home.ts';
import { separateTemporalArguments } from './temporal-arguments.ts';
import { languages } from '../clauses/desk.ts';
import { escaped, isText } from '../machines/limits.ts';
import { fill } from '../wording/forms.ts';
import type { CommandId, GroupId, HelpMessages } from '../wording/help/en.ts';
import { helpIn, wordsIn, type Words } from './words.ts';
import { ownVersion, processContext, type ProcessContext, type CliContext } from './world.ts';

type Load = () => Promise<{ command: Defined }>;

/** In the order of the help; of two words, the first names a group. */
const commands: Readonly<Record<CommandId, Load>> = {
  up: () => import('./service/up.ts'),
  worker: () => import('./service/worker.ts'),
  web: () => import('./service/web.ts'),
  'agreement open': () => import('./agreement/open.ts'),
  'agreement new': () => import('./agreement/new.ts'),
  'agreement check': () => import('./agreement/check.ts'),
  'agreement import': () => import('./agreement/import.ts'),
  'agreement list': () => import('./agreement/list.ts'),
  'agreement show': () => import('./agreement/show.ts'),
  'agreement revise': () => import('./agreement/revise.ts'),
  'notice draft': () => import('./notice/draft.ts'),
  'notice change': () => import('./notice/change.ts'),
  'notice approve': () => import('./notice/approve.ts'),
  'notice dispatch': () => import('./notice/dispatch.ts'),
  'notice received': () => import('./notice/received.ts'),
  'notice return': () => import('./notice/return.ts'),
  'notice recall': () => import('./notice/recall.ts'),
  'notice revoke': () => import('./notice/revoke.ts'),
  'notice enter': () => import('./notice/enter.ts'),
  'notice examine': () => import('./notice/examine.ts'),
  'notice list': () => import('./notice/list.ts'),
  'notice show': () => import('./notice/show.ts'),
  'notice document': () => import('./notice/document.ts'),
  'protocol propose': () => import('./protocol/propose.ts'),
  'protocol agree': () => import('./protocol/agree.ts'),
  'protocol text': () => import('./protocol/text.ts'),
  'protocol sign': () => import('./protocol/sign.ts'),
  'protocol abandon': () => import('./protocol/abandon.ts'),
  'protocol list': () => import('./protocol/list.ts'),
  'protocol show': () => import('./protocol/show.ts'),
  'protocol document': () => import('./protocol/document.ts'),
  'document attach': () => import('./document/attach.ts'),
  'document list': () => import('./document/list.ts'),
  'document save': () => import('./document/save.ts'),
  'register verify': () => import('./register/verify.ts'),
  'register head': () => import('./register/head.ts'),
  'register backup': () => import('./register/backup.ts'),
  'register restore': () => import('./register/restore.ts'),
  'register rebuild': () => import('./register/rebuild.ts'),
  'register compare': () => import('./register/compare.ts'),
  codec: () => import('./service/codec.ts'),
  temporal: () => import('./service/temporal.ts'),
  record: () => import('./entry/record.ts'),
  correct: () => import('./entry/correct.ts'),
  strike: () => import('./entry/strike.ts'),
  decide: () => import('./entry/decide.ts'),
  acknowledge: () => import('./entry/acknowledge.ts'),
  timeline: () => import('./answers/timeline.ts'),
  certificate: () => import('./answers/certificate.ts'),
  explain: () => import('./answers/explain.ts'),
  deadlines: () => import('./answers/deadlines.ts'),
  simulate: () => import('./answers/simulate.ts'),
  rehearse: () => import('./rehearse.ts'),
  'dev story': () => import('./dev/story.ts'),
  deliveries: () => import('./deliveries.ts'),
  replan: () => import('./replan.ts'),
  diagram: () => import('./answers/diagram.ts'),
  completion: () => import('./completion/completion.ts'),
  'identity issue': () => import('./identity/issue.ts'),
  'identity exchange': () => import('./identity/exchange.ts'),
  'identity revoke': () => import('./identity/revoke.ts'),
  'identity sign': () => import('./identity/sign.ts'),
  'identity list': () => import('./identity/list.ts'),
  'identity authority': () => import('./identity/authority.ts'),
  'identity trust': () => import('./identity/trust.ts'),
  'calendar new': () => import('./calendar/new.ts'),
  'calendar list': () => import('./calendar/list.ts'),
  'calendar revoke': () => import('./calendar/revoke.ts'),
  mcp: () => import('./service/mcp.ts'),
  'keys new': () => import('./keys/new.ts'),
  'keys public': () => import('./keys/public.ts'),
  'keys verify': () => import('./keys/verify.ts'),
};
const commandIds = Object.keys(commands) as CommandId[];

/** Runs a command line. Resolves to the exit code: 0, 1 (not as requested), 2 (bad input); for `temporal`, to that of Temporal's own. */
export async function main(given: readonly string[], around: ProcessContext = processContext()): Promise<number> {
  if (given[0] === 'completion' && given[1] === '--') return propose(given.slice(2), around);
  const { args, language, chosen, unknown } = languageAsked(separateTemporalArguments(given), around.process.env);
  const words = await wordsIn(language);
  if (unknown !== undefined) {
    around.warn(unknownLanguage(unknown, words));
    return 2;
  }
  const unfit = (args[0] === 'temporal' ? [] : args).find(arg => !isText(isJson(arg) ? arg.replaceAll(/[\n\r\t]/g, ' ') : arg));
  if (unfit !== undefined) {
    around.warn(`${escaped(unfit).slice(0, 200)}: ${words.m.arguments.jsonWhy.notText}.`);
    return 2;
  }
  const asked = args[0] === 'help' ? [...args.slice(1), '--help'] : args;
  const process = { ...around.process, exitCode: undefined as number | undefined };
  const own: CliContext = { ...fitting(around, asked), process, chosen, words, ask: askIn(around, words) };
  try {
    await run(await application(asked, own), asked, own);
  } finally {
    await closeClients(own);
  }
  return exitCode(process.exitCode ?? 0);
}

/** For the shell's script: the completions of the last word. */
async function propose(typed: readonly string[], around: ProcessContext): Promise<number> {
  const { language, chosen } = languageAsked(typed.slice(0, -1), around.process.env);
  const words = await wordsIn(language);
  const own: CliContext = { ...around, chosen, words, ask: undefined };
  const { inRows, proposalsFor } = await import('./completion/proposals.ts');
  try {
    const proposals = await proposalsFor(typed, own, args => application(args, own));
    if (proposals.length) around.print(inRows(proposals));
  } finally {
    await closeClients(own);
  }
  return 0;
}

/** Repeats `--home` in command lines, and wraps sentences to the terminal's width. */
function fitting(around: ProcessContext, args: readonly string[]): ProcessContext {
  const { prompt, columns, messageColumns } = around;
  const withHome = repeatHome(args, commandIds);
  return {
    ...around,
    print: text => around.print(fitted(withHome(text), columns)),
    warn: text => around.warn(fitted(withHome(text), messageColumns)),
    prompt: prompt && (question => prompt(fitted(withHome(question), messageColumns))),
  };
}

/** JSON for a flag may be written in several lines. */
const isJson = (arg: string): boolean => /^(?:--[\w-]+=)?\s*[[{]/.test(arg);

const unknownLanguage = (given: string, { m, say }: Words): string =>
  say(given ? m.language.unknown : m.language.missing, { given, known: languages.join(', '), near: languageMeant(given) ?? 'none' });

function askIn({ ask }: ProcessContext, { m, say }: Words): CliContext['ask'] {
  const { confirm, yesPattern } = m.words;
  return ask && (question => ask(say(confirm, { question }), new RegExp(yesPattern, 'iu')));
}

/** Stricli's own codes are negative: -5 and -4 for an unknown command, flag or argument. */
const exitCode = (code: number): number => (code >= 0 ? code : code === -4 || code === -5 ? 2 : 1);

async function application(args: readonly string[], { words, columns, messageColumns }: CliContext) {
  const texts = await helpIn(words.language);
  return buildApplication<CliContext>(
    await routesOf(args, texts),
    {
      name: 'npx servanda',
      scanner: {
        caseStyle: 'allow-kebab-for-camel',
        allowArgumentEscapeSequence: args[0] === 'temporal' && args.includes('--'),
        distanceOptions: { threshold: 4, weights: { insertion: 1, deletion: 1, substitution: 2, transposition: 1 } },
      },
      documentation: { disableAnsiColor: true },
      localization: { text: textIn(words, texts, { args, columns: messageColumns }) },
      determineExitCode: exitCodeOf,
    },
    {
      help: fittingHelp(texts, columns),
      version: version<CliContext>({ brief: texts.version, info: { getCurrentVersion: async () => ownVersion() } }),
    },
  );
}

/** Stricli's help, which puts each flag and each paragraph on one line, laid out for the terminal. */
function fittingHelp({ help: brief }: HelpMessages, columns: number | undefined): StricliIntegration<CliContext> {
  const formatting = { useAliasInUsageLine: false, onlyRequiredInUsageLine: false, caseStyle: 'convert-camel-to-kebab' } as const;
  const own = help<CliContext>({ brief, defaultForRouteMap: true, formatting });
  const flag: NonNullable<typeof own.flag> = {
    ...own.flag!,
    async run(app, context) {
      const { stdout } = this.process;
      const write = (text: string): void => stdout.write(helpLayout(text, columns));
      await own.flag!.run.call({ ...this, process: { ...this.process, stdout: { ...stdout, write } } }, app, context);
    },
  };
  return { ...own, flag };
}

/** Loads the command that is named; of the others only the name, for help and for "did you mean". */
async function routesOf(args: readonly string[], texts: HelpMessages): Promise<RouteMap<CliContext>> {
  const [first = '', second] = args.filter(a => !a.startsWith('-'));
  const asked = Object.hasOwn(texts.groups, first) ? `${first} ${second}` : first;
  const routes = emptyMap<Command<CliContext> | RouteMap<CliContext>>();
  const groups = emptyMap<Record<string, Command<CliContext>>>();
  for (const [id, load] of Object.entries(commands) as [CommandId, Load][]) {
    const command = id === asked ? (await load()).command(id, texts) : onlyNamed(texts.commands[id].brief);
    const [group, name] = id.split(' ') as [GroupId, string?];
    if (name) (groups[group] ??= emptyMap())[name] = command;
    routes[group] = name ? buildRouteMap({ routes: groups[group]!, docs: { brief: texts.groups[group] } }) : command;
  }
  return buildRouteMap({ routes, docs: { brief: fill(texts.root, { languages: languages.join('|') }) } });
}

/** Without a prototype, so that `servanda constructor` is an unknown command like any other. */
const emptyMap = <T>(): Record<string, T> => Object.create(null) as Record<string, T>;

const onlyNamed = (brief: string): Command<CliContext> =>
  buildCommand<object, [], CliContext>({ docs: { brief }, parameters: {}, func: () => {} });

interface HelpContext {
  args: readonly string[];
  columns: number | undefined;
}

function textIn(words: Words, { headings, keywords }: HelpMessages, { args, columns }: HelpContext): ApplicationText {
  const withHome = repeatHome(args, commandIds);
  const said = (text: string): string => fitted(withHome(withSlipsOf(args, text, words)), columns);
  const failed = (failure: unknown): string => said(failureSentence(failure, words));
  const [first = ''] = args.filter(a => !a.startsWith('-'));
  const groupOf = (input: string): string | undefined => (first === input ? undefined : first);
  const near = (input: string): readonly string[] => nearCommands(input, groupOf(input), commandIds);
  return {
    ...text_en,
    headers: { ...text_en.headers, ...headings },
    keywords,
    noCommandRegisteredForInput: ({ input }: { input: string }) =>
      said(
        input.startsWith('-')
          ? words.say(words.m.arguments.noFlag, { flag: input, near: words.or(nearFlag(input)) || 'none' })
          : words.say(words.m.arguments.noCommand, {
              command: [groupOf(input), input].filter(Boolean).join(' '),
              near: words.or(near(input)) || 'none',
            }),
      ),
    exceptionWhileParsingArguments: (failure: unknown) => said(commandTaking(args, words) ?? argumentFailureIn(failure, words)),
    exceptionWhileLoadingCommandFunction: failed,
    exceptionWhileRunningCommand: failed,
    commandErrorResult: failed,
  };
}
