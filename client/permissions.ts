/** What the caller may do, before anything is typed: by the identity that would sign, and the rules checked again on sending. */
import type { Entry } from '../machines/facts.ts';
import type { NoticeRequestName } from '../machines/notice/steps.ts';
import type { ProtocolRequestName } from '../machines/protocol/steps.ts';
import { refuse, type Refusal } from '../machines/refusal.ts';
import {
  authorizeAnyRecord,
  authorizeAttachment,
  authorizeCommand,
  authorizeDraft,
  authorizeNoticeUpdate,
  authorizeProtocolOpening,
  authorizeProtocolUpdate,
  authorizeRecord,
  type AskedName,
  type Holder,
  type NoticeOfParty,
} from '../machines/rights.ts';
import { refusalSentence } from '../wording/refusals/sentence.ts';
import type { Context } from './context.ts';
import { InvalidRequest } from './failures.ts';
import { identityFound } from './rights.ts';

export type FactType = Entry['type'];

/** Why the holder of an identity may not do something; undefined if they may. */
export type Rule = (holder: Holder) => Refusal | undefined;

export const toRecord =
  (type: Entry['type'], by?: string): Rule =>
  holder =>
    authorizeRecord(holder, { type, ...(by === undefined ? {} : { by }) } as Entry);
/** To a notice, or a line about it. */
export const toAttach =
  (notice: NoticeOfParty): Rule =>
  holder =>
    toRecord('document.attached')(holder) ?? authorizeAttachment(holder, notice);
/** A fact of any type. */
export const toRecordAny =
  (party: string): Rule =>
  holder =>
    authorizeAnyRecord(holder, party);
export const toCommand =
  (name: AskedName): Rule =>
  holder =>
    authorizeCommand(holder, name);
export const toDraft =
  (notice: NoticeOfParty): Rule =>
  holder =>
    authorizeDraft(holder, notice);
export const toUpdateNotice =
  (name: NoticeRequestName, notice: NoticeOfParty): Rule =>
  holder =>
    authorizeNoticeUpdate(holder, name, notice);
export const toOpenProtocol =
  (proposedBy?: string): Rule =>
  holder =>
    authorizeProtocolOpening(holder, proposedBy);
export const toUpdateProtocol =
  (name: ProtocolRequestName): Rule =>
  holder =>
    authorizeProtocolUpdate(holder, name);

/** Why none of several ways to do something is open to the caller; undefined if one is. */
export type PermissionCheck = (rules: readonly Rule[]) => string | undefined;

/** The rules for the caller, in the caller's language. A register that trusts no authority requires no right. */
export async function permissionCheckOf(context: Context, rehearsal: boolean): Promise<PermissionCheck> {
  const { person, wording } = context;
  const { held, fault } = await identityFound(context, person);
  if (fault) {
    const said = new InvalidRequest(fault.code, fault.values, wording).message;
    return () => said;
  }
  if (!(await (await context.registersThere()).of(rehearsal).trusted()).length) return () => undefined;
  if (!held) {
    const said = refusalSentence(refuse('rightRefused', { fault: { code: 'noIdentity' } }), wording);
    return () => said;
  }
  const { claimsOf } = await import('../identity/files.ts');
  const { sub, for: actsFor, roles } = claimsOf(held);
  const holder: Holder = { person: sub, actsFor, roles };
  return rules => {
    const refusals = rules.map(rule => rule(holder));
    if (!refusals.length || refusals.includes(undefined)) return undefined;
    // A missing role is more helpful to know than that the first Party is not the caller's.
    return refusalSentence(refusals.find(r => r?.code === 'roleNeeded') ?? refusals[0]!, wording);
  };
}
