/** servanda notice examine: whether what came in is a notice. In writing, and by whose authority: VCLT art. 67. */
import { BadInput } from '../failures.ts';
import { text, yesOrNo } from '../flags.ts';
import { tellingCommand } from './telling.ts';

export const command = tellingCommand<{ accept?: boolean; defective?: string }>({
  brief: 'Examine a notice that has come in: accept it, or say what is wrong',
  usage: '<agreement> <number> --accept | --defective REASON',
  full: `Ends the examination of a notice of the other Party: accepted as a notice, or defective, with the reason. Either way its fact is
recorded with the agreement; a defective one has no effect.
The rehearsal of the examples is kept apart from real agreements: npx servanda agreement open docs/rehearsal.yaml.

EXAMPLES
  npx servanda notice examine rehearsal 2026-2 --accept
  npx servanda notice examine rehearsal 2026-2 --defective "unsigned"`,
  flags: { accept: yesOrNo('It is a notice'), defective: text('REASON', 'Why it is no notice: unsigned, no full powers') },
  request: ({ accept, defective }, { words }) => {
    if (Boolean(accept) === Boolean(defective)) throw new BadInput(words.m.notice.examineMissing);
    return accept ? ['accept', {}] : ['findDefective', { reason: defective! }];
  },
});
