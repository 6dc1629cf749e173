/** Letters by e-mail, over SMTP. The message id is derived from the act, so that a mail server can recognise a duplicate. */
import { createTransport } from 'nodemailer';
import type { Letter } from './letter.ts';
import { NotTaken, Undeliverable } from './undeliverable.ts';

export interface MailConfiguration {
  /** smtp:// or smtps://, including name and password if required. */
  url: string;
  from: string;
}

export type SendMail = (letter: Letter, to: { name: string; address: string }, messageId: string) => Promise<string>;

/** In milliseconds: a server that does not answer in this time is tried again later. */
const patience = 20_000;

/**
 * Resolves to the server's answer. @throws Undeliverable if the server will never accept it; NotTaken or any other error if it may later
 */
export function mailOver({ url, from }: MailConfiguration): SendMail {
  const transport = createTransport(
    { url, connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience },
    { from, disableFileAccess: true, disableUrlAccess: true },
  );
  return async ({ subject, text, html, calendar }, to, messageId) => {
    const sent = await transport
      .sendMail({
        to,
        subject,
        text,
        html,
        messageId: `<${messageId}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
        ...(calendar ? { icalEvent: { method: calendar.method, content: calendar.content, filename: 'date.ics' } } : {}),
      })
      .catch(inOurWords);
    return sent.response;
  };
}

/** 550 to 554: the server rejects this address, or this letter, for good. */
function inOurWords(cause: unknown): never {
  const { responseCode, response } = cause as { responseCode?: number; response?: string };
  if (responseCode && responseCode >= 550 && responseCode <= 554) throw new Undeliverable(response ?? `SMTP ${responseCode}`);
  throw responseCode ? new NotTaken((cause as Error).message, { cause }) : cause;
}
