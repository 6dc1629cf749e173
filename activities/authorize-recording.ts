/**
 * Whether a fact that the service records is what a person asked a notice or a protocol for, and had the right to ask. Its workflow may
 * have begun a moment ago and not have looked at the register yet: what it was told then, it has not checked.
 */
import { isDeepStrictEqual } from 'node:util';
import { audienceOf } from '../identity/shapes.ts';
import type { Instant } from '../clauses/calendar.ts';
import { contextOf, followed } from '../machines/notice/course.ts';
import { factTypeOf } from '../machines/notice/facts.ts';
import type { NoticeRequestName } from '../machines/notice/steps.ts';
import { proposalFact } from '../machines/protocol/requests.ts';
import type { ProtocolOpening, ProtocolRequestName } from '../machines/protocol/steps.ts';
import type { Refusal } from '../machines/refusal.ts';
import { whyNotOpened, whyNotTold, whyNotToldProtocol, type Holder } from '../machines/rights.ts';
import { NotAllowed } from '../register/errors.ts';
import { noticeWorkflowId, protocolWorkflowId } from '../workflows/messages.ts';
import { noticeSteps } from '../dossier/description.ts';
import { asStored, deskOf, type AskedWithRight, type Desk, type DeskTools } from './desk.ts';
import { noticeOf } from './notices.ts';
import { refuseWithoutRight, shown } from './rights.ts';

export interface FactAsked {
  agreement: string;
  fact: { id: string } & Record<string, unknown>;
  by: string;
  /** What the notice or protocol was told, with the right that was shown to it. */
  told: AskedWithRight<NoticeRequestName | ProtocolRequestName | 'openProtocol'>;
  /** The workflow's now. */
  now: Instant;
}

/** @throws ApplicationFailure of type Refused when it is not. The register asks again in its transaction whether the right still holds. */
export async function assertAsked({ registers, security }: DeskTools, asked: FactAsked, namespace: string): Promise<void> {
  const { agreement, fact, by, told, now } = asked;
  const desk = await deskOf(registers, agreement, now);
  if (!desk.trusted.length) return;
  const from = whereAsked(asked, desk);
  const admitted = from
    ? registers
        .of(desk.rehearsal)
        .assertRight(shown(told.name, told.request, { by, audience: audienceOf(namespace, from.workflowId) }, from.whyNot))
    : Promise.reject(new NotAllowed(`nobody who may has asked a notice or a protocol for ${fact.id}; ask it again`));
  await admitted.catch(refuseWithoutRight({ security }, from?.workflowId ?? agreement));
}

interface Where {
  workflowId: string;
  whyNot: (holder: Holder) => Refusal | undefined;
}

/** To which workflow it was said, and who may say it there; undefined when the fact does not follow from it. */
function whereAsked({ agreement, fact, told }: FactAsked, desk: Desk): Where | undefined {
  const ofProtocol = { workflowId: protocolWorkflowId(agreement, String(fact['protocol'])) };
  switch (told?.name) {
    case 'receive':
    case 'accept':
    case 'findDefective':
      return ofNotice(told.name, agreement, fact, desk);
    case 'agree':
    case 'sign':
    case 'abandon': {
      const { name } = told;
      const type = { agree: 'protocol.agreed', sign: 'protocol.signed', abandon: 'protocol.abandoned' }[name];
      return fact['type'] === type ? { ...ofProtocol, whyNot: holder => whyNotToldProtocol(holder, name) } : undefined;
    }
    case 'openProtocol': {
      const { protocol, proposal } = told.request as Partial<ProtocolOpening>;
      const isProposed = proposal && isDeepStrictEqual(asStored(proposalFact(protocol!, proposal)), asStored(fact));
      return isProposed ? { ...ofProtocol, whyNot: holder => whyNotOpened(holder, proposal.by) } : undefined;
    }
    default:
      return undefined;
  }
}

function ofNotice(name: NoticeRequestName, agreement: string, fact: FactAsked['fact'], desk: Desk): Where | undefined {
  const steps = noticeSteps(desk.rows, fact.id);
  if (!steps.length) return undefined;
  const notice = contextOf(followed(steps, desk.today).course);
  if (fact['type'] !== factTypeOf(notice) || fact['by'] !== notice.content.by) return undefined;
  return { workflowId: noticeWorkflowId(agreement, fact.id), whyNot: holder => whyNotTold(holder, name, noticeOf(notice, desk)) };
}
