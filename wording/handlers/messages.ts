/** Descriptions of workflow updates, queries and signals by name, for the Temporal UI and command line. */
export interface HandlerMessages {
  record: string;
  correct: string;
  strike: string;
  revise: string;
  replan: string;
  trust: string;
  plan: string;
  standing: string;
  amend: string;
  approve: string;
  dispatch: string;
  confirmReceipt: string;
  markReturned: string;
  recall: string;
  accept: string;
  findDefective: string;
  agree: string;
  settleText: string;
  sign: string;
  abandon: string;
  status: string;
  recheck: string;
}
