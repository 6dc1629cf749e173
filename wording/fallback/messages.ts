/**
 * What workflows report about themselves in Markdown for the Temporal UI, above all when no activity answers. Plain texts with `{places}`,
 * since workflow code has no calendar and no message parser. A text missing in a language does not compile.
 */
export interface InTroubleMessages {
  /** `{since}`: an instant in UTC; `{why}`: the error's message. */
  registerSilent: string;
  waitsForIt: string;
  /** The reason if there was no answer at all. */
  noAnswer: string;
  cancelled: string;
  /** In the timeline, on the page with the button. */
  cancellationIgnored: string;
  /** Answer to a query before the first plan. */
  opening: string;
  /** Refusal of a request sent past the command line without a right. */
  notSigned: string;
  /** Describes the workflow that delivers an agreement's letters. */
  delivers: string;
  /** Summary of a timer: `{workflow}` will be notified again. */
  toldAgain: string;
  /** For the log, in English; followed by one of the two below. */
  notTold: string;
  triedAgain: string;
  leftToReconciliation: string;
}
