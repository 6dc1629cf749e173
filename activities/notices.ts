/** Notices as the register has them: what the law makes of each, and which are to look again. */
import { isDeepStrictEqual } from 'node:util';
import type { CalendarDate } from '../clauses/calendar.ts';
import { foldLedger } from '../machines/fold-failure.ts';
import type { Dossier } from '../machines/ledger.ts';
import { contextOf, followed } from '../machines/notice/course.ts';
import type { NoticeDraft } from '../machines/notice/steps.ts';
import type { Weighed } from '../machines/notice/weighed.ts';
import { weigh } from '../machines/notice/weighing.ts';
import { noticeSteps } from '../dossier/description.ts';
import type { RegisterDossier } from '../dossier/dossier.ts';
import { asStored } from './desk.ts';

/** Of a notice, what a right to it depends on. */
export const noticeOf = (
  { direction, content }: Pick<NoticeDraft, 'direction' | 'content'>,
  { agreement }: Pick<RegisterDossier, 'agreement'>,
): { direction: NoticeDraft['direction']; by: string; parties: string[] } => ({
  direction,
  by: content.by,
  parties: agreement.parties.map(p => p.id),
});

/** What the law makes of a notice, as things stand. */
export const weighOn = (
  { agreement, description, entries: all, today }: Dossier & { today: CalendarDate },
  matter: Pick<NoticeDraft, 'number' | 'content' | 'channel'>,
): Weighed => foldLedger(agreement.id, all, entries => weigh({ agreement, description, entries, today }, matter));

/** The numbers of the notices whose weighing has changed since it was last entered: their workflows are told. */
export function noticesToTell(dossier: RegisterDossier, today: CalendarDate): string[] {
  const numbers = new Set(dossier.rows.flatMap(({ entry }) => (entry.type === 'notice.step' && 'notice' in entry ? [entry.notice] : [])));
  return [...numbers].filter(number => {
    const { course } = followed(noticeSteps(dossier.rows, number), today);
    const c = contextOf(course);
    return course.snapshot.status === 'active' && !isDeepStrictEqual(asStored(weighOn({ ...dossier, today }, c)), asStored(c.weighed));
  });
}
