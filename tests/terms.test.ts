/** One term for one thing in each language, and no last day that a reader could take as excluded. */
import { expect, it } from 'vitest';
import { cli as azCli } from '../wording/cli/az.ts';
import { cli as kkCli } from '../wording/cli/kk.ts';
import { cli as ruCli } from '../wording/cli/ru.ts';
import { wordings } from '../wording/index.ts';
import { webMessages } from '../wording/web/words.ts';
import { textsOf } from './support/catalogues.ts';

const texts = {
  ru: textsOf({ ...wordings.ru, web: webMessages.ru, cli: ruCli }),
  kk: textsOf({ ...wordings.kk, web: webMessages.kk, cli: kkCli }),
  az: textsOf({ ...wordings.az, web: webMessages.az, cli: azCli }),
};
const day = String.raw`\{(day|days|on|since|from|until|safe|sendBy|expected|received|lastDay\w*|firstDay\w*)\}`;

it.each([
  ['ru', 'the last day as up to it, which may leave it out', new RegExp(`(?<!\\p{L})до ${day}`, 'iu')],
  ['ru', 'a rehearsal as an example', /учебн/i],
  ['ru', 'bounds without the bounds', /известн\S* (лишь )?в пределах/iu],
  ['ru', 'what is not known as what is not denied', /отрица/i],
  ['kk', 'what is not known as what is not denied', /жоққа шығар/i],
  ['kk', 'an end after a colon, where it reads as the day before it', /мына күні тоқтату/i],
  ['az', 'what is not known as what is not denied', /inkar/i],
  ['az', 'a suspension by another term', /qüvvəsi dayandır/i],
  ['kk', 'a day before a postposition without its ending', new RegExp(`${day} (бастап|дейін)`, 'u')],
  ['kk', 'a reading by another term', /түсіндірме(?!й)/u],
  ['az', 'that day called today', /bu gün(dən|ədək|ə qədər)/i],
  ['az', 'a reading by another term', /şərh|oxunuş/i],
  ['az', 'the instruments of ratification as decrees', /fərman/i],
  ['az', 'every period as one whose number ends in -ci', /\}-ci/],
] as const)('%s: no text contains %s', (language, _, wrong) => {
  expect(texts[language].length).toBeGreaterThan(1000);
  expect(texts[language].filter(([, text]) => wrong.test(text))).toEqual([]);
});
