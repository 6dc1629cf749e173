/** What a run has left: whether every line is there as often as it must be, and whether everything agrees with the register. */
import type { Client } from '@temporalio/client';
import { entriesOf, descriptionOf, noticeSteps, protocolSteps } from '../../../activities/description.ts';
import { planned, reachOf } from '../../../activities/planning.ts';
import { protocolsUnderWay } from '../../../activities/protocolling.ts';
import { beginsEverywhere } from '../../../clauses/calendar.ts';
import { followed, stateOf } from '../../../machines/notice-course.ts';
import { followedProtocol, knownOf, processStateOf } from '../../../machines/protocol-course.ts';
import type { Register, Row } from '../../../register/types.ts';
import * as messages from '../../../workflows/messages.ts';
import type { Said } from './diary.ts';
import { timesIn } from './stories.ts';

/** Sentences, each a fault; none in a sound run. */
export type Faults = string[];

/** Every entry that was acknowledged is there once; every other one that was asked for once or not at all. */
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
            `${JSON.stringify(line)} of ${s.agreement}, ${isHeard ? 'acknowledged' : 'not acknowledged'}, is there ${times} times`,
          );
      }
    }
  }
  return [...new Set(faults)];
}

/** No act is performed, or withdrawn, twice in a row. */
export async function faultsOfActs(register: Register): Promise<Faults> {
  const last = new Map<string, string>();
  const faults: Faults = [];
  for (const { agreement, act, step, seq } of await register.outbox()) {
    const key = `${agreement} ${act}`;
    if (last.get(key) === step) faults.push(`line ${seq} of the outbox: ${step} twice in a row: ${key}`);
    last.set(key, step);
  }
  return faults;
}

/** Each workflow answers; its plan is what the register gives, folded here; and all acts of the plan are done. */
export async function faultsOfPlans(client: Client, register: Register): Promise<Faults> {
  const faults: Faults = [];
  for (const id of await register.agreements()) {
    const rows = await register.rows(id);
    const { head, ...kept } = await client.workflow.getHandle(messages.agreementWorkflowId(id)).query(messages.plan);
    const now = beginsEverywhere(
      kept.asOf,
      descriptionOf(rows, id).agreement.parties.map(p => p.zone),
    );
    const reach = await reachOf(register, { agreement: id, now, previous: { asOf: kept.asOf } as never });
    const { law, description, asOf, standing, timers, underNotice, over, owed, withdrawn } = planned(rows, reach);
    const folded = { law, description, asOf, standing, timers, underNotice, over };
    if (JSON.stringify(kept) !== JSON.stringify(folded))
      faults.push(`${id}: its workflow says ${JSON.stringify(kept.standing)}, the register gives ${JSON.stringify(standing)}`);
    if (owed.length || withdrawn.length) faults.push(`${id}: ${owed.length} acts are owed and ${withdrawn.length} to be withdrawn`);
    if (head > rows.length || entriesOf(rows.slice(head)).length) faults.push(`${id}: its workflow knows line ${head} of ${rows.length}`);
    faults.push(...(await faultsOfPapers(client, id, rows, asOf)));
  }
  return faults;
}

/** Each notice and protocol stands in its workflow as in the register. */
async function faultsOfPapers(client: Client, id: string, rows: readonly Row[], today: messages.Kept['asOf']): Promise<Faults> {
  const faults: Faults = [];
  const numbers = new Set(rows.flatMap(({ entry }) => (entry.type === 'notice.step' && 'notice' in entry ? [entry.notice] : [])));
  for (const number of numbers) {
    const { state } = await client.workflow.getHandle(messages.noticeWorkflowId(id, number)).query(messages.shownNotice);
    const kept = stateOf(followed(noticeSteps(rows, number), today).course);
    if (state !== kept) faults.push(`notice ${number} of ${id}: its workflow says ${state}, the register ${kept}`);
  }
  const { agreement } = descriptionOf(rows, id);
  const protocols = new Set(rows.flatMap(({ entry }) => (entry.type === 'protocol.step' && 'protocol' in entry ? [entry.protocol] : [])));
  for (const protocol of protocols) {
    const { state } = await client.workflow.getHandle(messages.protocolWorkflowId(id, protocol)).query(messages.shownProtocol);
    const known = knownOf({ agreement, entries: entriesOf(rows), today }, protocol, protocolSteps(rows, protocol))!;
    const kept = processStateOf(followedProtocol(known, today).course);
    if (state !== kept) faults.push(`protocol ${protocol} of ${id}: its workflow says ${state}, the register ${kept}`);
  }
  const open = protocolsUnderWay(rows).filter(p => rows.some(({ entry: e }) => e.type === 'protocol.abandoned' && e.protocol === p));
  if (open.length) faults.push(`${id}: ${open.join(', ')} abandoned and not closed`);
  return faults;
}
