/** The tools over standard input and output, for a program on the same machine; they act for the person at the keyboard. */
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import type { Context } from '../client/context.ts';
import { mcpServer } from './server.ts';

/** Resolves when the input ends. */
export async function overStdio(context: Context, version: string): Promise<void> {
  const server = mcpServer(async () => context, version);
  const ended = new Promise<void>(resolve => {
    process.stdin.once('end', resolve).once('close', resolve);
  });
  await server.connect(new StdioServerTransport());
  await ended;
  await server.close();
}
