/** The servers that `up` starts: an embedded Temporal server and, if there are keys, the codec server that decrypts for its UI. */
import { join } from 'node:path';
import type { CodecServer } from '../../secrets/codec-server.ts';
import type { CodecFault } from '../../secrets/faults.ts';
import { faultIn } from '../../wording/failures/sentence.ts';
import { wordings } from '../../wording/index.ts';
import type { Configuration } from '../../worker/configuration.ts';
import type { DevServer } from '../../worker/embedded.ts';
import type { Log } from '../../worker/log.ts';
import { noted } from '../../worker/log-note.ts';

export interface Servers extends DevServer {
  codecAddress?: string;
}

/** Starts none if the configuration names a Temporal server, which has its own UI. */
export async function startServers(config: Configuration, log: Log): Promise<Servers> {
  const { home, temporal, port, uiPort, secrets } = config;
  if (temporal.connection.address) return { address: temporal.connection.address, stop: async () => {} };
  const { startDevServer } = await import('../../worker/embedded.ts');
  const origins: string[] = [];
  const codec = secrets.keys.isEmpty ? undefined : await startCodec(config, origins, log);
  try {
    // The embedded UI can't send a token.
    const codecEndpoint = secrets.codec.token ? undefined : codec?.address;
    const file = join(home, 'temporal.db');
    const server = await startDevServer({ file, port, uiPort, namespace: temporal.namespace, codecEndpoint, log });
    if (server.uiAddress) origins.push(server.uiAddress, server.uiAddress.replace('127.0.0.1', 'localhost'));
    const stop = async (): Promise<void> => {
      try {
        await server.stop();
      } finally {
        await codec?.stop();
      }
    };
    return { ...server, ...(codec ? { codecAddress: codec.address } : {}), stop };
  } catch (cause) {
    await codec?.stop();
    throw cause;
  }
}

async function startCodec(
  { language, secrets: { keys, codec } }: Configuration,
  origins: readonly string[],
  log: Log,
): Promise<CodecServer> {
  const { startCodecServer } = await import('../../secrets/codec-server.ts');
  const { portOrAnother } = await import('../../worker/ports.ts');
  const port = await portOrAnother(codec.port, 'codec', note => noted(log, 'warn', note));
  if (codec.token) noted(log, 'warn', { code: 'uiWithoutToken' });
  const say = (fault: CodecFault): string => faultIn(fault, wordings[language]);
  return startCodecServer({ keys, port, ...(codec.token ? { token: codec.token } : {}), origins: () => origins, say });
}
