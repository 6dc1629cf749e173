/** The API with a test service, in one process. */
import { contextOf, type Context } from '../../client/context.ts';
import { apiOf } from '../../web/api/app.ts';
import { apiClient, type ApiClientOptions } from '../../web/api/client.ts';

export interface ApiHere {
  base: Context;
  /** Sends a request as a browser or a program would. */
  ask: (path: string, init?: RequestInit) => Promise<Response>;
  /** Its typed client. */
  client: (options?: ApiClientOptions) => ReturnType<typeof apiClient>;
  /** Faults of servanda itself that were reported. */
  faults: unknown[];
}

const address = 'http://desk.test/api';

/** `taskQueue`: the worker's. */
export function apiOn(where: { address: string; home: string; taskQueue: string; now?: () => number | Promise<number> }): ApiHere {
  const { taskQueue, now, ...place } = where;
  const base = contextOf({ ...place, person: 'desk', env: { SERVANDA_TASK_QUEUE: taskQueue }, ...(now ? { now } : {}) });
  const faults: unknown[] = [];
  const api = apiOf({ base, address, version: '0.1.0', onUnexpected: failure => faults.push(failure) });
  const ask = async (path: string, init?: RequestInit): Promise<Response> => api.request(path, init);
  const fetch = (url: string, init: RequestInit): Promise<Response> => ask(url.slice(address.length), init);
  return { base, ask, faults, client: options => apiClient(address, { fetch, ...options }) };
}

export const posted = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});
