/** How long the desk waits before it warns or asks again. No law: another length counts for what a notice or a protocol comes to next. */
import { length } from '../clauses/calendar.ts';

export const waits = {
  /** Before the send-by day: one person is warned, then the next as well. */
  sendByNear: length.parse('P14D'),
  sendByClose: length.parse('P3D'),
  /** After the last time: for the proof of receipt, and for the examination. */
  askedAgain: length.parse('P7D'),
  /** After receipt of a notice of the other Party. */
  examination: length.parse('P3D'),
  /** After the last step of a protocol, and again and again. */
  protocolAwaited: length.parse('P90D'),
};
