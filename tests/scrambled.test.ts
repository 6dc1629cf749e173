/**
 * With every sentence of every catalogue scrambled, a ledger is recorded as before: no act, id, hash, timer or line of the register
 * changes.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ActivityFailure, type ApplicationFailure } from '@temporalio/common';
import { afterEach, expect, it, vi } from 'vitest';
import { createStepAgreement, type AgreementCommand } from '../activities/step-agreement.ts';
import { createStepNotice } from '../activities/step-notice.ts';
import { createStepProtocol } from '../activities/step-protocol.ts';
import { createDelivery } from '../delivery/index.ts';
import { LinesMissing } from '../register/errors.ts';
import { openRegisters } from '../register/home.ts';
import { newSigningKey } from '../secrets/signing-key.ts';
import { wordFailures } from '../worker/word-failures.ts';
import { whyNotDelivered } from '../workflows/delivery-failure.ts';
import type { troubleIn as sayTrouble } from '../wording/fallback/sentence.ts';
import type { wordings as everyWording } from '../wording/index.ts';
import type { message as renderMessage } from '../wording/message.ts';
import { identityOf, withRight } from './support/identities.ts';
import { inForceFrom, testAgreement } from './support/test-agreement.ts';

const scrambler = vi.hoisted(() => ({ isOn: false, said: 0 }));

/** Backwards, so that nothing in it can be parsed or recognised. */
const scrambled = vi.hoisted(() => (text: string): string => {
  if (!scrambler.isOn) return text;
  scrambler.said += 1;
  return `Zz ${[...text].reverse().join('')}`;
});

vi.mock('../wording/message.ts', async original => {
  const { message, ...rest } = await original<{ message: typeof renderMessage }>();
  return { ...rest, message: (...args: Parameters<typeof message>) => scrambled(message(...args)) };
});
vi.mock('../wording/fallback/sentence.ts', async original => {
  const { troubleIn } = await original<{ troubleIn: typeof sayTrouble }>();
  return { troubleIn: (...args: Parameters<typeof troubleIn>) => scrambled(troubleIn(...args)) };
});
// Words outside messages: labels, kinds, channels. What a calendar or a parser reads is not a sentence.
vi.mock('../wording/index.ts', async original => {
  const all = await original<{ wordings: typeof everyWording }>();
  const changed = <T extends object>(of: T): T =>
    new Proxy(of, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (typeof value === 'object' && value !== null) return changed(value);
        return typeof value === 'string' && name !== 'locale' && name !== 'date' && scrambler.isOn ? `Zz ${value}` : value;
      },
    });
  return { ...all, wordings: changed(all.wordings) };
});

afterEach(() => {
  vi.useRealTimers();
  scrambler.isOn = false;
});

const now = Date.UTC(2030, 0, 10, 12);
const authority = newSigningKey();
const approver = await identityOf(authority, 'approver', 'KZ', ['approver'], { now });
const recipient = { id: 'officer', name: 'An officer', email: 'officer@example.test', language: 'en' as const };
const agreement = testAgreement('worded', { rehearsal: false, desk: { party: 'KZ', recipients: [recipient] } });
const caller = { workflowId: 'x', audience: 'default/x' };
const approval = await (async () => {
  vi.useFakeTimers({ toFake: ['Date'], now });
  const signed = await withRight(approver, 'x', 'dispatch', { by: 'approver', on: '2030-01-10' });
  vi.useRealTimers();
  return signed;
})();

