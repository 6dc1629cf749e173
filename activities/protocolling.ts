/** A protocol at the desk, in the register: opened once, each step entered once, and what the ledger knows of it. Local activities. */
import { isDeepStrictEqual } from 'node:util';
import { zonesOf } from '../clauses/agreement.ts';
import { legalToday, type Instant } from '../clauses/calendar.ts';
import { foldLedger } from '../machines/fold-failure.ts';
import { knownOf, type ProtocolKnown } from '../machines/protocol/course.ts';
import { protocolOpening, protocolStepId, type ProtocolRequestName, type ProtocolStep } from '../machines/protocol/steps.ts';
import { readAs } from '../machines/notice/steps.ts';
import { proposalFact } from '../machines/protocol/requests.ts';
import { isRefusal, malformed } from '../machines/refusal.ts';
import { readEntry } from '../machines/refusals.ts';
import { without } from '../identity/request-hash.ts';
import type { TrustedKey } from '../identity/shapes.ts';
import { whyNotOpened, whyNotToldProtocol } from '../machines/rights.ts';
import { entriesOf, protocolSteps } from './description.ts';
import { protocolWorkflowId, type WithRight } from '../workflows/messages.ts';
import { deskOf, type AskedWithRight, type DeskTools } from './desk.ts';
import { accepted, refuse } from './refusing.ts';
import { refuseWithoutRight, shown } from './rights.ts';

export interface ProtocolAsked {
  agreement: string;
  protocol: string;
  /** The workflow's now. */
  now: Instant;
}

export type ProtocolLook = ProtocolKnown & { rehearsal: boolean; discreet?: true; trusted?: TrustedKey[] };

/** Enters that the desk has opened it, once; a protocol that nobody has heard of needs a proposal or what it changes. */
export const createOpenProtocol =
  ({ registers, security }: DeskTools) =>
  async ({
    opening: given,
    now,
    audience,
  }: {
    opening: unknown;
    now: Instant;
    audience: string;
  }): Promise<{ agreement: string; protocol: string; rehearsal: boolean }> => {
    const raw = without(given as WithRight);
    const { agreement, protocol, by, title, changes, proposal } = accepted(readAs(protocolOpening, raw, 'The protocol'));
    const desk = await deskOf(registers, agreement, now);
    const parties = desk.agreement.parties.map(p => p.id);
    if (proposal && !parties.includes(proposal.by))
      refuse({
        refused: 'unknownParty',
        message: `proposal.by: ${proposal.by} is not a Party. The Parties are ${parties.join(' and ')}.`,
        basis: 'register',
      });
    const fact = proposal && readEntry(proposalFact(protocol, proposal), desk.agreement, now);
    if (fact && isRefusal(fact)) refuse(fact); // before anything is written of it
    const before = protocolSteps(desk.rows, protocol)
      .map(s => s.step)
      .find(s => s.type === 'protocol.opened');
    const said = JSON.parse(JSON.stringify({ title, changes })) as { title?: string; changes?: object };
    if (before && Object.entries(said).some(([field, value]) => !isDeepStrictEqual(value, before[field as 'title' | 'changes'])))
      refuse({
        refused: 'idInUse',
        message: `Protocol ${protocol} is open already, with another title or other changes. Give this one another id; what was signed is said when it is signed (protocol sign --changes).`,
        basis: 'register',
      });
    if (!before) {
      const step: ProtocolStep['step'] = {
        type: 'protocol.opened',
        at: desk.today,
        ...(title ? { title } : {}),
        ...(changes ? { changes } : {}),
      };
      const authority = shown('openProtocol', given as WithRight, { by, audience }, holder => whyNotOpened(holder, proposal?.by));
      await desk.register
        .append(agreement, 0, entryOf(protocol, 0, step), { by, at: now }, undefined, authority)
        .catch(refuseWithoutRight({ security }, protocolWorkflowId(agreement, protocol)));
    }
    return { agreement, protocol, rehearsal: desk.rehearsal };
  };

const entryOf = (protocol: string, n: number, step: ProtocolStep['step']): ProtocolStep => ({
  type: 'protocol.step',
  id: protocolStepId(protocol, n),
  protocol,
  step,
});

export const createLookAtProtocol =
  ({ registers }: DeskTools) =>
  async ({ agreement, protocol, now }: ProtocolAsked): Promise<ProtocolLook> => {
    const desk = await deskOf(registers, agreement, now);
    const today = legalToday(now, zonesOf(desk.agreement));
    const steps = protocolSteps(desk.rows, protocol);
    const known = foldLedger(agreement, entriesOf(desk.rows), entries =>
      knownOf({ agreement: desk.agreement, entries, today }, protocol, steps),
    );
    return known
      ? { ...known, rehearsal: desk.rehearsal, ...(desk.trusted.length ? { trusted: desk.trusted } : {}) }
      : refuse(malformed(`Nobody has heard of protocol ${protocol} of ${agreement}.`));
  };

/** Enters a step of the desk as the n-th; one that is there already stands. */
export const createEnterProtocolStep =
  ({ registers, security }: DeskTools) =>
  async ({
    step,
    by,
    n,
    told,
    ...asked
  }: ProtocolAsked & { step: ProtocolStep['step']; by: string; n: number; told?: AskedWithRight<ProtocolRequestName> }): Promise<void> => {
    const desk = await deskOf(registers, asked.agreement, asked.now);
    if (protocolSteps(desk.rows, asked.protocol).length > n) return;
    const authority = told
      ? shown(told.name, told.request, { by, audience: told.audience }, holder => whyNotToldProtocol(holder, told.name))
      : 'servanda';
    await desk.register
      .append(asked.agreement, 0, entryOf(asked.protocol, n, step), { by, at: asked.now }, undefined, authority)
      .catch(refuseWithoutRight({ security }, protocolWorkflowId(asked.agreement, asked.protocol)));
  };

/** The protocols that the desk has opened and not closed: their workflows are told of what is entered. */
export function protocolsUnderWay(rows: Parameters<typeof protocolSteps>[0]): string[] {
  const ids = new Set(rows.flatMap(({ entry }) => (entry.type === 'protocol.step' && 'protocol' in entry ? [entry.protocol] : [])));
  return [...ids].filter(id => !protocolSteps(rows, id).some(s => s.step.type === 'protocol.closed'));
}
