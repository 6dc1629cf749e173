/**
 * The entity tag of an answer (RFC 9110, 8.8.3): the head of the agreement's register, the days, the language, the rules version and the
 * caller, since not everybody may see drafts. Equal tags mean equal answers, so a match needs no fold.
 */
import { createHash } from 'node:crypto';
import type { Context as HonoContext } from 'hono';
import type { Context } from '../../client/context.ts';
import { dossierToday, unknownAgreement, type AnswerDays } from '../../client/dossiers.ts';
import { RULES_VERSION } from '../../client/schemas.ts';

/** Sets the tag; returns true if the caller has this answer already. `what` identifies the kind of answer. */
export async function isKnown(c: HonoContext, context: Context, what: string, agreement: string, days: AnswerDays): Promise<boolean> {
  const registers = await context.registersThere();
  const found = await registers.find(agreement);
  if (!found) throw await unknownAgreement(context.wording, registers, agreement);
  const { hash } = await found.register.head(agreement);
  const asOf = days.asOf ?? (await dossierToday(context, agreement)).today;
  const { knownOn = null, until = null } = days;
  return isTagged(c, [what, hash, asOf, knownOn, until, context.language, RULES_VERSION, context.holder ?? null]);
}

/** The same for a list as of a day, with the heads of all registers. */
export async function isListKnown(c: HonoContext, context: Context, what: string, asked: object & { asOf?: string | undefined }) {
  if (!asked.asOf) return false;
  const registers = await context.registersThere();
  const heads = [await registers.of(false).head(), await registers.of(true).head()].map(({ hash }) => hash);
  return isTagged(c, [what, heads, asked, context.language, RULES_VERSION, context.holder ?? null]);
}

function isTagged(c: HonoContext, parts: readonly unknown[]): boolean {
  const tag = `"${createHash('sha256').update(JSON.stringify(parts)).digest('base64url')}"`;
  c.header('etag', tag);
  const known = (c.req.header('if-none-match') ?? '').split(',').map(one => one.trim().replace(/^W\//, ''));
  return known.includes(tag) || known.includes('*');
}
