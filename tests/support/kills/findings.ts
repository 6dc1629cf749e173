/** The result of a run: whether every line is there as often as it must be, and whether everything agrees with the register. */
import { isDeepStrictEqual } from 'node:util';
import type { Client } from '@temporalio/client';
import { asStored } from '../../../activities/desk.ts';
import { entriesOf, descriptionOf, noticeSteps, protocolSteps } from '../../../dossier/description.ts';
import { dossierOf, planFor } from '../../../dossier/dossier.ts';
import { openProtocols } from '../../../reconciliation/open-workflows.ts';
import { beginsEverywhere } from '../../../clauses/calendar.ts';
import { replay, stateOf } from '../../../machines/notice/replay.ts';
import { knownOf } from '../../../machines/protocol/desk.ts';
import type { OutboxLine, Register, Row } from '../../../register/types.ts';
import { wordings } from '../../../wording/index.ts';
import { spreadTimers } from '../../../activities/timer-spread.ts';
import { armed } from '../../../wording/plan.ts';
import * as messages from '../../../workflows/messages.ts';
import type { Said } from './diary.ts';
import { timesIn } from './stories.ts';

/** Sentences, each a fault; empty for a sound run. */
export type Faults = string[];

/** Every acknowledged entry is there once; every other one requested is there once or not at all. */
export function faultsOfEntries(diaries: readonly (readonly Said[])[], rows: ReadonlyMap<string, readonly Row[]>): Faults {
  const faults: Faults = [];
  for (const diary of diaries) {
    const heard = new Set(diary.flatMap(s => (s.said === 'acknowledged' ? [`${s.n}.${s.k}`] : [])));
    for (const s of diary) {
      if (s.said !== 'asked') continue;
      for (const line of s.brings) {
        const times = timesIn(rows.get(s.agreement) ?? [], line);
        const isHeard = heard.has(`${s.n}.${s.k}`);
        if (times > 1 || (isHeard && times === 0))
          faults.push(
            `${JSON.stringify(line)} of ${s.agreement}, ${isHeard ? 'acknowledged' : 'not acknowledged'}, is in the register ${times} times`,
          );
      }
    }
  }
  return [...new Set(faults)];
}

/** Of all agreements. */
export const outboxOf = async (register: Register): Promise<OutboxLine[]> =>
  (await Promise.all((await register.agreements()).map(id => register.outbox(id)))).flat();

/** No act is performed, or withdrawn, twice in a row. */
export async function faultsOfActs(register: Register): Promise<Faults> {
  const last = new Map<string, string>();
  const faults: Faults = [];
  for (const { agreement, act, step, seq } of await outboxOf(register)) {
    const key = `${agreement} ${act}`;
    if (last.get(key) === step) faults.push(`line ${seq} of the outbox: ${step} twice in a row: ${key}`);
    last.set(key, step);
  }
  return faults;
}

/** A workflow that is not where the register is, and the evidence. */
export interface Behind {
  workflowId: string;
  why: string;
}

/** Each workflow answers; its plan is what the register gives, folded here; and all acts of the plan are done. */
export async function behind(client: Client, register: Register): Promise<Behind[]> {
  const found: Behind[] = [];
  for (const id of await register.agreements()) {
    const dossier = dossierOf(id, await register.stateOf(id), false);
    const { rows } = dossier;
    const workflowId = messages.agreementWorkflowId(id);
    const { head, ...kept } = await client.workflow.getHandle(workflowId).query(messages.plan);
    const zones = dossier.agreement.parties.map(p => p.zone);
    const plan = planFor(dossier, beginsEverywhere(kept.asOf, zones));
    const { law, description, asOf, standing, timers, underNotice, over, owed, withdrawn } = plan;
    const folded = { law, description, asOf, standing, timers: spreadTimers(id, armed(timers, wordings.en)), underNotice, over };
    if (!isDeepStrictEqual(kept, asStored(folded)))
      found.push({ workflowId, why: `reports ${JSON.stringify(kept.standing)}, but the register gives ${JSON.stringify(standing)}` });
    if (owed.length || withdrawn.length) found.push({ workflowId, why: `owes ${owed.length} acts, and ${withdrawn.length} withdrawals` });
    if (head > rows.length || entriesOf(rows.slice(head)).length) found.push({ workflowId, why: `knows line ${head} of ${rows.length}` });
    found.push(...(await instrumentsBehind(client, id, rows, asOf)));
  }
  return found;
}

/** Each notice and protocol has the same state in its workflow as in the register. */
async function instrumentsBehind(
  client: Client,
  id: string,
  rows: readonly Row[],
  today: messages.RecordedPlan['asOf'],
): Promise<Behind[]> {
  const found: Behind[] = [];
  const compare = (workflowId: string, says: string, gives: string): void => {
    if (says !== gives) found.push({ workflowId, why: `reports ${says}, but the register has ${gives}` });
  };
  for (const number of new Set(rows.flatMap(({ entry }) => (entry.type === 'notice.step' && 'notice' in entry ? [entry.notice] : [])))) {
    const workflowId = messages.noticeWorkflowId(id, number);
    const { state } = await client.workflow.getHandle(workflowId).query(messages.noticeStatus);
    compare(workflowId, state, stateOf(replay(noticeSteps(rows, number), today).instance));
  }
  const { agreement } = descriptionOf(rows, id);
  for (const protocol of new Set(rows.flatMap(({ entry: e }) => (e.type === 'protocol.step' && 'protocol' in e ? [e.protocol] : [])))) {
    const workflowId = messages.protocolWorkflowId(id, protocol);
    const { state } = await client.workflow.getHandle(workflowId).query(messages.protocolStatus);
    const known = knownOf({ agreement, entries: entriesOf(rows), today }, protocol, protocolSteps(rows, protocol))!;
    compare(workflowId, state, known.state);
    const isOpen = openProtocols(rows).includes(protocol);
    if (isOpen && state === 'abandoned') found.push({ workflowId, why: 'is abandoned but not closed in the register' });
  }
  return found;
}
