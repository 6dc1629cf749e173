/**
 * A notice on its way, in the register: opened once, each step entered once, and weighed anew. Local activities of the
 * notice's workflow, which is the only writer of its steps.
 */
import { isDeepStrictEqual } from 'node:util';
import { zonesOf } from '../clauses/agreement.ts';
import { type Instant } from '../clauses/calendar.ts';
import { foldLedger } from '../machines/fold-failure.ts';
import type { NoticeEvent, NoticeInput } from '../machines/notice/context.ts';
import { contextOf, followed } from '../machines/notice/course.ts';
import { noticeDraft, noticeStepId, readAs, type NoticeDraft, type NoticeRequestName, type NoticeStep } from '../machines/notice/steps.ts';
import type { Refusal } from '../machines/refusal.ts';
import { weigh, type Weighed } from '../machines/notice/weighing.ts';
import { without } from '../identity/request-hash.ts';
import type { TrustedKey } from '../identity/shapes.ts';
import { whyNotDrafted, whyNotTold, type Holder } from '../machines/rights.ts';
import type { Registers } from '../register/home.ts';
import { entriesOf, noticeSteps } from './description.ts';
import { noticeWorkflowId, type WithRight } from '../workflows/messages.ts';
import { draftsOwed } from './drafts.ts';
import { accepted, refuse } from './refusing.ts';
import { refuseWithoutRight, shown } from './rights.ts';
import { differs, whyNoFact, whyNotAmended, whyNotOpened } from './whether-drafted.ts';
import { asStored, deskOf, type AskedWithRight, type Desk, type DeskTools } from './desk.ts';

export interface NoticeAsked {
  agreement: string;
  number: string;
  /** The workflow's now. */
  now: Instant;
}

/** What the register has of a notice. */
export interface NoticeKnown {
  steps: NoticeStep[];
  title: string;
  zones: string[];
  rehearsal: boolean;
  /** Party names are left out of what Temporal keeps in clear. */
  discreet?: true;
  /** The Parties, and the authorities that are trusted where rights are asked for. Absent in what was recorded before. */
  parties?: string[];
  trusted?: TrustedKey[];
}

/** Enters the draft, or takes up what the register has under its number. @throws ApplicationFailure of type Refused */
export const createOpenNotice =
  ({ registers, security }: DeskTools) =>
  async ({ draft: given, now, audience }: { draft: unknown; now: Instant; audience: string }): Promise<NoticeKnown> => {
    const raw = without(given as WithRight);
    const { agreement: id, number } = raw as { agreement: string; number: string };
    const again = await known(registers, { agreement: id, number, now });
    if (again && isOnlyNamed(raw)) return again;
    const draft = accepted(readAs(noticeDraft, raw, 'The notice'));
    const desk = await deskOf(registers, draft.agreement, now);
    refuseIf(whyNotOpened(draft, desk) ?? whyNoFact(draft, desk, now));
    if (again) {
      refuseIf(differs(draft, again.steps));
      return again;
    }
    const weighed = weighOn(desk, draft);
    const { number: n, draftedBy } = draft;
    const input: NoticeInput = { today: desk.today, ...draft, weighed };
    const step: NoticeStep = { type: 'notice.step', id: noticeStepId(n, 0), notice: n, step: { type: 'notice.drafted', input } };
    const authority = isCalledFor(draft, desk)
      ? 'servanda'
      : shown('draft', given as WithRight, { by: draftedBy, audience }, holder => whyNotDrafted(holder, noticeOf(draft, desk)));
    await desk.register
      .append(draft.agreement, 0, asStored(step), { by: draftedBy, at: now }, undefined, authority)
      .catch(refuseWithoutRight({ security }, noticeWorkflowId(id, number)));
    return (await known(registers, { agreement: id, number, now }))!;
  };

/** A decision calls for this very draft: nobody else need show a right to it. */
const isCalledFor = (draft: NoticeDraft, { rows, today }: Desk): boolean =>
  draftsOwed(rows, draft.agreement, today).some(owed => isDeepStrictEqual(asStored(owed.draft), asStored(draft)));

/** Of a notice, what a right to it depends on. */
export const noticeOf = (
  { direction, content }: Pick<NoticeDraft, 'direction' | 'content'>,
  { agreement }: Desk,
): { direction: NoticeDraft['direction']; by: string; parties: string[] } => ({
  direction,
  by: content.by,
  parties: agreement.parties.map(p => p.id),
});

