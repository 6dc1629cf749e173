/** The caller of a request: their rights and their language. */
import { languages, type Language } from '../../clauses/desk.ts';
import type { Context } from '../../client/context.ts';
import { servandaOn, type Servanda } from '../../client/servanda.ts';
import { contextShowing } from '../../client/presented-rights.ts';

/** What a request is answered with: the caller's client and words. */
export interface Asker {
  context: Context;
  servanda: Servanda;
}

/** `repeatable`: the idempotency key. @throws RightNeeded, Refused */
export async function askerOf(base: Context, request: Request, repeatable?: string): Promise<Asker> {
  const { headers } = request;
  const reading = /^Bearer +(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1];
  const writing = (headers.get('servanda-right') ?? '')
    .split(',')
    .map(right => right.trim())
    .filter(Boolean);
  const shown = await contextShowing(base, { reading, writing }, languageOf(request));
  const context = repeatable === undefined ? shown : { ...shown, repeatable };
  return { context, servanda: servandaOn(context) };
}

/** `?language`, then the first known language of Accept-Language, then English. */
export function languageOf({ url, headers }: Request): Language {
  const accepted = (headers.get('accept-language') ?? '')
    .slice(0, 500)
    .split(',')
    .map(part => part.trim().slice(0, 2).toLowerCase());
  const named = [new URL(url).searchParams.get('language'), ...accepted];
  return named.map(name => languages.find(l => l === name)).find(l => l !== undefined) ?? 'en';
}
