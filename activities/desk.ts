/** What a new plan means for the papers on their way: which notices and protocols look again, and which draft is owed. */
import { zonesOf } from '../clauses/agreement.ts';
import { legalToday, type Instant } from '../clauses/calendar.ts';
import { decisionOwed } from '../machines/decisions.ts';
import { fold } from '../machines/fold.ts';
import { factsKnown } from '../machines/ledger.ts';
import type { Plan } from '../machines/plan.ts';
import type { Row } from '../register/types.ts';
import { noticeWorkflowId, protocolWorkflowId } from '../workflows/messages.ts';
import { descriptionOf, entriesOf, noticeSteps } from './description.ts';
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

/** A decision to give notice has a draft, made by who decided: another person approves it. */
function draftsOwed(rows: readonly Row[], id: string, today: Plan['asOf']): NonNullable<Plan['drafts']> {
  const { agreement } = descriptionOf(rows, id);
  const { facts } = factsKnown(entriesOf(rows));
  const family = fold(agreement, facts, agreement.reading, today);
  const moment = family.trail.at(-1);
  const decision = moment && decisionOwed(moment, facts, agreement, today)?.decision;
  if (decision?.decision !== 'terminate') return [];
  const number = `${decision.id}-notice`.slice(-40).replace(/^[^A-Za-z0-9]+/, '');
  if (noticeSteps(rows, number).length) return [];
  const draft = {
    agreement: id,
    number,
    direction: 'ours' as const,
    content: { kind: 'termination' as const, by: decision.by },
    draftedBy: decision.person,
    channel: 'diplomaticNote' as const,
  };
  return [{ workflowId: noticeWorkflowId(id, number), draft }];
}
