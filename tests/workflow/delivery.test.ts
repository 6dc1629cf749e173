/** Letters sent outside the machine: through a real SMTP server and to a real HTTP receiver, both on this machine, both failing. */
import { Webhook } from 'standardwebhooks';
import { WorkflowNotFoundError } from '@temporalio/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { setTimeout as pause } from 'node:timers/promises';
import { before, legalToday, type Length } from '../../clauses/calendar.ts';
import { deliveryWorkflowId, revise } from '../../workflows/messages.ts';
import { startMailServer, startReceiver, type MailServer, type Receiver } from '../support/receivers.ts';
import { deskFor } from '../support/notices-and-protocols.ts';
import { startTimeSkippingEnvironment } from '../support/servers.ts';
import { startService, type Service } from '../support/service.ts';
import { inForceFrom, testAgreement } from '../support/test-agreement.ts';

const webhookSecret = `whsec_${Buffer.from('only for tests, on this machine!').toString('base64')}`;
let env: Awaited<ReturnType<typeof startTimeSkippingEnvironment>>;
let mail: MailServer;
let receiver: Receiver;
let service: Service;
beforeEach(async () => {
  [env, mail, receiver] = await Promise.all([startTimeSkippingEnvironment(), startMailServer(), startReceiver()]);
  service = await startService(env, {
    delivery: { mail: { url: mail.url, from: 'Treaties <treaties@example.test>' }, webhookSecret, webhookAllow: ['http://127.0.0.1'] },
  });
});
afterEach(async () => {
  await service.stop();
  await Promise.all([mail.stop(), receiver.stop(), env.teardown()]);
});

const kept = (rehearsal = false) =>
  testAgreement('posted', {
    rehearsal,
    reminders: [],
    desk: {
      party: 'KZ',
      recipients: [
        { id: 'officer', name: 'The officer', language: 'ru', email: 'officer@example.test' },
        { id: 'program', name: 'A program', webhook: receiver.url },
      ],
    },
  });
/** In force for years, onboarded and announced; two days later a notice, whose receipt is announced. */
async function keep(rehearsal = false): Promise<void> {
  await service.open(kept(rehearsal), inForceFrom('2021-03-10'));
  if (!rehearsal) await until(2);
  await env.sleep('2 days');
}
async function notify(): Promise<string> {
  const received = legalToday(await env.currentTimeMs(), ['Asia/Almaty', 'Asia/Baku']);
  await service.enter('posted', { id: 't', type: 'termination.notified', by: 'AZ', received });
  return received;
}
const deliveries = () => service.registers.of(false).deliveries('posted');
/** Advances the server's time, in which attempts are retried, until so many letters have an outcome. */
async function until(count: number): Promise<void> {
  for (let tries = 0; (await deliveries()).length < count; tries += 1) {
    if (tries > 100) throw new Error(`only ${(await deliveries()).length} of ${count}: ${service.said.join('; ')}`);
    await env.sleep('10 seconds');
    await pause(20);
  }
}

it('a letter that the server refuses three times arrives once', async () => {
  await keep();
  mail.refuse(3, 451);
  await notify();
  await until(4);
  expect(mail.offered).toBe(5);
  expect(mail.letters.map(l => l.subject)).toEqual([
    'Принято на учёт: Rehearsal posted',
    'Получено уведомление о прекращении: Rehearsal posted',
  ]);
  const [, letter] = mail.letters;
  expect(letter!.messageId).toMatch(/^<[\w-]+\.\d+\.officer\.[0-9a-f]{64}@servanda>$/);
  expect(letter!.text).toContain('Уведомление о прекращении t (AZ) получено');
  expect(letter!.from!.text).toContain('treaties@example.test');
  expect(await deliveries()).toContainEqual(expect.objectContaining({ recipient: 'officer', way: 'email', became: 'sent' }));
  await service.client.workflow.getHandle(deliveryWorkflowId('posted')).result();
});

it('a webhook is retried until it is accepted, and its signature verifies', async () => {
  await keep();
  receiver.refuse(2, 503);
  await notify();
  await until(4);
  const verifier = new Webhook(webhookSecret);
  const told = receiver.calls.map(({ headers, body }) => verifier.verify(body, headers) as { id: string; act: { what: string } });
  expect(told.map(t => t.act.what)).toEqual(['onboarded', 'noticeReceived', 'noticeReceived', 'noticeReceived']);
  expect(new Set(receiver.calls.slice(1).map(c => c.headers['webhook-id'])).size).toBe(1);
  expect(() => verifier.verify(receiver.calls[1]!.body.replace('AZ', 'KZ'), receiver.calls[1]!.headers)).toThrow(
    'No matching signature found',
  );
});

it('a letter refused for good is not retried, counts as failed, and holds up no other', async () => {
  await keep();
  mail.refuse(1000, 550);
  receiver.refuse(1000, 410);
  await notify();
  await until(4);
  await env.sleep('1 hour');
  expect([mail.offered, receiver.calls.length]).toEqual([2, 2]);
  const became = (await deliveries()).slice(2);
  expect(became.find(l => l.way === 'email')).toMatchObject({ became: 'failed', detail: expect.stringContaining('550') as unknown });
  expect(became.find(l => l.way === 'webhook')).toMatchObject({ became: 'failed', detail: 'HTTP 410' });
  expect(service.said.filter(s => s.startsWith('Not delivered by email to officer: noticeReceived'))).toHaveLength(1);
});

