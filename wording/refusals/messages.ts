/**
 * Refusals, as ICU messages: one for each code, and the words used in them. A message missing in a language does not compile. Parties and
 * persons stand in brackets or after a colon, so that no language has to decline them. A null parameter is `none`.
 */
import type { EntryTypeNames } from '../entry-types/names.ts';
import type { NoticeState } from '../../machines/notice/replay.ts';
import type { ProtocolState } from '../../machines/protocol/awaited.ts';
import type { DateOfNotice, RefusalCode } from '../../machines/refusal.ts';
import type { RightFault } from '../../machines/right-fault.ts';
import type { GuardedRequest, Role } from '../../machines/rights.ts';
import type { ShapeRule } from '../../machines/shape-issues.ts';

export interface RefusalWording {
  messages: Readonly<Record<RefusalCode, string>>;
  /** The state of a notice, after "it is". */
  noticeStates: Readonly<Record<NoticeState, string>>;
  protocolStates: Readonly<Record<ProtocolState, string>>;
  /** What somebody may not do. */
  asked: Readonly<Record<GuardedRequest, string>>;
  /** The kind of an entry, wherever a parameter is its type. */
  entryTypes: EntryTypeNames;
  /** Whose Party is meant, where a parameter is the path of a field. */
  paths: Readonly<Record<'content.by' | 'content.payer' | 'proposal.by', string>>;
  /** The dates of a notice. */
  dates: Readonly<Record<DateOfNotice, string>>;
  roles: Readonly<Record<Role, string>>;
  /** What the value of a field must be; `{path}` is empty for the whole value. */
  shapes: Readonly<Record<ShapeRule, string>>;
  /** For the shape of the whole value. */
  whole: string;
  /** Why a right is refused. */
  rights: Readonly<Record<Exclude<RightFault['code'], 'refused'>, string>>;
  /** Why a ledger can't be folded: whole sentences. */
  folds: Readonly<Record<'unreadable' | 'thrown', string>>;
  /** A refusal with the article or rule on which it rests. */
  withBasis: string;
  fourEyes: string;
}