/** The life of a ledger: its agreement, a notice whose right is refused, a protocol, and a letter that was given up. */
async function kept() {
  vi.useFakeTimers({ toFake: ['Date'], now });
  const home = await mkdtemp(join(tmpdir(), 'servanda-'));
  const registers = await openRegisters(home);
  const said: string[] = [];
  const note = (_: object, message: string): void => void said.push(message);
  const tools = { registers, language: 'en' as const, log: { info: note, error: note } };
  try {
    const step = createStepAgreement(tools);
    const stepNotice = createStepNotice(tools);
    const stepProtocol = createStepProtocol(tools);
    const common = { agreement: agreement.id, now };
    const ask = (asked: AgreementCommand) => step({ ...common, rehearsal: false, head: 0, asked }, caller);
    const record = (entry: object) => ask({ kind: 'record', request: { entry, by: 'desk' } });
    const refusals: unknown[] = [];
    const refused = async (asked: Promise<unknown>): Promise<void> =>
      asked.then(
        () => expect.unreachable(),
        (cause: unknown) => void refusals.push((cause as ApplicationFailure).details),
      );

    const opened = await ask({ kind: 'open', open: { description: agreement, facts: inForceFrom('2021-03-10'), by: 'desk' } });
    const late = await record({ id: 's2', type: 'signed', on: '2030-01-08' });
    const ended = await record({ id: 't', type: 'termination.notified', by: 'AZ', received: '2030-01-09' });
    const struck = await record({ id: 'x', type: 'struck', of: 't', reason: 'not theirs' });
    await refused(record({ id: 'n9', type: 'completion.notified', by: 'US', received: '2029-01-01' }));
    const content = { kind: 'termination', by: 'KZ' };
    const draft = { agreement: agreement.id, number: '2030-1', direction: 'ours', content, draftedBy: 'officer', channel: 'courier' };
    const notice = await stepNotice({ ...common, id: '2030-1', command: { kind: 'open', given: draft } }, caller);
    const opening = { agreement: agreement.id, protocol: 'p1', by: 'officer', changes: { periodLength: 'P3Y' } };
    const protocol = await stepProtocol({ ...common, id: 'p1', command: { kind: 'open', given: opening } }, caller);
    const register = registers.of(false);
    await register.trust({ kid: authority.kid, x: authority.x, state: 'trusted', reason: 'first' }, { by: 'desk', at: now });
    const dispatch = { kind: 'request', name: 'dispatch', request: approval } as const;
    const { seq } = await register.head();
    await refused(stepNotice({ ...common, id: '2030-1', command: dispatch }, caller));
    const spent = (await register.head()).seq - seq;

    const outbox = await register.outbox(agreement.id);
    const failing = wordFailures('en')({} as never).inbound!.execute!({ args: [], headers: {} }, () =>
      Promise.reject(new LinesMissing('worded', 'register.db', 5, 3)),
    );
    const cause = await failing.catch((failure: unknown) => failure as Error);
    const activity = new ActivityFailure('failed', 'deliver', '1', 'TIMEOUT', 'x', cause as Error);
    const letter = { outbox: outbox.at(-1)!.seq, recipient: 'officer', way: 'email' as const, about: 'x' };
    await createDelivery(tools).giveUp({
      ...common,
      ...letter,
      ...whyNotDelivered(activity),
    });
    return {
      data: {
        plans: [opened, late, ended, struck, notice, protocol].map(withoutTexts),
        refusals,
        spent,
        rows: await register.rows(agreement.id),
        outbox,
        deliveries: await register.deliveries(agreement.id),
        head: await register.head(),
        hashes: await Promise.all(Array.from({ length: (await register.head()).seq }, (_, seq) => register.headAt(seq + 1))),
      },
      said,
    };
  } finally {
    await registers.close();
    await rm(home, { recursive: true, force: true });
  }
}

/** What the Temporal UI shows of a plan, and the sentence of an answer's `reason`. */
const shown = ['summary', 'details', 'staticSummary', 'staticDetails', 'outcome', 'awaits', 'about', 'withoutEffect'];
const withoutTexts = (plan: unknown): unknown =>
  JSON.parse(JSON.stringify(plan, (key, value: unknown) => (shown.includes(key) ? undefined : value)));

it('scrambled sentences move no act, hash, timer, refusal, delivery or line of the register', async () => {
  const before = await kept();
  scrambler.isOn = true;
  const after = await kept();
  expect(scrambler.said).toBeGreaterThan(20);
  expect(after.said.length).toBeGreaterThan(3);
  expect(after.said.filter(text => before.said.includes(text))).toEqual([]);
  expect(before.data.refusals).toMatchObject([[{ refused: 'unknownParty' }], [{ refused: 'noRight' }]]);
  expect(before.data.spent).toBe(1);
  expect(before.data.outbox.some(({ step }) => step === 'withdrawn')).toBe(true);
  expect(before.data.deliveries).toMatchObject([
    { became: 'failed', detail: expect.stringMatching(/^delivery\.failure \{"code":"linesMissing"/) },
  ]);
  expect(JSON.stringify(after.data)).not.toContain('Zz ');
  expect(after.data).toEqual(before.data);
});
