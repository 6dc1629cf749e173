/** What became of letters, in words: for the command line and for pages. */
import { readDetail, readFailure, type DetailCode } from '../delivery/detail.ts';
import { isRefusal } from '../machines/refusal.ts';
import type { FailingLetter } from '../reconciliation/failing-letters.ts';
import type { Delivery } from '../register/types.ts';
import type { CliMessages } from '../wording/cli/en.ts';
import { failingLetterValues, letterAbout } from '../wording/differences/sentence.ts';
import type { Fault } from '../wording/failures/messages.ts';
import { faultIn } from '../wording/failures/sentence.ts';
import { message } from '../wording/message.ts';
import { refusalSentence } from '../wording/refusals/sentence.ts';
import type { Wording } from '../wording/wording.ts';

export { letterAbout };

type Messages = Pick<CliMessages, 'deliveries'>;

/** The receiving server's answer, or why nothing was sent to it. */
export const letterSaid = (
  letter: Pick<Delivery, 'became' | 'detail'> | ({ became: 'failing' } & FailingLetter),
  m: Messages,
  w: Wording,
): string =>
  letter.became === 'failing' ? message(m.deliveries.failing, w.locale, failingLetterValues(letter, w)) : detailIn(letter.detail, m, w);

/** Why delivery of a letter was given up, or what the server replied when it accepted it. */
export function detailIn(detail: string, { deliveries: m }: Messages, w: Wording): string {
  const failure = readFailure(detail);
  if (failure && isRefusal(failure)) return refusalSentence(failure, w);
  if (failure) return Object.hasOwn(w.failures.faults, failure.code) ? faultIn(failure as Fault, w) : detail;
  const read = readDetail(detail);
  return read && Object.hasOwn(m.details, read.code) ? message(m.details[read.code as DetailCode], w.locale, { ...read }) : detail;
}
