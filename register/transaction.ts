/** One step of an agreement in one transaction: entries, acts and rules become one line, written at the end or not at all. */
import type { Kysely } from 'kysely';
import { actKey } from '../machines/acts.ts';
import type { Instant } from '../clauses/calendar.ts';
import { canonical } from './canonical.ts';
import { IdConflict } from './errors.ts';
import { letters } from './letters.ts';
import { contentOf, inHex, serviceName, latestLines, linesOf, write, type Unsealed } from './lines.ts';
import { admitRight, assertRight, trustedKeys } from './rights.ts';
import type { Kind, Tables } from './tables.ts';
import type { ChangeLine, ChangesAsked, Line, OutboxLine, Rules, SealedLine, Step, Stored, Transaction } from './types.ts';

/** The content of a step's line. */
interface StepBody {
  entries?: Line[];
  acts?: Step[];
  /** Only if they have changed. */
  rules?: Rules;
}

interface CachedAgreement extends Stored {
  /** The rules of the last fold. */
  rules: Rules | undefined;
}

/** The last reading of each agreement with the hash of its last line: while that line is unchanged, so is everything before it. */
export type LastRead = Map<string, { kept: CachedAgreement; hash: Buffer }>;
/** The number of agreements cached, most recent first. */
const cacheSize = 500;

/** Call within `alone`. `clock`: for the expiry of rights. Call `written` after the work and before the commit. */
export async function transactionIn(
  db: Kysely<Tables>,
  agreement: string,
  clock: () => Instant,
  last: LastRead,
): Promise<{ transaction: Transaction; written: () => Promise<void> }> {
  const { rules: before, ...found } = await storedOf(db, agreement, last);
  const rows = [...found.rows];
  const acts = new Map(found.outbox.map(line => [line.act, line.step]));
  let { length: taken } = found.outbox;
  let step = new StepLine();
  /** Starts a new line for entries by another person or on another right. */
  const written = async (): Promise<void> => {
    const lines = step.lines();
    step = new StepLine();
    if (lines.length) await write(db, agreement, ...lines);
  };

  const transaction: Transaction = {
    ...found,
    append: async (entries, entered, authority) => {
      const first = entries[0]!;
      const existing = rows.find(row => row.entry.id === first.id);
      if (existing) {
        if (canonical(existing.entry) !== canonical(first)) throw new IdConflict(existing, first);
        return { rows: [existing], existing: true };
      }
      await written();
      const right = await admitRight(db, { agreement, entry: first, authority, trusted: found.trusted }, clock());
      const stored = entries.map(entry => JSON.parse(canonical(entry)) as Line);
      step.enter(stored, entered, right?.token);
      const { length } = rows;
      rows.push(...stored.map((entry, i) => ({ agreement, seq: length + 1 + i, entry, entered })));
      return { rows: rows.slice(length), existing: false };
    },
    perform: async (steps, at) => {
      const fresh = steps.flatMap(({ step: next, body }): OutboxLine[] => {
        const act = actKey(body);
        if (acts.get(act) === next) return [];
        acts.set(act, next);
        return [{ seq: ++taken, agreement, act, step: next, body: JSON.parse(canonical(body)) as Step['body'], at }];
      });
      step.perform(fresh, at);
      return fresh;
    },
    foldedBy: async (rules, at) => {
      if (!before || canonical(before) !== canonical(rules)) step.foldedBy(rules, at);
    },
    assertRight: authority => assertRight(db, authority, clock()),
    deliveries: () => letters(db, agreement),
  };
  return { transaction, written };
}

/** The result of a step: one line, preceded by the right on which it was recorded. */
class StepLine {
  private readonly body: StepBody = {};
  private entered = { by: serviceName, at: 0 };
  private token: string | undefined;

  enter(entries: Line[], entered: { by: string; at: Instant }, token: string | undefined): void {
    this.body.entries = entries;
    this.entered = { by: entered.by, at: entered.at };
    this.token = token;
  }

  perform(acts: readonly OutboxLine[], at: Instant): void {
    if (!acts.length) return;
    this.body.acts = [...(this.body.acts ?? []), ...acts.map(({ step, body }) => ({ step, body }))];
    this.entered.at ||= at;
  }

  foldedBy(rules: Rules, at: Instant): void {
    this.body.rules = rules;
    this.entered.at ||= at;
  }

  lines(): Unsealed[] {
    const { body, entered, token } = this;
    if (!Object.keys(body).length) return [];
    const right = token && { kind: 'right' as const, ...entered, body: { entries: body.entries!.map(({ id }) => id), token } };
    return [...(right ? [right] : []), { kind: kindOf(body), ...entered, body }];
  }
}

function kindOf({ entries }: StepBody): Kind {
  if (!entries) return 'acts';
  return entries.every(({ type }) => type === 'notice.step' || type === 'protocol.step') ? 'step' : 'entry';
}

/** Reads an agreement's lines in one query, continuing from the last reading if its last line is unchanged. */
export async function storedOf(db: Kysely<Tables>, agreement: string, last: LastRead = new Map()): Promise<CachedAgreement> {
  const before = last.get(agreement);
  const lines = await linesOf(db, ['entry', 'step', 'acts'], agreement, { from: before?.kept.place ?? 0 });
  const isSame = before && lines[0]?.hash.equals(before.hash);
  if (before && !isSame) last.delete(agreement);
  if (before && !isSame) return storedOf(db, agreement, last);
  const trusted = await trustedKeys(db);
  const kept = isSame ? { ...readOn(agreement, before.kept, lines.slice(1)), trusted } : readOn(agreement, nothingRead(trusted), lines);
  const hash = lines.at(-1)?.hash;
  if (hash) remember(last, agreement, { kept, hash });
  return kept;
}

/** What was recorded and performed, line by line, newest first. */
export async function changesIn(db: Kysely<Tables>, asked: ChangesAsked): Promise<ChangeLine[]> {
  const lines = await latestLines(db, ['entry', 'step', 'acts'], asked);
  return lines.map(line => {
    const { entries = [], acts = [], rules } = contentOf(line) as StepBody;
    const { seq, agreement, place, by, at, hash } = line;
    return { seq, agreement, place, by, at, hash: inHex(hash), entries, acts, ...(rules ? { rules } : {}) };
  });
}

const nothingRead = (trusted: CachedAgreement['trusted']): CachedAgreement => ({
  rows: [],
  outbox: [],
  place: 0,
  rules: undefined,
  trusted,
});

function remember(last: LastRead, agreement: string, read: { kept: CachedAgreement; hash: Buffer }): void {
  last.delete(agreement);
  last.set(agreement, read);
  if (last.size > cacheSize) last.delete(last.keys().next().value!);
}

function readOn(agreement: string, before: CachedAgreement, lines: readonly SealedLine[]): CachedAgreement {
  const [rows, outbox] = [[...before.rows], [...before.outbox]];
  let { rules, place } = before;
  for (const line of lines) {
    const { entries = [], acts = [], rules: next } = contentOf(line) as StepBody;
    const { by, at } = line;
    for (const entry of entries) rows.push({ agreement, seq: rows.length + 1, entry, entered: { by, at } });
    for (const { step, body } of acts) outbox.push({ seq: outbox.length + 1, agreement, act: actKey(body), step, body, at });
    rules = next ?? rules;
    place = line.place;
  }
  return { ...before, rows, outbox, place, rules };
}
