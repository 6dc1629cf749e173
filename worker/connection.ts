/** The connection to Temporal, configured like Temporal's own tools: by configuration file, profile and TEMPORAL_* variables. */
import { statSync, type Stats } from 'node:fs';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import type { NativeConnectionOptions } from '@temporalio/worker';
import type { Mistake } from './configuration-mistakes.ts';

export interface TemporalConnection {
  namespace: string;
  connection: NativeConnectionOptions;
  mistakes: Mistake[];
}

/** The connection described by an environment; returns mistakes instead of throwing. */
export function readConnection(env: Record<string, string>): TemporalConnection {
  const mistakes = slips(env);
  const isMistaken = (variable: string): boolean => mistakes.some(({ name }) => name === variable);
  // Not passed on: the reader would mistake an inherited property of Object for a profile and write into it.
  if (isMistaken('TEMPORAL_PROFILE')) return { namespace: 'default', connection: {}, mistakes };
  try {
    const readable = Object.fromEntries(Object.entries(env).filter(([name]) => !(files.includes(name) && isMistaken(name))));
    const { connectionOptions, namespace = 'default' } = loadClientConnectConfig({ overrideEnvVars: readable });
    const { address } = connectionOptions;
    if (address !== undefined && !/^(\[[0-9a-fA-F:.]+\]|[^\s:/[\]]+)(:\d{1,5})?$/.test(address))
      mistakes.push({ name: 'TEMPORAL_ADDRESS', given: address, fault: { code: 'address' } });
    return { namespace, connection: connectionOptions, mistakes };
  } catch (e) {
    mistakes.push({ name: 'TEMPORAL_*', fault: { code: 'temporalUnreadable', why: (e as Error).message } });
    return { namespace: 'default', connection: {}, mistakes };
  }
}

/** Files that Temporal's reader reads to the end, which a device does not have. */
const files = ['TEMPORAL_CONFIG_FILE', 'TEMPORAL_TLS_CLIENT_CERT_PATH', 'TEMPORAL_TLS_CLIENT_KEY_PATH', 'TEMPORAL_TLS_SERVER_CA_CERT_PATH'];
/** In bytes: more than any certificate with its chain. */
const fileLimit = 1024 * 1024;

function fileMistakes(name: string, given: string): Mistake[] {
  const found = statOf(given);
  // Does not print a key that was given instead of its file.
  const said = name.includes('KEY') ? { name } : { name, given };
  if (!found?.isFile()) return [{ ...said, fault: { code: 'noFile' } }];
  return found.size > fileLimit ? [{ ...said, fault: { code: 'fileTooLarge' } }] : [];
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined; // a path that is too long, or not accessible to this user
  }
}

/** Values that Temporal's reader would silently misinterpret. */
function slips(env: Record<string, string>): Mistake[] {
  const found: Mistake[] = [];
  for (const name of files) if (env[name] !== undefined) found.push(...fileMistakes(name, env[name]));
  const profile = env['TEMPORAL_PROFILE'];
  if (profile !== undefined && profile in Object.prototype)
    found.push({ name: 'TEMPORAL_PROFILE', given: profile, fault: { code: 'profileIsWord' } });
  const tls = env['TEMPORAL_TLS'];
  if (tls !== undefined && !switches.includes(tls))
    found.push({ name: 'TEMPORAL_TLS', given: tls, fault: { code: 'oneOf', known: switches } });
  return found;
}

const switches: readonly string[] = ['true', 'false', '1', '0'];
