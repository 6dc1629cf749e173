/** servanda protocol text: records that a protocol's text in one language is settled. VCLT art. 10, 33. */
import { UsageError } from '../failures.ts';
import { text } from '../flags.ts';
import { protocolUpdateCommand } from './update-command.ts';

export const command = protocolUpdateCommand<{ textLanguage?: string }>({
  usage: '<agreement> <protocol> --text-language CODE',
  examples: `
  npx servanda protocol text rehearsal p1 --text-language ru`,
  flags: { textLanguage: text('CODE', 'textLanguage') },
  request: ({ textLanguage: language }, { m }) => {
    if (!language) throw new UsageError(m.protocol.textLanguage);
    return ['settleText', { language }];
  },
});
