/** What the tests of a notice on its way begin with: a desk, a draft, and what happens to it. */
import { agreement as agreementSchema, type Agreement } from '../../clauses/agreement.ts';
import type { Act } from '../../machines/acts.ts';
import type { Entry } from '../../machines/facts.ts';
import type { NoticeContent } from '../../machines/notice/content.ts';
import type { NoticeEvent, NoticeInput } from '../../machines/notice/context.ts';
import { followed, stateOf, taken, timersOf, type NoticeCourse } from '../../machines/notice/course.ts';
import { whyNotTaken } from '../../machines/notice/refusals.ts';
import type { NoticeStep } from '../../machines/notice/steps.ts';
import { told, type Told } from '../support/sentences.ts';
import type { Weighed } from '../../machines/notice/weighed.ts';
import { weigh } from '../../machines/notice/weighing.ts';
import { d, given, inForceOn, summary } from './given.ts';

const recipients = ['first', 'second', 'third'].map(id => ({ id, name: `The ${id}`, email: `${id}@example.test` }));

/** In force from 1 March 2026: period 1 ends on 28 February 2031, its safe day is 28 August 2030. */
export const inForceFrom = '2026-03-01';
export const keptAgreement = (more: object = {}): Agreement =>
  agreementSchema.parse({ ...given(), transit: 'P21D', desk: { party: 'KZ', recipients }, ...more });
export const ledger: readonly object[] = inForceOn(inForceFrom);

export const weighedOn = (
  today: string,
  content: object,
  entries: readonly object[] = ledger,
  agreement = keptAgreement(),
  more: object = {},
): Weighed =>
  weigh(
    { agreement, description: 'sha256:', entries: entries as Entry[], today: d(today) },
    { number: '7', content: content as NoticeContent, channel: 'diplomaticNote', ...more },
  );

export const termination = { kind: 'termination', by: 'KZ' } as const;

export const drafted = (today: string, more: Partial<Record<keyof NoticeInput, unknown>> = {}): NoticeStep => {
  const content = (more.content ?? termination) as NoticeContent;
  const input = {
    today: d(today),
    agreement: 'rehearsal',
    number: '7',
    direction: 'ours',
    content,
    draftedBy: 'drafter',
    channel: 'diplomaticNote',
    weighed: weighedOn(today, content),
    ...more,
  } as NoticeInput;
  return { type: 'notice.step', id: 'notice.7.0', notice: '7', step: { type: 'notice.drafted', input } };
};

export const event = (type: string, at: string, more: object = {}): NoticeEvent => ({ type, at: d(at), ...more }) as NoticeEvent;
export const step = (type: string, at: string, more: object = {}, weighed?: Weighed): NoticeStep => ({
  type: 'notice.step',
  id: `notice.7.${type}`,
  notice: '7',
  step: event(type, at, more),
  ...(weighed ? { weighed } : {}),
});

/** A notice followed through a day: where it stands, what it emitted, what it waits for. */
export function follow(
  steps: readonly NoticeStep[],
  through: string,
): { course: NoticeCourse; state: string; acts: Act[]; waits: string[] } {
  const { course, acts } = followed(steps, d(through));
  const waits = timersOf(course, ['Asia/Almaty', 'Asia/Baku']).map(summary);
  return { course, state: stateOf(course), acts, waits };
}

/** Why an event is refused; undefined when the machine takes it. */
export function refused(steps: readonly NoticeStep[], e: NoticeEvent): Told | undefined {
  const { course } = follow(steps, e.at);
  return taken(course, e) ? undefined : told(whyNotTaken(course, e));
}
