/** Who may see drafts: a notice not yet dispatched is visible only to those who work on it. */
import { noticeNumbers } from '../dossier/description.ts';
import type { RegisterDossier } from '../dossier/dossier.ts';
import type { Agreement } from '../clauses/agreement.ts';
import { readIdentity } from '../identity/right.ts';
import { isSigned } from '../identity/signature.ts';
import { everyParty, maySeeDraft, type Holder } from '../machines/rights.ts';
import type { Line } from '../register/types.ts';
import type { Context } from './context.ts';
import { todayIn } from './dossiers.ts';
import { InvalidRequest, Unavailable } from './failures.ts';
import { noticeToday, type NoticeToday } from './notices.ts';
import { identityOf } from './rights.ts';

/** True if the notice may be seen. */
export type DraftFilter = (notice: Pick<NoticeToday, 'state' | 'notice'>, agreement: Pick<Agreement, 'parties'>) => boolean;

/** What the caller may see: everything if no authority is trusted; no drafts without an identity. */
export async function draftFilter(context: Context): Promise<DraftFilter> {
  const holder = await holderOf(context);
  return ({ state, notice: { direction, content, draftedBy } }, { parties }) =>
    !hasNotLeft.includes(state) ||
    (holder !== undefined && maySeeDraft(holder, { direction, by: content.by, parties: parties.map(p => p.id), draftedBy }));
}

const hasNotLeft: readonly NoticeToday['state'][] = ['drafted', 'approved', 'returned', 'recalled'];

const everybody: Holder = { person: '', actsFor: everyParty, roles: ['registrar'] };

async function holderOf(context: Context): Promise<Holder | undefined> {
  const registers = await context.registersThere();
  const trusted = [...(await registers.of(false).trusted()), ...(await registers.of(true).trusted())];
  if (!trusted.length) return everybody;
  if (context.holder) return context.holder;
  await context.configuration(); // reports configuration errors before looking for an identity
  try {
    const held = await identityOf(context, context.person);
    return held && readIdentity(held.identity, trusted, isSigned);
  } catch (cause) {
    // A caller without a valid identity may still read everything except drafts.
    if (cause instanceof InvalidRequest || (cause instanceof Error && cause.name === 'NoRight')) return undefined;
    throw cause;
  }
}

/** The agreement without what the caller may not see. None of that has an effect in law, but dates would name it. */
export async function withoutHiddenEntries(context: Context, dossier: RegisterDossier): Promise<RegisterDossier> {
  const isSeen = await entryFilterFor(context, dossier);
  return { ...dossier, rows: dossier.rows.filter(({ entry }) => isSeen(entry)), entries: dossier.entries.filter(isSeen) };
}

/** Which entries the caller may see. With a draft are hidden its steps, its documents and the entries that correct them. */
export async function entryFilterFor(context: Context, dossier: RegisterDossier): Promise<(entry: Line) => boolean> {
  const isShown = await draftFilter(context);
  const { agreement } = dossier;
  const today = todayIn(agreement, await context.now());
  const hidden = noticeNumbers(dossier.rows).filter(number => !isShown(noticeToday(context.wording, dossier, number, today), agreement));
  const unseen = new Set(hidden);
  const isAbout = (entry: Line): string | undefined => {
    if (entry.type === 'notice.step') return entry.notice;
    if (entry.type === 'document.attached') return entry.to;
    return entry.type === 'corrected' || entry.type === 'struck' ? entry.of : undefined;
  };
  for (const { entry } of dossier.rows) if (unseen.has(isAbout(entry) ?? '')) unseen.add(entry.id);
  return entry => !unseen.has(entry.id);
}

/** Writes a refusal to the security log. @throws Unavailable */
export async function refuseUnseen(context: Context, { agreement }: RegisterDossier, notice: NoticeToday): Promise<void> {
  const isShown = await draftFilter(context);
  if (isShown(notice, agreement)) return;
  const { refusedAtCommandLine } = await import('../worker/security-log.ts');
  const { noticeWorkflowId } = await import('../workflows/messages.ts');
  const { number } = notice;
  refusedAtCommandLine(context.home, {
    where: context.where ?? (context.holder ? 'api' : 'command line'),
    of: noticeWorkflowId(notice.notice.agreement, number),
    by: context.person,
    why: `Notice ${number} has not been sent: only those who work on it may see a draft.`,
  });
  throw new Unavailable('unseenDraft', { number }, context.wording);
}
