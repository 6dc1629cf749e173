/** The tools over streamable HTTP, at /mcp: each request by itself, in the name of who shows a right to read, as at the API. */
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Context } from '../client/context.ts';
import { askerOf } from '../web/api/asking.ts';
import { answerProblem } from '../web/api/door.ts';
import { ApiFault } from '../web/api/problem.ts';
import { mcpServer } from './server.ts';

export interface McpOptions {
  /** Where the service is: closed by who made it. */
  base: Context;
  /** Where the desk is reached: pages of no other origin may ask. By default that of each request. */
  address?: string | undefined;
  version?: string;
  onUnexpected?: (failure: unknown) => void;
}

/** In bytes. */
const most = 1_000_000;

export function mcpApp({ base, address, version = '0', onUnexpected = () => {} }: McpOptions): Hono {
  const app = new Hono();
  app.onError((failure, c) => answerProblem(failure, c, onUnexpected));
  app.use(async (c, next) => {
    const origin = c.req.header('origin');
    if (origin !== undefined && origin !== new URL(address ?? c.req.url).origin) throw new ApiFault(403, 'otherOrigin', { origin });
    await next();
  });
  app.use(bodyLimit({ maxSize: most }));
  app.all('/', async c => {
    const { context } = await askerOf(base, c.req.raw);
    const server = mcpServer(async () => context, version);
    // Without sessions: a request is answered, and nothing of it is kept.
    const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
    await server.connect(transport);
    return transport.handleRequest(c.req.raw);
  });
  return app;
}
