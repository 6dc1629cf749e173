/** The consequences of entries before they are sent, with the same checks as when they are. Nothing is written. */
import type { CalendarDate } from '../clauses/calendar.ts';
import { foldFaultOf } from '../machines/fold-failure.ts';
import { readAs } from '../machines/notice/steps.ts';
import { factFor, proposalFact, protocolRefusal } from '../machines/protocol/requests.ts';
import { protocolOpening, protocolRequests, type ProtocolRequestName } from '../machines/protocol/steps.ts';
import { isRefusal, refuse, type Refusal } from '../machines/refusal.ts';
import { readEntry } from '../machines/read-entries.ts';
import { consequencesOf, type Consequences } from './consequences.ts';
import type { Context } from './context.ts';
import { prepare } from './entering.ts';
import { dossierToday } from './dossiers.ts';
import { checkedEntry, correctionOf, strikeOf, withId, type Make } from './facts.ts';
import { inLanguageOf, Refused } from './failures.ts';
import { protocolToday } from './protocols.ts';
import type { FactGiven, FieldsGiven, ProposalGiven, ProtocolRequest } from './requests.ts';

/** @throws Refused, also if the agreement can't be folded with the entries; InvalidRequest */
export async function consequencesOfEntering(context: Context, agreement: string, make: Make): Promise<Consequences> {
  const { dossier, entries, fresh, today } = await prepare(context, agreement, make).catch(inLanguageOf(context));
  try {
    return consequencesOf(context.wording, dossier, fresh, today);
  } catch (cause) {
    const why = foldFaultOf(cause);
    const entry = entries[0]!.id;
    throw new Refused([refuse('notFolded', { agreement, entry, why, entered: null, line: null, isWritten: false })], context.wording);
  }
}

export const consequencesOfCorrection = (
  context: Context,
  agreement: string,
  of: string,
  fields: FieldsGiven,
  how: { reason?: string } = {},
): Promise<Consequences> => consequencesOfEntering(context, agreement, correctionOf(context.wording, of, { ...fields }, how));

export const consequencesOfStrike = (
  context: Context,
  agreement: string,
  of: string,
  { reason }: { reason: string },
): Promise<Consequences> => consequencesOfEntering(context, agreement, strikeOf(context.wording, of, reason));

/** Why a fact can't be recorded yet: its day is in the future. Its consequences can still be simulated. @throws Refused if it is recorded as of one */
export async function whyNotYet(context: Context, agreement: string, fact: FactGiven): Promise<string | undefined> {
  const { dossier } = await dossierToday(context, agreement);
  const read = readEntry(withId(fact), dossier.agreement, await context.now());
  if (!isRefusal(read) || (read.code !== 'futureDay' && read.code !== 'futureRecording')) return undefined;
  const refused = new Refused([read], context.wording);
  if (read.code === 'futureRecording') throw refused;
  return refused.message;
}

/** The consequences of the proposal that opens a protocol. */
export function consequencesOfProposal(
  context: Context,
  agreement: string,
  protocol: string,
  { person = context.person, title, changes, ...proposal }: ProposalGiven,
): Promise<Consequences> {
  const opening = read(context, readAs(protocolOpening, { agreement, protocol, by: person, title, changes, proposal }, 'protocol'));
  return consequencesOfEntering(context, agreement, dossier => [
    checkedEntry(context.wording, proposalFact(protocol, opening.proposal!), dossier.agreement),
  ]);
}

/** The requests to a protocol that make a fact. */
export type ProtocolFactName = Exclude<ProtocolRequestName, 'settleText'>;

export function consequencesOfProtocol<N extends ProtocolFactName>(
  context: Context,
  agreement: string,
  protocol: string,
  name: N,
  request: ProtocolRequest<N>,
): Promise<Consequences> {
  const asked = read(context, readAs<{ on: CalendarDate }>(protocolRequests[name], { ...request, by: request.by ?? context.person }, name));
  return consequencesOfEntering(context, agreement, (dossier, today) => {
    const { known } = protocolToday(context.wording, dossier, protocol, today);
    const refusal = protocolRefusal(name, asked, known);
    if (refusal) throw new Refused([refusal], context.wording);
    return [checkedEntry(context.wording, factFor(name, asked, known), dossier.agreement)];
  });
}

function read<T extends object>({ wording }: Context, given: T | Refusal): T {
  if (isRefusal(given)) throw new Refused([given], wording);
  return given;
}
