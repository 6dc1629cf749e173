/** Delivery: letters about acts, from the outbox to people and programs. Activities of the workflow that carries them. */
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
import type { Logbook } from '../dossier/outbox.ts';
import { wordings } from '../wording/index.ts';
import { say } from '../wording/statements.ts';
import { entryAfter } from './calendar-entry.ts';
import { detailOf } from './detail.ts';
import { letterOf } from './letter.ts';
import { mailOver, type MailConfiguration } from './mail.ts';
import { lettersOwed, type LetterOwed, type LetterShown } from './owed.ts';
import { NotTaken, Undeliverable } from './undeliverable.ts';
import { webhookSignedWith } from './webhook.ts';
import type { NamedOrigins } from './webhook-addresses.ts';

export type { LetterOwed, LetterShown } from './owed.ts';

/** By which ways letters can leave this machine; none where nothing is configured. */
export interface DeliveryConfiguration {
  mail?: MailConfiguration | undefined;
  /** The secret of the webhooks: `whsec_…`. */
  webhookSecret?: string | undefined;
  /** Where webhooks go by http, or to addresses of no public network: origins that are named. */
  webhookAllow?: NamedOrigins | undefined;
}

export const hasWays = ({ mail, webhookSecret }: DeliveryConfiguration): boolean => Boolean(mail ?? webhookSecret);

export interface DeliveryTools {
  registers: Registers;
  log: Logbook;
  delivery?: DeliveryConfiguration;
  /** In which the Temporal UI shows what is sent. */
  language?: Language;
}

export interface DeliveryAsked {
  agreement: string;
  /** The workflow's now. */
  now: Instant;
}

export const createDelivery = ({ registers, log, delivery = {}, language = 'en' }: DeliveryTools) => {
  const sendMail = delivery.mail && mailOver(delivery.mail);
  const sendWebhook = delivery.webhookSecret ? webhookSignedWith(delivery.webhookSecret, delivery.webhookAllow) : undefined;
  const owed = createLettersOwed(registers, delivery, language);
  /** Those that were not taken at their last attempt in this process. */
  const notTaken = new Set<string>();

  /**
   * Sends one letter, unless it has gone meanwhile or is owed no more. Where an attempt before may have sent it, that is entered, so that
   * its reader is told of what takes it back. @throws ApplicationFailure, final when it will never be taken
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
    log.info({ agreement, ...letter, detail }, `Sent by ${letter.way} to ${letter.recipient}: ${letter.about}`);
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
        Date.now(), // a receiver compares the time of the signature with its own clock
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

  /** Enters that a letter did not go out and is not tried again. */
  async function giveUp({ agreement, now, why, ...letter }: DeliveryAsked & LetterOwed & { why: string }): Promise<void> {
    const register = await registers.open(agreement, false);
    notTaken.delete(nameOf(letter));
    const { became } = await register.delivered(agreement, { ...key(letter), became: 'failed', detail: short(why) }, now);
    if (became === 'failed')
      log.error({ agreement, ...letter, why }, `Not delivered by ${letter.way} to ${letter.recipient}: ${letter.about}`);
  }

  return { lettersOwed: owed, deliver, giveUp };
};

/** Whether the dossier shows undelivered letters for which a way of delivery is configured. */
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

/** The letters of an agreement that are owed and have a way to leave. */
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

/** What was announced in the same step as an act of its kind was withdrawn. */
const insteadOf = (line: OutboxLine, outbox: readonly OutboxLine[]): OutboxLine[] =>
  outbox.filter(l => l.at === line.at && l.step === 'performed' && l.body.what === line.body.what);

/** A line of the outbox is of one agreement. */
const nameOf = ({ outbox, recipient, way }: LetterOwed): string => [outbox, recipient, way].join();

/** What a server of others says is kept as far as it helps, and as text. */
const short = (said: string): string =>
  said
    .slice(0, 500)
    .replaceAll('\u0000', ' ')
    .replaceAll(/\p{Surrogate}/gu, '\ufffd');

const key = ({ outbox, recipient, way }: LetterOwed): Pick<LetterOwed, 'outbox' | 'recipient' | 'way'> => ({ outbox, recipient, way });

/** Wakes the workflow that carries the letters of an agreement. To be called in an activity. */
export async function wakeDelivery(agreement: string, language: Language = 'en'): Promise<void> {
  const { client, info } = Context.current();
  await wakeDeliveryBy(client, info.taskQueue, agreement, language);
}

/** The same, by a client of one's own. */
export async function wakeDeliveryBy(client: Client, taskQueue: string, agreement: string, language: Language): Promise<void> {
  await client.workflow.signalWithStart(deliveryWorkflow, {
    workflowId: deliveryWorkflowId(agreement),
    taskQueue,
    args: [{ agreement, language }],
    signal: recheck,
    staticSummary: say('lettersAbout', { agreement }, wordings[language]),
  });
}
