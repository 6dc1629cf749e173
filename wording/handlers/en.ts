/** Descriptions of workflow updates, queries and signals, in English. */
import type { HandlerMessages } from './messages.ts';

export const handlers: HandlerMessages = {
  record: 'Records a fact of this agreement in the register.',
  correct: 'Corrects an entry: what is set here holds in its place from now on.',
  strike: 'Strikes an entry that was recorded in error.',
  revise: 'Uses a changed description of the agreement, and calculates again.',
  replan: 'Calculates again by the rules of today.',
  trust: 'Updates which authorities the register trusts. servanda sends this itself.',
  plan: 'The plan in force: the standing, and the timers it has set.',
  standing: 'Where the agreement stands, as last calculated.',
  amend: 'Changes the draft. Its approval is lost.',
  approve: 'Approves the draft: someone other than its drafter.',
  dispatch: 'Marks the notice as dispatched on a day.',
  confirmReceipt: 'Enters the day of receipt and its proof. The fact is then recorded with the agreement.',
  markReturned: 'Marks the notice as returned undelivered. It can be dispatched again.',
  recall: 'Recalls the notice before it is received.',
  accept: 'Accepts a notice of the other Party. Its fact is then recorded with the agreement.',
  findDefective: 'Finds a notice of the other Party defective.',
  agree: 'Enters the day on which both Parties agreed to the protocol.',
  settleText: 'Marks the text of the protocol as settled in a language.',
  sign: 'Enters the signature of the protocol.',
  abandon: 'Abandons the protocol.',
  status: 'Where it stands, what it is waiting for, and the timers it has set.',
  recheck: 'Looks at the register again. servanda sends this itself.',
};
