/** Setup for tests of a notice in progress: a desk, a draft, and its events. */
import { agreement as agreementSchema, type Agreement } from '../../clauses/agreement.ts';
import type { Act } from '../../machines/acts.ts';
import type { Entry } from '../../machines/facts.ts';
import type { NoticeContent } from '../../machines/notice/content.ts';
import type { NoticeEvent, NoticeInput } from '../../machines/notice/context.ts';
import { replay, stateOf, applyTo, timersOf, type NoticeInstance } from '../../machines/notice/replay.ts';
import { refusalOfEvent } from '../../machines/notice/refusals.ts';
import type { NoticeStep } from '../../machines/notice/steps.ts';
import { told, type Told } from '../support/sentences.ts';
import type { Assessment } from '../../machines/notice/assessment.ts';
import { assess } from '../../machines/notice/assess.ts';
import { d, given, inForceOn, summary } from './setup.ts';

const recipients = ['first', 'second', 'third'].map(id => ({ id, name: `The ${id}`, email: `${id}@example.test` }));

/** In force from 1 March 2026: period 1 ends on 28 February 2031, its safe day is 28 August 2030. */
export const inForceFrom = '2026-03-01';
export const keptAgreement = (more: object = {}): Agreement =>
  agreementSchema.parse({ ...given(), transit: 'P21D', desk: { party: 'KZ', recipients }, ...more });
export const ledger: readonly object[] = inForceOn(inForceFrom);

export const assessmentOn = (
  today: string,
  content: object,
  entries: readonly object[] = ledger,
  agreement = keptAgreement(),
  more: object = {},
): Assessment =>
  assess(
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
    assessment: assessmentOn(today, content),
    ...more,
  } as NoticeInput;
  return { type: 'notice.step', id: 'notice.7.0', notice: '7', step: { type: 'notice.drafted', input } };
};

export const event = (type: string, at: string, more: object = {}): NoticeEvent => ({ type, at: d(at), ...more }) as NoticeEvent;
export const step = (type: string, at: string, more: object = {}, assessment?: Assessment): NoticeStep => ({
  type: 'notice.step',
  id: `notice.7.${type}`,
  notice: '7',
  step: event(type, at, more),
  ...(assessment ? { assessment } : {}),
});

/** A notice followed through a day: its state, what it emitted, what it waits for. */
export function follow(
  steps: readonly NoticeStep[],
  through: string,
): { instance: NoticeInstance; state: string; acts: Act[]; waits: string[] } {
  const { instance, acts } = replay(steps, d(through));
  const waits = timersOf(instance, ['Asia/Almaty', 'Asia/Baku']).map(summary);
  return { instance, state: stateOf(instance), acts, waits };
}

/** Why an event is refused; undefined if the machine accepts it. */
export function refused(steps: readonly NoticeStep[], e: NoticeEvent): Told | undefined {
  const { instance } = follow(steps, e.at);
  return applyTo(instance, e) ? undefined : told(refusalOfEvent(instance, e));
}
