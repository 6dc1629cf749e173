/** Mistakes in a hand-written file: the position, what was found, what is allowed. One error collects all of them. */
import type { Finding } from '../machines/clause-findings/index.ts';
import type { Requirement } from '../machines/requirement.ts';
import { mistakesIn } from '../wording/faults/sentence.ts';
import { wordings } from '../wording/index.ts';

/** A position in a file; line and column count from 1. */
export interface Position {
  line: number;
  column: number;
}

/** A place in a file. `path` is that of the value, such as `clauses.duration.first`; `line` is 0 if the file itself is at fault. */
export interface Place extends Position {
  file: string;
  path: string;
}

export interface Mistake extends Place {
  fault: FileFault;
}

/** The fault as data; the reader renders it. */
export type FileFault =
  | { code: 'tooLong' | 'tooDeep' | 'noFile' | 'notUtf8' | 'duplicateKey' | 'tag' | 'keyOfWords' | 'secondDocument' }
  | { code: 'unreadable' | 'notYaml'; why: string }
  | { code: 'alias'; name: string }
  | { code: 'notText'; shown: string }
  | { code: 'unknownKey'; near: string | undefined; known: readonly string[] }
  /** `near`: what was probably meant. */
  | { code: 'notAllowed'; found?: ActualValue; must: Requirement; near?: string | undefined }
  | { code: 'idTwice'; id: string; line: number }
  | { code: 'notCorrectable'; key: string }
  /** `type`: `none` if the field belongs to no fact. */
  | { code: 'noField'; type: string; near: string }
  | { code: 'notClearable'; type: string }
  /** A clause from which no date can follow. */
  | { code: 'senseless'; finding: Finding };

/** What was found instead. */
export type ActualValue =
  | { is: 'missing' | 'nothing' | 'mapping' | 'other' | 'empty' }
  | { is: 'list'; length: number }
  /** As written. */
  | { is: 'value'; shown: string };

/** An agreement's file or a list of facts that is invalid. The message is in English; the reader renders the problems. */
export class AgreementFileError extends Error {
  override readonly name = 'AgreementFileError';

  constructor(readonly problems: readonly Mistake[]) {
    super(mistakesIn(problems, wordings.en));
  }
}
