/** Mistakes in a file that people write: where each is, what was found, what is allowed. All of them in one error. */
import type { Finding } from '../machines/clause-findings/index.ts';
import type { Must } from '../machines/must.ts';
import { mistakesIn } from '../wording/faults/sentence.ts';
import { wordings } from '../wording/index.ts';

/** Where something stands in a file; both count from 1. */
export interface Position {
  line: number;
  column: number;
}

/** Something in a file. `path` is that of the value, such as `clauses.duration.first`; `line` is 0 where the file itself is at fault. */
export interface Place extends Position {
  file: string;
  path: string;
}

export interface Mistake extends Place {
  fault: FileFault;
}

/** What is wrong, as data: the reader renders it. */
export type FileFault =
  | { code: 'tooLong' | 'tooDeep' | 'noFile' | 'notUtf8' | 'duplicateKey' | 'tag' | 'keyOfWords' | 'secondDocument' }
  | { code: 'unreadable' | 'notYaml'; why: string }
  | { code: 'alias'; name: string }
  | { code: 'notText'; shown: string }
  | { code: 'unknownKey'; near: string | undefined; known: readonly string[] }
  /** `near`: what was probably meant. */
  | { code: 'notAllowed'; found?: Found; must: Must; near?: string | undefined }
  | { code: 'idTwice'; id: string; line: number }
  | { code: 'notCorrectable'; key: string }
  /** `type`: none where it is a field of no fact. */
  | { code: 'noField'; type: string; near: string }
  | { code: 'notClearable'; type: string }
  /** A clause from which no date can follow. */
  | { code: 'senseless'; finding: Finding };

/** What stands where something else must. */
export type Found =
  | { is: 'missing' | 'nothing' | 'mapping' | 'other' | 'empty' }
  | { is: 'list'; length: number }
  /** As it is written. */
  | { is: 'value'; shown: string };

/** An agreement's file, or a list of facts, that can't be used as it is written. The message is in English; the reader renders the problems. */
export class AgreementFileError extends Error {
  override readonly name = 'AgreementFileError';

  constructor(readonly problems: readonly Mistake[]) {
    super(mistakesIn(problems, wordings.en));
  }
}
