/** Whether the agreement and its register allow a notice to be drafted, entered on receipt, or amended. VCLT art. 56, 67, 68. */
import { isDeepStrictEqual } from 'node:util';
import type { Instant } from '../clauses/calendar.ts';
import type { NoticeContent } from '../machines/notice/content.ts';
import type { NoticeInput } from '../machines/notice/context.ts';
import { factOf } from '../machines/notice/facts.ts';
import type { NoticeDraft, NoticeStep } from '../machines/notice/steps.ts';
import { visitRefusal } from '../machines/notice/refusals.ts';
import { isRefusal, refuse, type Refusal } from '../machines/refusal.ts';
import { readEntry } from '../machines/read-entries.ts';
import { noticeSteps } from '../dossier/description.ts';
import { asStored, type Desk } from './desk.ts';

/** Why it may not be drafted, or entered on receipt. */
export function whyNotOpened({ content, number, direction }: NoticeDraft, { agreement, rows, entries }: Desk): Refusal | undefined {
  const parties = agreement.parties.map(p => p.id);
  if (!parties.includes(content.by)) return refuse('unknownParty', { what: 'content.by', party: content.by, parties });
  if (content.kind === 'communications' && !parties.includes(content.payer))
    return refuse('unknownParty', { what: 'content.payer', party: content.payer, parties });
  if (content.kind === 'termination' && !agreement.clauses.termination && direction === 'ours') return refuse('noTerminationClause', {});
  if (content.kind === 'revocation') {
    const of = entries.find(e => e.id === content.of);
    if (of?.type !== 'termination.notified') return refuse('revokesUnknown', { of: content.of });
    if (of.by !== content.by) return refuse('revokesOthers', { by: content.by, of: content.of, owner: of.by });
  }
  const ours = agreement.desk?.party;
  if (ours && (content.by === ours) !== (direction === 'ours')) return refuse('notOfThisDesk', { by: content.by, desk: ours, direction });
  if (content.kind === 'protocolCompletion' || content.kind === 'consent') {
    const { protocol } = content;
    if (!rows.some(({ entry }) => 'protocol' in entry && entry.protocol === protocol)) return refuse('unproposedProtocol', { protocol });
  }
  const refusedVisit = visitRefusal(content);
  if (refusedVisit) return refusedVisit;
  const own = noticeSteps(rows, number).length > 0;
  return !own && rows.some(r => r.entry.id === number) ? refuse('numberOfEntry', { number }) : undefined;
}

/** Refuses in advance what would make the fact fail: dates out of order or in the future, malformed fields. */
export function refusalOfFact(draft: NoticeDraft, { agreement, today }: Desk, now: Instant): Refusal | undefined {
  const onItsWay = draft.arrival ? {} : { dispatched: today, received: today };
  const read = readEntry(factOf({ ...draft, ...onItsWay }), agreement, now);
  return isRefusal(read) ? read : undefined;
}

/** Checks an amendment like a draft. */
export function whyNotAmended(
  content: NoticeContent,
  { agreement, number, direction, draftedBy, channel }: NoticeInput,
  desk: Desk,
  now: Instant,
): Refusal | undefined {
  const draft = { agreement, number, direction, draftedBy, channel, content };
  return whyNotOpened(draft, desk) ?? refusalOfFact(draft, desk, now);
}

/** Refuses a number that another notice already has. */
export function differs({ content, direction, draftedBy }: NoticeDraft, steps: readonly NoticeStep[]): Refusal | undefined {
  const first = steps[0]!.step as { input: NoticeInput };
  const same = isDeepStrictEqual(asStored([content, direction, draftedBy]), [
    first.input.content,
    first.input.direction,
    first.input.draftedBy,
  ]);
  return same ? undefined : refuse('numberInUse', { number: first.input.number });
}
