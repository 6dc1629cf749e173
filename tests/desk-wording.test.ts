/**
 * Pages, documents and letters speak to people: no sentence that a page can show names a command, and none of any of them contains a code,
 * in any language.
 */
import { describe, expect, it } from 'vitest';
import { languages, type Language } from '../clauses/desk.ts';
import { help } from '../wording/help/en.ts';
import { wordings } from '../wording/index.ts';
import { deskValues, deskWordings } from '../wording/web/failures/messages.ts';
import { webMessages } from '../wording/web/words.ts';

/** The sentences of a catalogue, by their path in it. */
function sentencesIn(of: unknown, path = ''): [path: string, text: string][] {
  if (typeof of === 'string') return [[path, of]];
  if (typeof of !== 'object' || of === null) return [];
  return Object.entries(of).flatMap(([name, inner]) => sentencesIn(inner, path ? `${path}.${name}` : name));
}

const spaced = Object.keys(help.commands).map(name => name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase());
const ofSubjects = spaced.filter(name => name.includes(' '));
/** In English the two words of a command may be adjacent by chance: as a command they follow a colon or are in brackets. */
const named = (language: Language): RegExp =>
  new RegExp(
    String.raw`npx|\bservanda (?:${spaced.join('|')})\b|${language === 'en' ? '[:(] ?' : String.raw`\b`}(?:${ofSubjects.join('|')})\b|\bsimulate\b|the (?:same )?command\b|команд|әмір|əmr|chmod|(?<![\p{L}\d])--[a-z]|[A-Z]{4,}_[A-Z]`,
    'u',
  );

/** Never on a page: start-up and log messages, output of the command line, answers to programs, letters, and the page for engineers. */
const elsewhere = [
  /^log\./,
  /^letter\./,
  /^differences\./,
  /^failures\.(mistakes|keysFiles|keysFileKinds|keyFileKinds|remedies|sources|gaps|notTaken|servers|commandEnds)/,
  /^failures\.faults\.(tokenNeeded|identityInPlace|noIdentityOfService|namespaceNotReady|serverSilent|noBundle)$/,
  /^client\.opened\./,
  /^client\.invalid\.(rightNeeded|otherRightNeeded|readingRightNeeded|noRehearsal)$/,
  // An answer to a program that reads by the API.
  /^client\.problems\.said\.readingRefused$/,
  // For the operator: how the desk is reached.
  /^client\.problems\.said\.otherHost$/,
  /^web\.calendars\.onlyHere$/,
];

/** `noticeBefore`, `condition.met`, `not_before`: names used only in code, a file or a table. */
const code = /(?<![\p{L}\d.])(?:[a-z]+[A-Z]\w*|[a-z]+(?:\.[a-z]+)+|[a-z]+(?:_[a-z]+)+)(?![\p{L}\d])/gu;

/** A message without the names of its values and choices, which are replaced by their values. */
const literal = (text: string): string => text.replaceAll(/\{\w+(?=[},])|, (?:plural|selectordinal|select),|[=\w]+ (?=\{)/g, ' ');

/** Texts about input that uses these names: an agreement's file, the columns of an imported table, a program's request. */
const byTheirNames = [
  /^faults\.(rules|rows|fields|table)\./,
  /^findings\./,
  /^refusals\.shapes\.bounds$/,
  /^refusals\.messages\.beyondLimit$/,
  /^client\.problems\.said\.noOperation$/,
  /^failures\.discovery\.keysNotByHttps$/,
];

const atCli = new Map(languages.map(l => [l, new Map(sentencesIn(wordings[l]))]));

describe.each(languages)('in %s', language => {
  const isCommand = named(language);
  const shown = sentencesIn({ ...deskWordings[language], rehearsal: deskValues[language].rehearsal, web: webMessages[language] });

  it('no sentence on a page names a command', () => {
    const said = shown.filter(([path]) => !elsewhere.some(one => one.test(path)));
    expect(said.length).toBeGreaterThan(1000);
    expect(said.filter(([, text]) => isCommand.test(text))).toEqual([]);
  });

  it('no sentence on a page, in a document or in a letter contains one of our codes', () => {
    const ofNoPerson = [...byTheirNames, ...elsewhere.filter(one => !one.test('letter.') && !one.test('differences.'))];
    const said = shown.filter(([path]) => !ofNoPerson.some(one => one.test(path)));
    expect(said.length).toBeGreaterThan(1000);
    expect(said.flatMap(([path, text]) => (literal(text).match(code) ?? []).map(found => `${path}: ${found}`))).toEqual([]);
  });

  it('a page replaces only sentences that name a command', () => {
    const own = atCli.get(language)!;
    const replaced = shown.filter(([path, text]) => own.has(path) && own.get(path) !== text);
    expect(replaced.length).toBeGreaterThan(40);
    expect(replaced.filter(([path]) => !languages.some(l => named(l).test(atCli.get(l)!.get(path)!)))).toEqual([]);
  });
});
