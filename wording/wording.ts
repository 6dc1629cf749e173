/**
 * What servanda says in a language, as data. Names of Parties have fields of their own and never stand inside a sentence, so that no
 * language has to decline them. A word missing in a language does not compile.
 */
import type { ConsolidatedLine } from '../machines/consolidated.ts';
import type { Act, ActName } from '../machines/acts.ts';
import type { Changes } from '../clauses/terms.ts';
import type { NoticeKind } from '../machines/notice/content.ts';
import type { ActMessages } from './acts/messages.ts';
import type { CertificateWording } from './certificate.ts';
import type { ClientMessages } from './client/messages.ts';
import type { DifferenceMessages } from './differences/messages.ts';
import type { FailureMessages } from './failures/messages.ts';
import type { FaultMessages } from './faults/messages.ts';
import type { FindingMessages } from './findings/messages.ts';
import type { LogMessages } from './log/messages.ts';
import type { RefusalWording } from './refusals/messages.ts';
import type { StatementMessages } from './statements.ts';

/** Placeholders `{…}` are filled in; `{ref}` is " (Article 13)", or empty if no article is known. */
export interface Wording {
  /** The locale tag, for calendars and numbers. */
  locale: string;
  /** The official form of a date, `{day}`, `{month}`, `{year}`, if the locale's calendar gives another. */
  date?: string;
  /** `{n}`: the number of an article, or of several. */
  article: string;
  articles: string;
  vienna: string;
  /** How a sentence cites an article of it: a pattern with the number. */
  viennaInShort: string;
  heads: Record<'note' | 'arrival' | 'protocol', string>;
  draft: string;
  labels: Record<Label, string>;
  kinds: Record<NoticeKind, string>;
  opening: string;
  bodies: Record<NoticeKind, string>;
  /** An earlier note, cited by its `{number}` and `{day}`. */
  cited: Record<'numberAndDate' | 'number' | 'date' | 'received', string>;
  closing: string;
  channels: Record<'diplomaticNote' | 'courier' | 'governmentLine' | 'emailCopy', string>;
  /** The name of each clause, and the instrument it now comes from. */
  clauses: Record<'agreement' | 'protocol' | 'note', string> & { names: Record<ConsolidatedLine['clause'], string> };
  /** In place of who examined a notice. */
  notExamined: string;
  inTime: Record<'yes' | 'no' | 'disputed', string>;
  changes: Record<Change, string>;
  values: Record<Value, string>;
  /** Which text prevails. `{ref}`, `{languages}`. */
  tongue: Record<'prevailing' | 'authentic' | 'equal' | 'translation', string>;
  certificate: CertificateWording;
  letter: LetterWording;
  /** Sentences about acts. */
  sentences: ActMessages;
  /** The client's refusals and failures. */
  client: ClientMessages;
  refusals: RefusalWording;
  /** Faults in a file. */
  faults: FaultMessages;
  /** Clauses that make no sense. */
  findings: FindingMessages;
  /** Differences between workflows and the register. */
  differences: DifferenceMessages;
  /** Failures of configuration, register, keys and servers. */
  failures: FailureMessages;
  /** Log messages. */
  log: LogMessages;
  /** Messages about the law: reasons, labels, notes. */
  statements: StatementMessages;
}

export type Label =
  | 'number'
  | 'date'
  | 'from'
  | 'to'
  | 'agreement'
  | 'protocol'
  | 'concerning'
  | 'signed'
  | 'channel'
  | 'received'
  | 'dispatched'
  | 'evidence'
  | 'examinedBy'
  | 'assessment'
  | 'defect'
  | 'dates'
  | 'details'
  | 'entryIntoForce'
  | 'notBefore'
  | 'currentPeriod'
  | 'lastDayForNotice'
  | 'noticePeriod'
  | 'lastDayInForce'
  | 'firstDayOut'
  | 'scope'
  | 'visit'
  | 'payer'
  | 'replaces'
  | 'fromDay'
  | 'asItStands'
  | 'corrected'
  | 'changes'
  | 'notifiedBy'
  | 'signature'
  | 'authority'
  | 'seal';

/** A word for each thing that a protocol may change, and for its values. */
export type Change = keyof Changes;
export type Value = 'yes' | Changes['appliesTo'] | NonNullable<Changes['renewal']>['kind'];

type Question = NonNullable<Act['question']>;

export interface LetterWording {
  /** The name of each act in a subject line. */
  acts: Record<ActName, string>;
  greeting: string;
  /** `due`: a day that is neither a safe day nor a period's last day; `otherwise`: what happens if nobody acts. */
  labels: Record<'agreement' | 'what' | 'on' | 'due' | 'sendBy' | 'safeDay' | 'lastDay' | 'otherwise' | 'basis' | 'next', string>;
  /** The subject of a reminder about a period that ends without renewal: `{due}` is its last day. Never worded like a renewal. */
  expires: string;
  /** What happens if nobody answers a question. */
  otherwise: Record<Question, string>;
  /** The titles of calendar entries. */
  entries: Record<Question, string>;
  /** Withdrawal of an act: that it no longer applies, `{said}`; what does instead, or that nothing replaces it. */
  noLonger: string;
  /**
   * The entry that caused the withdrawal, as an ICU message: `{what}` is struck, corrected, described or a fact; `{reason}` is none if none
   * is recorded.
   */
  because: string;
  instead: string;
  nothingInstead: string;
  acknowledge: string;
  /** Used when nobody would be reminded next. */
  acknowledgeLast: string;
  /** About an act that a correction has withdrawn. */
  withdrawn: string;
  footer: string;
}
