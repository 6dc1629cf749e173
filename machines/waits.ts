/**
 * How long the desk waits before it warns or asks again. These are not law: a changed wait applies from a notice's or protocol's next step.
 */
import { length } from '../clauses/calendar.ts';

export const waits = {
  /** Before the send-by day: the first warning goes to one person, the second also to the next. */
  firstSendByWarning: length.parse('P14D'),
  lastSendByWarning: length.parse('P3D'),
  /** Repeated after the last request: for the proof of receipt, and for the examination. */
  askedAgain: length.parse('P7D'),
  /** After receipt of a notice from the other Party. */
  examination: length.parse('P3D'),
  /** After the last step of a protocol, repeatedly. */
  protocolAwaited: length.parse('P90D'),
};
