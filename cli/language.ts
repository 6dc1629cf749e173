/** The language in which the command line answers: that of --language, else that of the environment, else English. */
import { languages, type Language } from '../clauses/desk.ts';

export interface Asked {
  /** The command line without --language. */
  args: string[];
  language: Language;
  /** The language of --language. */
  chosen: Language | undefined;
  /** What --language names that is no language here; empty where nothing follows it. */
  unknown: string | undefined;
}

/** --language stands before or after the command, as `--language ru` or `--language=ru`; of several the last counts. */
export function languageAsked(given: readonly string[], env: NodeJS.ProcessEnv): Asked {
  const args: string[] = [];
  let named: string | undefined;
  for (let i = 0; i < given.length; i++) {
    const arg = given[i]!;
    if (arg === '--') return asked([...args, ...given.slice(i)], named, env);
    if (arg.startsWith('--language=')) named = arg.slice('--language='.length);
    else if (arg !== '--language') args.push(arg);
    else if (given[i + 1]?.startsWith('-') === false) named = given[(i += 1)];
    else named = '';
  }
  return asked(args, named, env);
}

function asked(args: string[], named: string | undefined, env: NodeJS.ProcessEnv): Asked {
  const chosen = languages.find(l => l === named);
  const unknown = chosen || named === undefined ? undefined : named;
  // What programs read does not change with the place where they run.
  const byItself = args.includes('--json') ? 'en' : languageOfEnvironment(env);
  return { args, language: chosen ?? byItself, chosen, unknown };
}

/** As POSIX has it: LC_ALL before LC_MESSAGES before LANG. `ru_RU.UTF-8` is Russian; C, POSIX and languages that are none here are English. */
export function languageOfEnvironment(env: NodeJS.ProcessEnv): Language {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  const [name] = locale.toLowerCase().split(/[_.@-]/);
  return languages.find(l => l === name) ?? 'en';
}
