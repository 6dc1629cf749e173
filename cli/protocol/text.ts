/** servanda protocol text: the text of a protocol is settled in a language. VCLT art. 10, 33. */
import { BadInput } from '../failures.ts';
import { text } from '../flags.ts';
import { tellingCommand } from './telling.ts';

export const command = tellingCommand<{ language?: string }>({
  brief: 'The text of a protocol is settled in a language',
  usage: '<agreement> <protocol> --language CODE',
  full: `Enters that the text is settled in one of the authentic languages. All of them are needed before signature.
The rehearsal of the examples is kept apart from real agreements: npx servanda agreement open docs/rehearsal.yaml.

EXAMPLES
  npx servanda protocol text rehearsal p1 --language ru`,
  flags: { language: text('CODE', 'An authentic language, such as ru') },
  request: ({ language }) => {
    if (!language) throw new BadInput('--language is missing: the language in which the text is settled.');
    return ['settleText', { language }];
  },
});
