/** A typed client of the API. It signs requests where the key is and sends them again; the caller sees only the final answer. */
import { hc } from 'hono/client';
import type { ToSign } from '../../client/presented-rights.ts';
import type { Api } from './app.ts';
import type { Problem } from '../../client/problem.ts';

export interface ApiClientOptions {
  /** Signs the right to a request. Without it, only requests that need no right succeed. */
  sign?: (asked: ToSign) => Promise<string>;
  /** The language of sentences in answers. */
  language?: string;
  fetch?: (url: string, init: RequestInit) => Response | Promise<Response>;
}

/** One request may need several rights: a step of a protocol that has no workflow yet also needs the right to onboard it. */
const mostRights = 5;

export function apiClient(address: string, { sign, language = 'en', fetch: send = fetch }: ApiClientOptions = {}) {
  let reading: string | undefined;
  return hc<Api>(address, {
    fetch: async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
      const writing: string[] = [];
      for (let tries = 0; ; tries++) {
        const headers = new Headers(init.headers);
        headers.set('accept-language', language);
        if (reading !== undefined) headers.set('authorization', `Bearer ${reading}`);
        if (writing.length) headers.set('servanda-right', writing.join(', '));
        const answer = await send(input instanceof Request ? input.url : String(input), { ...init, headers });
        if (answer.status !== 401 || !sign || tries > mostRights) return answer;
        const { sign: asked } = (await answer.clone().json()) as Problem;
        if (!asked) return answer;
        if (asked.workflow === 'api') reading = await sign(asked);
        else writing.push(await sign(asked));
      }
    },
  });
}
