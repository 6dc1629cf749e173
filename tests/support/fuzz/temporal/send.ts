/** Sends one input through Temporal's raw calls, like a foreign program, and returns the outcome: accepted, or refused with a sentence. */
import { randomUUID } from 'node:crypto';
import { isGrpcServiceError, WorkflowFailedError } from '@temporalio/client';
import { ApplicationFailure, defaultPayloadConverter, type Payload } from '@temporalio/common';
import { decodeOptionalFailureToOptionalError } from '@temporalio/common/lib/internal-non-workflow/codec-helpers.js';
import { requestHash } from '../../../../identity/request-hash.ts';
import { audienceOf } from '../../../../identity/shapes.ts';
import { signRight } from '../../../../identity/authority.ts';
import { isRefusal, REFUSED } from '../../../../machines/refusal.ts';
import { Keyring } from '../../../../secrets/keyring.ts';
import { payloadCodec } from '../../../../secrets/payload-codec.ts';
import { told } from '../../sentences.ts';
import type { Call, Form, Message, Sent, Signature, Start } from './inputs.ts';
import type { TemporalWorld } from './world.ts';

export interface Outcome {
  became: 'taken' | 'refused';
  /** The answer, for people. */
  said: string;
  /** With a right to exactly this request. */
  isSigned: boolean;
}

const namespace = 'default';
/** In milliseconds: longer counts as no answer. */
const patience = 20_000;

/** @throws Error if it was neither accepted nor refused */
export function send(world: TemporalWorld, sent: Sent): Promise<Outcome> {
  return world.on.connection.withDeadline(Date.now() + patience, () => sendNow(world, sent).catch(refusedByTemporal));
}

async function sendNow(world: TemporalWorld, sent: Sent): Promise<Outcome> {
  const { workflowService } = world.on.connection;
  const taken = { became: 'taken', said: '', isSigned: false } as const;
  switch (sent.act) {
    case 'update':
      return update(world, sent);
    case 'signal': {
      const input = { payloads: await payloadsOf(world, sent.args, sent.form) };
      const workflowExecution = { workflowId: sent.workflowId };
      await workflowService.signalWorkflowExecution({
        namespace,
        workflowExecution,
        signalName: sent.name,
        input,
        header: await headerOf(world, sent.form),
      });
      return taken;
    }
    case 'query': {
      const query = { queryType: sent.name, queryArgs: { payloads: await payloadsOf(world, sent.args, sent.form) } };
      const { queryResult } = await workflowService.queryWorkflow({ namespace, execution: { workflowId: sent.workflowId }, query });
      const payloads = await payloadCodec(world.keys).decode(queryResult?.payloads ?? []);
      return { ...taken, said: sent.name.endsWith('stack_trace') ? '' : payloads.map(p => Buffer.from(p.data ?? []).toString()).join() };
    }
    case 'start':
      return start(world, sent);
    case 'activity':
      return call(world, sent);
    case 'cancel':
      await world.service.client.workflow.getHandle(sent.workflowId).cancel();
      return taken;
    case 'terminate':
      await world.service.client.workflow.getHandle(sent.workflowId).terminate('a stranger');
      return taken;
    case 'reset': {
      const { events } = await world.service.client.workflow.getHandle(sent.workflowId).fetchHistory();
      const task = events?.findLast(e => e.workflowTaskCompletedEventAttributes);
      const workflowExecution = { workflowId: sent.workflowId };
      await workflowService.resetWorkflowExecution({
        namespace,
        workflowExecution,
        reason: 'a stranger',
        requestId: randomUUID(),
        ...(task ? { workflowTaskFinishEventId: task.eventId } : {}),
      });
      return taken;
    }
    default:
      return sent satisfies never;
  }
}

async function update(world: TemporalWorld, { workflowId, name, args, form, signature, updateId }: Message): Promise<Outcome> {
  const signed = await signedArgs(world, workflowId, name, args, signature);
  const input = { name, args: { payloads: await payloadsOf(world, signed.args, form) }, header: await headerOf(world, form) };
  const { outcome } = await world.on.connection.workflowService.updateWorkflowExecution({
    namespace,
    workflowExecution: { workflowId },
    request: { meta: { updateId, identity: 'a stranger' }, input },
    waitPolicy: { lifecycleStage: 3 },
  });
  const { isSigned } = signed;
  if (outcome?.success) return { became: 'taken', said: await textOf(world, outcome.success.payloads ?? []), isSigned };
  if (!outcome?.failure) throw new Error('The update was not answered.');
  const { loadedDataConverter } = world.service.client.options;
  return { became: 'refused', said: refusedBy(await decodeOptionalFailureToOptionalError(loadedDataConverter, outcome.failure)), isSigned };
}

async function start(world: TemporalWorld, sent: Start): Promise<Outcome> {
  const { workflowId, type, taskQueue, form, isSquatting } = sent;
  const { runId } = await world.on.connection.workflowService.startWorkflowExecution({
    namespace,
    workflowId,
    workflowType: { name: type },
    taskQueue: { name: taskQueue },
    requestId: randomUUID(),
    input: { payloads: await payloadsOf(world, (await signedArgs(world, workflowId, 'open', sent.args, sent.signature)).args, form) },
    header: await headerOf(world, form),
    memo: { fields: { memo: (await payloadsOf(world, ['x'], form))[0]! } },
    ...(isSquatting ? { workflowIdConflictPolicy: 3 } : {}),
  });
  return { became: 'taken', said: runId ?? '', isSigned: false };
}

