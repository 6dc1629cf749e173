/** A notice as a list of facts. */
import { date } from '../../clauses/calendar.ts';
import type { NoticeToday } from '../../client/notices.ts';
import { noticeContent, type NoticeKind } from '../../client/schemas.ts';
import { isSamePerson } from '../../client/person.ts';
import type { AgreementStanding } from '../../client/answers.ts';
import type { Html, Renderable } from '../html.ts';
import { Days } from '../pages/agreement/days.ts';
import type { Request } from '../request.ts';
import { listOf } from '../table.ts';
import type { Words } from '../words.ts';
import { labelledValues } from './schema-fields.ts';
import { objectNode, type ObjectNode } from './schema-node.ts';

/** The content schema of a kind of notice. */
export const nodeOfNotice = (kind: NoticeKind): ObjectNode =>
  objectNode(noticeContent.options.find(o => o.shape.kind.value === kind)!.shape, ['kind']);

/** The Party is shown above. */
const withoutParty = (node: ObjectNode): ObjectNode => ({ ...node, props: node.props.filter(([name]) => name !== 'by') });

/** What a notice is and says, and who took each step: on its page and wherever somebody is asked to act on it. */
export function noticeFacts({ notice }: Pick<NoticeToday, 'notice'>, words: Words, s: AgreementStanding): Html {
  const { labels: m } = words.m.desk.notice;
  const { arrival } = notice;
  const day = (label: string, of: string | undefined): [string, Renderable][] => (of ? [[label, words.day(date(of))]] : []);
  const rows: [string, Renderable][] = [
    [m.kind, words.wording.kinds[notice.content.kind]],
    [m.by, words.party(notice.content.by, s.described)],
    ...labelledValues(withoutParty(nodeOfNotice(notice.content.kind)), notice.content, words),
    ...(notice.direction === 'ours' ? [[m.channel, words.wording.channels[notice.channel]] as [string, Renderable]] : []),
    [notice.direction === 'ours' ? m.drafted : m.entered, notice.draftedBy],
    ...(notice.approvedBy ? [[notice.direction === 'ours' ? m.approved : m.examined, notice.approvedBy] as [string, Renderable]] : []),
    ...day(m.dispatched, notice.dispatched ?? arrival?.dispatched),
    ...day(m.dated, notice.dated ?? arrival?.dated),
    ...day(m.received, notice.received ?? arrival?.received),
    ...(notice.evidence || arrival?.evidence ? [[m.evidence, notice.evidence ?? arrival?.evidence] as [string, Renderable]] : []),
    ...(notice.reason ? [[m.reason, notice.reason] as [string, Renderable]] : []),
  ];
  const days = new Days(s, words, {});
  return listOf(
    'facts',
    rows.map(([label, said]) => [label, typeof said === 'string' ? days.said(said) : said]),
  );
}

/** Four eyes: whoever drafted or last changed a notice may not approve it. */
export function whyApprovalBarred(c: Request, { notice }: Pick<NoticeToday, 'notice'>): string | undefined {
  const { person } = c.get('signedIn').session;
  const { draftedBy, enteredBy = draftedBy } = notice;
  if (![draftedBy, enteredBy].some(name => isSamePerson(name, person))) return undefined;
  const words = c.get('words');
  return words.say(words.m.desk.notice.notApproved, { person });
}
