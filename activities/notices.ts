/** The notices in the register: how the law assesses each, and which must look again. */
import { isDeepStrictEqual } from 'node:util';
import type { CalendarDate } from '../clauses/calendar.ts';
import { foldLedger } from '../machines/fold-failure.ts';
import type { Entry } from '../machines/facts.ts';
import type { Dossier } from '../machines/ledger.ts';
import { contextOf, replay } from '../machines/notice/replay.ts';
import type { NoticeDraft } from '../machines/notice/steps.ts';
import type { Assessment } from '../machines/notice/assessment.ts';
import { assess, type Matter } from '../machines/notice/assess.ts';
import type { Refusal } from '../machines/refusal.ts';
import { authorizeAttachment, type Holder } from '../machines/rights.ts';
import { noticeHaving, noticeSteps } from '../dossier/description.ts';
import type { RegisterDossier } from '../dossier/dossier.ts';
import { asStored } from './desk.ts';

/** What a right to a notice depends on. */
export const noticeOf = (
  { direction, content }: Pick<NoticeDraft, 'direction' | 'content'>,
  { agreement }: Pick<RegisterDossier, 'agreement'>,
): { direction: NoticeDraft['direction']; by: string; parties: string[] } => ({
  direction,
  by: content.by,
  parties: agreement.parties.map(p => p.id),
});

/** Why a person may not attach a document to a notice or to a line about it; undefined for every other entry. */
export function whyNotAttached(holder: Holder, entry: Entry, dossier: RegisterDossier, today: CalendarDate): Refusal | undefined {
  const number = entry.type === 'document.attached' ? noticeHaving(dossier.rows, entry.to) : undefined;
  if (number === undefined) return undefined;
  const { instance } = replay(noticeSteps(dossier.rows, number), today);
  return authorizeAttachment(holder, noticeOf(contextOf(instance), dossier));
}

/** How the law assesses a notice today. */
export const assessOn = ({ agreement, description, entries: all, today }: Dossier & { today: CalendarDate }, matter: Matter): Assessment =>
  foldLedger(agreement.id, all, entries => assess({ agreement, description, entries, today }, matter));

/** The notices, by number, whose assessment differs from the last recorded one; their workflows are signalled. */
export function noticesToRecheck(dossier: RegisterDossier, today: CalendarDate): string[] {
  const numbers = new Set(dossier.rows.flatMap(({ entry }) => (entry.type === 'notice.step' && 'notice' in entry ? [entry.notice] : [])));
  return [...numbers].filter(number => {
    const { instance } = replay(noticeSteps(dossier.rows, number), today);
    const c = contextOf(instance);
    return (
      instance.snapshot.status === 'active' && !isDeepStrictEqual(asStored(assessOn({ ...dossier, today }, c)), asStored(c.assessment))
    );
  });
}