async function call({ service }: TemporalWorld, { type, workflowId, activity, asked, isUndecodable }: Call): Promise<Outcome> {
  const options = {
    workflowId,
    taskQueue: 'foreign',
    args: [{ taskQueue: activity === 'deliver' ? 'test-deliveries' : 'test', activity, asked, isUndecodable }],
  };
  // Nobody serves an activity of another name, and it fails none of our workflows: it times out where it was called.
  try {
    const answer: unknown = await service.client.workflow.execute(type, { ...options, workflowExecutionTimeout: '15 seconds' });
    // Anybody who may start workflows may wake this one directly.
    if (activity === 'wakeDelivery') return { became: 'taken', said: '', isSigned: false };
    throw new Error(`The activity ${activity} served somebody else’s workflow: ${JSON.stringify(answer)}`);
  } catch (cause) {
    if (!(cause instanceof WorkflowFailedError)) throw cause;
    const failure = (cause.cause?.cause ?? cause.cause) as Error | undefined;
    return { became: 'refused', said: failure?.message ?? cause.message, isSigned: false };
  }
}

/** Our own refusals have their data, and those of Temporal's SDK name it. @throws Error if it is neither */
function refusedBy(failure: unknown): string {
  if (failure instanceof ApplicationFailure) {
    const [refused] = failure.details ?? [];
    if (failure.type === REFUSED && typeof refused === 'object' && refused && isRefusal(refused)) return told(refused).message;
    if (failure.message.startsWith('No registered handler for update')) return failure.message;
  }
  throw new Error(
    `Neither taken nor refused: ${failure instanceof Error ? `${failure.name}: ${failure.message}` : JSON.stringify(failure)}`,
  );
}

/** INVALID_ARGUMENT, NOT_FOUND, ALREADY_EXISTS, RESOURCE_EXHAUSTED, FAILED_PRECONDITION, OUT_OF_RANGE. */
const refusing = [3, 5, 6, 8, 9, 11];

function refusedByTemporal(cause: unknown): Outcome {
  const inner = cause instanceof Error && isGrpcServiceError(cause.cause) ? cause.cause : cause;
  const isGone = cause instanceof Error && ['WorkflowNotFoundError', 'WorkflowExecutionAlreadyStartedError'].includes(cause.name);
  const isNoText = isGrpcServiceError(inner) && inner.details.includes('invalid UTF-8');
  if (isGone || isNoText || (isGrpcServiceError(inner) && refusing.includes(inner.code)))
    return { became: 'refused', said: (inner as Error).message, isSigned: false };
  throw cause;
}

async function signedArgs(
  { persons }: TemporalWorld,
  workflowId: string,
  name: string,
  args: readonly unknown[],
  signature: Signature,
): Promise<{ args: unknown[]; isSigned: boolean }> {
  const [request, ...more] = args;
  if (signature === 'none' || typeof request !== 'object' || request === null || Array.isArray(request))
    return { args: [...args], isSigned: false };
  if (typeof signature === 'object') return { args: [{ ...request, right: signature.text }, ...more], isSigned: false };
  const held = persons.get((request as { by: string }).by) ?? persons.get('reader')!;
  const hash = requestHash(name, signature === 'own' ? request : {});
  const right = await signRight(held, { audience: audienceOf(namespace, workflowId), hash, now: Date.now() });
  return { args: [{ ...request, right }, ...more], isSigned: signature === 'own' };
}

const metadata = (encoding: string): Payload['metadata'] => ({ encoding: Buffer.from(encoding) });
const others = payloadCodec(new Keyring([{ id: '2031', bytes: Buffer.alloc(32, 'z') }]));
const text = (value: unknown): string => JSON.stringify(value) ?? 'null';

async function payloadsOf({ keys }: TemporalWorld, args: readonly unknown[], form: Form): Promise<Payload[]> {
  const clear = args.map(arg => defaultPayloadConverter.toPayload(arg));
  switch (form) {
    case 'sealed':
      return payloadCodec(keys).encode(clear);
    case 'clear':
      return clear;
    case 'otherKey':
      return others.encode(clear);
    case 'brokenSeal':
      return args.map(() => ({
        metadata: { ...metadata('binary/encrypted'), 'encryption-key-id': Buffer.from('2026') },
        data: Buffer.alloc(80),
      }));
    case 'unknownEncoding':
      return args.map(arg => ({ metadata: metadata('binary/unknown'), data: Buffer.from(text(arg)) }));
    case 'noEncoding':
      return args.map(arg => ({ metadata: {}, data: Buffer.from(text(arg)) }));
    case 'brokenJson':
      return args.map(arg => ({ metadata: metadata('json/plain'), data: Buffer.from(text(arg).slice(1)) }));
    case 'noBytes':
      return args.map(() => ({}));
    case 'deep':
      return [
        { metadata: metadata('json/plain'), data: Buffer.from(`{"by":"registrar","entry":${'['.repeat(50_000)}${']'.repeat(50_000)}}`) },
      ];
    default:
      return form satisfies never;
  }
}

const headerOf = async (world: TemporalWorld, form: Form) => ({ fields: { header: (await payloadsOf(world, ['x'], form))[0]! } });

const textOf = async ({ keys }: TemporalWorld, payloads: Payload[]): Promise<string> =>
  (await payloadCodec(keys).decode(payloads)).map(p => Buffer.from(p.data ?? []).toString()).join();