/** Started again by its number alone, after the Temporal server lost it. */
const isOnlyNamed = (raw: unknown): boolean => Object.keys(raw as object).every(k => k === 'agreement' || k === 'number');

function refuseIf(r: Refusal | undefined): void {
  if (r) refuse(r);
}

const weighOn = ({ agreement, description, rows, today }: Desk, matter: Pick<NoticeDraft, 'number' | 'content' | 'channel'>): Weighed =>
  foldLedger(agreement.id, entriesOf(rows), entries => weigh({ agreement, description, entries, today }, matter));

/** What the register has, and today's weighing where it is another than the last one. */
export const createLookAtNotice =
  ({ registers }: DeskTools) =>
  async (asked: NoticeAsked): Promise<NoticeKnown & { weighed?: Weighed }> => {
    const desk = await deskOf(registers, asked.agreement, asked.now);
    const steps = noticeSteps(desk.rows, asked.number);
    const c = contextOf(followed(steps, desk.today).course);
    const weighed = weighOn(desk, c);
    return { ...about(desk, steps), ...(isDeepStrictEqual(asStored(weighed), asStored(c.weighed)) ? {} : { weighed }) };
  };

/**
 * Enters a step as the n-th, weighed after it. Where the register has an n-th step already, that one stands: the caller reads
 * on from the steps.
 */
export const createEnterNoticeStep =
  ({ registers, security, afterAppend }: DeskTools) =>
  async ({
    step,
    by,
    n,
    told,
    ...asked
  }: NoticeAsked & { step: NoticeEvent; by: string; n: number; told?: AskedWithRight<NoticeRequestName> }): Promise<NoticeKnown> => {
    const desk = await deskOf(registers, asked.agreement, asked.now);
    const steps = noticeSteps(desk.rows, asked.number);
    if (steps.length > n) return about(desk, steps);
    const before = contextOf(followed(steps, desk.today).course);
    if (step.type === 'notice.amended' && step.content) refuseIf(whyNotAmended(step.content, before, desk, asked.now));
    const bare: NoticeStep = { type: 'notice.step', id: noticeStepId(asked.number, n), notice: asked.number, step };
    const c = contextOf(followed([...steps, bare], desk.today).course);
    const weighed = weighOn(desk, c);
    const entry = asStored(isDeepStrictEqual(asStored(weighed), asStored(c.weighed)) ? bare : { ...bare, weighed });
    // Whose it was, and whose it would be: a change may name another Party.
    const mayTell = (name: NoticeRequestName) => (holder: Holder) =>
      whyNotTold(holder, name, noticeOf(before, desk)) ?? whyNotTold(holder, name, noticeOf(c, desk));
    const authority = told ? shown(told.name, told.request, { by, audience: told.audience }, mayTell(told.name)) : 'servanda';
    await desk.register
      .append(asked.agreement, 0, entry, { by, at: asked.now }, undefined, authority)
      .catch(refuseWithoutRight({ security }, noticeWorkflowId(asked.agreement, asked.number)));
    afterAppend?.(entry);
    return about(desk, [...steps, entry]);
  };

async function known(registers: Registers, { agreement, number, now }: NoticeAsked): Promise<NoticeKnown | undefined> {
  if (typeof agreement !== 'string' || typeof number !== 'string') return undefined;
  const desk = await deskOf(registers, agreement, now);
  const steps = noticeSteps(desk.rows, number);
  return steps.length ? about(desk, steps) : undefined;
}

const about = ({ agreement, rehearsal, trusted }: Desk, steps: NoticeStep[]): NoticeKnown => ({
  steps,
  title: agreement.title['en']!,
  zones: zonesOf(agreement),
  rehearsal,
  parties: agreement.parties.map(p => p.id),
  ...(trusted.length ? { trusted } : {}),
});

/** The numbers of the notices whose weighing has changed since it was last entered: their workflows are told. */
export function noticesToTell(desk: Pick<Desk, 'rows' | 'agreement' | 'description' | 'today'>): string[] {
  const numbers = new Set(desk.rows.flatMap(({ entry }) => (entry.type === 'notice.step' && 'notice' in entry ? [entry.notice] : [])));
  return [...numbers].filter(number => {
    const { course } = followed(noticeSteps(desk.rows, number), desk.today);
    const c = contextOf(course);
    return course.snapshot.status === 'active' && !isDeepStrictEqual(asStored(weighOn(desk as Desk, c)), asStored(c.weighed));
  });
}
