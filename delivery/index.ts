/** Delivery: letters about acts, from the outbox to people and programs. The activities of the delivery workflow. */
import { Context } from '@temporalio/activity';
import type { Client } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { Instant } from '../clauses/calendar.ts';
import type { Language } from '../clauses/desk.ts';
import { contentHash } from '../register/canonical.ts';
import type { Registers } from '../register/home.ts';
import type { DeliveryLine, OutboxLine, Register } from '../register/types.ts';
import { recheck, deliveryWorkflow, deliveryWorkflowId } from '../workflows/messages.ts';
import { descriptionOf } from '../dossier/description.ts';
import type { RegisterDossier } from '../dossier/dossier.ts';
import { noted } from '../dossier/log-note.ts';
import type { Logbook } from '../dossier/outbox.ts';
import { wordings } from '../wording/index.ts';
import { say } from '../wording/statements.ts';
import { entryAfter } from './calendar-entry.ts';
import { detailOf, detailOfFailure } from './detail.ts';
import { letterOf } from './letter.ts';
import type { DeliveryNote } from './log-notes.ts';
import { mailOver, type MailConfiguration } from './mail.ts';
import { lettersOwed, type LetterOwed, type LetterShown } from './owed.ts';
import { NotTaken, Undeliverable } from './undeliverable.ts';
import { webhookSignedWith } from './webhook.ts';
import type { NamedOrigins } from './webhook-addresses.ts';

export type { LetterOwed, LetterShown } from './owed.ts';

/** The ways in which this machine can send letters; none if nothing is configured. */
export interface DeliveryConfiguration {
  mail?: MailConfiguration | undefined;
  /** The secret of the webhooks: `whsec_…`. */
  webhookSecret?: string | undefined;
  /** The origins to which webhooks may go over http, or at addresses outside the public network. */
  webhookAllow?: NamedOrigins | undefined;
}

export const hasWays = ({ mail, webhookSecret }: DeliveryConfiguration): boolean => Boolean(mail ?? webhookSecret);

export interface DeliveryTools {
  registers: Registers;
  log: Logbook;
  delivery?: DeliveryConfiguration;
  /** The language of summaries in the Temporal UI. */
  language?: Language;
}

export interface WhyNotDelivered {
  /** The last message, from the other server or from servanda. */
  why: string;
  /** The same as data, if the failure or refusal is servanda's own; its sentence is in the service's language. */
  fault?: { code: string } | undefined;
}

export interface DeliveryAsked {
  agreement: string;
  /** The workflow's current time. */
  now: Instant;
}

export const createDelivery = ({ registers, log, delivery = {}, language = 'en' }: DeliveryTools) => {
  const sendMail = delivery.mail && mailOver(delivery.mail);
  const sendWebhook = delivery.webhookSecret ? webhookSignedWith(delivery.webhookSecret, delivery.webhookAllow) : undefined;
  const owed = createLettersOwed(registers, delivery, language);
  /** The letters that the other server rejected at their last attempt in this process. */
  const notTaken = new Set<string>();

  /**
   * Sends one letter, unless it was sent meanwhile or is no longer owed. If an earlier attempt may have sent it, this is recorded, so that
   * its reader is informed of a later withdrawal. @throws ApplicationFailure, non-retryable if it will never be accepted
   */
  async function deliver({ agreement, ...letter }: { agreement: string } & LetterOwed): Promise<void> {
    const { currentAttemptScheduledTimestampMs: now, attempt } = Context.current().info;
    const mayHaveGone = attempt > 1 && !notTaken.delete(nameOf(letter));
    const register = await registers.open(agreement, false);
    const isStillOwed = (await owed({ agreement, now })).some(
      o => o.outbox === letter.outbox && o.recipient === letter.recipient && o.way === letter.way,
    );
    if (!isStillOwed) {
      if (mayHaveGone) await register.delivered(agreement, { ...key(letter), became: 'unknown', detail: detailOf('cutOff') }, now);
      return;
    }
    const detail = await send(register, agreement, letter).catch((cause: unknown) => {
      if (cause instanceof NotTaken) notTaken.add(nameOf(letter));
      if (cause instanceof Undeliverable) throw ApplicationFailure.nonRetryable(cause.message, cause.name);
      throw cause;
    });
    await register.delivered(agreement, { ...key(letter), became: 'sent', detail: short(detail) }, now);
    noted({ log, language }, 'info', { code: 'sent', ...named(letter) }, { agreement, ...letter, detail });
  }

  async function send(register: Register, agreement: string, letter: LetterOwed): Promise<string> {
    const rows = await register.rows(agreement);
    const { agreement: described } = descriptionOf(rows, agreement);
    const outbox = await register.outbox(agreement);
    const line = outbox.find(l => l.seq === letter.outbox)!;
    const recipient = described.desk!.recipients!.find(r => r.id === letter.recipient)!;
    const isWithdrawn = line.step === 'withdrawn';
    const act = line.body;
    const id = contentHash(line.act);
    const messageId = `${agreement}.${line.seq}.${letter.recipient}.${id.replace(/^sha256:/, '')}@servanda`;
    if (letter.way === 'webhook')
      return sendWebhook!(
        { type: isWithdrawn ? 'servanda.act.withdrawn' : 'servanda.act', agreement, recipient: recipient.id, id, act },
        recipient.webhook!,
        messageId,
        Date.now(), // the receiver compares the signature's time with its own clock
      );
    const { name, email } = recipient;
    const entry = entryAfter(line, outbox, recipient);
    const instead = insteadOf(line, outbox).map(l => l.body);
    const because = rows.findLast(({ entered }) => entered.at === line.at)?.entry;
    const written = letterOf({
      agreement: described,
      act,
      isWithdrawn,
      instead,
      because,
      recipient,
      entry,
      sender: delivery.mail!.from,
      at: line.at,
    });
    return sendMail!(written, { name, address: email! }, messageId);
  }

  /** Records that a letter was not sent and is not retried. */
  async function giveUp({ agreement, now, why, fault, ...letter }: DeliveryAsked & LetterOwed & WhyNotDelivered): Promise<void> {
    const register = await registers.open(agreement, false);
    notTaken.delete(nameOf(letter));
    const detail = fault ? detailOfFailure(fault) : short(why);
    const { became } = await register.delivered(agreement, { ...key(letter), became: 'failed', detail }, now);
    if (became === 'failed')
      noted(
        { log, language },
        'error',
        { code: 'notDelivered', ...named(letter) },
        { agreement, ...letter, why, ...(fault ? { fault } : {}) },
      );
  }

  return { lettersOwed: owed, deliver, giveUp };
};

