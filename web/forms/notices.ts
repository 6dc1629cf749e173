/** The notice desk: draft, dry run, approval by another person, dispatch, proof of receipt; and assessing the other Party's notices. */
import type { Hono } from 'hono';
import { againstIn, dryRun, type DryRun } from '../../client/dry-run.ts';
import { toUpdateNotice, type Rule } from '../../client/permissions.ts';
import { checkNoticeRequest } from '../../client/notice-refusals.ts';
import type { NoticeToday } from '../../client/notices.ts';
import type { ArrivalGiven, NoticeContentGiven, NoticeRequest } from '../../client/requests.ts';
import { noticeDraft, noticeKinds, noticeRequests, type NoticeKind, type NoticeRequestName } from '../../client/schemas.ts';
import type { CalendarDate } from '../../clauses/calendar.ts';
import type { Channel } from '../../clauses/desk.ts';
import { html, type Html } from '../html.ts';
import type { Env } from '../request.ts';
import type { Words } from '../words.ts';
import { askingOf } from './field-choices.ts';
import { chooserOn } from './chooser.ts';
import { Days } from '../pages/agreement/days.ts';
import { consequencesPart } from './consequences.ts';
import type { Given } from './fields.ts';
import { formOn, type FormRequest } from './flow.ts';
import { mayDraft, noticePath, ofParty } from './next-of-notice.ts';
import { nodeOfNotice, noticeFacts, whyApprovalBarred } from './notice-facts.ts';
import { fieldsIn } from './schema-fields.ts';
import { readIn, standingIn } from './schema-values.ts';
import { objectNode, type ObjectNode } from './schema-node.ts';

export type NoticeAction = Exclude<NoticeRequestName, 'amend'>;

const wordsOf = ({ c }: FormRequest): Words => c.get('words');
const servandaOf = ({ c }: FormRequest) => c.get('asker').servanda;
const numberOf = ({ c }: FormRequest): string => c.req.param('number' as never);
const noticeOf = (a: FormRequest): Promise<NoticeToday> => servandaOf(a).notice.show(a.s.agreement, numberOf(a));

export function noticeForms(app: Hono<Env>): void {
  draftForms(app);
  enterForms(app);
  amendForms(app);
  for (const action of Object.keys(noticeRequests) as NoticeRequestName[]) if (action !== 'amend') actionForm(app, action);
}

/** A kind's content, under `content`, and the other fields of its form. */
interface Kind {
  kind: NoticeKind;
  node: ObjectNode;
}

/** Unknown kinds are not found. */
const kindRoute = `/:kind{${noticeKinds.join('|')}}`;

function kindOf(a: FormRequest, beside: ObjectNode['props']): Kind {
  const kind = a.c.req.param('kind' as never) as NoticeKind;
  return { kind, node: { kind: 'object', props: [...nodeOfNotice(kind).props, ...beside] } };
}

const channelProps = objectNode({ channel: noticeDraft.shape.channel }).props;
const arrivalProps = objectNode(noticeDraft.shape.arrival.unwrap().shape).props;

/** The notice as the schema takes it, with the other fields of the form. */
function readAs({ kind, node }: Kind, values: Given, beside: ObjectNode['props']): { content: NoticeContentGiven; beside: object } {
  const isBeside = (name: string): boolean => beside.some(([own]) => own === name);
  const all = Object.entries(readIn(node, values));
  return {
    content: { kind, ...Object.fromEntries(all.filter(([name]) => !isBeside(name))) } as NoticeContentGiven,
    beside: Object.fromEntries(all.filter(([name]) => isBeside(name))),
  };
}

const fieldsOf = (a: FormRequest, { kind, node }: Kind, given: Given, standing?: Readonly<Record<string, string>>) =>
  fieldsIn(node, askingOf(a, { given, standing, ofKnownProtocol: kind !== 'proposal' }));

const chooseKind = (
  app: Hono<Env>,
  path: string,
  title: (a: FormRequest) => string,
  may: (a: FormRequest) => readonly Rule[] | Promise<readonly Rule[]>,
): void =>
  chooserOn(app, {
    path,
    title,
    may,
    groups: a => [
      {
        heading: wordsOf(a).m.desk.notice.which,
        choices: noticeKinds.map(kind => ({ href: `${a.c.req.path}/${kind}`, label: wordsOf(a).wording.kinds[kind] })),
      },
    ],
  });

const titleOf = (a: FormRequest, title: string, kind: NoticeKind): string => `${title}: ${wordsOf(a).wording.kinds[kind]}`;
const lastOf = (path: string): string => decodeURIComponent(path.slice(path.lastIndexOf('/') + 1));

