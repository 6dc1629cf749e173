/** The language of the command line's answers: that of --language, otherwise that of the environment, otherwise English. */
import { languages, type Language } from '../clauses/desk.ts';
import { displayNames } from '../wording/intl.ts';

export interface LanguageChoice {
  /** The command line without --language. */
  args: string[];
  language: Language;
  /** The language given by --language. */
  chosen: Language | undefined;
  /** The value of --language if it is not one of the four languages; empty if the value is missing. */
  unknown: string | undefined;
}

/** Reads --language before or after the command, as `--language ru` or `--language=ru`; the last one counts. */
export function languageAsked(given: readonly string[], env: NodeJS.ProcessEnv): LanguageChoice {
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

function asked(args: string[], named: string | undefined, env: NodeJS.ProcessEnv): LanguageChoice {
  const chosen = languages.find(l => l === named);
  const unknown = chosen || named === undefined ? undefined : named;
  // The output for programs does not depend on where they run.
  const byItself = args.includes('--json') ? 'en' : languageOfEnvironment(env);
  return { args, language: chosen ?? byItself, chosen, unknown };
}

/** In POSIX order: LC_ALL, LC_MESSAGES, LANG. `ru_RU.UTF-8` is Russian; C, POSIX and languages that servanda lacks are English. */
export function languageOfEnvironment(env: NodeJS.ProcessEnv): Language {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  const [name] = locale.toLowerCase().split(/[_.@-]/);
  return languages.find(l => l === name) ?? 'en';
}

/** `RU`, `ru_RU`, `rus`, `Russian`, `русский`: a language by another code, or by its name. */
export function languageMeant(given: string): Language | undefined {
  const word = given.trim().toLowerCase();
  return languages.find(l => l === codeOf(word)) ?? languages.find(l => namesOf(l).includes(word));
}

function codeOf(word: string): string | undefined {
  try {
    return new Intl.Locale(word.split(/[.@]/)[0]!.replaceAll('_', '-')).language;
  } catch {
    return undefined;
  }
}

const namesOf = (language: Language): string[] =>
  languages.map(inWhich => displayNames(inWhich, { type: 'language' }).of(language)!.toLowerCase());
