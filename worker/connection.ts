/** How to reach Temporal, as Temporal's own tools are told: its configuration file, profile and TEMPORAL_* variables. */
import { existsSync } from 'node:fs';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import type { NativeConnectionOptions } from '@temporalio/worker';
import type { Mistake } from './configuration-mistakes.ts';

export interface TemporalConnection {
  namespace: string;
  connection: NativeConnectionOptions;
  mistakes: Mistake[];
}

/** The connection that an environment describes; what is wrong with it is returned as mistakes, not thrown. */
export function readConnection(env: Record<string, string>): TemporalConnection {
  const mistakes = slips(env);
  // Not passed on: the reader would take what every object has for a profile, and write into it.
  if (mistakes.some(({ name }) => name === 'TEMPORAL_PROFILE')) return { namespace: 'default', connection: {}, mistakes };
  try {
    const { connectionOptions, namespace = 'default' } = loadClientConnectConfig({ overrideEnvVars: env });
    const { address } = connectionOptions;
    if (address !== undefined && !/^(\[[0-9a-fA-F:.]+\]|[^\s:/[\]]+)(:\d{1,5})?$/.test(address))
      mistakes.push({ name: 'TEMPORAL_ADDRESS', given: address, fault: { code: 'address' } });
    return { namespace, connection: connectionOptions, mistakes };
  } catch (e) {
    mistakes.push({ name: 'TEMPORAL_*', fault: { code: 'temporalUnreadable', why: (e as Error).message } });
    return { namespace: 'default', connection: {}, mistakes };
  }
}

/** What Temporal's reader would take in silence for something else. */
function slips(env: Record<string, string>): Mistake[] {
  const found: Mistake[] = [];
  const file = env['TEMPORAL_CONFIG_FILE'];
  if (file !== undefined && !existsSync(file)) found.push({ name: 'TEMPORAL_CONFIG_FILE', given: file, fault: { code: 'noConfigFile' } });
  const profile = env['TEMPORAL_PROFILE'];
  if (profile !== undefined && profile in Object.prototype)
    found.push({ name: 'TEMPORAL_PROFILE', given: profile, fault: { code: 'profileIsWord' } });
  const tls = env['TEMPORAL_TLS'];
  if (tls !== undefined && !switches.includes(tls))
    found.push({ name: 'TEMPORAL_TLS', given: tls, fault: { code: 'oneOf', known: switches } });
  return found;
}

const switches: readonly string[] = ['true', 'false', '1', '0'];
