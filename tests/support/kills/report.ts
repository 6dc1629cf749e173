/** A run in figures, and the faults found after it. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { en } from '../../../wording/en.ts';
import { lineFaultIn } from '../../../wording/failures/parts.ts';
import type { Register, Row } from '../../../register/types.ts';
import { recheck, replan } from '../../../workflows/messages.ts';
import type { Blow, Victim } from './blows.ts';
import type { Said } from './diary.ts';
import { behind, faultsOfActs, faultsOfEntries, outboxOf, type Faults } from './findings.ts';
import { faultsOfLetters, lettersStillOwed, type Arrived } from './letters.ts';
import type { Ended } from './processes.ts';
import { timesIn } from './stories.ts';

export interface Report {
  /** Empty if all is well. */
  faults: Faults;
  seconds: number;
  kills: Record<Victim, number>;
  /** How often a worker ended without being killed, and was restarted. */
  workerEnded: number;
  /** Commands that were acknowledged. */
  acknowledged: number;
  /** Of those: already done when repeated, since the answer had been lost. */
  doneUnheard: number;
  /** Attempts that failed, and those cut off by a kill of the officer. */
  failed: number;
  cutOff: number;
  /** Commands given up without an answer, and how many of those are in the register. */
  letBe: { all: number; written: number };
  /** Every line of the register. */
  lines: number;
  /** Workflows whose last step was lost with worker and server, and that caught up with the register once they were woken. */
  woken: number;
  acts: number;
  /** `twice`, and `unknown` to the register: the worker was killed between the mail server's acceptance and the line. */
  letters: { arrived: number; twice: number; unknown: number };
  /** How attempts failed: the last line of their output, with its count. */
  failures: Record<string, number>;
}

export interface Remains {
  began: number;
  all: readonly Blow[];
  fallen: readonly { whose: string; how: Ended }[];
  diaries: readonly (readonly Said[])[];
  register: Register;
  client: Client;
  arrived: readonly Arrived[];
  workerKills: readonly number[];
}

/** Waits until everything in progress has ended, then examines. */
export async function examined({ began, all, fallen, diaries, register, client, arrived, workerKills }: Remains): Promise<Report> {
  const quiet = await untilQuiet(client, register);
  const rows = new Map<string, Row[]>();
  for (const id of await register.agreements()) rows.set(id, await register.rows(id));
  const found = await register.verifyAll();
  const letters = await faultsOfLetters(register, arrived, workerKills);
  const said = diaries.flat();
  const acknowledged = said.filter(s => s.said === 'acknowledged');
  const failed = said.flatMap(s => (s.said === 'failed' ? [s.told] : []));
  const letBe = diaries.flatMap(d => d.flatMap((s, i) => (s.said === 'let be' ? d.slice(0, i).findLast(isAsked)! : [])));
  return {
    faults: [
      ...(found.sound ? [] : found.faults.map(fault => lineFaultIn(fault, en))),
      ...fallen.filter(f => f.whose !== 'worker').map(({ whose, how }) => `officer ${whose} ended with ${how.code}: ${how.said}`),
      ...faultsOfEntries(diaries, rows),
      ...(await faultsOfActs(register)),
      ...quiet.faults,
      ...letters.faults,
    ],
    seconds: Math.round((Date.now() - began) / 1000),
    kills: { worker: 0, server: 0, officer: 0, ...tally(all.map(b => b.victim)) },
    workerEnded: fallen.filter(f => f.whose === 'worker').length,
    acknowledged: acknowledged.length,
    doneUnheard: acknowledged.filter(s => s.how !== 'new').length,
    failed: failed.length,
    cutOff: diaries.flatMap(d => d.filter((s, i) => s.said === 'asked' && !isAnswer(d[i + 1]))).length,
    letBe: { all: letBe.length, written: letBe.filter(c => c.brings.every(line => timesIn(rows.get(c.agreement)!, line) > 0)).length },
    lines: (await register.head()).seq,
    woken: quiet.woken,
    acts: (await outboxOf(register)).length,
    letters: { arrived: new Set(arrived.map(a => a.messageId)).size, twice: letters.twice, unknown: letters.unknown },
    failures: tally(failed.map(inShort)) as Record<string, number>,
  };
}

/**
 * A worker that died leaves an activity that is retried after its timeout: two minutes for a letter. A workflow whose last step was lost
 * with worker and server together does not know of it, and nobody sends it anything more here: it is woken, as the next step would.
 */
async function untilQuiet(client: Client, register: Register): Promise<{ faults: Faults; woken: number }> {
  const began = Date.now();
  const woken = new Set<string>();
  for (;;) {
    const owed = await lettersStillOwed(register, Date.now());
    const late = await behind(client, register).catch((cause: unknown) => [
      { workflowId: 'one', why: `does not answer: ${String(cause)}` },
    ]);
    if (!owed && !late.length) return { faults: [], woken: woken.size };
    if (Date.now() - began > 360_000) {
      const faults = late.map(({ workflowId, why }) => `${workflowId} ${why}`);
      return { faults: [...faults, ...(owed ? [`${owed} letters are still owed`] : [])], woken: woken.size };
    }
    if (Date.now() - began > 60_000) for (const { workflowId } of late) if (!woken.has(workflowId)) await wake(client, workflowId, woken);
    await pause(500);
  }
}

/** A replan for an agreement; a notification for a notice or a protocol. */
async function wake(client: Client, workflowId: string, woken: Set<string>): Promise<void> {
  const handle = client.workflow.getHandle(workflowId);
  await (workflowId.startsWith('agreement/') ? handle.executeUpdate(replan.name) : handle.signal(recheck)).then(
    () => woken.add(workflowId),
    () => {}, // retried in a moment
  );
}

const isAsked = (s: Said): s is Said & { said: 'asked' } => s.said === 'asked';

/** The outcome of the previous attempt; a line seen in the register later is not an answer. */
const isAnswer = (next: Said | undefined): boolean => next?.said === 'failed' || (next?.said === 'acknowledged' && next.how !== 'seen');

function tally<K extends string>(of: readonly K[]): Partial<Record<K, number>> {
  const counted: Partial<Record<K, number>> = {};
  for (const k of of) counted[k] = (counted[k] ?? 0) + 1;
  return counted;
}

/** The command without what varies, and the first line of the output. */
const inShort = (told: string): string =>
  told
    .replace(/^(\S+(?: [a-z]+)?) .*?: exit (\d): /s, '$1, exit $2: ')
    .split('\n')[0]!
    .replaceAll(/[a-z]*-?(first|second|third|fourth)-\d+/g, '…')
    .replaceAll(/(ended|current)-\d/g, 'A')
    .slice(0, 200);
