/**
 * What servanda says in a language, as data. Names of Parties stand in fields of their own and never inside a sentence, so that
 * no language has to decline them. A word that is missing in a language does not compile.
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

/** `{…}` in a text is filled in; `{ref}` is " (Article 13)", or nothing where no article is known. */
export interface Wording {
  /** The tag by which the calendar and the numbers of the language are known. */
  locale: string;
  /** The official form of a date, `{day}`, `{month}`, `{year}`, where the calendar of the locale gives another. */
  date?: string;
  /** `{n}`: the number of one article, or of several. */
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
  /** An earlier note, cited by its own `{number}` and `{day}`. */
  cited: Record<'numberAndDate' | 'number' | 'date' | 'received', string>;
  closing: string;
  channels: Record<'diplomaticNote' | 'courier' | 'governmentLine' | 'emailCopy', string>;
  /** What each clause is called, and where it comes from as it stands. */
  clauses: Record<'agreement' | 'protocol' | 'note', string> & { names: Record<ConsolidatedLine['clause'], string> };
  inTime: Record<'yes' | 'no' | 'disputed', string>;
  changes: Record<Change, string>;
  values: Record<Value, string>;
  /** Which text prevails. `{ref}`, `{languages}`. */
  tongue: Record<'prevailing' | 'authentic' | 'equal' | 'translation', string>;
  certificate: CertificateWording;
  letter: LetterWording;
  /** What acts say. */
  sentences: ActMessages;
  /** What the client says where something was not done. */
  client: ClientMessages;
  refusals: RefusalWording;
  /** What is wrong with a file. */
  faults: FaultMessages;
  /** What makes no sense in clauses. */
  findings: FindingMessages;
  /** How workflows differ from the register. */
  differences: DifferenceMessages;
  /** What has failed: configuration, register, keys, servers. */
  failures: FailureMessages;
  /** What the process says in its log. */
  log: LogMessages;
  /** What the law says: reasons, labels, notes. */
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

/** A word for each thing that a protocol may change, and for what it may be. */
export type Change = keyof Changes;
export type Value = 'yes' | Changes['appliesTo'] | NonNullable<Changes['renewal']>['kind'];

type Question = NonNullable<Act['question']>;

export interface LetterWording {
  /** What each act is called in a subject line. */
  acts: Record<ActName, string>;
  greeting: string;
  /** `due`: of a day that is neither a safe day nor the last day of a period; `otherwise`: what comes if nobody acts. */
  labels: Record<'agreement' | 'what' | 'on' | 'due' | 'sendBy' | 'safeDay' | 'lastDay' | 'otherwise' | 'basis' | 'next', string>;
  /** The subject of a reminder of a period that ends without renewal: `{due}` is its last day. Never worded like a renewal. */
  expires: string;
  /** What comes of a question if nobody acts. */
  otherwise: Record<Question, string>;
  /** The titles of calendar entries. */
  entries: Record<Question, string>;
  /** Of an act that was withdrawn: that it no longer holds, `{said}`; what does, or that nothing takes its place. */
  noLonger: string;
  /** What was entered that took it back, as an ICU message: `{what}` is struck, corrected, described or a fact; `{reason}` is none where none is kept. */
  because: string;
  instead: string;
  nothingInstead: string;
  acknowledge: string;
  /** Where nobody would be reminded next. */
  acknowledgeLast: string;
  /** Said of an act that a correction has taken back. */
  withdrawn: string;
  footer: string;
}
