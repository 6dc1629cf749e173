/**
 * What became of letters, without those about drafts that the caller may not see. The register has a letter once it was sent or given up;
 * before that, only the running service knows.
 */
import type { FailingLetter } from '../reconciliation/failing-letters.ts';
import { fewAtOnce, mapConcurrently } from '../reconciliation/map-concurrently.ts';
import type { Recipient } from '../clauses/desk.ts';
import { lettersOwed } from '../delivery/owed.ts';
import { descriptionOf, NoDescription } from '../dossier/description.ts';
import { FoldFailure } from '../machines/fold-failure.ts';
import type { DeliveryLine, OutboxLine, Row } from '../register/types.ts';
import type { Context } from './context.ts';
import { dossierOf } from './dossiers.ts';
import { noticeNamed, seesEveryDraft, visibleIn } from './draft-access.ts';
import { Unavailable } from './failures.ts';
import { withTimeout } from './service.ts';
import { readNote } from './service-note.ts';

/** The subject of a letter: an act, or its withdrawal. */
type LetterSubject = Pick<FailingLetter, 'what' | 'on' | 'withdrawn'>;

/** A letter that was sent or given up. */
export type SentLetter = DeliveryLine & LetterSubject;
/** A letter that was not accepted so far and is being retried. */
export type TriedLetter = { agreement: string; became: 'failing' } & FailingLetter;

export interface Letters {
  sent: SentLetter[];
  failing: TriedLetter[];
  /** The number of letters each agreement owes while no service runs to send them. */
  waiting: { agreement: string; count: number }[];
  /** Why not all letters in progress could be asked for. */
  failure?: Unavailable;
}

/** The letters of real agreements. If no service is known, only those that the register has, which can be read without one. */
export async function lettersOf(context: Context, agreements: readonly string[]): Promise<Letters> {
  const sent: SentLetter[] = [];
  const outboxes = new Map<string, readonly OutboxLine[]>();
  for (const agreement of agreements) {
    const { outbox, letters } = await inRegister(context, agreement);
    sent.push(...letters);
    if (outbox.some(({ step }) => step !== 'history')) outboxes.set(agreement, outbox);
  }
  const { home, temporal } = await context.configuration();
  const isServed = Boolean(temporal.connection.address ?? readNote(home)?.address);
  const underWay = isServed ? await failingIn(context, outboxes) : { failing: [] };
  const waiting = isServed ? [] : await waitingIn(context, sent, outboxes);
  return { sent: sent.sort((a, b) => a.seq - b.seq), waiting, ...underWay };
}

/** The number of letters that each agreement still owes. An agreement that can't be read counts none; its own page reports why. */
async function waitingIn(
  context: Context,
  deliveries: readonly SentLetter[],
  outboxes: ReadonlyMap<string, readonly OutboxLine[]>,
): Promise<Letters['waiting']> {
  const [register, now] = [(await context.registersThere()).of(false), await context.now()];
  const waiting: Letters['waiting'] = [];
  for (const [agreement, outbox] of outboxes) {
    const recipients = recipientsIn(await register.rows(agreement), agreement);
    const own = deliveries.filter(d => d.agreement === agreement);
    const { length: count } = lettersOwed({ outbox, deliveries: own, recipients, now });
    if (count) waiting.push({ agreement, count });
  }
  return waiting;
}

function recipientsIn(rows: readonly Row[], id: string): readonly Recipient[] {
  try {
    return descriptionOf(rows, id).agreement.desk?.recipients ?? [];
  } catch (cause) {
    if (cause instanceof FoldFailure || cause instanceof NoDescription) return [];
    throw cause;
  }
}

/** One agreement's letters that were sent or given up, in order; read only from the register. */
export const lettersSent = async (context: Context, agreement: string): Promise<SentLetter[]> =>
  (await inRegister(context, agreement)).letters;

async function inRegister(context: Context, agreement: string): Promise<{ outbox: OutboxLine[]; letters: SentLetter[] }> {
  const register = (await context.registersThere()).of(false);
  const outbox = await withoutHidden(context, agreement, await register.outbox(agreement));
  const lines = new Map(outbox.map(line => [line.seq, line]));
  const deliveries = (await register.deliveries(agreement)).filter(d => lines.has(d.outbox));
  return { outbox, letters: deliveries.map(d => ({ ...d, ...subjectOf(lines.get(d.outbox)!) })) };
}

/** Removes acts about drafts that the caller may not see, such as a send-by day. */
async function withoutHidden(context: Context, agreement: string, outbox: OutboxLine[]): Promise<OutboxLine[]> {
  if (!outbox.some(({ body }) => noticeNamed(body)) || (await seesEveryDraft(context))) return outbox;
  try {
    const visible = await visibleIn(context, await dossierOf(context, agreement));
    return outbox.filter(({ body }) => visible.act(body));
  } catch (cause) {
    // An agreement that can't be read does not show which notices were dispatched.
    if (cause instanceof FoldFailure || cause instanceof NoDescription) return outbox.filter(({ body }) => !noticeNamed(body));
    throw cause;
  }
}

/** The last letter to each recipient by each way, if it was given up: that recipient has not been reached since. */
export const unreached = ({ sent }: Pick<Letters, 'sent'>): SentLetter[] =>
  [...new Map(sent.map(l => [[l.agreement, l.recipient, l.way].join(), l])).values()].filter(l => l.became === 'failed');

async function failingIn(
  context: Context,
  outboxes: ReadonlyMap<string, readonly OutboxLine[]>,
): Promise<Pick<Letters, 'failing' | 'failure'>> {
  if (!outboxes.size) return { failing: [] };
  const found = new Map<string, TriedLetter[]>();
  try {
    const service = await context.service();
    const { failingLetters } = await import('../reconciliation/failing-letters.ts');
    await mapConcurrently(outboxes, fewAtOnce, async ([agreement, outbox]) => {
      const failing = await withTimeout(context, service, () => failingLetters(service.client, agreement, outbox));
      found.set(
        agreement,
        failing.map(letter => ({ agreement, became: 'failing', ...letter })),
      );
    });
    return { failing: inOrder(found) };
  } catch (cause) {
    if (cause instanceof Unavailable) return { failing: inOrder(found), failure: cause };
    throw cause;
  }
}

const subjectOf = ({ step, body: { what, on } }: OutboxLine): LetterSubject => ({ what, on, withdrawn: step === 'withdrawn' });

const inOrder = (found: ReadonlyMap<string, TriedLetter[]>): TriedLetter[] => [...found.keys()].sort().flatMap(id => found.get(id)!);
