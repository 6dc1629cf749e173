/**
 * A stop at any point loses no acknowledged fact and performs no act twice: four officers record facts, notices and protocols at the
 * command line, while the worker, the Temporal server and the officers themselves are killed at random moments and restarted. Then
 * everything acknowledged is looked up in the register. All are separate processes; the letters go to a mail server in this one.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { legalToday } from '../../../clauses/calendar.ts';
import type { HeldIdentity } from '../../../identity/authority.ts';
import { identitiesFolder, putIdentity } from '../../../identity/files.ts';
import { everyParty, type Role } from '../../../machines/rights.ts';
import { openRegisters, type Registers } from '../../../register/home.ts';
import { buildBundle, builtBundle } from '../../../worker/bundle.ts';
import { ensureAuthority } from '../../../worker/identities.ts';
import { identityOf } from '../identities.ts';
import { startMailServer } from '../receivers.ts';
import { agreements, openAll } from './agreements.ts';
import { blows, type Blow, type Victim } from './blows.ts';
import type { Arrived } from './letters.ts';
import { keptProgram, keptServer, type Ended, type Kept } from './processes.ts';
import { examined, type Report } from './report.ts';
import { acknowledgedIn, readDiary, type Desk } from './diary.ts';
import { headOfDepartment } from './stories.ts';

export interface Run {
  kills: number;
  seed: number;
  /** The executable of the Temporal server. */
  executable: string;
  /** The register's database; by default files in the run's own home. */
  databaseUrl?: string | undefined;
  /** Receives progress messages. */
  say?: (sentence: string) => void;
}

const officers = ['first', 'second', 'third', 'fourth'];

/** Starts everything, kills, and reports what was found. @throws if something does not start, or an officer ends without being stopped */
export async function run({ kills, seed, executable, databaseUrl, say = () => {} }: Run): Promise<Report> {
  const began = Date.now();
  const home = mkdtempSync(join(tmpdir(), 'servanda-kills-'));
  const undo: (() => unknown)[] = [() => rmSync(home, { recursive: true, force: true })];
  const fallen: { whose: string; how: Ended }[] = [];
  try {
    await buildBundle(builtBundle(false));
    const registers = await openRegisters(home, databaseUrl);
    undo.unshift(() => registers.close());
    const registrar = await givenRights(home, registers);
    const arrived: Arrived[] = [];
    const mail = await startMailServer(({ messageId }) => arrived.push({ messageId: messageId!, at: Date.now() }));
    undo.unshift(() => mail.stop());
    const server = await keptServer(executable, home, seed);
    undo.unshift(() => server.stop());
    const env = environment({ home, address: server.address, smtp: mail.url, databaseUrl });
    const worker = keptProgram({
      args: ['cli/servanda.mjs', 'worker'],
      env,
      ready: 'The worker runs.',
      fell: how => {
        fallen.push({ whose: 'worker', how });
        void worker.start(); // as the operator's supervisor would
      },
    });
    undo.unshift(() => worker.letGo('SIGTERM'));
    await worker.start();
    if (fallen[0]) throw new Error(`The worker does not start: ${fallen[0].how.said}`);
    const register = registers.of(false);
    const connection = await Connection.connect({ address: server.address });
    undo.unshift(() => connection.close());
    const client = new Client({ connection });
    await openAll(client, registrar);

    const today = legalToday(Date.now(), ['Asia/Almaty', 'Asia/Baku']);
    const desks = officers.map((officer): Desk => ({ seed, officer, ...agreements, today, diary: join(home, `${officer}.jsonl`) }));
    const atWork = desks.map(desk => {
      const args = ['--import', 'tsx', 'tests/support/kills/run-officer.ts', JSON.stringify(desk)];
      return keptProgram({ args, env, fell: how => fallen.push({ whose: desk.officer, how }) });
    });
    for (const officer of atWork) await officer.start();
    undo.unshift(() => Promise.all(atWork.map(o => o.kill())));

    const workerKills: number[] = [];
    const all = blows(kills, { seed, officers: officers.length });
    const heard = (): number => desks.reduce((sum, { diary }) => sum + acknowledgedIn(diary), 0);
    await strikeAll(all, { worker, server, officer: atWork }, heard, (victim, sentence) => {
      if (victim === 'worker') workerKills.push(Date.now());
      say(sentence);
    });
    say('The officers finish their current stories.');
    for (const [i, how] of (await Promise.all(atWork.map(o => o.letGo()))).entries())
      if (how.code !== 0 && !fallen.some(f => f.how === how)) fallen.push({ whose: officers[i]!, how });
    const diaries = desks.map(({ diary }) => readDiary(diary));
    return await examined({ began, all, fallen, diaries, register, client, arrived, workerKills });
  } finally {
    for (const step of undo) await step();
  }
}

/** As with several persons: an authority, an identity for each of them, and the registrar's, who opens the agreements. */
async function givenRights(home: string, registers: Registers): Promise<HeldIdentity> {
  const authority = await ensureAuthority(home, registers, 'registrar', Date.now());
  const roles: Role[] = ['reader', 'drafter', 'approver', 'registrar'];
  for (const person of [...officers, headOfDepartment])
    await putIdentity(identitiesFolder(home), await identityOf(authority!, person, everyParty, roles), { now: Date.now(), replace: true });
  return identityOf(authority!, 'registrar', everyParty, ['registrar']);
}

/**
 * Each blow at its moment; what it killed is restarted at once. The delay of the next one starts when work continues, so that on a slow
 * machine as on a fast one it falls while facts are being recorded.
 */
async function strikeAll(
  all: readonly Blow[],
  there: { worker: Kept; server: Kept; officer: readonly Kept[] },
  acknowledged: () => number,
  told: (victim: Victim, sentence: string) => void,
): Promise<void> {
  let risen: Promise<unknown> = Promise.resolve();
  let heard = 0;
  for (const [i, { victim, officer, after, atOnce }] of all.entries()) {
    if (!atOnce) {
      await risen;
      while (acknowledged() <= heard) await pause(50);
    }
    await pause(after);
    const one = victim === 'officer' ? there.officer[officer]! : there[victim];
    heard = acknowledged();
    told(victim, `${i + 1} of ${all.length}, ${heard} acknowledged: ${victim}${victim === 'officer' ? ` ${officer + 1}` : ''} is killed`);
    await one.kill();
    risen = Promise.all([risen, one.start()]);
  }
  await risen;
}

/** As an operator configures it for a separate server: in production, with mail. */
const environment = (at: { home: string; address: string; smtp: string; databaseUrl: string | undefined }): NodeJS.ProcessEnv => ({
  NODE_ENV: 'production',
  SERVANDA_HOME: at.home,
  TEMPORAL_ADDRESS: at.address,
  SERVANDA_SMTP_URL: at.smtp,
  SERVANDA_MAIL_FROM: 'treaties@example.test',
  ...(at.databaseUrl ? { DATABASE_URL: at.databaseUrl } : {}),
});
