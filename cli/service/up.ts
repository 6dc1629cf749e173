/** servanda up: Temporal server, worker, register and agreements, in one process and its child. Ctrl-C stops everything in order. */
import { fewAtOnce, mapConcurrently } from '../../reconciliation/map-concurrently.ts';
import { agreementsFolder, listAgreements } from '../../agreements/find.ts';
import { loadAgreement } from '../../agreements/load.ts';
import type { Registers } from '../../register/home.ts';
import type { Configuration } from '../../worker/configuration.ts';
import type { Log } from '../../worker/log.ts';
import { noted } from '../../worker/log-note.ts';
import { define } from '../define.ts';
import { CommandFailed, failureSentence } from '../failures.ts';
import { home, text } from '../flags.ts';
import { startDesk } from './desk.ts';
import { startKeeping } from './keeping.ts';
import { warnOfFindings } from '../agreement/findings-page.ts';
import { keptIds } from '../../client/dossiers.ts';
import { isNotKept, keeperOf, notStarted } from '../../client/keeper.ts';
import { glances } from '../../client/lists.ts';
import { openAgreement } from '../../client/opening.ts';
import { dropNote, readNote, writeNote } from '../../client/service-note.ts';
import { overviewPage } from '../agreement/overview.ts';
import { configurationOf, contextOf } from '../client.ts';
import { warnOfLeftOut } from '../warn-of-left-out.ts';
import { startServers } from './servers.ts';
import type { Words } from '../words.ts';
import type { CliContext } from '../world.ts';

interface Flags {
  agreements?: string;
  home?: string;
}

/** Without a terminal, the output is read in a file or a journal. */
const widthOfLog = 120;

async function up(this: CliContext, { agreements = agreementsFolder, home: folder }: Flags): Promise<void> {
  const { m, say, counted } = this.words;
  const config = await configurationOf(this, folder, { keeps: true });
  const files = listAgreements(agreements);
  await refuseSecond(this.words, config.home);
  const { createLog } = await import('../../worker/log.ts');
  const { onStopSignals } = await import('../../worker/signals.ts');
  const { ensureLocal } = await import('../../worker/identities.ts');
  const log = createLog(config);
  let stopAsked = (): void => {};
  const stopped = new Promise<void>(resolve => (stopAsked = resolve));
  onStopSignals(
    note => noted(log, 'info', note),
    () => {
      this.warn(m.service.stopping);
      stopAsked();
    },
  );
  // The note is removed last: until this process has ended, no second one may start on its home.
  const undo: (() => Promise<unknown>)[] = [async () => dropNote(config.home, process.pid)];
  try {
    const server = await startServers(config, log);
    undo.unshift(() => server.stop());
    quieten(log, this);
    const { registers, worker } = await startKeeping(
      this,
      { ...config, temporal: { ...config.temporal, connection: { ...config.temporal.connection, address: server.address } } },
      log,
      kept => ensureLocal(config, kept, this.user, this.now()),
    );
    undo.unshift(() => worker.stop());
    // Its failure is handled below, where it is awaited; until then it must not end the process.
    worker.ended.catch(() => {});
    const note = { address: server.address, namespace: config.temporal.namespace, ui: server.uiAddress ?? null, pid: process.pid };
    writeNote(config.home, note);
    undo.unshift(async () => writeNote(config.home, { ...note, stopping: true }));
    const desk = await startDesk(this, config, log);
    undo.unshift(() => desk.stop());
    writeNote(config.home, { ...note, desk: config.desk.url ?? new URL(desk.address).origin });
    this.print(say(m.service.desk, { address: desk.address }));
    this.warn(counted(m.service.opening, files.length));
    const opened = openAll(this, config, registers, files, log);
    const isStopped = await Promise.race([stopped.then(() => true), opened.then(() => false)]);
    if (isStopped) return void opened.catch(() => {}); // what is in progress then ends with the connection
    const { found, unread, leftOut } = await glances(contextOf(this, config.home), { rehearsals: false });
    this.print(overviewPage(found, { ...this, columns: this.columns ?? widthOfLog }));
    for (const why of unread) this.warn(why);
    warnOfLeftOut(this, leftOut);
    const address = server.uiAddress ?? say(m.service.ofServer, { address: server.address });
    this.print(`\n${say(m.service.temporalUi, { address })}`);
    if (server.codecAddress) this.print(say(m.service.codec, { address: server.codecAddress }));
    this.warn(m.service.stop);
    await Promise.race([stopped, worker.ended.then(() => stopped)]);
  } finally {
    await eachInTurn(undo);
  }
}

