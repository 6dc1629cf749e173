/** Sentences for people have one apostrophe, the curly one. The straight one is of code, and quotes in ICU messages. */
import { expect, it } from 'vitest';
import { languages } from '../clauses/desk.ts';
import { helpIn, interviewIn, wordsIn } from '../cli/words.ts';
import { deskWordings } from '../wording/web/failures/messages.ts';
import { webMessages } from '../wording/web/words.ts';
import { textsOf } from './support/catalogues.ts';

/** Between two letters, or after the s of an owner: `can't`, `Parties' agreement`. */
const straight = /\p{L}''?\p{L}|s''? \p{Ll}/u;
const code = /`[^`]*`|'\{.*?\}'/g;

it.each(languages)('no sentence in %s has a straight apostrophe', async language => {
  const { wording, m } = await wordsIn(language);
  const catalogues = {
    wording,
    cli: m,
    help: await helpIn(language),
    interview: await interviewIn(language),
    web: webMessages[language],
    desk: deskWordings[language],
  };
  const texts = textsOf(catalogues);
  expect(texts.length).toBeGreaterThan(1500);
  expect(texts.filter(([, text]) => straight.test(text.replaceAll(code, '')))).toEqual([]);
});
