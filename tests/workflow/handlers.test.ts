/**
 * What the Temporal UI and command line show of a workflow to someone who did not start it: what it is, which messages it accepts, what it
 * does.
 */
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import type { temporal } from '@temporalio/proto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages } from '../../clauses/desk.ts';
import { noticeRequests } from '../../machines/notice/steps.ts';
import { protocolRequests } from '../../machines/protocol/steps.ts';
import type { HandlerMessages } from '../../wording/handlers/messages.ts';
import { handlerIn, takes } from '../../wording/handlers/sentence.ts';
import * as messages from '../../workflows/messages.ts';
import { leftInEnglish, lettersOf } from '../support/catalogues.ts';
import { clockOf, deskFor, sent } from '../support/notices-and-protocols.ts';
import { startMailServer, type MailServer } from '../support/receivers.ts';
import { startTimeSkippingEnvironment } from '../support/servers.ts';
import { startService, type Service } from '../support/service.ts';
import { inForceFrom, testAgreement } from '../support/test-agreement.ts';

const id = 'shown';
let env: TestWorkflowEnvironment;
let mail: MailServer;
let service: Service;

beforeAll(async () => {
  [env, mail] = await Promise.all([startTimeSkippingEnvironment(), startMailServer()]);
  const recipients = [{ id: 'officer', name: 'The officer', email: 'officer@example.test' }];
  const delivery = { mail: { url: mail.url, from: 'Treaties <treaties@example.test>' } };
  mail.refuse(1_000, 451); // an undelivered letter is displayed for as long as it is retried
  service = await startService(env, { language: 'ru', delivery });
  await service.open(testAgreement(id, { rehearsal: false, reminders: [], desk: { party: 'KZ', recipients } }), inForceFrom('2021-03-10'));
  await service.client.workflow.start(messages.protocolWorkflow, {
    workflowId: messages.protocolWorkflowId(id, 'p1'),
    taskQueue: 'test',
    args: [{ agreement: id, protocol: 'p1', by: 'officer', title: 'On frequencies' }],
  });
  const desk = deskFor(service.client, id);
  await desk.draft('1', { kind: 'consultations', by: 'KZ', subject: 'art. 3' });
  await desk.shown('1');
  await sent(desk, clockOf(env), '2', { kind: 'termination', by: 'KZ' });
});
afterAll(async () => {
  await service?.stop();
  await Promise.all([mail?.stop(), env?.teardown()]);
});

type Metadata = temporal.api.sdk.v1.IWorkflowMetadata;
const metadataOf = (workflowId: string): Promise<Metadata> =>
  service.client.workflow.getHandle(workflowId).query<Metadata>('__temporal_workflow_metadata');
/** What a person reads about a workflow's handlers, except Temporal's own. */
const handlersOf = async (workflowId: string): Promise<Record<string, string>> => {
  const { updateDefinitions, queryDefinitions, signalDefinitions } = (await metadataOf(workflowId)).definition!;
  const all = [...updateDefinitions!, ...queryDefinitions!, ...signalDefinitions!].filter(({ name }) => !name!.startsWith('__'));
  return Object.fromEntries(all.map(({ name, description }) => [name, description ?? '']));
};

const workflows = {
  [messages.agreementWorkflowId(id)]: ['record', 'correct', 'strike', 'revise', 'replan', 'trust', 'plan', 'standing'],
  [messages.noticeWorkflowId(id, '1')]: [...Object.keys(noticeRequests), 'status', 'recheck'],
  [messages.protocolWorkflowId(id, 'p1')]: [...Object.keys(protocolRequests), 'status', 'recheck'],
  [messages.deliveryWorkflowId(id)]: ['recheck'],
};

describe.each(Object.entries(workflows))('the workflow %s', (workflowId, names) => {
  it('describes each update, query and signal, in the language of the service', async () => {
    const expected = names.map(name => [name, handlerIn('ru', name as keyof HandlerMessages)]);
    expect(await handlersOf(workflowId)).toEqual(Object.fromEntries(expected));
  });

  it('says in its details what it is, whoever started it', async () => {
    expect((await metadataOf(workflowId)).currentDetails).toMatch(
      /^\*\*.*(Rehearsal shown|[Уу]ведомление 1|[Пп]ротокол p1|письма по соглашению shown)/,
    );
  });
});

it('every activity has a summary in the timeline', async () => {
  const scheduled: [name: string, summary: string | undefined][] = [];
  for (const workflowId of [...Object.keys(workflows), messages.noticeWorkflowId(id, '2')])
    for (const event of (await service.client.workflow.getHandle(workflowId).fetchHistory()).events ?? []) {
      const asked = event.activityTaskScheduledEventAttributes;
      const summary = event.userMetadata?.summary?.data;
      if (asked) scheduled.push([asked.activityType!.name!, summary ? (JSON.parse(Buffer.from(summary).toString()) as string) : undefined]);
    }
  expect(new Set(scheduled.map(([name]) => name))).toEqual(new Set(['wakeDelivery', 'deliver', 'recordFact']));
  expect(scheduled).toContainEqual(['recordFact', 'termination.notified 2 (clerk)']);
  expect(scheduled).toContainEqual(['wakeDelivery', 'delivery/shown']);
  expect(scheduled.filter(([, summary]) => !summary)).toEqual([]);
});

describe('the description of a request', () => {
  it.each(Object.entries({ ...noticeRequests, ...protocolRequests }))('for %s names its fields', (name, { shape }) => {
    const fields = Object.entries(shape as Record<string, { safeParse: (value: unknown) => { success: boolean } }>).map(
      ([field, schema]) => `${field}${schema.safeParse(undefined).success ? '?' : ''}`,
    );
    expect(takes[name as keyof HandlerMessages]).toBe(`{ ${fields.join(', ')} }`);
  });

  it.each(languages.filter(l => l !== 'en'))('is in %s if that is the language of the service', language => {
    for (const name of Object.values(workflows).flat() as (keyof HandlerMessages)[]) {
      const [text] = handlerIn(language, name).split(' {');
      expect(text).toMatch(lettersOf[language]);
      expect(leftInEnglish(text!.replace('servanda', '')), text).toBeNull();
    }
  });

  it('is in every language before that of the service is known', () => {
    for (const language of languages) expect(handlerIn(undefined, 'approve')).toContain(handlerIn(language, 'approve').split(' {')[0]);
  });
});