/** Runs all of them, even if some fail. @throws the first failure */
async function eachInTurn(steps: readonly (() => Promise<unknown>)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const step of steps) await step().catch((failure: unknown) => failures.push(failure));
  if (failures.length) throw failures[0];
}

async function refuseSecond({ m, say }: Words, folder: string): Promise<void> {
  const note = readNote(folder);
  if (!note) return;
  const { isAlive } = await import('../../worker/server-claim.ts');
  const { answers } = await import('../../worker/ports.ts');
  if (note.pid !== process.pid && isAlive(note.pid) && (note.stopping || (await answers(note.address))))
    throw new CommandFailed(
      say(m.service.upAlready, { folder, pid: `${note.pid}`, desk: note.desk ?? 'none', ui: note.ui ?? note.address }),
    );
}

/** Keeps the table readable at a terminal: from here on logs only what needs a person, unless SERVANDA_LOG asks for more. */
function quieten(log: Log, { process: { env, stderr } }: CliContext): void {
  if (!env['SERVANDA_LOG'] && 'isTTY' in stderr && stderr.isTTY) log.level = 'warn';
}

/** Opens the files' agreements that are not open, and restarts the others in the register. Reports those that fail, and continues. */
async function openAll(
  world: CliContext,
  config: Configuration,
  registers: Registers,
  files: readonly { id: string; file: string }[],
  log: Log,
): Promise<void> {
  const { startMissingWorkflows } = await import('../../reconciliation/rebuild.ts');
  const { reconcileNow } = await import('../../worker/reconciliation-schedule.ts');
  const context = contextOf(world, config.home);
  const service = await context.service();
  const saying =
    <T>(act: (one: T) => Promise<void>) =>
    (one: T): Promise<void> =>
      act(one).catch((failure: unknown) => world.warn(failureSentence(failure, world.words)));
  try {
    await mapConcurrently(
      files,
      fewAtOnce,
      saying(async ({ file }) => {
        const loaded = loadAgreement(file);
        warnOfFindings(world, loaded);
        const { notes } = await openAgreement(context, loaded);
        notes.forEach(note => world.warn(note));
      }),
    );
    const others = (await keptIds(registers)).filter(id => !files.some(f => f.id === id));
    const keeper = keeperOf(service, registers, world.user);
    await mapConcurrently(
      others,
      fewAtOnce,
      saying(async agreement => {
        const taken = await startMissingWorkflows(keeper, { agreement, now: world.now() });
        for (const one of taken.filter(isNotKept)) world.warn(notStarted(one, world.words.wording));
      }),
    );
    // Now that everything runs: reports today, not only next night, what a restored database or a new version has changed.
    await reconcileNow(service.client.connection, config).catch((error: unknown) =>
      noted(log, 'error', { code: 'reconciliationNotStarted' }, { error }),
    );
  } finally {
    await context.disconnect();
  }
}

export const command = define<Flags, []>({
  usage: ['[--agreements FOLDER] [--home FOLDER]'],
  examples: `
  npx servanda up
  npx servanda up --agreements rehearsals --home .servanda-rehearsals
  TEMPORAL_ADDRESS=127.0.0.1:7233 npx servanda up`,
  parameters: { flags: { agreements: text('FOLDER', 'agreementsFolder'), home } },
  func: up,
});