function draftForms(app: Hono<Env>): void {
  chooseKind(
    app,
    '/notices/new',
    a => wordsOf(a).m.desk.notice.newTitle,
    a => mayDraft(a.s, 'ours'),
  );
  formOn<Kind>(app, {
    path: `/notices/new${kindRoute}`,
    may: (a, _, given) => mayDraft(a.s, 'ours', given['by']),
    about: async a => kindOf(a, channelProps),
    title: (a, { kind }) => titleOf(a, wordsOf(a).m.desk.notice.newTitle, kind),
    fields: fieldsOf,
    preview: async (a, values, kind) => {
      const { content, beside } = readAs(kind, values, channelProps);
      return dryRunPart(await dryRun(a.c.get('asker').context, a.s.agreement, { direction: 'ours', content, ...channelOf(beside) }), a);
    },
    send: a => wordsOf(a).m.desk.notice.draft,
    perform: async (a, values, kind) => {
      const { content, beside } = readAs(kind, values, channelProps);
      const { number } = await servandaOf(a).notice.draft(a.s.agreement, content, channelOf(beside));
      return noticePath(a.s.agreement, number);
    },
    attachTo: (_, path) => lastOf(path),
  });
}

/** Omitted for the usual channel. */
const channelOf = ({ channel = 'diplomaticNote' }: { channel?: Channel }): { channel: Channel } => ({ channel });

function enterForms(app: Hono<Env>): void {
  chooseKind(
    app,
    '/notices/enter',
    a => wordsOf(a).m.desk.notice.enterTitle,
    a => mayDraft(a.s, 'theirs'),
  );
  formOn<Kind>(app, {
    path: `/notices/enter${kindRoute}`,
    may: (a, _, given) => mayDraft(a.s, 'theirs', given['by']),
    about: async a => kindOf(a, arrivalProps),
    title: (a, { kind }) => titleOf(a, wordsOf(a).m.desk.notice.enterTitle, kind),
    intro: a => wordsOf(a).m.desk.notice.examineFirst,
    // The other Party, if known.
    fields: (a, kind, given) => fieldsOf(a, kind, given).map(f => (f.name === 'by' ? { ...f, initial: otherParty(a) } : f)),
    preview: async (a, values, kind) => {
      const { content, beside } = readAs(kind, values, arrivalProps);
      const arrival = beside as NonNullable<NoticeToday['notice']['arrival']>;
      const tried = { direction: 'theirs' as const, channel: 'diplomaticNote' as const, content, arrival };
      return dryRunPart(await dryRun(a.c.get('asker').context, a.s.agreement, tried), a);
    },
    send: a => wordsOf(a).m.desk.notice.enter,
    perform: async (a, values, kind) => {
      const { content, beside } = readAs(kind, values, arrivalProps);
      const { number } = await servandaOf(a).notice.enter(a.s.agreement, content, beside as ArrivalGiven);
      return noticePath(a.s.agreement, number);
    },
    attachTo: (_, path) => lastOf(path),
  });
}

const otherParty = ({ s: { described } }: FormRequest): string | undefined =>
  described.desk ? described.parties.find(p => p.id !== described.desk!.party)?.id : undefined;

function amendForms(app: Hono<Env>): void {
  const title = (a: FormRequest): string => wordsOf(a).say(wordsOf(a).m.desk.notice.amendTitle, { number: numberOf(a) });
  chooseKind(app, '/notices/:number/amend', title, async a => [toUpdateNotice('amend', ofParty(a.s, (await noticeOf(a)).notice))]);
  formOn(app, {
    path: `/notices/:number/amend${kindRoute}`,
    about: async a => ({ ...kindOf(a, channelProps), notice: (await noticeOf(a)).notice }),
    may: (a, { notice }) => [toUpdateNotice('amend', ofParty(a.s, notice))],
    title: (a, { kind }) => titleOf(a, title(a), kind),
    intro: a =>
      html`${wordsOf(a).m.desk.notice.noApproval} <a href="${noticePath(a.s.agreement, numberOf(a), '/amend')}">${wordsOf(a).m.desk.notice.otherKind}</a>`,
    fields: (a, about, given) => {
      const { content, channel } = about.notice;
      const standing = content.kind === about.kind ? standingIn(about.node, { ...content, channel }) : { by: content.by, channel };
      return fieldsOf(a, about, given, standing);
    },
    preview: async (a, values, about) => {
      const { content, beside } = readAs(about, values, channelProps);
      const tried = { number: numberOf(a), direction: 'ours' as const, content, ...channelOf(beside) };
      return dryRunPart(await dryRun(a.c.get('asker').context, a.s.agreement, tried), a);
    },
    send: a => wordsOf(a).m.desk.notice.amend,
    perform: async (a, values, about) => {
      const { content, beside } = readAs(about, values, channelProps);
      await servandaOf(a).notice.amend(a.s.agreement, numberOf(a), { content, ...channelOf(beside) });
      return noticePath(a.s.agreement, numberOf(a));
    },
    attachTo: (_, path) => lastOf(path),
  });
}

