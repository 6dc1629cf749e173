/** The notice desk: draft, dry run, approval by another person, dispatch, proof of receipt. */
import type { Hono } from 'hono';
import { dryRun, type DryRun } from '../../client/dry-run.ts';
import type { NoticeToday } from '../../client/notices.ts';
import type { NoticeContentGiven } from '../../client/requests.ts';
import type { Channel } from '../../clauses/desk.ts';
import { channels } from '../../clauses/desk.ts';
import { html, type Html } from '../html.ts';
import { agreementPath, type Env } from '../request.ts';
import type { Words } from '../words.ts';
import { consequencesPart } from './consequences.ts';
import type { Field, Given } from './fields.ts';
import { formOn, type Asked } from './flow.ts';

export const noticePath = (agreement: string, number: string, more = ''): string =>
  agreementPath(agreement, `/notices/${encodeURIComponent(number)}${more}`);

export type NoticeAction = 'approve' | 'dispatch' | 'confirmReceipt' | 'markReturned' | 'recall' | 'accept' | 'findDefective';

/** What a notice in a state may be told; whether this person may tell it is asked when it is sent. */
export const actionsIn: Readonly<Record<string, readonly NoticeAction[]>> = {
  drafted: ['approve', 'recall'],
  approved: ['dispatch', 'recall'],
  dispatched: ['confirmReceipt', 'markReturned'],
  returned: ['dispatch', 'recall'],
  examination: ['accept', 'findDefective'],
};

const wordsOf = ({ c }: Asked): Words => c.get('words');
const numberOf = ({ c }: Asked): string => c.req.param('number' as never);

export function noticeForms(app: Hono<Env>): void {
  formOn(app, {
    path: '/notices/new',
    about: () => Promise.resolve(undefined),
    title: a => wordsOf(a).m.desk.notice.newTitle,
    fields: draftFields,
    preview: async (a, values) =>
      dryRunPart(await dryRun(a.c.get('asker').context, a.s.agreement, contentOf(values), { channel: values['channel'] as Channel }), a),
    send: a => wordsOf(a).m.desk.notice.draft,
    perform: async (a, values) => {
      const { number } = await a.c
        .get('asker')
        .servanda.notice.draft(a.s.agreement, contentOf(values), { channel: values['channel'] as Channel });
      return noticePath(a.s.agreement, number);
    },
  });
  for (const action of ['approve', 'dispatch', 'confirmReceipt', 'markReturned', 'recall', 'accept', 'findDefective'] as const)
    actionForm(app, action);
}

function actionForm(app: Hono<Env>, action: NoticeAction): void {
  formOn<NoticeToday>(app, {
    path: `/notices/:number/${action}`,
    about: a => a.c.get('asker').servanda.notice.show(a.s.agreement, numberOf(a)),
    title: (a, notice) =>
      `${wordsOf(a).m.desk.notice.actions[action]}: ${wordsOf(a).say(wordsOf(a).m.desk.notice.title, { number: notice.number })}`,
    intro: (a, { notice }) =>
      action === 'approve'
        ? wordsOf(a).say(wordsOf(a).m.desk.notice.approveIntro, { drafted: notice.draftedBy, person: a.c.get('signedIn').session.person })
        : undefined,
    fields: a => actionFields(a, action),
    // Before it is approved and before it leaves: what it would do.
    ...(action === 'approve' || action === 'dispatch'
      ? {
          preview: async (a: Asked, values: Given, { notice }: NoticeToday) =>
            dryRunPart(
              await dryRun(a.c.get('asker').context, a.s.agreement, notice.content, {
                channel: notice.channel,
                ...(values['on'] ? { on: values['on'] } : {}),
              }),
              a,
            ),
        }
      : {}),
    send: a => wordsOf(a).m.desk.notice.actions[action],
    perform: async (a, values) => {
      const { notice } = a.c.get('asker').servanda;
      const [agreement, number] = [a.s.agreement, numberOf(a)];
      const { on = '', received = '', evidence = '', reason = '', reference } = values;
      const ways: Record<NoticeAction, () => Promise<unknown>> = {
        approve: () => notice.approve(agreement, number),
        dispatch: () => notice.dispatch(agreement, number, { on, ...(reference ? { reference } : {}) }),
        confirmReceipt: () => notice.confirmReceipt(agreement, number, { received, evidence }),
        markReturned: () => notice.markReturned(agreement, number, { reason }),
        recall: () => notice.recall(agreement, number, { reason }),
        accept: () => notice.accept(agreement, number),
        findDefective: () => notice.findDefective(agreement, number, { reason }),
      };
      await ways[action]();
      return noticePath(agreement, number);
    },
  });
}

