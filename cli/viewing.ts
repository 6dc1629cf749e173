/** Who looks: drafts that have not left are seen by those who work on them, and by nobody else. */
import type { RegisterDossier } from '../dossier/dossier.ts';
import type { Agreement } from '../clauses/agreement.ts';
import { readIdentity } from '../identity/right.ts';
import { isSigned } from '../identity/signature.ts';
import { everyParty, maySeeDraft, type Holder } from '../machines/rights.ts';
import { noticeWorkflowId } from '../workflows/messages.ts';
import type { Line } from '../register/types.ts';
import { identityOf } from './asking.ts';
import { BadInput, NotAsAsked } from './failures.ts';
import { numbersOf, onDesk, type OnDesk } from './notice/desk.ts';
import { configurationOf } from './service/service.ts';
import { inRegisters, todayOf } from './source.ts';
import type { World } from './world.ts';

/** Whether a notice may be seen. */
export type Sees = (d: Pick<OnDesk, 'state' | 'notice'>, agreement: Pick<Agreement, 'parties'>) => boolean;

/** What the person at the keyboard sees. Without a trusted authority, all; without an identity, no drafts. */
export async function viewOf(world: World, home: string | undefined): Promise<Sees> {
  const holder = await holderOf(world, home);
  return ({ state, notice: { direction, content, draftedBy } }, { parties }) =>
    !hasNotLeft.includes(state) ||
    (holder !== undefined && maySeeDraft(holder, { direction, by: content.by, parties: parties.map(p => p.id), draftedBy }));
}

const hasNotLeft: readonly OnDesk['state'][] = ['drafted', 'approved', 'returned', 'recalled'];

const everybody: Holder = { person: '', actsFor: everyParty, roles: ['registrar'] };

async function holderOf(world: World, home: string | undefined): Promise<Holder | undefined> {
  const trusted = await inRegisters(world, home, async registers => [
    ...(await registers.of(false).trusted()),
    ...(await registers.of(true).trusted()),
  ]);
  if (!trusted.length) return everybody;
  const { home: folder, identity } = await configurationOf(world, home);
  try {
    const held = await identityOf(world, { home: folder, identity }, world.user);
    return held && readIdentity(held.identity, trusted, isSigned);
  } catch (cause) {
    // Who has no identity here, or one that counts no more, still reads what is no draft.
    if (cause instanceof BadInput || (cause instanceof Error && cause.name === 'NoRight')) return undefined;
    throw cause;
  }
}

/** The agreement without what the person at the keyboard may not see: none of it has an effect in law, but dates would name it. */
export async function asSeen(world: World, home: string | undefined, kept: RegisterDossier): Promise<RegisterDossier> {
  const isSeen = await seenIn(world, home, kept);
  return { ...kept, rows: kept.rows.filter(({ entry }) => isSeen(entry)), entries: kept.entries.filter(isSeen) };
}

/**
 * Whether an entry of an agreement may be seen. Where a draft is not, neither are its steps, nor the documents that are attached to it,
 * nor what corrects them.
 */
export async function seenIn(world: World, home: string | undefined, kept: RegisterDossier): Promise<(entry: Line) => boolean> {
  const sees = await viewOf(world, home);
  const today = todayOf(world, kept.agreement);
  const unseen = new Set(numbersOf(kept).filter(number => !sees(onDesk(world.words, kept, number, today), kept.agreement)));
  const isAbout = (entry: Line): string | undefined => {
    if (entry.type === 'notice.step') return entry.notice;
    if (entry.type === 'document.attached') return entry.to;
    return entry.type === 'corrected' || entry.type === 'struck' ? entry.of : undefined;
  };
  for (const { entry } of kept.rows) if (unseen.has(isAbout(entry) ?? '')) unseen.add(entry.id);
  return entry => !unseen.has(entry.id);
}

/** What is refused stands in the security log. @throws NotAsAsked */
export async function refuseUnseen(world: World, home: string | undefined, { agreement }: RegisterDossier, d: OnDesk): Promise<void> {
  const sees = await viewOf(world, home);
  if (sees(d, agreement)) return;
  const { m, say } = world.words;
  const { refusedAtCommandLine } = await import('../worker/security-log.ts');
  refusedAtCommandLine((await configurationOf(world, home)).home, {
    where: 'command line',
    of: noticeWorkflowId(d.notice.agreement, d.number),
    by: world.user,
    why: `Notice ${d.number} has not left, and drafts are seen by those who work on them.`,
  });
  throw new NotAsAsked(say(m.notice.unseen, { number: d.number }));
}
