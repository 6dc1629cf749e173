/** What is under way for an agreement, by its register alone: which workflows keep it, and what each is started with. */
import type { Agreement } from '../clauses/agreement.ts';
import type { CalendarDate, Instant } from '../clauses/calendar.ts';
import { followed, isClosed } from '../machines/notice/course.ts';
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
import { noticeSteps, protocolSteps } from '../dossier/description.ts';
import { planFor, todayOf, type RegisterDossier } from '../dossier/dossier.ts';
import { draftsOwed } from './drafts.ts';

export type Kind = 'agreement' | 'notice' | 'protocol';

export interface UnderWay {
  kind: Kind;
  workflowId: string;
  start: { type: string; args: [object]; staticSummary: string; staticDetails?: string };
}

/**
 * The papers first: an agreement's first step tells them to look again. One that is over is not among them, unless an act of its end
 * is still owed.
 */
export function underWay(dossier: RegisterDossier, now: Instant): UnderWay[] {
  const { agreement, rows, rehearsal } = dossier;
  const { id } = agreement;
  const today = todayOf(dossier, now);
  const notices = noticesIn(rows).filter(number => isUnderWay(rows, number, today));
  return [
    ...notices.map(number => ({
      kind: 'notice' as const,
      workflowId: noticeWorkflowId(id, number),
      start: { type: noticeWorkflow, args: [{ agreement: id, number }] as [object], staticSummary: `Notice ${number}` },
    })),
    ...draftsOwed(dossier, today).map(({ workflowId, draft }) => ({
      kind: 'notice' as const,
      workflowId,
      start: { type: noticeWorkflow, args: [draft] as [object], staticSummary: `Notice ${draft.number}` },
    })),
    ...openProtocols(rows).map(protocol => ({
      kind: 'protocol' as const,
      workflowId: protocolWorkflowId(id, protocol),
      start: {
        type: protocolWorkflow,
        args: [{ agreement: id, protocol, by: 'servanda' }] as [object],
        staticSummary: `Protocol ${protocol}`,
      },
    })),
    ...(keepsOn(planFor(dossier, now))
      ? [
          {
            kind: 'agreement' as const,
            workflowId: agreementWorkflowId(id),
            start: { type: agreementWorkflow, args: [{ agreement: id, rehearsal }] as [object], ...summaryOf(agreement) },
          },
        ]
      : []),
  ];
}

/** Whether a workflow has something to wait for or to do. */
const keepsOn = ({ over, owed, withdrawn }: Plan): boolean => !over || owed.length > 0 || withdrawn.length > 0;

/** The numbers of all notices that the desk has had. */
export const noticesIn = (rows: readonly Row[]): string[] => [
  ...new Set(rows.flatMap(({ entry }) => (entry.type === 'notice.step' && 'notice' in entry ? [entry.notice] : []))),
];

const isUnderWay = (rows: readonly Row[], number: string, today: CalendarDate): boolean =>
  !isClosed(followed(noticeSteps(rows, number), today).course);

/** What the Temporal UI shows of an agreement's workflow. */
export const summaryOf = ({ title, parties, id, rehearsal }: Agreement) => ({
  staticSummary: title['en']!,
  staticDetails: [
    `**${title['en']}**`,
    '',
    `Between: ${parties.map(p => `${p.name['en']} (${p.id})`).join(' and ')}.`,
    '',
    `${rehearsal ? 'Rehearsal' : 'Agreement'} ${id}.`,
  ].join('\n'),
});

/** The protocols that the desk has opened and not closed: their workflows are told of what is entered. */
export function openProtocols(rows: Parameters<typeof protocolSteps>[0]): string[] {
  const ids = new Set(rows.flatMap(({ entry }) => (entry.type === 'protocol.step' && 'protocol' in entry ? [entry.protocol] : [])));
  return [...ids].filter(id => !protocolSteps(rows, id).some(s => s.step.type === 'protocol.closed'));
}
