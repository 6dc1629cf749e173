/**
 * What refusals say, as ICU messages: one for each code, and the words that stand in them. One that is missing in a language does not
 * compile. Parties and persons stand in brackets or after a colon, so that no language has to decline them. A parameter that is null is
 * `none`.
 */
import type { NoticeState } from '../../machines/notice/replay.ts';
import type { ProtocolState } from '../../machines/protocol/awaited.ts';
import type { DateOfNotice, RefusalCode } from '../../machines/refusal.ts';
import type { RightFault } from '../../machines/right-fault.ts';
import type { Asked, Role } from '../../machines/rights.ts';
import type { ShapeRule } from '../../machines/shape-issues.ts';

export interface RefusalWording {
  messages: Readonly<Record<RefusalCode, string>>;
  /** What a notice is: after "it is". */
  noticeStates: Readonly<Record<NoticeState, string>>;
  protocolStates: Readonly<Record<ProtocolState, string>>;
  /** What somebody may not do. */
  asked: Readonly<Record<Asked, string>>;
  /** The dates of a notice. */
  dates: Readonly<Record<DateOfNotice, string>>;
  roles: Readonly<Record<Role, string>>;
  /** What the value of a field must be; `{path}` is empty where it is the whole. */
  shapes: Readonly<Record<ShapeRule, string>>;
  /** Of a shape that is that of no field. */
  whole: string;
  /** Why a right is refused. */
  rights: Readonly<Record<Exclude<RightFault['code'], 'refused'>, string>>;
  /** Why a ledger can't be folded: whole sentences. */
  folds: Readonly<Record<'unreadable' | 'thrown', string>>;
  /** A refusal with the article or the rule on which it stands. */
  withBasis: string;
  fourEyes: string;
}
