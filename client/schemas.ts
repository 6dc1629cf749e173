/** The schemas of requests, for code that describes them to others, and the refusal of a request that does not match. */
import type { z } from 'zod';
import { noticeKinds, type NoticeContent, type NoticeKind } from '../machines/notice/content.ts';
import { factTypeOf } from '../machines/notice/facts.ts';
import { readAs } from '../machines/notice/steps.ts';
import { isRefusal } from '../machines/refusal.ts';
import type { Wording } from '../wording/wording.ts';
import { Refused } from './failures.ts';

export { entry } from '../agreements/facts-list.ts';
export { agreement } from '../clauses/agreement.ts';
export { amendingEntry, fact, factAsEntered, fixedFields, recordedTypes } from '../machines/facts.ts';
export { descriptionLimit, entryLimit, whyBeyond } from '../machines/limits.ts';
export { noticeContent, noticeKinds, slug, type NoticeKind } from '../machines/notice/content.ts';
export { noticeDraft, noticeRequests, type NoticeRequestName } from '../machines/notice/steps.ts';
export { protocolOpening, protocolRequests, type ProtocolRequestName } from '../machines/protocol/steps.ts';
export { refuse, type Refusal } from '../machines/refusal.ts';
export { RULES_VERSION } from '../machines/rules-version.ts';
export { shapeIssues } from '../machines/shape-issues.ts';

/** The kind of notice whose receipt is a fact of this type: at the desk a second person approves it before dispatch. */
export const noticeKindOf = (factType: string): NoticeKind | undefined =>
  noticeKinds.find(kind => factTypeOf({ content: { kind } as NoticeContent }) === factType);

/** @throws Refused with everything that does not match */
export function checkFits(schema: z.ZodType, raw: unknown, what: string, wording: Wording): void {
  const read = readAs(schema, raw, what);
  if (typeof read === 'object' && read !== null && isRefusal(read)) throw new Refused([read], wording);
}
