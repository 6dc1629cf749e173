/** The workflows that an agreement should have open, from its register only, and the input to start each with. */
import type { Agreement } from '../clauses/agreement.ts';
import type { CalendarDate, Instant } from '../clauses/calendar.ts';
import type { Language } from '../clauses/desk.ts';
import { replay, isClosed } from '../machines/notice/replay.ts';
import type { Plan } from '../machines/plan-types.ts';
import type { Row } from '../register/types.ts';
import {
  agreementWorkflow,
  agreementWorkflowId,
  noticeWorkflow,
  noticeWorkflowId,
  protocolWorkflow,
  protocolWorkflowId,
} from '../workflows/messages.ts';
import { textIn, wordings } from '../wording/index.ts';
import { say } from '../wording/statements.ts';
import { noticeNumbers, noticeSteps, protocolSteps } from '../dossier/description.ts';
import { planFor, todayOf, type RegisterDossier } from '../dossier/dossier.ts';
import { rehearsalNow } from '../dossier/rehearsal-time.ts';
import { draftsOwed } from './drafts.ts';

export type Kind = 'agreement' | 'notice' | 'protocol';

export interface UnderWay {
  kind: Kind;
  workflowId: string;
  start: { type: string; args: [object]; staticSummary: string; staticDetails?: string };
}

/**
 * Returns notices and protocols first, since an agreement's first step signals them to recheck. An agreement that has ended is left out,
 * unless an act of its end is still owed.
 */
export function underWay(dossier: RegisterDossier, wall: Instant, language: Language): UnderWay[] {
  const now = rehearsalNow(dossier, wall);
  const { agreement, rows, rehearsal } = dossier;
  const { id } = agreement;
  const today = todayOf(dossier, now);
  const w = wordings[language];
  const notices = noticeNumbers(rows).filter(number => isUnderWay(rows, number, today));
  return [
    ...notices.map(number => ({
      kind: 'notice' as const,
      workflowId: noticeWorkflowId(id, number),
      start: { type: noticeWorkflow, args: [{ agreement: id, number }] as [object], staticSummary: say('noticeNumbered', { number }, w) },
    })),
    ...draftsOwed(dossier, today).map(({ workflowId, draft }) => ({
      kind: 'notice' as const,
      workflowId,
      start: { type: noticeWorkflow, args: [draft] as [object], staticSummary: say('noticeNumbered', { number: draft.number }, w) },
    })),
    ...openProtocols(rows).map(protocol => ({
      kind: 'protocol' as const,
      workflowId: protocolWorkflowId(id, protocol),
      start: {
        type: protocolWorkflow,
        args: [{ agreement: id, protocol, by: 'servanda' }] as [object],
        staticSummary: say('protocolTitle', { protocol, title: null }, w),
      },
    })),
    ...(keepsOn(planFor(dossier, now))
      ? [
          {
            kind: 'agreement' as const,
            workflowId: agreementWorkflowId(id),
            start: { type: agreementWorkflow, args: [{ agreement: id, rehearsal }] as [object], ...summaryOf(agreement, language) },
          },
        ]
      : []),
  ];
}

/** Returns whether the agreement's workflow has something to wait for or to do. */
const keepsOn = ({ over, owed, withdrawn }: Plan): boolean => !over || owed.length > 0 || withdrawn.length > 0;

const isUnderWay = (rows: readonly Row[], number: string, today: CalendarDate): boolean =>
  !isClosed(replay(noticeSteps(rows, number), today).instance);

/** Returns what the Temporal UI shows for an agreement's workflow. */
export function summaryOf({ title: titles, parties, id, rehearsal }: Agreement, language: Language) {
  const w = wordings[language];
  const title = textIn(titles, language);
  const between = say('agreementParties', { parties: parties.map(p => `${textIn(p.name, language)} (${p.id})`) }, w);
  const named = say('agreementNamed', { id, isRehearsal: rehearsal }, w);
  return { staticSummary: title, staticDetails: [`**${title}**`, between, named].join('\n\n') };
}

/** Returns the protocols that the desk has opened and not closed; their workflows are signalled when something is recorded. */
export function openProtocols(rows: Parameters<typeof protocolSteps>[0]): string[] {
  const ids = new Set(rows.flatMap(({ entry }) => (entry.type === 'protocol.step' && 'protocol' in entry ? [entry.protocol] : [])));
  return [...ids].filter(id => !protocolSteps(rows, id).some(s => s.step.type === 'protocol.closed'));
}
