/** servanda protocol text: the text of a protocol is settled in a language. VCLT art. 10, 33. */
import { BadInput } from '../failures.ts';
import { text } from '../flags.ts';
import { tellingCommand } from './telling.ts';

export const command = tellingCommand<{ textLanguage?: string }>({
  brief: 'The text of a protocol is settled in a language',
  usage: '<agreement> <protocol> --text-language CODE',
  full: `Enters that the text is settled in one of the authentic languages. All of them are needed before signature.
The rehearsal of the examples is kept apart from real agreements: npx servanda agreement open docs/rehearsal.yaml.

EXAMPLES
  npx servanda protocol text rehearsal p1 --text-language ru`,
  flags: { textLanguage: text('CODE', 'An authentic language, such as ru') },
  request: ({ textLanguage: language }, { m }) => {
    if (!language) throw new BadInput(m.protocol.textLanguage);
    return ['settleText', { language }];
  },
});
