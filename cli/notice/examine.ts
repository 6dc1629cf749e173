/** servanda notice examine: decides whether an arrival is a valid notice, in writing and by competent authority. VCLT art. 67. */
import { UsageError } from '../failures.ts';
import { text, yes, yesOrNo } from '../flags.ts';
import { confirmStep } from './confirm-step.ts';
import { noticeUpdateCommand } from './update-command.ts';

export const command = noticeUpdateCommand<{ accept?: boolean; defective?: string; yes?: boolean }>({
  usage: '<agreement> <number> --accept | --defective REASON [--yes]',
  examples: `
  npx servanda notice examine rehearsal 2026-2 --accept
  npx servanda notice examine rehearsal 2026-2 --defective "unsigned"`,
  flags: { accept: yesOrNo('accept'), defective: text('REASON', 'defective'), yes },
  request: ({ accept, defective, yes: sure }, world, at) => {
    const { m } = world.words;
    if (Boolean(accept) === Boolean(defective)) throw new UsageError(m.notice.examineMissing);
    return confirmStep(world, {
      ...at,
      sure,
      question: accept ? m.notice.accept : m.notice.findDefective,
      request: () => (accept ? ['accept', {}] : ['findDefective', { reason: defective! }]),
      after: ({ notice }, today) => ({ notice: { ...notice, ...(defective ? { defect: defective } : {}) }, on: today }),
    });
  },
});
