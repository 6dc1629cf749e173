/** The process that keeps the agreements: connection, register and worker. For `up` and `worker`. */
import type { NativeConnection } from '@temporalio/worker';
import { ofServer } from '../../client/failures.ts';
import type { Registers } from '../../register/home.ts';
import type { Configuration } from '../../worker/configuration.ts';
import { openToOthers } from '../../worker/home-check.ts';
import type { Log } from '../../worker/log.ts';
import { noted } from '../../worker/log-note.ts';
import type { RunningWorker } from '../../worker/worker.ts';
import { CommandFailed } from '../failures.ts';
import { contextOf } from '../client.ts';
import type { Words } from '../words.ts';
import type { CliContext } from '../world.ts';

/**
 * Starts them and their reconciliation; stopping the worker closes all three, in order. `prepare` runs first, on the registers. @throws
 * CommandFailed if no server answers, Unavailable if it rejects the connection
 */
export async function startKeeping(
  world: CliContext,
  config: Configuration,
  log: Log,
  prepare: (registers: Registers) => Promise<void> = async () => {},
): Promise<{ registers: Registers; worker: RunningWorker }> {
  const { NativeConnection: connections } = await import('@temporalio/worker');
  const { installRuntime } = await import('../../worker/log.ts');
  const { ensureNamespace } = await import('../../worker/search-attributes.ts');
  const { startWorker } = await import('../../worker/worker.ts');
  const { createActivities } = await import('../../activities/index.ts');
  const { serviceSigner } = await import('../../worker/identities.ts');
  const { openSecurityLog, securitySinks } = await import('../../worker/security-log.ts');
  const { checkKeysInUse } = await import('../../secrets/keys-in-use.ts');
  await checkKeysInUse(config.home, config.secrets.keys);
  installRuntime(log);
  const { m, say } = world.words;
  const { namespace, connection: options } = config.temporal;
  const connection = await connections.connect(options).catch((cause: unknown) => {
    const known = ofServer(cause, world.words.wording);
    if (known !== cause) throw known;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new CommandFailed(say(m.administration.service.noServer, { address: `${options.address}`, why }));
  });
  try {
    await ensureNamespace(connection, namespace, { mayCreate: config.mayCreate, address: options.address });
    const registers = await contextOf(world, config.home).registers();
    try {
      await prepare(registers);
      sayWays(config, log);
      sayOpen(config, log);
      const sign = await serviceSigner(config, registers);
      if (!sign) sayUnguarded(config, log, world.words);
      const security = openSecurityLog(config.home, log);
      const { language, delivery } = config;
      const { discreet, signing } = config.secrets;
      const worker = await startWorker({
        config,
        connection,
        activities: createActivities({ registers, log, language, delivery, discreet, sign, signing, security }),
        sinks: securitySinks(security),
        log,
        close: () => registers.close(),
      });
      await startReconciling(connection, config, log);
      return { registers, worker };
    } catch (cause) {
      await registers.close();
      throw cause;
    }
  } catch (cause) {
    await connection.close();
    throw cause;
  }
}

/** Nothing listens beyond this machine unless configured; a production worker goes further. @throws CommandFailed in production */
function sayUnguarded({ production }: Configuration, log: Log, { m }: Words): void {
  const why = m.administration.service.unguarded;
  if (production) throw new CommandFailed(why);
  log.warn(why);
}

/** Deadlines are kept even without it: if a server does not allow schedules, this is logged and does not stop the start. */
async function startReconciling(connection: NativeConnection, config: Configuration, log: Log): Promise<void> {
  const { ensureReconciliation } = await import('../../worker/reconciliation-schedule.ts');
  await ensureReconciliation(connection, config).catch((error: unknown) => noted(log, 'error', { code: 'notScheduled' }, { error }));
}

/** Reports files that other users can read, made earlier or by another program. */
function sayOpen({ home }: Configuration, log: Log): void {
  const paths = openToOthers(home);
  if (paths.length) noted(log, 'warn', { code: 'openToOthers', home, paths });
}

/** Logged once: where reminders go, and what is missing for other ways. */
function sayWays({ delivery: { mail, webhookSecret } }: Configuration, log: Log): void {
  if (!mail) noted(log, 'warn', { code: 'noMail' });
  if (!webhookSecret) noted(log, 'info', { code: 'noWebhooks' });
}
