/** Who may see drafts: a notice not yet dispatched is visible only to those who work on it. */
import { noticeNumbers, subjectOf } from '../dossier/description.ts';
import type { RegisterDossier } from '../dossier/dossier.ts';
import type { Agreement } from '../clauses/agreement.ts';
import { readIdentity } from '../identity/right.ts';
import { isSigned } from '../identity/signature.ts';
import type { Act } from '../machines/acts.ts';
import { everyParty, maySeeDraft, type Holder } from '../machines/rights.ts';
import type { Line } from '../register/types.ts';
import type { Context } from './context.ts';
import { todayIn } from './dossiers.ts';
import { InvalidRequest, Unavailable } from './failures.ts';
import { noticeToday, type NoticeToday } from './notices.ts';
import { identityOf } from './rights.ts';

/** The fields that decide who may see a notice. */
type NoticeAccess = Pick<NoticeToday, 'state'> & {
  notice: Pick<NoticeToday['notice'], 'direction' | 'draftedBy'> & { content: { by: string } };
};

/** True if the notice may be seen. */
export type DraftFilter = (notice: NoticeAccess, agreement: Pick<Agreement, 'parties'>) => boolean;

/** What the caller may see: everything if no authority is trusted; no drafts without an identity. */
export async function draftFilter(context: Context): Promise<DraftFilter> {
  const holder = await holderOf(context);
  return ({ state, notice: { direction, content, draftedBy } }, { parties }) =>
    !undispatchedStates.includes(state) ||
    (holder !== undefined && maySeeDraft(holder, { direction, by: content.by, parties: parties.map(p => p.id), draftedBy }));
}

const undispatchedStates: readonly NoticeToday['state'][] = ['drafted', 'approved', 'returned', 'recalled'];

/** Returns true if no draft of any Party is hidden from the caller. */
export async function seesEveryDraft(context: Context): Promise<boolean> {
  const holder = await holderOf(context);
  const anyDraft = { direction: 'ours', by: everyParty, parties: [everyParty], draftedBy: '' } as const;
  return holder?.actsFor === everyParty && maySeeDraft(holder, anyDraft);
}

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

/** The parts of an agreement that the caller may see. */
export interface Visible {
  /** Hiding a draft also hides its steps, its documents and the entries that correct them. */
  entry: (entry: Line) => boolean;
  act: (act: Act) => boolean;
  /** Takes a workflow id. A notice that is not yet in the register counts as a draft. */
  workflow: (id: string) => boolean;
}

export async function visibleIn(context: Context, dossier: RegisterDossier): Promise<Visible> {
  const { noticeWorkflowId } = await import('../workflows/messages.ts');
  const isShown = await draftFilter(context);
  const { agreement, rows } = dossier;
  const today = todayIn(agreement, await context.now());
  const numbers = noticeNumbers(rows);
  const hidden = new Set(numbers.filter(number => !isShown(noticeToday(context.wording, dossier, number, today), agreement)));
  const recorded = new Set(numbers);
  const owed = { direction: 'ours', content: { by: agreement.desk?.party ?? '' }, draftedBy: '' } as const;
  const isOwedShown = isShown({ state: 'drafted', notice: owed }, agreement);
  const prefix = noticeWorkflowId(agreement.id, '');
  return {
    entry: entryFilter(rows, hidden),
    act: act => !hidden.has(noticeNamed(act) ?? ''),
    workflow(id) {
      if (!id.startsWith(prefix)) return true;
      const number = id.slice(prefix.length);
      return recorded.has(number) ? !hidden.has(number) : isOwedShown;
    },
  };
}

/** Returns the number of the notice that an act concerns. */
export const noticeNamed = ({ params }: Act): string | undefined => ('notice' in params ? (params.notice ?? undefined) : undefined);

/** Returns whether the caller may see an entry. */
export const entryFilterFor = async (context: Context, dossier: RegisterDossier): Promise<Visible['entry']> =>
  (await visibleIn(context, dossier)).entry;

function entryFilter(rows: RegisterDossier['rows'], hidden: ReadonlySet<string>): Visible['entry'] {
  const unseen = new Set(hidden);
  for (const { entry } of rows) if (unseen.has(subjectOf(entry) ?? '')) unseen.add(entry.id);
  return entry => !unseen.has(entry.id);
}

/** Writes a refusal to the security log. @throws Unavailable */
export async function assertVisible(context: Context, { agreement }: RegisterDossier, notice: NoticeToday): Promise<void> {
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
