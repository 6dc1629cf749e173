/** What a new plan means for the papers on their way: which notices and protocols look again, and which draft is owed. */
import { zonesOf } from '../clauses/agreement.ts';
import { legalToday, type Instant } from '../clauses/calendar.ts';
import type { Plan } from '../machines/plan.ts';
import type { Row } from '../register/types.ts';
import { noticeWorkflowId, protocolWorkflowId } from '../workflows/messages.ts';
import { descriptionOf } from './description.ts';
import { draftsOwed } from './drafts.ts';
import { noticesToTell } from './noticing.ts';
import { protocolsUnderWay } from './protocolling.ts';

/** Both are left out where there is nothing: a plan says only what is to be done. */
export function onTheDesk(
  rows: readonly Row[],
  { agreement: id, now }: { agreement: string; now: Instant },
): Pick<Plan, 'tell' | 'drafts'> {
  const { agreement, hash: description } = descriptionOf(rows, id);
  const today = legalToday(now, zonesOf(agreement));
  const tell = [
    ...noticesToTell({ rows: [...rows], agreement, description, today }).map(number => noticeWorkflowId(id, number)),
    ...protocolsUnderWay(rows).map(protocol => protocolWorkflowId(id, protocol)),
  ];
  const drafts = draftsOwed(rows, id, today);
  return { ...(tell.length ? { tell } : {}), ...(drafts.length ? { drafts } : {}) };
}
