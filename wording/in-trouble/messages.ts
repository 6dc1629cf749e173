/**
 * What workflows say of themselves, above all where no activity answers, in Markdown: for the Temporal UI. Plain texts with `{places}`: they are in the
 * code of the workflows, which holds no calendar and no parser of messages. One that is missing in a language does not compile.
 */
export interface InTroubleMessages {
  /** `{since}`: an instant in UTC; `{why}`: what was thrown, as it says it. */
  registerSilent: string;
  waitsForIt: string;
  /** Why, where it gave no answer at all. */
  noAnswer: string;
  cancelled: string;
  /** In the timeline, on the page that has the button. */
  cancellationIgnored: string;
  /** Before its first plan, to who asks what it keeps. */
  opening: string;
  /** To who sent a request past the command line, without the right to it. */
  notSigned: string;
  /** What the workflow that delivers the letters of an agreement is. */
  delivers: string;
  /** What a timer is for: `{workflow}` is told again. */
  toldAgain: string;
  /** To the log, in English; one of the two below stands after it. */
  notTold: string;
  triedAgain: string;
  leftToReconciliation: string;
}
