/**
 * The heads of both registers, and of one agreement on request: signed, kept elsewhere and compared later. A head that its register no
 * longer has reveals what the register itself can't: that its end was cut off or its history rewritten.
 */
import { z } from 'zod';
import type { Instant } from '../clauses/calendar.ts';
import { OwnFailure } from '../machines/own-failure.ts';
import type { SigningKey } from '../secrets/signing-key.ts';
import type { HeadFault, HeadsFault } from './faults.ts';
import type { Registers } from './home.ts';
import { signed, type Signed } from './signed.ts';
import type { Register } from './types.ts';

/** `seq`: the number of lines so far, of the register or of an agreement; `hash`: of the last one. */
const headShape = z.strictObject({ seq: z.int().min(0), hash: z.string().regex(/^sha256:[0-9a-f]{64}$/) });

const headsShape = z.strictObject({
  servanda: z.literal('heads'),
  version: z.literal(1),
  /** When the heads were taken, in UTC. */
  takenAt: z.iso.datetime(),
  agreements: headShape,
  rehearsals: headShape,
  agreement: headShape.extend({ id: z.string().max(80), rehearsal: z.boolean() }).optional(),
  signature: z.string().max(1000).optional(),
});
export type Heads = z.infer<typeof headsShape>;

/** The current heads, signed if there is a key. `agreement`: include the head of this agreement. */
export async function headsOf(registers: Registers, now: Instant, key: SigningKey | undefined, agreement?: string): Promise<Signed<Heads>> {
  const kept = agreement === undefined ? undefined : await registers.find(agreement);
  const heads: Heads = {
    servanda: 'heads',
    version: 1,
    takenAt: new Date(now).toISOString(),
    agreements: await registers.of(false).head(),
    rehearsals: await registers.of(true).head(),
    ...(kept ? { agreement: { id: agreement!, rehearsal: kept.rehearsal, ...(await kept.register.head(agreement)) } } : {}),
  };
  return signed(heads, 'heads', key);
}

/** The text is not a file of heads. */
export class NotHeads extends OwnFailure<HeadsFault> {
  override readonly name = 'NotHeads';
}

/** @throws NotHeads */
export function readHeads(text: string): Heads {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    throw new NotHeads({ code: 'headsNotJson' });
  }
  const read = headsShape.safeParse(raw);
  if (read.success) return read.data;
  throw new NotHeads({ code: 'headsNotOfForm', fields: [...new Set(read.error.issues.flatMap(fieldsOf))] });
}

const fieldsOf = (issue: z.core.$ZodIssue): string[] =>
  issue.code === 'unrecognized_keys' ? issue.keys.map(key => [...issue.path, key].join('.')) : [issue.path.join('.')];

/** How the registers differ from these heads; empty if each head is still in place. */
export async function compareWithHeads(registers: Registers, { agreements, rehearsals, agreement }: Heads): Promise<HeadFault[]> {
  const found = [
    await otherwise(registers.of(false), 'agreements', agreements),
    await otherwise(registers.of(true), 'rehearsals', rehearsals),
    agreement && (await otherwise(registers.of(agreement.rehearsal), agreement.id, agreement, agreement.id)),
  ];
  return found.filter(f => f !== undefined);
}

/** The head of an empty register asserts nothing. */
async function otherwise(
  register: Register,
  of: string,
  { seq: line, hash: kept }: z.infer<typeof headShape>,
  agreement?: string,
): Promise<HeadFault | undefined> {
  if (line === 0) return undefined;
  const there = await register.headAt(line, agreement);
  if (there?.hash === kept) return undefined;
  if (there) return { code: 'otherHash', of, line, is: there.hash, kept };
  return { code: 'cutOff', of, end: (await register.head(agreement)).seq, line };
}
