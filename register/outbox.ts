/** The outbox: what became of each act, one line a step, in the order in which it was written. Append-only. */
import type { Kysely } from 'kysely';
import type { Instant } from '../clauses/calendar.ts';
import { canonical } from './canonical.ts';
import { insertSealed, nextLineOf } from './journal.ts';
import type { StepLine, Tables } from './tables.ts';
import type { ActStep, OutboxLine, Step } from './types.ts';

/** Writes the steps that the acts have not already taken last, by the lines that there are. To be called alone on the database. */
export async function writeSteps(
  db: Kysely<Tables>,
  agreement: string,
  steps: readonly Step[],
  at: Instant,
  there: readonly OutboxLine[],
): Promise<OutboxLine[]> {
  const done = new Map(there.map(line => [line.act, line]));
  if (!steps.some(({ act, step }) => done.get(act)?.step !== step)) return [];
  const next = await nextLineOf(db, 'outbox');
  const lines: StepLine[] = [];
  for (const { act, step, body } of steps) {
    if (done.get(act)?.step === step) continue;
    const line: StepLine = { seq: next + lines.length, agreement, act, step, body: canonical(body), at };
    lines.push(line);
    done.set(act, lineOf(line));
  }
  await insertSealed(db, 'outbox', ...lines);
  return lines.map(lineOf);
}

export async function outboxLines(db: Kysely<Tables>, agreement?: string): Promise<OutboxLine[]> {
  const all = db.selectFrom('outbox').selectAll().orderBy('seq');
  const lines = await (agreement === undefined ? all : all.where('agreement', '=', agreement)).execute();
  return lines.map(lineOf);
}

function lineOf({ seq, agreement, act, step, body, at }: StepLine): OutboxLine {
  return { seq, agreement, act, step: step as ActStep, body: JSON.parse(body) as unknown, at };
}
