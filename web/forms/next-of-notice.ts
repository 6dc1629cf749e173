/** The possible next steps of a notice, and the rights they need. */
import type { AgreementStanding } from '../../client/answers.ts';
import { toDraft, toUpdateNotice, type Rule } from '../../client/permissions.ts';
import type { NoticeToday } from '../../client/notices.ts';
import type { NoticeRequestName } from '../../client/schemas.ts';
import { address, agreementPath, type Request } from '../request.ts';
import { forParties, type Next } from './permissions.ts';
import { whyApprovalBarred } from './notice-facts.ts';

export const noticePath = (agreement: string, number: string, more = ''): string =>
  agreementPath(agreement, `/notices/${encodeURIComponent(number)}${more}`);

const actionsIn: Readonly<Record<string, readonly NoticeRequestName[]>> = {
  drafted: ['approve', 'amend', 'recall'],
  approved: ['dispatch', 'amend', 'recall'],
  dispatched: ['confirmReceipt', 'markReturned', 'recall'],
  returned: ['dispatch', 'amend', 'recall'],
  examination: ['accept', 'findDefective'],
};

const partiesIn = ({ described }: AgreementStanding): string[] => described.parties.map(p => p.id);

export const mayDraft = (s: AgreementStanding, direction: 'ours' | 'theirs', named?: string): Rule[] =>
  forParties(s, named, by => toDraft({ direction, by, parties: partiesIn(s) }));

/** The properties of a notice on which rights depend. */
export const ofParty = (s: AgreementStanding, { direction, content }: NoticeToday['notice']) => ({
  direction,
  by: content.by,
  parties: partiesIn(s),
});

/** The steps of a notice now; once received, its revocation or a reply. */
export function nextOf(c: Request, s: AgreementStanding, found: NoticeToday): Next[] {
  const { state, closed, number, notice } = found;
  const { content, direction } = notice;
  const { notice: m } = c.get('words').m.desk;
  const possibleActions = closed ? [] : (actionsIn[state] ?? []);
  return [
    ...possibleActions.map((a): Next => {
      const may = [toUpdateNotice(a, ofParty(s, notice))];
      if (a === 'amend') return { href: noticePath(s.agreement, number, `/amend/${content.kind}`), name: m.amend, may };
      const barred = a === 'approve' ? whyApprovalBarred(c, found) : undefined;
      return { href: noticePath(s.agreement, number, `/${a}`), name: m.actions[a], may, barred };
    }),
    ...(content.kind === 'termination' && state === 'received' && direction === 'ours'
      ? [
          {
            href: address(agreementPath(s.agreement, '/notices/new/revocation'), { of: number, by: content.by }),
            name: m.revoke,
            may: mayDraft(s, 'ours', content.by),
          },
        ]
      : []),
    ...(direction === 'theirs' ? [{ href: agreementPath(s.agreement, '/notices/new'), name: m.reply, may: mayDraft(s, 'ours') }] : []),
  ];
}
