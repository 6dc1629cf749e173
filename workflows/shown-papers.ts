/** What people see of a notice or a protocol in the Temporal UI: attributes to find it by, and its details in Markdown. */
import { setCurrentDetails, upsertSearchAttributes } from '@temporalio/workflow';
import type { NoticeKnown } from '../activities/noticing.ts';
import type { ProtocolLook } from '../activities/protocolling.ts';
import { inWords } from '../clauses/calendar.ts';
import { stateInWords } from '../machines/notice/refusals.ts';
import type { Timer } from '../machines/plan.ts';
import { processInWords } from '../machines/protocol/requests.ts';
import type { NoticeShown, ProtocolShown } from './messages.ts';
import {
  agreementAttribute,
  directionAttribute,
  kindAttribute,
  nextDateAttribute,
  nextWhatAttribute,
  partiesAttribute,
  statusAttribute,
} from './search-attributes.ts';

export function showNotice({ state, notice: c, timers }: NoticeShown, { title, discreet }: NoticeKnown): void {
  upsertSearchAttributes([
    { key: agreementAttribute, value: c.agreement },
    { key: kindAttribute, value: c.content.kind },
    { key: directionAttribute, value: c.direction },
    { key: statusAttribute, value: state },
    { key: partiesAttribute, value: discreet ? null : [c.content.by] },
    ...next(timers),
  ]);
  const lines = [
    `**Notice ${c.number}: ${c.content.kind}, by ${c.content.by} (${c.direction})**`,
    `${title}.`,
    `It is ${stateInWords(state)}.`,
    c.weighed.words,
    [
      `Drafted by ${c.draftedBy}`,
      ...(c.approvedBy ? [`approved by ${c.approvedBy}`] : []),
      ...(c.dispatched ? [`dispatched ${inWords(c.dispatched)}`] : []),
      ...(c.received ? [`received ${inWords(c.received)}`] : []),
    ].join(', ') + '.',
    ...upcoming(timers),
  ];
  setCurrentDetails(lines.join('\n\n'));
}

export function showProtocol({ state, protocol: c, missing, timers }: ProtocolShown, { title, discreet }: ProtocolLook): void {
  upsertSearchAttributes([
    { key: agreementAttribute, value: c.agreement },
    { key: kindAttribute, value: 'protocol' },
    { key: statusAttribute, value: state },
    { key: partiesAttribute, value: discreet ? null : [...c.parties] },
    ...next(timers),
  ]);
  const lines = [
    `**Protocol ${c.protocol}${title ? `: ${title}` : ''}** (${c.agreement})`,
    `It is ${processInWords(state)}, since ${inWords(c.since)} (${c.basis}).`,
    ...(missing ? [`Missing: ${missing}.`] : []),
    ...upcoming(timers),
  ];
  setCurrentDetails(lines.join('\n\n'));
}

const next = ([first]: readonly Timer[]) =>
  [
    { key: nextDateAttribute, value: first ? new Date(`${first.day}T00:00:00Z`) : null },
    { key: nextWhatAttribute, value: first?.name ?? null },
  ] as const;

const upcoming = (timers: readonly Timer[]): string[] => (timers.length ? [timers.map(t => `- ${t.summary}`).join('\n')] : []);
