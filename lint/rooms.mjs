/**
 * The import rule, for oxlint: imports go one way, clauses ← machines ← (types) workflows → (types of) activities → reconciliation,
 * delivery → dossier → register; documents read the dossier. cli reaches the service only through client, and client reaches the workflows
 * only through workflows/messages.ts. Only machines/ imports XState, and only one file the calendar library.
 */
import { dirname, join, relative, resolve, sep } from 'node:path';

const root = resolve(import.meta.dirname, '..');

/**
 * What each room may import from others: rooms, or single files of them; from `types` only types; with `packages`, no other packages. Rooms
 * that are not listed (tests, bench) may import everything.
 */
const rooms = {
  clauses: { may: [], packages: ['zod'] },
  machines: { may: ['clauses'], packages: ['xstate', 'zod'] },
  workflows: {
    may: [
      // rights, limits and refusals; no law, no schema, no calendar
      'machines/rights.ts',
      'machines/right-fault.ts',
      'machines/limits.ts',
      'machines/refusal.ts',
      'identity/shapes.ts',
      'identity/right.ts',
      'identity/request-hash.ts',
      'identity/signature-in-workflow.ts',
      // what workflows report when no activity answers
      'wording/fallback',
      // descriptions of their handlers
      'wording/handlers',
    ],
    types: ['activities', 'delivery', 'machines', 'clauses'],
    not: ['node:', 'zod'],
  },
  wording: {
    may: ['machines', 'clauses'],
    types: ['agreements', 'documents', 'identity', 'reconciliation', 'register', 'secrets', 'worker'],
  },
  dossier: { may: ['register', 'wording', 'machines', 'clauses'], types: ['identity'] },
  documents: { may: ['dossier', 'wording', 'machines', 'clauses'], types: ['register'] },
  delivery: { may: ['dossier', 'register', 'wording', 'machines', 'clauses', 'workflows/messages.ts'] },
  reconciliation: { may: ['delivery', 'dossier', 'register', 'identity', 'wording', 'machines', 'clauses', 'workflows/messages.ts'] },
  activities: {
    may: [
      'reconciliation',
      'delivery',
      'dossier',
      'register',
      'identity',
      'agreements',
      'wording',
      'machines',
      'clauses',
      'workflows/messages.ts',
    ],
    types: ['secrets'],
  },
  secrets: { may: ['machines/own-failure.ts'] },
  identity: {
    may: [
      'machines/rights.ts',
      'machines/right-fault.ts',
      'machines/persons.ts',
      'machines/limits.ts',
      'machines/own-failure.ts',
      'secrets/signing-key.ts',
    ],
  },
  register: {
    may: [
      'secrets',
      'identity',
      'machines/acts.ts',
      'machines/rights.ts',
      'machines/persons.ts',
      'machines/limits.ts',
      'machines/own-failure.ts',
    ],
    types: ['machines', 'clauses'],
  },
  agreements: { may: ['wording', 'machines', 'clauses'] },
  worker: {
    may: [
      'activities',
      'reconciliation',
      'delivery',
      'dossier',
      'register',
      'secrets',
      'identity',
      'agreements',
      'wording',
      'machines',
      'clauses',
      'workflows/messages.ts',
      'workflows/search-attributes.ts',
    ],
  },
  client: {
    may: [
      'reconciliation',
      'delivery/webhook-addresses.ts',
      'delivery/calendar.ts',
      'delivery/detail.ts',
      'delivery/owed.ts',
      'documents',
      'dossier',
      'register',
      'secrets',
      'identity',
      'agreements',
      'wording',
      'machines',
      'clauses',
      'worker/configuration.ts',
      'worker/security-log.ts',
      'workflows/messages.ts',
    ],
  },
  // tools for assistants
  mcp: { may: ['client', 'web/api', 'wording', 'clauses'], types: ['machines'] },
  testing: {
    may: ['client', 'worker', 'activities', 'register', 'secrets', 'identity', 'clauses'],
    types: ['delivery'],
  },
  cli: {
    may: [
      'client',
      'mcp',
      'web',
      'worker',
      'activities',
      'reconciliation',
      'documents',
      'dossier',
      'register',
      'secrets',
      'identity',
      'agreements',
      'wording',
      'machines',
      'clauses',
    ],
    types: ['workflows/messages.ts'],
    not: ['@temporalio/client', '@temporalio/common'],
  },
  web: {
    // the state and dates of an agreement come through the client, as data
    may: [
      'client',
      'documents',
      'identity',
      'agreements',
      'wording',
      'clauses',
      'worker/configuration.ts',
      'worker/security-log.ts',
      'worker/log.ts',
    ],
    types: ['machines', 'dossier', 'register', 'reconciliation', 'workflows/messages.ts'],
    not: ['@temporalio/'],
  },
};

/** Packages that only one place may import; the tests examine the machines with XState's own tools. */
const kept = {
  xstate: { in: ['machines', 'tests', 'bench'], says: 'XState is imported in machines/ alone' },
  'temporal-polyfill': { in: ['clauses/calendar.ts'], says: 'the calendar library is imported in clauses/calendar.ts alone' },
};

const places = new Set([...Object.keys(rooms), 'tests', 'bench']);
const isWithin = (path, place) => path === place || path.startsWith(`${place}/`);
const posix = path => relative(root, path).split(sep).join('/');

/** Why an import breaks the rule; undefined if it does not. Paths are relative to the project. */
function fault(file, source, typesOnly) {
  const room = file.split('/')[0];
  return source.startsWith('.')
    ? faultOfPath(room, posix(join(root, dirname(file), source)), typesOnly)
    : faultOfPackage(room, file, source);
}

function faultOfPath(room, target, typesOnly) {
  const rule = rooms[room];
  const other = target.split('/')[0];
  if (!rule || other === room || !places.has(other)) return undefined;
  if (rule.may.some(place => isWithin(target, place))) return undefined;
  const types = rule.types?.some(place => isWithin(target, place));
  if (types && typesOnly) return undefined;
  return `${room}/ ${types ? 'may import only types' : 'must not import'} ${types ? `(import type) from ${target}` : target}`;
}

function faultOfPackage(room, file, source) {
  const name = Object.keys(kept).find(p => isWithin(source, p));
  if (name) return kept[name].in.some(place => isWithin(file, place)) ? undefined : kept[name].says;
  const { packages, not = [] } = rooms[room] ?? {};
  const allowed = !packages || packages.some(p => isWithin(source, p));
  return allowed && !not.some(prefix => source.startsWith(prefix)) ? undefined : `${room}/ must not import the package ${source}`;
}

const imports = {
  create(context) {
    const file = posix(context.filename);
    const check = (node, source, typesOnly) => {
      const why = typeof source?.value === 'string' ? fault(file, source.value, typesOnly) : undefined;
      if (why) context.report({ node: source, message: `rooms: ${why}; see design in docs/decisions` });
    };
    return {
      ImportDeclaration: node => check(node, node.source, node.importKind === 'type'),
      ExportNamedDeclaration: node => check(node, node.source, node.exportKind === 'type'),
      ExportAllDeclaration: node => check(node, node.source, node.exportKind === 'type'),
      ImportExpression: node => check(node, node.source, false),
      TSImportType: node => check(node, node.source, true),
    };
  },
};

export default { meta: { name: 'rooms' }, rules: { imports } };
