/** Every message that the law produces as data; wording/ renders each in every language. */
import type { AwaitedArgs, ReasonArgs, RemarkArgs } from '../clauses/reason.ts';
import type { Statement } from '../clauses/statement.ts';
import type { AnswerArgs } from './answer.ts';
import type { ClauseTextArgs } from './clause-text.ts';
import type { ComingArgs } from './coming.ts';
import type { LabelArgs } from './labels.ts';
import type { HindsightArgs, NoteArgs } from './notes.ts';
import type { LimitArgs, OutcomeArgs, TooLateArgs } from './notice/outcome.ts';
import type { MissingArgs } from './protocol/awaited.ts';
import type { TimerArgs } from './timer.ts';
import type { ToDoArgs } from './to-do.ts';
import type { NoEffectReasonArgs } from './no-effect-reasons.ts';

export interface StatementArgs
  extends
    ReasonArgs,
    AwaitedArgs,
    RemarkArgs,
    NoEffectReasonArgs,
    LabelArgs,
    NoteArgs,
    HindsightArgs,
    OutcomeArgs,
    LimitArgs,
    TooLateArgs,
    MissingArgs,
    TimerArgs,
    ToDoArgs,
    ClauseTextArgs,
    ComingArgs,
    AnswerArgs {}

export type AnyStatement = Statement<StatementArgs>;
