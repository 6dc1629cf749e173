/** The tools over streamable HTTP, at /mcp: every request is independent and acts for the holder of a right to read, as in the API. */
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Context } from '../client/context.ts';
import { askerOf } from '../web/api/caller.ts';
import { answerProblem } from '../web/api/middleware.ts';
import { ApiFault } from '../web/api/problem.ts';
import { mcpServer } from './server.ts';

export interface McpOptions {
  /** The context of the service; its owner closes it. */
  base: Context;
  /** The desk's public address; pages of other origins are rejected. By default the address of each request. */
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
    // Without sessions: the server keeps nothing of a request after its answer.
    const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
    await server.connect(transport);
    return transport.handleRequest(c.req.raw);
  });
  return app;
}