/** What needs no more than these fields; the others are drafted at the command line. */
const kinds = ['termination', 'revocation', 'completion', 'protocolCompletion', 'provisionalApplicationEnd', 'consent'] as const;

function draftFields(a: Asked): readonly Field[] {
  const { s } = a;
  const words = wordsOf(a);
  const { notice: m } = words.m.desk;
  const running = s.notices.filter(n => n.revocableUntil);
  const protocols = s.protocols.filter(p => p.status !== 'inForce' && p.status !== 'abandoned' && p.status !== 'ended');
  const own = s.described.desk?.party;
  const usable = kinds.filter(
    k => (k !== 'revocation' || running.length) && (!['protocolCompletion', 'consent'].includes(k) || protocols.length),
  );
  const parties = [...s.described.parties].sort((p, q) => Number(q.id === own) - Number(p.id === own));
  return [
    {
      name: 'kind',
      label: m.kind,
      kind: 'choice',
      options: usable.map(value => ({ value, label: words.wording.kinds[value] })),
      initial: s.status === 'signed' ? 'completion' : 'termination',
    },
    {
      name: 'by',
      label: m.by,
      kind: 'choice',
      options: parties.map(p => ({ value: p.id, label: words.party(p.id, s.described) })),
      initial: own,
    },
    ...(running.length
      ? [{ name: 'of', label: m.of, kind: 'select' as const, optional: true, options: running.map(n => ({ value: n.id, label: n.id })) }]
      : []),
    ...(protocols.length
      ? [
          {
            name: 'protocol',
            label: m.protocol,
            kind: 'select' as const,
            optional: true,
            options: protocols.map(p => ({ value: p.id, label: p.id })),
          },
        ]
      : []),
    {
      name: 'channel',
      label: m.channel,
      kind: 'select',
      options: channels.map(value => ({ value, label: words.wording.channels[value] })),
      initial: 'diplomaticNote',
    },
    { name: 'reference', label: m.reference, kind: 'text', optional: true },
    { name: 'text', label: m.text, hint: m.textHint, kind: 'long', optional: true },
  ];
}

function contentOf({ kind, by, of, protocol, reference, text }: Given): NoticeContentGiven {
  const needsProtocol = kind === 'protocolCompletion' || kind === 'consent';
  return {
    kind,
    by,
    ...(kind === 'revocation' && of ? { of } : {}),
    ...(needsProtocol && protocol ? { protocol } : {}),
    ...(reference ? { reference } : {}),
    ...(text ? { text } : {}),
  } as NoticeContentGiven;
}

function actionFields(a: Asked, action: NoticeAction): readonly Field[] {
  const { notice: m } = wordsOf(a).m.desk;
  const today = a.s.asOf;
  switch (action) {
    case 'dispatch':
      return [
        { name: 'on', label: m.on, kind: 'day', initial: today },
        { name: 'reference', label: m.reference, kind: 'text', optional: true },
      ];
    case 'confirmReceipt':
      return [
        { name: 'received', label: m.receivedOn, kind: 'day', initial: today },
        { name: 'evidence', label: m.evidence, hint: m.evidenceHint, kind: 'text' },
      ];
    case 'markReturned':
    case 'recall':
    case 'findDefective':
      return [{ name: 'reason', label: m.reason, kind: 'text' }];
    case 'approve':
    case 'accept':
      return [];
    default:
      return action satisfies never;
  }
}

function dryRunPart(run: DryRun, a: Asked): Html {
  const words = wordsOf(a);
  const { would: m } = words.m.desk;
  return html`<p>${words.say(m.ifSent, { dispatched: words.day(run.dispatched), received: words.day(run.received) })} ${run.inTime ? words.say(m.inTime, { inTime: words.values.inTime[run.inTime] }) : ''} ${run.revocable ? words.say(m.revocable, { day: words.day(run.revocable.until) }) : ''}</p>${consequencesPart(run, a.s, words)}`;
}