it('a correction that withdraws an act is sent to everybody who was informed of the act', async () => {
  await keep();
  const recorded = await notify();
  await until(4);
  await service.enter('posted', { id: 'x', type: 'struck', of: 't', recorded, reason: 'entered by mistake' });
  await until(6);
  expect(mail.letters.at(-1)!.subject).toBe('Отозвано: Получено уведомление о прекращении: Rehearsal posted');
  expect(mail.letters.at(-1)!.text).toContain('Причина: исключена запись t (entered by mistake).');
  expect(JSON.parse(receiver.calls.at(-1)!.body)).toMatchObject({ type: 'servanda.act.withdrawn', act: { what: 'noticeReceived' } });
});

it('an act withdrawn while its letter is being accepted is sent as withdrawn as well', async () => {
  await keep();
  const release = mail.hold();
  const recorded = await notify();
  await vi.waitFor(() => expect(mail.offered).toBe(2), 20_000);
  await service.enter('posted', { id: 'x', type: 'struck', of: 't', recorded, reason: 'entered by mistake' });
  // the letters owed were requested after that: the other channel has been informed of it already
  await vi.waitFor(() => expect(receiver.calls.at(-1)!.body).toContain('servanda.act.withdrawn'), 20_000);
  release();
  await until(6);
  expect(mail.letters.at(-1)!.subject).toBe('Отозвано: Получено уведомление о прекращении: Rehearsal posted');
  await service.client.workflow.getHandle(deliveryWorkflowId('posted')).result();
});

it('a letter that may have been sent is withdrawn, and the register says that its outcome is unknown', async () => {
  await keep();
  mail.loseAnswer();
  const recorded = await notify();
  await vi.waitFor(() => expect(mail.letters).toHaveLength(2), 20_000);
  await service.enter('posted', { id: 'x', type: 'struck', of: 't', recorded, reason: 'entered by mistake' });
  await until(6);
  expect((await deliveries()).find(d => d.became === 'unknown')).toMatchObject({ recipient: 'officer', way: 'email' });
  expect(mail.letters.at(-1)!.subject).toBe('Отозвано: Получено уведомление о прекращении: Rehearsal posted');
});

it('a letter that was refused and is no longer owed is sent to nobody, and neither is its withdrawal', async () => {
  await keep();
  mail.refuse(1, 451);
  const recorded = await notify();
  await vi.waitFor(() => expect(mail.offered).toBe(2), 20_000);
  await service.enter('posted', { id: 'x', type: 'struck', of: 't', recorded, reason: 'entered by mistake' });
  await until(4);
  await env.sleep('1 hour');
  await service.client.workflow.getHandle(deliveryWorkflowId('posted')).result();
  expect((await deliveries()).map(d => d.way)).toEqual(['webhook', 'email', 'webhook', 'webhook']);
  expect(mail.offered).toBe(2);
});

it('a person added to the list while a reminder is outstanding is reminded at once', async () => {
  const today = legalToday(await env.currentTimeMs(), ['Asia/Almaty', 'Asia/Baku']);
  const officer = { id: 'officer', name: 'The officer', email: 'officer@example.test' };
  const head = { id: 'head', name: 'The head', email: 'head@example.test' };
  const listing = (...recipients: object[]) =>
    testAgreement('posted', { rehearsal: false, reminders: ['P4Y'], desk: { party: 'KZ', recipients } });
  await service.open(listing(officer), inForceFrom(before(today, 'P1Y' as Length)));
  await until(2);
  const request = { content: listing(officer, head), reason: 'a head of department', by: 'test' };
  const { announced } = await service.handle('posted').executeUpdate(revise, { args: [request] });
  expect(announced).toMatchObject([{ what: 'lastDayForNotice', on: today, to: ['head'], params: { state: 'listed', listed: ['head'] } }]);
  await until(4); // with the news of the week
  const letters = mail.letters.filter(l => l.text!.includes('You were put on the list after this reminder was sent.'));
  expect(letters.map(l => [l.to].flat().map(to => to!.text))).toEqual([['"The head" <head@example.test>']]);
  expect(letters[0]!.attachments.map(a => a.contentType)).toContain('text/calendar');
});

it('invented facts are never sent outside the machine', async () => {
  await keep(true);
  await notify();
  await env.sleep('1 hour');
  expect([mail.offered, receiver.calls.length]).toEqual([0, 0]);
  await expect(service.client.workflow.getHandle(deliveryWorkflowId('posted')).describe()).rejects.toThrow(WorkflowNotFoundError);
});

it('letters that a server accepts without an answer hold up no notice, since they have slots of their own', async () => {
  const release = mail.hold();
  const recipients = ['a', 'b', 'c'].map(r => ({ id: r, name: `The ${r}`, language: 'en' as const, email: `${r}@example.test` }));
  const ids = Array.from({ length: 35 }, (_, n) => `mute-${n}`);
  for (const agreement of ids)
    await service.open(
      testAgreement(agreement, { rehearsal: false, reminders: [], desk: { party: 'KZ', recipients } }),
      inForceFrom('2021-03-10'),
    );
  await expect.poll(async () => mail.offered, { timeout: 30_000 }).toBeGreaterThanOrEqual(50);
  const desk = deskFor(service.client, ids[0]!);
  await desk.draft(
    '2026-1',
    { kind: 'consultations', by: 'AZ', subject: 'article 5' },
    { direction: 'theirs', arrival: { received: '2026-01-05' } },
  );
  expect((await desk.tell('2026-1', 'accept', { by: 'examiner' })).state).toBe('inEffect');
  release();
});
