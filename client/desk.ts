/** Notices and protocols, as the caller works with them; requests are made in the caller's name unless another is given. */
import { protocolIds } from '../dossier/description.ts';
import { rehearsalNow } from '../dossier/rehearsal-time.ts';
import { noticeContent } from '../machines/notice/content.ts';
import type { NoticeDraftGiven, NoticeRequestName, NoticeRequestOf } from '../machines/notice/steps.ts';
import { isSamePerson } from '../machines/persons.ts';
import type { ProtocolRequestName, ProtocolRequestOf } from '../machines/protocol/steps.ts';
import { contentHash } from '../register/canonical.ts';
import type { NoticeShown, ProtocolShown } from '../workflows/messages.ts';
import type { Context } from './context.ts';
import { dossierOf, dossierToday, todayIn } from './dossiers.ts';
import { assertVisible } from './draft-access.ts';
import { InvalidRequest } from './failures.ts';
import { beginNotice, nextNumber, noticeToday, updateNotice, waitUntilNoticeRecorded, type NoticeToday } from './notices.ts';
import { openProtocol, protocolToday, updateProtocol, type ProtocolToday } from './protocols.ts';
import type { ArrivalGiven, DraftGiven, NoticeContentGiven, NoticeRequest, ProposalGiven, ProtocolRequest } from './requests.ts';

/** Begins a notice of ours. @throws Refused, InvalidRequest, Unavailable */
export async function draftNotice(
  context: Context,
  agreement: string,
  content: NoticeContentGiven,
  { number, by = context.person, channel }: DraftGiven = {},
): Promise<NoticeToday> {
  const own = number ?? (await freeNumber(context, agreement));
  const begun = { agreement, number: own, content, direction: 'ours' as const, draftedBy: by, ...(channel ? { channel } : {}) };
  await beginNotice(context, begun).catch(unlessRepeated(context, begun));
  return noticeNow(context, agreement, own);
}

/** Accepts a number in use if this is a repeat: the notice with that number was begun by the same request. */
const unlessRepeated =
  (context: Context, { agreement, number, content, draftedBy }: Pick<NoticeDraftGiven, 'agreement' | 'number' | 'content' | 'draftedBy'>) =>
  async (cause: unknown): Promise<void> => {
    if (!(cause instanceof InvalidRequest && cause.code === 'numberInUse' && context.repeatable === number)) throw cause;
    await waitUntilNoticeRecorded(context, agreement, number);
    const { step } = (await noticeNow(context, agreement, number)).steps[0]!;
    const isSame =
      step.type === 'notice.drafted' &&
      isSamePerson(step.input.draftedBy, draftedBy) &&
      contentHash(step.input.content) === contentHash(noticeContent.parse(content));
    if (!isSame) throw cause;
  };

/** Records a notice that arrived from the other Party. @throws Refused, InvalidRequest, Unavailable */
export async function enterNotice(
  context: Context,
  agreement: string,
  content: NoticeContentGiven,
  { number, by = context.person, ...arrival }: ArrivalGiven,
): Promise<NoticeToday> {
  const own = number ?? (await freeNumber(context, agreement));
  const begun = { agreement, number: own, content, direction: 'theirs' as const, draftedBy: by, arrival };
  await beginNotice(context, begun).catch(unlessRepeated(context, begun));
  return noticeNow(context, agreement, own);
}

async function freeNumber(context: Context, agreement: string): Promise<string> {
  const { dossier, today } = await dossierToday(context, agreement);
  return nextNumber(dossier, today);
}

async function noticeNow(context: Context, agreement: string, number: string): Promise<NoticeToday> {
  const { dossier, today } = await dossierToday(context, agreement);
  return noticeToday(context.wording, dossier, number, today);
}

/** @throws Unavailable also if it is a draft that the caller may not see */
export async function showNotice(context: Context, agreement: string, number: string): Promise<NoticeToday> {
  const { dossier, today } = await dossierToday(context, agreement);
  const notice = noticeToday(context.wording, dossier, number, today);
  await assertVisible(context, dossier, notice);
  return notice;
}

export const requestOfNotice = <N extends NoticeRequestName>(
  context: Context,
  agreement: string,
  number: string,
  name: N,
  request: NoticeRequest<N>,
): Promise<NoticeShown> =>
  updateNotice(context, agreement, number, name, { ...request, by: request.by ?? context.person } as NoticeRequestOf<N>);

/** @throws Refused, InvalidRequest, Unavailable */
export async function proposeProtocol(
  context: Context,
  agreement: string,
  protocol: string,
  { person = context.person, title, changes, ...proposal }: ProposalGiven,
): Promise<ProtocolToday> {
  const { wording } = context;
  if (context.hasRegister()) {
    const { dossier } = await dossierToday(context, agreement);
    if (protocolIds(dossier).includes(protocol)) throw new InvalidRequest('protocolExists', { agreement, protocol }, wording);
  }
  await openProtocol(context, { agreement, protocol, by: person, ...(title ? { title } : {}), ...(changes ? { changes } : {}), proposal });
  return showProtocol(context, agreement, protocol);
}

export async function showProtocol(context: Context, agreement: string, protocol: string): Promise<ProtocolToday> {
  const dossier = await dossierOf(context, agreement);
  // A rehearsal may have lived beyond today.
  return protocolToday(context.wording, dossier, protocol, todayIn(dossier.agreement, rehearsalNow(dossier, await context.now())));
}

/** Refuses an unknown protocol before starting anything. */
export async function requestOfProtocol<N extends ProtocolRequestName>(
  context: Context,
  agreement: string,
  protocol: string,
  name: N,
  request: ProtocolRequest<N>,
): Promise<ProtocolShown> {
  if (context.hasRegister()) await showProtocol(context, agreement, protocol);
  return updateProtocol(context, agreement, protocol, name, { ...request, by: request.by ?? context.person } as ProtocolRequestOf<N>);
}