function actionForm(app: Hono<Env>, action: NoticeAction): void {
  const node = objectNode(noticeRequests[action].shape, ['by']);
  const ask = (a: FormRequest): string => wordsOf(a).m.desk.notice.actions[action];
  formOn<NoticeToday>(app, {
    path: `/notices/:number/${action}`,
    may: (a, { notice }) => [toUpdateNotice(action, ofParty(a.s, notice))],
    about: noticeOf,
    title: (a, notice) => `${ask(a)}: ${wordsOf(a).say(wordsOf(a).m.desk.notice.title, { number: notice.number })}`,
    intro: (a, { notice }) =>
      action === 'approve'
        ? wordsOf(a).say(wordsOf(a).m.desk.notice.approveIntro, { drafted: notice.draftedBy, person: a.c.get('signedIn').session.person })
        : undefined,
    fields: (a, { notice }, given) => {
      const asking = askingOf(a, { given });
      const initial = (name: string) =>
        name === 'channel' ? notice.channel : name === 'reference' ? notice.content.reference : asking.initial!(name);
      return fieldsIn(node, { ...asking, initial });
    },
    barred: (a, notice) => (action === 'approve' ? whyApprovalBarred(a.c, notice) : undefined),
    matter: (a, notice) => noticeFacts(notice, wordsOf(a), a.s),
    preview: async (a, values, about) => {
      const { context } = a.c.get('asker');
      const request = readIn(node, values);
      await checkNoticeRequest(context, a.s.described, about, action, request);
      const tried = triedBy(action, about.notice, request);
      return dryRunPart(await dryRun(context, a.s.agreement, tried, { on: values['on'] }), a, action);
    },
    send: ask,
    perform: async (a, values) => {
      const told = servandaOf(a).notice[action] as (
        agreement: string,
        number: string,
        request: NoticeRequest<typeof action>,
      ) => Promise<unknown>;
      await told(a.s.agreement, numberOf(a), readIn(node, values));
      return noticePath(a.s.agreement, numberOf(a));
    },
    attachTo: (_, path) => lastOf(path),
  });
}

/** The notice as a step would leave it. One not received yet is tried as if dispatched today. */
function triedBy(action: NoticeAction, notice: NoticeToday['notice'], asked: Readonly<Record<string, unknown>>): NoticeToday['notice'] {
  const {
    channel = notice.channel,
    dated = action === 'dispatch' ? undefined : notice.dated,
    received,
    evidence,
    reason,
  } = asked as Partial<Record<'evidence' | 'reason', string>> & {
    channel?: Channel;
    dated?: CalendarDate;
    received?: CalendarDate;
  };
  if (action === 'confirmReceipt') return { ...notice, arrival: { received: received!, evidence: evidence! } };
  return { ...notice, channel, dated, dispatched: undefined, ...(action === 'findDefective' ? { defect: reason } : {}) };
}

function dryRunPart(run: DryRun, a: FormRequest, action?: NoticeAction): Html {
  const words = wordsOf(a);
  const { would: m } = words.m.desk;
  const days = { dispatched: words.day(run.dispatched), received: words.day(run.received) };
  const usual = run.theirs ? m.ifAccepted : m.ifSent;
  const said =
    action === 'confirmReceipt'
      ? [m.ifReceived]
      : action === 'findDefective'
        ? [m.ifDefective]
        : action === 'recall' || action === 'markReturned'
          ? [m.notReceived, usual]
          : [usual];
  const lines = [
    ...said.map(text => words.say(text, days)),
    ...(run.inTime ? [words.say(m.inTime, { inTime: words.values.inTime[run.inTime] })] : []),
    ...(run.revocable
      ? [words.say(m.revocable, { day: words.day(run.revocable.until), consent: String(Boolean(run.revocable.byConsent)) })]
      : []),
  ];
  const against = action === 'recall' ? undefined : againstIn(run, words.wording);
  return html`${against ? html`<p><b>${against}</b></p>` : ''}<p>${new Days(a.s, words, {}).said(lines.join(' '))}</p>${consequencesPart(run, a.s, words)}`;
}
