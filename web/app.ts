/** The desk: pages over the client. The API, the calendars and the MCP server are mounted beside them. */
import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { Desk } from './context.ts';

export interface DeskAppOptions {
  desk: Desk;
  /** What is mounted beside the pages, by its path: `/api`, `/calendar`, `/mcp`. Each asks for its own right. */
  beside?: Readonly<Record<`/${string}`, Hono>>;
}

export function deskApp({ beside = {} }: DeskAppOptions): Hono {
  const app = new Hono();
  app.use(secureHeaders({ xFrameOptions: 'DENY', referrerPolicy: 'no-referrer', contentSecurityPolicy: policy }));
  for (const [path, one] of Object.entries(beside)) app.route(path, one);
  return app;
}

/** Nothing from elsewhere, nothing inline: what a text of the register holds is never run. */
const policy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  fontSrc: ["'self'"],
  imgSrc: ["'self'"],
  connectSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
};