/** True if the dossier has undelivered letters for which a way of delivery is configured. */
export async function areLettersOwed(
  { agreement, outbox }: Pick<RegisterDossier, 'agreement' | 'outbox'>,
  deliveries: () => Promise<DeliveryLine[]>,
  delivery: DeliveryConfiguration,
  now: Instant,
): Promise<boolean> {
  const recipients = agreement.desk?.recipients ?? [];
  if (!hasWays(delivery) || !recipients.length) return false;
  return lettersOwed({ outbox, deliveries: await deliveries(), recipients, now }).some(letter => hasWay(letter, delivery));
}

const hasWay = ({ way }: LetterOwed, { mail, webhookSecret }: DeliveryConfiguration): boolean =>
  Boolean(way === 'email' ? mail : webhookSecret);

/** The letters of an agreement that are owed and can be sent. */
export const createLettersOwed =
  (registers: Registers, delivery: DeliveryConfiguration, language: Language = 'en') =>
  async ({ agreement, now }: DeliveryAsked): Promise<LetterShown[]> => {
    const register = await registers.open(agreement, false);
    const { agreement: described } = descriptionOf(await register.rows(agreement), agreement);
    const [outbox, deliveries] = [await register.outbox(agreement), await register.deliveries(agreement)];
    return lettersOwed({ outbox, deliveries, recipients: described.desk?.recipients ?? [], now }, wordings[language]).filter(letter =>
      hasWay(letter, delivery),
    );
  };

/** The acts announced in the step that withdrew an act of the same kind. */
const insteadOf = (line: OutboxLine, outbox: readonly OutboxLine[]): OutboxLine[] =>
  outbox.filter(l => l.at === line.at && l.step === 'performed' && l.body.what === line.body.what);

/** The agreement is not needed: each outbox line belongs to only one. */
const nameOf = ({ outbox, recipient, way }: LetterOwed): string => [outbox, recipient, way].join();

/** The other server's answer, as plain text and no longer than is useful. */
const short = (said: string): string =>
  said
    .slice(0, 500)
    .replaceAll('\u0000', ' ')
    .replaceAll(/\p{Surrogate}/gu, '\ufffd');

const key = ({ outbox, recipient, way }: LetterOwed): Pick<LetterOwed, 'outbox' | 'recipient' | 'way'> => ({ outbox, recipient, way });

const named = ({ way, recipient, about }: LetterOwed): Omit<DeliveryNote, 'code'> => ({ way, recipient, about });

/** Wakes the delivery workflow of an agreement. Call it in an activity. */
export async function wakeDelivery(agreement: string, language: Language = 'en'): Promise<void> {
  const { client, info } = Context.current();
  await wakeDeliveryBy(client, info.taskQueue, agreement, language);
}

/** The same, through a given client. */
export async function wakeDeliveryBy(client: Client, taskQueue: string, agreement: string, language: Language): Promise<void> {
  await client.workflow.signalWithStart(deliveryWorkflow, {
    workflowId: deliveryWorkflowId(agreement),
    taskQueue,
    args: [{ agreement, language }],
    signal: recheck,
    staticSummary: say('lettersAbout', { agreement }, wordings[language]),
  });
}
