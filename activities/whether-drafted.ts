/** Whether a notice may be drafted, taken in or changed as it stands: by what the agreement and its register say. VCLT art. 56, 67, 68. */
import { isDeepStrictEqual } from 'node:util';
import type { Instant } from '../clauses/calendar.ts';
import type { NoticeContent } from '../machines/notice/content.ts';
import type { NoticeInput } from '../machines/notice/context.ts';
import { factOf } from '../machines/notice/facts.ts';
import type { NoticeDraft, NoticeStep } from '../machines/notice/steps.ts';
import { isRefusal, malformed, type Refusal } from '../machines/refusal.ts';
import { readEntry } from '../machines/refusals.ts';
import { noticeSteps } from './description.ts';
import { asStored, type Desk } from './desk.ts';

/** Why it may not be drafted, or taken in. */
export function whyNotOpened({ content, number, direction }: NoticeDraft, { agreement, rows, entries }: Desk): Refusal | undefined {
  const parties = agreement.parties.map(p => p.id);
  if (!parties.includes(content.by))
    return {
      refused: 'unknownParty',
      message: `content.by: ${content.by} is not a Party. The Parties are ${parties.join(' and ')}.`,
      basis: 'register',
    };
  if (content.kind === 'communications' && !parties.includes(content.payer))
    return {
      refused: 'unknownParty',
      message: `content.payer: ${content.payer} is not a Party. The Parties are ${parties.join(' and ')}.`,
      basis: 'register',
    };
  if (content.kind === 'termination' && !agreement.clauses.termination && direction === 'ours')
    return { refused: 'noRight', message: 'The agreement has no clause on notice of termination.', basis: 'VCLT art. 56' };
  const of = content.kind === 'revocation' ? entries.find(e => e.id === content.of) : undefined;
  if (content.kind === 'revocation' && of?.type !== 'termination.notified')
    return {
      refused: 'unknownOf',
      message: `content.of: ${content.of} is no notice of termination in the register. A notice that has not been received is recalled, not revoked.`,
      basis: 'VCLT art. 68',
    };
  if (content.kind === 'revocation' && of?.type === 'termination.notified' && of.by !== content.by)
    return { refused: 'noRight', message: `${content.by} can't revoke ${content.of}, a notice of ${of.by}.`, basis: 'VCLT art. 68' };
  const ours = agreement.desk?.party;
  if (ours && (content.by === ours) !== (direction === 'ours'))
    return {
      refused: 'noRight',
      message:
        direction === 'ours'
          ? `A notice of ${content.by} is not drafted here: this desk is that of ${ours}. One that came in is entered with: notice enter.`
          : `A notice of ${content.by}, whose desk this is, does not come in. One of ours is drafted with: notice draft.`,
      basis: 'register',
    };
  if (content.kind === 'protocolCompletion' || content.kind === 'consent') {
    const known = rows.some(({ entry }) => 'protocol' in entry && entry.protocol === content.protocol);
    if (!known)
      return malformed(
        `content.protocol: the register has no protocol ${content.protocol}. Propose it first (protocol propose), or check its id (protocol list).`,
      );
  }
  if (content.kind === 'communications' && content.until < content.from)
    return malformed(`content.until: ${content.until} is before from, ${content.from}. Check the dates.`);
  const own = noticeSteps(rows, number).length > 0;
  return !own && rows.some(r => r.entry.id === number)
    ? { refused: 'idInUse', message: `${number} is the id of an entry already. Give the notice another number.`, basis: 'register' }
    : undefined;
}

/** What its fact would be refused for is said before anyone waits for it: dates out of order or ahead, what is malformed. */
export function whyNoFact(draft: NoticeDraft, { agreement, today }: Desk, now: Instant): Refusal | undefined {
  const onItsWay = draft.arrival ? {} : { dispatched: today, received: today };
  const read = readEntry(factOf({ ...draft, ...onItsWay }), agreement, now);
  return isRefusal(read) ? read : undefined;
}

/** A change is checked as a draft is. */
export function whyNotAmended(
  content: NoticeContent,
  { agreement, number, direction, draftedBy, channel }: NoticeInput,
  desk: Desk,
  now: Instant,
): Refusal | undefined {
  const draft = { agreement, number, direction, draftedBy, channel, content };
  return whyNotOpened(draft, desk) ?? whyNoFact(draft, desk, now);
}

/** Its number is that of another notice. */
export function differs({ content, direction, draftedBy }: NoticeDraft, steps: readonly NoticeStep[]): Refusal | undefined {
  const first = steps[0]!.step as { input: NoticeInput };
  const same = isDeepStrictEqual(asStored([content, direction, draftedBy]), [
    first.input.content,
    first.input.direction,
    first.input.draftedBy,
  ]);
  return same
    ? undefined
    : {
        refused: 'idInUse',
        message: `${first.input.number} is the number of another notice. Give this one another number.`,
        basis: 'register',
      };
}
