/** The pages and forms, by the routes of the desk itself. */
import type { Hono } from 'hono';
import type { Env } from '../../web/request.ts';

/** Values for path parameters: of agreements in `deskHome`. A new parameter needs a line here. */
const samples: Readonly<Record<string, readonly string[]>> = {
  ':id': ['with-notices'],
  ':number': ['2028-1'],
  ':type': ['termination.notified', 'protocol.signed', 'completion.notified', 'superseded'],
  ':entry': ['n2'],
  ':protocol': ['p1'],
  ':document': ['document-1'],
};

/** Two kinds, one with few fields and one with many: the others differ from these in a field or two. */
const kinds = ['termination', 'proposal'];

const ofState: readonly [RegExp, string][] = [
  [/\/dispatch$/, '2028-2'],
  [/\/(?:confirmReceipt|markReturned)$/, '2028-3'],
  [/\/(?:accept|findDefective)$/, '2028-5'],
];

/** Addresses that a browser must not open: not pages, or they end the session. */
const noPages =
  /^\/(?:assets|enter|sign-in|sign-out|api|mcp|calendar)\b|\/(?:changes|check)$|\.(?:pdf|docx|json)$|\/documents\/:document$|\*/;

/** The paths of all routes of a method, with sample values. @throws if a parameter has none */
export function pathsOf(app: Hono<Env>, method: 'GET' | 'POST'): string[] {
  const paths = app.routes.filter(r => r.method === method && !noPages.test(r.path)).map(r => r.path);
  return [...new Set(paths)].flatMap(filled);
}

function filled(path: string): string[] {
  if (path.endsWith('/documents/new')) return [`${filled(path.slice(0, -1 * '/new'.length))[0]}/new?to=2028-1`];
  const number = ofState.find(([end]) => end.test(path))?.[1];
  const place = /:\w+(?:\{[^}]*\})?/.exec(path)?.[0];
  if (!place) return [path];
  const name = place.split('{')[0]!;
  const values = name === ':kind' ? kinds : name === ':number' && number ? [number] : samples[name];
  if (!values) throw new Error(`No sample value for ${name} in ${path}: add one to tests/web/desk-paths.ts.`);
  return values.flatMap(value => filled(path.replace(place, value)));
}
